/**
 * The part of a page that Throughline computes, between two markers:
 *
 *     # Ann Lee
 *                                                            the blank line is ours too
 *     <!-- throughline:begin person last_contact -->
 *     - Send pricing draft — [[2025-10-28 Dana|28 Oct]]
 *     <!-- throughline:end 9c02e1aa -->
 *                                                            and so are kept lines' label and its blank line
 *     - **Kept from the page**
 *     - a line that somebody typed into the block
 *
 * Nothing outside it changes, and `removeBlock` gives back the very bytes that were there. A line inside that is not
 * ours is moved below the block, unchanged and once. Whose a line is, `userLines` says; nothing here knows what rows
 * mean.
 */
import { lineEnd, lineEnding, lineStarts } from '../text/lines';
import type { ProblemInFile } from '../note/problems';
import { hasLabel, joinLabels, keepBelow, takeLabel } from './displaced-lines';
import { type PageOutline, readOutline } from './page-outline';
import { userLines } from './user-lines';
import { formattedWords, rowHash } from './row-hash';

export interface BlockContent {
  /** What the block shows, a word: `person`, `questions`. */
  readonly kind: string;
  /** The page's properties that are ours. */
  readonly keys: readonly string[];
  /** Whether the page had no frontmatter before ours. */
  readonly madeFrontmatter?: boolean;
  /** Of a page that we made: the hash of its text without Throughline’s parts. */
  readonly made?: string | null;
  /** Single lines; blank ones are written and carry no hash. */
  readonly rows: readonly string[];
}

/** Where a new block goes; an existing one stays where it is. A heading that is not there means below the title. */
export type BlockPosition = 'below-title' | 'end' | { readonly heading: string };

interface ManagedBlock {
  readonly kind: string;
  readonly keys: readonly string[];
  readonly madeFrontmatter: boolean;
  /** Of a page that we made: the hash of the text it was made with, else null. Stays as long as the block does. */
  readonly made: string | null;
  /**
   * Whether the label below it is ours: without this a page that says the same of itself would lose a line with the
   * block.
   */
  readonly labelled: boolean;
  /** Hashes of the rows as they were written. */
  readonly hashes: readonly string[];
  /** The lines between the markers as they are. */
  readonly lines: readonly string[];
  /** From the begin marker's first character to the end marker's last; its line end is left out. */
  readonly from: number;
  readonly to: number;
  /** Of the begin marker, 1-based. */
  readonly line: number;
}

export type BlockProblem = ProblemInFile<'markers-broken' | 'frontmatter-unclosed'>;

type BlockReading = { readonly block: ManagedBlock | null } | { readonly problem: BlockProblem };
type BlockResult = { readonly text: string } | { readonly problem: BlockProblem };

/**
 * The page with its block computed again, or with a new one. Applying the same content again changes nothing. `outline`
 * is the page's own, for whoever has read it already.
 */
export function applyBlock(
  pageText: string,
  content: BlockContent,
  position: BlockPosition = 'below-title',
  outline: PageOutline = readOutline(pageText),
): BlockResult {
  const reading = blockOf(pageText, outline);
  if ('problem' in reading) return reading;
  if (reading.block !== null) return { text: replaceBlock(pageText, reading.block, content) };
  if (outline.frontmatterUnclosed) return { problem: UNCLOSED };
  return { text: insertBlock(pageText, content, placeFor(pageText, outline, position)) };
}

/** The page's block, null where it has none. */
export function readBlock(pageText: string): BlockReading {
  // Most pages of a vault have no block: they are not read line by line.
  return pageText.includes('throughline:') ? blockOf(pageText, readOutline(pageText)) : { block: null };
}

/** The page without its block: byte for byte what it was before, as far as nobody changed the lines around it since. */
export function removeBlock(pageText: string): BlockResult {
  const reading = readBlock(pageText);
  if ('problem' in reading) return reading;
  if (reading.block === null) return { text: pageText };
  const { block } = reading;
  // What a person typed inside stays, as ever: it is moved out first.
  const kept = replaceBlock(pageText, block, { ...block, rows: [] });
  return { text: takeOut(kept) };
}

/** The page with a word in its block's begin marker that says which text we made it with. */
export function withMadeMark(pageText: string, hash: string): string {
  const reading = readBlock(pageText);
  if ('problem' in reading || reading.block === null || reading.block.made !== null) return pageText;
  const end = pageText.indexOf(' -->', reading.block.from);
  return `${pageText.slice(0, end)} ${MADE_PAGE}${hash}${pageText.slice(end)}`;
}

