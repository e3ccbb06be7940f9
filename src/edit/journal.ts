/**
 * What the journal keeps of a plan: each file it changes as it was before, and what became of it, so that it can be
 * taken back exactly. Its form on disk, one JSON object a plan:
 *
 *     {"version":1,"check":"9c02e1aa03fe5b17","plan":{"what":"rollup","at":1762164723123,"vault":"Notes","of":null,"failed":false,
 *      "changes":[{"path":"People/Ann Lee.md","before":"# Ann Lee\n","from":10,"to":10,"insert":"\n<!-- …"}]}}
 *
 * A file's new text is kept as one edit of the old one: most of a page stays. A text that is not whole, of another
 * version, or whose check does not fit is no plan: it is never trusted, and never in the way.
 */
import { nestsTooDeep } from '../text/nesting';
import { compareText } from '../text/order';
import { textHash } from '../text/text-hash';
import { applyEdit, smallestEdit } from './text-edit';

/**
 * What a person calls it: the journal's own words for reports. Others may be in a journal that a later version
 * wrote.
 */
export type PlanName =
  | 'rollup'
  | 'live'
  | 'link'
  | 'answers'
  | 'complete'
  | 'edit'
  | 'remove'
  | 'repair-encoding'
  | 'repair-block'
  | 'bases'
  | 'week'
  | 'new-note'
  | 'adopt'
  | 'undo'
  | 'redo';

/** One file before and after; null where it was not there, or is in the trash. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface JournalPlan {
  readonly what: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The vault's name: a configuration folder may serve several. */
  readonly vault: string;
  /** The id of the plan that this one took back. */
  readonly of: string | null;
  /** Whether some file could not be written for an I/O reason. */
  readonly failed: boolean;
  /** In the order they were made. */
  readonly changes: readonly FileChange[];
}

const VERSION = 1;

export function printJournal(plan: JournalPlan): string {
  const body = JSON.stringify({ ...plan, changes: plan.changes.map(printChange) });
  return `{"version":${VERSION},"check":"${textHash(body)}","plan":${body}}\n`;
}

/** Null for whatever `printJournal` did not print. */
export function parseJournal(text: string): JournalPlan | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  // A vault may be somebody else's, its journal too.
  if (nestsTooDeep(parsed)) return null;
  if (!isRecord(parsed) || parsed['version'] !== VERSION || !isRecord(parsed['plan'])) return null;
  const { plan } = parsed;
  if (parsed['check'] !== textHash(JSON.stringify(plan))) return null;
  const { what, at, vault, of, failed, changes } = plan;
  if (
    typeof what !== 'string' ||
    typeof at !== 'number' ||
    typeof vault !== 'string' ||
    typeof failed !== 'boolean' ||
    !Array.isArray(changes)
  )
    return null;
  if (of !== null && typeof of !== 'string') return null;
  const read = changes.map(parseChange);
  return read.every((change) => change !== null) ? { what, at, vault, of, failed, changes: read } : null;
}

/** What takes the changes back, the last first. */
export function inverse(changes: readonly FileChange[]): FileChange[] {
  return changes.map(({ path, before, after }) => ({ path, before: after, after: before })).reverse();
}

function printChange({ path, before, after }: FileChange): object {
  if (before === null || after === null) return { path, before, after };
  return { path, before, ...smallestEdit(before, after) };
}

function parseChange(change: unknown): FileChange | null {
  if (!isRecord(change)) return null;
  const { path, before, after = null, from, to, insert } = change;
  // Nothing else is ever written, so nothing else is ever put back: a journal from elsewhere reaches no hidden file.
  if (typeof path !== 'string' || !isNotePath(path)) return null;
  if (before === null) return typeof after === 'string' ? { path, before, after } : null;
  if (typeof before !== 'string') return null;
  if (insert === undefined) return after === null ? { path, before, after } : null;
  if (typeof insert !== 'string' || !isOffset(from) || !isOffset(to) || from > to || to > before.length) return null;
  return { path, before, after: applyEdit(before, { from, to, insert }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A Markdown file of the vault itself, or a base: in no hidden folder, the configuration folder among them, and not out
 * of the vault.
 */
function isNotePath(path: string): boolean {
  return /\.(?:md|base)$/i.test(path) && !path.startsWith('.') && !path.includes('/.') && !path.startsWith('/');
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/**
 * The files of one plan in the journal's folder:
 *
 *     20251103t101203123-9c02e1.json                       carried out
 *     20251103t101203123-9c02e1.failed.json                in part: the disk was too full to say so in the file
 *     20251103t101203123-9c02e1.open.cli-desk-4711.json    under way, by which program; what is computed again meanwhile follows as
 *     20251103t101203123-9c02e1.open.cli-desk-4711.2.json  parts of their own
 *
 * An id is when the plan was made and a mark of its writer: two programs that begin in the same millisecond have two.
 * A file is only ever made, given its other name, or deleted as a whole: two programs at once never write into the same
 * one.
 */
export interface JournalName {
  /** Sorts as the plans were made. */
  readonly id: string;
  /** Null for a plan that was carried out. */
  readonly writer: string | null;
  /** From 1. */
  readonly part: number;
  /** It was carried out in part. */
  readonly failed?: boolean;
}

const NAME = /^(\d{8}t\d{9}-[0-9a-f]{6})(?:\.(failed)|\.open\.([a-z0-9-]+)(?:\.([2-9]|\d{2,3}))?)?\.json$/;

const LAST_TIME = Date.UTC(9000, 0);

export function printName({ id, writer, part, failed = false }: JournalName): string {
  return `${id}${failed ? '.failed' : ''}${writer === null ? '' : `.open.${writer}${part === 1 ? '' : `.${part}`}`}.json`;
}

/** Null for every other file: those that Sync made of two stay as they are. */
export function parseName(name: string): JournalName | null {
  const match = NAME.exec(name);
  // A stamp that is no time at all, or of a year that has five digits a moment later, is not ours.
  if (match === null || !(timeOf(match[1] ?? '') < LAST_TIME)) return null;
  const [, id = '', failed, writer = null, part = 1] = match;
  return { id, writer, part: Number(part), failed: failed !== undefined };
}

/** The id of a plan that `writer` makes at `now`: after every other, though a clock went back. */
export function planId(now: number, others: readonly string[], writer: string): string {
  const last = others.reduce((newest, other) => (compareText(other, newest) > 0 ? other : newest), '');
  const time = last === '' ? now : Math.max(now, timeOf(last) + 1);
  return `${new Date(time)
    .toISOString()
    .replace(/[-:.Z]/g, '')
    .toLowerCase()}-${textHash(writer).slice(0, 6)}`;
}

/** Milliseconds since the epoch at which a plan of that id was made. */
export function timeOf(id: string): number {
  const [, year, month, day, hour, minute, second, rest] =
    /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)(\d{3})-/.exec(id) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`);
}
