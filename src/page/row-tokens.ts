/**
 * Takes a line of a note apart into pieces that are safe by themselves. What other plugins would count a second time is
 * left out here: checkboxes, tags, inline fields, block ids, embeds, footnotes.
 */

export interface RowToken {
  /**
   * `text`: one character, escaped where it could mean something. `atom`: a link, web address or code that stays whole.
   * `delimiter`: emphasis, to be escaped unless it has a partner.
   */
  readonly kind: 'text' | 'atom' | 'delimiter';
  readonly text: string;
  /** UTF-16 units that a reader sees of it: of a link its words, not its target. */
  readonly shown: number;
}

/** Characters of a text that are looked at; a row shows 300. */
const LONGEST = 4_000;

export function rowTokens(text: string): RowToken[] {
  return new RowScanner(withoutEnds(singleLine(text))).scan();
}

/** One line of whole characters: every kind of space is a space, and nothing turns the reading direction around. */
function singleLine(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * Without list markers, checkboxes and heading or quote marks in front, without block ids and fields after, without
 * tags at either end.
 */
function withoutEnds(text: string): string {
  let start = 0;
  for (let end = wordEnd(text, 0); isMark(text.slice(start, end)); end = wordEnd(text, start)) start = end + 1;
  let end = text.length;
  while (end > start) {
    const from = Math.max(text.lastIndexOf(' ', end - 1) + 1, start);
    const word = text.slice(from, end);
    const field = /[\])]$/.test(word) ? LAST_FIELD.exec(text.slice(start, end)) : null;
    if (field !== null) end = start + field.index;
    else if (/^\^[A-Za-z0-9-]+$/.test(word) || isTag(word) || word === '') end = Math.max(from - 1, start);
    else break;
  }
  return text.slice(start, end);
}

function wordEnd(text: string, from: number): number {
  // A checkbox holds a space.
  if (/^\[.\] /u.test(text.slice(from, from + 5))) return text.indexOf(']', from + 2) + 1;
  const space = text.indexOf(' ', from);
  return space < 0 ? text.length : space;
}

/** A whole word that says nothing in front of a text. */
function isMark(word: string): boolean {
  return LEADING.test(word) || isTag(word);
}

