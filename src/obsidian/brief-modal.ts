/** A brief as a person reads it before a meeting: rows that lead to where they were said, and buttons to take it along. */
import { type App, Modal, Notice, Setting } from 'obsidian';
import { type Listing, listedWords, type ListedRow } from '../page/listing';
import { words } from './words/in-app';

export interface ShownBrief {
  readonly listing: Listing;
  readonly markdown: string;
  /** A message to remind somebody with; null where there is nobody to remind. */
  readonly nudge: string | null;
}

export class BriefModal extends Modal {
  constructor(app: App, private readonly brief: ShownBrief) {
    super(app);
  }

  override onOpen(): void {
    const { listing, markdown, nudge } = this.brief;
    this.setTitle(listing.title);
    this.contentEl.addClass('throughline-brief');
    this.contentEl.createEl('p', { cls: 'throughline-brief-summary', text: listing.summary.join(' · ') });
    for (const { title, rows, more } of listing.sections) {
      this.contentEl.createEl('h3', { text: title });
      const list = this.contentEl.createEl('ul');
      for (const row of rows) this.showRow(list.createEl('li'), row);
      if (more > 0) list.createEl('li', { text: words.meeting.briefMore(more) });
    }
    if (listing.foot.length > 0) this.contentEl.createEl('p', { cls: 'throughline-brief-summary', text: listing.foot.join(' · ') });
    const buttons = new Setting(this.contentEl);
    buttons.addButton((button) => button.setButtonText(words.meeting.copyBrief).setCta().onClick(() => void copy(markdown, words.meeting.briefCopied)));
    if (nudge !== null) buttons.addButton((button) => button.setButtonText(words.meeting.copyNudge).onClick(() => void copy(nudge, words.meeting.nudgeCopied)));
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private showRow(el: HTMLElement, row: ListedRow): void {
    const source = row.sources[row.sources.length - 1];
    const words = listedWords(row);
    if (source === undefined) {
      el.setText(words);
      return;
    }
    const link = el.createEl('a', { text: words, href: '#' });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.close();
      void this.app.workspace.openLinkText(source.path, '', false, { eState: { line: source.line - 1 } });
    });
  }
}

/** Says when the system would not take it. */
export async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    new Notice(done);
  } catch {
    new Notice(words.meeting.noClipboard);
  }
}
