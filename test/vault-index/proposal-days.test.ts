/** How far back is asked: to the day. */
import { proposals } from '../../src/vault-index/proposals';
import { indexOf } from '../vault-of';

const TODAY = '2025-11-03';
const task = (date: string, words: string): string =>
  `---\ntype: meeting\ndate: ${date}\npeople: ["[[Dana Fox]]"]\n---\n## Action items\n- [ ] ${words} @Dana Fox\n`;
const PAGES = { 'People/Dana Fox.md': '' };

const WORDS = ['Confirm the Lisbon harbour dates', 'Confirm harbour dates for Lisbon'] as const;

/** The kinds of what is asked about two tasks that say nearly the same. */
function asked(older: string, newer: string): readonly string[] {
  const texts = { ...PAGES, 'a.md': task(older, WORDS[0]), 'b.md': task(newer, WORDS[1]) };
  return proposals(indexOf(texts), TODAY).map(({ kind }) => kind);
}

test('what was said 30 days ago is asked about, what was said 31 days ago is not', () => {
  expect(asked('2025-10-01', '2025-10-04')).toEqual(['duplicate']);
  expect(asked('2025-10-01', '2025-10-03')).toEqual([]);
});

test('the same words 60 days apart may be one matter, 61 days apart they are two', () => {
  expect(asked('2025-09-04', '2025-11-03')).toEqual(['duplicate']);
  expect(asked('2025-09-03', '2025-11-03')).toEqual([]);
});
