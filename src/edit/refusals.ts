/**
 * Why something that was asked for is not done, as data. The words, each with the way out, are in `words/`; a new code
 * is a row here and one in each language.
 */
import type { BlockKind } from '../text/block';
import type { Coded, Nothing } from '../text/coded';

export interface RefusalParameters {
  /** The name of this page, or of what has none, cannot be written in a link. */
  'not-linkable': { readonly name: string };
  'not-proposed': { readonly id: string };
  'answered-twice': { readonly name: string };
  'rejection-names-somebody': Nothing;
  'several-candidates': { readonly name: string; readonly candidates: readonly string[] };
  'several-pages': { readonly name: string; readonly count: number; readonly example: string };
  'no-such-page': { readonly name: string; readonly hasCandidates: boolean };
  'not-a-full-name': { readonly name: string };
  'not-a-file-name': { readonly name: string };
  'page-excluded': { readonly path: string };
  'page-exists': { readonly path: string };
  /** The place would not come to whoever is meant. `memory`: where an answer for these notes alone does not help. */
  'would-not-mean': NamedPlace & { readonly meant: Meant; readonly memory: string | null };
  'would-mean-another': NamedPlace & { readonly meant: Meant; readonly memory: string };
  'would-ask-again': NamedPlace;
  'note-not-linkable': { readonly name: string };
  'no-group': { readonly name: string };
  'merge-holds-everywhere': Nothing;
  'neither-page': { readonly name: string };
  'no-alias-possible': { readonly page: string };
  'hand-over-as-listed': Nothing;
  'no-heir': { readonly name: string };
  'heir-has-left': { readonly name: string };
  'owner-not-changed': { readonly path: string; readonly lines: readonly number[] };
  'yes-or-no': { readonly name: string };
  'answer-holds-everywhere': { readonly name: string };
  'tasks-not-cancelled': { readonly path: string };
  'links-not-fixed': { readonly path: string };
  'answer-gone': { readonly question: string };
  'answer-not-written': { readonly path: string; readonly line: number };
  'repair-rejected': { readonly path: string };
  'repair-as-shown': Nothing;
  'not-repairable': { readonly path: string };

  // Of lines and the tasks on them.
  'no-such-line': Line & { readonly count: number };
  'note-gone': { readonly path: string };
  /** The note changed, and the line is not found again. */
  'line-changed': { readonly path: string; readonly source: string; readonly found: 'gone' | 'unsure' };
  'not-a-task': SourceLine & { readonly is: OtherLine; /** Where it opens. */ readonly unclosed: number | null };
  'line-is-other': SourceLine & { readonly wanted: 'task' | 'question' | 'raise' };
  'lacks-filter': SourceLine & { readonly filter: string; /** Or it would be. */ readonly isCheckbox: boolean };
  'fields-hidden': SourceLine & { readonly by: 'comment' | 'damage' };
  'struck-through': SourceLine;
  'plain-text-task': SourceLine;
  'row-cannot-recur': SourceLine;
  'no-status-column': SourceLine;
  'line-cannot-take': SourceLine;

  // Of whole notes, and of words in them.
  'note-too-large': { readonly path: string };
  'opted-out': { readonly path: string };
  'note-excluded': { readonly path: string };
  'conflicted-copy': { readonly path: string };
  'own-page': { readonly path: string };
  'not-acceptable': { readonly name: string };
  'several-meanings': { readonly name: string; readonly candidates: readonly string[] };
  'nothing-to-raise': Nothing;
  'nowhere-to-raise': { readonly name: string };
}

/** What is on a line that is not a task. */
export type OtherLine =
  | Exclude<BlockKind, 'item'>
  | 'frontmatter'
  | 'blank'
  | 'further-line'
  | 'no-checkbox'
  | 'template'
  | 'unknown-checkbox';

interface Line {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

interface SourceLine extends Line {
  /** The line itself. */
  readonly source: string;
}

/** Somebody by name, me, or nobody. */
export type Meant = 'me' | 'nobody' | { readonly name: string };

interface NamedPlace extends Line {
  readonly name: string;
}

export type Refusal = Coded<RefusalParameters>;

/**
 * How work on notes ends. `planned`: edits to be written. `done`: nothing is left to do. `nothing`: there was nothing
 * to do. `changed`: a file holds something else than expected. `refused`: nothing is planned and nothing written.
 */
export interface Ended<O extends 'planned' | 'done' | 'nothing' | 'changed' | 'refused'> {
  readonly outcome: O;
}

export interface Refused extends Ended<'refused'> {
  readonly refusal: Refusal;
  /** There is a task; what was asked for cannot be done to it. */
  readonly isTask?: true;
}

export function refused(refusal: Refusal): Refused {
  return { outcome: 'refused', refusal };
}

export function isRefused(result: object): result is Refused {
  return 'outcome' in result && result.outcome === 'refused';
}
