/** docs/scripts.md shows the shapes that scripts get: each field of them and no other, over the sample vault. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { throughlineApi } from '../../src/obsidian/commands/api';
import type { LiveStore } from '../../src/obsidian/vault/live-store';
import type { Pace } from '../../src/obsidian/vault/pace';
import { indexOf } from '../vault-of';
import { DocsShell } from './docs-shell';

const text = readFileSync(path.join(__dirname, '../../docs/scripts.md'), 'utf8');
const shell = new DocsShell();
afterAll(() => {
  shell.remove();
});

/** Every place in it that has a value, as `notes[].tasks[].due`. */
function placesOf(value: unknown, at = '', places = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const element of value) placesOf(element, `${at}[]`, places);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) placesOf(part, `${at}.${key}`, places.add(`${at}.${key}`));
  }
  return places;
}

describe('the shape of', () => {
  const shapes = [...text.matchAll(/<!-- shape of: (.+) -->\n```json\n([\s\S]*?)\n```/g)];

  test('all that prints JSON is told', () => {
    const commands = new Set(shapes.map(([, command = '']) => command.split(' ')[1]));
    expect([...commands].sort()).toEqual([
      'adopt',
      'bases',
      'brief',
      'complete',
      'decisions',
      'inspect',
      'link',
      'new-note',
      'questions',
      'queue',
      'remove',
      'repair-encoding',
      'review',
      'rollup',
      'undo',
      'week',
    ]);
  });

  for (const [, command = '', shown = ''] of shapes) {
    test(command, () => {
      shell.freshVault();
      // So that there is something to undo.
      if (command.includes(' undo ')) shell.run('throughline rollup ~/Notes --today 2025-11-04');
      const { status, printed } = shell.run(command);
      expect({ status, printed: printed.slice(0, 1) }).toEqual({ status: 0, printed: shown.slice(0, 1) });
      expect([...placesOf(JSON.parse(shown))].sort()).toEqual([...placesOf(JSON.parse(printed))].sort());
    });
  }
});

test('the index of the API has the fields that the page tells', async () => {
  const index = indexOf({ 'People/Ann Lee.md': '# Ann Lee\n' });
  const store = { current: () => Promise.resolve({ index, today: '2025-11-03' }) } as unknown as LiveStore;
  const api = throughlineApi(store, { yieldIfDue: () => Promise.resolve() } as unknown as Pace);
  const [, rows = ''] = /### The index\n([\s\S]*?)\n###/.exec(text) ?? [];
  const told = [...rows.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, field = '']) => field),
  );
  expect(told.sort()).toEqual(Object.keys(await api.index()).sort());
  expect([...text.matchAll(/`(?:await )?api\.(\w+)/g)].map(([, name = '']) => name).sort()).toEqual(
    Object.keys(api).sort(),
  );
});
