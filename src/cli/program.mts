/** The commands: what each takes, and what it answers with. Throws nothing; gives the exit status. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { fileDiff } from '../edit/unified-diff';
import { HostError, type VaultHost } from '../host/vault-host';
import type { Settings } from '../settings/settings';
import type { TaskFormat } from '../task/signifiers';
import { addBrief } from './brief.mts';
import { completeRecord, completeText } from './complete.mts';
import { addDecisions } from './decisions.mts';
import type { PlannedRollup, RolledUp } from './engine.mts';
import { noteText, vaultText } from './inspect.mts';
import { addLink, type VaultOptions } from './link.mts';
import { parseTasksLines } from './parse-tasks.mts';
import { progressOn } from './progress.mts';
import { addQuestions } from './questions.mts';
import { addQueue } from './queue.mts';
import { diffFor, pathsOf, printable, rollupReport } from './report.mts';
import { addRemove } from './remove.mts';
import { addRepairEncoding } from './repair-encoding.mts';
import { addReview } from './review.mts';
import { settleFirst } from './settle.mts';
import { loadSettings, readJsonFile } from './settings-file.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';
import { locateTask, notePath } from './task-place.mts';
import { addUndo } from './undo.mts';
import { findVault } from './vault-path.mts';
import { watchVault } from './watch.mts';

interface CommonOptions {
  readonly today?: CalendarDate;
  readonly me?: readonly string[];
  readonly json?: true;
  readonly config?: string;
  readonly configDir: string;
}

interface RollupOptions extends VaultOptions {
  readonly dryRun?: true;
  readonly diff?: true;
  readonly check?: true;
  readonly watch?: true;
}

interface InspectOptions extends VaultOptions {
  readonly note?: string;
}

interface CompleteOptions extends VaultOptions {
  readonly dryRun?: true;
}

interface ParseTasksOptions extends CommonOptions {
  readonly format?: TaskFormat;
  readonly globalFilter?: string;
  readonly tasksSettings?: string;
  readonly toggle?: true;
}

export async function runProgram(shell: Shell): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const answers = (run: () => Promise<ExitStatus>) => async (): Promise<void> => {
    status = await run();
  };
  const program = rootCommand(shell);
  const rollup: Command = vaultCommand(program, 'rollup')
    .description('bring every page up to date and say what changed')
    .argument('[vault]', 'folder of the vault')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--diff', 'show what would change as a unified diff, and write nothing')
    .option('--check', 'write nothing, and end with status 1 if anything would change')
    .option('--watch', 'keep going: roll up again whenever notes, settings or the day change')
    .action(answers(() => rollUp(shell, rollup.opts<RollupOptions>(), rollup.args[0])));
  const inspect: Command = vaultCommand(program, 'inspect')
    .description('show what was read from the notes')
    .argument('[vault]', 'folder of the vault')
    .option('--note <path>', 'one note, by its path in the vault')
    .action(answers(() => inspectVault(shell, inspect.opts<InspectOptions>(), inspect.args[0])));
  const complete: Command = vaultCommand(program, 'complete')
    .description('toggle a task in its note: done, or open again')
    .argument('<path:line>', 'the note, by its path in the vault or from this folder, and the line, as in "Meetings/2025-10-28 Dana.md:12"')
    .option('--dry-run', 'say what would become of the line, and write nothing')
    .action(answers(() => completeTask(shell, complete.opts<CompleteOptions>(), complete.args[0] ?? '')));
  const tools = { shell, answers, openVault, reportFailures };
  addQueue(vaultCommand(program, 'queue'), tools);
  addQuestions(vaultCommand(program, 'questions'), tools);
  addDecisions(vaultCommand(program, 'decisions'), tools);
  addBrief(vaultCommand(program, 'brief'), tools);
  addLink(vaultCommand(program, 'link'), { shell, answers, openVault, reportFailures });
  addReview(vaultCommand(program, 'review'), { shell, answers, openVault, reportFailures });
  addRemove(vaultCommand(program, 'remove'), { shell, answers, openVault, reportFailures });
  addRepairEncoding(vaultCommand(program, 'repair-encoding'), { shell, answers, openVault, reportFailures });
  addUndo(vaultCommand(program, 'undo'), { shell, answers, openVault, reportFailures });
  const parseTasks: Command = command(program, 'parse-tasks')
    .description('read lines from standard input and print one JSON object for each: the task it is, or null')
    .addOption(new Option('--format <format>', 'the form tasks are written in (default: what --tasks-settings says, else tasks)').choices(['tasks', 'dataview']))
    .option('--global-filter <text>', 'a line without this text is no task')
    .option('--tasks-settings <file>', 'the Tasks plugin\'s own data.json')
    .option('--toggle', 'print what each task becomes when it is toggled')
    .action(answers(() => printTasks(shell, parseTasks.opts<ParseTasksOptions>())));
  try {
    await program.parseAsync([...shell.args], { from: 'user' });
    return status;
  } catch (error) {
    return failed(shell, error);
  }
}

function rootCommand({ out, version, err }: Shell): Command {
  return new Command('throughline')
    .description('Keeps the thread running through your meetings: rolls the notes of a vault up into pages for people, projects and accounts, open questions and follow-ups.')
    .version(version, '--version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out.write(text),
      // Help that nobody asked for; errors themselves are written by `failed`.
      writeErr: (text) => err.write(text),
      outputError: () => undefined,
    });
}

function vaultCommand(program: Command, name: string): Command {
  return command(program, name)
    .option('--vault <dir>', 'folder of the vault (default: the nearest parent with a configuration folder)')
    .option('--no-cache', 'read every note anew, and keep nothing of what was read for the next time');
}

/** A command with the options that all have. */
function command(program: Command, name: string): Command {
  return program.command(name)
    .addOption(new Option('--today <YYYY-MM-DD>', 'the day to go by (default: today)').argParser(dayOption))
    .addOption(new Option('--me <name>', 'a name that is you, in place of the settings\' own (repeatable)').argParser(namesOption))
    .addOption(new Option('--json', 'print one JSON object'))
    .addOption(new Option('--config <file>', 'settings, in place of the vault\'s own'))
    .addOption(new Option('--config-dir <name>', 'name of the configuration folder').default('.obsidian').argParser(folderOption));
}

