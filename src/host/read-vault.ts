/** Reads a vault through its host: which files are notes, what each says, and what could not be read. */
import { parseNames } from '../entity/names-lines';
import { namesMemory, type NamesMemory } from '../entity/names-memory';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { readNote } from '../note/read-note';
import type { NewPageForms } from '../edit/new-pages';
import type { Settings } from '../settings/settings';
import { type ExcludeRules, excludeRules, isConflictedCopy, isRollupPage } from '../settings/exclude';
import { noteRules } from '../settings/note-rules';
import { foldFileName } from '../text/file-name';
import { readNewPageForms } from './new-page-forms';
import { tellBodiesApart } from './same-bodies';
import { HostError, type VaultHost } from './vault-host';

/** Files larger than this are left alone. */
export const LARGEST_NOTE = 5 * 1024 * 1024;

export interface VaultReading {
  readonly notes: readonly Note[];
  /** Every Markdown file. */
  readonly paths: readonly string[];
  /** The text of every page that a rollup may write: entity pages outside excluded folders, and rollup pages. */
  readonly pages: ReadonlyMap<string, string>;
  readonly memory: NamesMemory;
  readonly rules: NoteRules;
  readonly exclude: ExcludeRules;
  readonly newPageForms: NewPageForms;
  readonly problems: readonly Problem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
}

export interface ReadOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export async function readVault(host: VaultHost, settings: Settings, { onProgress }: ReadOptions = {}): Promise<VaultReading> {
  const listing = await host.list();
  const failures: HostError[] = [...listing.failures];
  const problems: Problem[] = [];
  const { rules, exclude } = await readRules(host, settings);
  const files = listing.files.filter(({ path }) => /\.md$/i.test(path));
  const notes: Note[] = [];
  const pages = new Map<string, string>();
  let done = 0;
  const namesPath = `${settings.rollupFolder}/Names.md`;
  let memory = namesMemory([], namesPath);
  for (const { path, size } of files) {
    onProgress?.(++done, files.length);
    if (isConflictedCopy(path)) continue;
    if (size > LARGEST_NOTE) {
      problems.push({ path, line: null, code: 'too-large', message: `${(size / 1024 / 1024).toFixed(1)} MB: files over 5 MB are left alone; split it.` });
      continue;
    }
    let text: string;
    try {
      text = await host.read(path);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code === 'not-utf8') problems.push({ path, line: null, code: 'not-utf8', message: 'Not UTF-8 text: left alone; save it as UTF-8.' });
      else if (error.code !== 'missing') {
        failures.push(error);
        problems.push({ path, line: null, code: 'unreadable', message: error.message });
      }
      continue;
    }
    if (foldFileName(path) === foldFileName(namesPath)) {
      const names = parseNames(text, path);
      memory = namesMemory(names.decisions, path);
      problems.push(...names.problems);
      continue;
    }
    if (isRollupPage(path, settings)) {
      pages.set(path, text);
      continue;
    }
    const note = readNote(path, text, rules);
    if (exclude.isExcluded(path)) {
      // A page in an archive still says who somebody is; a template says nobody is anybody.
      if (note.entity !== null && !exclude.isTemplate(path)) notes.push({ ...note, problems: [] });
      continue;
    }
    if (note.ignored) continue;
    notes.push(note);
    if (note.entity !== null) pages.set(path, text);
  }
  const forms = await readNewPageForms(host, settings);
  problems.push(...forms.problems);
  return { newPageForms: forms.forms, notes: await tellBodiesApart(host, notes), paths: files.map(({ path }) => path), pages, memory, rules, exclude, problems, failures };
}

/** The rules that the settings and the vault's configuration folder (daily notes, excluded files, Tasks) give together. */
export async function readRules(host: VaultHost, settings: Settings): Promise<Pick<VaultReading, 'rules' | 'exclude'>> {
  const app = await configFile(host, 'app.json');
  const dailyNotes = await configFile(host, 'daily-notes.json');
  const tasks = await configFile(host, 'plugins/obsidian-tasks-plugin/data.json');
  return { rules: noteRules(settings, { dailyNotes, tasks }), exclude: excludeRules(settings, host.configDir, app) };
}

/** A JSON file of the configuration folder; null where there is none, or none that can be read. */
async function configFile(host: VaultHost, path: string): Promise<unknown> {
  try {
    const text = await host.readConfig(path);
    return text === null ? null : JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
