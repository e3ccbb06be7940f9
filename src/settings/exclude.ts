/** Which files of the vault are no sources: by the person's globs, by Obsidian's excluded files, by their names. */
import picomatch from 'picomatch/posix';
import { decisionsFolder, isQuarterName, isWeekName, ROLLUP_PAGE_NAMES, weeksFolder } from '../page/rollup-page-names';
import { baseName, foldFileName, folderOf } from '../text/file-name';
import { boundedExpression } from './bounded-expression';
import { entriesOf } from './setting-checks';
import type { Settings } from './settings';

export interface ExcludeRules {
  /** Whether a note at this vault path is left out: hidden, excluded in the settings or in Obsidian. */
  isExcluded(path: string): boolean;
  /** Whether it is in a folder of templates: its names are nobody's. */
  isTemplate(path: string): boolean;
  /** Obsidian's filters that are not applied: regular expressions that are not valid, or could take for ever. */
  readonly unusable: readonly string[];
}

/** `folded`: the path as `foldFileName` has it. */
type Matcher = (path: string, folded: string) => boolean;

/** Parsed files of the configuration folder, null where there is none. */
interface ExcludeConfig {
  /** The configuration folder's name. */
  readonly configDir: string;
  /** `app.json`: its `userIgnoreFilters` are beginnings of paths, or `/regular expressions/`. */
  readonly app: unknown;
  /** `templates.json` of Obsidian's own Templates: its `folder` holds no notes but templates, whatever it is called. */
  readonly templates?: unknown;
  /** The Templater plugin's `data.json`: `templates_folder` likewise. */
  readonly templater?: unknown;
}

export function excludeRules(
  settings: Pick<Settings, 'exclude'>,
  { configDir, app, templates, templater }: ExcludeConfig,
): ExcludeRules {
  const unusable: string[] = [];
  const filters = new Map(entriesOf(app)).get('userIgnoreFilters');
  const templateFolders = [
    new Map(entriesOf(templates)).get('folder'),
    new Map(entriesOf(templater)).get('templates_folder'),
  ].flatMap(folderMatcher);
  const matchers = [
    ...settings.exclude.map(globMatcher),
    ...templateFolders,
    ...(Array.isArray(filters) ? filters : []).flatMap((filter: unknown) => filterMatcher(filter, unusable) ?? []),
  ];
  // Reading, indexing and planning each ask about every path.
  const known = new Map<string, boolean>();
  const isExcluded = (path: string): boolean => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const folded = foldFileName(path);
    const answer = isHidden(path, configDir) || matchers.some((matches) => matches(path, folded));
    known.set(path, answer);
    return answer;
  };
  return {
    isExcluded,
    isTemplate: (path) => isTemplate(path) || templateFolders.some((holds) => holds(path, foldFileName(path))),
    unusable,
  };
}

function isHidden(path: string, configDir: string): boolean {
  return path.startsWith('.') || path.includes('/.') || path.startsWith(`${configDir}/`);
}

function isTemplate(path: string): boolean {
  return folderOf(path)
    .split('/')
    .some((folder) => /^_?templates$/i.test(folder));
}

/**
 * A glob, or a folder's glob with all the folder holds. Letter case and Unicode form do not count; `(` and `+` are just
 * characters.
 */
function globMatcher(glob: string): Matcher {
  const plain = foldFileName(glob).replace(/[()+|]/g, '\\$&');
  const matches = picomatch([plain, `${plain}/**`], { nocase: true, dot: true, nonegate: true, noextglob: true });
  return (_, folded) => matches(folded);
}

/** A folder that another plugin is set to; none where it is the whole vault. */
function folderMatcher(folder: unknown): Matcher[] {
  const start = typeof folder === 'string' ? foldFileName(folder.trim().replace(/^\/+|\/+$/g, '')) : '';
  return start === '' || start === '.' ? [] : [(_, folded) => folded.startsWith(`${start}/`)];
}

function filterMatcher(filter: unknown, unusable: string[]): Matcher | null {
  if (typeof filter !== 'string' || filter === '') return null;
  if (filter.length < 3 || !filter.startsWith('/') || !filter.endsWith('/')) {
    const start = foldFileName(filter);
    return (_, folded) => folded.startsWith(start);
  }
  const expression = boundedExpression(filter.slice(1, -1));
  if (expression === null) {
    unusable.push(filter.slice(0, 80));
    return null;
  }
  return (path) => expression.test(path);
}

/**
 * What sync tools make of two versions of a note: `Note (Conflicted copy Ann's phone 202510281030).md`,
 * `Note.sync-conflict-20251028-103000-ABCDEFG.md`.
 */
export function isConflictedCopy(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.sync-conflict-\d/.test(name)) return true;
  const open = name.lastIndexOf('(');
  return open !== -1 && /^\((?:[^()]* )?conflicted copy\b[^()]*\)\.md$/.test(name.slice(open));
}

/**
 * Whether a path is one of Throughline's own pages in the rollup folder, by its whole name. What else is in that folder
 * is as anywhere: the folder may be that of the notes, or of the people.
 */
export function isRollupPage(path: string, { rollupFolder }: Pick<Settings, 'rollupFolder'>): boolean {
  if (!/\.md$/i.test(path)) return false;
  const folder = foldFileName(folderOf(path));
  const name = foldFileName(baseName(path));
  return (
    (folder === foldFileName(rollupFolder) && OWN_NAMES.has(name)) ||
    (folder === foldFileName(decisionsFolder({ rollupFolder })) && isQuarterName(name)) ||
    (folder === foldFileName(weeksFolder({ rollupFolder })) && isWeekName(name))
  );
}

const OWN_NAMES = new Set(['Names', ...ROLLUP_PAGE_NAMES].map(foldFileName));
