/** A short run; `npm run fuzz -- --minutes N` is the long one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fuzz } from './fuzz';

test('eighty broken vaults', async () => {
  const root = path.join(__dirname, '../../seeds');
  const corpus = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  expect((await fuzz({ corpus, seed: 1, cases: 80 })).failures).toEqual([]);
});
