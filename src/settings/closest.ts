/** The word that was probably meant. */

/** The nearest of `words` when it is near enough to be a slip of the fingers, case left aside; else null. */
export function closest(word: string, words: readonly string[]): string | null {
  const folded = word.toLowerCase().slice(0, 40);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(folded.length / 3)) + 1;
  for (const each of words) {
    const distance = slips(folded, each.toLowerCase());
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

/** Letters added, dropped, changed, or swapped with their neighbour (the restricted Damerau-Levenshtein distance). */
function slips(a: string, b: string): number {
  let [twoBack, oneBack]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (oneBack[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const least = Math.min(changed, (oneBack[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(swapped ? Math.min(least, (twoBack[column - 2] ?? 0) + 1) : least);
    }
    [twoBack, oneBack] = [oneBack, current];
  }
  return oneBack[b.length] ?? 0;
}