/** As `readBlock`, of a page whose outline is known. */
export function blockOf(text: string, { markers, starts, swallowed }: PageOutline): BlockReading {
  const [begin, end] = markers;
  if (begin === undefined && swallowed !== null)
    return { problem: { code: 'markers-broken', line: swallowed, cause: 'in-fence' } };
  if (begin === undefined) return { block: null };
  if (markers.length !== 2 || end === undefined || begin.type !== 'begin' || end.type !== 'end') {
    const found = markers.map(({ type, line }) => ({ type, line }));
    return { problem: { code: 'markers-broken', line: begin.line, cause: found } };
  }
  const [kind = '', ...words] = begin.words;
  const lines: string[] = [];
  for (let line = begin.line + 1; line < end.line; line++)
    lines.push(text.slice(starts[line - 1] ?? 0, lineEnd(text, starts, line)));
  return {
    block: {
      kind,
      keys: words.filter((word) => word !== MADE_FRONTMATTER && word !== LABELLED && !word.startsWith(MADE_PAGE)),
      made: words.find((word) => word.startsWith(MADE_PAGE))?.slice(MADE_PAGE.length) ?? null,
      madeFrontmatter: words.includes(MADE_FRONTMATTER),
      labelled: words.includes(LABELLED),
      hashes: end.words,
      lines,
      from: begin.from,
      to: end.to,
      line: begin.line,
    },
  };
}

const UNCLOSED: BlockProblem = { code: 'frontmatter-unclosed', line: 1 };

/**
 * Are in the begin marker after the keys: the frontmatter itself is ours, the label is. No property of ours has
 * these names.
 */
const MADE_FRONTMATTER = 'frontmatter';
const LABELLED = 'kept';
const MADE_PAGE = 'made:';

function writeBlock(
  { kind, keys, madeFrontmatter = false, made = null, rows }: BlockContent,
  { hashes, labelled, ending }: { hashes: Iterable<string>; labelled: boolean; ending: string },
): string {
  const ours = [
    ...(madeFrontmatter ? [MADE_FRONTMATTER] : []),
    ...(labelled ? [LABELLED] : []),
    ...(made === null ? [] : [MADE_PAGE + made]),
  ];
  const begin = ['<!-- throughline:begin', kind, ...keys, ...ours, '-->'].join(' ');
  const end = ['<!-- throughline:end', ...hashes, '-->'].join(' ');
  return [begin, ...rows, end].join(ending);
}

/** Rows come safe from `escapeRow`; a row that is no single line, or a marker, would cost the page its block. */
function singleLine(row: string): string {
  const line = /[\r\n]/.test(row) ? row.replace(/[\r\n]+/g, ' ') : row;
  return line.startsWith('<!--') ? `&lt;${line.slice(1)}` : line;
}

/**
 * The rows as lines, with a blank one where Markdown would take a row that is neither heading nor list item for more of
 * the row above: a formatter that wraps or joins lines would make one of the two.
 */
function linesOf(rows: readonly string[]): string[] {
  return rows.map(singleLine).flatMap((row, at, lines) => {
    const above = lines[at - 1] ?? '';
    return isProse(row) && above.trim() !== '' && !HEADING.test(above) ? ['', row] : [row];
  });
}

function isProse(line: string): boolean {
  return line.trim() !== '' && !HEADING.test(line) && !ITEM.test(line);
}

/** Each row once, in order; blank lines have none. */
function hashesOf(rows: readonly string[]): Set<string> {
  return new Set(rows.filter((row) => row.trim() !== '').map(rowHash));
}

function replaceBlock(text: string, block: ManagedBlock, content: BlockContent): string {
  const ending = lineEnding(text.slice(block.from));
  const rows = linesOf(content.rows);
  const hashes = hashesOf(rows);
  if (isOnlyFormatted(block, content, rows, hashes) && joinLabels(text.slice(block.to)) === text.slice(block.to))
    return text;
  const kept = userLines(block.lines, { listed: block.hashes, rows });
  const after = block.labelled ? joinLabels(text.slice(block.to)) : text.slice(block.to);
  const labelled = hasLabel(after) ? block.labelled : kept.length > 0;
  return keepBelow(
    text.slice(0, block.from) + writeBlock({ ...content, made: block.made, rows }, { hashes, labelled, ending }),
    after,
    kept,
    ending,
  );
}

/**
 * Whether the block says what is to be written, and differs in blank lines, markers, marks and wraps at most: a formatter that
 * has its own way of writing them would change them again.
 */
function isOnlyFormatted(
  { kind, keys, madeFrontmatter, hashes, lines }: ManagedBlock,
  content: BlockContent,
  rows: readonly string[],
  wanted: ReadonlySet<string>,
): boolean {
  const ours = content.madeFrontmatter ?? false;
  if (kind !== content.kind || madeFrontmatter !== ours || keys.join(' ') !== content.keys.join(' ')) return false;
  if (hashes.join(' ') !== [...wanted].join(' ')) return false;
  const [there, meant] = [unwrapped(lines), unwrapped(rows)];
  return there.length === meant.length && there.every((line, at) => line === meant[at]);
}

