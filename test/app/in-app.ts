/** What the specs do in the app more than once. */
import { browser } from '@wdio/globals';

export const PAGE = 'People/Ann Hale/README.md';
export const NOTE = 'Meetings/2025-10-28 Ann Hale.md';

/** A note's text as the vault has it. */
export function textOf(path: string): Promise<string> {
  return browser.executeObsidian(({ app }, at) => app.vault.adapter.read(at), path);
}

/** As another program would. */
export function writeOutside(path: string, text: string): Promise<void> {
  return browser.executeObsidian(({ app }, at, what) => app.vault.adapter.write(at, what), path, text);
}

/** The newest tab of a note, in reading view or in live preview. */
export function show(path: string, mode: 'preview' | 'source'): Promise<void> {
  return browser.executeObsidian(
    async ({ app, obsidian }, at, how) => {
      const file = app.vault.getFileByPath(at);
      if (file === null) throw new Error(`no file ${at}`);
      const leaf = app.workspace.getLeaf('tab');
      await leaf.openFile(file);
      const { view } = leaf;
      if (view instanceof obsidian.MarkdownView)
        await view.setState({ ...view.getState(), mode: how, source: false }, { history: false });
      app.workspace.setActiveLeaf(leaf, { focus: true });
    },
    path,
    mode,
  );
}

/** Types at the end of the active editor. */
export function typeAtEnd(text: string): Promise<void> {
  return browser.executeObsidian(({ app, obsidian }, what) => {
    const editor = app.workspace.getActiveViewOfType(obsidian.MarkdownView)?.editor;
    if (editor === undefined) throw new Error('no editor is active');
    editor.setCursor(editor.lastLine(), editor.getLine(editor.lastLine()).length);
    editor.replaceSelection(what);
    editor.focus();
  }, text);
}

export function waitFor(what: string, holds: () => Promise<boolean>): Promise<unknown> {
  return browser.waitUntil(holds, { timeoutMsg: `${what}: it never came` });
}
