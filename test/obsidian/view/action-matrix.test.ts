/**
 * Every action, from every place where a row is acted on, over both hosts, whatever happened to the line meanwhile:
 * exactly the lines it names change, and taking it back brings every byte back.
 */
// First: it gives the window the text coding that every window of the app has.
import { AppDouble } from '../app-double';
import { MemoryHost } from '../../doubles/memory-host';
import type { RowAction } from '../../../src/edit/row-action';
import type { VaultHost } from '../../../src/host/vault-host';
import { AppVaultHost } from '../../../src/obsidian/vault/app-vault-host';
import { LiveStore } from '../../../src/obsidian/vault/live-store';
import { Pace } from '../../../src/obsidian/vault/pace';
import { PluginSettings } from '../../../src/obsidian/vault/plugin-settings';
import { LiveViewStore } from '../../../src/obsidian/view/live-view-store';
import type { FoundRow } from '../../../src/page/row-finder';

const TODAY = '2025-11-03';
const NOTE = 'Meetings/2025-10-28 Dana.md';
const PAGE = 'People/Dana Fox.md';
const HEAD = ['---', 'type: 1-1', 'date: 2025-10-28', 'people: "[[Dana Fox]]"', '---'];

interface Case {
  readonly action: RowAction;
  readonly section: string;
  readonly line: string;
  readonly words: string;
  readonly after: readonly string[];
  /** What stands around it, and says other things. */
  readonly around: string;
  /** What stands above them in the section. */
  readonly head?: readonly string[];
  /** It is declined, because of its form. */
  readonly refused?: RegExp;
}

const task = (action: RowAction, line: string, ...after: string[]): Case => ({
  action,
  section: 'Action items',
  line,
  words: 'Send the draft',
  after,
  around: '- [ ] Something else @me',
});
const question = (action: RowAction, line: string, ...after: string[]): Case => ({
  action,
  section: 'Open questions',
  line,
  words: 'Who signs?',
  after,
  around: '- What else?',
});

const bullet = (action: RowAction, line: string, ...after: string[]): Case => ({
  ...task(action, line, ...after),
  around: '- Something else @me',
});
const row = (action: RowAction, line: string, ...after: string[]): Case => ({
  ...task(action, line, ...after),
  around: '| Something else | me |  |  |',
  head: ['| Action | Owner | Due | Status |', '| --- | --- | --- | --- |'],
});
const marked = (action: RowAction, line: string, ...after: string[]): Case => ({
  ...task(action, line, ...after),
  section: 'Notes',
  around: 'It rained.',
});

