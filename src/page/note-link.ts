/**
 * Links that resolve in Obsidian as they stand: the file name alone where no other note has it, else the path.
 *
 *   [[2025-10-28 Dana#Action items|28 Oct]]      [[People/Ann Lee/README|Ann Lee]]
 */
import type { Entity } from '../entity/entity';
import { baseName, foldFileName } from '../text/file-name';
import { findLinks } from '../text/wikilinks';

export interface NoteLinks {
  /** A link to a note, or to a heading in it, that reads `words`. */
  toNote(path: string, heading: string | null, words: string): string;
  /** A link to an entity's page that reads as its name; the plain name where it has no page. */
  toEntity(entity: Pick<Entity, 'page' | 'name'>): string;
  /** A text of the note at `from` with its links as they resolve from anywhere; words where they lead nowhere. */
  relink(text: string, from: string): string;
}

/** The path that a wikilink's target in the note at `from` means, or null: none, or several. */
export type FollowLink = (target: string, from: string) => string | null;

/** `paths`: every Markdown file of the vault, excluded ones too, and those that a plan will create. */
export function noteLinks(paths: Iterable<string>, follow: FollowLink): NoteLinks {
  const byName = new Map<string, number>();
  for (const path of paths) {
    const key = foldFileName(baseName(path));
    byName.set(key, (byName.get(key) ?? 0) + 1);
  }
  const toNote = (path: string, heading: string | null, words: string): string => {
    const bare = path.replace(/\.md$/i, '');
    const name = baseName(path);
    const subpath = heading === null ? '' : headingSubpath(heading);
    if (UNLINKABLE.test(bare)) return markdownLink(path, heading, words);
    const target = (byName.get(foldFileName(name)) ?? 0) > 1 ? bare : name;
    const alias = linkWords(words);
    return subpath === '' && alias === target ? `[[${target}]]` : `[[${target}${subpath}|${alias}]]`;
  };
  return {
    toNote,
    toEntity: ({ page, name }) => (page === null ? linkWords(name) : toNote(page, null, name)),
    relink: (text, from) => {
      let result = '';
      let at = 0;
      for (const link of findLinks(text)) {
        if (link.embed || (!link.wiki && WEB.test(link.target))) continue;
        const path = link.wiki && link.target !== '' ? follow(link.target, from) : null;
        const heading = link.subpath.startsWith('#^') || link.subpath === '' ? null : link.subpath.slice(1);
        result += text.slice(at, link.from) + (path === null ? link.text : toNote(path, heading, link.text));
        at = link.to;
      }
      return at === 0 ? text : result + text.slice(at);
    },
  };
}

const WEB = /^[a-z][a-z0-9+.-]*:/i;

/** Characters that end or split a wikilink's target. */
const UNLINKABLE = /[[\]#^|]|%%|::/;

/** Obsidian finds a heading by its words, with the characters that mean something in a link as spaces. */
function headingSubpath(heading: string): string {
  const words = heading.replace(/[#^|[\]:\\]|%%/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? '' : `#${words}`;
}

/** Words as a link's alias can hold them. */
function linkWords(words: string): string {
  return words.replace(/[[\]|<>`\\#%^]/g, ' ').replace(/\s+/g, ' ').trim() || '…';
}

function markdownLink(path: string, heading: string | null, words: string): string {
  const fragment = heading === null ? '' : headingSubpath(heading);
  const encode = (part: string): string => encodeURI(part).replace(/[#?()[\]]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${linkWords(words)}](${encode(path)}${fragment === '' ? '' : `#${encode(fragment.slice(1))}`})`;
}
