import { carryOut } from '../../src/host/carry-out';
import { rollUp } from '../../src/host/roll-up';
import { completeAt } from '../../src/host/row-action';
import { undoLast } from '../../src/host/undo';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const NOW = Date.UTC(2025, 10, 3, 10);
const MEETING =
  '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Dana Fox]]", "[[Bo Kim]]"]\n---\n## Actions\n- [ ] Send draft @me 📅 2025-10-31\n';
const { settings } = readSettings({ me: ['Mara Voss', 'me'] });
let clock = NOW;

function vault(): MemoryHost {
  clock = NOW;
  return new MemoryHost({
    'Meetings/2025-10-28 Dana.md': MEETING,
    'People/Dana Fox.md': '# Dana Fox\n',
    'People/Bo Kim.md': '\ufeff---\r\ntitle: Bo\r\n---\r\n# Bo Kim\r\n',
  });
}

async function roll(host: MemoryHost): Promise<Record<string, string>> {
  await rollUp(host, { settings, today: '2025-11-03', now: ++clock });
  return host.texts();
}

async function undo(host: MemoryHost, options: Partial<Parameters<typeof undoLast>[1]> = {}) {
  return undoLast(host, { now: ++clock, write: true, ...options });
}

test('the last rollup is taken back: pages hold what they held, new ones are in the trash', async () => {
  const host = vault();
  const before = host.texts();
  await roll(host);
  expect(await undo(host)).toEqual({
    outcome: 'done',
    plan: { what: 'rollup', at: NOW + 1 },
    restored: ['People/Bo Kim.md', 'People/Dana Fox.md'],
    trashed: ['Throughline/Follow-ups.md', 'Throughline/Open questions.md', 'Throughline/Waiting on.md'],
    back: [],
    left: [],
    failures: [],
  });
  expect(host.texts()).toEqual(before);
});

test('also after a restart, and only said without `write`', async () => {
  const host = vault();
  const before = host.texts();
  const after = await roll(host);
  host.restart();
  const said = await undo(host, { write: false });
  expect(host.texts()).toEqual(after);
  const done = await undo(host);
  expect(done).toEqual(said);
  expect(host.texts()).toEqual(before);
});

test('what was changed, moved or made since is left, and named', async () => {
  const host = vault();
  const after = await roll(host);
  host.put('People/Bo Kim.md', `${after['People/Bo Kim.md'] ?? ''}\r\nTyped.\r\n`);
  host.remove('People/Dana Fox.md');
  host.put('People/Old/Dana Fox.md', after['People/Dana Fox.md'] ?? '');
  host.put('Throughline/Follow-ups.md', 'mine now');
  host.remove('Throughline/Waiting on.md');
  expect(await undo(host)).toMatchObject({
    restored: [],
    trashed: ['Throughline/Open questions.md'],
    left: [
      { path: 'Throughline/Follow-ups.md', why: { code: 'changed' } },
      { path: 'People/Dana Fox.md', why: { code: 'moved' } },
      { path: 'People/Bo Kim.md', why: { code: 'changed' } },
    ],
    failures: [],
  });
  expect(host.texts()['People/Bo Kim.md']).toContain('Typed.');
});

test('again takes the one before back, and at the end there is nothing', async () => {
  const host = vault();
  const texts = [host.texts()];
  texts.push(await roll(host));
  host.put('Meetings/2025-10-30 Bo.md', MEETING.replace('10-28', '10-30').replace('Send draft', 'Call Bo'));
  const edited = await roll(host);
  const line = edited['Meetings/2025-10-28 Dana.md']?.split('\n').findIndex((one) => one.includes('Send draft')) ?? 0;
  await completeAt(
    host,
    { path: 'Meetings/2025-10-28 Dana.md', line: line + 1 },
    { settings, today: '2025-11-03', now: ++clock, write: true },
  );
  expect(host.texts()['Meetings/2025-10-28 Dana.md']).toContain('[x] Send draft');
  expect(await undo(host)).toMatchObject({ plan: { what: 'complete' }, restored: ['Meetings/2025-10-28 Dana.md'] });
  expect(host.texts()).toEqual(edited);
  host.restart();
  expect(await undo(host)).toMatchObject({ plan: { what: 'rollup' }, left: [] });
  host.remove('Meetings/2025-10-30 Bo.md');
  expect(host.texts()).toEqual(texts[1]);
  await undo(host);
  expect(host.texts()).toEqual(texts[0]);
  expect(await undo(host)).toEqual({ outcome: 'nothing', why: { code: 'nothing-to-undo' } });
  expect(host.texts()).toEqual(texts[0]);
});

