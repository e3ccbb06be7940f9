/**
 * What other plugins and scripts may know of the vault as Throughline reads it: `app.plugins.plugins.throughline.api`.
 * It is data, frozen, in the shapes that `throughline inspect --json` prints (docs/scripts.md); nothing here changes a
 * note.
 */
import { inspection } from '../../vault-index/inspection';
import { problemRecord, type ProblemRecord } from '../../words/english';
import { type InspectionRecord, inspectionRecord } from '../../words/inspection-record';
import type { LiveStore } from '../vault/live-store';
import type { Pace } from '../vault/pace';

type InspectedNote = InspectionRecord['notes'][number];
type Placed<T> = Readonly<T> & { readonly path: string };

export interface ThroughlineIndex {
  /** The day it was made for, `YYYY-MM-DD`: `lapsed` questions go by it. */
  readonly today: string;
  readonly notes: readonly Readonly<InspectedNote>[];
  readonly entities: readonly Readonly<InspectionRecord['entities'][number]>[];
  readonly problems: readonly ProblemRecord[];
  /** Those of all notes, each with the path of its note. */
  readonly tasks: readonly Placed<InspectedNote['tasks'][number]>[];
  readonly questions: readonly Placed<InspectedNote['questions'][number]>[];
  readonly decisions: readonly Placed<InspectedNote['decisions'][number]>[];
}

export interface ThroughlineApi {
  /** Goes up when something here is taken away or means something else. */
  readonly version: 1;
  /**
   * The vault as it is now. Reads it where something changed since it was last read; rejects where it cannot be read.
   */
  index(): Promise<ThroughlineIndex>;
  /** Calls `listener` whenever Throughline knows the vault again; the result ends that. */
  onChange(listener: () => void): () => void;
}

export function throughlineApi(store: LiveStore, pace: Pace): ThroughlineApi {
  let made: { readonly of: object; readonly index: ThroughlineIndex } | null = null;
  return Object.freeze({
    version: 1 as const,
    async index() {
      const known = await store.current();
      if (made?.of !== known)
        made = {
          of: known,
          index: await frozenIndex(
            inspectionRecord(inspection(known.index, { today: known.today })),
            known.today,
            pace,
          ),
        };
      return made.index;
    },
    onChange: (listener: () => void) =>
      store.onChange(() => {
        try {
          listener();
        } catch (error) {
          // Somebody else's listener must not end what called it.
          console.error('Throughline: a listener of its API failed.', error);
        }
      }),
  });
}

async function frozenIndex(
  { notes, entities, problems }: InspectionRecord,
  today: string,
  pace: Pace,
): Promise<ThroughlineIndex> {
  for (const note of notes) {
    await pace.yieldIfDue();
    freezeAll(note);
  }
  const placed = <T extends object>(itemsOf: (note: InspectedNote) => readonly T[]): Placed<T>[] =>
    notes.flatMap((note) => itemsOf(note).map((item) => Object.freeze({ path: note.path, ...item })));
  const index = {
    today,
    notes,
    entities,
    problems: problems.map(problemRecord),
    tasks: placed((note) => note.tasks),
    questions: placed((note) => note.questions),
    decisions: placed((note) => note.decisions),
  };
  for (const list of [entities, index.problems]) freezeAll(list);
  for (const list of Object.values(index)) Object.freeze(list);
  return Object.freeze(index);
}

function freezeAll(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeAll(part);
}
