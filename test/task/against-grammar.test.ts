/**
 * The grammar of TASKS-FORMAT once more, as its regular expressions state it: slow, and against which the scanner is
 * held on lines made of its own pieces.
 */
import fc from 'fast-check';
import { parseTask } from '../../src/task/parse';
import { readRecurrence } from '../../src/task/recurrence';
import { DEFAULT_TASK_RULES } from '../../src/task/tasks-settings';
import type { TaskFormat } from '../../src/task/signifiers';

const ID = '[a-zA-Z0-9-_]+';
const IDS = `${ID}(?: *, *${ID} *)*`;
const DATE = '\\d{4}-\\d{2}-\\d{2}';
const ROWS: [field: string, symbols: string, key: string, value: string][] = [
  ['priority', '', 'priority', '(highest|high|medium|low|lowest)'],
  ['done', '✅', 'completion', `(${DATE})`],
  ['cancelled', '❌', 'cancelled', `(${DATE})`],
  ['due', '(?:📅|📆|🗓)', 'due', `(${DATE})`],
  ['scheduled', '(?:⏳|⌛)', 'scheduled', `(${DATE})`],
  ['start', '🛫', 'start', `(${DATE})`],
  ['created', '➕', 'created', `(${DATE})`],
  ['recurrence', '🔁', 'repeat', '([a-zA-Z0-9, !]+)'],
  ['onCompletion', '🏁', 'onCompletion', '([a-zA-Z]+)'],
  ['tag', '', '', ''],
  ['id', '🆔', 'id', `(${ID})`],
  ['dependsOn', '⛔', 'dependsOn', `(${IDS})`],
];
const LEVELS: Record<string, string> = { '🔺': 'highest', '⏫': 'high', '🔼': 'medium', '🔽': 'low', '⏬': 'lowest' };
const TAG = /(^|\s)#[^ !@#$%^&*(),.?":{}|<>]+$/;

function patternOf([field, symbols, key, value]: (typeof ROWS)[number], format: TaskFormat): RegExp {
  if (field === 'tag') return TAG;
  if (format === 'dataview')
    return new RegExp(`(?:(?=[^\\]]+\\])\\[|(?=[^)]+\\))\\() *${key}:: *${value} *[)\\]](?: *,)?$`);
  return field === 'priority' ? /(🔺|⏫|🔼|🔽|⏬)️?$/u : new RegExp(`${symbols}️? *${value}$`, 'u');
}

function readByGrammar(line: string, format: TaskFormat): Record<string, string> | null {
  const frame = /^([\s\t>]*)([-*+]|[0-9]+[.)]) +\[(.)\] *(.*)/u.exec(line);
  if (frame === null) return null;
  let body = (frame[4] ?? '').trim();
  const link = / \^[a-zA-Z0-9-]+$/u.exec(body)?.[0] ?? '';
  if (link !== '') body = body.slice(0, -link.length).trim();
  const read: Record<string, string> = { status: frame[3] ?? '', link };
  const tags: string[] = [];
  for (let pass = 0, matched = true; matched && pass < 21; pass++) {
    matched = false;
    for (const row of ROWS) {
      const match = patternOf(row, format).exec(body);
      if (match === null) continue;
      matched = true;
      body = body.slice(0, match.index).trim();
      if (row[0] === 'tag') tags.unshift(match[0].trim());
      else read[row[0]] = row[0] === 'priority' ? (LEVELS[match[1] ?? ''] ?? match[1] ?? '') : (match[1] ?? '');
    }
  }
  read['text'] = [body, ...tags].join(' ');
  return read;
}

/** The scanner's reading in the same words. */
function readByScanner(line: string, format: TaskFormat): Record<string, string> | null {
  const task = parseTask(line, { ...DEFAULT_TASK_RULES, format, owners: 'ignore' });
  if (task === null) return null;
  return {
    status: task.status,
    text: task.text,
    link: task.blockLink ?? '',
    priority: task.priority,
    id: task.id ?? '',
    dependsOn: task.dependsOn.join(','),
    onCompletion: task.onCompletion ?? '',
    ...Object.fromEntries(
      DATES.map((field) => [field, task.invalidDates.includes(field) ? 'invalid' : (task[field] ?? '')]),
    ),
    recurs: task.recurrence === null ? '' : 'yes',
  };
}

const DATES = ['due', 'scheduled', 'start', 'created', 'done', 'cancelled'] as const;

