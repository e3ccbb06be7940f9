/** Asks for a kind of pages of the person's own: what it is called, and where its pages lie. */
import { type App, ButtonComponent, Modal, Setting } from 'obsidian';
import type { EntityKind } from '../note/kinds';
import { wrongWith } from './setting-fields';

export class AddKindModal extends Modal {
  private name = '';
  private folder = '';

  constructor(app: App, private readonly known: readonly EntityKind[], private readonly done: (kind: Pick<EntityKind, 'id' | 'folder'>) => void) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Add a kind of pages');
    new Setting(this.contentEl).setName('Name').setDesc('In the singular: vendor, candidate, board.')
      .addText((text) => text.onChange((value) => { this.name = value.trim(); }).inputEl.setAttribute('aria-label', 'Name of the kind'));
    new Setting(this.contentEl).setName('Folder').setDesc('Where its pages lie: Vendors.')
      .addText((text) => text.onChange((value) => { this.folder = value.trim(); }).inputEl.setAttribute('aria-label', 'Folder of the kind'));
    const wrongEl = this.contentEl.createEl('p', { cls: 'throughline-wrong', attr: { role: 'alert' } });
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    new ButtonComponent(buttons).setButtonText('Add').setCta().onClick(() => {
      const id = this.name.toLowerCase().replace(/\s+/g, '-');
      const wrong = this.known.some((kind) => kind.id === id) ? `There is a kind “${id}” already.` : wrongWith('kinds', 'Folder', { [id]: { folder: this.folder } });
      if (wrong !== undefined) {
        wrongEl.setText(wrong);
        return;
      }
      this.close();
      this.done({ id, folder: this.folder });
    });
    new ButtonComponent(buttons).setButtonText('Cancel').onClick(() => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
