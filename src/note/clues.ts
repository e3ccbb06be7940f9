/** What a note shows of itself before it is read: what the table of signals looks at. Each is looked up when asked. */
import type { Block } from '../text/block';
import { folderOf } from '../text/file-name';
import { type Frontmatter, propertyOf } from '../text/frontmatter';
import { isPlaceholder } from './line-text';
import { isMeetingFolder } from './meeting-word';
import { namesOfValue, typesOfKey } from './names';
import type { NoteDate } from './note-date';
import type { NoteRules } from './note-rules';
import type { NoteText } from './note-text';
import { sectionOf } from './section-table';

export interface Clues {
  readonly path: string;
  readonly name: string;
  readonly frontmatter: Frontmatter;
  readonly text: NoteText;
  readonly blocks: readonly Block[];
  readonly rules: NoteRules;
  readonly when: NoteDate;
  /** The first heading's text, or the `title` property. */
  readonly heading: string | null;
  /** The frontmatter key that names people, or null. */
  readonly peopleKey: string | null;
}

/** Folders' names, the innermost first. */
export function foldersOf(path: string): string[] {
  const folder = folderOf(path);
  return folder === '' ? [] : folder.split('/').reverse();
}

/** The innermost folder of meetings that the note is in: by its name, or by what the person answered. */
export function meetingFolderOf({ path, rules: { words } }: Pick<Clues, 'path' | 'rules'>): string | null {
  return foldersOf(path).find((folder) => isMeetingFolder(folder, words)) ?? null;
}

/** The values of every property that may hold a type, each with its key. */
export function typeValues({ frontmatter, rules }: Clues): { readonly key: string; readonly value: string }[] {
  return frontmatter.names.flatMap((key) =>
    rules.typeKeys.includes(key) || rules.words['type-keys'].has(key.toLowerCase())
      ? typesOfKey(frontmatter, key).map((value) => ({ key, value }))
      : [],
  );
}

