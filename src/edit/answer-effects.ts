/** What becomes of an answer, as data: the person sees it before it is written, and after. */
import type { Coded } from '../text/coded';

export interface EffectParameters {
  /** A line of the names memory, as it is written. */
  remembered: { readonly line: string };
  'new-page': { readonly page: string; readonly alias: string | null };
  alias: { readonly page: string; readonly alias: string };
  /** Of two pages that are one: the other one. */
  'other-page-stays': { readonly page: string; readonly other: string; readonly kept: string };
  /** Places that the answer does not reach. */
  'asked-again': { readonly places: number };
  /** `owner`: null is me. */
  'handed-over': { readonly path: string; readonly line: number; readonly owner: string | null };
  /** Its line is no checkbox, or cannot take the change. */
  'task-left': { readonly path: string; readonly line: number };
  cancelled: { readonly path: string; readonly line: number };
  answered: { readonly path: string; readonly line: number };
  'links-fixed': { readonly path: string };
  /** They are where nothing is written. */
  'links-left': { readonly path: string };
  repaired: { readonly path: string };
}

export type AnswerEffect = Coded<EffectParameters>;
