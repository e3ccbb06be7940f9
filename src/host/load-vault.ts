/** A vault read once, for questions that are answered from it: queues, briefs. Nothing is written. */
import type { VaultIndex } from '../vault-index/build-index';
import { followIn, pageRules } from '../edit/page-plans';
import { type NoteLinks, noteLinks } from '../page/note-link';
import type { PageRules } from '../page/page-rules';
import type { NoteRules } from '../note/note-rules';
import { indexOfReading } from './index-of-reading';
import { readVault } from './read-vault';
import type { RollupOptions } from './roll-up';
import type { HostError, VaultHost } from './vault-host';

export interface AskedVault {
  readonly index: VaultIndex;
  readonly noteRules: NoteRules;
  readonly rules: PageRules;
  readonly links: NoteLinks;
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
}

export async function loadVault(
  host: VaultHost,
  { settings, today, onProgress }: Pick<RollupOptions, 'settings' | 'today' | 'onProgress'>,
): Promise<AskedVault> {
  const reading = await readVault(host, settings, { onProgress });
  const index = await indexOfReading({ input: { ...reading, settings, today }, stored: reading.stored });
  return {
    index,
    noteRules: reading.noteRules,
    rules: pageRules(settings, reading.noteRules, today),
    links: noteLinks(index.paths, followIn(index.registry)),
    failures: reading.failures,
  };
}
