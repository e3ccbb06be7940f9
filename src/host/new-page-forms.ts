/** How the person wants new pages to look: her templates, and the layout that the Folder notes plugin is set to. */
import type { NewPageForms } from '../edit/new-pages';
import type { Problem } from '../note/problems';
import { entriesOf } from '../settings/setting-checks';
import type { Settings } from '../settings/settings';
import { configFile } from './config-file';
import { HostError, type VaultHost } from './vault-host';

const FOLDER_NOTES = 'folder-notes';

interface ReadForms {
  readonly forms: NewPageForms;
  readonly problems: readonly Problem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
}

export async function readNewPageForms(host: VaultHost, { kinds }: Pick<Settings, 'kinds'>): Promise<ReadForms> {
  const templates = new Map<string, { path: string; text: string }>();
  const problems: Problem[] = [];
  const failures: HostError[] = [];
  for (const { id, template, enabled } of kinds) {
    if (!enabled || template === undefined || template === null) continue;
    try {
      templates.set(id, { path: template, text: await host.read(template) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code === 'denied' || error.code === 'io') failures.push(error);
      problems.push({
        path: template,
        line: null,
        code: 'template-unusable',
        kind: id,
        name: null,
        detail: error.message,
      });
    }
  }
  return { forms: { templates, folderNote: await folderNote(host, { problems, failures }) }, problems, failures };
}

interface Told {
  readonly problems: Problem[];
  readonly failures: HostError[];
}

/**
 * Where that plugin is on and puts notes into their folders: the name it gives them. What it never saved is its
 * default.
 */
async function folderNote(host: VaultHost, told: Told): Promise<string | null> {
  const enabled = await configFile(host, 'community-plugins.json', told);
  if (!Array.isArray(enabled) || !enabled.includes(FOLDER_NOTES)) return null;
  const settings = new Map(entriesOf(await configFile(host, `plugins/${FOLDER_NOTES}/data.json`, told)));
  const place = settings.get('storageLocation') ?? 'insideFolder';
  const type = settings.get('folderNoteType') ?? '.md';
  const name = settings.get('folderNoteName') ?? '{{folder_name}}';
  // A name of any other form would be no folder note to Throughline, and the page made again at each rollup.
  const known = typeof name === 'string' && /^(?:\{\{folder_name\}\}|readme|index)$/i.test(name);
  return place === 'insideFolder' && type === '.md' && known ? name : null;
}
