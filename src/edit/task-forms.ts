/**
 * Actions on a task of any form: its line as the checkbox that the grammar edits, and the edited one in its form again.
 *
 *     checkbox   - [ ] Send it @Ann       →   - [x] Send it @Ann ✅ 2025-11-03
 *     bullet     - Ann to send it         →   - [x] Ann to send it ✅ 2025-11-03     a status makes it a checkbox,
 *                                         →   - Ann to send it 📅 2025-11-07         a field does not
 *     row        | Send it | Ann |      | →   | Send it | Ann | Done |               (`table-task`)
 *     line       Action: Ann to send it   →   Action: Ann to send it 📅 2025-11-07   it has no status
 */
import { cleanText, struckText } from '../note/line-text';
import { looseCheckbox } from '../note/loose-checkbox';
import { readTaskLine } from '../task/task-line';
import { type FormActed, type FormPlace, type FormRules, placeOf, withoutFilter } from './form-place';
import type { RowAction } from './row-action';
import { refused, type Refused } from './refusals';
import { actOnTableRow } from './table-task';
import { actOnTask } from './task-actions';

/** Null where the line cannot take the change, and nothing says why. */
export function actOnForm(at: FormPlace, action: RowAction, how: FormRules): FormActed | Refused | null {
  const { item, before } = at;
  if (item.form === 'checkbox') return acted(before, actOnTask(before, item.task, action, how));
  if (action.do === 'reopen' && struckText(cleanText(item.task.text)) === null && before.includes('~~'))
    return refused({ code: 'struck-through', ...placeOf(at) });
  if (item.form === 'row') return actOnTableRow(at, action, how);
  return item.form === 'bullet' ? actOnBullet(at, action, how) : actOnLine(at, action, how);
}

function acted(asTask: string, after: readonly string[] | null): FormActed | null {
  return after === null ? null : { outcome: 'done', after, asTask };
}

const STATUS_ACTIONS: ReadonlySet<RowAction['do']> = new Set<RowAction['do']>(['complete', 'reopen', 'dismiss']);

function actOnBullet(at: FormPlace, action: RowAction, how: FormRules): FormActed | Refused | null {
  const { before, item } = at;
  const head = BULLET.exec(before)?.[0];
  if (head === undefined) return null;
  const rest = before.slice(head.length);
  const loose = looseCheckbox(rest);
  const box = `${head}[${item.task.status}] `;
  const asTask = box + (loose === null ? rest : rest.slice(loose.from));
  const { globalFilter } = how.tasks;
  if (STATUS_ACTIONS.has(action.do) && !asTask.includes(globalFilter))
    return refused({ code: 'lacks-filter', ...placeOf(at), filter: globalFilter, isCheckbox: false });
  const after = actOnTask(asTask, item.task, action, withoutFilter(how));
  // Without a new status it stays a bullet.
  const inForm = (line: string): string => {
    if (line === asTask) return before;
    return loose === null && line.startsWith(box) && after?.length === 1 ? head + line.slice(box.length) : line;
  };
  return acted(asTask, after?.map(inForm) ?? null);
}

/** Quote marks, indentation, the marker. */
const BULLET = /^[ \t>\ufeff]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** A line of a paragraph. `[ ] Send` has a status in its brackets, any other has none. */
function actOnLine(at: FormPlace, action: RowAction, how: FormRules): FormActed | Refused | null {
  const { before, item } = at;
  const head = /^[ \t>\ufeff]*/.exec(before)?.[0] ?? '';
  const rest = before.slice(head.length);
  const loose = looseCheckbox(rest);
  if (loose === null && STATUS_ACTIONS.has(action.do)) return refused({ code: 'plain-text-task', ...placeOf(at) });
  const words = loose === null ? 0 : loose.from;
  const asTask = `- [${item.task.status}] ${rest.slice(words)}`;
  const after = actOnTask(asTask, item.task, action, withoutFilter(how));
  const inForm = (line: string): string => {
    const frame = readTaskLine(line, { lenient: true });
    if (frame === null || line === asTask) return before;
    const status = line.slice(frame.statusFrom, frame.statusTo);
    return head + rest.slice(0, words).replace(/\[.?\]/u, `[${status}]`) + line.slice(frame.statusTo + 2);
  };
  return acted(asTask, after?.map(inForm) ?? null);
}
