/** One rollup from reading to writing: the same for the app and for the command line. */
import { lostNames } from '../entity/lost-names';
import type { CalendarDate } from '../text/calendar-date';
import type { Problem } from '../note/problems';
import { asOfDate } from '../page/rollup-page';
import { ROLLUP_PAGE_NAMES } from '../page/rollup-page-names';
import { compareText } from '../text/order';
import { runSync, runYielding } from '../text/job';
import { indexAsOf, type RollupInput, type RollupMemory, type RollupPlan, rollupSteps } from '../edit/plan-rollup';
import { pageRules } from '../edit/page-rules';
import { existingSpelling } from '../edit/existing-spelling';
import type { Settings } from '../settings/settings';
import { type Habits, habitsOf } from '../vault-index/habits';
import { type Inspection, inspection, sortedProblems } from '../vault-index/inspection';
import { likelyMe } from '../vault-index/likely-me';
import { carryOut, type CarriedOut } from './carry-out';
import { indexOfReading, memoryOfReading } from './index-of-reading';
import { recoverJournal } from './journal';
import type { FileReading } from './read-file';
import type { CommonDayOrder } from '../note/day-order';
import { readInOrder } from './day-order';
import type { ReadOptions, VaultReading } from './read-vault';
import { keepLists, type ListId } from './cache/lists';
import { ifKept, Sections, stampAfter } from './cache/sections';
import { isReadFromVault, markUpToDate } from './cache/up-to-date';
import { isIndexBehind, keepIndex } from './stored-index';
import type { HostError, VaultHost } from './vault-host';

export interface PlannedRollup {
  readonly plan: RollupPlan;
  /** Of reading and of planning, by path and line. */
  readonly problems: readonly Problem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
  readonly today: CalendarDate;
  /** While nobody is known to be me, who seems to be. */
  readonly likelyMe: string | null;
  readonly understood: Understood;
  /** The order of day and month that was inferred for it: whoever writes keeps it as a setting. */
  readonly dayOrder: CommonDayOrder | null;
}

/** How far the notes were understood. */
export interface Understood {
  readonly meetings: number;
  /** Notes that look like meetings and are none. */
  readonly lookLike: number;
  /** Of a first rollup. */
  readonly habits: Habits | null;
}

export interface RollupOptions extends ReadOptions {
  readonly settings: Settings;
  /** The day to roll up for. */
  readonly today: CalendarDate;
  /** Take the day that the pages on disk were made for where there is one: as `--check` does. */
  readonly asOnPages?: boolean;
  /** What it throws ends the work; nothing has been written yet then. */
  readonly rest?: () => Promise<void>;
}

export async function planVaultRollup(host: VaultHost, options: RollupOptions): Promise<PlannedRollup> {
  return (await readAndPlan(host, options)).planned;
}

async function readAndPlan(
  host: VaultHost,
  { settings: asked, today, asOnPages, onProgress, rest }: RollupOptions,
): Promise<{
  readonly planned: PlannedRollup;
  readonly reading: VaultReading;
  readonly settings: Settings;
  readonly input: RollupInput;
  readonly memory: RollupMemory;
}> {
  const { reading, settings, dayOrder } = await readInOrder(host, asked, { onProgress, rest });
  const day = asOnPages === true ? (dayOnPages(reading, settings) ?? today) : today;
  // A page that could not be read would be missed: nobody gets a second one because of that.
  const wanted: Settings = reading.failures.length > 0 ? { ...settings, newPages: 'never' } : settings;
  const input = { ...reading, settings: wanted, today: day };
  const memory = await memoryOfReading({ input, stored: reading.stored }, rest);
  const steps = rollupSteps(input, memory);
  const found = rest === undefined ? runSync(steps) : await runYielding(steps, rest);
  const plan = reading.mayWrite ? found : { ...found, edits: [] };
  const problems = sortedProblems([
    ...reading.problems,
    ...lostNames(plan.index.registry, reading.memory),
    ...plan.problems,
  ]);
  const guess = settings.me.length > 0 ? null : likelyMe(plan.index.meetings);
  const { notes } = plan.index;
  const isFirst = plan.edits.some(
    ({ path, before }) => before === null && path.startsWith(`${settings.rollupFolder}/`),
  );
  const understood: Understood = {
    meetings: plan.index.meetings.length,
    lookLike: notes.filter(({ looksLike }) => looksLike !== null).length,
    habits: isFirst ? habitsOf(notes, plan.index) : null,
  };
  return {
    planned: { plan, problems, failures: reading.failures, today: day, likelyMe: guess, understood, dayOrder },
    reading,
    settings,
    input,
    memory,
  };
}

