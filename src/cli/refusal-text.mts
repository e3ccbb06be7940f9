/** Why something is not done, as the command line says it: with its own options in the way out. */
import type { Refusal, RefusalParameters } from '../edit/refusals';
import type { Phrases } from '../text/coded';
import { ENGLISH_ENGINE } from '../words/english';
import { say } from '../words/say';

/** `nothing is proposed under “x”, or it was answered already; give an ID as `review --all` lists it` */
export function refusalText(refusal: Refusal): string {
  const [why, wayOut] = say(ENGLISH_ENGINE.refusals, refusal);
  const own = WAYS_OUT[refusal.code] as ((refusal: Refusal) => string | null) | undefined;
  return `${why}; ${own?.(refusal) ?? wayOut}`;
}

/** Where the way out is an option. Null: as in the app after all. */
const WAYS_OUT: Partial<Phrases<RefusalParameters, string | null>> = {
  'not-proposed': () => 'give an ID as `review --all` lists it',
  'rejection-names-somebody': () => 'leave --as out, or accept',
  'several-candidates': ({ candidates }) => `say which, as in --as 1 or --as "${candidates[0] ?? 'NAME'}"`,
  'several-pages': ({ example }) => `give the path, as in --as "${example}"`,
  'no-such-page': ({ hasCandidates }) => (hasCandidates ? 'give a candidate’s number or name, as in --as 1' : null),
  'not-a-full-name': () => 'make the page in Obsidian, then give its name with --as',
  'not-a-file-name': () => 'make the page by hand and give its name with --as',
  'page-excluded': () => 'make the page elsewhere and give its name with --as',
  'would-not-mean': ({ memory }) => (memory === null ? 'answer for those notes alone, with --for note' : null),
  'would-ask-again': () => 'answer for those notes alone, with --for note, or write the full name there',
  'note-not-linkable': () => 'answer with --for always or --for group',
  'no-group': () => 'answer with --for note or --for always',
  'merge-holds-everywhere': () => 'leave --for out',
  'neither-page': () => 'give --as 1 or --as 2 for the page to keep',
  'hand-over-as-listed': () => 'leave --for out',
  'no-heir': () => 'say who, as in --as "NAME" or --as me',
  'heir-has-left': () => 'name somebody else with --as',
  'yes-or-no': () => 'leave --as out',
  'answer-holds-everywhere': () => 'leave --for out',
  'links-not-fixed': ({ path }) => `look at \`throughline link "${path}" --fix\``,
  'answer-gone': () => 'look again with `review`',
  'note-excluded': () => 'move it, or change “exclude”',
  'not-acceptable': () => 'give one as `link` lists it without --accept-name',
  'repair-as-shown': () => 'leave --as and --for out',
};
