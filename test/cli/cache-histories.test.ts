/**
 * Random histories of a vault on a disk: edits that keep size and time, renames, settings, clocks that are set, rollups,
 * and questions. Each answer is the one that `--no-cache` gives. `CACHE_HISTORIES=2000` runs more of them.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Engine } from '../../src/cli/engine.mts';
import { openFolder } from '../../src/cli/folder-host.mts';
import { runProgram } from '../../src/cli/program.mts';
import type { Shell } from '../../src/cli/shell.mts';
import { engine } from '../../src/cli/whole-engine.mts';
import { anyNote, generatedVault } from '../generated-vault';
import { Scratch } from './fake-shell';

const RUNS = Number(process.env['CACHE_HISTORIES'] ?? 4);
const HOUR = 3_600_000;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('write' as const),
      note: anyNote,
      /** Seconds ago, as its time says: the future, now, long ago. */
      age: fc.constantFrom(-3_600, 0, 3_600, 7_200),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('swap' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('remove' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('rename' as const),
      which: fc.nat(),
      to: fc.constantFrom('Meetings/Moved.md', 'People/Renamed.md', 'archive/Old.md'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('settings' as const),
      own: fc.constantFrom('{"me":["Mara Voss"]}', '{"me":[]}', '{"me":["Ann Lee"],"startDate":"2025-10-10"}'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('clock' as const),
      day: fc.constantFrom('2025-11-03', '2025-11-20', '2026-01-10'),
      /** Milliseconds that the clock goes wrong. */
      off: fc.constantFrom(0, -24 * HOUR, 24 * HOUR),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('roll up' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('ask' as const),
      line: fc.constantFrom(
        'queue',
        'queue --json',
        'queue --all',
        'queue --markdown',
        'queue --owner Ann',
        'questions',
        'questions --all --json',
        'decisions',
        'decisions --entity Acme',
        'brief Acme',
        'rollup --check',
      ),
    }),
  },
);

/** The whole program in this process, with the real folder and engine. */
async function run(root: string, line: readonly string[], { day, off }: { day: string; off: number }): Promise<string> {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const whole: Engine = {
    ...engine,
    openVault: (folder, configDir, { cache }) =>
      Promise.resolve(openFolder(folder, configDir, cache ? 'build 1' : undefined)),
  };
  const shell: Shell = {
    args: line,
    cwd: root,
    usualVault: undefined,
    deviceFolder: path.join(root, 'plain'),
    prompt: null,
    today: day,
    zone: 'UTC',
    now: Date.now() + off,
    clock: { today: () => day, now: () => Date.now() + off, minute: () => new Promise(() => undefined) },
    watch: () => Promise.reject(new Error('nothing is watched')),
    interrupted: new Promise(() => undefined),
    version: '0',
    out: { write, terminal: false, colours: false },
    err: { write, terminal: false, colours: false },
    readInput: () => Promise.resolve(''),
    engine: whole,
  };
  const status = await runProgram(shell);
  return `${status}\n${out}`;
}

function notesIn(vault: string): string[] {
  return readdirSync(vault, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith('.'))
    .sort();
}

/** Other text of the same length, with the time that it had: only the disk's own time of change tells. */
function swap(file: string): void {
  const { atime, mtime } = statSync(file);
  const text = readFileSync(file, 'utf8');
  const other = text.includes('draft') ? text.replaceAll('draft', 'graft') : text.replaceAll('graft', 'draft');
  writeFileSync(file, other);
  utimesSync(file, atime, mtime);
}

jest.setTimeout(RUNS * 60_000);

test('every answer is the one that is given without what is kept', async () => {
  await fc.assert(
    fc.asyncProperty(generatedVault, fc.array(step, { minLength: 4, maxLength: 14 }), async (texts, history) => {
      const scratch = new Scratch();
      const vault = path.join(scratch.root, 'Vault');
      const at = (file: string): string => path.join(vault, file);
      try {
        scratch.write('Vault/.obsidian/plugins/throughline/data.json', '{"me":["Mara Voss"]}');
        for (const [file, text] of Object.entries(texts)) {
          scratch.write(`Vault/${file}`, text);
          utimesSync(at(file), Date.now() / 1_000 - 3_600, Date.now() / 1_000 - 3_600);
        }
        let clock = { day: '2025-11-03', off: 0 };
        const asked = (line: string): Promise<string> =>
          run(scratch.root, [...line.split(' '), '--vault', vault], clock);
        await asked('rollup');
        for (const one of history) {
          const notes = notesIn(vault);
          const chosen = (which: number): string => at(notes[which % notes.length] ?? '');
          switch (one.what) {
            case 'write': {
              const [file, text] = one.note;
              scratch.write(`Vault/${file}`, text);
              const time = Date.now() / 1_000 - one.age;
              if (one.age !== 0) utimesSync(at(file), time, time);
              break;
            }
            case 'swap':
              swap(chosen(one.which));
              break;
            case 'remove':
              if (notes.length > 1) rmSync(chosen(one.which));
              break;
            case 'rename':
              mkdirSync(path.dirname(at(one.to)), { recursive: true });
              renameSync(chosen(one.which), at(one.to));
              break;
            case 'settings':
              scratch.write('Vault/.obsidian/plugins/throughline/data.json', one.own);
              break;
            case 'clock':
              clock = { day: one.day, off: one.off };
              break;
            case 'roll up':
              await asked('rollup');
              break;
            case 'ask':
              // Twice: what the first keeps the second may use.
              for (let time = 0; time < 2; time += 1)
                expect(await asked(one.line)).toBe(await asked(`${one.line} --no-cache`));
          }
        }
      } finally {
        scratch.remove();
      }
    }),
    { numRuns: RUNS, ...(RUNS > 4 ? {} : { seed: 19 }) },
  );
});
