/** How far long work is, on a terminal's error stream: one line that is written over, and gone at the end. */
import { grouped } from './report.mts';
import type { Output } from './shell.mts';

interface Progress {
  readonly onProgress?: (done: number, total: number) => void;
  /** Takes the line away. */
  end(): void;
}

/** Vaults smaller than this are done before a line could be read. */
const FEW = 500;

export function progressOn(err: Output): Progress {
  if (!err.terminal) return { end: () => undefined };
  let shown = -1;
  return {
    onProgress(done, total) {
      const percent = Math.floor((done / total) * 100);
      if (total < FEW || percent === shown) return;
      shown = percent;
      err.write(`\r\x1b[2KReading ${grouped(done)} of ${grouped(total)} files (${percent} %)`);
    },
    end() {
      if (shown >= 0) err.write('\r\x1b[2K');
      shown = -1;
    },
  };
}
