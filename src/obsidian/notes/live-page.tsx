/**
 * The rows of a page that Throughline wrote, alive in reading view: lists of its managed block are shown as live rows,
 * what else is among them stays as it was drawn.
 *
 *     - Send pricing draft — [[…|28 Oct]]        a row to be ticked, dated, given away
 *     - 10 more                                  stays
 *
 * Until the vault is read the page is as the app drew it; taken away, it is so again.
 */
import { type MarkdownPostProcessorContext, MarkdownRenderChild } from 'obsidian';
import { render } from 'preact';
import { readBlock } from '../../page/managed-block';
import { type PageLine, PageRows } from '../view/page-rows';
import type { ViewHost, ViewData, ViewStore } from '../view/view-store';
import { words } from '../words/in-app';

export interface LivePageParts {
  readonly store: ViewStore;
  readonly around: ViewHost;
}

type Context = Pick<MarkdownPostProcessorContext, 'sourcePath' | 'getSectionInfo' | 'addChild'>;

/** To be called with each part of a note that the app has drawn. */
export function livePages(parts: LivePageParts): (el: HTMLElement, context: Context) => void {
  // The parts of a note come one after the other, each with the note's whole text.
  let last: { readonly text: string; readonly block: BlockLines | null } = { text: '', block: null };
  return (el, context) => {
    const list = el.querySelector<HTMLElement>(':scope > ul');
    const section = list === null ? null : context.getSectionInfo(el);
    if (list === null || section === null) return;
    const { text, lineStart, lineEnd } = section;
    if (last.text !== text) last = { text, block: blockLines(text) };
    const { block } = last;
    if (block === null || lineStart < block.first || lineEnd > block.last) return;
    const lines = block.lines
      .slice(lineStart - block.first, lineEnd - block.first + 1)
      .filter((line) => /^[-*+]\s/.test(line));
    // What was drawn otherwise than line by line is not ours.
    const items = [...list.children].filter((child): child is HTMLElement => child.instanceOf(HTMLElement));
    if (items.length !== lines.length) return;
    const frame = createDiv();
    list.replaceWith(frame);
    frame.append(list);
    context.addChild(new LiveList(frame, list, { ...parts, path: context.sourcePath, lines, items }));
  };
}

interface BlockLines {
  readonly lines: readonly string[];
  /** Of the first and the last of `lines`, 0-based. */
  readonly first: number;
  readonly last: number;
}

function blockLines(text: string): BlockLines | null {
  const reading = readBlock(text);
  if (!('block' in reading) || reading.block === null) return null;
  const { lines, line } = reading.block;
  return { lines, first: line, last: line + lines.length - 1 };
}

interface LiveListParts extends LivePageParts {
  readonly path: string;
  /** Each item's line. */
  readonly lines: readonly string[];
  readonly items: readonly HTMLElement[];
}

/** Neighbours in the list, alive or not. */
type Run = { readonly live: readonly PageLine[] } | { readonly items: readonly HTMLElement[] };

/**
 * Its own element, `frameEl`, never leaves the page: at the end of a render pass the app unloads each child whose
 * element is no longer in it.
 */
class LiveList extends MarkdownRenderChild {
  private readonly roots: HTMLElement[] = [];
  private isLive = false;

  constructor(
    private readonly frameEl: HTMLElement,
    private readonly listEl: HTMLElement,
    private readonly parts: LiveListParts,
  ) {
    super(frameEl);
  }

  override onload(): void {
    const { store } = this.parts;
    if (this.draw(store.known)) return;
    const stop = store.subscribe(() => {
      if (this.draw(store.known)) stop();
    });
    this.register(stop);
  }

  override onunload(): void {
    for (const root of this.roots) render(null, root);
    this.roots.length = 0;
    if (!this.isLive) return;
    this.listEl.append(...this.parts.items);
    this.frameEl.replaceChildren(this.listEl);
    this.isLive = false;
  }

  /** Whether it is known what is alive. */
  private draw(known: ViewData | null): boolean {
    if (known === null) return false;
    const runs = this.runs(known);
    if (this.isLive || !runs.some((run) => 'live' in run)) return true;
    const { store, around } = this.parts;
    const live = createDiv({ cls: 'throughline-live' });
    // As for the code block: a click here is the row's.
    this.registerDomEvent(live, 'mousedown', (event) => event.stopPropagation());
    for (const run of runs) {
      if ('items' in run) {
        const list = this.listEl.cloneNode(false) as HTMLElement;
        list.append(...run.items);
        live.append(list);
        continue;
      }
      const root = createDiv();
      live.append(root);
      this.roots.push(root);
      render(<PageRows lines={run.live} label={words.views.pageRows} store={store} around={around} />, root);
    }
    this.isLive = true;
    this.frameEl.replaceChildren(live);
    return true;
  }

  private runs({ rows }: ViewData): readonly Run[] {
    const { lines, items, path } = this.parts;
    const runs: ({ live: PageLine[] } | { items: HTMLElement[] })[] = [];
    const seen = new Set<string>();
    for (const [at, item] of items.entries()) {
      const line = lines[at] ?? '';
      const { found } = rows.ofPage(line, path) ?? {};
      const last = runs[runs.length - 1];
      const key = found === undefined ? '' : `${found.is} ${found.row.id}`;
      // Two lines of one row would be one place for two.
      if (found === undefined || found.is === 'statement' || seen.has(key)) {
        if (last !== undefined && 'items' in last) last.items.push(item);
        else runs.push({ items: [item] });
        continue;
      }
      seen.add(key);
      const shown: PageLine = { is: found.is, id: found.row.id, text: line };
      if (last !== undefined && 'live' in last) last.live.push(shown);
      else runs.push({ live: [shown] });
    }
    return runs;
  }
}
