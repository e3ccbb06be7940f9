/** Refusals as the tests read them: the sentence in English. */
import type { Refusal } from '../src/edit/refusals';
import { ENGLISH_REFUSALS } from '../src/words/english-refusals';
import { say } from '../src/words/say';

export function refusalText(refusal: Refusal): string {
  return say(ENGLISH_REFUSALS, refusal).join('; ');
}
