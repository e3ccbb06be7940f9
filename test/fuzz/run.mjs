// The fuzzer by itself: `npm run fuzz -- --minutes 10 --seed 1`; a failure's seed, given with `--seed`, shows it again
// first of all.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { yamlOnlyPlugins } from '../../scripts/yaml-only.mjs';
import { leanPlugins } from '../../scripts/lean-libraries.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: 'Infinity' },
  },
});
if (!(Number(values.minutes) > 0) || !Number.isSafeInteger(Number(values.seed)) || !(Number(values.cases) > 0)) {
  process.stderr.write('--minutes, --seed and --cases are numbers, as in --minutes 10 --seed 1\n');
  process.exit(2);
}
const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-fuzz-'));
try {
  const outfile = path.join(folder, 'fuzz.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'long.mts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    absWorkingDir: root,
    logLevel: 'warning',
    plugins: [...yamlOnlyPlugins, ...leanPlugins],
    define: { 'Buffer.from': 'String' },
    banner: {
      js: "import { createRequire as throughlineRequire } from 'node:module';\nconst require = throughlineRequire(import.meta.url);",
    },
  });
  const { status } = spawnSync(
    process.execPath,
    [outfile, path.join(root, 'seeds'), values.minutes, values.seed, values.cases],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
