import { carryOut } from '../../src/host/carry-out';
import { reviewVault } from '../../src/host/review';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
const meeting = '---\ntype: 1-1\ndate: 2025-10-28\nattendees: Ann Lee\n---\n- [ ] Send it @Ann Lee\n';

test('a page that was renamed offers its old name as an alias, once', async () => {
  const host = new MemoryHost({ 'People/Ann Fox.md': '# Ann\n', '2025-10-28 Ann.md': meeting });
  const renamed = [{ from: 'People/Ann Lee.md', to: 'People/Ann Fox.md' }];
  const review = await reviewVault(host, { settings, today, renamed });
  const [found] = review.recent;
  expect(found?.proposal).toMatchObject({
    kind: 'alias',
    name: 'Ann Lee',
    why: { code: 'renamed', name: 'Ann Fox', old: 'Ann Lee' },
    count: 1,
  });
  const plan = review.answer([{ id: found?.proposal.id ?? '', accepted: true, as: null, scope: null }]);
  if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
  await carryOut(host, plan, { what: 'answers', now: 0 });
  expect(await host.read('People/Ann Fox.md')).toBe('---\naliases:\n  - Ann Lee\n---\n# Ann\n');
  expect((await reviewVault(host, { settings, today, renamed })).recent).toEqual([]);
});

test('what was only moved, or is no page, is not asked about', async () => {
  const host = new MemoryHost({
    'Team/People/Ann Lee.md': '# Ann\n',
    'Notes/New.md': '',
    '2025-10-28 Ann.md': meeting,
  });
  const renamed = [
    { from: 'People/Ann Lee.md', to: 'Team/People/Ann Lee.md' },
    { from: 'Notes/Old.md', to: 'Notes/New.md' },
    { from: 'a', to: 'gone.md' },
  ];
  expect((await reviewVault(host, { settings, today, renamed })).recent).toEqual([]);
});
