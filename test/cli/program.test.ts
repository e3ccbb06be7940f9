import type { Problem } from '../../src/note/problems';
import { HostError } from '../../src/host/vault-host';
import { EMPTY, Scratch } from './fake-shell';

let scratch: Scratch;
beforeAll(() => (scratch = new Scratch()));
afterAll(() => {
  scratch.remove();
});

const EDITS = [
  { path: 'People/Ann.md', before: null, after: '# Ann Lee\n' },
  {
    path: 'Throughline/Follow-ups.md',
    before: 'As of Mon 3 Nov 2025\n- old\n',
    after: 'As of Mon 3 Nov 2025\n- new\n',
  },
];
const CHANGES = { plan: { edits: EDITS, unchanged: 3, proposals: [] } };
const PROBLEM: Problem = { path: 'Meetings/a.md', line: 12, code: 'fence-unclosed' };
const UNCLOSED = 'This code block is never closed, so everything below it is read as code. Close it.';

describe('rollup', () => {
  test('writes, and says what changed', async () => {
    const { status, out, err, asked } = await scratch.run(['rollup', 'Vault', '--me', 'Ann Lee', '--me', 'A. Lee'], {
      planned: { ...CHANGES, problems: [PROBLEM] },
    });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(scratch.read('Vault/.obsidian/plugins/throughline/data.json'))).toEqual({
      me: ['Ann Lee', 'A. Lee'],
    });
    expect(out).toBe(
      [
        'Rolled up: 1 new, 1 changed, 3 unchanged.',
        '  new     People/Ann.md',
        '  changed Throughline/Follow-ups.md',
        '',
        '1 problem',
        `  Meetings/a.md:12  ${UNCLOSED}`,
        '',
      ].join('\n'),
    );
    expect(asked).toEqual([
      {
        call: 'rollUp',
        folder: 'Vault',
        options: expect.objectContaining({ today: '2025-11-03', asOnPages: false }) as unknown,
      },
    ]);
    expect(asked[0]?.options.settings.me).toEqual(['Ann Lee', 'A. Lee']);
  });

  test('nothing to do is said', async () => {
    const { out } = await scratch.run(['rollup', 'Vault', '--me', 'Ann Lee']);
    expect(out).toBe('Everything is up to date: 3 pages.\n');
  });

  test('who is not known to be me is told how to say so', async () => {
    scratch.write('Vault/.obsidian/plugins/throughline/data.json', '{}');
    expect((await scratch.run(['rollup', 'Vault'])).out).toContain('throughline init --me "YOUR NAME"');
    const { out } = await scratch.run(['rollup', 'Vault'], { planned: { likelyMe: 'Tom Reed' } });
    expect(out).toContain('Is Tom Reed you? ');
    expect(out).toContain('throughline config set me "Tom Reed"');
  });

  test('a vault in which little was understood is told so first', async () => {
    const understood = { meetings: 0, lookLike: 12, habits: null };
    const { out } = await scratch.run(['rollup', 'Vault'], { planned: { ...CHANGES, understood } });
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Little was understood: no note was recognised as a meeting.',
      '  12 notes look like a meeting: `throughline inspect` says which, and one answer settles a group.',
      'Rolled up: 1 new, 1 changed, 3 unchanged.',
    ]);
  });

  test.each(['--dry-run', '--diff', '--check'])('%s writes nothing', async (option) => {
    const { asked } = await scratch.run(['rollup', 'Vault', option], { planned: CHANGES });
    expect(asked.map(({ call }) => call)).toEqual(['planVaultRollup']);
  });

  test('--dry-run says what would change', async () => {
    const { status, out } = await scratch.run(['rollup', 'Vault', '--dry-run'], { planned: CHANGES });
    expect(status).toBe(0);
    expect(out).toMatch(/^Would change: 1 new, 1 changed, 3 unchanged\.\n/);
  });

  test('--check ends with 1 when anything would change, and goes by the day on the pages', async () => {
    const changes = await scratch.run(['rollup', 'Vault', '--check'], { planned: CHANGES });
    expect(changes.status).toBe(1);
    expect(changes.asked[0]?.options.asOnPages).toBe(true);
    expect((await scratch.run(['rollup', 'Vault', '--check'])).status).toBe(0);
    const dated = await scratch.run(['rollup', 'Vault', '--check', '--today', '2025-11-10']);
    expect(dated.asked[0]?.options).toMatchObject({ asOnPages: false, today: '2025-11-10' });
  });

  test('--diff prints a unified diff and nothing else', async () => {
    const { out } = await scratch.run(['rollup', 'Vault', '--diff'], { planned: { ...CHANGES, problems: [PROBLEM] } });
    expect(out).toBe(
      [
        'diff --git a/People/Ann.md b/People/Ann.md',
        'new file mode 100644',
        '--- /dev/null',
        '+++ b/People/Ann.md',
        '@@ -0,0 +1,1 @@',
        '+# Ann Lee',
        'diff --git a/Throughline/Follow-ups.md b/Throughline/Follow-ups.md',
        '--- a/Throughline/Follow-ups.md',
        '+++ b/Throughline/Follow-ups.md',
        '@@ -1,2 +1,2 @@',
        ' As of Mon 3 Nov 2025',
        '-- old',
        '+- new',
        '',
      ].join('\n'),
    );
  });

  test('--json prints one object', async () => {
    const { out } = await scratch.run(['rollup', 'Vault', '--json'], { planned: { ...CHANGES, problems: [PROBLEM] } });
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toEqual({
      created: ['People/Ann.md'],
      updated: ['Throughline/Follow-ups.md'],
      unchanged: 3,
      problems: [{ ...PROBLEM, message: UNCLOSED }],
      proposals: [],
      skipped: [],
      failures: [],
    });
  });

  test('what could not be read or written is named, and 3 beats 1', async () => {
    const failures = [new HostError('denied', 'a.md', 'a.md could not be read: permission denied')];
    const checked = await scratch.run(['rollup', 'Vault', '--check'], { planned: { ...CHANGES, failures } });
    expect({ status: checked.status, err: checked.err }).toEqual({
      status: 3,
      err: 'throughline: a.md could not be read: permission denied\n',
    });
    const written = await scratch.run(['rollup', 'Vault'], {
      planned: CHANGES,
      result: {
        written: ['People/Ann.md'],
        foundDone: [],
        skipped: [],
        failures: [
          new HostError(
            'io',
            'Throughline/Follow-ups.md',
            'Throughline/Follow-ups.md could not be written: the disk is full',
          ),
        ],
      },
    });
    expect({ status: written.status, err: written.err }).toEqual({
      status: 3,
      err: 'throughline: Throughline/Follow-ups.md could not be written: the disk is full\n',
    });
    expect(written.out).toMatch(/^Only 1 of 2 pages were written: 1 new\./);
    expect(written.out).not.toContain('Follow-ups');
  });

  test('where nothing could be written, nothing is called up to date', async () => {
    const failures = [new HostError('denied', 'journal', 'The journal could not be created: permission denied')];
    const { status, out } = await scratch.run(['rollup', 'Vault'], {
      planned: CHANGES,
      result: { written: [], foundDone: [], skipped: [], failures },
    });
    expect(status).toBe(3);
    expect(out).toMatch(/^Nothing was written; 2 pages would have changed\./);
  });

  test('a page that changed meanwhile is named as left alone', async () => {
    const skipped = [{ path: 'Throughline/Follow-ups.md', why: { code: 'changed' } as const }];
    const { status, out } = await scratch.run(['rollup', 'Vault'], {
      planned: CHANGES,
      result: { written: ['People/Ann.md'], foundDone: [], skipped, failures: [] },
    });
    expect(status).toBe(0);
    expect(out).toContain('  left    Throughline/Follow-ups.md  The file has changed since.\n');
    const none = await scratch.run(['rollup', 'Vault'], {
      planned: CHANGES,
      result: { written: [], foundDone: [], skipped, failures: [] },
    });
    expect(none.out).toMatch(/^Nothing was written; 1 page was left alone\.\n/);
  });

  test.each([
    [
      [],
      ['People/Ann.md', 'Throughline/Follow-ups.md'],
      /^Nothing was left to write: another run wrote all 2 pages first\.\n/,
    ],
    [
      ['People/Ann.md'],
      ['Throughline/Follow-ups.md'],
      /^Rolled up: 1 new, \d+ unchanged; another run wrote 1 page first\.\n/,
    ],
  ])('of two rollups at once each says what it wrote itself: %j', async (written, foundDone, said) => {
    const result = { written, foundDone, skipped: [], failures: [] };
    const { status, out } = await scratch.run(['rollup', 'Vault'], { planned: CHANGES, result });
    expect({ status, out }).toEqual({ status: 0, out: expect.stringMatching(said) as unknown });
    const json = await scratch.run(['rollup', 'Vault', '--json'], { planned: CHANGES, result });
    expect(JSON.parse(json.out)).toMatchObject({ created: written, updated: [], skipped: [], failures: [] });
  });

  test('the vault: positional, option, or the nearest parent with a configuration folder', async () => {
    const folderOf = async (line: string[], cwd: string) => (await scratch.run(line, {}, cwd)).asked[0]?.folder;
    expect(await folderOf(['rollup', 'Vault'], '')).toBe('Vault');
    expect(await folderOf(['rollup', '--vault', '../Vault'], 'plain')).toBe('Vault');
    expect(await folderOf(['rollup', 'Vault', '--vault', './Vault/'], '')).toBe('Vault');
    expect(await folderOf(['rollup'], 'Vault/Meetings')).toBe('Vault');
    scratch.write('plain/a.md', '');
    expect(await folderOf(['rollup', 'plain'], '')).toBe('plain');
    scratch.write('Other/.conf/app.json', '{}');
    scratch.write('Other/a.md', '');
    expect(await folderOf(['rollup', '--config-dir', '.conf'], 'Other')).toBe('Other');
  });

  test("settings: the vault's own, those of --config instead, --me above both", async () => {
    scratch.write('Set/.obsidian/plugins/throughline/data.json', '\uFEFF{"me": ["Ann Lee"], "rowsPerSection": 3}');
    scratch.write('Set/a.md', '');
    scratch.write('other.json', '{"me": ["Bo Kim"]}');
    const settingsOf = async (...line: string[]) =>
      (await scratch.run(['rollup', 'Set', ...line])).asked[0]?.options.settings;
    expect(await settingsOf()).toMatchObject({ me: ['Ann Lee'], rowsPerSection: 3 });
    expect(await settingsOf('--config', 'other.json')).toMatchObject({ me: ['Bo Kim'], rowsPerSection: 7 });
    expect(await settingsOf('--me', 'Dana Fox')).toMatchObject({ me: ['Dana Fox'], rowsPerSection: 3 });
  });
});

