import { rollUp } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });

test('nobody gets a second page because the first could not be read', async () => {
  const host = new MemoryHost({
    'People/Ann Lee/README.md': '---\naliases: [Annie Lee]\n---\n# Ann Lee\n',
    'Meetings/2025-10-28.md':
      '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Annie Lee]]", "[[Bo Kim]]"]\n---\n## Actions\n- [ ] Send it @Annie Lee\n',
  });
  host.fail('read', 'People/Ann Lee/README.md', 'io');
  const { failures, result } = await rollUp(host, { settings, today: '2025-11-03', now: 0 });
  expect(failures.map(({ path }) => path)).toEqual(['People/Ann Lee/README.md']);
  expect(result.created.filter((path) => path.startsWith('People/'))).toEqual([]);
  // The rest is done all the same, and the new page when everything can be read again.
  expect(result.created).toContain('Throughline/Waiting on.md');
  host.restart();
  expect((await rollUp(host, { settings, today: '2025-11-03', now: 1 })).result.created).toEqual([
    'People/Bo Kim/README.md',
  ]);
});
