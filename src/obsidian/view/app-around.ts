/** The app around the views: which note is in front, opening notes, previews. */
import { type App, type HoverParent, type HoverPopover, Platform, TFile } from 'obsidian';
import type { ViewHost } from './view-store';

/** The name under which hovering is switched on and off in the settings of page previews. */
export const HOVER_SOURCE = 'throughline';

/** In the app's local storage, which Sync does not carry. */
const FOLDED = 'throughline-folded-';

export class AppAround implements ViewHost, HoverParent {
  hoverPopover: HoverPopover | null = null;

  constructor(
    private readonly app: App,
    private readonly onBrief: (path: string) => void,
  ) {}

  get activePath(): string | null {
    return this.app.workspace.getActiveFile()?.path ?? null;
  }

  onActiveNote(listener: () => void): () => void {
    const { workspace } = this.app;
    const event = workspace.on('file-open', listener);
    return () => workspace.offref(event);
  }

  open(path: string, line: number | null, { newTab }: { readonly newTab: boolean }): void {
    const { vault, workspace } = this.app;
    const file = vault.getAbstractFileByPath(path);
    if (!(file instanceof TFile)) return;
    // The app's own choice: never a pinned note, never a side pane, and in the window that one is in.
    const leaf = workspace.getLeaf(newTab ? 'tab' : false);
    void leaf
      .openFile(file, line === null ? {} : { eState: { line: line - 1 } })
      .then(() => workspace.setActiveLeaf(leaf, { focus: true }));
  }

  brief(path: string): void {
    this.onBrief(path);
  }

  isFolded(what: string): boolean {
    const kept: unknown = this.app.loadLocalStorage(`${FOLDED}${what}`);
    return typeof kept === 'boolean' ? kept : Platform.isPhone;
  }

  fold(what: string, folded: boolean): void {
    this.app.saveLocalStorage(`${FOLDED}${what}`, folded);
  }

  preview(event: MouseEvent, path: string, line: number | null): void {
    this.app.workspace.trigger('hover-link', {
      event,
      source: HOVER_SOURCE,
      hoverParent: this,
      targetEl: event.currentTarget,
      linktext: path,
      sourcePath: '',
      ...(line === null ? {} : { state: { scroll: line - 1 } }),
    });
  }
}
