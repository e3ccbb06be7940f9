/**
 * Proposed tasks in clusters that one answer settles: those that say the same in other words, as lines of one event do,
 * for the same people and on no two days.
 *
 *     Meetings/2025-10-28.md:12   - [?] Send the pricing draft to the whole Lisbon team @Bo   ─┐ one cluster
 *     Meetings/2025-10-21.md:9    - [?] Send pricing draft to the Lisbon team @Bo             ─┘
 */
import { PERSON } from '../note/kinds';
import { compareText } from '../text/order';
import type { VaultIndex } from '../vault-index/build-index';
import { vocabularyOf } from '../vault-index/event-vocabulary';
import { sayTheSame, saysAgain, type Statement, statementOf } from '../vault-index/other-words';
import { tablesOf } from '../vault-index/row-words';
import type { TaskRow } from '../vault-index/rows';
import { TokenPostings } from '../vault-index/token-postings';
import { newestFirst } from './row-order';

/** The newest first; never empty. */
export type TaskCluster = readonly [TaskRow, ...TaskRow[]];

interface Telling extends Statement {
  readonly task: TaskRow;
  readonly owners: string;
}

/** Every open proposed task once: those of the newest cluster first, of one day the most repeated. */
export function proposedClusters({ tasks, registry, memory }: VaultIndex): readonly TaskCluster[] {
  const waiting = tasks.filter(({ open, proposed }) => open && proposed).sort(newestFirst);
  const texts = waiting.map(({ text }) => text);
  const [table] = tablesOf(texts.join('. '));
  if (table === undefined) return waiting.map((task): TaskCluster => [task]);
  const people = registry.entities.flatMap(({ kind, name }) => (kind === PERSON ? [name] : []));
  const vocabulary = vocabularyOf(table, people, texts);
  const tellings = waiting.map((task): Telling => ({
    task,
    owners: ownersOf(task),
    ...statementOf(task.text, vocabulary),
  }));
  const isOne = (one: Telling, other: Telling): boolean =>
    one.owners === other.owners &&
    (one.task.due === null || other.task.due === null || one.task.due === other.task.due) &&
    !recurs(one.task) &&
    !recurs(other.task) &&
    (!shareANote(one.task, other.task) || saysAgain(one, other)) &&
    sayTheSame(one, other) &&
    !memory.rows.isSettled(one.task.text, other.task.text);
  const postings = new TokenPostings(tellings, ({ words }) => [...words]);
  const clusterOf = new Map<Telling, [Telling, ...Telling[]]>();
  for (const one of tellings) {
    const near = new Set([...one.words].flatMap((word) => postings.with(word)));
    // Every one of a cluster says the same as every other: what is only like the last one is another matter.
    const cluster = [...near]
      .flatMap((other) => {
        const known = clusterOf.get(other);
        return known === undefined ? [] : [known];
      })
      .find((known) => known.every((other) => isOne(one, other)));
    cluster?.push(one);
    clusterOf.set(one, cluster ?? [one]);
  }
  return [...new Set(clusterOf.values())]
    .map(([first, ...others]): TaskCluster => [first.task, ...others.map(({ task }) => task)])
    .sort(([a, ...as], [b, ...bs]) => byDay(a, b) || bs.length - as.length || newestFirst(a, b));
}

/** Their owners, as one answer for a person takes them together. */
export function ownersOf({ owners }: TaskRow): string {
  return owners
    .map(({ entity, name }) => entity?.id ?? name)
    .sort(compareText)
    .join('\n');
}

function byDay(a: TaskRow, b: TaskRow): number {
  return compareText(dayOf(b), dayOf(a));
}

function dayOf({ sources }: TaskRow): string {
  return sources[sources.length - 1]?.date ?? '';
}

function recurs({ sources }: TaskRow): boolean {
  return sources.some(({ text }) => /🔁|[[(]repeat::/i.test(text));
}

function shareANote(one: TaskRow, other: TaskRow): boolean {
  return one.sources.some(({ path }) => other.sources.some((source) => source.path === path));
}
