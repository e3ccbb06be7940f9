/** `throughline review` on real folders, the day being 2025-11-03. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

interface Listed {
  readonly id: string;
  readonly name: string;
}

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write('Vault/People/Sam Ortega.md', '# Sam\r\n');
  scratch.write('Vault/People/Sam Fox.md', '');
  scratch.write('Vault/People/Zoë Brandt.md', '---\naliases:\n  - Zo # short\n---\n');
  scratch.write(
    'Vault/Meetings/2025-10-28 Sync.md',
    '---\ntype: meeting\npeople: [Dana]\n---\n## Action items\n- [ ] Send draft @Sam\n- [ ] Water ferns @Zoe Brant\n',
  );
  scratch.write(
    'Vault/Meetings/2025-08-28 Old.md',
    '---\ntype: meeting\npeople: [Dana]\n---\n## Action items\n- [ ] Find the key @Zoë Brand\n',
  );
});
afterEach(() => {
  scratch.remove();
});

async function run(...line: string[]) {
  const { status, out, err } = await scratch.run(['review', ...line], { realVault: true }, 'Vault');
  return { status, out, err };
}

async function idOf(name: string): Promise<string> {
  const found = (JSON.parse((await run('--json', '--all')).out) as Listed[]).find((one) => one.name === name);
  return found?.id ?? 'gone';
}

const read = (file: string): string => readFileSync(path.join(scratch.root, 'Vault', file), 'utf8');
const NAMES = 'Throughline/Names.md';

test('lists what it asks, with where it stands', async () => {
  const [sam, zoe] = [await idOf('Sam'), await idOf('Zoe Brant')];
  const { status, out, err } = await run();
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out.split('\n')).toEqual(
    expect.arrayContaining([
      '2 names to review',
      `${sam}  Sam: which one?`,
      '  1  Sam Fox     People/Sam Fox.md',
      '  2  Sam Ortega  People/Sam Ortega.md',
      '  Meetings/2025-10-28 Sync.md:6  - [ ] Send draft @Sam',
      `${zoe}  Zoe Brant: another spelling?`,
      '2 more: `throughline review --all` lists them.',
    ]),
  );
  expect(existsSync(path.join(scratch.root, 'Vault', NAMES))).toBe(false);
});

test('proposed tasks are a count, with where they are settled', async () => {
  expect((await run()).out).not.toContain('proposed');
  scratch.write(
    'Vault/Meetings/2025-10-30 Sync.md',
    '---\ntype: meeting\npeople: [Dana]\n---\n## Action items\n- [?] Buy gloves @Sam Fox\n- [ ] Buy hats @Sam Fox #proposed\n- [-] Buy boots @Sam Fox #proposed\n',
  );
  expect((await run()).out).toContain(
    "\n2 tasks are only suggested, in 1 note. Accept them in the app's review, or change their checkbox in the note.\n",
  );
});

test('--json is an array of proposals; --all goes further back', async () => {
  const recent = JSON.parse((await run('--json')).out) as Listed[];
  expect(recent.find(({ name }) => name === 'Sam')).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6,}$/) as unknown,
    kind: 'resolve',
    name: 'Sam',
    entityKind: 'person',
    count: 1,
    candidates: [
      { kind: 'person', name: 'Sam Fox', page: 'People/Sam Fox.md' },
      { kind: 'person', name: 'Sam Ortega', page: 'People/Sam Ortega.md' },
    ],
    why: '2 pages match “Sam”.',
    evidence: [{ path: 'Meetings/2025-10-28 Sync.md', line: 6, text: '- [ ] Send draft @Sam', date: '2025-10-28' }],
  });
  expect([
    recent.map(({ name }) => name).sort(),
    (JSON.parse((await run('--json', '--all')).out) as Listed[]).map(({ name }) => name).sort(),
  ]).toEqual([
    ['Sam', 'Zoe Brant'],
    ['Dana', 'Sam', 'Zoe Brant', 'Zoë Brand'],
  ]);
});

test('an accepted name is written, said, and asked about no more', async () => {
  const sam = await idOf('Sam');
  expect(await run('--accept', sam, '--as', 'Sam Ortega')).toEqual({
    status: 0,
    err: '',
    out: [
      'Accepted: Sam',
      '  - "Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]',
      `new  ${NAMES}`,
      '`throughline rollup` updates your pages.',
      '',
    ].join('\n'),
  });
  expect(read(NAMES)).toBe(
    '# Names\n\nWhat was decided about names, one line each. Edit or delete a line to change your mind.\n\n- "Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]\n',
  );
  expect(await idOf('Sam')).toBe('gone');
  expect(await run('--accept', sam)).toMatchObject({
    status: 2,
    err: `throughline: no suggestion "${sam}", or it is already answered; see \`throughline review --all\`\n`,
  });
});

test('several answers at once, by the beginning of an ID; --json says what was written', async () => {
  const [sam, zoe] = [await idOf('Sam'), await idOf('Zoe Brant')];
  const { status, out } = await run('--reject', sam.slice(0, 6), '--accept', zoe.slice(0, 6), '--json');
  expect({ status, ...(JSON.parse(out) as object) }).toEqual({
    status: 0,
    answers: [
      {
        id: zoe,
        kind: 'alias',
        name: 'Zoe Brant',
        accepted: true,
        until: null,
        said: ['People/Zoë Brandt.md has the alias “Zoe Brant”.'],
      },
      {
        id: sam,
        kind: 'resolve',
        name: 'Sam',
        accepted: false,
        until: null,
        said: ['- "Sam" is not [[Sam Fox]]', '- "Sam" is not [[Sam Ortega]]'],
      },
    ],
    created: [NAMES],
    updated: ['People/Zoë Brandt.md'],
    skipped: [],
    failures: [],
  });
  expect(read('People/Zoë Brandt.md')).toBe('---\naliases:\n  - Zo # short\n  - Zoe Brant\n---\n');
  expect(JSON.parse((await run('--json')).out) as Listed[]).toEqual([]);
  expect((await run()).out).toMatch(/^Nothing to review\.\n/);
});

test('--dry-run and --diff write nothing', async () => {
  const zoe = await idOf('Zoe Brant');
  expect((await run('--accept', zoe, '--dry-run')).out).toBe(
    'Accepted: Zoe Brant\n  People/Zoë Brandt.md has the alias “Zoe Brant”.\nwould change  People/Zoë Brandt.md\n',
  );
  expect((await run('--accept', zoe, '--diff')).out).toContain('\n   - Zo # short\n+  - Zoe Brant\n ---\n');
  expect(read('People/Zoë Brandt.md')).toBe('---\naliases:\n  - Zo # short\n---\n');
});

test('a broken line of Names.md is named; the others count', async () => {
  scratch.write(`Vault/${NAMES}`, '# Names\n- "Zoe Brant" is not [[Zoë Brandt]]\n- "Sam" → Sam Fox\n');
  const { out } = await run();
  expect(out).toContain('1 name to review\n');
  expect(out).toContain(
    `1 problem\n  ${NAMES}:3  This answer cannot be read, so it is ignored: "Sam" → Sam Fox. Write it like the lines around it.\n`,
  );
  await run('--accept', await idOf('Sam'), '--as', '1');
  expect(read(NAMES)).toBe(
    '# Names\n- "Zoe Brant" is not [[Zoë Brandt]]\n- "Sam" in [[2025-10-28 Sync]] → [[Sam Fox]]\n- "Sam" → Sam Fox\n',
  );
});

describe('wrong use is one line and status 2, and nothing is written', () => {
  test.each([
    [['--accept', 'x'], 'Give an ID'],
    [['--accept', 'abcdefgh'], 'no suggestion "abcdefgh", or it is already answered; see `throughline review --all`'],
    [['--as', '1'], '--as needs exactly one --accept ID'],
    [['--for', 'note'], '--for needs --accept ID or --reject ID'],
    [['--for', 'ever', '--accept', 'SAM'], 'note, group, always'],
    [['--diff'], '--diff needs --accept ID or --reject ID'],
    [['--json', '--diff'], '--json and --diff cannot be combined; give one of them'],
    [['--accept', 'SAM'], '“Sam” could be Sam Fox or Sam Ortega; say which, as in --as 1 or --as "Sam Fox"'],
    [['--accept', 'SAM', '--reject', 'SAM'], '“Sam” is answered twice; give one answer only'],
  ])('%j', async (line, message) => {
    const sam = await idOf('Sam');
    const { status, out, err } = await run(...line.map((word) => (word === 'SAM' ? sam : word)));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^throughline: [^\n]+\n$/);
    expect(err).toContain(message);
    expect(existsSync(path.join(scratch.root, 'Vault', NAMES))).toBe(false);
  });
});

test('what changes meanwhile is answered all the same; what the disk refuses is a failure, named', async () => {
  scratch.write(`Vault/${NAMES}`, '- "May" is not a name\n');
  const sam = await idOf('Sam');
  const line = ['review', '--accept', sam, '--as', '1'];
  const { status } = await scratch.run(
    line,
    {
      realVault: true,
      meanwhile: () => {
        scratch.write(`Vault/${NAMES}`, '- "June" is not a name\n');
      },
    },
    'Vault',
  );
  expect([status, read(NAMES)]).toEqual([0, '- "June" is not a name\n- "Sam" in [[2025-10-28 Sync]] → [[Sam Fox]]\n']);
  chmodSync(path.join(scratch.root, 'Vault/People/Zoë Brandt.md'), 0o444);
  expect(await run('--accept', await idOf('Zoe Brant'))).toMatchObject({
    status: 3,
    err: 'throughline: “People/Zoë Brandt.md” could not be written: it is read-only.\n',
  });
});

describe('what is put off, and what is said twice', () => {
  const meeting = (words: string) =>
    `---\ntype: meeting\npeople: [Dana]\nproject: "[[Atlas]]"\n---\n## Action items\n- [ ] ${words} @Sam Fox\n`;

  test('--postpone: a week, or --until a day; listed by --all, and asked again then', async () => {
    const sam = await idOf('Sam');
    const { status, out } = await run('--postpone', sam);
    expect({ status, out }).toEqual({
      status: 0,
      out: expect.stringContaining(`Postponed: Sam\n  - "Sam" waits until 2025-11-10 · ${sam}\n`) as string,
    });
    expect((await run()).out).not.toContain(sam);
    expect((await run('--today', '2025-11-09')).out).not.toContain(sam);
    expect((await run('--today', '2025-11-10')).out).toContain(sam);
    expect((await run('--all')).out).toContain(sam);
    const later = await run('--postpone', sam, '--until', '2025-11-20', '--json');
    expect(JSON.parse(later.out)).toMatchObject({ answers: [{ id: sam, accepted: false, until: '2025-11-20' }] });
    expect(read(NAMES).match(/waits until/g)).toHaveLength(1);
    expect((await run('--postpone', sam, '--accept', sam)).status).toBe(2);
    expect((await run('--postpone', sam, '--until', '2025-11-03')).err).toContain(
      '--until 2025-11-03 is not after 2025-11-03',
    );
    expect((await run('--until', '2025-11-20')).err).toContain('--until needs --postpone ID');
  });

  test('two tasks are one row; --diff shows the line and writes nothing', async () => {
    scratch.write('Vault/Projects/Atlas.md', '');
    scratch.write('Vault/Meetings/2025-10-20 Sync.md', meeting('Send the pricing draft to Acme'));
    scratch.write('Vault/Meetings/2025-10-27 Sync.md', meeting('Share pricing draft with Acme'));
    const id = await idOf('Share pricing draft with Acme');
    expect((await run()).out).toContain(
      `${id}  Share pricing draft with Acme: a duplicate?\n  Looks like the same task, with the same owner: “Send the pricing draft to Acme”. Both concern Atlas.\n`,
    );
    expect((await run('--accept', id, '--diff')).out).toContain(
      '+- "Share pricing draft with Acme" is the same as "Send the pricing draft to Acme"\n',
    );
    expect(existsSync(path.join(scratch.root, 'Vault', NAMES))).toBe(false);
    expect((await run('--accept', id)).status).toBe(0);
    expect(await idOf('Share pricing draft with Acme')).toBe('gone');
  });
});

describe('on a terminal, one question at a time', () => {
  const typed = async (...keys: string[]) => {
    const { status, out, err } = await scratch.run(['review'], { realVault: true, typed: keys }, 'Vault');
    return { status, out, err };
  };

  test('a number, no, later, skip; what was answered is not asked again', async () => {
    const before = read('Meetings/2025-10-28 Sync.md');
    const { status, out, err } = await typed('n', '?', '2');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('which one?');
    expect(out).toContain('  1–2  it is this one');
    expect(out).toContain('Accepted: Sam');
    expect(out).toContain('Rejected: Zoe Brant');
    expect(read(NAMES)).toContain('"Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]');
    expect(read('Meetings/2025-10-28 Sync.md')).toBe(before);
    expect(await typed()).toMatchObject({ status: 0, out: expect.not.stringContaining('which one?') as unknown });
  });

  test('later and skip write no answer, and q ends it', async () => {
    const { out } = await typed('s', 'l');
    expect(out).toContain('Postponed: Sam');
    expect(read(NAMES)).not.toContain('Sam Ortega');
    expect((await typed('q')).status).toBe(0);
  });

  test('notes that look like meetings are asked by group, and the answer is a setting', async () => {
    for (const day of ['01', '02'])
      scratch.write(`Vault/Inbox/2025-10-${day} Sync with Dana.md`, '- [ ] Send it @Sam Fox\n');
    expect((await run()).out).toContain('2 notes look like meetings');
    const { out } = await typed('y', 'q');
    expect(out).toContain('Inbox/2025-10-01 Sync with Dana.md');
    expect(JSON.parse(read('.obsidian/plugins/throughline/data.json'))).toMatchObject({
      looksLike: { 'Inbox: word': true },
    });
    expect((await run()).out).not.toContain('look like meetings');
  });
});
