/**
 * Takes the place of gray-matter's own engines, one of which evaluates JavaScript: YAML and nothing else. The bundle
 * and the tests put it in the place of `gray-matter/lib/engines`.
 *
 * YAML 1.2's core schema leaves dates strings. Keys are strings too: `1` is a key, `{{date}}` is not. A key given twice
 * takes its last value here (`readFrontmatter` reports it).
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { DEEPEST } from './nesting';

/** What cannot be read, and where: `line` counts from 0. */
export class YamlFault extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/**
 * Brackets and list marks that may be open at once: the parser takes memory and time beyond measure for each. In texts
 * they need not be closed, so that many more are allowed than values may nest.
 */
const MOST_OPEN = 1_000;
/** Values that aliases may stand for, all together: a few aliases of aliases are a bomb for whoever walks the value. */
const MOST_ALIASED = 1_000;

const OPTIONS = {
  schema: 'core',
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Lines may end in LF, CRLF or CR. Throws a `YamlFault`. */
function parse(text: string): unknown {
  const ended = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  // A quote that is not closed is only seen when a line end follows.
  const lines = ended.endsWith('\n') ? ended : `${ended}\n`;
  const deep = opensTooMuch(lines);
  if (deep !== null) throw new YamlFault(TOO_DEEP, lineAt(lines, deep));
  const { contents, errors, warnings } = parseDocument(lines, OPTIONS);
  const fault = errors[0] ?? warnings[0];
  if (fault !== undefined) throw new YamlFault(fault.message, lineAt(lines, fault.pos[0]));
  return new Values(lines).of(contents, 0);
}

const TOO_DEEP = 'it nests too deep';

/**
 * Where more than `MOST_OPEN` are open; null where that is nowhere.
 *
 *     a: [[[[[[   - - - - -   ? ? ?
 */
function opensTooMuch(text: string): number | null {
  let brackets = 0;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '[' || character === '{') brackets += 1;
    else if ((character === ']' || character === '}') && brackets > 0) brackets -= 1;
    else if (character === '\n') marks = 0;
    else if ((character === '-' || character === '?' || character === ':') && /[ \t]/.test(text.charAt(at + 1)))
      marks += 1;
    if (brackets + marks > MOST_OPEN) return at;
  }
  return null;
}

/** A document's nodes as plain values. Aliases share what they stand for. */
class Values {
  private readonly anchors = new Map<string, { readonly value: unknown; readonly size: number }>();
  private size = 0;
  private aliased = 0;

  constructor(private readonly text: string) {}

  of(node: unknown, depth: number): unknown {
    if (depth > DEEPEST) throw this.fault(TOO_DEEP, node);
    if (isAlias(node)) return this.ofAlias(node.source, node);
    const before = this.size;
    this.size += 1;
    let value: unknown = null;
    if (isScalar(node)) value = node.value;
    else if (isSeq(node)) value = node.items.map((item) => this.of(item, depth + 1));
    // Unlike an assignment, this makes `__proto__` a key like others.
    else if (isMap(node))
      value = Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), this.of(value, depth + 1)]));
    // Only now: nothing can stand for a value that it is part of.
    if ((isScalar(node) || isSeq(node) || isMap(node)) && node.anchor !== undefined)
      this.anchors.set(node.anchor, { value, size: this.size - before });
    return value;
  }

  private ofAlias(source: string, node: unknown): unknown {
    const meant = this.anchors.get(source);
    if (meant === undefined) throw this.fault(`nothing is called &${source} before it`, node);
    this.size += meant.size;
    this.aliased += meant.size;
    if (this.aliased > MOST_ALIASED) throw this.fault('its aliases stand for too much', node);
    return meant.value;
  }

  private fault(message: string, node: unknown): YamlFault {
    const { range } = node as { readonly range?: readonly [number, number, number] | null };
    return new YamlFault(message, lineAt(this.text, range?.[0] ?? 0));
  }
}

/** Of `: x` none. */
function keyText(key: unknown): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value : '';
}

/** From 0. */
function lineAt(text: string, at: number): number {
  let line = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}

// Nothing is ever dumped: properties are changed line by line.
export const yaml = { parse };
