/**
 * Text that was UTF-8, was decoded as Windows-1252 and saved again, read as it was meant.
 *
 *     ⏫  =  E2 8F AB  →  â (8F lost) «        what Windows-1252 leaves undefined is dropped by some programs,
 *     ⏫  =  E2 8F AB  →  â U+008F «           kept as a control character by others
 *
 * A run whose bytes are all there is decoded; one with lost bytes is looked up among the signifiers and the common
 * punctuation (`LOSSY`). Nothing is touched in a text without at least one sign that cannot be ordinary writing:
 * `Ângela`, `São`, `naïve â la carte` and « » stay.
 */

/**
 * Whether anything in `text` could be fixed. False for ordinary writing, `Zoë` and `São` too: the letter is before
 * another sign.
 */
export function mayBeDamaged(text: string): boolean {
  return LEAD_AND_NEXT.test(text);
}

/** Whether `text` holds a sure sign of the damage. Cheap where nothing could be fixed. */
export function isDamaged(text: string): boolean {
  if (!mayBeDamaged(text)) return false;
  for (let repair = nextRepair(text, 0); repair !== null; repair = nextRepair(text, repair.to)) {
    if (repair.sure) return true;
  }
  return false;
}

/** `text` as it was meant; the same string where nothing is damaged. Lines stay lines. */
export function repairEncoding(text: string): string {
  return isDamaged(text) ? repairDamaged(text) : text;
}

/**
 * As `repairEncoding`, for a piece of a text that is known to be damaged: also what could be ordinary writing is
 * fixed.
 */
export function repairDamaged(text: string): string {
  let repaired = text;
  // Damage on damage is seen in the wild; each round undoes one saving.
  for (let round = 0; round < 3; round++) {
    const before = repaired;
    repaired = repairOnce(before);
    if (repaired === before || !isDamaged(repaired)) break;
  }
  return repaired;
}

/** One place that can be fixed: offsets in the damaged text, and what was meant. */
interface Repair {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** All its bytes are there. False: some were lost, several characters would fit, and the most usual was taken. */
  readonly complete: boolean;
  /** No ordinary writing spells this: one such place shows that the text is damaged. */
  readonly sure: boolean;
}

/** Every place that can be fixed, in order. Linear in the text. */
export function findRepairs(text: string): Repair[] {
  const repairs: Repair[] = [];
  for (let repair = nextRepair(text, 0); repair !== null; repair = nextRepair(text, repair.to)) repairs.push(repair);
  return repairs;
}

function nextRepair(text: string, from: number): Repair | null {
  for (let at = from; at < text.length; at++) {
    const lead = text.charCodeAt(at);
    if (lead < FIRST_LEAD || lead > LAST_LEAD) continue;
    const repair = completeAt(text, at, lead) ?? lossyAt(text, at);
    if (repair !== null) return repair;
  }
  return null;
}

function repairOnce(text: string): string {
  if (!mayBeDamaged(text)) return text;
  let result = '';
  let kept = 0;
  for (const { from, to, text: meant } of findRepairs(text)) {
    result += text.slice(kept, from) + meant;
    kept = to;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

const FIRST_LEAD = 0xc2;
const LAST_LEAD = 0xf4;

/**
 * The characters that Windows-1252 shows for the bytes 80 to 9F, in order; a blank for the five it leaves undefined.
 */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const LOST = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** What every damaged character begins with: a lead byte, and a continuation byte that was not lost. */
const LEAD_AND_NEXT = new RegExp(`[\u00c2-\u00f4][\u0080-\u00bf${UPPER.replaceAll(' ', '')}]`);

const BYTE_OF = new Map<number, number>();
for (let index = 0; index < UPPER.length; index++) {
  if (UPPER[index] !== ' ') BYTE_OF.set(UPPER.charCodeAt(index), 0x80 + index);
}

/** The continuation byte (80 to BF) that the character at `at` was, or -1. */
function byteAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x80 && code <= 0xbf) return code;
  return code <= 0xff ? -1 : (BYTE_OF.get(code) ?? -1);
}

/** Whether a character is one of those that damage is written in. */
export function isOfCodePage(code: number): boolean {
  return code >= 0x80 && (code <= 0xff || BYTE_OF.has(code));
}