/** What the lines say, without blank ones; each with what goes on from it below, as a formatter that wraps lines has it. */
function unwrapped(lines: readonly string[]): string[] {
  const said: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const isHeading = HEADING.test(line);
    if (isOpen && isProse(line)) said[said.length - 1]?.push(line);
    else said.push([line]);
    isOpen = !isHeading;
  }
  return said.map((parts) => formattedWords(parts.join(' ')));
}

const HEADING = /^\s*#{1,6}\s/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

interface Place {
  /** A line's start, or the end of a text without final line end. */
  readonly at: number;
  /** Nothing is above it but a BOM. */
  readonly first: boolean;
}

function placeFor(text: string, outline: PageOutline, position: BlockPosition): Place {
  const { starts, bodyLine, bodyFrom, headings } = outline;
  const below = (line: number): Place => ({ at: starts[line] ?? text.length, first: false });
  if (position === 'end' && !outline.unclosed) {
    for (let line = starts.length; line >= bodyLine; line--) {
      const from = line === bodyLine ? bodyFrom : (starts[line - 1] ?? 0);
      if (text.slice(from, lineEnd(text, starts, line)).trim() !== '') return below(line);
    }
  } else if (typeof position === 'object') {
    const named = headings.find((heading) => sameHeading(heading.text, position.heading));
    if (named !== undefined) return below(named.lastLine);
  }
  const title = headings.find(({ level }) => level === 1);
  if (title !== undefined && position !== 'end') return below(title.lastLine);
  if (title !== undefined && outline.unclosed) return below(title.lastLine);
  return { at: bodyFrom, first: !outline.hasFrontmatter };
}

function sameHeading(text: string, sought: string): boolean {
  return (
    text.toLowerCase() ===
    sought
      .replace(/^#+\s+/, '')
      .trim()
      .toLowerCase()
  );
}

/**
 * What goes in next to the block is read from the result alone, so that taking it out is exact: a blank line above,
 * unless it is the page's first; a line end below, unless the page ends there without one. A blank line below is not
 * needed: a line that is a comment ends itself.
 */
function insertBlock(text: string, content: BlockContent, { at, first }: Place): string {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const above = endsLine(before) ? before.slice(withoutLastLineEnd(before).length) : null;
  const ending = above ?? lineEnding(text);
  const rows = linesOf(content.rows);
  const block = writeBlock({ ...content, rows }, { hashes: hashesOf(rows), labelled: false, ending });
  if (first) return before + block + ending + after;
  return above === null ? before + ending + ending + block : before + ending + block + ending + after;
}

function endsLine(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r');
}

function takeOut(text: string): string {
  const reading = readBlock(text);
  if ('problem' in reading || reading.block === null) return text;
  const before = text.slice(0, reading.block.from);
  const after = text.slice(reading.block.to);
  const below = withoutFirstLineEnd(after);
  const rest = reading.block.labelled ? takeLabel(below) : below;
  if (after === '') return withoutLastLineEnd(endsWithBlankLine(before) ? withoutLastLineEnd(before) : before);
  return (endsWithBlankLine(before) && !holdsApart(before, rest) ? withoutLastLineEnd(before) : before) + rest;
}

function withoutFirstLineEnd(text: string): string {
  return text.replace(/^(?:\r\n|\n|\r)/, '');
}

function withoutLastLineEnd(text: string): string {
  return text.slice(0, text.length - (text.endsWith('\r\n') ? 2 : endsLine(text) ? 1 : 0));
}

/** Whether the last line before the block is empty: a line end, or a page's start, right before the last line end. */
function endsWithBlankLine(before: string): boolean {
  const above = withoutLastLineEnd(before);
  return above !== before && (endsLine(above) || above === '' || above === BOM);
}

const BOM = '\ufeff';

/** Whether the blank line above parts two paragraphs by now: somebody wrote above the block. Then it stays. */
function holdsApart(before: string, rest: string): boolean {
  const above = withoutLastLineEnd(withoutLastLineEnd(before));
  const starts = lineStarts(above);
  const line = above.slice(starts[starts.length - 1] ?? 0);
  const next = rest.slice(0, lineEnd(rest, lineStarts(rest), 1));
  return next.trim() !== '' && line.trim() !== '' && !/^\ufeff? {0,3}(?:#{1,6}(?:[ \t]|$)|(?:=+|-+)[ \t]*$)/.test(line);
}
