/**
 * Which lines between the markers are a person's. Ours are those whose hash the end marker lists, those that are being
 * written again, and what becomes of such rows without a person: wrapped by a formatter, put between git's conflict
 * markers, torn by a program that merged two devices' versions letter by letter.
 *
 *     - Confirm the dates — [[2025-10-2830|2830 Oct]]            28 Oct of one device and 30 Oct of the other
 *     <!-- throughline:end 9c02e1aa a1b703fe5b17d430 -->         and their hashes, torn at the same place
 */
import { linksAlone, rowHash } from './row-hash';

interface OurRows {
  /** The words of the end marker as they are. */
  readonly listed: readonly string[];
  /** What is written this time. */
  readonly rows: readonly string[];
}

/**
 * Lines that are not ours, with the blank lines between two of them when nothing of ours was there. Linear in the
 * lines.
 */
export function userLines(lines: readonly string[], { listed, rows }: OurRows): string[] {
  const known = new Set([...listed.flatMap(hashesIn), ...rows.filter((row) => row.trim() !== '').map(rowHash)]);
  const written = new Set(rows);
  const links = linkTexts(rows);
  const conflict = conflictLines(lines);
  const isOurs = (line: string): boolean =>
    written.has(line) ||
    known.has(rowHash(line)) ||
    (linksAlone(line)?.every(({ name, text }) => saysNoMore(text, links.get(name))) ?? false);

  const ours = new Array<boolean>(lines.length).fill(false);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (conflict.has(at) || isOurs(line)) ours[at] = true;
    else {
      const wrapped = wrappedLines(lines, at, known);
      ours.fill(true, at, at + wrapped);
      at += Math.max(wrapped, 1) - 1;
    }
  }
  if (listed.some((word) => !HASH.test(word))) claimTorn(lines, ours, listed);

  const kept: string[] = [];
  let blanks: string[] | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') blanks?.push(line);
    else if (ours[at] === true) blanks = null;
    else {
      kept.push(...(blanks ?? []), line);
      blanks = [];
    }
  }
  return kept;
}

/** What the rows that are nothing but links read, by the name of the note that a link leads to. */
function linkTexts(rows: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { name, text } of rows.flatMap((row) => linksAlone(row) ?? []))
    texts.set(name, `${texts.get(name) ?? name} ${text}`);
  return texts;
}

/** Whether a link reads as ours to that note do, even of another day, or torn: `2830 NoOct`. */
function saysNoMore(text: string, ours: string | undefined): boolean {
  return (
    ours !== undefined && (text.match(LETTERS) ?? []).every((word) => ours.includes(word) || TORN_MONTHS.test(word))
  );
}

const LETTERS = /\p{L}+/gu;
/** Beginnings and ends of the months' short names. */
const TORN_MONTHS =
  /^(?:an|n|eb|b|ar|r|pr|ay|y|un|ul|l|ug|g|ep|p|ct|t|ov|v|ec|c)?(?:J(?:an?|u[nl]?)?|F(?:eb?)?|M(?:a[ry]?)?|A(?:pr?|ug?)?|S(?:ep?)?|O(?:ct?)?|N(?:ov?)?|D(?:ec?)?){0,2}(?:an|n|eb|b|ar|r|pr|ay|y|un|ul|l|ug|g|ep|p|ct|t|ov|v|ec|c)?$/;

/** Git's conflict markers: nobody's words, and what they part is computed again. */
export const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/**
 * Indexes of conflict markers and of what the two versions came from, which neither side holds any more; none where no
 * whole conflict is.
 *
 *     <<<<<<< HEAD
 *     - mine
 *     ||||||| 1a2b3c4
 *     - what it was          nobody's, and a row among it that is still on one side is stale
 *     =======
 *     - theirs
 *     >>>>>>> theirs
 */
export function conflictLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  if (!lines.some((line) => line.startsWith('<<<<<<< ')) || !lines.some((line) => line.startsWith('>>>>>>> ')))
    return found;
  const lastParting = lines.lastIndexOf('=======');
  let isOrigin = false;
  for (const [at, line] of lines.entries()) {
    const isMarker = CONFLICT.test(line);
    if (isMarker) isOrigin = line.startsWith('|||||||') && at < lastParting;
    if (isMarker || isOrigin) found.add(at);
  }
  const origin = new Set([...found].map((at) => lines[at] ?? '').filter((line) => hasRowForm(line)));
  if (origin.size > 0) for (const [at, line] of lines.entries()) if (origin.has(line)) found.add(at);
  return found;
}

