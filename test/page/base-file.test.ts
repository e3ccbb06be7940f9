/**
 * The bases as text, and their filters, evaluated as Bases' documentation describes them, against the pages that
 * Throughline knows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { DEFAULT_KINDS, type EntityKind } from '../../src/note/kinds';
import { baseName, folderOf } from '../../src/text/file-name';
import { readFrontmatter } from '../../src/text/frontmatter';
import { type BaseOptions, baseFile, isUntouchedBase } from '../../src/page/base-file';
import { DEFAULT_SETTINGS, PROPERTY_KEYS, readSettings } from '../../src/settings/settings';
import { excludeRules } from '../../src/settings/exclude';
import { noteRules } from '../../src/settings/note-rules';
import { readNote } from '../../src/note/read-note';
import { sampleFiles } from '../sample-vault';

const ENABLED = DEFAULT_KINDS.filter(({ enabled }) => enabled);
const OPTIONS: BaseOptions = {
  kinds: ENABLED,
  typeKeys: ['type'],
  dateKeys: ['date'],
  exclude: DEFAULT_SETTINGS.exclude,
  properties: PROPERTY_KEYS,
};

function kind(id: string): EntityKind {
  const found = DEFAULT_KINDS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

interface Base {
  readonly filters: unknown;
  readonly formulas: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, { readonly displayName: string }>>;
  readonly views: readonly {
    readonly type: string;
    readonly name: string;
    readonly filters?: unknown;
    readonly order: readonly string[];
    readonly sort?: readonly { readonly property: string; readonly direction: string }[];
  }[];
}

interface BasesFile {
  readonly path: string;
  readonly text: string;
}

/** One expression for one file: JavaScript but for `if` and `matches`. */
function evaluate(expression: string, { path: at, text }: BasesFile): unknown {
  // What is not there is empty and takes functions all the same.
  const note = new Proxy(readFrontmatter(text).data, { get: (data, key): unknown => Reflect.get(data, key) ?? '' });
  const file = {
    path: at,
    name: at.slice(at.lastIndexOf('/') + 1),
    folder: folderOf(at),
    ext: 'md',
    hasProperty: (name: string) => name in note,
    asLink: (shown: string) => ({ to: at, shown }),
  };
  return runInNewContext(
    `RegExp.prototype.matches = function (text) { return this.test(text); }; ${expression.replace(/\bif\(/g, 'either(')}`,
    {
      file,
      note,
      either: (condition: unknown, yes: unknown, no: unknown) => (condition ? yes : no),
    },
  ) as unknown;
}

function passes(filter: unknown, file: BasesFile): boolean {
  if (typeof filter === 'string') return Boolean(evaluate(filter, file));
  const [[how, parts]] = Object.entries(filter as Record<string, unknown[]>) as [[string, unknown[]]];
  if (how === 'and') return parts.every((part) => passes(part, file));
  if (how === 'or') return parts.some((part) => passes(part, file));
  return how === 'not' && !parts.some((part) => passes(part, file));
}

const parsed = (text: string): Base => parse(text) as Base;

const NOTES = Object.entries(sampleFiles()).flatMap(([at, text]) =>
  at.endsWith('.md') && typeof text === 'string' ? [{ path: at, text }] : [],
);

/** Which of these notes Throughline itself takes for pages of a kind. */
function pagesOf(id: string, notes: readonly BasesFile[], json: object = {}): string[] {
  const { settings } = readSettings(json);
  const exclude = excludeRules(settings, { configDir: '.obsidian', app: null });
  const rules = noteRules(settings, { dailyNotes: null, tasks: null });
  return notes
    .filter(({ path: at, text }) => !exclude.isExcluded(at) && readNote(at, text, rules).entity?.kind === id)
    .map(({ path: at }) => at);
}

test.each(['person', 'project', 'account'])(
  'the base of the kind %s lists the pages that Throughline knows, in the sample vault',
  (id) => {
    const { filters } = parsed(baseFile(kind(id), OPTIONS));
    const listed = NOTES.filter((note) => passes(filters, note)).map(({ path: at }) => at);
    expect(listed).toEqual(pagesOf(id, NOTES));
    expect(listed.length).toBeGreaterThan(3);
  },
);