export interface RolledUp extends PlannedRollup {
  readonly result: CarriedOut;
}

/**
 * Plans a rollup and carries it out; what an earlier run left half done is settled first. `now` in milliseconds since
 * the epoch.
 */
export async function rollUp(
  host: VaultHost,
  { now, ...options }: RollupOptions & { readonly now: number; readonly lists?: readonly ListId[] },
): Promise<RolledUp> {
  await recoverJournal(host, now);
  const { planned, reading, settings, input, memory } = await readAndPlan(host, options);
  const { stored } = reading;
  const result = await carryOut(host, planned.plan, { what: 'rollup', now, recovered: true });
  if (stored !== null) {
    const written = new Set(result.written);
    const read = new Map<string, FileReading>();
    for (const { path, after } of planned.plan.edits)
      if (written.has(path) && after !== null)
        read.set(path, await stored.wrote(path, after, memory.writtenNote(path, after)));
    await stored.save(now);
    const index =
      written.size === 0
        ? planned.plan.index
        : runSync(indexAsOf(inputAfter(input, read), memory, { isEnlarged: memory.indexWithCreated !== null }));
    if (isIndexBehind(stored, index.parts.given)) await keepIndex(stored, index);
    const { edits } = planned.plan;
    const isWhole =
      planned.failures.length + result.failures.length + result.skipped.length === 0 &&
      edits.every(({ path }) => written.has(path));
    if (isWhole)
      await ifKept(async () => {
        const { lists } = options;
        const sections = await Sections.open(host, settings);
        const { listed } = reading;
        const hashOf = (path: string): string | null => stored.hashOf(path);
        const stamp = sections === null ? null : await stampAfter(host, { listed, began: now, hashOf, edits });
        if (sections === null || stamp === null) return;
        if (isReadFromVault(settings, listed))
          await markUpToDate(sections, stamp, {
            unchanged: planned.plan.unchanged + edits.filter(({ after }) => after !== null).length,
            problems: planned.problems,
            proposals: planned.plan.proposals,
            today: planned.today,
            onPages: isOnPages(planned, reading, settings),
          });
        const rules = pageRules(settings, settings, planned.today);
        await keepLists(sections, stamp, { index, rules, lists: lists ?? [] });
      });
  }
  return { ...planned, result };
}

/** The vault with pages as they were written. */
function inputAfter(input: RollupInput, read: ReadonlyMap<string, FileReading>): RollupInput {
  const known = new Set(input.paths);
  const made = [...read.keys()].filter((path) => !known.has(path));
  return {
    ...input,
    paths: [...input.paths, ...made].sort(compareText),
    notes: [
      ...input.notes.filter(({ path }) => !read.has(path)),
      ...[...read.values()].flatMap(({ note }) => note ?? []),
    ],
  };
}

/** What was read, as `inspect --json` prints it. */
export async function inspectVault(
  host: VaultHost,
  { settings: asked, today, path, onProgress }: Omit<RollupOptions, 'asOnPages'> & { readonly path?: string },
): Promise<{
  readonly inspection: Inspection;
  readonly failures: readonly HostError[];
  readonly dayOrder: CommonDayOrder | null;
}> {
  const { reading, settings, dayOrder } = await readInOrder(host, asked, { onProgress });
  const index = await indexOfReading({ input: { ...reading, settings, today }, stored: reading.stored });
  const found = inspection(index, { today, path });
  const problems = [...reading.problems, ...lostNames(index.registry, reading.memory)].filter(
    (problem) => path === undefined || problem.path === path,
  );
  return {
    inspection: { ...found, problems: sortedProblems([...found.problems, ...problems]) },
    failures: reading.failures,
    dayOrder,
  };
}

/** Whether a page says the day once the plan is carried out. */
function isOnPages({ plan, today }: PlannedRollup, { pages }: VaultReading, settings: Settings): boolean {
  const after = new Map(pages);
  for (const { path, after: text } of plan.edits) after.set(path, text ?? '');
  return dayOnPages({ pages: after }, settings) === today;
}

function dayOnPages({ pages }: Pick<VaultReading, 'pages'>, { rollupFolder }: Settings): CalendarDate | null {
  const spelled = existingSpelling([...pages.keys()]);
  for (const name of ROLLUP_PAGE_NAMES) {
    const day = asOfDate(pages.get(spelled(`${rollupFolder}/${name}.md`)) ?? '');
    if (day !== null) return day;
  }
  return null;
}
