/**
 * HTML blocks: the seven kinds of start in CommonMark 0.31, section 4.6, by its numbers. `<!--` is number 2.
 *
 *     <details>          6: a block-level name; ends before a blank line
 *     <Ann-Lee x="1">    7: one whole tag, alone on its line; ends likewise, and interrupts no paragraph
 *     <!-- note          2: ends with the line that holds `-->`
 */

/** The kind of HTML block that begins at `at`, where `<` is; 0 for none. */
export function htmlStart(text: string, at: number, end: number): number {
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (next === QUESTION_MARK) return 3;
  if (next === EXCLAMATION_MARK) {
    if (text.startsWith('--', at + 2) && at + 4 <= end) return 2;
    if (at + 2 < end && isLetter(text.charCodeAt(at + 2))) return 4;
    return text.startsWith('[CDATA[', at + 2) && at + 9 <= end ? 5 : 0;
  }
  const closing = next === SLASH;
  const from = closing ? at + 2 : at + 1;
  let to = from;
  // The longest names of the table have ten letters.
  while (to < end && to - from < 11 && isNameCharacter(text.charCodeAt(to), to === from)) to += 1;
  if (to === from) return 0;
  const name = text.slice(from, to).toLowerCase();
  const after = to < end ? text.charCodeAt(to) : SPACE;
  const bounded = after === SPACE || after === TAB || after === GREATER_THAN;
  if (bounded && !closing && RAW_NAMES.has(name)) return 1;
  if (
    (bounded || (after === SLASH && to + 1 < end && text.charCodeAt(to + 1) === GREATER_THAN)) &&
    BLOCK_NAMES.has(name)
  )
    return 6;
  const tagEnd = closing ? closingTagEnd(text, to, end) : openingTagEnd(text, to, end);
  return tagEnd > 0 && skipBlanks(text, tagEnd, end) === end ? 7 : 0;
}

/** Whether a block of one of the kinds 1 to 5 ends with the line whose text from `from` to `end` is given. */
export function htmlEnds(kind: number, text: string, from: number, end: number): boolean {
  const line = text.slice(from, end);
  return kind === 1 ? RAW_END.test(line) : line.includes(ENDS[kind] ?? '');
}

const ENDS: readonly string[] = ['', '', '-->', '?>', '>', ']]>'];
const RAW_END = /<\/(?:script|pre|textarea|style)>/i;
const RAW_NAMES: ReadonlySet<string> = new Set(['script', 'pre', 'textarea', 'style']);
const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem ' +
    'nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

/** After `</name`: where the tag ends, or -1. `at` may lie within a long name. */
function closingTagEnd(text: string, at: number, end: number): number {
  const offset = skipBlanks(text, skipName(text, at, end), end);
  return offset < end && text.charCodeAt(offset) === GREATER_THAN ? offset + 1 : -1;
}

/** After `<name`: where the tag with its attributes ends, or -1. */
function openingTagEnd(text: string, at: number, end: number): number {
  let offset = skipName(text, at, end);
  for (;;) {
    const gap = skipBlanks(text, offset, end);
    if (gap === end) return -1;
    const code = text.charCodeAt(gap);
    if (code === GREATER_THAN) return gap + 1;
    if (code === SLASH) return gap + 1 < end && text.charCodeAt(gap + 1) === GREATER_THAN ? gap + 2 : -1;
    if (gap === offset || !isAttributeStart(code)) return -1;
    offset = attributeEnd(text, gap, end);
    if (offset < 0) return -1;
  }
}

/** Where `name`, `name=value`, `name = "value"` ends; -1 where the value is missing or not closed. */
function attributeEnd(text: string, at: number, end: number): number {
  let offset = at + 1;
  while (offset < end && isAttributeCharacter(text.charCodeAt(offset))) offset += 1;
  const equals = skipBlanks(text, offset, end);
  if (equals === end || text.charCodeAt(equals) !== EQUALS) return offset;
  const value = skipBlanks(text, equals + 1, end);
  if (value === end) return -1;
  const quote = text.charCodeAt(value);
  let after = value;
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    after += 1;
    while (after < end && text.charCodeAt(after) !== quote) after += 1;
    return after < end ? after + 1 : -1;
  }
  while (after < end && !endsUnquoted(text.charCodeAt(after))) after += 1;
  return after > value ? after : -1;
}

function skipName(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && isNameCharacter(text.charCodeAt(offset), false)) offset += 1;
  return offset;
}

function skipBlanks(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && (text.charCodeAt(offset) === SPACE || text.charCodeAt(offset) === TAB)) offset += 1;
  return offset;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isNameCharacter(code: number, first: boolean): boolean {
  return isLetter(code) || (!first && (isDigitCode(code) || code === HYPHEN));
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === UNDERSCORE || code === COLON;
}

function isAttributeCharacter(code: number): boolean {
  return isAttributeStart(code) || isDigitCode(code) || code === PERIOD || code === HYPHEN;
}

function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

function endsUnquoted(code: number): boolean {
  return (
    code <= SPACE ||
    code === DOUBLE_QUOTE ||
    code === SINGLE_QUOTE ||
    code === LESS_THAN ||
    code === EQUALS ||
    code === GREATER_THAN ||
    code === BACKTICK
  );
}

const TAB = 9;
const SPACE = 32;
const EXCLAMATION_MARK = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const HYPHEN = 45;
const PERIOD = 46;
const SLASH = 47;
const COLON = 58;
const LESS_THAN = 60;
const EQUALS = 61;
const GREATER_THAN = 62;
const QUESTION_MARK = 63;
const UNDERSCORE = 95;
const BACKTICK = 96;
