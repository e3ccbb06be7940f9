/** What tools take, and what it means in the vault: names, days, rows, notes. */
import type { Entity } from '../entity/entity';
import type { AskedVault } from '../host/load-vault';
import type { OwnerFilter } from '../page/queue-listing';
import type { CalendarDate } from '../text/calendar-date';
import { readDateWords } from '../text/date-words';
import { isCalendarDate } from '../text/calendar-date';
import type { AnyRow } from '../vault-index/rows';
import { entityNamed, ownerNamed, UnknownName } from '../words/english-names';
import { type Field, optional, text, whole, withDefault, yesOrNo } from './input';
import type { RowKind } from './quote';
import { asSentences, ToolError } from './tool-error';

/** Rows of an answer where nothing else is asked for, and at most. */
const FEW = 10;
const MOST = 50;

export const PAGING = {
  from: withDefault(
    whole({ least: 0, most: 1_000_000, about: 'Where to begin: 0, or the "next" of the answer before.' }),
    0,
  ),
  limit: withDefault(whole({ least: 1, most: MOST, about: `Rows to give, at most ${MOST}.` }), FEW),
};

/** A name, a path, or other words that are looked up. */
export const nameField = (about: string): Field<string> => text({ most: 200, about });
export const rowId = text({ most: 40, about: 'The "id" of a row in an earlier answer.' });
export const about = optional(nameField('Only rows about this person, project or account.'));
export const older = withDefault(yesOrNo('Also rows that are old, lapsed or settled.'), false);

export function entityOf(given: string, vault: AskedVault): Entity {
  return named(() => entityNamed(given, vault, 'ask queue with owner "me"'));
}

export function ownerOf(given: string, vault: AskedVault): OwnerFilter {
  return named(() => ownerNamed(given, vault));
}

function named<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof UnknownName)) throw error;
    throw new ToolError('unknown-name', asSentences(error.message));
  }
}

/** A day as YYYY-MM-DD or in words: `fri`, `next week`. */
export function dayOf(given: string, today: CalendarDate): CalendarDate {
  const date = isCalendarDate(given) ? given : (readDateWords(given, today)?.date ?? null);
  if (date === null)
    throw new ToolError('wrong-arguments', `"${given}" is not a day. Give one such as 2025-11-07, fri or "next week".`);
  return date;
}

/** What is private is an agent's business only where it is mine to do. */
export function isShown(row: AnyRow): boolean {
  return !row.private || ('mine' in row && row.mine);
}

const LISTS = {
  tasks: 'task',
  questions: 'question',
  decisions: 'decision',
  facts: 'fact',
  risks: 'risk',
  raises: 'raise',
} as const satisfies Partial<Record<keyof AskedVault['index'], RowKind>>;

export interface KindRow {
  readonly kind: RowKind;
  readonly row: AnyRow;
}

/** Every row that may be shown. */
export function* rowsOf({ index }: AskedVault): Generator<KindRow> {
  for (const [list, kind] of Object.entries(LISTS) as [keyof typeof LISTS, RowKind][])
    for (const row of index[list]) if (isShown(row)) yield { kind, row };
}

/** Throws a ToolError where no row of that kind has the id. */
export function rowNamed<K extends 'tasks' | 'questions'>(
  id: string,
  { index }: AskedVault,
  list: K,
): AskedVault['index'][K][number] {
  const row = (index[list] as readonly AskedVault['index'][K][number][]).find((one) => one.id === id && isShown(one));
  if (row === undefined)
    throw new ToolError(
      'no-such-row',
      `No ${LISTS[list]} has the id "${id}" now. Ask ${list === 'tasks' ? 'queue' : 'questions'} or search again, and take the id from there.`,
    );
  return row;
}

export const KINDS = Object.values(LISTS);
