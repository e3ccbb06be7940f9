import type { CalendarDate } from '../text/calendar-date';
import type { EntityView } from '../vault-index/entity-view';
import type { QuestionRow, TaskRow } from '../vault-index/rows';
import type { Contacts } from './contacts';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';

/** What the sections of a page share. */
export interface PageContext extends Contacts {
  readonly view: EntityView;
  readonly rules: PageRules;
  readonly links: NoteLinks;
  /** Dates of another year than this day's carry their year. */
  readonly reference: CalendarDate;
  readonly openTasks: readonly TaskRow[];
  readonly openQuestions: readonly QuestionRow[];
}
