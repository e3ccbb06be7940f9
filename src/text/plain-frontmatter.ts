/**
 * The YAML that nearly all frontmatter is made of, read in one pass with its lines: a YAML library takes longer for a
 * note's properties than all the rest of the note does. Whatever is more than this small part of YAML is null, and the
 * library's to read; what is read here is read the same, which a property test holds.
 *
 *     title: Pricing with Acme          a text, whole number, true, false or null
 *     source: 'Inbox/a: b'              quotes without escapes
 *     people: [Ann Lee, "[[Bo Kim]]"]   lists, over several lines too; an empty map {}
 *     entities:                         maps and lists below their key
 *       projects:
 *       - '[[Atlas]]'
 *     ---                               down to here
 */
import type { FrontmatterKey, FrontmatterLines } from './frontmatter-lines';
import { listed } from './listed';

interface PlainFrontmatter extends FrontmatterLines {
  /** Without prototype. */
  readonly data: Record<string, unknown>;
}

/** From after the first `---` line to the next; null where it is more than plain, or never closed. Linear. */
export function readPlainFrontmatter(text: string, from: number): PlainFrontmatter | null {
  return new PlainReader(text, from).read();
}

/** How deep lists and maps may nest, and how long a key may be, before they are the library's. */
const DEEPEST = 8;
const LONGEST_KEY = 200;

/** Reading steps give undefined where the text is more than plain, which is no value in YAML. */
class PlainReader {
  private readonly to: number;
  /** Of the line that `at` is on. */
  private line = 2;
  private indent = 0;
  /** Where the last line of content ended, its line end left out. */
  private contentEnd = 0;
  /** Where the closing line begins; -1 before it was met. */
  private closing = -1;
  private bodyFrom = 0;

  constructor(
    private readonly text: string,
    private at: number,
  ) {
    this.to = text.length;
  }

  read(): PlainFrontmatter | null {
    const data = Object.create(null) as Record<string, unknown>;
    const keys: FrontmatterKey[] = [];
    if (!this.toContent()) return null;
    while (this.closing < 0) {
      if (this.indent !== 0) return null;
      const { at: from, line } = this;
      const key = this.readKey();
      if (key === null || key in data) return null;
      const value = this.readKeyValue(0, 0);
      if (value === undefined) return null;
      data[key] = value;
      keys.push({ key, line, from, to: this.contentEnd });
    }
    return { data, keys, yamlTo: this.closing, bodyFrom: this.bodyFrom, bodyLine: this.line + 1 };
  }

  /**
   * From a line's start over blank lines to the next character, or to the closing line; false where the text ends
   * before it.
   */
  private toContent(): boolean {
    const { text, to } = this;
    for (let start = this.at; ; start = this.at) {
      this.skipSpaces();
      if (this.at >= to) return false;
      const code = text.charCodeAt(this.at);
      if (code !== LF && !(code === CR && text.charCodeAt(this.at + 1) === LF)) {
        this.indent = this.at - start;
        if (code === HYPHEN && this.indent === 0 && text.startsWith('---', start)) this.meetClosing(start);
        return true;
      }
      this.at += code === CR ? 2 : 1;
      this.line += 1;
    }
  }

  /** `---` with something after is no closing line, nor the start of anything plain. */
  private meetClosing(start: number): void {
    this.at = start + 3;
    this.skipSpaces();
    const { text, at, to } = this;
    if (at < to && text.charCodeAt(at) !== LF && !(text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF)) {
      this.at = start;
      return;
    }
    this.closing = start;
    this.indent = -1;
    this.bodyFrom = at >= to ? to : text.charCodeAt(at) === CR ? at + 2 : at + 1;
  }

  /** From after a value to the next content; false where more is on the line. */
  private endLine(): boolean {
    this.skipSpaces();
    this.contentEnd = this.at;
    return this.atLineEnd() && this.toContent();
  }

  /** The keys of one indentation within a map, from the first on. */
  private readMap(indent: number, depth: number): unknown {
    const map: Record<string, unknown> = {};
    while (this.indent === indent) {
      const key = this.readKey();
      if (key === null || Object.hasOwn(map, key)) return undefined;
      const value = this.readKeyValue(indent, depth);
      if (value === undefined) return undefined;
      map[key] = value;
    }
    // Deeper than the key: the value goes on.
    return this.indent < indent ? map : undefined;
  }

  private readKey(): string | null {
    const { text } = this;
    const from = this.at;
    if (!isLetter(text.charCodeAt(from))) return null;
    let at = from + 1;
    while (isKeyCharacter(text.charCodeAt(at))) at += 1;
    if (at - from > LONGEST_KEY || text.charCodeAt(at) !== COLON || text.charCodeAt(at - 1) === SPACE) return null;
    const code = text.charCodeAt(at + 1);
    if (code !== SPACE && code !== LF && code !== CR) return null;
    this.at = at + 1;
    const key = text.slice(from, at);
    return NO_TEXT.has(key) ? null : key;
  }

  private readKeyValue(indent: number, depth: number): unknown {
    this.skipSpaces();
    if (!this.atLineEnd()) return this.readInline(indent, depth);
    if (!this.endLine()) return undefined;
    if (this.indent < indent) return null;
    const code = this.text.charCodeAt(this.at);
    if (code === HYPHEN) return this.readList(this.indent, depth);
    if (this.indent === indent) return null;
    if (code === OPEN) return this.readInline(indent, depth);
    return depth < DEEPEST ? this.readMap(this.indent, depth + 1) : undefined;
  }

