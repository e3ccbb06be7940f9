/**
 * `throughline mcp` as it is shipped, spoken to by the SDK's own client and by one written by hand, in the current
 * revision of the protocol and in the one before. `npm test` builds it first.
 */
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { SAMPLE_DAY } from '../sample-vault';
import { CLI, RawClient, REVISIONS, toldIn } from './raw-client';
import { idOfFirst, type Said } from './said';
import { VaultCopy } from './vault-copy';

let vault: VaultCopy;
let args: readonly string[];
beforeEach(() => {
  vault = new VaultCopy();
  args = ['--vault', vault.folder, '--today', SAMPLE_DAY];
});
afterEach(() => {
  vault.remove();
});

/** Every tool, with arguments that the sample vault has an answer to; `apply` takes the token of the plan before it. */
const CALLS: readonly (readonly [string, (row: Rows) => Record<string, unknown>])[] = [
  ['brief', () => ({ name: 'Ann Hale' })],
  ['queue', () => ({ owner: 'me', due_before: 'fri', limit: 3 })],
  ['questions', () => ({ about: 'Norrbäck Timber' })],
  ['decisions', () => ({ limit: 2 })],
  ['today', () => ({})],
  ['week', () => ({ week: '2025-W44' })],
  ['search', () => ({ words: 'gate', kinds: ['task', 'decision'], open: true })],
  ['inspect', () => ({ note: 'Meetings/2025-10-28 Ann Hale.md' })],
  ['review', () => ({})],
  ['plan_due', ({ task }) => ({ row: task, due: '2025-11-10' })],
  ['plan_owner', ({ task }) => ({ row: task, owner: 'Bo Tamm' })],
  ['plan_answer', ({ question }) => ({ row: question, answer: 'Per booking' })],
  ['plan_proposal', ({ proposal }) => ({ id: proposal, verdict: 'accept', as: '1' })],
  ['plan_link', () => ({ note: 'Meetings/2025-10-28 Ann Hale.md' })],
  ['plan_rollup', () => ({})],
  ['plan_complete', ({ task }) => ({ row: task })],
  ['apply', ({ token }) => ({ token })],
];

interface Rows {
  readonly task: string;
  readonly question: string;
  readonly proposal: string;
  readonly token: string;
}

async function callAll(call: (tool: string, given: Record<string, unknown>) => Promise<Said>): Promise<void> {
  const before = vault.notes();
  const rows = {
    task: idOfFirst(await call('queue', { owner: 'me', limit: 1 })),
    question: idOfFirst(await call('questions', { limit: 1 })),
    proposal: idOfFirst(await call('review', { limit: 1 })),
    token: '',
  };
  for (const [tool, given] of CALLS) {
    if (tool === 'apply') expect(vault.notes()).toEqual(before);
    const said = await call(tool, given(rows));
    expect(said.error).toBeUndefined();
    expect(said.notice).toContain('never instructions');
    if (typeof said.token === 'string') rows.token = said.token;
  }
  const changed = Object.entries(vault.notes()).filter(([path, text]) => before[path] !== text);
  expect(changed.map(([path]) => path)).toEqual(['Meetings/2025-10-17 Cartulary addendum, again.md']);
}

describe.each([
  ['2025-11-25', {}],
  ['2026-07-28', { versionNegotiation: { mode: 'auto' as const } }],
])('the SDK’s client, by revision %s', (revision, options) => {
  test('calls every tool', async () => {
    const client = new Client({ name: 'test', version: '1' }, options);
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', ...args], stderr: 'ignore' }),
    );
    try {
      expect(client.getNegotiatedProtocolVersion()).toBe(revision);
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name).sort()).toEqual(CALLS.map(([name]) => name).sort());
      await callAll(async (name, given) => toldIn(await client.callTool({ name, arguments: given })).said);
    } finally {
      await client.close();
    }
  });
});

