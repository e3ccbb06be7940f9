/** What waits to be raised, on the page of whom it waits for. */
import { rollUpTexts } from '../vault-of';

const PEOPLE = {
  'People/Dana Fox/README.md': '---\naliases: [Dee]\n---\n',
  'People/Bo Kim.md': '',
  'Accounts/Acme.md': '',
};

/** The rows under "Raise next" of Dana's page, or another's, for one line of a note. */
function check(line: string, expected: string | null, page = 'People/Dana Fox/README.md'): void {
  const text = rollUpTexts({ ...PEOPLE, 'Ideas.md': `${line}\n` }).texts[page] ?? '';
  const [, row = null] = /### Raise next\n- (.*) — \[\[Ideas\]\]\n/.exec(text) ?? [];
  expect(row).toBe(expected);
}

test.each([
  ['a link behind it says only whose page this is', '- Pilot budget [[Dana Fox]] #raise', 'Pilot budget'],
  [
    'so does an arrow, whatever the link reads',
    '- Pilot budget → [[People/Dana Fox/README|Dana]] #raise',
    'Pilot budget',
  ],
  ['so does an @', '- Pilot budget @Dana Fox #raise', 'Pilot budget'],
  ['or her other name', '- Pilot budget @Dee #raise', 'Pilot budget'],
  [
    'a name within the sentence stays',
    '- Ask [[Dana Fox]] for the budget #raise',
    'Ask [[People/Dana Fox/README|Dana Fox]] for the budget',
  ],
  [
    'so does one that the words before it need',
    '- Look for a room with [[Dana Fox]] #raise',
    'Look for a room with [[People/Dana Fox/README|Dana Fox]]',
  ],
  [
    'and one without which nothing is left',
    '- Congratulate [[Dana Fox]] #raise',
    'Congratulate [[People/Dana Fox/README|Dana Fox]]',
  ],
  [
    "somebody else's name is left too",
    '- Pilot budget [[Dana Fox]] [[Acme]] #raise',
    'Pilot budget [[People/Dana Fox/README|Dana Fox]] [[Acme]]',
  ],
])('%s', (_what, line, expected) => {
  check(line, expected);
});

test('it waits on whom it links, not on whomever it speaks of', () => {
  check('- Bo Kim wants a chair [[Dana Fox]] #raise', 'Bo Kim wants a chair');
  check('- Bo Kim wants a chair [[Dana Fox]] #raise', null, 'People/Bo Kim.md');
});
