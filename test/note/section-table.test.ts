import { headingKey } from '../../src/note/heading-key';
import { DEFAULT_SECTIONS, SECTION_HEADINGS, meaningOf, sectionOf, sectionTable } from '../../src/note/section-table';
import { expectLinearIn } from '../growth';

test.each([
  ['summary', ['Summary', 'Executive Summary', 'Original Summary', '## Summary', 'TL;DR', 'Zusammenfassung']],
  [
    'facts',
    ['Key facts learned', 'Key Information', 'Key Facts (scope, metrics, links)', 'Relationship Context & Key Facts'],
  ],
  ['outcomes', ['Outcomes', 'Outcomes (What moved forward)', '✅ Outcomes']],
  [
    'decisions',
    [
      'Decisions',
      'Decisions (Agreements & rationale)',
      'Key Decisions',
      '3. Decisions',
      '**Decisions**',
      'Décisions',
      'Agreed:',
    ],
  ],
  [
    'actions',
    [
      'Action items',
      'Action Items',
      'Action items (for Ann)',
      'Action Items (You & Counterpart)',
      'Joint Action Items',
      'Next steps',
      'Open Tasks',
      'To-dos',
      'TODO:',
      "Ann's action items",
      'My next steps',
      'Action items for Ann Lee',
      'ACTION ITEMS :',
      'Nächste Schritte',
    ],
  ],
  ['follow-ups', ['Follow-ups', 'Follow‑Ups & Check‑ins', 'Follow‑Ups / Reviews', 'Followups', 'Follow – ups']],
  ['risks', ['Risks', 'Risks (Interpersonal or dependency)', 'Blockers', 'Risks and mitigations', '⚠️ Risks']],
  [
    'questions',
    [
      'Open questions',
      '2) Open questions we need to answer',
      'Questions for Ann',
      '❓ Questions',
      'Open  questions #private',
      '1.2 Open Questions',
    ],
  ],
  ['next-meeting', ['Next Meeting', 'Next 1:1 / Touchpoint', 'Next Check-in', 'Next Check‑in']],
  ['transcript', ['Transcript (auto)', 'Original Transcript', 'Transcript']],
] as const)('%s', (section, headings) => {
  for (const heading of headings) expect([heading, sectionOf(heading, DEFAULT_SECTIONS)]).toEqual([heading, section]);
});

test.each([
  'Topics',
  'Agenda',
  'Notes',
  '',
  '2025-10-28',
  'Proposed (?)',
  "Last week's action items",
  'Answered questions',
  'Risk register of the whole programme as discussed with everybody at length over the years and more',
  'Ann Lee',
  '(none)',
  '🎉',
  'Summary of the book I read',
  'Questions about the meaning of decisions',
  'constructor',
  '__proto__',
])('%s is no section', (heading) => {
  expect(sectionOf(heading, DEFAULT_SECTIONS)).toBeNull();
});

test.each([
  ['What was agreed', 'decisions'],
  ['Key decisions / signals', 'decisions'],
  ['✅ Action Items & Next Steps', 'actions'],
  ['Next steps — by next standup', 'actions'],
  ['To-dos and follow-ups', 'actions'],
  ['3. 📌 Action items (for Ann):', 'actions'],
  ['Yard: action items', 'actions'],
  ['Yard action items', 'actions'],
  ['IV. Decisions taken', 'decisions'],
  ['Summary & notes', 'summary'],
  ['Who was there?', 'people'],
  ['Members present', 'people'],
  ['Teilnehmer*innen', 'people'],
  ['Participant(e)s', 'people'],
  ['Excusé·e·s', 'absent'],
  ['Apologies for absence', 'absent'],
  ['TOP 4: Beschlüsse', 'decisions'],
  ['Beschluesse', 'decisions'],
  ['Wichtigste Beschlüsse', 'decisions'],
  ['Relevé de décisions', 'decisions'],
  ['Próximos pasos', 'actions'],
  ['Proximos pasos', 'actions'],
  ['Acuerdos y compromisos', null],
  ['Openstaande acties', 'actions'],
  ['Azioni da intraprendere', 'actions'],
  ['Encaminhamentos', 'actions'],
  ['待办事项', 'actions'],
  ['Decision: we take the van', null],
  ['Previous action items', null],
  ["Last meeting's action items", null],
  ['Action items from last meeting', null],
  ['Review of actions', null],
  ['Action item review', null],
  ['Completed tasks', null],
  ['Interview questions', null],
  ['Questions and answers', null],
  ['Decision-making style', null],
  ['Done since last time', null],
  ['Tanks and hoses', null],
] as const)('%s: %s', (heading, section) => {
  expect(sectionOf(heading, DEFAULT_SECTIONS)).toBe(section);
});

test.each([
  ['Decisions & actions', ['decisions', 'actions']],
  ['Discussion and decisions', ['decisions']],
  ['Agenda / Open questions', ['questions']],
  ['Questions / Notes', ['questions']],
  ['Notes — action items', ['actions']],
  ['Beschlüsse und Aufgaben', ['decisions', 'actions']],
] as const)('%s is mixed', (heading, mixed) => {
  expect(meaningOf(heading, DEFAULT_SECTIONS)).toMatchObject({ section: null, mixed });
});

test.each([
  ["Ann's actions", 'ann'],
  ["Ann Hale's tasks", 'ann hale'],
  ['Action items for Ann', 'ann'],
  ['Ann — actions', 'Ann'],
  ['Actions: Ann', 'Ann'],
  ['Anns Aufgaben', 'ann'],
  ['Tareas de Ann', 'ann'],
  ["Actions d'Ann", 'ann'],
  ['Open action items', null],
] as const)('%s is of %s', (heading, who) => {
  expect(meaningOf(heading, DEFAULT_SECTIONS)).toMatchObject({ section: 'actions', who });
});

test.each(['Previous meeting', "Last week's action items", 'Letzte Sitzung', 'Completed tasks', 'Review of actions'])(
  '%s is of the past',
  (heading) => {
    expect(meaningOf(heading, DEFAULT_SECTIONS)).toMatchObject({ section: null, past: true });
  },
);

test('settings add headings, in any language, and may move one', () => {
  const table = sectionTable(
    new Map([
      ['questions', ['議題：未解決', 'Åpne spørsmål:']],
      ['facts', ['Outcomes']],
    ]),
  );
  expect(sectionOf('2) åpne spørsmål (nå)', table)).toBe('questions');
  expect(sectionOf('議題：未解決', table)).toBe('questions');
  expect(sectionOf('Outcomes', table)).toBe('facts');
  expect(sectionOf('Outcomes', DEFAULT_SECTIONS)).toBe('outcomes');
});

test('every heading of the table is in the form it is looked up by, and in one row only', () => {
  const seen = new Set<string>();
  for (const heading of Object.values(SECTION_HEADINGS).flat()) {
    expect(headingKey(heading)).toBe(heading);
    expect(seen.has(heading)).toBe(false);
    seen.add(heading);
  }
});

test('hostile headings take no longer when there is more than is looked at', () => {
  expectLinearIn(['(', ')', '1.', ' (a)', '#', '* ', ' for ', '—', '\u0301'], (text) =>
    sectionOf(text, DEFAULT_SECTIONS),
  );
});
