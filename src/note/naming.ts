/**
 * The frontmatter keys by which entities are named, prepared once for a table of kinds: every note's keys are looked up
 * here.
 */
import type { EntityKind, KindId } from './kinds';
import { pushInto } from '../text/push-into';

/** One key of one kind: `entities.people` is found under `entities`, and steps into `people`. In lower case. */
interface WayOfNaming {
  readonly kind: KindId;
  readonly below: readonly string[];
}

interface Naming {
  /** In the order of the kinds and their keys; of a kind that is not enabled none. */
  readonly ways: readonly WayOfNaming[];
  /** A frontmatter key in lower case to the ways that go by it. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

export function namingOf(kinds: readonly EntityKind[]): Naming {
  const known = PREPARED.get(kinds);
  if (known !== undefined) return known;
  const ways: WayOfNaming[] = [];
  const byKey = new Map<string, number[]>();
  for (const { id, keys, enabled } of kinds) {
    if (!enabled) continue;
    for (const key of keys) {
      const [first = '', ...below] = key.toLowerCase().split('.');
      const at = ways.push({ kind: id, below }) - 1;
      pushInto(byKey, first, at);
    }
  }
  const naming = { ways, byKey };
  PREPARED.set(kinds, naming);
  return naming;
}

/** A table of kinds is not changed once it is in use. */
const PREPARED = new WeakMap<readonly EntityKind[], Naming>();
