/**
 * Vaults that mean harm, or that a machine made: nothing is lost, nothing is written where it should not be, and what
 * was not done is said.
 */
import { LiveVault } from '../../src/host/live-vault';
import { repairEncodingInVault } from '../../src/host/repair-encoding';
import { planVaultRollup, rollUp } from '../../src/host/roll-up';
import { completeAt } from '../../src/host/row-action';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';

function meeting(people: readonly string[], body = '- Pilot ships\n'): string {
  return `---\ntype: meeting\ndate: 2025-10-28\npeople: ${JSON.stringify(people)}\n---\n## Decisions\n${body}`;
}

async function problemsOf(host: MemoryHost): Promise<string[]> {
  const { problems } = await planVaultRollup(host, { settings, today });
  return problems.map(({ path, code }) => `${path}: ${code}`);
}

/** Rolled up twice: what was there stays, nothing outside the two folders is new, the second time changes nothing. */
async function checkRollup(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const host = new MemoryHost(files);
  await rollUp(host, { settings, today, now: 0 });
  const once = host.texts();
  for (const [path, text] of Object.entries(files)) {
    const lines = (once[path] ?? '').replace(/^\ufeff/, '').split('\n');
    for (const line of text.replace(/^\ufeff/, '').split('\n')) expect(lines).toContain(line);
  }
  for (const path of Object.keys(once))
    if (!(path in files)) expect(path).toMatch(/^(?:People|Throughline|Projects|Accounts)\//);
  await rollUp(host, { settings, today, now: 0 });
  expect(host.texts()).toEqual(once);
  return once;
}

describe('names that are no file names', () => {
  test.each([
    'C:\\x',
    'con',
    'Aux.notes',
    'LPT1',
    'a:b',
    'Ann ^x',
    'Ann?',
    'trailing.',
    'W'.repeat(300),
    '..',
    'a\u0000b',
    'tab\there',
    'q"uote',
    'st*r',
    '<b>',
    'a%%b',
  ])('[[%s]] gets no page, and the problem says so', async (name) => {
    const files = { 'M/2025-10-28 x.md': meeting([`[[${name}]]`]) };
    const once = await checkRollup(files);
    expect(Object.keys(once).filter((path) => path.startsWith('People/'))).toEqual([]);
  });

  test.each(['C:\\x', 'con', 'Ann?', 'W'.repeat(300)])(
    '[[%s]]: with the note, the reason and the way out',
    async (name) => {
      const { problems } = await planVaultRollup(new MemoryHost({ 'M/2025-10-28 x.md': meeting([`[[${name}]]`]) }), {
        settings,
        today,
      });
      const [problem] = problems.filter(({ code }) => code === 'page-name-unusable');
      expect(problem).toMatchObject({
        path: 'M/2025-10-28 x.md',
      });
      expect(problem?.code === 'page-name-unusable' && problem.name.length < 100).toBe(true);
    },
  );

  test.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', './x', '../People/../../y', '//server/share'])(
    '[[%s]] leads to nothing outside the vault',
    async (name) => {
      const once = await checkRollup({ 'M/2025-10-28 x.md': meeting([`[[${name}]]`]) });
      for (const path of Object.keys(once)) expect(path.split('/')).not.toContain('..');
    },
  );

  test('a name of many bytes and few letters', async () => {
    await checkRollup({ 'M/2025-10-28 x.md': meeting([`[[${'語'.repeat(110)}]]`, '[[Ann Lee]]']) });
  });
});

describe('twins', () => {
  test('pages whose names differ in letter case or Unicode form only are two pages, and neither is lost', async () => {
    for (const [one, other] of [
      ['People/Zoë.md', 'People/Zoe\u0308.md'],
      ['people/ann.md', 'People/Ann.md'],
    ] as const) {
      const once = await checkRollup({
        [one]: '# One\nmine\n',
        [other]: '# Other\nyours\n',
        'M/2025-10-28 x.md': meeting([one.includes('Zo') ? '[[Zoë]]' : '[[Ann]]']),
      });
      expect(once[one]).toContain('mine');
      expect(once[other]).toContain('yours');
    }
  });

  test('no page is made beside one that a file system takes for the same', async () => {
    const once = await checkRollup({
      'People/zoe\u0308 brandt.md': '---\nthroughline: false\n---\nmine\n',
      'M/2025-10-28 x.md': meeting(['[[Zoë Brandt]]']),
    });
    expect(Object.keys(once).filter((path) => path.startsWith('People/'))).toEqual(['People/zoe\u0308 brandt.md']);
  });
});

