import type { FileEdit } from '../../src/edit/plan';
import { carryOut } from '../../src/host/carry-out';
import { MemoryHost } from '../doubles/memory-host';

const NOW = Date.UTC(2025, 10, 3, 10);
const marked = (now: string): string => (now.endsWith('!') ? now : `${now}!`);
const change = (path: string, before: string, recompute?: FileEdit['recompute']): FileEdit => ({
  path,
  before,
  after: marked(before),
  recompute,
});
const made = (path: string, recompute?: FileEdit['recompute']): FileEdit => ({
  path,
  before: null,
  after: 'new!',
  recompute,
});

async function carry(host: MemoryHost, ...edits: FileEdit[]): ReturnType<typeof carryOut> {
  return carryOut(host, { edits }, { what: 'rollup', now: NOW });
}

test('changes, creates and trashes', async () => {
  const host = new MemoryHost({ 'a.md': 'a', 'b.md': 'b' });
  const result = await carry(host, change('a.md', 'a'), made('x/c.md'), { path: 'b.md', before: 'b', after: null });
  expect(result).toEqual({
    written: ['a.md', 'x/c.md', 'b.md'],
    created: ['x/c.md'],
    trashed: ['b.md'],
    foundDone: [],
    skipped: [],
    failures: [],
  });
  expect(host.texts()).toEqual({ 'a.md': 'a!', 'x/c.md': 'new!' });
  expect([...host.trashed]).toEqual([['b.md', 'b']]);
});

test('a file that changed since is computed recompute from what it holds, in the same step', async () => {
  const host = new MemoryHost({ 'a.md': 'a' });
  host.interrupt('process', 'a.md', () => {
    host.put('a.md', 'typed');
  });
  expect(await carry(host, change('a.md', 'a', marked))).toMatchObject({ written: ['a.md'], skipped: [] });
  expect(host.texts()).toEqual({ 'a.md': 'typed!' });
});

test('or left alone when that is not possible', async () => {
  const host = new MemoryHost({ 'a.md': 'typed', 'b.md': 'typed', 'c.md': 'typed' });
  const result = await carry(
    host,
    change('a.md', 'a'),
    change('b.md', 'b', () => null),
    { path: 'c.md', before: 'c', after: null },
  );
  expect(result).toMatchObject({ written: [], failures: [] });
  expect(result.skipped.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md']);
  expect(host.writes).toEqual([]);
});

test('what is already as it shall be is not written', async () => {
  const host = new MemoryHost({ 'a.md': 'a!' });
  expect(await carry(host, change('a.md', 'a', marked), { path: 'a.md', before: 'a!', after: 'a!' })).toMatchObject({
    written: [],
    skipped: [],
    failures: [],
  });
  expect(host.writes).toEqual([]);
});

test('of two equal plans the second finds done what the first wrote, and does the rest', async () => {
  const host = new MemoryHost({ 'a.md': 'a', 'b.md': 'b', 'gone.md': 'x' });
  const all = [
    change('a.md', 'a'),
    change('b.md', 'b', marked),
    made('c.md'),
    made('d.md', marked),
    { path: 'gone.md', before: 'x', after: null },
  ];
  expect(await carry(host, ...all.slice(0, 3))).toMatchObject({ written: ['a.md', 'b.md', 'c.md'], foundDone: [] });
  expect(await carry(host, ...all)).toMatchObject({
    written: ['d.md', 'gone.md'],
    foundDone: ['a.md', 'b.md', 'c.md'],
    skipped: [],
    failures: [],
  });
  expect(await carry(host, ...all)).toMatchObject({
    written: [],
    foundDone: ['a.md', 'b.md', 'c.md', 'd.md', 'gone.md'],
    skipped: [],
    failures: [],
  });
});

test('a page that came since is changed, not replaced', async () => {
  const host = new MemoryHost({ 'a.md': 'theirs', 'b.md': 'theirs', 'C.md': 'theirs' });
  const result = await carry(host, made('a.md', marked), made('b.md'), made('c.md', marked));
  expect(result).toMatchObject({ written: ['a.md'], created: [], failures: [] });
  expect(result.skipped.map(({ path }) => path)).toEqual(['b.md', 'c.md']);
  expect(host.texts()).toEqual({ 'C.md': 'theirs', 'a.md': 'theirs!', 'b.md': 'theirs' });
});

test('one file that fails does not keep the rest from being written', async () => {
  const host = new MemoryHost({ 'a.md': 'a', 'b.md': 'b', 'c.md': new Uint8Array([0xff]), 'd.md': 'd', 'f.md': 'f' });
  host.fail('process', 'a.md', 'io');
  host.fail('create', 'e.md', 'denied');
  const broken = change('f.md', 'other', () => {
    throw new Error('a mistake of ours');
  });
  const result = await carry(
    host,
    change('a.md', 'a'),
    change('gone.md', ''),
    change('c.md', ''),
    made('e.md'),
    broken,
    change('d.md', 'd'),
  );
  expect(result.failures.map(({ path, code }) => [path, code])).toEqual([
    ['a.md', 'io'],
    ['e.md', 'denied'],
    ['f.md', 'io'],
  ]);
  expect(result.skipped.map(({ path }) => path)).toEqual(['gone.md', 'c.md']);
  expect(result.written).toEqual(['d.md']);
});

test('on a full disk what was written is whole and the rest is old', async () => {
  const host = new MemoryHost({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
  // The journal is a write as well.
  host.fillAfter(2);
  const result = await carry(host, change('a.md', 'a'), change('b.md', 'b'), change('c.md', 'c'));
  expect(result.written).toEqual(['a.md']);
  expect(result.failures).toHaveLength(2);
  expect(host.texts()).toEqual({ 'a.md': 'a!', 'b.md': 'b', 'c.md': 'c' });
});
