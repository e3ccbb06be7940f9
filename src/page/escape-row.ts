/**
 * A note's words as one line of a page, safe wherever they come from: nothing in them opens, closes, counts or runs
 * anything there, and nothing swallows the link that follows.
 *
 *     Ask `x` <b>now</b> #task [due:: 2025-10-31] **soon [[Ann Lee|Ann]] ^a1
 *     Ask `x` &lt;b>now&lt;/b> \*\*soon [[Ann Lee|Ann]]
 */
import { type RowToken, rowTokens } from './row-tokens';

/**
 * The text safe for a row. A reader sees at most `most` UTF-16 units of it: a link counts with its words, not with its
 * target. Cut at a word with `…`. Well-formed wikilinks, web links, simple code and paired emphasis stay; '' when
 * nothing is left. Linear in the text.
 */
export function escapeRow(text: string, most = 300): string {
  // Most of what people write: taking it apart would find nothing.
  if (text.length <= most && text.length <= LONGEST_PLAIN && PLAIN.test(text)) return escapeStart(text);
  const tokens = rowTokens(text);
  if (shownLength(tokens) <= most) return join(tokens);
  return `${join(fitting(tokens, most - 2)).replace(/ +$/, '')}…`;
}

/** What cannot mean anything wherever it is; no mark in front, no blank at an end, none doubled. */
const PLAIN = /^[A-Za-z0-9À-ÖØ-öø-ɏ](?:[A-Za-z0-9À-ÖØ-öø-ɏ,.;!?'"()@&/+–—’“”…·-]|:(?![:/])| (?=[^ ]))*$/;
/** More is cut off when a text is taken apart. */
const LONGEST_PLAIN = 4_000;

/** UTF-16 units that a reader sees of a row's own Markdown. */
export function shownLength(tokens: readonly RowToken[]): number {
  return tokens.reduce((length, { shown }) => length + shown, 0);
}

/** As many tokens as surely fit, whole words unless the words are too long for that. */
function fitting(tokens: readonly RowToken[], room: number): RowToken[] {
  let length = 0;
  let count = 0;
  let word = 0;
  for (const token of tokens) {
    length += token.shown;
    if (length > room) break;
    count += 1;
    if (token.text === ' ') word = count;
  }
  // Without the space at its end.
  if (word > 0 && shownLength(tokens.slice(0, word)) - 1 > room / 2) return tokens.slice(0, word);
  while (count > 1 && joinsCluster(tokens[count - 1]?.text ?? '', tokens[count]?.text ?? '')) count -= 1;
  return tokens.slice(0, count);
}

/** Whether two characters are seen as one: an accent, a skin tone, a joined emoji, a flag. */
function joinsCluster(left: string, right: string): boolean {
  return (
    /^(?:\p{M}|\p{Emoji_Modifier}|\u200d)/u.test(right) ||
    left.endsWith('\u200d') ||
    (FLAG.test(left) && FLAG.test(right))
  );
}

const FLAG = /^\p{Regional_Indicator}$/u;

function join(tokens: readonly RowToken[]): string {
  const paired = pairDelimiters(tokens);
  let text = '';
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'delimiter' || paired.has(index)) text += token.text;
    else for (const character of token.text) text += `\\${character}`;
  }
  return escapeStart(text.replace(/ +$/, ''));
}

/** What at a line's start would make it a heading, quote, list or fence. */
function escapeStart(text: string): string {
  const ordered = /^\d{1,9}(?=[.)](?: |$))/.exec(text)?.[0];
  if (ordered !== undefined) return `${ordered}\\${text.slice(ordered.length)}`;
  return /^[-+>#~]/.test(text) ? `\\${text}` : text;
}

/** The delimiters that have a partner: `**` opens before a word and the next `**` after one closes. */
function pairDelimiters(tokens: readonly RowToken[]): Set<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  const openCount = new Map<string, number>();
  const count = (text: string, by: number): void => void openCount.set(text, (openCount.get(text) ?? 0) + by);
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'delimiter') continue;
    const before = tokens[index - 1]?.text ?? ' ';
    const after = tokens[index + 1]?.text ?? ' ';
    if (before !== ' ' && (openCount.get(text) ?? 0) > 0 && open[open.length - 1] !== index - 1) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        const opener = tokens[last]?.text ?? '';
        count(opener, -1);
        if (opener !== text) continue;
        paired.add(last).add(index);
        break;
      }
    } else if (after !== ' ') {
      open.push(index);
      count(text, 1);
    }
  }
  return paired;
}