describe('neighbours’ settings', () => {
  const FILES = { 'People/Ann Lee.md': '# Ann Lee\n', 'M/2025-10-28 x.md': meeting(['[[Ann Lee]]']) };

  test.each(['app.json', 'daily-notes.json', 'plugins/obsidian-tasks-plugin/data.json'])(
    '%s that is broken is named, and the rest goes on',
    async (file) => {
      for (const text of ['{', '', 'null,', '[1', '\u0000']) {
        const host = new MemoryHost({ ...FILES, [`.obsidian/${file}`]: text });
        const { problems, plan } = await planVaultRollup(host, { settings, today });
        expect(problems).toEqual([
          {
            path: `.obsidian/${file}`,
            line: null,
            code: 'config-unreadable',
            cause: 'not-json',
          },
        ]);
        expect(plan.edits.map(({ path }) => path)).toContain('People/Ann Lee.md');
      }
    },
  );

  test.each(['app.json', 'daily-notes.json', 'templates.json', 'plugins/obsidian-tasks-plugin/data.json'])(
    '%s that nests 200,000 deep is named, and the rest goes on',
    async (file) => {
      for (const [open, close] of [
        ['[', ']'],
        ['{"folder":', '}'],
      ] as const) {
        const text = `${open.repeat(200_000)}1${close.repeat(200_000)}`;
        const host = new MemoryHost({ ...FILES, [`.obsidian/${file}`]: text });
        const { problems, plan } = await planVaultRollup(host, { settings, today });
        expect(problems).toMatchObject([{ code: 'config-unreadable', cause: 'too-deep' }]);
        expect(plan.edits.map(({ path }) => path)).toContain('People/Ann Lee.md');
      }
    },
  );

  test.each(['app.json', 'daily-notes.json', 'plugins/obsidian-tasks-plugin/data.json'])(
    '%s that cannot be read is a failure: by guessed rules nothing is written',
    async (file) => {
      const host = new MemoryHost({ ...FILES, [`.obsidian/${file}`]: '{}' });
      host.fail('read-config', `.obsidian/${file}`, 'io');
      const live = await LiveVault.open(host, { settings, rest: () => Promise.resolve() });
      for (const { plan, failures, problems } of [
        await planVaultRollup(host, { settings, today }),
        await live.plan(today).then((plan) => ({ ...plan, plan })),
      ]) {
        expect(failures.map(({ path, code }) => [path, code])).toEqual([[`.obsidian/${file}`, 'io']]);
        expect(problems.map(({ path, code }) => [path, code])).toEqual([[`.obsidian/${file}`, 'config-unreadable']]);
        expect(plan.edits).toEqual([]);
      }
      const task = '- [ ] Send @me';
      host.put('M/2025-10-30 task.md', `${meeting(['[[Ann Lee]]'])}\n## Actions\n${task}\n\u00e2\u20ac\u201c\n`);
      const before = host.texts();
      const line = (before['M/2025-10-30 task.md'] ?? '').split('\n').indexOf(task) + 1;
      await expect(
        completeAt(host, { path: 'M/2025-10-30 task.md', line }, { settings, today, now: 0, write: true }),
      ).rejects.toMatchObject({ code: 'io', path: `.obsidian/${file}` });
      expect(await repairEncodingInVault(host, { settings, now: 0, write: true })).toMatchObject({
        repairs: [{}],
        result: null,
        failures: [{ code: 'io' }],
      });
      expect(host.texts()).toEqual(before);
      host.restart();
      expect(live.rulesUnread).toMatchObject([{ code: 'io' }]);
      expect((await planVaultRollup(host, { settings, today })).plan.edits.map(({ path }) => path)).toContain(
        'People/Ann Lee.md',
      );
    },
  );

  test.each(['community-plugins.json', 'plugins/folder-notes/data.json'])(
    '%s that cannot be read keeps pages up to date, and makes no new ones',
    async (file) => {
      const host = new MemoryHost({
        ...FILES,
        '.obsidian/community-plugins.json': '["folder-notes"]',
        'M/2025-10-29 x.md': meeting(['[[Bo Kim]]']),
      });
      host.fail('read-config', `.obsidian/${file}`, 'denied');
      const { plan, failures } = await planVaultRollup(host, { settings, today });
      expect(failures.map(({ path }) => path)).toEqual([`.obsidian/${file}`]);
      expect(plan.edits.map(({ path }) => path).filter((path) => path.startsWith('People'))).toEqual([
        'People/Ann Lee.md',
      ]);
      host.restart();
      expect((await planVaultRollup(host, { settings, today })).plan.edits.map(({ path }) => path)).toContain(
        'People/Bo Kim.md',
      );
    },
  );

  test('of another shape than expected they count as empty', async () => {
    for (const text of [
      'null',
      '[]',
      '7',
      '"x"',
      '{"userIgnoreFilters": 7}',
      '{"userIgnoreFilters": [null, {}, 3]}',
      '{"folder": [], "format": {}}',
      '{"statusSettings": "x"}',
    ]) {
      for (const file of ['app.json', 'daily-notes.json', 'plugins/obsidian-tasks-plugin/data.json']) {
        expect(await problemsOf(new MemoryHost({ ...FILES, [`.obsidian/${file}`]: text }))).toEqual([]);
      }
    }
  });

  test('an excluded-files expression that could take for ever is named and passed over', async () => {
    const host = new MemoryHost({
      ...FILES,
      '.obsidian/app.json': JSON.stringify({ userIgnoreFilters: ['/(a+)+$/', '/[/', 'Old/'] }),
    });
    expect(await problemsOf(host)).toEqual([
      '.obsidian/app.json: exclude-filter-unusable',
      '.obsidian/app.json: exclude-filter-unusable',
    ]);
  });
});

