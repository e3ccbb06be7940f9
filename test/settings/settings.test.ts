import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { DEFAULT_KINDS } from '../../src/note/kinds';
import { DEFAULT_SETTINGS, readSettings, SETTING_KEYS, type Settings, settingsText } from '../../src/settings/settings';
import { settingProblemText } from '../../src/words/english-settings';
import { settingsDoc } from '../../src/words/settings-doc';

const told = (json: unknown): string[] => readSettings(json).problems.map(settingProblemText);

/** Reads `json` and compares the settings that differ from the default ones, and the problems. */
function check(
  json: unknown,
  expected: { readonly settings?: Record<string, unknown>; readonly problems?: readonly string[] },
): void {
  const { settings, problems } = readSettings(json);
  expect(problems.map(settingProblemText)).toEqual(expected.problems ?? []);
  const changed = SETTING_KEYS.filter(
    (key) => JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]) || settings[key] instanceof Map,
  );
  const shown = Object.fromEntries(
    changed.map((key) => {
      const value = settings[key];
      return [key, value instanceof Map ? Object.fromEntries(value) : value];
    }),
  );
  expect(shown).toEqual({ looksLike: {}, words: {}, sections: {}, ...expected.settings });
}

describe('readSettings', () => {
  test('nothing set is the default', () => {
    check(null, {});
    check(undefined, {});
    check({}, {});
  });

  test('each simple setting is read', () => {
    check(
      {
        me: ['Ann Lee', ' A. Lee '],
        startDate: '2025-09-01',
        exclude: ['/Old/', './drafts/**'],
        meetingTypes: ['Jour fixe'],
        notMeetingTypes: [],
        dateKeys: ['day'],
        allTasks: true,
        proposedStatus: '!',
        proposedTag: 'Maybe',
        newPages: 'never',
        blockPosition: 'end',
        rowsPerSection: 3,
        rollupFolder: 'Work/Rollup/',
        rowsPerQueue: 100,
      },
      {
        settings: {
          me: ['Ann Lee', 'A. Lee'],
          startDate: '2025-09-01',
          exclude: ['Old', 'drafts/**'],
          meetingTypes: ['jour fixe'],
          notMeetingTypes: [],
          dateKeys: ['day'],
          allTasks: true,
          proposedStatus: '!',
          proposedTag: '#maybe',
          newPages: 'never',
          blockPosition: 'end',
          rowsPerSection: 3,
          rollupFolder: 'Work/Rollup',
          rowsPerQueue: 100,
        },
      },
    );
  });

  test('an unknown key is named, with the one that was meant, and the others hold', () => {
    check(
      { exlude: ['Old'], me: ['Ann Lee'] },
      { settings: { me: ['Ann Lee'] }, problems: ['"exlude" is not a setting; did you mean "exclude"?'] },
    );
    check(
      { 'rows-per-section': 3 },
      { problems: ['"rows-per-section" is not a setting; did you mean "rowsPerSection"?'] },
    );
    expect(told({ zzzz: 1 })[0]).toMatch(/^"zzzz" is not a setting \(there are: me, startDate, /);
    expect(told(JSON.parse('{"__proto__": {"me": ["Bo Kim"]}}'))[0]).toMatch(/^"__proto__" is not a setting/);
  });

  test('a wrong value is named with what is allowed, and the default stays', () => {
    check({ me: 'Ann Lee' }, { problems: ['"me" is "Ann Lee"; it must be a list of texts'] });
    check(
      { me: ['Ann Lee', 7, ''] },
      {
        settings: { me: ['Ann Lee'] },
        problems: ['"me[1]" is 7; it must be a text', '"me[2]" is ""; it must be a text'],
      },
    );
    check(
      { startDate: '2025-02-30' },
      { problems: ['"startDate" is "2025-02-30"; it must be a day that exists, as YYYY-MM-DD'] },
    );
    check({ rowsPerSection: -3 }, { problems: ['"rowsPerSection" is -3; it must be a whole number from 1 to 1000'] });
    check({ rowsPerSection: 2.5 }, { problems: ['"rowsPerSection" is 2.5; it must be a whole number from 1 to 1000'] });
    check(
      { newPages: 'frequently' },
      {
        problems: ['"newPages" is "frequently"; it must be "linked", "frequent" or "never"; did you mean "frequent"?'],
      },
    );
    check(
      { exclude: ['!Work/**'] },
      {
        settings: { exclude: [] },
        problems: ['"exclude[0]" is "!Work/**"; it must be a glob such as "Old/**" (a leading "!" is not understood)'],
      },
    );
    for (const rollupFolder of ['', '/', '../out', 'a/../b', '.hidden', 'a//b', 7])
      expect(readSettings({ rollupFolder }).problems).toHaveLength(1);
  });

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"kinds":', '}'],
    ['within a setting', '{"me":[[', ']]}'],
  ])('what nests 200,000 deep is named: %s', (_, open, close) => {
    for (const json of [
      `${open.repeat(200_000)}1${close.repeat(200_000)}`,
      `{"me":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    ])
      expect(readSettings(JSON.parse(json))).toEqual({
        settings: DEFAULT_SETTINGS,
        problems: [{ code: 'too-deep', at: 'settings' }],
      });
  });

  test('what is no object at all is named', () => {
    for (const json of ['me', 7, [], true])
      expect(readSettings(json)).toEqual({
        settings: DEFAULT_SETTINGS,
        problems: [expect.objectContaining({ code: 'wrong', allowed: { code: 'object' } })],
      });
  });

  test('headings of sections are added in any language', () => {
    check(
      { sections: { questions: ['Offene Fragen'], question: ['x'] } },
      {
        settings: { sections: { questions: ['Offene Fragen'] } },
        problems: ['"sections.question" is not a section; did you mean "questions"?'],
      },
    );
  });

  test('properties are all, none, a list or switches', () => {
    check({ properties: false }, { settings: { properties: [] } });
    check({ properties: true }, {});
    check({ properties: ['meeting_count'] }, { settings: { properties: ['meeting_count'] } });
    // As it was called before.
    check({ properties: ['meetings'] }, { settings: { properties: ['meeting_count'] } });
    check(
      { properties: { meetings: false } },
      { settings: { properties: ['last_contact', 'last_met', 'open_follow_ups', 'open_questions'] } },
    );
    check(
      { properties: { last_contact: false, open_questions: true } },
      { settings: { properties: ['last_met', 'meeting_count', 'open_follow_ups', 'open_questions'] } },
    );
    check(
      { properties: { meeting_counts: false } },
      { problems: ['"properties.meeting_counts" is not a property; did you mean "meeting_count"?'] },
    );
  });

  describe('kinds', () => {
    const kindOf = (json: unknown, id: string) =>
      readSettings({ kinds: json }).settings.kinds.find((kind) => kind.id === id);

    test('a part of a row changes, the rest stays', () => {
      expect(kindOf({ person: { folder: 'Contacts' } }, 'person')).toEqual({
        ...kindOf({}, 'person'),
        folder: 'Contacts',
      });
      expect(kindOf({ topic: true }, 'topic')?.enabled).toBe(true);
      expect(kindOf([{ id: 'account', enabled: false }], 'account')?.enabled).toBe(false);
    });

    test("a kind of one's own needs a folder", () => {
      expect(kindOf({ vendor: { folder: 'Vendors' } }, 'vendor')).toMatchObject({
        keys: ['vendor'],
        types: ['vendor'],
        folder: 'Vendors',
        enabled: true,
      });
      check({ kinds: { vendor: true } }, { problems: ['"kinds.vendor" is a new kind and needs a "folder"'] });
      check(
        { kinds: { persons: { enabled: false } } },
        { problems: ['"kinds.persons" is a new kind and needs a "folder"; did you mean "person"?'] },
      );
    });

    test('what is wrong in a row is named', () => {
      check(
        { kinds: { person: { folders: 'Contacts' } } },
        { problems: ['"kinds.person.folders" is not part of a kind; did you mean "folder"?'] },
      );
      check(
        { kinds: { person: 'Contacts' } },
        { problems: ['"kinds.person" is "Contacts"; it must be true, false or an object'] },
      );
      check(
        { kinds: { person: { sections: ['decision'] } } },
        {
          settings: { kinds: readSettings({ kinds: { person: { sections: [] } } }).settings.kinds },
          problems: [
            expect.stringMatching(
              /^"kinds\.person\.sections\[0\]" is "decision"; it must be "you-owe", .* or "meetings"; did you mean "decisions"\?$/,
            ),
          ],
        },
      );
      check(
        { kinds: 'person' },
        { problems: ['"kinds" is "person"; it must be an object {kind: {…row}} or a list of rows, each with an "id"'] },
      );
      check(
        { includeKinds: ['people'] },
        {
          settings: { includeKinds: ['people'] },
          problems: ['"includeKinds: people" is not a kind (there are: person, project, account, topic)'],
        },
      );
    });
  });

  test('whatever JSON holds, the settings are whole and problems are lines', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...SETTING_KEYS, 'other'), value, { noNullPrototype: true }),
        (json) => {
          const { settings, problems } = readSettings(json);
          expect(Object.keys(settings)).toEqual([...SETTING_KEYS]);
          expect(settings.kinds.length).toBeGreaterThanOrEqual(4);
          for (const problem of problems) expect(settingProblemText(problem)).not.toContain('\n');
        },
      ),
    );
  });
});

test('the page about settings says what the table says (WRITE_DOCS=1 writes it)', () => {
  const file = path.join(__dirname, '../../docs/settings.md');
  if (process.env['WRITE_DOCS'] === '1') writeFileSync(file, settingsDoc());
  expect(readFileSync(file, 'utf8')).toBe(settingsDoc());
});

test("a kind's sections are all that a page can show", () => {
  const sections = DEFAULT_KINDS.flatMap((kind) => kind.sections);
  const { settings, problems } = readSettings({ kinds: { person: { sections } } });
  expect(problems).toEqual([]);
  expect(settings.kinds.find(({ id }) => id === 'person')?.sections).toEqual(sections);
});

test('settings that differ in anything differ in their text', () => {
  const others: { readonly [K in keyof Settings]: unknown } = {
    me: ['Ann'],
    startDate: '2025-01-01',
    exclude: [],
    typeKeys: ['art'],
    meetingTypes: ['a'],
    notMeetingTypes: ['a'],
    dateKeys: ['day'],
    dayOrder: 'day-first',
    looksLike: { 'Inbox: people': true },
    answerWords: ['so'],
    words: { 'meeting-nouns': ['Stammtisch'] },
    sections: { questions: ['Fragen'] },
    allTasks: true,
    proposedStatus: '!',
    proposedTag: '#maybe',
    kinds: { topic: true },
    includeKinds: ['person'],
    newPages: 'never',
    properties: false,
    blockPosition: 'end',
    rowsPerSection: 8,
    rollupFolder: 'Up',
    rowsPerQueue: 11,
    meetingTemplate: 'T',
    suggestOwners: false,
    calendars: [],
  };
  const texts = Object.entries(others).map(([key, value]) => {
    const { settings, problems } = readSettings({ [key]: value });
    expect(problems).toEqual([]);
    return settingsText(settings);
  });
  texts.push(
    settingsText(DEFAULT_SETTINGS),
    settingsText(readSettings({ sections: { questions: ['Fragen', 'Rest'] } }).settings),
  );
  expect(new Set(texts).size).toBe(texts.length);
});
