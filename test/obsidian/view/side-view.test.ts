/** The side view and the code block in the plugin, over the app's double: what is done in a row is done in the note. */
import { onThatEvening, PluginDouble, settle, until } from '../plugin-double';
import { likeTheApps } from '../like-the-apps';
import { MarkdownRenderChild, WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import type { ThroughlineSettingTab } from '../../../src/obsidian/settings/settings-tab';
import type { SideView } from '../../../src/obsidian/view/side-view';

onThatEvening();

/** The test environment lays nothing out. */
beforeAll(() => {
  Object.assign(window, {
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  });
  Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined });
});

const DANA = 'Meetings/2025-10-28 Dana.md';

class ViewDouble {
  readonly el: HTMLElement;

  private constructor(
    readonly double: PluginDouble,
    readonly view: SideView,
  ) {
    this.el = view.contentEl;
  }

  static async open(double: PluginDouble, panel: object = {}): Promise<ViewDouble> {
    await double.load();
    const leaf = WorkspaceLeaf.create2__(double.app.app);
    const view = double.mocked.views__.get('throughline')?.(leaf as never) as unknown as SideView;
    Object.assign(double.app.app.workspace, { requestSaveLayout: () => undefined });
    activeDocument.body.append(view.contentEl);
    await view.onOpen();
    await view.setState({ panel }, { history: false });
    const opened = new ViewDouble(double, view);
    await until(() => opened.el.querySelector('.throughline-row') ?? undefined);
    return opened;
  }

  async press(words: string, key: string): Promise<string> {
    const row = this.row(words);
    row.focus();
    await until(() => (this.row(words).classList.contains('is-active') ? true : undefined));
    const before = this.said();
    row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return until(() => (this.said() !== before && this.said() !== 'Writing…' ? this.said() : undefined));
  }

  row(words: string): HTMLElement {
    const row = [...this.el.querySelectorAll<HTMLElement>('.throughline-row')].find(({ textContent }) =>
      textContent.includes(words),
    );
    if (row === undefined) throw new Error(`No row “${words}” in: ${this.el.textContent}`);
    return row;
  }

  said(): string {
    return this.el.querySelector('.throughline-said [role=status]')?.textContent ?? '';
  }
}

test('a tick is a change of the one line, and is taken back', async () => {
  const view = await ViewDouble.open(new PluginDouble());
  const { double } = view;
  const before = double.app.texts();
  expect(await view.press('Send pricing draft', ' ')).toContain('Done: Send pricing draft');
  expect(double.app.texts()).toEqual({
    ...before,
    [DANA]: before[DANA]?.replace(
      '- [ ] Send pricing draft @Ann Lee 📅 2025-10-31',
      '- [x] Send pricing draft @Ann Lee 📅 2025-10-31 ✅ 2025-11-03',
    ),
  });
  expect(await view.press('Send pricing draft', 'z')).toContain('Taken back');
  expect(double.app.texts()).toEqual(before);
});

test('in a note that is open the tick goes through its editor: what is typed there stays', async () => {
  const view = await ViewDouble.open(new PluginDouble());
  const { editor } = view.double.app.open(DANA, { cursorAt: '## Decisions' });
  editor.type('A line that is not saved yet.\n');
  expect(await view.press('Send pricing draft', ' ')).toContain('Done');
  expect(editor.getValue()).toContain('A line that is not saved yet.\n## Decisions');
  expect(editor.getValue()).toContain('- [x] Send pricing draft @Ann Lee 📅 2025-10-31 ✅ 2025-11-03');
  expect(editor.transactions).toHaveLength(1);
});

test.each([
  ['deleted', null, 'is gone'],
  ['changed', (text: string) => text.replace('pricing draft', 'final prices'), 'no longer has this line'],
] as const)('a note that was %s meanwhile is left as it is, with the reason', async (_, change, said) => {
  const view = await ViewDouble.open(new PluginDouble());
  const { app } = view.double;
  const file = app.app.vault.getFileByPath(DANA);
  if (file === null) throw new Error('no such note');
  // Behind the plugin's back: the app has not told yet.
  if (change === null) Object.assign(app.app.vault, { getFileByPath: () => null });
  else app.put(DANA, change(app.text(DANA)));
  const before = app.texts();
  expect(await view.press('Send pricing draft', ' ')).toContain(said);
  expect(app.texts()).toEqual(before);
});

test('who I am, set in the settings tab, counts at once in a view that is open', async () => {
  const view = await ViewDouble.open(new PluginDouble(undefined, { me: ['Nobody Yet'] }));
  const owned = (): boolean => view.row('Send pricing draft').textContent.includes('Ann Lee');
  expect(owned()).toBe(true);
  const [tab] = view.double.mocked.settingTabs__ as unknown as ThroughlineSettingTab[];
  tab?.getSettingDefinitions();
  await tab?.setControlValue('me', 'Ann Lee');
  await until(() => (owned() ? undefined : true));
  expect(await view.press('Send pricing draft', ' ')).toContain('Done: Send pricing draft');
});

