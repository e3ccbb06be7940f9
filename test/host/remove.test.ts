import fc from 'fast-check';
import { carryOut } from '../../src/host/carry-out';
import { isLiveWritingPaused } from '../../src/host/journal';
import { removeFromVault } from '../../src/host/remove';
import { reviewVault } from '../../src/host/review';
import { rollUp } from '../../src/host/roll-up';
import { undoLast } from '../../src/host/undo';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';
import { oddPage } from '../page/odd-pages';
import { bareSample, sampleSettings } from '../sample-vault';

const NOW = Date.UTC(2025, 10, 3, 10);
const { settings } = readSettings({ me: ['Mara Voss'] });
const MEETING =
  '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Dana Fox]]", "[[Gwen Ash]]"]\n---\n## Actions\n- [ ] Send draft @Dana Fox 📅 2025-10-31\n## Decisions\n- Ship it\n';

async function roll(host: MemoryHost, now = NOW) {
  return rollUp(host, { settings, today: '2025-11-03', now });
}

async function remove(host: MemoryHost, { write = true, now = NOW + 1000 } = {}) {
  return removeFromVault(host, { settings, now, write });
}

function vault(files: Record<string, string> = {}): MemoryHost {
  return new MemoryHost({ 'Meetings/2025-10-28 Dana.md': MEETING, 'People/Dana Fox.md': '# Dana Fox\n', ...files });
}

test('takes out blocks and properties; pages that nobody wrote in go to the trash', async () => {
  const host = vault();
  const before = host.texts();
  await roll(host);
  const said = await remove(host, { write: false });
  const { result, stays, failures } = await remove(host);
  expect(host.texts()).toEqual(before);
  expect(result?.trashed).toEqual([
    'People/Gwen Ash.md',
    'Throughline/Decisions/2025-Q4.md',
    'Throughline/Follow-ups.md',
    'Throughline/Open questions.md',
    'Throughline/Waiting on.md',
  ]);
  expect({ stays, failures }).toEqual({ stays: [], failures: [] });
  expect(said.edits.map(({ path }) => path)).toEqual(result?.written);
  expect(await isLiveWritingPaused(host.state)).toBe(true);
  // And twice is once.
  expect((await remove(host)).edits).toEqual([]);
});

test('and undoing that puts all of it back', async () => {
  const host = vault();
  await roll(host);
  const rolledUp = host.texts();
  await remove(host);
  await undoLast(host, { now: NOW + 2000, write: true });
  expect(host.texts()).toEqual(rolledUp);
  expect(await isLiveWritingPaused(host.state)).toBe(false);
  expect((await roll(host, NOW + 3000)).result.written).toEqual([]);
});

test('a page that was made because somebody said so goes with the rest, unless somebody wrote in it', async () => {
  for (const words of ['', 'Likes tea.\n']) {
    const ida = MEETING.replace('"[[Gwen Ash]]"', 'Ida Moss').replace('Send draft', 'Ask Ida');
    const host = vault({
      'Meetings/2025-10-27 Ida.md': ida.replace('10-28', '10-27'),
      'Meetings/2025-10-26 Ida.md': ida.replace('10-28', '10-26'),
    });
    await roll(host);
    const review = await reviewVault(host, { settings, today: '2025-11-03' });
    const id =
      review.all.find(({ proposal: { kind, name } }) => kind === 'create' && name === 'Ida Moss')?.proposal.id ?? '';
    const plan = review.answer([{ id, accepted: true, as: null, scope: null }]);
    if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
    await carryOut(host, plan, { what: 'answers', now: NOW + 1 });
    await roll(host, NOW + 2);
    expect(host.texts()['People/Ida Moss.md']).toContain('Last met');
    host.put('People/Ida Moss.md', `${host.texts()['People/Ida Moss.md'] ?? ''}${words}`);
    const { result, stays } = await remove(host);
    expect(result?.trashed.includes('People/Ida Moss.md')).toBe(words === '');
    expect(stays.map(({ path }) => path)).toEqual(words === '' ? [] : ['People/Ida Moss.md']);
  }
});

test('a page that a person made with the very words of a new page stays', async () => {
  const page = '---\ntype: person\n---\n# Gwen Ash\n';
  const host = vault({ 'People/Gwen Ash.md': page });
  await roll(host);
  expect(host.texts()['People/Gwen Ash.md']).not.toBe(page);
  await remove(host);
  expect(host.texts()['People/Gwen Ash.md']).toBe(page);
});

