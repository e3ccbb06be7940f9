import fc from 'fast-check';
import { parseTask } from '../../src/task/parse';
import { SIGNIFIERS, writeField, type TaskFormat } from '../../src/task/signifiers';
import type { DateField, Priority, Task } from '../../src/task/task';
import { setDate, setOwner, setPriority, setStatus } from '../../src/task/task-edit';
import { DEFAULT_TASK_RULES, type TaskRules } from '../../src/task/tasks-settings';
import { toggleTask } from '../../src/task/toggle';

const RULES: Record<TaskFormat, TaskRules> = {
  tasks: DEFAULT_TASK_RULES,
  dataview: { ...DEFAULT_TASK_RULES, format: 'dataview' },
};

describe('setDate', () => {
  const check = (
    line: string,
    date: string | null,
    edited: string | null,
    field: DateField = 'due',
    format: TaskFormat = 'tasks',
  ): void => {
    expect(setDate(line, field, date, RULES[format])).toBe(edited);
  };

  test('replaces the date where it stands, in the words that stand there', () => {
    check('- [ ] Send  🗓️  2025-01-01   ⏫ ^a', '2025-02-02', '- [ ] Send  🗓️  2025-02-02   ⏫ ^a');
    check('- [ ] Send 📅2025-02-30', '2025-02-28', '- [ ] Send 📅2025-02-28');
    check(
      '- [ ] Send [ due::2025-01-01 ], [id:: a]',
      '2025-02-02',
      '- [ ] Send [ due::2025-02-02 ], [id:: a]',
      'due',
      'dataview',
    );
  });

  test('of doubles the one that counts', () => {
    check('- [ ] Send 📅 2025-01-01 ⏫ 📅 2025-03-03', '2025-02-02', '- [ ] Send 📅 2025-02-02 ⏫ 📅 2025-03-03');
  });

  test('a new one goes to the end, before the block link and what the editor left', () => {
    check('- [ ] Send @Ann Lee #t ^a1  ', '2025-02-02', '- [ ] Send @Ann Lee #t 📅 2025-02-02 ^a1  ');
    check('- [ ] Send\r', '2025-02-02', '- [ ] Send 📅 2025-02-02\r', 'due');
    check('- [ ] Send  ', '2025-02-02', '- [ ] Send ⏳ 2025-02-02  ', 'scheduled');
    check('- [ ] Send [id:: a]', '2025-02-02', '- [ ] Send [id:: a]  [start:: 2025-02-02]', 'start', 'dataview');
    check('- [ ] ', '2025-02-02', '- [ ] 📅 2025-02-02');
    check('- [ ] Send 📅 TBD', '2025-02-02', '- [ ] Send 📅 TBD 📅 2025-02-02');
    expect(
      setDate('- [ ] Send[](app://obsidian.md/index.html# "Edit task")', 'due', '2025-02-02', DEFAULT_TASK_RULES, {
        lenient: true,
      }),
    ).toBe('- [ ] Send[](app://obsidian.md/index.html# "Edit task") 📅 2025-02-02');
    expect(setDate('- [ ] Send 📅\u00a02025-01-01', 'due', '2025-02-02', DEFAULT_TASK_RULES, { lenient: true })).toBe(
      '- [ ] Send 📅\u00a02025-02-02',
    );
  });

  test('a signifier glued to a tag stays last, where it is read', () => {
    check('- [ ] Send #t⏫', '2025-02-02', '- [ ] Send #t 📅 2025-02-02 ⏫');
    check('- [ ] Send #t✅2025-01-01⏫', '2025-02-02', '- [ ] Send #t 📅 2025-02-02 ✅2025-01-01⏫');
    check('- [ ] Send a⏫', '2025-02-02', '- [ ] Send a⏫ 📅 2025-02-02');
  });

  test('null takes it away with the space before it, and all its doubles', () => {
    check('- [ ] Send 📅 2025-01-01', null, '- [ ] Send');
    check('- [ ] Send  📅 2025-01-01  ⏫', null, '- [ ] Send  ⏫');
    check('- [ ] Send 📅 2025-01-01⏫ 📅 2025-02-02 ^a', null, '- [ ] Send ⏫ ^a');
    check('- [ ] 📅 2025-01-01  ⏫', null, '- [ ] ⏫');
    check('- [ ] Send 📅 2025-01-01  ', null, '- [ ] Send  ');
    check('- [ ] Send', null, '- [ ] Send');
  });

  test('declines what is no day, and what is no task', () => {
    check('- [ ] Send', '2025-02-30', null);
    check('- Send', '2025-02-02', null);
  });
});

