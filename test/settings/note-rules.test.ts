import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { sectionOf } from '../../src/note/section-table';
import { noteRules } from '../../src/settings/note-rules';
import { readSettings } from '../../src/settings/settings';

const NONE = { dailyNotes: null, tasks: null };

test('without settings the rules are the default ones', () => {
  expect(noteRules(readSettings(null).settings, NONE)).toEqual(DEFAULT_NOTE_RULES);
});

test('headings of the settings open sections', () => {
  const { sections } = noteRules(readSettings({ sections: { questions: ['Avoimet kysymykset'] } }).settings, NONE);
  expect(sectionOf('Avoimet kysymykset:', sections)).toBe('questions');
  expect(sectionOf('Open questions', sections)).toBe('questions');
});

test("daily notes are known by Obsidian's own folder and format", () => {
  const rulesOf = (dailyNotes: unknown) =>
    noteRules(readSettings(null).settings, { dailyNotes, tasks: null }).dailyNotes;
  expect(rulesOf({ folder: 'Journal', format: 'DD.MM.YYYY' })?.dateOf('Journal/28.10.2025.md')).toBe('2025-10-28');
  expect(rulesOf({})?.dateOf('2025-10-28.md')).toBe('2025-10-28');
  expect(rulesOf({ folder: 7, format: null })?.dateOf('2025-10-28.md')).toBe('2025-10-28');
  for (const json of [null, [], 'x']) expect(rulesOf(json)).toBeNull();
});

test("tasks follow the Tasks plugin's settings, proposals ours", () => {
  const rules = noteRules(readSettings({ proposedStatus: '!', proposedTag: 'maybe' }).settings, {
    dailyNotes: null,
    tasks: { taskFormat: 'dataview', globalFilter: '#task' },
  });
  expect(rules.tasks).toMatchObject({ format: 'dataview', globalFilter: '#task' });
  expect(rules.proposedBy).toEqual({ symbol: '!', tag: '#maybe' });
});
