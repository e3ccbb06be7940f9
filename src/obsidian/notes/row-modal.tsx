/** One row in a window of its own: for places that have no room for what can be done with it. */
import { type App, Modal } from 'obsidian';
import { render } from 'preact';
import type { LivePageParts } from './live-page';
import { type PageLine, PageRows } from '../view/page-rows';
import type { ViewHost } from '../view/view-store';
import { words } from '../words/in-app';

export class RowModal extends Modal {
  constructor(
    app: App,
    private readonly line: PageLine,
    private readonly parts: LivePageParts,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { store, around } = this.parts;
    this.modalEl.addClass('throughline-window');
    this.setTitle(words.block.change);
    this.contentEl.addClass('throughline-row-modal');
    // A note that is opened from here is what one wants to see next.
    const leaving: ViewHost = {
      get activePath() {
        return around.activePath;
      },
      onActiveNote: (listener) => around.onActiveNote(listener),
      open: (...where) => {
        this.close();
        around.open(...where);
      },
      brief: (path) => around.brief(path),
      preview: (...where) => around.preview(...where),
      isFolded: (what) => around.isFolded(what),
      fold: (...how) => around.fold(...how),
    };
    render(
      <PageRows lines={[this.line]} label={words.block.change} store={store} around={leaving} takesFocus />,
      this.contentEl,
    );
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}
