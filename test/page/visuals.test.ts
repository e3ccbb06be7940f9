/** What the side view and the code block draw, as data: ages of what is open, who is waited on, meetings on a line. */
import { pageRules } from '../../src/edit/page-rules';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { questionAges, taskAges } from '../../src/page/open-ages';
import { type MeetingTimeline, meetingTimeline, MOST_MARKS, timelineOfNote } from '../../src/page/meeting-timeline';
import { waitedOn } from '../../src/page/waited-on';
import { readSettings } from '../../src/settings/settings';
import { addDays } from '../../src/text/calendar-date';
import type { PageRules } from '../../src/page/page-rules';
import type { VaultIndex } from '../../src/vault-index/build-index';
import { indexOf, note, type Texts } from '../vault-of';

const TODAY = '2025-11-03';

function given(
  texts: Texts,
  { me = ['Mara Voss'], today = TODAY }: { me?: readonly string[]; today?: string } = {},
): { index: VaultIndex; rules: PageRules } {
  return { index: indexOf(texts, { me }), rules: pageRules(readSettings({ me }).settings, DEFAULT_NOTE_RULES, today) };
}

const meeting = (date: string, people: string, body = '', more = ''): string =>
  `---\ntype: meeting\ndate: ${date}\npeople: [${people}]\n${more}---\n${note(body)}`;
const PAGES: Texts = { 'People/Dana Fox.md': '', 'People/Bo Kim.md': '', 'Projects/Atlas.md': '' };
const DANA = '"[[Dana Fox]]"';
const BOTH = '"[[Dana Fox]]", "[[Bo Kim]]"';

describe('ages of tasks', () => {
  const check = (lines: string, expected: string): void => {
    const { index, rules } = given({ ...PAGES, 'a.md': meeting('2025-10-20', DANA, `## Action items\n${lines}`) });
    expect(
      taskAges(index.tasks, rules)
        .filter(({ count }) => count > 0)
        .map(({ age, count }) => `${age} ${count}`)
        .join(', '),
    ).toBe(expected);
  };

  test.each([
    ['2025-10-03', 'late-month 1'],
    ['2025-10-04', 'late-week 1'],
    ['2025-10-27', 'late-week 1'],
    ['2025-10-28', 'late-day 1'],
    ['2025-11-02', 'late-day 1'],
    // 3 November 2025 is a Monday.
    ['2025-11-03', 'today 1'],
    ['2025-11-04', 'this-week 1'],
    ['2025-11-09', 'this-week 1'],
    ['2025-11-10', 'later 1'],
    ['2031-01-01', 'later 1'],
  ])('due %s', (due, expected) => {
    check(`- [ ] Do it @me 📅 ${due}\n`, expected);
  });

  test('without a day, of whomever; done, proposed and cancelled ones are none', () => {
    check(
      `- [ ] One @me
- [ ] Two @Dana Fox
- [ ] Three
- [x] Four @me
- [-] Five @me
- [?] Six @me
`,
      'no-date 3',
    );
  });

  test('what is from before the start date is not among them', () => {
    const { index, rules } = given({
      ...PAGES,
      'a.md': meeting('2025-08-01', DANA, '## Action items\n- [ ] Do it @me 📅 2025-08-02\n'),
      'b.md': meeting('2025-10-20', DANA, '## Action items\n- [ ] Do that @me 📅 2025-08-02\n'),
    });
    expect(taskAges(index.tasks, rules)[0]).toEqual({ age: 'late-month', count: 1 });
  });

  test('every bucket is there, in the order of time', () => {
    const { index, rules } = given(PAGES);
    expect(taskAges(index.tasks, rules)).toEqual(
      ['late-month', 'late-week', 'late-day', 'today', 'this-week', 'later', 'no-date'].map((age) => ({
        age,
        count: 0,
      })),
    );
  });
});