function comparable(read: Record<string, string> | null): Record<string, string> | null {
  if (read === null) return null;
  const day = (value = ''): string => {
    if (value === '') return '';
    const date = new Date(`${value}T00:00:00Z`);
    return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value ? 'invalid' : value;
  };
  const dates = Object.fromEntries(DATES.map((field) => [field, day(read[field])]));
  const onCompletion = (read['onCompletion'] ?? '').toLowerCase();
  const rule = (read['recurrence'] ?? '').trim();
  const reference = dates['due'] || dates['scheduled'] || dates['start'];
  const recurrence = rule === '' ? null : readRecurrence(rule);
  return {
    status: read['status'] ?? '',
    text: read['text'] ?? '',
    link: read['link'] ?? '',
    priority: read['priority'] ?? 'none',
    id: read['id'] ?? '',
    dependsOn: (read['dependsOn'] ?? '')
      .replace(/ /g, '')
      .split(',')
      .filter((id) => id !== '')
      .join(','),
    onCompletion: onCompletion === 'keep' || onCompletion === 'delete' ? onCompletion : '',
    ...dates,
    recurs: recurrence !== null && (recurrence.whenDone || reference !== 'invalid') ? 'yes' : '',
  };
}

const gap = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t', '\u00a0', '\u3000', ',');
const date = fc.constantFrom(
  '2025-01-31',
  '2024-02-29',
  '2025-02-30',
  '0000-01-01',
  '2025-1-1',
  '20250101',
  '9999-12-31',
);
const value = fc.oneof(
  date,
  fc.constantFrom(
    'every day',
    'every week when done',
    'every 2 weeks',
    'every dåy',
    'keep',
    'Delete',
    'archive',
    'abc',
    'a-b_c',
    'a , b,c',
    'a,,b',
    'high',
    'lowest',
    'High',
    '',
    'a b',
    '-',
    '_',
  ),
);
const symbol = fc.constantFrom('✅', '❌', '📅', '📆', '🗓', '⏳', '⌛', '🛫', '➕', '🔁', '🏁', '🆔', '⛔', '⏰');
const selector = fc.constantFrom('', '', '', '️', '️️', '︎');
const emoji = fc
  .tuple(symbol, selector, fc.constantFrom('', ' ', ' ', '   ', '\t', '\u00a0'), value)
  .map((parts) => parts.join(''));
const level = fc.tuple(fc.constantFrom(...Object.keys(LEVELS)), selector).map((parts) => parts.join(''));
const key = fc.constantFrom(
  'due',
  'start',
  'created',
  'scheduled',
  'completion',
  'cancelled',
  'priority',
  'repeat',
  'onCompletion',
  'id',
  'dependsOn',
  'Due',
  'other',
  'xdue',
);
const inner = fc
  .tuple(
    fc.constantFrom('', ' ', '  ', '\t'),
    key,
    fc.constantFrom('::', ':: ', '::  ', ' ::', ':'),
    value,
    fc.constantFrom('', ' ', '  '),
  )
  .map((parts) => parts.join(''));
const inline = fc.tuple(
  fc.constantFrom('[', '[', '(', '[[', '((', '{'),
  inner,
  fc.constantFrom(']', ']', ')', ']]', '],', '] ,', '],,', ''),
);
const tag = fc.constantFrom(
  '#a',
  '#a/b',
  '#a-b',
  '#日本',
  '#a\tb',
  '#a\u00a0b',
  '#',
  '##a',
  '#a#b',
  '#🔥',
  '#a.b',
  '#t📅',
);
const word = fc.constantFrom('Send', 'a', 'é', 'x)', '`c`', '日本', '🔥', '.', '1', '[', ']', '^a', '^b-1', '=');
const piece = fc.oneof(
  emoji,
  emoji,
  level,
  inline.map((parts) => parts.join('')),
  inline.map((parts) => parts.join('')),
  tag,
  word,
);
const body = fc.array(fc.tuple(gap, piece), { maxLength: 9 }).map((pairs) => pairs.flat().join(''));
const end = fc.constantFrom('', '', '', ' ^blk', ' ^b-1 ', '\r', '  ', '\\', '\u2028x', '\u00a0', '\ufeff', '\u200b');
const head = fc.constantFrom(
  '- [ ] ',
  '- [x] ',
  '* [/]',
  '> - [-] ',
  '1. [?]  ',
  '  2) [🔥] ',
  '- [ ]\t',
  '-\t[ ] ',
  '- [] ',
  '- [ab] ',
  '\u00a0+  [X] ',
  '> > 10. [ ] ',
);

describe('the scanner and the grammar agree', () => {
  test.each(['tasks', 'dataview'] as const)('%s', (format) => {
    fc.assert(
      fc.property(head, body, end, (first, middle, last) => {
        const line = first + middle + last;
        expect(readByScanner(line, format)).toEqual(comparable(readByGrammar(line, format)));
      }),
      { numRuns: 3000 },
    );
  });
});
