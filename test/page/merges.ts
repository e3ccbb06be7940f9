/**
 * Two devices' versions of a text put together by a program, the ways that sync tools and git do it. `characters` and
 * `words` are what a patch of one version's changes, applied to the other, comes to: changes of one place stand side by
 * side.
 */
import { diffChars, diffLines, diffWordsWithSpace } from 'diff';

export type Grain = 'characters' | 'words' | 'lines';

interface Change {
  /** Offsets in the base. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function mergeThree(base: string, mine: string, theirs: string, grain: Grain): string {
  const gone = new Uint8Array(base.length);
  const added = new Map<number, string[]>();
  for (const { from, to, text } of [...changes(base, mine, grain), ...changes(base, theirs, grain)]) {
    gone.fill(1, from, to);
    const there = added.get(from) ?? [];
    // What both devices put in alike a good tool puts in once; others put it in twice (`doubling`).
    if (text !== '' && !there.includes(text)) added.set(from, [...there, text]);
  }
  let merged = '';
  for (let at = 0; at <= base.length; at++) {
    merged += (added.get(at) ?? []).join('');
    if (at < base.length && gone[at] === 0) merged += base[at];
  }
  return merged;
}

/** As git does it where both changed the same lines: everything, between its markers. */
export function mergeWithMarkers(
  base: string,
  mine: string,
  theirs: string,
  style: 'merge' | 'diff3' = 'merge',
): string {
  const own = changes(base, mine, 'lines');
  const other = changes(base, theirs, 'lines');
  let merged = '';
  let at = 0;
  const all = [...own, ...other].sort((a, b) => a.from - b.from || a.to - b.to);
  for (let index = 0; index < all.length;) {
    const first = all[index];
    if (first === undefined) break;
    let to = first.to;
    let next = index + 1;
    while (next < all.length && (all[next]?.from ?? Infinity) <= to) to = Math.max(to, all[next++]?.to ?? to);
    const range = { from: first.from, to };
    const [ours, others] = [side(base, own, range), side(base, other, range)];
    merged += base.slice(at, range.from);
    const original = base.slice(range.from, range.to);
    if (ours === others || others === original) merged += ours;
    else if (ours === original) merged += others;
    else
      merged += `<<<<<<< HEAD\n${line(ours)}${style === 'diff3' ? `||||||| 1a2b3c4\n${line(original)}` : ''}=======\n${line(others)}>>>>>>> other\n`;
    at = range.to;
    index = next;
  }
  return merged + base.slice(at);
}

function line(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function side(
  base: string,
  own: readonly Change[],
  { from, to }: { readonly from: number; readonly to: number },
): string {
  let text = '';
  let at = from;
  for (const change of own) {
    if (change.from < from || change.to > to) continue;
    text += base.slice(at, change.from) + change.text;
    at = change.to;
  }
  return text + base.slice(at, to);
}

function changes(base: string, version: string, grain: Grain): Change[] {
  const parts =
    grain === 'characters'
      ? diffChars(base, version)
      : grain === 'words'
        ? diffWordsWithSpace(base, version)
        : diffLines(base, version);
  const found: Change[] = [];
  let at = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part === undefined) break;
    if (!part.added && !part.removed) {
      at += part.value.length;
      continue;
    }
    let text = part.added ? part.value : '';
    let to = part.removed ? at + part.value.length : at;
    const next = parts[index + 1];
    if (next !== undefined && (next.added || next.removed) && next.added !== part.added) {
      if (next.added) text += next.value;
      else to += next.value.length;
      index += 1;
    }
    found.push({ from: at, to, text });
    at = to;
  }
  return found;
}
