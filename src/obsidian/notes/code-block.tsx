/** The code block that embeds a queue in any note. It lives as long as the app shows it. */
import { MarkdownRenderChild } from 'obsidian';
import { render } from 'preact';
import { QueueBlock } from '../view/block';
import type { ViewHost, ViewStore } from '../view/view-store';

export const CODE_BLOCK = 'throughline';

export class QueueBlockChild extends MarkdownRenderChild {
  constructor(
    containerEl: HTMLElement,
    private readonly block: {
      readonly source: string;
      readonly path: string;
      readonly store: ViewStore;
      readonly around: ViewHost;
    },
  ) {
    super(containerEl);
  }

  override onload(): void {
    // In live preview a click within a block would put the cursor into it, and its source in its place.
    this.registerDomEvent(this.containerEl, 'mousedown', (event) => event.stopPropagation());
    render(<QueueBlock {...this.block} />, this.containerEl);
  }

  override onunload(): void {
    render(null, this.containerEl);
  }
}
