/** Which values have which words, so that none is compared with all others: only words that few have lead anywhere. */
import { pushInto } from '../text/push-into';
import { firstNotBefore } from '../text/sorted-list';
export class TokenPostings<T> {
  private readonly byWord = new Map<string, T[]>();

  constructor(
    values: readonly T[],
    private readonly wordsOf: (value: T) => readonly string[],
  ) {
    for (const value of values) {
      for (const word of wordsOf(value)) {
        pushInto(this.byWord, word, value);
      }
    }
  }

  /** How many have the word. */
  count(word: string): number {
    return this.byWord.get(word)?.length ?? 0;
  }

  /** Those that have the word; none where it is common. */
  with(word: string): readonly T[] {
    const list = this.byWord.get(word) ?? [];
    return list.length > COMMON ? [] : list;
  }

  /** Those that have the rarest of the value's words; none where even that is common. */
  withRarest(value: T): readonly T[] {
    let rarest: readonly T[] = [];
    for (const word of this.wordsOf(value)) {
      const list = this.byWord.get(word) ?? [];
      if (rarest.length === 0 || list.length < rarest.length) rarest = list;
    }
    return rarest.length > COMMON ? [] : rarest;
  }

  /**
   * Those that have the word, from the first that is not before to the last that is not beyond; none where it is common
   * there. The values were given in that order.
   */
  withWord(
    word: string,
    { isBefore, isBeyond }: { readonly isBefore: (value: T) => boolean; readonly isBeyond: (value: T) => boolean },
  ): readonly T[] {
    const list = this.byWord.get(word) ?? [];
    const first = firstNotBefore(list, isBefore);
    let end = first;
    for (let value = list[end]; value !== undefined && !isBeyond(value) && end - first <= COMMON; value = list[end])
      end += 1;
    return end - first > COMMON ? [] : list.slice(first, end);
  }
}

/** What more than these have in common says nothing, and comparing them all would take long. */
const COMMON = 60;
