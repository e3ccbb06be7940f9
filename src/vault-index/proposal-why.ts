/** Why something is asked, as data. The words are in `words/`; a new code is a row here and one in each language. */
import type { Entity } from '../entity/entity';
import type { Medium } from '../note/note';
import type { Coded, Nothing } from '../text/coded';

type Status = NonNullable<Entity['status']>;

export interface WhyParameters {
  'several-fit': { readonly name: string; readonly count: number };
  /** One page fits, and nothing in the meeting says so. */
  'one-fits': { readonly name: string; readonly candidate: string };
  resembles: { readonly name: string; readonly others: readonly string[] };
  'named-often': { readonly name: string; readonly notes: number };
  renamed: { readonly name: string; readonly old: string };
  'spelled-alike': { readonly name: string; readonly other: string; readonly tie: Tie };
  'met-each-other': { readonly alias: string; readonly name: string };
  'gone-with-tasks': { readonly name: string; readonly status: Status; readonly tasks: number };
  'closed-with-tasks': { readonly name: string; readonly status: Status; readonly tasks: number };
  /** `text`: the older row's. `newerClosed`: accepting closes the older one too. */
  'said-twice': {
    readonly text: string;
    readonly of: 'task' | 'question';
    readonly tie: Tie;
    readonly newerClosed: boolean;
  };
  /** Of the lines of the shorter the other says `same`, in whatever words. */
  'told-twice': { readonly medium: Medium; readonly events: number; readonly same: number; readonly of: number };
  'said-later': { readonly text: string; readonly tie: Tie };
  /** `pages`: names of those that the links mean, a few of them. */
  'links-lost': { readonly notes: number; readonly pages: readonly string[]; readonly more: number };
  'block-damaged': Nothing;
}

export type Why = Coded<WhyParameters>;

/** What ties two things together next to their words. */
export interface TieParameters {
  'both-concern': { readonly name: string };
  'meeting-about': { readonly name: string };
  'same-series': { readonly title: string };
  'same-people': Nothing;
  'same-address': { readonly address: string };
  'same-domain': { readonly domain: string };
  'met-about': { readonly name: string };
  'met-with': { readonly names: readonly string[] };
}

export type Tie = Coded<TieParameters>;
