/**
 * V8 keeps a substring of 13 characters or more as a window onto its parent: one kept line keeps a 34 KB note alive
 * (measured: 600 MB against 101 MB for 10,000 notes). Joining makes a new flat string of which the result is the window.
 *
 * Of the portable ways measured over 20,000 lines of 80 characters this takes 4 ms; JSON there and back takes 15.
 */
export function flatten(text: string): string {
  return text.length < SHORTEST_WINDOW ? text : (' ' + text).slice(1);
}

/** Anything shorter is copied by V8 itself. */
const SHORTEST_WINDOW = 13;
