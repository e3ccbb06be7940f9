/**
 * A point to be raised with somebody, written down: a line of its own under a heading of its own, so that it is nothing
 * else.
 *
 *     ## Raise next
 *     - Pilot budget [[Dana Fox]] #raise
 *
 * It goes where one would look for it: into the meeting's or daily note that is open, else today's daily note, else the
 * note of the next meeting with them, else of the last, else onto their page. What comes of it is read back: the note
 * says that, and says nothing else new.
 */
import type { Entity } from '../entity/entity';
import { dailyNoteDate } from '../note/daily-note';
import type { Item } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import { NoteText } from '../note/note-text';
import { readNote } from '../note/read-note';
import { scanBlocks } from '../text/blocks';
import type { CalendarDate } from '../text/calendar-date';
import { readFrontmatter } from '../text/frontmatter';
import { lineEnd, lineEnding, lineStarts } from '../text/lines';
import type { VaultIndex } from '../vault-index/build-index';
import { ownerToWrite } from './owner-to-write';
import { saidElsewhere } from './said-elsewhere';

const RAISE_HEADING = 'Raise next';

/** The notes that may hold it, the best first. `open`: the note that is in front. */
export function raisePlaces(
  entity: Entity,
  index: VaultIndex,
  { rules, today, open }: { readonly rules: NoteRules; readonly today: CalendarDate; readonly open: string | null },
): readonly string[] {
  const isDaily = (path: string): boolean => dailyNoteDate(path, rules) !== null;
  const meetings = (index.views.get(entity.id)?.meetings ?? []).filter(
    ({ date, private: isPrivate }) => date !== null && !isPrivate,
  );
  const next = meetings.filter(({ date }) => date !== null && date >= today);
  const past = meetings.filter(({ date }) => date !== null && date < today).reverse();
  const ofMeetings = [...next, ...past.slice(0, 1)].flatMap(({ notes: [note] }) => note?.path ?? []);
  const daily = index.notes.flatMap(({ path }) => (dailyNoteDate(path, rules) === today ? [path] : []));
  const here = open !== null && ((index.meetingsOf.get(open)?.length ?? 0) > 0 || isDaily(open)) ? [open] : [];
  return [...new Set([...here, ...daily, ...ofMeetings, ...(entity.page === null ? [] : [entity.page])])];
}

/** The line, without its list mark. */
export function raiseWords(entity: Entity, said: string, index: VaultIndex): string {
  const link = entity.page === null ? `[[${entity.name}]]` : ownerToWrite(entity, { index, me: [] });
  const words = said.replace(/\s+/g, ' ').trim();
  return `${words}${words.includes(link) ? '' : ` ${link}`} #raise`;
}

/** The note with the line; null where it would not be read as meant. */
export function withRaise(path: string, text: string, line: string, rules: NoteRules): string | null {
  const before = readNote(path, text, rules);
  if (before.ignored || before.private) return null;
  const ending = lineEnding(text);
  const after = underHeading(text, `- ${line}`, ending) ?? atEnd(text, `- ${line}`, ending);
  const now = readNote(path, after, rules);
  const added =
    now.raises.filter(({ source }) => source === `- ${line}`).length -
    before.raises.filter(({ source }) => source === `- ${line}`).length;
  const isMeant =
    added === 1 && now.raises.every((raise) => raise.source !== `- ${line}` || (!raise.done && !raise.private));
  const isLine = ({ source }: Item): boolean => source === `- ${line}`;
  return isMeant && saidElsewhere(now, isLine) === saidElsewhere(before, isLine) ? after : null;
}

/** After what is listed under the heading already. */
function underHeading(text: string, line: string, ending: string): string | null {
  const frontmatter = readFrontmatter(text);
  const note = new NoteText(text);
  const blocks = scanBlocks(text, frontmatter.bodyFrom, frontmatter.bodyLine);
  const at = blocks.findIndex(
    (block) =>
      block.kind === 'heading' &&
      block.quote === 0 &&
      note.repair(text.slice(block.textFrom, block.textTo)).trim().toLowerCase() === RAISE_HEADING.toLowerCase(),
  );
  const heading = blocks[at];
  if (heading === undefined) return null;
  const below = blocks.slice(at + 1);
  const end = below.findIndex((block) => block.kind === 'heading');
  const last =
    (end < 0 ? below : below.slice(0, end)).filter((block) => block.kind === 'item' && block.parent < 0).pop() ??
    heading;
  const starts = lineStarts(text);
  const next = starts[last.lastLine];
  return next === undefined
    ? `${text}${ending}${line}`
    : `${text.slice(0, next)}${line}${text.slice(lineEnd(text, starts, last.lastLine), next)}${text.slice(next)}`;
}

/** What is at the end stays as it is, blank lines too. */
function atEnd(text: string, line: string, ending: string): string {
  const isEmpty = text === '' || text === BOM;
  const closed = isEmpty || /[\r\n]$/.test(text) ? text : text + ending;
  const gap = isEmpty || /\n[ \t]*\n$/.test(closed.slice(-LONGEST_BLANK).replace(/\r\n?/g, '\n')) ? '' : ending;
  return `${closed}${gap}## ${RAISE_HEADING}${ending}${line}${ending}`;
}

const LONGEST_BLANK = 200;
const BOM = '\ufeff';
