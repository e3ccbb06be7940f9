import { inspectVault, planVaultRollup, rollUp } from '../../src/host/roll-up';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const yard = (date: string): string => `# Yard\n\nDate: ${date}\nAttendees: Ann Hale\n\nDecided: two shifts\n`;

async function dates(files: Record<string, string>, settings = DEFAULT_SETTINGS): Promise<unknown[]> {
  const { inspection, dayOrder } = await inspectVault(new MemoryHost(files), { settings, today: '2025-11-03' });
  const read = inspection.notes.flatMap(({ path, meetings }) => meetings.map(({ date }) => `${path} ${date ?? '-'}`));
  return [...read, dayOrder === null ? null : `${dayOrder.order} by ${dayOrder.notes}`];
}

const UNDECIDED = { 'Meetings/A.md': yard('03/04/2025') };
const DAY_FIRST = { 'Meetings/B.md': yard('14/04/2025'), 'Meetings/C.md': yard('15/04/2025') };

test('dates of two notes that leave no choice decide 03/04/2025 in a third', async () => {
  expect(await dates({ ...UNDECIDED, ...DAY_FIRST })).toEqual([
    'Meetings/A.md 2025-04-03',
    'Meetings/B.md 2025-04-14',
    'Meetings/C.md 2025-04-15',
    'day-first by 2',
  ]);
});

test('names of files decide as well', async () => {
  const named = {
    'Meetings/11-17-2024 Yard.md': yard('11-17-2024'),
    'Meetings/12-16-2024 Yard.md': yard('12-16-2024'),
  };
  expect(await dates({ ...UNDECIDED, ...named })).toContain('Meetings/A.md 2025-03-04');
});

test.each([
  ['one note alone', { 'Meetings/B.md': yard('14/04/2025') }],
  ['notes that disagree', { ...DAY_FIRST, 'Meetings/D.md': yard('04/20/2025') }],
  ['dots, which are always day first', { 'Meetings/B.md': yard('14.04.2025'), 'Meetings/C.md': yard('15.04.2025') }],
])('%s decide nothing, and the date is told', async (_, others) => {
  const files = { ...UNDECIDED, ...others };
  expect((await dates(files)).at(-1)).toBeNull();
  const { problems } = await planVaultRollup(new MemoryHost(files), {
    settings: DEFAULT_SETTINGS,
    today: '2025-11-03',
  });
  expect(problems).toContainEqual({ path: 'Meetings/A.md', line: 1, code: 'date-undecided', value: '03/04/2025' });
});

test('a setting goes before what dates tell; where no note needs an order none is inferred', async () => {
  const monthFirst = { ...DEFAULT_SETTINGS, dayOrder: 'month-first' as const };
  expect(await dates({ ...UNDECIDED, ...DAY_FIRST }, monthFirst)).toContain('Meetings/A.md 2025-03-04');
  expect((await dates(DAY_FIRST)).at(-1)).toBeNull();
});

test('a rollup that was told the order afterwards changes nothing', async () => {
  const host = new MemoryHost({ 'People/Ann Hale.md': '', ...UNDECIDED, ...DAY_FIRST });
  const { dayOrder } = await rollUp(host, { settings: DEFAULT_SETTINGS, today: '2025-11-03', now: 0 });
  expect(dayOrder).toEqual({ order: 'day-first', notes: 2 });
  const settings = { ...DEFAULT_SETTINGS, dayOrder: 'day-first' as const };
  const { plan } = await planVaultRollup(host, { settings, today: '2025-11-03' });
  expect(plan.edits).toEqual([]);
});