function dayOption(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new InvalidArgumentError('Give a day that exists, as YYYY-MM-DD.');
  return text;
}

function namesOption(text: string, before: readonly string[] | undefined): readonly string[] {
  if (text.trim() === '') throw new InvalidArgumentError('Give a name.');
  return [...(before ?? []), text.trim()];
}

function folderOption(text: string): string {
  if (/[/\\]/.test(text) || ['', '.', '..'].includes(text)) throw new InvalidArgumentError('Give the name of a folder, without slashes.');
  return text;
}

interface OpenVault {
  readonly host: VaultHost;
  readonly settings: Settings;
}

async function openVault({ cwd, engine }: Shell, options: VaultOptions, positional: string | undefined): Promise<OpenVault> {
  const { configDir, vault, config, me } = options;
  const host = engine.openVault(await findVault({ positional, option: vault, cwd, configDir }), configDir, { cache: options.cache !== false });
  return { host, settings: await loadSettings(host, { cwd, config, me: me ?? [] }) };
}

async function rollUp(shell: Shell, options: RollupOptions, positional: string | undefined): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { dryRun, diff, check, json } = options;
  if (json && diff) throw new UsageError('--json and --diff each want the output for themselves; give one of them');
  if (options.watch) return watch(shell, options, positional);
  const { host, settings } = await openVault(shell, options, positional);
  const writes = !(dryRun || diff || check);
  if (writes) await settleFirst(shell, host);
  const progress = progressOn(err);
  const run = {
    settings, today: options.today ?? shell.today, onProgress: progress.onProgress,
    asOnPages: check === true && options.today === undefined,
  };
  const { plan, problems, failures: unread, result }: PlannedRollup & Partial<Pick<RolledUp, 'result'>> =
    await (writes ? engine.rollUp(host, { ...run, now: shell.now }) : engine.planVaultRollup(host, run)).finally(() => progress.end());
  const edits = result === undefined ? plan.edits : plan.edits.filter(({ path }) => result.written.includes(path));
  const skipped = result?.skipped ?? [];
  const failures = [...unread, ...(result?.failures ?? [])];
  if (json) {
    out.write(`${JSON.stringify({
      created: pathsOf(edits, 'created'), updated: pathsOf(edits, 'updated'), unchanged: plan.unchanged, problems, proposals: plan.proposals,
      skipped, failures: failures.map(({ path, code, message }) => ({ path, code, message })),
    })}\n`);
  } else if (diff) {
    for (const edit of edits) out.write(diffFor(out, fileDiff(edit)));
  } else {
    const report = { edits, skipped, problems, unchanged: plan.unchanged, proposals: plan.proposals, meKnown: settings.me.length > 0 };
    out.write(rollupReport({ ...report, done: writes ? 'written' : 'planned' }, out));
  }
  if (failures.length > 0) return reportFailures(shell, failures);
  return check && edits.length > 0 ? EXIT.changes : EXIT.done;
}

