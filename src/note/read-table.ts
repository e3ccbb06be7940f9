/** A table's rows: tasks, decisions or questions, where its header says so. */
import { addTask } from './add-task';
import type { PassingLine } from './body-lines';
import type { BodyReading } from './body-reading';
import { cleanText, isPlaceholder, isTemplateLine, struckText } from './line-text';
import { addQuestion } from './read-question';
import type { Scope } from './scopes';
import { type Cell, cellsOf } from './table-rows';
import { tableColumns, type TableColumns } from './table-columns';
import { taskOfWords } from './task-words';
import { foldWord } from './word-list';
import type { Words } from './word-lists';

/** `header` and `rows` are lines of one table. */
export function readTable(reading: BodyReading, header: PassingLine, rows: readonly PassingLine[], scope: Scope): void {
  const { rules } = reading.input;
  const headers = cellsOf(header.words).map(({ text }) => text);
  const columns = tableColumns(headers, scope, rules.words);
  if (columns === null) return;
  for (const row of rows) if (!isTemplateLine(row.words)) readRow(reading, row, columns, scope);
}

function readRow(reading: BodyReading, row: PassingLine, columns: TableColumns, scope: Scope): void {
  const { rules } = reading.input;
  const cells = cellsOf(row.words);
  const cell = (at: number): Cell | undefined => (at < 0 ? undefined : cells[at]);
  const said = cell(columns.item)?.text ?? '';
  const text = cleanText(said);
  if (isPlaceholder(text)) return;
  const line = { ...reading.lines.kept(row.line, row.from, row.to), words: said };
  if (columns.is === 'decision') {
    reading.body.decisions.push(reading.itemOf(line, text, scope));
    return;
  }
  const status = statusOfCell(cell(columns.status)?.text ?? '', rules.words);
  if (columns.is === 'question') {
    addQuestion(reading, line, { status: status === 'x' || status === '-' ? status : null, below: [], scope });
    return;
  }
  const task = taskOfWords(text, rules, struckText(text) === null ? status : '-');
  if (task === null) return;
  const field = (at: number): string => {
    const words = cleanText(cell(at)?.text ?? '');
    return isPlaceholder(words) ? '' : words;
  };
  addTask(reading, line, task, {
    scope,
    form: 'row',
    block: null,
    index: -1,
    column: { owner: field(columns.owner), due: field(columns.due) },
  });
}

/** The checkbox that a Status cell stands for. */
export function statusOfCell(cell: string, words: Words): string {
  const text = foldWord(cell).replace(/^[^\p{L}✓✔✅☑\d]+(?=\p{L})|[.!]$/gu, '');
  if (text === '') return ' ';
  const begins = (list: ReadonlySet<string>): boolean =>
    list.has(text) || [...list].some((word) => text.startsWith(word) && !/^\p{L}/u.test(text.slice(word.length)));
  if (/^\[[xX]\]/.test(cell.trim()) || begins(words['done-words'])) return 'x';
  if (begins(words['cancelled-words'])) return '-';
  return begins(words['under-way-words']) ? '/' : ' ';
}
