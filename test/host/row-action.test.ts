import fc from 'fast-check';
import type { RowAction } from '../../src/edit/row-action';
import { actOnRows, noteOf, type RowActionOptions } from '../../src/host/row-action';
import { undoLast } from '../../src/host/undo';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { MemoryHost } from '../doubles/memory-host';
import { indexOf, type Texts } from '../vault-of';

const NOW = Date.UTC(2025, 10, 3, 10);
const meeting = (date: string, body: string): string =>
  `---\ntype: 1-1\ndate: ${date}\npeople: "[[Dana Fox]]"\n---\n${body}`;
const VAULT: Texts = {
  'Meetings/1.md': meeting('2025-10-14', '## Action items\n- [ ] Confirm the dates @Dana Fox\n- [ ] Send draft @me\n'),
  'Meetings/2.md': meeting(
    '2025-10-28',
    '## Action items\r\n- [ ] Confirm the dates @Dana Fox 📅 2025-11-01\r\n## Open questions\r\n- Who signs?',
  ),
  'People/Dana Fox.md': '# Dana Fox\n',
};

/** Does something to the row that reads `text`. */
async function act(
  host: MemoryHost,
  text: string,
  action: RowAction,
  options: Partial<RowActionOptions> = {},
  texts: Texts = VAULT,
) {
  const index = indexOf(texts);
  const row = [...index.tasks, ...index.questions, ...index.raises].find((one) => one.text === text);
  if (row === undefined) throw new Error(`no row “${text}”`);
  return actOnRows(host, [row.sources], action, {
    rules: DEFAULT_NOTE_RULES,
    today: '2025-11-03',
    now: NOW,
    write: true,
    noteThen: (path) => noteOf(index.notes, path),
    ...options,
  });
}

test('every source of the row changes, as one step that undo takes back', async () => {
  const host = new MemoryHost(VAULT);
  expect(await act(host, 'Confirm the dates', { do: 'complete' })).toEqual({
    outcome: 'done',
    written: ['Meetings/1.md', 'Meetings/2.md'],
    skipped: [],
    failures: [],
    changes: [
      {
        path: 'Meetings/1.md',
        line: 7,
        before: '- [ ] Confirm the dates @Dana Fox',
        after: ['- [x] Confirm the dates @Dana Fox ✅ 2025-11-03'],
      },
      {
        path: 'Meetings/2.md',
        line: 7,
        before: '- [ ] Confirm the dates @Dana Fox 📅 2025-11-01',
        after: ['- [x] Confirm the dates @Dana Fox 📅 2025-11-01 ✅ 2025-11-03'],
      },
    ],
  });
  expect(host.writes).toEqual(['process Meetings/1.md', 'process Meetings/2.md']);
  await undoLast(host, { now: NOW + 1000, write: true });
  expect(host.texts()).toEqual(VAULT);
});

test('without `write` it only says what would be', async () => {
  const host = new MemoryHost(VAULT);
  expect(await act(host, 'Who signs?', { do: 'pin' }, { write: false })).toMatchObject({
    outcome: 'done',
    changes: [{ after: ['- Who signs? #pin'] }],
    written: [],
  });
  expect(host.writes).toEqual([]);
});

test('nothing is written where nothing changes', async () => {
  const host = new MemoryHost(VAULT);
  expect(await act(host, 'Send draft', { do: 'due', date: null })).toEqual({
    outcome: 'done',
    changes: [],
    written: [],
    skipped: [],
    failures: [],
  });
  expect(host.writes).toEqual([]);
});

test('a note that changes meanwhile is looked at again', async () => {
  const host = new MemoryHost(VAULT);
  host.interrupt('process', 'Meetings/1.md', () => {
    host.put('Meetings/1.md', `${VAULT['Meetings/1.md'] ?? ''}- [ ] New @me\n`.replace('## Action', '\n\n## Action'));
  });
  expect(await act(host, 'Send draft', { do: 'due', date: '2025-11-07' })).toMatchObject({
    outcome: 'done',
    changes: [{ line: 10, after: ['- [ ] Send draft @me 📅 2025-11-07'] }],
    written: ['Meetings/1.md'],
  });
  expect(host.texts()['Meetings/1.md']).toBe(
    meeting(
      '2025-10-14',
      '\n\n## Action items\n- [ ] Confirm the dates @Dana Fox\n- [ ] Send draft @me 📅 2025-11-07\n- [ ] New @me\n',
    ),
  );

  host.put('Meetings/1.md', VAULT['Meetings/1.md'] ?? '');
  host.interrupt('process', 'Meetings/1.md', () => {
    host.put('Meetings/1.md', 'gone');
  });
  expect(await act(host, 'Send draft', { do: 'complete' })).toMatchObject({
    outcome: 'done',
    changes: [],
    written: [],
    skipped: [{ path: 'Meetings/1.md' }],
  });
  expect(host.texts()['Meetings/1.md']).toBe('gone');
});

