// First: it gives the window the text coding that every window of the app has.
import { AppDouble } from './app-double';
import type { MarkdownPostProcessor, MarkdownRenderChild } from 'obsidian';
import { click, onThatEvening, PluginDouble, settle, until } from './plugin-double';
import { AppVaultHost } from '../../src/obsidian/vault/app-vault-host';
import { Pace } from '../../src/obsidian/vault/pace';
import { ProgressNotice } from '../../src/obsidian/notices/notices';
import { AppAround } from '../../src/obsidian/view/app-around';
import { copy } from '../../src/obsidian/notices/clipboard';

const PAGE = 'Throughline/Follow-ups.md';

onThatEvening();

/** A part of a note as the app draws it: children whose element has left the page are unloaded after each pass. */
class RenderPass {
  readonly el = createDiv();
  private readonly children: MarkdownRenderChild[] = [];

  addChild(child: MarkdownRenderChild): void {
    this.children.push(child);
    child.load();
  }

  end(): void {
    for (const child of this.children.splice(0)) {
      if (document.body.contains(child.containerEl)) this.children.push(child);
      else child.unload();
    }
  }
}

test('live rows stay through the end of every render pass', async () => {
  const double = await new PluginDouble().agreed().load();
  await double.rollUp();
  const text = double.app.text(PAGE);
  const lineStart = text.split('\n').findIndex((line) => line.startsWith('- Send pricing draft'));
  const pass = new RenderPass();
  document.body.append(pass.el);
  pass.el.createEl('ul').createEl('li', { text: 'As the app drew it' });
  const [, process] = double.mocked.markdownPostProcessors__ as readonly MarkdownPostProcessor[];
  await process?.(pass.el, {
    sourcePath: PAGE,
    getSectionInfo: () => ({ text, lineStart, lineEnd: lineStart }),
    addChild: (child: MarkdownRenderChild) => {
      pass.addChild(child);
    },
  } as never);
  const rows = (): number => pass.el.querySelectorAll('.throughline-live > *').length;
  await until(() => (rows() > 0 ? true : undefined));
  const before = rows();
  pass.end();
  pass.end();
  expect(rows()).toBe(before);
  pass.el.remove();
  pass.end();
  expect(pass.el.textContent).toBe('As the app drew it');
});

describe('a note that is open in an editor', () => {
  const open = (text: string) => {
    const app = new AppDouble({ 'a.md': text });
    const host = new AppVaultHost(app.original, new Pace(() => 0));
    return { app, host, ...app.open('a.md') };
  };

  test.each([
    ['CRLF', 'one\r\ntwo\r\n', 'ONE\r\ntwo\r\n'],
    ['a byte order mark', '\uFEFFone\ntwo\n', '\uFEFFONE\ntwo\n'],
    ['both', '\uFEFFone\r\ntwo', '\uFEFFONE\r\ntwo'],
  ])('keeps %s, and the change is made', async (_, before, after) => {
    const { app, host } = open(before);
    const read = await host.read('a.md');
    expect(read).toBe(before);
    await host.process('a.md', (now) => (now === read ? now.replace('one', 'ONE') : null));
    expect(app.text('a.md')).toBe(after);
  });

  test('goes through the editor where something typed is not saved yet', async () => {
    const { app, host, editor } = open('one\r\ntwo\r\n');
    editor.type('zero ');
    const read = await host.read('a.md');
    await host.process('a.md', (now) => (now === read ? now.replace('one', 'ONE') : null));
    expect(app.text('a.md')).toBe('zero ONE\ntwo\n');
  });

  test('in reading view is saved first where its last keys are not', async () => {
    const app = new AppDouble({ 'a.md': 'one\n' });
    const host = new AppVaultHost(app.original, new Pace(() => 0));
    const { editor } = app.open('a.md', { mode: 'preview' });
    editor.type('zero ');
    Object.assign(app.app.workspace.activeLeaf?.view ?? {}, { dirty: true });
    await host.process('a.md', (now) => `${now}two\n`);
    expect(app.text('a.md')).toBe('zero one\ntwo\n');
  });
});

test('a setting changed in the app counts at once in what an open view shows', async () => {
  const double = await new PluginDouble(undefined, { me: ['Nobody Yet'] }).agreed().load();
  const { plugin } = double;
  const owners = async (): Promise<(string | null)[]> =>
    (await plugin.api.index()).tasks.map(({ owners: [owner] }) => (owner?.me === true ? 'me' : (owner?.name ?? null)));
  expect(await owners()).not.toContain('me');
  await plugin['stored'].change('me', ['Ann Lee']);
  expect(await owners()).toContain('me');
});

/** The app's panes, as its `getLeaf` chooses among them: never a pinned one, and in the window that is in front. */
class Panes {
  readonly all: { readonly window: string; readonly pinned: boolean; file: string | null }[] = [];
  /** The window in front. */
  front = 'main';
  active: unknown = null;

