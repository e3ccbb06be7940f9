/**
 * An answer written where its question is: one line more below it, in the note's own style, no other byte changed.
 *
 *     - [?] Who signs for Acme?                    - [?] Who signs for Acme?
 *       - not Ann                          →         - not Ann
 *                                                    - Answer: Bo Kim, from January ([[2025-10-28 Acme]]) [answered:: 2025-10-28]
 *
 *     > Who signs for Acme?                →       > Who signs for Acme?
 *                                                  > Answer: Bo Kim, …
 *
 * What comes of it is read back: only that question is answered by it, and every other line is read as before.
 */
import type { Note, Question } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import { NoteText } from '../note/note-text';
import { readNote } from '../note/read-note';
import { sectionOf } from '../note/section-table';
import { scanBlocks } from '../text/blocks';
import type { Block } from '../text/block';
import { readFrontmatter } from '../text/frontmatter';
import { lineEnd, lineEnding, lineStarts } from '../text/lines';
import { findLine } from './find-line';
import { saidElsewhere } from './said-elsewhere';

interface GivenAnswer {
  readonly path: string;
  /** 1-based, in the text of then. */
  readonly line: number;
  /** What is there, without its line end. */
  readonly text: string;
  /** The note as it was read. */
  readonly then: string;
  /** After `Answer: `; one line. */
  readonly answer: string;
}

/**
 * The text with the answer; the text itself where the question has one by now; null where it is not surely that line,
 * or cannot take it.
 */
export function answerQuestion(
  now: string,
  { path, line, text: source, then, answer }: GivenAnswer,
  rules: NoteRules,
): string | null {
  const at = findLine(now, { line, text: then });
  if (typeof at !== 'number') return null;
  const before = readNote(path, now, rules);
  const question = before.questions.find((one) => one.line === at);
  if (question === undefined || question.source !== source) return null;
  if (question.answered) return now;
  const frontmatter = readFrontmatter(now);
  const note = new NoteText(now);
  const blocks = scanBlocks(now, frontmatter.bodyFrom, frontmatter.bodyLine, {
    skipUnder: (heading) => sectionOf(note.repair(heading), rules.sections) === 'transcript',
  });
  const starts = lineStarts(now);
  for (const { below, text } of linesFor({ text: now, starts, blocks, line: at })) {
    const after = withLine(now, starts, below, `${text}Answer: ${answer}`);
    if (isAnswered(before, readNote(path, after, rules), question)) return after;
  }
  return null;
}

interface Place {
  readonly text: string;
  readonly starts: readonly number[];
  readonly blocks: readonly Block[];
  readonly line: number;
}

interface NewLine {
  /** The line under which it goes, 1-based. */
  readonly below: number;
  /** What is before the answer. */
  readonly text: string;
}

/** Where the answer may go, in order. */
function* linesFor({ text, starts, blocks, line }: Place): Generator<NewLine> {
  const lineOf = (number: number): string => text.slice(starts[number - 1] ?? 0, lineEnd(text, starts, number));
  const own = lineOf(line);
  const item = blocks.findIndex((block) => block.kind === 'item' && block.line === line);
  const block = blocks[item];
  if (block !== undefined) {
    const marker = MARKER.exec(own)?.groups;
    if (marker === undefined) return;
    const { before = '', mark = '-', space = ' ' } = marker;
    const bullet = /^[-*+]$/.test(mark) ? mark : '-';
    const child = blocks.find(({ kind, parent }) => kind === 'item' && parent === item);
    const childBefore = child === undefined ? undefined : MARKER.exec(lineOf(child.line))?.groups?.['before'];
    const indent = usesTabs(text) || /\t/.test(before) ? '\t' : ' '.repeat(mark.length + Math.min(space.length, 1));
    let last = block.lastLine;
    while (last > line && /^[ \t>]*$/.test(lineOf(last))) last -= 1;
    yield { below: last, text: `${childBefore ?? before + indent}${bullet} ` };
    yield { below: last, text: `${before}${' '.repeat(mark.length + 1)}${bullet} ` };
    return;
  }
  const prefix = /^[ \t]*(?:>[ \t]?)*/.exec(own)?.[0] ?? '';
  yield { below: line, text: prefix };
  const paragraph = blocks.filter((one) => one.kind === 'paragraph' && one.line <= line && line <= one.lastLine).pop();
  if (paragraph !== undefined && paragraph.lastLine > line) yield { below: paragraph.lastLine, text: prefix };
}

const MARKER = /^(?<before>[ \t]*(?:>[ \t]*)*)(?<mark>[-*+]|\d{1,9}[.)])(?<space>[ \t]+)/;

/** Whether the note indents what is below a list item by tabs. */
function usesTabs(text: string): boolean {
  return /^\t+(?:[-*+]|\d{1,9}[.)])[ \t]/m.test(text);
}

function withLine(text: string, starts: readonly number[], below: number, line: string): string {
  const next = starts[below];
  if (next === undefined) return `${text}${lineEnding(text)}${line}`;
  return `${text.slice(0, next)}${line}${text.slice(lineEnd(text, starts, below), next)}${text.slice(next)}`;
}

/** Whether the one question is answered now, and all else says what it said. */
function isAnswered(before: Note, after: Note, question: Question): boolean {
  const now = after.questions.find(({ line }) => line === question.line);
  if (now?.answered !== true || now.answer === null || now.text !== question.text) return false;
  return saidElsewhere(before, (item) => item === question) === saidElsewhere(after, (item) => item === now);
}
