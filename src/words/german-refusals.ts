/** Why something is not done, in German: what is in the way, and the way out, as parts of one sentence. */
import type { Meant, OtherLine } from '../edit/refusals';
import { cutLine } from './cut-line';
import type { RefusalWords } from './engine-words';

export const GERMAN_REFUSALS: RefusalWords = {
  'not-linkable': ({ name }) => [`der Name von ${name} kann nicht in einem Link stehen`, 'benenne es zuerst um'],
  'not-proposed': ({ id }) => [
    `unter „${id}“ wird nichts vorgeschlagen, oder es ist schon beantwortet`,
    'sieh dir die Liste noch einmal an',
  ],
  'answered-twice': ({ name }) => [`„${name}“ ist zweimal beantwortet`, 'gib nur eine Antwort'],
  'rejection-names-somebody': () => [
    'eine Ablehnung kann nicht sagen, wer gemeint ist',
    'nenne niemanden, oder nimm an',
  ],
  'several-candidates': ({ name, candidates }) => [
    `„${name}“ könnte ${candidates.join(' oder ')} sein`,
    'sage, wer gemeint ist',
  ],
  'several-pages': ({ name, count, example }) => [
    `„${name}“ heißen ${count} Seiten`,
    `gib den Pfad an, etwa ${example}`,
  ],
  'no-such-page': ({ name, hasCandidates }) => [
    `keine Seite heißt „${name}“`,
    hasCandidates ? 'wähle einen der Vorschläge' : 'gib den Namen einer Seite an, oder lege sie zuerst an',
  ],
  'not-a-full-name': ({ name }) => [`„${name}“ ist kein voller Name`, 'lege die Seite an, dann wähle sie'],
  'not-a-file-name': ({ name }) => [
    `nicht auf jedem System kann eine Datei „${name}“ heißen`,
    'lege die Seite von Hand an, dann wähle sie',
  ],
  'page-excluded': ({ path }) => [
    `${path} läge in einem ausgenommenen Ordner`,
    'lege die Seite anderswo an, dann wähle sie',
  ],
  'page-exists': ({ path }) => [`${path} gibt es schon`, 'benenne es um, oder lege die Seite anderswo an'],
  'would-not-mean': ({ name, path, line, meant, memory }) => [
    `„${name}“ in ${path}:${line} wäre damit nicht ${whoever(meant)}`,
    memory === null
      ? 'antworte nur für diese Notizen'
      : `schreibe dort den vollen Namen oder einen Link, oder sieh in ${memory} nach`,
  ],
  'would-mean-another': ({ name, path, line, meant, memory }) => [
    `„${name}“ in ${path}:${line} ist schon ${whoever(meant)} und wäre es damit nicht mehr`,
    `schreibe dort zuerst den vollen Namen oder einen Link, oder sieh in ${memory} nach`,
  ],
  'would-ask-again': ({ name, path, line }) => [
    `nach „${name}“ in ${path}:${line} würde noch immer gefragt`,
    'antworte nur für diese Notizen, oder schreibe dort den vollen Namen',
  ],
  'note-not-linkable': ({ name }) => [
    `„${name}“ steht in einer Notiz, deren Name nicht verlinkt werden kann`,
    'antworte für alle Notizen oder für die Gruppe',
  ],
  'no-group': ({ name }) => [
    `„${name}“ steht in keiner Besprechung mit bekannten Kunden, Projekten oder Personen`,
    'antworte nur für diese Notizen oder für alle',
  ],
  'merge-holds-everywhere': () => ['diese Antwort gilt immer für alle Notizen', 'antworte für alle Notizen'],
  'neither-page': ({ name }) => [`„${name}“ ist keine der beiden Seiten`, 'sage, welche der beiden bleiben soll'],
  'no-alias-possible': ({ page }) => [
    `das Frontmatter von ${page} kann keinen Alias aufnehmen`,
    'berichtige es zuerst',
  ],
  'hand-over-as-listed': () => ['Aufgaben werden übergeben, wie sie dastehen', 'antworte für alle Notizen'],
  'no-heir': ({ name }) => [`es ist nicht gesagt, wer von ${name} übernimmt`, 'sage, wer es ist'],
  'heir-has-left': ({ name }) => [`${name} ist gegangen`, 'nenne jemand anderen'],
  'owner-not-changed': ({ path, lines }) => [
    `die Zuständigen von ${path}:${lines.join(', ')} konnten nicht geändert werden`,
    'ändere sie in der Notiz',
  ],
  'yes-or-no': ({ name }) => [`nach „${name}“ wird mit Ja oder Nein gefragt`, 'nenne niemanden'],
  'answer-holds-everywhere': ({ name }) => [
    `die Antwort zu „${name}“ gilt für alle Notizen`,
    'antworte für alle Notizen',
  ],
  'tasks-not-cancelled': ({ path }) => [
    `die Aufgaben von ${path} konnten nicht abgebrochen werden`,
    'ändere sie in der Notiz',
  ],
  'links-not-fixed': ({ path }) => [
    `die Links von ${path} konnten nicht berichtigt werden`,
    'berichtige sie in der Notiz',
  ],
  'answer-gone': ({ question }) => [`nichts beantwortet „${question}“ mehr`, 'sieh dir die Liste noch einmal an'],
  'answer-not-written': ({ path, line }) => [
    `die Antwort konnte bei ${path}:${line} nicht geschrieben werden`,
    'schreibe sie in der Notiz unter die Frage, etwa „- Answer: …“',
  ],
  'repair-rejected': ({ path }) => [
    `${path} bleibt, wie es ist, bis sein Block repariert ist`,
    'nimm die Reparatur an, berichtige die Marken von Hand, oder lösche sie samt allem dazwischen',
  ],
  'repair-as-shown': () => ['eine Seite wird so repariert, wie sie gezeigt wird', 'nimm es so an'],
  'not-repairable': ({ path }) => [
    `${path} kann, wie es jetzt ist, nicht repariert werden`,
    'sieh dir seine Marken an',
  ],

  'no-such-line': ({ path, line, count }) => [
    `${path} hat nur ${count === 1 ? 'eine Zeile' : `${count} Zeilen`}, eine Zeile ${line} gibt es nicht`,
    'gezählt wird ab 1, das Frontmatter mitgerechnet',
  ],
  'note-gone': ({ path }) => [`${path} gibt es nicht mehr`, LOOK_AGAIN],
  'line-changed': ({ path, source, found }) => [
    found === 'gone'
      ? `${path} wurde geändert und enthält diese Zeile nicht mehr: „${cutLine(source)}“`
      : `${path} wurde geändert, und es ist nicht sicher, welche Zeile gemeint ist: „${cutLine(source)}“`,
    LOOK_AGAIN,
  ],
  'not-a-task': ({ path, line, source, is, unclosed }) => [
    `${path}:${line} ist keine Aufgabe (sondern ${OTHER_LINES[is]}${unclosed === null ? '' : `, Anfang in Zeile ${unclosed} ohne Ende`}${cutLine(source) === '' ? '' : `: „${cutLine(source)}“`})`,
    is === 'managed'
      ? 'nimm die Zeile, zu der ihr Link führt'
      : 'nimm die Zeile eines Kontrollkästchens, etwa „- [ ] Protokoll verschicken“',
  ],
  'line-is-other': ({ path, line, source, wanted }) => [
    `${path}:${line} ist ${WANTED[wanted]}: „${cutLine(source)}“`,
    LOOK_AGAIN,
  ],
  'lacks-filter': ({ path, line, source, filter, isCheckbox }) => [
    `${path}:${line} ${isCheckbox ? 'ist' : 'wäre'} ein Kontrollkästchen ohne „${filter}“: „${cutLine(source)}“`,
    'ergänze das in der Zeile: Es ist der globale Filter in den Tasks-Einstellungen',
  ],
  'fields-hidden': ({ path, line, source, by }) =>
    by === 'comment'
      ? [
          `in ${path}:${line} verdeckt ein Kommentar die Datumsangaben vor dem Tasks-Plugin: „${cutLine(source)}“`,
          'setze den Kommentar zuerst nach vorn',
        ]
      : [
          `in ${path}:${line} sind Zeichen in den Datumsangaben beschädigt: „${cutLine(source)}“`,
          'berichtige die Zeile zuerst',
        ],
  'struck-through': ({ path, line, source }) => [
    `die Aufgabe in ${path}:${line} ist durchgestrichen: „${cutLine(source)}“`,
    'entferne zuerst die „~~“',
  ],
  'plain-text-task': ({ path, line, source }) => [
    `die Aufgabe in ${path}:${line} ist Fließtext und hat keinen Status: „${cutLine(source)}“`,
    MAKE_A_CHECKBOX,
  ],
  'row-cannot-recur': ({ path, line, source }) => [
    `die Aufgabe in ${path}:${line} kehrt wieder, eine Tabellenzeile kann das nicht: „${cutLine(source)}“`,
    MAKE_A_CHECKBOX,
  ],
  'no-status-column': ({ path, line, source }) => [
    `die Tabelle in ${path}:${line} hat keine Statusspalte: „${cutLine(source)}“`,
    'ergänze eine, oder ändere die Notiz selbst',
  ],
  'line-cannot-take': ({ path, line, source }) => [
    `${path}:${line} lässt sich nicht sicher ändern: „${cutLine(source)}“`,
    'ändere die Zeile in der Notiz',
  ],

  'note-too-large': ({ path }) => [`${path} ist größer als 5 MB und wurde nicht gelesen`, 'teile die Notiz auf'],
  'opted-out': ({ path }) => [
    `in ${path} steht „throughline: false“, also bleibt die Notiz unberührt`,
    'entferne zuerst diese Zeile aus ihren Eigenschaften',
  ],
  'note-excluded': ({ path }) => [
    `${path} ist in den Einstellungen oder in Obsidian ausgenommen`,
    'verschiebe die Notiz, oder ändere die ausgenommenen Pfade',
  ],
  'conflicted-copy': ({ path }) => [
    `${path} ist eine von zwei Fassungen, die die Synchronisierung hinterlassen hat`,
    'entscheide zuerst, welche bleibt',
  ],
  'own-page': ({ path }) => [`${path} schreibt Throughline selbst`, 'nimm eine eigene Notiz'],
  'not-acceptable': ({ name }) => [
    `„${name}“ ist kein Wort dieser Notiz, das ein Name sein könnte`,
    'nimm eines der Wörter, die als Namen aufgeführt sind',
  ],
  'several-meanings': ({ name, candidates }) => [
    `„${name}“ könnte ${candidates.join(' oder ')} sein`,
    'schreibe dort den vollen Namen oder einen Link',
  ],
  'nothing-to-raise': () => ['noch gibt es nichts anzusprechen', 'gib etwas ein'],
  'nowhere-to-raise': ({ name }) => [
    'keine offene Besprechung und keine Tagesnotiz kann das aufnehmen',
    `schreibe „#raise [[${name}]]“ in irgendeine Notiz`,
  ],
};

