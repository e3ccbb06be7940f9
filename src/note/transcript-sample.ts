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
  const words: number[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    words.push(hashOf(word.toLowerCase()));
    if (words.length === MOST_WORDS) break;
  }
  if (words.length < FEWEST_WORDS) return NONE;
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) {
    let run = 0;
    for (let word = at; word < at + RUN; word++) run = Math.imul(run ^ (words[word] ?? 0), 0x85ebca6b) ^ (run >>> 13);
    runs.add(run >>> 0);
  }
  return [...runs]
    .sort((a, b) => a - b)
    .slice(0, SAMPLE)
    .map((run) => run.toString(36));
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
