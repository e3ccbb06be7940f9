/** A part of something whose shape nobody promises: another plugin, a stored state. What is not there is undefined. */
export function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
