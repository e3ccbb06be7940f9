/** Work that takes long, one at a time: it shows how far it is, can be cancelled, and ends with the plugin. */
import { Notice } from 'obsidian';
import { ProgressNotice, showLines } from './notices';
import { inWords } from './roll-up-words';
import { words } from '../words/in-app';

/** Ends work between two files. */
export class Stopped extends Error {
  constructor() {
    super(words.progress.stopped);
  }
}

/** What the work under way shows and obeys. */
export interface Work {
  readonly signal: AbortSignal;
  /** How far it is; makes the notice when it is first called. Throws `Stopped` once the work was cancelled. */
  readonly show: (text: string, part?: number) => void;
  /** As `show`, a hundred times at most; to be given as `onProgress`. */
  readonly told: (text: (done: number, total: number) => string) => (done: number, total: number) => void;
  /** Takes the notice away, for a modal that asks. */
  readonly quiet: () => void;
  /** Says what came of it, in place of that notice; nothing any more where the plugin was unloaded meanwhile. */
  readonly say: (lines: readonly string[], options: { readonly stays: boolean }) => void;
}

export class LongWork {
  private underWay: AbortController | null = null;
  private ended = false;

  get isUnderWay(): boolean {
    return this.underWay !== null;
  }

  /**
   * Never rejects: what goes wrong is said in a notice, as `failed` and the reason. `cancelled` is said where the work
   * was stopped.
   */
  async run(
    what: { readonly failed: string; readonly cancelled: string },
    work: (work: Work) => Promise<void>,
  ): Promise<void> {
    if (this.underWay !== null) {
      new Notice(words.progress.underWay);
      return;
    }
    const stop = new AbortController();
    this.underWay = stop;
    let notice: ProgressNotice | null = null;
    const show = (text: string, part?: number): void => {
      if (stop.signal.aborted) throw new Stopped();
      notice ??= new ProgressNotice(text, () => stop.abort());
      notice.show(text, part);
    };
    const quiet = (): void => {
      notice?.hide();
      notice = null;
    };
    const told =
      (text: (done: number, total: number) => string) =>
      (done: number, total: number): void => {
        if (stop.signal.aborted) throw new Stopped();
        if (done % Math.ceil(total / 100) === 0 || done === total) show(text(done, total), done / total);
      };
    try {
      await work({
        signal: stop.signal,
        show,
        told,
        quiet,
        say: (lines, options) => {
          quiet();
          if (!this.ended) showLines(lines, options);
        },
      });
    } catch (error) {
      if (!(error instanceof Stopped) && !this.ended) showLines([`${what.failed}: ${inWords(error)}`], { stays: true });
      else if (error instanceof Stopped && !this.ended) new Notice(what.cancelled);
    } finally {
      quiet();
      this.underWay = null;
    }
  }

  /** For the plugin's end: stops before the next file and leaves nothing on the screen. */
  end(): void {
    this.ended = true;
    this.underWay?.abort();
  }
}
