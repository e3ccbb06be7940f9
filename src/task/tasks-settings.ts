/** The vault's rules for tasks, as the Tasks plugin keeps them in its `data.json`. */
import { DEFAULT_STATUSES, type TaskStatus } from './status';
import type { TaskFormat } from './signifiers';
import type { StatusType } from './task';

export interface TaskRules {
  readonly format: TaskFormat;
  /** A line without this text is no task; empty for none. */
  readonly globalFilter: string;
  /** Whether the filter is to be hidden where tasks are shown; reading does not look at it. */
  readonly removeGlobalFilter: boolean;
  readonly statuses: readonly TaskStatus[];
  readonly setDoneDate: boolean;
  readonly setCancelledDate: boolean;
  readonly setCreatedDate: boolean;
  /** Whether a recurring task's next copy goes below the done one. */
  readonly recurrenceOnNextLine: boolean;
  /** Whether that copy loses its scheduled date (it keeps one that is its only date). */
  readonly removeScheduledDateOnRecurrence: boolean;
  /** `ignore` reads exactly what Tasks reads, on every line. */
  readonly owners: 'read' | 'ignore';
}

export const DEFAULT_TASK_RULES: TaskRules = {
  format: 'tasks',
  globalFilter: '',
  removeGlobalFilter: false,
  statuses: DEFAULT_STATUSES,
  setDoneDate: true,
  setCancelledDate: true,
  setCreatedDate: false,
  recurrenceOnNextLine: false,
  removeScheduledDateOnRecurrence: false,
  owners: 'read',
};

/** Reads Tasks' `data.json`, parsed. Whatever is missing or not of its type keeps Tasks' default; nothing throws. */
export function readTasksSettings(json: unknown): TaskRules {
  const settings = asRecord(json);
  const flag = (name: string, otherwise: boolean): boolean => {
    const value = settings[name];
    return typeof value === 'boolean' ? value : otherwise;
  };
  const standard = DEFAULT_TASK_RULES;
  return {
    format: settings['taskFormat'] === 'dataview' ? 'dataview' : 'tasks',
    globalFilter: typeof settings['globalFilter'] === 'string' ? settings['globalFilter'] : '',
    removeGlobalFilter: flag('removeGlobalFilter', standard.removeGlobalFilter),
    statuses: readStatuses(settings['statusSettings']),
    setDoneDate: flag('setDoneDate', standard.setDoneDate),
    setCancelledDate: flag('setCancelledDate', standard.setCancelledDate),
    setCreatedDate: flag('setCreatedDate', standard.setCreatedDate),
    recurrenceOnNextLine: flag('recurrenceOnNextLine', standard.recurrenceOnNextLine),
    removeScheduledDateOnRecurrence: flag('removeScheduledDateOnRecurrence', standard.removeScheduledDateOnRecurrence),
    owners: 'read',
  };
}

/**
 * Core statuses, then the custom ones; of two with one symbol the first counts. Settings without any keep the default
 * ones.
 */
function readStatuses(value: unknown): readonly TaskStatus[] {
  const settings = asRecord(value);
  const statuses: TaskStatus[] = [];
  let any = false;
  for (const list of [settings['coreStatuses'], settings['customStatuses']]) {
    if (!Array.isArray(list)) continue;
    any = true;
    for (const entry of list) {
      const status = readStatus(asRecord(entry));
      if (status !== null && !statuses.some((other) => other.symbol === status.symbol)) statuses.push(status);
    }
  }
  return any && statuses.length > 0 ? statuses : DEFAULT_STATUSES;
}

function readStatus(entry: Readonly<Record<string, unknown>>): TaskStatus | null {
  const symbol = entry['symbol'];
  if (typeof symbol !== 'string' || Array.from(symbol).length !== 1) return null;
  const next = entry['nextStatusSymbol'];
  const name = entry['name'];
  return {
    symbol,
    name: typeof name === 'string' ? name : '',
    next: typeof next === 'string' && Array.from(next).length === 1 ? next : 'x',
    type: readType(entry['type'], symbol),
  };
}

const TYPES: readonly StatusType[] = ['TODO', 'IN_PROGRESS', 'ON_HOLD', 'DONE', 'CANCELLED', 'NON_TASK'];

/** Statuses saved before Tasks had types get the one their symbol usually has. */
function readType(type: unknown, symbol: string): StatusType {
  const known = TYPES.find((one) => one === type);
  if (known !== undefined) return known;
  if (type !== undefined) return 'TODO';
  if (symbol === 'x' || symbol === 'X') return 'DONE';
  return DEFAULT_STATUSES.find((status) => status.symbol === symbol)?.type ?? 'TODO';
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
