/** Texts for the clipboard. */
import { Notice } from 'obsidian';
import { words } from '../words/in-app';

export interface Copied {
  readonly text: string;
  /** What to say once it is copied. */
  readonly done: string;
}

/**
 * Copies a text, or says the sentence that there is in its place. Phones allow it only within the tap itself: a text
 * that is there is written at once, and one that is still being made is promised to the clipboard at once.
 */
export async function copy(made: Copied | string | Promise<Copied | string>): Promise<void> {
  const isPromised = made instanceof Promise && typeof ClipboardItem !== 'undefined';
  const promised = isPromised ? writePromised(made) : null;
  // What fails here fails below as well, where it is said.
  promised?.catch(() => undefined);
  const copied = made instanceof Promise ? await made : made;
  if (typeof copied === 'string') {
    new Notice(copied);
    return;
  }
  try {
    await (promised ?? navigator.clipboard.writeText(copied.text));
    new Notice(copied.done);
  } catch {
    new Notice(words.meeting.noClipboard);
  }
}

function writePromised(made: Promise<Copied | string>): Promise<void> {
  const text = made.then((copied) => {
    if (typeof copied === 'string') throw new Error(copied);
    return new Blob([copied.text], { type: 'text/plain' });
  });
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}
