/** `rollup --watch`: with events that the test tells, and once with the built program on a real folder. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const meeting = (line: string): string =>
  `---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Decisions\n- ${line}\n`;

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write('Vault/Meetings/2025-10-28 Dana.md', meeting('Pilot ships'));
  scratch.write('Vault/People/Dana Fox.md', '# Dana Fox\n');
});
afterEach(() => {
  scratch.remove();
});

const page = (file: string): string => readFileSync(path.join(scratch.root, 'Vault', file), 'utf8');
const WATCH = ['rollup', 'Vault', '--watch', '--me', 'Ann Lee'];

test('rolls up, and again what an edit concerns', async () => {
  const { status, out, err } = await scratch.run(WATCH, {
    realVault: true,
    meanwhileWatching: [
      () => {
        expect(page('People/Dana Fox.md')).toContain('Pilot ships');
        scratch.write('Vault/Meetings/2025-10-28 Dana.md', meeting('Pilot waits for Acme'));
        return ['Meetings/2025-10-28 Dana.md'];
      },
      () => {
        expect(page('People/Dana Fox.md')).toContain('Pilot waits for Acme');
        return ['People/Dana Fox.md'];
      },
      () => {
        unlinkSync(path.join(scratch.root, 'Vault/Meetings/2025-10-28 Dana.md'));
        return ['Meetings/2025-10-28 Dana.md'];
      },
    ],
  });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(page('People/Dana Fox.md')).not.toContain('Pilot');
  const [first = '', after = ''] = out.split('\nWatching for changes; Ctrl+C ends it.\n');
  expect(first).toMatch(/^Rolled up: /);
  // The hour is the machine's own.
  expect(
    after
      .replace(/^\d\d:\d\d/gm, '10:00')
      .split('\n')
      .slice(0, 2),
  ).toEqual(['10:00  changed People/Dana Fox.md', '10:00  changed Throughline/Decisions/2025-Q4.md']);
});

test('settings that cannot be used are told, and those before hold until they are fixed', async () => {
  const settings = 'Vault/.obsidian/plugins/throughline/data.json';
  const { status, err } = await scratch.run(WATCH, {
    realVault: true,
    meanwhileWatching: [
      () => {
        scratch.write(settings, '{ "rollupFolder": 7 }');
        return ['.obsidian/plugins/throughline/data.json'];
      },
      () => {
        scratch.write(settings, '{ "rollupFolder": "Rollup" }');
        return ['.obsidian/plugins/throughline/data.json'];
      },
    ],
  });
  expect(status).toBe(0);
  expect(err).toMatch(/rollupFolder.*; the previous settings stay in use\.\n$/);
  expect(existsSync(path.join(scratch.root, 'Vault/Rollup/Follow-ups.md'))).toBe(true);
});

test('what was undone meanwhile is not done again', async () => {
  const { status, err } = await scratch.run(WATCH, {
    realVault: true,
    meanwhileWatching: [
      async () => {
        expect((await scratch.run(['undo', 'Vault'], { realVault: true })).status).toBe(0);
        return ['People/Dana Fox.md'];
      },
    ],
  });
  expect({ status, err }).toEqual({
    status: 0,
    err: 'throughline: paused after an undo; run `throughline rollup` to resume.\n',
  });
  expect(page('People/Dana Fox.md')).toBe('# Dana Fox\n');
});

test('it writes, so it goes with nothing that does not', async () => {
  for (const option of ['--dry-run', '--diff', '--check']) {
    expect(await scratch.run([...WATCH, option])).toMatchObject({
      status: 2,
      out: '',
      err: 'throughline: --watch cannot be combined with --dry-run, --diff or --check\n',
    });
  }
});

test('as it is built: an edit in the folder is seen, and Ctrl+C ends it in peace', async () => {
  const child = spawn(process.execPath, [path.join(__dirname, '../../dist/cli.mjs'), ...WATCH], { cwd: scratch.root });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const until = async (what: () => boolean): Promise<void> => {
    while (!what() && child.exitCode === null)
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
  };
  await until(() => out.includes('Watching for changes'));
  scratch.write('Vault/Meetings/2025-10-30 Dana.md', meeting('Venue moves').replace('10-28', '10-30'));
  await until(() => page('People/Dana Fox.md').includes('Venue moves'));
  scratch.write('Vault/Meetings/2025-10-28 Dana.md', meeting('Pilot waits for Acme'));
  await until(() => page('People/Dana Fox.md').includes('Pilot waits for Acme'));
  child.kill('SIGINT');
  expect({ status: await ended, err }).toEqual({ status: 0, err: '' });
});