describe('setPriority', () => {
  const check = (line: string, priority: Priority, edited: string | null, format: TaskFormat = 'tasks'): void => {
    expect(setPriority(line, priority, RULES[format])).toBe(edited);
  };

  test('replaces, adds and takes away', () => {
    check('- [ ] Send ⏫️ 📅 2025-01-01', 'low', '- [ ] Send 🔽 📅 2025-01-01');
    check('- [ ] Send @Ann', 'highest', '- [ ] Send @Ann 🔺');
    check('- [ ] Send ⏫ 📅 2025-01-01', 'none', '- [ ] Send 📅 2025-01-01');
    check('- [ ] Send #t⏫', 'none', '- [ ] Send #t');
    check('- [ ] Send [priority::  high ]', 'low', '- [ ] Send [priority::  low ]', 'dataview');
  });
});

describe('setStatus', () => {
  test('changes one character', () => {
    expect(setStatus('> 1. [🔥] Send ✅ 2025-01-01', ' ', DEFAULT_TASK_RULES)).toBe('> 1. [ ] Send ✅ 2025-01-01');
    expect(setStatus('- [ ] Send', '🔥', DEFAULT_TASK_RULES)).toBe('- [🔥] Send');
    expect(setStatus('- [ ] Send', 'xx', DEFAULT_TASK_RULES)).toBeNull();
    expect(setStatus('- [ ] Send', '', DEFAULT_TASK_RULES)).toBeNull();
    expect(setStatus('Send', 'x', DEFAULT_TASK_RULES)).toBeNull();
  });
});

describe('setOwner', () => {
  const check = (line: string, names: string[], edited: string | null): void => {
    expect(setOwner(line, names, DEFAULT_TASK_RULES)).toBe(edited);
  };

  test('in the place of the owner that stood there', () => {
    check('- [ ] Send  @Ann Lee  ⏫ 📅 2025-01-01', ['Bo Kim'], '- [ ] Send  @Bo Kim  ⏫ 📅 2025-01-01');
    check('- [ ] Send @Ann @Bo #t', ['Cy Orr'], '- [ ] Send @Cy Orr #t');
    check('- [ ] Send @Ann', ['[[Bo Kim]]', 'Cy'], '- [ ] Send @[[Bo Kim]] @Cy');
    check('- [ ] Send [owner:: Ann] ⏫', ['Bo', 'Cy'], '- [ ] Send [owner:: Bo, Cy] ⏫');
    check('- [ ] Send (@Ann) ⏫', ['Bo'], '- [ ] Send @Bo ⏫');
  });

  test('behind the text, where it hides nothing from Tasks', () => {
    check('- [ ] Send ⏫ 📅 2025-01-01', ['Bo Kim'], '- [ ] Send @Bo Kim ⏫ 📅 2025-01-01');
    check('- [ ] Send #t ^a', ['Bo Kim'], '- [ ] Send @Bo Kim #t ^a');
    check('- [ ] Send⏫', ['Bo'], '- [ ] Send @Bo ⏫');
    check('- [ ] ⏫', ['Bo'], '- [ ] @Bo ⏫');
    check('- [ ] ask @Ann about pricing', ['Bo'], '- [ ] ask @Ann about pricing @Bo');
  });

  test('as a field when prose could not be told from it', () => {
    check('- [ ] Send ⏫', ['whoever comes first'], '- [ ] Send [owner:: whoever comes first] ⏫');
  });

  test('behind more tags than are read through, at the end', () => {
    const tags = Array.from({ length: 22 }, (_, index) => `#t${index}`).join(' ');
    check(`- [ ] Send ${tags} ^a`, ['Bo'], `- [ ] Send ${tags} @Bo ^a`);
  });

  test('nobody', () => {
    check('- [ ] Send @Ann Lee and @Bo ⏫', [], '- [ ] Send ⏫');
    check('- [ ] @Ann', [], '- [ ] ');
    check('- [ ] Send', [], '- [ ] Send');
  });

  test('declines what would not be read back', () => {
    check('- [ ] Send', ['Ann] ⏫ ['], null);
    check('Send', ['Ann'], null);
  });
});

