/** `throughline link` on real folders. */
import { chmodSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const PATH = 'Meetings/2025-10-28 Dana.md';
const NOTE = `Vault/${PATH}`;
const TEXT =
  '\ufeff---\r\ntype: 1-1\r\ndate: 2025-10-28\r\npeople: ["[[Ann Lee]]"]\r\n---\r\n# Ann Lee\r\nAnn asks Acme. Ann waits.\r\n\r\nGlobex, Budget, [[Ann Lee]]';
const LINKED = TEXT.replace('Ann asks Acme', 'Ann asks [[Acme]]');

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write(NOTE, TEXT);
  scratch.write('Vault/People/Ann Lee/README.md', '# Ann Lee\n');
  scratch.write('Vault/Accounts/Acme.md', '# Acme\n');
  scratch.write('Vault/Accounts/Globex.md', '# Globex\n');
  scratch.write('Vault/Projects/Globex.md', '# Globex\n');
  scratch.write('Vault/Projects/Budget.md', '# Budget\n');
});
afterEach(() => {
  scratch.remove();
});

async function run(line: readonly string[], cwd = 'Vault') {
  const { status, out, err } = await scratch.run(['link', ...line], { realVault: true }, cwd);
  return { status, out, err };
}

function read(file = NOTE): string {
  return readFileSync(path.join(scratch.root, file), 'utf8');
}

describe('what it shows', () => {
  test('what would be linked, what is not certain, what leads nowhere; nothing is written', async () => {
    const { mtimeMs } = statSync(path.join(scratch.root, NOTE));
    expect(await run([PATH])).toEqual({
      status: 0,
      err: '',
      out: [
        `Would link 1 name in ${PATH}; --write links them`,
        '     7  Acme → [[Acme]]',
        '  2 more mentions of names already linked here; --all links them too',
        'Could be several: write the full name, or a link',
        '     9  Globex: Globex (Accounts/Globex.md) or Globex (Projects/Globex.md)',
        'Common words that are also names: --accept-name WORD always treats one as a name',
        '     9  Budget → [[Budget]]',
        'Broken links: --fix repairs those that match a page',
        '     9  [[Ann Lee]] → [[People/Ann Lee/README|Ann Lee]]',
        '',
      ].join('\n'),
    });
    expect([read(), statSync(path.join(scratch.root, NOTE)).mtimeMs]).toEqual([TEXT, mtimeMs]);
  });

  test('--json', async () => {
    const { out } = await run([PATH, '--json']);
    const record = JSON.parse(out) as { mentions: { text: string; from: number; to: number }[]; mends: unknown[] };
    expect(record).toMatchObject({ path: PATH, written: false, changes: true });
    expect(record.mentions.map(({ from, to }) => TEXT.slice(from, to))).toEqual([
      'Ann',
      'Acme',
      'Ann',
      'Globex',
      'Budget',
    ]);
    expect(record.mentions[1]).toEqual({
      line: 7,
      from: TEXT.indexOf('Acme'),
      to: TEXT.indexOf('Acme') + 4,
      text: 'Acme',
      state: 'link',
      link: '[[Acme]]',
      entity: { kind: 'account', name: 'Acme', page: 'Accounts/Acme.md' },
      candidates: [{ kind: 'account', name: 'Acme', page: 'Accounts/Acme.md' }],
    });
    expect(record.mentions[3]).toMatchObject({
      state: 'ambiguous',
      entity: null,
      link: null,
      candidates: [{ kind: 'account' }, { kind: 'project' }],
    });
    expect(record.mentions[4]).toMatchObject({ state: 'unaccepted', link: '[[Budget]]' });
    expect(record.mends).toEqual([
      expect.objectContaining({
        line: 9,
        text: '[[Ann Lee]]',
        state: 'proposed',
        link: '[[People/Ann Lee/README|Ann Lee]]',
      }),
    ]);
  });

  test('--diff', async () => {
    const { out } = await run([PATH, '--diff', '--fix']);
    expect(out).toContain('\n-Ann asks Acme. Ann waits.\r\n+Ann asks [[Acme]]. Ann waits.\r\n');
    expect(out).toContain('\n+Globex, Budget, [[People/Ann Lee/README|Ann Lee]]\n');
    expect(read()).toBe(TEXT);
    expect((await run(['People/Ann Lee/README.md', '--diff'])).out).toBe('');
  });

  test('nothing to link', async () => {
    expect(await run(['People/Ann Lee/README.md'])).toEqual({
      status: 0,
      err: '',
      out: 'Nothing to link in People/Ann Lee/README.md.\n',
    });
  });
});

