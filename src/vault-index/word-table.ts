/**
 * What a language's words are for, where two lines are compared by their words. One table a language; `row-words.ts`
 * reads them.
 */

/** A question's word by what it asks for, in every language. */
export type Asks = 'who' | 'what' | 'when' | 'where' | 'why' | 'which' | 'how';

/** A word as it is in a line. */
export interface WrittenWord {
  /** Lower case, without accents; `ä` is `ae`, `ß` is `ss`. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** The first of its sentence. */
  readonly isFirst: boolean;
  /** The first of a question. */
  readonly opensQuestion: boolean;
  /** The word before it, folded; `` for none. */
  readonly before: string;
}

/** What a word comes to: its stem, and what turns it (`+ab` of `abschicken`), null for nothing. */
export interface Stemmed {
  readonly stem: string;
  readonly turn: string | null;
}

/** All words folded. */
export interface WordTable {
  readonly language: 'en' | 'de' | 'fr' | 'es';
  /** Words that say nothing of what is meant, in any of their forms. */
  readonly little: ReadonlySet<string>;
  readonly asks: ReadonlyMap<string, Asks>;
  /** Words that change what is said: the same of both lines. By each form the one it stands for. */
  readonly turns: ReadonlyMap<string, string>;
  /** Those of `turns` that tell when or how many. */
  readonly amounts: ReadonlySet<string>;
  /** Words by which a line says that something is not settled yet. */
  readonly undecided: ReadonlySet<string>;
  /** Of a question that wants a number or a time. */
  readonly howMuch: RegExp;
  /** Letters that this language has and English lacks. */
  readonly letters: RegExp | null;
  /** What is at a clause's end apart from its verb (`Schick es ab`); elsewhere these are words like any other. */
  readonly particles: ReadonlySet<string>;
  readonly stemOf: (word: WrittenWord) => Stemmed;
  /** What only tells lines of one event apart, where the language has it: `other-words.ts`. Stems. */
  readonly filler?: ReadonlySet<string>;
  /** What is in a line that leaves something open. */
  readonly open?: RegExp;
  /** By a word, the groups that it is of: one word of a group speaks against another. */
  readonly contrasts?: ReadonlyMap<string, readonly number[]>;
  /** By what is written out, in small letters. */
  readonly shortForms?: ReadonlyMap<string, string>;
  /** From January on, as `amounts` has them. */
  readonly months?: readonly string[];
  /** What is said of a name and of nothing else; global. */
  readonly aside?: RegExp;
  /** At the front of a line: who, the first group, reports what follows. */
  readonly report?: RegExp;
  /** At the front of a line: that several agreed on what follows. */
  readonly agreement?: RegExp;
  /** Nouns are written like names: a capital alone tells nobody. */
  readonly writesNouns?: boolean;
  /** Whether it is written as only a name is. */
  readonly isName: (word: WrittenWord) => boolean;
}

export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

export function wordSet(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(words));
}

/** Each word for itself, and each of a group (`one|other`) for its first. */
export function formsOf(text: string): [string, string][] {
  return words(text).flatMap((group) => {
    const forms = group.split('|');
    return forms.map((form): [string, string] => [form, forms[0] ?? form]);
  });
}

/** Words for one and the same doing, by each its first. */
export function alikeIn(groups: readonly string[], stemOf: (word: string) => string): ReadonlyMap<string, string> {
  return new Map(
    groups
      .map(words)
      .flatMap((group) => group.map((word): [string, string] => [stemOf(word), stemOf(group[0] ?? word)])),
  );
}
