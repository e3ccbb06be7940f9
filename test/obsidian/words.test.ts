// First: it gives the window the text coding that every window of the app has.
import './app-double';
import { SETTING_KEYS } from '../../src/settings/settings';
import { LANGUAGES, wordsFor } from '../../src/obsidian/words/words';

/** Every text of a table, with its place in it: functions are asked with plausible values. */
function textsIn(table: unknown, at = ''): [string, string][] {
  // What the engine says is tested by itself.
  if (at === 'engine') return [];
  if (typeof table === 'string') return [[at, table]];
  if (typeof table === 'function') {
    const say = table as (...given: unknown[]) => unknown;
    return [1, 2].map((count) => [`${at}(${count})`, String(say(...sample(at, count)))]);
  }
  return Object.entries(table ?? {}).flatMap(([key, value]) => textsIn(value, at === '' ? key : `${at}.${key}`));
}

function sample(at: string, count: number): unknown[] {
  if (at === 'link.couldBe') return [count, 'X', ['Y', 'Z']];
  if (at === 'firstRun.kind') return ['X'];
  if (at === 'files.failed') return ['a.md', count === 1 ? 'read' : 'write', 'the disk is full'];
  if (at === 'views.or') return [['Y', 'Z']];
  if (at === 'views.glance.month') return [`2025-0${count}-01`];
  if (at === 'views.day' || at === 'views.weekday') return ['2025-10-03', `202${count}-10-03`];
  return [count, count, count, count];
}

/** Left the same on purpose: names, and words that both languages share. */
const SHARED = /^(locale|settings\.kinds\.name|settings\.kindNames\.person|link\.made\(1\))/;

test('every language has every text, none of them empty, and none left in English', () => {
  const english = new Map(textsIn(wordsFor('en')));
  for (const [language, table] of Object.entries(LANGUAGES)) {
    const own = textsIn(table);
    // What the table of settings says in English stands there as null.
    const missing = [...english.keys()].filter((key) => !own.some(([at]) => at === key));
    expect([language, missing]).toEqual([language, []]);
    for (const [at, text] of own) {
      expect([at, text.trim()]).not.toEqual([at, '']);
      expect([at, text]).not.toEqual([at, expect.stringContaining('undefined')]);
    }
    if (language === 'en') continue;
    const same = own
      .filter(([at, text]) => english.get(at) === text && /[a-z]{4}/.test(text) && !SHARED.test(at))
      .map(([at]) => at);
    expect([language, same]).toEqual([language, []]);
    for (const key of SETTING_KEYS) {
      const row = table.settings.rows[key as keyof typeof table.settings.rows] as
        { readonly desc: string | null } | undefined;
      if (row !== undefined) expect([language, key, typeof row.desc]).toEqual([language, key, 'string']);
    }
  }
});

test('numbers are written as the language writes them', () => {
  expect(wordsFor('en').rollUp.touched(1, 1200)).toBe('1 page new, 1,200 changed');
  expect(wordsFor('de').rollUp.touched(1, 1200)).toBe('1 Seite neu, 1.200 geändert');
});

test('days are written as the language writes them, with the year where it is another', () => {
  const days = (language: string): string[] => {
    const { day, weekday } = wordsFor(language).views;
    return [day('2025-10-03', '2025-11-03'), day('2024-03-31', '2025-11-03'), weekday('2025-11-03')];
  };
  expect(days('en')).toEqual(['3 Oct', '31 Mar 2024', 'Mon 3 Nov 2025']);
  expect(days('de')).toEqual(['3. Okt.', '31. März 2024', 'Mo., 3. Nov. 2025']);
});

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['en-GB', 'en'],
  ['', 'en'],
  ['zh', 'en'],
  ['constructor', 'en'],
])('%s speaks %s', (language, spoken) => {
  expect(wordsFor(language).locale).toBe(spoken);
});

test("the plugin speaks the app's language", () => {
  document.documentElement.lang = 'de';
  try {
    jest.isolateModules(() => {
      const { words } = jest.requireActual<typeof import('../../src/obsidian/words/in-app')>(
        '../../src/obsidian/words/in-app',
      );
      expect(words.commands.rollUp).toBe('Vault zusammenfassen');
    });
  } finally {
    document.documentElement.lang = '';
  }
});
