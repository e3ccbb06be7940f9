/** Open questions: which lines ask one, and whether it is answered. */
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { plainText } from '../text/plain-text';
import { statusOf } from '../task/status';
import type { TaskRules } from '../task/tasks-settings';
import { parseTask } from '../task/parse';
import type { Task } from '../task/task';
import {
  answerOf,
  asks,
  cleanText,
  isPlaceholder,
  isTemplateLine,
  struckQuestion,
  struckText,
  takeField,
} from './line-text';
import { namesInText, namesOfOwner } from './names';
import type { Item, Question } from './note';
import { momentIn } from './moments';
import type { NoteRules } from './note-rules';
import { foldWord } from './word-list';
import type { Words } from './word-lists';
import { hasTag } from './has-tag';

interface Asked {
  /** The question's own line after its marker and checkbox, repaired. */
  readonly words: string;
  /** Its checkbox's character, or null. */
  readonly status: string | null;
  /** First lines of its children, and its continuation lines. */
  readonly below: readonly string[];
  readonly meetingDate: CalendarDate | null;
}

/**
 * The question that a line asks, with its answer:
 *
 *     - [x] Who signs? ✅ 2025-10-30          checked
 *     - ~~Who signs?~~                        struck through
 *     - ~~Who signs?~~ Dana                   struck through, with the answer after
 *     - Who signs? [answered:: 2025-10-30]    a field, with the day or with the answer
 *     - Who signs?
 *       - A: Dana                             a child; also `Answer:`, `→`
 */
export function questionOf(
  base: Item,
  { words, status, below, meetingDate }: Asked,
  { tasks: rules, answerWords, words: lists }: Pick<NoteRules, 'tasks' | 'answerWords' | 'words'>,
): Question {
  const saidAnswer = (text: string | null): string | null => answerIn(text, lists);
  const filled = <F extends { readonly value: string }>(field: F | null): F | null =>
    saidAnswer(field?.value ?? null) === null ? null : field;
  const dated = filled(takeField(words, ['answered']));
  const said = takeField(dated?.rest ?? words, ['answer']);
  const clean = cleanText(said?.rest ?? dated?.rest ?? words);
  const followed = struckQuestion(clean);
  const plain = followed?.question ?? clean;
  const struck = followed?.question ?? struckText(plain);
  // Read as a task, so that signifiers and an owner do not count as words of the question.
  const task = parseTask(
    `- [ ] ${struck ?? plain}`,
    rules.globalFilter === '' ? rules : { ...rules, globalFilter: '' },
    { lenient: true, bothForms: true },
  );
  const text = task === null ? plain : cleanText(task.text);
  const struckBefore = struck === null ? struckText(text) : null;

  // `~~Who signs?~~ ✅ 2025-10-30` says when, and not what.
  const behind = followed?.answer.replace(TICKED, '').replace(TAG, '').trim() ?? '';
  let answer = saidAnswer(said?.value ?? (behind === '' ? null : behind));
  if (dated !== null && !startsWithDate(dated.value) && dated.value !== '') answer ??= dated.value;
  for (const line of below) {
    // That it was answered may be told; a private line's words may not.
    const shown = (words: string | null): string | null => (words !== null && hasTag(line, 'private') ? '' : words);
    answer ??= shown(saidAnswer(answerOf(cleanText(line), answerWords)));
    const field = filled(takeField(line, ['answered', 'answer']));
    if (field !== null && answer === null) answer = startsWithDate(field.value) ? '' : shown(field.value);
  }
  const checked = status !== null && isClosed(status, rules);
  const answered = checked || struck !== null || struckBefore !== null || dated !== null || answer !== null;
  const on =
    dateOf(dated?.value) ??
    dateOf(below.map((line) => takeField(line, ['answered'])?.value).find((value) => value !== undefined)) ??
    task?.done ??
    dateOf(dayTicked(followed?.answer ?? '')) ??
    null;
  return {
    line: base.line,
    source: base.source,
    heading: base.heading,
    section: base.section,
    meeting: base.meeting,
    private: base.private,
    text: struckBefore ?? text,
    names: namesOf(text, task, base.line),
    answered,
    answer: answer === '' ? null : answer,
    answeredOn: answered ? (on ?? meetingDate) : null,
    pinned: hasTag(words, 'pin'),
  };
}

