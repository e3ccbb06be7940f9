import { planId } from '../../src/edit/journal';
import { carryOut } from '../../src/host/carry-out';
import {
  isLiveWritingPaused,
  JOURNAL_BOUNDS,
  openPlan,
  pauseLiveWriting,
  resumeLiveWriting,
  recoverJournal,
} from '../../src/host/journal';
import { undoLast } from '../../src/host/undo';
import { MemoryHost } from '../doubles/memory-host';

const NOW = Date.UTC(2025, 10, 3, 10);
/** Of the first and the second run in memory. */
const [ONE, TWO] = [planId(0, [], 'memory-1').slice(-7), planId(0, [], 'memory-2').slice(-7)];
const HOUR = 60 * 60 * 1000;
const EDITS = [
  { path: 'a.md', before: 'a', after: 'A' },
  { path: 'b.md', before: null, after: 'B' },
  { path: 'c.md', before: 'c', after: null },
];

function vault(): MemoryHost {
  return new MemoryHost({ 'a.md': 'a', 'c.md': 'c', 'd.md': 'd' });
}

async function write(
  host: MemoryHost,
  edits: readonly { path: string; before: string | null; after: string | null }[] = EDITS,
  now = NOW,
) {
  return carryOut(host, { edits }, { what: 'rollup', now });
}

/** A run that is killed right before the call. */
async function killedAt(host: MemoryHost, operation: string, path: string): Promise<void> {
  let dead = false;
  host.watcher = {
    before(called, at) {
      dead ||= called === operation && at.startsWith(path);
      if (dead) throw new Error('killed');
    },
  };
  await write(host).catch(() => undefined);
  expect(dead).toBe(true);
  host.restart();
}

describe('what is written', () => {
  test('is noted first, and only what is changed', async () => {
    const host = vault();
    const seen: string[][] = [];
    host.watcher = {
      before: (operation) => {
        if (operation === 'process') seen.push(Object.keys(host.stateTexts()));
      },
    };
    await write(host);
    expect(seen).toEqual([[`journal/20251103t100000000${ONE}.open.memory-1.json`]]);
    expect(Object.keys(host.stateTexts())).toEqual([`journal/20251103t100000000${ONE}.json`]);
    expect(Object.values(host.stateTexts()).join()).not.toContain('d.md');
  });

  test('leaves no journal where nothing changes', async () => {
    const host = vault();
    await write(host, []);
    await write(host, [{ path: 'a.md', before: 'a', after: 'a' }]);
    await write(host, [{ path: 'a.md', before: 'other', after: 'x' }]);
    expect(host.stateTexts()).toEqual({});
    expect(host.writes).toEqual([]);
  });

  test('is nothing at all where it cannot be noted', async () => {
    const host = vault();
    host.fail('state-create', `journal/20251103t100000000${ONE}.open.memory-1.json`, 'denied');
    const result = await write(host);
    expect(result).toMatchObject({
      written: [],
      skipped: [],
      failures: [{ code: 'denied', ledTo: 'journal-unwritten' }],
    });
    expect(host.writes).toEqual([]);
    expect(host.texts()).toEqual({ 'a.md': 'a', 'c.md': 'c', 'd.md': 'd' });
  });

  test('is noted as it is when it had to be computed anew', async () => {
    const host = vault();
    host.interrupt('process', 'a.md', () => {
      host.put('a.md', 'typed');
    });
    const recompute = (now: string): string => `${now}!`;
    await carryOut(
      host,
      { edits: [{ path: 'a.md', before: 'a', after: 'a!', recompute }] },
      { what: 'rollup', now: NOW },
    );
    expect(host.texts()['a.md']).toBe('typed!');
    expect(Object.keys(host.stateTexts())).toEqual([`journal/20251103t100000000${ONE}.json`]);
    await undoLast(host, { now: NOW, write: true });
    expect(host.texts()['a.md']).toBe('typed');
  });

  test('when somebody changes the file each time it is left alone', async () => {
    const host = vault();
    let count = 0;
    const recompute = (now: string): string => `${now}!`;
    host.watcher = {
      before: (operation) => {
        if (operation === 'process') host.put('a.md', `typed ${++count}`);
      },
    };
    const result = await carryOut(
      host,
      { edits: [{ path: 'a.md', before: 'a', after: 'a!', recompute }] },
      { what: 'rollup', now: NOW },
    );
    expect(result).toMatchObject({ written: [], skipped: [{ path: 'a.md' }], failures: [] });
    expect(host.texts()['a.md']).toBe(`typed ${count}`);
    expect(host.stateTexts()).toEqual({});
  });

  test('is bounded by plans and bytes, and the last is kept however large', async () => {
    const host = vault();
    for (let round = 0; round < JOURNAL_BOUNDS.plans + 5; round++)
      await write(host, [{ path: 'd.md', before: host.texts()['d.md'] ?? '', after: `d${round}` }], NOW + round);
    expect(Object.keys(host.stateTexts())).toHaveLength(JOURNAL_BOUNDS.plans);
    const changes = [{ path: 'a.md', before: 'a', after: 'x'.repeat(1000) }];
    const large = await openPlan(host.state, { what: 'rollup', now: NOW + HOUR, of: null }, changes);
    await large.finish({ changes, failed: false }, { plans: 50, bytes: 500 });
    expect(Object.keys(host.stateTexts())).toEqual([`journal/${large.id}.json`]);
  });
});

