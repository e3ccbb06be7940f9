/**
 * German, as `word-table.ts` has it. What English lacks: nouns are written like names, verbs come apart, vowels change.
 *
 *     Schicke Acme die Entwürfe ab          Entwurf an Acme abschicken
 *     ^^^^^^^          ^^^^^^^^ ^^ turn      ^^^^^^^         ^^ turn
 *                                                           ^^^^^^^^ schick
 */
import { alikeIn, formsOf, type Stemmed, type WordTable, wordSet, words, type WrittenWord } from './word-table';

/** Made when it is first asked for: it is no part of loading the plugin. */
export function germanWords(): WordTable {
  const ENDINGS_OF_ADJECTIVES = ['', 'e', 'en', 'er', 'es', 'em'];

  /** `neu neue neuen neuer neues neuem`, for each. */
  function inflected(text: string): string {
    return words(text)
      .map((word) => ENDINGS_OF_ADJECTIVES.map((ending) => `${word}${ending}`).join('|'))
      .join(' ');
  }

  const forms = (text: string): string => inflected(text).replaceAll('|', ' ');

  /** What a noun, not a name, is after. */
  const DETERMINERS = wordSet(
    `der die das den dem des im am zum zur vom beim ins ans ums fuers aufs uebers`,
    forms('ein kein mein dein sein ihr unser euer eur dies jen jed manch all beid welch viel wenig mehrer einig'),
  );

  const AMOUNTS = `eins zwei|zwo drei vier fuenf sechs sieben acht neun zehn elf zwoelf hundert tausend ${inflected('halb doppelt')}
    montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag
    januar|jaenner februar|feber maerz april mai juni juli august september oktober november dezember
    q1 q2 q3 q4 morgen uebermorgen woche|wochen monat|monate|monaten|monats quartal|quartale|quartals jahr|jahre|jahren|jahres`;

  const TURNS = `von|vom vor nach gegen ab bis seit zwischen statt|anstatt ausser mehr weniger zuerst zuletzt heute gestern vormittag nachmittag abend frueh spaet
    woechentlich|woechentliche|woechentlichen monatlich|monatliche|monatlichen jaehrlich|jaehrliche|jaehrlichen taeglich|taegliche|taeglichen
    links rechts oben unten innen aussen vorn|vorne hinten nord|norden sued|sueden ost|osten west|westen tag nacht
    ${inflected('intern extern neu alt gross klein offen geschlossen erst zweit dritt viert letzt naechst frueher spaeter nieder niedrig')} hoch|hohe|hohen|hoher|hohes|hohem
    unter oeffnen|oeffnet schliessen|schliesst`;

  /** Apart from its verb it is last; `nach` and the like are prepositions anywhere else. */
  const PARTICLES = words(
    'zusammen zurueck weiter vorbei wieder hinzu durch fest fort heraus raus frei nach auf aus bei ein her hin los mit vor weg ab an um zu',
  );

  /** They begin like such a verb and are none. */
  const WHOLE = wordSet(
    forms(
      'ander weiter einfach einzeln aktuell vorig ausfuehrlich eindeutig einzig abgesehen zukuenftig zusaetzlich vorlaeufig',
    ),
    'zusammen einmal anders anhand umso umsonst vorerst mitte',
  );

  /** Verbs whose vowel is theirs, at the front of a sentence, where a noun (`Verträge`) would lose it. */
  const UMLAUT_VERBS =
    wordSet(`pruef ueberpruef klaer erklaer schaetz zaehl aender fueg fuehr waehl kuendig loes loesch hoer stuetz unterstuetz
    ergaenz erhoeh kuerz verlaenger bestaetig foerder drueck fuell ueberleg uebergeb uebersetz moecht erklaer verfueg naeher`);

  /** Vowels that change within a verb: what is left of a form without its ending, and of the verb. */
  const CHANGED: readonly (readonly [RegExp, string])[] =
    formsOf(`schreib|schrieb schliess|schloss|schlos sprech|sproch|sprich treff|troff|trif|triff nehm|nomm|nimm|nom|nim geb|gib|gab zieh|zog
    schieb|schob scheid|schied bring|brach find|fund lad|laed schlag|schlaeg|schlug halt|haelt|hael|hal trag|traeg|trug les|lies seh|sieh helf|hilf|holf
    lass|laess fahr|faehr lauf|laeuf stell|stall ruf|rief steh|stand bleib|blieb`).map(([form, verb]) => [
      new RegExp(`^(be|ge|ver|er|ent|unter|ueber)?${form}$`),
      verb,
    ]);

  const VERB_ENDINGS = words('est et st en em er es t e');

  function firstThatFits(word: string, endings: readonly string[]): string {
    const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3);
    return ending === undefined ? word : word.slice(0, word.length - ending.length);
  }

  /** Of what is written small: verbs and adjectives. */
  function verbStem(word: string): string {
    const said = /^ge.{3,}(?:t|en)$/.test(word) ? word.slice(2) : word;
    const bare = /[rl]n$/.test(said) ? said.slice(0, -1) : firstThatFits(said, VERB_ENDINGS);
    const stem = bare.replace(/([^aeiou])\1$/, '$1');
    for (const [form, verb] of CHANGED) {
      const found = form.exec(bare) ?? form.exec(stem);
      if (found !== null) return alike(`${(found[1] ?? '').replace(/^ge$/, '')}${verb}`.replace(/([^aeiou])\1$/, '$1'));
    }
    return alike(stem);
  }

  const ALIKE: ReadonlyMap<string, string> = alikeIn(
    ['schick send mail', 'buch reservier', 'pruef ueberpruef check'],
    (stem) => stem,
  );

  function alike(stem: string): string {
    return ALIKE.get(stem) ?? stem;
  }

  const NOUN_ENDINGS = words('ern en er es e');

  /** Of what is written large, its plural and cases; `Verträge` and `Vertrag` are one, `Preis` keeps its `s`. */
  function nounStem(word: string): string {
    const base = /(?:[bdfghklmptow]|er)s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word;
    return firstThatFits(base.endsWith('eln') ? base.slice(0, -1) : base, NOUN_ENDINGS).replace(/([^aeiou])\1$/, '$1');
  }

  function stemOf({ folded, isCapital, isFirst, opensQuestion }: WrittenWord): Stemmed {
    if (!/^[a-z]{4,}$/.test(folded)) return { stem: folded, turn: null };
    // `Braucht das Tor …?`
    if (isCapital && opensQuestion && folded.endsWith('t')) return { stem: verbStem(folded), turn: null };
    if (isCapital) {
      const stem = nounStem(folded);
      // `Schick den Entwurf` begins with a verb, `Entwürfe schicken` with a noun.
      if (isFirst && UMLAUT_VERBS.has(stem)) return { stem: alike(stem), turn: null };
      const noun = stem.replace(/([aou])e(?=[^aeiou]|u)/g, '$1');
      return { stem: isFirst ? alike(noun) : noun, turn: null };
    }
    if (!WHOLE.has(folded)) {
      for (const particle of PARTICLES) {
        const rest = folded.startsWith(particle)
          ? folded.slice(particle.length).replace(/^zu(?=.{4,}n$)|^ge(?=.{3,}(?:t|en)$)/, '')
          : '';
        if (rest.length >= 4 && /(?:[erl]n|t|te|e)$/.test(rest)) return { stem: verbStem(rest), turn: `+${particle}` };
      }
    }
    return { stem: verbStem(folded), turn: null };
  }

  return {
    language: 'de',
    little: new Set([
      ...DETERMINERS,
      ...wordSet(`ich mich mir du dich dir er ihn ihm es sie wir uns euch ihnen man sich selbst
      ist sind war waren bin bist sei seid gewesen wird werden wurde wurden worden geworden hat habe haben hatte hatten gehabt
      kann koennen konnte koennte koennten soll sollen sollte sollten muss muessen musste muessten darf duerfen will wollen wollte wollten mag moegen moechte moechten
      und oder aber sondern denn dass wenn als wie weil damit so auch noch nur schon mal bitte jetzt dann da dort hier doch etwa eben halt ja gern gerne sehr ganz
      an auf aus bei durch fuer in mit ueber um zu zwecks wegen pro per sowie bzw z b usw etc etwas
      alle alles wieder erneut nochmal nochmals davon dazu dafuer daran darauf daraus darin darum daher also heisst geht gehen gibt tun tut macht machen lassen`),
    ]),
    asks: new Map([
      ...words('wer wen wem wessen').map((word) => [word, 'who'] as const),
      ...words('was wofuer wozu womit worauf woran').map((word) => [word, 'what'] as const),
      ['wann', 'when'],
      ...words('wo wohin woher').map((word) => [word, 'where'] as const),
      ...words('warum wieso weshalb').map((word) => [word, 'why'] as const),
      ...words(forms('welch')).map((word) => [word, 'which'] as const),
      ['wie', 'how'],
      ['wieviel', 'how'],
      ['wieviele', 'how'],
    ]),
    turns: new Map(formsOf(`${AMOUNTS} ${TURNS}`)),
    amounts: new Set(formsOf(AMOUNTS).map(([, stands]) => stands)),
    undecided: wordSet(
      'offen unklar ungeklaert unentschieden unbekannt ausstehend ob vielleicht eventuell evtl moeglicherweise tbd klaeren besprechen diskutieren fragen nachfragen',
    ),
    howMuch: /(?:^|[^\p{L}])wie\s?(?:viele?[nr]?|lange|oft|gro(?:ß|ss)|weit|hoch|teuer)(?![\p{L}])/iu,
    letters: /[äöüß]/i,
    particles: new Set(PARTICLES),
    stemOf,
    writesNouns: true,
    // A noun has its article, or an ending of nouns: what has neither is taken for a name, which asks less.
    isName: ({ isCapital, isFirst, folded, before }) =>
      isCapital &&
      !isFirst &&
      !DETERMINERS.has(before) &&
      !/(?:ung|ungen|heit|keit|schaft|tion|tionen|taet|nis)$/.test(folded),
  };
}
