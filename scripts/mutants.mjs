/**
 * Could the tests fail? Puts small mistakes into the source, one at a time, and runs the tests that come by the place:
 * `node scripts/mutants.mjs --count 300 --seed 20251201`. The same seed gives the same mistakes of the same source.
 * Prints what became of each mistake.
 *
 * All mistakes of a run are put at once into a copy of the tree, each behind a switch, so that nothing is compiled again
 * for the next one. One run of the tests without any mistake tells which test files come by which switch, how long each
 * takes, and which fail anyway. Then each mistake is switched on: first for the test files that import the file, then for
 * the quickest of the others. Tests of the built program are not run: there the switches are not.
 *
 * `--measured FILE` keeps what that first run told, for the next run with the same mistakes. `--only TEXT` takes the files whose path has the text, `--lines 45,257` of those only these lines, `--from` skips the
 * first ones, `--minutes` ends the run early.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '50' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '120' },
    only: { type: 'string', default: '' },
    lines: { type: 'string' },
    measured: { type: 'string' },
  },
});
const FOLDERS = ['host', 'edit', 'page', 'text'];
/** Seconds: the longest test file that is run, and all together that do not import the file. */
const LONGEST = 45;
const OTHERS = 20;
/** Tests of the built program and of things other than the source, and what takes longest. */
const LEFT_OUT = new RegExp(
  `test/(${[
    ...['bench', 'browser', 'docs', 'fuzz', 'model', 'scripts', 'mcp', 'seeds', 'note-cases'],
    'cli/(built|cache|full-disk|gone|kills|moved|undo-remove|watch|week)',
    'host/(distinguish|faults|hostile|note-cache|up-to-date)',
    'obsidian/view/action-matrix',
    'vault-index/(restore|update)-index',
  ].join('|')})`,
);
const ROOT = process.cwd();
const COPY = mkdtempSync(path.join(tmpdir(), 'throughline-mutants-'));

const SWAPPED = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '+': '-',
  '-': '+',
};

/** The mistakes that a file could hold: `{file, node, line, what, was, becomes}`; `becomes` of the parts' own text. */
function mistakesIn(file) {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, what, becomes) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    found.push({ file, tree, node, line, what, becomes });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isIfStatement(node)) add(node.expression, 'condition', (part) => `!(${part(node.expression)})`);
    if (ts.isConditionalExpression(node)) add(node.condition, 'condition', (part) => `!(${part(node.condition)})`);
    if (ts.isReturnStatement(node) && node.expression !== undefined) add(node, 'return', () => 'return;');
    if (ts.isBinaryExpression(node)) {
      const swapped = SWAPPED[node.operatorToken.getText(tree)];
      if (swapped !== undefined)
        add(node, `operator ${swapped}`, (part) => `(${part(node.left)}) ${swapped} (${part(node.right)})`);
    }
    const isName = ts.isPropertyAssignment(node.parent ?? node) && node.parent?.name === node;
    if (ts.isNumericLiteral(node) && !isName) add(node, 'number', () => `${node.getText(tree)} + 1`);
    if (ts.isStringLiteral(node) && node.text !== '' && !isName) add(node, 'text', () => "''");
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'truth', () => 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'truth', () => 'true');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The file's text with these mistakes in it, each behind a switch with its number. */
function withSwitches(mistakes) {
  const { tree } = mistakes[0];
  const textOf = (node, leftOut) => {
    const here = mistakes.filter((mistake) => mistake.node === node && !leftOut.includes(mistake));
    const mistake = here[0];
    if (mistake !== undefined) {
      const was = textOf(node, [...leftOut, mistake]);
      const becomes = mistake.becomes((part) => textOf(part, [...leftOut, mistake]));
      const on = `globalThis.mutantIs(${mistake.id})`;
      return mistake.what === 'return' ? `{ if (${on}) return; ${was} }` : `(${on} ? (${becomes}) : (${was}))`;
    }
    const inner = [];
    const visit = (child) => {
      if (mistakes.some((one) => one.node === child)) inner.push(child);
      else ts.forEachChild(child, visit);
    };
    ts.forEachChild(node, visit);
    const from = ts.isSourceFile(node) ? 0 : node.getStart(tree);
    let text = '';
    let at = from;
    for (const child of inner) {
      text += tree.text.slice(at, child.getStart(tree)) + textOf(child, leftOut);
      at = child.getEnd();
    }
    return text + tree.text.slice(at, node.getEnd());
  };
  return textOf(tree, []);
}

/** A number from 0 up to 1, others for each seed, always the same for one. */
function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sample(all, count, seed) {
  const chance = chanceOf(seed);
  const left = [...all];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(chance() * left.length), 1)[0],
  );
}

/** In every test file: tells whether a mistake is switched on, and puts down which switches were passed. */
const HOOK = `
const passed = new Set();
const on = Number(process.env.MUTANT ?? -1);
globalThis.mutantIs = (id) => (passed.add(id), id === on);
if (process.env.PASSED !== undefined)
  afterAll(() => {
    const line = JSON.stringify({ test: expect.getState().testPath, passed: [...passed] });
    require('node:fs').appendFileSync(process.env.PASSED, line + '\\n');
  });
`;
const CONFIG = `
const config = require('./jest.config.cjs');
for (const project of config.projects) {
  project.setupFilesAfterEnv = [...(project.setupFilesAfterEnv ?? []), '<rootDir>/mutant-hook.cjs'];
  project.testPathIgnorePatterns = [...(project.testPathIgnorePatterns ?? []), ${JSON.stringify(LEFT_OUT.source)}];
}
module.exports = config;
`;

