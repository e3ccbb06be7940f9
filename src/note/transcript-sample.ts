/**
 * A sample of what was said, by which two transcripts of one recording know each other: of the five-word runs of a
 * transcript's first 400 words, the sixteen with the smallest hashes. The same runs are the smallest in each, wherever
 * they are. A transcript is most of a note: more of it is not read.
 */
import type { Block } from '../text/block';

export const SAMPLE = 16;
const MOST_WORDS = 400;
const FEWEST_WORDS = 200;
const RUN = 5;

/** `headings`: the words of those under which a transcript is. None of a transcript with fewer than 200 words. */
export function transcriptSample(
  text: string,
  blocks: readonly Block[],
  headings: ReadonlySet<string>,
): readonly string[] {
  for (const [at, { kind, from, to, textFrom, textTo }] of blocks.entries()) {
    const isOver = kind === 'heading' && headings.size > 0 && headings.has(text.slice(textFrom, textTo));
    if (kind !== 'transcript' && !isOver) continue;
    // Of what is under its heading nothing but marked parts is a block.
    const sample = isOver ? sampleOf(text.slice(to, blocks[at + 1]?.from)) : sampleOf(text.slice(from, to));
    if (sample.length > 0) return sample;
  }
  return NONE;
}

const NONE: readonly string[] = [];

function sampleOf(text: string): readonly string[] {
  const words = firstWords(text);
  if (words.length < FEWEST_WORDS) return NONE;
  const smallest: number[] = [];
  for (let at = 0; at + RUN <= words.length; at++) {
    let run = 0;
    for (let word = at; word < at + RUN; word++) run = Math.imul(run ^ (words[word] ?? 0), 0x85ebca6b) ^ (run >>> 13);
    keepSmallest(smallest, run >>> 0);
  }
  return smallest.map((run) => run.toString(36));
}

/** `smallest` is in order, each once. */
function keepSmallest(smallest: number[], run: number): void {
  if (smallest.length === SAMPLE && run >= (smallest[SAMPLE - 1] ?? 0)) return;
  let at = smallest.length;
  while (at > 0 && run < (smallest[at - 1] ?? 0)) at--;
  if (run === smallest[at - 1]) return;
  smallest.splice(at, 0, run);
  if (smallest.length > SAMPLE) smallest.pop();
}

/**
 * The hashes of the first words in lower case. Letter by letter as long as they are ASCII: most of a vault's text can
 * be transcripts.
 */
function firstWords(text: string): number[] {
  const words: number[] = [];
  let from = -1;
  let hash = EMPTY;
  for (let at = 0; at <= text.length && words.length < MOST_WORDS; at++) {
    const code = text.charCodeAt(at);
    const small = code | 0x20;
    if (small >= SMALL_A && small <= SMALL_Z) {
      if (from < 0) from = at;
      hash = Math.imul(hash ^ small, PRIME);
      continue;
    }
    if (code > ASCII) {
      WORD.lastIndex = from < 0 ? at : from;
      const [word] = WORD.exec(text) ?? [];
      if (word !== undefined) {
        words.push(hashOf(word.toLowerCase()));
        at = WORD.lastIndex - 1;
      }
    } else if (from >= 0) words.push(mixed(hash));
    from = -1;
    hash = EMPTY;
  }
  return words;
}

const WORD = /[\p{L}\p{M}]+/uy;
const SMALL_A = 97;
const SMALL_Z = 122;
const ASCII = 127;
const EMPTY = 0x811c9dc5;
const PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = EMPTY;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return mixed(hash);
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
