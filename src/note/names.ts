/** Names as notes give them: in frontmatter values of any shape, as owners, as links and `@` within a line. */
import { flatten } from '../text/flatten';
import { type Frontmatter, propertyOf } from '../text/frontmatter';
import { memoize } from '../text/memoize';
import { findLinks, noteTarget, wholeWikilink, type Link } from '../text/wikilinks';
import type { Name } from './note';
import type { NoteRules } from './note-rules';

/**
 * The names of a frontmatter value. Texts are split at commas outside parentheses, list elements are not; an unquoted
 * `[[Ann Lee]]` has become a list within a list. What a template left (`{{…}}`) is no name. `repair` fixes damaged
 * encoding.
 *
 *     Ann Lee, Bo Kim (Acme, PM)     two
 *     ['[[People/Ann Lee|Ann]]']     one, with its target
 */
export function namesOfValue(value: unknown, line: number, repair: (text: string) => string): Name[] {
  const names: Name[] = [];
  addValue(value, { names, line, repair, depth: 0, inList: false });
  return names;
}

interface Collecting {
  readonly names: Name[];
  readonly line: number;
  readonly repair: (text: string) => string;
  readonly depth: number;
  readonly inList: boolean;
}

/** A value can be as large as aliases make it; a meeting of more is none. */
const MOST_NAMES = 500;
const DEEPEST = 5;

function addValue(value: unknown, into: Collecting): void {
  if (into.names.length >= MOST_NAMES || into.depth > DEEPEST) return;
  if (typeof value === 'string' || typeof value === 'number') {
    addText(into.repair(String(value)).trim(), into);
  } else if (Array.isArray(value)) {
    const linked = unquotedLink(value);
    if (linked !== null) addText(`[[${into.repair(linked)}]]`, into);
    else {
      const below = within(into);
      for (const element of rejoined(value as unknown[])) addValue(element, below);
    }
  } else if (typeof value === 'object' && value !== null) {
    addMap(value as Record<string, unknown>, into);
  }
}

function within({ names, line, repair, depth }: Collecting): Collecting {
  return { names, line, repair, depth: depth + 1, inList: true };
}

/** `[[Ann Lee]]` without quotes is YAML for a list of a list; a comma in it makes two elements. */
function unquotedLink(value: readonly unknown[]): string | null {
  const inner = value.length === 1 ? value[0] : null;
  if (!Array.isArray(inner) || inner.length === 0) return null;
  const parts = inner as readonly unknown[];
  return parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts.join(', ') : null;
}

/** `[Ann Lee (Acme, PM), Bo Kim]`: YAML parts at every comma; what a parenthesis holds belongs together. */
function rejoined(elements: readonly unknown[]): readonly unknown[] {
  if (!elements.some((element) => typeof element === 'string' && element.includes('(') && openParentheses(element) > 0))
    return elements;
  const joined: unknown[] = [];
  for (let at = 0; at < elements.length; at++) {
    let end = at + 1;
    let text = elements[at];
    while (typeof text === 'string' && openParentheses(text) > 0 && end - at < MOST_JOINED) {
      const next = elements[end];
      if (typeof next !== 'string' && typeof next !== 'number') break;
      text = `${text}, ${next}`;
      end += 1;
    }
    // One that nothing closes is left as it is.
    if (typeof text === 'string' && openParentheses(text) === 0) at = end - 1;
    else text = elements[at];
    joined.push(text);
  }
  return joined;
}

const MOST_JOINED = 8;

function openParentheses(text: string): number {
  let open = 0;
  for (const char of text) open += char === '(' ? 1 : char === ')' && open > 0 ? -1 : 0;
  return open;
}

/** `{name: Ann Lee, role: PM}`, or `Ann Lee: PM`; a mangled `{ { NAME } }` never gets here. */
function addMap(map: Record<string, unknown>, into: Collecting): void {
  const own = (key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined);
  const named = own('name') ?? own('link');
  const keys = Object.keys(map);
  if (named !== undefined) addValue(named, within(into));
  else if (keys.length === 1 && keys[0] !== undefined) addText(into.repair(keys[0]).trim(), { ...into, inList: true });
}

function addText(text: string, { names, line, inList }: Collecting): void {
  if (text === '' || text.length > 2_000 || isTemplate(text)) return;
  const whole = wholeWikilink(text);
  if (whole !== null) {
    addName(names, nameOfLink(whole, line));
    return;
  }
  for (const part of inList ? [text] : splitList(text)) {
    const links = part.includes('[[') || part.includes('](') ? namesOfLinks(findLinks(part), line) : [];
    for (const name of links) addName(names, name);
    if (links.length === 0 && names.length < MOST_NAMES) addName(names, { text: asKept(part), target: null, line });
  }
}

/** What the note says it is: of the first of the keys for its type that is there. */
export function typesOfNote(
  frontmatter: Pick<Frontmatter, 'data' | 'names'>,
  { typeKeys }: Pick<NoteRules, 'typeKeys'>,
): string[] {
  for (const key of typeKeys) {
    const types = typesOfKey(frontmatter, key);
    if (types.length > 0) return types;
  }
  return NO_TYPES;
}

