/** A map that makes a value when it is first asked for it. `make` gives the same for a key at any time. */
export function lazyMap<V>(keys: ReadonlySet<string>, make: (key: string) => V): ReadonlyMap<string, V> {
  const made = new Map<string, V>();
  const get = (key: string): V | undefined => {
    if (!made.has(key) && keys.has(key)) made.set(key, make(key));
    return made.get(key);
  };
  function* entries(): MapIterator<[string, V]> {
    for (const key of keys) yield [key, made.get(key) ?? make(key)];
  }
  function* values(): MapIterator<V> {
    for (const [, value] of entries()) yield value;
  }
  const map: ReadonlyMap<string, V> = {
    size: keys.size,
    get,
    has: (key) => keys.has(key),
    keys: () => keys.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach: (visit) => {
      for (const [key, value] of entries()) visit(value, key, map);
    },
  };
  return map;
}
