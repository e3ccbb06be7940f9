import { excerpt } from '../../src/obsidian/commands/excerpt';

/** The line with the piece between bars, as it is shown. */
function check(marked: string): string {
  const from = marked.indexOf('|');
  const to = marked.lastIndexOf('|') - 1;
  const text = marked.replace(/\|/g, '');
  const { before, after } = excerpt(text, { from, to });
  return `${before}|${text.slice(from, to)}|${after}`;
}

test.each([
  ['short lines stand whole', 'Told |Ann| so', 'Told |Ann| so'],
  [
    'the mark of a list is left out',
    'Before\n  - [ ] Agree the week with |Ann| and Sam\nBehind',
    'Agree the week with |Ann| and Sam',
  ],
  ['so is that of a numbered one, in a quote', '> 1. |Ann| asks', '|Ann| asks'],
  [
    'long ones are cut between words',
    'The first release of the long awaited thing called |Driver| goes to Upper Dell on the day after the other one',
    '… of the long awaited thing called |Driver| goes to Upper Dell on the day after …',
  ],
  ['and a word that is longer than the room goes whole', `${'x'.repeat(60)} |Ann|${'y'.repeat(60)}`, '… |Ann|…'],
])('%s', (_, marked, shown) => {
  expect(check(marked)).toBe(shown);
});
