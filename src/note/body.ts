/** What is gathered while a note's body is read, before it becomes the note. */
import type { CalendarDate } from '../text/calendar-date';
import type { Block } from '../text/block';
import type { NoteText } from './note-text';
import { byStatement, type LineKind } from './line-kinds';
import type { KindName, LineTypes, Meeting } from './note';
import type { Reason } from './reasons';
import type { RunningNote } from './running-note';
import type { NoteRules } from './note-rules';
import type { Problem } from './problems';

/** The note's body, and what its head said. */
export interface BodyInput {
  readonly path: string;
  readonly rules: NoteRules;
  readonly text: NoteText;
  readonly blocks: readonly Block[];
  readonly date: CalendarDate | null;
  readonly isDaily: boolean;
  /** Its dated headings are meetings. */
  readonly running: RunningNote | null;
  readonly private: boolean;
  /** The meeting that the whole note is; null in any other note. */
  readonly meeting: MeetingDraft | null;
}

export type MeetingDraft = { -readonly [K in keyof Meeting]: Meeting[K] } & { names: KindName[] };

type GrowingLists = { readonly [K in LineKind]: LineTypes[K][] };

/** What the body says. The lists grow while it is read. */
export interface Body extends GrowingLists {
  readonly meetings: MeetingDraft[];
  readonly problems: Problem[];
  /** Dated headings that may be meetings, and are not read as such. */
  looksLike: readonly Reason[] | null;
}

export function emptyBody(): Body {
  return {
    meetings: [],
    tasks: [],
    questions: [],
    ...byStatement(() => []),
    raises: [],
    problems: [],
    looksLike: null,
  };
}
