/**
 * Names as keys: two spellings of one name fold to one key, two names never do for want of a letter that counts.
 *
 *   Dr. Zoë Ørsted-Lee (Acme, PM) <zoe@acme.com>
 *   ^^^ honorific       ^^^^^^^^ qualifier       ^ e-mail        name: `zoe orsted lee`
 */
import { listed } from '../text/listed';

/** A name taken apart. All but `emails` are folded; absent is null. */
export interface NameParts {
  /** Every word, honorific and parenthesis too. */
  readonly whole: string;
  /** Without the parenthesis, honorific kept: what a project or an account is called. */
  readonly titled: string;
  /** Without parenthesis and honorific, `Lee, Ann` turned round: what a person is called. */
  readonly name: string;
  readonly honorific: string | null;
  readonly qualifier: string | null;
  /** Lower case. */
  readonly emails: readonly string[];
}

/** Longer texts are no names; what is after this many characters is not looked at. */
const LONGEST = 200;

/**
 * The key of a name: case, accents, punctuation, honorifics and a trailing parenthesis do not count. Empty for no
 * words.
 */
export function foldName(text: string): string {
  return nameParts(text).name;
}

/** As `foldName`, with every word kept. */
export function foldWhole(text: string): string {
  if (FOLDED.test(text)) return text;
  if (PLAIN.test(text)) return text.toLowerCase();
  return ASCII.test(text) ? dropPunctuation(text.toLowerCase()) : dropPunctuation(foldLetters(text)).normalize('NFC');
}

/**
 * File and link names as Obsidian compares them: letter case, Unicode form and the kind of space do not count; all else
 * does.
 */
export function foldFileName(name: string): string {
  return ASCII.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFC')
        .toLowerCase()
        .replace(/\u00a0/g, ' ');
}

export function nameParts(text: string): NameParts {
  const given = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const emails = emailsIn(given);
  let words = emails.length === 0 ? given : withoutEmails(given);
  if (!ASCII.test(words)) words = words.normalize('NFKC');
  const whole = foldWhole(words);
  const { before, qualifier } = splitQualifier(words);
  const titled = qualifier === null ? whole : foldWhole(before);
  const turned = turnRound(before);
  const { name, honorific } = splitHonorific(turned ?? titled);
  return { whole, titled, name, honorific, qualifier, emails };
}

/**
 * A person's name in the order it is spoken and without what is after it: `Lee, Ann (Acme)` → `Ann Lee`. Letters
 * as written.
 */
export function spokenName(text: string): string {
  const { before } = splitQualifier(text);
  const comma = before.indexOf(',');
  return turnRound(before) === null
    ? before
    : DEGREES.has(foldWhole(before.slice(comma + 1)))
      ? before.slice(0, comma).trim()
      : `${before.slice(comma + 1).trim()} ${before.slice(0, comma).trim()}`;
}

/** Addresses standing in a text, in lower case. */
export function emailsIn(text: string): string[] {
  const found: string[] = [];
  for (const [from, to] of emailRanges(text)) found.push(text.slice(from, to).toLowerCase());
  return found;
}

/** Where addresses are in a text: `[from, to]` each. Linear. */
export function emailRanges(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  let done = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > done && ADDRESS.test(text.charAt(from - 1))) from -= 1;
    let to = at + 1;
    while (to < text.length && DOMAIN.test(text.charAt(to))) to += 1;
    while (to > at + 1 && /[.-]/.test(text.charAt(to - 1))) to -= 1;
    done = Math.max(done, to);
    if (from < at && text.slice(at + 1, to).includes('.')) ranges.push([from, to]);
  }
  return ranges;
}

/** Whether a folded word is an initial: one letter of a script that has capitals (`明` is a name). */
export function isInitial(word: string): boolean {
  return word.length === 1 && word.toUpperCase() !== word;
}

/** Honorifics by language; dropped only as leading words with a name after them. */
const HONORIFICS: ReadonlySet<string> = new Set(
  listed(`
  dr, mr, mrs, ms, mx, miss, prof, professor, doctor, sir, dame, madam, rev, herr, frau, mme, mlle, monsieur,
  madame, mademoiselle, maitre, senor, senora, srta, sra, dott, dottssa, signora, signor, dhr, mevr`),
);
/** Japanese and Korean ones are after the name. */
const TRAILING_HONORIFIC = /^(.{2,})(さん|様|씨|님)$/u;