test('a deleted note declines the whole row', async () => {
  const host = new MemoryHost(VAULT);
  host.remove('Meetings/1.md');
  expect(await act(host, 'Confirm the dates', { do: 'complete' })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'note-gone', path: 'Meetings/1.md' },
  });
  expect(host.writes).toEqual([]);
});

test('a full disk is told', async () => {
  const host = new MemoryHost(VAULT);
  host.fail('process', 'Meetings/2.md', 'io');
  expect(await act(host, 'Confirm the dates', { do: 'complete' })).toMatchObject({
    written: ['Meetings/1.md'],
    failures: [{ path: 'Meetings/2.md', code: 'io' }],
  });
  host.fail('read', 'Meetings/2.md', 'denied');
  await expect(act(host, 'Confirm the dates', { do: 'complete' })).rejects.toMatchObject({ code: 'denied' });
});

test('a note over 5 MB is left alone', async () => {
  const host = new MemoryHost({
    ...VAULT,
    'Meetings/1.md': `${VAULT['Meetings/1.md'] ?? ''}${'x'.repeat(5 * 1024 * 1024)}`,
  });
  expect(await act(host, 'Send draft', { do: 'complete' })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'note-too-large', path: 'Meetings/1.md' },
  });
});

const LINES = [
  '- [ ] Send it @me',
  '- [x] Send it @me ✅ 2025-10-01',
  '- [ ] Call @Dana Fox 📅 2025-10-31',
  '- [ ] Water 🔁 every day 📅 2025-11-01',
  '- [ ] Bin it 🏁 delete',
  '- [?] Maybe @me',
  '- Who signs?',
  'Why?',
  '- a fact',
  '- Ask [[Dana Fox]] #raise',
  '## Action items',
  '## Open questions',
];
const ACTIONS: readonly RowAction[] = [
  { do: 'complete' },
  { do: 'reopen' },
  { do: 'accept' },
  { do: 'dismiss' },
  { do: 'drop' },
  { do: 'due', date: '2025-11-07' },
  { do: 'due', date: null },
  { do: 'snooze', until: '2025-11-07' },
  { do: 'priority', priority: 'high' },
  { do: 'owner', owners: ['[[Dana Fox]]'] },
  { do: 'pin' },
  { do: 'unpin' },
  { do: 'answer', answer: 'Bo' },
  { do: 'answer', answer: '' },
  { do: 'raised' },
];

test('undo takes any action back, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.constantFrom(...ACTIONS),
      fc.constantFrom('\n', '\r\n'),
      async (bodies, pick, action, end) => {
        const texts = Object.fromEntries(
          bodies.map((lines, at) => [
            `${at}.md`,
            meeting(`2025-10-1${at}`, `${lines.join('\n')}\n`).replace(/\n/g, end),
          ]),
        );
        const index = indexOf(texts);
        const rows = [...index.tasks, ...index.questions, ...index.raises];
        const row = rows[pick % Math.max(rows.length, 1)];
        fc.pre(row !== undefined);
        const host = new MemoryHost(texts);
        const outcome = await actOnRows(host, [row.sources], action, {
          rules: DEFAULT_NOTE_RULES,
          today: '2025-11-03',
          now: NOW,
          write: true,
          noteThen: (path) => noteOf(index.notes, path),
        });
        if (outcome.outcome === 'refused' || outcome.written.length === 0) {
          expect(host.texts()).toEqual(texts);
          return;
        }
        expect(outcome.changes.length).toBeGreaterThan(0);
        await undoLast(host, { now: NOW + 1000, write: true });
        expect(host.texts()).toEqual(texts);
      },
    ),
    { numRuns: 150 },
  );
});
