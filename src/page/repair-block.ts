/**
 * Broken markers made whole: what a merge doubled becomes one block again, what lost its partner goes.
 *
 *     <!-- throughline:begin person -->
 *     - a
 *     <!-- throughline:end 01ab… -->           the two blocks of two devices
 *     <!-- throughline:begin person -->
 *     - b
 *     <!-- throughline:end 9c02… -->
 *
 * becomes one block that holds both rows and both hashes; computing it again drops what is stale and keeps a person's
 * lines.
 */
import { lineEnd } from '../text/lines';
import { readBlock } from './managed-block';
import { CONFLICT, conflictLines, hasRowForm } from './user-lines';
import { type Marker, readOutline } from './page-outline';
import { rowHash } from './row-hash';

/**
 * The page with one block where its markers are broken, null where they are not. Lines between the markers of a pair
 * move into the one block, and so do rows below a begin marker whose end is gone; all others stay where they are, but
 * for rows of ours left next to a marker that lost its partner. Null too where a fence swallowed the block: closing it
 * is all there is to do.
 */
export function repairBlock(pageText: string): string | null {
  if (!('problem' in readBlock(pageText))) return null;
  const { markers, starts } = readOutline(pageText);
  if (markers.length === 0) return null;
  const lines = starts.map((from, index) => ({
    from,
    to: lineEnd(pageText, starts, index + 1),
    next: starts[index + 1] ?? pageText.length,
  }));
  const textOf = (line: number): string => pageText.slice(lines[line - 1]?.from ?? 0, lines[line - 1]?.to ?? 0);
  const begins = markers.filter(({ type }) => type === 'begin');
  const hashes = new Set(markers.filter(({ type }) => type === 'end').flatMap(({ words }) => words));
  const markerLines = new Set(markers.map(({ line }) => line));
  const isOurs = (line: number): boolean =>
    textOf(line).trim() === '' || hashes.has(rowHash(textOf(line))) || isConflict(textOf(line));

  const pairs = pairsOf(markers);
  const paired = new Set(pairs.flat());
  const gone = new Set(markerLines);
  for (const marker of markers) {
    if (paired.has(marker)) continue;
    // Crossed markers have the rows on the other side.
    for (const step of [1, -1]) {
      for (
        let line = marker.line + step;
        line >= 1 && line <= lines.length && !gone.has(line) && isOurs(line) && textOf(line).trim() !== '';
        line += step
      )
        gone.add(line);
    }
  }
  // Between two of a kind was the inside of a block: its rows go from between a person's lines as well.
  for (const [index, { type, line: from }] of markers.entries()) {
    const next = markers[index + 1];
    for (let line = from + 1; next?.type === type && line < next.line; line++)
      if (isOurs(line) && textOf(line).trim() !== '') gone.add(line);
  }
  // A conflict of git that was about the block: from the line above the first marker to the one below the last.
  const around: number[] = [];
  for (let line = (markers[0]?.line ?? 0) - 1; line <= (markers[markers.length - 1]?.line ?? 0) + 1; line++)
    if (isConflict(textOf(line))) around.push(line);
  if (around.some((line) => textOf(line).startsWith('<')) && around.some((line) => textOf(line).startsWith('>')))
    around.forEach((line) => gone.add(line));

  const inside: string[] = [];
  const conflict =
    around.length > 0 ? conflictLines(lines.map((_line, index) => textOf(index + 1))) : new Set<number>();
  for (const [begin, end] of pairs) {
    for (let line = begin.line + 1; line < end.line; line++) {
      if (!isConflict(textOf(line)) && !conflict.has(line - 1)) inside.push(textOf(line));
      gone.add(line);
    }
  }

  const first = begins[0];
  // A block whose end marker went still shows its rows: what has their form moves in, and what is no row of ours out
  // again.
  for (
    let line = (first?.line ?? lines.length) + 1;
    pairs.length === 0 && line <= lines.length && !markerLines.has(line);
    line++
  ) {
    if (gone.has(line)) continue;
    if (!hasRowForm(textOf(line)) && !(textOf(line).trim() === '' && hasRowForm(textOf(line + 1)))) break;
    inside.push(textOf(line));
    gone.add(line);
  }
  let text = '';
  for (const [index, { from, next, to }] of lines.entries()) {
    const line = index + 1;
    if (line === first?.line) {
      const ending = pageText.slice(to, next) === '' ? '\n' : pageText.slice(to, next);
      const words = [first.words[0] ?? '', ...new Set(begins.flatMap((begin) => begin.words.slice(1)))].join(' ');
      const end = ['<!-- throughline:end', ...hashes, '-->'].join(' ');
      text += [`<!-- throughline:begin ${words} -->`, ...inside, end].join(ending) + pageText.slice(to, next);
    } else if (!gone.has(line)) text += pageText.slice(from, next);
  }
  return text;
}

/** Each begin marker with the end marker right after it. */
function pairsOf(markers: readonly Marker[]): [Marker, Marker][] {
  const pairs: [Marker, Marker][] = [];
  for (const [index, begin] of markers.entries()) {
    const end = markers[index + 1];
    if (begin.type === 'begin' && end?.type === 'end') pairs.push([begin, end]);
  }
  return pairs;
}

function isConflict(line: string): boolean {
  return CONFLICT.test(line);
}
