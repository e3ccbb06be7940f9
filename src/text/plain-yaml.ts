/**
 * The YAML that nearly all frontmatter is made of, read directly: js-yaml takes longer for a note's properties than all the rest
 * of the note does. Anything beyond this small part of YAML is null, and js-yaml's to read; where this reads, it reads the same.
 *
 *     title: Pricing with Acme          a text, number, true, false or null
 *     source: 'Inbox/a: b'              quotes without escapes
 *     people: [Ann Lee, "[[Bo Kim]]"]   lists, over several lines too
 *     entities:                         maps and lists below their key
 *       projects:
 *       - '[[Atlas]]'
 */

/** The keys and values of `text` between two offsets, without prototype, or null where it is more than plain. Linear. */
export function readPlainYaml(text: string, from: number, to: number): Record<string, unknown> | null {
  const reader = new PlainYaml(text, from, to);
  const data = Object.create(null) as Record<string, unknown>;
  return reader.readAll(data) ? data : null;
}

/** What a reading step gives where the text is more than plain. */
const MORE = Symbol('more');

const DEEPEST = 8;
const LONGEST_KEY = 200;

class PlainYaml {
  private indent = 0;
  /** Nothing but blank lines follows. */
  private ended = false;

  constructor(private readonly text: string, private at: number, private readonly to: number) {}

  readAll(into: Record<string, unknown>): boolean {
    this.toContent();
    return (this.ended || this.indent === 0) && this.readMap(into, 0, 0) && this.ended;
  }

  /** From a line's start, or from the end of one, over blank lines to the next character. */
  private toContent(): void {
    const { text, to } = this;
    for (let start = this.at; ; start = this.at) {
      this.skipSpaces();
      if (this.at >= to) {
        this.ended = true;
        return;
      }
      const code = text.charCodeAt(this.at);
      if (code !== LF && !(code === CR && text.charCodeAt(this.at + 1) === LF)) {
        this.indent = this.at - start;
        return;
      }
      this.at += code === CR ? 2 : 1;
    }
  }

  /** From behind a value to the next content; false where more stands on the line. */
  private endLine(): boolean {
    this.skipSpaces();
    if (this.at < this.to) {
      const code = this.text.charCodeAt(this.at);
      if (code === CR && this.text.charCodeAt(this.at + 1) === LF) this.at += 2;
      else if (code === LF) this.at += 1;
      else return false;
    }
    this.toContent();
    return true;
  }

  /** The keys of one indentation, from the first on. */
  private readMap(into: Record<string, unknown>, indent: number, depth: number): boolean {
    while (!this.ended && this.indent === indent) {
      const key = this.readKey();
      if (key === null || key in into) return false;
      const value = this.readKeyValue(indent, depth);
      if (value === MORE) return false;
      into[key] = value;
    }
    // Deeper than the key: the value goes on.
    return this.ended || this.indent < indent;
  }

  private readKey(): string | null {
    const { text } = this;
    const from = this.at;
    let at = from;
    while (isKeyCharacter(text.charCodeAt(at))) at += 1;
    const code = text.charCodeAt(at + 1);
    if (at === from || at - from > LONGEST_KEY || text.charCodeAt(at) !== COLON || (code !== SPACE && code !== LF && code !== CR && at + 1 < this.to)) return null;
    if (!isLetter(text.charCodeAt(from)) || text.charCodeAt(at - 1) === SPACE) return null;
    this.at = at + 1;
    const key = text.slice(from, at);
    return NO_TEXT.has(key) ? null : key;
  }

  private readKeyValue(indent: number, depth: number): unknown {
    const { text } = this;
    this.skipSpaces();
    if (!this.atLineEnd()) return this.readInline(indent, depth);
    if (!this.endLine()) return MORE;
    if (this.ended || this.indent < indent) return null;
    const code = text.charCodeAt(this.at);
    if (code === HYPHEN) return this.readList(this.indent, depth);
    if (this.indent === indent) return null;
    if (code === OPEN) return this.readInline(indent, depth);
    const map: Record<string, unknown> = {};
    return depth < DEEPEST && this.readMap(map, this.indent, depth + 1) ? map : MORE;
  }

  /** Lines of one indentation that begin with `- `. */
  private readList(indent: number, depth: number): unknown {
    const list: unknown[] = [];
    while (!this.ended && this.indent === indent && this.text.charCodeAt(this.at) === HYPHEN) {
      if (this.text.charCodeAt(this.at + 1) !== SPACE) return MORE;
      this.at += 2;
      this.skipSpaces();
      const value = this.readInline(indent, depth);
      if (value === MORE) return MORE;
      list.push(value);
    }
    return list;
  }

