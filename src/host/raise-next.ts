/** Writes a point to be raised into the first note that can hold it, as one step that `undo` takes back. */
import { raisePlaces, raiseWords, withRaise } from '../edit/raise-next';
import { type Ended, refused, type Refused } from '../edit/refusals';
import type { Entity } from '../entity/entity';
import type { NoteRules } from '../note/note-rules';
import type { CalendarDate } from '../text/calendar-date';
import type { VaultIndex } from '../vault-index/build-index';
import { carryOut } from './carry-out';
import { LARGEST_NOTE } from './read-file';
import type { VaultHost } from './vault-host';
import { readIfThere } from './write-if-unchanged';

interface RaiseNextOptions {
  readonly index: VaultIndex;
  readonly rules: NoteRules;
  readonly today: CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The note that is in front. */
  readonly open: string | null;
}

interface Raised extends Ended<'done'> {
  readonly path: string;
}

/**
 * The note that it was written into. Throws a HostError where it could not be written for an I/O reason.
 */
export async function raiseNext(
  host: VaultHost,
  { entity, words }: { readonly entity: Entity; readonly words: string },
  options: RaiseNextOptions,
): Promise<Raised | Refused> {
  const { index, rules, now } = options;
  if (words.trim() === '') return refused({ code: 'nothing-to-raise' });
  const line = raiseWords(entity, words, index);
  for (const path of raisePlaces(entity, index, options)) {
    const before = await readIfThere(host, path);
    if (before === null || before.length > LARGEST_NOTE) continue;
    const after = withRaise(path, before, line, rules);
    if (after === null) continue;
    const {
      written,
      failures: [failure],
    } = await carryOut(
      host,
      { edits: [{ path, before, after, recompute: (there) => withRaise(path, there, line, rules) }] },
      { what: 'edit', now },
    );
    if (failure !== undefined) throw failure;
    if (written.length > 0) return { outcome: 'done', path };
  }
  return refused({ code: 'nowhere-to-raise', name: entity.name });
}