test('what a person wrote stays, and is named', async () => {
  const host = vault({
    'Throughline/Names.md': '# Names\n- "Gwen" → [[Gwen Ash]]\n',
    'People/Bo Kim.md': '# Bo\n<!-- throughline:begin person -->\n- a\n',
  });
  await roll(host);
  const typed = (path: string, change: (text: string) => string): void => {
    host.put(path, change(host.texts()[path] ?? ''));
  };
  typed('People/Gwen Ash.md', (text) => `${text}Likes tea.\n`);
  typed('People/Dana Fox.md', (text) => text.replace('<!-- throughline:end', '- my own line\n<!-- throughline:end'));
  typed('Throughline/Follow-ups.md', (text) => `${text}\nMine.\n`);
  const { stays } = await remove(host);
  expect(stays).toEqual([
    { path: 'People/Bo Kim.md', reasons: [expect.objectContaining({ code: 'block-damaged' })] },
    { path: 'People/Dana Fox.md', reasons: [{ code: 'typed-into-block', lines: 1 }] },
    { path: 'People/Gwen Ash.md', reasons: [{ code: 'holds-your-words' }] },
    { path: 'Throughline/Follow-ups.md', reasons: [{ code: 'holds-your-words' }] },
    { path: 'Throughline/Names.md', reasons: [{ code: 'holds-answers', answers: 1 }] },
  ]);
  expect(host.texts()).toMatchObject({
    'People/Bo Kim.md': '# Bo\n<!-- throughline:begin person -->\n- a\n',
    'People/Gwen Ash.md': '---\ntype: person\n---\n# Gwen Ash\nLikes tea.\n',
    'Throughline/Follow-ups.md': '# Follow-ups\n\nMine.\n',
    'Throughline/Names.md': '# Names\n- "Gwen" → [[Gwen Ash]]\n',
  });
  expect(host.texts()['People/Dana Fox.md']).toMatch(/^# Dana Fox\n\n?- my own line\n$/);
});

test('a page that is in an archive by now loses its block too', async () => {
  const host = vault();
  await roll(host);
  host.put('Archive/Dana Fox.md', host.texts()['People/Dana Fox.md'] ?? '');
  host.remove('People/Dana Fox.md');
  await remove(host);
  expect(host.texts()['Archive/Dana Fox.md']).toBe('# Dana Fox\n');
});

test('a page that changes meanwhile is computed again; one that cannot be read or written is named', async () => {
  const host = vault({
    'People/Bo Kim.md': '# Bo Kim\n',
    'People/Ann Lee.md': '# Ann Lee\n',
    'Meetings/2025-10-29.md': MEETING.replace('Dana Fox"]', 'Dana Fox"]')
      .replace('"[[Gwen Ash]]"', '"[[Bo Kim]]", "[[Ann Lee]]"')
      .replace('10-28', '10-29'),
  });
  await roll(host);
  host.interrupt('process', 'People/Dana Fox.md', () => {
    host.put('People/Dana Fox.md', `${host.texts()['People/Dana Fox.md'] ?? ''}More.\n`);
  });
  host.fail('process', 'People/Bo Kim.md', 'denied');
  host.fail('read', 'People/Ann Lee.md', 'io');
  const { failures } = await remove(host);
  expect(failures.map(({ path, code }) => [path, code])).toEqual([
    ['People/Ann Lee.md', 'io'],
    ['People/Bo Kim.md', 'denied'],
  ]);
  expect(host.texts()['People/Dana Fox.md']).toBe('# Dana Fox\nMore.\n');
  host.restart();
  await remove(host, { now: NOW + 2000 });
  expect(host.texts()).toMatchObject({ 'People/Bo Kim.md': '# Bo Kim\n', 'People/Ann Lee.md': '# Ann Lee\n' });
});

describe('rollup, then remove or undo: every file that was there is byte for byte what it was', () => {
  test('over the sample vault', async () => {
    const bare = await bareSample();
    for (const today of ['2025-11-03', '2025-08-20', '2026-03-01']) {
      for (const back of ['remove', 'undo'] as const) {
        const host = new MemoryHost(bare);
        const before = host.texts();
        await rollUp(host, { settings: sampleSettings(), today, now: NOW });
        expect(host.texts()).not.toEqual(before);
        if (back === 'remove') await removeFromVault(host, { settings: sampleSettings(), now: NOW + 1, write: true });
        else await undoLast(host, { now: NOW + 1, write: true });
        expect(host.texts()).toEqual(before);
      }
    }
  });

  /** Pages, notes and rollup pages of any kind, some of which are concerned by the meeting. */
  const PATHS = [
    'People/Dana Fox.md',
    'People/Gwen Ash/README.md',
    'People/Bo Kim.md',
    'Projects/Apollo/Apollo.md',
    'Accounts/Acme.md',
    'Throughline/Follow-ups.md',
    'Throughline/Open questions.md',
    'Throughline/Decisions/2025-Q4.md',
    'Notes/Idea.md',
    'Archive/People/Old.md',
  ] as const;
  const ROUNDS = Number(process.env['ODD_VAULTS'] ?? 60);

  test(
    'over vaults of odd pages',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom(...PATHS), oddPage), { maxLength: 6 }),
          fc.constantFrom('below-title', 'end', 'Topics'),
          fc.boolean(),
          fc.constantFrom('remove', 'undo', 'two rollups, remove', 'two rollups, two undo'),
          async (pages, blockPosition, properties, back) => {
            const { settings: given } = readSettings({
              me: ['Mara Voss'],
              blockPosition,
              ...(properties
                ? {}
                : {
                    properties: { last_contact: false, meetings: false, open_follow_ups: false, open_questions: false },
                  }),
            });
            const host = new MemoryHost({
              ...Object.fromEntries(pages),
              'Meetings/2025-10-28 Dana.md': MEETING.replace(
                '"[[Gwen Ash]]"',
                '"[[Gwen Ash]]", "[[Bo Kim]]", "[[Ida Holt]]"',
              ).replace('\n---\n', '\nprojects: ["[[Apollo]]"]\naccounts: ["[[Acme]]"]\n---\n'),
            });
            const before = host.texts();
            await rollUp(host, { settings: given, today: '2025-11-03', now: NOW });
            if (back.startsWith('two')) await rollUp(host, { settings: given, today: '2025-11-20', now: NOW + 1 });
            if (back.endsWith('undo')) {
              await undoLast(host, { now: NOW + 2, write: true });
              if (back.startsWith('two')) await undoLast(host, { now: NOW + 3, write: true });
            } else await removeFromVault(host, { settings: given, now: NOW + 4, write: true });
            expect(host.texts()).toEqual(before);
          },
        ),
        { numRuns: ROUNDS },
      );
    },
    ROUNDS * 1000,
  );
});