test('ages of questions: since they were first asked; lapsed ones apart, pinned ones never', () => {
  const asked = (date: string, ...questions: string[]): string =>
    meeting(date, DANA, `## Open questions\n${questions.map((question) => `- ${question}\n`).join('')}`);
  const { index, rules } = given({
    ...PAGES,
    'a.md': asked('2025-09-10', 'Asked again?', 'Lapsed?', 'Pinned? #pin'),
    'b.md': asked('2025-10-06', 'Weeks?', 'Asked again?'),
    'c.md': asked('2025-10-28', 'Days?', 'Answered? [answered:: 2025-10-30]'),
    'd.md': asked('2025-11-03', 'Today?'),
    'e.md': asked('2025-05-01', 'Before the start?', 'Before, pinned? #pin'),
    'f.md': '---\ntype: meeting\npeople: ["[[Dana Fox]]"]\n---\n## Open questions\n- Undated?\n',
  });
  expect(questionAges(index.questions, rules).map(({ age, count }) => `${age} ${count}`)).toEqual([
    'old-month 3',
    'old-week 1',
    'old-day 2',
    'no-date 1',
    'lapsed 1',
  ]);
});

describe('who is waited on', () => {
  const check = (texts: Texts, expected: readonly string[], me?: readonly string[]): void => {
    const { index, rules } = given({ ...PAGES, ...texts }, me === undefined ? {} : { me });
    expect(
      waitedOn(index.tasks, rules).map(
        ({ owner, count, late, since }) => `${owner.name} ${count}, ${late} late, since ${since}`,
      ),
    ).toEqual(expected);
  };
  const tasks = (...lines: string[]): string => `## Action items\n${lines.map((line) => `- [ ] ${line}\n`).join('')}`;

  test('most first, then longest, then by name; a task of two counts for both', () => {
    check(
      {
        'a.md': meeting(
          '2025-10-14',
          BOTH,
          tasks('One @Dana Fox 📅 2025-10-20', 'Two @Bo Kim @Dana Fox', 'Mine @me', 'Nobody’s'),
        ),
        'b.md': meeting('2025-10-28', BOTH, tasks('Three @Dana Fox', 'Four @Zoë Unknown', 'Five @Ann Unknown')),
      },
      [
        'Dana Fox 3, 1 late, since 2025-10-14',
        'Bo Kim 1, 0 late, since 2025-10-14',
        'Ann Unknown 1, 0 late, since 2025-10-28',
        'Zoë Unknown 1, 0 late, since 2025-10-28',
      ],
    );
  });

  test('what is done, proposed, mine too or from before the start is waited for by nobody', () => {
    check(
      {
        'a.md': meeting(
          '2025-10-14',
          BOTH,
          '## Action items\n- [x] One @Dana Fox\n- [?] Two @Dana Fox\n- [ ] Three @me @Dana Fox\n',
        ),
        'b.md': meeting('2025-05-14', BOTH, tasks('Old @Dana Fox')),
      },
      [],
    );
  });

  test('until it is known who I am, nobody is waited on', () => {
    check({ 'a.md': meeting('2025-10-14', BOTH, tasks('One @Dana Fox')) }, [], []);
  });
});

