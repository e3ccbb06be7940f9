/** `week` on a copy of the sample vault, the day being 2025-11-03. */
import { sampleFiles } from '../sample-vault';
import { Scratch } from './fake-shell';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  for (const [file, content] of Object.entries(sampleFiles()))
    if (typeof content === 'string') scratch.write(`Vault/${file}`, content);
});
afterEach(() => {
  scratch.remove();
});

const run = (...line: readonly string[]) =>
  scratch.run([...line, '--today', '2025-11-03'], { realVault: true }, 'Vault');
const PAGE = 'Vault/Throughline/Weeks/2025-W44.md';

test('the page is written, is the same bytes again, changes no other row, and is taken back', async () => {
  const queue = await run('queue', '--json');
  const inspected = await run('inspect', '--json');
  const diff = await run('week', '2025-W44', '--diff');
  expect(diff.out).toContain('+# Week 44 of 2025');
  expect((await run('week', '2025-W44', '--write')).out).toBe('created  Throughline/Weeks/2025-W44.md\n');
  const text = scratch.read(PAGE);
  expect((await run('week', '2025-10-28', '--write')).out).toBe('Throughline/Weeks/2025-W44.md is up to date.\n');
  expect(scratch.read(PAGE)).toBe(text);
  expect((await run('week', '2025-W44', '--diff')).out).toBe('');
  expect((await run('queue', '--json')).out).toBe(queue.out);
  expect((await run('inspect', '--json')).out).toBe(inspected.out);
  expect((await run('undo')).out).toMatch(/^Undid the week page of .*: 1 to the trash\./);
  expect(() => scratch.read(PAGE)).toThrow();
}, 60_000);

test('every row of ten weeks is where it says', async () => {
  let rows = 0;
  for (let week = 35; week < 45; week++) {
    const { out } = await run('week', `2025-W${week}`, '--json');
    const record = JSON.parse(out) as Record<string, unknown>;
    for (const [key, list] of Object.entries(record)) {
      if (!Array.isArray(list) || key === 'people' || key === 'privateMeetings') continue;
      for (const row of list as readonly Record<string, unknown>[]) {
        const places = (row['sources'] ?? row['notes']) as readonly { readonly path: string; readonly line: number }[];
        expect(places.length).toBeGreaterThan(0);
        for (const { path, line } of places) {
          const text = scratch.read(`Vault/${path}`).split(/\r\n|\r|\n/)[line - 1];
          rows += 1;
          // A meeting is where its note begins; of a row in damaged encoding only some words are as they were meant.
          const words = typeof row['text'] === 'string' ? (row['text'].match(/[\p{L}\p{N}]{3,}/gu) ?? []) : [];
          const isMeeting = key === 'meetings' || key === 'messages';
          expect({ path, line, hasWords: words.length > 0, isThere: text !== undefined }).toEqual({
            path,
            line,
            hasWords: !isMeeting,
            isThere: true,
          });
          const missing = words.filter((word) => text?.includes(word) !== true);
          expect({ path, line, missing: missing.length * 2 > words.length ? missing : [] }).toEqual({
            path,
            line,
            missing: [],
          });
        }
      }
    }
  }
  expect(rows).toBeGreaterThan(200);
}, 120_000);

test('a week is named by a day or in words, the vault after it or alone', async () => {
  const title = async (...line: readonly string[]) => (await run('week', ...line)).out.split('\n')[0];
  const [last, current] = [await title('last week'), await title()];
  expect(last).toMatch(/^Week 44 of 2025 · /);
  expect(current).toMatch(/^Week 45 of 2025 · /);
  expect(await title('2025-w44', '.')).toBe(last);
  expect(await title('.')).toBe(current);
  expect(await run('week', '2025-W53')).toMatchObject({
    status: 2,
    err: expect.stringContaining('"2025-W53" is not a week') as unknown,
  });
  for (const wrong of [
    ['--recap', '--json'],
    ['--recap', '--write'],
    ['--diff', '--json'],
  ])
    expect(await run('week', ...wrong)).toMatchObject({ status: 2, out: '' });
}, 60_000);

test('a page whose block is damaged is left alone, with status 4', async () => {
  scratch.write(PAGE, '# Week\n\n<!-- throughline:begin week -->\nrow\n');
  const ran = await run('week', '2025-W44', '--write');
  expect([ran.status, ran.out]).toEqual([4, expect.stringContaining('was left alone')]);
}, 60_000);
