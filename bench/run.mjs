// npm run bench: makes the synthetic vaults where they are not there yet, measures, and prints each figure beside its
// target.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { yamlOnlyPlugins } from '../scripts/yaml-only.mjs';
import { measureApp } from './app.mjs';
import { loadReport, measureLoad, touching } from './load.mjs';
import { measureMcp } from './mcp.mjs';
import { measureStart } from './start.mjs';
import { figure, middle, spreadOf, table } from './tables.mjs';
import { makeVault } from './vault.mjs';

const here = import.meta.dirname;
const { values: options } = parseArgs({
  options: {
    notes: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    tasks: { type: 'boolean', default: false },
    day: { type: 'boolean', default: false },
    edits: { type: 'string', default: '2000' },
    growth: { type: 'boolean', default: false },
    start: { type: 'boolean', default: false },
    load: { type: 'boolean', default: false },
    app: { type: 'boolean', default: false },
    mcp: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [size, runs] = [
  Number(options.notes ?? (options.quick ? 400 : options.app ? 2_500 : 10_000)),
  Number(options.runs ?? (options.quick ? 1 : 5)),
];
if (options.help || !Number.isInteger(size) || size < 100 || !Number.isInteger(runs) || runs < 1) {
  process.stdout.write(
    'node bench/run.mjs [--notes 10000] [--runs 5] [--fresh] [--quick | --tasks | --start | --load | --app | --mcp | --day [--edits 2000] | --growth]\n  --fresh makes the synthetic vaults anew\n  --quick prints every row once, of a vault of 400 notes: to try it; its figures say little, so there is no verdict\n  --tasks measures the reading of task lines alone, in a few seconds\n  --start measures the start of the command line alone\n  --load measures the start of the plugin, without a vault\n  --app measures the start in the app, in Chromium\n  --mcp measures the answers that an agent gets\n  --day edits a copy of the vault all day with live updating on\n  --growth measures the first rollup of 1,000, 2,500, 10,000 and 50,000 notes\n',
  );
  process.exit(options.help ? 0 : 2);
}

// The temporary folder is kept from run to run; its name changes when what would be written into it does.
const version = createHash('sha256')
  .update(readFileSync(path.join(here, 'vault.mjs')))
  .update(readFileSync(path.join(here, 'words.mjs')))
  .digest('hex')
  .slice(0, 12);
const work = path.join(tmpdir(), `throughline-bench-${version}`);
mkdirSync(work, { recursive: true });

if (options.tasks) {
  await sayTaskLines();
  process.exit(0);
}
if (options.load) {
  sayLoad();
  process.exit(process.exitCode ?? 0);
}
const whole = options.growth ? null : vaultOf(size);
if (options.day) {
  await sayDay();
  process.exit(process.exitCode ?? 0);
}
if (options.app) {
  await sayApp();
  process.exit(0);
}
if (options.mcp) {
  await sayMcp();
  process.exit(0);
}
if (options.start) {
  saySpans(startRows());
  process.exit(0);
}
if (options.growth) {
  await sayGrowth();
  process.exit(0);
}
const quarter = vaultOf(Math.round(size / 4));
const measurements = await bundle('measure.mjs');

const { notes, bytes, transcripts } = whole.made;
say(
  `${notes.toLocaleString('en')} notes, ${megabytes(bytes)} (${Math.round((transcripts / bytes) * 100)} % transcript), Node ${process.version}, ${cpus().length} processors; medians of ${runs}, in brackets lowest and highest\n`,
);

const ms = {};
for (let run = 1; run <= runs; run += 1) {
  for (const [what, vault] of [
    ['notes', whole],
    ['parts', whole],
    ['index', whole],
    ['stored', whole],
    ['start', whole],
    ['rollup', whole],
    ['edit', whole],
    ['memory', whole],
    ['peers', whole],
    ['rollup', quarter],
    ['mentions', whole],
  ]) {
    progress(`run ${run} of ${runs}: ${what}, ${vault.made.notes.toLocaleString('en')} notes`);
    (ms[`${what} ${vault.made.notes}`] ??= []).push(measure(what, vault));
  }
}
progress('');

const of = (what, vault) => ms[`${what} ${vault.made.notes}`];
const perNote = ({ rollup, files }) => rollup / files;
const rows = [
  [
    "a note's text read into a note, without YAML ÷ synchronous read",
    '≤',
    0.55,
    of('notes', whole).map(({ withYaml, yaml, floor }) => (withYaml - yaml) / floor),
  ],
  [
    'full index, YAML included ÷ read at the same concurrency',
    '≤',
    2.0,
    of('index', whole).map(({ index, read }) => index / read),
  ],
  [
    'whole first rollup, planned ÷ synchronous read',
    '≤',
    3,
    of('rollup', whole).map(({ rollup, floor }) => rollup / floor),
  ],
  [
    'start from the stored index ÷ full index',
    '≤',
    0.35,
    of('start', whole).map(({ start }, run) => start / of('index', whole)[run].index),
  ],
  [
    'the same, processor time',
    '≤',
    0.35,
    of('start', whole).map(({ startWorked }, run) => startWorked / of('index', whole)[run].indexWorked),
  ],
  ['one changed 40 KB note, its pages planned: ms of the thread', '≤', 16, of('edit', whole).map(({ work }) => work)],
  ['the same, longest stretch without a rest: ms', '≤', 8, of('edit', whole).map(({ longest }) => longest)],
  [
    'mention matching, 8,000 names ÷ read of the text it scans',
    '≤',
    4,
    of('mentions', whole).map(({ matching, floor }) => matching / floor),
  ],
  ['retained heap ÷ vault bytes', '≤', 0.5, of('index', whole).map(({ heap, bytes: vaultBytes }) => heap / vaultBytes)],
  [
    `time per note at ${size.toLocaleString('en')} ÷ at ${quarter.made.notes.toLocaleString('en')}`,
    '≤',
    1.2,
    of('rollup', whole).map((large, run) => perNote(large) / perNote(of('rollup', quarter)[run])),
  ],
  ["Dataview's indexing ÷ ours", '≥', 5, 'not run here; see bench/README.md'],
  ["Tasks' loading ÷ ours", '≥', 3, 'not run here; see bench/README.md'],
];
saySpans([...rows, ...startRows()]);
const share = (key) => middle(of('parts', whole).map((each) => each[key] / each.floor)).toFixed(2);
say(
  `\nWithin the first row, each by itself ÷ the same read: frontmatter but for YAML ${share('frontmatter')}, blocks ${share('blocks')}, task lines ${share('tasks')}; all of it ${share('whole')}, of which the collector ${share('collecting')}. YAML, beside it: ${share('yaml')}.`,
);
say(
  `The changed note: ${middle(of('edit', whole).map(({ planned }) => planned)).toFixed(1)} pages of it on average, its slowest edit ${middle(of('edit', whole).map(({ worst }) => worst)).toFixed(1)} ms. What is kept of the notes: ${megabytes(middle(of('stored', whole).map(({ bytesKept }) => bytesKept)))}.`,
);
const PARSERS = [
  ['Throughline, YAML and tasks included', 'ours'],
  ["Lezer with GitHub's Markdown", 'lezer'],
  ['markdown-it', 'markdownIt'],
  ['commonmark.js', 'commonmark'],
  ['mdast with task lists', 'mdast'],
];
say('\nWhat others read the same notes with (every twentieth note, side by side, warm):');
say(
  table([
    ['parser', '÷ read', '÷ Throughline'],
    ...PARSERS.map(([name, key]) => [
      name,
      spreadOf(of('peers', whole).map((each) => each[key] / each.floor)),
      spreadOf(
        of('peers', whole).map((each) => each[key] / each.ours),
        1,
      ),
    ]),
  ]),
);
const HELD = [
  ['notes as read', 'notes'],
  ['with the index', 'index'],
  ['with the plan, to go on from', 'plan'],
];
say('\nMemory, after a full collection:');
say(
  table(
    [
      ['what is held', 'heap', '÷ vault bytes'],
      ...HELD.map(([name, key]) => [
        name,
        megabytes(middle(of('memory', whole).map((each) => each[key]))),
        spreadOf(of('memory', whole).map((each) => each[key] / each.bytes)),
      ]),
    ],
    [1],
  ),
);
say();
const seconds = (list, key) => `${(middle(list.map((each) => each[key])) / 1000).toFixed(2)} s`;
say(
  `In seconds: synchronous read ${seconds(of('rollup', whole), 'floor')}, full index ${seconds(of('index', whole), 'index')}, first rollup planned ${seconds(of('rollup', whole), 'rollup')} (${middle(of('rollup', whole).map(({ edits }) => edits)).toLocaleString('en')} pages to write).`,
);
const ofTrie = (key) => middle(of('mentions', whole).map((each) => each[key]));
say(
  `The trie of ${ofTrie('names').toLocaleString('en')} names: built in ${ofTrie('build').toFixed(0)} ms, ${(ofTrie('heap') / 1e6).toFixed(1)} MB of heap.`,
);
say();
await sayTaskLines();

/** The start of the command line beside what it cannot do without. */
function startRows() {
  progress('the start of the command line');
  const took = measureStart({ cli: path.join(here, '../dist/cli.mjs'), folder: whole.folder, work, runs });
  progress('');
  const rowsBy = ({ help, node, check, stat, full, ...asked }, how) => [
    [`throughline --help ÷ Node with nothing to do${how}`, '≤', 1.5, help.map((ms, run) => ms / node[run])],
    [
      `rollup --check of a vault that is up to date ÷ Node that asks for each file's time${how}`,
      '≤',
      1.5,
      check.map((ms, run) => ms / stat[run]),
    ],
    [`the same ÷ the check that reads every note${how}`, '≤', 0.2, check.map((ms, run) => ms / full[run])],
    ...[
      ['queue', 'queue, nothing changed', 2],
      ['questions', 'questions, nothing changed', 2],
      ['decisions', 'decisions, nothing changed', 2],
      ['edited', 'queue after one note changed', 3],
      ['again', 'rollup after one note changed', 5],
    ].map(([name, what, target]) => [
      `${what} ÷ Node that asks for each file's time${how}`,
      '≤',
      target,
      asked[name].map((ms, run) => ms / stat[run]),
    ]),
  ];
  return [...rowsBy(took.clock, ''), ...rowsBy(took.processor, ', processor time')];
}

/** The start in the app; by the clock and by the window's thread, which another program's work changes little. */
async function sayApp() {
  progress('the start in the app');
  const measured = await measureApp({ folder: whole.folder, runs });
  progress('');
  say(
    `${size.toLocaleString('en')} notes, their texts in memory; in seconds: a full index ${(middle(measured.map(({ full }) => full.took)) / 1000).toFixed(2)}, from what was kept ${(middle(measured.map(({ kept }) => kept.took)) / 1000).toFixed(2)}\n`,
  );
  saySpans([
    [
      "the app's start from what was kept ÷ a full index",
      '≤',
      0.35,
      measured.map(({ full, kept }) => kept.took / full.took),
    ],
    ["the same, time of the window's thread", '≤', 0.35, measured.map(({ full, kept }) => kept.worked / full.worked)],
    ['longest stretch of it: ms', '≤', 8, measured.map(({ kept }) => kept.longest)],
    ['longest stretch of a full index: ms', '≤', 8, measured.map(({ full }) => full.longest)],
    ['longest stretch while it is kept: ms', '≤', 8, measured.slice(0, 1).map(({ keeping }) => keeping)],
  ]);
}

/** What an agent waits for, and what it reads. */
async function sayMcp() {
  const measured = [];
  for (let run = 1; run <= runs; run += 1) {
    progress(`run ${run} of ${runs}: an agent's calls`);
    measured.push(await measureMcp({ cli: path.join(here, '../dist/cli.mjs'), folder: whole.folder }));
  }
  progress('');
  saySpans([
    ["an agent's call, half of them within: ms", '≤', 10, measured.map(({ p50 }) => p50)],
    ['the same, 99 of 100 within: ms', '≤', 20, measured.map(({ p99 }) => p99)],
    ["the same, of the server's thread: ms", '≤', 10, measured.map(({ worked50 }) => worked50)],
    ['99 of 100: ms', '≤', 20, measured.map(({ worked99 }) => worked99)],
    ['characters of the notes ÷ of the brief made from them', '≥', 10, measured.map((one) => one.notes / one.answers)],
  ]);
}

/** What loading the plugin costs, and that it looks at no file before the app's layout is ready. */
function sayLoad() {
  progress('loading the plugin');
  const loads = measureLoad({ main: path.join(here, '../main.js'), runs: options.runs === undefined ? 11 : runs });
  progress('');
  say(loadReport(loads));
  if (loads.some(({ before }) => touching(before).length > 0)) process.exitCode = 1;
}

/** Each figure beside its target, with a verdict. */
function saySpans(list) {
  say(
    table([['what', 'target', 'measured', 'verdict'], ...list.map((row) => figure(row, { judged: !options.quick }))]),
  );
}

/** Task lines a second; has no target, and says by a ratio what it means on this machine. */
async function sayTaskLines() {
  const bundled = await bundle('task-lines.mjs');
  progress('task lines');
  const { usual, recurring } = JSON.parse(
    execFileSync(process.execPath, [bundled, String(runs)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  progress('');
  const printed = [['task lines, read as notes are read', 'lines a second', '÷ matching one regular expression']];
  for (const [name, { lines, recurring: withRule, matching, reading }] of [
    ['none of them recurring', usual],
    ['half of them recurring', recurring],
  ]) {
    const ratios = reading.map((ms, round) => ms / matching[round]);
    const perSecond = Math.round(lines / middle(reading)) * 1000;
    printed.push([
      `${name} (${withRule.toLocaleString('en')} of ${lines.toLocaleString('en')})`,
      perSecond.toLocaleString('en'),
      `${middle(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`,
    ]);
  }
  say(table(printed, [1]));
}

/** Time a note as a vault grows. */
async function sayGrowth() {
  const bundled = await bundle('measure.mjs');
  const sizes = [1_000, 2_500, 10_000, 50_000];
  const took = new Map(sizes.map((count) => [count, []]));
  const vaults = sizes.map(vaultOf);
  for (let run = 1; run <= runs; run += 1) {
    for (const [at, count] of sizes.entries()) {
      progress(`run ${run} of ${runs}: ${count.toLocaleString('en')} notes`);
      const { rollup, files, floor } = JSON.parse(
        execFileSync(
          process.execPath,
          ['--expose-gc', '--max-old-space-size=12288', bundled, 'rollup', vaults[at].folder],
          { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
        ),
      );
      took.get(count).push({ each: rollup / files, ratio: rollup / floor });
    }
  }
  progress('');
  const smallest = took.get(sizes[0]);
  say('First rollup, planned; medians, in brackets lowest and highest\n');
  say(
    table(
      [
        [
          'notes',
          'µs a note',
          '÷ synchronous read',
          `÷ a note's at ${sizes[0].toLocaleString('en')}`,
          'target',
          'verdict',
        ],
        ...[...took].map(([count, list]) => {
          const [, target, grown, verdict] = figure([
            '',
            '≤',
            count === sizes[0] ? null : 1.2,
            list.map(({ each }, run) => each / smallest[run].each),
          ]);
          return [
            count.toLocaleString('en'),
            spreadOf(
              list.map(({ each }) => each * 1000),
              0,
            ),
            spreadOf(list.map(({ ratio }) => ratio)),
            grown,
            target,
            verdict,
          ];
        }),
      ],
      [0],
    ),
  );
}

/** What live updating costs over a day of edits; see long-day.mjs. */
async function sayDay() {
  const bundled = await bundle('long-day.mjs');
  progress('a long day');
  const args = ['--expose-gc', '--max-old-space-size=6144', bundled, whole.folder, options.edits];
  const day = JSON.parse(
    execFileSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
    }),
  );
  progress('');
  const at = (list, part) =>
    [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))] ?? 0;
  const spread = (list) => `${at(list, 0.5).toFixed(1)} / ${at(list, 0.95).toFixed(1)} / ${at(list, 1).toFixed(1)}`;
  say(
    `A long day: ${size.toLocaleString('en')} notes, ${day.edits.toLocaleString('en')} edits in ${day.bursts.toLocaleString('en')} bursts; milliseconds, median / 95th of 100 / longest\n`,
  );
  say(`one edit of one note: work                        ${spread(day.single)}`);
  say(`                      longest stretch             ${spread(day.singleLongest)}`);
  say(`a burst of edits: work                            ${spread(day.same)}`);
  say(`                  longest stretch                 ${spread(day.sameLongest)}`);
  say(`a burst with new, renamed, deleted notes: work    ${spread(day.made)}`);
  say(`                                 longest stretch  ${spread(day.madeLongest)}`);
  say(
    `reading the vault at the start: work ${day.opening[0].toFixed(0)}, longest stretch ${day.opening[1].toFixed(1)}; its first plan: work ${day.first[0].toFixed(0)}, longest stretch ${day.first[1].toFixed(1)}`,
  );
  say('heap after a full collection, over the day:');
  say(
    table(
      [
        ['edits so far', 'heap', 'pages that wait', 'of them to be made'],
        ...day.heaps.map(({ edits: soFar, heap, waiting, unmade }) => [
          soFar.toLocaleString('en'),
          megabytes(heap),
          waiting.toLocaleString('en'),
          unmade.toLocaleString('en'),
        ]),
      ],
      [0, 1, 2, 3],
    ),
  );
  say(
    `(first and last line: every page is written); the same vault read anew in the evening: ${megabytes(day.heapAnew)}`,
  );
  say(`pages compared with a rollup from nothing: ${day.checks} times, ${day.wrong} different`);
  if (day.wrong > 0) process.exitCode = 1;
}

function vaultOf(count) {
  const folder = path.join(work, `vault-${count}`);
  const record = path.join(work, `vault-${count}.json`);
  if (options.fresh || !existsSync(record)) {
    progress(`making a vault of ${count.toLocaleString('en')} notes`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(record, JSON.stringify(makeVault(folder, count)));
    progress('');
  }
  return { folder, made: JSON.parse(readFileSync(record, 'utf8')) };
}

async function bundle(entry) {
  const outfile = path.join(work, entry);
  const timedYaml = {
    name: 'timed-yaml',
    setup({ onResolve }) {
      onResolve({ filter: /^yaml$/ }, ({ importer }) =>
        importer.endsWith('yaml-engine.ts') ? { path: path.join(here, 'timed-yaml.mjs') } : undefined,
      );
    },
  };
  await build({
    entryPoints: [path.join(here, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [timedYaml, ...yamlOnlyPlugins],
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  });
  return outfile;
}

function measure(what, { folder }) {
  const args = ['--expose-gc', '--max-old-space-size=6144', measurements, what, folder];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

function say(text = '') {
  process.stdout.write(`${text}\n`);
}

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
}

function megabytes(count) {
  return `${Math.round(count / 1e6)} MB`;
}