/**
 * What a piece of text was before it was saved as Windows-1252, when all of it was: null where one character of that
 * code page is part of no other, or where one letter of another alphabet would be within a word. Characters that the
 * code page does not have were written since, and stay.
 */
export function decodedWhole(text: string): string | null {
  let decoded = '';
  for (let at = 0; at < text.length;) {
    const lead = text.charCodeAt(at);
    if (!isOfCodePage(lead)) {
      decoded += text[at];
      at += 1;
      continue;
    }
    const first = lead <= 0xff ? lead : -1;
    if (first < FIRST_LEAD || first > LAST_LEAD) return null;
    const length = lengthOf(first);
    let point = first & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
    for (let next = at + 1; next < at + length; next++) {
      const byte = byteAt(text, next);
      if (byte < 0) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const isLatin = point <= LAST_LATIN || BYTE_OF.has(point);
    if (!isText(point, length) || (!isLatin && isAlone(text, at, first, point) && followsLetter(text, at))) return null;
    decoded += String.fromCodePoint(point);
    at += length;
  }
  return decoded;
}

/**
 * Whether a character may come of `length` bytes: no line end, no other control but those that the code page leaves
 * undefined.
 */
function isText(point: number, length: 2 | 3 | 4): boolean {
  if (point < 0xa0) return LOST.includes(point);
  if (point < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000) || point > 0x10ffff) return false;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0x2028 && point !== 0x2029;
}

function isAlone(text: string, at: number, lead: number, point: number): boolean {
  const length = lengthOf(lead);
  return needsRun(lead, point) && !isSequence(text, at + length, lead) && !isSequence(text, at - length, lead);
}

