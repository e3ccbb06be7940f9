/**
 * The names in one note made links, and its links that lead nowhere fixed: a note's text in, what is proposed and the
 * text with it out.
 *
 *     Ann sends Acme the draft. Ann will call.      →      [[People/Ann Lee/README|Ann]] sends [[Acme]] the draft. Ann will call.
 *                                                                                                              ^ linked above
 *
 * The first mention in a section is enough: a page full of links reads badly, and Obsidian's backlinks need one. What
 * is not certain is proposed, never made. Bytes outside the links stay; linking again changes nothing.
 */
import type { Entity } from '../entity/entity';
import { foldWhole } from '../entity/fold-name';
import { hiddenUntil } from '../entity/mention-text';
import type { NoteRules } from '../note/note-rules';
import { readNote } from '../note/read-note';
import { type NoteLinks, noteLinks } from '../page/note-link';
import { lineAt, lineStarts } from '../text/lines';
import { plainText } from '../text/plain-text';
import { findLinks } from '../text/wikilinks';
import type { VaultIndex } from '../vault-index/build-index';
import { type LinkableText, linkableText, sectionAt, type Stretch } from './linkable-text';
import { entityLinks, fixedLink } from './unresolved-links';
import { type MentionPlace, meetingAt, MentionFinder, type NoteMention } from './note-mentions';
import type { FileEdit } from './plan';

/**
 * What becomes of a mention: made a link; left, for the section has a link there already, or was asked about above; not
 * before the word was accepted as a name; unsure; without a page to lead to.
 */
export type MentionState = 'link' | 'repeated' | 'unaccepted' | 'ambiguous' | 'no-page';

interface Place {
  /** 1-based. */
  readonly line: number;
  /** Offsets in the note's text. */
  readonly from: number;
  readonly to: number;
  /** As written. */
  readonly text: string;
  /** Null where several fit: `candidates`. */
  readonly entity: Entity | null;
  readonly candidates: readonly Entity[];
}

export interface LinkMention extends Place {
  readonly state: MentionState;
  /** What is, or would be, in its place; null where nothing leads there, or it is not sure where. */
  readonly link: string | null;
}

/** A link that leads nowhere as it is. */
export interface LinkFix extends Place {
  readonly link: string | null;
}

export interface LinkedNote {
  /** In order. */
  readonly mentions: readonly LinkMention[];
  readonly fixes: readonly LinkFix[];
  /** Null where nothing changes. */
  readonly edit: FileEdit | null;
}

export interface LinkRules {
  readonly rules: NoteRules;
  /** The names that are me: never linked. */
  readonly me: readonly string[];
  /** Every mention, not the first of a section only. */
  readonly all?: boolean | undefined;
  /** Links that lead nowhere are fixed in the edit too. */
  readonly fix?: boolean | undefined;
}

/**
 * `index` was made with the note as `text` says it. A link in a task's line may make somebody else its owner
 * (`Check the roster Ann Lee`): no name of such a line is linked.
 */
export function linkNote(text: string, path: string, index: VaultIndex, how: LinkRules): LinkedNote {
  const closed = new Set<number>();
  for (;;) {
    const linked = linkOpenLines(text, path, index, how, closed);
    const { edit, mentions } = linked;
    if (edit?.after == null || !mentions.some(({ state }) => state === 'link')) return linked;
    const changed = linesReadOtherwise(path, text, edit.after, how.rules).filter((line) =>
      mentions.some((one) => one.line === line && one.state === 'link'),
    );
    // Each round closes further lines.
    if (changed.length === 0) return linked;
    for (const line of changed) closed.add(line);
  }
}

/** Lines whose tasks the two texts tell of otherwise, next to what is a link. */
function linesReadOtherwise(path: string, before: string, after: string, rules: NoteRules): number[] {
  const told = (text: string): ReadonlyMap<number, string> =>
    new Map(
      readNote(path, text, rules).tasks.map(({ line, task, candidates, owners }) => [
        line,
        JSON.stringify([
          { ...task, text: plainText(task.text) },
          owners.map((owner) => owner.text),
          candidates.map(({ place, names }) => [place, names.map((one) => one.text)]),
        ]),
      ]),
    );
  const [then, now] = [told(before), told(after)];
  return [...new Set([...then.keys(), ...now.keys()])].filter((line) => then.get(line) !== now.get(line));
}

