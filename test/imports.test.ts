/**
 * Holds the house rules that a reader of the imports can check: the order of the folders, and what no core file may
 * touch.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Each folder may import those before it. */
const ORDER = [
  'text',
  'task',
  'note',
  'entity',
  'event',
  'calendar',
  'vault-index',
  'page',
  'settings',
  'edit',
  'host',
  'words',
  'agent',
];
/** The shells stand on the whole core and never meet. */
const SHELLS = ['obsidian', 'cli'];
/** Folders of obsidian/: each may import those before it, and the files next to them wire it all. */
const WINGS = ['words', 'editor', 'notices', 'vault', 'settings', 'view', 'notes', 'commands'];
/** The only two that read the clock. */
const ENTRY_POINTS = ['obsidian/main.ts', 'cli/main.mts'];
const EMPTY_NAMES =
  /^(?:index|utils?|helpers?|managers?|services?|common|misc)$|[-.](?:utils?|helpers?|manager|service)$/;

interface SourceFile {
  /** Below src/, with `/`. */
  readonly path: string;
  readonly text: string;
}

function sourceFiles(): SourceFile[] {
  const root = path.join(__dirname, '..', 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.m?tsx?$/.test(file))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** Every rule that `files` break, as `path: what`. */
function broken(files: readonly SourceFile[]): string[] {
  const imports = new Map<string, readonly string[]>();
  const found = files.flatMap((file) => {
    const read = readSource(file);
    imports.set(file.path, read.imports);
    return [...brokenByName(file), ...read.broken].map((what) => `${file.path}: ${what}`);
  });
  return [...found, ...circlesIn(imports)];
}

/** Files that import each other, be it types alone: `text/a.ts: a circle by text/b.ts`. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const files = [...imports.keys()];
  const fileAt = new Map(files.flatMap((file) => [file, file.replace(/\.tsx?$/, '')].map((name) => [name, file])));
  const found: string[] = [];
  const seen = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) found.push(`${file}: a circle by ${way.slice(at + 1).join(', ') || 'itself'}`);
    if (seen.has(file)) return;
    seen.add(file);
    for (const specifier of imports.get(file) ?? []) {
      const target = fileAt.get(targetOf(file, specifier));
      if (target !== undefined) follow(target, [...way, file]);
    }
  };
  for (const file of files) follow(file, []);
  return found;
}

/** What a relative import leads to, as it is written. */
function targetOf(from: string, specifier: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
}

function brokenByName(file: SourceFile): string[] {
  const parts = file.path.split('/');
  const folder = parts[0] ?? '';
  const name = (parts[parts.length - 1] ?? '').replace(/\.m?tsx?$/, '');
  const found: string[] = [];
  if (parts.length < 2 || ![...ORDER, ...SHELLS].includes(folder)) found.push('lies in no folder of the house');
  if (folder === 'obsidian' && parts.length > 2 && !WINGS.includes(parts[1] ?? '')) found.push('lies in no wing');
  if ((folder === 'cli') !== file.path.endsWith('.mts')) found.push('.mts is the command line, and it alone');
  for (const part of [...parts.slice(0, -1), name]) {
    if (EMPTY_NAMES.test(part)) found.push(`"${part}" names nothing`);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part)) found.push(`"${part}" is not kebab-case`);
  }
  return found;
}

