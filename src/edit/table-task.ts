/**
 * Actions on a task that is a table's row. Its status goes into the Status column, a due date or an owner into theirs
 * where that has room; all else is a field after the task's words.
 *
 *     | Action  | Owner | Due | Status |
 *     | ------- | ----- | --- | ------ |
 *     | Send it | Ann   |     | Open   |     →     | Send it | Ann   |     | Done   |
 */
import { cleanText, isPlaceholder } from '../note/line-text';
import { statusOfCell } from '../note/read-table';
import { headerKey } from '../note/table-columns';
import { type TableRowAt, tableRowAt } from '../note/table-row-at';
import { foldWord, type Language } from '../note/word-list';
import { type WordListId, WORD_LISTS } from '../note/word-lists';
import { parseTask } from '../task/parse';
import { statusOf } from '../task/status';
import { readTaskLine } from '../task/task-line';
import { isCalendarDate } from '../text/calendar-date';
import { type FormActed, type FormPlace, type FormRules, placeOf, withoutFilter } from './form-place';
import { AS_IN_NOTES } from './replace-task';
import type { RowAction } from './row-action';
import { refused, type Refused } from './refusals';
import { actOnTask, snoozedDates } from './task-actions';

export function actOnTableRow(at: FormPlace, action: RowAction, how: FormRules): FormActed | Refused | null {
  const { text, line, before, item } = at;
  const row = tableRowAt(text, line, how.words);
  const cell = row?.cells[row.columns.item];
  if (row === null || cell === undefined) return null;
  const asTask = `- [${item.task.status}] ${before.slice(cell.from, cell.to)}`;
  const put = (cells: ReadonlyMap<number, string>): FormActed => ({
    outcome: 'done',
    after: [withCells(before, row, cells)],
    asTask,
  });
  const inColumn = ownColumn(row, asTask, item.task, action, how);
  if (inColumn !== null) return put(inColumn);
  // When it was done, and by which rule it comes again, a table does not say.
  const { tasks } = withoutFilter(how);
  const after = actOnTask(asTask, item.task, action, {
    ...how,
    tasks: { ...tasks, setDoneDate: false, setCancelledDate: false },
    toggleLine: undefined,
  });
  if (after === null) return null;
  const [edited] = after;
  if (edited === undefined || after.length > 1) return refused({ code: 'row-cannot-recur', ...placeOf(at) });
  const frame = readTaskLine(edited, { lenient: true });
  if (frame === null) return null;
  const cells = new Map<number, string>();
  const words = edited.slice(frame.statusTo + 2);
  if (words !== before.slice(cell.from, cell.to)) cells.set(row.columns.item, words);
  const status = edited.slice(frame.statusFrom, frame.statusTo);
  if (status !== item.task.status && action.do !== 'accept') {
    if (row.columns.status < 0) return refused({ code: 'no-status-column', ...placeOf(at) });
    cells.set(row.columns.status, statusWords(row, statusOf(status, tasks.statuses).type, how));
  }
  return put(cells);
}

/** A due date or owner that the table has a column for; null where it goes after the task's words. */
function ownColumn(
  { columns, cells }: TableRowAt,
  asTask: string,
  task: FormPlace['item']['task'],
  action: RowAction,
  { tasks }: FormRules,
): ReadonlyMap<number, string> | null {
  const inWords = parseTask(asTask, { ...tasks, globalFilter: '' }, AS_IN_NOTES);
  if (action.do === 'owner')
    return columns.owner < 0 || inWords === null || inWords.owners.length > 0
      ? null
      : new Map([[columns.owner, action.owners.join(', ')]]);
  const isDue =
    action.do === 'due' ||
    (action.do === 'snooze' && snoozedDates(task, action.until).every(({ field }) => field === 'due'));
  if (!isDue || columns.due < 0 || inWords === null || inWords.due !== null) return null;
  const day = action.do === 'due' ? action.date : action.until;
  const there = cells[columns.due]?.text ?? '';
  if (day !== null && !isCalendarDate(day)) return null;
  return isPlaceholder(cleanText(there)) || isCalendarDate(there) ? new Map([[columns.due, day ?? '']]) : null;
}

