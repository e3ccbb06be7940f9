/** Lines in other words, in languages other than English: which are asked about as one, and which never are. */
import { findProposals } from '../../src/vault-index/proposals';
import { rowWords, tablesOf, wordTables } from '../../src/vault-index/row-words';
import { indexOf, type Texts } from '../vault-of';

const PAGES: Texts = {
  'People/Bo Kim.md': '# Bo Kim\n',
  'People/Dana Fox.md': '# Dana Fox\n',
  'Accounts/Acme.md': '# Acme\n',
};

const meeting = (section: string, line: string) =>
  `---\ntype: meeting\npeople: ["[[Bo Kim]]", "[[Dana Fox]]", Petra Klein]\naccount: "[[Acme]]"\n---\n## ${section}\n- ${line}\n`;

/** What is asked about two notes two weeks apart. */
function asked(
  earlier: readonly [section: string, line: string],
  later: readonly [section: string, line: string],
): string {
  const index = indexOf({
    ...PAGES,
    'Meetings/2025-10-14 Sync.md': meeting(...earlier),
    'Meetings/2025-10-28 Sync.md': meeting(...later),
  });
  return findProposals(index, null)
    .map(({ proposal: { kind } }) => kind)
    .filter((kind) => kind === 'duplicate' || kind === 'answered')
    .join(' ');
}

const task = (line: string) => ['Action items', `[ ] ${line} @Bo Kim`] as const;
const question = (line: string) => ['Open questions', line] as const;
const decision = (line: string) => ['Decisions', line] as const;

