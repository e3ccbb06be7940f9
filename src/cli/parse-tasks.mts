/**
 * `throughline parse-tasks`: lines in, one JSON object a line out, `null` where a line is no task. Strict: what Tasks
 * reads, and owners. Needs no vault, so an owner's `name` is what was written, without link, parenthesis and address.
 */
import { jsonText } from '../text/printable';
import { foldName } from '../entity/fold-name';
import { isMyself } from '../entity/placeholders';
import { bareName, isPlaceholderOwner } from '../task/owner-name';
import { parseTask } from '../task/parse';
import type { TaskFormat } from '../task/signifiers';
import { isProposed } from '../task/status';
import type { Task } from '../task/task';
import { taskFields } from '../task/task-fields';
import { readTasksSettings, type TaskRules } from '../task/tasks-settings';
import { toggleTask } from '../task/toggle';
import type { CalendarDate } from '../text/calendar-date';
import type { CommonOptions } from './command-options.mts';
import { loadSettings, readJsonFile } from './settings-file.mts';
import { EXIT, type ExitStatus, type Shell } from './shell.mts';

export interface ParseTasksOptions {
  /** Given, it counts before the settings' own. */
  readonly format?: TaskFormat | undefined;
  readonly globalFilter?: string | undefined;
  /** The Tasks plugin's `data.json`, parsed; null for Tasks' defaults. */
  readonly tasksSettings?: unknown;
  /**
   * Prints `{"toggled": text}` instead: what the line becomes, of several lines where the task recurs, empty where it
   * goes.
   */
  readonly toggle: boolean;
  readonly today: CalendarDate;
  /** The names that are me. */
  readonly me: readonly string[];
}

/** A record for each line of `input`, which is split on `\n` only; a final line end begins no line. */
export function parseTasksLines(input: string, options: ParseTasksOptions): string {
  const lines = input.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  const rules = rulesOf(options);
  const mine = new Set(options.me.map((name) => foldName(name)));
  return lines
    .map((line) => `${jsonText(options.toggle ? toggled(line, rules, options.today) : parsed(line, rules, mine))}\n`)
    .join('');
}

function rulesOf({ format, globalFilter, tasksSettings }: ParseTasksOptions): TaskRules {
  const rules = readTasksSettings(tasksSettings ?? null);
  return { ...rules, format: format ?? rules.format, globalFilter: globalFilter ?? rules.globalFilter };
}

function toggled(line: string, rules: TaskRules, today: CalendarDate): { readonly toggled: string } | null {
  const result = toggleTask(line, rules, today);
  return result === null ? null : { toggled: result.lines.join('\n') };
}

function parsed(line: string, rules: TaskRules, mine: ReadonlySet<string>) {
  const task = parseTask(line, rules);
  return task === null ? null : record(task, rules, mine);
}

/** The `tasks` shape of `inspect --json` without its place in a vault. */
function record(task: Task, { statuses }: TaskRules, mine: ReadonlySet<string>) {
  return {
    text: task.text,
    status: task.status,
    statusType: task.statusType,
    proposed: isProposed(task, statuses),
    owners: task.owners.map((text) => ownerRecord(text, mine)),
    ...taskFields(task),
  };
}

function ownerRecord(text: string, mine: ReadonlySet<string>) {
  if (isPlaceholderOwner(text)) return { text, name: text, page: null, me: false };
  const name = bareName(text);
  return { text, name, page: null, me: isMyself(name) || mine.has(foldName(name)) };
}

interface ParseTasksCommandOptions extends CommonOptions {
  readonly format?: TaskFormat;
  readonly globalFilter?: string;
  readonly tasksSettings?: string;
  readonly toggle?: true;
}

export async function printTasks(shell: Shell, options: ParseTasksCommandOptions): Promise<ExitStatus> {
  const { cwd, today, out } = shell;
  const { configDir, config, me, format, globalFilter, tasksSettings: file } = options;
  // These lines belong to no vault: without --config there are no settings.
  const settings = await loadSettings(
    { configDir, readConfig: () => Promise.resolve(null) },
    { cwd, config, me: me ?? [] },
  );
  const tasksSettings =
    file === undefined ? null : await readJsonFile({ cwd, given: file, option: '--tasks-settings' });
  out.write(
    parseTasksLines(await shell.readInput(), {
      format,
      globalFilter,
      tasksSettings,
      toggle: options.toggle === true,
      today: options.today ?? today,
      me: settings.me,
    }),
  );
  return EXIT.done;
}