/** The frontmatter's tags, without `#`. */
export function frontmatterTags({ frontmatter }: Pick<Clues, 'frontmatter'>): string[] {
  const value = propertyOf(frontmatter, 'tags') ?? propertyOf(frontmatter, 'tag');
  if (value === undefined || value === null) return NO_TEXTS;
  return namesOfValue(value, 1, (text) => text).flatMap(({ text }) =>
    text
      .split(/\s+/)
      .map((tag) => tag.replace(/^#/, ''))
      .filter((tag) => tag !== ''),
  );
}

const NO_TEXTS: string[] = [];

/**
 * The tags of the first heading, and of lines above it that are nothing but tags and links: `Tags: #work #meetings`.
 */
export function headTags({ blocks, text }: Pick<Clues, 'blocks' | 'text'>): string[] {
  const tags: string[] = [];
  for (const block of blocks.slice(0, MOST_HEAD_BLOCKS)) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    if (block.quote > 0 || block.parent >= 0) continue;
    for (const line of linesOf(block, text)) {
      if (block.kind === 'heading' || isTagLine(line)) tags.push(...headingTags(line));
    }
    if (block.kind === 'heading') break;
  }
  return tags;
}

/** Whether a line is nothing but tags and links: `#meeting [[Ann Hale]]`. */
export function isTagLine(line: string): boolean {
  return line.includes('#') && TAGS_AND_LINKS.test(line);
}

/** The tags of a heading, without `#`. */
export function headingTags(words: string): string[] {
  return [...words.matchAll(TAG)].flatMap(([, tag]) => tag ?? []);
}

const MOST_HEAD_BLOCKS = 8;
const TAG = /(?:^|\s)#([\p{L}\p{N}_/-]+)/gu;
/** A word with a colon may be before: `Tags: #meeting`. */
const TAGS_AND_LINKS = /^(?:[\p{L} ]{2,20}:)?(?:[\s,]*(?:#[\p{L}\p{N}_/-]+|\[\[[^[\]]{1,200}\]\]))+[\s,]*$/u;

/** Whether the body says who was there: the label of the line, list, table or heading. */
export function peopleInBody({ blocks, text, rules }: Pick<Clues, 'blocks' | 'text' | 'rules'>): string | null {
  const isPeople = (label: string): boolean => sectionOf(label, rules.sections) === 'people';
  for (const [index, block] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (block.quote > 0 && block.callout === null) continue;
    if (block.kind === 'heading') {
      const label = text.piece(block.textFrom, block.textTo);
      if (isPeople(label) && saysSomebody(blocks[index + 1], text)) return label.trim();
    } else if (block.kind === 'paragraph' || block.kind === 'item') {
      const lines = linesOf(block, text);
      for (const [at, line] of lines.entries()) {
        const { label, value } = labelOf(line);
        if (label === null || !isPeople(value === '' && line.includes(':') ? `${label}:` : label)) continue;
        if (value === '' ? at < lines.length - 1 || saysSomebody(blocks[index + 1], text) : !isPlaceholder(value))
          return label.trim();
      }
    }
  }
  return null;
}

const MOST_BLOCKS = 300;

function saysSomebody(block: Block | undefined, text: NoteText): boolean {
  if (block === undefined || (block.kind !== 'item' && block.kind !== 'paragraph')) return false;
  const words = text.piece(block.textFrom, block.textTo);
  return !isPlaceholder(words) && !/\{\{|<%/.test(words);
}

/**
 * `**Attendees:** Ann`, `**Attendees: Ann**` and `| Attendees | Ann |` are label and value; a bold line or item by
 * itself is a label.
 */
export function labelOf(line: string): { readonly label: string | null; readonly value: string } {
  if (line.startsWith('|')) {
    const [, label = '', value = ''] = line.split('|');
    return { label: plain(label), value: plain(value) };
  }
  const bold = BOLD_LINE.exec(line)?.[2];
  if (bold !== undefined && !/[:：]\s/.test(bold)) return { label: bold, value: '' };
  const colon = line.slice(0, LONGEST_LABEL).search(/[:：]/);
  if (colon <= 0) return line.length <= 20 ? { label: line, value: '' } : NO_LABEL;
  return { label: plain(line.slice(0, colon)), value: plain(line.slice(colon + 1).replace(/^:/, '')) };
}

const BOLD_LINE = /^(\*\*|__)([^*_\n]{1,60})\1\s{0,5}:?\s{0,5}$/;
const NO_LABEL = { label: null, value: '' };
const LONGEST_LABEL = 60;

function plain(text: string): string {
  return text.replace(/[*_`]+/g, '').trim();
}

/** The lines of a paragraph or item, or a heading's text. */
export function linesOf({ textFrom, textTo, rest }: Block, text: NoteText): string[] {
  const lines = [text.piece(textFrom, textTo)];
  for (let at = 0; at < rest.length; at += 2) lines.push(text.piece(rest[at] ?? 0, rest[at + 1] ?? 0));
  return lines;
}

/** Whether a heading is of people or of what a meeting leaves, whatever is below it. */
export function hasMeetingHeading({ blocks, text, rules }: Pick<Clues, 'blocks' | 'text' | 'rules'>): boolean {
  return blocks.slice(0, MOST_BLOCKS).some(({ kind, textFrom, textTo }) => {
    const section = kind === 'heading' ? sectionOf(text.piece(textFrom, textTo), rules.sections) : null;
    return section !== null && (section === 'people' || OF_MEETINGS.has(section));
  });
}

/** Sections of a meeting's kind, two at least, or a marked line: how they are called. */
export function meetingSections(clues: Clues): string | null {
  const { blocks, text, rules } = clues;
  const found = new Map<string, string>();
  for (const block of blocks.slice(0, MOST_BLOCKS)) {
    if (block.quote > 0 && block.callout === null) continue;
    if (block.kind === 'heading') {
      const words = text.piece(block.textFrom, block.textTo);
      const section = sectionOf(words, rules.sections);
      if (section !== null && OF_MEETINGS.has(section)) found.set(section, words.trim());
    } else if (block.kind === 'paragraph' || block.kind === 'item') {
      for (const line of linesOf(block, text)) {
        if (MARKED.test(line)) return line.slice(0, 40).trim();
        const { label, value } = labelOf(line);
        const section = label === null || value !== '' ? null : sectionOf(label, rules.sections);
        if (label !== null && section !== null && OF_MEETINGS.has(section)) found.set(section, label.trim());
      }
    }
    if (found.size > 1) return [...found.values()].join(', ');
  }
  return null;
}

const OF_MEETINGS: ReadonlySet<string> = new Set([
  'decisions',
  'actions',
  'follow-ups',
  'questions',
  'next-meeting',
  'absent',
]);

/** A first look only; how marked lines are read is another matter. */
const MARKED =
  /^[*_\s]{0,4}(?:decision|decided|agreed|verdict|consensus|resolution|action|action item|todo|follow-up|next step|open question|beschluss|entscheidung|aufgabe|décision|decisión|acuerdo|besluit|actie|decisione|azione|decisão|ação)[*_]{0,3}\s?(?::|[–—-] )/i;
