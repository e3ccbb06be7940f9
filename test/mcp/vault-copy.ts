/** A copy of the sample vault in a folder of its own, and what is in it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SEEDS } from '../sample-vault';

export class VaultCopy {
  readonly home = realpathSync(mkdtempSync(path.join(tmpdir(), 'throughline-mcp-')));
  readonly folder = path.join(this.home, 'Notes');

  constructor() {
    cpSync(SEEDS, this.folder, { recursive: true });
  }

  read(note: string): string {
    return readFileSync(path.join(this.folder, note), 'utf8');
  }

  write(note: string, text: string): void {
    writeFileSync(path.join(this.folder, note), text);
  }

  /** Every note by its path. */
  notes(): Record<string, string> {
    return Object.fromEntries(
      readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
        .map((name) => name.split(path.sep).join('/'))
        .filter((name) => !name.startsWith('.') && statSync(path.join(this.folder, name)).isFile())
        .sort()
        .map((name) => [name, this.read(name)]),
    );
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