function readSource(file: SourceFile): { readonly broken: readonly string[]; readonly imports: readonly string[] } {
  const folder = file.path.split('/')[0] ?? '';
  const found: string[] = [];
  const imports: string[] = [];
  const source = ts.createSourceFile(
    file.path,
    file.text,
    ts.ScriptTarget.ES2022,
    true,
    file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const visit = (node: ts.Node): void => {
    const specifier = importOf(node);
    if (specifier !== null) {
      imports.push(specifier);
      found.push(...brokenImport(file.path, specifier));
    }
    if (ts.isIdentifier(node) && !isMemberName(node)) {
      if (node.text === 'eval') found.push('eval');
      if (node.text === 'Buffer' && folder !== 'cli') found.push('Buffer, which phones have not');
      if (node.text === 'process' && folder !== 'cli') found.push('process, which phones have not');
    }
    if (ts.isNewExpression(node) && nameOf(node.expression) === 'Function') found.push('eval (new Function)');
    if (ts.isRegularExpressionLiteral(node) && /\(\?<[=!]/.test(node.text)) found.push('a lookbehind');
    if (isStringPart(node) && /\(\?<[=!]/.test(node.text)) found.push('a lookbehind');
    if (!ENTRY_POINTS.includes(file.path) && readsClock(node)) found.push(`the clock: ${node.getText(source)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { broken: found, imports };
}

function isStringPart(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}

/**
 * `text` of `import … from 'text'`, `export … from 'text'`, `import('text')`, `import type X = require('text')`,
 * `require('text')`.
 */
function importOf(node: ts.Node): string | null {
  const literal =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isExternalModuleReference(node)
        ? node.expression
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : ts.isCallExpression(node) &&
              (node.expression.kind === ts.SyntaxKind.ImportKeyword || nameOf(node.expression) === 'require')
            ? node.arguments[0]
            : undefined;
  if (literal === undefined) return null;
  return ts.isStringLiteralLike(literal) ? literal.text : `(${literal.getText()})`;
}

function nameOf(node: ts.Node): string | null {
  return ts.isIdentifier(node) ? node.text : null;
}

/** The `b` of `a.b`, of `{ b: … }`, of a declared property. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ((ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
      parent.name === node)
  );
}

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return nameOf(node.expression) === 'Date' && (node.arguments ?? []).length === 0;
  if (ts.isCallExpression(node) && nameOf(node.expression) === 'Date') return true;
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'now') return false;
  return (
    nameOf(node.expression) === 'Date' ||
    nameOf(node.expression) === 'performance' ||
    (ts.isPropertyAccessExpression(node.expression) && ['Date', 'performance'].includes(node.expression.name.text))
  );
}

function brokenImport(from: string, specifier: string): string[] {
  const folder = from.split('/')[0] ?? '';
  if (specifier.startsWith('(')) return [`imports what cannot be read: ${specifier}`];
  if (!specifier.startsWith('.')) {
    const pkg = specifier.split('/')[0] ?? '';
    if (pkg === 'obsidian' && folder !== 'obsidian') return ['only obsidian/ may import obsidian'];
    if (pkg === '@codemirror' && folder !== 'obsidian') return ['only obsidian/ may import the editor'];
    if (['@modelcontextprotocol', 'zod'].includes(pkg) && !from.startsWith('cli/mcp/'))
      return ["only cli/mcp/ may import the agents' protocol"];
    if ((specifier.startsWith('node:') || BUILTIN.has(pkg)) && folder !== 'cli')
      return [`only cli/ may import Node's ${specifier}`];
    return [];
  }
  const target = targetOf(from, specifier);
  const other = target.split('/')[0] ?? '';
  if (target.startsWith('..')) return [`imports ${specifier}, outside src/`];
  if (/^(?:.*\/)?index(?:\.m?ts)?$/.test(target) || !target.includes('/')) return [`imports ${specifier}, a barrel`];
  if (other === folder) return folder === 'obsidian' ? brokenBetweenWings(from, target, specifier) : [];
  if (SHELLS.includes(other)) return [`imports ${specifier}: nothing but itself imports ${other}/`];
  if (!ORDER.includes(other)) return [`imports ${specifier}, no folder of the house`];
  if (!SHELLS.includes(folder) && ORDER.indexOf(other) > ORDER.indexOf(folder))
    return [`imports ${specifier}: ${other}/ stands above ${folder}/`];
  return [];
}

function brokenBetweenWings(from: string, target: string, specifier: string): string[] {
  const [own = '', other = ''] = [from, target].map((file) => file.split('/').slice(1, -1).join('/'));
  if (own === '' || own === other) return [];
  if (other === '') return [`imports ${specifier}: the files next to the wings wire them`];
  return WINGS.indexOf(other) > WINGS.indexOf(own) ? [`imports ${specifier}: ${other}/ stands above ${own}/`] : [];
}

/** Node's modules under their old names, without `node:`. */
const BUILTIN = new Set([
  'assert',
  'buffer',
  'child_process',
  'crypto',
  'events',
  'fs',
  'http',
  'https',
  'module',
  'net',
  'os',
  'path',
  'perf_hooks',
  'process',
  'readline',
  'stream',
  'timers',
  'url',
  'util',
  'v8',
  'vm',
  'worker_threads',
  'zlib',
]);

describe('the house', () => {
  test('every source file keeps its rules', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(10);
    expect(broken(files)).toEqual([]);
  });
});

/** Taken apart, since the linter looks for the whole of it in strings too. */
const [BEHIND, NOT_BEHIND] = ['<=', '<!'];

describe('the test itself', () => {
  const check = (file: string, text: string): string[] =>
    broken([{ path: file, text }]).map((line) => line.slice(file.length + 2));

  test.each([
    ['note/note.ts', "import { x } from '../page/row';", 'page/ stands above note/'],
    ['note/note.ts', "import type { x } from '../page/row';", 'page/ stands above note/'],
    ['text/lines.ts', "export * from '../host/vault-host';", 'host/ stands above text/'],
    ['text/lines.ts', "export type X = import('../note/note').Note;", 'note/ stands above text/'],
    ['cli/report.mts', "import { x } from '../obsidian/views';", 'nothing but itself imports obsidian/'],
    ['obsidian/views.ts', "import { x } from '../cli/report.mts';", 'nothing but itself imports cli/'],
    ['host/roll-up.ts', "import { x } from '../cli/report.mts';", 'nothing but itself imports cli/'],
    ['host/roll-up.ts', "import type { TFile } from 'obsidian';", 'only obsidian/ may import obsidian'],
    ['cli/report.mts', "import type { TFile } from 'obsidian';", 'only obsidian/ may import obsidian'],
    ['page/row.ts', "import { EditorState } from '@codemirror/state';", 'only obsidian/ may import the editor'],
    ['cli/report.mts', "import * as z from 'zod';", "only cli/mcp/ may import the agents' protocol"],
    ['host/roll-up.ts', "import { readFile } from 'node:fs/promises';", "only cli/ may import Node's"],
    ['obsidian/main.ts', "import path from 'path';", "only cli/ may import Node's"],
    ['host/roll-up.ts', "const fs = require('fs');", "only cli/ may import Node's"],
    ['host/roll-up.ts', "const fs = await import('node:fs');", "only cli/ may import Node's"],
    ['host/roll-up.ts', 'const fs = await import(name);', 'imports what cannot be read'],
    ['note/note.ts', "import { x } from '..';", 'a barrel'],
    ['note/note.ts', "import { x } from '../text/index';", 'a barrel'],
    ['note/note.ts', "import { x } from '../../package.json';", 'outside src/'],
    ['note/note.ts', "import { x } from '../elsewhere/thing';", 'no folder of the house'],
    ['obsidian/view/panel.tsx', "import { x } from '../notes/live-page';", 'notes/ stands above view/'],
    ['obsidian/words/english.ts', "import type { x } from '../view/panel';", 'view/ stands above words/'],
    ['obsidian/view/panel.tsx', "import type { x } from '../main';", 'the files next to the wings wire them'],
    ['obsidian/elsewhere/panel.tsx', '', 'lies in no wing'],
    ['note/note.ts', "import { x } from './note';", 'a circle by itself'],
    ['elsewhere/thing.ts', '', 'lies in no folder of the house'],
    ['thing.ts', '', 'lies in no folder of the house'],
    ['text/thing.mts', '', '.mts is the command line'],
    ['cli/thing.ts', '', '.mts is the command line'],
    ['text/index.ts', '', '"index" names nothing'],
    ['text/utils.ts', '', '"utils" names nothing'],
    ['text/date-utils.ts', '', '"date-utils" names nothing'],
    ['note/helpers/dates.ts', '', '"helpers" names nothing'],
    ['text/calendarDate.ts', '', 'is not kebab-case'],
    ['page/row.ts', 'const now = Date.now();', 'the clock: Date.now'],
    ['page/row.ts', 'const now = new Date();', 'the clock: new Date()'],
    ['page/row.ts', 'const now = new Date;', 'the clock: new Date'],
    ['page/row.ts', 'const now = Date();', 'the clock: Date()'],
    ['cli/report.mts', 'const now = performance.now();', 'the clock: performance.now'],
    ['page/row.ts', 'const now = window.performance.now();', 'the clock: window.performance.now'],
    ['page/row.ts', `const x = /(?${BEHIND}a)b/;`, 'a lookbehind'],
    ['page/row.ts', `const x = new RegExp('(?${NOT_BEHIND}a)b');`, 'a lookbehind'],
    ['page/row.ts', `const x = new RegExp(\`(?${NOT_BEHIND}\${y})b\`);`, 'a lookbehind'],
    ['page/row.ts', "eval('1');", 'eval'],
    ['page/row.ts', "new Function('1');", 'eval (new Function)'],
    ['host/roll-up.ts', "Buffer.from('a');", 'Buffer'],
    ['host/roll-up.ts', 'process.cwd();', 'process'],
  ])('sees what is wrong in %s: %s', (file, text, expected) => {
    expect(check(file, text)).toEqual([expect.stringContaining(expected)]);
  });

  test.each([
    ["import { b } from './b';", "import { a } from './a';", ['note/a.ts: a circle by note/b.ts']],
    ["import type { b } from './b';", "import type { a } from './a';", ['note/a.ts: a circle by note/b.ts']],
    ["import { b } from './b';", "export * from './c';", ['note/a.ts: a circle by note/b.ts, note/c.tsx']],
    ["import { b } from './b';", "const a = await import('./a');", ['note/a.ts: a circle by note/b.ts']],
    ["import { b } from './b';", '', []],
  ])('sees circles: %s and %s', (a, b, expected) => {
    const texts = { 'note/a.ts': a, 'note/b.ts': b, 'note/c.tsx': "import { a } from './a';" };
    const circles = broken(Object.entries(texts).map(([path, text]) => ({ path, text })));
    expect(circles).toEqual(expected);
  });

  test.each([
    [
      'note/note.ts',
      "import type { Block } from '../text/block'; import { x } from './kinds'; import { parse } from 'gray-matter';",
    ],
    [
      'host/roll-up.ts',
      "import { x } from '../page/row'; host.process(path, change); const day = new Date(2025, 0, 1);",
    ],
    [
      'obsidian/main.ts',
      "import { Plugin } from 'obsidian'; import { x } from '../host/roll-up'; const today = new Date();",
    ],
    ['obsidian/main.ts', "import { x } from './commands/api'; import { y } from './register-views';"],
    ['obsidian/view/panel.tsx', "import { x } from './block'; import { y } from '../words/words';"],
    [
      'cli/main.mts',
      "import process from 'node:process'; import { x } from './program.mts'; const today = new Date();",
    ],
    ['cli/folder-host.mts', "import { open } from 'node:fs/promises'; Buffer.alloc(1);"],
    ['page/row.ts', '// eval, Buffer and Date.now() in a comment\nconst named = /(?<year>\\d{4})/;'],
  ])('lets pass what is right in %s', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });
});
