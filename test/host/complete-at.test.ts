import { completeAt, type CompleteAtOptions } from '../../src/host/row-action';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const PATH = 'Meetings/2025-10-28 Dana.md';
const TEXT = '# Dana\n- [ ] Send draft\n- [ ] Book a room\n';
const OPTIONS: CompleteAtOptions = {
  settings: readSettings({}).settings,
  today: '2025-11-03',
  now: Date.UTC(2025, 10, 3, 10),
  write: true,
};

async function complete(host: MemoryHost, line: number, options: Partial<CompleteAtOptions> = {}) {
  return completeAt(host, { path: PATH, line }, { ...OPTIONS, ...options });
}

test('writes the one file, once', async () => {
  const host = new MemoryHost({ [PATH]: TEXT });
  expect(await complete(host, 2)).toMatchObject({
    outcome: 'done',
    changes: [{ path: PATH, line: 2, before: '- [ ] Send draft', after: ['- [x] Send draft ✅ 2025-11-03'] }],
  });
  expect(host.texts()).toEqual({ [PATH]: '# Dana\n- [x] Send draft ✅ 2025-11-03\n- [ ] Book a room\n' });
  expect(host.writes).toEqual([`process ${PATH}`]);
});

test('the note is read once and written once, the journal is recovered once, and nothing else is listed or read', async () => {
  const host = new MemoryHost({ [PATH]: TEXT, 'Meetings/Other.md': TEXT });
  const calls: string[] = [];
  host.watcher = { before: (operation, path) => void calls.push(`${operation} ${path}`) };
  await complete(host, 2);
  expect(calls.filter((call) => /^(?:list|read|stat|process|create) /.test(call))).toEqual([
    `read ${PATH}`,
    `process ${PATH}`,
  ]);
  // To recover it, for the plan's own name, and for what is too old.
  expect(calls.filter((call) => call.startsWith('state-list'))).toHaveLength(3);
  const configs = calls.filter((call) => call.startsWith('read-config'));
  expect(new Set(configs).size).toBe(configs.length);

  calls.length = 0;
  await complete(host, 3, { recovered: true });
  expect(calls.filter((call) => call.startsWith('state-list'))).toHaveLength(2);
});

test("goes by the vault's Tasks settings and its own", async () => {
  const tasks = JSON.stringify({ taskFormat: 'dataview', setDoneDate: true });
  const host = new MemoryHost({ [PATH]: TEXT, '.obsidian/plugins/obsidian-tasks-plugin/data.json': tasks });
  expect(await complete(host, 2)).toMatchObject({
    changes: [{ after: ['- [x] Send draft  [completion:: 2025-11-03]'] }],
  });
  const settings = readSettings({ sections: { transcript: ['Dana'] } }).settings;
  expect(await complete(host, 3, { settings })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'not-a-task', is: 'transcript' },
  });
});

test('nothing is written without `write`, nor where there is no task', async () => {
  const host = new MemoryHost({ [PATH]: TEXT });
  expect(await complete(host, 2, { write: false })).toMatchObject({ changes: [{ line: 2 }], written: [] });
  expect(await complete(host, 1)).toMatchObject({ outcome: 'refused' });
  expect(host.writes).toEqual([]);
});

test('a line that moved between reading and writing is found; one that is not certain is left alone', async () => {
  const host = new MemoryHost({ [PATH]: TEXT });
  host.interrupt('process', PATH, () => {
    host.put(PATH, `New\n${TEXT}`);
  });
  expect(await complete(host, 3)).toMatchObject({ changes: [{ line: 4 }] });
  expect(host.texts()[PATH]).toBe('New\n# Dana\n- [ ] Send draft\n- [x] Book a room ✅ 2025-11-03\n');

  host.interrupt('process', PATH, () => {
    host.put(PATH, '# Dana\n');
  });
  expect(await complete(host, 3)).toMatchObject({
    changes: [],
    skipped: [
      {
        path: PATH,
        why: {
          code: 'refused',
          refusal: { code: 'line-changed', path: PATH, source: '- [ ] Send draft', found: 'gone' },
        },
      },
    ],
  });
  expect(host.texts()[PATH]).toBe('# Dana\n');
});

test('what the host refuses is told', async () => {
  const host = new MemoryHost({ [PATH]: TEXT });
  host.fail('process', PATH, 'denied');
  expect(await complete(host, 2)).toMatchObject({ changes: [], failures: [{ code: 'denied', path: PATH }] });
  host.fail('read', PATH, 'denied');
  await expect(complete(host, 2)).rejects.toMatchObject({ code: 'denied', path: PATH });
  expect(await completeAt(host, { path: 'none.md', line: 1 }, OPTIONS)).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'note-gone', path: 'none.md' },
  });
});

test('files over 5 MB are left alone', async () => {
  const host = new MemoryHost({ [PATH]: `${TEXT}${'x'.repeat(5 * 1024 * 1024)}` });
  expect(await complete(host, 2)).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'note-too-large', path: PATH },
  });
});
