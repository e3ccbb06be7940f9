/** `throughline repair-encoding` on real folders. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const NOTE = 'Vault/Meetings/2025-10-28 Dana.md';
const TEXT =
  '\ufeff---\r\ntype: 1-1\r\ndate: 2025-10-28\r\ntitle: JosÃ©\r\n---\r\n- [ ] Send it @Ann â« ðŸ“… 2025-10-31\r\n- «MAÇÃ» stays';
const MENDED =
  '\ufeff---\r\ntype: 1-1\r\ndate: 2025-10-28\r\ntitle: José\r\n---\r\n- [ ] Send it @Ann ⏫ 📅 2025-10-31\r\n- «MAÇÃ» stays';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write(NOTE, TEXT);
  scratch.write('Vault/Meetings/São.md', '# São Paulo – «MAÇÃ» ⏫\n');
  scratch.write('Vault/archive/Old.md', 'itâ€™s old\n');
  scratch.write('Vault/Left.md', '---\nthroughline: false\n---\nitâ€™s mine\n');
  scratch.write('Vault/Meetings/A (Conflicted copy phone 202510281030).md', 'itâ€™s a copy\n');
});
afterEach(() => {
  scratch.remove();
});

async function run(line: readonly string[] = []) {
  const { status, out, err } = await scratch.run(['repair-encoding', ...line], { realVault: true }, 'Vault');
  return { status, out, err };
}

const read = (file = NOTE): string => readFileSync(path.join(scratch.root, file), 'utf8');

test('shows each damaged line and what was meant; nothing is written', async () => {
  const { mtimeMs } = statSync(path.join(scratch.root, NOTE));
  expect(await run()).toEqual({
    status: 0,
    err: '',
    out: [
      '2 lines of 1 note are damaged; --write fixes them',
      '',
      'Meetings/2025-10-28 Dana.md',
      '     4  title: JosÃ©',
      '     → title: José',
      '     6  - [ ] Send it @Ann â« ðŸ“… 2025-10-31',
      '     → - [ ] Send it @Ann ⏫ 📅 2025-10-31  (bytes were lost: the most usual sign)',
      '',
      'Damaged too, and left alone (excluded, marked `throughline: false`, or a conflicted copy): Left.md, Meetings/A (Conflicted copy phone 202510281030).md, archive/Old.md',
      '',
    ].join('\n'),
  });
  expect(read()).toBe(TEXT);
  expect(statSync(path.join(scratch.root, NOTE)).mtimeMs).toBe(mtimeMs);
});

test('--write mends those runs and no other byte, once, and undo takes it back', async () => {
  const { status, out } = await run(['--write']);
  expect([status, out.split('\n')[0]]).toEqual([0, 'Fixed 2 lines of 1 note; `throughline undo` reverts that']);
  expect(read()).toBe(MENDED);
  expect(read('Vault/archive/Old.md')).toBe('itâ€™s old\n');
  expect((await run(['--write'])).out.split('\n')[0]).toBe('No note is damaged.');
  expect((await scratch.run(['undo'], { realVault: true }, 'Vault')).status).toBe(0);
  expect(read()).toBe(TEXT);
});

test('--diff and --json', async () => {
  expect((await run(['--diff'])).out).toContain('-title: JosÃ©\r\n+title: José\r\n');
  const { notes, left } = JSON.parse((await run(['--json'])).out) as { notes: unknown; left: unknown };
  expect(notes).toEqual([
    {
      path: 'Meetings/2025-10-28 Dana.md',
      written: false,
      lines: [
        { line: 4, before: 'title: JosÃ©', after: 'title: José', certain: true },
        {
          line: 6,
          before: '- [ ] Send it @Ann â« ðŸ“… 2025-10-31',
          after: '- [ ] Send it @Ann ⏫ 📅 2025-10-31',
          certain: false,
        },
      ],
    },
  ]);
  expect(left).toHaveLength(3);
  expect((await run(['--diff', '--json'])).status).toBe(2);
});

test('a note that changes meanwhile is fixed as it is then', async () => {
  await scratch.run(
    ['repair-encoding', '--write'],
    {
      realVault: true,
      meanwhile: () => {
        scratch.write(NOTE, `${TEXT}\r\nitâ€™s new — «MAÇÃ»`);
      },
    },
    'Vault',
  );
  expect(read()).toBe(`${MENDED}\r\nit’s new — «MAÇÃ»`);
});
