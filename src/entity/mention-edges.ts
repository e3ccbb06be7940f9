/** What is right next to a name decides whether it is that name, or a part of a longer one. */
import { isCalendarWord } from './common-words';
import { foldWhole } from './fold-name';
import { isWordAt, scriptOf, wordEnd } from './mention-text';
import { listed } from '../text/listed';

interface Place {
  readonly from: number;
  readonly to: number;
  readonly person: boolean;
  readonly single: boolean;
  /** Whether a folded word begins a name of its own. */
  readonly begins: (word: string) => boolean;
}

/** `Mary-Ann Lee`, `Ann Lee-Smith`, `Ann Lee Smith` are not Ann Lee; `atlas.md` and `src/Atlas` are no project. */
export function isPartOfLonger(
  table: Uint16Array | null,
  text: string,
  { from, to, person, single, begins }: Place,
): boolean {
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  const next = text.charAt(to + 1);
  if (before === '\\' || before === '$') return true;
  if (
    single &&
    ((before === '/' && isWordAt(table, text, from - 2)) || (/[./\\:=]/.test(after) && isWordAt(table, text, to + 1)))
  )
    return true;
  if (/[-\u2010\u2011]/.test(after) && (person ? isCapital(next) : /\p{N}/u.test(next))) return true;
  if (!person) return false;
  if (/[-\u2010\u2011]/.test(before) && isWordAt(table, text, from - 2)) return true;
  // A name in a script without spaces ends with its last character: `李明 Bo` are two.
  return (
    after === ' ' &&
    scriptOf(text.charCodeAt(to - 1)) === null &&
    isNameLike(table, text, to + 1) &&
    !begins(foldWhole(text.slice(to + 1, wordEnd(table, text, to + 1))))
  );
}

/** A capitalised word that a name could go on with. */
export function isNameLike(table: Uint16Array | null, text: string, at: number): boolean {
  if (!isCapital(text.charAt(at)) || scriptOf(text.charCodeAt(at)) !== null) return false;
  const word = text.slice(at, wordEnd(table, text, at));
  const folded = foldWhole(word);
  return word.length > 1 && !isCapital(word.charAt(1)) && !isCalendarWord(folded) && !NOT_A_SURNAME.has(folded);
}

const NOT_A_SURNAME: ReadonlySet<string> = new Set(
  listed(`
  and, to, will, is, has, can, should, must, may, or, the, on, in, for, from, with, at, by, as, said, asked,
  sent, agreed, owns, leads, joins, joined, wants, needs, pm, ceo, cto, sync, call, meeting, intro`),
);

function isCapital(char: string): boolean {
  return char !== '' && char !== char.toLowerCase();
}
