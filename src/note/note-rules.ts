/** What reading a note depends on next to its text: the settings of this layer. */
import { PROPOSED_BY, type ProposedBy } from '../task/status';
import { DEFAULT_TASK_RULES, type TaskRules } from '../task/tasks-settings';
import type { DayOrder } from '../text/written-dates';
import type { DailyNotes } from './daily-note';
import { DEFAULT_KINDS, type EntityKind } from './kinds';
import { DEFAULT_SECTIONS, type SectionTable } from './section-table';
import { DEFAULT_WORDS, type Words } from './word-lists';

export interface NoteRules {
  /** Frontmatter keys that hold the note's type, first come first served. */
  readonly typeKeys: readonly string[];
  /** Values of `type` that make a note a meeting, in lower case. */
  readonly meetingTypes: readonly string[];
  /** Values of `type` that keep a note with a date and people from being one, in lower case. */
  readonly notMeetingTypes: readonly string[];
  /** Frontmatter keys that hold the note's date, first come first served. */
  readonly dateKeys: readonly string[];
  /** Further words that start the answer to a question, besides `A:`, `Answer:` and `→`. In lower case. */
  readonly answerWords: readonly string[];
  /** Made by `wordsWith`: all lists of words, with what the person added. */
  readonly words: Words;
  /** Made by `sectionTable`. */
  readonly sections: SectionTable;
  readonly kinds: readonly EntityKind[];
  /** Made by `dailyNotes`; null where the vault sets none. A file named by its date is a daily note all the same. */
  readonly dailyNotes: DailyNotes | null;
  /** How `03/04/2025` is read where nothing in the note tells; null: it is not. */
  readonly dayOrder: DayOrder | null;
  /**
   * Answers for notes that look like meetings, by `groupOf`: true makes them meetings, false says that they are none.
   */
  readonly looksLike: ReadonlyMap<string, boolean>;
  readonly tasks: TaskRules;
  readonly proposedBy: ProposedBy;
  /** Tasks of notes and sections that are no meetings count too. */
  readonly allTasks: boolean;
}

export const DEFAULT_NOTE_RULES: NoteRules = {
  typeKeys: ['type'],
  meetingTypes: [
    'meeting',
    'transcript',
    '1-1',
    '1:1',
    'one-on-one',
    'group-meeting',
    'call',
    'interview',
    'standup',
    'sync',
  ],
  notMeetingTypes: ['email', 'mail', 'draft-reply', 'journal', 'article', 'book'],
  dateKeys: ['date'],
  answerWords: [],
  words: DEFAULT_WORDS,
  sections: DEFAULT_SECTIONS,
  kinds: DEFAULT_KINDS,
  dailyNotes: null,
  dayOrder: null,
  looksLike: new Map(),
  tasks: DEFAULT_TASK_RULES,
  proposedBy: PROPOSED_BY,
  allTasks: false,
};