describe('on a terminal', () => {
  test('progress is one line on the error stream that is taken away, and none for few files or in a pipe', async () => {
    const progress = [
      [500, 1000],
      [501, 1000],
      [1000, 1000],
    ] as const;
    const shown = await scratch.run(['rollup', 'Vault'], { terminal: true, progress });
    expect(shown.err).toBe(
      '\r\x1b[2KReading 500 of 1,000 files (50 %)\r\x1b[2KReading 1,000 of 1,000 files (100 %)\r\x1b[2K',
    );
    expect((await scratch.run(['rollup', 'Vault'], { progress })).err).toBe('');
    expect((await scratch.run(['rollup', 'Vault'], { terminal: true, progress: [[3, 3]] })).err).toBe('');
  });

  test('colours only where they are wanted', async () => {
    const plain = await scratch.run(['rollup', 'Vault'], { planned: CHANGES, terminal: true });
    expect(plain.out).not.toContain('\x1b');
    const coloured = await scratch.run(['rollup', 'Vault'], { planned: CHANGES, terminal: true, colours: true });
    expect(coloured.out).toContain('\x1b[32mnew     \x1b[0mPeople/Ann.md');
  });

  test('what a note says cannot steer the terminal', async () => {
    const names = ['a\nb\u202e\x07'];
    const problem: Problem = { path: 'x\x1b[2Jy.md', line: 12, code: 'raise-unknown', names };
    const { out } = await scratch.run(['rollup', 'Vault'], { planned: { ...NOTHING_NEW, problems: [problem] } });
    expect(out).toContain('  x\ufffd[2Jy.md:12  “a b\ufffd\ufffd” has no page');
    const edit = { path: 'a.md', before: '', after: '\x1b]0;title\x07\n' };
    const seen = await scratch.run(['rollup', 'Vault', '--diff'], {
      planned: { plan: { edits: [edit], unchanged: 0, proposals: [] } },
      terminal: true,
    });
    expect(seen.out).not.toContain('\x1b');
    const piped = await scratch.run(['rollup', 'Vault', '--diff'], {
      planned: { plan: { edits: [edit], unchanged: 0, proposals: [] } },
    });
    expect(piped.out).toContain('+\x1b]0;title\x07\n');
  });
});