describe('tasks said twice', () => {
  test.each([
    ['little words', 'Das Angebot an Acme schicken', 'Bitte Angebot an Acme schicken'],
    ['verb forms', 'Bo prüft den Vertrag und den Anhang', 'Vertrag und Anhang prüfen'],
    ['an order and a plan', 'Prüfe den Vertrag mit Acme', 'Den Vertrag mit Acme prüfen'],
    ['the plural of a vowel', 'Die Verträge sortieren und abheften', 'Vertrag sortieren und abheften'],
    ['the plural at the front', 'Räume für Acme buchen', 'Den Raum für Acme buchen'],
    ['cases', 'Entwurf des Vertrages schreiben', 'Den Entwurf des Vertrags schreiben'],
    ['adjectives', 'Neue Preisliste an Acme schicken', 'Die neue Preisliste an Acme schicken'],
    ['an umlaut written out', 'Prüfung der Räume beauftragen', 'Pruefung der Raeume beauftragen'],
    ['another verb for it', 'Das Angebot an Acme schicken', 'Angebot an Acme senden'],
    ['a verb apart', 'Das Angebot morgens abschicken', 'Schicke das Angebot morgens ab'],
    [
      'a verb apart, before a comma',
      'Den Workshop vorbereiten, Folien drucken',
      'Bereite den Workshop vor, Folien drucken',
    ],
    ['with zu', 'Das Angebot rechtzeitig abzuschicken', 'Das Angebot rechtzeitig abschicken'],
    ['done', 'Lieferung bei Acme angekündigt', 'Lieferung bei Acme ankündigen'],
    ['a changed vowel', 'Bo schreibt das Protokoll der Abnahme', 'Protokoll der Abnahme geschrieben'],
    ['sharp s', 'Projekt mit Acme abschließen', 'Das Projekt mit Acme abschliessen'],
    ['French', 'Envoyer le devis à Acme', 'Envoyer les devis pour Acme'],
    ['Spanish', 'Enviar la oferta a Acme', 'Enviar ofertas para Acme'],
  ])('%s: %s · %s', (_, earlier, later) => {
    expect(asked(task(earlier), task(later))).toBe('duplicate');
  });

  test.each([
    ['nicht', 'Das Angebot an Acme schicken', 'Das Angebot nicht an Acme schicken'],
    ['kein', 'Acme eine Rechnung schicken', 'Acme keine Rechnung schicken'],
    ['ohne', 'Vertrag mit Anhang an Acme schicken', 'Vertrag ohne Anhang an Acme schicken'],
    ['another number', 'Für Acme 6 Scanner bestellen', 'Für Acme 12 Scanner bestellen'],
    ['another number in words', 'Für Acme sechs Scanner bestellen', 'Für Acme zwölf Scanner bestellen'],
    ['another day', 'Am Montag die Anlage bei Acme abnehmen', 'Am Dienstag die Anlage bei Acme abnehmen'],
    ['another month', 'Den Bericht für Januar an Acme schicken', 'Den Bericht für Jänner und Februar an Acme schicken'],
    ['another umlaut', 'Die Listen für Acme drucken', 'Die Listen für Acme drücken'],
    ['paid and counted', 'Die Kartons bei Acme zahlen', 'Die Kartons bei Acme zählen'],
    ['ab and zu', 'Acme den Termin absagen', 'Acme den Termin zusagen'],
    ['ab and zu, apart', 'Sage Acme den Termin ab', 'Sage Acme den Termin zu'],
    ['with a particle and without', 'Die Kisten bei Acme stellen', 'Die Kisten bei Acme abstellen'],
    ['von and an', 'Angebot von Acme prüfen', 'Angebot an Acme prüfen'],
    ['vor and nach', 'Vor der Lieferung Acme anrufen', 'Nach der Lieferung Acme anrufen'],
    ['old and new', 'Die alte Preisliste an Acme schicken', 'Die neue Preisliste an Acme schicken'],
    ['intern', 'Den internen Bericht für Acme schreiben', 'Den externen Bericht für Acme schreiben'],
    ['another thing', 'Das Angebot an Acme schicken', 'Die Preisliste an Acme schicken'],
    ['another verb', 'Das Angebot an Acme schicken', 'Das Angebot an Acme prüfen'],
    ['another name', 'Das Angebot an Ida schicken', 'Das Angebot an Gwen schicken'],
    ['names turned round', 'Ida Lorenz bei Gwen Pell gut vorstellen', 'Gwen Pell bei Ida Lorenz gut vorstellen'],
    ['a prefix that is no particle', 'Die Zahlen für Acme rechnen', 'Die Zahlen für Acme verrechnen'],
    ['French, ne pas', 'Envoyer le devis à Acme', 'Ne pas envoyer le devis à Acme'],
    ['French, avant and après', 'Appeler Acme avant la livraison', 'Appeler Acme après la livraison'],
    ['Spanish, no', 'Enviar la oferta a Acme', 'No enviar la oferta a Acme'],
    ['Spanish, antes and después', 'Llamar a Acme antes de la entrega', 'Llamar a Acme después de la entrega'],
    ['two languages', 'Das Angebot an Acme schicken', 'Send the Angebot to Acme'],
  ])('%s: %s · %s', (_, earlier, later) => {
    expect(asked(task(earlier), task(later))).toBe('');
  });
});

describe('questions asked twice', () => {
  test.each([
    ['Wer unterschreibt den Vertrag für Acme?', 'Wer hat den Vertrag mit Acme zu unterschreiben?', 'duplicate'],
    ['Wann wird die Anlage bei Acme abgenommen?', 'Wann nehmen wir die Anlage bei Acme ab?', 'duplicate'],
    ['Wer unterschreibt den Vertrag für Acme?', 'Wann unterschreibt Acme den Vertrag?', ''],
    ['Wer unterschreibt den Vertrag für Acme?', 'Wer unterschreibt den Vertrag für Acme nicht?', ''],
    ['Ab wann gilt der Vertrag mit Acme?', 'Bis wann gilt der Vertrag mit Acme?', ''],
    ['Qui signe le contrat avec Acme ?', 'Qui va signer le contrat ?', ''],
    ['¿Quién firma el contrato de Acme?', '¿Quién firma los contratos con Acme?', 'duplicate'],
  ])('%s · %s', (earlier, later, kind) => {
    expect(asked(question(earlier), question(later))).toBe(kind);
  });
});

