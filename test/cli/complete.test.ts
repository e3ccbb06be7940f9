/** `throughline complete` on real folders, the day being 2025-11-03. */
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const NOTE = 'Vault/Meetings/2025-10-28 Dana.md';
const TEXT =
  '\ufeff---\r\ntype: 1-1\r\n---\r\n# Dana\r\n- [ ] Send draft 📅 2025-10-31\r\n- [ ] Water ferns 🔁 every week 📅 2025-10-31\r\n- [ ] Bin this 🏁 delete\r\n- plain';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write(NOTE, TEXT);
});
afterEach(() => {
  scratch.remove();
});

async function run(line: readonly string[], cwd = 'Vault') {
  const { status, out, err } = await scratch.run(['complete', ...line], { realVault: true }, cwd);
  return { status, out, err };
}

function read(file = NOTE): string {
  return readFileSync(path.join(scratch.root, file), 'utf8');
}

describe('what it does', () => {
  test('one line changes; it says from what to what', async () => {
    expect(await run(['Meetings/2025-10-28 Dana.md:5'])).toEqual({
      status: 0,
      err: '',
      out: 'Changed Meetings/2025-10-28 Dana.md:5\n  - [ ] Send draft 📅 2025-10-31\n→ - [x] Send draft 📅 2025-10-31 ✅ 2025-11-03\n',
    });
    expect(read()).toBe(TEXT.replace('- [ ] Send draft 📅 2025-10-31', '- [x] Send draft 📅 2025-10-31 ✅ 2025-11-03'));
  });

  test('twice is as before', async () => {
    await run(['Meetings/2025-10-28 Dana.md:5']);
    expect((await run(['Meetings/2025-10-28 Dana.md:5'])).out).toContain('→ - [ ] Send draft 📅 2025-10-31\n');
    expect(read()).toBe(TEXT);
  });

  test('a recurring task, by the Tasks settings of the vault and the day that is given', async () => {
    scratch.write('Vault/.obsidian/plugins/obsidian-tasks-plugin/data.json', '{"recurrenceOnNextLine": true}');
    expect((await run(['Meetings/2025-10-28 Dana.md:6', '--today', '2025-11-01'])).out.split('\n').slice(2)).toEqual([
      '→ - [x] Water ferns 🔁 every week 📅 2025-10-31 ✅ 2025-11-01',
      '→ - [ ] Water ferns 🔁 every week 📅 2025-11-07',
      '',
    ]);
    expect(read()).toContain('✅ 2025-11-01\r\n- [ ] Water ferns 🔁 every week 📅 2025-11-07\r\n');
  });

  test('a line that goes', async () => {
    expect((await run(['Meetings/2025-10-28 Dana.md:7'])).out).toBe(
      'Changed Meetings/2025-10-28 Dana.md:7\n  - [ ] Bin this 🏁 delete\n→ (deleted, as 🏁 delete says)\n',
    );
    expect(read()).toBe(TEXT.replace('- [ ] Bin this 🏁 delete\r\n', ''));
  });

  test('--json', async () => {
    const { out } = await run(['Meetings/2025-10-28 Dana.md:7', '--json']);
    expect(out).toBe(
      '{"path":"Meetings/2025-10-28 Dana.md","line":7,"before":"- [ ] Bin this 🏁 delete","after":[]}\n',
    );
  });

  test('--dry-run writes nothing', async () => {
    const { mtimeMs } = statSync(path.join(scratch.root, NOTE));
    expect((await run(['Meetings/2025-10-28 Dana.md:5', '--dry-run'])).out).toMatch(
      /^Would change Meetings\/2025-10-28 Dana\.md:5\n/,
    );
    expect(JSON.parse((await run(['Meetings/2025-10-28 Dana.md:5', '--dry-run', '--json'])).out)).toMatchObject({
      line: 5,
      after: ['- [x] Send draft 📅 2025-10-31 ✅ 2025-11-03'],
    });
    expect([read(), statSync(path.join(scratch.root, NOTE)).mtimeMs]).toEqual([TEXT, mtimeMs]);
  });

  test('a status that leads to itself', async () => {
    scratch.write(
      'Vault/.obsidian/plugins/obsidian-tasks-plugin/data.json',
      '{"statusSettings": {"customStatuses": [{"symbol": " ", "nextStatusSymbol": " ", "type": "TODO"}]}}',
    );
    expect(await run(['Meetings/2025-10-28 Dana.md:5'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^Nothing to change at /) as unknown,
    });
    expect(read()).toBe(TEXT);
  });
});

