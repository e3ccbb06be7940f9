/**
 * Properties in a page's frontmatter, line by line: only the lines of keys that are ours are written, so comments,
 * quotes and order of all others stay.
 *
 *     ---
 *     aliases: [Ann]           never looked at
 *     last_contact: 2025-10-28 ours: the value changes, a comment after it stays
 *     meeting_count: 11        new ones go next to the others of ours, in their order; the first ones to the end
 *     ---
 */
import { type Frontmatter, readFrontmatter } from '../text/frontmatter';
import type { FrontmatterKey } from '../text/frontmatter-lines';
import { lineEnding } from '../text/lines';
import type { ProblemInFile } from '../note/problems';
import { pushInto } from '../text/push-into';

export type PropertyValue = string | number | boolean;

export interface Ownership {
  /** Keys whose lines are ours, as the block's begin marker names them. */
  readonly keys: readonly string[];
  /** Whether the page had no frontmatter before ours. */
  readonly madeFrontmatter: boolean;
}

export type PropertyProblem = ProblemInFile<'frontmatter-invalid' | 'frontmatter-language' | 'frontmatter-unclosed'>;

export interface PropertyResult {
  /** Unchanged when there is a problem. */
  readonly text: string;
  readonly owned: Ownership;
  readonly problem: PropertyProblem | null;
  /** Of `text`, where it was read to see that it still can be. */
  readonly frontmatter?: Frontmatter;
}

/**
 * Makes `values` the page's own properties: what is ours and no longer among them goes, what is new comes last. A key
 * that was there before us, in any letter case, is left as it is and does not become ours. Frontmatter that is not
 * plain valid YAML is never written. `frontmatter` is the page's own, for whoever has read it already.
 */
export function setProperties(
  pageText: string,
  values: Readonly<Record<string, PropertyValue>>,
  owned: Ownership,
  frontmatter: Frontmatter = readFrontmatter(pageText),
): PropertyResult {
  const renamed = withNewNames(pageText, values, owned, frontmatter);
  if (renamed !== null) return setProperties(renamed.text, values, renamed.owned);
  const wanted = Object.entries(values);
  const problem = problemOf(frontmatter);
  const once = problem?.code === 'frontmatter-invalid' ? withoutDoubled(pageText, frontmatter, owned) : null;
  if (once !== null) {
    const result = setProperties(once, values, owned);
    if (result.problem === null) return result;
  }
  if (problem !== null) {
    // Without any property, wanted or to be taken out, the frontmatter's state does not matter.
    return { text: pageText, owned, problem: wanted.length === 0 && owned.keys.length === 0 ? null : problem };
  }
  if (!frontmatter.present) return { ...makeFrontmatter(pageText, wanted, frontmatter.bodyFrom), problem: null };

  const result = editFrontmatter(pageText, frontmatter, wanted, owned);
  if (result.text === pageText) return { ...result, problem: null, frontmatter };
  const after = readFrontmatter(result.text);
  if (stillReads(result, { before: frontmatter, after, owned }))
    return { ...result, problem: null, frontmatter: after };
  return { text: pageText, owned, problem: { code: 'frontmatter-invalid', line: 2, fault: { code: 'no-room' } } };
}

/** Our properties that had another name before. */
const NEW_NAMES: ReadonlyMap<string, string> = new Map([['meetings', 'meeting_count']]);

/**
 * The page with those of our properties that have another name by now renamed where they are; null where there are
 * none. What the begin marker does not name is the person's own, and so is a key that has the new name already.
 */
function withNewNames(
  text: string,
  values: Readonly<Record<string, PropertyValue>>,
  { keys, madeFrontmatter }: Ownership,
  { keys: entries }: Frontmatter,
): Written | null {
  for (const [before, after] of NEW_NAMES) {
    const entry = entries.find(({ key }) => key === before);
    const isTaken = entries.some(({ key }) => key.toLowerCase() === after);
    if (!keys.includes(before) || before in values || !(after in values) || entry === undefined || isTaken) continue;
    if (!text.startsWith(`${before}:`, entry.from)) continue;
    return {
      text: text.slice(0, entry.from) + after + text.slice(entry.from + before.length),
      owned: { keys: keys.map((key) => (key === before ? after : key)), madeFrontmatter },
    };
  }
  return null;
}