describe('a run that was killed', () => {
  test.each([
    ['process', 'a.md', []],
    ['create', 'b.md', ['a.md']],
    ['trash', 'c.md', ['b.md', 'a.md']],
    ['state-rename', 'journal', ['c.md', 'b.md', 'a.md']],
  ])('before %s %s is taken back at the next start', async (operation, path, restored) => {
    const host = vault();
    await killedAt(host, operation, path);
    const settled = await recoverJournal(host, NOW + 1);
    expect(settled).toMatchObject({ plans: [{ what: 'rollup', at: NOW, restored, left: [] }], failures: [] });
    expect(host.texts()).toEqual({ 'a.md': 'a', 'c.md': 'c', 'd.md': 'd' });
    expect(host.stateTexts()).toEqual({});
    expect(await recoverJournal(host, NOW + 2)).toEqual({ plans: [], failures: [] });
  });

  test('takes nothing back of what was changed since', async () => {
    const host = vault();
    await killedAt(host, 'trash', 'c.md');
    host.put('a.md', 'typed');
    expect(await recoverJournal(host, NOW + 1)).toMatchObject({ plans: [{ restored: ['b.md'], left: ['a.md'] }] });
    expect(host.texts()).toEqual({ 'a.md': 'typed', 'c.md': 'c', 'd.md': 'd' });
  });

  test('whose file cannot be put back now is tried again by the next run', async () => {
    const host = vault();
    await killedAt(host, 'trash', 'c.md');
    host.fail('process', 'a.md', 'denied');
    expect((await recoverJournal(host, NOW + 1)).failures).toMatchObject([{ code: 'denied', path: 'a.md' }]);
    host.restart();
    expect(await recoverJournal(host, NOW + 2)).toMatchObject({ plans: [{ restored: ['a.md'] }], failures: [] });
    expect(host.texts()).toEqual({ 'a.md': 'a', 'c.md': 'c', 'd.md': 'd' });
    expect(host.stateTexts()).toEqual({});
  });

  test('whose half-done state another plan took for what is there is not taken back, but can be undone', async () => {
    const host = vault();
    await killedAt(host, 'trash', 'c.md');
    const later = await openPlan(host.state, { what: 'link', now: NOW + 1, of: null }, []);
    await later.finish({ changes: [], failed: true });
    const changes = [{ path: 'd.md', before: 'd', after: 'D' }];
    const other = await openPlan(host.state, { what: 'link', now: NOW + 2, of: null }, changes);
    host.put('d.md', 'D');
    await other.finish({ changes, failed: false });
    expect(await recoverJournal(host, NOW + 3)).toEqual({ plans: [], failures: [] });
    expect(host.texts()).toEqual({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'c', 'd.md': 'D' });
    await undoLast(host, { now: NOW + 4, write: true });
    expect(await undoLast(host, { now: NOW + 5, write: true })).toMatchObject({
      restored: ['a.md'],
      trashed: ['b.md'],
      left: [],
    });
    expect(host.texts()).toEqual({ 'a.md': 'a', 'c.md': 'c', 'd.md': 'd' });
  });

  test('is settled before the next plan is carried out, by itself', async () => {
    const host = vault();
    await killedAt(host, 'trash', 'c.md');
    expect((await write(host, EDITS, NOW + 1)).written).toEqual(['a.md', 'b.md', 'c.md']);
    expect(host.texts()).toEqual({ 'a.md': 'A', 'b.md': 'B', 'd.md': 'd' });
    expect(Object.keys(host.stateTexts())).toHaveLength(1);
  });
});

