/**
 * The next meeting's note: its people, its day, and what is carried forward by reference, as links to where it was
 * said. Nothing that is carried is said a second time: read, the new note holds no task and no question.
 *
 *     ---
 *     type: 1-1
 *     date: 2025-11-04
 *     people:
 *       - "[[Dana Fox]]"
 *     ---
 *     # Dana Fox
 *
 *     ## Carried forward
 *     - You owe: Send pricing draft · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
 *
 * A template's `{{title}}`, `{{date}}`, `{{time}}`, `{{people}}` (or any key of a kind: `{{participants}}`,
 * `{{project}}`) and `{{carried}}` are filled in. What is Templater's (`<% … %>`) is never run here: it is left out, or
 * kept for Templater itself to run.
 */
import type { Entity } from '../entity/entity';
import type { EntityKind } from '../note/kinds';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import { readNote } from '../note/read-note';
import { groupBrief } from '../page/brief';
import { givenName } from '../entity/person-name';
import type { NoteLinks } from '../page/note-link';
import type { PageRules } from '../page/page-rules';
import { withoutAddressee } from '../page/raise-row';
import { sourcedRow } from '../page/row';
import { questionRow, taskRow } from '../page/queue-listing';
import type { CalendarDate } from '../text/calendar-date';
import type { VaultIndex } from '../vault-index/build-index';
import type { RaiseRow, Source } from '../vault-index/rows';
import { itemsOf } from './find-item';
import { meetingPath } from './new-meeting-path';
import { fillTemplate } from './page-template';

export interface NewMeeting {
  /** Its people, projects and accounts. */
  readonly about: readonly Entity[];
  /** Names of people that the vault does not know: they stay names. */
  readonly others?: readonly string[];
  readonly date: CalendarDate;
  /** `HH:MM`. */
  readonly time?: string | null;
  /** The names of its people where absent. */
  readonly title?: string | null;
  /** The text of the person's own template; null for ours. */
  readonly template?: string | null;
  /** Whether Templater's commands stay, for it to run them. */
  readonly templater?: 'keep' | 'drop';
}

interface NewMeetingRules {
  readonly index: VaultIndex;
  readonly rules: PageRules;
  readonly noteRules: NoteRules;
  readonly links: NoteLinks;
}

interface NewMeetingNote {
  /** Where no file is yet: in the series' own folder and named as its last note is. */
  readonly path: string;
  readonly text: string;
  /** Rows that are carried forward. */
  readonly carried: number;
}

export function newMeetingNote(meeting: NewMeeting, how: NewMeetingRules): NewMeetingNote {
  const { about, template = null } = meeting;
  const people = about.filter(({ kind }) => kind === 'person');
  const title =
    oneLine(meeting.title ?? '') ||
    (people.length > 0 ? people : about).map(({ name }) => name).join(', ') ||
    'Meeting';
  const path = meetingPath({ ...meeting, title, titled: oneLine(meeting.title ?? '') !== '' }, how.index);
  const rows = carriedRows(meeting, title, how);
  const own = ownNote(meeting, title, people.length, how);
  const candidates =
    template === null
      ? [own]
      : [
          filled(template, meeting, title, how),
          withProperties(filled(template, meeting, title, how), meeting, people.length, how),
          ownHead(meeting, people.length, how) + withoutHead(filled(template, meeting, title, how)),
          own,
        ];
  const text = candidates.find((one) => isMeeting(readNote(path, withoutCarried(one), how.noteRules), meeting)) ?? own;
  return { path, ...withCarried(text, rows, { path, meeting, rules: how.noteRules }) };
}

const CARRIED = /\{\{\s*carried(?: forward)?\s*\}\}/gi;
const HEADING = '## Carried forward';

/**
 * Where the template wants it, as long as no line of it is read as said again and the note is still that meeting's;
 * else under a heading of its own at the end; else not at all.
 */
