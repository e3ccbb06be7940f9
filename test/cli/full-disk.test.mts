/**
 * `undo` and `remove` on a real folder whose disk refuses one call after the other: full, a sync that is denied, a file
 * that may not be deleted or renamed. What failed is told, with status 3, no file is torn, and the same command, with
 * room again, ends complete.
 */
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openFolder } from '../../src/cli/folder-host.mts';
import { rollUp } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { Scratch } from './fake-shell';

const NOW = Date.UTC(2025, 10, 3, 9);
const VAULT: Readonly<Record<string, string>> = {
  'People/Dana Fox.md': '# Dana Fox\r\n',
  'People/Bo Kim.md': '# Bo Kim\n\nOwn words.\n',
  'Meetings/2025-10-28 Dana.md':
    '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]", "[[Bo Kim]]", "[[Nora Quist]]"]\n---\n## Actions\n- [ ] Send draft @me\n',
};

type Call =
  | 'copyFileSync'
  | 'fsyncSync'
  | 'writeFileSync'
  | 'openSync'
  | 'linkSync'
  | 'mkdirSync'
  | 'unlinkSync'
  | 'rmSync'
  | 'renameSync';
/** What refuses, with which code; `since`: from a certain call on, not that one alone. */
const DISKS: Readonly<Record<string, { calls: readonly Call[]; code: string; since: boolean }>> = {
  'a full disk': {
    calls: ['copyFileSync', 'writeFileSync', 'fsyncSync', 'mkdirSync', 'linkSync'],
    code: 'ENOSPC',
    since: true,
  },
  'a full disk, once': {
    calls: ['copyFileSync', 'writeFileSync', 'fsyncSync', 'mkdirSync', 'linkSync'],
    code: 'ENOSPC',
    since: false,
  },
  'a denied sync': { calls: ['fsyncSync'], code: 'EIO', since: true },
  'a denied sync, once': { calls: ['fsyncSync'], code: 'EIO', since: false },
  'a denied unlink': { calls: ['unlinkSync', 'rmSync'], code: 'EPERM', since: true },
  'a denied unlink, once': { calls: ['unlinkSync', 'rmSync'], code: 'EPERM', since: false },
  'a denied rename': { calls: ['renameSync'], code: 'EACCES', since: true },
  'a denied rename, once': { calls: ['renameSync'], code: 'EACCES', since: false },
};

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
});
afterEach(() => {
  jest.restoreAllMocks();
  scratch.remove();
});

/** The vault after a rollup. */
async function rolledUp(): Promise<void> {
  fs.rmSync(path.join(scratch.root, 'Vault'), { recursive: true });
  scratch.write('Vault/.obsidian/plugins/throughline/data.json', '{"me": ["Mara Voss"]}');
  for (const [file, text] of Object.entries(VAULT)) scratch.write(`Vault/${file}`, text);
  const { settings } = readSettings({ me: ['Mara Voss'] });
  await rollUp(openFolder(path.join(scratch.root, 'Vault')), { settings, today: '2025-11-03', now: NOW });
}

/** Every file but those of the configuration and the trash, and what temporary or open one was left anywhere. */
function look(): { files: Record<string, string>; left: string[] } {
  const root = path.join(scratch.root, 'Vault');
  const all = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => fs.statSync(path.join(root, file)).isFile())
    .sort();
  return {
    files: Object.fromEntries(
      all.filter((file) => !file.startsWith('.')).map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]),
    ),
    left: all.filter((file) => /\.tmp$|\.open\./.test(file)),
  };
}

/** Runs `act` while the disk refuses from call `at` on; how many calls could have been refused. */
async function refusing<T>(disk: (typeof DISKS)[string], at: number, act: () => Promise<T>): Promise<[T, number]> {
  let count = 0;
  for (const name of disk.calls) {
    const call = fs[name] as (...given: unknown[]) => unknown;
    jest.spyOn(fs, name).mockImplementation((...given: unknown[]) => {
      count += 1;
      if (disk.since ? count > at : count === at + 1)
        throw Object.assign(new Error(`${disk.code}: ${name}`), { code: disk.code, syscall: name });
      return call(...given) as never;
    });
  }
  try {
    return [await act(), count];
  } finally {
    jest.restoreAllMocks();
  }
}

const run = (command: string) => scratch.run([command, 'Vault'], { realVault: true });

/** As a program that is gone afterwards: with a number of its own, that no running one has. */
async function byAnother<T>(act: () => Promise<T>): Promise<T> {
  const { pid } = process;
  Object.defineProperty(process, 'pid', { value: 4_999_999, configurable: true });
  try {
    return await act();
  } finally {
    Object.defineProperty(process, 'pid', { value: pid, configurable: true });
  }
}

describe.each(['undo', 'remove'])('%s', (command) => {
  test.each(Object.entries(DISKS))('%s', async (_, disk) => {
    await rolledUp();
    const rolled = look().files;
    const [, calls] = await refusing(disk, Infinity, () => run(command));
    expect(look()).toEqual({ files: VAULT, left: [] });
    expect(calls).toBeGreaterThan(1);

    for (let at = 0; at < calls; at++) {
      await rolledUp();
      const [{ status, out, err }] = await refusing(disk, at, () => byAnother(() => run(command)));
      const { files } = look();
      const torn = Object.keys(files).filter((file) => files[file] !== VAULT[file] && files[file] !== rolled[file]);
      const isWhole = isDeepStrictEqual(files, VAULT);
      // What only tidies up may fail without a word where all else is done.
      const told = status === 3 || (status === 0 && isWhole);
      expect({ at, torn, told, status, said: told ? '' : out + err }).toEqual({
        at,
        torn: [],
        told: true,
        status,
        said: '',
      });
      const again = await run(command);
      expect({ at, said: again.err, ...look() }).toEqual({ at, said: again.err, files: VAULT, left: [] });
    }
  });
});
