/**
 * Help as commander lays it out, without commander: its text is made when the program is built, with every description
 * on one line, and is only broken into lines here. A test holds the two to be the same at any width.
 */

/** Nothing is broken into lines shorter than this, as in commander. */
const NARROWEST = 40;

/** `text`: help with a description a line; `width`: columns of the terminal. */
export function laidOut(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const [, term, description] = /^( {2}\S.*? {2,})(\S.*)$/.exec(line) ?? [];
      return term === undefined || description === undefined
        ? broken(line, width, '')
        : term + broken(description, width - term.length, ' '.repeat(term.length));
    })
    .join('\n');
}

function broken(text: string, width: number, indent: string): string {
  if (width < NARROWEST) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || longer.length <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}