const CASES: readonly Case[] = [
  task({ do: 'complete' }, '- [ ] Send the draft @Dana Fox', '- [x] Send the draft @Dana Fox ✅ 2025-11-03'),
  task(
    { do: 'complete' },
    '- [ ] Send the draft @me 🔁 every week 📅 2025-10-31',
    '- [ ] Send the draft @me 🔁 every week 📅 2025-11-07',
    '- [x] Send the draft @me 🔁 every week 📅 2025-10-31 ✅ 2025-11-03',
  ),
  task({ do: 'reopen' }, '- [x] Send the draft @Dana Fox ✅ 2025-10-30', '- [ ] Send the draft @Dana Fox'),
  task({ do: 'accept' }, '- [?] Send the draft @Dana Fox #proposed', '- [ ] Send the draft @Dana Fox'),
  task({ do: 'dismiss' }, '- [?] Send the draft @Dana Fox', '- [-] Send the draft @Dana Fox ❌ 2025-11-03'),
  task(
    { do: 'due', date: '2025-11-07' },
    '- [ ] Send the draft @Dana Fox',
    '- [ ] Send the draft @Dana Fox 📅 2025-11-07',
  ),
  task({ do: 'due', date: null }, '- [ ] Send the draft @me 📅 2025-10-31', '- [ ] Send the draft @me'),
  task(
    { do: 'snooze', until: '2025-11-10' },
    '- [ ] Send the draft @me 📅 2025-10-31',
    '- [ ] Send the draft @me 📅 2025-11-10',
  ),
  task({ do: 'priority', priority: 'high' }, '- [ ] Send the draft @me', '- [ ] Send the draft @me ⏫'),
  task({ do: 'owner', owners: ['[[Dana Fox]]'] }, '- [ ] Send the draft', '- [ ] Send the draft @[[Dana Fox]]'),
  task({ do: 'owner', owners: [] }, '- [ ] Send the draft @me', '- [ ] Send the draft'),
  bullet({ do: 'complete' }, '- Send the draft @Dana Fox', '- [x] Send the draft @Dana Fox ✅ 2025-11-03'),
  bullet({ do: 'complete' }, '3. Send the draft @me', '3. [x] Send the draft @me ✅ 2025-11-03'),
  bullet({ do: 'due', date: '2025-11-07' }, '- Send the draft @me', '- Send the draft @me 📅 2025-11-07'),
  bullet({ do: 'owner', owners: ['[[Dana Fox]]'] }, '- Send the draft', '- Send the draft @[[Dana Fox]]'),
  row({ do: 'complete' }, '| Send the draft | Dana Fox |  | Open |', '| Send the draft | Dana Fox |  | Done |'),
  row({ do: 'reopen' }, '| Send the draft | me |  | Done |', '| Send the draft | me |  |      |'),
  row({ do: 'due', date: '2025-11-07' }, '| Send the draft | me |  |  |', '| Send the draft | me | 2025-11-07 |  |'),
  row({ do: 'priority', priority: 'high' }, '| Send the draft | me |  |  |', '| Send the draft ⏫ | me |  |  |'),
  row(
    { do: 'owner', owners: ['[[Dana Fox]]'] },
    '| Send the draft | me |  |  |',
    '| Send the draft | [[Dana Fox]] |  |  |',
  ),
  {
    ...row({ do: 'complete' }, '| Send the draft | me |'),
    around: '| Something else | me |',
    head: ['| Action | Owner |', '| --- | --- |'],
    refused: /^Not done: the table in .* has no Status column/,
  },
  marked({ do: 'due', date: '2025-11-07' }, 'Action: Send the draft @me', 'Action: Send the draft @me 📅 2025-11-07'),
  marked(
    { do: 'snooze', until: '2025-11-10' },
    'Action: Send the draft @me',
    'Action: Send the draft @me 📅 2025-11-10',
  ),
  { ...marked({ do: 'complete' }, 'Action: Send the draft @me'), refused: /^Not done: .* has no status/ },
  question({ do: 'answer', answer: 'Bo' }, '- Who signs?', '- Who signs?', '  - Answer: Bo [answered:: 2025-11-03]'),
  question({ do: 'answer', answer: '' }, '- Who signs?', '- Who signs? [answered:: 2025-11-03]'),
  question({ do: 'pin' }, '- Who signs?', '- Who signs? #pin'),
  question({ do: 'unpin' }, '- Who signs? #pin', '- Who signs?'),
  question({ do: 'drop' }, '- Who signs?', '- ~~Who signs?~~'),
  {
    action: { do: 'raised' },
    section: 'Ideas',
    line: '- Pilot budget [[Dana Fox]] #raise',
    words: 'Pilot budget',
    after: ['- ~~Pilot budget [[Dana Fox]] #raise~~'],
    around: '- an idea',
  },
];

interface State {
  /** The section's lines when the vault was read, and by the time of the act; `T` is the line, `O` another. */
  readonly then: string;
  readonly now: string;
  /** Whether the act is declined. */
  readonly declined?: true;
}

const STATES: Readonly<Record<string, State>> = {
  'as it was': { then: 'OTO', now: 'OTO' },
  'with a twin beside it': { then: 'OTTO', now: 'OTTO' },
  'with a look-alike beside it': { then: 'LTL', now: 'LTL' },
  'edited above': { then: 'OTO', now: 'OOOTO' },
  'moved within its section': { then: 'TOO', now: 'OOT' },
  'beside a twin that came meanwhile': { then: 'OTO', now: 'OTTO', declined: true },
  deleted: { then: 'OTO', now: 'OO', declined: true },
  changed: { then: 'OTO', now: 'OLO', declined: true },
};

/** The note; each `T` as `lines`. */
function noteOf(
  { section, line, around, head = [] }: Case,
  pattern: string,
  lines: readonly string[] = [line],
): string {
  // Of twins that recur only the last writes the next one.
  const last = pattern.lastIndexOf('T');
  const body = [...pattern].flatMap((mark, at) =>
    mark === 'T'
      ? at < last && line.includes('🔁')
        ? lines.slice(-1)
        : lines
      : [mark === 'O' ? around : line.replace(/draft|signs|budget/, '$& soon')],
  );
  return [...HEAD, `## ${section}`, ...head, ...body, '## Tail', 'The end.', ''].join('\n');
}

interface Vault {
  readonly host: VaultHost;
  /** Behind the plugin's back. */
  readonly put: (text: string) => void;
  readonly texts: () => Record<string, string>;
  readonly close: () => void;
}

