/**
 * Where lines that a person typed into the managed block go: right below it, under a label, from where nothing moves
 * them again. The label is a list item, so that a nested line that was kept stays a list and does not turn into code.
 *
 *     <!-- throughline:end 9c02e1aa -->
 *
 *     - **Kept from the page**
 *     	- asked again on Tuesday
 */
import { lineStarts, lineEnd } from '../text/lines';

const LABEL = '- **Kept from the page**';

/**
 * The page's two halves, the first ending in the end marker, with `lines` between them, each once. Under a label that
 * is there already they come first; what is there word for word is not added again.
 */
export function keepBelow(before: string, after: string, lines: readonly string[], ending: string): string {
  if (lines.length === 0) return before + after;
  const label = findLabel(after);
  const rest = label === null ? '' : after.slice(label.to);
  const added = distinct(lines, rest, ending);
  if (added.length === 0) return before + after;
  const [first = ''] = added;
  const kept = added.join(ending);
  // `rest` starts with the label's line end, or is empty.
  if (label !== null)
    return (
      before + after.slice(0, label.to) + separator(LABEL, first, ending) + kept + gapBefore(rest, added, ending) + rest
    );
  return `${before}${ending}${ending}${LABEL}${separator(LABEL, first, ending)}${kept}${gapBefore(after, null, ending)}${after}`;
}

/** What is after the block where a merge put in both devices' labels: one label, and below it no item twice. */
export function joinLabels(after: string): string {
  const label = findLabel(after);
  if (label === null || after.indexOf(LABEL, label.to) < 0) return after;
  const starts = lineStarts(after);
  let result = after.slice(0, label.to);
  let at = label.to;
  let again = false;
  const seen = new Set<string>();
  for (let line = 1; line <= starts.length; line++) {
    const from = starts[line - 1] ?? 0;
    if (from <= label.from) continue;
    const to = lineEnd(after, starts, line);
    const text = after.slice(from, to);
    if (text.trim() !== '' && !isListed(text) && !/^[ \t]/.test(text)) break;
    const next = starts[line] ?? after.length;
    // A label that a person wrote below ours has other items below it.
    // A label with no item below it is a person's own.
    const below = after.slice(next, lineEnd(after, starts, line + 1));
    const isLabel = text === LABEL && isListed(below) && seen.has(below);
    again ||= isLabel;
    // Nested lines stay with what they are under: only an item without any is known to be the same.
    const nested = /^[ \t]/.test(after.slice(next, next + 1));
    if (isLabel || (again && isListed(text) && !nested && seen.has(text))) {
      result += after.slice(at, from);
      at = next;
    } else {
      result += after.slice(at, to);
      at = to;
      seen.add(text);
    }
  }
  return again ? result + after.slice(at) : after;
}

/** The lines without those that are in `rest` already, each item, paragraph or fence as a whole, and each once. */
function distinct(lines: readonly string[], rest: string, ending: string): string[] {
  const seen = new Set<string>();
  const there = new Set(rest.split(/\r\n|\r|\n/));
  return passages(lines)
    .filter((passage) => {
      const text = passage.join(ending).trimEnd();
      const isNew =
        !seen.has(text) &&
        !there.has(text) &&
        !(passage.length > 1 && there.has(passage[0] ?? '') && holdsLines(rest, text));
      seen.add(text);
      return isNew;
    })
    .flat();
}

/** Lines that belong together: a list item with what is nested in it, a paragraph or table, a fence. */
function passages(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let fence: string | null = null;
  let apart = true;
  for (const line of lines) {
    const last = found[found.length - 1];
    const startsOne = fence === null && line.trim() !== '' && !/^[ \t]/.test(line) && (apart || isListed(line));
    if (last === undefined || startsOne) found.push([line]);
    else last.push(line);
    apart = line.trim() === '';
    const mark = /^\s*(`{3}|~{3})/.exec(line)?.[1] ?? null;
    if (mark !== null) fence = fence === null ? mark : fence === mark ? null : fence;
  }
  return found;
}

/** Whether the label is after the block right away. */
export function hasLabel(after: string): boolean {
  return findLabel(after) !== null;
}

/** What is after the block without the label, when it is there right away. */
export function takeLabel(after: string): string {
  const label = findLabel(after);
  if (label === null) return after;
  return (
    after.slice(0, label.from) +
    after
      .slice(label.to)
      .replace(/^(?:\r\n|\n|\r)/, '')
      .replace(/^(?:\r\n|\n|\r)/, '')
  );
}

/** The label's line, when only blank lines are above it. */
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
