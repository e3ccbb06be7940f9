/** Reads a vault through its host: which files are notes, what each says, and what could not be read. */
import { namesMemory } from '../entity/names-memory';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import type { RollupInput } from '../edit/plan-rollup';
import { type Settings, settingsText } from '../settings/settings';
import { type ExcludeRules, excludeRules } from '../settings/exclude';
import { noteRules } from '../settings/note-rules';
import { configFile } from './config-file';
import { readNewPageForms } from './new-page-forms';
import { type CopiedAnswer, isNamesNote, namesPath, oddNames, onlyInCopies, readFile } from './read-file';
import { type NoteCache, storedReadings } from './note-cache';
import { compareText } from '../text/order';
import { RULE_FILES } from './rule-files';
import { recentSince } from './file-identity';
import { distinguishCopies } from './distinguish-copies';
import type { HostError, Listing, VaultFile, VaultHost } from './vault-host';

/** All that a rollup needs but settings and a day, and how reading went. */
export interface VaultReading extends Omit<RollupInput, 'settings' | 'today'> {
  /** What was listed before anything was read. */
  readonly listed: Listing;
  readonly problems: readonly Problem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
  /**
   * False where settings that the notes are read by, or answers about names, are among them: what is excluded or was
   * answered, then, nobody knows. Also where a folder is whose notes were read before: their rows would go from every
   * page.
   */
  readonly mayWrite: boolean;
  /** Null where the host keeps none. */
  readonly stored: NoteCache | null;
}

export interface ReadOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Awaited between pieces of the work: lets an interface live, and cancels by throwing. */
  readonly rest?: (() => Promise<void>) | undefined;
  /** Whether `pages` is needed; true by default. Without it those are missing that are known by their files' times. */
  readonly readsPages?: boolean | undefined;
}

export async function readVault(
  host: VaultHost,
  settings: Settings,
  { onProgress, rest, readsPages }: ReadOptions = {},
): Promise<VaultReading> {
  const listing = await host.list();
  const failures: HostError[] = [...listing.failures];
  const problems: Problem[] = [];
  const { rules, exclude, ground, ...read } = await readRules(host, settings);
  const fileRules = { settings, rules, exclude };
  const stored =
    read.failures.length > 0
      ? null
      : await storedReadings(host, {
          ground,
          rules: fileRules,
          rest,
          readsPages,
          recent: recentSince(listing.files),
        });
  problems.push(...read.problems);
  failures.push(...read.failures);
  const isFolderLost = listing.failures.some(({ path }) => stored?.knowsBelow(path));
  const files = listing.files.filter(isMarkdown);
  const notes: Note[] = [];
  const pages = new Map<string, string>();
  const copied: CopiedAnswer[] = [];
  let done = 0;
  let memory = namesMemory([], namesPath(settings));
  for (const file of [...files, ...oddNames(listing.others, settings)]) {
    onProgress?.(++done, files.length);
    await rest?.();
    const reading = await (stored === null ? readFile(host, file, fileRules) : stored.read(file));
    if (reading.note !== null) notes.push(reading.note);
    if (reading.page !== null) pages.set(file.path, reading.page);
    if (reading.decisions !== null) memory = namesMemory(reading.decisions, file.path, reading.lines);
    if (reading.failure !== null) failures.push(reading.failure);
    copied.push(...reading.copied);
    problems.push(...reading.problems);
  }
  problems.push(...onlyInCopies(copied, memory));
  const forms = await readNewPageForms(host, settings);
  problems.push(...forms.problems);
  failures.push(...forms.failures);
  return {
    listed: listing,
    newPageForms: forms.forms,
    notes: await distinguishCopies(host, notes, (failure) => failures.push(failure)),
    paths: [...files, ...listing.others.map((path) => ({ path })).filter(isMarkdown)]
      .map(({ path }) => path)
      .sort(compareText),
    pages,
    memory,
    noteRules: rules,
    isExcluded: (path) => exclude.isExcluded(path),
    problems,
    failures,
    mayWrite: read.failures.length === 0 && !isFolderLost && !failures.some(({ path }) => isNamesNote(path, settings)),
    // Saved again it would know nothing of that folder's notes.
    stored: isFolderLost ? null : stored,
  };
}

export function isMarkdown({ path }: Pick<VaultFile, 'path'>): boolean {
  return /\.md$/i.test(path);
}

/**
 * The rules that the settings and the vault's configuration folder (daily notes, templates, excluded files, Tasks) give
 * together.
 */
export async function readRules(
  host: VaultHost,
  settings: Settings,
): Promise<
  Pick<VaultReading, 'problems' | 'failures'> & {
    readonly rules: NoteRules;
    readonly exclude: ExcludeRules;
    /** All that the rules follow from, as one text. */
    readonly ground: string;
  }
> {
  const problems: Problem[] = [];
  const failures: HostError[] = [];
  const [app, dailyNotes, tasks, templates, templater] = [
    await configFile(host, RULE_FILES.app, { problems, failures }),
    await configFile(host, RULE_FILES.dailyNotes, { problems, failures }),
    await configFile(host, RULE_FILES.tasks, { problems, failures }),
    await configFile(host, RULE_FILES.templates, { problems, failures }),
    await configFile(host, RULE_FILES.templater, { problems, failures }),
  ];
  const exclude = excludeRules(settings, { configDir: host.configDir, app, templates, templater });
  problems.push(
    ...exclude.unusable.map((filter): Problem => ({
      path: `${host.configDir}/app.json`,
      line: null,
      code: 'exclude-filter-unusable',
      filter,
    })),
  );
  return {
    rules: noteRules(settings, { dailyNotes, tasks }),
    exclude,
    problems,
    failures,
    ground: `${settingsText(settings)}\n${JSON.stringify([host.configDir, app, dailyNotes, tasks, templates, templater])}`,
  };
}
