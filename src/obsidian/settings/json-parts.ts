/**
 * Parts of a setting that is an object in `data.json`, changed by themselves: what else is there stays as it was
 * written.
 */

/** The object with `value` at `path`; undefined takes the part out, and what is empty then with it. */
export function withPart(json: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...deeper] = path;
  if (key === undefined) return value;
  if (Array.isArray(json)) return withRow(json, path, value);
  const parts = partsOf(json);
  const part = withPart(parts.get(key), deeper, value);
  if (part === undefined) parts.delete(key);
  else parts.set(key, part);
  return parts.size === 0 ? undefined : Object.fromEntries(parts);
}

/** A list of rows that each have an `id`, as `kinds` may be written. */
function withRow(rows: readonly unknown[], [id = '', ...deeper]: readonly string[], value: unknown): unknown {
  const at = rows.findIndex((row) => partsOf(row).get('id') === id);
  const row = withPart(at < 0 ? { id } : rows[at], deeper, value);
  // A row that says nothing but its name changes nothing.
  const kept = row === undefined || partsOf(row).size <= 1 ? [] : [row];
  const all = at < 0 ? [...rows, ...kept] : [...rows.slice(0, at), ...kept, ...rows.slice(at + 1)];
  return all.length === 0 ? undefined : all;
}

/** `true` and `false` stand for `{"enabled": …}`. */
function partsOf(json: unknown): Map<string, unknown> {
  if (typeof json === 'boolean') return new Map([['enabled', json]]);
  return new Map(typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.entries(json) : []);
}