describe('another program', () => {
  const theirs = `journal/20251103t100000000${ONE}.open.app-phone-1.json`;

  async function otherUnderWay(): Promise<MemoryHost> {
    const host = vault();
    await killedAt(host, 'trash', 'c.md');
    await host.state.rename(`journal/20251103t100000000${ONE}.open.memory-1.json`, theirs);
    return host;
  }

  test('may still be writing: nothing of its plan is touched, and ours goes beside it', async () => {
    const host = await otherUnderWay();
    expect(await recoverJournal(host, NOW + 1)).toEqual({ plans: [], failures: [] });
    expect(await undoLast(host, { now: NOW + 1, write: true })).toMatchObject({
      outcome: 'nothing',
      why: { code: 'still-writing' },
    });
    await write(host, [{ path: 'd.md', before: 'd', after: 'D' }], NOW + 1);
    expect(host.texts()).toEqual({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'c', 'd.md': 'D' });
    expect(Object.keys(host.stateTexts())).toEqual([
      `journal/20251103t100000000${ONE}.open.app-phone-1.json`,
      `journal/20251103t100000001${TWO}.json`,
    ]);
  });

  test('that never closed its plan: an hour later it can be undone', async () => {
    const host = await otherUnderWay();
    expect(await recoverJournal(host, NOW + HOUR)).toEqual({ plans: [], failures: [] });
    expect(host.texts()).toMatchObject({ 'a.md': 'A', 'b.md': 'B' });
    expect(await undoLast(host, { now: NOW + HOUR, write: true })).toMatchObject({
      restored: ['a.md'],
      trashed: ['b.md'],
    });
  });

  test('that settles the same plan does it alone', async () => {
    const host = vault();
    await killedAt(host, 'trash', 'c.md');
    host.interrupt('state-rename', `journal/20251103t100000000${ONE}.open.memory-1.json`, () => {
      host.remove(`.obsidian/plugins/throughline/journal/20251103t100000000${ONE}.open.memory-1.json`);
    });
    expect(await recoverJournal(host, NOW + 1)).toEqual({ plans: [], failures: [] });
    expect(host.texts()).toMatchObject({ 'a.md': 'A' });
  });

  test('of another vault in the same configuration folder keeps its plans to itself', async () => {
    const host = vault();
    await write(host);
    Object.assign(host.state, { vaultName: 'Other' });
    for (const [file, text] of Object.entries({ 'a.md': 'theirs', 'b.md': 'theirs' })) host.put(file, text);
    expect(await undoLast(host, { now: NOW, write: true })).toMatchObject({ outcome: 'nothing' });
  });

  test('whose entry is of another day keeps nobody waiting', async () => {
    for (const day of [-1, 1, 30_000]) {
      const host = await otherUnderWay();
      expect(await undoLast(host, { now: NOW, write: true })).toMatchObject({ outcome: 'nothing' });
      const now = NOW + day * 24 * HOUR;
      expect(await undoLast(host, { now, write: true })).toMatchObject({ outcome: 'done', restored: ['a.md'] });
    }
  });
});

describe('a damaged journal', () => {
  test.each(['', '{', '{"version":2}', '\0\0\0', 'null'])('%j is neither trusted nor in the way', async (damage) => {
    const host = vault();
    await write(host);
    host.put(`.obsidian/plugins/throughline/journal/20251103t100000000${ONE}.json`, damage);
    host.put(`.obsidian/plugins/throughline/journal/20251103t110000000${ONE}.open.memory-0.json`, damage);
    host.put(`.obsidian/plugins/throughline/journal/20251103t120000000${ONE}.json`, damage);
    host.put('.obsidian/plugins/throughline/journal/notes.txt', 'mine');
    const before = host.texts();
    expect(await recoverJournal(host, NOW)).toEqual({ plans: [], failures: [] });
    expect(await undoLast(host, { now: NOW, write: true })).toEqual({
      outcome: 'nothing',
      why: { code: 'nothing-to-undo' },
    });
    expect(host.texts()).toEqual(before);
    expect(await write(host, [{ path: 'd.md', before: 'd', after: 'D' }])).toMatchObject({
      written: ['d.md'],
      failures: [],
    });
    expect(await undoLast(host, { now: NOW, write: true })).toMatchObject({ restored: ['d.md'] });
    expect(host.stateTexts()['journal/notes.txt']).toBe('mine');
  });
});

test('live writing pauses until it is resumed, and a rollup that is asked for resumes it', async () => {
  const host = vault();
  const paused = async (): Promise<boolean> => isLiveWritingPaused(host.state);
  expect(await paused()).toBe(false);
  await pauseLiveWriting(host.state);
  await pauseLiveWriting(host.state);
  expect(await paused()).toBe(true);
  await resumeLiveWriting(host.state);
  await resumeLiveWriting(host.state);
  expect(await paused()).toBe(false);
  await write(host);
  await undoLast(host, { now: NOW, write: true });
  expect(await paused()).toBe(true);
  await carryOut(host, { edits: [{ path: 'd.md', before: 'd', after: 'D' }] }, { what: 'live', now: NOW });
  expect(await paused()).toBe(true);
  await write(host, []);
  expect(await paused()).toBe(false);
});
