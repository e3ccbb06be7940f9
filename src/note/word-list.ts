/** One list of words by which notes are understood: what it is for, and its words by language. */

/** Languages in which the tables hold words. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'nl' | 'it' | 'pt' | 'he' | 'ar' | 'zh' | 'ja' | 'ko';

export interface WordList {
  /** What its words do, in a sentence, for the documentation. */
  readonly doc: string;
  readonly words: Readonly<Partial<Record<Language, readonly string[]>>>;
}

/** The form in which words are compared: composed, lower case, straight apostrophes, plain hyphens, single spaces. */
export function foldWord(text: string): string {
  if (SIMPLE.test(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** ASCII, with single spaces. */
const SIMPLE = /^[!-~]+(?: [!-~]+)*$/;
