// One measurement in a process of its own, so that none profits from what another has warmed up. `run.mjs` bundles it
// with the engine and calls it as: node measure.mjs WHAT VAULT
// Prints one JSON object of milliseconds, bytes and counts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import process from 'node:process';
import { Parser } from 'commonmark';
import { GFM, parser as lezer } from '@lezer/markdown';
import MarkdownIt from 'markdown-it';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import * as engine from './engine.mjs';
import { startWatch } from './thread-time.mjs';
import { peopleNames, chance } from './words.mjs';
import { LAST_DAY } from './vault.mjs';

const [what, vault] = process.argv.slice(2);

const paths = readdirSync(vault, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.startsWith('.'))
  .sort();
const settings = engine.readSettings(
  JSON.parse(readFileSync(path.join(vault, '.obsidian/plugins/throughline/data.json'), 'utf8')),
).settings;
const openVault = () => engine.openFolder(vault, '.obsidian');

/** Milliseconds that `run` takes. */
async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Milliseconds of the processor, in all threads of the process. */
function worked() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const heapUsed = () => {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const readAll = () => {
  for (const file of paths) readFileSync(path.join(vault, file), 'utf8');
};

const MEASUREMENTS = {
  /**
   * Each file is read and understood in turn, as a rollup does it: no text outlives its note, and whoever makes garbage
   * pays for it.
   */
  async notes() {
    let [floor, notes, tasks] = [0, 0, 0];
    for (const file of paths) {
      const start = performance.now();
      const text = readFileSync(path.join(vault, file), 'utf8');
      const read = performance.now();
      tasks += engine.readNote(file, text, engine.DEFAULT_NOTE_RULES).tasks.length;
      notes += performance.now() - read;
      floor += read - start;
    }
    return { floor, withYaml: notes, yaml: engine.yamlTime.spent, tasks };
  },

  /** What reading a note consists of, each part by itself, in turns of 100. */
  async parts() {
    const { sections, tasks: taskRules } = engine.DEFAULT_NOTE_RULES;
    const skipUnder = (heading) => engine.sectionOf(heading, sections) === 'transcript';
    const spent = { floor: 0, frontmatter: 0, blocks: 0, tasks: 0, whole: 0, collecting: 0 };
    const pauses = [];
    const observer = new PerformanceObserver((list) => pauses.push(...list.getEntries()));
    observer.observe({ entryTypes: ['gc'] });
    const turns = [];
    for (let from = 0; from < paths.length; from += 100) {
      const batch = paths.slice(from, from + 100);
      let [texts, heads] = [[], []];
      const lines = [];
      spent.floor += await timed(() => {
        texts = batch.map((file) => readFileSync(path.join(vault, file), 'utf8'));
      });
      const before = engine.yamlTime.spent;
      const start = performance.now();
      for (let at = 0; at < batch.length; at += 1)
        for (const { source } of engine.readNote(batch[at], texts[at], engine.DEFAULT_NOTE_RULES).tasks)
          lines.push(source);
      turns.push({ start, end: performance.now() });
      spent.whole += performance.now() - start - (engine.yamlTime.spent - before);
      const beforeHeads = engine.yamlTime.spent;
      spent.frontmatter +=
        (await timed(() => {
          heads = texts.map((text) => engine.readFrontmatter(text));
        })) -
        (engine.yamlTime.spent - beforeHeads);
      spent.blocks += await timed(() => {
        for (let at = 0; at < texts.length; at += 1)
          engine.scanBlocks(texts[at], heads[at].bodyFrom, heads[at].bodyLine, { skipUnder });
      });
      spent.tasks += await timed(() => {
        for (const line of lines) engine.parseTask(line, taskRules, { lenient: true, bothForms: true });
      });
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    observer.disconnect();
    for (const { startTime, duration } of pauses)
      if (turns.some(({ start, end }) => start <= startTime && startTime < end)) spent.collecting += duration;
    // Read twice: in the whole, and by itself.
    return { ...spent, yaml: engine.yamlTime.spent / 2 };
  },

  async index() {
    const host = openVault();
    const read = await timed(async () => {
      for (const { path: file } of (await host.list()).files)
        if (file.endsWith('.md')) readFileSync(path.join(vault, file), 'utf8');
    });
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    let kept = null;
    const from = worked();
    const index = await timed(async () => {
      const reading = await engine.readVault(openVault(), settings);
      kept = { reading, index: engine.runSync(engine.indexFor({ ...reading, settings, today: LAST_DAY })) };
    });
    const indexWorked = worked() - from;
    globalThis.gc();
    const heap = process.memoryUsage().heapUsed - before;
    return { read, index, indexWorked, heap, notes: kept.index.notes.length };
  },

  /** The start from what was kept of an earlier run, which is put there first; the index as in `index`. */
  async stored() {
    const kept = () => engine.openFolder(vault, '.obsidian', 'bench');
    await engine.forgetReadings(kept().state);
    await engine.forgetIndex(kept().state);
    const reading = await engine.readVault(kept(), settings);
    // As if the notes had been written long ago.
    await reading.stored.save(Date.now() + 1e9);
    await engine.keepIndex(reading.stored, engine.runSync(engine.indexFor({ ...reading, settings, today: LAST_DAY })));
    const bytesKept = [...(await kept().state.list('readings')), ...(await kept().state.list('index'))].reduce(
      (sum, { size }) => sum + size,
      0,
    );
    return { bytesKept };
  },

  async start() {
    let index = null;
    const from = worked();
    const start = await timed(async () => {
      const reading = await engine.readVault(engine.openFolder(vault, '.obsidian', 'bench'), settings);
      index = await engine.indexOfReading({
        input: { ...reading, settings, today: LAST_DAY },
        stored: reading.stored,
      });
    });
    return { start, startWorked: worked() - from, notes: index.notes.length };
  },

  /** One note of about 40 KB changed again and again in a vault kept in memory, its pages planned each time. */
  async edit() {
    const texts = new Map();
    const disk = openVault();
    let clock = Date.now();
    const host = {
      configDir: disk.configDir,
      state: disk.state,
      readConfig: (file) => disk.readConfig(file),
      list: () => disk.list(),
      read: async (file) => texts.get(file)?.text ?? disk.read(file),
    };
    const write = (file, text) => {
      texts.set(file, { text });
      return { path: file, size: text.length, mtime: (clock += 1) };
    };
    let [turn, clockBegan, stretches] = [startWatch(), 0, []];
    const rest = async () => {
      // By the clock, as in the plugin: to ask for the thread's time takes longer than most pieces of work.
      if (performance.now() - clockBegan < engine.TURN) return;
      stretches.push(turn());
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      [turn, clockBegan] = [startWatch(), performance.now()];
    };
    const live = await engine.LiveVault.open(host, { settings, rest });
    const first = await live.plan(LAST_DAY);
    await live.update({ changed: first.edits.map(({ path: file, after }) => write(file, after)), gone: [] });
    await live.plan(LAST_DAY);
    const near = (file) => Math.abs(statSync(path.join(vault, file)).size - 40_000);
    const edited = paths
      .filter((file) => file.startsWith('Meetings/'))
      .sort((a, b) => near(a) - near(b))
      .slice(0, 40)
      .filter((file) => /^- \[[ ?x]\] /m.test(readFileSync(path.join(vault, file), 'utf8')))
      .slice(0, 10);
    const [work, longest] = [[], []];
    let planned = 0;
    for (let round = 0; round < 60; round += 1) {
      const file = edited[round % edited.length];
      const now = await host.read(file);
      // What a line says changes, so that the pages do: a new task each time.
      const changed = write(
        file,
        now.replace(/^- \[[ ?x]\] .*$/m, `- [ ] Send the figures of round ${round} @Myself 📅 2025-11-07`),
      );
      stretches = [];
      [turn, clockBegan] = [startWatch(), performance.now()];
      const whole = turn;
      await live.update({ changed: [changed], gone: [] });
      const plan = await live.plan(LAST_DAY);
      const [spent, last] = [whole(), turn()];
      // The first ones are before the code is warm.
      if (round >= 20) {
        longest.push(Math.max(last, ...stretches));
        work.push(spent);
        planned += plan.edits.length;
      }
      await live.update({ changed: plan.edits.map(({ path: page, after }) => write(page, after)), gone: [] });
    }
    return {
      work: middle(work),
      worst: Math.max(...work),
      longest: middle(longest),
      planned: planned / work.length,
      live: heapUsed(),
    };
  },

  /** What is held: the notes as read, the index of them, the pages' plan on top. */
  async memory() {
    const before = heapUsed();
    const reading = await engine.readVault(openVault(), settings);
    const notes = heapUsed() - before;
    const memory = new engine.RollupMemory();
    const input = { ...reading, settings, today: LAST_DAY };
    engine.runSync(engine.indexAsOf(input, memory));
    const index = heapUsed() - before;
    engine.runSync(engine.pageSteps(input, memory));
    return { notes, index, plan: heapUsed() - before, kept: reading.notes.length };
  },

  /** Parsers that anybody would reach for, on every twentieth note, in the same turns. */
  async peers() {
    const commonmark = new Parser();
    const markdownIt = new MarkdownIt();
    const github = lezer.configure(GFM);
    const read = {
      ours: (file, text) => engine.readNote(file, text, engine.DEFAULT_NOTE_RULES),
      mdast: (_, text) =>
        fromMarkdown(text, { extensions: [gfmTaskListItem()], mdastExtensions: [gfmTaskListItemFromMarkdown()] }),
      commonmark: (_, text) => commonmark.parse(text),
      markdownIt: (_, text) => markdownIt.parse(text, {}),
      lezer: (_, text) => github.parse(text),
    };
    const spent = { floor: 0, ours: 0, mdast: 0, commonmark: 0, markdownIt: 0, lezer: 0 };
    const sample = paths.filter((_, at) => at % 20 === 0);
    // The third time the code is warm, everybody's.
    for (const round of [0, 1, 2]) {
      for (const file of sample) {
        let text = '';
        const floor = await timed(() => {
          text = readFileSync(path.join(vault, file), 'utf8');
        });
        if (round === 2) spent.floor += floor;
        for (const [name, parse] of Object.entries(read)) {
          const took = await timed(() => void parse(file, text));
          if (round === 2) spent[name] += took;
        }
      }
    }
    return { ...spent, sample: sample.length };
  },

  async rollup() {
    const floor = await timed(readAll);
    let planned = null;
    const rollup = await timed(async () => {
      planned = await engine.planVaultRollup(openVault(), { settings, today: LAST_DAY });
    });
    return { floor, rollup, edits: planned.plan.edits.length, files: paths.length };
  },

  /** The names of 8,000 people, looked for in the notes' whole text. */
  async mentions() {
    const kinds = engine.DEFAULT_NOTE_RULES.kinds;
    const pages = peopleNames(8000, chance(8)).map((name) => `People/${name}.md`);
    const notes = pages.map((page) => engine.readNote(page, `# ${page.slice(7, -3)}\n`, engine.DEFAULT_NOTE_RULES));
    const registry = engine.buildRegistry(notes, { kinds, me: [], paths: pages, excluded: () => false, decisions: [] });
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    let mentions = null;
    const build = await timed(() => {
      mentions = engine.buildMentions(registry);
    });
    globalThis.gc();
    const heap = process.memoryUsage().heapUsed - before;
    const sample = paths.filter((_, at) => at % 5 === 0);
    let [floor, matching, found] = [0, 0, 0];
    for (const file of sample) {
      let text = '';
      floor += await timed(() => {
        text = readFileSync(path.join(vault, file), 'utf8');
      });
      matching += await timed(() => {
        found += engine.findMentions(mentions, text).length;
      });
    }
    return { floor, matching, found, names: registry.entities.length, build, heap };
  },
};

readAll();
const measured = await MEASUREMENTS[what]();
const bytes = paths.reduce((sum, file) => sum + statSync(path.join(vault, file)).size, 0);
process.stdout.write(`${JSON.stringify({ ...measured, bytes })}\n`);
