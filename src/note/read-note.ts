/**
 * One note's text as the record that everything else is computed from.
 *
 *     readNote('2025-10-28 Dana.md', text, rules)
 *
 * Pure: no clock, no other note. Never throws for what a person wrote; what is wrong is in `problems`. Strings that are
 * kept are copies of their own, so that no note stays in memory for a line of it.
 */
import { scanBlocks } from '../text/blocks';
import type { Block } from '../text/block';
import { baseName, folderOf } from '../text/file-name';
import { flatten } from '../text/flatten';
import { type Frontmatter, propertyOf, readFrontmatter } from '../text/frontmatter';
import { compactList } from '../text/compact-list';
import { lineAt, lineStarts } from '../text/lines';
import { plainText } from '../text/plain-text';
import { bodyHash } from './body-hash';
import { type Body, emptyBody, type MeetingDraft } from './body';
import { eventMarks, NO_MARKS } from './event-marks';
import { provenDayOrder } from './day-order';
import { entityPageOf, isFolderNote } from './entity-page';
import { PERSON } from './kinds';
import type { Clues } from './clues';
import { groupOf } from './looks-like';
import { messagePeople, peopleOfProperties } from './message-head';
import { dateReason, judge, type Verdict } from './meeting-signals';
import { runningNoteOf, undecidedHeading } from './running-note';
import { namingOf } from './naming';
import { cleanText, isPlaceholder, isTemplateLine } from './line-text';
import { byStatement, LINE_KINDS } from './line-kinds';
import { isTemplate, namesOfValue, typesOfNote } from './names';
import type { KindName, Note } from './note';
import { clock } from './moments';
import { datedLine } from './dated-line';
import { noteDate, type NoteDate, scalarText } from './note-date';
import type { NoteRules } from './note-rules';
import { NoteText } from './note-text';
import type { Problem } from './problems';
import type { Reason } from './reasons';
import { kindOfLabel } from './people-label';
import { readBody } from './read-body';
import { sectionOf } from './section-table';

export function readNote(path: string, text: string, vaultRules: NoteRules): Note {
  const proven = vaultRules.dayOrder === null ? provenDayOrder(path, text) : null;
  const rules: NoteRules = proven === null ? vaultRules : { ...vaultRules, dayOrder: proven };
  const frontmatter = readFrontmatter(text);
  const note = new NoteText(text);
  const property = (key: string): string => note.repair(scalarText(propertyOf(frontmatter, key)));
  const role = property('throughline').toLowerCase();
  const types = typesOfNote(frontmatter, rules).map(note.repair);
  const type = types[0] ?? '';
  if (role === 'false') return ignoredNote(path, type);

  const transcripts = new Set<string>();
  const blocks = scanBlocks(text, frontmatter.bodyFrom, frontmatter.bodyLine, {
    skipUnder: (heading) => {
      const isTranscript = sectionOf(note.repair(heading), rules.sections) === 'transcript';
      if (isTranscript) transcripts.add(heading);
      return isTranscript;
    },
  });
  const heading = firstHeading(blocks, note);
  const when = noteDate(
    path,
    frontmatter,
    { heading, title: property('title'), line: datedLine(blocks, note, rules.words) },
    rules,
  );
  const names = namesByKind(frontmatter, rules, note);
  const entity =
    role === 'meeting'
      ? null
      : entityPageOf(path, frontmatter, rules, {
          forced: role === 'entity',
          titledAsMeeting: names.peopleKey !== null && when.date !== null,
          repair: note.repair,
        });
  const title = titleOf(path, property('title'), heading);
  const clues: Clues = {
    path,
    name: baseName(path),
    frontmatter,
    text: note,
    blocks,
    rules,
    when,
    heading: heading ?? (property('title') || null),
    peopleKey: names.peopleKey,
  };
  const verdict = verdictOf(role, entity !== null, clues);
  const running =
    role === 'meeting'
      ? null
      : runningNoteOf(clues, entity, { title, names: names.list, isMeeting: verdict.isMeeting });
  const isMeeting = verdict.isMeeting && running === null;
  const isMessage = verdict.reasons.some(({ signal }) => signal === 'message');
  const isPrivate = property('private').toLowerCase() === 'true';
  const time = when.time ?? timeOf(property('time'));
  const draft: MeetingDraft | null = !isMeeting
    ? null
    : {
        line: 1,
        lastLine: null,
        title,
        heading: null,
        date: when.date,
        time,
        names: [
          ...names.list,
          ...(isMessage
            ? messagePeople(frontmatter, rules.words, note.repair)
            : namedByLabel(frontmatter, rules, note)),
        ],
        summary: null,
        nextMeeting: null,
        private: isPrivate,
        needs: null,
        because: keptReasons(verdict.reasons),
      };
  const body = readBody({
    path,
    rules,
    text: note,
    blocks,
    date: when.date,
    isDaily: when.daily !== null && running === null,
    running,
    private: isPrivate,
    meeting: draft,
  });
  const kind = entity !== null ? 'entity' : isMeeting ? 'meeting' : 'other';
  const looksLike = body.meetings.length === 0 && verdict.looksLike ? keptReasons(verdict.reasons) : body.looksLike;
  // Every note is kept: its fields written out make all notes one shape, and its lists have the room they need.
  return {
    path,
    kind,
    type: type === '' ? null : flatten(type),
    date: when.date === null ? null : flatten(when.date),
    time,
    title,
    ignored: false,
    private: isPrivate,
    entity,
    meetings: compactList(body.meetings),
    tasks: compactList(body.tasks),
    questions: compactList(body.questions),
    ...byStatement((of) => compactList(body[of])),
    raises: compactList(body.raises),
    event: isMeeting
      ? eventMarks(frontmatter, { text, blocks, reasons: verdict.reasons, repair: note.repair, transcripts })
      : NO_MARKS,
    bodyHash: isMeeting && saysSomething(body, blocks, note) ? bodyHash(text, frontmatter.bodyFrom) : '',
    dayOrder: proven,
    looksLike,
    // Last: only now every piece was read, and it is known whether one had to be fixed.
    problems: compactList([
      ...headProblems(path, frontmatter),
      ...(isMeeting || body.meetings.length > 0 || looksLike !== null
        ? dateProblems(path, when, isMeeting)
        : NO_PROBLEMS),
      ...undecidedProblem(isMeeting ? null : undecidedHeading(clues), path),
      ...bodyProblems(body, entity !== null),
      ...encodingProblem(path, note),
    ]),
  };
}

