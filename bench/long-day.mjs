// A long day with live updating on: `node bench/run.mjs --day`. A copy of the vault is edited in bursts, notes are
// made, renamed and deleted, and after each burst pages are brought up to date as the plugin does it. Prints the
// stretches for which the thread was not given back, the work an edit costs, how the heap stands, and whether the pages
// are those of a rollup from nothing.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import * as engine from './engine.mjs';
import { startWatch } from './thread-time.mjs';
import { LAST_DAY } from './vault.mjs';
import { chance } from './words.mjs';

const [vault, edits] = [process.argv[2], Number(process.argv[3])];

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-day-'));
cpSync(vault, folder, { recursive: true });
const settings = engine.readSettings(
  JSON.parse(readFileSync(path.join(folder, '.obsidian/plugins/throughline/data.json'), 'utf8')),
).settings;
const host = engine.openFolder(folder, '.obsidian');

let [turn, clockBegan] = [startWatch(), 0];
let stretches = [];
let worked = 0;
const beginTurn = async () => {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  [turn, clockBegan] = [startWatch(), performance.now()];
};
const rest = async () => {
  // By the clock, as in the plugin: to ask for the thread's time takes longer than most pieces of work.
  if (performance.now() - clockBegan < engine.TURN) return;
  const length = turn();
  stretches.push(length);
  worked += length;
  await beginTurn();
};
/** What `work` takes of the thread, in milliseconds, and the longest stretch in it. */
async function measured(work) {
  [stretches, worked] = [[], 0];
  await beginTurn();
  const value = await work();
  const last = turn();
  return { value, work: worked + last, longest: Math.max(last, ...stretches) };
}

const { next: random, pick } = chance(20251103);
const heap = () => {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};

/** By itself, so that nothing of the rollup from nothing is still held when the heap is measured. */
async function isAsFromNothing() {
  const told = ({ edits: planned }) => JSON.stringify(planned.map(({ path: file, after }) => [file, after]));
  const now = told(await live.plan(LAST_DAY));
  const isSame = now === told((await engine.planVaultRollup(host, { settings, today: LAST_DAY })).plan);
  // What a whole rollup leaves behind would be collected in the next edit's time, and no day in the app has any.
  globalThis.gc();
  return isSame;
}

/**
 * Writes every page, as on the first rollup, and reads what was written: from there on the vault is as it was in the
 * morning.
 */
async function writeAll() {
  const plan = await live.plan(LAST_DAY);
  await engine.carryOut(host, plan, { what: 'live', now: 0 });
  await live.refresh();
  await live.plan(LAST_DAY);
}

const opening = await measured(() => engine.LiveVault.open(host, { settings, rest }));
let live = opening.value;
const first = await measured(() => live.plan(LAST_DAY));
// Not held from here on: it would keep the morning's index.
[opening.value, first.value] = [null, null];
await writeAll();
/**
 * What the heap holds over the day, after full collections: `{ edits, heap, waiting, unmade }`, the pages that wait to
 * be written, and those of them to be made.
 */
const heaps = [{ edits: 0, heap: heap(), waiting: 0, unmade: 0 }];

let meetings = (await host.list()).files
  .map(({ path: file }) => file)
  .filter((file) => /\d{4}-\d{2}-\d{2}/.test(file) && file.endsWith('.md') && !file.startsWith(settings.rollupFolder));
const told = { same: [], made: [] };
let [done, checks, wrong, made] = [0, 0, 0, 0];
const nextCheck = Math.ceil(edits / 8);
while (done < edits) {
  const burst = 1 + Math.floor(random() * random() * 20);
  const gone = [];
  const changed = new Set();
  let kind = 'same';
  for (let at = 0; at < burst; at += 1, done += 1) {
    const file = pick(meetings);
    const full = path.join(folder, file);
    const what = random();
    if (what < 0.94) {
      const text = readFileSync(full, 'utf8');
      const lines = [
        '- [ ] Send the figures 📅 2025-11-07',
        '- [x] Send the figures',
        '- Decided at last',
        '- Who looks after it?',
      ];
      writeFileSync(
        full,
        what < 0.5
          ? text.replace(/^(\s*- \[)[ x](\])/m, what < 0.25 ? '$1x$2' : '$1 $2')
          : `${text.trimEnd()}\n\n## Action items\n${pick(lines)}\n`,
      );
      changed.add(file);
    } else if (what < 0.98) {
      const next =
        what < 0.96
          ? file.replace(/\.md$/, ` ${done}.md`)
          : `${file.slice(0, file.lastIndexOf('/') + 1)}2025-11-03 New ${(made += 1)}.md`;
      if (what < 0.96) {
        renameSync(full, path.join(folder, next));
        gone.push(file);
        changed.delete(file);
        meetings = meetings.filter((other) => other !== file);
      } else
        writeFileSync(path.join(folder, next), readFileSync(full, 'utf8').replace(/^date: .*$/m, 'date: 2025-11-03'));
      meetings.push(next);
      changed.add(next);
      kind = 'made';
    } else {
      unlinkSync(full);
      gone.push(file);
      changed.delete(file);
      meetings = meetings.filter((other) => other !== file);
      kind = 'made';
    }
  }
  const files = (await host.list()).files.filter(({ path: file }) => changed.has(file));
  const turn = await measured(async () => {
    await live.update({ changed: files, gone });
    return live.plan(LAST_DAY);
  });
  told[kind].push({ work: turn.work, longest: turn.longest, burst });
  let waiting = turn.value.edits;
  // Pages are written less often than notes are edited.
  if (random() < 0.2) {
    const { written } = await engine.carryOut(host, turn.value, { what: 'live', now: done });
    const those = new Set(written);
    await live.update({ changed: (await host.list()).files.filter(({ path: file }) => those.has(file)), gone: [] });
    waiting = waiting.filter(({ path: file }) => !those.has(file));
  }
  turn.value = null;
  if (done >= nextCheck * (checks + 1) || done >= edits) {
    checks += 1;
    const counts = { waiting: waiting.length, unmade: waiting.filter(({ before }) => before === null).length };
    waiting = null;
    heaps.push({ edits: done, heap: heap(), ...counts });
    if (!(await isAsFromNothing())) wrong += 1;
  }
}
await writeAll();
heaps.push({ edits: done, heap: heap(), waiting: 0, unmade: 0 });
// The same vault read anew: what the day's own one holds beyond that, it holds of the past.
live = null;
live = await engine.LiveVault.open(host, { settings, rest });
await live.plan(LAST_DAY);
const heapAnew = heap();
const single = told.same.filter(({ burst }) => burst === 1);
process.stdout.write(
  JSON.stringify({
    edits: done,
    bursts: told.same.length + told.made.length,
    checks,
    wrong,
    heaps,
    heapAnew,
    opening: [opening.work, opening.longest],
    first: [first.work, first.longest],
    single: single.map(({ work }) => work),
    singleLongest: single.map(({ longest }) => longest),
    same: told.same.map(({ work }) => work),
    sameLongest: told.same.map(({ longest }) => longest),
    made: told.made.map(({ work }) => work),
    madeLongest: told.made.map(({ longest }) => longest),
  }),
);
rmSync(folder, { recursive: true, force: true });
