/** What `throughline mcp` is made of: every module that its command can reach, and what they ask of Node. */
import { build, type Metafile } from 'esbuild';
import path from 'node:path';
import { leanPlugins } from '../../scripts/lean-libraries.mjs';
import { yamlOnlyPlugins } from '../../scripts/yaml-only.mjs';

const ROOT = path.join(__dirname, '../..');

/** Node's modules that it may ask for: files, streams, its own process. */
const ALLOWED = [
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'os',
  'path',
  'process',
  'readline/promises',
  'stream',
  'string_decoder',
  'url',
  'util',
];

/** Ways to reach another machine, or to run text, without a module. */
const GLOBALS = /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|WebTransport)\s*\(/;
const EVALUATES = /\bnew Function\(|\beval\(/;

async function bundled(): Promise<{ readonly metafile: Metafile; readonly text: string }> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/mcp/serve.mts', 'src/cli/whole-engine.mts', 'src/cli/folder-watch.mts'],
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [...yamlOnlyPlugins, ...leanPlugins],
    alias: { yaml: path.join(ROOT, 'node_modules/yaml/browser/index.js') },
    define: { 'Buffer.from': 'String' },
  });
  return { metafile, text: outputFiles.map(({ text }) => text).join('\n') };
}

test('no module of the network, no program of another, nothing evaluated', async () => {
  const { metafile, text } = await bundled();
  const asked = new Set(
    Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external === true).map(({ path: name }) => name.replace(/^node:/, '')),
    ),
  );
  expect([...asked].filter((name) => !ALLOWED.includes(name))).toEqual([]);
  expect(asked.has('fs')).toBe(true);
  expect(Object.keys(metafile.inputs).some((file) => file.includes('@modelcontextprotocol/server'))).toBe(true);
  expect(GLOBALS.exec(text)?.[0]).toBeUndefined();
  expect(EVALUATES.exec(text)?.[0]).toBeUndefined();
});

test('only that command loads it', async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.mts'],
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['gray-matter'],
  });
  const loaded = new Set<string>();
  const follow = (output: string): void => {
    if (loaded.has(output)) return;
    loaded.add(output);
    for (const one of metafile.outputs[output]?.imports ?? []) if (one.kind === 'import-statement') follow(one.path);
  };
  const isProtocol = (output: string): boolean =>
    Object.keys(metafile.outputs[output]?.inputs ?? {}).some((file) => file.includes('@modelcontextprotocol'));
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint !== undefined && !entryPoint.includes('cli/mcp/')) follow(output);
  expect([...loaded].filter(isProtocol)).toEqual([]);
  expect(Object.keys(metafile.outputs).some(isProtocol)).toBe(true);
});
