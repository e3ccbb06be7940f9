import parseMatter from 'gray-matter/lib/parse';
import {
  afterLineEnd,
  type FrontmatterKey,
  type FrontmatterLines,
  lineEnd,
  scanLines,
  startsLikeKeys,
} from './frontmatter-lines';
import { readPlainFrontmatter } from './plain-frontmatter';
import { yaml as yamlEngine, YamlFault } from './yaml-engine';

/** `detail`: what the YAML parser said, in its own words; null where it said nothing. */
export type FrontmatterFault =
  | { readonly code: 'not-yaml'; readonly detail: string | null }
  | { readonly code: 'no-properties' }
  | { readonly code: 'given-twice'; readonly key: string }
  /** Valid, but written in a form to which no line can be added. */
  | { readonly code: 'no-room' };

export interface Frontmatter extends FrontmatterLines {
  /** Top-level keys to values, without prototype. Values may nest (at most 60 deep) and share parts through aliases. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The keys of `data`, in its order. */
  readonly names: readonly string[];
  readonly present: boolean;
  /** Offset right after the first `---` line; 0 without frontmatter. */
  readonly yamlFrom: number;
  /**
   * Set where Obsidian would call the properties invalid: `data` then holds the keys that parse alone; never write
   * here.
   */
  readonly error: { readonly line: number; readonly fault: FrontmatterFault } | null;
  /** `js` of `---js`: such frontmatter is never read (and never run); `present` is true, `data` empty. */
  readonly language: string | null;
  /** The first line is `---`, keys follow, and nothing closes them: the file counts as having none. */
  readonly unclosed: boolean;
}

/**
 * The frontmatter of a note: `---` on the very first line (a BOM before it is allowed), down to the next line that is
 * `---`. LF, CRLF and CR all end lines. Never throws.
 */
export function readFrontmatter(text: string): Frontmatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return none(start);
  const firstEnd = lineEnd(text, start);
  const language = text.slice(start + 3, firstEnd).trim();
  if (language !== '' && !LANGUAGES.test(language)) return none(start);

  const yamlFrom = afterLineEnd(text, firstEnd);
  const plain = language === '' ? readPlainFrontmatter(text, yamlFrom) : null;
  if (plain !== null) {
    const { data, keys, yamlTo, bodyFrom, bodyLine } = plain;
    return {
      data,
      names: keys.map(({ key }) => key),
      present: true,
      yamlFrom,
      yamlTo,
      bodyFrom,
      bodyLine,
      keys,
      error: null,
      language: null,
      unclosed: false,
    };
  }
  const lines = scanLines(text, yamlFrom);
  if (lines === null) return { ...none(start), unclosed: language === '' && startsLikeKeys(text, yamlFrom) };

  const { keys, yamlTo, bodyFrom, bodyLine } = lines;
  if (language !== '' && !/^ya?ml$/i.test(language)) {
    return {
      data: emptyData(),
      names: NO_NAMES,
      present: true,
      yamlFrom,
      yamlTo,
      bodyFrom,
      bodyLine,
      keys: [],
      error: null,
      language,
      unclosed: false,
    };
  }
  const { data, error } = parseYaml(text.slice(yamlFrom, yamlTo), yamlFrom, keys);
  return {
    data,
    names: Object.keys(data),
    present: true,
    yamlFrom,
    yamlTo,
    bodyFrom,
    bodyLine,
    keys,
    error,
    language: null,
    unclosed: false,
  };
}

/** The value of a property, found in any letter case, as Obsidian finds it; undefined where there is none. */
export function propertyOf({ data, names }: Pick<Frontmatter, 'data' | 'names'>, key: string): unknown {
  if (names.length === 0) return undefined;
  if (key in data) return data[key];
  for (const own of names) if (own.length === key.length && own.toLowerCase() === key.toLowerCase()) return data[own];
  return undefined;
}

/** What other tools allow after the first `---`. */
const LANGUAGES = /^(ya?ml|js|javascript|ts|json5?|toml|coffee|cson)$/i;

const NO_NAMES: readonly string[] = [];

function none(bodyFrom: number): Frontmatter {
  return {
    data: emptyData(),
    names: NO_NAMES,
    present: false,
    yamlFrom: 0,
    yamlTo: 0,
    bodyFrom,
    bodyLine: 1,
    keys: [],
    error: null,
    language: null,
    unclosed: false,
  };
}

function emptyData(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

interface Parsed {
  readonly data: Record<string, unknown>;
  readonly error: Frontmatter['error'];
}

function parseYaml(yaml: string, yamlFrom: number, keys: readonly FrontmatterKey[]): Parsed {
  const data = emptyData();
  if (!/[^\s]/.test(yaml)) return { data, error: null };
  let fault: FrontmatterFault;
  let line = 0;
  try {
    const value = parseWhole(yaml);
    if (value === null || value === undefined) return { data, error: null };
    if (typeof value === 'object' && !Array.isArray(value)) {
      copyKeys(value, data);
      return { data, error: Object.keys(value).length === keys.length ? null : twiceGiven(keys) };
    }
    fault = { code: 'no-properties' };
  } catch (error) {
    fault = { code: 'not-yaml', detail: error instanceof YamlFault ? error.message : null };
    if (error instanceof YamlFault) line = error.line;
  }
  keysThatParseAlone(yaml, yamlFrom, keys, data);
  return { data, error: { line: line + 2, fault } };
}

/**
 * gray-matter's parsing alone, always as YAML: the place of the frontmatter is known already, and its own way of
 * finding it takes comments out by an expression that is quadratic in blank lines.
 */
function parseWhole(yaml: string): unknown {
  return parseMatter('yaml', yaml, MATTER_OPTIONS);
}

const MATTER_OPTIONS = { engines: { yaml: { parse: yamlEngine.parse as (text: string) => object } } };

/** Without a prototype `__proto__` is a key like others. */
function copyKeys(from: object, to: Record<string, unknown>): void {
  for (const key of Object.keys(from)) to[key] = (from as Record<string, unknown>)[key];
}

/** YAML allows a key once; Obsidian shows such properties as invalid. */
function twiceGiven(keys: readonly FrontmatterKey[]): Frontmatter['error'] {
  const seen = new Set<string>();
  for (const { key, line } of keys) {
    if (seen.has(key)) return { line, fault: { code: 'given-twice', key } };
    seen.add(key);
  }
  return null;
}

/** What can be saved of YAML that does not parse: each top-level key with its own lines, read by itself. */
function keysThatParseAlone(
  yaml: string,
  yamlFrom: number,
  keys: readonly FrontmatterKey[],
  data: Record<string, unknown>,
): void {
  for (const { from, to } of keys) {
    const own = yaml.slice(from - yamlFrom, to - yamlFrom);
    // A list that starts on the next line has to be indented; with a space before every further line it is.
    const value = parseAlone(own) ?? (/[\r\n]/.test(own) ? parseAlone(own.replace(/\r\n?|\n/g, '\n ')) : null);
    if (value !== null) copyKeys(value, data);
  }
}

function parseAlone(yaml: string): object | null {
  try {
    const value = yamlEngine.parse(yaml);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
