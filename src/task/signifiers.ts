/**
 * The one table of what Tasks writes after a task's description: a row per field, for the emoji form and for the
 * Dataview form. Reading, writing and the documentation go by it. Its order is the order in which one pass of Tasks'
 * reading tries the fields at the end of the line (TASKS-FORMAT 4).
 *
 *     - [ ] Send minutes ⏫ 📅 2025-03-14              - [ ] Send minutes [priority:: high] [due:: 2025-03-14]
 *                        ^ a row's symbol                                 ^ the same row's key
 */
import type { DateField, Priority } from './task';
import { keysOf } from '../text/keys-of';

export type TaskField = 'priority' | DateField | 'recurrence' | 'onCompletion' | 'id' | 'dependsOn';

/** Tasks' two ways of writing a field; each ignores the other. */
export type TaskFormat = 'tasks' | 'dataview';

/** What a field's value may be: nothing next to the symbol, a day, a rule, a word, an id, a list of ids. */
export type ValueShape = 'level' | 'date' | 'rule' | 'word' | 'id' | 'ids';

interface Signifier {
  readonly field: TaskField;
  /**
   * The first is the one that is written; U+FE0F may follow each. Empty for the priority, whose symbols are its levels.
   */
  readonly symbols: readonly string[];
  /** The Dataview key, case-sensitive. */
  readonly key: string;
  readonly value: ValueShape;
  /** What it means, for people. */
  readonly meaning: string;
}

export const SIGNIFIERS: readonly Signifier[] = [
  { field: 'priority', symbols: [], key: 'priority', value: 'level', meaning: 'priority' },
  { field: 'done', symbols: ['✅'], key: 'completion', value: 'date', meaning: 'the day it was done' },
  { field: 'cancelled', symbols: ['❌'], key: 'cancelled', value: 'date', meaning: 'the day it was cancelled' },
  { field: 'due', symbols: ['📅', '📆', '🗓'], key: 'due', value: 'date', meaning: 'the day it is due' },
  { field: 'scheduled', symbols: ['⏳', '⌛'], key: 'scheduled', value: 'date', meaning: 'the day it is planned for' },
  { field: 'start', symbols: ['🛫'], key: 'start', value: 'date', meaning: 'the day it can start' },
  { field: 'created', symbols: ['➕'], key: 'created', value: 'date', meaning: 'the day it was written' },
  { field: 'recurrence', symbols: ['🔁'], key: 'repeat', value: 'rule', meaning: 'how it recurs' },
  {
    field: 'onCompletion',
    symbols: ['🏁'],
    key: 'onCompletion',
    value: 'word',
    meaning: 'what becomes of the line when it is done',
  },
  { field: 'id', symbols: ['🆔'], key: 'id', value: 'id', meaning: 'its id' },
  { field: 'dependsOn', symbols: ['⛔'], key: 'dependsOn', value: 'ids', meaning: 'the ids of the tasks it waits for' },
];

/** A trailing tag is tried between these two rows. */
export const ROWS_BEFORE_TAG = SIGNIFIERS.findIndex((row) => row.field === 'id');

export const PRIORITY_SYMBOLS: Readonly<Record<Exclude<Priority, 'none'>, string>> = {
  highest: '🔺',
  high: '⏫',
  medium: '🔼',
  low: '🔽',
  lowest: '⏬',
};

/** What a symbol says: its row, and the level when it is a priority. */
interface SymbolMeaning {
  readonly row: number;
  readonly level: Exclude<Priority, 'none'> | null;
}

const LEVELS = keysOf(PRIORITY_SYMBOLS);

/** By the symbol's one code point. */
export const BY_CODE_POINT: ReadonlyMap<number, SymbolMeaning> = new Map([
  ...SIGNIFIERS.flatMap(({ symbols }, row) =>
    symbols.map((symbol): [number, SymbolMeaning] => [symbol.codePointAt(0) ?? 0, { row, level: null }]),
  ),
  ...LEVELS.map((level): [number, SymbolMeaning] => [PRIORITY_SYMBOLS[level].codePointAt(0) ?? 0, { row: 0, level }]),
]);

/** The row of a Dataview key, by the key. */
export const BY_KEY: ReadonlyMap<string, number> = new Map(SIGNIFIERS.map(({ key }, row) => [key, row]));

/** `value` as a priority level, or null. */
export function priorityLevel(value: string): Exclude<Priority, 'none'> | null {
  return LEVELS.find((level) => level === value) ?? null;
}

/** A field as it is written: `📅 2025-03-14`, `⏫`, `[due:: 2025-03-14]`. */
export function writeField(field: TaskField, value: string, format: TaskFormat): string {
  const row = SIGNIFIERS.find((one) => one.field === field);
  if (row === undefined) return '';
  if (format === 'dataview') return `[${row.key}:: ${value}]`;
  const level = priorityLevel(value);
  if (field === 'priority') return level === null ? '' : PRIORITY_SYMBOLS[level];
  return `${row.symbols[0] ?? ''} ${value}`;
}
