/**
 * The built command line killed in the middle of its work, on a real folder: each file is old or new, and the next run
 * makes it whole. Twelve kills here, each before or behind a certain call that writes, over a small vault; `npm run
 * test:kills` kills a few hundred times at any moment, over the sample vault, and prints what was hit.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bareSample } from '../sample-vault';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const KILLS = Number(process.env['KILLS'] ?? 0);
const FEW = 12;
const FIRST_KILLS = Number(process.env['FIRST_KILLS'] ?? 3);
const NEW_PEOPLE =
  '---\ntype: meeting\ndate: 2025-11-01\npeople: ["[[Nora Quist]]", "[[Odd Hagen]]"]\nprojects: ["[[Lantern Hill]]"]\n---\n## Actions\n- [ ] Send plan @Nora Quist\n';
const PRIVATE_PAGE = 'People/Ann Hale/README.md';

type Files = Readonly<Record<string, string>>;
const COMMANDS = ['rollup', 'undo', 'remove'] as const;
type CommandName = (typeof COMMANDS)[number];

let root = '';
let bare: Record<string, string | Uint8Array> = {};
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'throughline-kills-'));
  bare = { ...(KILLS > 0 ? await bareSample() : smallVault()), 'Meetings/2025-11-01 New people.md': NEW_PEOPLE };
  writeFileSync(path.join(root, 'kill.cjs'), KILLER);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Twenty people and their meetings. */
function smallVault(): Record<string, string> {
  const vault: Record<string, string> = { '.obsidian/app.json': '{}', [PRIVATE_PAGE]: '# Ann Hale\n' };
  for (let count = 1; count <= 20; count++) {
    const name = `Dana ${'ABCDEFGHIJKLMNOPQRSTU'.charAt(count)}. Fox`;
    vault[`People/${name}.md`] = `# ${name}\n\nOwn words.\n`;
    vault[`Meetings/2025-10-${String(count + 10)}.md`] =
      `---\ntype: 1-1\ndate: 2025-10-${count + 10}\npeople: ["[[${name}]]", "[[Ann Hale]]"]\n---\n## Actions\n- [ ] Send plan ${count} @${name}\n`;
  }
  return vault;
}

/** Loaded into the command line before it: counts the calls that change the disk, and kills it at one of them. */
const KILLER = `
const fs = require('node:fs');
const at = Number(process.env.KILL_AT);
let count = 0;
const calls = ['writeSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'linkSync', 'unlinkSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'chmodSync', 'fchmodSync'];
for (const name of calls) {
  const call = fs[name];
  fs[name] = (...given) => {
    count += 1;
    if (count === at && at % 2 === 0) process.kill(process.pid, 'SIGKILL');
    const result = call(...given);
    if (count === at) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}
require('node:module').syncBuiltinESMExports();
process.on('exit', () => fs.appendFileSync(process.env.KILL_COUNT, String(count)));
`;

