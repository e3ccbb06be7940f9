import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openFolder } from '../../src/cli/folder-host.mts';
import { HostError } from '../../src/host/vault-host';
import { LiveVault } from '../../src/host/live-vault';
import { rollUp } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });

test('a folder that cannot be listed any more takes no row from a page, however often it is tried', async () => {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-unlisted-')));
  try {
    const files = {
      'Meetings/2025-10-28.md':
        '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Ann Lee]]"]\n---\n## Actions\n- [ ] Send it @me\n',
      'People/Ann Lee.md': '',
      'lost+found/x': '',
    };
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
    }
    const rolledUp = async (unlisted: string | null) => {
      const host = openFolder(root, '.obsidian', 'a build');
      const list = host.list.bind(host);
      host.list = async () => {
        const { files: found, ...listing } = await list();
        if (unlisted === null) return { ...listing, files: found };
        const there = found.filter((file) => !file.path.startsWith(`${unlisted}/`));
        return { ...listing, files: there, failures: [new HostError('denied', unlisted, `“${unlisted}”: denied.`)] };
      };
      return rollUp(host, { settings, today: '2025-11-03', now: Date.now() });
    };
    await rolledUp(null);
    const page = fs.readFileSync(path.join(root, 'Throughline/Follow-ups.md'), 'utf8');
    expect(page).toContain('Send it');
    for (let time = 0; time < 3; time++) {
      const { failures, result } = await rolledUp('Meetings');
      expect([failures.map((failure) => failure.path), result.written]).toEqual([['Meetings'], []]);
    }
    // Where no note was ever read there is nothing to lose.
    fs.appendFileSync(path.join(root, 'Meetings/2025-10-28.md'), '- [ ] And that @me\n');
    expect((await rolledUp('lost+found')).result.written).toContain('Throughline/Follow-ups.md');
    expect((await rolledUp(null)).failures).toEqual([]);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
});

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

describe('saved answers that cannot be read', () => {
  const VAULT = {
    'Throughline/Names.md': '# Names\n\n- "Zed Nova" gets no page\n',
    'Meetings/2025-10-28.md':
      '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Zed Nova]]"]\n---\n## Actions\n- [ ] Send it @Zed Nova\n',
  };
  const options = { settings, today: '2025-11-03', now: 0 };

  test.each(['io', 'denied', 'not-utf8'] as const)(
    '%s: nothing is written by what is known without them',
    async (code) => {
      const host = new MemoryHost(VAULT);
      host.fail('read', 'Throughline/Names.md', code);
      const { failures, plan } = await rollUp(host, options);
      expect(failures.map(({ path }) => path)).toEqual(['Throughline/Names.md']);
      expect(plan.edits).toEqual([]);
      expect(host.texts()).toEqual(VAULT);
      const live = await LiveVault.open(host, { settings, rest: () => Promise.resolve() });
      expect(live.rulesUnread.map(({ path }) => path)).toEqual(['Throughline/Names.md']);
      expect((await live.plan('2025-11-03')).edits).toEqual([]);
      host.restart();
      await live.refresh();
      expect(live.rulesUnread).toEqual([]);
      await rollUp(host, options);
      expect(Object.keys(host.texts())).not.toContain('People/Zed Nova.md');
    },
  );
});