/** What Jest tells of each test file, `{name, status, startTime, endTime}`; null where there was no time. */
function runTests(given, { seconds, env }) {
  const output = path.join(COPY, 'result.json');
  rmSync(output, { force: true });
  const jest = path.join(COPY, 'node_modules/jest/bin/jest.js');
  spawnSync(
    process.execPath,
    [jest, '--config', 'mutants.config.cjs', '--runInBand', '--silent', '--json', `--outputFile=${output}`, ...given],
    {
      cwd: COPY,
      stdio: 'ignore',
      timeout: Math.ceil(seconds * 1000),
      killSignal: 'SIGKILL',
      env: { ...process.env, ...env },
    },
  );
  try {
    return JSON.parse(readFileSync(output, 'utf8')).testResults;
  } catch {
    return null;
  }
}

/** Test files that pass without a mistake, quickest first: `{test, seconds, passed, text}`. */
function measuredTests() {
  const kept = values.measured;
  const measured = kept !== undefined && existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : measure();
  if (kept !== undefined) writeFileSync(kept, JSON.stringify(measured));
  return measured
    .filter(({ seconds }) => seconds <= LONGEST)
    .sort((one, other) => one.seconds - other.seconds)
    .map(({ passed, test, seconds }) => ({
      ...{ test, seconds, passed: new Set(passed) },
      text: readFileSync(path.join(ROOT, test), 'utf8'),
    }));
}

function measure() {
  const told = path.join(COPY, 'passed.jsonl');
  const changed = [...new Set(chosen.map(({ file }) => file))];
  const results = runTests(['--findRelatedTests', ...changed], { seconds: 3600, env: { PASSED: told } });
  if (results === null) throw new Error('The tests could not be run without a mistake.');
  const passed = new Map();
  for (const line of readFileSync(told, 'utf8').trimEnd().split('\n')) {
    const one = JSON.parse(line);
    passed.set(one.test, one.passed);
  }
  for (const { status, name } of results)
    if (status !== 'passed') tell(`fails without a mistake: ${path.relative(COPY, name)}`);
  return results
    .filter(({ status, name }) => status === 'passed' && passed.has(name))
    .map(({ name, startTime, endTime }) => ({
      test: path.relative(COPY, name),
      seconds: (endTime - startTime) / 1000,
      passed: passed.get(name),
    }));
}

function outcomeOf({ id, file }, tests) {
  const name = file.replace(/^src\//, '').replace(/\.ts$/, '');
  const coming = tests.filter(({ passed }) => passed.has(id));
  if (coming.length === 0) return 'no test';
  const direct = coming.filter(({ text }) => text.includes(`/src/${name}'`));
  const others = [];
  let left = OTHERS;
  for (const test of coming) {
    if (direct.includes(test) || test.seconds > left) continue;
    left -= test.seconds;
    others.push(test);
  }
  for (const stage of [direct, others]) {
    if (stage.length === 0) continue;
    const needed = stage.reduce((sum, { seconds }) => sum + seconds, 0);
    const results = runTests(['--bail', '--runTestsByPath', ...stage.map(({ test }) => path.join(COPY, test))], {
      seconds: 30 + 4 * needed,
      env: { MUTANT: String(id) },
    });
    if (results === null) return 'caught by time';
    if (results.some(({ status }) => status === 'failed')) return 'caught';
  }
  return 'not caught';
}

function tell(line) {
  process.stdout.write(`${line}\n`);
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${folder}/${file}`),
)
  .filter((file) => file.includes(values.only))
  .sort();
const lines = values.lines?.split(',').map(Number);
const all = files.flatMap(mistakesIn).filter(({ line }) => lines === undefined || lines.includes(line));
tell(`${all.length} possible mistakes in ${files.length} files`);
const chosen = sample(all, Number(values.count), Number(values.seed))
  .map((mistake, id) => ({ ...mistake, id }))
  .slice(Number(values.from));

try {
  cpSync(ROOT, COPY, {
    recursive: true,
    filter: (from) => !/^(node_modules|\.git)$/.test(path.relative(ROOT, from)),
  });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(COPY, 'node_modules'));
  writeFileSync(path.join(COPY, 'mutant-hook.cjs'), HOOK);
  writeFileSync(path.join(COPY, 'mutants.config.cjs'), CONFIG);
  for (const file of new Set(chosen.map((mistake) => mistake.file)))
    writeFileSync(path.join(COPY, file), withSwitches(chosen.filter((mistake) => mistake.file === file)));
  const tests = measuredTests();
  tell(`${tests.length} test files pass without a mistake`);
  const end = performance.now() + Number(values.minutes) * 60_000;
  const count = {};
  for (const mistake of chosen) {
    if (performance.now() > end) break;
    const outcome = outcomeOf(mistake, tests);
    count[outcome] = (count[outcome] ?? 0) + 1;
    const was = mistake.node.getText(mistake.tree).replace(/\s+/g, ' ').slice(0, 70);
    tell(`${outcome.padEnd(14)} ${mistake.file}:${mistake.line} ${mistake.what}: ${was}`);
  }
  tell(JSON.stringify(count));
} finally {
  rmSync(COPY, { recursive: true, force: true });
}