async function watch(shell: Shell, options: RollupOptions, positional: string | undefined): Promise<ExitStatus> {
  const { dryRun, diff, check, json, today, vault, configDir } = options;
  if (dryRun || diff || check) throw new UsageError('--watch writes, so it goes without --dry-run, --diff and --check');
  const folder = await findVault({ positional, option: vault, cwd: shell.cwd, configDir });
  const { host } = await openVault(shell, options, positional);
  await settleFirst(shell, host);
  return watchVault(shell, { host, folder, json: json === true, today, settings: async () => (await openVault(shell, options, positional)).settings });
}

async function inspectVault(shell: Shell, options: InspectOptions, positional: string | undefined): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { host, settings } = await openVault(shell, options, positional);
  const path = options.note === undefined ? undefined : notePath(options.note);
  const progress = progressOn(err);
  const run = { settings, today: options.today ?? shell.today, onProgress: progress.onProgress, ...(path === undefined ? {} : { path }) };
  const { inspection, failures } = await engine.inspectVault(host, run).finally(() => progress.end());
  const note = inspection.notes[0];
  if (path !== undefined && note === undefined && inspection.problems.length === 0 && failures.length === 0) {
    throw new UsageError(`no note "${path}" was read; give its path in the vault, such as "Meetings/2025-10-28 Dana.md" (excluded notes and rollup pages are not read)`);
  }
  if (options.json) out.write(`${JSON.stringify(inspection)}\n`);
  else out.write(path === undefined || note === undefined ? vaultText(inspection, out) : noteText(note, inspection.problems, out));
  return failures.length > 0 ? reportFailures(shell, failures) : EXIT.done;
}

async function completeTask(shell: Shell, options: CompleteOptions, given: string): Promise<ExitStatus> {
  const { cwd, engine, out, err } = shell;
  const { dryRun, json, vault: option, configDir } = options;
  const { vault, place } = await locateTask(given, { option, cwd, configDir });
  const { host, settings } = await openVault(shell, { ...options, vault }, undefined);
  if (!dryRun) await settleFirst(shell, host);
  const outcome = await engine.completeInVault(host, place, { settings, today: options.today ?? shell.today, now: shell.now, write: dryRun !== true });
  if (outcome.outcome === 'no-task') throw new UsageError(`${outcome.why}; ${outcome.wayOut}`);
  if (outcome.outcome === 'left-alone') {
    err.write(`throughline: ${printable(`${outcome.why}; ${outcome.wayOut}`)}\n`);
    return EXIT.failure;
  }
  const report = { path: place.path, change: outcome, written: dryRun !== true };
  out.write(json ? `${JSON.stringify(completeRecord(report))}\n` : completeText(report, out));
  return EXIT.done;
}

async function printTasks(shell: Shell, options: ParseTasksOptions): Promise<ExitStatus> {
  const { cwd, today, out } = shell;
  const { configDir, config, me, format, globalFilter, tasksSettings: file } = options;
  // No vault stands behind these lines: without --config there are no settings.
  const settings = await loadSettings({ configDir, readConfig: () => Promise.resolve(null) }, { cwd, config, me: me ?? [] });
  const tasksSettings = file === undefined ? null : await readJsonFile({ cwd, given: file, option: '--tasks-settings' });
  out.write(parseTasksLines(await shell.readInput(), { format, globalFilter, tasksSettings, toggle: options.toggle === true, today: options.today ?? today, me: settings.me }));
  return EXIT.done;
}

function reportFailures({ err }: Shell, failures: readonly HostError[]): ExitStatus {
  for (const { message } of failures) err.write(`throughline: ${printable(message)}\n`);
  return EXIT.failure;
}

function failed(shell: Shell, error: unknown): ExitStatus {
  const { err } = shell;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    // Without a command its help was shown, which says more than a line could.
    if (error.code !== 'commander.help') err.write(`throughline: ${wordedByCommander(error.message)}\n`);
    return EXIT.usage;
  }
  if (error instanceof UsageError) {
    for (const line of error.message.split('\n')) err.write(`throughline: ${printable(line)}\n`);
    return EXIT.usage;
  }
  if (error instanceof HostError) return reportFailures(shell, [error]);
  // A mistake of ours: its place is needed to mend it.
  err.write(`throughline: this is a defect in Throughline; please report it.\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  return EXIT.failure;
}

/** `error: unknown option '--foo'⏎(Did you mean --bar?)` in one line with a way out. */
function wordedByCommander(message: string): string {
  const text = printable(message.replace(/^error: /, ''));
  return /Did you mean|Give /.test(text) ? text : `${text} (see \`throughline --help\`)`;
}
