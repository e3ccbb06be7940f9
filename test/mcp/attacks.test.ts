/** What somebody could try on `throughline mcp` as it is shipped: links out of the vault, a swapped note, a vault that goes. */
import { readFileSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_DAY } from '../sample-vault';
import { RawClient } from './raw-client';
import { VaultCopy } from './vault-copy';

let vault: VaultCopy;
beforeEach(() => {
  vault = new VaultCopy();
});
afterEach(() => {
  vault.remove();
});

const start = (): Promise<RawClient> => RawClient.start(['--vault', vault.folder, '--today', SAMPLE_DAY]);

test('a link to a note outside the vault is not read', async () => {
  const secret = path.join(vault.home, 'secret.md');
  writeFileSync(
    secret,
    '---\ntype: meeting\ndate: 2025-10-30\n---\n## Actions\n- [ ] Keep the secret word @Ann Hale\n',
  );
  symlinkSync(secret, path.join(vault.folder, 'Meetings/2025-10-30 Link.md'));
  const client = await start();
  expect(await client.ask('search', { words: 'secret word' })).toMatchObject({ total: 0, rows: [] });
  await client.end();
});

test('a note that was swapped for one of the same size and time is not written', async () => {
  const client = await start();
  const [row] = (await client.ask('queue', { owner: 'me', limit: 1 })).rows;
  const note = row?.sources[0]?.path ?? '';
  const { token } = await client.ask('plan_complete', { row: row?.id });
  const file = path.join(vault.folder, note);
  const { size, atime, mtime } = statSync(file);
  const swapped = readFileSync(file, 'utf8').replace('Chase', 'Erase');
  writeFileSync(file, swapped);
  utimesSync(file, atime, mtime);
  expect(statSync(file).size).toBe(size);
  expect((await client.call('apply', { token })).said.error?.code).toBe('stale');
  expect(vault.read(note)).toBe(swapped);
  await client.end();
});

test('a token of another server is unknown, and no path is taken for a note', async () => {
  const [client, other] = await Promise.all([start(), start()]);
  const [row] = (await client.ask('queue', { owner: 'me', limit: 1 })).rows;
  const { token } = await client.ask('plan_complete', { row: row?.id });
  expect((await other.call('apply', { token })).said.error?.code).toBe('unknown-token');
  for (const note of ['../../etc/passwd', '/etc/passwd', '.obsidian/app.json', 'Meetings/../../secret.md'])
    expect((await client.call('plan_link', { note })).said.error?.code).toBe('no-such-note');
  expect((await client.call('__proto__', {})).said.error?.code).toBe('wrong-arguments');
  await Promise.all([client.end(), other.end()]);
});

test('a vault that goes ends the server, with status 3', async () => {
  const client = await start();
  await client.ask('today');
  renameSync(vault.folder, `${vault.folder}-gone`);
  expect(await client.ended).toBe(3);
});
