/**
 * What a meeting leaves to settle, as steps to be gone through one by one:
 *
 *     a name that nobody could place · a task without owner · one without a date · what was to be raised · a question from before · what changed meanwhile
 */
import type { MeetingName, QuestionRow, RaiseRow, TaskRow } from '../../vault-index/rows';
import type { Change, NoteSummary } from './note-summary';

export type Step = { readonly id: string } & (
  | { readonly is: 'name'; readonly name: MeetingName }
  | { readonly is: 'owner' | 'date'; readonly task: TaskRow }
  | { readonly is: 'raise'; readonly raise: RaiseRow }
  | { readonly is: 'question'; readonly question: QuestionRow }
  | { readonly is: 'changes'; readonly changes: readonly Change[] }
);

/**
 * Ids stay while a step is open, whatever happens to the others: a task is known by its words, for a new owner makes it
 * another row.
 */
export function noteSteps({
  unresolved,
  loose,
  waited,
  lastTime,
  changed,
}: Pick<NoteSummary, 'unresolved' | 'loose' | 'waited' | 'lastTime' | 'changed'>): readonly Step[] {
  const seen = new Map<string, number>();
  const once = (id: string): string => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id} ${times}`;
  };
  return [
    ...unresolved.map((name): Step => ({ is: 'name', id: once(`name ${name.kind} ${name.name}`), name })),
    ...loose.flatMap((task): Step[] => [
      ...(task.owners.length === 0 ? [{ is: 'owner' as const, id: once(`owner ${task.text}`), task }] : []),
      ...(task.due === null ? [{ is: 'date' as const, id: once(`date ${task.text}`), task }] : []),
    ]),
    ...waited.map((raise): Step => ({ is: 'raise', id: once(`raise ${raise.id}`), raise })),
    ...lastTime.map((question): Step => ({ is: 'question', id: once(`question ${question.id}`), question })),
    ...(changed.length === 0 ? [] : [{ is: 'changes' as const, id: 'changes', changes: changed }]),
  ];
}

/**
 * Of a step that is still to be seen in the note: left as it is, or dealt with all the same (raised, pinned, seen, not
 * raised yet).
 */
export type Passed = 'skipped' | 'dealt with';

/** Where one is among them. `seen`: every step there was since the note was opened. */
export function progress(
  steps: readonly Step[],
  { seen, passed }: { readonly seen: ReadonlySet<string>; readonly passed: ReadonlyMap<string, Passed> },
): { readonly current: Step | null; readonly at: number; readonly of: number; readonly skipped: number } {
  const left = steps.filter(({ id }) => !passed.has(id));
  const of = new Set([...seen, ...steps.map(({ id }) => id)]).size;
  const [current = null] = left;
  return {
    current,
    at: current === null ? of : of - left.length + 1,
    of,
    skipped: steps.filter(({ id }) => passed.get(id) === 'skipped').length,
  };
}
