/** Whether a text carries a tag by which a line says something of itself. */
import type { NoteTag } from './note-tags';

/**
 * Whether the text carries `#tag` itself (not `#tags`, not `#tag/sub`). Letter case does not count; `tag` begins with
 * one of a to z.
 */
export function hasTag(text: string, tag: NoteTag): boolean {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    // Most `#` are other tags: the first letter tells.
    if ((text.charCodeAt(at + 1) | 32) !== tag.charCodeAt(0)) continue;
    const end = at + 1 + tag.length;
    if (
      text.slice(at + 1, end).toLowerCase() === tag &&
      (at === 0 || BEFORE_TAG.test(text.charAt(at - 1))) &&
      !IN_TAG.test(text.charAt(end))
    )
      return true;
  }
  return false;
}

const BEFORE_TAG = /[\s([>]/;
const IN_TAG = /[\p{L}\p{N}_/-]/u;
