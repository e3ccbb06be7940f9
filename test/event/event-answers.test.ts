/** Events that may be one: which are asked about, and that an answer holds, whatever happens to the notes. */
import fc from 'fast-check';
import { parseNames, printNameAnswer } from '../../src/entity/names-lines';
import { buildIndex } from '../../src/vault-index/build-index';
import { updateIndex } from '../../src/vault-index/update-index';
import { answerTexts, asked } from '../edit/answering';
import { told } from '../index-told';
import { indexOf, NAMES, type Texts } from '../vault-of';

const PAGES: Texts = { 'People/Ann Lee.md': '', 'People/Bo Kim.md': '', 'People/Cy Orr.md': '' };

function telling(
  lines: readonly string[],
  { date = '2025-10-28', head = '', people = 'Ann Lee, Bo Kim' } = {},
): string {
  return `---\ntype: meeting\ndate: ${date}\npeople: [${people}]\n${head}---\n## Decisions\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

/** The notes of each event that some note tells of, `A B | C`. */
function events(texts: Texts): string {
  return indexOf(texts)
    .meetings.map(({ notes }) => notes.map(({ path }) => path.replace('.md', '')).join(' '))
    .sort()
    .join(' | ');
}

const ONE = [
  'Order the new masts in Lisbon before the audit',
  'Sell the old crane to the harbour',
  'Ask Acme for a quote',
];
const AGAIN = ['Order new masts in Lisbon before the audit ends', 'Sell the old crane to harbour', 'Paint the yard'];
const OTHER = ['Hire two sailors for the summer', 'Paint the yard', 'Close the office on Friday'];

const questions = (texts: Texts): readonly string[] =>
  asked(texts).flatMap(({ proposal: { kind, evidence } }) =>
    kind === 'event' ? [evidence.map(({ path }) => path.replace('.md', '')).join(' ')] : [],
  );

const LIKELY: Texts = { ...PAGES, 'A.md': telling(ONE), 'B.md': telling(AGAIN) };

describe('asked', () => {
  test('same day, same people, and most of it said by both', () => {
    expect(questions(LIKELY)).toEqual(['A B']);
    expect(events(LIKELY)).toBe('A | B');
  });

  test.each<[string, Texts]>([
    ['another day', { 'B.md': telling(AGAIN, { date: '2025-10-29' }) }],
    ['other people', { 'B.md': telling(AGAIN, { people: 'Cy Orr' }) }],
    ['other words', { 'B.md': telling(OTHER) }],
    ['a message', { 'B.md': telling(AGAIN).replace('type: meeting', 'type: email') }],
    [
      'certainly one',
      {
        'A.md': telling(ONE, { head: 'recording_id: r100\n' }),
        'B.md': telling(AGAIN, { head: 'recording_id: r100\n' }),
      },
    ],
  ])('not: %s', (_, more) => {
    expect(questions({ ...LIKELY, ...more })).toEqual([]);
  });

  test('one question a cluster', () => {
    expect(questions({ ...LIKELY, 'C.md': telling(ONE.slice(0, 2)) })).toEqual(['A B C']);
  });
});

describe('answered', () => {
  const yes = (texts: Texts): Texts => answerTexts(texts, { A: {} });
  const no = (texts: Texts): Texts => answerTexts(texts, { A: { accepted: false } });

  test('one: they are, and are not asked about again', () => {
    const after = yes(LIKELY);
    expect(after[NAMES]).toContain('- [[A]] and [[B]] are one meeting\n');
    expect(events(after)).toBe('A B');
    expect(questions(after)).toEqual([]);
  });

  test('two: they stay so, and are not asked about again', () => {
    const after = no(LIKELY);
    expect(after[NAMES]).toContain('- [[A]] and [[B]] are two meetings\n');
    expect(events(after)).toBe('A | B');
    expect(questions(after)).toEqual([]);
  });

  test('of three each pair', () => {
    const three = { ...LIKELY, 'C.md': telling(ONE.slice(0, 2)) };
    expect(events(yes(three))).toBe('A B C');
    expect(events(no(three))).toBe('A | B | C');
    expect(questions(no(three))).toEqual([]);
  });

  test('against what is certain, and across days', () => {
    const head = 'recording_id: r100\n';
    const certain = { ...PAGES, 'A.md': telling(ONE, { head }), 'B.md': telling(AGAIN, { head }) };
    expect(events(certain)).toBe('A B');
    expect(events({ ...certain, [NAMES]: '- [[A]] and [[B]] are two meetings\n' })).toBe('A | B');
    const late = { ...LIKELY, 'B.md': telling(OTHER, { date: '2025-10-29' }) };
    expect(events({ ...late, [NAMES]: '- [[B]] and [[A]] are one event.\n' })).toBe('A B');
  });

  test('two devices that answered differently have answered nothing', () => {
    const both = '- [[A]] and [[B]] are one meeting\n- [[B]] and [[A]] are two meetings\n';
    expect(events({ ...LIKELY, [NAMES]: both })).toBe('A | B');
    expect(questions({ ...LIKELY, [NAMES]: both })).toEqual(['A B']);
  });

  test.each(['- [[A]] and [[B]] are one meeting', '- [[A]] and [[B]] are two meetings'])('%s is read back', (line) => {
    expect(parseNames(line, NAMES).decisions.map(printNameAnswer)).toEqual([line]);
  });

  test('what reads like an answer and is none is said', () => {
    expect(parseNames('- [[A]] and [[B]] are one thing', NAMES).problems).toMatchObject([{ line: 1 }]);
  });
});

describe('a generated vault', () => {
  /** Each matter in two wordings. */
  const MATTERS = [
    ['Order the new masts in Lisbon from the yard', 'The new masts in Lisbon are ordered from the yard'],
    ['Sell the old crane to the harbour office', 'The old crane is sold to the harbour office'],
    ['Ask the printers for a quote by mail', 'Printers will be asked for a quote by mail'],
    ['Move the storage of anchors to the cellar', 'The storage of anchors moves to the cellar'],
    ['Paint the boats white after the summer', 'Boats are painted white after the summer'],
    ['Hire sailors for the regatta in Porto', 'Sailors are hired for the regatta in Porto'],
  ] as const;
  const HEADS = ['recording_id', 'message_id', 'ical_uid', 'copy', 'words'] as const;
  const event = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    matters: fc.uniqueArray(fc.nat(MATTERS.length - 1), { minLength: 3, maxLength: 4 }),
    how: fc.constantFrom(...HEADS),
    tellings: fc.integer({ min: 1, max: 3 }),
  });
  /** Of days of their own, so that no two are alike by chance. */
  const vault = fc.uniqueArray(event, { maxLength: 5, minLength: 1, selector: ({ day }) => day }).map((all) => {
    const texts: Record<string, string> = { ...PAGES };
    const truth: string[] = [];
    const likely: string[] = [];
    for (const [at, { day, matters, how, tellings }] of all.entries()) {
      const date = `2025-10-${String(day).padStart(2, '0')}`;
      const names = Array.from({ length: tellings }, (_, nth) => `E${at}${'abc'.charAt(nth)}`);
      for (const [nth, name] of names.entries()) {
        const lines = matters.map((matter) => MATTERS[matter]?.[how === 'copy' ? 0 : nth % 2] ?? '');
        const head = how === 'copy' || how === 'words' ? '' : `${how}: id-${at}00@x\n`;
        texts[`${name}.md`] = telling(how === 'words' && nth === 2 ? lines.slice(1) : lines, { date, head });
      }
      truth.push(names.join(' '));
      if (how === 'words' && tellings > 1) likely.push(names.join(' '));
    }
    return { texts: texts, truth: truth.sort().join(' | '), likely: likely.sort() };
  });

  const answer = (texts: Texts, accepted: boolean): Texts =>
    questions(texts).reduce<Texts>((now, names) => answerTexts(now, { [names.slice(0, 3)]: { accepted } }), texts);

  test('the truth is found, certain or asked; the order of the notes does not matter', () => {
    fc.assert(
      fc.property(vault, fc.infiniteStream(fc.nat()), ({ texts, truth, likely }, order) => {
        expect([...questions(texts)].sort()).toEqual(likely);
        expect(events(answer(texts, true))).toBe(truth);
        const shuffled = Object.entries(texts)
          .map((one) => [order.next().value ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(told(indexOf(Object.fromEntries(shuffled)))).toEqual(told(indexOf(texts)));
      }),
      { numRuns: 30 },
    );
  });

  test('answers hold after edits, renames and two devices; an update equals a rebuild', () => {
    fc.assert(
      fc.property(vault, fc.boolean(), fc.boolean(), ({ texts, likely }, accepted, isReversed) => {
        const after = answer(texts, accepted);
        // Lines of two devices come together in any order, and some twice.
        const lines = (after[NAMES] ?? '').split('\n').filter((line) => line.startsWith('- '));
        const merged = [...(isReversed ? [...lines].reverse() : lines), ...lines.slice(0, 1)].join('\n');
        const edited: Record<string, string> = {};
        for (const [path, text] of Object.entries({ ...after, [NAMES]: `${merged}\n` })) {
          // The app rewrites links when it renames.
          const renamed = (name: string): string => name.replace(/\bE(\d[abc])\b/g, 'Note $1');
          edited[renamed(path)] = path === NAMES ? renamed(text) : text.replace(/$/, '- Another matter of the day\n');
        }
        const expected = events(after).replace(/\bE(\d[abc])\b/g, 'Note $1');
        expect(events(edited)).toBe(expected);
        expect(questions(edited)).toEqual([]);
        expect(likely.length === 0 || lines.length > 0).toBe(true);

        const first = Object.keys(edited).find((path) => path.startsWith('Note'));
        const without = indexOf(Object.fromEntries(Object.entries(edited).filter(([path]) => path !== first)));
        const whole = indexOf(edited);
        const given = whole.parts.given.map(
          (note) => without.parts.given.find(({ path }) => path === note.path) ?? note,
        );
        const input = {
          notes: given,
          paths: Object.keys(edited).sort(),
          memory: without.memory,
          ...without.parts.rules,
        };
        const updated = updateIndex(without, input) ?? buildIndex(input);
        expect(told(updated)).toEqual(told(buildIndex(input)));
      }),
      { numRuns: 20 },
    );
  });
});