/** Links in all lines but the closed ones. */
function linkOpenLines(
  text: string,
  path: string,
  index: VaultIndex,
  { rules, me, all = false, fix = false }: LinkRules,
  closed: ReadonlySet<number>,
): LinkedNote {
  const linkable = linkableText(text, rules);
  const places = new Places(text, path, index);
  const targets = new Targets(index);
  const linked = new Linked();
  const fixes = findFixes({ linkable, places, targets, linked, index });
  const finder = new MentionFinder(index, me);
  const asked = new Set<string>();
  const mentions: LinkMention[] = [];
  for (const stretch of linkable.stretches) {
    const place = places.at(stretch.line);
    for (const found of finder.find(text.slice(stretch.from, stretch.to), place)) {
      const [from, to] = [stretch.from + found.from, stretch.from + found.to];
      if (found.entity?.page === path || hiddenUntil(stretch.closed, from, to) >= 0 || !mayStand(text, from, to))
        continue;
      if (found.firstName && besideLink(text, from, to)) continue;
      if (closed.size > 0 && closed.has(places.line(from))) continue;
      const words = text.slice(from, to);
      const link = found.entity === null ? null : targets.link(found.entity, words, barAt(stretch, from));
      const section = sectionAt(linkable, from);
      const wanted = stateOf(found, link);
      const before =
        wanted === 'link' && found.entity !== null
          ? !linked.add(section, found.entity) && !all
          : asked.size === asked.add(`${wanted}\n${foldWhole(words)}`).size;
      mentions.push({
        line: places.line(from),
        from,
        to,
        text: words,
        entity: found.entity,
        candidates: found.candidates,
        state: before ? 'repeated' : wanted,
        link,
      });
    }
  }
  const changes = [...mentions.filter(({ state }) => state === 'link'), ...(fix ? fixes : [])].flatMap(
    ({ from, to, link }) => (link === null ? [] : [{ from, to, link }]),
  );
  const after = withChanges(
    text,
    changes.sort((a, b) => a.from - b.from),
  );
  return { mentions, fixes, edit: after === text ? null : { path, before: text, after } };
}

/** The text with its links that lead nowhere led to the page they surely mean; no mention is linked. */
export function fixLinks(text: string, path: string, index: VaultIndex, rules: NoteRules): string {
  const fixes = findFixes({
    linkable: linkableText(text, rules),
    places: new Places(text, path, index),
    targets: new Targets(index),
    linked: new Linked(),
    index,
  });
  return withChanges(
    text,
    fixes.flatMap(({ from, to, link }) => (link === null ? [] : [{ from, to, link }])).sort((a, b) => a.from - b.from),
  );
}

function stateOf({ entity, unaccepted }: NoteMention, link: string | null): MentionState {
  if (entity === null) return 'ambiguous';
  if (link === null) return 'no-page';
  return unaccepted ? 'unaccepted' : 'link';
}

/** Lines, and what meeting they belong to. */
class Places {
  private readonly starts: readonly number[];
  private readonly note;

  constructor(
    readonly text: string,
    private readonly path: string,
    private readonly index: VaultIndex,
  ) {
    this.starts = lineStarts(text);
    this.note = index.notes.find((note) => note.path === path);
  }

  line(offset: number): number {
    return lineAt(this.starts, offset);
  }

  at(line: number): MentionPlace {
    return meetingAt(this.index, this.note, line) ?? { path: this.path, date: null, meeting: null };
  }
}

/** Links that resolve, written with words as they are. */
class Targets {
  private readonly links: NoteLinks;

  constructor({ paths }: VaultIndex) {
    this.links = noteLinks(paths, () => null);
  }

  /** The page as a wikilink needs it, or null where its path holds what no wikilink can. */
  target(page: string): string | null {
    const [made] = findLinks(this.links.toNote(page, null, 'x'));
    return made?.wiki === true ? made.target : null;
  }