describe('notes that mean harm', () => {
  test.each<[string, string]>([
    ['frontmatter that would run', '---js\nmodule.exports = { date: process.exit(1) }\n---\n# x\n'],
    [
      '__proto__ and constructor',
      '---\ntype: meeting\ndate: 2025-10-28\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\npeople: ["[[__proto__]]", "[[constructor]]", "[[toString]]"]\n---\n## Decisions\n- a\n',
    ],
    [
      'an alias bomb',
      `---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`).join('\n')}\ntype: meeting\ndate: 2025-10-28\npeople: *a9\n---\n## Decisions\n- a\n`,
    ],
    [
      'deep nesting in frontmatter',
      `---\ntype: meeting\ndate: 2025-10-28\npeople: ${'['.repeat(5000)}${']'.repeat(5000)}\n---\n`,
    ],
    ['lists within lists', `---\ntype: meeting\ndate: 2025-10-28\nx:\n  ${'- '.repeat(200_000)}\n---\n`],
    [
      'brackets, quotes and lists of 200,000 levels',
      meeting(
        ['[[Ann Lee]]'],
        ['[', '[[', '![[', '(', '{{', '<b>', '**_']
          .map((open) => `- ${open.repeat(200_000)}\n`)
          .join('')
          .concat(`${'>'.repeat(200_000)} a\n\n${'> '.repeat(200_000)}a\n\n${'- '.repeat(200_000)}a\n`),
      ),
    ],
    [
      'deep nesting in lists and quotes',
      `${meeting(['[[Ann Lee]]'])}${Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n')}\n${'> '.repeat(3000)}x\n`,
    ],
    [
      'markers, fences and comments within rows',
      meeting(
        ['[[Ann Lee]]'],
        '- a <!-- throughline:end --> --> %% ``` <% tp.x %> {{x}} <script>alert(1)</script> ![[x]] ^id #tag [due:: 2025-01-01]\n- b <!-- throughline:begin person -->\n',
      ),
    ],
    [
      'template tokens',
      meeting(['[[<% tp.file.title %>]]', '[[{{title}}]]'], '- <% tp.date.now() %>\n- {{date}}\n- ok\n'),
    ],
    [
      'a line of a megabyte',
      meeting(['[[Ann Lee]]'], `- ${'word '.repeat(200_000)}\n- ${'['.repeat(100_000)}\n- ${'*'.repeat(100_000)}\n`),
    ],
    [
      'control characters and lone surrogates',
      meeting(['[[Ann Lee]]'], '- a\u0000b\u001b[31m\u0085\u2028\ud800 x\n- \u202eabc\n'),
    ],
    [
      'a conflict of git through everything',
      `<<<<<<< HEAD\n${meeting(['[[Ann Lee]]'])}=======\n${meeting(['[[Bo Kim]]'])}>>>>>>> theirs\n`,
    ],
  ])('%s', async (_, text) => {
    const once = await checkRollup({
      'People/Ann Lee.md': '# Ann Lee\n\nmine\n',
      'M/2025-10-28 x.md': text,
      'M/2025-10-27 y.md': meeting(['[[Ann Lee]]'], '- Sound row\n'),
    });
    expect(once['People/Ann Lee.md']).toContain('Sound row');
    expect(({} as Record<string, unknown>)['polluted']).toBe(undefined);
    for (const [, page] of Object.entries(once).filter(
      ([path, one]) => !path.startsWith('M/') && one.includes('throughline:begin'),
    )) {
      expect(page.match(/^<!-- throughline:/gm)).toHaveLength(2);
      expect(page).not.toContain('<script>alert');
    }
  });

  test('a page that is itself hostile stays as it is outside its block', async () => {
    for (const page of [
      '# Ann Lee\n%%\n',
      '# Ann Lee\n```\n',
      '---\naliases: [\n---\n# Ann Lee\n',
      '---\na: b\n',
      '<script>\n',
      '\ufeff# Ann Lee\n',
      '# Ann Lee\n<!--\n',
      '---\n"__proto__": 1\n---\n# Ann Lee\n',
    ]) {
      await checkRollup({ 'People/Ann Lee.md': page, 'M/2025-10-28 x.md': meeting(['[[Ann Lee]]']) });
    }
  });
});
