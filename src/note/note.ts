/**
 * What one note says, and where: the record everything else is computed from. It does not know that other notes exist.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { DayOrder } from '../text/written-dates';
import type { Task } from '../task/task';
import type { KindId } from './kinds';
import type { LineKind, StatementKind } from './line-kinds';
import type { Problem } from './problems';
import type { Reason } from './reasons';

type NoteKind = 'meeting' | 'entity' | 'other';

export type SectionKind =
  | StatementKind
  | 'people'
  | 'absent'
  | 'summary'
  | 'actions'
  | 'follow-ups'
  | 'questions'
  | 'next-meeting'
  | 'transcript';

export type Medium = 'meeting' | 'message';

/** By what other notes of the same event are known, and which of the two it is. */
export interface EventMarks {
  /** Null where nothing says which. */
  readonly medium: Medium | null;
  /** Ids that programs gave, each with its property's name. */
  readonly ids: readonly string[];
  /** Paths of the files it was made of, in lower case, with `/`, without extension. */
  readonly from: readonly string[];
  /** A sample of its transcript; empty without one. */
  readonly heard: readonly string[];
}

/** A name as it is somewhere in a note: `[[People/Ann Lee|Ann]]` is target `People/Ann Lee`, text `Ann`. */
export interface Name {
  /** The words: the link's alias, else the target's last part without `.md`; or the plain text. Repaired, trimmed. */
  readonly text: string;
  /** A wikilink's path without subpath, as written; null for plain text. */
  readonly target: string | null;
  /** 1-based. */
  readonly line: number;
}

/** A name given for a kind, by a frontmatter key or by a meeting heading's links. */
export interface KindName extends Name {
  /** Null where only a link or a title says that there is an entity (a heading's links in a daily note). */
  readonly kind: KindId | null;
  /** Other names of the same person that hold within the note: handles without `@`, addresses. */
  readonly also?: readonly string[];
  /** Where in the body or title it was read; absent for a frontmatter property. */
  readonly from?: NameSource;
}

/** Where a meeting's person was read: `{place: 'line', label: 'Attendees'}`. */
export interface NameSource {
  readonly place: 'line' | 'heading' | 'table' | 'title' | 'folder' | 'report';
  /** The label, heading or column, as written; null where there is none. */
  readonly label: string | null;
}

export interface Meeting {
  /** Line of its heading; 1 for a note that is one meeting. */
  readonly line: number;
  /**
   * Null where it runs to the note's end: to number that line, a transcript's lines would have to be counted, and
   * nobody asks.
   */
  readonly lastLine: number | null;
  readonly title: string;
  /** The heading's text as a link needs it; null for a note that is one meeting. */
  readonly heading: string | null;
  readonly date: CalendarDate | null;
  /** `HH:MM` where it is known. */
  readonly time: string | null;
  readonly names: readonly KindName[];
  readonly summary: string | null;
  readonly nextMeeting: CalendarDate | null;
  readonly private: boolean;
  /** It is a meeting only where a name of it is known to be an entity's, or a person's; null where it is one anyway. */
  readonly needs: 'entity' | 'person' | null;
  /** Why it is a meeting. */
  readonly because: readonly Reason[];
}

/** One line that says something: a fact, a decision, a risk… */
export interface Item {
  readonly line: number;
  /** The line as it is in the file, without its line end: what an edit is checked against. */
  readonly source: string;
  /**
   * The words, repaired, without list marker, checkbox, block id and comments; links, tags and emphasis still in it.
   */
  readonly text: string;
  /**
   * Nearest heading above (or the meeting's), its text as a link needs it; null above every heading. Where the note has
   * it more than once, the headings that it is under come first, a line each.
   */
  readonly heading: string | null;
  readonly section: SectionKind | null;
  /** Index into the note's meetings. */
  readonly meeting: number | null;
  /** Wikilinks in the text and `@` names that are not owners, in order. */
  readonly names: readonly Name[];
  readonly private: boolean;
}