  link({ page }: Entity, words: string, bar: string): string | null {
    if (page === null || /[[\]|\\`<>\r\n]/.test(words)) return null;
    const target = this.target(page);
    if (target !== null) return words === target ? `[[${target}]]` : `[[${target}${bar}${words}]]`;
    const made = this.links.toNote(page, null, words);
    return findLinks(made)[0]?.text === words ? made : null;
  }
}

/** What each section has a link to. */
class Linked {
  private readonly ids = new Set<string>();

  /** False where it had one. */
  add(section: number, { id }: Entity): boolean {
    const { size } = this.ids;
    return this.ids.add(`${section}\n${id}`).size > size;
  }
}

interface Reading {
  readonly linkable: LinkableText;
  readonly places: Places;
  readonly targets: Targets;
  readonly linked: Linked;
  readonly index: VaultIndex;
}

/** Notes what each section links, headings' links with it, and gives the links of its text that lead nowhere. */
function findFixes({ linkable, places, targets, linked, index }: Reading): LinkFix[] {
  const { text } = places;
  for (const [from, to] of linkable.headings) {
    for (const { entity } of entityLinks(text.slice(from, to), index, places.at(places.line(from))))
      if (entity !== null) linked.add(sectionAt(linkable, from), entity);
  }
  const fixes: LinkFix[] = [];
  for (const stretch of linkable.stretches) {
    for (const { link: found, entity, unresolved } of entityLinks(
      text.slice(stretch.from, stretch.to),
      index,
      places.at(stretch.line),
    )) {
      const [from, to] = [stretch.from + found.from, stretch.from + found.to];
      if (hiddenUntil(stretch.hidden, from, to) >= 0) continue;
      if (entity !== null) linked.add(sectionAt(linkable, from), entity);
      if (unresolved === null) continue;
      const source = text.slice(from, to);
      const target = entity?.page == null ? null : targets.target(entity.page);
      const link = target === null ? null : fixedLink(source, { link: found, target, bar: barAt(stretch, from) });
      fixes.push({ line: places.line(from), from, to, text: source, entity, candidates: unresolved.candidates, link });
    }
  }
  return fixes;
}

function barAt({ table }: Stretch, from: number): string {
  return table !== null && from >= table[0] ? '\\|' : '|';
}

/**
 * Not next to what would make another thing of the link: an embed, a Markdown link, a path, a part of an identifier.
 * Nor where the word next to it, were it a link already, is all that made it a word of its own: `Acme/Ann Lee` is the
 * same before and after linking.
 */
function mayStand(text: string, from: number, to: number): boolean {
  const [before, after] = [text.charAt(from - 1), text.charAt(to)];
  const [start, end] = [text.charAt(from - 2), text.charAt(to + 1)];
  if (/[![\]\\@#^$]/.test(before) || /[(\]\\]/.test(after) || (after === '[' && end !== '^')) return false;
  if ((before === '_' && WORD.test(start)) || (after === '_' && WORD.test(end))) return false;
  if ((HYPHEN.test(before) && start === ']') || (HYPHEN.test(after) && end === '[')) return false;
  if (before === '.' && (start === ']' || WORD.test(start))) return false;
  if (!/\s/.test(text.slice(from, to))) {
    if (/[/:=]/.test(before) && (start === ']' || WORD.test(start))) return false;
    if (/[./:=]/.test(after) && (text.startsWith('[[', to + 1) || WORD.test(end))) return false;
  }
  return !FILE.test(text.slice(to, to + 80));
}

/**
 * `[[Acme]] Ann`, `Ann [[Sam Fox|Sam]]`: a first name right next to a name, as which the link was written, is a part of
 * it.
 */
function besideLink(text: string, from: number, to: number): boolean {
  return text.slice(Math.max(0, from - 3), from) === ']] ' || text.startsWith(' [[', to);
}

const WORD = /[\p{L}\p{N}]/u;
const HYPHEN = /[-\u2010-\u2012]/;
/** `Ann Lee.md`, `Ann Lee/README.md` */
const FILE = /^(?:[/_-]\S*)?\.(?:[a-z0-9]{2,5}(?![\p{L}\p{N}])|\[\[)/iu;

function withChanges(
  text: string,
  changes: readonly { readonly from: number; readonly to: number; readonly link: string }[],
): string {
  let after = '';
  let at = 0;
  for (const { from, to, link } of changes) {
    after += text.slice(at, from) + link;
    at = to;
  }
  return after + text.slice(at);
}
