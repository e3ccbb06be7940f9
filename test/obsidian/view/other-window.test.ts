/** What is drawn into notes, in a window of its own: its focus, its keys and all that is drawn are that window's. */
import { onThatEvening, PluginDouble, until } from '../plugin-double';
import { likeTheApps } from '../like-the-apps';
import type { MarkdownPostProcessor } from 'obsidian';
import { MarkdownRenderChild } from 'obsidian-test-mocks/obsidian';

onThatEvening();

const DANA = 'Meetings/2025-10-28 Dana.md';
const PAGE = 'Projects/Atlas/Atlas.md';
const LINE = '- [ ] Send pricing draft @Ann Lee 📅 2025-10-31';

/** A window beside the main one. Nothing of the main window may be asked for while it is used. */
class OtherWindow {
  readonly doc: Document;
  readonly noteEl: HTMLElement;
  private readonly frame = activeDocument.body.createEl('iframe');
  private readonly here: readonly jest.SpyInstance[];

  constructor() {
    const { contentDocument } = this.frame;
    if (contentDocument === null) throw new Error('No window.');
    this.doc = contentDocument;
    likeTheApps(contentDocument);
    this.noteEl = createDiv();
    this.doc.body.append(this.noteEl);
    this.here = [
      jest.spyOn(document, 'querySelector'),
      jest.spyOn(document, 'addEventListener'),
      jest.spyOn(window, 'addEventListener'),
      jest.spyOn(window, 'getComputedStyle'),
      jest.spyOn(document.body, 'append'),
      jest.spyOn(document, 'activeElement', 'get'),
    ];
  }

  row(words: string): HTMLElement {
    const row = [...this.noteEl.querySelectorAll<HTMLElement>('.throughline-row')].find(({ textContent }) =>
      textContent.includes(words),
    );
    if (row === undefined) throw new Error(`No row “${words}” in: ${this.noteEl.textContent}`);
    return row;
  }

  async shows(words: string): Promise<void> {
    await until(() => (this.noteEl.textContent.includes(words) ? true : undefined));
  }

  key(key: string): void {
    (this.doc.activeElement ?? this.doc.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  }

  /** A row is ticked, that is taken back, its form is opened and left: by the keys of this window. */
  async walk(double: PluginDouble): Promise<void> {
    const before = double.app.texts();
    for (const spy of this.here) spy.mockClear();
    this.row('Send pricing draft').focus();
    await until(() => (this.row('Send pricing draft').classList.contains('is-active') ? true : undefined));
    this.key(' ');
    await this.shows('Done: Send pricing draft');
    expect(double.app.text(DANA)).toContain(`${LINE.replace('[ ]', '[x]')} ✅ 2025-11-03`);
    this.row('Send pricing draft').focus();
    this.key('z');
    await this.shows('Taken back');
    expect(double.app.texts()).toEqual(before);
    this.row('Send pricing draft').focus();
    this.key('d');
    const field = await until(() =>
      this.doc.activeElement?.matches('input') === true ? this.doc.activeElement : undefined,
    );
    expect(field.ownerDocument).toBe(this.doc);
    this.key('Escape');
    await until(() => (this.doc.activeElement === this.row('Send pricing draft') ? true : undefined));
    const calls = this.here.map((spy) => spy.mock.calls.length);
    expect(calls).toEqual(calls.map(() => 0));
    // To the main window the other one has the focus.
    expect(document.activeElement).toBe(this.frame);
    for (const element of this.noteEl.querySelectorAll('*')) expect(element.ownerDocument).toBe(this.doc);
  }

  close(): void {
    for (const spy of this.here) spy.mockRestore();
    this.frame.remove();
  }
}

test('a code block', async () => {
  const double = await new PluginDouble().load();
  const other = new OtherWindow();
  let child: MarkdownRenderChild | undefined;
  await double.mocked.markdownCodeBlockProcessors__.get('throughline')?.('queue: follow-ups\nowner: me', other.noteEl, {
    sourcePath: 'Reading/Notes on maps.md',
    addChild: (one: MarkdownRenderChild) => {
      child = one;
    },
  } as never);
  child?.load();
  await other.shows('Send pricing draft');
  await other.walk(double);
  child?.unload();
  expect(other.noteEl.childElementCount).toBe(0);
  other.close();
});

test('the rows of a page, which stand as the app drew them once they are taken away', async () => {
  const double = await new PluginDouble().agreed().load();
  await double.rollUp();
  const text = double.app.text(PAGE);
  const lines = text.split('\n');
  const lineStart = lines.findIndex((line) => line.startsWith('- Send pricing draft'));
  expect(lineStart).toBeGreaterThan(0);
  const other = new OtherWindow();
  const part = createDiv();
  part.createEl('ul').createEl('li', { text: 'As the app drew it' });
  other.noteEl.append(part);
  let child: MarkdownRenderChild | undefined;
  // The first is the code block's.
  const [, process] = double.mocked.markdownPostProcessors__ as readonly MarkdownPostProcessor[];
  await process?.(part, {
    sourcePath: PAGE,
    getSectionInfo: () => ({ text, lineStart, lineEnd: lineStart }),
    addChild: (one: MarkdownRenderChild) => {
      child = one;
    },
  } as never);
  child?.load();
  await other.shows('Send pricing draft');
  await other.walk(double);
  child?.unload();
  expect(part.innerHTML).toBe('<div><ul><li>As the app drew it</li></ul></div>');
  expect(part.querySelector('li')?.ownerDocument).toBe(other.doc);
  other.close();
});
