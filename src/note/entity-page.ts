/** Whether a note is the page of a person, project or account: decided by its path and frontmatter alone. */
import { baseName, folderOf } from '../text/file-name';
import { flatten } from '../text/flatten';
import { type Frontmatter, propertyOf } from '../text/frontmatter';
import type { EntityKind } from './kinds';
import { namesOfValue, typesOfNote } from './names';
import type { EntityPage } from './note';
import { isDated, scalarText } from './note-date';
import type { NoteRules } from './note-rules';

/**
 *     CRM/People/Ann Lee/README.md      a folder note in a kind's folder: Ann Lee, whose own folder it is
 *     CRM/People/Bo Kim.md              a note lying there without a date: Bo Kim
 *     Notes/Atlas.md, type: project     the kind's type without a date: Atlas
 *     CRM/People/README.md              none
 *
 * `forced`: the frontmatter says `throughline: entity`; the kind is then the type's, the folder's, else the first.
 * `titledAsMeeting`: its people are named, and its title holds a date: a meeting that merely bears the kind's type.
 */
export function entityPageOf(
  path: string,
  frontmatter: Frontmatter,
  rules: NoteRules,
  { forced, titledAsMeeting, repair }: { forced: boolean; titledAsMeeting: boolean; repair: (text: string) => string },
): EntityPage | null {
  const kinds = homesOf(rules.kinds);
  const folder = folderOf(path);
  const file = baseName(path);
  const own = isFolderNote(path) && folder !== '';
  if (own && kindOfFolder(folder, kinds) !== null && !forced) return null;

  const given = typesOfNote(frontmatter, rules);
  const byType =
    given.length === 0
      ? null
      : (kinds.find(({ kind }) => given.some((type) => kind.types.includes(type.toLowerCase())))?.kind ?? null);
  const byFolderNote = own ? kindOfFolder(folderOf(folder), kinds) : null;
  const inFolder = own ? null : kindOfFolder(folder, kinds);
  let kind = byFolderNote;
  const fits = inFolder ?? (titledAsMeeting ? null : byType);
  if (kind === null && fits !== null && !isDated(path, frontmatter, rules)) kind = fits;
  if (kind === null && forced)
    kind = byType ?? inFolder ?? kindOfFolder(folderOf(folder), kinds) ?? kinds[0]?.kind ?? null;
  if (kind === null) return null;

  const name = own ? baseName(folder) : file;
  const texts = (value: unknown): string[] => namesOfValue(value, 1, repair).map(({ text }) => text);
  const property = (key: string): unknown => propertyOf(frontmatter, key);
  const title = repair(scalarText(property('title')));
  const aliases = [...texts(property('aliases') ?? property('alias')), title].filter(
    (alias) => alias !== '' && alias !== name,
  );
  return {
    kind: kind.id,
    name: flatten(name),
    aliases: [...new Set(aliases)].map(flatten),
    emails: [...new Set([...texts(property('email')), ...texts(property('emails'))])].map((email) =>
      flatten(email.replace(/^mailto:/i, '')),
    ),
    folder: own ? flatten(folder) : null,
    status: statusOf(scalarText(property('status')).toLowerCase()),
  };
}

/** `Name/Name.md`, `Name/README.md`, `Name/index.md`. */
export function isFolderNote(path: string): boolean {
  const file = baseName(path).toLowerCase();
  return file === 'readme' || file === 'index' || file === baseName(folderOf(path)).toLowerCase();
}

/** An enabled kind with its folders' names in lower case, a slash before each. */
interface KindWithHomes {
  readonly kind: EntityKind;
  readonly homes: readonly string[];
}

function homesOf(kinds: readonly EntityKind[]): readonly KindWithHomes[] {
  let known = PREPARED.get(kinds);
  if (known === undefined) {
    known = kinds
      .filter(({ enabled }) => enabled)
      .map((kind) => ({ kind, homes: [kind.folder, ...kind.otherFolders].map((home) => `/${home.toLowerCase()}`) }));
    PREPARED.set(kinds, known);
  }
  return known;
}

/** A table of kinds is not changed once it is in use. */
const PREPARED = new WeakMap<readonly EntityKind[], readonly KindWithHomes[]>();

/** The kind whose folder this is: by its name at any depth, a setting with a path by its tail. */
function kindOfFolder(folder: string, kinds: readonly KindWithHomes[]): EntityKind | null {
  if (folder === '') return null;
  const at = `/${folder.toLowerCase()}`;
  for (const { kind, homes } of kinds) for (const home of homes) if (at.endsWith(home)) return kind;
  return null;
}

function statusOf(status: string): EntityPage['status'] {
  return status === 'left' || status === 'done' || status === 'archived' ? status : null;
}
