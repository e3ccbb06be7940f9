/**
 * What every host promises, checked against each: the folder on disk and the one in memory that stands in for it
 * elsewhere.
 */
import { HostError, type HostErrorCode, type VaultHost } from '../../src/host/vault-host';

export interface TestVault {
  readonly host: VaultHost;
  /** Past the host, as another program would. */
  readonly put: (path: string, content: string | Uint8Array) => void;
  readonly mtime: (path: string) => number | null;
}

export async function expectError(code: HostErrorCode, path: string, call: () => Promise<unknown>): Promise<void> {
  let error: unknown = null;
  try {
    await call();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(HostError);
  expect(error).toMatchObject({ code, path });
  expect((error as HostError).message).toContain(path);
}

export function describeHost(name: string, open: (files: Record<string, string | Uint8Array>) => TestVault): void {
  describe(`${name}, as every host`, () => {
    test('lists files sorted, without dot-folders, with sizes in bytes', async () => {
      const { host } = open({
        'b.md': 'é',
        'a/z.md': '',
        'B.md': '',
        'a b.md': '',
        '.obsidian/app.json': '{}',
        'a/.x/y.md': '',
        '.hidden.md': '',
      });
      const { files, failures } = await host.list();
      expect(files.map(({ path }) => path)).toEqual(['B.md', 'a b.md', 'a/z.md', 'b.md']);
      expect(files[3]).toMatchObject({ size: 2 });
      expect(failures).toEqual([]);
    });

    test('reads a text whole', async () => {
      const text = '\ufeffa\r\nb\rc\u2028d 🔁 no end';
      const { host } = open({ 'a.md': text });
      expect(await host.read('a.md')).toBe(text);
      await expectError('missing', 'b.md', () => host.read('b.md'));
    });

    test('refuses what is not UTF-8, and leaves it', async () => {
      const { host } = open({ 'a.md': new Uint8Array([0x61, 0xff]) });
      await expectError('not-utf8', 'a.md', () => host.read('a.md'));
      await expectError('not-utf8', 'a.md', () => host.process('a.md', () => 'x'));
    });

    test('reads the configuration, null where there is none', async () => {
      const { host } = open({ '.obsidian/plugins/throughline/data.json': '{}' });
      expect(await host.readConfig('plugins/throughline/data.json')).toBe('{}');
      expect(await host.readConfig('plugins/other/data.json')).toBe(null);
    });

    test('writes only what differs', async () => {
      const { host, mtime } = open({ 'a.md': 'one' });
      const before = mtime('a.md');
      expect(await host.process('a.md', (now) => now)).toBe('one');
      expect(await host.process('a.md', () => null)).toBe('one');
      expect(mtime('a.md')).toBe(before);
      expect(await host.process('a.md', (now) => `${now} two`)).toBe('one two');
      expect(await host.read('a.md')).toBe('one two');
      await expectError('missing', 'b.md', () => host.process('b.md', () => 'x'));
    });

    test('creates a file with its folders, never over another', async () => {
      const { host } = open({ 'People/Ann Lee.md': 'hers', 'Jos\u00e9.md': '' });
      await host.create('Projects/Apollo/README.md', 'text');
      expect(await host.read('Projects/Apollo/README.md')).toBe('text');
      await expectError('exists', 'People/Ann Lee.md', () => host.create('People/Ann Lee.md', 'x'));
      await expectError('exists', 'People/ann lee.md', () => host.create('People/ann lee.md', 'x'));
      await expectError('exists', 'Jose\u0301.md', () => host.create('Jose\u0301.md', 'x'));
      expect(await host.read('People/Ann Lee.md')).toBe('hers');
    });

    test.each(['../a.md', '/a.md', 'a/../../b.md', 'a//b.md', 'C:\\a.md', 'a\0.md', '..\\a.md'])(
      'stays in the vault: %j',
      async (path) => {
        const { host } = open({ 'b.md': '' });
        await expectError('denied', path, () => host.read(path));
        await expectError('denied', path, () => host.process(path, () => 'x'));
        await expectError('denied', path, () => host.create(path, 'x'));
        await expectError('denied', path, () => host.trash(path));
      },
    );

    test.each([
      'a:b.md',
      'what?.md',
      'con.md',
      'Nul',
      'a./b.md',
      'a .md/x ',
      `${'é'.repeat(130)}.md`,
      'a\nb.md',
      'A|B.md',
    ])('creates no %j, which Windows could not hold', async (path) => {
      const { host } = open({});
      await expectError('denied', path, () => host.create(path, 'x'));
      expect((await host.list()).files).toEqual([]);
    });

    test('what goes to the trash is no longer listed', async () => {
      const { host } = open({ 'a/x.md': 'one', 'b/x.md': 'two' });
      await host.trash('a/x.md');
      await host.trash('b/x.md');
      expect((await host.list()).files).toEqual([]);
      await expectError('missing', 'a/x.md', () => host.trash('a/x.md'));
    });
  });
}