const HOSTS: Readonly<Record<string, (texts: Readonly<Record<string, string>>) => Vault>> = {
  'in the vault in memory': (texts) => {
    const host = new MemoryHost(texts);
    return {
      host,
      put: (text) => {
        host.put(NOTE, text);
      },
      texts: () => host.texts(),
      close: () => undefined,
    };
  },
  'in the app, the note closed': (texts) => {
    const double = new AppDouble(texts);
    return {
      host: new AppVaultHost(double.original, new Pace(() => 0)),
      put: (text) => {
        double.put(NOTE, text);
      },
      texts: () => double.texts(),
      close: () => undefined,
    };
  },
  'in the app, the note open and not saved': (texts) => {
    const double = new AppDouble(texts);
    const { editor, close } = double.open(NOTE);
    const put = (text: string): void => {
      editor.transaction({
        changes: [{ from: editor.offsetToPos(0), to: editor.offsetToPos(editor.getValue().length), text }],
      });
    };
    return {
      host: new AppVaultHost(double.original, new Pace(() => 0)),
      put,
      texts: () => ({ ...double.texts(), [NOTE]: editor.getValue() }),
      close,
    };
  },
};

/** How a place comes to the row that it acts on. */
const PLACES: Readonly<Record<string, (views: LiveViewStore, one: Case, text: string) => FoundRow | null>> = {
  'a list': (views, { line }) => {
    const { index } = views.known ?? {};
    const rows: readonly FoundRow[] = [
      ...(index?.tasks ?? []).map((row) => ({ is: 'task' as const, row })),
      ...(index?.questions ?? []).map((row) => ({ is: 'question' as const, row })),
      ...(index?.raises ?? []).map((row) => ({ is: 'raise' as const, row })),
    ];
    return rows.find(({ row }) => row.sources.some((source) => source.text === line)) ?? null;
  },
  'a page': (views, { section, words }) =>
    views.known?.rows.ofPage(`- ${words} · anything — [[2025-10-28 Dana#${section}|28 Oct]]`, PAGE)?.found ?? null,
  'the note': (views, { line }, text) =>
    views.known?.rows.ofNote(NOTE, text.split('\n').indexOf(line) + 1, line) ?? null,
};

for (const [hostName, open] of Object.entries(HOSTS)) {
  describe(hostName, () => {
    for (const [placeName, rowAt] of Object.entries(PLACES)) {
      for (const [stateName, { then, now, declined }] of Object.entries(STATES)) {
        test(`${placeName}, the line ${stateName}`, async () => {
          for (const one of CASES) await check(one);
        });

        const check = async (one: Case): Promise<void> => {
          const before = noteOf(one, then);
          const vault = open({ [PAGE]: '# Dana Fox\n', [NOTE]: before });
          const settings = new PluginSettings({
            loadData: () => Promise.resolve({ me: ['Mara Voss'] }),
            saveData: () => Promise.resolve(),
          });
          await settings.load();
          const store = new LiveStore({ host: vault.host, settings, pace: new Pace(() => 0), today: () => TODAY });
          const views = new LiveViewStore({
            store,
            host: vault.host,
            settings,
            today: () => TODAY,
            now: () => Date.UTC(2025, 10, 3, 10),
          });
          await store.current();
          const found = rowAt(views, one, before);
          if (found === null || found.is === 'statement') throw new Error('There is no such row.');
          if (now !== then) vault.put(noteOf(one, now));
          const acted = await views.act(found.row, one.action);
          const stays = declined === true || one.refused !== undefined;
          const expected = noteOf(one, now, stays ? [one.line] : one.after);
          expect([one.action.do, acted.outcome === 'done', vault.texts()]).toEqual([
            one.action.do,
            !stays,
            { [PAGE]: '# Dana Fox\n', [NOTE]: expected },
          ]);
          if (declined === true) expect(acted.said).toMatch(/^Not done: .*; nothing was written/);
          else if (one.refused !== undefined) expect(acted.said).toMatch(one.refused);
          else {
            expect(await views.undo()).toMatchObject({ outcome: 'done' });
            expect(vault.texts()).toEqual({ [PAGE]: '# Dana Fox\n', [NOTE]: noteOf(one, now) });
          }
          store.end();
          vault.close();
        };
      }
    }
  });
}

test('that makes 2,160 combinations, of 13 actions', () => {
  expect(CASES.length * Object.keys(STATES).length * Object.keys(PLACES).length * Object.keys(HOSTS).length).toBe(2160);
  expect(new Set(CASES.map(({ action }) => action.do)).size).toBe(13);
});
