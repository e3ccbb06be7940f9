/** The names in one note of a vault made links: read, planned and written; planned again from what the note holds by then where it changed. */
import { type LinkedNote, linkNote, type LinkRules } from '../edit/link-note';
import { indexFor } from '../edit/plan-rollup';
import { readNote } from '../note/read-note';
import { finish } from '../text/steps';
import type { CalendarDate } from '../text/calendar-date';
import { isConflictedCopy, isRollupPage } from '../settings/exclude';
import type { Settings } from '../settings/settings';
import { carryOut, type SkippedEdit } from './carry-out';
import { settleJournal } from './journal';
import { LARGEST_NOTE } from './read-file';
import { readVault, type ReadOptions, type VaultReading } from './read-vault';
import { rollupInput } from './roll-up';
import type { HostError, VaultHost } from './vault-host';

export interface LinkOptions extends ReadOptions, Pick<LinkRules, 'all' | 'mend'> {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would be linked. */
  readonly write: boolean;
}

export interface Linking extends LinkedNote {
  readonly outcome: 'linked';
  readonly written: boolean;
  /** The note was left alone, for it changed or went meanwhile. */
  readonly skipped: readonly SkippedEdit[];
  /** What could not be read or written for an I/O reason: names of pages that could not be read were not looked for. */
  readonly failures: readonly HostError[];
}

/** Links are put into no such note. Both texts are parts of a sentence, to be joined by `; `. */
export interface NotLinkable {
  readonly outcome: 'not-linkable';
  readonly why: string;
  readonly wayOut: string;
}

/** Throws a HostError where the note itself cannot be read, `missing` where there is none. */
export async function linkInVault(host: VaultHost, path: string, { settings, today, now: time, write, all, mend, onProgress }: LinkOptions): Promise<Linking | NotLinkable> {
  if (write) await settleJournal(host, time);
  const text = await host.read(path);
  const refused = whyNotLinkable(path, text, settings);
  if (refused !== null) return refused;
  const reading = await readVault(host, settings, { onProgress });
  if (reading.exclude.isExcluded(path)) return notLinkable(`${path} is excluded by the settings or in Obsidian`, 'move it, or change “exclude”');
  if (readNote(path, text, reading.rules).ignored) return notLinkable(`${path} says “throughline: false” and is left alone`, 'take that line out of its frontmatter first');
  const planFor = (now: string): LinkedNote => {
    const index = finish(indexFor(rollupInput(withNote(reading, path, now), settings, today)));
    return linkNote(now, path, index, { rules: reading.rules, me: settings.me, all, mend });
  };
  let linked = planFor(text);
  if (!write || linked.edit === null) return { ...linked, outcome: 'linked', written: false, skipped: [], failures: reading.failures };
  const again = (now: string): string => {
    linked = planFor(now);
    return linked.edit?.after ?? now;
  };
  const { written, skipped, failures } = await carryOut(host, { edits: [{ ...linked.edit, again }] }, { what: 'link', now: time });
  return { ...linked, outcome: 'linked', written: written.length > 0, skipped, failures: [...reading.failures, ...failures] };
}

function whyNotLinkable(path: string, text: string, settings: Settings): NotLinkable | null {
  if (text.length > LARGEST_NOTE) return notLinkable(`${path} is over 5 MB and was not read`, 'split it');
  if (isConflictedCopy(path)) return notLinkable(`${path} is one of two versions that sync left`, 'settle which one stays first');
  if (isRollupPage(path, settings)) return notLinkable(`${path} is a page of Throughline’s own`, 'give a note that you write');
  return null;
}

function notLinkable(why: string, wayOut: string): NotLinkable {
  return { outcome: 'not-linkable', why, wayOut };
}

/** What was read of the vault, with the note as it is now. */
function withNote(reading: VaultReading, path: string, text: string): VaultReading {
  const note = readNote(path, text, reading.rules);
  const others = reading.notes.filter((other) => other.path !== path);
  const paths = reading.paths.includes(path) ? reading.paths : [...reading.paths, path];
  return { ...reading, paths, notes: [...others, note] };
}
