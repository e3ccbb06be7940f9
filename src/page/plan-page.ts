/** A page's two managed parts as one: its block, and the properties that the block's begin marker names as ours. */
import { readFrontmatter } from '../text/frontmatter';
import { textHash } from '../text/text-hash';
import {
  applyBlock,
  blockOf,
  type BlockPosition,
  type BlockProblem,
  readBlock,
  removeBlock,
  withMadeMark,
} from './managed-block';
import { movedOutline, type PageOutline, readOutline } from './page-outline';
import {
  type Ownership,
  type PropertyProblem,
  type PropertyResult,
  type PropertyValue,
  removeProperties,
  setProperties,
} from './properties';

export interface PageInput {
  readonly kind: string;
  readonly rows: readonly string[];
  /** All properties that are to be ours; those that were and are not among them are taken out. */
  readonly properties?: Readonly<Record<string, PropertyValue>>;
  /** Where a new block goes; `below-title` when absent. */
  readonly position?: BlockPosition;
}

type PageProblem = BlockProblem | PropertyProblem;

interface PlannedPage {
  /** What the page should hold; equal to what it holds when nothing changes or it must be left alone. */
  readonly text: string;
  /** Broken markers: the page was left alone. Broken frontmatter: only the properties were. */
  readonly problem: PageProblem | null;
}

/** Whether a page holds something of ours, even broken. */
export function hasBlock(pageText: string): boolean {
  const reading = readBlock(pageText);
  return 'problem' in reading || reading.block !== null;
}

/** The page with its block and properties as the input has them. Planning the result again changes nothing. */
export function planPage(
  pageText: string,
  { kind, rows, properties = {}, position = 'below-title' }: PageInput,
): PlannedPage {
  const frontmatter = readFrontmatter(pageText);
  const outline = readOutline(pageText, frontmatter);
  const reading = blockOf(pageText, outline);
  if ('problem' in reading) return { text: pageText, problem: reading.problem };
  const owned: Ownership = reading.block ?? NOTHING_OWNED;
  const set = setProperties(pageText, properties, owned, frontmatter);
  const applied = applyBlock(
    set.text,
    { kind, rows, ...set.owned },
    position,
    outlineOf(set, { text: pageText, outline }),
  );
  return 'problem' in applied
    ? { text: pageText, problem: applied.problem }
    : { text: applied.text, problem: set.problem };
}

/** The outline of a page with its properties set. */
function outlineOf(
  { text, frontmatter }: PropertyResult,
  before: { readonly text: string; readonly outline: PageOutline },
): PageOutline {
  if (text === before.text) return before.outline;
  return (
    (frontmatter === undefined ? null : movedOutline(before.outline, before.text, text, frontmatter)) ??
    readOutline(text, frontmatter)
  );
}

/**
 * The page as it was before us, byte for byte where nobody wrote around our parts since. Properties in frontmatter that
 * broke meanwhile stay, with the block that names them, and a problem says so.
 */
export function unplanPage(pageText: string): PlannedPage {
  const reading = readBlock(pageText);
  if ('problem' in reading) return { text: pageText, problem: reading.problem };
  if (reading.block === null) return { text: pageText, problem: null };
  const removed = removeBlock(pageText);
  if ('problem' in removed) return { text: pageText, problem: removed.problem };
  const { text, problem } = removeProperties(removed.text, reading.block);
  return problem === null ? { text, problem } : { text: pageText, problem };
}

/**
 * A new page, with a mark in its block that it is ours: while its text without Throughline’s parts is what it was made
 * with, nobody wrote in it, and it can go as it came. Without the mark a page that a person made with the same few
 * words could not be told from it.
 */
export function markAsMade(newPage: string): string {
  const { text, problem } = unplanPage(newPage);
  return problem === null ? withMadeMark(newPage, textHash(text)) : newPage;
}

const NOTHING_OWNED: Ownership = { keys: [], madeFrontmatter: false };
