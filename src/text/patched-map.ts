/**
 * A map that is a value: `patched` gives another one with some entries changed, and this one stays as it is. Both share
 * what did not change, so that a change costs what it touches.
 *
 *     base     Ann → 1, Bo → 2, Cy → 3        never written
 *     patch    Bo → 5, Cy → gone, Di → 4      copied with each change, put into a new base when it has grown
 */
export class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  private constructor(
    private readonly base: ReadonlyMap<K, V>,
    private readonly patch: ReadonlyMap<K, V | undefined>,
    readonly size: number,
  ) {}

  /**
   * `base` is not to change from here on. A base that makes its values when they are asked for stays the base for good.
   */
  static of<K, V>(base: ReadonlyMap<K, V>): PatchedMap<K, V> {
    return new PatchedMap<K, V>(base, new Map<K, V | undefined>(), base.size);
  }

  get(key: K): V | undefined {
    return this.patch.has(key) ? this.patch.get(key) : this.base.get(key);
  }

  has(key: K): boolean {
    return this.patch.has(key) ? this.patch.get(key) !== undefined : this.base.has(key);
  }

  /** `changes`: the entries that are other ones; undefined for those that go. */
  patched(changes: ReadonlyMap<K, V | undefined>): PatchedMap<K, V> {
    if (changes.size === 0) return this;
    let { size } = this;
    const patch = new Map(this.patch);
    for (const [key, value] of changes) {
      size += (value === undefined ? 0 : 1) - (this.has(key) ? 1 : 0);
      if (value === undefined && !this.base.has(key)) patch.delete(key);
      else patch.set(key, value);
    }
    const next = new PatchedMap(this.base, patch, size);
    return patch.size > MOST_PATCHED && this.base instanceof Map ? PatchedMap.of(new Map(next)) : next;
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.base) if (!this.patch.has(key)) yield [key, value];
    for (const [key, value] of this.patch) if (value !== undefined) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const key of this.base.keys()) if (!this.patch.has(key)) yield key;
    for (const [key, value] of this.patch) if (value !== undefined) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

/** Copying so many entries takes some ten microseconds. */
const MOST_PATCHED = 500;
