/**
 * What came of a meeting as plain text, to be sent to whoever was there: decisions, actions by owner, what is open.
 *
 *     Pricing with Dana, Tue 28 Oct 2025
 *
 *     Decisions
 *     - Pilot ships without SSO
 *
 *     Actions
 *     Mara Voss
 *     - Send pricing draft (by 31 Oct)
 *
 * What is private is left out; a private meeting has no recap.
 */
import type { Task } from '../task/task';
import { type CalendarDate, dateBeside, weekdayDate } from '../text/calendar-date';
import { rowKey } from '../text/row-key';
import type { VaultIndex } from '../vault-index/build-index';
import type { ResolvedLine, ResolvedTask } from '../vault-index/merge-rows';
import type { NoteLines } from '../vault-index/resolve-lines';
import type { MeetingRecord, Owner } from '../vault-index/rows';
import { plainWords } from './listing';
import { pushInto } from '../text/push-into';

/**
 * `me`: the names that are me; the first one is sent. Null for a private meeting; lines end in `\n`, the last has none.
 */
export function recap(
  meeting: MeetingRecord,
  index: VaultIndex,
  { me }: { readonly me: readonly string[] },
): string | null {
  if (meeting.private) return null;
  const reference = meeting.date ?? '';
  const blocks: string[][] = [
    [`${plainWords(meeting.title)}${meeting.date === null ? '' : `, ${weekdayDate(meeting.date)}`}`],
  ];
  if (meeting.summary !== null) blocks.push([plainWords(meeting.summary, 1000)]);
  const decisions = distinct(meetingLines(meeting, index, 'decisions'));
  if (decisions.length > 0) blocks.push(['Decisions', ...decisions.map(bullet)]);
  const tasks = distinct(meetingLines(meeting, index, 'tasks').filter(({ item }) => !item.proposed));
  if (tasks.length > 0)
    blocks.push([
      'Actions',
      ...taskLines(
        tasks.map(({ text, owners, item: { task } }) => ({ ...task, text, owners })),
        { me, reference },
      ),
    ]);
  const open = distinct(meetingLines(meeting, index, 'questions').filter(({ item }) => !item.answered));
  if (open.length > 0) blocks.push(['Open questions', ...open.map(bullet)]);
  if (meeting.nextMeeting !== null) blocks.push([`Next meeting: ${weekdayDate(meeting.nextMeeting)}`]);
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

/** What was said in a meeting, in all notes that tell of it, without what is private. */
export function meetingLines<K extends 'tasks' | 'questions' | 'decisions' | 'outcomes'>(
  { id, notes }: MeetingRecord,
  index: VaultIndex,
  which: K,
): NoteLines[K][number][] {
  const found: NoteLines[K][number][] = [];
  for (const path of new Set(notes.map((note) => note.path))) {
    for (const line of index.linesOf.get(path)?.[which] ?? [])
      if (line.source.meeting?.id === id && !line.private) found.push(line);
  }
  return found;
}

/** Two notes of one meeting say most things twice. */
function distinct<S extends ResolvedLine<unknown>>(lines: readonly S[]): readonly S[] {
  const seen = new Set<number>();
  return lines.filter((line) => {
    const key = rowKey(
      line.text,
      'owners' in line ? JSON.stringify((line as unknown as ResolvedTask).owners.map(({ name }) => name)) : '',
    );
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function bullet({ text }: ResolvedLine<unknown>): string {
  return `- ${plainWords(text)}`;
}

/** A task as a recap tells it: one of a note, or a row. */
interface ToldTask extends Pick<Task, 'statusType' | 'due'> {
  readonly text: string;
  readonly owners: readonly Owner[];
}

/** Tasks below their owners' names. */
export function taskLines(
  tasks: readonly ToldTask[],
  { me, reference }: { readonly me: readonly string[]; readonly reference: CalendarDate },
): string[] {
  return byOwner(tasks, me).flatMap(([owner, list]) => [owner, ...list.map((task) => actionLine(task, reference))]);
}

/** In the order in which their first action was written down; what is nobody's comes last. */
function byOwner(tasks: readonly ToldTask[], me: readonly string[]): (readonly [string, readonly ToldTask[]])[] {
  const groups = new Map<string, ToldTask[]>();
  for (const task of tasks) {
    const names = task.owners.map((owner) => (owner.me ? (me[0] ?? 'Me') : owner.name));
    const key =
      names.length === 0
        ? ''
        : plainWords(
            names.length === 1
              ? (names[0] ?? '')
              : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`,
          );
    pushInto(groups, key, task);
  }
  const named = [...groups].filter(([name]) => name !== '');
  const nobodys = groups.get('');
  return nobodys === undefined ? named : [...named, ['No owner yet', nobodys]];
}

function actionLine({ text, statusType, due }: ToldTask, reference: CalendarDate): string {
  const isClosed = statusType === 'DONE' || statusType === 'CANCELLED';
  const aside = isClosed
    ? ` (${statusType === 'DONE' ? 'done' : 'cancelled'})`
    : due === null
      ? ''
      : ` (by ${dateBeside(due, reference)})`;
  return `- ${plainWords(text)}${aside}`;
}
