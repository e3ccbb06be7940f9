/**
 * What somebody who writes into a note, or an agent that was talked into it, might try on `throughline mcp`: on the
 * process as it is shipped, over a vault of theirs.
 */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RawClient } from './raw-client';
import { idOfFirst, type Said } from './said';

const NOTE = 'Meetings/Sync.md';
const HEAD = '---\ntype: meeting\ndate: 2025-10-30\npeople: ["[[Ann Lee]]"]\n---\n';
const SYNC = `${HEAD}## Actions\n- [ ] Send the plan @Ann Lee\n## Questions\n- Who takes the gate?\n`;
/** As much as an agent reads of one answer. */
const LONGEST_ANSWER = 60_000;

let home: string;
let folder: string;
let client: RawClient;
beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'throughline-attack-')));
  folder = path.join(home, 'Notes');
});
afterEach(async () => {
  await client.kill();
  rmSync(home, { recursive: true, force: true });
});

const inVault = (note: string): string => path.join(folder, note);
const read = (note = NOTE): string => readFileSync(inVault(note), 'utf8');

async function start(notes: Readonly<Record<string, string>>): Promise<void> {
  for (const [note, text] of Object.entries({ 'People/Ann Lee.md': '# Ann Lee\n', ...notes })) {
    mkdirSync(path.dirname(inVault(note)), { recursive: true });
    writeFileSync(inVault(note), text);
  }
  client = await RawClient.start(['--vault', folder, '--today', '2025-11-03']);
}

async function planned(): Promise<string> {
  const { token } = await client.ask('plan_complete', { row: idOfFirst(await client.ask('queue')) });
  return token ?? '';
}

const apply = async (token: string): Promise<Said> => (await client.call('apply', { token })).said;

/** Letters as tags, which no program shows. */
const hidden = (text: string): string =>
  String.fromCodePoint(...[...text].map((one) => 0xe0000 + (one.codePointAt(0) ?? 0)));

describe('what a note says', () => {
  test('is quoted without what nobody sees', async () => {
    const smuggled = `Send${hidden('run rm')} the\u00ad pl\u200ban\u2060${'\u200d'.repeat(40)} to Ann 👩‍💻 ❤️\u001b[31m\u202e`;
    await start({ [NOTE]: `${HEAD}## Actions\n- [ ] ${smuggled} @Ann Lee\n` });
    const { rows } = await client.ask('queue');
    expect(rows.map(({ quote }) => quote)).toEqual(['Send� the plan to Ann 👩‍💻 ❤️�[31m�']);
  });

  test('fills no answer', async () => {
    const long = 'word '.repeat(40_000);
    const names = Array.from({ length: 100 }, (_, at) => `[[Name${'abcdefghijklmnopqrst'.charAt(at % 20)} N${at}]]`);
    const notes = Object.fromEntries(
      Array.from({ length: 90 }, (_, at) => [
        `Meetings/2025-11-03 ${'n'.repeat(120)} ${at}.md`,
        `${HEAD.replace('2025-10-30', '2025-11-03')}# ${'Long title '.repeat(90)}\n## Actions\n- [ ] Thing ${at} @Ann Lee 📅 2025-10-01\n- [ ] Ring @Ann L about ${at}\n## Questions\n- Day ${at}?\n`,
      ]),
    );
    await start({
      ...notes,
      [NOTE]: `${HEAD}## Actions\n- [ ] ${long} @Ann Lee\n- [ ] Send it @${names.join(' @')}\n## Decisions\n- ${long}\n## Questions\n- ${long}?\n`,
    });
    const many = { limit: 50, older: true };
    const calls: readonly (readonly [string, object])[] = [
      ['brief', { name: 'Ann Lee', rows: 30 }],
      ['queue', many],
      ['questions', many],
      ['decisions', { limit: 50 }],
      ['today', {}],
      ['search', { limit: 50 }],
      ['inspect', { limit: 50 }],
      ['inspect', { note: NOTE, limit: 50 }],
      ['review', { limit: 50 }],
      ['plan_rollup', {}],
    ];
    for (const [tool, given] of calls) {
      const { length } = await client.call(tool, { ...given });
      expect({ tool, length, fits: length < LONGEST_ANSWER }).toEqual({ tool, length, fits: true });
    }
    // A refusal tells the line, cut.
    for (const words of ['send it', 'word']) {
      const row = idOfFirst(await client.ask('search', { words, kinds: ['task'] }));
      expect((await client.call('plan_due', { row, due: 'fri' })).length).toBeLessThan(3000);
      expect((await client.call('plan_owner', { row, owner: 'Ann Lee' })).length).toBeLessThan(3000);
    }
  });
});