describe('meetings on a line', () => {
  /** `2025-05-05–2025-11-16: 10-28 Weekly 2, 11-04 next (2 earlier) last 10-28 next 11-04 every 14`. */
  const said = (timeline: MeetingTimeline | null): string => {
    if (timeline === null) return 'nothing';
    const { about, from, to, meetings, earlier, last, next, usual } = timeline;
    const marks = meetings.map(
      (one) =>
        `${one.date.slice(5)} ${one.private ? 'private' : (one.title ?? 'named')} ${one.open}${one.place === null ? ' nowhere' : ''}`,
    );
    return [
      `${about.map(({ name }) => name).join('+')} ${from} to ${to}`,
      marks.join(', '),
      `${earlier} earlier, last ${last}, next ${next}, every ${usual}`,
    ].join(' | ');
  };
  const ofDana = (texts: Texts): string => {
    const { index, rules } = given({ ...PAGES, ...texts });
    return said(timelineOfNote('People/Dana Fox.md', index, rules));
  };
  const every = (days: number, count: number, from = TODAY): Texts =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => addDays(from, -days * at)).map((date) => [
        `${date} Dana.md`,
        meeting(date, DANA),
      ]),
    );

  test('what each left open: tasks and questions of theirs that stand in it, every time they were asked for', () => {
    expect(
      ofDana({
        '2025-10-14 Dana.md': meeting(
          '2025-10-14',
          DANA,
          '## Action items\n- [ ] Confirm dates @Dana Fox\n- [x] Book it @me\n## Open questions\n- Who signs?\n',
        ),
        '2025-10-28 Dana.md': meeting(
          '2025-10-28',
          DANA,
          '## Action items\n- [ ] Confirm dates @Dana Fox\n- [?] Perhaps @me\n',
        ),
        '2025-10-30 All.md': meeting(
          '2025-10-30',
          BOTH,
          '## Action items\n- [ ] Something of Bo’s @Bo Kim\n- [ ] And of Dana’s @Dana Fox\n',
        ),
      }),
    ).toBe(
      'Dana Fox 2025-09-22 to 2025-11-06 | 10-14 2025-10-14 Dana 2, 10-28 2025-10-28 Dana 1, 10-30 2025-10-30 All 1 | 0 earlier, last 2025-10-30, next null, every null',
    );
  });

  test('of a private meeting there is its date alone, and not the day it names', () => {
    expect(
      ofDana({
        'secret.md': meeting(
          '2025-10-28',
          DANA,
          '# The secret\n## Action items\n- [ ] Hide it @me\n> Next meeting: 2025-11-10\n',
          'private: true\n',
        ),
      }),
    ).toBe('Dana Fox 2025-09-22 to 2025-11-06 | 10-28 private 0 | 0 earlier, last 2025-10-28, next null, every null');
  });

  test('today is met, tomorrow is next; the day the last meeting named, where no note is of it', () => {
    expect(ofDana({ 'a.md': meeting('2025-11-03', DANA), 'b.md': meeting('2025-11-04', DANA) })).toBe(
      'Dana Fox 2025-09-22 to 2025-11-07 | 11-03 a 0, 11-04 b 0 | 0 earlier, last 2025-11-03, next 2025-11-04, every null',
    );
    expect(ofDana({ 'a.md': meeting('2025-10-28', DANA, '> Next meeting: 2025-11-10\n') })).toContain(
      '10-28 a 0, 11-10 named 0 nowhere | 0 earlier, last 2025-10-28, next 2025-11-10',
    );
    expect(
      ofDana({
        'a.md': meeting('2025-10-28', DANA, '> Next meeting: 2025-11-10\n'),
        'b.md': meeting('2025-11-10', DANA),
      }),
    ).toContain('10-28 a 0, 11-10 b 0 |');
    expect(ofDana({ 'a.md': meeting('2025-09-28', DANA, '> Next meeting: 2025-10-10\n') })).toContain('next null');
    // Far ahead it is said, and would push everything else together.
    expect(ofDana({ 'a.md': meeting('2025-10-28', DANA), 'b.md': meeting('2026-10-28', DANA) })).toContain(
      '| 10-28 a 0 | 0 earlier, last 2025-10-28, next 2026-10-28',
    );
    expect(ofDana({ 'b.md': meeting('2025-11-10', DANA) })).toContain(
      '11-10 b 0 | 0 earlier, last null, next 2025-11-10',
    );
  });

  test.each([
    [14, 14, 'Dana Fox 2025-05-05', '0 earlier'],
    [14, 20, 'Dana Fox 2025-05-05', '6 earlier'],
    [30, 3, 'Dana Fox 2025-08-04', '0 earlier'],
    [7, 5, 'Dana Fox 2025-09-22', '0 earlier'],
    // Nothing in half a year but this: it reaches further back.
    [200, 2, 'Dana Fox 2024-11-04', '0 earlier'],
    [350, 3, 'Dana Fox 2023-11-06', '0 earlier'],
    [800, 3, 'Dana Fox 2023-11-06', '2 earlier'],
    // Every day: less of it, so that they stand apart.
    [1, 300, 'Dana Fox 2025-09-22', `${300 - MOST_MARKS} earlier`],
    [2, 60, 'Dana Fox 2025-09-22', '38 earlier'],
  ])('every %s days, %s times', (days, count, begins, earlier) => {
    const line = ofDana(every(days, count));
    expect(line).toContain(begins);
    expect(line).toContain(earlier);
    expect(line.split(' | ')[1]?.split(', ').length).toBeLessThanOrEqual(MOST_MARKS);
  });

  test.each([
    ['every two weeks', [0, 14, 28, 42], 14],
    ['about every week', [0, 7, 13, 21, 30], 7],
    ['too few to tell', [0, 14, 28], null],
    ['no rhythm', [0, 2, 40, 55, 130], null],
    ['a holiday between', [0, 14, 28, 98, 112, 126], 14],
    ['twice a day is one day', [0, 0, 7, 7, 14, 21], 7],
  ])('how often: %s', (_, ago, usual) => {
    const texts = Object.fromEntries(ago.map((days, at) => [`${at}.md`, meeting(addDays(TODAY, -days), DANA)]));
    expect(ofDana(texts)).toContain(`every ${usual}`);
  });

  test('a note with neither a page nor a meeting, and an entity that was never met, have none', () => {
    const { index, rules } = given({
      ...PAGES,
      'Ideas.md': 'Nothing',
      'a.md': `---\ntype: meeting\npeople: [${DANA}]\n---\n`,
    });
    expect(timelineOfNote('Ideas.md', index, rules)).toBeNull();
    expect(timelineOfNote('People/Bo Kim.md', index, rules)).toBeNull();
    // Undated, it has no place on a line.
    expect(timelineOfNote('People/Dana Fox.md', index, rules)).toBeNull();
    expect(meetingTimeline([], index, rules)).toBeNull();
  });

  describe('of a meeting’s note', () => {
    const of = (path: string, texts: Texts): string => {
      const { index, rules } = given({ ...PAGES, ...texts });
      return said(timelineOfNote(path, index, rules))
        .split(' | ')
        .slice(0, 2)
        .join(' | ')
        .replace(/ 2025-\d\d-\d\d to [-\d]+/, '');
    };
    const WITH = 'projects: ["[[Atlas]]"]\n';
    const vault: Texts = {
      'a.md': meeting('2025-10-01', DANA),
      'b.md': meeting('2025-10-08', BOTH, '', WITH),
      'c.md': meeting('2025-10-15', BOTH),
      'd.md': meeting('2025-10-20', '"[[Bo Kim]]"', '', WITH),
    };

    test('one person: theirs', () => {
      expect(of('a.md', vault)).toBe('Dana Fox | 10-01 a 0, 10-08 b 0, 10-15 c 0');
    });
    test('a group: where all of them were', () => {
      expect(of('b.md', vault)).toBe('Bo Kim+Dana Fox | 10-08 b 0, 10-15 c 0');
    });
    test('a group that never met before: their one project', () => {
      expect(of('b.md', { ...vault, 'c.md': '' })).toBe('Atlas | 10-08 b 0, 10-20 d 0');
    });
    test('nobody but a project: the project’s', () => {
      expect(of('e.md', { ...vault, 'e.md': `---\ntype: meeting\ndate: 2025-10-22\n${WITH}---\n` })).toBe(
        'Atlas | 10-08 b 0, 10-20 d 0, 10-22 e 0',
      );
    });
  });

  test('the order of the files makes no difference', () => {
    const texts = {
      ...PAGES,
      ...every(7, 12),
      ...Object.fromEntries([1, 2, 3].map((at) => [`same day ${at}.md`, meeting('2025-10-27', DANA)])),
    };
    const turned = Object.fromEntries(Object.entries(texts).reverse());
    const [one, other] = [texts, turned].map((files) => {
      const { index, rules } = given(files);
      return timelineOfNote('People/Dana Fox.md', index, rules);
    });
    expect(one).toEqual(other);
    expect(one?.meetings.filter(({ date }) => date === '2025-10-27')).toHaveLength(4);
  });
});
