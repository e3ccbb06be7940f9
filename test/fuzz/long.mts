/** The long run's own process: `run.mjs` bundles it and says where the sample vault is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fuzz } from './fuzz';

const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const [seeds = '', minutes = '', seed = '', cases = ''] = process.argv.slice(2);
const corpus = readdirSync(seeds, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => readFileSync(path.join(seeds, file), 'utf8'));
const report = await fuzz({
  corpus,
  seed: Number(seed),
  cases: Number(cases),
  clocks: { milliseconds: Number(minutes) * 60_000, clock: () => performance.now(), processor },
});
for (const { seed: own, message } of report.failures) process.stdout.write(`seed ${own}: ${message}\n\n`);
process.stdout.write(
  `${report.cases} vaults, ${(report.characters / 1e6).toFixed(1)} million characters, ${report.measured} measured for growth, slowest ${Math.round(report.slowest.milliseconds)} ms (seed ${report.slowest.seed}), ${report.failures.length} failures\n`,
);
process.exitCode = report.failures.length > 0 ? 1 : 0;
