/** Enough to recognise the line by. */
const LONGEST = 80;

/** A line of a note as a sentence quotes it: without its indentation, cut where it is long. */
export function cutLine(line: string): string {
  const characters = Array.from(line.trim().slice(0, 2 * LONGEST + 2));
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
