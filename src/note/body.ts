/** What is gathered while a note's body is read, before it becomes the note. */
import type { CalendarDate } from '../text/calendar-date';
import type { Block } from '../text/blocks';
import type { NoteText } from './note-text';
import type { Item, KindName, Meeting, Question, Raise, TaskItem } from './note';
import type { NoteRules } from './note-rules';
import type { Problem, ProblemCode } from './problems';

/** The note's body, and what its head said. */
export interface BodyInput {
  readonly path: string;
  readonly rules: NoteRules;
  readonly text: NoteText;
  readonly blocks: readonly Block[];
  readonly date: CalendarDate | null;
  readonly isDaily: boolean;
  readonly private: boolean;
  /** The meeting that the whole note is; null in any other note. */
  readonly meeting: MeetingDraft | null;
}

export type MeetingDraft = { -readonly [K in keyof Meeting]: Meeting[K] } & { names: KindName[] };

/** What the body says. The lists grow while it is read. */
export interface Body {
  readonly meetings: MeetingDraft[];
  readonly tasks: TaskItem[];
  readonly questions: Question[];
  readonly decisions: Item[];
  readonly facts: Item[];
  readonly outcomes: Item[];
  readonly risks: Item[];
  readonly raises: Raise[];
  readonly problems: Problem[];
}

export function emptyBody(): Body {
  return {
    meetings: [],
    tasks: [],
    questions: [],
    decisions: [],
    facts: [],
    outcomes: [],
    risks: [],
    raises: [],
    problems: [],
  };
}

export function problem(path: string, line: number | null, code: ProblemCode, message: string): Problem {
  return { path, line, code, message };
}
