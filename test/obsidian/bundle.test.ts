/**
 * The built plugin holds nothing that a phone has not: it loads where there is only the language, Obsidian and its
 * editor.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import vm from 'node:vm';
import ts from 'typescript';

const ROOT = path.join(__dirname, '../..');
const ALLOWED = ['obsidian', '@codemirror/state', '@codemirror/view'];

function built(): string {
  const file = path.join(ROOT, 'main.js');
  // `npm test` builds first; run by itself, this test must not replace the build under other tests.
  if (!existsSync(file)) execFileSync(process.execPath, ['esbuild.config.mjs', '--quiet'], { cwd: ROOT });
  return readFileSync(file, 'utf8');
}

/** Every way in which `code` asks for what phones or the directory's review refuse. */
function refused(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      !isMemberName(node) &&
      !isAskedFor(node) &&
      ['Buffer', 'eval', 'process', '__dirname'].includes(node.text)
    )
      found.push(node.text);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression)) {
      const [first] = node.arguments ?? [];
      if (node.expression.text === 'Function') found.push('new Function');
      if (node.expression.text === 'require') {
        const name = first !== undefined && ts.isStringLiteralLike(first) ? first.text : 'something computed';
        if (!ALLOWED.includes(name)) found.push(`require of ${name}`);
      }
    }
    if (node.kind === ts.SyntaxKind.ImportKeyword) found.push('import()');
    if ((ts.isRegularExpressionLiteral(node) || ts.isStringLiteralLike(node)) && /\(\?<[=!]/.test(node.text))
      found.push('lookbehind');
    if (
      ts.isPropertyAccessExpression(node) &&
      ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].includes(node.name.text)
    )
      found.push(node.name.text);
    if (
      ts.isIdentifier(node) &&
      !isMemberName(node) &&
      ['fetch', 'XMLHttpRequest', 'WebSocket', 'requestUrl'].includes(node.text)
    )
      found.push(`network: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('main.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
  return [...new Set(found)];
}

/** `typeof x`, or an `x` that is only reached where `typeof x` says that there is one. */
function isAskedFor(node: ts.Identifier): boolean {
  if (ts.isTypeOfExpression(node.parent)) return true;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    const condition =
      ts.isConditionalExpression(parent) && parent.whenTrue === at
        ? parent.condition
        : ts.isBinaryExpression(parent) &&
            parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
            parent.right === at
          ? parent.left
          : undefined;
    if (condition?.getText().includes(`typeof ${node.text}`) === true) return true;
  }
  return false;
}

/** The `b` of `a.b` and of `{ b: … }`. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ((ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node)
  );
}

test('main.js loads with Obsidian alone and gives a plugin', () => {
  const asked: string[] = [];
  const named = new Map<string, unknown>();
  // Whatever is called on a class gives something: the editor's library makes its decorations so when the plugin is
  // loaded.
  const anyClass = (): unknown =>
    new Proxy(class extends Object {}, {
      get: (target, key) => (key in target ? (Reflect.get(target, key) as unknown) : () => ({})),
    });
  const classes = (name: string): unknown => named.get(name) ?? named.set(name, anyClass()).get(name);
  const obsidian = new Proxy({}, { get: (_, name) => (name === 'getLanguage' ? () => 'en' : classes(String(name))) });
  // To make a format of dates or numbers takes milliseconds, and loading waits for nothing that is not shown.
  const formats: string[] = [];
  const noted = new Proxy(Intl, {
    get: (intl, name) => (formats.push(String(name)), Reflect.get(intl, name) as unknown),
  });
  const module = { exports: {} as { default?: { prototype: object } } };
  vm.runInNewContext(built(), {
    // Every window has these.
    TextDecoder,
    TextEncoder,
    Intl: noted,
    module,
    exports: module.exports,
    require: (name: string) => {
      asked.push(name);
      if (!ALLOWED.includes(name)) throw new Error(`No module ${name}.`);
      return obsidian;
    },
  });
  const plugin = module.exports.default;
  expect(typeof plugin).toBe('function');
  expect(Object.getPrototypeOf(plugin)).toBe(named.get('Plugin'));
  expect(plugin?.prototype).toHaveProperty('onload');
  expect(asked.filter((name) => !ALLOWED.includes(name))).toEqual([]);
  expect(formats).toEqual([]);
});

/**
 * Bytes that the plugin may weigh, so that it never grows unseen. 300 kB were hoped for; the engine alone weighs more
 * than that by now, the trimmed libraries (YAML, recurrence, globs, dates, frontmatter, diffs) 115 kB, the views with
 * their components' library 62 kB, what is said in two languages 69 kB (the views' part of it 17 kB), reading plain
 * frontmatter 4 kB, the words by which lines of four languages are compared 16 kB, what is seen at a glance 23 kB (its
 * words 6 kB), keeping the index
 * and going on from it 13 kB. The library for YAML took 60 kB more, and reading people's own notes 130 kB, a week and its page 10 kB.
 * The library for calendar files (ical.js) takes 78 kB and its licence 17 kB, what reads and offers
 * their entries 16 kB. The tools for agents take 30 kB.
 */
const HEAVIEST = 1_216_000;

test('main.js is no heavier than it has to be, and holds nothing of the command line', () => {
  const code = built();
  expect(Buffer.byteLength(code)).toBeLessThan(HEAVIEST);
  expect(code).not.toMatch(/CommanderError|throughline parse-tasks|luxon\.DateTime/);
});

test('main.js asks for nothing that is refused', () => {
  expect(refused(built())).toEqual([]);
});

/** Taken apart, since the linter looks for the whole of it in strings too. */
const BEHIND = '<=';

test.each([
  ['Buffer.from("a")', 'Buffer'],
  ['process.platform', 'process'],
  ['typeof process > "t" && process.cwd() || process.platform', 'process'],
  ['eval("1")', 'eval'],
  ['new Function("1")', 'new Function'],
  ['require("fs")', 'require of fs'],
  ['require(name)', 'require of something computed'],
  ['import("fs")', 'import()'],
  [`/(?${BEHIND}a)b/`, 'lookbehind'],
  [`new RegExp("(?${BEHIND}a)b")`, 'lookbehind'],
  ['el.innerHTML = text', 'innerHTML'],
  ['fetch("https://example.com")', 'network: fetch'],
])('the test itself sees %s', (code, what) => {
  expect(refused(code)).toEqual([what]);
});

test('the test itself lets pass what is right', () => {
  expect(
    refused(
      'const o = require("obsidian"); o.process(file); ({ eval: 1 }).eval; typeof process < "u" && process.platform ? process.platform : 1; /(?<year>a)/',
    ),
  ).toEqual([]);
});
