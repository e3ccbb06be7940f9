/** `triage` on a vault of two meetings, the day being 2025-11-03. */
import { Scratch } from './fake-shell';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write(
    'Vault/Meetings/2025-10-21 Lisbon.md',
    note('- [?] Send pricing draft to the Lisbon team', '- [ ] Mine already'),
  );
  scratch.write(
    'Vault/Meetings/2025-10-28 Lisbon.md',
    note('- [?] Send the pricing draft to the whole Lisbon team', '- [?] Book the harbour hall'),
  );
});
afterEach(() => {
  scratch.remove();
});

const note = (...tasks: readonly string[]) => `---\ntype: meeting\n---\n\n## Actions\n\n${tasks.join('\n')}\n`;
const tasksOf = (day: string) =>
  scratch
    .read(`Vault/Meetings/2025-10-${day} Lisbon.md`)
    .split('\n')
    .filter((line) => line.startsWith('- ['));
const run = (...line: readonly string[]) =>
  scratch.run(['triage', ...line, '--today', '2025-11-03'], { realVault: true }, 'Vault');
const typing = (...typed: readonly string[]) =>
  scratch.run(['triage', '--today', '2025-11-03'], { realVault: true, typed }, 'Vault');

test('what says the same is one cluster, the most repeated of a day first; nothing is written', async () => {
  const { out } = await run();
  expect(out.replace(/^[a-z0-9]{6,}(?= )/gm, 'ID').replace(/--accept [a-z0-9]{6,}/, '--accept ID')).toBe(
    `3 proposed tasks in 2 clusters

ID  Send the pricing draft to the whole Lisbon team (2 tasks)
  Meetings/2025-10-28 Lisbon.md:7  - [?] Send the pricing draft to the whole Lisbon team
  Meetings/2025-10-21 Lisbon.md:7  - [?] Send pricing draft to the Lisbon team

ID  Book the harbour hall
  Meetings/2025-10-28 Lisbon.md:8  - [?] Book the harbour hall

To answer: --accept ID or --dismiss ID, as in --accept ID
`,
  );
  expect(tasksOf('21')).toEqual(['- [?] Send pricing draft to the Lisbon team', '- [ ] Mine already']);
});

test('an ID accepts a whole cluster as one step, which undo takes back', async () => {
  const { clusters } = JSON.parse((await run('--json')).out) as { clusters: readonly { readonly id: string }[] };
  const id = clusters[0]?.id ?? '';
  expect((await run('--accept', id)).out).toContain('Would change Meetings/2025-10-21 Lisbon.md:7');
  expect(tasksOf('21')[0]).toMatch(/^- \[\?\]/);
  expect((await run('--accept', id, '--write')).status).toBe(0);
  expect([...tasksOf('21'), ...tasksOf('28')]).toEqual([
    '- [ ] Send pricing draft to the Lisbon team',
    '- [ ] Mine already',
    '- [ ] Send the pricing draft to the whole Lisbon team',
    '- [?] Book the harbour hall',
  ]);
  await scratch.run(['undo'], { realVault: true }, 'Vault');
  expect([...tasksOf('21'), ...tasksOf('28')].filter((line) => line.startsWith('- [?]'))).toHaveLength(3);
});

test('a key settles a cluster, the next one a whole meeting once it is confirmed', async () => {
  const { out, status } = await typing('?', 's', 'md', 'n', 'md', 'y');
  expect(status).toBe(0);
  expect(out).toContain('q   stop here');
  expect(tasksOf('21')[0]).toBe('- [?] Send pricing draft to the Lisbon team');
  expect(tasksOf('28')[0]).toBe('- [?] Send the pricing draft to the whole Lisbon team');
  expect(tasksOf('28')[1]).toBe('- [-] Book the harbour hall ❌ 2025-11-03');
});

test('wrong use is said, and nothing is written', async () => {
  for (const wrong of [['--accept', 'zzzzz'], ['--accept', 'zzzz', '--dismiss', 'zzzz'], ['--write']])
    expect(await run(...wrong)).toMatchObject({ status: 2, out: '' });
});
