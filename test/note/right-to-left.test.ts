/**
 * Notes in Hebrew and Arabic: headings, names with vowel points, and the marks of direction that editors and phones
 * leave between the letters.
 */
import { foldName } from '../../src/entity/fold-name';
import { readSettings } from '../../src/settings/settings';
import { noteRules } from '../../src/settings/note-rules';
import { indexOf } from '../vault-of';

const RLM = '\u200f';
const LRM = '\u200e';
const ISOLATE = '\u2067';
const POP = '\u2069';

const { settings } = readSettings({
  me: ['מאיה'],
  sections: { actions: ['משימות', 'المهام'], questions: ['שאלות פתוחות'], decisions: ['החלטות'] },
});
const rules = noteRules(settings, { dailyNotes: null, tasks: null });

/** What is read of a meeting with these lines, as `section: text → owner due`. */
function check(...lines: string[]): string[] {
  const index = indexOf(
    {
      'People/דנה לוי.md': '',
      'People/محمد علي.md': '',
      'Meetings/2025-10-28 דנה.md': [
        '---',
        'type: 1-1',
        'date: 2025-10-28',
        'people: ["[[דנה לוי]]", "[[محمد علي]]"]',
        '---',
        ...lines,
        '',
      ].join('\n'),
    },
    { me: ['מאיה'], rules },
  );
  return [
    ...index.tasks.map(
      ({ text, owners, mine, due }) =>
        `task: ${text} → ${mine ? 'me' : owners.map(({ name }) => name).join(', ') || 'nobody'}${due === null ? '' : ` ${due}`}`,
    ),
    ...index.questions.map(({ text }) => `question: ${text}`),
  ];
}

describe('names', () => {
  test.each([
    ['vowel points do not count', 'דָּנָה לֵוִי', 'דנה לוי'],
    ['nor do marks of direction', `${RLM}דנה לוי${LRM}`, 'דנה לוי'],
    ['nor isolates', `${ISOLATE}דנה לוי${POP}`, 'דנה לוי'],
    ['nor Arabic vowel points', 'مُحَمَّد', 'محمد'],
    ['nor the stroke that stretches a word', 'محـــمد', 'محمد'],
    ['nor the hamza that is often left out', 'أحمد', 'احمد'],
  ])('%s', (_, one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });
  test('other letters do', () => {
    expect(foldName('דנה לוי')).not.toBe(foldName('דנה לביא'));
  });
});

test.each([
  ['plain', ['## משימות', '- [ ] לשלוח הצעה @דנה לוי 📅 2025-10-31'], ['task: לשלוח הצעה → דנה לוי 2025-10-31']],
  ['owners with vowel points', ['## משימות', '- [ ] לשלוח הצעה @דָּנָה לֵוִי'], ['task: לשלוח הצעה → דנה לוי']],
  ['Arabic', ['## المهام', '- [ ] إرسال العرض @محمد علي 📅 2025-11-05'], ['task: إرسال العرض → محمد علي 2025-11-05']],
  ['me, with a mark in front', ['## משימות', `- [ ] לשלוח הצעה @${RLM}מאיה`], ['task: לשלוח הצעה → me']],
  ['a heading between marks', [`## ${RLM}משימות${RLM}`, '- [ ] לשלוח'], ['task: לשלוח → nobody']],
  ['a heading with a mark behind its colon', [`## שאלות פתוחות:${RLM}`, '- מי חותם?'], ['question: מי חותם?']],
  [
    'a mark in front of a date',
    ['## משימות', `- [ ] לשלוח @דנה לוי 📅 ${RLM}2025-10-31`],
    ['task: לשלוח → דנה לוי 2025-10-31'],
  ],
  [
    'a mark behind a date',
    ['## משימות', `- [ ] לשלוח @דנה לוי 📅 2025-10-31${RLM}`],
    ['task: לשלוח → דנה לוי 2025-10-31'],
  ],
  [
    'a mark in front of a signifier',
    ['## משימות', `- [ ] לשלוח @דנה לוי ${LRM}📅 2025-10-31`],
    ['task: לשלוח → דנה לוי 2025-10-31'],
  ],
  [
    'an owner between marks',
    ['## משימות', `- [ ] לשלוח @${ISOLATE}דנה לוי${POP} 📅 2025-10-31`],
    ['task: לשלוח → דנה לוי 2025-10-31'],
  ],
  [
    'a mark behind the owner',
    ['## משימות', `- [ ] לשלוח @דנה לוי${RLM} 📅 2025-10-31`],
    ['task: לשלוח → דנה לוי 2025-10-31'],
  ],
  ['a mark behind the question mark', ['## שאלות פתוחות', `- מי חותם?${RLM}`], ['question: מי חותם?']],
])('%s', (_, lines, read) => {
  expect(check(...lines)).toEqual(read);
});

test.each([
  ['in the frontmatter', 'דנה.md', `date: "${RLM}2025-10-28"`],
  ['in the file name', `${RLM}2025-10-28 דנה.md`, 'type: meeting'],
])('a mark in front of a date %s', (_, path, property) => {
  const {
    notes: [note],
  } = indexOf({ [path]: `---\ntype: meeting\n${property === 'type: meeting' ? '' : `${property}\n`}---\n` }, { rules });
  expect(note?.date).toBe('2025-10-28');
});

test('between words marks stay: there they put the words in their places', () => {
  expect(check('## משימות', `- [ ] ללמוד C++${LRM} עם ב-${LRM}Lisbon @דנה לוי`)).toEqual([
    `task: ללמוד C++${LRM} עם ב-${LRM}Lisbon → דנה לוי`,
  ]);
});
