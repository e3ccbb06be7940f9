/** Whether a word in an owner's place, which nobody is known by, may be somebody's name. */
import { isCommonWord } from '../entity/common-words';
import { foldName } from '../entity/fold-name';
import { looksLikeName } from '../task/owner-name';

/** `small`: a word in small letters may be one too, as where the names next to it are written so. */
export function mayBeNew(written: string, small = false): boolean {
  return (small || /^[\p{Lu}\p{Lo}]/u.test(written)) && looksLikeName(written) && !isCommon(written);
}

export function isCommon(written: string): boolean {
  // A surname may be any word: `Rosa Winter`.
  const [first = ''] = foldName(written).split(' ');
  return isCommonWord(first);
}