const LOOK_AGAIN = 'es wurde nichts geschrieben, sieh in der Notiz nach und wähle die Zeile noch einmal';
const MAKE_A_CHECKBOX = 'mach ein Kontrollkästchen daraus, etwa „- [ ] Protokoll verschicken“';
const WANTED = { task: 'keine Aufgabe', question: 'keine Frage', raise: 'kein Punkt zum Ansprechen' } as const;

const OTHER_LINES: Readonly<Record<OtherLine, string>> = {
  frontmatter: 'Frontmatter',
  blank: 'eine Leerzeile',
  'further-line': 'eine weitere Zeile eines Listenpunkts',
  'no-checkbox': 'ein Listenpunkt ohne Kontrollkästchen',
  template: 'eine Zeile einer Vorlage',
  'unknown-checkbox': 'ein Kontrollkästchen, das das Tasks-Format nicht kennt',
  heading: 'eine Überschrift',
  paragraph: 'Fließtext',
  rule: 'eine Trennlinie',
  code: 'eine Zeile eines Codeblocks',
  html: 'eine Zeile HTML',
  definition: 'eine Linkdefinition',
  comment: 'eine Zeile eines Kommentars',
  math: 'eine Zeile einer Formel',
  transcript: 'eine Zeile des Transkripts',
  managed: 'eine Zeile, die Throughline geschrieben hat',
};

function whoever(meant: Meant): string {
  if (meant === 'me') return 'ich';
  return meant === 'nobody' ? 'niemand' : meant.name;
}
