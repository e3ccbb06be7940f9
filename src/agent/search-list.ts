/** All rows in the order in which a search gives them, with their words folded once. */
import { foldWhole } from '../entity/fold-name';
import type { AskedVault } from '../host/load-vault';
import { compareText } from '../text/order';
import { placeOf } from '../text/sorted-list';
import type { VaultIndex } from '../vault-index/build-index';
import type { AnyRow } from '../vault-index/rows';
import { rowsOf } from './arguments';
import { dayOf, type RowKind } from './quote';

export interface SearchEntry {
  readonly kind: RowKind;
  readonly row: AnyRow;
  /** The day it was said on last; '' where nobody knows. */
  readonly day: string;
  readonly text: string;
}

export class SearchList {
  private index: VaultIndex | null = null;
  private entries: readonly SearchEntry[] = [];
  /** The texts of all entries, a line each: one text is looked through far faster than a hundred thousand. */
  private lines = '';
  /** Where each entry's line begins. */
  private starts: readonly number[] = [];

  /** The entries that hold all of the folded words, the newest first. */
  holding(vault: AskedVault, words: readonly string[]): readonly SearchEntry[] {
    const entries = this.of(vault);
    const [longest, ...others] = [...words].sort((a, b) => b.length - a.length);
    if (longest === undefined) return entries;
    const found: SearchEntry[] = [];
    for (let at = this.lines.indexOf(longest); at >= 0;) {
      const place = placeOf(this.starts, at + 1, (a, b) => a - b) - 1;
      const entry = entries[place];
      if (entry !== undefined && others.every((word) => entry.text.includes(word))) found.push(entry);
      const next = this.starts[place + 1];
      at = next === undefined ? -1 : this.lines.indexOf(longest, next);
    }
    return found;
  }

  /** The newest first. Made again when the index is another; what stayed is not folded again. */
  private of(vault: AskedVault): readonly SearchEntry[] {
    if (vault.index === this.index) return this.entries;
    const known = new Map(this.entries.map((entry) => [entry.row, entry]));
    const entries: SearchEntry[] = [];
    for (const { kind, row } of rowsOf(vault))
      entries.push(known.get(row) ?? { kind, row, day: dayOf(row), text: foldWhole(row.text) });
    this.entries = entries.sort((a, b) => compareText(b.day, a.day) || compareText(a.row.id, b.row.id));
    this.index = vault.index;
    this.lines = this.entries.map(({ text }) => text).join('\n');
    let end = 0;
    this.starts = this.entries.map(({ text }) => {
      const start = end;
      end += text.length + 1;
      return start;
    });
    return this.entries;
  }
}