const LEADING = /^(?:[-*]|\[.\]|>+|#{1,6})$/u;

function isTag(word: string): boolean {
  return /^#[\p{L}\p{N}\p{Extended_Pictographic}\ufe0f_/-]+$/u.test(word) && !/^#\d+$/.test(word);
}

/** `[key:: value]` and `(key:: value)`; a link may be in the value. */
const FIELD = /[[(][^[\]():]+::(?:[^[\]()]|\[\[[^[\]]*\]\])*[\])]/y;
const LAST_FIELD = /[[(][^[\]():]+::(?:[^[\]()]|\[\[[^[\]]*\]\])*[\])]$/;
const FOOTNOTE = /\[\^[^[\]]*\]:?/y;
const WIKILINK = /\[\[([^[\]|]*)(?:\\?\|([^[\]]*))?\]\]/y;
const MARKDOWN_LINK = /\[([^[\]]*)\]\(<?([^()\s]*?)>?(?: +"[^"()]*")? *\)/y;
const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^[\]()*$]+/y;
const EMPHASIS = /\*+|_+|~+|=+/y;

/** What a link or an address may not hold: it could end, open or run something in spite of being whole. */
const RISKY = /[`<>{}$*\\]|%%|::|~~|==|--!?>/;
/**
 * Code that is only code: no query (`= this.x`), no field of another plugin (`INPUT[…]`), nothing that is looked for in
 * raw text.
 */
const PLAIN_CODE = /^[\p{L}\p{N}_./~-](?:[\p{L}\p{N}_./~@,;!?'"()+*&^|\\ -]|[=:#](?![=:]))*$/u;

class RowScanner {
  private readonly tokens: RowToken[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  scan(): RowToken[] {
    while (this.at < this.text.length) {
      if (!this.scanConstruct()) this.scanCharacter();
    }
    return this.tokens;
  }

  /** What is more than a character; false when none is here. */
  private scanConstruct(): boolean {
    switch (this.text.charAt(this.at)) {
      case '!':
        return this.text.charAt(this.at + 1) === '[' && this.scanBracket(this.at + 1);
      case '[':
        return this.scanBracket(this.at);
      case '(':
        return this.skip(FIELD);
      case '`':
        return this.scanCode();
      case 'h':
        return !/[\p{L}\p{N}]/u.test(this.text.charAt(this.at - 1)) && this.scanAddress(this.at);
      case '<':
        return this.scanAddress(this.at + 1) && this.skipClosing();
      case '*':
      case '_':
      case '~':
      case '=':
        return this.scanEmphasis();
      default:
        return false;
    }
  }

  private match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  private skip(pattern: RegExp): boolean {
    const found = this.match(pattern, this.at);
    if (found !== null) this.at += found[0].length;
    return found !== null;
  }

  /** Links of both forms; `at` is the bracket, after the `!` of an embed, which goes. */
  private scanBracket(at: number): boolean {
    const wikilink = this.match(WIKILINK, at);
    if (wikilink !== null) {
      const [whole, target = '', alias] = wikilink;
      this.at = at + whole.length;
      // A link within its own note leads nowhere from a page.
      const leads = target.trim() !== '' && !/^[#^]/.test(target) && !RISKY.test(whole);
      if (leads) this.atom(whole, (alias ?? target).length);
      else this.plain(alias ?? target.replace(/^[#^]+/, ''));
      return true;
    }
    const link = this.match(MARKDOWN_LINK, at);
    if (link !== null) {
      const [whole, words = '', address = ''] = link;
      this.at = at + whole.length;
      const simple =
        /^https?:\/\/|^mailto:/.test(address) &&
        !RISKY.test(words + address) &&
        !/[#^|!_]/.test(words) &&
        words.trim() !== '';
      if (simple) this.atom(`[${words}](${address})`, words.length);
      else this.plain(words);
      return true;
    }
    return at === this.at && (this.skip(FIELD) || this.skip(FOOTNOTE));
  }

  private scanCode(): boolean {
    const fence = /`+/y;
    const opening = this.match(fence, this.at)?.[0] ?? '';
    const runs = /`+/g;
    runs.lastIndex = this.at + opening.length;
    for (let run = runs.exec(this.text); run !== null; run = runs.exec(this.text)) {
      if (run[0].length !== opening.length) continue;
      const code = this.text.slice(this.at + opening.length, run.index);
      this.at = runs.lastIndex;
      if (opening.length < 3 && PLAIN_CODE.test(code)) this.atom(opening + code + opening, code.length);
      else this.plain(code);
      return true;
    }
    this.plain(opening);
    this.at += opening.length;
    return true;
  }

  private scanAddress(at: number): boolean {
    const address = this.match(ADDRESS, at)?.[0].replace(/[.,;:!?_~]+$/, '');
    if (address === undefined || RISKY.test(address)) return false;
    this.at = at + address.length;
    this.atom(address, address.length);
    return true;
  }

  /** The `>` of `<https://example.com>`. */
  private skipClosing(): boolean {
    if (this.text.charAt(this.at) === '>') this.at += 1;
    return true;
  }

  /** `*`, `_`, `~~` and `==`; within a word `_` is a letter, and `2 * 3` is no emphasis. */
  private scanEmphasis(): boolean {
    const run = this.match(EMPHASIS, this.at)?.[0] ?? '';
    const before = this.text.charAt(this.at - 1);
    const after = this.text.charAt(this.at + run.length);
    this.at += run.length;
    const kind = run.charAt(0);
    const letters = /[\p{L}\p{N}]/u;
    if (kind === '_' && letters.test(before) && letters.test(after)) for (const one of run) this.push(one);
    else if (run.length === 1 && (kind === '~' || kind === '=')) this.push(run);
    else if (run.length <= (kind === '*' || kind === '_' ? 3 : 2))
      this.tokens.push({ kind: 'delimiter', text: run, shown: run.length });
    else this.plain(run);
    return true;
  }

  private scanCharacter(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    const next = this.text.charAt(this.at + character.length);
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(next)) {
      // Escaped already: the character itself.
      this.plain(next);
      this.at += 2;
      return;
    }
    const before = this.text.charAt(this.at - 1);
    this.at += character.length;
    const tagged = character === '#' && (before === '' || before === ' ') && /[\p{L}_/-]/u.test(next);
    // A tag within a sentence is a word of it.
    if (!tagged) this.escaped(character, next);
  }

  /** Words in which nothing means anything. */
  private plain(words: string): void {
    for (const character of words) this.escaped(character, '');
  }

  private escaped(character: string, next: string): void {
    switch (character) {
      case ' ': {
        this.space();
        return;
      }
      // After a link it would give that another target.
      case '(': {
        this.push(this.tokens[this.tokens.length - 1]?.kind === 'atom' ? '\\(' : '(');
        return;
      }
      // Words left out after it may make it a line's last: a block id.
      case '^': {
        this.push(this.last() === ' ' || this.last() === '' ? '\\^' : '^');
        return;
      }
      case '<': {
        this.push(/[\s\d=-]/.test(next) ? '<' : '&lt;');
        return;
      }
      case '\\':
      case '`':
      case '*':
      case '_':
      case '~':
      case '[':
      case ']':
      case '$': {
        this.push(`\\${character}`);
        return;
      }
      case '#': {
        this.push(next === ' ' || /[\p{L}\p{N}]$/u.test(this.last()) ? '#' : '\\#');
        return;
      }
      // Doubled they open comments, templates and fields; after `-` and `%` the angle closes one.
      case '%':
      case '{':
      case '}':
      case ':':
      case '=': {
        this.push(this.last().endsWith(character) ? `\\${character}` : character);
        return;
      }
      case '>': {
        this.push(/[-%]$/.test(this.last()) ? '\\>' : '>');
        return;
      }
      default: {
        this.push(character);
        return;
      }
    }
  }

  private space(): void {
    if (this.tokens.length > 0 && this.last() !== ' ') this.push(' ');
  }

  private atom(text: string, shown: number): void {
    // What was between may have been left out: `!` right before a link would embed it, a link would take it for its
    // target.
    if (/[!\]]$/.test(this.last()) && text.startsWith('[')) this.push(' ');
    this.tokens.push({ kind: 'atom', text, shown });
  }

  /** One character; what escapes it is not seen. */
  private push(text: string): void {
    const isEscaped = text === '&lt;' || (text.length > 1 && text.startsWith('\\'));
    this.tokens.push({ kind: 'text', text, shown: isEscaped ? 1 : text.length });
  }

  private last(): string {
    return this.tokens[this.tokens.length - 1]?.text ?? '';
  }
}