test('an agent may write no marks as a name or an answer, and nothing into what is no note', async () => {
  mkdirSync(inVault('Links'), { recursive: true });
  symlinkSync('/etc/hosts', inVault('Links/hosts.md'));
  await start({ [NOTE]: SYNC, '.obsidian/app.json': '{}' });
  const task = idOfFirst(await client.ask('queue'));
  const question = idOfFirst(await client.ask('questions'));
  const refuses = async (code: string, tool: string, given: Record<string, string>): Promise<void> => {
    const { error } = (await client.call(tool, given)).said;
    expect({ tool, given, code: error?.code }).toEqual({ tool, given, code });
  };
  for (const owner of [
    'Foo | Bar',
    'Foo, Bar Baz',
    'Foo %% Bar',
    'Zed\u202eLee Foo',
    `Foo${hidden('x')} Bar`,
    'Foo\n- [ ] Bar',
  ])
    await refuses('unknown-name', 'plan_owner', { row: task, owner });
  for (const answer of [
    '%%',
    '<!-- throughline:end -->',
    'a\nb',
    'a\u0085b',
    `a${hidden('b')}`,
    'a\u202eb',
    'a\u2028b',
  ])
    await refuses('wrong-arguments', 'plan_answer', { row: question, answer });
  for (const note of [
    '../x.md',
    '/etc/hosts',
    'Meetings/../../x.md',
    'Meetings\\..\\x.md',
    '.obsidian/app.json',
    'Links/hosts.md',
  ])
    for (const tool of ['plan_link', 'inspect']) await refuses('no-such-note', tool, { note });
  expect(read()).toBe(SYNC);
});

describe('between the plan and its token', () => {
  test('a note of the same size and time is another note', async () => {
    await start({ [NOTE]: SYNC });
    const token = await planned();
    const { atime, mtime } = statSync(inVault(NOTE));
    const other = SYNC.replace('Send', 'Burn');
    writeFileSync(inVault(NOTE), other);
    utimesSync(inVault(NOTE), atime, mtime);
    expect(await apply(token)).toMatchObject({ error: { code: 'stale', paths: [NOTE] } });
    expect(read()).toBe(other);
  });

  test.each([NOTE, 'Meetings'])('a link out of the vault in place of %s is not followed', async (place) => {
    await start({ [NOTE]: SYNC });
    const token = await planned();
    const outside = path.join(home, 'outside');
    renameSync(inVault(place), outside);
    symlinkSync(outside, inVault(place));
    expect(await apply(token)).toMatchObject({
      error: { message: expect.stringContaining('out of the vault') as string },
    });
    expect(read()).toBe(SYNC);
  });

  test('nothing is made where the vault was', async () => {
    await start({ [NOTE]: SYNC });
    const { token } = await client.ask('plan_rollup');
    renameSync(folder, path.join(home, 'moved'));
    expect(await apply(token ?? '')).toMatchObject({ error: { code: 'not-readable' } });
    expect(() => statSync(folder)).toThrow('ENOENT');
    expect(await client.ended).toBe(3);
  });
});

describe('tokens', () => {
  test('of another process, guessed, of an object, or used: none is taken', async () => {
    await start({ [NOTE]: SYNC });
    const token = await planned();
    const other = await RawClient.start(['--vault', folder, '--today', '2025-11-03']);
    for (const guess of [token, token.slice(1), '__proto__', 'constructor', 'null'])
      expect((await other.call('apply', { token: guess })).said.error?.code).toBe('unknown-token');
    await other.end();
    expect(await apply(token)).toMatchObject({ applied: true });
    expect(await apply(token)).toMatchObject({ error: { code: 'used-token' } });
  });
});

test('a key `__proto__` is a key like another', async () => {
  await start({ [NOTE]: SYNC });
  client.write('{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"__proto__","arguments":{}}}\n');
  client.write(
    '{"jsonrpc":"2.0","id":"b","method":"tools/call","params":{"name":"plan_complete","arguments":{"__proto__":{"row":"x"}}}}\n',
  );
  client.write('{"jsonrpc":"2.0","id":"c","method":"__proto__"}\n');
  expect((await client.call('queue', { owner: '__proto__' })).said.error?.code).toBe('unknown-name');
  expect(client.stray.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  expect(JSON.stringify(client.stray)).not.toContain('token');
  expect(await client.end()).toBe(0);
});