const HASH = /^[0-9a-f]{8}$/;

/** The hashes that are in a word of the end marker: two that were put in at one place may be without a space. */
function hashesIn(word: string): string[] {
  if (word.length <= 8) return [word];
  const found: string[] = [];
  for (let at = 0; at + 8 <= Math.min(word.length, LONGEST_TORN); at++) {
    const hash = word.slice(at, at + 8);
    if (HASH.test(hash)) found.push(hash);
  }
  return found;
}

const LONGEST_TORN = 256;

/** How many lines from `at` on are one row of ours that a formatter wrapped; 0 where none is. */
function wrappedLines(lines: readonly string[], at: number, known: ReadonlySet<string>): number {
  let joined = lines[at] ?? '';
  for (let count = 2; count <= MOST_WRAPPED && joined.length <= LONGEST_ROW; count++) {
    const next = lines[at + count - 1];
    if (next === undefined || next.trim() === '') return 0;
    joined += ` ${next.trim()}`;
    if (known.has(rowHash(joined))) return count;
  }
  return 0;
}

const MOST_WRAPPED = 16;
/** Of a row 300 characters are seen; its links' targets come on top. */
const LONGEST_ROW = 5_000;

/**
 * Takes for ours what was torn: unknown lines in the form of a row, where the end marker holds a torn hash between
 * those of the rows around. A row that a person edited has its hash there, whole and without a line: where one is, no
 * more lines are taken than were torn.
 */
function claimTorn(lines: readonly string[], ours: boolean[], listed: readonly string[]): void {
  const standing = new Set(lines.flatMap((line, at) => (ours[at] === true ? rowHash(line) : [])));
  const place = new Map<string, number>();
  for (const [index, word] of listed.entries())
    for (const hash of hashesIn(word)) if (!place.has(hash)) place.set(hash, index);
  const torn = sums(listed, (word) => (HASH.test(word) ? 0 : Math.ceil(word.length / 8)));
  const edited = sums(listed, (word) => (HASH.test(word) && !standing.has(word) ? 1 : 0));
  let above = 0;
  let gap: number[] = [];
  const close = (below: number): void => {
    const count = (torn[below] ?? 0) - (torn[above] ?? 0);
    const mayBeEdited = edited[below] !== edited[above];
    if (count > 0 && (!mayBeEdited || gap.length <= 2 * count)) for (const at of gap) ours[at] = true;
    gap = [];
  };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (ours[at] !== true) {
      if (NO_DATE.test(line)) ours[at] = true;
      else if (ROW.test(line)) gap.push(at);
      continue;
    }
    const index = place.get(rowHash(line));
    if (index === undefined || index < above) continue;
    // A torn word may hold the row's own hash and what tore it.
    close(HASH.test(listed[index] ?? '') ? index : index + 1);
    above = index;
  }
  close(listed.length);
}

/** A day that no calendar has, where two were torn into one. */
const NO_DATE =
  /[|\s](?:\d{3,}|[4-9]\d|3[2-9]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\[\[[^\]]*\d{4}-\d{2}-\d{3,}/;

function sums(words: readonly string[], count: (word: string) => number): number[] {
  const found = [0];
  for (const word of words) found.push((found[found.length - 1] ?? 0) + count(word));
  return found;
}

/** Whether a line looks like a row of ours, whoever wrote it. */
export function hasRowForm(line: string): boolean {
  return ROW.test(line);
}

/**
 * As rows look: a list item that is a link or ends in one after a dash, a heading, the words that open a block or
 * count what it leaves out.
 */
const ROW =
  /^\s*(?:-\s?\[\[.*|(?:[-*+]|\d{1,9}[.)])\s(?:.*[\u2014-] ?\[[^\]]*\]?[\])]|\d+ (?:more|earlier|messages?)\b.*)|#{1,6}\s.*|(?:\*\*|__)?(?:Last (?:met|discussed|message)|As of)\b.*|\d+ (?:proposed|lapsed|from before)\b.*)\s*$/;
