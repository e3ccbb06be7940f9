/**
 * What a person said about two notes: that they tell of one event, or of two. It holds whatever else the notes say.
 *
 *     - [[14 Oct Sync]] and [[14 Oct mail]] are one meeting
 */
import { type NamesMemory, notesOf } from '../entity/names-memory';
import type { Registry } from '../entity/registry';
import { compareText } from '../text/order';
import { pushInto } from '../text/push-into';

export interface EventAnswers {
  /** By a note's path, the paths of those that are one event with it. */
  readonly one: ReadonlyMap<string, readonly string[]>;
  readonly two: ReadonlyMap<string, readonly string[]>;
}

const NO_ANSWERS: EventAnswers = { one: new Map(), two: new Map() };

/**
 * The answers whose links lead to one note each. Two answers that speak against each other (two devices, one question)
 * decide nothing: it is asked again.
 */
export function eventAnswers({ decisions, path }: NamesMemory, registry: Registry): EventAnswers {
  const pairs = decisions.flatMap((decision) => {
    if (decision.kind !== 'event') return [];
    const [a = [], b = []] = [decision.one, decision.other].map((link) => notesOf(registry, link, path));
    const [one, other] = [a[0], b[0]];
    if (one === undefined || other === undefined || a.length + b.length > 2 || one === other) return [];
    return [{ pair: [one, other].sort(compareText).join('\n'), one, other, isOne: decision.isOne }];
  });
  if (pairs.length === 0) return NO_ANSWERS;
  const said = (isOne: boolean): ReadonlyMap<string, readonly string[]> => {
    const against = new Set(pairs.flatMap((answer) => (answer.isOne === isOne ? [] : [answer.pair])));
    const found = new Map<string, string[]>();
    const distinct = new Map(pairs.flatMap((answer) => (answer.isOne === isOne ? [[answer.pair, answer]] : [])));
    for (const answer of distinct.values()) {
      if (against.has(answer.pair)) continue;
      pushInto(found, answer.one, answer.other);
      pushInto(found, answer.other, answer.one);
    }
    return found;
  };
  return { one: said(true), two: said(false) };
}

/** Whether it was answered that two notes tell of one event, or of two. */
export function isAnswered({ one, two }: EventAnswers, path: string, other: string): boolean {
  return [one, two].some((said) => said.get(path)?.includes(other) === true);
}
