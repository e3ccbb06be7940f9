/** What is wrong with a setting, in English: what follows its name in a sentence without a full stop. */
import type {
  AllowedParameters,
  KeyOf,
  NullMeaning,
  SettingProblem,
  SettingProblemParameters,
} from '../settings/setting-problems';
import type { Phrases } from '../text/coded';
import { say } from './say';

/** What is allowed, to follow "must be". */
export const ENGLISH_ALLOWED: Phrases<AllowedParameters> = {
  text: () => 'a text',
  texts: () => 'a list of texts',
  switch: () => 'true or false',
  'switch-or-object': () => 'true, false or an object',
  'whole-number': ({ from, to }) => `a whole number from ${from} to ${to}`,
  'one-of': ({ words }) => listed(words.map((word) => `"${word}"`)),
  'or-null': ({ allowed, means }) => `${say(ENGLISH_ALLOWED, allowed)}, or null (${NULL_MEANS[means]})`,
  object: () => 'an object {…}',
  glob: () => 'a glob such as "Old/**" (a leading "!" is not understood)',
  globs: () => 'a list of globs',
  day: () => 'a day that exists, as YYYY-MM-DD',
  character: () => 'one character',
  tag: () => 'a tag',
  folder: () => 'a folder name or path without a leading "/" and without ".."',
  folders: () => 'a list of folder names',
  note: () => 'the path of a note',
  sections: () => 'a list of sections',
  kinds: () => 'an object {kind: {…row}} or a list of rows, each with an "id"',
  'kind-row': () => 'a row with an "id"',
  'headings-by-section': () => 'an object {section: [headings]}',
  'words-by-list': () => 'an object {list: [words]}',
  'switches-by-group': () => 'an object {group: true or false}',
  properties: () => 'a list of properties',
  'switches-by-property': () => 'an object {property: true or false}',
  'properties-in-any-form': () => 'true, false, a list of properties or an object {property: true or false}',
};

const NULL_MEANS: Readonly<Record<NullMeaning, string>> = {
  'days-before': '60 days before today',
  'as-dates-tell': 'as your dates tell',
  'all-enabled': 'all that are enabled',
  'no-template': 'no template',
  'every-calendar': 'every .ics file of the vault',
  none: 'none',
};

const KEYS: Readonly<Record<KeyOf, string>> = {
  setting: 'a setting',
  section: 'a section',
  'word-list': 'a list of words',
  property: 'a property',
  kind: 'a kind',
  'kind-part': 'part of a kind',
};

export const ENGLISH_SETTING_PROBLEMS: Phrases<SettingProblemParameters> = {
  wrong: ({ value, allowed, guess }) =>
    `is ${value === '' ? 'nothing' : value}; it must be ${say(ENGLISH_ALLOWED, allowed)}${meant(guess)}`,
  unknown: ({ of, known, guess }) => `is not ${KEYS[of]}${meant(guess) || ` (there are: ${known.join(', ')})`}`,
  'kind-without-folder': ({ guess }) => `is a new kind and needs a "folder"${meant(guess)}`,
  'too-deep': () => 'nests too deep',
  'bad-kind-id': () => 'cannot be the id of a kind; use lower-case letters, digits and hyphens',
};

function meant(guess: string | null | undefined): string {
  return guess === null || guess === undefined ? '' : `; did you mean "${guess}"?`;
}

function listed(words: readonly string[]): string {
  return words.join(', ').replace(/, ("[^"]*")$/, ' or $1');
}

/** `"maxRowsPerSection" is 0; it must be a whole number from 1 to 500` */
export function settingProblemText(problem: SettingProblem): string {
  return `"${problem.at}" ${say(ENGLISH_SETTING_PROBLEMS, problem)}`;
}
