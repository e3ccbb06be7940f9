/** How many texts a memo remembers before it starts anew: more than a vault has names, little enough to hold. */
const MOST = 20_000;

/**
 * `compute` with its answers remembered, by whoever holds the function: the same few thousand names stand in every note
 * of a vault. `compute` must give the same for the same text, and nobody may change what it gives.
 */
export function boundedMemo<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.answer;
    if (known.size >= MOST) known.clear();
    const answer = compute(text);
    known.set(text, { answer });
    return answer;
  };
}
