/**
 * A vault of somebody with other habits than the sample vault's: Dataview fields, people in a comma list, meetings
 * under the headings of daily notes with a day format of their own, German and Chinese headings, keys and folders, by
 * settings alone. Its pages are files beside it whose differences are read; `WRITE_APPROVED=1 npx jest
 * test/other-habits` writes them anew.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollUp } from '../src/host/roll-up';
import { readSettings } from '../src/settings/settings';
import { MemoryHost } from './doubles/memory-host';

const HOME = path.join(__dirname, 'other-habits');

function filesBelow(folder: string): Record<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
  return Object.fromEntries(
    names
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

test('its pages say what its notes say', async () => {
  const files = filesBelow(path.join(HOME, 'vault'));
  const host = new MemoryHost(files);
  const { settings, problems: wrong } = readSettings(
    JSON.parse(files['.obsidian/plugins/throughline/data.json'] ?? ''),
  );
  expect(wrong).toEqual([]);
  const { problems } = await rollUp(host, { settings, today: '2025-11-03', now: Date.UTC(2025, 10, 3) });
  const texts = host.texts();
  const written = Object.fromEntries(
    Object.keys(texts)
      .filter((name) => !name.startsWith('.') && texts[name] !== files[name])
      .sort()
      .map((name) => [name, texts[name] ?? '']),
  );
  const report = {
    ...written,
    'problems.txt': problems.map(({ path: where, line, code }) => `${where}:${line ?? '-'} ${code}\n`).join(''),
  };
  const approved = path.join(HOME, 'approved');
  if (process.env['WRITE_APPROVED'] === '1') {
    rmSync(approved, { recursive: true, force: true });
    for (const [name, text] of Object.entries(report)) {
      mkdirSync(path.dirname(path.join(approved, name)), { recursive: true });
      writeFileSync(path.join(approved, name), text);
    }
  }
  expect(report).toEqual(filesBelow(approved));
});