const NO_PROBLEMS: readonly Problem[] = [];

/** Of an entity page's markers its page's plan tells. */
function bodyProblems({ problems }: Body, isPage: boolean): readonly Problem[] {
  return isPage ? problems.filter(({ code }) => code !== 'markers-broken') : problems;
}

/** What is kept of a reason is a copy of its own. */
function keptReasons(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.map(({ signal, value }) => ({ signal, value: flatten(value) }));
}

/** `throughline: false`. */
function ignoredNote(path: string, type: string): Note {
  return {
    path,
    kind: 'other',
    type: type === '' ? null : flatten(type),
    date: null,
    time: null,
    title: titleOf(path, '', null),
    ignored: true,
    private: false,
    entity: null,
    ...emptyBody(),
    event: NO_MARKS,
    bodyHash: '',
    dayOrder: null,
  };
}

interface Names {
  readonly list: KindName[];
  /** The frontmatter's first key of people, whatever it holds; null without one. */
  readonly peopleKey: string | null;
}

/** The names that the kinds' frontmatter keys give. Keys are found in any letter case, as Obsidian has them. */
function namesByKind({ data, names: present, keys }: Frontmatter, { kinds }: NoteRules, note: NoteText): Names {
  const list: KindName[] = [];
  let peopleKey: string | null = null;
  if (present.length === 0) return { list, peopleKey };
  const { ways, byKey } = namingOf(kinds);
  // For each configured key the note's own spelling; on a clash of letter case the last wins.
  const taken: (string | undefined)[] = [];
  for (const key of present) for (const at of byKey.get(key.toLowerCase()) ?? NO_WAYS) taken[at] = key;
  for (let at = 0; at < taken.length; at++) {
    const key = taken[at];
    const way = ways[at];
    if (key === undefined || way === undefined) continue;
    const value = way.below.reduce(stepInto, data[key]);
    if (value === undefined) continue;
    if (way.kind === PERSON) peopleKey ??= key;
    const line = keys.find((one) => one.key === key)?.line ?? 1;
    for (const name of namesOfValue(value, line, note.repair)) {
      if (list.some(({ kind, target, text }) => kind === way.kind && target === name.target && text === name.text))
        continue;
      list.push({ text: name.text, target: name.target, line: name.line, kind: way.kind });
    }
  }
  return { list, peopleKey };
}

/** Properties that say who was there as a line of the body would: `members: Ann, Bo`, `facilitator: Ann`. */
function namedByLabel(frontmatter: Frontmatter, rules: NoteRules, note: NoteText): KindName[] {
  const { byKey } = namingOf(rules.kinds);
  const isKey = (name: string): boolean =>
    !byKey.has(name.toLowerCase()) && kindOfLabel(name.replace(/[_-]+/g, ' '), rules)?.absent === false;
  return peopleOfProperties(frontmatter, isKey, rules.words, note.repair).filter(
    ({ text, target }) => target !== null || /^\p{Lu}|\p{Lo}/u.test(text),
  );
}

