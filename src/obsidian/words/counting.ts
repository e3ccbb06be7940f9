/** `1 page`, `1,200 pages`, by a language's own way to write numbers. */
type Counted = (count: number, one: string, many: string) => string;

export function countedIn(locale: string): Counted {
  return (count, one, many) => `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}
