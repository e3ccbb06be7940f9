/**
 * `throughline mcp`: answers an agent over standard input and output until the input ends. Standard output is the
 * protocol's alone; what a person may want to know goes to standard error.
 */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { PlanStore } from '../../agent/plan-store';
import { HostError } from '../../host/vault-host';
import type { VaultOptions } from '../command-options.mts';
import { openVault, reportFailures } from '../open-vault.mts';
import { printable } from '../../text/printable';
import { EXIT, type ExitStatus, type Shell } from '../shell.mts';
import { InputLines } from './input-lines.mts';
import { throughlineServer } from './protocol.mts';
import { ResidentVault } from './resident-vault.mts';

/** Tells when a request is answered. */
class AnsweringTransport extends StdioServerTransport {
  constructor(private readonly lines: InputLines) {
    super(lines, process.stdout);
  }

  override async send(message: Parameters<StdioServerTransport['send']>[0]): Promise<void> {
    try {
      await super.send(message);
    } finally {
      if (!('method' in message)) this.lines.answered(message.id);
    }
  }
}

export async function serveAgents(shell: Shell, options: VaultOptions): Promise<ExitStatus> {
  const { err, version, clock } = shell;
  // A vault or settings that cannot be used are reported before anybody waits for an answer.
  const { folder } = await openVault(shell, options);
  const opened = ResidentVault.open(shell, options);
  const ready = opened.then((vault) => ({
    vault: vault.forAgents,
    plans: new PlanStore(
      () => clock.now(),
      () => randomBytes(18).toString('base64url'),
    ),
  }));
  // Told below, and to whoever calls a tool.
  ready.catch(() => undefined);
  const lines = new InputLines((line) => process.stdout.write(line));
  const ended = Promise.race([
    new Promise((resolve) => {
      lines.once('close', resolve);
      process.stdout.once('error', resolve);
    }),
    shell.interrupted,
  ]);
  process.stdin.pipe(lines);
  const served = serveStdio(() => throughlineServer({ version, ready, err }), {
    transport: new AnsweringTransport(lines),
    onerror: ({ message }) => {
      err.write(`throughline: ${printable(message)}\n`);
    },
  });
  if (err.terminal) err.write(`throughline: answering for ${printable(folder)} until the input ends.\n`);
  try {
    const vault = await opened;
    try {
      await vault.follow(ended);
    } finally {
      await vault.close();
    }
    return EXIT.done;
  } catch (error) {
    if (error instanceof HostError) return reportFailures(shell, [error]);
    throw error;
  } finally {
    await served.close();
    process.stdin.unpipe(lines);
    process.stdin.destroy();
  }
}
