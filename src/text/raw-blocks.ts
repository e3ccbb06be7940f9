/**
 * Raw blocks: what runs to a line of its own kind of end, whatever its lines look like. Fences, HTML (comments among
 * it), and Obsidian's `%%` comments and `$$` math where a line begins with them and does not close them.
 *
 *     %% Ask Ann
 *     - [ ] no task
 *     %%
 */
import type { BlockKind } from './block';
import { closesFence, openingFence, skipSpaces } from './block-starts';
import { htmlEnds, htmlStart } from './html-blocks';

export interface RawStart {
  readonly kind: BlockKind;
  /** Where its text begins: the info string of a fence. */
  readonly textFrom: number;
  /** Kinds 1 to 7 are HTML's. */
  readonly end: number;
  readonly fence: number;
  readonly fenceLength: number;
}

/** HTML that ends before a blank line: the kinds 6 and 7. */
export const ANY_TAG = 7;
const BLOCK_TAG = 6;
const HTML_COMMENT = 2;
const BY_FENCE = 8;
const BY_PERCENT = 9;
const BY_DOLLAR = 10;

/**
 * The raw block that begins at `at`, where the line's text begins with `` ` ``, `~`, `<`, `%` or `$`; null for none.
 */
export function rawStart(text: string, at: number, end: number): RawStart | null {
  const first = text.charCodeAt(at);
  switch (first) {
    case LESS_THAN: {
      const kind = htmlStart(text, at, end);
      return kind === 0
        ? null
        : { kind: kind === HTML_COMMENT ? 'comment' : 'html', textFrom: at, end: kind, fence: 0, fenceLength: 0 };
    }
    case PERCENT:
      return opensAlone(text, at, end, '%%')
        ? { kind: 'comment', textFrom: at, end: BY_PERCENT, fence: 0, fenceLength: 0 }
        : null;
    case DOLLAR:
      return opensAlone(text, at, end, '$$')
        ? { kind: 'math', textFrom: at, end: BY_DOLLAR, fence: 0, fenceLength: 0 }
        : null;
    default: {
      const fenceLength = openingFence(text, at, end);
      if (fenceLength === 0) return null;
      return {
        kind: 'code',
        textFrom: skipSpaces(text, at + fenceLength, end),
        end: BY_FENCE,
        fence: first,
        fenceLength,
      };
    }
  }
}

/** Whether the line that a raw block begins with also ends it: only HTML's can. */
export function endsAtOnce(raw: RawStart, text: string, at: number, end: number): boolean {
  return raw.end < BLOCK_TAG && htmlEnds(raw.end, text, at, end);
}

/**
 * Whether a further line, its text from `at` to `end`, is the last of a raw block; `indent` counts its columns of white
 * space.
 */
export function endsRaw(raw: RawStart, text: string, at: number, end: number, indent: number): boolean {
  switch (raw.end) {
    case BY_FENCE:
      return indent < 4 && closesFence(text, at, end, raw.fence, raw.fenceLength);
    case BY_PERCENT:
      return text.slice(at, end).includes('%%');
    case BY_DOLLAR:
      return text.slice(at, end).includes('$$');
    default:
      return raw.end < BLOCK_TAG && htmlEnds(raw.end, text, at, end);
  }
}

/** Whether a blank line ends it, and is no part of it. */
export function endsBeforeBlank(raw: RawStart): boolean {
  return raw.end === BLOCK_TAG || raw.end === ANY_TAG;
}

function opensAlone(text: string, at: number, end: number, marker: string): boolean {
  return text.startsWith(marker, at) && at + 2 <= end && !text.slice(at + 2, end).includes(marker);
}

const DOLLAR = 36;
const PERCENT = 37;
const LESS_THAN = 60;
