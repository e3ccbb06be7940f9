/** Puts the views into the app: the side view with its command, the code block, previews of what is hovered over. */
import type { Plugin } from 'obsidian';
import { CODE_BLOCK, QueueBlockChild } from './notes/code-block';
import { livePages } from './notes/live-page';
import { managedBlockExtension } from './notes/managed-block-extension';
import { showLines } from './notices/notices';
import { RowModal } from './notes/row-modal';
import { words } from './words/in-app';
import type { FoundRow } from '../page/row-finder';
import { AppAround, HOVER_SOURCE } from './view/app-around';
import { SIDE_VIEW, SideView } from './view/side-view';
import type { ViewStore } from './view/view-store';

/** `onBrief` shows where things are with those of a note. */
export function registerViews(
  plugin: Plugin,
  store: ViewStore,
  { onBrief }: { readonly onBrief: (path: string) => void },
): void {
  const { app } = plugin;
  const around = new AppAround(app, onBrief);
  plugin.registerView(SIDE_VIEW, (leaf) => new SideView(leaf, store, around));
  plugin.registerHoverLinkSource(HOVER_SOURCE, { display: 'Throughline', defaultMod: true });
  plugin.registerMarkdownCodeBlockProcessor(CODE_BLOCK, (source, el, context) =>
    context.addChild(new QueueBlockChild(el, { source, path: context.sourcePath, store, around })),
  );
  plugin.registerMarkdownPostProcessor(livePages({ store, around }));
  const change = (found: FoundRow, text: string): void =>
    new RowModal(app, { is: found.is, id: found.row.id, text }, { store, around }).open();
  plugin.registerEditorExtension(
    managedBlockExtension({
      app,
      store,
      around,
      onChange: change,
      onActed: ({ said }) => showLines([said], { stays: false }),
    }),
  );
  plugin.addCommand({
    id: 'change-row',
    name: words.commands.changeRow,
    editorCheckCallback: (checking, editor, { file }) => {
      const { line } = editor.getCursor();
      const text = editor.getLine(line);
      const rows = store.known?.rows;
      const found =
        file === null || rows === undefined
          ? null
          : (rows.ofNote(file.path, line + 1, text) ?? rows.ofPage(text, file.path)?.found ?? null);
      if (found === null || found.is === 'statement') return false;
      if (!checking) change(found, text);
      return true;
    },
  });
  plugin.registerInterval(window.setInterval(() => store.noticeDay(), A_MINUTE));
  plugin.addCommand({ id: 'open', name: words.views.openView, callback: () => void openSideView(plugin) });
}

const A_MINUTE = 60_000;

async function openSideView({ app: { workspace } }: Plugin): Promise<void> {
  const leaf = await workspace.ensureSideLeaf(SIDE_VIEW, 'right', { active: true, reveal: true });
  await workspace.revealLeaf(leaf);
  // A leaf that was not shown since the app started holds no view before this.
  if (leaf.view instanceof SideView) leaf.view.focusPanel();
}
