/** `throughline inspect`: what was read, as text. (As JSON it is the engine's own record.) */
import { STATEMENT_KINDS } from '../note/line-kinds';
import type { CommonDayOrder } from '../note/day-order';
import type { Inspection } from '../vault-index/inspection';
import { problemRecord } from '../words/english';
import { dayOrderLine, habitLines } from '../words/english-habits';
import { englishReason } from '../words/english-signals';
import { inspectionRecord } from '../words/inspection-record';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { jsonText, printable } from '../text/printable';
import { counted, painter, problemRow } from './report.mts';
import { EXIT, type ExitStatus, type Output, type Shell, UsageError } from './shell.mts';
import { notePath } from './task-place.mts';

interface InspectOptions extends VaultOptions {
  readonly note?: string;
}

export async function inspectVault(shell: Shell, options: InspectOptions): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { host, settings } = await openVault(shell, options);
  const path = options.note === undefined ? undefined : notePath(options.note);
  const progress = progressOn(err);
  const run = {
    settings,
    today: options.today ?? shell.today,
    onProgress: progress.onProgress,
    ...(path === undefined ? {} : { path }),
  };
  const { inspection, failures, dayOrder } = await engine.inspectVault(host, run).finally(() => progress.end());
  const note = inspection.notes[0];
  if (path !== undefined && note === undefined && inspection.problems.length === 0 && failures.length === 0) {
    throw new UsageError(
      `no note "${path}" was read; give its path in the vault, such as "Meetings/2025-10-28 Dana.md" (excluded notes and rollup pages are not read)`,
    );
  }
  if (options.json)
    out.write(
      `${jsonText({ ...inspectionRecord(inspection), dayOrder, problems: inspection.problems.map(problemRecord) })}\n`,
    );
  else
    out.write(
      path === undefined || note === undefined
        ? vaultText({ ...inspection, dayOrder }, out)
        : noteText(note, inspection.problems, out),
    );
  return failures.length > 0 ? reportFailures(shell, failures) : EXIT.done;
}

type InspectedNote = Inspection['notes'][number];

const MOST_MEETINGS = 20;

