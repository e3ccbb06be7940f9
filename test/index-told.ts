/** What an index says, for comparing one with another, and a way to hold it to being a value. */
import { ROW_KINDS } from '../src/note/line-kinds';
import type { VaultIndex } from '../src/vault-index/build-index';

/** All that it says, without how it keeps it. Lines only on demand: to ask for them resolves them. */
export function told(index: VaultIndex, { withLines = true } = {}): unknown {
  const { notes, meetings, meetingsOf, namesOf, linesOf, views, problems } = index;
  const sorted = <V>(map: Iterable<readonly [string, V]>): unknown => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    meetings,
    meetingsOf: sorted(meetingsOf),
    rows: ROW_KINDS.map((kind) => [kind, index[kind]]),
    views: sorted(views),
    problems,
    ...(withLines ? { notes, namesOf: sorted(namesOf), linesOf: sorted(linesOf) } : {}),
  };
}

/** Makes a value and all that it holds unchangeable; maps and sets throw when somebody writes to them. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  if (value instanceof Map || value instanceof Set) {
    for (const part of value) frozen(part);
    for (const write of ['set', 'add', 'delete', 'clear'])
      Object.defineProperty(value, write, { value: refuse, enumerable: false });
  }
  if (value instanceof WeakMap || value instanceof WeakSet) return value;
  // A field that is made when it is asked for stays so.
  for (const [key, { value: part }] of Object.entries(Object.getOwnPropertyDescriptors(value)))
    if (key !== 'prototype') frozen<unknown>(part);
  return Object.freeze(value);
}

function refuse(): never {
  throw new TypeError('an index is not changed, another is made of it');
}
