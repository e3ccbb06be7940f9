import { carryOut } from '../../src/host/carry-out';
import { reviewVault } from '../../src/host/review';
import { rollUp } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
const MEETING =
  '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Ann Lee]]"]\n---\n## Decisions\n- Pilot ships without SSO\n';

/** A vault after a rollup, whose page of Ann somebody damaged since. */
async function damaged(damage: (page: string) => string): Promise<MemoryHost> {
  const host = new MemoryHost({
    'People/Ann Lee.md': '# Ann Lee\n\nMine above\n',
    'Meetings/2025-10-28 Ann.md': MEETING,
  });
  await rollUp(host, { settings, today, now: 0 });
  host.put('People/Ann Lee.md', damage(page(host)));
  return host;
}

function page(host: MemoryHost): string {
  return host.texts()['People/Ann Lee.md'] ?? '';
}

async function repairId(host: MemoryHost): Promise<string> {
  const { recent } = await reviewVault(host, { settings, today });
  const [found] = recent.filter(({ proposal: { kind } }) => kind === 'repair');
  return found?.proposal.id ?? 'none';
}

async function answer(host: MemoryHost, said: { accepted?: boolean; as?: string | null } = {}) {
  const review = await reviewVault(host, { settings, today });
  return review.answer([{ id: await repairId(host), accepted: true, as: null, scope: null, ...said }]);
}

const doubled = (text: string): string =>
  text.replace(
    /<!-- throughline:begin[^]*throughline:end.*\n/,
    (block) => `${block}\n${block.replace('### Decided', '### Decided\n- typed on the other device')}`,
  );

test('a page whose block a merge doubled is left alone, said so, and fixed by accepting', async () => {
  const host = await damaged(doubled);
  const before = page(host);
  const planned = await rollUp(host, { settings, today, now: 0 });
  expect(page(host)).toBe(before);
  expect(planned.problems).toContainEqual(
    expect.objectContaining({
      path: 'People/Ann Lee.md',
      code: 'markers-broken',
    }),
  );
  expect(planned.plan.proposals[0]).toMatchObject({
    kind: 'repair',
    name: 'People/Ann Lee.md',
    candidates: [],
    count: 1,
    why: { code: 'block-damaged' },
    evidence: [
      { path: 'People/Ann Lee.md', text: expect.stringContaining('throughline:begin person') as string },
      {},
      {},
      {},
    ],
  });
  const plan = await answer(host);
  if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
  expect(plan.edits).toHaveLength(1);
  await carryOut(host, plan, { what: 'answers', now: 0 });
  await rollUp(host, { settings, today, now: 0 });
  expect(page(host).match(/throughline:/g)).toHaveLength(2);
  expect(page(host)).toContain('- **Kept from the page**\n- typed on the other device\n');
  expect(page(host).match(/Pilot ships/g)).toHaveLength(1);
  expect(page(host)).toContain('Mine above');
  expect(await repairId(host)).toBe('none');
});

test.each<[string, (text: string) => string]>([
  ['the end marker went', (text) => text.replace(/<!-- throughline:end.*\n/, '')],
  ['the begin marker went', (text) => text.replace(/<!-- throughline:begin.*\n/, '')],
  ['crossed', (text) => text.replace(/(<!-- throughline:begin.*\n)([^]*)(<!-- throughline:end.*\n)/, '$3$2$1')],
  [
    'git’s conflict across it',
    (text) => text.replace(/(- \[\[.*\n)(<!-- throughline:end.*\n)/, '<<<<<<< HEAD\n$1$2=======\n$2>>>>>>> theirs\n'),
  ],
])('%s: accepted and rolled up, the page is as it was', async (_, damage) => {
  const host = await damaged((text) => text);
  const whole = page(host);
  host.put('People/Ann Lee.md', damage(whole));
  const plan = await answer(host);
  if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
  await carryOut(host, plan, { what: 'answers', now: 0 });
  await rollUp(host, { settings, today, now: 0 });
  const rows = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.includes('throughline:'))
      .sort();
  // Whose the properties are stands in the begin marker: where that went they stay as they are.
  expect(rows(page(host))).toEqual(rows(whole));
  await rollUp(host, { settings, today, now: 0 });
  expect(await repairId(host)).toBe('none');
});

test('what changed meanwhile is fixed as it is then', async () => {
  const host = await damaged(doubled);
  const plan = await answer(host);
  if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
  host.put('People/Ann Lee.md', `${page(host)}written since\n`);
  await carryOut(host, plan, { what: 'answers', now: 0 });
  expect(page(host)).toContain('written since');
  expect(await repairId(host)).toBe('none');
});

test('a rejection, a name or a scope is refused with a way out', async () => {
  const host = await damaged(doubled);
  expect(await answer(host, { accepted: false })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'repair-rejected', path: 'People/Ann Lee.md' },
  });
  expect(await answer(host, { as: '1' })).toMatchObject({ outcome: 'refused' });
});