test('and undoing is taken back the same way, as far as nothing came after it', async () => {
  const host = vault();
  const first = await roll(host);
  host.put('Meetings/2025-10-30 Bo.md', MEETING.replace('10-28', '10-30').replace('Send draft', 'Call Bo'));
  const second = await roll(host);
  await undo(host);
  await undo(host);
  const meetings = Object.keys(host.texts()).filter((path) => path.startsWith('Meetings/'));
  expect(meetings).toHaveLength(2);
  expect(await undo(host, { redo: true })).toMatchObject({ plan: { what: 'undo' }, left: [] });
  expect(host.texts()).toEqual({ ...first, 'Meetings/2025-10-30 Bo.md': second['Meetings/2025-10-30 Bo.md'] });
  await undo(host, { redo: true });
  expect(host.texts()).toEqual(second);
  expect(await undo(host, { redo: true })).toEqual({
    outcome: 'nothing',
    why: { code: 'nothing-to-redo' },
  });
  await undo(host);
  await undo(host, { redo: true });
  await undo(host);
  expect(host.texts()).toEqual({ ...first, 'Meetings/2025-10-30 Bo.md': second['Meetings/2025-10-30 Bo.md'] });
  await carryOut(
    host,
    { edits: [{ path: 'People/Bo Kim.md', before: host.texts()['People/Bo Kim.md'] ?? '', after: 'x' }] },
    { what: 'edit', now: ++clock },
  );
  expect(await undo(host, { redo: true })).toMatchObject({ outcome: 'nothing' });
});

test('where a file cannot be put back, the same plan is the next to be undone', async () => {
  const host = vault();
  const before = host.texts();
  await roll(host);
  host.fail('process', 'People/Bo Kim.md', 'denied');
  expect(await undo(host)).toMatchObject({
    restored: ['People/Dana Fox.md'],
    failures: [{ code: 'denied', path: 'People/Bo Kim.md' }],
  });
  host.restart();
  expect(await undo(host)).toMatchObject({ restored: ['People/Bo Kim.md'], trashed: [], left: [], failures: [] });
  expect(host.texts()).toEqual(before);
  expect(await undo(host)).toMatchObject({ outcome: 'nothing' });
});

test('so it is where a file cannot be read', async () => {
  const host = vault();
  const before = host.texts();
  await roll(host);
  host.fail('read', 'People/Bo Kim.md', 'io');
  expect(await undo(host)).toMatchObject({ failures: [{ code: 'io', path: 'People/Bo Kim.md' }] });
  host.restart();
  expect(await undo(host)).toMatchObject({ restored: ['People/Bo Kim.md'], failures: [] });
  expect(host.texts()).toEqual(before);
});

test('nothing is put back while live writing cannot be paused', async () => {
  const host = vault();
  const after = await roll(host);
  host.fail('state-create', 'live-writing-paused.json', 'denied');
  expect(await undo(host)).toMatchObject({ restored: [], trashed: [], failures: [{ code: 'denied' }] });
  expect(host.texts()).toEqual(after);
});

test('only plans of a name, where that is asked for', async () => {
  const host = vault();
  const before = host.texts();
  await roll(host);
  await completeAt(
    host,
    { path: 'Meetings/2025-10-28 Dana.md', line: 7 },
    { settings, today: '2025-11-03', now: ++clock, write: true },
  );
  expect(await undo(host, { what: ['rollup', 'live'] })).toMatchObject({ plan: { what: 'rollup' }, left: [] });
  expect({ ...host.texts(), 'Meetings/2025-10-28 Dana.md': MEETING }).toEqual(before);
  expect(host.texts()['Meetings/2025-10-28 Dana.md']).toContain('[x]');
});

test('what a plan sent to the trash comes back, unless another has its name', async () => {
  const host = new MemoryHost({ 'a.md': 'a', 'b.md': 'b' });
  await carryOut(
    host,
    {
      edits: [
        { path: 'a.md', before: 'a', after: null },
        { path: 'b.md', before: 'b', after: null },
      ],
    },
    { what: 'remove', now: ++clock },
  );
  host.put('b.md', 'another');
  expect(await undo(host)).toMatchObject({
    back: ['a.md'],
    left: [{ path: 'b.md', why: { code: 'name-taken' } }],
  });
  expect(host.texts()).toEqual({ 'a.md': 'a', 'b.md': 'another' });
});
