/**
 * The names in one note of a vault made links: read, planned and written; planned again from what the note holds by
 * then where it changed.
 */
import { entityLink } from '../edit/answer-changes';
import { type LinkedNote, linkNote, type LinkRules } from '../edit/link-note';
import { withDecisions } from '../edit/names-page';
import type { FileEdit } from '../edit/plan';
import { type Ended, isRefused, refused, type Refused } from '../edit/refusals';
import type { SkippedEdit } from '../edit/skips';
import { indexFor } from '../edit/plan-rollup';
import { existingSpelling } from '../edit/existing-spelling';
import { foldWhole } from '../entity/fold-name';
import { type NameAnswer, parseNames, printNameAnswer } from '../entity/names-lines';
import { namesMemory } from '../entity/names-memory';
import type { VaultIndex } from '../vault-index/build-index';
import { readNote } from '../note/read-note';
import { runSync } from '../text/job';
import type { CalendarDate } from '../text/calendar-date';
import { isConflictedCopy, isRollupPage } from '../settings/exclude';
import type { Settings } from '../settings/settings';
import { carryOut } from './carry-out';
import { recoverJournal } from './journal';
import { LARGEST_NOTE } from './read-file';
import { readVault, type ReadOptions, type VaultReading } from './read-vault';
import type { HostError, VaultHost } from './vault-host';

export interface LinkOptions extends ReadOptions, Pick<LinkRules, 'all' | 'fix'> {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Words of the note, names as well, that are names from now on: remembered in the names memory. */
  readonly acceptNames?: readonly string[] | undefined;
  /** False only says what would be linked. */
  readonly write: boolean;
}

export interface Linking extends LinkedNote, Ended<'done'> {
  readonly written: boolean;
  /** Lines of the names memory that accept words as names. */
  readonly accepted: readonly string[];
  /** The note was left alone, for it changed or went meanwhile. */
  readonly skipped: readonly SkippedEdit[];
  /** What could not be read or written for an I/O reason: names of pages that could not be read were not looked for. */
  readonly failures: readonly HostError[];
}

/** Throws a HostError where the note itself cannot be read, `missing` where there is none. */
export async function linkInVault(
  host: VaultHost,
  path: string,
  { settings, today, now: time, write, all, fix, acceptNames = [], onProgress }: LinkOptions,
): Promise<Linking | Refused> {
  if (write) await recoverJournal(host, time);
  const text = await host.read(path);
  const whyNot = whyNotLinkable(path, text, settings);
  if (whyNot !== null) return whyNot;
  const reading = await readVault(host, settings, { onProgress });
  if (reading.isExcluded(path)) return refused({ code: 'note-excluded', path });
  if (readNote(path, text, reading.noteRules).ignored) return refused({ code: 'opted-out', path });
  let memory = reading.memory;
  const indexOf = (now: string): VaultIndex =>
    runSync(indexFor({ ...withNote({ ...reading, memory }, path, now), settings, today }));
  let index = indexOf(text);
  const planFor = (now: string): LinkedNote => {
    index = indexOf(now);
    return linkNote(now, path, index, { rules: reading.noteRules, me: settings.me, all, fix });
  };
  let linked = linkNote(text, path, index, { rules: reading.noteRules, me: settings.me, all, fix });
  const edits: FileEdit[] = [];
  const accepted: NameAnswer[] = [];
  for (const name of acceptNames) {
    const decision = acceptedName(name, linked, index, today);
    if (isRefused(decision)) return decision;
    accepted.push(decision);
  }
  if (accepted.length > 0) {
    const names = existingSpelling(reading.paths)(`${settings.rollupFolder}/Names.md`);
    const before = reading.paths.includes(names) ? await host.read(names) : null;
    const after = withDecisions(before, accepted);
    memory = namesMemory(parseNames(after, names).decisions, names);
    if (after !== before) edits.push({ path: names, before, after, recompute: (now) => withDecisions(now, accepted) });
    linked = planFor(text);
  }
  const lines = accepted.map(printNameAnswer);
  if (linked.edit !== null) {
    const recompute = (now: string): string => {
      linked = planFor(now);
      return linked.edit?.after ?? now;
    };
    edits.push({ ...linked.edit, recompute });
  }
  if (!write || edits.length === 0)
    return { ...linked, outcome: 'done', written: false, accepted: lines, skipped: [], failures: reading.failures };
  const { written, skipped, failures } = await carryOut(host, { edits }, { what: 'link', now: time, recovered: true });
  return {
    ...linked,
    outcome: 'done',
    written: written.includes(path),
    accepted: lines,
    skipped,
    failures: [...reading.failures, ...failures],
  };
}

/** The line that accepts a word as a name: what it means is certain, or it is not accepted. */
function acceptedName(
  name: string,
  { mentions }: LinkedNote,
  index: VaultIndex,
  today: CalendarDate,
): NameAnswer | Refused {
  const places = mentions.filter(
    ({ state, text, entity }) => state === 'unaccepted' && entity !== null && foldWhole(text) === foldWhole(name),
  );
  const meant = [...new Set(places.map(({ entity }) => entity))].filter((entity) => entity !== null);
  const [only] = meant;
  if (only === undefined) return refused({ code: 'not-acceptable', name });
  const target = entityLink(only, { index });
  if (meant.length > 1 || target === null)
    return refused({ code: 'several-meanings', name, candidates: meant.map((one) => one.name) });
  return {
    kind: 'means',
    text: places[0]?.text ?? name,
    target,
    scope: { in: 'vault' },
    among: [target],
    since: today,
  };
}

function whyNotLinkable(path: string, text: string, settings: Settings): Refused | null {
  if (text.length > LARGEST_NOTE) return refused({ code: 'note-too-large', path });
  if (isConflictedCopy(path)) return refused({ code: 'conflicted-copy', path });
  return isRollupPage(path, settings) ? refused({ code: 'own-page', path }) : null;
}

/** What was read of the vault, with the note as it is now. */
function withNote(reading: VaultReading, path: string, text: string): VaultReading {
  const note = readNote(path, text, reading.noteRules);
  const others = reading.notes.filter((other) => other.path !== path);
  const paths = reading.paths.includes(path) ? reading.paths : [...reading.paths, path];
  return { ...reading, paths, notes: [...others, note] };
}