test('what a workspace keeps of the view comes back, and nonsense in it does no harm', async () => {
  const panel = {
    tab: 'questions',
    questions: { text: 'acme', about: 7, showsClosed: 'yes' },
    followUps: { group: 'nothing', text: 3 },
  };
  const view = await ViewDouble.open(new PluginDouble(), panel);
  expect(view.view.getState()).toMatchObject({
    panel: {
      tab: 'questions',
      questions: { text: 'acme', about: '', showsClosed: false },
      followUps: { group: 'due', text: '' },
    },
  });
  expect(view.el.textContent).toContain('Who signs for Acme?');
  await view.view.setState(null, { history: false });
  expect(view.view.getState()).toMatchObject({ panel: { tab: 'follow-ups' } });
});

test('a view that was open yesterday waits for the layout, and shows the vault as it is then', async () => {
  const double = new PluginDouble();
  const { workspace, vault } = double.app.app;
  Object.assign(workspace, { layoutReady: false });
  const looked = jest.spyOn(vault, 'getFiles');
  const opening = ViewDouble.open(double);
  await settle();
  expect([double.app.reads, looked.mock.calls.length]).toEqual([0, 0]);
  double.app.put(
    'Meetings/2025-11-01 Dana.md',
    '---\ntype: 1-1\ndate: 2025-11-01\npeople: ["[[Dana Fox]]"]\n---\n## Action items\n- [ ] Book the venue @Ann\n',
  );
  workspace.setLayoutReady__();
  expect((await opening).row('Book the venue').isConnected).toBe(true);
});

test('the command opens the view and puts the keyboard into it', async () => {
  const view = await ViewDouble.open(new PluginDouble());
  const leaf = { view: view.view };
  const calls: string[] = [];
  Object.assign(view.double.app.app.workspace, {
    ensureSideLeaf: (type: string, side: string) => Promise.resolve(leaf).finally(() => calls.push(`${type} ${side}`)),
    revealLeaf: () => Promise.resolve().finally(() => calls.push('revealed')),
  });
  view.double.start('open');
  await until(() => (activeDocument.activeElement?.getAttribute('role') === 'tab' ? true : undefined));
  expect(calls).toEqual(['throughline right', 'revealed']);
});

test('a leaf that holds no view yet is revealed first, and not taken for ours', async () => {
  const view = await ViewDouble.open(new PluginDouble());
  const leaf: { view: object } = { view: {} };
  const calls: string[] = [];
  Object.assign(view.double.app.app.workspace, {
    ensureSideLeaf: () => Promise.resolve(leaf),
    revealLeaf: () =>
      Promise.resolve().then(() => {
        calls.push('revealed');
        leaf.view = view.view;
      }),
  });
  (activeDocument.activeElement as HTMLElement | null)?.blur();
  view.double.start('open');
  await until(() => (activeDocument.activeElement?.getAttribute('role') === 'tab' ? true : undefined));
  expect(calls).toEqual(['revealed']);
  leaf.view = {};
  Object.assign(view.double.app.app.workspace, { revealLeaf: () => Promise.resolve() });
  view.double.start('open');
  await new Promise((resolve) => {
    window.setTimeout(resolve, 20);
  });
  expect(view.double.app.shownNotices()).toEqual([]);
});

test('in a window of its own the view uses that window: its focus, its direction', async () => {
  const view = await ViewDouble.open(new PluginDouble());
  const frame = activeDocument.body.createEl('iframe');
  const other = frame.contentDocument;
  if (other?.defaultView == null) throw new Error('No window.');
  likeTheApps(other);
  other.body.append(view.el);
  const asked = jest.spyOn(other.defaultView, 'getComputedStyle');
  const here = jest.spyOn(window, 'getComputedStyle');
  const tab = view.el.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  tab?.focus();
  tab?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
  await until(() => (other.activeElement?.textContent === 'Questions' ? true : undefined));
  expect(asked).toHaveBeenCalled();
  expect(here).not.toHaveBeenCalled();
  asked.mockRestore();
  here.mockRestore();
  await view.view.onClose();
  frame.remove();
});

test('closed, nobody listens to the vault any more', async () => {
  const view = await ViewDouble.open(new PluginDouble());
  await view.view.onClose();
  expect(view.el.childElementCount).toBe(0);
  const { reads } = view.double.app;
  await view.double.app.app.vault.process(
    view.double.app.app.vault.getFileByPath(DANA) as never,
    (text) => `${text}\n`,
  );
  await new Promise((resolve) => {
    window.setTimeout(resolve, 50);
  });
  expect(view.double.app.reads).toBe(reads);
});

test('a code block shows its queue while the app shows the note', async () => {
  const double = await new PluginDouble().load();
  const el = createDiv();
  activeDocument.body.append(el);
  const children: MarkdownRenderChild[] = [];
  await double.mocked.markdownCodeBlockProcessors__.get('throughline')?.('queue: follow-ups\nowner: me', el, {
    sourcePath: 'Reading/Notes on maps.md',
    addChild: (child: MarkdownRenderChild) => children.push(child),
  } as never);
  const [child] = children;
  child?.load();
  await until(() => el.querySelector('.throughline-row') ?? undefined);
  expect(el.textContent).toContain('Send pricing draft');
  child?.unload();
  expect(el.childElementCount).toBe(0);
});
