/** Text of notes where it is shown: no character in it commands a terminal, or hides. */

/**
 * A note's words, safe to print: control characters (which could move the cursor or start an escape sequence) and those
 * that turn the direction of writing become `�`, line ends spaces.
 */
export function printable(text: string): string {
  return text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** The same of a text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** Where a mistake of ours happened, safe to print: its message may hold a note's words. */
export function traceOf(error: unknown): string {
  return printableLines(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** JSON for a script, which a terminal may show as well: such characters are escaped in it. */
export function jsonText(value: unknown, replacer?: (key: string, one: unknown) => unknown): string {
  return JSON.stringify(value, replacer).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
