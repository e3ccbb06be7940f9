/** Checkboxes that Markdown does not know as such: `-[ ] Book`, `- [] Ring`, `[ ] Send`. */

interface LooseCheckbox {
  readonly status: string;
  /** Where its words begin. */
  readonly from: number;
}

/** Of a line's text, or of a list item's after its marker; null for any other. */
export function looseCheckbox(words: string): LooseCheckbox | null {
  const first = words.charCodeAt(0);
  // `[`, `-`, `*`, `+`
  if (first !== 91 && first !== 45 && first !== 42 && first !== 43) return null;
  const match = LOOSE.exec(words);
  return match === null
    ? null
    : { status: match[1] === undefined || match[1] === '' ? ' ' : match[1], from: match[0].length };
}

const LOOSE = /^(?:[-*+] ?)?\[([ xX/-]?)\] +(?=\S)/;
