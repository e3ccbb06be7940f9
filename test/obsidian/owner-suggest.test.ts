// First: it gives the window the text coding that every window of the app has.
import { AppDouble } from './app-double';
import type { App, Editor, EditorSuggestContext } from 'obsidian';
import { LiveStore } from '../../src/obsidian/vault/live-store';
import { ownerChoices, OwnerSuggest, putFirst } from '../../src/obsidian/notes/owner-suggest';
import { Pace } from '../../src/obsidian/vault/pace';
import type { PluginSettings } from '../../src/obsidian/vault/plugin-settings';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';
import { indexOf, note } from '../vault-of';

const TEXTS = {
  'People/Dana Fox.md': '---\naliases: [DF]\n---\n',
  'People/Sam Ortega/README.md': '',
  'People/Sam Fox.md': '',
  'People/Old Hand.md': '---\nstatus: left\n---\n',
  'Projects/Atlas.md': '',
  '2025-10-28 Sync.md': note(`
    ---
    type: meeting
    date: 2025-10-28
    people: ["[[Sam Ortega]]", "[[Dana Fox]]"]
    ---
    ## Action items
    - [ ] Send
  `),
  // One to come: nobody was met there yet.
  '2025-11-20 Sam.md': '---\ntype: 1-1\ndate: 2025-11-20\npeople: "[[Sam Ortega]]"\n---\n',
  '2025-10-30 Sam.md': '---\ntype: 1-1\ndate: 2025-10-30\npeople: "[[Sam Fox]]"\n---\n',
};

test('the people of the meeting come first, then those met last, and I at the end', () => {
  const check = (query: string, path = '2025-10-28 Sync.md'): string[] =>
    ownerChoices(indexOf(TEXTS), { today: '2025-11-03', query, path, line: 8, me: ['Mara Voss'] }).map(
      ({ name, note: why }) => `${name}: ${why}`,
    );
  expect(check('')).toEqual([
    'Dana Fox: in this meeting',
    'Sam Ortega: in this meeting',
    'Sam Fox: last met 30 Oct',
    'Mara Voss: you',
  ]);
  expect(check('sam')).toEqual(['Sam Ortega: in this meeting', 'Sam Fox: last met 30 Oct']);
  expect(check('fo')).toEqual(['Dana Fox: in this meeting', 'Sam Fox: last met 30 Oct']);
  expect(check('df')).toEqual(['Dana Fox: in this meeting']);
  expect(check('me')).toEqual(['Mara Voss: you']);
  expect(check('old')).toEqual([]);
  expect(check('sam', 'Elsewhere.md')).toEqual(['Sam Fox: last met 30 Oct', 'Sam Ortega: last met 28 Oct']);
});

async function suggest({
  enabled = [],
  plugins = {},
  data = {},
}: { enabled?: readonly string[]; plugins?: object; data?: object } = {}): Promise<OwnerSuggest> {
  const settings = { current: readSettings({ me: ['Mara Voss'], ...data }).settings } as PluginSettings;
  const store = new LiveStore({
    host: new MemoryHost(TEXTS),
    settings,
    pace: new Pace(() => 0),
    today: () => '2025-11-03',
  });
  await store.current();
  const { original } = new AppDouble({});
  Object.assign(original, { plugins: { enabledPlugins: new Set(enabled), plugins } });
  return new OwnerSuggest(original, { store, settings });
}

const file = () => {
  const found = new AppDouble({ '2025-10-28 Sync.md': '' }).original.vault.getFileByPath('2025-10-28 Sync.md');
  if (found === null) throw new Error('no note');
  return found;
};
const editorOf = (line: string, changes: unknown[] = []): Editor =>
  ({
    getLine: () => line,
    replaceRange: (...change: unknown[]) => changes.push(change),
    setCursor: (cursor: unknown) => changes.push(cursor),
  }) as unknown as Editor;

test('it is quiet but behind an @ in a task', async () => {
  const own = await suggest();
  const query = (line: string): string | null =>
    own.onTrigger({ line: 6, ch: line.length }, editorOf(line), file())?.query ?? null;
  expect(query('- [ ] Send it @')).toBe('');
  expect(query('  1. [ ] Send it @Sam Or')).toBe('Sam Or');
  expect(query('> - [/] Send it @sam')).toBe('sam');
  for (const line of [
    '- Send it @sam',
    'Mail a@b',
    '- [ ] Mail ann@acme',
    '- [ ] Send @[[Sam',
    '- [ ] @a b c d e f',
    '- [ ] Send it',
  ])
    expect([line, query(line)]).toEqual([line, null]);
  const off = await suggest({ data: { suggestOwners: false } });
  expect(off.onTrigger({ line: 6, ch: 7 }, editorOf('- [ ] @'), file())).toBeNull();
  const owned = await suggest({ enabled: ['at-people'] });
  expect(owned.onTrigger({ line: 6, ch: 7 }, editorOf('- [ ] @'), file())).toBeNull();
});

test.each([
  ['the same sign', { autocompleteTriggerPhrase: '@' }, { '@': false, '@sam': true, '@tom': false }],
  ['the same sign by default', {}, { '@': false, '@dana': true, '@tod': false }],
  ['another sign', { autocompleteTriggerPhrase: '!' }, { '@': true, '@sam': true, '@tom': true }],
  ['no suggestions', { isAutosuggestEnabled: false, autocompleteTriggerPhrase: '@' }, { '@': true, '@tom': true }],
])('beside natural-language-dates with %s', async (_, settings, expected) => {
  const own = await suggest({ enabled: ['nldates-obsidian'], plugins: { 'nldates-obsidian': { settings } } });
  for (const [typed, answers] of Object.entries(expected)) {
    const line = `- [ ] Send it ${typed}`;
    const found = own.onTrigger({ line: 6, ch: line.length }, editorOf(line), file());
    expect([typed, found !== null]).toEqual([typed, answers]);
  }
});

test('of several suggesters ours is asked first, and Tasks after it', async () => {
  const own = await suggest();
  const tasks = { name: 'tasks' };
  const dates = { name: 'dates' };
  const suggests: unknown[] = [tasks, dates, own];
  for (let times = 0; times < 2; times++) {
    putFirst(withSuggests(suggests), own);
    expect(suggests.map((one) => (one === own ? 'ours' : one))).toEqual(['ours', tasks, dates]);
  }
  const without: unknown[] = [tasks];
  putFirst(withSuggests(without), own);
  expect(without).toEqual([tasks]);
  // The list is not part of the API.
  for (const other of [undefined, {}, 'suggests']) putFirst(withSuggests(other), own);
});

function withSuggests(suggests: unknown): App {
  return { workspace: { editorSuggest: { suggests } } } as unknown as App;
}

test('whom one chooses is written so that it leads to the page', async () => {
  for (const [query, wanted] of [
    ['dana', '@[[Dana Fox]]'],
    ['ortega', '@[[People/Sam Ortega/README|Sam Ortega]]'],
    ['me', '@Mara Voss'],
  ] as const) {
    const own = await suggest();
    const changes: unknown[] = [];
    const context = {
      query,
      file: file(),
      start: { line: 6, ch: 11 },
      end: { line: 6, ch: 12 + query.length },
      editor: editorOf('', changes),
    } as EditorSuggestContext;
    const [choice] = await own.getSuggestions(context);
    Object.assign(own, { context });
    if (choice !== undefined) own.selectSuggestion(choice);
    expect(changes).toEqual([[wanted, context.start, context.end], { line: 6, ch: 11 + wanted.length }]);
  }
});
