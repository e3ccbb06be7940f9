/** What a setting may hold, and what is wrong with one, as data. The words are in `words/`. */
import type { Coded, Nothing } from '../text/coded';

export interface AllowedParameters {
  text: Nothing;
  texts: Nothing;
  switch: Nothing;
  'switch-or-object': Nothing;
  'whole-number': { readonly from: number; readonly to: number };
  'one-of': { readonly words: readonly string[] };
  /** `allowed`, or null, which means something of its own. */
  'or-null': { readonly allowed: Allowed; readonly means: NullMeaning };
  object: Nothing;
  glob: Nothing;
  globs: Nothing;
  day: Nothing;
  character: Nothing;
  tag: Nothing;
  folder: Nothing;
  folders: Nothing;
  note: Nothing;
  sections: Nothing;
  kinds: Nothing;
  'kind-row': Nothing;
  'headings-by-section': Nothing;
  'words-by-list': Nothing;
  'switches-by-group': Nothing;
  properties: Nothing;
  'switches-by-property': Nothing;
  'properties-in-any-form': Nothing;
}

export type Allowed = Coded<AllowedParameters>;

export type NullMeaning = 'days-before' | 'as-dates-tell' | 'all-enabled' | 'no-template' | 'every-calendar' | 'none';

/** What a key may be one of. */
export type KeyOf = 'setting' | 'section' | 'word-list' | 'property' | 'kind' | 'kind-part';

interface Place {
  /** As a person would write it: `kinds.person.folder`. */
  readonly at: string;
  /** What was probably meant. */
  readonly guess?: string | null;
}

export interface SettingProblemParameters {
  /** `value` as JSON, cut where it is long. */
  wrong: Place & { readonly value: string; readonly allowed: Allowed };
  unknown: Place & { readonly of: KeyOf; readonly known: readonly string[] };
  'kind-without-folder': Place;
  'bad-kind-id': Place;
  'too-deep': Place;
}

export type SettingProblem = Coded<SettingProblemParameters>;
