import { MemoryHost } from '../doubles/memory-host';
import { describeHost, expectError } from './host-contract';
import { describeState } from './state-contract';

describeHost('the vault in memory', (files) => {
  const host = new MemoryHost(files);
  return {
    host,
    put: (path, content) => {
      host.put(path, content);
    },
    mtime: (path) => host.mtime(path),
  };
});

describeState('the vault in memory', () => new MemoryHost().state);

test('logs writes, fails and is interrupted as told', async () => {
  const host = new MemoryHost({ 'a.md': 'a', 'b.md': 'b' });
  host.fail('read', 'a.md', 'io');
  await expectError('io', 'a.md', () => host.read('a.md'));
  host.interrupt('process', 'b.md', () => {
    host.put('b.md', 'changed');
  });
  expect(await host.process('b.md', (now) => `${now}!`)).toBe('changed!');
  host.fillAfter(0);
  await expectError('io', 'c.md', () => host.create('c.md', ''));
  expect(host.writes).toEqual(['process b.md']);
  expect(host.texts()).toEqual({ 'a.md': 'a', 'b.md': 'changed!' });
});