/** Lines made of known parts, with the spaces people leave. */
const gap = fc.constantFrom(' ', ' ', '  ', '\t', ' \u00a0');
const day = fc.constantFrom('2025-01-31', '2024-02-29', '2025-02-30', '1999-12-01');
const DATE_FIELDS: DateField[] = ['due', 'scheduled', 'start', 'created', 'done', 'cancelled'];
const VALUES = {
  level: fc.constantFrom('highest', 'high', 'medium', 'low', 'lowest'),
  date: day,
  rule: fc.constantFrom('every week', 'every month when done', 'every blue moon'),
  word: fc.constantFrom('keep', 'delete', 'archive'),
  id: fc.constantFrom('a1', 'x_y-z'),
  ids: fc.constantFrom('a', 'a,b', 'a , b'),
};

interface Line {
  text: string;
  fields: Record<string, string>;
  owner: string | null;
  tags: string[];
  link: string | null;
  end: string;
  line: string;
}

function lineOf(format: TaskFormat): fc.Arbitrary<Line> {
  const fields = fc
    .subarray([...SIGNIFIERS])
    .chain((rows) => fc.tuple(...rows.map(({ field, value }) => VALUES[value].map((one) => [field, one] as const))));
  const parts = fc.record({
    text: fc.constantFrom('Send deck', 'Vérifier [[Plan]]', '发送 报告', 'a (b) `c`', 'Pay 3,5 % [x]'),
    fields,
    owner: fc.option(fc.constantFrom('Ann Lee', '[[Bo Kim]]', '李明', 'Cy (PM)')),
    tags: fc.subarray(['#t', '#a/b']),
    link: fc.option(fc.constantFrom('b-1', 'x')),
    end: fc.constantFrom('', '  ', '\r', '\u2028more', '\t'),
    gaps: fc.array(gap, { minLength: 20, maxLength: 20 }),
    order: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
  });
  return parts.map(({ text, fields: pairs, owner, tags, link, end, gaps, order }) => {
    const pieces = [
      ...pairs.map(([field, value]) => writeField(field, value, format)),
      ...(owner === null ? [] : [`@${owner}`]),
    ];
    const shuffled = pieces
      .map((piece, index) => ({ piece, at: order[index] ?? 0 }))
      .sort((one, other) => one.at - other.at)
      .map(({ piece }) => piece);
    const all = [text, ...shuffled, ...tags];
    return {
      text,
      fields: Object.fromEntries(pairs),
      owner,
      tags,
      link,
      end,
      line: `> - [ ] ${all.map((piece, index) => piece + (index === all.length - 1 ? '' : (gaps[index] ?? ' '))).join('')}${link === null ? '' : ` ^${link}`}${end}`,
    };
  });
}

function isDay(value: string | undefined): string | null {
  return value === undefined || value === '2025-02-30' ? null : value;
}

/** The shortest stretch in which two lines differ, as [start, end in one, end in other]. */
function difference(one: string, other: string): [number, number, number] {
  let from = 0;
  while (from < Math.min(one.length, other.length) && one[from] === other[from]) from++;
  let back = 0;
  while (
    back < Math.min(one.length, other.length) - from &&
    one[one.length - 1 - back] === other[other.length - 1 - back]
  )
    back++;
  return [from, one.length - back, other.length - back];
}

