/**
 * Links that resolve in Obsidian as they are: the file name alone where no other note has it, else the path.
 *
 *   [[2025-10-28 Dana#Action items|28 Oct]]      [[People/Ann Lee/README|Ann Lee]]
 */
import type { Entity } from '../entity/entity';
import { baseName, foldFileName } from '../text/file-name';
import { findLinks } from '../text/wikilinks';
import { escapeRow } from './escape-row';

export interface NoteLinks {
  /** A link to a note, or to a heading in it, that reads `words`. */
  toNote(path: string, heading: HeadingPath, words: string): string;
  /** A link to an entity's page that reads as its name; the plain name where it has no page. */
  toEntity(entity: Pick<Entity, 'page' | 'name'>): string;
  /** A text of the note at `from` with its links as they resolve from anywhere; words where they lead nowhere. */
  relink(text: string, from: string): string;
}

/**
 * A heading's text; or several, each below the one before it, for a heading whose words are in the note more than
 * once (`[[2025-10-30#09 00 Ann Lee#Action items]]`); null for the note itself.
 */
export type HeadingPath = string | readonly string[] | null;

/** The path that a wikilink's target in the note at `from` means, or null: none, or several. */
export type FollowLink = (target: string, from: string) => string | null;

/** How many notes have each name. */
export class NoteNames {
  private readonly counts = new Map<string, number>();

  add(path: string): void {
    const key = foldFileName(baseName(path));
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  remove(path: string): void {
    const key = foldFileName(baseName(path));
    const left = (this.counts.get(key) ?? 0) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }

  isShared(name: string): boolean {
    return (this.counts.get(foldFileName(name)) ?? 0) > 1;
  }
}

/** `paths`: every Markdown file of the vault, excluded ones too, and those that a plan will create. */
export function noteLinks(paths: Iterable<string>, follow: FollowLink): NoteLinks {
  const names = new NoteNames();
  for (const path of paths) names.add(path);
  return linksAmong(names, follow);
}

/**
 * As `noteLinks`. `onAsked` is called with each path and target that a link was made from: how it reads depends on the
 * notes of such names.
 */
export function linksAmong(
  names: NoteNames,
  follow: FollowLink,
  onAsked: (pathOrTarget: string) => void = () => undefined,
): NoteLinks {
  const toNote = (path: string, heading: HeadingPath, words: string): string => {
    const bare = path.replace(/\.md$/i, '');
    const name = baseName(path);
    const subpath = headingSubpath(heading);
    if (UNLINKABLE.test(bare)) return markdownLink(path, heading, words);
    onAsked(path);
    const target = names.isShared(name) || FOLDER_NOTE.test(name) ? bare : name;
    const alias = linkWords(words);
    return subpath === '' && alias === target ? `[[${target}]]` : `[[${target}${subpath}|${alias}]]`;
  };
  return {
    toNote,
    toEntity: ({ page, name }) => (page === null ? escapeRow(linkWords(name)) : toNote(page, null, name)),
    relink: (text, from) => {
      let result = '';
      let at = 0;
      for (const link of findLinks(text)) {
        if (link.embed || (!link.wiki && WEB.test(link.target))) continue;
        if (link.wiki) onAsked(link.target);
        const path = link.wiki && link.target !== '' ? follow(link.target, from) : null;
        const heading = link.subpath.startsWith('#^') || link.subpath === '' ? null : link.subpath.slice(1).split('#');
        result += text.slice(at, link.from) + (path === null ? link.text : toNote(path, heading, link.text));
        at = link.to;
      }
      return at === 0 ? text : result + text.slice(at);
    },
  };
}

const WEB = /^[a-z][a-z0-9+.-]*:/i;

/** What ends or splits a wikilink's target, and what Templater or a template would run or fill in on our page. */
const UNLINKABLE = /[[\]#^|]|%%|::|<%|%>|\{\{|\}\}/;

/** Names that every folder may have: alone today, and one of two as soon as somebody makes another folder note. */
const FOLDER_NOTE = /^(?:readme|index)$/i;

/** `#Action items`, `#09 00 Ann Lee#Action items`, '' for none. */
function headingSubpath(heading: HeadingPath): string {
  if (heading === null) return '';
  return (typeof heading === 'string' ? [heading] : heading)
    .map(headingWords)
    .filter((words) => words !== '')
    .map((words) => `#${words}`)
    .join('');
}

/**
 * Obsidian finds a heading by its words, punctuation left out on both sides: what means something in a link, or would
 * open a comment, code, math or a template where the row is, is a space.
 */
function headingWords(heading: string): string {
  return heading
    .replace(/[#^|[\]:\\<>`{}$%]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words as a link's alias can hold them. */
function linkWords(words: string): string {
  return (
    words
      .replace(/[[\]|<>`\\#%^{}]|:(?=:)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || '…'
  );
}

function markdownLink(path: string, heading: HeadingPath, words: string): string {
  const fragment = headingSubpath(heading);
  const encode = (part: string): string =>
    encodeURI(part).replace(/[#?()[\]]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${linkWords(words)}](${encode(path)}${fragment === '' ? '' : `#${encode(fragment.slice(1))}`})`;
}
