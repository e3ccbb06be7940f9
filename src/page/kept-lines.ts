/**
 * Where lines that a person typed into the managed block go: right below it, under a label, from where nothing moves them
 * again. The label is a list item, so that a nested line that was kept stays a list and does not turn into code.
 *
 *     <!-- throughline:end 9c02e1aa -->
 *
 *     - **Kept from the page**
 *     	- asked again on Tuesday
 */
import { lineStarts, lineEnd } from '../text/lines';

const LABEL = '- **Kept from the page**';

/**
 * The page's two halves, the first ending in the end marker, with `lines` between them. Under a label that is there already
 * they come first; what stands there word for word is not added again.
 */
export function keepBelow(before: string, after: string, lines: readonly string[], ending: string): string {
  if (lines.length === 0) return before + after;
  const label = findLabel(after);
  const kept = lines.join(ending);
  if (label !== null) {
    const rest = after.slice(label.to);
    if (holdsLines(rest, kept)) return before + after;
    // `rest` starts with the label's line end, or is empty.
    return before + after.slice(0, label.to) + separator(LABEL, lines[0] ?? '', ending) + kept + gapBefore(rest, lines, ending) + rest;
  }
  return `${before}${ending}${ending}${LABEL}${separator(LABEL, lines[0] ?? '', ending)}${kept}${gapBefore(after, null, ending)}${after}`;
}

/** Whether the label stands behind the block right away. */
export function hasLabel(after: string): boolean {
  return findLabel(after) !== null;
}

/** What stands behind the block without the label, when it stands there right away. */
export function takeLabel(after: string): string {
  const label = findLabel(after);
  if (label === null) return after;
  return after.slice(0, label.from) + after.slice(label.to).replace(/^(?:\r\n|\n|\r)/, '').replace(/^(?:\r\n|\n|\r)/, '');
}

/** The label's line, when only blank lines stand above it. */
function findLabel(after: string): { from: number; to: number } | null {
  const starts = lineStarts(after);
  for (let line = 1; line <= starts.length; line++) {
    const from = starts[line - 1] ?? 0;
    const to = lineEnd(after, starts, line);
    const content = after.slice(from, to).trim();
    if (content === LABEL) return { from, to };
    if (content !== '') return null;
  }
  return null;
}

/** One line end within a list, else a blank line. */
function separator(above: string, below: string, ending: string): string {
  return isListed(above) && isListed(below) ? ending : ending + ending;
}

/** What parts kept lines from what follows: that starts with a line end, is empty, or has a blank line of its own. */
function gapBefore(rest: string, listed: readonly string[] | null, ending: string): string {
  const starts = lineStarts(rest);
  const next = rest.slice(starts[1] ?? rest.length, lineEnd(rest, starts, 2));
  if (next.trim() === '') return '';
  return listed !== null && isListed(listed[listed.length - 1] ?? '') && isListed(next) ? '' : ending;
}

function isListed(line: string): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(line);
}

/** Whether `text` holds `lines` as whole lines. */
function holdsLines(text: string, lines: string): boolean {
  for (let at = text.indexOf(lines); at >= 0; at = text.indexOf(lines, at + 1)) {
    const startsLine = at === 0 || /[\r\n]/.test(text.charAt(at - 1));
    const endsLine = at + lines.length === text.length || /[\r\n]/.test(text.charAt(at + lines.length));
    if (startsLine && endsLine) return true;
  }
  return false;
}
