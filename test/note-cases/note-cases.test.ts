import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCase } from './read-case';

const CASES = readdirSync(__dirname).filter((file) => file.endsWith('.md'));

test.each(CASES)('%s is read as it says', (file) => {
  expect(readCase(path.basename(file, '.md'), readFileSync(path.join(__dirname, file), 'utf8'))).toEqual([]);
});