/** Of the whole vault: how much there is, the entities, every problem. Ends in a line end. */
function vaultText(
  {
    notes,
    entities,
    problems,
    lookLikeMeetings,
    habits,
    dayOrder,
  }: Inspection & { readonly dayOrder: CommonDayOrder | null },
  { colours }: Pick<Output, 'colours'>,
): string {
  const paint = painter(colours);
  const ofKind = (kind: InspectedNote['kind']): number => notes.filter((note) => note.kind === kind).length;
  const tasks = notes.flatMap((note) => note.tasks);
  const questions = notes.flatMap((note) => note.questions);
  const lapsed = questions.filter(({ status }) => status === 'lapsed').length;
  const open = tasks.filter(
    ({ statusType }) => statusType !== 'DONE' && statusType !== 'CANCELLED' && statusType !== 'NON_TASK',
  ).length;
  const kinds = [...new Set(entities.map(({ kind }) => kind))];
  return [
    paint(counted(notes.length, 'note'), 'bold'),
    `  ${counted(ofKind('meeting'), 'meeting')}, ${counted(ofKind('entity'), 'entity page')}, ${counted(ofKind('other'), 'other note')}`,
    `  ${counted(tasks.length, 'task')} (${open} open), ${counted(questions.length, 'question')} (${questions.filter(({ status }) => status === 'open').length} open${lapsed === 0 ? '' : `, ${lapsed} lapsed`}), ${counted(notes.flatMap(({ decisions }) => decisions).length, 'decision')}`,
    ...(notes.length > 0 && ofKind('meeting') === 0 && tasks.length + questions.length === 0 ? [NO_MEETINGS] : []),
    ...habitLines(habits).map((line) => `  ${printable(line)}`),
    ...(dayOrder === null ? [] : [`  ${dayOrderLine(dayOrder)}`]),
    ...lookLikeRows(lookLikeMeetings, paint),
    paint(counted(entities.length, 'entity', 'entities'), 'bold'),
    ...kinds.map((kind) => {
      const pages = entities.filter((entity) => entity.kind === kind && entity.page !== null).length;
      return `  ${kind}: ${pages} with a page, ${entities.filter((entity) => entity.kind === kind).length - pages} without`;
    }),
    paint(counted(problems.length, 'problem'), 'bold'),
    ...problems.map((problem) => problemRow(problem, paint)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Whoever calls things by other words than those known sees nothing else go wrong. */
const NO_MEETINGS =
  '  No meetings found. A meeting note needs a type or tag such as "meeting", or people and a date,\n  or a folder such as "Meetings" and a date in the file name. Add your own words to the setting words.';

/** What one more signal, or one answer, would make meetings of. */
function lookLikeRows(groups: Inspection['lookLikeMeetings'], paint: ReturnType<typeof painter>): string[] {
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, { paths }) => sum + paths.length, 0);
  const shown = groups.slice(0, MOST_GROUPS);
  return [
    paint(`${counted(count, 'note')} more ${count === 1 ? 'looks' : 'look'} like a meeting`, 'bold'),
    ...shown.map(
      ({ group, why, paths }) =>
        `  ${paths.length} ${paths.length === 1 ? 'note' : 'notes'}: ${printable(why.map(englishReason).join(', '))} (${printable(paths[0] ?? '')}${paths.length > 1 ? ', …' : ''})\n    if they are meetings, add to the setting looksLike: ${printable(JSON.stringify(group))}: true`,
    ),
    ...(groups.length > shown.length
      ? [`  and ${counted(groups.length - shown.length, 'more group')} (--json lists all)`]
      : []),
  ];
}

const MOST_GROUPS = 8;

/** Of one note: everything that was read, line by line. */
function noteText(note: InspectedNote, problems: Inspection['problems'], { colours }: Pick<Output, 'colours'>): string {
  const paint = painter(colours);
  const rows = <T extends { readonly line: number }>(
    title: string,
    items: readonly T[],
    show: (item: T) => string,
  ): string[] =>
    items.length === 0
      ? []
      : [
          paint(title, 'bold'),
          ...items.map((item) => `  ${paint(String(item.line).padStart(4), 'dim')}  ${printable(show(item))}`),
        ];
  const words = ({ text }: { readonly text: string }): string => text;
  return [
    paint(printable(note.path), 'bold'),
    `  ${[note.kind, note.date ?? 'no date', note.type ?? 'no type'].map(printable).join(', ')}: ${printable(note.title)}`,
    ...note.meetings
      .slice(0, MOST_MEETINGS)
      .map(
        ({ line, title, because }) =>
          `  ${note.kind === 'meeting' ? 'meeting' : `meeting at line ${line}, ${printable(title)}`}, because: ${printable(because.map(englishReason).join(', '))}`,
      ),
    ...note.entities.map(
      ({ kind, name, page, via }) =>
        `  ${kind} ${printable(name)} → ${page === null ? 'no page' : printable(page)} (${via})`,
    ),
    ...rows(
      'Tasks',
      note.tasks,
      (task) =>
        `[${task.status}] ${task.text}${task.owners.map(({ name, me }) => ` @${me ? 'me' : name}`).join('')}${task.due === null ? '' : ` due ${task.due}`}`,
    ),
    ...rows(
      'Questions',
      note.questions,
      ({ text, status, answer }) => `${text} (${status}${answer === null ? '' : `: ${answer}`})`,
    ),
    ...STATEMENT_KINDS.flatMap((kind) => rows(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, note[kind], words)),
    ...rows('Raise next', note.raises, words),
    ...(problems.length === 0 ? [] : [paint('Problems', 'bold')]),
    ...problems.map((problem) => problemRow(problem, paint)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
