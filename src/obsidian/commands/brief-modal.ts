/**
 * A brief as a person reads it before a meeting: rows that lead to where they were said, and buttons to take it along.
 */
import { type App, Modal, Setting } from 'obsidian';
import type { Entity } from '../../entity/entity';
import { type Listing, listedParts, type ListedRow } from '../../page/listing';
import { copy } from '../notices/clipboard';
import { words } from '../words/in-app';

interface ShownBrief {
  readonly listing: Listing;
  readonly markdown: string;
  /** A message to remind somebody with; null where there is nobody to remind. */
  readonly nudge: string | null;
  /** Who something may be raised with. */
  readonly about: readonly Entity[];
  /** Notes a point to be raised; what came of it, as a sentence. */
  readonly raise: (entity: Entity, said: string) => Promise<string>;
}

export class BriefModal extends Modal {
  constructor(
    app: App,
    private readonly brief: ShownBrief,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { listing, markdown, nudge } = this.brief;
    this.setTitle(listing.title);
    this.modalEl.addClass('throughline-window');
    this.contentEl.addClass('throughline-brief');
    joined(this.contentEl.createEl('p', { cls: 'throughline-brief-summary' }), listing.summary);
    for (const { title, rows, more } of listing.sections) {
      this.contentEl.createEl('h3', { text: title });
      const list = this.contentEl.createEl('ul');
      for (const row of rows) this.showRow(list.createEl('li'), row);
      if (more > 0) list.createEl('li', { text: words.meeting.briefMore(more) });
    }
    if (listing.foot.length > 0)
      joined(this.contentEl.createEl('p', { cls: 'throughline-brief-summary' }), listing.foot);
    this.showRaise();
    const buttons = new Setting(this.contentEl);
    buttons.addButton((button) =>
      button
        .setButtonText(words.meeting.copyBrief)
        .setCta()
        .onClick(() => void copy({ text: markdown, done: words.meeting.briefCopied })),
    );
    if (nudge !== null)
      buttons.addButton((button) =>
        button
          .setButtonText(words.meeting.copyNudge)
          .onClick(() => void copy({ text: nudge, done: words.meeting.nudgeCopied })),
      );
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** What comes to one's mind while reading. */
  private showRaise(): void {
    const { about, raise } = this.brief;
    const [first] = about;
    if (first === undefined) return;
    let chosen = first;
    let said = '';
    const setting = new Setting(this.contentEl).setName(
      about.length > 1 ? words.meeting.raise : words.meeting.raiseWith(first.name),
    );
    const saidEl = this.contentEl.createEl('p', { cls: 'throughline-brief-summary', attr: { role: 'status' } });
    if (about.length > 1) {
      setting.addDropdown((dropdown) => {
        for (const { id, name } of about) dropdown.addOption(id, name);
        dropdown.setValue(first.id).onChange((id) => {
          chosen = about.find((one) => one.id === id) ?? first;
        });
        dropdown.selectEl.setAttribute('aria-label', words.meeting.raiseWhom);
      });
    }
    setting.addText((text) => {
      const { inputEl } = text;
      inputEl.setAttribute('aria-label', words.meeting.raise);
      text.setPlaceholder(words.meeting.raisePlaceholder).onChange((value) => {
        said = value;
      });
      const take = async (): Promise<void> => {
        if (said.trim() === '') return;
        saidEl.setText(await raise(chosen, said));
        text.setValue('');
        said = '';
        inputEl.focus();
      };
      inputEl.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        void take();
      });
      setting.addButton((button) => button.setButtonText(words.meeting.raiseTake).onClick(() => void take()));
    });
  }

  private showRow(el: HTMLElement, row: ListedRow): void {
    const source = row.sources[row.sources.length - 1];
    if (source === undefined) {
      rowWords(el, row);
      return;
    }
    const link = el.createEl('a', { href: '#' });
    rowWords(link, row);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.close();
      void this.app.workspace.openLinkText(source.path, '', false, { eState: { line: source.line - 1 } });
    });
  }
}

/** Each part apart from the next: a question in Hebrew keeps its mark, and what we say about it stays after it. */
function rowWords(el: HTMLElement, row: ListedRow): void {
  const { words: said, names, details } = listedParts(row);
  el.createEl('bdi', { text: said });
  for (const [at, name] of names.entries()) {
    if (at > 0) el.appendText(', ');
    else {
      el.appendText(' ');
      el.createSpan({ cls: 'throughline-arrow', text: '→' });
      el.appendText(' ');
    }
    el.createEl('bdi', { text: name });
  }
  if (details.length === 0) return;
  el.appendText(' · ');
  joined(el, details);
}

function joined(el: HTMLElement, parts: readonly string[]): void {
  for (const [at, part] of parts.entries()) {
    if (at > 0) el.appendText(' · ');
    el.createEl('bdi', { text: part });
  }
}
