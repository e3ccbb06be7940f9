/**
 * Tables of a kind's pages for Obsidian's core plugin Bases, as a `.base` file: by when one last met and by what is
 * open, from the properties that we keep. Its filters know a page as `note/entity-page.ts` does, as far as Bases'
 * expressions reach: a daily-note format of one's own and excluded files of Obsidian are not among them.
 *
 *     # Made by Throughline · 1f0c9a2b              the hash of all that is below: who changes it makes it their own
 *     filters:
 *       and:
 *         - or: …
 */
import { textHash } from '../text/text-hash';
import type { EntityKind } from '../note/kinds';

export interface BaseOptions {
  /** Those enabled, the one that the base is of among them. */
  readonly kinds: readonly EntityKind[];
  readonly typeKeys: readonly string[];
  readonly dateKeys: readonly string[];
  /** Globs of folders that are not read. Those of the form `**\/name/**` and `Folder/**` go into the filter. */
  readonly exclude: readonly string[];
  /** Those that are kept, in the order of the columns. */
  readonly properties: readonly string[];
}

type Filter = string | { readonly [how: string]: readonly Filter[] };

export function baseFile(kind: EntityKind, options: BaseOptions): string {
  const body = yaml({
    filters: pagesOf(kind, options),
    formulas: { page: PAGE },
    properties: {
      'formula.page': { displayName: 'Page' },
      ...Object.fromEntries(options.properties.map((key) => [`note.${key}`, { displayName: inWords(key) }])),
    },
    views: viewsOf(options.properties),
  });
  return `${HEAD}${textHash(body)}\n${body}`;
}

const HEAD = '# Made by Throughline · ';

/** Whether a file's text is a base of ours as we wrote it, of these or other settings. */
export function isUntouchedBase(text: string): boolean {
  const match = /^# Made by Throughline · (\S+)\n/.exec(text);
  return match !== null && textHash(text.slice(match[0].length)) === match[1];
}

/** A folder note is named by its folder, and each leads to its page. */
const PAGE =
  'file.asLink(if(/^(readme|index)(\\.md)?$/i.matches(file.name), file.folder.replace(/^.*\\//, ""), file.name.replace(/\\.md$/i, "")))';

function pagesOf(kind: EntityKind, { kinds, typeKeys, dateKeys, exclude }: BaseOptions): Filter {
  const others = kinds.filter(({ id }) => id !== kind.id);
  const dated: Filter[] = ['/\\d{4}-\\d{2}-\\d{2}/.matches(file.name)', ...dateKeys.map(property)];
  const lyingIn = (of: readonly EntityKind[]): string => `/(^|\\/)(${homes(of)})\\/[^\\/]+\\.md$/i.matches(file.path)`;
  const excluded = exclude.flatMap(excludedFolder);
  return {
    and: [
      'file.ext == "md"',
      {
        or: [
          `/(^|\\/)(${homes([kind])})\\/([^\\/]+)\\/(readme|index|\\3)\\.md$/i.matches(file.path)`,
          { and: [lyingIn([kind]), { not: dated }] },
          ...(kind.types.length === 0
            ? []
            : [
                {
                  and: [
                    `/^(${kind.types.map(escaped).join('|')})$/i.matches(${typeOf(typeKeys)})`,
                    { not: [...dated, ...(others.length === 0 ? [] : [lyingIn(others)])] },
                  ],
                },
              ]),
        ],
      },
      {
        not: [
          // The folder's own note is about the folder.
          `/(^|\\/)(${homes([kind])})\\/(readme|index|${homeNames(kind)})\\.md$/i.matches(file.path)`,
          // Whoever gives no such property says nothing; of `false` alone one cannot ask, for that is nothing too.
          `file.hasProperty("throughline") && ${property('throughline')} != "entity"`,
          ...excluded,
        ],
      },
    ],
  };
}

function homes(kinds: readonly EntityKind[]): string {
  return kinds
    .flatMap(({ folder, otherFolders }) => [folder, ...otherFolders])
    .map(escaped)
    .join('|');
}

function homeNames({ folder, otherFolders }: EntityKind): string {
  return [folder, ...otherFolders].map((home) => escaped(home.slice(home.lastIndexOf('/') + 1))).join('|');
}

/** The type as text, empty without one; the first key that is there counts. */
function typeOf(keys: readonly string[]): string {
  return keys.reduceRight((otherwise, key) => `if(${property(key)}, ${property(key)}.toString(), ${otherwise})`, '""');
}

function property(key: string): string {
  return `note[${JSON.stringify(key)}]`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function excludedFolder(glob: string): string[] {
  const [, anywhere, folder] = /^(\*\*\/)?([^*?[\]{}!]+?)\/?(?:\*\*)?$/.exec(glob) ?? [];
  return folder === undefined
    ? []
    : [`/${anywhere === undefined ? '^' : '(^|\\/)'}${escaped(folder.replace(/\/$/, ''))}\\//i.matches(file.path)`];
}

function viewsOf(properties: readonly string[]) {
  const order = ['formula.page', ...properties.map((key) => `note.${key}`)];
  const views = VIEWS.filter(({ by }) => properties.includes(by)).map(({ name, by, direction, filter }) => ({
    type: 'table',
    name,
    filters: { and: [filter] },
    order,
    sort: [{ property: `note.${by}`, direction }],
  }));
  return [...views, { type: 'table', name: 'All pages', order }];
}

/** The person not met for longest comes first; then the one most is open with. */
const VIEWS = [
  { name: 'Last contact', by: 'last_contact', direction: 'ASC', filter: 'note["last_contact"]' },
  { name: 'Open follow-ups', by: 'open_follow_ups', direction: 'DESC', filter: 'note["open_follow_ups"] > 0' },
  { name: 'Open questions', by: 'open_questions', direction: 'DESC', filter: 'note["open_questions"] > 0' },
] as const;

/** `open_follow_ups`: Open follow-ups. */
function inWords(key: string): string {
  const words = key.replace('follow_ups', 'follow-ups').replace(/_/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };

/** Maps, lists and texts in block style. */
function yaml(value: Yaml, indent = ''): string {
  if (typeof value === 'string') return `${quoted(value)}\n`;
  if (Array.isArray(value)) {
    return (value as readonly Yaml[])
      .map((element) => `${indent}- ${yaml(element, `${indent}  `).replace(/^ +/, '')}`)
      .join('');
  }
  return Object.entries(value)
    .map(
      ([key, part]) =>
        `${indent}${key}:${typeof part === 'string' ? ` ${yaml(part)}` : `\n${yaml(part, `${indent}  `)}`}`,
    )
    .join('');
}

function quoted(text: string): string {
  return /^[A-Za-z][\w .-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text.trim()
    : `'${text.replace(/'/g, "''")}'`;
}