const NO_WAYS: readonly number[] = [];

function stepInto(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found = Object.keys(value).find((own) => own.toLowerCase() === key);
  return found === undefined ? undefined : (value as Record<string, unknown>)[found];
}

/** Whether the whole note is a meeting: `throughline:` says so, else its signals. An entity's page is none. */
function verdictOf(role: string, isEntity: boolean, clues: Clues): Verdict {
  if (isEntity) return { isMeeting: false, reasons: [], looksLike: false };
  if (role === 'meeting')
    return { isMeeting: true, reasons: [{ signal: 'role', value: role }, ...dateReason(clues)], looksLike: false };
  const verdict = judge(clues);
  if (!verdict.looksLike) return verdict;
  const group = groupOf(clues.path, verdict.reasons);
  const answer = clues.rules.looksLike.get(group);
  if (answer === undefined) return verdict;
  return { isMeeting: answer, reasons: [{ signal: 'answer', value: group }, ...dateReason(clues)], looksLike: false };
}

function firstHeading(blocks: readonly Block[], note: NoteText): string | null {
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1 && block.quote === 0 && block.parent < 0)
      return note.piece(block.textFrom, block.textTo);
  }
  return null;
}

/** The property, else the first level-1 heading, else the file's name (its folder's for a `README`). */
function titleOf(path: string, property: string, heading: string | null): string {
  if (property !== '' && !isTemplate(property)) return flatten(property);
  const words = heading === null || isTemplate(heading) ? '' : plainText(heading);
  if (words !== '') return flatten(words);
  const folder = folderOf(path);
  return flatten(folder !== '' && isFolderNote(path) ? baseName(folder) : baseName(path));
}

function timeOf(value: string): string | null {
  const match = /^(\d{1,2})[:.](\d{2})/.exec(value);
  return match === null ? null : clock(match[1], match[2]);
}

/** A fresh template says nothing, and a few words are no proof: two notes of one day with them are two meetings. */
function saysSomething(body: Body, blocks: readonly Block[], note: NoteText): boolean {
  return (
    LINE_KINDS.some((of) => of !== 'raises' && body[of].length > 0) ||
    blocks.some(({ kind, textFrom, textTo }) => kind === 'item' && saysMore(note.piece(textFrom, textTo))) ||
    wordsIn(blocks, note.text) >= FEWEST_WORDS
  );
}

const FEWEST_WORDS = 20;

/** Of paragraphs, transcripts and fences; no more than are needed. */
function wordsIn(blocks: readonly Block[], text: string): number {
  let words = 0;
  for (const { kind, fenced, from, to } of blocks) {
    if (words >= FEWEST_WORDS) break;
    if (kind === 'paragraph' || kind === 'transcript' || (kind === 'code' && fenced))
      words += text.slice(from, Math.min(to, from + ENOUGH)).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  }
  return words;
}

/** Characters that hold twenty words. */
const ENOUGH = 400;

function saysMore(words: string): boolean {
  return !isTemplateLine(words) && !isPlaceholder(cleanText(words));
}

function headProblems(path: string, { error, language, unclosed }: Frontmatter): Problem[] {
  const problems: Problem[] = [];
  if (error !== null) problems.push({ path, line: error.line, code: 'frontmatter-invalid', fault: error.fault });
  if (language !== null) problems.push({ path, line: 1, code: 'frontmatter-language', language });
  if (unclosed) problems.push({ path, line: 1, code: 'frontmatter-unclosed' });
  return problems;
}

function dateProblems(
  path: string,
  { date, place, others, invalid, undecided }: NoteDate,
  isMeeting: boolean,
): Problem[] {
  const problems: Problem[] = [];
  if (invalid !== null) problems.push({ path, line: 1, code: 'date-invalid', ...invalid });
  if (date !== null && place !== null && others.length > 0)
    problems.push({ path, line: 1, code: 'date-disagrees', place, date, others });
  if (undecided !== null) problems.push({ path, line: 1, code: 'date-undecided', value: undecided.value });
  else if (isMeeting && date === null) problems.push({ path, line: 1, code: 'date-missing' });
  return problems;
}

function undecidedProblem(heading: ReturnType<typeof undecidedHeading>, path: string): Problem[] {
  return heading === null ? [] : [{ path, line: heading.line, code: 'date-undecided', value: heading.value }];
}

function encodingProblem(path: string, { text, fixed }: NoteText): Problem[] {
  if (fixed === null) return [];
  const at = text.indexOf(fixed);
  const line = at < 0 ? null : lineAt(lineStarts(text.slice(0, at + 1)), at);
  return [{ path, line, code: 'encoding-damaged' }];
}
