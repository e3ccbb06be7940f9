/**
 * What the plugin takes from the app it gives back: listeners, timers, views, what is on the screen. And what loading
 * it costs.
 */
import { onThatEvening, PluginDouble, settle, until } from './plugin-double';

onThatEvening();

const LATE =
  '---\ntype: 1-1\ndate: 2025-11-01\npeople: ["[[Dana Fox]]"]\n---\n## Action items\n- [ ] Book the venue @Ann\n';

/** How many listeners, by where they listen. */
function listeners({ app: { app } }: PluginDouble): Record<string, number> {
  const count = (events: object): number =>
    Object.values(Reflect.get(events, '_') as Record<string, unknown[]>).flat().length;
  return { vault: count(app.vault), workspace: count(app.workspace), metadataCache: count(app.metadataCache) };
}

/** Timers and listeners of the window that are set and neither over nor taken away. */
function watchWindow(): { readonly left: () => string[]; readonly restore: () => void } {
  const set = new Map<unknown, string>();
  const spies: jest.SpyInstance[] = [];
  for (const [start, end] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ] as const) {
    const [make, clear] = [window[start].bind(window), window[end].bind(window)];
    spies.push(
      jest.spyOn(window, start).mockImplementation(((run: () => void, wait?: number) => {
        const from = new Error(start).stack?.split('\n').find((line) => line.includes('/src/')) ?? '';
        const id: unknown = make(() => {
          if (start === 'setTimeout') set.delete(id);
          run();
        }, wait);
        if (from !== '') set.set(id, `${start} ${wait ?? 0} ms${from}`);
        return id;
      }) as never),
    );
    spies.push(
      jest.spyOn(window, end).mockImplementation(((id: number) => {
        set.delete(id);
        clear(id);
      }) as never),
    );
  }
  for (const target of [window, activeDocument]) {
    const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)];
    spies.push(
      jest.spyOn(target, 'addEventListener').mockImplementation(((type: string, run: never, options: never) => {
        if (new Error(type).stack?.includes('/src/obsidian/') === true) set.set(run, `listener for ${type}`);
        add(type, run, options);
      }) as never),
    );
    spies.push(
      jest.spyOn(target, 'removeEventListener').mockImplementation(((type: string, run: never) => {
        set.delete(run);
        remove(type, run);
      }) as never),
    );
  }
  return {
    left: () => [...set.values()],
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

test('a first run, a rollup, edits, a rename, a delete: unloaded it leaves nothing behind, and loads again', async () => {
  const watched = watchWindow();
  try {
    const double = new PluginDouble();
    const before = listeners(double);
    await double.load();
    await double.preview();
    await double.saidBy(() => {
      double.press('Roll up');
    });
    const { vault } = double.app.app;
    const fileAt = (path: string): never => vault.getFileByPath(path) as never;
    await vault.process(fileAt('Meetings/2025-10-28 Dana.md'), (text) => text.replace('without', 'with'));
    await vault.rename(fileAt('Reading/Notes on maps.md'), 'Reading/On maps.md');
    await double.app.app.fileManager.trashFile(fileAt('Reading/On maps.md'));
    await double.rollUp();
    double.start('preview-rollup');
    await until(() => double.app.modals[0]);
    const api = double.plugin.api;
    api.onChange(() => undefined);
    double.unload();
    await settle();
    expect(double.app.modals).toEqual([]);
    expect(listeners(double)).toEqual(before);
    expect(watched.left()).toEqual([]);
    const leaves: unknown[] = [];
    double.app.app.workspace.iterateAllLeaves((leaf) => leaves.push(leaf));
    expect(leaves).toEqual([]);
    expect(double.statusBar.filter((item) => item.isConnected)).toEqual([]);

    const writes = double.app.writes.length;
    await vault.process(fileAt('Meetings/2025-10-28 Dana.md'), (text) => text.replace('with', 'without'));
    await settle();
    expect(double.app.writes.length).toBe(writes + 1);

    await double.load();
    expect(listeners(double)['vault']).toBeGreaterThanOrEqual(before['vault'] ?? 0);
    double.unload();
    await settle();
    expect(listeners(double)).toEqual(before);
    expect(watched.left()).toEqual([]);
  } finally {
    watched.restore();
  }
});

test('loading reads no note and looks at no file before the layout is ready', async () => {
  const double = new PluginDouble().agreed();
  double.app.original.saveLocalStorage('throughline-status-bar-count', true);
  const waiting: (() => void)[] = [];
  const { workspace, vault } = double.app.app;
  Object.assign(workspace, { onLayoutReady: (run: () => void) => waiting.push(run) });
  const listings = (['getFiles', 'getMarkdownFiles', 'getAllLoadedFiles', 'getAllFolders'] as const).map((list) =>
    jest.spyOn(vault, list),
  );
  await double.load();
  double.start();
  await settle();
  expect([double.app.reads, listings.flatMap(({ mock }) => mock.calls), waiting.length > 0]).toEqual([0, [], true]);
  for (const run of waiting) run();
  await until(() => (double.app.reads > 0 ? true : undefined));
});

test('whoever asks before the layout is ready gets the vault as it is then, and nobody looks at a file earlier', async () => {
  const double = new PluginDouble().agreed();
  const { workspace, vault } = double.app.app;
  Object.assign(workspace, { layoutReady: false });
  const looked = jest.spyOn(vault, 'getFiles');
  await double.load();
  // Another plugin, and the app's command line.
  const [index, queue] = [double.plugin.api.index(), double.mocked.cliHandlers__.get('throughline:queue')?.({})];
  await settle();
  expect([double.app.reads, looked.mock.calls.length]).toEqual([0, 0]);

  double.app.put('Meetings/2025-11-01 Dana.md', LATE);
  workspace.setLayoutReady__();
  expect((await index).tasks.map(({ text }) => text)).toContain('Book the venue');
  expect(await queue).toContain('Book the venue');
});
