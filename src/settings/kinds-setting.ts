/** The setting `kinds`: changes to rows of the table of kinds, and rows of its own. */
import { DEFAULT_KINDS, type EntityKind, PAGE_SECTIONS, type PageSection } from '../note/kinds';
import {
  bool,
  type Check,
  entriesOf,
  listOf,
  meant,
  oneOf,
  orNull,
  text,
  textThat,
  unknownKeys,
  wrong,
} from './setting-checks';
import type { Allowed, SettingProblem } from './setting-problems';
import { keysOf } from '../text/keys-of';

/** What a kind of the person's own shows unless its row says otherwise: what a project shows. */
const SECTIONS_OF_OTHERS: readonly PageSection[] = DEFAULT_KINDS.find(({ id }) => id === 'project')?.sections ?? [];

const texts = listOf(text(), { code: 'texts' });
export const folderName = textThat({ code: 'folder' }, (value) => {
  const folder = value.trim().replace(/^\/|\/$/g, '');
  const parts = folder.split('/');
  return parts.some((part) => part.trim() === '' || part.startsWith('.') || /[\\:*?"<>|#^[\]]/.test(part))
    ? null
    : folder;
});

const notePath = textThat({ code: 'note' }, (value) => {
  const path = value.trim().replace(/^\//, '');
  return path === '' || path.split('/').includes('..') ? null : /\.md$/i.test(path) ? path : `${path}.md`;
});

const ROW: { readonly [K in keyof Required<Omit<EntityKind, 'id'>>]: Check<Required<EntityKind>[K]> } = {
  keys: texts,
  types: listOf(text(), { code: 'texts' }),
  folder: folderName,
  otherFolders: listOf(folderName, { code: 'folders' }),
  sections: listOf(oneOf(PAGE_SECTIONS), { code: 'sections' }),
  template: orNull(notePath, 'none'),
  enabled: bool(),
};
const ROW_KEYS = keysOf(ROW);
const ALLOWED: Allowed = { code: 'kinds' };

/**
 * `{"person": {"folder": "Contacts"}, "topic": true}` or `[{"id": "vendor", "keys": ["vendor"], "folder": "Vendors"}]`:
 * what a row leaves out stays as in the table of kinds. `true` and `false` stand for `{"enabled": …}`. Gives the whole
 * table back.
 */
export const kindsSetting: Check<readonly EntityKind[]> = {
  allowed: ALLOWED,
  read(value, at, problems) {
    const rows = rowsOf(value, at, problems);
    if (rows === null) {
      problems.push(wrong(at, value, ALLOWED));
      return undefined;
    }
    const table = new Map(DEFAULT_KINDS.map((kind) => [kind.id, kind]));
    for (const { id, row, place } of rows) {
      const kind = readRow(id, row, { place, base: table.get(id), problems });
      if (kind !== undefined) table.set(id, kind);
    }
    return [...table.values()];
  },
};

interface GivenRow {
  readonly id: string;
  readonly row: unknown;
  readonly place: string;
}

function rowsOf(value: unknown, at: string, problems: SettingProblem[]): GivenRow[] | null {
  if (!Array.isArray(value)) return entriesOf(value)?.map(([id, row]) => ({ id, row, place: `${at}.${id}` })) ?? null;
  return value.flatMap((each: unknown, index): GivenRow[] => {
    const place = `${at}[${index}]`;
    const id = new Map(entriesOf(each)).get('id');
    if (typeof id === 'string' && id !== '')
      return [{ id, row: Object.fromEntries((entriesOf(each) ?? []).filter(([key]) => key !== 'id')), place }];
    problems.push(wrong(place, each, { code: 'kind-row' }));
    return [];
  });
}

interface RowPlace {
  readonly place: string;
  readonly base: EntityKind | undefined;
  readonly problems: SettingProblem[];
}

function readRow(id: string, given: unknown, { place, base, problems }: RowPlace): EntityKind | undefined {
  const row: unknown = typeof given === 'boolean' ? { enabled: given } : given;
  const entries = entriesOf(row);
  if (entries === null) {
    problems.push(wrong(place, given, { code: 'switch-or-object' }));
    return undefined;
  }
  // Ids are in markers, file names and scripts.
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(id)) {
    problems.push({ code: 'bad-kind-id', at: place });
    return undefined;
  }
  problems.push(...unknownKeys(row, ROW_KEYS, { at: `${place}.`, of: 'kind-part' }));
  const values = new Map(entries);
  if (base === undefined && !values.has('folder')) {
    const ids = DEFAULT_KINDS.map((kind) => kind.id);
    problems.push({ code: 'kind-without-folder', at: place, guess: meant(id, ids) });
    return undefined;
  }
  const start: EntityKind = base ?? {
    id,
    keys: [id],
    types: [id],
    folder: id,
    otherFolders: [],
    sections: SECTIONS_OF_OTHERS,
    enabled: true,
  };
  return {
    id,
    keys: part('keys'),
    types: part('types').map((type) => type.toLowerCase()),
    folder: part('folder'),
    otherFolders: part('otherFolders'),
    sections: part('sections'),
    ...(values.has('template') ? { template: part('template') } : {}),
    enabled: part('enabled'),
  };

  function part<K extends keyof typeof ROW>(key: K): EntityKind[K] {
    if (!values.has(key)) return start[key];
    const check: Check<EntityKind[K]> = ROW[key];
    const read = check.read(values.get(key), `${place}.${key}`, problems);
    return read === undefined ? start[key] : read;
  }
}
