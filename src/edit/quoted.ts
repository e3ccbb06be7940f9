/** Enough to recognise the line by. */
const QUOTED = 80;

/** A line in a sentence, cut where it is long. */
export function quoted(line: string): string {
  const characters = Array.from(line.trim().slice(0, 2 * QUOTED + 2));
  return characters.length <= QUOTED ? `“${characters.join('')}”` : `“${characters.slice(0, QUOTED - 1).join('')}…”`;
}
