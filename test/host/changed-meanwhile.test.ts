/** A page that changes between planning and writing is planned again from what it holds by then. */
import { rollUp } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
const PAGE = 'People/Ann Lee.md';
const OLD = '---\ntype: 1-1\ndate: 2025-10-21\npeople: ["[[Ann Lee]]"]\n---\n## Decisions\n- Old decision\n';
const NEW = OLD.replace('10-21', '10-28').replace('Old decision', 'New decision');

/** Rolled up once, then again with a new meeting, while somebody changes the page right before it is written. */
async function check(
  change: (page: string) => string,
): Promise<{ page: string; skipped: readonly { path: string }[] }> {
  const host = new MemoryHost({ [PAGE]: '# Ann Lee\n\nText\n', 'M/2025-10-21.md': OLD });
  await rollUp(host, { settings, today, now: 0 });
  host.put('M/2025-10-28.md', NEW);
  host.interrupt('process', PAGE, () => {
    host.put(PAGE, change(host.texts()[PAGE] ?? ''));
  });
  const { result } = await rollUp(host, { settings, today, now: 0 });
  const page = host.texts()[PAGE] ?? '';
  // What the race left is what an undisturbed rollup leaves.
  await rollUp(host, { settings, today, now: 0 });
  expect(host.texts()[PAGE]).toBe(page);
  return { page, skipped: result.skipped };
}

test('text outside the block', async () => {
  const { page } = await check((text) => `${text}written since\n`);
  expect(page).toContain('New decision');
  expect(page).toContain('Text\nwritten since\n');
});

test('a line in the block', async () => {
  const { page } = await check((text) => text.replace('### Decided', '- typed since\n### Decided'));
  expect(page).toContain('New decision');
  expect(page).toMatch(/end .*-->\n\n- \*\*Kept from the page\*\*\n- typed since\n/);
});

test('a property of the person’s own, and one of ours with another value', async () => {
  const { page } = await check((text) =>
    text.replace('---\n', '---\nstatus: busy # mine\n').replace('meeting_count: 1', 'meeting_count: 99'),
  );
  expect(page).toContain('status: busy # mine\n');
  expect(page).toContain('meeting_count: 2\n');
});

test('markers broken meanwhile: the page is left as it is', async () => {
  let broken = '';
  const { page } = await check((text) => (broken = text.replace(/<!-- throughline:end.*\n/, '')));
  expect(page).toBe(broken);
});

test('frontmatter broken meanwhile: the block is written, the frontmatter is not', async () => {
  const { page } = await check((text) => text.replace('---\n', '---\na: [\n'));
  expect(page).toContain('a: [\n');
  expect(page).toContain('meeting_count: 1\n');
  expect(page).toContain('New decision');
});

test('the block taken out by hand meanwhile comes back where a new one goes, once', async () => {
  const { page } = await check((text) => text.replace(/<!-- throughline:begin[^]*throughline:end.*\n/, ''));
  expect(page.match(/throughline:begin/g)).toHaveLength(1);
});