const NOTHING_NEW = { plan: { edits: [], unchanged: 3, proposals: [] } };

describe('inspect', () => {
  const note = {
    path: 'Meetings/2025-10-28 Dana.md',
    kind: 'meeting' as const,
    type: 'meeting',
    date: '2025-10-28',
    title: 'Dana',
    entities: [],
    meetings: [],
    tasks: [],
    questions: [{ line: 9, text: 'Who signs?', meeting: 0, status: 'open', answer: null, answered: null }],
    decisions: [{ line: 12, text: 'Ship it', meeting: 0 }],
    facts: [],
    outcomes: [],
    risks: [],
    raises: [],
    summary: null,
    nextMeeting: null,
  };
  const inspection = { ...EMPTY, notes: [note], problems: [PROBLEM] };

  test('counts what was read, and lists every problem', async () => {
    const { status, out } = await scratch.run(['inspect', 'Vault'], { inspection });
    expect(status).toBe(0);
    expect(out).toBe(
      [
        '1 note',
        '  1 meeting, 0 entity pages, 0 other notes',
        '  0 tasks (0 open), 1 question (1 open), 1 decision',
        '0 entities',
        '1 problem',
        `  Meetings/a.md:12  ${UNCLOSED}`,
        '',
      ].join('\n'),
    );
  });

  test("where nothing was recognised it says what makes a meeting, and where words of one's own are told", async () => {
    const other = { ...note, kind: 'other' as const, questions: [], decisions: [] };
    const { status, out } = await scratch.run(['inspect', 'Vault'], { inspection: { ...inspection, notes: [other] } });
    expect(status).toBe(0);
    expect(out.split('\n').slice(1, 5)).toEqual([
      '  0 meetings, 0 entity pages, 1 other note',
      '  0 tasks (0 open), 0 questions (0 open), 0 decisions',
      '  No meetings found. A meeting note needs a type or tag such as "meeting", or people and a date,',
      '  or a folder such as "Meetings" and a date in the file name. Add your own words to the setting words.',
    ]);
  });

  test("--json prints the engine's record, with the problems' words", async () => {
    const { out } = await scratch.run(['inspect', 'Vault', '--json'], { inspection });
    expect(JSON.parse(out)).toEqual({ ...inspection, dayOrder: null, problems: [{ ...PROBLEM, message: UNCLOSED }] });
    expect(out.endsWith('}\n')).toBe(true);
  });

  test('--note takes a path as people type it', async () => {
    for (const given of ['Meetings/2025-10-28 Dana.md', './Meetings/2025-10-28 Dana', 'Meetings\\2025-10-28 Dana.md']) {
      const { asked, out } = await scratch.run(['inspect', 'Vault', '--note', given], { inspection });
      expect(asked[0]?.options.path).toBe('Meetings/2025-10-28 Dana.md');
      expect(out).toContain('     9  Who signs? (open)\n');
    }
  });
});

