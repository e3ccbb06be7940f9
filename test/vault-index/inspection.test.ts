import { inspection } from '../../src/vault-index/inspection';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { noteRules } from '../../src/settings/note-rules';
import { indexOf, note, type Texts } from '../vault-of';

const meeting = (date: string, body: string): string =>
  `---\ntype: 1-1\ndate: ${date}\npeople: "[[Dana Fox]]"\n---\n${note(body)}`;

const inspect = (texts: Texts, today = '2025-11-03') =>
  inspection(indexOf({ 'People/Dana Fox.md': '---\naliases: dfox\n---\n', ...texts }), { today });

/** `path status (answer, day)` of each asking. */
function asked(texts: Texts, today?: string): string[] {
  return inspect(texts, today).notes.flatMap(({ path, questions }) =>
    questions.map(
      ({ status, answer, answered }) =>
        `${path} ${status}${answer === null && answered === null ? '' : ` (${answer ?? '-'}, ${answered ?? '-'})`}`,
    ),
  );
}

const asks = (date: string, line = '- Who signs?'): string => meeting(date, `\n## Open questions\n${line}\n`);

test('a question lapses after thirty days, unless it is pinned or asked again', () => {
  expect(asked({ 'a.md': asks('2025-10-04') })).toEqual(['a.md open']);
  expect(asked({ 'a.md': asks('2025-10-03') })).toEqual(['a.md lapsed']);
  expect(asked({ 'a.md': asks('2025-09-03', '- Who signs? #pin') })).toEqual(['a.md open']);
  expect(asked({ 'a.md': asks('2025-09-03'), 'b.md': asks('2025-10-30', '- [ ] who signs') })).toEqual([
    'a.md open',
    'b.md open',
  ]);
  expect(asked({ 'a.md': asks('2025-09-03'), 'b.md': asks('2025-09-10', '- Who signs? #pin') })).toEqual([
    'a.md open',
    'b.md open',
  ]);
});

test('its newest meeting decides whether it is answered', () => {
  expect(asked({ 'a.md': asks('2025-09-03'), 'b.md': asks('2025-10-30', '- Who signs? [answer:: Dana]') })).toEqual([
    'a.md answered (Dana, 2025-10-30)',
    'b.md answered (Dana, 2025-10-30)',
  ]);
  expect(asked({ 'a.md': asks('2025-09-03', '- [x] Who signs?'), 'b.md': asks('2025-10-30') })).toEqual([
    'a.md open',
    'b.md open',
  ]);
  expect(
    asked({ 'a.md': asks('2025-09-03', '- Who signs? #private'), 'b.md': asks('2025-10-30', '- [x] Who signs?') }),
  ).toEqual(['a.md lapsed', 'b.md answered (-, 2025-10-30)']);
});

test('a name in small letters is an owner where a page bears it', () => {
  const tasks = inspect({
    'a.md': meeting(
      '2025-10-28',
      '\n## Action items\n- [ ] Send it @dana fox 📅 2025-11-01\n- [ ] Ask @dana fox about it\n- [ ] Pay @nobody else\n',
    ),
  }).notes.flatMap((one) => one.tasks);
  expect(
    tasks.map(({ text, due, owners }) => [text, due, owners.map(({ name, page }) => `${name}: ${page ?? 'no page'}`)]),
  ).toEqual([
    ['Send it', '2025-11-01', ['Dana Fox: People/Dana Fox.md']],
    ['Ask @dana fox about it', null, []],
    ['Pay @nobody else', null, []],
  ]);
});

test('of a heading that opens no meeting only what counts anywhere is read', () => {
  const texts = {
    '2025-10-28.md':
      '- [ ] Top\n## [[Reading list]]\n- [ ] Buy it\n### Open questions\n- Which?\n- Why? #question\n## [[Dana Fox]]\n- [ ] Send it\n',
    'Reading list.md': '',
  };
  const daily = (allTasks: boolean) =>
    inspection(indexOf({ 'People/Dana Fox.md': '', ...texts }, { rules: { ...DEFAULT_NOTE_RULES, allTasks } }), {
      today: '2025-11-03',
    }).notes.find(({ path }) => path === '2025-10-28.md');
  expect(daily(false)?.tasks.map(({ text, meeting: at }) => [text, at])).toEqual([['Send it', 0]]);
  expect(daily(true)?.tasks.map(({ text, meeting: at }) => [text, at])).toEqual([
    ['Top', null],
    ['Buy it', null],
    ['Send it', 0],
  ]);
  expect(daily(false)?.questions.map(({ text, meeting: at }) => [text, at])).toEqual([['Why? #question', null]]);
});

test('what is to be raised with nobody who has a page is said', () => {
  const { problems } = inspect({
    'a.md': '- Budget @Zed Young #raise\n- Dates [[Dana Fox]] #raise\n- [x] Rooms [[Nowhere]] #raise\n',
  });
  expect(problems.map(({ line, code }) => [line, code])).toEqual([[1, 'raise-unknown']]);
});

test('a status that the vault calls proposed is triage', () => {
  const statuses = (symbol: string, name: string) => ({
    statusSettings: { customStatuses: [{ symbol, name, nextStatusSymbol: 'x', type: 'TODO' }] },
  });
  const proposed = (tasks: unknown) =>
    inspection(
      indexOf(
        {
          'a.md': meeting('2025-10-28', '\n## Action items\n- [?] One\n- [p] Two\n- [ ] Three #proposed\n- [ ] Four\n'),
        },
        { rules: noteRules(DEFAULT_SETTINGS, { dailyNotes: null, tasks }) },
      ),
      { today: '2025-11-03' },
    )
      .notes[0]?.tasks.filter((task) => task.proposed)
      .map(({ status }) => status);
  expect(proposed(null)).toEqual(['?', ' ']);
  expect(proposed(statuses('p', 'Proposed'))).toEqual(['?', 'p', ' ']);
  expect(proposed(statuses('?', 'Waiting'))).toEqual([' ']);
});