  constructor(readonly app: AppDouble) {
    Object.assign(app.app.workspace, {
      getLeaf: (kind: unknown) => {
        const free = this.all.find(({ window, pinned }) => window === this.front && !pinned);
        return this.leafOf(kind === false && free !== undefined ? free : this.add(null, { pinned: false }));
      },
      setActiveLeaf: (leaf: unknown) => {
        this.active = leaf;
      },
    });
  }

  add(file: string | null, { pinned, window = this.front }: { pinned: boolean; window?: string }) {
    const pane = { file, pinned, window };
    this.all.push(pane);
    return pane;
  }

  shown(): string[] {
    return this.all.map(({ window, pinned, file }) => `${window}${pinned ? ' pinned' : ''}: ${file ?? 'nothing'}`);
  }

  private leafOf(pane: (typeof this.all)[number]) {
    return {
      openFile: (file: { path: string }) => {
        pane.file = file.path;
        return Promise.resolve();
      },
    };
  }
}

describe('the source of a row is opened', () => {
  const open = async (make: (panes: Panes) => void, newTab = false): Promise<string[]> => {
    const app = new AppDouble({ 'source.md': 'one\n' });
    const panes = new Panes(app);
    make(panes);
    new AppAround(app.original, () => undefined).open('source.md', 1, { newTab });
    await settle();
    expect(panes.active).not.toBeNull();
    return panes.shown();
  };

  test('beside a pinned note, not in its place', async () => {
    expect(await open((panes) => panes.add('pinned.md', { pinned: true }))).toEqual([
      'main pinned: pinned.md',
      'main: source.md',
    ]);
  });

  test('in the window that one is in', async () => {
    const shown = await open((panes) => {
      panes.add('main.md', { pinned: false });
      panes.front = 'pop-out';
      panes.add('out.md', { pinned: false });
    });
    expect(shown).toEqual(['main: main.md', 'pop-out: source.md']);
  });

  test('in a pop-out whose only note is pinned: in a tab of that window', async () => {
    const shown = await open((panes) => {
      panes.add('main.md', { pinned: false });
      panes.front = 'pop-out';
      panes.add('out.md', { pinned: true });
    });
    expect(shown).toEqual(['main: main.md', 'pop-out pinned: out.md', 'pop-out: source.md']);
  });

  test('in a tab of its own where that is asked for', async () => {
    expect(await open((panes) => panes.add('main.md', { pinned: false }), true)).toEqual([
      'main: main.md',
      'main: source.md',
    ]);
  });
});

test('a click on a progress notice dismisses nothing, and Cancel cancels', () => {
  new AppDouble();
  let cancelled = 0;
  let dismissed = 0;
  const progress = new ProgressNotice('Writing', () => {
    cancelled += 1;
  });
  const { containerEl, messageEl } = progress['notice'];
  document.body.append(containerEl);
  containerEl.append(messageEl);
  containerEl.addEventListener('click', () => {
    dismissed += 1;
  });
  messageEl.click();
  containerEl.click();
  expect([cancelled, dismissed]).toEqual([0, 0]);
  click(containerEl, 'Cancel');
  expect([cancelled, dismissed]).toEqual([1, 1]);
});

describe('the clipboard', () => {
  const writes: string[] = [];
  /** As on a phone: writing is allowed only until whoever was called by the tap has returned. */
  let isInTap = false;
  const tapped = (act: () => Promise<void>): Promise<void> => {
    isInTap = true;
    const done = act();
    isInTap = false;
    return done;
  };

  beforeEach(() => {
    writes.length = 0;
    new AppDouble();
    Object.assign(navigator, {
      clipboard: {
        writeText: (text: string) =>
          isInTap ? Promise.resolve(void writes.push(text)) : Promise.reject(new Error('no')),
        write: async ([item]: { made: Promise<{ parts: string[] }> }[]) => {
          if (!isInTap) throw new Error('no');
          writes.push(...((await item?.made)?.parts ?? []));
        },
      },
    });
    Object.assign(globalThis, {
      ClipboardItem: class {
        readonly made: unknown;
        constructor(items: Readonly<Record<string, unknown>>) {
          this.made = items['text/plain'];
        }
      },
      Blob: class {
        constructor(readonly parts: readonly string[]) {}
      },
    });
  });

  test('gets what is there at once, and the promise of what is being made', async () => {
    await tapped(() => copy({ text: 'there', done: 'Copied.' }));
    await tapped(() => copy(settle().then(() => ({ text: 'made', done: 'Copied.' }))));
    expect(writes).toEqual(['there', 'made']);
  });

  test('gets nothing where there is nothing', async () => {
    await tapped(() => copy('Nothing to copy.'));
    await tapped(() => copy(settle().then(() => 'Nothing to copy.')));
    expect(writes).toEqual([]);
  });
});
