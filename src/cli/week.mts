/** `throughline week`: what happened in a week, as a list, as its page, or as a recap to send. */
import path from 'node:path';
import { fileDiff } from '../edit/unified-diff';
import { weekPath } from '../edit/plan-week';
import type { AskedVault } from '../host/load-vault';
import type { WrittenWeek } from '../host/write-week';
import { type Ended, type Week, weekIn } from '../page/week';
import { eventSources, weekListing, weekRecap } from '../page/week-words';
import { type WeekDays, weekOfDay } from '../text/iso-week';
import { weekNamed } from '../text/week-named';
import type { MeetingRecord } from '../vault-index/rows';
import { skipRecord } from '../words/english';
import { ask, type AskOptions, entityRecord } from './ask.mts';
import { decisionRecord } from './decisions.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { taskRecord } from './queue.mts';
import { questionRecord } from './questions.mts';
import { jsonText, printable, printableLines } from '../text/printable';
import { diffFor, painter } from './report.mts';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';
import { kindOf } from './vault-path.mts';

interface WeekOptions extends AskOptions {
  readonly recap?: true;
  readonly write?: true;
  readonly diff?: true;
}

export async function week(shell: Shell, options: WeekOptions, words: string | undefined): Promise<ExitStatus> {
  const { days, folder } = await weekAsked(shell, options, words);
  const asked = { ...options, folder };
  if (options.write === true || options.diff === true) return writeWeekPage(shell, asked, days);
  if (options.recap === true) return printRecap(shell, asked, days);
  return ask(shell, asked, (vault) => {
    const found = weekIn(days, vault.index, vault.rules);
    return {
      listing: () => weekListing(found, vault.rules, { all: options.all === true }),
      record: () => weekRecord(found, vault, false),
    };
  });
}

/** A first word that is no week is the vault, where it is the only one. */
async function weekAsked(
  { cwd, today }: Pick<Shell, 'cwd' | 'today'>,
  options: WeekOptions,
  words: string | undefined,
): Promise<{ readonly days: WeekDays; readonly folder: string | undefined }> {
  const day = options.today ?? today;
  if (words === undefined) return { days: weekOfDay(day), folder: options.folder };
  const days = weekNamed(words, day);
  if (days !== null) return { days, folder: options.folder };
  if (options.folder === undefined && (await kindOf(path.resolve(cwd, words))) === 'folder')
    return { days: weekOfDay(day), folder: words };
  throw new UsageError(`"${words}" is not a week; give one such as 2025-W44, 2025-10-28, "last week" or yesterday`);
}

async function load(shell: Shell, options: WeekOptions) {
  const { engine, err, now } = shell;
  const { host, settings } = await openVault(shell, options);
  const progress = progressOn(err);
  const vault = await engine
    .loadVault(host, { settings, today: options.today ?? shell.today, now, onProgress: progress.onProgress })
    .finally(() => progress.end());
  return { host, settings, vault };
}

async function printRecap(shell: Shell, options: WeekOptions, days: WeekDays): Promise<ExitStatus> {
  if (options.json === true || options.markdown === true || options.format !== undefined)
    throw new UsageError('--recap is plain text; leave --json, --markdown and --format out');
  const { settings, vault } = await load(shell, options);
  const found = weekIn(days, vault.index, vault.rules);
  shell.out.write(`${printableLines(weekRecap(found, { me: settings.me }))}\n`);
  return vault.failures.length > 0 ? reportFailures(shell, vault.failures) : EXIT.done;
}

async function writeWeekPage(shell: Shell, options: WeekOptions, days: WeekDays): Promise<ExitStatus> {
  const { json, diff, recap } = options;
  if (json === true && diff === true) throw new UsageError('--json and --diff cannot be combined; give one of them');
  if (recap === true) throw new UsageError('--recap prints and writes no page; give it without --write and --diff');
  const { engine, out, now } = shell;
  const { host, vault } = await load(shell, options);
  const write = diff !== true;
  if (write) await recoverFirst(shell, host);
  const found = weekIn(days, vault.index, vault.rules);
  const { plan, result } = await engine.writeWeek(host, found, { vault, now, write });
  if (json) out.write(`${jsonText(weekRecord(found, vault, (result?.written.length ?? 0) > 0))}\n`);
  else if (diff) for (const edit of plan.edits) out.write(diffFor(out, fileDiff(edit)));
  else out.write(`${writtenText({ plan, result }, shell)}\n`);
  const failures = [...vault.failures, ...(result?.failures ?? [])];
  if (failures.length > 0) return reportFailures(shell, failures);
  return plan.isDamaged || (result?.skipped ?? []).length > 0 ? EXIT.declined : EXIT.done;
}

function writtenText({ plan, result }: WrittenWeek, { out: { colours } }: Shell): string {
  const paint = painter(colours);
  const path = printable(plan.path);
  const [skipped] = result?.skipped ?? [];
  if (plan.isDamaged)
    return `${path} was left alone: the markers of its Throughline block are damaged; fix or delete the page.`;
  if (skipped !== undefined) return `${path} was left alone: ${printable(skipRecord(skipped).reason)}`;
  const [edit] = plan.edits;
  if (edit === undefined) return `${path} is up to date.`;
  return `${paint(edit.before === null ? 'created' : 'changed', edit.before === null ? 'green' : 'yellow')}  ${path}`;
}

/** `written`: whether the page was, just now. Lists are whole. */
function weekRecord(found: Week, vault: AskedVault, written: boolean) {
  const { days, meetings, messages, people, privateMeetings } = found;
  const tasks = (list: Week['slipped']) => list.map((task) => taskRecord(task, vault.rules));
  const ended = <R, T extends object>(list: readonly Ended<R>[], record: (row: R) => T) =>
    list.map(({ row, date }) => ({ on: date, ...record(row) }));
  return {
    week: days.week,
    from: days.from,
    to: days.to,
    today: vault.rules.today,
    meKnown: vault.rules.meKnown,
    path: weekPath(found, vault.rules, vault.index),
    written,
    meetings: meetings.map(eventRecord),
    messages: messages.map(eventRecord),
    privateMeetings,
    people: people.map(({ person, ...counts }) => ({ ...entityRecord(person), ...counts })),
    promisedByMe: tasks(found.promisedByMe),
    promisedToMe: tasks(found.promisedToMe),
    needsOwner: tasks(found.needsOwner),
    done: ended(found.done, (task) => taskRecord(task, vault.rules)),
    answered: ended(found.answered, (question) => questionRecord(question, vault.rules)),
    decided: found.decided.map(decisionRecord),
    slipped: tasks(found.slipped),
    proposed: tasks(found.proposed),
  };
}

function eventRecord(event: MeetingRecord) {
  const { date, time, title, entities } = event;
  return {
    date,
    time,
    title,
    entities: entities.map(entityRecord),
    notes: eventSources(event)
      .map(({ path: note, line }) => ({ path: note, line }))
      .reverse(),
  };
}
