/**
 * What the commands are called and take. What each does is in a file of its own, which is read when the command is
 * given: help and wrong use are answered without the engine.
 */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { POSTPONED_DAYS, type VaultOptions } from './command-options.mts';
import { EXIT, type ExitStatus, type Shell } from './shell.mts';

/** Adds them all; `answered` gets the status that the command given ends with. */
export function addCommands(program: Command, shell: Shell, answered: (status: ExitStatus) => void): void {
  const runs = (command: Command, run: (options: VaultOptions, first: string) => Promise<ExitStatus>): void => {
    command.action(async () => {
      const at = command.registeredArguments.findIndex((argument) => argument.name() === 'vault');
      const options = { ...command.opts<VaultOptions>(), folder: at < 0 ? undefined : command.args[at] };
      answered(await run(options, command.args[0] ?? ''));
    });
  };

  runs(
    vaultCommand(program, 'init')
      .description('set your name and start date once; they are saved in the settings')
      .argument(...VAULT)
      .addOption(new Option('--since <date>', 'leave out everything older than this date').argParser(dayOption))
      .addOption(
        new Option('--pages <which>', 'who gets a page automatically').choices(['linked', 'frequent', 'never']),
      ),
    async (options) => (await import('./init.mts')).init(shell, options),
  );

  const config = vaultCommand(program, 'config')
    .description('show or change settings: config set me "Tom Reed"')
    .addArgument(new Argument('[action]', 'what to do').choices(['list', 'get', 'set', 'unset']))
    .argument('[key]', 'the name of a setting')
    .argument('[value...]', 'the value: a text, several for a list, or JSON');
  runs(config, async (options) => (await import('./config.mts')).config(shell, options, config.args));

  runs(
    vaultCommand(program, 'rollup')
      .description('update every page')
      .argument(...VAULT)
      .option('--dry-run', 'show what would change, and write nothing')
      .option('--diff', 'show what would change as a unified diff, and write nothing')
      .option('--check', 'exit with status 1 if anything would change; write nothing')
      .option('--watch', 'keep running, and roll up again whenever notes, settings or the day change'),
    async (options) => (await import('./roll-up.mts')).rollUp(shell, options),
  );

  runs(
    vaultCommand(program, 'inspect')
      .description('show what Throughline found in your notes')
      .argument(...VAULT)
      .option('--note <path>', 'only this note, by its path in the vault'),
    async (options) => (await import('./inspect.mts')).inspectVault(shell, options),
  );

  runs(
    vaultCommand(program, 'complete')
      .description('check or uncheck a task')
      .argument('<row>', 'the number of an item in the last list, or PATH:LINE, as in "Meetings/2025-10-28 Dana.md:12"')
      .argument(...VAULT)
      .option('--dry-run', 'show the change without writing it'),
    async (options, place) => (await import('./complete.mts')).completeTask(shell, options, place),
  );

  runs(
    withFilters(vaultCommand(program, 'queue'))
      .description('list your follow-ups, unowned tasks and what you are waiting on')
      .argument(...VAULT)
      .addOption(new Option('--owner <name>', 'only tasks of this person: a name, me or nobody').argParser(nameOption))
      .option('--due-before <date>', 'only tasks due before this date: YYYY-MM-DD, fri, "next week"'),
    async (options) => (await import('./queue.mts')).queue(shell, options),
  );

  runs(
    withFilters(vaultCommand(program, 'questions'))
      .description('list open questions, repeated ones first')
      .argument(...VAULT),
    async (options) => (await import('./questions.mts')).questions(shell, options),
  );

  runs(
    withFilters(vaultCommand(program, 'decisions'))
      .description('list decisions, newest first')
      .argument(...VAULT),
    async (options) => (await import('./decisions.mts')).decisions(shell, options),
  );

  runs(
    withFormats(vaultCommand(program, 'today'))
      .description("list today's meetings, with a short brief for each, and tasks that are due")
      .argument(...VAULT),
    async (options) => (await import('./today.mts')).today(shell, options),
  );

  const week = withFormats(vaultCommand(program, 'week'))
    .description('show what happened in a week: met, promised, done, decided, slipped')
    .argument('[week]', 'a week or a day in it: 2025-W44, 2025-10-28, "last week" (default: this week)')
    .argument(...VAULT)
    .option('--all', 'show every item, not just the first of each section')
    .option('--recap', 'print a plain text to send')
    .option('--write', "write the week's page")
    .option('--diff', 'show what --write would change as a unified diff');
  runs(week, async (options) => (await import('./week.mts')).week(shell, options, week.args[0]));

  runs(
    withFormats(vaultCommand(program, 'brief'))
      .description('show a brief for a person, project or account')
      .argument('<name>', 'the name, or the path of the page', nameOption)
      .argument(...VAULT)
      .option('--all', 'show every item, not just the first of each section'),
    async (options, name) => (await import('./brief.mts')).brief(shell, options, name),
  );

  runs(
    vaultCommand(program, 'new-note')
      .description("create the next meeting's note, with its people and links to what is open")
      .argument('<who>', 'a person, project or account, or the title or time of a calendar entry', nameOption)
      .argument(...VAULT)
      .option('--dry-run', 'show the note without writing it'),
    async (options, who) => (await import('./new-note.mts')).newNote(shell, options, who),
  );

  runs(
    vaultCommand(program, 'link')
      .description('show names in a note that could be links, or make the links')
      .argument('<path>', 'the note, by its path in the vault or from this folder')
      .argument(...VAULT)
      .option('--write', 'make the links')
      .option('--all', 'link every mention, not just the first in a section')
      .option('--fix', 'fix broken links that match a page')
      .addOption(new Option('--mend', 'the former name of --fix').hideHelp())
      .option('--accept-name <name...>', 'always treat this common word as a name, in every note')
      .option('--diff', 'show the change as a unified diff'),
    async (options, path) => (await import('./link.mts')).linkNames(shell, options, path),
  );

  runs(
    vaultCommand(program, 'review')
      .description('list or answer questions about names, duplicates and links')
      .argument(...VAULT)
      .addOption(new Option('--accept <id>', 'accept a suggestion (repeatable)').argParser(idOption))
      .addOption(new Option('--reject <id>', 'reject a suggestion for good (repeatable)').argParser(idOption))
      .addOption(new Option('--postpone <id>', 'ask about a suggestion later (repeatable)').argParser(idOption))
      .addOption(
        new Option('--until <date>', `ask again on this date (default: in ${POSTPONED_DAYS} days)`).argParser(
          untilOption,
        ),
      )
      .option(
        '--as <who>',
        "who is meant: a number from the list, a name, a page's path, me, nobody, or new for a new page",
      )
      .addOption(
        new Option(
          '--for <scope>',
          'where the answer applies: just these notes, all with the same account, project or people, or always',
        ).choices(['note', 'group', 'always']),
      )
      .option('--all', 'list all, including those older than 30 days')
      .option('--dry-run', 'show what an answer would write, and write nothing')
      .option('--diff', 'show what an answer would write as a unified diff, and write nothing'),
    async (options) => (await import('./review.mts')).review(shell, options),
  );

  runs(
    vaultCommand(program, 'triage')
      .description('list proposed tasks, those that say the same together, and accept or dismiss them')
      .argument(...VAULT)
      .addOption(new Option('--accept <id>', 'accept a cluster of tasks (repeatable)').argParser(idOption))
      .addOption(new Option('--dismiss <id>', 'cancel a cluster of tasks (repeatable)').argParser(idOption))
      .option('--all', 'list all, not just the first ten')
      .option('--write', 'write what --accept or --dismiss would change'),
    async (options) => (await import('./triage.mts')).triage(shell, options),
  );

  runs(
    vaultCommand(program, 'remove')
      .description('remove everything Throughline added to the vault')
      .argument(...VAULT)
      .option('--dry-run', 'show what would be removed and what would stay, and write nothing'),
    async (options) => (await import('./remove.mts')).remove(shell, options),
  );

  runs(
    vaultCommand(program, 'adopt')
      .description('show items of your own page sections that the notes say too, or remove them')
      .argument(...VAULT)
      .option('--write', 'remove those that a note says word for word')
      .option('--near', 'list those that a note says nearly, too')
      .addOption(new Option('--accept <id>', 'remove one that a note says nearly (repeatable)').argParser(idOption))
      .option('--dry-run', 'show what would be removed, and write nothing (the default without --write and --accept)')
      .option('--diff', 'show the change as a unified diff, and write nothing'),
    async (options) => (await import('./adopt.mts')).adopt(shell, options),
  );

  runs(
    vaultCommand(program, 'repair-encoding')
      .description('show lines that were saved in the wrong encoding (â€” for —), or fix them')
      .argument(...VAULT)
      .option('--write', 'fix them')
      .option('--diff', 'show the change as a unified diff'),
    async (options) => (await import('./repair-encoding.mts')).repairEncoding(shell, options),
  );

  runs(
    vaultCommand(program, 'bases')
      .description('create tables of your people, project and account pages for the Bases plugin')
      .argument(...VAULT)
      .option('--dry-run', 'show what would be created, and write nothing')
      .option('--diff', 'show what would be created as a unified diff, and write nothing'),
    async (options) => (await import('./bases.mts')).bases(shell, options),
  );

  runs(
    vaultCommand(program, 'undo')
      .description('undo the last change (repeat for earlier ones)')
      .argument(...VAULT)
      .option('--dry-run', 'show what would be restored, and write nothing')
      .option('--redo', 'redo the last undone change'),
    async (options) => (await import('./undo.mts')).undo(shell, options),
  );

  runs(
    vaultCommand(program, 'mcp')
      .description('answer an agent over stdio; it can change a note only by a plan that it shows first')
      .argument(...VAULT),
    async (options) => (await import('./mcp/serve.mts')).serveAgents(shell, options),
  );

  runs(
    command(program, 'parse-tasks')
      .description('read lines from standard input and print each as a JSON task, or null')
      .addOption(
        new Option('--format <format>', 'task format (default: what --tasks-settings says, else tasks)').choices([
          'tasks',
          'dataview',
        ]),
      )
      .option('--global-filter <text>', 'only lines containing this text are tasks')
      .option('--tasks-settings <file>', "the Tasks plugin's own data.json")
      .option('--toggle', 'print the toggled line'),
    async (options) => (await import('./parse-tasks.mts')).printTasks(shell, options),
  );

  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', COMPLETION_HELP)
    .action(async (shellName: 'bash' | 'zsh' | 'fish') => {
      shell.out.write((await import('./completion.mts')).completionScript(program, shellName));
      answered(EXIT.done);
    });

  for (const one of program.commands) {
    const examples = EXAMPLES[one.name()];
    if (examples !== undefined)
      one.addHelpText('after', `\nExamples:\n${examples.map((line) => `  throughline ${line}\n`).join('')}`);
  }
}