function withCarried(
  text: string,
  rows: readonly string[],
  { path, meeting, rules }: { readonly path: string; readonly meeting: NewMeeting; readonly rules: NoteRules },
): { readonly text: string; readonly carried: number } {
  const plain = withoutCarried(text);
  const said = itemsOf(readNote(path, plain, rules)).length;
  const body = rows.join('\n');
  const places = [
    ...(text.search(CARRIED) >= 0 ? [text.replace(CARRIED, () => body)] : []),
    `${plain.trimEnd()}\n\n${HEADING}\n${body}\n`,
  ];
  const found =
    rows.length === 0
      ? undefined
      : places.find((one) => {
          const read = readNote(path, one, rules);
          return itemsOf(read).length === said && isMeeting(read, meeting);
        });
  return found === undefined ? { text: plain, carried: 0 } : { text: found, carried: rows.length };
}

/** A heading that was there for it alone goes along. */
function withoutCarried(text: string): string {
  return text.replace(/^#{1,6} [^\n]*\n+\{\{\s*carried(?: forward)?\s*\}\}\n*/gim, '').replace(CARRIED, '');
}

function isMeeting({ kind, date, meetings: [meeting] }: Note, { about, date: wanted }: NewMeeting): boolean {
  const names = meeting?.names.map(({ text }) => text) ?? [];
  return kind === 'meeting' && date === wanted && about.every(({ name }) => names.includes(name));
}

function carriedRows(
  { about }: NewMeeting,
  title: string,
  { index, rules, links }: NewMeetingRules,
): readonly string[] {
  const brief = groupBrief(about, title, index, { rules });
  const [only] = about;
  const they = about.length === 1 && only?.kind === 'person' ? `${givenName(only.name)} owes` : 'Others owe';
  const row = (
    label: string,
    { text, sources }: { readonly text: string; readonly sources: readonly Source[] },
    details: readonly string[],
  ): string => sourcedRow({ text: `${label}: ${text}`, sources }, { details }, { links, reference: rules.today });
  const raised = (raise: RaiseRow): string =>
    about.length === 1 && only !== undefined ? withoutAddressee(raise, { entity: only, links }) : raise.text;
  return [
    ...brief.raise.rows.map((raise) => row('Raise', { ...raise, text: raised(raise) }, [])),
    ...brief.questions.rows.map((question) => row('Unanswered', question, questionRow(question, rules).details)),
    ...brief.youOwe.rows.map((task) => row('You owe', task, taskRow(task, rules).details)),
    ...brief.theyOwe.rows.map((task) => row(they, task, taskRow(task, rules).details)),
    ...brief.needsOwner.rows.map((task) => row('Needs an owner', task, taskRow(task, rules).details)),
  ];
}

function ownNote(meeting: NewMeeting, title: string, people: number, how: NewMeetingRules): string {
  return `${ownHead(meeting, people, how)}# ${title}\n\n## Carried forward\n{{carried}}\n\n## Decisions\n\n## Action items\n\n## Open questions\n`;
}

/** What the frontmatter says, as lines by key. */
function properties(
  { about, date, time, others = [] }: NewMeeting,
  people: number,
  { noteRules: { kinds, dateKeys }, links }: NewMeetingRules,
): readonly (readonly [string, readonly string[]])[] {
  const kindsHere = kinds.filter(
    ({ id }) => about.some(({ kind }) => kind === id) || (id === 'person' && others.length > 0),
  );
  const unknown = others.map((name) => `  - ${JSON.stringify(oneLine(name))}`);
  return [
    [
      'type',
      [
        `type: ${people === 1 && others.length === 0 && about.every(({ kind }) => kind === 'person') ? '1-1' : 'meeting'}`,
      ],
    ],
    [dateKeys[0] ?? 'date', [`${dateKeys[0] ?? 'date'}: ${date}`]],
    ...(time === undefined || time === null ? [] : [['time', [`time: "${time}"`]] as const]),
    ...kindsHere.map(
      (kind) =>
        [
          keyOf(kind),
          [
            `${keyOf(kind)}:`,
            ...about.filter((one) => one.kind === kind.id).map((one) => `  - ${quotedLink(one, links)}`),
            ...(kind.id === 'person' ? unknown : []),
          ],
        ] as const,
    ),
  ];
}

function keyOf({ keys, id }: EntityKind): string {
  return keys.find((key) => !key.includes('.')) ?? id;
}

/** A name without a page stays a name unless it was given as a link before, as it is for people the vault knows. */
function quotedLink(entity: Entity, links: NoteLinks): string {
  const link = entity.page === null ? `[[${entity.name}]]` : links.toEntity(entity);
  return JSON.stringify(link.startsWith('[[') ? link : entity.name);
}

function ownHead(meeting: NewMeeting, people: number, how: NewMeetingRules): string {
  return `---\n${properties(meeting, people, how)
    .flatMap(([, lines]) => lines)
    .join('\n')}\n---\n`;
}

const HEAD = /^\ufeff?---[ \t]*\r?\n(?:([^]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

function withoutHead(text: string): string {
  return text.replace(HEAD, '');
}

/** The template's own frontmatter with our keys in the place of its own. */
function withProperties(text: string, meeting: NewMeeting, people: number, how: NewMeetingRules): string {
  const head = HEAD.exec(text);
  if (head === null) return ownHead(meeting, people, how) + text;
  const lines = (head[1] ?? '').split(/\r?\n/).filter((line) => line !== '');
  for (const [key, wanted] of properties(meeting, people, how)) {
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (at >= 0 && key === 'type') continue;
    let end = at + 1;
    while (at >= 0 && end < lines.length && /^(?:[ \t]|-)/.test(lines[end] ?? '')) end += 1;
    if (at < 0) lines.push(...wanted);
    else lines.splice(at, end - at, ...wanted);
  }
  return `---\n${lines.join('\n')}\n---\n${text.slice(head[0].length)}`;
}

function filled(template: string, meeting: NewMeeting, title: string, how: NewMeetingRules): string {
  const text =
    meeting.templater === 'keep'
      ? besideTokens(template, (part) => fill(part, meeting, title))
      : fill(template, meeting, title);
  const head = HEAD.exec(text)?.[0].length ?? 0;
  return (
    withNames(text.slice(0, head), meeting, how, { quoted: true }) +
    withNames(text.slice(head), meeting, how, { quoted: false })
  );
}

/** What is between Templater's tokens changed, the tokens as they are. */
function besideTokens(template: string, change: (part: string) => string): string {
  let result = '';
  let at = 0;
  for (let open = template.indexOf('<%'); open >= 0; open = template.indexOf('<%', at)) {
    const close = template.indexOf('%>', open + 2);
    if (close < 0) break;
    result += change(template.slice(at, open)) + template.slice(open, close + 2);
    at = close + 2;
  }
  return result + change(template.slice(at));
}

function fill(part: string, { date, time }: NewMeeting, title: string): string {
  return fillTemplate(
    part.replace(/\{\{\s*time\s*(?::[^{}\n]{0,60})?\}\}/gi, () => time ?? ''),
    { title, today: date },
  );
}

/** `{{people}}`, `{{participants}}`, `{{project}}`: the links of that kind. */
function withNames(
  text: string,
  { about }: NewMeeting,
  { noteRules: { kinds }, links }: NewMeetingRules,
  { quoted }: { readonly quoted: boolean },
): string {
  return text.replace(/\{\{\s*([a-z]{2,20})\s*\}\}/gi, (whole, word: string) => {
    const kind = kinds.find(({ id, keys }) => [id, ...keys].some((key) => key.toLowerCase() === word.toLowerCase()));
    if (kind === undefined) return whole;
    return about
      .filter((one) => one.kind === kind.id)
      .map((one) => (quoted ? quotedLink(one, links) : links.toEntity(one)))
      .join(', ');
  });
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
