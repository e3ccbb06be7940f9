/**
 * How deep what somebody else wrote may nest: whoever walks a value by recursion, `JSON.stringify` too, is safe within
 * it.
 */
export const DEEPEST = 60;

/** Whether a parsed value has more levels than that. Walks it level by level, in time linear in its size. */
export function nestsTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : []));
    if (level.length === 0) return false;
  }
  return true;
}