describe('which note', () => {
  const place = async (line: readonly string[], cwd: string) => {
    const { out, err } = await run([...line, '--dry-run', '--json'], cwd);
    return out === '' ? err : (JSON.parse(out) as { path: string }).path;
  };
  const DANA = 'Meetings/2025-10-28 Dana.md';

  test.each([
    ['a vault path, from anywhere in it', [`${DANA}:5`], 'Vault/Meetings'],
    ['without .md, with other separators', ['Meetings\\2025-10-28 Dana:5'], 'Vault'],
    ['from the current folder', ['2025-10-28 Dana.md:5'], 'Vault/Meetings'],
    ['./', ['./2025-10-28 Dana:5'], 'Vault/Meetings'],
    ['../', ['../Meetings/2025-10-28 Dana.md:5'], 'Vault/Meetings'],
    ['from outside, --vault', [`${DANA}:5`, '--vault', '../Vault'], 'plain'],
    ['from outside, as a file', [`../${NOTE}:5`], 'plain'],
    ['from above, as a file', [`${NOTE}:5`], ''],
    ['from above, as a file, --vault', [`${NOTE}:5`, '--vault', 'Vault'], ''],
  ])('%s', async (_, line, cwd) => {
    expect(await place(line, cwd)).toBe(DANA);
  });

  test('from the root of the disk', async () => {
    expect(await place([`${path.join(scratch.root, NOTE)}:5`], 'plain')).toBe(DANA);
  });

  test('a vault that is reached by a link', async () => {
    symlinkSync(path.join(scratch.root, 'Vault'), path.join(scratch.root, 'Link'));
    expect(await place([`${path.join(scratch.root, 'Link/Meetings/2025-10-28 Dana.md')}:5`], 'plain')).toBe(DANA);
    expect(await place(['Link/Meetings/2025-10-28 Dana.md:5', '--vault', 'Vault'], '')).toBe(DANA);
  });

  test('two that fit are asked about', async () => {
    scratch.write('Vault/a.md', '- [ ] at the root\n');
    scratch.write('Vault/Meetings/a.md', '- [ ] in the folder\n');
    expect(await place(['a.md:1'], 'Vault/Meetings')).toBe(
      'throughline: "a.md" could be "a.md" of the vault or "Meetings/a.md", seen from this folder; give "./a.md:1" for the one seen from here, or its whole path from "/" for the other\n',
    );
    expect(await place(['./a.md:1'], 'Vault/Meetings')).toBe('Meetings/a.md');
    expect(await place([`${path.join(scratch.root, 'Vault/a.md')}:1`], 'Vault/Meetings')).toBe('a.md');
    expect(await place(['a.md:1'], 'Vault')).toBe('a.md');
  });

  test('a name with a colon', async () => {
    scratch.write('Vault/2:1 with Bo.md', '- [ ] a\n');
    expect(await place(['2:1 with Bo.md:1'], 'Vault')).toBe('2:1 with Bo.md');
  });
});