/** When a line was done, in either form of a task: `✅ 2025-10-30`, `[completion:: 2025-10-30]`. */
const TICKED =
  /(?:✅|✓|✔|☑|❌)\uFE0F?(?: ?(\d{4}-\d{2}-\d{2}))?|[[(](?:completion|cancelled)::\s*(\d{4}-\d{2}-\d{2})?[^\])]{0,40}[\])]/iu;
const TAG = /(?:^|\s)#[^\s#]+/gu;

function dayTicked(text: string): string | undefined {
  const [, behindSign, inField] = TICKED.exec(text) ?? [];
  return behindSign ?? inField;
}

/** What is no answer: nothing, `TBD`, `?`, `still open`, what a template left, a done date alone. */
function answerIn(answer: string | null, { 'no-answers': none }: Words): string | null {
  if (answer === null) return null;
  const words = dayTicked(answer) === undefined ? answer : answer.replace(TICKED, '').trim();
  return isPlaceholder(words) ||
    isTemplateLine(words) ||
    !/[\p{L}\p{N}👍👎✓✔✅❌]/u.test(words) ||
    none.has(foldWord(plainText(words)).replace(/[.!…\s]+$/u, ''))
    ? null
    : answer;
}

function namesOf(text: string, task: Task | null, line: number): Item['names'] {
  const names = namesInText(text, line);
  return task === null || task.owners.length === 0
    ? names
    : [...names, ...task.owners.flatMap((owner) => namesOfOwner(owner, line))];
}

function startsWithDate(value: string): boolean {
  return isCalendarDate(value.replace(/^\[\[/, '').slice(0, 10));
}

function dateOf(value: string | undefined): CalendarDate | null {
  return value === undefined ? null : (momentIn(value)?.date ?? null);
}

/** Done or cancelled, by the vault's statuses; `X` always is. */
export function isClosed(status: string, { statuses }: TaskRules): boolean {
  if (status === 'x' || status === 'X') return true;
  const { type } = statusOf(status, statuses);
  return type === 'DONE' || type === 'CANCELLED';
}

/** Whether `[?]` marks a question: unless the vault's Tasks settings call it something else. */
export function marksQuestion(status: string, { statuses }: TaskRules): boolean {
  if (status !== '?') return false;
  const named = statuses.find(({ symbol }) => symbol === '?');
  return named === undefined || /question/i.test(named.name);
}

/** A `[?]` line with an owner or a date is a proposed task. */
export function hasOwnerOrDate(task: Task): boolean {
  return (
    task.owners.length > 0 ||
    [task.due, task.scheduled, task.start, task.created, task.done, task.cancelled].some((date) => date !== null)
  );
}

/** Lines looked at for an answer. */
export const MOST_BELOW = 50;

/**
 * The questions of a paragraph: each line that asks, with the lines up to the next below it; lines of which only the
 * last asks are one.
 *
 *     Who signs,        Who signs?
 *     and when?         A: Dana
 */
export function askingLines<L extends { readonly words: string }>(
  lines: readonly L[],
): { readonly line: L; readonly below: readonly string[] }[] {
  const clean = lines.map((line) => ({ ...line, words: line.words.replace(/^\[.\] +/u, '') }));
  const at: number[] = [];
  for (const [index, { words }] of clean.entries())
    if (asks(struckText(cleanText(words)) ?? cleanText(words))) at.push(index);
  const [first] = clean;
  if (first !== undefined && at.length === 1 && at[0] === clean.length - 1) {
    return [{ line: { ...first, words: clean.map(({ words }) => words).join(' ') }, below: [] }];
  }
  return at.flatMap((start, order) => {
    const line = clean[start];
    return line === undefined
      ? []
      : [
          {
            line,
            below: clean
              .slice(start + 1, Math.min(at[order + 1] ?? clean.length, start + 1 + MOST_BELOW))
              .map(({ words }) => words),
          },
        ];
  });
}