const COMPLETION_HELP = `
To use it:
  bash   eval "$(throughline completion bash)"        in ~/.bashrc
  zsh    source <(throughline completion zsh)         in ~/.zshrc, after compinit
  fish   throughline completion fish | source         in ~/.config/fish/config.fish
`;

/** What each command's help ends with. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  init: ['init', 'init ~/Notes --me "Tom Reed" --since 2025-09-01'],
  config: [
    'config',
    'config get me',
    'config set me "Tom Reed" Tom',
    'config set rowsPerSection 9',
    'config unset startDate',
  ],
  rollup: ['rollup --dry-run', 'rollup', 'rollup --diff | less', 'rollup --watch'],
  inspect: ['inspect', 'inspect --note "Meetings/2025-10-28 Dana.md"'],
  complete: ['complete 3', 'complete "Meetings/2025-10-28 Dana.md:12"'],
  queue: ['queue', 'queue --owner me --due-before fri', 'queue --entity Acme --markdown'],
  questions: ['questions', 'questions --entity "Dana Fox"'],
  decisions: ['decisions --entity Lisbon'],
  today: ['today', 'today --json'],
  week: ['week', 'week 2025-W44 --write', 'week "last week" --recap'],
  brief: ['brief "Dana Fox"', 'brief Acme --markdown'],
  'new-note': ['new-note "Dana Fox"', 'new-note 10:00 --dry-run', 'new-note "Product weekly"'],
  link: ['link "Meetings/2025-10-28 Dana.md"', 'link "Meetings/2025-10-28 Dana.md" --write'],
  review: ['review', 'review --accept 3f2a --as "Dana Fox"'],
  triage: ['triage', 'triage --accept 3f2a --write'],
  mcp: ['mcp --vault ~/Notes'],
  undo: ['undo --dry-run', 'undo', 'undo --redo'],
};

const VAULT = ['[vault]', 'folder of the vault'] as const;

function withFormats(of: Command): Command {
  return of
    .option('--markdown', 'print Markdown with links to the notes')
    .addOption(new Option('--format <format>', 'output format (default: text)').choices(['text', 'markdown', 'json']));
}

function withFilters(of: Command): Command {
  return withFormats(of)
    .addOption(new Option('--entity <name>', 'only items about this person, project or account').argParser(nameOption))
    .option('--all', 'include older items');
}

function vaultCommand(program: Command, name: string): Command {
  return command(program, name)
    .option(
      '--vault <dir>',
      'folder of the vault (default: THROUGHLINE_VAULT, else the nearest parent with a configuration folder)',
    )
    .option('--no-cache', 'ignore the cache, and do not write it');
}

/** A command with the options that all have. */
function command(program: Command, name: string): Command {
  return program
    .command(name)
    .addOption(new Option('--today <YYYY-MM-DD>', 'use this date as today').argParser(dayOption))
    .addOption(new Option('--me <name>', 'your name (repeatable; overrides the settings)').argParser(namesOption))
    .addOption(new Option('--json', 'print one JSON object'))
    .addOption(new Option('--config <file>', "settings file to use instead of the vault's own"))
    .addOption(
      new Option('--config-dir <name>', 'name of the configuration folder')
        .default('.obsidian')
        .argParser(folderOption),
    );
}

function dayOption(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new InvalidArgumentError('Give a day that exists, as YYYY-MM-DD.');
  return text;
}

function untilOption(text: string): CalendarDate {
  if (!isCalendarDate(text.trim())) throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  return text.trim();
}

function nameOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Give a name.');
  return text.trim();
}

function namesOption(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), nameOption(text)];
}

function folderOption(text: string): string {
  if (/[/\\]/.test(text) || ['', '.', '..'].includes(text))
    throw new InvalidArgumentError('Give the name of a folder, without slashes.');
  return text;
}

/** Fewer characters of an ID say too little. */
const SHORTEST_ID = 4;

function idOption(text: string, before: readonly string[] | undefined): readonly string[] {
  const id = text.trim().toLowerCase();
  if (!/^[a-z0-9]+$/.test(id) || id.length < SHORTEST_ID)
    throw new InvalidArgumentError('Give an ID as `throughline review` lists it.');
  return [...(before ?? []), id];
}