  /** A value on the line of its key or hyphen, to the next content. */
  private readInline(indent: number, depth: number): unknown {
    const value = this.readValue(indent, depth, false);
    return value !== MORE && this.endLine() ? value : MORE;
  }

  private readValue(indent: number, depth: number, inFlow: boolean): unknown {
    const code = this.text.charCodeAt(this.at);
    if (code === QUOTE || code === APOSTROPHE) return this.readQuoted(code);
    if (code === OPEN) return depth < DEEPEST ? this.readFlow(indent, depth + 1) : MORE;
    return this.readScalar(inFlow);
  }

  /** `[Ann Lee, 'Bo']`; further lines of it are deeper than the key. */
  private readFlow(indent: number, depth: number): unknown {
    const list: unknown[] = [];
    this.at += 1;
    for (;;) {
      if (!this.skipBlanks(indent)) return MORE;
      if (this.text.charCodeAt(this.at) === CLOSE) break;
      const value = this.readValue(indent, depth, true);
      if (value === MORE || !this.skipBlanks(indent)) return MORE;
      list.push(value);
      const code = this.text.charCodeAt(this.at);
      if (code === CLOSE) break;
      if (code !== COMMA) return MORE;
      this.at += 1;
    }
    this.at += 1;
    return list;
  }

  /** Spaces and line ends within brackets; false where the brackets are not closed, or go on too far left. */
  private skipBlanks(indent: number): boolean {
    const { text } = this;
    this.skipSpaces();
    if (this.atLineEnd()) {
      if (this.at >= this.to || text.charCodeAt(this.at + (text.charCodeAt(this.at) === CR ? 1 : 0)) !== LF) return false;
      this.toContent();
      return !this.ended && this.indent > indent;
    }
    return true;
  }

  private readQuoted(quote: number): unknown {
    const { text, to } = this;
    const from = this.at + 1;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        // A quote given twice stands for one.
        if (text.charCodeAt(at + 1) === quote) return MORE;
        this.at = at + 1;
        return text.slice(from, at);
      }
      if (code === BACKSLASH || !isPlain(code)) return MORE;
    }
    return MORE;
  }

  private readScalar(inFlow: boolean): unknown {
    const { text, to } = this;
    const from = this.at;
    const first = text.charCodeAt(from);
    if (!isLetter(first) && !isDigit(first) && first !== ROUND && first !== SLASH) return MORE;
    let at = from;
    let end = from;
    for (; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === SPACE) continue;
      if (!isPlain(code)) {
        if (code === LF || code === CR) break;
        return MORE;
      }
      if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (at + 1 >= to || next <= SPACE || (inFlow && isFlowMark(next))) return MORE;
      } else if (code === NUMBER_SIGN) {
        if (end < at) return MORE;
      } else if (inFlow && isFlowMark(code)) {
        if (code !== COMMA && code !== CLOSE) return MORE;
        break;
      }
      end = at + 1;
    }
    this.at = at;
    const value = text.slice(from, end);
    return isDigit(first) ? numberOrText(value) : NO_TEXT.has(value) ? wordValue(value) : value;
  }

  private skipSpaces(): void {
    while (this.at < this.to && this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }

  private atLineEnd(): boolean {
    const code = this.text.charCodeAt(this.at);
    return this.at >= this.to || code === LF || code === CR;
  }
}

/** Words that are no text as a value, and no key as they are written. */
const NO_TEXT: ReadonlySet<string> = new Set(['null', 'Null', 'NULL', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE', '__proto__']);

function wordValue(word: string): unknown {
  switch (word.charAt(0).toLowerCase()) {
    case 't': return true;
    case 'f': return false;
    case 'n': return null;
    default: return word;
  }
}

/** What begins with a digit: a day or a time is a text; so is what has a space. Numbers other than whole ones are js-yaml's. */
function numberOrText(value: string): unknown {
  if (WHOLE_NUMBER.test(value)) return Number(value);
  return TEXT_OF_DIGITS.test(value) ? value : MORE;
}

const WHOLE_NUMBER = /^[0-9]{1,15}$/;
const TEXT_OF_DIGITS = /^\d{4}-\d|[ :]/;

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

/** What YAML takes as it is. Halves of characters are left to js-yaml, which looks at whether they match. */
function isPlain(code: number): boolean {
  if (code < 0x7f) return code >= SPACE;
  return code >= 0xa0 && (code < 0xd800 || (code > 0xdfff && code < 0xfffe && code !== 0xfeff)) && code !== 0x2028 && code !== 0x2029;
}

function isFlowMark(code: number): boolean {
  return code === COMMA || code === OPEN || code === CLOSE || code === 123 || code === 125;
}