/** The page without our properties, and without the frontmatter when that was ours and holds nothing else by now. */
export function removeProperties(pageText: string, owned: Ownership): PropertyResult {
  return setProperties(pageText, {}, owned);
}

function problemOf(frontmatter: Frontmatter): PropertyProblem | null {
  const { unclosed, language, error } = frontmatter;
  if (unclosed) return { code: 'frontmatter-unclosed', line: 1 };
  if (language !== null) return { code: 'frontmatter-language', line: 1, language };
  return error === null ? null : { code: 'frontmatter-invalid', ...error };
}

/**
 * The page with the first only of each of our properties that a merge of two devices' versions put in twice; null where
 * it is not that which makes the frontmatter invalid.
 *
 *     last_contact: 2025-10-21
 *     meeting_count: 11
 *     last_contact: 2025-10-28    goes: which of the two it is does not matter, the value is computed again
 */
function withoutDoubled(text: string, { yamlFrom, yamlTo, bodyFrom }: Frontmatter, { keys }: Ownership): string | null {
  const mine = new Set(keys);
  const seen = new Set<string>();
  let yaml = '';
  for (const [line] of text.slice(yamlFrom, yamlTo).matchAll(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g)) {
    const [, key = '', value = ''] = /^([^\s:#]+):([^\r\n]*)/.exec(line) ?? [];
    if (mine.has(key) && seen.has(key) && OUR_VALUE.test(value)) continue;
    // Whoever put in what we never write meant it.
    if (mine.has(key) && !OUR_VALUE.test(value)) return null;
    seen.add(key);
    yaml += line;
  }
  if (yaml.length === yamlTo - yamlFrom) return null;
  const once = text.slice(0, yamlFrom) + yaml + text.slice(yamlTo, bodyFrom);
  return readFrontmatter(once).error === null ? once + text.slice(bodyFrom) : null;
}

const OUR_VALUE = /^ ?["']?(?:\d{4}-\d{2}-\d{2}|\d{1,9})["']?$/;

type Entry = readonly [key: string, value: PropertyValue];
type Written = Pick<PropertyResult, 'text' | 'owned'>;

function makeFrontmatter(text: string, wanted: readonly Entry[], at: number): Written {
  if (wanted.length === 0) return { text, owned: { keys: [], madeFrontmatter: false } };
  const ending = lineEnding(text);
  const lines = ['---', ...wanted.map(([key, value]) => `${key}: ${yamlScalar(value)}`), '---', ''];
  return {
    text: text.slice(0, at) + lines.join(ending) + text.slice(at),
    owned: { keys: wanted.map(([key]) => key), madeFrontmatter: true },
  };
}

function editFrontmatter(text: string, frontmatter: Frontmatter, wanted: readonly Entry[], owned: Ownership): Written {
  const { yamlFrom, yamlTo, bodyFrom, keys } = frontmatter;
  const values = new Map(wanted);
  const mine = new Set(owned.keys);
  const there = new Set(keys.map(({ key }) => key.toLowerCase()));
  const stay = new Set(keys.flatMap(({ key }) => (mine.has(key) && values.has(key) ? [key] : [])));
  const { before, behind, last } = placesOf(
    wanted.filter(([key]) => stay.has(key) || !there.has(key.toLowerCase())),
    stay,
  );
  const ending = lineBreakBefore(text, yamlTo);
  const lines = (added: readonly Entry[] = []): string =>
    added.map(([key, value]) => `${key}: ${yamlScalar(value)}${ending}`).join('');
  let yaml = '';
  let at = yamlFrom;
  for (const entry of keys) {
    if (!mine.has(entry.key)) continue;
    const value = values.get(entry.key);
    const next = afterLineEnd(text, entry.to);
    yaml += text.slice(at, entry.from);
    if (value !== undefined)
      yaml +=
        lines(before.get(entry.key)) +
        propertyLines(text, entry, value) +
        text.slice(entry.to, next) +
        lines(behind.get(entry.key));
    at = next;
  }
  yaml += text.slice(at, yamlTo) + lines(last);

  const kept = wanted.filter(
    ([key]) => !there.has(key.toLowerCase()) || (mine.has(key) && keys.some((entry) => entry.key === key)),
  );
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (yaml === '' && owned.madeFrontmatter) {
    return { text: text.slice(0, start) + text.slice(bodyFrom), owned: { keys: [], madeFrontmatter: false } };
  }
  return {
    text: text.slice(0, yamlFrom) + yaml + text.slice(yamlTo),
    owned: { keys: kept.map(([key]) => key), madeFrontmatter: owned.madeFrontmatter },
  };
}

/**
 * Where those of our properties go that are not there: after the one that comes before them, else before the next. So
 * a property that goes for a while comes back to its place, and the page does not tell what happened meanwhile.
 */
function placesOf(
  wanted: readonly Entry[],
  stay: ReadonlySet<string>,
): { before: Map<string, Entry[]>; behind: Map<string, Entry[]>; last: Entry[] } {
  const [before, behind] = [new Map<string, Entry[]>(), new Map<string, Entry[]>()];
  let waiting: Entry[] = [];
  let above: string | null = null;
  for (const entry of wanted) {
    const [key] = entry;
    if (stay.has(key)) {
      if (waiting.length > 0) before.set(key, waiting);
      waiting = [];
      above = key;
    } else if (above === null) waiting.push(entry);
    else pushInto(behind, above, entry);
  }
  return { before, behind, last: waiting };
}

/**
 * The line of a key that is ours with its new value. A value that is the same in other quotes stays, as does a comment.
 *
 *     last_contact: '2025-10-21'  # computed
 *                 ^ name ends    ^ comment begins
 */
function propertyLines(text: string, { key, from, to }: FrontmatterKey, value: PropertyValue): string {
  const line = text.slice(from, to);
  const colon = line.indexOf(':') + 1;
  if (colon === 0 || /[\r\n]/.test(line)) return `${key}: ${yamlScalar(value)}`;
  const comment = line.slice(colon).search(/[ \t]#/);
  const end = comment < 0 ? line.length : colon + comment;
  const old = line.slice(colon, end);
  const bare = old.trim();
  const unquoted = /^(["']).*\1$/.test(bare) ? bare.slice(1, -1) : bare;
  if (unquoted === String(value)) return line;
  const padding = old.slice(old.trimEnd().length);
  return `${line.slice(0, colon)} ${yamlScalar(value)}${comment < 0 ? '' : padding}${line.slice(end)}`;
}

/** A value as YAML reads it back: plain where that is safe, else in double quotes. */
function yamlScalar(value: PropertyValue): string {
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const plain =
    /^[\p{L}][\p{L}\p{N} _./-]*$/u.test(value) &&
    !value.endsWith(' ') &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
  return plain ? value : JSON.stringify(value);
}

/**
 * Whether our keys are read and every other still has its value: a flow map or an unusual scalar may swallow an added
 * line.
 */
function stillReads(
  { owned }: Written,
  {
    before,
    after,
    owned: ownedBefore,
  }: { readonly before: Frontmatter; readonly after: Frontmatter; readonly owned: Ownership },
): boolean {
  const ours = new Set([...ownedBefore.keys, ...owned.keys]);
  const others = ({ names }: Frontmatter): readonly string[] => names.filter((key) => !ours.has(key));
  const left = others(before);
  const right = others(after);
  return (
    after.error === null &&
    owned.keys.every((key) => key in after.data) &&
    left.length === right.length &&
    left.every((key, at) => key === right[at] && isSameValue(before.data[key], after.data[key]))
  );
}

function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function afterLineEnd(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
}

/** The line end right before an offset that starts a line. */
function lineBreakBefore(text: string, offset: number): string {
  return text.slice(0, offset).endsWith('\r\n') ? '\r\n' : text.charAt(offset - 1);
}
