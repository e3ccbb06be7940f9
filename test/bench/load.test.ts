/** The measurement of the plugin's start, over the built plugin: what it is asked to show is so. */
import path from 'node:path';
import { loadReport, measureLoad, touching } from '../../bench/load.mjs';

test('the built plugin looks at no file before the layout is ready, and reads each note once after it', () => {
  const [load] = measureLoad({ main: path.join(__dirname, '../../main.js'), runs: 1 });
  if (load === undefined) throw new Error('Nothing was measured.');
  expect(touching(load.before)).toEqual([]);
  expect(load.before.filter((call) => call === 'workspace.onLayoutReady').length).toBeGreaterThan(0);
  expect(touching(load.after).filter((call) => call === 'vault.cachedRead')).toHaveLength(200);
  expect(loadReport([load])).toMatch(/onload +\d+\.\d[^]+Files listed or read before: 0\./);
});

test('a file that is looked at is told from what is listened to', () => {
  expect(
    touching([
      'plugin.loadData',
      'vault.on',
      'vault.adapter.list',
      'workspace.on',
      'vault.getMarkdownFiles',
      'fileManager.trashFile',
    ]),
  ).toEqual(['vault.adapter.list', 'vault.getMarkdownFiles', 'fileManager.trashFile']);
});
