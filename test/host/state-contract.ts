/** What every host promises of our own few files. */
import type { VaultState } from '../../src/host/vault-host';

export function describeState(name: string, open: () => VaultState): void {
  describe(`${name}: our own files, as every host`, () => {
    test('are made once, read, given another name, deleted', async () => {
      const state = open();
      expect(await state.list('journal')).toEqual([]);
      expect(await state.read('journal/a.json')).toBe(null);
      await state.create('journal/b.json', '{}\n');
      await state.create('journal/a.json', 'é');
      expect(await state.list('journal')).toEqual([
        { name: 'a.json', size: 2 },
        { name: 'b.json', size: 3 },
      ]);
      expect(await state.read('journal/a.json')).toBe('é');
      const made = state.create('journal/a.json', 'other');
      await expect(made).rejects.toMatchObject({ name: 'HostError', code: 'exists' });
      await state.rename('journal/a.json', 'journal/c.json');
      expect([await state.read('journal/a.json'), await state.read('journal/c.json')]).toEqual([null, 'é']);
      await expect(state.rename('journal/a.json', 'journal/d.json')).rejects.toMatchObject({
        name: 'HostError',
        code: 'missing',
      });
      await state.remove('journal/c.json');
      await state.remove('journal/c.json');
      expect((await state.list('journal')).map((file) => file.name)).toEqual(['b.json']);
    });

    test("know their writer: it has not ended, nor is another's known to have", () => {
      const state = open();
      expect(state.writer).toMatch(/^[a-z0-9-]+$/);
      expect(open().hasEnded(state.writer) && open().writer === state.writer).toBe(false);
      expect(state.hasEnded(state.writer)).toBe(false);
      for (const other of ['', 'nobody', 'app-elsewhere-1', 'cli-elsewhere-1-1'])
        expect(state.hasEnded(other)).toBe(false);
    });
  });
}