describe('--write', () => {
  test('makes the links, twice is once', async () => {
    expect((await run([PATH, '--write'])).out).toMatch(/^Linked 1 name in /);
    expect(read()).toBe(LINKED);
    const { mtimeMs } = statSync(path.join(scratch.root, NOTE));
    expect((await run([PATH, '--write'])).out).toMatch(/^Nothing to link in /);
    expect([read(), statSync(path.join(scratch.root, NOTE)).mtimeMs]).toEqual([LINKED, mtimeMs]);
  });

  test('--fix fixes links, --all links every mention', async () => {
    await run([PATH, '--write', '--fix']);
    expect(read()).toBe(LINKED.replace('Budget, [[Ann Lee]]', 'Budget, [[People/Ann Lee/README|Ann Lee]]'));
    expect(JSON.parse((await run([PATH, '--write', '--all', '--json'])).out)).toMatchObject({
      written: true,
      changes: true,
    });
    expect(read()).toContain('[[People/Ann Lee/README|Ann]] asks [[Acme]]. [[People/Ann Lee/README|Ann]] waits.');
  });

  test('a note that changes meanwhile is planned again', async () => {
    const now = `${TEXT}\r\n\r\nmore by [[Accounts/Acme]]\r\n## B\r\nAcme`;
    const { status } = await scratch.run(
      ['link', PATH, '--write'],
      {
        realVault: true,
        meanwhile: () => {
          scratch.write(NOTE, now);
        },
      },
      'Vault',
    );
    expect(status).toBe(0);
    expect(read()).toBe(now.replace('## B\r\nAcme', '## B\r\n[[Acme]]'));
  });

  test('with other people in it, too', async () => {
    scratch.write('Vault/People/Ann Roth.md', '# Ann Roth\n');
    const text = TEXT.replace('# Ann Lee', '# Sync').replace(', [[Ann Lee]]', '');
    scratch.write(NOTE, text);
    const now = text.replace('"[[Ann Lee]]"', '"[[Ann Lee]]", "[[Ann Roth]]"');
    await scratch.run(
      ['link', PATH, '--write'],
      {
        realVault: true,
        meanwhile: () => {
          scratch.write(NOTE, now);
        },
      },
      'Vault',
    );
    expect(read()).toBe(now.replace('Acme', '[[Acme]]'));
  });

  test('what the disk refuses is a failure, named', async () => {
    chmodSync(path.join(scratch.root, NOTE), 0o444);
    const { status, err } = await run([PATH, '--write']);
    expect({ status, err }).toEqual({
      status: 3,
      err: `throughline: “${PATH}” could not be written: it is read-only.\n`,
    });
    expect(read()).toBe(TEXT);
  });
});

describe('which note', () => {
  test.each([
    ['2025-10-28 Dana', 'Vault/Meetings'],
    ['./2025-10-28 Dana.md', 'Vault/Meetings'],
    [NOTE, ''],
    [`../${NOTE}`, 'plain'],
    ['Meetings\\2025-10-28 Dana', 'Vault'],
  ])('%s from %j', async (given, cwd) => {
    const { out, err } = await run([given, '--json'], cwd);
    expect({ err, path: (JSON.parse(out) as { path: string }).path }).toEqual({ err: '', path: PATH });
  });

  test.each([
    [
      'none.md',
      'there is no note "none.md"; give its path in the vault or from this folder, such as "Meetings/2025-10-28 Dana.md"',
    ],
    [
      'Meetings',
      'there is no note "Meetings"; give its path in the vault or from this folder, such as "Meetings/2025-10-28 Dana.md"',
    ],
    ['Archive/a.md', 'Archive/a.md is excluded by the settings or in Obsidian; move it, or change “exclude”'],
    [
      'Meetings/off.md',
      'Meetings/off.md says “throughline: false”, so it is left alone; remove that line from its properties first',
    ],
    ['Throughline/Names.md', 'Throughline/Names.md is a page that Throughline writes; choose a note of your own'],
    [
      'a (Conflicted copy phone 202510281030).md',
      'a (Conflicted copy phone 202510281030).md is one of two versions that sync left; decide which one to keep first',
    ],
  ])('wrong use: %s', async (given, message) => {
    for (const file of ['Archive/a.md', 'Throughline/Names.md', 'a (Conflicted copy phone 202510281030).md'])
      scratch.write(`Vault/${file}`, 'Ann Lee\n');
    scratch.write('Vault/Meetings/off.md', '---\nthroughline: false\n---\nAnn Lee\n');
    expect(await run([given, '--write'])).toEqual({ status: 2, out: '', err: `throughline: ${message}\n` });
  });

  test('none, and two outputs', async () => {
    expect((await run([])).status).toBe(2);
    expect((await run([PATH, '--json', '--diff'])).status).toBe(2);
  });
});

describe('a common word that is a name', () => {
  const LINE = /^- "Budget" → \[\[Budget\]\] · among \[\[Budget\]\] · since \d{4}-\d{2}-\d{2}$/m;
  const names = 'Vault/Throughline/Names.md';

  test('is accepted once, remembered, and linked from then on', async () => {
    expect((await run([PATH, '--accept-name', 'budget'])).out).toContain(
      'Would accept in Throughline/Names.md\n  - "Budget" → [[Budget]] · among',
    );
    expect(read()).toBe(TEXT);
    const { status, out } = await run([PATH, '--accept-name', 'budget', '--write']);
    expect([status, out.split('\n')[0]]).toEqual([0, `Linked 2 names in ${PATH}`]);
    expect(read(names)).toMatch(LINE);
    expect(read()).toBe(LINKED.replace('Budget', '[[Budget]]'));
    scratch.write('Vault/Meetings/2025-10-29.md', 'The Budget is set.\n');
    expect((await run(['Meetings/2025-10-29.md'])).out).toContain('Budget → [[Budget]]');
    const again = await run([PATH, '--accept-name', 'Budget', '--write']);
    expect(again).toEqual({
      status: 2,
      out: '',
      err: expect.stringContaining('“Budget” is not a word of this note that could be a name') as string,
    });
  });
});
