/**
 * What can be wrong in a note or a file next to the notes, as data: where, a code, and what the code's words tell of.
 *
 * A new code is a row here, one in `words/problem-meanings.ts` (docs/problems.md is made of it), and one in each
 * language: `words/english-problems.ts`, `words/german-problems.ts`. Without them it does not compile.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Coded, Nothing } from '../text/coded';
import type { FrontmatterFault } from '../text/frontmatter';
import type { DateField } from '../task/task';
import type { KindId } from './kinds';

export interface ProblemParameters {
  'frontmatter-invalid': { readonly fault: FrontmatterFault };
  'frontmatter-language': { readonly language: string };
  'frontmatter-unclosed': Nothing;
  /** `place` and `date` are those that count. */
  'date-disagrees': {
    readonly place: DatePlace;
    readonly date: CalendarDate;
    readonly others: readonly { readonly place: DatePlace; readonly date: CalendarDate }[];
  };
  'date-invalid': { readonly key: string; readonly value: string };
  /** `value`: a date of which nothing tells which number is the day. */
  'date-undecided': { readonly value: string };
  'date-missing': Nothing;
  'fence-unclosed': Nothing;
  'comment-unclosed': Nothing;
  'math-unclosed': Nothing;
  'transcript-unclosed': Nothing;
  'not-utf8': Nothing;
  'too-large': { readonly megabytes: number };
  /** `detail`: what the system said. */
  unreadable: { readonly detail: string };
  'encoding-damaged': Nothing;
  'owner-hides-signifiers': { readonly owner: string };
  'owner-unclear': { readonly text: string };
  'task-date-invalid': { readonly field: DateField };
  /** Words in a due date's place that name no day for certain. */
  'due-unread': { readonly words: string };
  'line-no-item': Nothing;
  'owner-unknown': { readonly name: string };
  /** No end marker; the markers are in a code fence that is never closed; or not one of each, in this order. */
  'markers-broken': { readonly cause: 'no-end' | 'in-fence' | readonly FoundMarker[] };
  'name-ambiguous': { readonly name: string; readonly candidates: readonly string[] };
  'raise-unknown': { readonly names: readonly string[] };
  'page-name-taken': { readonly name: string; readonly page: string; readonly kind: KindId };
  /** `name`: of the page that it would make a page of something else; or why it could not be read. */
  'template-unusable':
    | { readonly kind: KindId; readonly name: string }
    | { readonly kind: KindId; readonly name: null; readonly detail: string };
  'page-name-unusable': { readonly name: string };
  'config-unreadable': { readonly cause: 'not-utf8' | 'unreadable' | 'not-json' | 'too-deep' };
  'exclude-filter-unusable': { readonly filter: string };
  'names-line-unreadable': { readonly words: string };
  /** `count`: how many pages or notes the link fits: none, or several. */
  'names-link-nowhere': { readonly link: string; readonly to: 'note' | 'page'; readonly count: number };
  /** `detail`: the line, the component that is not closed, or what the library said. */
  'calendar-unreadable': {
    readonly cause: 'no-calendar' | 'unclosed' | 'bad-line' | 'bad-event' | 'too-large';
    readonly detail: string;
  };
  'calendar-zone-unknown': { readonly zone: string };
  'calendar-recurs-too-often': Nothing;
  'calendar-missing': Nothing;
  'names-conflict': { readonly memory: string; readonly answer: string };
}

/** Where a note's date can be. */
export type DatePlace = 'frontmatter' | 'file-name' | 'line' | 'heading' | 'created';

export interface FoundMarker {
  readonly type: 'begin' | 'end';
  /** 1-based. */
  readonly line: number;
}

export type ProblemCode = keyof ProblemParameters;

export type Problem<Code extends ProblemCode = ProblemCode> = ProblemInFile<Code> & { readonly path: string };

/** Of a file that whoever reads it knows. */
export type ProblemInFile<Code extends ProblemCode = ProblemCode> = {
  /** 1-based; null where it concerns the whole file. */
  readonly line: number | null;
} & Coded<ProblemParameters, Code>;