/** How this table says so: as another row of it does, else in the language of its headers. */
function statusWords(row: TableRowAt, type: string, { words }: FormRules): string {
  const own = row.cells[row.columns.status]?.text ?? '';
  const list = WORDS_OF[type];
  const box = /^\[.?\](.*)$/su.exec(own);
  if (box !== null) return `[${list?.status ?? ' '}]${box[1] ?? ''}`;
  if (list === undefined) return '';
  const others = row.others.map((cells) => cells[row.columns.status]?.text ?? '');
  const said = others.find((other) => other !== '' && other.length < 30 && statusOfCell(other, words) === list.status);
  if (said !== undefined) return said;
  const word = firstWord(list.words, languageOf(row.headers));
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const WORDS_OF: Readonly<Record<string, { readonly status: string; readonly words: WordListId } | undefined>> = {
  DONE: { status: 'x', words: 'done-words' },
  CANCELLED: { status: '-', words: 'cancelled-words' },
  IN_PROGRESS: { status: '/', words: 'under-way-words' },
};

function firstWord(list: WordListId, language: Language): string {
  const { words } = WORD_LISTS[list];
  return words[language]?.[0] ?? words.en?.[0] ?? '';
}

const HEADER_LISTS: readonly WordListId[] = [
  'action-columns',
  'what-columns',
  'owner-labels',
  'due-labels',
  'status-columns',
];
const LANGUAGES: readonly Language[] = ['en', 'de', 'fr', 'es', 'nl', 'it', 'pt', 'he', 'ar', 'zh', 'ja'];

/** The one that knows most of the headers. */
function languageOf(headers: readonly string[]): Language {
  const keys = headers.map(headerKey);
  const known = (language: Language): number =>
    keys.filter((key) =>
      HEADER_LISTS.some((list) => WORD_LISTS[list].words[language]?.some((word) => foldWord(word) === key) === true),
    ).length;
  return LANGUAGES.reduce((best, language) => (known(language) > known(best) ? language : best));
}

/** The row with other words in some cells; a cell stays as wide as it was where they fit. */
function withCells(line: string, { cells }: TableRowAt, wanted: ReadonlyMap<number, string>): string {
  let edited = line;
  for (const [at, words] of [...wanted].sort(([a], [b]) => b - a)) {
    const value = words.trim().replace(/\\?\|/g, '\\|');
    const cell = cells[at];
    edited = cell === undefined ? withMoreCells(edited, at - cells.length, value) : withCell(edited, cell, value);
  }
  return edited;
}

function withCell(line: string, { from, to }: { readonly from: number; readonly to: number }, value: string): string {
  let start = from;
  while (start > 0 && isBlank(line, start - 1)) start -= 1;
  let end = to;
  while (end < line.length && isBlank(line, end)) end += 1;
  const room = end - start;
  // Before the first pipe, and after the last, nothing is padded.
  const left =
    start === 0 ? '' : line.charAt(start) === ' ' && from > start && from < end ? line.slice(start, from) : ' ';
  const right = end === line.length ? '' : ' ';
  return line.slice(0, start) + (left + value).padEnd(room - right.length) + right + line.slice(end);
}

function isBlank(line: string, at: number): boolean {
  return line[at] === ' ' || line[at] === '\t';
}

/** A row with fewer cells than its table has columns. */
function withMoreCells(line: string, missing: number, value: string): string {
  const end = line.trimEnd();
  const isClosed = end.endsWith('|') && !end.endsWith('\\|');
  const cells = [...Array<string>(missing).fill(' '), ` ${value} `].join('|');
  return isClosed ? `${end}${cells}|` : `${end} |${cells.trimEnd()}`;
}
