/**
 * The shell in which the documentation's commands are run: `~/Notes` is a copy of the sample vault, and `throughline`
 * goes by its day.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SAMPLE_DAY, SEEDS } from '../sample-vault';

const CLI = path.join(__dirname, '../../dist/cli.mjs');

export class DocsShell {
  private readonly home = mkdtempSync(path.join(tmpdir(), 'throughline-docs-'));

  constructor() {
    const command = path.join(this.home, 'bin/throughline');
    mkdirSync(path.dirname(command));
    writeFileSync(
      command,
      `#!/bin/sh
case " $* " in *" --today "*|" help "*|" --version "*|*" --help "*) ;; *) set -- "$@" --today ${SAMPLE_DAY};; esac
exec "${process.execPath}" "${CLI}" "$@" 2>&1
`,
    );
    chmodSync(command, 0o755);
    cpSync(SEEDS, this.sample, { recursive: true, preserveTimestamps: true });
    // What it keeps of the notes it read goes into every copy: hardly any command needs to read them anew.
    this.run(`throughline rollup ${this.sample}`);
  }

  private get sample(): string {
    return path.join(this.home, 'bin/sample');
  }

  freshVault(): void {
    for (const name of readdirSync(this.home))
      if (name !== 'bin') rmSync(path.join(this.home, name), { recursive: true, force: true });
    cpSync(this.sample, path.join(this.home, 'Notes'), { recursive: true, preserveTimestamps: true });
  }

  write(note: string, text: string): void {
    const file = path.join(this.home, 'Notes', note);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  run(commands: string): { readonly status: number | null; readonly printed: string } {
    const env = {
      ...process.env,
      HOME: this.home,
      PATH: `${path.join(this.home, 'bin')}:${process.env['PATH'] ?? ''}`,
      TZ: 'UTC',
      NO_COLOR: '1',
    };
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', commands.replace(/node dist\/cli\.mjs/g, 'throughline')],
      { cwd: this.home, env, encoding: 'utf8', maxBuffer: 1e9 },
    );
    return { status, printed: stdout + stderr };
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
