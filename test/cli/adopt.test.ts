/** `throughline adopt` on real folders: what is shown, what goes, and that `undo` brings every byte back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const PAGE = 'Vault/People/Ann Lee.md';
const TEXT = `---\r\ntype: person\r\n---\r\n# Ann Lee\r\n\r\n## Key facts\r\n\r\n- Ann moves the yard to Lisbon in May with all her boats and the old crane\r\n\r\n- Ann Lee moves the yard to Lisbon in May with her boats and the old crane\r\n\r\n- Plays the harp\r\n`;
const NOTE =
  '---\ntype: meeting\ndate: 2025-10-14\npeople: [Ann Lee]\n---\n## Key facts\n- Ann moves the yard to Lisbon in May with all her boats and the old crane\n';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write(PAGE, TEXT);
  scratch.write('Vault/Sync.md', NOTE);
});
afterEach(() => {
  scratch.remove();
});

async function run(line: readonly string[] = []) {
  const { status, out, err } = await scratch.run(['adopt', ...line], { realVault: true }, 'Vault');
  return { status, out, err };
}

const read = (): string => readFileSync(path.join(scratch.root, PAGE), 'utf8');
const EXACT = '- Ann moves the yard to Lisbon in May with all her boats and the old crane\r\n\r\n';
const NEAR = '- Ann Lee moves the yard to Lisbon in May with her boats and the old crane\r\n\r\n';

interface Found {
  readonly items: readonly { readonly id: string; readonly isExact: boolean; readonly removed: boolean }[];
}

test('shows each item beside its proof; nothing is written', async () => {
  expect(await run()).toEqual({
    status: 0,
    err: '',
    out: [
      '1 item of 1 page is in your notes word for word; 1 more nearly so, which --near lists',
      '',
      'People/Ann Lee.md',
      '     8  Ann moves the yard to Lisbon in May with all her boats and the old crane',
      '     = Sync.md:7',
      '',
    ].join('\n'),
  });
  expect((await run(['--write', '--dry-run'])).out).toContain('1 item of 1 page');
  expect((await run(['--diff'])).out).toContain('-- Ann moves the yard');
  expect(read()).toBe(TEXT);
});

test('--write removes what is word for word, and undo brings every byte back', async () => {
  expect(await run(['--write'])).toEqual({
    status: 0,
    err: '',
    out: 'Removed 1 item of 1 page; `throughline undo` brings them back\n',
  });
  expect(read()).toBe(TEXT.replace(EXACT, ''));
  expect((await scratch.run(['undo'], { realVault: true }, 'Vault')).status).toBe(0);
  expect(read()).toBe(TEXT);
});

test('what is nearly so goes one by one', async () => {
  const { items } = JSON.parse((await run(['--json'])).out) as Found;
  const [near] = items.filter(({ isExact }) => !isExact);
  const { items: after } = JSON.parse((await run(['--json', '--accept', near?.id ?? ''])).out) as Found;
  expect(after.map(({ removed }) => removed)).toEqual([false, true]);
  expect(read()).toBe(TEXT.replace(NEAR, ''));
});

test('an id that nothing has is wrong use', async () => {
  const { status, err } = await run(['--accept', 'zzzz']);
  expect(status).toBe(2);
  expect(err).toContain('nothing to remove has the id zzzz');
  expect(read()).toBe(TEXT);
});

test.each<[keys: readonly string[], left: string]>([
  [['y', 'y'], TEXT.replace(EXACT, '').replace(NEAR, '')],
  [['n', 'y'], TEXT.replace(NEAR, '')],
  [['y', 'n'], TEXT.replace(EXACT, '')],
  [['q'], TEXT],
])('on a terminal, answered %j', async (typed, left) => {
  expect((await scratch.run(['adopt'], { realVault: true, typed }, 'Vault')).status).toBe(0);
  expect(read()).toBe(left);
});