function makeVault(name: string): string {
  const folder = path.join(root, name, 'Vault');
  for (const [file, content] of Object.entries(bare)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  chmodSync(path.join(folder, PRIVATE_PAGE), 0o640);
  return folder;
}

function lineOf(command: CommandName, folder: string): string[] {
  return [CLI, command, folder, ...(command === 'rollup' ? ['--today', '2025-11-03', '--me', 'Mara Voss'] : [])];
}

function run(command: CommandName, folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, lineOf(command, folder), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: status ${status}: ${stderr}`);
}

/** The bytes of each file but those of the configuration and the trash. */
function files(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      !file.startsWith('.') && !path.basename(file).startsWith('.') && statSync(path.join(folder, file)).isFile(),
  );
  return Object.fromEntries(found.sort().map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]));
}

function trashOf(folder: string): string[] {
  const trash = path.join(folder, '.trash');
  return existsSync(trash) ? readdirSync(trash, { encoding: 'utf8' }).sort() : [];
}

/** The files that are not the same in both. */
function differing(one: Files, other: Files): string[] {
  return Object.keys({ ...one, ...other }).filter((file) => one[file] !== other[file]);
}

function leftovers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tmp$|\.open\./.test(path.basename(file)),
  );
}

function isWriting(folder: string): boolean {
  const journal = path.join(folder, '.obsidian/plugins/throughline/journal');
  return existsSync(journal) && readdirSync(journal).some((name) => name.includes('.open.'));
}

/** Whether it was killed. */
async function ended(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) =>
    child.on('close', (_code, signal) => {
      resolve(signal === 'SIGKILL');
    }),
  );
}

/** Milliseconds from the journal's entry to the end, undisturbed. */
async function writingTime(command: CommandName, folder: string): Promise<number> {
  const child = spawn(process.execPath, lineOf(command, folder), { stdio: 'ignore' });
  const end = ended(child);
  await untilWriting(folder, child);
  const from = performance.now();
  await end;
  return performance.now() - from;
}

async function untilWriting(folder: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && !isWriting(folder))
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
}

/** Killed so many milliseconds after it began to write; whether it still ran then. */
async function kill(command: CommandName, folder: string, delay: number): Promise<boolean> {
  const child = spawn(process.execPath, lineOf(command, folder), { stdio: 'ignore' });
  const end = ended(child);
  await untilWriting(folder, child);
  const from = performance.now();
  // A timer would be too coarse: all is over in some fifty milliseconds.
  while (performance.now() - from < delay)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  child.kill('SIGKILL');
  return end;
}

/** Kills it at that call; whether it came so far. Without one, the number of calls there are. */
function killAt(command: CommandName, folder: string, call: number | null): number {
  const counted = path.join(root, 'count');
  rmSync(counted, { force: true });
  const { signal } = spawnSync(
    process.execPath,
    ['--require', path.join(root, 'kill.cjs'), ...lineOf(command, folder)],
    { stdio: 'ignore', env: { ...process.env, KILL_AT: String(call ?? -1), KILL_COUNT: counted } },
  );
  return signal === 'SIGKILL' ? 0 : Number(readFileSync(counted, 'utf8'));
}

type Hit =
  'before the first file' | 'between two files' | 'after the last file' | 'too late' | 'with a temporary file left';

/** Some kills of each command, each followed by the same command again, or by one that takes everything back. */
async function killing(
  kills: number,
  disturb: (command: CommandName, vault: string, chance: number) => Promise<boolean>,
): Promise<Record<Hit, number>> {
  const folder = makeVault('undisturbed');
  const before = files(folder);
  run('rollup', folder);
  const after = files(folder);
  const other = path.join(root, 'taken back', 'Vault');
  cpSync(folder, other, { recursive: true, preserveTimestamps: true });
  run('undo', other);
  const trash = trashOf(other);
  expect(trash.length).toBeGreaterThan(2);
  expect(differing(after, before).length).toBeGreaterThan(20);

  const hit: Record<Hit, number> = {
    'before the first file': 0,
    'between two files': 0,
    'after the last file': 0,
    'with a temporary file left': 0,
    'too late': 0,
  };
  const vault = path.join(root, 'killed', 'Vault');
  let seed = 20251103;
  for (let count = 0; count < kills; count++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const command = COMMANDS[count % COMMANDS.length] ?? 'rollup';
    if (command === 'rollup') makeVault('killed');
    else cpSync(folder, vault, { recursive: true, preserveTimestamps: true });
    const [old, fresh] = command === 'rollup' ? [before, after] : [after, before];
    const wasKilled = await disturb(command, vault, seed / 2 ** 32);

    const now = files(vault);
    const changed = differing(old, fresh);
    const written = changed.filter((file) => now[file] === fresh[file]);
    for (const file of Object.keys({ ...now, ...old, ...fresh })) {
      if (now[file] !== old[file] && now[file] !== fresh[file])
        throw new Error(`kill ${count} of ${command}: ${file} is neither old nor new`);
    }
    hit[
      !wasKilled
        ? 'too late'
        : written.length === 0
          ? 'before the first file'
          : written.length === changed.length
            ? 'after the last file'
            : 'between two files'
    ] += 1;
    if (leftovers(vault).some((file) => file.endsWith('.tmp'))) hit['with a temporary file left'] += 1;

    const next = command === 'rollup' && count % 2 === 1 ? 'undo' : command;
    run(next, vault);
    expect({ count, command, next, differing: differing(files(vault), next === 'rollup' ? after : before) }).toEqual({
      count,
      command,
      next,
      differing: [],
    });
    expect(leftovers(vault)).toEqual([]);
    // What was made and taken back is nowhere; what was put away is there once.
    expect({ count, command, next, trash: trashOf(vault) }).toEqual({
      count,
      command,
      next,
      trash: next === 'rollup' ? [] : next === command ? trash : (expect.anything() as unknown),
    });
    expect(statSync(path.join(vault, PRIVATE_PAGE)).mode & 0o777).toBe(0o640);
    rmSync(vault, { recursive: true });
  }
  return hit;
}

/** Everything but what is kept of a run beside the notes. */
function everything(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !file.startsWith('.obsidian') && statSync(path.join(folder, file)).isFile(),
  );
  return Object.fromEntries(found.sort().map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]));
}

test(
  'a first rollup that was killed, and one more: the vault of an undisturbed one, trash and all',
  () => {
    const undisturbed = makeVault('first');
    const calls = killAt('rollup', undisturbed, null);
    for (let count = 0; count < FIRST_KILLS; count++) {
      let call = 1 + Math.floor(((count + 0.5) / FIRST_KILLS) * calls);
      let vault = makeVault(`killed first ${count}`);
      // How many calls there are depends a little on the clock: one that ended before its kill came is begun again.
      for (; killAt('rollup', vault, call) !== 0; call -= 5) {
        rmSync(vault, { recursive: true });
        vault = makeVault(`killed first ${count}`);
      }
      run('rollup', vault);
      expect({ call, files: everything(vault) }).toEqual({ call, files: everything(undisturbed) });
      rmSync(vault, { recursive: true });
    }
    if (FIRST_KILLS > 3) process.stdout.write(`${FIRST_KILLS} killed, each at another of ${calls} calls\n`);
  },
  20_000 + FIRST_KILLS * 30_000,
);

if (KILLS === 0) {
  test('killed at some call that writes, every file is old or new, and the next run makes it whole', async () => {
    const calls = new Map<CommandName, number>();
    const folder = makeVault('counted');
    for (const command of ['rollup', 'remove', 'undo'] as const) calls.set(command, killAt(command, folder, null));
    const hit = await killing(FEW, (command, vault, chance) =>
      Promise.resolve(killAt(command, vault, 1 + Math.floor(chance * (calls.get(command) ?? 0))) === 0),
    );
    expect(hit).toMatchObject({ 'too late': 0 });
    expect(hit['between two files']).toBeGreaterThan(FEW / 2);
    expect(hit['with a temporary file left']).toBeGreaterThan(0);
  });
} else {
  test(
    'killed at any moment, every file is old or new, and the next run makes it whole',
    async () => {
      const folder = makeVault('timed');
      const times = new Map<CommandName, number>();
      for (const command of ['rollup', 'remove', 'undo'] as const)
        times.set(command, await writingTime(command, folder));
      const hit = await killing(KILLS, (command, vault, chance) =>
        kill(command, vault, chance * (times.get(command) ?? 0)),
      );
      process.stdout.write(`${KILLS} kills: ${JSON.stringify(hit)}\n`);
      expect(hit['too late']).toBeLessThan(KILLS);
    },
    20_000 + KILLS * 5000,
  );
}
