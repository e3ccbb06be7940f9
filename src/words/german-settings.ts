/** What is wrong with a setting, in German: what follows its name in a sentence without a full stop. */
import type { AllowedParameters, KeyOf, NullMeaning, SettingProblemParameters } from '../settings/setting-problems';
import type { Phrases } from '../text/coded';
import { say } from './say';

const ALLOWED: Phrases<AllowedParameters> = {
  text: () => 'ein Text',
  texts: () => 'eine Liste von Texten',
  switch: () => 'true oder false',
  'switch-or-object': () => 'true, false oder ein Objekt',
  'whole-number': ({ from, to }) => `eine ganze Zahl von ${from} bis ${to}`,
  'one-of': ({ words }) =>
    words
      .map((word) => `"${word}"`)
      .join(', ')
      .replace(/, ("[^"]*")$/, ' oder $1'),
  'or-null': ({ allowed, means }) => `${say(ALLOWED, allowed)} oder null (${NULL_MEANS[means]})`,
  object: () => 'ein Objekt {…}',
  glob: () => 'ein Muster wie "Alt/**" (ein "!" am Anfang wird nicht verstanden)',
  globs: () => 'eine Liste von Mustern',
  day: () => 'ein Tag, den es gibt, als JJJJ-MM-TT',
  character: () => 'ein Zeichen',
  tag: () => 'ein Tag ohne Leerzeichen',
  folder: () => 'ein Ordnername oder Pfad ohne "/" am Anfang und ohne ".."',
  folders: () => 'eine Liste von Ordnernamen',
  note: () => 'der Pfad einer Notiz',
  sections: () => 'eine Liste von Abschnitten',
  kinds: () => 'ein Objekt {kind: {…row}} oder eine Liste von Zeilen, jede mit einer "id"',
  'kind-row': () => 'eine Zeile mit einer "id"',
  'headings-by-section': () => 'ein Objekt {section: [Überschriften]}',
  'words-by-list': () => 'ein Objekt {list: [Wörter]}',
  'switches-by-group': () => 'ein Objekt {group: true oder false}',
  properties: () => 'eine Liste von Eigenschaften',
  'switches-by-property': () => 'ein Objekt {property: true oder false}',
  'properties-in-any-form': () =>
    'true, false, eine Liste von Eigenschaften oder ein Objekt {property: true oder false}',
};

const NULL_MEANS: Readonly<Record<NullMeaning, string>> = {
  'days-before': '60 Tage vor heute',
  'as-dates-tell': 'wie deine Datumsangaben es zeigen',
  'all-enabled': 'alle eingeschalteten',
  'no-template': 'keine Vorlage',
  'every-calendar': 'jede .ics-Datei des Vaults',
  none: 'keine',
};

const KEYS: Readonly<Record<KeyOf, string>> = {
  setting: 'keine Einstellung',
  section: 'kein Abschnitt',
  'word-list': 'keine Wortliste',
  property: 'keine Eigenschaft',
  kind: 'keine Art',
  'kind-part': 'kein Teil einer Art',
};

export const GERMAN_SETTING_PROBLEMS: Phrases<SettingProblemParameters> = {
  wrong: ({ value, allowed, guess }) =>
    `ist ${value === '' ? 'leer' : value}; erlaubt ist: ${say(ALLOWED, allowed)}${meant(guess)}`,
  unknown: ({ of, known, guess }) => `ist ${KEYS[of]}${meant(guess) || ` (es gibt: ${known.join(', ')})`}`,
  'kind-without-folder': ({ guess }) => `ist eine neue Art und braucht einen Ordner ("folder")${meant(guess)}`,
  'too-deep': () => 'ist zu tief verschachtelt',
  'bad-kind-id': () => 'kann keine Kennung sein; nimm Kleinbuchstaben, Ziffern und Bindestriche',
};

function meant(guess: string | null | undefined): string {
  return guess === null || guess === undefined ? '' : `; war "${guess}" gemeint?`;
}
