/** The texts of a property: its own, or its list's. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap((one) => (Array.isArray(one) ? linkOf(one) : textsOf(one))) : NONE;
}

/** YAML reads an unquoted `[[Name]]` as a list in a list. */
function linkOf(list: readonly unknown[]): readonly string[] {
  return list.flatMap((one) => (typeof one === 'string' ? [`[[${one}]]`] : NONE));
}

const NONE: readonly string[] = [];
