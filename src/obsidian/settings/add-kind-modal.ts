/** Asks for a kind of pages of the person's own: what it is called, and where its pages lie. */
import { type App, ButtonComponent, Modal, Setting } from 'obsidian';
import type { EntityKind } from '../../note/kinds';
import { wrongWith } from './setting-fields';
import { words } from '../words/in-app';

export class AddKindModal extends Modal {
  private name = '';
  private folder = '';

  constructor(
    app: App,
    private readonly known: readonly EntityKind[],
    private readonly done: (kind: Pick<EntityKind, 'id' | 'folder'>) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('throughline-window');
    this.setTitle(words.settings.kinds.addTitle);
    new Setting(this.contentEl)
      .setName(words.settings.kinds.name)
      .setDesc(words.settings.kinds.nameDesc)
      .addText((text) => {
        text
          .onChange((value) => {
            this.name = value.trim();
          })
          .inputEl.setAttribute('aria-label', words.settings.kinds.nameLabel);
      });
    new Setting(this.contentEl)
      .setName(words.settings.kinds.folder)
      .setDesc(words.settings.kinds.folderDesc)
      .addText((text) => {
        text
          .onChange((value) => {
            this.folder = value.trim();
          })
          .inputEl.setAttribute('aria-label', words.settings.kinds.folderLabel);
      });
    const wrongEl = this.contentEl.createEl('p', { cls: 'throughline-wrong', attr: { role: 'alert' } });
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    new ButtonComponent(buttons)
      .setButtonText(words.settings.kinds.addButton)
      .setCta()
      .onClick(() => {
        const id = this.name.toLowerCase().replace(/\s+/g, '-');
        const wrong = this.known.some((kind) => kind.id === id)
          ? words.settings.kinds.there(id)
          : wrongWith('kinds', words.settings.kinds.folder, { [id]: { folder: this.folder } });
        if (wrong !== undefined) {
          wrongEl.setText(wrong);
          return;
        }
        this.close();
        this.done({ id, folder: this.folder });
      });
    new ButtonComponent(buttons).setButtonText(words.cancel).onClick(() => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
