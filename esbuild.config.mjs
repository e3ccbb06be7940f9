// Builds the plugin (main.js, styles.css beside the manifest) and the command line (dist/cli.mjs).
import { build, context } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { leanPlugins } from './scripts/lean-libraries.mjs';
import { licenceNoticePlugin } from './scripts/licence-notice.mjs';
import { yamlOnlyPlugins } from './scripts/yaml-only.mjs';

const watch = process.argv.includes('--watch');
const quiet = process.argv.includes('--quiet');
const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// What was read by another build is read again: any line may change what is found in a note.
const sources = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
for (const file of readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.m?tsx?$/.test(name))
  .sort())
  sources.update(`${file}\n`).update(readFileSync(path.join(root, 'src', file)));
const builtFrom = `${version} ${sources.digest('hex').slice(0, 16)}`;

const shared = {
  bundle: true,
  charset: 'utf8',
  logLevel: quiet ? 'warning' : 'info',
  absWorkingDir: root,
  plugins: [...yamlOnlyPlugins, ...leanPlugins],
  // Under Node esbuild would take its CommonJS form, of which nothing can be left out.
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
  legalComments: 'none',
  define: {
    'Buffer.from': 'String',
    THROUGHLINE_VERSION: JSON.stringify(version),
    THROUGHLINE_BUILD: JSON.stringify(builtFrom),
  },
};

const targets = [
  {
    ...shared,
    entryPoints: ['src/obsidian/main.ts'],
    outfile: 'main.js',
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    minify: !watch,
    sourcemap: watch ? 'inline' : false,
    external: ['obsidian', '@codemirror/state', '@codemirror/view'],
    plugins: [...shared.plugins, licenceNoticePlugin(root)],
  },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.mts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    // In parts: a command reads what it needs.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [...shared.plugins, licenceNoticePlugin(root, 'dist/licences.txt')],
    define: {
      THROUGHLINE_VERSION: JSON.stringify(version),
      THROUGHLINE_BUILD: JSON.stringify(builtFrom),
    },
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as throughlineRequire } from 'node:module';\nconst require = throughlineRequire(import.meta.url);",
    },
  },
  { ...shared, entryPoints: ['styles/index.css'], outfile: 'styles.css', plugins: [] },
].filter(({ entryPoints }) => Object.values(entryPoints).every((entry) => existsSync(path.join(root, entry))));

// The parts' names tell what is in them: those of an earlier build would stay.
rmSync(path.join(root, 'dist/parts'), { recursive: true, force: true });

for (const target of targets) {
  if (watch) await (await context(target)).watch();
  else await build(target);
}
