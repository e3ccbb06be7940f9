/** Small vaults for tests about names: pages and meetings as records, in a few words. */
import { DEFAULT_KINDS, type KindId } from '../../src/note/kinds';
import { NO_MARKS } from '../../src/note/event-marks';
import type { KindName, Meeting, Note } from '../../src/note/note';
import { buildRegistry, type Registry, type RegistryRules } from '../../src/entity/registry';
import { vaultPaths } from '../../src/entity/vault-paths';

const EMPTY: Note = {
  path: '',
  kind: 'other',
  type: null,
  date: null,
  time: null,
  title: '',
  private: false,
  ignored: false,
  entity: null,
  meetings: [],
  tasks: [],
  questions: [],
  decisions: [],
  facts: [],
  outcomes: [],
  risks: [],
  raises: [],
  event: NO_MARKS,
  bodyHash: '',
  dayOrder: null,
  looksLike: null,
  problems: [],
};

export interface PageWords {
  readonly aliases?: readonly string[];
  readonly emails?: readonly string[];
  readonly status?: 'left' | 'done' | 'archived';
}

/** `People/Ann Lee.md` or `People/Ann Lee/README.md`; the kind from the top-most folder that has one. */
export function page(path: string, { aliases = [], emails = [], status }: PageWords = {}): Note {
  const parts = path.replace(/\.md$/, '').split('/');
  const file = parts.pop() ?? '';
  const inFolder = /^(README|index)$/i.test(file) || file === parts[parts.length - 1];
  const name = inFolder ? (parts[parts.length - 1] ?? '') : file;
  const kind = DEFAULT_KINDS.find(({ folder }) => parts.includes(folder))?.id ?? 'person';
  return {
    ...EMPTY,
    path,
    kind: 'entity',
    title: name,
    entity: { kind, name, aliases, emails, folder: inFolder ? parts.join('/') : null, status: status ?? null },
  };
}

/** Names by kind: `[[…]]` is a link, anything else plain text. */
export function meeting(
  path: string,
  names: Readonly<Partial<Record<'person' | 'project' | 'account' | 'any', readonly string[]>>>,
): Note {
  const date = /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ?? '2025-10-28';
  const given = Object.entries(names).flatMap(([kind, texts]) =>
    texts.map((text) => nameOf(text, kind === 'any' ? null : kind)),
  );
  const one: Meeting = {
    line: 1,
    lastLine: 1,
    title: path,
    heading: null,
    date,
    time: null,
    names: given,
    summary: null,
    nextMeeting: null,
    private: false,
    needs: null,
    because: [],
  };
  return { ...EMPTY, path, kind: 'meeting', date, title: path, meetings: [one] };
}

export function plain(path: string): Note {
  return { ...EMPTY, path };
}

export function nameOf(text: string, kind: KindId | null = null): KindName {
  const link = /^\[\[([^\]|]*)(?:\|([^\]]*))?\]\]$/.exec(text);
  if (link === null) return { text, target: null, line: 1, kind };
  const target = link[1] ?? '';
  return { text: link[2] ?? (target.split('/').pop() ?? '').replace(/\.md$/, ''), target, line: 1, kind };
}

export function registryOf(notes: readonly Note[], rules: Partial<RegistryRules> = {}): Registry {
  return buildRegistry(notes, {
    kinds: DEFAULT_KINDS,
    me: [],
    paths: vaultPaths(notes.map(({ path }) => path)),
    ...rules,
  });
}
