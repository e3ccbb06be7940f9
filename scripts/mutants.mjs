/**
 * Could the tests fail? Puts small mistakes into the source, one at a time, and runs the tests that are related to the
 * file: `node scripts/mutants.mjs --count 50 --seed 1`. The same seed gives the same mistakes of the same source.
 * Prints each mistake that no test noticed. Run it in a copy of the tree: it changes files while it runs.
 *
 * First the tests that import the file, then, within the time limit, the quick ones that depend on it at all.
 * `--direct` leaves the second out where there are tests of the first kind, `--minutes` ends the run early, `--from` skips
 * the first ones.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    minutes: { type: 'string', default: '60' },
    limit: { type: 'string', default: '90' },
    only: { type: 'string' },
    direct: { type: 'boolean', default: false },
  },
});
const FOLDERS = ['host', 'edit', 'page', 'text'];
const ROOT = process.cwd();
const JEST = path.join(ROOT, 'node_modules/.bin/jest');
const OUTPUT = path.join(mkdtempSync(path.join(tmpdir(), 'throughline-mutants-')), 'result.json');

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

/** The mistakes that a file could hold: `{file, from, to, text, line, what}`. */
function mistakesIn(file) {
  const source = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, text, what) => {
    const from = node.getStart(tree);
    const line = tree.getLineAndCharacterOfPosition(from).line + 1;
    found.push({ file, from, to: node.getEnd(), text, line, what });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isIfStatement(node)) add(node.expression, `!(${node.expression.getText(tree)})`, 'condition');
    if (ts.isConditionalExpression(node)) add(node.condition, `!(${node.condition.getText(tree)})`, 'condition');
    if (ts.isReturnStatement(node) && node.expression !== undefined) add(node, 'return;', 'return');
    if (ts.isBinaryExpression(node)) {
      const swapped = SWAPPED[node.operatorToken.getText(tree)];
      if (swapped !== undefined) add(node.operatorToken, swapped, 'operator');
    }
    if (ts.isNumericLiteral(node)) add(node, `(${node.getText(tree)} + 1)`, 'number');
    if (ts.isStringLiteral(node) && node.text !== '' && !ts.isLiteralTypeNode(node.parent)) add(node, "''", 'text');
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false', 'truth');
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true', 'truth');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
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

const TESTS = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.m?ts$/.test(file) && !file.startsWith('browser'))
  .map((file) => ({ file: path.join('test', file), text: readFileSync(path.join(ROOT, 'test', file), 'utf8') }));

/** Test files that name the file in an import. */
function directTests(file) {
  const name = file.replace(/^src\//, '').replace(/\.ts$/, '');
  return TESTS.filter(({ text }) => text.includes(`/src/${name}'`)).map((test) => test.file);
}

/** Test files that failed; null where there was no time. */
function failing(given, seconds) {
  rmSync(OUTPUT, { force: true });
  spawnSync(
    process.execPath,
    [JEST, '--maxWorkers=1', '--bail', '--silent', '--json', `--outputFile=${OUTPUT}`, ...given],
    { stdio: 'ignore', timeout: seconds * 1000, killSignal: 'SIGKILL', env: { ...process.env, FAST: '1' } },
  );
  try {
    const { testResults } = JSON.parse(readFileSync(OUTPUT, 'utf8'));
    return testResults.filter(({ status }) => status === 'failed').map(({ name }) => path.relative(ROOT, name));
  } catch {
    return null;
  }
}

/** Whether a test fails without any mistake: then it says nothing. By test file. */
const failsAnyway = new Map();

function outcomeOf({ file, from, to, text }) {
  const source = readFileSync(file, 'utf8');
  const limit = Number(values.limit);
  const direct = directTests(file);
  const related = ['--findRelatedTests', file];
  const stages = direct.length === 0 ? [related] : values.direct ? [direct] : [direct, related];
  for (const stage of stages) {
    let failed;
    writeFileSync(file, source.slice(0, from) + text + source.slice(to));
    try {
      failed = failing(stage, limit);
    } finally {
      writeFileSync(file, source);
    }
    if (failed === null) return 'no time';
    for (const test of failed) {
      if (!failsAnyway.has(test)) failsAnyway.set(test, failing([test], limit)?.length !== 0);
      if (!failsAnyway.get(test)) return 'caught';
    }
  }
  return 'not caught';
}

function tell(line) {
  process.stdout.write(`${line}\n`);
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, 'src', folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${folder}/${file}`),
).filter((file) => values.only === undefined || file.includes(values.only));
const all = files.flatMap(mistakesIn);
const end = performance.now() + Number(values.minutes) * 60_000;
const count = { caught: 0, 'not caught': 0, 'no time': 0 };
tell(`${all.length} possible mistakes in ${files.length} files`);
for (const mistake of sample(all, Number(values.count), Number(values.seed)).slice(Number(values.from))) {
  if (performance.now() > end) break;
  const outcome = outcomeOf(mistake);
  count[outcome] += 1;
  const { file, line, what, from, to, text } = mistake;
  const was = readFileSync(file, 'utf8').slice(from, to).replace(/\s+/g, ' ').slice(0, 60);
  tell(`${outcome.padEnd(10)} ${file}:${line} ${what}: ${was} → ${text.replace(/\s+/g, ' ').slice(0, 60)}`);
}
tell(JSON.stringify(count));
