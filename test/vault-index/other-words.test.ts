/** Rows that notes of one event say in other words: which are one row, in which words, and which never are. */
import fc from 'fast-check';
import { buildIndex } from '../../src/vault-index/build-index';
import { updateIndex } from '../../src/vault-index/update-index';
import { indexOf, NAMES, type Texts } from '../vault-of';
import { told } from '../index-told';

const PAGES: Texts = {
  'People/Ann Lee.md': '',
  'People/Bo Kim.md': '',
  'People/Cy Orr.md': '',
  'Projects/Atlas.md': '',
};

const HEADINGS = { tasks: 'Action items', questions: 'Open questions', decisions: 'Decisions', facts: 'Key facts' };
type Kind = keyof typeof HEADINGS;

function telling(kind: Kind, lines: readonly string[], { id = 'r1', date = '2025-10-28' } = {}): string {
  return `---\ntype: meeting\ndate: ${date}\nrecording_id: ${id}00\npeople: [Ann Lee, Bo Kim]\n---\n## ${HEADINGS[kind]}\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

/** The rows that two notes of one event come to, each with how many lines tell of it. */
function rows(kind: Kind, one: readonly string[], other: readonly string[], more: Texts = {}): string[] {
  const texts = { ...PAGES, ...more, 'A.md': telling(kind, one), 'B.md': telling(kind, other) };
  const index = indexOf(texts);
  return index[kind].map(({ text, sources }) => `${text} ×${sources.length}`).sort();
}

describe('in other words', () => {
  test.each<[Kind, string, string]>([
    ['decisions', 'Use Atlas as the source of truth for hourly metering', 'Atlas is the source of truth for metering'],
    ['decisions', 'Ann will ask the printers for a new quote by mail', 'Ann to ask the printers for a new quote'],
    ['facts', 'The yard needs a second crane for the heavy masts', 'The yard requires a second crane for heavy masts'],
    ['tasks', '[ ] Send the price list to Acme @Ann Lee', '[ ] Share price list with Acme @Ann Lee'],
    ['questions', 'Who signs the lease for the yard?', 'Who will sign the yard’s lease?'],
    ['facts', 'Ann Lee stated that the yard needs a second crane', 'The yard needs a second crane'],
    ['decisions', 'Ann Lee and Bo Kim agreed to ask the printers for a quote', 'Ask the printers for a quote'],
    ['decisions', 'Ann Lee will ask the printers for a new quote', 'Ann will ask printers for a new quote'],
    [
      'facts',
      'The Lisbon Harbour Board (LHB) wants a second crane for the masts',
      'LHB wants a second crane for masts',
    ],
    [
      'facts',
      'The crane is with the Lisbon Harbour Board until the audit',
      'The crane is with LHB until the audit ends',
    ],
    ['decisions', 'The yard opens on 2025-11-14 for the masts', 'The yard opens for the masts on November 14'],
    ['facts', 'Globex Marine rents the yard and the crane', 'Globex rents the yard and the crane'],
    ['tasks', '[ ] Confirm if Acme takes the masts @Ann Lee', '[ ] Confirm whether Acme takes masts @Ann Lee'],
  ])('%s: %s · %s', (kind, one, other) => {
    const [row, ...none] = rows(kind, [one], [other]);
    expect(none).toEqual([]);
    expect(row).toMatch(/ ×2$/);
  });

  test('the fullest wording is the row’s, whichever note says it', () => {
    const [full, short] = [
      'Ann will ask the printers in Lisbon for a new quote',
      'Ann to ask printers for a new quote',
    ];
    expect(rows('decisions', [full], [short])).toEqual([`${full} ×2`]);
    expect(rows('decisions', [short], [full])).toEqual([`${full} ×2`]);
  });

  test.each<[string, Kind, string, string]>([
    ['a number', 'decisions', 'Order 40 anchors for the yard in Lisbon', 'Order 50 anchors for the yard in Lisbon'],
    ['a date', 'decisions', 'The yard opens in March for the masts', 'The yard opens in April for the masts'],
    ['a day', 'tasks', '[ ] Send the list to Acme 📅 2025-11-03', '[ ] Share the list with Acme 📅 2025-11-04'],
    ['a negation', 'facts', 'The crane in the yard is insured', 'The crane in the yard is not insured'],
    ['a name', 'decisions', 'Ask Acme for a new quote by mail', 'Ask Globex for a new quote by mail'],
    [
      'who does it',
      'decisions',
      'Ann will ask the printers for a new quote',
      'Bo will ask the printers for a new quote',
    ],
    ['who else', 'decisions', 'Send Ann Lee the new quote by mail', 'Send Ann Lee and Cy Orr the new quote by mail'],
    ['an owner', 'tasks', '[ ] Send the price list to Acme @Ann Lee', '[ ] Share price list with Acme @Bo Kim'],
    ['what turns it', 'decisions', 'Ship the masts before the audit ends', 'Ship the masts after the audit ends'],
    ['the opposite', 'facts', 'The audit accepted the price of the crane', 'The audit rejected the price of the crane'],
    ['what is asked', 'questions', 'When is the lease signed?', 'Who signed the lease?'],
    ['two who say it', 'facts', 'Ann Lee said that the yard needs a crane', 'Bo Kim said that the yard needs a crane'],
    ['what is open', 'decisions', 'Decide whether to move the yard to Lisbon', 'Move the yard to Lisbon'],
    [
      'one of two',
      'facts',
      'The training of the yard’s crew costs much',
      'The inference of the yard’s crew costs much',
    ],
    ['a year', 'facts', 'The lease of the yard ends in March 2025', 'The lease of the yard ends in March 2026'],
    ['another thing', 'decisions', 'Ann sends the deck to Acme', 'Ann sends the contract to Acme'],
  ])('apart for %s', (_, kind, one, other) => {
    expect(rows(kind, [one], [other])).toHaveLength(2);
  });

  test('two lines of one note are two, whatever the other note says', () => {
    const [masts, anchors] = ['Measure how fast the crane lifts masts', 'Measure how fast the crane lifts anchors'];
    expect(rows('decisions', [masts, anchors], ['Measure how fast cranes lift masts'])).toEqual([
      `${anchors} ×1`,
      `${masts} ×2`,
    ]);
  });

  test('a list that somebody appended to says a long line once', () => {
    const [one, again] = [
      'Ask the printers in Lisbon for a new quote for the price list and the posters',
      'Ask printers in Lisbon for a new quote for price list and posters, by mail',
    ];
    const index = indexOf({ ...PAGES, 'A.md': telling('decisions', [one, 'Sell the crane', again]) });
    expect(index.decisions.map(({ text, sources }) => `${text} ×${sources.length}`).sort()).toEqual([
      `${one} ×2`,
      'Sell the crane ×1',
    ]);
  });

  test('lines of one note with one word for another are two', () => {
    const lines = ['banks', 'shops'].map(
      (who) => `Send the new price list with the photos of the yard to the ${who} before the audit`,
    );
    expect(indexOf({ ...PAGES, 'A.md': telling('decisions', lines) }).decisions).toHaveLength(2);
  });

  test('an answer that two are not the same holds', () => {
    const [one, other] = ['[ ] Send the price list to Acme @Ann Lee', '[ ] Share price list with Acme @Ann Lee'];
    const names = '- "Send the price list to Acme" is not the same as "Share price list with Acme"\n';
    expect(rows('tasks', [one], [other], { [NAMES]: names })).toHaveLength(2);
  });

  test('across events nothing is folded', () => {
    const [one, other] = ['Use Atlas as the source of truth for metering', 'Atlas is the source of truth for metering'];
    const texts = { 'A.md': telling('decisions', [one]), 'B.md': telling('decisions', [other], { id: 'r2' }) };
    expect(indexOf({ ...PAGES, ...texts }).decisions).toHaveLength(2);
  });
});

test('the newest telling decides, and done wins', () => {
  const done = telling('tasks', ['[x] Share price list with Acme @Ann Lee']);
  const open = telling('tasks', ['[ ] Send the price list to Acme @Ann Lee']);
  const [row, ...none] = indexOf({ ...PAGES, 'A.md': done, 'B.md': open }).tasks;
  expect(none).toEqual([]);
  expect(row?.open).toBe(false);
});

describe('whatever is edited', () => {
  const SUBJECTS = ['The crane', 'The yard', 'Ann Lee', 'Atlas'];
  const VERBS = ['needs', 'requires', 'does not need', 'will get', 'sends'];
  const THINGS = ['a second mast', 'the second mast in Lisbon', '40 anchors', '40 new anchors for the yard', 'a quote'];
  const line = fc
    .tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...VERBS), fc.constantFrom(...THINGS))
    .map((words) => words.join(' '));
  const noteText = fc
    .tuple(
      fc.constantFrom('r1', 'r2'),
      fc.constantFrom<Kind>('tasks', 'decisions', 'facts'),
      fc.array(line, { maxLength: 5 }),
    )
    .map(([id, kind, lines]) => telling(kind, lines, { id }));
  const path = fc.constantFrom('A.md', 'B.md', 'C.md', 'D.md');

  test('an update says what a rebuild says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, fc.option(noteText)), { minLength: 2, maxLength: 8 }), (edits) => {
        const texts = new Map<string, string>(Object.entries(PAGES));
        let index = indexOf(PAGES);
        const { memory } = index;
        for (const [at, text] of edits) {
          if (text === null) texts.delete(at);
          else texts.set(at, text);
          const read = indexOf(Object.fromEntries(texts)).parts.given;
          const before = index.parts.given;
          const notes = read.map((note) => {
            const same = before.find((one) => one.path === note.path);
            return same !== undefined && JSON.stringify(same) === JSON.stringify(note) ? same : note;
          });
          const input = { notes, paths: [...texts.keys()].sort(), memory, ...index.parts.rules };
          index = updateIndex(index, input) ?? buildIndex(input);
          expect(told(index)).toEqual(told(buildIndex(input)));
        }
      }),
      { numRuns: 20 },
    );
  });
});
