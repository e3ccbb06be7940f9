/** All rows in the order in which a search gives them, with their words folded once. */
import { foldWhole } from '../../entity/fold-name';
import type { AskedVault } from '../../host/load-vault';
import { compareText } from '../../text/order';
import type { VaultIndex } from '../../vault-index/build-index';
import type { AnyRow } from '../../vault-index/rows';
import { rowsOf } from './arguments.mts';
import { dayOf, type RowKind } from './quote.mts';

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

  /** The newest first. Made again when the index is another; what stayed is not folded again. */
  of(vault: AskedVault): readonly SearchEntry[] {
    if (vault.index === this.index) return this.entries;
    const known = new Map(this.entries.map((entry) => [entry.row, entry]));
    const entries: SearchEntry[] = [];
    for (const { kind, row } of rowsOf(vault))
      entries.push(known.get(row) ?? { kind, row, day: dayOf(row), text: foldWhole(row.text) });
    this.entries = entries.sort((a, b) => compareText(b.day, a.day) || compareText(a.row.id, b.row.id));
    this.index = vault.index;
    return this.entries;
  }
}