  /** Lines of one indentation that begin with `- `. */
  private readList(indent: number, depth: number): unknown {
    const list: unknown[] = [];
    while (this.indent === indent && this.text.charCodeAt(this.at) === HYPHEN) {
      if (this.text.charCodeAt(this.at + 1) !== SPACE) return undefined;
      this.at += 2;
      this.skipSpaces();
      const value = this.readInline(indent, depth);
      if (value === undefined) return undefined;
      list.push(value);
    }
    // Deeper than the hyphen: the last value goes on.
    return this.indent > indent ? undefined : list;
  }

  /** A value on the line of its key or hyphen, to the next content. */
  private readInline(indent: number, depth: number): unknown {
    const value = this.readValue(indent, depth, false);
    return value !== undefined && this.endLine() ? value : undefined;
  }

  private readValue(indent: number, depth: number, inFlow: boolean): unknown {
    const code = this.text.charCodeAt(this.at);
    if (code === QUOTE || code === APOSTROPHE) return this.readQuoted(code);
    if (code === OPEN) return depth < DEEPEST ? this.readFlow(indent, depth + 1) : undefined;
    if (this.text.startsWith('{}', this.at)) {
      this.at += 2;
      return {};
    }
    return this.readScalar(inFlow);
  }

  /** `[Ann Lee, 'Bo']`; further lines of it are deeper than the key. */
  private readFlow(indent: number, depth: number): unknown {
    const list: unknown[] = [];
    this.at += 1;
    for (;;) {
      if (!this.skipBlanks(indent)) return undefined;
      if (this.text.charCodeAt(this.at) === CLOSE) break;
      const value = this.readValue(indent, depth, true);
      if (value === undefined || !this.skipBlanks(indent)) return undefined;
      list.push(value);
      const code = this.text.charCodeAt(this.at);
      if (code === CLOSE) break;
      if (code !== COMMA) return undefined;
      this.at += 1;
    }
    this.at += 1;
    return list;
  }

  /** Spaces and line ends within brackets; false where the brackets are not closed, or go on too far left. */
  private skipBlanks(indent: number): boolean {
    this.skipSpaces();
    return !this.atLineEnd() || (this.toContent() && this.indent > indent);
  }

  private readQuoted(quote: number): string | undefined {
    const { text, to } = this;
    const from = this.at + 1;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        // A quote given twice stands for one.
        if (text.charCodeAt(at + 1) === quote) return undefined;
        this.at = at + 1;
        return text.slice(from, at);
      }
      if (code === BACKSLASH || !isPlain(code)) return undefined;
    }
    return undefined;
  }

  private readScalar(inFlow: boolean): unknown {
    const { text, to } = this;
    const from = this.at;
    const first = text.charCodeAt(from);
    if (!isLetter(first) && !isDigit(first) && first !== ROUND && first !== SLASH) return undefined;
    let at = from;
    let end = from;
    for (; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === SPACE) continue;
      if (code === LF || code === CR) break;
      if (!isPlain(code)) return undefined;
      if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (at + 1 >= to || next <= SPACE || (inFlow && isFlowMark(next))) return undefined;
      } else if (code === NUMBER_SIGN) {
        if (end < at) return undefined;
      } else if (inFlow && isFlowMark(code)) {
        if (code !== COMMA && code !== CLOSE) return undefined;
        break;
      }
      end = at + 1;
    }
    this.at = at;
    const value = text.slice(from, end);
    return isDigit(first) ? numberOrText(value) : NO_TEXT.has(value) ? wordValue(value) : value;
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }

  /** Whether nothing more is on the line; the text's end is none, for something has to close it. */
  private atLineEnd(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === LF || (code === CR && this.text.charCodeAt(this.at + 1) === LF);
  }
}

/** Words that are no text as a value, and no key as they are written. */
const NO_TEXT: ReadonlySet<string> = new Set(
  listed(`
  null, Null, NULL, true, True, TRUE, false, False, FALSE, __proto__`),
);

function wordValue(word: string): unknown {
  switch (word.charAt(0).toLowerCase()) {
    case 't':
      return true;
    case 'f':
      return false;
    case 'n':
      return null;
    default:
      return word;
  }
}

/**
 * What begins with a digit: a day or a time is a text; so are `1-1` and what has a space. Numbers other than whole
 * ones are the library's.
 */
function numberOrText(value: string): string | number | undefined {
  if (TEXT_OF_DIGITS.test(value)) return value;
  return WHOLE_NUMBER.test(value) ? Number(value) : undefined;
}

const WHOLE_NUMBER = /^[0-9]{1,15}$/;
const TEXT_OF_DIGITS = /^\d+-|[ :]/;

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const NUMBER_SIGN = 35;
const APOSTROPHE = 39;
const ROUND = 40;
const COMMA = 44;
const HYPHEN = 45;
const SLASH = 47;
const COLON = 58;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters beyond ASCII are not told from signs: neither means anything in YAML. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code > 0xa0 && isPlain(code));
}

function isKeyCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === HYPHEN || code === SPACE;
}

/** What YAML takes as it is. Halves of characters are left to the library, which looks at whether they match. */
function isPlain(code: number): boolean {
  if (code < 0x7f) return code >= SPACE;
  return (
    code >= 0xa0 &&
    (code < 0xd800 || (code > 0xdfff && code < 0xfffe && code !== 0xfeff)) &&
    code !== 0x2028 &&
    code !== 0x2029
  );
}

function isFlowMark(code: number): boolean {
  return code === COMMA || code === OPEN || code === CLOSE || code === 123 || code === 125;
}