/** How a task is written: a list item with or without a checkbox, a table's row, a line of a paragraph. */
export type TaskForm = 'checkbox' | 'bullet' | 'row' | 'line';

/** Where in or around a task an owner's name may be, and what shows it; who it is, the index decides. */
export interface OwnerCandidate {
  readonly place: 'run' | 'column' | 'child' | 'marker' | 'first' | 'last' | 'middle' | 'above';
  /** `field`, `label` and `handle` name somebody even where nobody knows the name. */
  readonly by:
    | 'field'
    | 'label'
    | 'handle'
    | 'to'
    | 'marked-to'
    | 'verb'
    | 'colon'
    | 'dash'
    | 'please'
    | 'bracket'
    | 'present'
    | 'link'
    | 'name';
  readonly names: readonly Name[];
  /** The task's words without it; null where they stay. */
  readonly text: string | null;
}

export interface TaskItem extends Item {
  /** As read from the repaired line; a due date in words is its `due` where no field gives one. */
  readonly task: Task;
  readonly form: TaskForm;
  /** The words that say when it is due; null where no words do. */
  readonly dueText: string | null;
  /** `task.owners` as names (links taken apart). Placeholders (`@TBD`) are here too. */
  readonly owners: readonly Name[];
  /** Other places of an owner, from the strongest, `owners` among them; empty where those alone count. */
  readonly candidates: readonly OwnerCandidate[];
  /** A line that is a task only where it has an owner or a due date. */
  readonly onlyOwned: boolean;
  readonly proposed: boolean;
  /** Read from an actions or follow-ups section, or merely somewhere in the note. */
  readonly followUp: boolean;
}

export interface Question extends Item {
  readonly answered: boolean;
  readonly answer: string | null;
  /** The day it was answered: an inline field's, its ✅'s, else the meeting's. */
  readonly answeredOn: CalendarDate | null;
  readonly pinned: boolean;
}

export interface Raise extends Item {
  /** Checked or struck through: no longer waiting. */
  readonly done: boolean;
}

/** What makes a note an entity's page. */
export interface EntityPage {
  readonly kind: KindId;
  readonly name: string;
  /** Frontmatter `aliases` and the title, where they differ from the name. */
  readonly aliases: readonly string[];
  readonly emails: readonly string[];
  /** The entity's own folder when the page is a folder note, else null. */
  readonly folder: string | null;
  /** `left`, `done` or `archived` take it out of suggestions; null otherwise. */
  readonly status: 'left' | 'done' | 'archived' | null;
}

/** What a line of each kind is. */
export interface LineTypes extends Readonly<Record<StatementKind, Item>> {
  readonly tasks: TaskItem;
  readonly questions: Question;
  readonly raises: Raise;
}

/** A note's lines, by kind. */
export type LineLists = { readonly [K in LineKind]: readonly LineTypes[K][] };

export interface Note extends LineLists {
  readonly path: string;
  readonly kind: NoteKind;
  readonly type: string | null;
  readonly date: CalendarDate | null;
  /** `HH:MM`. */
  readonly time: string | null;
  readonly title: string;
  /** `throughline: false`: read for nothing, written by nobody. */
  readonly ignored: boolean;
  readonly private: boolean;
  readonly entity: EntityPage | null;
  readonly meetings: readonly Meeting[];
  /** By what other notes of the same event are known. */
  readonly event: EventMarks;
  /** Hash of the body (frontmatter and line ends left out): notes of one date with equal bodies are one meeting. */
  readonly bodyHash: string;
  /** The order of day and month that its own dates prove; what it is read by where the settings name none. */
  readonly dayOrder: DayOrder | null;
  /** It is no meeting, and these say that it could be one; null for nearly all notes. */
  readonly looksLike: readonly Reason[] | null;
  readonly problems: readonly Problem[];
}
