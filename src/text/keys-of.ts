/**
 * The keys of a table, as its type has them. For tables written in the source: a value of a wider type may have more.
 */
export function keysOf<T extends object>(table: T): readonly (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
