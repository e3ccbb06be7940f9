/** The command line's program: what was given, run. Throws nothing; gives the exit status. */
import { printable, traceOf } from '../text/printable';
import { Command, CommanderError } from 'commander';
import { HostError } from '../host/vault-host';
import { addCommands } from './commands.mts';
import { DeclinedError, EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

export async function runProgram(shell: Shell): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const program = programOf(shell, (given) => {
    status = given;
  });
  try {
    await program.parseAsync([...shell.args], { from: 'user' });
    return status;
  } catch (error) {
    return await failed(shell, error);
  }
}

/** `answered` gets the status that the command given ends with. */
function programOf(shell: Shell, answered: (status: ExitStatus) => void): Command {
  const program = rootCommand(shell);
  addCommands(program, shell, answered);
  return program;
}

function rootCommand(shell: Shell): Command {
  return new Command('throughline')
    .description('Turn meeting notes into up-to-date pages, open questions and follow-ups.')
    .version(shell.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.out.write(text),
      // Help that nobody asked for; errors themselves are written by `failed`.
      writeErr: (text) => shell.err.write(text),
      outputError: () => undefined,
    });
}

async function failed(shell: Shell, error: unknown): Promise<ExitStatus> {
  const { err } = shell;
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  // Help and the version are answered without these words, which take a while to load.
  const { failureText } = await import('../words/english');
  if (error instanceof CommanderError) {
    // Without a command its help was shown, which says more than a line could.
    if (error.code !== 'commander.help') err.write(`throughline: ${wordedByCommander(printable(error.message))}\n`);
    return EXIT.usage;
  }
  if (error instanceof UsageError) {
    for (const line of error.message.split('\n')) err.write(`throughline: ${printable(line)}\n`);
    return EXIT.usage;
  }
  if (error instanceof DeclinedError) {
    err.write(`throughline: ${printable(error.message)}\n`);
    return EXIT.declined;
  }
  if (error instanceof HostError) {
    err.write(`throughline: ${printable(failureText(error))}\n`);
    return EXIT.failure;
  }
  // A mistake of ours: its place is needed to fix it.
  err.write(`throughline: this is a bug in Throughline; please report it.\n${traceOf(error)}\n`);
  return EXIT.failure;
}

/** `error: unknown option '--foo'⏎(Did you mean --bar?)` in one line with a way out. */
function wordedByCommander(message: string): string {
  const text = message.replace(/^error: /, '');
  return /Did you mean|Give /.test(text) ? text : `${text} (see \`throughline --help\`)`;
}