describe('parse-tasks', () => {
  test('reads lines by the options', async () => {
    const parsed = async (input: string, ...line: string[]) => {
      const { status, out, err } = await scratch.run(['parse-tasks', ...line], { input });
      expect({ status, err }).toEqual({ status: 0, err: '' });
      return out
        .split('\n')
        .slice(0, -1)
        .map((each) => JSON.parse(each) as { due?: string } | null);
    };
    expect(await parsed('- [ ] Send it @Ann Lee 📅 2025-11-07\nno task\n', '--me', 'Ann Lee')).toEqual([
      expect.objectContaining({
        due: '2025-11-07',
        owners: [{ text: 'Ann Lee', name: 'Ann Lee', page: null, me: true }],
      }),
      null,
    ]);
    expect(await parsed('- [ ] Send it [due:: 2025-11-07]', '--format', 'dataview')).toEqual([
      expect.objectContaining({ due: '2025-11-07' }),
    ]);
    expect(await parsed('- [ ] Send it', '--global-filter', '#task')).toEqual([null]);
    expect(await parsed('- [ ] Send it', '--toggle', '--today', '2025-11-10')).toEqual([
      { toggled: '- [x] Send it ✅ 2025-11-10' },
    ]);
    scratch.write('tasks-data.json', '{"taskFormat": "dataview"}');
    expect(await parsed('- [ ] Send it [due:: 2025-11-07]', '--tasks-settings', 'tasks-data.json')).toEqual([
      expect.objectContaining({ due: '2025-11-07' }),
    ]);
    expect(await parsed('')).toEqual([]);
  });
});

test('help and version are results', async () => {
  expect(await scratch.run(['--version'])).toMatchObject({ status: 0, out: '1.2.3\n', err: '' });
  const help = await scratch.run(['rollup', '--help']);
  expect(help).toMatchObject({ status: 0, err: '' });
  for (const option of [
    '--dry-run',
    '--diff',
    '--check',
    '--today',
    '--me',
    '--json',
    '--config ',
    '--config-dir',
    '--vault',
  ])
    expect(help.out).toContain(option);
  const all = await scratch.run(['--help']);
  expect(all.status).toBe(0);
  for (const command of [
    'rollup',
    'inspect',
    'complete',
    'link',
    'review',
    'remove',
    'repair-encoding',
    'undo',
    'parse-tasks',
  ])
    expect(all.out).toContain(`\n  ${command} [`);
});
