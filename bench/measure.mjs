// One measurement in a process of its own, so that none profits from what another has warmed up. `run.mjs` bundles it with the
// engine and calls it as: node measure.mjs WHAT VAULT
// Prints one JSON object of milliseconds, bytes and counts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import process from 'node:process';
import * as engine from './engine.mjs';
import { peopleNames, chance } from './words.mjs';
import { LAST_DAY } from './vault.mjs';

const [what, vault] = process.argv.slice(2);

const paths = readdirSync(vault, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md') && !file.startsWith('.')).sort();
const settings = engine.readSettings(JSON.parse(readFileSync(path.join(vault, '.obsidian/plugins/throughline/data.json'), 'utf8'))).settings;
const openVault = () => engine.openFolder(vault, '.obsidian');

/** Milliseconds that `run` takes. */
async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const readAll = () => {
  for (const file of paths) readFileSync(path.join(vault, file), 'utf8');
};

const MEASUREMENTS = {
  /** Each file is read and understood in turn, as a rollup does it: no text outlives its note, and whoever makes garbage pays for it. */
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
      for (let at = 0; at < batch.length; at += 1) for (const { source } of engine.readNote(batch[at], texts[at], engine.DEFAULT_NOTE_RULES).tasks) lines.push(source);
      turns.push({ start, end: performance.now() });
      spent.whole += performance.now() - start - (engine.yamlTime.spent - before);
      const beforeHeads = engine.yamlTime.spent;
      spent.frontmatter += await timed(() => {
        heads = texts.map((text) => engine.readFrontmatter(text));
      }) - (engine.yamlTime.spent - beforeHeads);
      spent.blocks += await timed(() => {
        for (let at = 0; at < texts.length; at += 1) engine.scanBlocks(texts[at], heads[at].bodyFrom, heads[at].bodyLine, { skipUnder });
      });
      spent.tasks += await timed(() => {
        for (const line of lines) engine.parseTask(line, taskRules, { lenient: true, bothForms: true });
      });
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    observer.disconnect();
    for (const { startTime, duration } of pauses) if (turns.some(({ start, end }) => start <= startTime && startTime < end)) spent.collecting += duration;
    // Read twice: in the whole, and by itself.
    return { ...spent, yaml: engine.yamlTime.spent / 2 };
  },

  async index() {
    const host = openVault();
    const read = await timed(async () => {
      for (const { path: file } of (await host.list()).files) if (file.endsWith('.md')) await host.read(file);
    });
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    let kept = null;
    const index = await timed(async () => {
      const reading = await engine.readVault(openVault(), settings);
      kept = { reading, index: engine.finish(engine.indexFor(engine.rollupInput(reading, settings, LAST_DAY))) };
    });
    globalThis.gc();
    const heap = process.memoryUsage().heapUsed - before;
    return { read, index, heap, notes: kept.index.notes.length };
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
