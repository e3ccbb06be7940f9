/**
 * What a mail's or chat's properties say of it.
 *
 *     type: email                       → says: it is a message
 *     from: Bo Kim <bo@example.com>     → addressed: two of these, one with an address
 *     to: mara@example.com
 */
import type { Frontmatter } from '../text/frontmatter';
import { PERSON } from './kinds';
import { isTemplate } from './names';
import type { KindName } from './note';
import { peopleOfList } from './people-list';
import { textsOf } from './property-texts';
import type { Words } from './word-lists';

/** Properties, as `bareKey` has them. */
export const MESSAGE_IDS = new Set(['messageid', 'emailid', 'mailid', 'internetmessageid']);
const TYPES = new Set(['type', 'kind', 'category', 'source', 'sourcetype', 'medium', 'channel']);
const PEOPLE = new Set(['from', 'to', 'cc']);
const HEADERS = new Set([...PEOPLE, 'subject']);

const MESSAGE = /^(?:e-?mail|mail|chat|message|slack|imessage|whatsapp|sms)$/i;

interface MessageHead {
  /** The property that says so, as written; null for none. */
  readonly says: string | null;
  /** Two headers, one of them with an address. */
  readonly isAddressed: boolean;
  readonly hasHeader: boolean;
}

export function messageHead({ data, names }: Frontmatter, repair: (text: string) => string): MessageHead {
  let says: string | null = null;
  let headers = 0;
  let hasAddress = false;
  for (const name of names) {
    const key = bareKey(name);
    if (!MESSAGE_IDS.has(key) && !TYPES.has(key) && !HEADERS.has(key)) continue;
    const said = saidOf(data[name], repair);
    if (said.length === 0) continue;
    const isSaid = MESSAGE_IDS.has(key) || (TYPES.has(key) && said.some(isMessageValue));
    if (isSaid) says ??= MESSAGE_IDS.has(key) ? name : `${name}: ${said.find(isMessageValue) ?? ''}`;
    if (!HEADERS.has(key)) continue;
    headers += 1;
    hasAddress ||= said.some((value) => /\S@\S/.test(value));
  }
  return { says, isAddressed: headers > 1 && hasAddress, hasHeader: headers > 0 };
}

export function isMessageValue(value: string): boolean {
  return MESSAGE.test(value);
}

/** Who wrote it and who got it. What no person reads names nobody. */
export function messagePeople(frontmatter: Frontmatter, words: Words, repair: (text: string) => string): KindName[] {
  const people = peopleOfProperties(frontmatter, (name) => PEOPLE.has(bareKey(name)), words, repair);
  return people.filter(({ text, also = [] }) => ![text, ...also].some((one) => NOBODY.test(one)));
}

/** The people that the properties name whose key is one of those asked for. */
export function peopleOfProperties(
  { data, names, keys }: Frontmatter,
  isKey: (name: string) => boolean,
  words: Words,
  repair: (text: string) => string,
): KindName[] {
  return names.flatMap((name) => {
    if (!isKey(name)) return [];
    const line = keys.find(({ key }) => key === name)?.line ?? 1;
    return saidOf(data[name], repair)
      .flatMap((value) => peopleOfList(value, words).people)
      .map(({ text, target, also }): KindName => ({ text, target, line, kind: PERSON, also }));
  });
}

const NOBODY = /^(?:no-?_?reply|do-?not-?reply|notifications?|mailer-daemon)\b.*@/i;

export function bareKey(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** What a property says; nothing where a template was left standing. */
export function saidOf(value: unknown, repair: (text: string) => string): readonly string[] {
  return textsOf(value)
    .map((text) => repair(text).trim())
    .filter((text) => text !== '' && !isTemplate(text));
}
