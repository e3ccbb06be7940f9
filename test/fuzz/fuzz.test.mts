/** A short run; `npm run fuzz -- --minutes N` is the long one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fuzz } from './fuzz';

const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

test('a few hundred broken vaults', async () => {
  const root = path.join(__dirname, '../../seeds');
  const corpus = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  const { cases, failures } = await fuzz({
    corpus,
    seed: 1,
    milliseconds: 6_000,
    cases: 400,
    clock: processor,
    processor,
  });
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(20);
}, 60_000);
