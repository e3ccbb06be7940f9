/**
 * The engine's sentences in another language. The engine speaks English, in plans and answers that scripts read too;
 * what is shown is told again by its pattern, each with what stands in its gaps:
 *
 *     “{a}” was said later, and {T}.      “Pilot ships” was said later, and both concern Acme.
 *                                         „Pilot ships“ wurde später gesagt, und beide betreffen Acme.
 *
 * A small letter's gap is kept as it is: a name, a path, words from a note. A capital's is told again itself.
 */
export type SentenceRow = readonly [english: string, other: string];

interface Pattern {
  readonly expression: RegExp;
  readonly gaps: readonly string[];
  readonly other: string;
}

/** Longer ones are not sentences of the engine's. */
const LONGEST = 2_000;

/** Tells a sentence again, by the first row that fits; as it is, where none does. */
export function retelling(rows: readonly SentenceRow[]): (sentence: string) => string {
  // With the first sentence: whoever reads English needs none, and loading the plugin waits for nothing that is not
  // shown.
  let patterns: readonly Pattern[] | null = null;
  const retell = (sentence: string, depth: number): string => {
    if (sentence.length > LONGEST || depth > 3) return sentence;
    patterns ??= rows.map(patternOf);
    for (const { expression, gaps, other } of patterns) {
      const match = expression.exec(sentence);
      if (match === null) continue;
      const filled = new Map(
        gaps.map((name, at) => [name, name < 'a' ? retell(match[at + 1] ?? '', depth + 1) : (match[at + 1] ?? '')]),
      );
      return other.replace(GAP, (_, name: string) => filled.get(name) ?? '');
    }
    return sentence;
  };
  return (sentence) => retell(sentence, 0);
}

function patternOf([english, other]: SentenceRow): Pattern {
  return {
    gaps: [...english.matchAll(GAP)].map(([, name]) => name ?? ''),
    expression: new RegExp(
      `^${english
        .split(GAP)
        .map((part, at) => (at % 2 === 0 ? escaped(part) : '([^]+?)'))
        .join('')}$`,
    ),
    other,
  };
}

const GAP = /\{([A-Za-z])\}/g;

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
