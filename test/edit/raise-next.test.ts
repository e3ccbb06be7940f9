import fc from 'fast-check';
import { raisePlaces, raiseWords, withRaise } from '../../src/edit/raise-next';
import { dailyNotes } from '../../src/note/daily-note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { indexOf, type Texts } from '../vault-of';

const LINE = 'Pilot budget [[Dana Fox]] #raise';
const HEAD = '---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n';

test.each([
  [
    'at the end, under a heading of its own',
    '## Decisions\n- May\n',
    '## Decisions\n- May\n\n## Raise next\n- Pilot budget [[Dana Fox]] #raise\n',
  ],
  [
    'without a final line end',
    '## Open questions\n- Why?',
    '## Open questions\n- Why?\n\n## Raise next\n- Pilot budget [[Dana Fox]] #raise\n',
  ],
  [
    'behind what is there',
    '## Raise next\n- Lisbon [[Dana Fox]] #raise\n  - soon\n\n## Decisions\n- May\n',
    '## Raise next\n- Lisbon [[Dana Fox]] #raise\n  - soon\n- Pilot budget [[Dana Fox]] #raise\n\n## Decisions\n- May\n',
  ],
  ['a heading with nothing below', '### raise next', '### raise next\n- Pilot budget [[Dana Fox]] #raise'],
  ['an empty note', '', '## Raise next\n- Pilot budget [[Dana Fox]] #raise\n'],
  ['where a fence never closes: nowhere', '```\nopen\n', null],
  ['where a comment never closes: nowhere', '%%\nopen\n', null],
])('%s', (_, body, expected) => {
  for (const end of ['\n', '\r\n']) {
    const text = (HEAD + body).replace(/\n/g, end);
    const wanted =
      expected === null ? null : (HEAD.trimEnd() + (body === '' ? '\n\n' : '\n') + expected).replace(/\n/g, end);
    expect(withRaise('a.md', text, LINE, DEFAULT_NOTE_RULES)).toBe(wanted);
  }
});

test('a private or ignored note holds none', () => {
  expect(withRaise('a.md', '---\nprivate: true\n---\n', LINE, DEFAULT_NOTE_RULES)).toBeNull();
  expect(withRaise('a.md', '---\nthroughline: false\n---\n', LINE, DEFAULT_NOTE_RULES)).toBeNull();
});

const BODIES = [
  '## Raise next',
  '## Open questions',
  '- Who signs?',
  '## Action items',
  '- [ ] Send it',
  '> quoted',
  '```',
  '',
  '## Transcript',
  '%%',
  'A paragraph?',
  '- Ask [[Dana Fox]] #raise',
  '<!-- throughline:begin person -->',
  '<!-- throughline:end -->',
];

test('whatever the note is, the line is added, or nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...BODIES), { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      (lines, end) => {
        const text = (HEAD + lines.join('\n')).replace(/\n/g, end);
        const after = withRaise('a.md', text, LINE, DEFAULT_NOTE_RULES);
        if (after === null) return;
        expect(readNote('a.md', after, DEFAULT_NOTE_RULES).raises).toHaveLength(
          readNote('a.md', text, DEFAULT_NOTE_RULES).raises.length + 1,
        );
        const added = after.split(end).filter((line) => line.trim() !== '');
        for (const line of text.split(end).filter((one) => one.trim() !== '')) added.splice(added.indexOf(line), 1);
        expect(added.filter((line) => line !== '## Raise next')).toEqual([`- ${LINE}`]);
      },
    ),
    { numRuns: 200 },
  );
});

const meeting = (date: string): string => HEAD.replace('2025-10-28', date);
const VAULT: Texts = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'Meetings/2025-10-14 Dana.md': meeting('2025-10-14'),
  'Meetings/2025-10-28 Dana.md': meeting('2025-10-28'),
  'Reading/Maps.md': '# Maps\n',
};

function places(texts: Texts, open: string | null = null): readonly string[] {
  const index = indexOf(texts);
  const [dana] = index.registry.named('Dana Fox', 'person');
  if (dana === undefined) throw new Error('nobody');
  return raisePlaces(dana, index, {
    rules: { ...DEFAULT_NOTE_RULES, dailyNotes: dailyNotes('Daily', 'YYYY-MM-DD') },
    today: '2025-11-03',
    open,
  });
}

test('where one would look for it: the open meeting, today’s daily note, the next meeting, the last, the page', () => {
  const [last, page] = ['Meetings/2025-10-28 Dana.md', 'People/Dana Fox.md'];
  expect(places(VAULT)).toEqual([last, page]);
  expect(places(VAULT, 'Reading/Maps.md')).toEqual([last, page]);
  expect(places(VAULT, 'Meetings/2025-10-14 Dana.md')).toEqual(['Meetings/2025-10-14 Dana.md', last, page]);
  const more = {
    ...VAULT,
    'Meetings/2025-11-05 Dana.md': meeting('2025-11-05'),
    'Daily/2025-11-03.md': '# Today\n',
    'Daily/2025-11-02.md': '# Yesterday\n',
  };
  expect(places(more)).toEqual(['Daily/2025-11-03.md', 'Meetings/2025-11-05 Dana.md', last, page]);
  expect(places({ 'People/Dana Fox.md': '' })).toEqual([page]);
});

test('the line says with whom, once', () => {
  const index = indexOf({ ...VAULT, 'People/Bo/README.md': '# Bo\n' });
  const raised = (name: string, words: string): string =>
    raiseWords(index.registry.named(name, 'person')[0] as never, words, index);
  expect(raised('Dana Fox', ' Pilot\nbudget ')).toBe('Pilot budget [[Dana Fox]] #raise');
  expect(raised('Dana Fox', 'Ask [[Dana Fox]] soon')).toBe('Ask [[Dana Fox]] soon #raise');
  expect(raised('Bo', 'x')).toBe('x [[People/Bo/README|Bo]] #raise');
});