/** The types that one property gives. */
export function typesOfKey(frontmatter: Pick<Frontmatter, 'data' | 'names'>, key: string): string[] {
  return typesOf(propertyOf(frontmatter, key));
}

/** The values of a `type` property: a text, a link's words, or a list of them. As written. */
function typesOf(value: unknown): string[] {
  if (typeof value === 'string' && !value.includes('[')) return value.trim() === '' ? NO_TYPES : [value.trim()];
  return namesOfValue(value, 1, (text) => text).map(({ text }) => text);
}

const NO_TYPES: string[] = [];

function addName(names: Name[], name: Name): void {
  if (name.text !== '' && !isTemplate(name.text)) names.push(name);
}

/** Whether a template's token was left standing: `{{date}}`, `{ { DATE } }`, `<% tp.date.now() %>`. */
export function isTemplate(text: string): boolean {
  return TOKEN.test(text);
}

const TOKEN = /\{ ?\{|<%/;

/**
 * At line ends, semicolons and commas outside parentheses and links; `Acme, Inc.` is one, and so is `Lee, Ann
 * <ann@example.com>`.
 */
function splitList(text: string): string[] {
  if (!/[;\n]/.test(text)) return splitAtCommas(text);
  const lines = text.split('\n').map((line) => line.replace(/^\s*[-*+]\s+/, ''));
  return lines
    .flatMap((line) => (line.includes(';') ? splitOutside(line, ';') : [line]))
    .flatMap((part) => (LAST_NAME_FIRST.test(part) ? [part] : splitAtCommas(part)));
}

const LAST_NAME_FIRST = /^[^,<>]+, [^,<>]+ <[^<>@\s]+@[^<>@\s]+>$/;

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  for (const part of splitOutside(text, ',')) {
    const last = parts.length - 1;
    if (LEGAL_FORM.test(part) && last >= 0) parts[last] = `${parts[last] ?? ''}, ${part}`;
    else parts.push(part);
  }
  return parts;
}

function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '(' || char === '<' || char === '[') depth += 1;
    else if ((char === ')' || char === '>' || char === ']') && depth > 0) depth -= 1;
    else if (char === undefined || (char === separator && depth === 0)) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  // A parenthesis that is never closed must not hide what is after it.
  return depth > 0 ? text.split(separator).map((part) => part.trim()) : parts;
}

const LEGAL_FORM = /^(inc|ltd|llc|llp|plc|corp|co|gmbh|ag|s\.?a|b\.?v|n\.?v|jr|sr|ph\.?d|md)\.?$/i;

/** A name by itself in memory. Most are named in many notes, and are one string there. */
function asKept(name: string): string {
  return name.length > LONGEST_SHARED ? flatten(name) : shared(name);
}

const LONGEST_SHARED = 60;
const shared = memoize(4_000, (name) => name);

function nameOfLink(link: Link, line: number): Name {
  const target = noteTarget(link);
  return { text: asKept(link.text), target: target === null ? null : asKept(target), line };
}

/** Links to notes; an embed or a link to the web names nobody. */
function namesOfLinks(links: readonly Link[], line: number): Name[] {
  return links.filter((link) => noteTarget(link) !== null).map((link) => nameOfLink(link, line));
}

/**
 * A task's owner as names: the links in it where it has any, else its words. The owner is by itself in memory, or
 * in its line.
 */
export function namesOfOwner(owner: string, line: number): Name[] {
  const links = owner.includes('[') ? findLinks(owner) : [];
  const named = namesOfLinks(links, line);
  if (named.length > 0) return named;
  const text = (links[0]?.text ?? owner).replace(/^@/, '').trim();
  return text === '' ? NO_NAMES : [{ text, target: null, line }];
}

/** Links to notes (embeds left out) and `@` names in a line's text, in order. */
export function namesInText(text: string, line: number): Name[] {
  const hasAt = text.includes('@');
  if (!hasAt && !text.includes('[[') && !text.includes('](')) return NO_NAMES;
  const links = findLinks(text);
  const found: { at: number; name: Name }[] = [];
  for (const link of links) {
    if (!link.embed && noteTarget(link) !== null) found.push({ at: link.from, name: nameOfLink(link, line) });
  }
  if (hasAt) {
    for (const { index, 1: name } of text.matchAll(MENTION)) {
      const at = index + (text[index] === '@' ? 0 : 1);
      if (name === undefined || links.some((link) => link.from <= at && at < link.to && noteTarget(link) !== null))
        continue;
      found.push({ at, name: { text: asKept(name), target: null, line } });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

const NO_NAMES: Name[] = [];

/** `@` at a word's start, with the capitalised words after it; one word of any letters where none is capitalised. */
const MENTION =
  /(?:^|[^\p{L}\p{N}_.@/])@(\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’-]*){0,3}|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)/gu;
