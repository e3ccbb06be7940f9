/** The rollup folder set to a folder that holds other things: all of them are read as before, and none is lost. */
import { removeFromVault } from '../../src/host/remove';
import { rollUp } from '../../src/host/roll-up';
import { undoLast } from '../../src/host/undo';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const NOW = Date.UTC(2025, 10, 3, 10);
const VAULT = {
  'Meetings/2025-10-28 Dana.md':
    '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\nprojects: ["[[Orion]]"]\n---\n## Actions\n- [ ] Send draft @me\n',
  'Meetings/Decisions/2025-10-29 Dana.md':
    '---\ntype: 1-1\ndate: 2025-10-29\npeople: ["[[Dana Fox]]"]\n---\n## Decisions\n- Ship in May\n',
  'People/Dana Fox.md': '# Dana Fox\n',
  'Projects/Orion/Orion.md': '# Orion\n',
  'Projects/Orion/2025-10-30 Kickoff.md':
    '---\ntype: meeting\ndate: 2025-10-30\n---\n## Actions\n- [ ] Book room @me\n',
};

async function rolledUp(given: object) {
  const { settings, problems } = readSettings({ me: ['Mara Voss'], ...given });
  const host = new MemoryHost(VAULT);
  const run = (now: number) => rollUp(host, { settings, today: '2025-11-03', now });
  const { plan, problems: told, result } = await run(NOW);
  const again = await run(NOW + 1);
  return { host, settings, plan, result, problems: [...problems, ...told], again: again.result.written };
}

test.each([
  ['the notes', { rollupFolder: 'Meetings' }],
  ['the notes, in other letters', { rollupFolder: 'meetings' }],
  ['a folder of the notes', { rollupFolder: 'Meetings/Decisions' }],
  ['the people', { rollupFolder: 'People' }],
  ['a folder of the people', { rollupFolder: 'People/Pages' }],
  ['one project', { rollupFolder: 'Projects/Orion' }],
  ['the projects', { rollupFolder: 'Projects' }],
  ['the people, who are moved there', { rollupFolder: 'People', kinds: { project: { folder: 'People' } } }],
])('that of %s', async (_, given) => {
  const usual = await rolledUp({});
  const { host, settings, plan, result, problems, again } = await rolledUp(given);
  expect({ problems, failures: result.failures, again }).toEqual({ problems: [], failures: [], again: [] });
  expect(plan.index.meetings.map(({ date }) => date)).toEqual(usual.plan.index.meetings.map(({ date }) => date));
  expect(plan.index.tasks.map(({ text }) => text)).toEqual(usual.plan.index.tasks.map(({ text }) => text));
  expect(host.texts()['People/Dana Fox.md']).toMatch(/Send draft[^]*Ship in May/);
  await removeFromVault(host, { settings, now: NOW + 2, write: true });
  expect(host.texts()).toEqual(VAULT);
  await undoLast(host, { now: NOW + 3, write: true });
  await undoLast(host, { now: NOW + 4, write: true });
  expect(host.texts()).toEqual(VAULT);
});
