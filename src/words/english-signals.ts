/** Why something is a meeting, or looks like one, in English: the language of the command line and of JSON. */
import type { Reason, SignalId } from '../note/reasons';

const PLACES: Readonly<Record<string, string>> = {
  frontmatter: 'date in the properties',
  'file-name': 'date in the file name',
  line: 'date in a line of its own',
  heading: 'date in the first heading',
  created: 'dated by the day it was made',
};

const SAID: Readonly<Record<SignalId, (value: string) => string>> = {
  role: (value) => `throughline: ${value}`,
  answer: () => 'your answer',
  type: (value) => value,
  importer: (value) => `imported by ${value}`,
  tag: (value) => `tag "${value}"`,
  'head-tag': (value) => `tag "${value}" at the top`,
  message: (value) => `a message: ${value}`,
  'people-property': (value) => `people in the property "${value}"`,
  folder: (value) => `folder "${value}"`,
  people: (value) => `people under "${value}"`,
  word: (value) => `"${value}" in the title`,
  sections: (value) => `sections ${value}`,
  'other-type': (value) => value,
  'other-tag': (value) => `tag "${value}"`,
  'other-name': (value) => `"${value}" in the title`,
  template: () => 'a template',
  links: () => 'nothing but links',
  daily: () => 'a daily or periodic note',
  'dated-heading': () => 'a heading that is a date',
  'day-heading': () => 'a heading of a daily note',
  'day-item': () => 'a list item of a daily note',
  'tagged-heading': (value) => `a heading tagged "${value}"`,
  date: (value) => PLACES[value] ?? value,
};

export function englishReason({ signal, value }: Reason): string {
  return SAID[signal](value);
}