/** How many bytes the character of this lead byte has. */
function lengthOf(lead: number): 2 | 3 | 4 {
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Marks that are right after a word in ordinary writing. */
const TYPOGRAPHIC = '…‘’“”•–—«»\u00a0°™';

function completeAt(text: string, at: number, lead: number): Repair | null {
  const length = lengthOf(lead);
  let point = lead & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
  for (let next = at + 1; next < at + length; next++) {
    const byte = byteAt(text, next);
    if (byte < 0) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const likely =
    length === 2 ? isLikelyPair(text, at, point) : length === 3 ? isLikelyTriple(point) : isLikelyFour(point);
  if (!likely) return null;
  const typographic = TYPOGRAPHIC.includes(text.charAt(at + 1));
  const apart = !followsLetter(text, at);
  const alone = isAlone(text, at, lead, point);
  if (alone && !apart) return null;
  // `mÃ»r`: no capital is after a small letter in ordinary writing.
  const inWord = lead <= 0xc3 && SMALL.test(text.charAt(at - 1));
  const sure = length === 4 || (!alone && (!typographic || inWord || (apart && (lead <= 0xc3 || lead === 0xe2))));
  return { from: at, to: at + length, text: String.fromCodePoint(point), complete: true, sure };
}

const LAST_LATIN = 0x24f;

/** Letters with marks, `°` and the like, the alphabets of two bytes. */
function isLikelyPair(text: string, at: number, point: number): boolean {
  if (point < 0xa0) return false;
  // `«MAÇÃ»` is a word in capitals with its closing quote: a small Latin letter does not end capitals.
  if (point > LAST_LATIN) return true;
  const meant = String.fromCharCode(point);
  return meant.toUpperCase() === meant || !isCapital(text.charCodeAt(at - 1)) || !isCapital(text.charCodeAt(at - 2));
}

function isLikelyTriple(point: number): boolean {
  if (point === 0x2028 || point === 0x2029) return false;
  return (
    (point >= 0x2000 && point <= 0x2bff) ||
    point === 0xfe0f ||
    point === 0xfeff ||
    (point >= 0x1e00 && point <= 0x1eff) ||
    (point >= 0x900 && point <= 0x1cff) ||
    (point >= 0x1f00 && point <= 0x1fff) ||
    isEastAsian(point)
  );
}

function isEastAsian(point: number): boolean {
  return (
    (point >= 0x3000 && point <= 0x9fff) || (point >= 0xac00 && point <= 0xd7a3) || (point >= 0xff00 && point <= 0xffef)
  );
}

/**
 * Other alphabets come in runs: `ESPAÑ…` spells one Cyrillic letter by chance, “café…»” one Chinese character. One that
 * is alone and after no letter is fixed where the text is known to be damaged.
 */
function needsRun(lead: number, point: number): boolean {
  return (
    (lead >= 0xc6 && lead <= 0xdf && lead !== 0xc8) ||
    isEastAsian(point) ||
    (point >= 0xe80 && point <= 0x1cff) ||
    (point >= 0x1f00 && point <= 0x1fff)
  );
}

function isLikelyFour(point: number): boolean {
  return (point >= 0x1f000 && point <= 0x1faff) || (point >= 0x20000 && point <= 0x2fa1f);
}

/** Whether a damaged character of another alphabet is at `at`, as long as the one that `lead` leads. */
function isSequence(text: string, at: number, lead: number): boolean {
  const length = lengthOf(lead);
  if (at < 0 || at + length > text.length) return false;
  const first = text.charCodeAt(at);
  if (first < (length === 2 ? 0xc6 : lead <= 0xe1 ? 0xe0 : 0xe3) || first > LAST_LEAD || lengthOf(first) !== length)
    return false;
  for (let next = at + 1; next < at + length; next++) if (byteAt(text, next) < 0) return false;
  return true;
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

const LETTER = /\p{L}/u;
const SMALL = /\p{Ll}/u;

function followsLetter(text: string, at: number): boolean {
  return at > 0 && LETTER.test(text.charAt(at - 1));
}

/**
 * What is meant where bytes were lost, most usual first: the first to claim a damaged spelling has it. The signifiers
 * of the Tasks plugin come first, whatever else the spelling could be.
 */
const LOSSY_CHARACTERS = [
  '⏫',
  '⏬',
  '⏳',
  '🔁',
  '🏁',
  '❌',
  '\u201d',
  '\ufe0f',
  '⏰',
  '⏱',
  '⏸',
  '⏩',
  '⏪',
  '⏭',
  '⏮',
  '⏯',
  '⏹',
  '⏺',
  '\u2010',
  '\u200d',
  '❤',
  '❓',
  '❗',
  '❔',
  '❕',
  '⭐',
  '←',
  '☐',
  '●',
  '✍',
  '▶',
  '◀',
  '✏',
  '✝',
  '⌨',
  '⌘',
  '⎯',
  '☝',
  '🐝',
  '🎁',
  '👍',
  '👏',
  '👁',
  '📁',
  '📍',
  '📏',
  '📐',
  '📝',
  '🔍',
  '🔐',
  '🔑',
  '🔝',
  '🌐',
  '🌍',
  '🏆',
  '🏃',
  '🏠',
  '😀',
  '😁',
  '🚀',
  '🙏',
  '🤝',
  '🥁',
  '🧐',
];

/** Damaged spelling, the lost bytes left out, to what was meant. */
const LOSSY = lossyTable();
const LONGEST_LOSSY = 3;

function lossyTable(): Map<string, string> {
  const table = new Map<string, string>();
  const encoder = new TextEncoder();
  for (const character of LOSSY_CHARACTERS) {
    const bytes = Array.from(encoder.encode(character));
    const left = bytes.filter((byte) => !LOST.includes(byte));
    if (left.length === bytes.length || left.length < 2) continue;
    const spelling = left.map(shownAs).join('');
    if (!table.has(spelling)) table.set(spelling, character);
  }
  return table;
}

function shownAs(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? UPPER.charAt(byte - 0x80) : String.fromCharCode(byte);
}

/**
 *     @Ann â« ðŸ“… 2025-10-31      ⏫ apart; after a letter (`voilâ«`) it could be a word with its quote
 *     â€œyesâ€                     “ has all its bytes, ” has lost its last
 */
function lossyAt(text: string, at: number): Repair | null {
  for (let length = LONGEST_LOSSY; length >= 2; length--) {
    const to = at + length;
    const meant = LOSSY.get(text.slice(at, to));
    if (meant === undefined) continue;
    const sure = text.charCodeAt(at) >= 0xef || text[at + 1] === '€' || !LETTER.test(text.charAt(to));
    if (sure && (text[at + 1] === '€' || text.charCodeAt(at) >= 0xef || !followsLetter(text, at))) {
      return { from: at, to, text: meant, complete: false, sure };
    }
  }
  return null;
}
