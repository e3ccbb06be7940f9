/**
 * The lines of a page that say where the managed block stands or may stand: its markers, the headings, and whether the
 * page's end lies in something unclosed. It knows nothing of what the block holds.
 */
import { readFrontmatter } from '../text/frontmatter';
import { lineEnd, lineStarts } from '../text/lines';

export interface Marker {
  readonly type: 'begin' | 'end';
  /** What stands behind `throughline:begin` or `:end`. */
  readonly words: readonly string[];
  /** 1-based. */
  readonly line: number;
  readonly from: number;
  /** End of the line, its line end left out. */
  readonly to: number;
}

export interface PageHeading {
  readonly level: number;
  readonly text: string;
  /** Its last line, 1-based: that of the underline in the underlined form. */
  readonly lastLine: number;
}

export interface PageOutline {
  /** As `lineStarts` gives them. */
  readonly starts: readonly number[];
  /** First line behind the frontmatter, and its offset (behind the BOM in a page without). */
  readonly bodyLine: number;
  readonly bodyFrom: number;
  readonly hasFrontmatter: boolean;
  readonly frontmatterUnclosed: boolean;
  /** Those outside frontmatter and fences, in order. */
  readonly markers: readonly Marker[];
  readonly headings: readonly PageHeading[];
  /** The last line lies in a fence, comment, math or raw HTML that nothing closes. */
  readonly unclosed: boolean;
}

/** Reads a page's outline. A marker stands at the very start of its line and has the line to itself. */
export function readOutline(text: string): PageOutline {
  const { bodyLine, bodyFrom, present, unclosed: frontmatterUnclosed } = readFrontmatter(text);
  const starts = lineStarts(text);
  const markers: Marker[] = [];
  const headings: PageHeading[] = [];
  let open: Construct | null = null;
  let paragraph = '';
  // A block's own lines are not looked at: a fence typed into it does not swallow its end.
  let inBlock = false;
  for (let line = bodyLine; line <= starts.length; line++) {
    const from = line === bodyLine ? bodyFrom : starts[line - 1] ?? 0;
    const to = lineEnd(text, starts, line);
    const marker = open?.kind === 'fence' ? null : readMarker(text, from, to, line);
    if (marker !== null) {
      markers.push(marker);
      inBlock = marker.type === 'begin';
      open = null;
      paragraph = '';
    } else if (!inBlock) {
      const content = text.slice(from, to);
      if (open !== null) {
        if (open.end.test(content)) open = null;
        continue;
      }
      open = opens(content);
      const heading = open === null ? readHeading(content, paragraph, line) : null;
      if (heading !== null) headings.push(heading);
      paragraph = open === null && heading === null && isProse(content, paragraph !== '') ? `${content.trim()} ` : '';
    }
  }
  const unclosed = open !== null && open.kind !== 'html';
  return { starts, bodyLine, bodyFrom, hasFrontmatter: present, frontmatterUnclosed, markers, headings, unclosed };
}

/**
 *     <!-- throughline:begin person last_contact meetings -->
 *          ^ name            ^ words
 */
function readMarker(text: string, from: number, to: number, line: number): Marker | null {
  if (!text.startsWith('<!--', from)) return null;
  const content = text.slice(from + 4, to).trimEnd();
  if (!content.endsWith('-->')) return null;
  const [name, ...words] = content.slice(0, -3).trim().split(/\s+/);
  if (name !== 'throughline:begin' && name !== 'throughline:end') return null;
  return { type: name === 'throughline:begin' ? 'begin' : 'end', words, line, from, to };
}

/** Something whose lines are not Markdown, down to the line that `end` fits. */
interface Construct {
  readonly kind: 'fence' | 'raw' | 'html';
  readonly end: RegExp;
}

/** What a line opens and leaves open. */
function opens(content: string): Construct | null {
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(content)?.[1];
  if (fence !== undefined) {
    return { kind: 'fence', end: new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`) };
  }
  for (const { start, end } of RAW) {
    const opening = start.exec(content);
    if (opening !== null) return end.test(content.slice(opening[0].length)) ? null : { kind: 'raw', end };
  }
  return /^ {0,3}<\/?[a-z][a-z0-9-]*(?:[\s/>]|$)/i.test(content) ? { kind: 'html', end: /^\s*$/ } : null;
}

/** Comments and math open at a line's start only, as Obsidian's do. */
const RAW: readonly { start: RegExp; end: RegExp }[] = [
  { start: /^%%/, end: /%%/ },
  { start: /^\$\$/, end: /\$\$/ },
  { start: /^ {0,3}<!--/, end: /-->/ },
  { start: /^ {0,3}<\?/, end: /\?>/ },
  { start: /^ {0,3}<![a-z]/i, end: />/ },
  { start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
];

/** A heading that ends on this line; `paragraph` is the line of prose right above it, or ''. */
function readHeading(content: string, paragraph: string, line: number): PageHeading | null {
  const marked = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(content);
  if (marked !== null) {
    const words = (marked[2] ?? '').trim();
    // Closing `#`s are none of the words, unless they end one (`C#`).
    const bare = words.replace(/#+$/, '');
    const text = bare === '' || /\s$/.test(bare) ? bare.trim() : words;
    return { level: (marked[1] ?? '').length, text, lastLine: line };
  }
  if (paragraph === '' || !/^ {0,3}(?:=+|-+)[ \t]*$/.test(content)) return null;
  return { level: content.includes('=') ? 1 : 2, text: paragraph.trim(), lastLine: line };
}

/** Whether a line is part of a paragraph that an underline would make a heading. */
function isProse(content: string, inParagraph: boolean): boolean {
  if (content.trim() === '') return false;
  if (/^(?: {4}|\t)/.test(content)) return inParagraph;
  return !/^ {0,3}(?:[>|]|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$))/.test(content);
}