/** Degrees after a comma are no part of a name. */
const DEGREES: ReadonlySet<string> = new Set(
  listed(`
  phd, ph d, md, m d, mba, cpa, esq, msc, bsc, jd, rn, pmp, cfa, dds, pe`),
);
/** After a comma these belong to the name before it. */
const SUFFIXES: ReadonlySet<string> = new Set(
  listed(`
  jr, sr, ii, iii, iv, inc, ltd, llc, llp, plc, corp, co, gmbh, ag, sa, bv, nv, oy, ab, as, spa, kg, se`),
);

/** Letters that are no letter with a mark, though most people type them as one. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ĸ', 'k'],
  ['ɓ', 'b'],
  ['ɗ', 'd'],
  ['ƙ', 'k'],
  ['ƴ', 'y'],
  ['ə', 'e'],
  ['ς', 'σ'],
  ['ґ', 'г'],
]);

const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const ASCII = /^[ -~]*$/;
const ADDRESS = /[^\s<>()[\]{},;:"'|@\\/]/;
const DOMAIN = /[\p{L}\p{N}.-]/u;
/**
 * Marks of Latin, Greek and Cyrillic, Hebrew and Arabic vowel points, and the stroke that stretches an Arabic word; the
 * marks of other scripts are letters of their own. и with breve stays й.
 */
const MARKS =
  /(и\u0306)|[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0640|\u0670/g;

function foldLetters(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, (_, kept: string | undefined) => kept ?? '');
  return bare.replace(/[ßæœøłđðþħıŋŧĸɓɗƙƴəςґ]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/** Apostrophes and invisible characters vanish, other punctuation parts words; `C++` and `C#` keep their tails. */
function dropPunctuation(text: string): string {
  return text
    .replace(/['’‘ʼ`´\p{Cf}]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .replace(/[+#]+/g, (run, at: number, all: string) => {
      const before = all.charAt(at - 1);
      const after = all.charAt(at + run.length);
      return at > 0 && before !== ' ' && (after === '' || after === ' ') ? run : ' ';
    })
    .replace(/ {2,}/g, ' ')
    .trim();
}

function withoutEmails(text: string): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of emailRanges(text)) {
    kept += text.slice(at, from);
    at = to;
  }
  return (kept + text.slice(at)).replace(/<(?:mailto:)?\s*>|mailto:/gi, ' ');
}

/** `Ann Lee (Acme, PM)` → `Ann Lee` and `acme pm`; a name that is nothing but a parenthesis stays whole. */
function splitQualifier(text: string): { before: string; qualifier: string | null } {
  let before = text.trim();
  let qualifier = '';
  while (/[)\]]$/.test(before)) {
    const open = before.lastIndexOf(before.endsWith(')') ? '(' : '[');
    if (open <= 0 || foldWhole(before.slice(0, open)) === '') break;
    qualifier = `${before.slice(open)} ${qualifier}`;
    before = before.slice(0, open).trim();
  }
  const unclosed = before.lastIndexOf('(');
  if (unclosed > 0 && !before.includes(')', unclosed) && foldWhole(before.slice(0, unclosed)) !== '') {
    qualifier = `${before.slice(unclosed)} ${qualifier}`;
    before = before.slice(0, unclosed);
  }
  const folded = foldWhole(qualifier);
  return { before, qualifier: folded === '' ? null : folded };
}

/** `Lee, Ann` → `ann lee`; `Ann Lee, PhD` → `ann lee`; null where a comma changes nothing. */
function turnRound(text: string): string | null {
  const comma = text.indexOf(',');
  if (comma < 0 || text.includes(',', comma + 1)) return null;
  const left = foldWhole(text.slice(0, comma));
  const right = foldWhole(text.slice(comma + 1));
  if (left === '' || right === '' || SUFFIXES.has(right)) return null;
  return DEGREES.has(right) ? left : `${right} ${left}`;
}

function splitHonorific(folded: string): { name: string; honorific: string | null } {
  let name = folded;
  let honorific = '';
  for (let space = name.indexOf(' '); space > 0; space = name.indexOf(' ')) {
    const word = name.slice(0, space);
    // `M.` before one word may as well be an initial.
    if (!HONORIFICS.has(word) && !(word === 'm' && name.includes(' ', space + 1))) break;
    honorific += honorific === '' ? word : ` ${word}`;
    name = name.slice(space + 1);
  }
  const trailing = TRAILING_HONORIFIC.exec(name);
  if (trailing?.[1] !== undefined && trailing[2] !== undefined) {
    return { name: trailing[1].trim(), honorific: honorific === '' ? trailing[2] : honorific };
  }
  return { name, honorific: honorific === '' ? null : honorific };
}
