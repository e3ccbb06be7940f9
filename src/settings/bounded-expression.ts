/** A regular expression that somebody wrote, where no path can keep it busy for long. */

/**
 * Null for one that is not valid, or may take more than about the square of a path's length: JavaScript tries every way
 * in which an expression can fit.
 *
 *     [^b]*[^b]*b     one power for each repeat, and one for where it starts unless it starts with `^`
 *     a?a?a?  (a|b)   twice as long for each `?`, as often as a group has choices
 *     (a+)+  (a|a)*   a repeated group: refused, whatever it holds
 *     (a)\1           refused likewise
 */
export function boundedExpression(source: string): RegExp | null {
  if (source.length > LONGEST || !alternativesOf(source).every(isBounded)) return null;
  try {
    return new RegExp(source, 'i');
  } catch {
    return null;
  }
}

const LONGEST = 200;
/** The power of a path's length. */
const MOST_POWER = 2;
/** Ways that do not depend on a path's length. */
const MOST_WAYS = 64;

/** `\)`, `[^)]`, `(?:`, `{2,}` or a single character. */
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!])|\{\d*,?\d*\}|[^]/gu;
const BACKREFERENCE = /^\\(?:[1-9]|k)/;

type Tokens = readonly string[];

/** What is between the `|` that are in no group. */
function alternativesOf(source: string): Tokens[] {
  const alternatives: string[][] = [[]];
  let depth = 0;
  for (const [token] of source.matchAll(TOKEN)) {
    if (token.startsWith('(')) depth += 1;
    if (token === ')') depth -= 1;
    if (token === '|' && depth === 0) alternatives.push([]);
    else alternatives[alternatives.length - 1]?.push(token);
  }
  return alternatives;
}

function isBounded(all: Tokens): boolean {
  const tokens = withoutEnds(all);
  let power = tokens[0] === '^' ? 0 : 1;
  let ways = 1;
  const choices: number[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1] ?? '';
    if (BACKREFERENCE.test(token)) return false;
    if (isRepeat(token)) {
      if (before === ')') return false;
      power += 1;
    } else if (token === '?' && !isRepeat(before) && before !== '?') ways *= 2;
    else if (token.startsWith('(')) choices.push(1);
    else if (token === '|') choices.push((choices.pop() ?? 0) + 1);
    else if (token === ')') ways *= choices.pop() ?? 1;
    else if (token.startsWith('{') && before === ')') return false;
  }
  return power <= MOST_POWER && ways <= MOST_WAYS;
}

/** `.*` at either end changes nothing about whether an expression fits somewhere. */
function withoutEnds(tokens: Tokens): Tokens {
  const from = tokens[0] === '.' && tokens[1] === '*' && tokens[2] !== '?' ? 2 : 0;
  const isEnd = tokens[tokens.length - 2] === '.' && tokens[tokens.length - 1] === '*';
  return tokens.slice(from, isEnd ? Math.max(from, tokens.length - 2) : undefined);
}

function isRepeat(token: string): boolean {
  return token === '*' || token === '+' || (token.startsWith('{') && token.includes(','));
}