describe('a question that seems answered', () => {
  test.each([
    ['by a name', 'Wer unterschreibt den Vertrag mit Acme?', 'Den Vertrag mit Acme unterschreibt Dana Fox'],
    ['by a first name', 'Wer unterschreibt den Vertrag mit Acme?', 'Dana unterschreibt den Vertrag mit Acme'],
    [
      'by the name of somebody without a page',
      'Wer unterschreibt den Vertrag mit Acme?',
      'Petra unterschreibt den Vertrag mit Acme',
    ],
    ['by a day', 'Wann nehmen wir die Anlage bei Acme ab?', 'Die Anlage bei Acme wird am Montag abgenommen'],
    ['by a number', 'Wie viele Scanner bestellen wir?', 'Wir bestellen sechs Scanner'],
    ['by how long', 'Wie lange hält der Akku?', 'Der Akku hält drei Jahre'],
    ['by no', 'Braucht das Tor einen Scanner?', 'Das Tor braucht keinen Scanner'],
    ['in French', 'Qui signe le contrat avec Acme ?', 'Dana signe le contrat avec Acme'],
    ['in Spanish', '¿Cuándo se entrega el informe de Acme?', 'El informe de Acme se entrega el lunes'],
  ])('%s: %s · %s', (_, earlier, later) => {
    expect(asked(question(earlier), decision(later))).toBe('answered');
  });

  test.each([
    [
      'a noun is no name',
      'Wer unterschreibt den Vertrag mit Acme?',
      'Der Vertrag mit Acme wird im Büro unterschrieben',
    ],
    ['no day', 'Wann nehmen wir die Anlage bei Acme ab?', 'Die Anlage bei Acme wird abgenommen'],
    ['not how long', 'Wie lange hält der Akku?', 'Der Akku hält'],
    ['no number', 'Wie viele Scanner bestellen wir?', 'Wir bestellen Scanner'],
    ['still open', 'Braucht das Tor einen Scanner?', 'Ob das Tor einen Scanner braucht, ist noch offen'],
    ['another thing', 'Braucht das Tor einen Scanner?', 'Die Rampe braucht keinen Scanner'],
    ['another particle', 'Sagt Acme den Termin ab?', 'Acme sagt den Termin zu'],
    ['another month', 'Was kostet das Lager im Oktober?', 'Das Lager kostet im November gleich viel'],
  ])('%s: %s · %s', (_, earlier, later) => {
    expect(asked(question(earlier), decision(later))).toBe('');
  });
});

test.each([
  ['Send the draft to Acme', 'en'],
  ['Das Angebot an Acme schicken', 'de'],
  ['Prüfung', 'de'],
  ['Envoyer le devis à Acme', 'fr'],
  ['Enviar las ofertas para Acme', 'es'],
  ['Vertrag Acme', 'en de fr es'],
  ['发送合同', 'en de fr es'],
  ['', 'en de fr es'],
])('“%s” may be in %s', (text, languages) => {
  expect(
    tablesOf(text)
      .map(({ language }) => language)
      .join(' '),
  ).toBe(languages);
});

test.each(wordTables().map((table) => [table.language, table] as const))(
  'the words of %s are folded as those of a line are',
  (_, table) => {
    const all = [...table.little, ...table.asks.keys(), ...table.turns.keys(), ...table.undecided, ...table.particles];
    expect(all.filter((word) => !/^[a-z0-9’'-]+$/.test(word))).toEqual([]);
    // A word that turns the meaning is read as one, not as a little word.
    for (const [form, stands] of table.turns)
      if (!table.asks.has(form))
        expect([form, rowWords(`x ${form} x`, table).turns]).toEqual([form, /^(?:not)$/.test(stands) ? 'not' : stands]);
  },
);
