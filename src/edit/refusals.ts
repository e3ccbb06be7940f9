/**
 * Why something that was asked for is not done, as data. The words, each with the way out, are in `words/`; a new code
 * is a row here and one in each language.
 */
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
}

/** Somebody by name, me, or nobody. */
export type Meant = 'me' | 'nobody' | { readonly name: string };

interface NamedPlace {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

export type Refusal = Coded<RefusalParameters>;

/** Nothing is planned and nothing written. */
export interface Refused {
  readonly outcome: 'refused';
  readonly refusal: Refusal;
}

export function refused(refusal: Refusal): Refused {
  return { outcome: 'refused', refusal };
}
