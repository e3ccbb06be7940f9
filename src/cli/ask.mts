/** What `queue`, `questions`, `decisions` and `brief` share: who a name means, how an answer is printed. */
import { jsonText, printable, printableLines } from '../text/printable';
import type { Entity } from '../entity/entity';
import { pageRules } from '../edit/page-rules';
import { keptRows, type ListId, listOf, type Lists } from '../host/cache/lists';
import type { AskedVault, LoadOptions } from '../host/load-vault';
import type { HostError, VaultHost } from '../host/vault-host';
import type { PageRules } from '../page/page-rules';
import type { Settings } from '../settings/settings';
import { type Listing, listingMarkdown } from '../page/listing';
import type { OwnerFilter } from '../page/queue-listing';
import { readDateWords } from '../text/date-words';
import { addDays, type CalendarDate } from '../text/calendar-date';
import { problemRecord } from '../words/english';
import { entityNamed as findNamed, ownerNamed as findOwner, UnknownName } from '../words/english-names';
import type { Owner, Source } from '../vault-index/rows';
import type { VaultOptions } from './command-options.mts';
import { listingText } from './listing-text.mts';
import { rememberRows } from './listed-rows.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

export interface AskOptions extends VaultOptions {
  readonly markdown?: true;
  readonly format?: 'text' | 'markdown' | 'json';
  readonly entity?: string;
  readonly all?: true;
}

/** What an answer is made of, once the vault is read; one of the two is asked for. */
export interface Answer {
  readonly listing: () => Listing;
  /** As JSON. */
  readonly record: () => object;
}

/** A list of rows, and the vault that they are of. */
interface AskedList<L extends ListId> {
  readonly listed: Lists[L];
  readonly rules: PageRules;
  /** Read when it is first asked for; rows of other kinds may be missing. */
  readonly vault: () => Promise<AskedVault>;
}

/** Reads the vault and prints what `answer` makes of it, in the form that was asked for. */
export function ask(
  shell: Shell,
  { ahead, ...options }: AskOptions & CalendarAhead,
  answer: (vault: AskedVault, today: CalendarDate) => Answer,
): Promise<ExitStatus> {
  return answered(shell, { ...options, ahead }, async ({ vault, today }) => answer(await vault(), today));
}

/** As `ask`, of one list: where that is kept nothing else is read. */
export function askList<L extends ListId>(
  shell: Shell,
  { list, ...options }: AskOptions & { readonly list: L },
  answer: (list: AskedList<L>, today: CalendarDate) => Promise<Answer>,
): Promise<ExitStatus> {
  return answered(shell, { ...options, list }, async ({ host, settings, vault, today }) => {
    const rules = pageRules(settings, settings, today);
    const listed = (await keptRows(host, list, { settings, rules })) ?? listOf(list, (await vault()).index, rules);
    return answer({ listed, rules, vault }, today);
  });
}

interface Asked {
  readonly host: VaultHost;
  readonly settings: Settings;
  readonly today: CalendarDate;
  readonly vault: () => Promise<AskedVault>;
}

async function answered(
  shell: Shell,
  { list, ahead, ...options }: AskOptions & Pick<LoadOptions, 'list'> & CalendarAhead,
  answer: (asked: Asked) => Promise<Answer>,
): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const format = formatOf(options);
  const today = options.today ?? shell.today;
  const { folder, host, settings } = await openVault(shell, options);
  const progress = progressOn(err);
  let loading: Promise<AskedVault> | null = null;
  const read = async (): Promise<AskedVault> => {
    const { onProgress } = progress;
    const calendar = daysAhead(shell, today, ahead);
    const asked = { settings, today, now: shell.now, list, calendar, onProgress };
    const loaded = await engine.loadVault(host, asked).finally(() => progress.end());
    ({ failures } = loaded);
    reportCalendars(shell, loaded);
    return loaded;
  };
  let failures: readonly HostError[] = [];
  const vault = (): Promise<AskedVault> => (loading ??= read());
  const { listing, record } = await answer({ host, settings, today, vault });
  if (format === 'json') out.write(`${jsonText(record())}\n`);
  else if (format === 'markdown')
    out.write(`${printableLines(listingMarkdown(listing(), { links: (await vault()).links, today }))}\n`);
  else {
    const rows = listing();
    out.write(listingText(rows, out));
    rememberRows(shell, folder, rows);
  }
  return failures.length > 0 ? reportFailures(shell, failures) : EXIT.done;
}

/** How many days of the calendar an answer needs besides today; none of it where it is absent. */
interface CalendarAhead {
  readonly ahead?: number | undefined;
}

export function daysAhead(
  { zone }: Pick<Shell, 'zone'>,
  today: CalendarDate,
  ahead: number | undefined,
): LoadOptions['calendar'] {
  return ahead === undefined ? undefined : { from: today, to: addDays(today, ahead), zone };
}

/** What is wrong with a calendar file. Its entries that could be read were used. */
export function reportCalendars({ err }: Shell, { calendarProblems }: AskedVault): void {
  for (const problem of calendarProblems.slice(0, MOST_TOLD)) {
    const { path, line, message } = problemRecord(problem);
    err.write(`throughline: ${printable(`${line === null ? path : `${path}:${line}`}: ${message}`)}\n`);
  }
  const more = calendarProblems.length - MOST_TOLD;
  if (more > 0) err.write(`throughline: ${more} more problems in calendar files\n`);
}

const MOST_TOLD = 10;

function formatOf({ json, markdown, format }: AskOptions): 'text' | 'markdown' | 'json' {
  const asked = new Set([
    ...(json ? ['json' as const] : []),
    ...(markdown ? ['markdown' as const] : []),
    ...(format === undefined ? [] : [format]),
  ]);
  if (asked.size > 1) throw new UsageError(`${[...asked].join(' and ')} cannot be combined; give one of them`);
  return [...asked][0] ?? 'text';
}

/** Throws a UsageError that says who it could be. */
export function entityNamed(...given: Parameters<typeof findNamed>): Entity {
  return named(() => findNamed(...given));
}

/** `me`, `nobody`, an entity, or a name that a task gives and that has no page. Throws a UsageError as well. */
export function ownerNamed(...given: Parameters<typeof findOwner>): OwnerFilter {
  return named(() => findOwner(...given));
}

function named<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (error instanceof UnknownName) throw new UsageError(error.message);
    throw error;
  }
}

/** A day, in words too: `fri`, `next week`. */
export function dayNamed(given: string, today: CalendarDate): CalendarDate {
  const date = readDateWords(given, today)?.date ?? null;
  if (date === null)
    throw new UsageError(`--due-before "${given}" is not a date; give one such as 2025-11-07, fri or "next week"`);
  return date;
}

export function ownerRecord({ name, entity, me }: Owner) {
  return { name, page: entity?.page ?? null, me };
}

export function entityRecord({ kind, name, page }: Entity) {
  return { kind, name, page };
}

export function sourceRecord({ path, line, heading, date }: Source) {
  return { path, line, heading: heading?.split('\n').pop() ?? null, date };
}
