/**
 * How much of other people's notes is read rightly: `inspect --json` against labels made by hand.
 *
 *     npm run labels -- FOLDER [NAME…]     FOLDER has a copy of each collection, named owner+repository
 *
 * `test/labels/` holds the labels: line numbers, dates, and hashes of paths and first names; no word of a note. What a
 * label means is in `test/labels/README.md`. Settings are the defaults, but for the names that are the person's own.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const print = (line) => process.stdout.write(`${line}\n`);

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [folder, ...only] = process.argv.slice(2);
if (folder === undefined) {
  print('Usage: npm run labels -- FOLDER [NAME…]; FOLDER has a copy of each collection, named owner+repository');
  process.exit(2);
}

const hashOf = (text) =>
  createHash('sha256')
    .update(`throughline:${text.normalize('NFKC').toLowerCase().trim()}`)
    .digest('hex')
    .slice(0, 12);

const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The hashes of a name's words. */
const wordsOf = (name) =>
  folded(name)
    .split(/[\s,.(/@\][|-]+/)
    .filter((word) => word !== '')
    .map(hashOf);

/** What is counted, in the order of the table: how many there are, were found, were found wrongly. */
const KINDS = ['meetings', 'dates', 'people', 'actions', 'owners', 'due', 'decisions', 'questions'];
const noCounts = () => Object.fromEntries(KINDS.map((kind) => [kind, { all: 0, found: 0, wrong: 0 }]));

function inspected(collection, from) {
  const copy = mkdtempSync(path.join(tmpdir(), 'labels-'));
  try {
    cpSync(from, copy, { recursive: true, filter: (source) => path.basename(source) !== '.git' });
    mkdirSync(path.join(copy, '.obsidian'), { recursive: true });
    const config = path.join(copy, '.obsidian', 'labels.json');
    writeFileSync(config, JSON.stringify(collection.settings));
    const me = collection.me.flatMap((name) => ['--me', name]);
    const args = [path.join(root, 'dist/cli.mjs'), 'inspect', copy, '--config', config, ...me, '--json'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 29 });
    if (stdout === '') throw new Error(stderr);
    return new Map(JSON.parse(stdout).notes.map((note) => [hashOf(note.path), note]));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function score(collection, notes) {
  const counts = noCounts();
  const missing = collection.notes.filter(({ path: at }) => !notes.has(at)).length;
  const mine = new Set(collection.me.flatMap(wordsOf));
  const others = new Map();
  for (const [one, other] of collection.aliases) {
    others.set(one, [...(others.get(one) ?? []), other]);
    others.set(other, [...(others.get(other) ?? []), one]);
  }
  const named = (name) => wordsOf(name).flatMap((word) => [word, ...(others.get(word) ?? [])]);
  for (const label of collection.notes) {
    const note = notes.get(label.path);
    if (note === undefined) continue;
    const { meetings, people, dates } = counts;
    if (label.none) {
      meetings.wrong += Number(note.meetings.length > 0);
      continue;
    }
    meetings.all += 1;
    meetings.found += Number(note.meetings.length > 0);
    dates.all += 1;
    dates.found += Number(label.date === null || note.meetings.some(({ date }) => date === label.date));
    const wanted = label.people.filter((person) => !mine.has(person));
    const names = [...note.meetings.flatMap(({ entities }) => entities), ...note.entities]
      .filter(({ kind }) => kind === 'person')
      .map(({ name }) => name);
    const read = new Set(names.flatMap(named));
    people.all += wanted.length;
    people.found += wanted.filter((person) => read.has(person)).length;
    if (wanted.length > 0)
      people.wrong += [...new Set(names)].filter((name) => !named(name).some((word) => wanted.includes(word))).length;
    scoreTasks(counts, label, note, { named, mine });
    scoreLines(counts.decisions, note.decisions, label.decisions, label.maybeDecisions);
    // One that is read as answered is not said to be open.
    const open = note.questions.filter(({ status }) => status !== 'answered');
    scoreLines(counts.questions, open, label.questions, label.maybeQuestions);
  }
  return { counts, missing };
}

function scoreTasks({ actions, owners, due }, label, note, { named, mine }) {
  const tasks = new Map(note.tasks.map((task) => [task.line, task]));
  const allowed = new Set([...label.actions.map(({ line }) => line), ...label.maybe]);
  actions.wrong += [...tasks.keys()].filter((line) => !allowed.has(line)).length;
  for (const action of label.actions) {
    const task = tasks.get(action.line);
    actions.all += 1;
    actions.found += Number(task !== undefined);
    due.all += Number(action.due !== null);
    if (task !== undefined && task.due !== null) due[task.due === action.due ? 'found' : 'wrong'] += 1;
    // Null: a team, or everybody.
    if (action.owners === null) continue;
    const read = (task?.owners ?? []).map((owner) => [...(owner.me ? ['ME'] : []), ...named(owner.name ?? owner.text)]);
    const isOf = (words, owner) => words.includes(owner) || (owner === 'ME' && words.some((word) => mine.has(word)));
    owners.all += Number(action.owners.length > 0);
    if (read.length === 0) continue;
    const isRight =
      action.owners.length > 0 && action.owners.every((owner) => read.some((words) => isOf(words, owner)));
    owners[isRight ? 'found' : 'wrong'] += 1;
  }
}

function scoreLines(count, read, wanted, allowed) {
  const lines = new Set(read.map(({ line }) => line));
  count.all += wanted.length;
  count.found += wanted.filter((line) => lines.has(line)).length;
  count.wrong += [...lines].filter((line) => !wanted.includes(line) && !allowed.includes(line)).length;
}

const cell = ({ all, found, wrong }) => `${found}/${all}${wrong === 0 ? '' : ` (${wrong} wrong)`}`;
const row = (name, counts) => print(`| ${[name, ...KINDS.map((kind) => cell(counts[kind]))].join(' | ')} |`);

const total = noCounts();
print(`| collection | ${KINDS.join(' | ')} |\n|---|${KINDS.map(() => '---').join('|')}|`);
const labels = path.join(root, 'test/labels');
for (const file of readdirSync(labels)
  .filter((each) => each.endsWith('.json'))
  .sort()) {
  const collection = JSON.parse(readFileSync(path.join(labels, file), 'utf8'));
  if (only.length > 0 && !only.includes(collection.name)) continue;
  const from = path.join(folder, collection.repo.replace('/', '+'), collection.sub);
  if (!existsSync(from)) {
    print(`| ${collection.name} | no copy of ${collection.repo} |`);
    continue;
  }
  const { counts, missing } = score(collection, inspected(collection, from));
  row(missing === 0 ? collection.name : `${collection.name} (${missing} not read)`, counts);
  for (const kind of KINDS) for (const key of ['all', 'found', 'wrong']) total[kind][key] += counts[kind][key];
}
row('all', total);
for (const kind of KINDS) {
  const { all, found, wrong } = total[kind];
  const share = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  print(`${kind}: ${share(found, all)} found, ${share(found, found + wrong)} of what was read is right`);
}
