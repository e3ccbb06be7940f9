/** What one Markdown file of a vault gives: a note, a page that may be written, answers about names, or nothing. */
import { type NameAnswer, parseNames, printNameAnswer } from '../entity/names-lines';
import type { NamesMemory } from '../entity/names-memory';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { readNote } from '../note/read-note';
import { type ExcludeRules, isConflictedCopy, isRollupPage } from '../settings/exclude';
import type { Settings } from '../settings/settings';
import { foldFileName } from '../text/file-name';
import { HostError, type VaultFile, type VaultHost } from './vault-host';

/** Files larger than this are left alone. */
export const LARGEST_NOTE = 5 * 1024 * 1024;

export interface FileRules {
  readonly settings: Settings;
  readonly rules: NoteRules;
  readonly exclude: ExcludeRules;
}

export interface FileReading {
  readonly note: Note | null;
  /** The text of a page that a rollup may write: an entity page outside excluded folders, or a rollup page. */
  readonly page: string | null;
  /** Of the names memory's note. */
  readonly decisions: readonly NameAnswer[] | null;
  /** Where each of them is, 1-based. */
  readonly lines: readonly number[];
  /** Of a second version of that note, which is no source. */
  readonly copied: readonly CopiedAnswer[];
  readonly problems: readonly Problem[];
  /** It could not be read for an I/O reason. */
  readonly failure: HostError | null;
  /**
   * It is a note, or would be if it were not left out, and `note` and `page` follow from its path, its text and the
   * rules alone.
   */
  readonly ofText: boolean;
}

export interface CopiedAnswer {
  readonly decision: NameAnswer;
  readonly path: string;
  readonly line: number | null;
}

const NOTHING: FileReading = {
  note: null,
  page: null,
  decisions: null,
  lines: [],
  copied: [],
  problems: [],
  failure: null,
  ofText: false,
};

/** What a note's text came to. */
export function fromText(note: Note | null, page: string | null): FileReading {
  return { ...NOTHING, note, page, ofText: true };
}

/** `recall`: what a note's text came to before, or null where that is not known. */
export async function readFile(
  host: Pick<VaultHost, 'read'>,
  { path, size }: Pick<VaultFile, 'path' | 'size'>,
  { settings, rules, exclude }: FileRules,
  recall: (text: string) => FileReading | null = () => null,
): Promise<FileReading> {
  if (isConflictedCopy(path))
    return isCopyOf(path, namesPath(settings)) ? { ...NOTHING, copied: await readCopy(host, path) } : NOTHING;
  const isNames = isNamesNote(path, settings);
  if (size > LARGEST_NOTE && !isNames) {
    return { ...NOTHING, problems: [{ path, line: null, code: 'too-large', megabytes: size / 1024 / 1024 }] };
  }
  let text: string;
  try {
    text = await host.read(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.code === 'missing') return NOTHING;
    if (error.code === 'not-utf8')
      return {
        ...NOTHING,
        failure: isNames ? error : null,
        problems: [{ path, line: null, code: 'not-utf8' }],
      };
    return { ...NOTHING, failure: error, problems: [{ path, line: null, code: 'unreadable', detail: error.message }] };
  }
  if (isNames) {
    const { decisions, lines, problems } = parseNames(text, path);
    return { ...NOTHING, decisions, lines, problems };
  }
  if (isRollupPage(path, settings)) return { ...NOTHING, page: text };
  const recalled = recall(text);
  if (recalled !== null) return recalled;
  const note = readNote(path, text, rules);
  if (exclude.isExcluded(path)) {
    // A page in an archive still says who somebody is; a template says nobody is anybody.
    return fromText(note.entity !== null && !exclude.isTemplate(path) ? { ...note, problems: [] } : null, null);
  }
  return note.ignored ? fromText(null, null) : fromText(note, note.entity === null ? null : text);
}

export function namesPath({ rollupFolder }: Pick<Settings, 'rollupFolder'>): string {
  return `${rollupFolder}/Names.md`;
}

export function isNamesNote(path: string, settings: Settings): boolean {
  return foldFileName(path) === foldFileName(namesPath(settings));
}

/** The names memory where it is a link or a pipe: it is read all the same, or told to be unreadable. */
export function oddNames(others: readonly string[], settings: Settings): VaultFile[] {
  return others.flatMap((path) => (isNamesNote(path, settings) ? [{ path, size: 0, mtime: 0 }] : []));
}

/** Whether a conflicted copy is a second version of a note. */
function isCopyOf(path: string, original: string): boolean {
  const stem = foldFileName(original).replace(/\.md$/, '');
  const copy = foldFileName(path);
  return copy.startsWith(`${stem}.sync-conflict-`) || copy.startsWith(`${stem} (`);
}

async function readCopy(host: Pick<VaultHost, 'read'>, path: string): Promise<readonly CopiedAnswer[]> {
  let text: string;
  try {
    text = await host.read(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return [];
  }
  const { decisions, lines } = parseNames(text, path);
  return decisions.map((decision, at) => ({ decision, path, line: lines[at] ?? null }));
}

/**
 * Answers that are in a second version of the names memory alone: it is never a source, but no answer may go without
 * a word.
 */
export function onlyInCopies(copied: readonly CopiedAnswer[], memory: NamesMemory): Problem[] {
  if (copied.length === 0) return [];
  const known = new Set(memory.decisions.map(printNameAnswer));
  return copied.flatMap(({ decision, path, line }): Problem[] => {
    const answer = printNameAnswer(decision);
    return known.has(answer) ? [] : [{ path, line, code: 'names-conflict', memory: memory.path, answer }];
  });
}
