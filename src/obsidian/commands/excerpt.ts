/** A piece of a line with what is around it, for reading: whole words, without the mark of the list. */

/** Letters shown on either side. */
const AROUND = 40;
const LIST_MARK = /^\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?/u;

/** `from` and `to` are offsets in `text`, in one line. What was left out is an ellipsis. */
export function excerpt(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly before: string; readonly after: string } {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  const before = text.slice(start, from).replace(LIST_MARK, '');
  const after = text.slice(to, end < 0 ? text.length : end).trimEnd();
  return {
    before: before.length <= AROUND ? before : `…${before.slice(-AROUND).replace(/^\S*/u, '')}`,
    after: after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/\S*$/u, '')}…`,
  };
}
