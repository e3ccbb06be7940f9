/** What the lines of frontmatter tell: its keys, where it ends, and where the body starts. No YAML is read for it. */
export interface FrontmatterKey {
  readonly key: string;
  /** 1-based. */
  readonly line: number;
  /** Offset of the key's line. */
  readonly from: number;
  /** End of the last line of its value, the line end left out; blank lines and comments after it are not in. */
  readonly to: number;
}

export interface FrontmatterLines {
  /** In order of the file. */
  readonly keys: readonly FrontmatterKey[];
  /** Offset of the closing `---` line; 0 without frontmatter. */
  readonly yamlTo: number;
  /** Where the body starts (after the BOM in a note without frontmatter), and that line's number, 1-based. */
  readonly bodyFrom: number;
  readonly bodyLine: number;
}

/**
 * The frontmatter's lines from `from` to the closing `---`; null when there is none.
 *
 *     entities:            a key at the line's start,
 *       people:            its value: everything indented,
 *     - '[[Ann Lee]]'      a list without indentation, and closing brackets
 *     date: 2025-10-28     down to the next key
 */
export function scanLines(text: string, from: number): FrontmatterLines | null {
  const keys: { key: string; line: number; from: number; to: number }[] = [];
  let line = 2;
  for (let at = from; at < text.length; line++) {
    const end = lineEnd(text, at);
    const next = afterLineEnd(text, end);
    if (isFence(text, at, end)) return { keys, yamlTo: at, bodyFrom: next, bodyLine: line + 1 };
    const first = text[at];
    if (at < end && first !== '#') {
      const key = first === ' ' || first === '\t' || first === '-' ? null : keyOf(text.slice(at, end));
      if (key !== null) {
        keys.push({ key, line, from: at, to: end });
      } else {
        const last = keys[keys.length - 1];
        if (last !== undefined && (first === '-' || text.slice(at, end).trim() !== '')) last.to = end;
      }
    }
    at = next;
  }
  return null;
}

/** `---`, and nothing but spaces after. */
function isFence(text: string, from: number, to: number): boolean {
  return text.startsWith('---', from) && (to === from + 3 || text.slice(from + 3, to).trim() === '');
}

/** The key of `key: value`, its quotes taken off; null where the line starts no property. */
function keyOf(line: string): string | null {
  const quote = line[0];
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, 1);
    return close > 0 && /^\s*:(\s|$)/.test(line.slice(close + 1)) ? line.slice(1, close) : null;
  }
  if (NO_KEY.includes(line.charAt(0))) return null;
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    if (colon === line.length - 1 || line[colon + 1] === ' ' || line[colon + 1] === '\t')
      return line.slice(0, colon).trim();
  }
  return null;
}

/** What begins a value and no plain key. */
const NO_KEY = '[]{},&*!|>%@`?';

export function startsLikeKeys(text: string, from: number): boolean {
  return keyOf(text.slice(from, lineEnd(text, from))) !== null;
}

export function lineEnd(text: string, from: number): number {
  // Frontmatter's lines are short: looking at each character beats two searches.
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) break;
  }
  return at;
}

export function afterLineEnd(text: string, end: number): number {
  if (end >= text.length) return end;
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

const LF = 10;
const CR = 13;
