/** A vault from texts, for tests that read like notes. */
import { parseNames } from '../src/entity/names-lines';
import { namesMemory } from '../src/entity/names-memory';
import { DEFAULT_NOTE_RULES, type NoteRules } from '../src/note/note-rules';
import { readNote } from '../src/note/read-note';
import { buildIndex, type VaultIndex } from '../src/vault-index/build-index';
import type { FileEdit } from '../src/edit/plan';
import { planRollup, type RollupPlan } from '../src/edit/plan-rollup';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../src/settings/settings';
import { excludeRules } from '../src/settings/exclude';
import { noteRules } from '../src/settings/note-rules';

export type Texts = Readonly<Record<string, string>>;

export const NAMES = 'Throughline/Names.md';

/** Without the indentation that a template literal has in a test. */
export function note(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .replace(/\n[ ]*$/, '\n');
}

export function indexOf(
  texts: Texts,
  { me = ['Mara Voss'], rules = DEFAULT_NOTE_RULES }: { me?: readonly string[]; rules?: NoteRules } = {},
): VaultIndex {
  const paths = Object.keys(texts);
  const notes = paths.filter((path) => path !== NAMES).map((path) => readNote(path, texts[path] ?? '', rules));
  const memory = namesMemory(parseNames(texts[NAMES] ?? '', NAMES).decisions, NAMES);
  return buildIndex({
    notes,
    paths,
    memory,
    noteRules: rules,
    isExcluded: () => false,
    settings: { me },
  });
}

export interface RolledUpTexts {
  readonly plan: RollupPlan;
  /** The vault as the plan leaves it. */
  readonly texts: Texts;
}

/** A rollup over texts alone: what a host would do, without one. */
export function rollUpTexts(
  texts: Texts,
  { today = '2025-11-03', settings: given = {} }: { today?: string; settings?: object } = {},
): RolledUpTexts {
  const { settings, problems } = readSettings({ me: ['Mara Voss'], ...given });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return rollUpWith(texts, settings, today);
}

export function rollUpWith(texts: Texts, settings: Settings = DEFAULT_SETTINGS, today = '2025-11-03'): RolledUpTexts {
  const rules = noteRules(settings, { dailyNotes: null, tasks: null });
  const exclude = excludeRules(settings, { configDir: '.obsidian', app: null });
  const paths = Object.keys(texts);
  const ours = (path: string): boolean => path.startsWith(`${settings.rollupFolder}/`);
  const notes = paths
    .filter((path) => !ours(path))
    .map((path) => readNote(path, texts[path] ?? '', rules))
    .filter(({ ignored }) => !ignored);
  const pages = new Map([
    ...notes.filter(({ entity }) => entity !== null).map(({ path }) => [path, texts[path] ?? ''] as const),
    ...paths.filter((path) => ours(path) && path !== NAMES).map((path) => [path, texts[path] ?? ''] as const),
  ]);
  const memory = namesMemory(parseNames(texts[NAMES] ?? '', NAMES).decisions, NAMES);
  const plan = planRollup({
    notes,
    paths,
    pages,
    memory,
    noteRules: rules,
    isExcluded: (path) => exclude.isExcluded(path),
    settings,
    today,
  });
  return { plan, texts: withEdits(texts, plan.edits) };
}

/** A vault's texts once the edits are made; without what they delete. */
export function withEdits(texts: Readonly<Record<string, string>>, edits: readonly FileEdit[]): Record<string, string> {
  const after = new Map(Object.entries(texts));
  for (const { path, after: text } of edits) {
    if (text === null) after.delete(path);
    else after.set(path, text);
  }
  return Object.fromEntries(after);
}