describe('wrong use is one line and status 2, and nothing is written', () => {
  const NO_LINE = (given: string) =>
    `"${given}" has no line number; use PATH:LINE, such as "Meetings/2025-10-28 Dana.md:12"`;
  const NO_NOTE = (given: string) =>
    `there is no note "${given}"; give its path in the vault or from this folder, such as "Meetings/2025-10-28 Dana.md:12"`;
  test.each([
    ['Meetings/2025-10-28 Dana.md', NO_LINE('Meetings/2025-10-28 Dana.md')],
    ['', NO_LINE('')],
    [':5', NO_LINE(':5')],
    ['a.md:x', NO_LINE('a.md:x')],
    ['a.md:-5', NO_LINE('a.md:-5')],
    ['a.md:5', NO_NOTE('a.md')],
    ['./a.md:5', NO_NOTE('./a.md')],
    ['Meetings:5', NO_NOTE('Meetings')],
    ['.trash/gone.md:1', NO_NOTE('.trash/gone.md')],
    ['./.trash/gone.md:1', NO_NOTE('./.trash/gone.md')],
    ['a\0b:5', NO_NOTE('a\ufffdb')],
    [
      'Meetings/2025-10-28 Dana.md:99',
      'Meetings/2025-10-28 Dana.md has 8 lines, so line 99 is not in it; count lines from 1, and count the frontmatter too',
    ],
    [
      'Meetings/2025-10-28 Dana.md:0',
      'Meetings/2025-10-28 Dana.md has 8 lines, so line 0 is not in it; count lines from 1, and count the frontmatter too',
    ],
    [
      'Meetings/2025-10-28 Dana.md:8',
      'Meetings/2025-10-28 Dana.md:8 is not a task (it is a list item without a checkbox: “- plain”); choose the line of a checkbox, such as “- [ ] Send minutes”',
    ],
    [
      'Meetings/2025-10-28 Dana.md:2',
      'Meetings/2025-10-28 Dana.md:2 is not a task (it is frontmatter: “type: 1-1”); choose the line of a checkbox, such as “- [ ] Send minutes”',
    ],
  ])('%j', async (given, message) => {
    scratch.write('Vault/.trash/gone.md', '- [ ] a\n');
    expect(await run([given])).toEqual({ status: 2, out: '', err: `throughline: ${message}\n` });
    expect(read()).toBe(TEXT);
  });

  test('no place at all, two places, no vault, a file of another vault', async () => {
    expect(await run([])).toEqual({
      status: 2,
      out: '',
      err: "throughline: missing required argument 'row' (see `throughline --help`)\n",
    });
    expect((await run(['a.md:1', 'b.md:2'])).err).toMatch(/there is no folder "b.md:2"/);
    expect((await run(['a.md:1'], 'plain')).err).toMatch(/^throughline: not inside a vault: /);
    mkdirSync(path.join(scratch.root, 'Other/.obsidian'), { recursive: true });
    expect((await run([`../${NOTE}:5`, '--vault', '.'], 'Other')).err).toMatch(
      /^throughline: "\.\.\/Vault\/.*" is outside the vault ".*Other"; give its own vault, as in --vault DIR\n$/,
    );
  });
});

test('a task that cannot be completed where it is: the reason, and status 4', async () => {
  const text = '---\ntype: meeting\ndate: 2025-10-28\n---\nAction: Dana to send the draft\n';
  scratch.write('Vault/Meetings/line.md', text);
  const { status, out, err } = await run(['Meetings/line.md:5']);
  expect({ status, out }).toEqual({ status: 4, out: '' });
  expect(err).toContain('is plain text and has no status');
  expect(readFileSync(path.join(scratch.root, 'Vault/Meetings/line.md'), 'utf8')).toBe(text);
});

test('what the disk refuses is a failure, named', async () => {
  chmodSync(path.join(scratch.root, NOTE), 0o444);
  expect(await run(['Meetings/2025-10-28 Dana.md:5'])).toEqual({
    status: 3,
    out: '',
    err: 'throughline: “Meetings/2025-10-28 Dana.md” could not be written: it is read-only.\n',
  });
});

test('a note that changes meanwhile: its line is found again, or left alone with status 4', async () => {
  const moved = `New\n${TEXT.slice(1)}`;
  const found = await scratch.run(
    ['complete', 'Meetings/2025-10-28 Dana.md:5'],
    {
      realVault: true,
      meanwhile: () => {
        scratch.write(NOTE, moved);
      },
    },
    'Vault',
  );
  expect({ status: found.status, out: found.out.split('\n')[0] }).toEqual({
    status: 0,
    out: 'Changed Meetings/2025-10-28 Dana.md:6',
  });
  const gone = await scratch.run(
    ['complete', 'Meetings/2025-10-28 Dana.md:7'],
    {
      realVault: true,
      meanwhile: () => {
        scratch.write(NOTE, '# Dana\n');
      },
    },
    'Vault',
  );
  expect({ status: gone.status, out: gone.out, err: gone.err }).toEqual({
    status: 4,
    out: '',
    err: 'throughline: Meetings/2025-10-28 Dana.md has changed and no longer has this line: “- [ ] Water ferns 🔁 every week 📅 2025-10-31”; nothing was written, look at the note and choose the line again\n',
  });
  expect(read()).toBe('# Dana\n');
});