test("folders of one's own, folder notes, types, dates and what is none", () => {
  const page = (at: string, frontmatter = '') => ({
    path: at,
    text: frontmatter === '' ? '# A page\n' : `---\n${frontmatter}\n---\n`,
  });
  const notes = [
    page('CRM/Contacts (all)/Ann Lee.md'),
    page('CRM/Contacts (all)/Bo/README.md'),
    page('CRM/Contacts (all)/Bo/Bo.md'),
    page('CRM/Contacts (all)/Bo/notes.md'),
    page('CRM/Contacts (all)/README.md'),
    page('CRM/Contacts (all)/2025-10-28 Sync.md'),
    page('CRM/Contacts (all)/Cy.md', 'date: 2025-10-28'),
    page('Cy.md', 'type: Person'),
    page('Dee.md', 'type: [person]'),
    page('Fay.md', 'type: person\ndate: 2025-10-28'),
    page('Gus.md', 'type: personal'),
    page('Projects/Hal.md', 'type: person'),
    page('Contacts all/Ida.md'),
    page('CRM/Contacts (all)/Archive/Jo/README.md'),
    page('Archive/CRM/Contacts (all)/Kim.md'),
    page('CRM/contacts (ALL)/Lea.md'),
    page('CRM/Contacts (all)/Max.md', 'throughline: false'),
    page('CRM/Contacts (all)/Ned.md', 'throughline: meeting\ndate: 2025-10-28'),
  ];
  const json = { kinds: { person: { folder: 'CRM/Contacts (all)' } } };
  const { settings } = readSettings(json);
  const kinds = settings.kinds.filter(({ enabled }) => enabled);
  const { filters } = parsed(baseFile(kinds[0] ?? kind('person'), { ...OPTIONS, kinds }));
  const listed = notes.filter((note) => passes(filters, note)).map(({ path: at }) => at);
  expect(listed).toEqual(pagesOf('person', notes, json));
  expect(listed).toEqual([
    'CRM/Contacts (all)/Ann Lee.md',
    'CRM/Contacts (all)/Bo/README.md',
    'CRM/Contacts (all)/Bo/Bo.md',
    'Cy.md',
    'Dee.md',
    'CRM/contacts (ALL)/Lea.md',
  ]);
});

test('its views go by the properties that are kept', () => {
  const views = (properties: readonly string[]) =>
    parsed(baseFile(kind('person'), { ...OPTIONS, properties })).views.map(({ name, order, sort }) => [
      name,
      order.length,
      sort?.[0],
    ]);
  expect(views(PROPERTY_KEYS)).toEqual([
    ['Last contact', 6, { property: 'note.last_contact', direction: 'ASC' }],
    ['Open follow-ups', 6, { property: 'note.open_follow_ups', direction: 'DESC' }],
    ['Open questions', 6, { property: 'note.open_questions', direction: 'DESC' }],
    ['All pages', 6, undefined],
  ]);
  expect(views(['meeting_count'])).toEqual([['All pages', 2, undefined]]);
});

test('a page is called by its folder, or by its file', () => {
  const { formulas } = parsed(baseFile(kind('person'), OPTIONS));
  const shown = (at: string) => (evaluate(formulas['page'] ?? '', { path: at, text: '' }) as { shown: string }).shown;
  expect(
    ['People/Ann Lee/README.md', 'People/Ann Lee/index.md', 'People/Ann Lee/Ann Lee.md', 'Bo Kim.md'].map(shown),
  ).toEqual(['Ann Lee', 'Ann Lee', 'Ann Lee', 'Bo Kim']);
});

test('ours as long as nobody changed it', () => {
  const text = baseFile(kind('project'), OPTIONS);
  expect(isUntouchedBase(text)).toBe(true);
  expect(isUntouchedBase(text.replace('All pages', 'All'))).toBe(false);
  expect(isUntouchedBase(text.slice(text.indexOf('\n') + 1))).toBe(false);
  expect(isUntouchedBase('')).toBe(false);
});

test.each(['person', 'project', 'account'])('the approved base of the kind %s (WRITE_APPROVED=1 writes it)', (id) => {
  const file = path.join(__dirname, `approved/${baseName(`${kind(id).folder}.md`)}.base`);
  const text = baseFile(kind(id), OPTIONS);
  if (process.env['WRITE_APPROVED'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});
