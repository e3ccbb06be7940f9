/** main.js says whose work is in it: the notice that the build adds, and what makes it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { licenceNotice, packageFolders } from '../../scripts/licence-notice.mjs';

const ROOT = path.join(import.meta.dirname, '../..');

test('the built plugin names every package that its sources import, with owner and terms', () => {
  const built = readFileSync(path.join(ROOT, 'main.js'), 'utf8');
  const notice = built.slice(built.lastIndexOf('/*! Throughline'));
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const imported = sources.flatMap((file) =>
    [
      ...readFileSync(path.join(ROOT, 'src', file), 'utf8').matchAll(
        /^(?:import (?!type )[^;]*?|\} )from '((?:@[\w-]+\/)?[a-z][\w.-]*)/gm,
      ),
    ].map((match) => match[1] ?? ''),
  );
  const outside = ['obsidian', '@codemirror/state', '@codemirror/view'];
  const packages = [...new Set(imported)].filter((name) => !outside.includes(name)).sort();
  expect(packages.length).toBeGreaterThan(4);
  for (const name of packages) {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(notice).toMatch(
      new RegExp(`^${name} ${version.replaceAll('.', '\\.')} \\([\\w.-]+\\): (?:Copyright|by) .+$`, 'm'),
    );
    expect(notice).toMatch(new RegExp(`^--- (?:.*, )?${name}(?:, .*)? ---$`, 'm'));
  }
  expect(notice.match(/Permission is hereby granted, free of charge/g)).toHaveLength(1);
  expect(notice.trimEnd().endsWith('*/')).toBe(true);
});

test('packages are found in the files of a build, nested and scoped ones too', () => {
  const inputs = ['src/a.ts', 'node_modules/b/x.js', 'node_modules/b/y.js', 'node_modules/@c/d/e/f.js'];
  const nested = 'node_modules/b/node_modules/g/h.js';
  expect(packageFolders(Object.fromEntries([...inputs, nested].map((file) => [file, {}])))).toEqual([
    'node_modules/@c/d',
    'node_modules/b',
    'node_modules/b/node_modules/g',
  ]);
});

describe('the notice', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'throughline-notice-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function add(name: string, files: Readonly<Record<string, string>>, license?: string): string {
    mkdirSync(path.join(root, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, name, file), text);
    writeFileSync(path.join(root, name, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
    return name;
  }

  test('equal terms once, whatever their lines; every owner; no end of a comment within', () => {
    const folders = [
      add('a', { LICENSE: 'MIT License\n\nCopyright (c) Ann\nand Bo\n\nDo as\nyou like. */\n' }, 'MIT'),
      add('b', { 'license.md': 'The MIT License\r\n\r\nCopyright Cy\r\n\r\nDo as you like. */' }, 'MIT'),
    ];
    expect(licenceNotice(root, folders)).toBe(
      [
        '/*! Throughline has these packages in it:',
        'a 1.0.0 (MIT): Copyright (c) Ann and Bo',
        'b 1.0.0 (MIT): Copyright Cy',
        '',
        '--- a, b ---',
        'Do as\nyou like. * /',
        '*/\n',
      ].join('\n'),
    );
  });

  test('a package without a licence stops the build', () => {
    expect(() => licenceNotice(root, [add('a', {}, 'MIT')])).toThrow('a says no licence');
    expect(() => licenceNotice(root, [add('b', { LICENSE: 'Copyright Ann\n\nNo.' })])).toThrow('b says no licence');
  });
});
