/**
 * Messages as data. A map from codes to parameters becomes the union of what can be said, and the table of words that
 * says it:
 *
 *     interface Parameters { 'too-large': { readonly megabytes: number }; 'not-utf8': Nothing }
 *     Coded<Parameters>      { code: 'too-large', megabytes: number } | { code: 'not-utf8' }
 *     Phrases<Parameters>    { 'too-large': ({ megabytes }) => string; 'not-utf8': () => string }
 *
 * A table of words lacks no code and has none too many, or it does not compile. The words are in `words/`.
 */

/** One message, or of several codes any of theirs. */
export type Coded<Parameters, Code extends keyof Parameters = keyof Parameters> = {
  readonly [C in Code]: { readonly code: C } & Parameters[C];
}[Code];

/** The words of one language for every code. */
export type Phrases<Parameters, Words = string> = {
  readonly [C in keyof Parameters]: (message: Coded<Parameters, C>) => Words;
};

/** The parameters of a code that says all by itself. */
export type Nothing = unknown;