describe.each(['tasks', 'dataview'] as const)('on lines of known parts (%s)', (format) => {
  const rules = RULES[format];
  const read = (line: string): Task => {
    const task = parseTask(line, rules);
    if (task === null) throw new Error(`no task: ${line}`);
    return task;
  };

  test('what was written is read', () => {
    fc.assert(
      fc.property(lineOf(format), ({ line, text, fields, owner, tags, link }) => {
        const task = read(line);
        expect(task).toMatchObject({
          text: [text, ...tags].join(' '),
          owners: owner === null ? [] : [owner],
          tags,
          blockLink: link === null ? null : ` ^${link}`,
          priority: fields['priority'] ?? 'none',
          id: fields['id'] ?? null,
          dependsOn: fields['dependsOn']?.split(/ ?, ?/) ?? [],
          onCompletion: fields['onCompletion'] === 'archive' ? null : (fields['onCompletion'] ?? null),
          ...Object.fromEntries(DATE_FIELDS.map((field) => [field, isDay(fields[field])])),
        });
      }),
    );
  });

  test('a date that is set is read, all else is as it was, and no other byte has changed', () => {
    fc.assert(
      fc.property(lineOf(format), fc.constantFrom(...DATE_FIELDS), ({ line, fields }, field) => {
        const edited = setDate(line, field, '2031-07-08', rules);
        expect(edited).not.toBeNull();
        const { recurrence: _, ...rest } = read(line);
        expect(read(edited ?? '')).toMatchObject({
          ...rest,
          [field]: '2031-07-08',
          invalidDates: rest.invalidDates.filter((one) => one !== field),
        });
        const [from, to, editedTo] = difference(line, edited ?? '');
        if (fields[field] === undefined) {
          expect(to).toBe(from);
          expect((edited ?? '').slice(from, editedTo)).toContain('2031-07-08');
        } else {
          expect(fields[field]).toContain(line.slice(from, to));
          expect(edited).toHaveLength(line.length);
        }
      }),
    );
  });

  test('a field that is taken away leaves what was there without it', () => {
    fc.assert(
      fc.property(lineOf(format), fc.constantFrom(...DATE_FIELDS), ({ line, fields }, field) => {
        const edited = setDate(line, field, null, rules) ?? '';
        const [from, to, editedTo] = difference(line, edited);
        if (fields[field] === undefined) expect(edited).toBe(line);
        else
          expect([editedTo, line.slice(from, to).replace(/\s/g, '').length]).toEqual([
            from,
            writeField(field, fields[field], format).replace(/\s/g, '').length,
          ]);
        const { recurrence: _, ownerHidesSignifiers: __, ...rest } = read(line);
        expect(read(edited)).toMatchObject({
          ...rest,
          [field]: null,
          invalidDates: rest.invalidDates.filter((one) => one !== field),
        });
      }),
    );
  });

  test('an owner that is set is read, Tasks reads every signifier it read before', () => {
    fc.assert(
      fc.property(lineOf(format), fc.constantFrom('Dana Fox', '[[Dana Fox]]', 'dana'), ({ line }, name) => {
        const edited = setOwner(line, [name], rules) ?? '';
        expect(read(edited)).toMatchObject({ ...read(line), owners: [name] });
        const seen = (text: string): unknown => {
          const { text: _, ...task } = parseTask(text, { ...rules, owners: 'ignore' }) ?? { text: '' };
          return task;
        };
        expect(seen(edited)).toEqual(seen(line));
      }),
    );
  });

  test('a toggle there and back gives the line, but for its dates', () => {
    fc.assert(
      fc.property(lineOf(format), ({ line, fields }) => {
        fc.pre(
          fields['onCompletion'] !== 'delete' &&
            fields['recurrence'] === undefined &&
            fields['done'] === undefined &&
            fields['cancelled'] === undefined,
        );
        const done = toggleTask(line, rules, '2025-06-15')?.lines ?? [];
        expect(done).toHaveLength(1);
        expect(read(done[0] ?? '')).toMatchObject({
          ...read(line),
          status: 'x',
          statusType: 'DONE',
          done: '2025-06-15',
        });
        expect(toggleTask(done[0] ?? '', rules, '2025-06-16')?.lines).toEqual([line]);
      }),
    );
  });
});