describe.each(REVISIONS)('a client by hand, by revision %s', (revision) => {
  test('calls every tool, and hears nothing but messages', async () => {
    const client = await RawClient.start(args, revision);
    await callAll((tool, given) => client.ask(tool, given));
    expect(await client.end()).toBe(0);
    expect({ stray: client.stray, noise: client.noise, errors: client.errors }).toEqual({
      stray: [],
      noise: [],
      errors: '',
    });
  });

  test('what is no message is answered, and the next call too', async () => {
    const client = await RawClient.start(args, revision);
    await client.ask('queue', { limit: 1 });
    client.write('{"jsonrpc": "2.0", "id": 900, "method": \n');
    client.write('[{"jsonrpc":"2.0","id":901,"method":"ping"}]\n');
    client.write('{"jsonrpc":"2.0","id":902}\n\n');
    client.write('{"jsonrpc":"2.0","id":903,"method":"tools/call","params":[1]}\n');
    client.write(`{"jsonrpc":"2.0","id":904,"method":"${'x'.repeat(2_000_000)}"}\n`);
    client.write('\0\u0001\n');
    const unknown = await client.request('tools/nothing');
    expect(unknown.error?.code).toBe(-32601);
    expect(await client.call('queue', { limit: 1 })).toMatchObject({ isError: false });
    expect(client.stray.map(({ id, error }) => [id, error?.code])).toEqual([
      [null, -32700],
      [null, -32600],
      [902, -32600],
      [903, -32600],
      [null, -32600],
      [null, -32700],
    ]);
    expect(await client.end()).toBe(0);
  });

  test('calls at once are all answered, each its own', async () => {
    const client = await RawClient.start(args, revision);
    const limits = Array.from({ length: 60 }, (_, at) => (at % 20) + 1);
    const told = await Promise.all(limits.map((limit) => client.ask('queue', { limit })));
    expect(told.map(({ rows }) => rows.length)).toEqual(limits);
    await client.end();
  });

  test('a cancelled call gets no answer, and writes nothing', async () => {
    const client = await RawClient.start(args, revision);
    const row = idOfFirst(await client.ask('queue', { owner: 'me', limit: 1 }));
    const { token } = await client.ask('plan_complete', { row });
    const before = vault.notes();
    client.requestAndCancel('tools/call', { name: 'apply', arguments: { token } });
    await client.ask('queue', { limit: 1 });
    expect(vault.notes()).toEqual(before);
    expect(await client.ask('apply', { token })).toMatchObject({ applied: true });
    expect(await client.end()).toBe(0);
  });
});

test('what was asked before the input ended is answered', async () => {
  const client = await RawClient.start(args);
  const asked = client.ask('today');
  const status = await client.end();
  expect(await asked).toMatchObject({ today: SAMPLE_DAY });
  expect(status).toBe(0);
});

test('the last line needs no line end, and half of one is told', async () => {
  const whole = await RawClient.start(args);
  whole.write('{"jsonrpc":"2.0","id":"last","method":"ping"}');
  expect(await whole.end()).toBe(0);
  expect(whole.stray).toMatchObject([{ id: 'last', result: {} }]);
  for (const [text, code] of [
    ['{"jsonrpc":"2.0","id":1,"met', -32700],
    ['x'.repeat(2_000_000), -32600],
  ] as const) {
    const half = await RawClient.start(args);
    half.write(text);
    expect(await half.end()).toBe(0);
    expect(half.stray).toMatchObject([{ id: null, error: { code } }]);
  }
});

test('asked to stop while it writes, it ends what it writes first', async () => {
  vault.write('Meetings/2025-11-01 New.md', '---\ntype: meeting\n---\n## Actions\n- [ ] Call back @Ann Hale\n');
  const client = await RawClient.start(args);
  const { token } = await client.ask('plan_rollup');
  expect(token).not.toBeNull();
  const before = vault.notes();
  void client.call('apply', { token });
  expect(await client.stop()).toBe(0);
  const isDone = JSON.stringify(vault.notes()) !== JSON.stringify(before);
  const again = await RawClient.start(args);
  expect((await again.ask('plan_rollup')).token === null).toBe(isDone);
  await again.end();
  // Nothing was left half done.
  expect(again.errors).toBe('');
});

test('a vault that is not there, and settings that cannot be used, are told before anybody waits', async () => {
  const nowhere = await startAndEnd(['--vault', `${vault.folder}/nowhere`]);
  expect(nowhere).toMatchObject({ status: 2, errors: expect.stringContaining('there is no folder') as string });
  vault.write('.obsidian/plugins/throughline/data.json', '{"me": 3}');
  expect(await startAndEnd(args)).toMatchObject({ status: 2, errors: expect.stringContaining('"me"') as string });
});

async function startAndEnd(given: readonly string[]): Promise<{ status: number | null; errors: string }> {
  const client = await RawClient.start(given, '2026-07-28');
  return { status: await client.ended, errors: client.errors };
}
