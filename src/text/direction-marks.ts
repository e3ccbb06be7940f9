/**
 * Marks of direction: what editors, phones and keyboards put between letters of a right-to-left text, unseen, so that
 * digits and Latin words are where they should. They are no part of a name, a date or a heading.
 */
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ALL_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Of one UTF-16 code unit. */
export function isDirectionMark(code: number): boolean {
  return (
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

export function withoutDirectionMarks(text: string): string {
  return MARKS.test(text) ? text.replace(ALL_MARKS, '') : text;
}
