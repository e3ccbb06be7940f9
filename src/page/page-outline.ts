/**
 * The lines of a page that say where the managed block is or may be: its markers, the headings, and whether the
 * page's end is in something unclosed. It knows nothing of what the block holds.
 */
import { scanBlocks } from '../text/blocks';
import type { Block } from '../text/block';
import { type Frontmatter, readFrontmatter } from '../text/frontmatter';
import { lineAt, lineEnd, lineStarts } from '../text/lines';

export interface Marker {
  readonly type: 'begin' | 'end';
  /** What is after `throughline:begin` or `:end`. */
  readonly words: readonly string[];
  /** 1-based. */
  readonly line: number;
  /** Of the whole line, its line end left out. */
  readonly from: number;
  readonly to: number;
}

interface PageHeading {
  readonly level: number;
  readonly text: string;
  /** Its last line, 1-based: that of the underline in the underlined form. */
  readonly lastLine: number;
}

export interface PageOutline {
  /** As `lineStarts` gives them. */
  readonly starts: readonly number[];
  /** First line after the frontmatter, and its offset (after the BOM in a page without). */
  readonly bodyLine: number;
  readonly bodyFrom: number;
  readonly hasFrontmatter: boolean;
  readonly frontmatterUnclosed: boolean;
  /** Those outside frontmatter and code, in order. */
  readonly markers: readonly Marker[];
  /**
   * The line of a whole block that a code fence swallows while another fence of the page, or that one, is never closed:
   * it was ours until somebody opened the fence. Null where there is none.
   */
  readonly swallowed: number | null;
  /** Those outside quotes and lists. */
  readonly headings: readonly PageHeading[];
  /** The last line is in a fence, comment, math, transcript or raw HTML that nothing closes. */
  readonly unclosed: boolean;
}

/**
 * Reads a page's outline; `frontmatter` is the page's own, for whoever has read it already. A marker has its line to
 * itself.
 */
export function readOutline(text: string, frontmatter: Frontmatter = readFrontmatter(text)): PageOutline {
  const { bodyLine, bodyFrom, present, unclosed: frontmatterUnclosed } = frontmatter;
  const starts = lineStarts(text);
  const blocks = scanBlocks(text, bodyFrom, bodyLine);
  const outermost = blocks.filter(({ quote, parent }) => quote === 0 && parent === -1);
  const headings = outermost
    .filter(({ kind }) => kind === 'heading')
    .map(({ level, textFrom, textTo, lastLine }) => ({ level, text: text.slice(textFrom, textTo), lastLine }));
  const last = outermost[outermost.length - 1];
  const { markers, inCode } = readMarkers(text, bodyFrom, starts, blocks);
  const isWhole = inCode.some(({ type }) => type === 'begin') && inCode.some(({ type }) => type === 'end');
  return {
    starts,
    bodyLine,
    bodyFrom,
    hasFrontmatter: present,
    frontmatterUnclosed,
    headings,
    markers,
    swallowed:
      isWhole &&
      ((last !== undefined && last.kind === 'code' && !last.closed) ||
        opensWithin(text, starts, blocks, inCode[0]?.line ?? 0))
        ? (inCode[0]?.line ?? null)
        : null,
    unclosed:
      last !== undefined && (!last.closed || (last.kind === 'html' && RAW_HTML.test(text.slice(last.from, last.to)))),
  };
}

/**
 * The outline of a page of which nothing but the frontmatter was written again, from what it was before; null where the
 * body is another. Moving it costs a fraction of reading it.
 */
export function movedOutline(
  before: PageOutline,
  textBefore: string,
  text: string,
  frontmatter: Frontmatter,
): PageOutline | null {
  const { bodyLine, bodyFrom, present, unclosed } = frontmatter;
  if (text.slice(bodyFrom) !== textBefore.slice(before.bodyFrom)) return null;
  const lines = bodyLine - before.bodyLine;
  const offset = bodyFrom - before.bodyFrom;
  return {
    starts: lineStarts(text),
    bodyLine,
    bodyFrom,
    hasFrontmatter: present,
    frontmatterUnclosed: unclosed,
    headings: before.headings.map((heading) => ({ ...heading, lastLine: heading.lastLine + lines })),
    markers: before.markers.map((marker) => ({
      ...marker,
      line: marker.line + lines,
      from: marker.from + offset,
      to: marker.to + offset,
    })),
    swallowed: before.swallowed === null ? null : before.swallowed + lines,
    unclosed: before.unclosed,
  };
}

/**
 * Whether the fence around a line holds what opens a fence of its kind: that one was there first, and is code by
 * accident.
 */
function opensWithin(text: string, starts: readonly number[], blocks: readonly Block[], inside: number): boolean {
  const around = blocks.find(({ kind, line, lastLine }) => kind === 'code' && line <= inside && inside <= lastLine);
  if (around === undefined) return false;
  const fence = /^\s*(`{3,}|~{3,})/.exec(
    text.slice(starts[around.line - 1] ?? 0, lineEnd(text, starts, around.line)),
  )?.[1];
  if (fence === undefined) return false;
  for (let line = around.line + 1; line < around.lastLine; line++) {
    const opener = /^ {0,3}(`{3,}|~{3,})[ \t]*[^\s`~]/.exec(
      text.slice(starts[line - 1] ?? 0, lineEnd(text, starts, line)),
    )?.[1];
    if (opener !== undefined && opener[0] === fence[0] && opener.length >= fence.length) return true;
  }
  return false;
}

/** HTML that a blank line does not end; whether it is ended by itself is not asked. */
const RAW_HTML = /^\s*<(?:script|pre|style|textarea|[?!])/i;

function readMarkers(
  text: string,
  bodyFrom: number,
  starts: readonly number[],
  blocks: readonly Block[],
): { readonly markers: Marker[]; readonly inCode: Marker[] } {
  const markers: Marker[] = [];
  const inCode: Marker[] = [];
  for (let at = text.indexOf(NAME, bodyFrom); at >= 0; at = text.indexOf(NAME, at + NAME.length)) {
    const line = lineAt(starts, at);
    const from = Math.max(starts[line - 1] ?? 0, bodyFrom);
    const marker = readMarker(text.slice(from, lineEnd(text, starts, line)));
    if (marker === null || markers[markers.length - 1]?.line === line) continue;
    const indented = text.charAt(from) === ' ';
    // A block's own lines are raw: a fence typed into it does not hide its end.
    const holds = (block: Block): boolean => block.line <= line && line <= block.lastLine;
    const isCode = blocks.some((block) => block.kind === 'code' && holds(block));
    const isInert = isCode || (indented && blocks.some((block) => block.kind === 'item' && holds(block)));
    if (isCode) inCode.push({ ...marker, line, from, to: lineEnd(text, starts, line) });
    if (!isInert) markers.push({ ...marker, line, from, to: lineEnd(text, starts, line) });
  }
  return { markers, inCode };
}

const NAME = 'throughline:';

/**
 *     <!-- throughline:begin person last_contact meeting_count -->
 *          ^ name            ^ words
 */
function readMarker(line: string): Pick<Marker, 'type' | 'words'> | null {
  const comment = /^ {0,3}<!--(.*)-->[ \t]*$/.exec(line)?.[1];
  if (comment === undefined) return null;
  const [name, ...words] = comment.trim().split(/\s+/);
  if (name !== 'throughline:begin' && name !== 'throughline:end') return null;
  return { type: name === 'throughline:begin' ? 'begin' : 'end', words };
}
