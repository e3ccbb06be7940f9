/** New pages from a person's template and in the layout of the Folder notes plugin. */
import { rollUp } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const MEETING = '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\n---\n## Decisions\n- Pilot ships\n';

async function made(
  files: Readonly<Record<string, string>>,
  settings: unknown,
): Promise<{ readonly texts: Record<string, string>; readonly problems: string[] }> {
  const host = new MemoryHost({ 'Meetings/2025-10-28 Dana.md': MEETING, ...files });
  const options = { settings: readSettings(settings).settings, today: '2025-11-03', now: 0 };
  const { problems } = await rollUp(host, options);
  const again = await rollUp(host, options);
  expect(again.plan.edits.map(({ path }) => path)).toEqual([]);
  return { texts: host.texts(), problems: problems.map(({ path, code }) => `${path}: ${code}`) };
}

const TEMPLATE = { kinds: { person: { template: 'Templates/Person' } } };

test('a new page is the person’s template, filled in, with the block below its title', async () => {
  const { texts, problems } = await made(
    { 'Templates/Person.md': '---\ntype: person\nsince: {{date}}\n---\n# {{title}}\n\n## Notes\n' },
    TEMPLATE,
  );
  expect(problems).toEqual([]);
  expect(texts['People/Dana Fox.md']).toMatch(
    /^---\ntype: person\nsince: 2025-11-03\nlast_contact: 2025-10-28\n[^]*---\n# Dana Fox\n\n<!-- throughline:begin person[^]*<!-- throughline:end[^>]*-->\n\n## Notes\n$/,
  );
});

test('a template that would make of the page something else is told, and the page made without it', async () => {
  const { texts, problems } = await made(
    { 'Templates/Person.md': '---\ndate: {{date}}\n---\n# {{title}}\n' },
    TEMPLATE,
  );
  expect(texts['People/Dana Fox.md']).toMatch(/^---\ntype: person\n/);
  expect(problems).toEqual(['Templates/Person.md: template-unusable']);
});

test('so is a template that is not there', async () => {
  const { texts, problems } = await made({}, TEMPLATE);
  expect(texts['People/Dana Fox.md']).toMatch(/^---\ntype: person\n/);
  expect(problems).toEqual(['Templates/Person.md: template-unusable']);
});

test('tokens of Templater are neither run nor left', async () => {
  const { texts } = await made({ 'Templates/Person.md': '# {{title}}\n<% tp.file.cursor() %>\nHello.\n' }, TEMPLATE);
  expect(texts['People/Dana Fox.md']).toContain('\n\nHello.\n');
  expect(texts['People/Dana Fox.md']).not.toContain('<%');
});

const ON = { '.obsidian/community-plugins.json': '["folder-notes"]' };

test.each([
  ['as that plugin is from the start', { ...ON }, 'People/Dana Fox/Dana Fox.md'],
  [
    'with its name for them',
    { ...ON, '.obsidian/plugins/folder-notes/data.json': '{"folderNoteName":"README"}' },
    'People/Dana Fox/README.md',
  ],
  [
    'not where it keeps them beside',
    { ...ON, '.obsidian/plugins/folder-notes/data.json': '{"storageLocation":"parentFolder"}' },
    'People/Dana Fox.md',
  ],
  [
    'not with a name that is no folder note to us',
    { ...ON, '.obsidian/plugins/folder-notes/data.json': '{"folderNoteName":"{{folder_name}} note"}' },
    'People/Dana Fox.md',
  ],
  [
    'not where it is off',
    { '.obsidian/plugins/folder-notes/data.json': '{"folderNoteName":"README"}' },
    'People/Dana Fox.md',
  ],
  ['not with settings that are no JSON', { '.obsidian/community-plugins.json': '[' }, 'People/Dana Fox.md'],
  ['not where other people are plain notes', { ...ON, 'People/Bo Kim.md': '# Bo Kim\n' }, 'People/Dana Fox.md'],
])('folder notes %s', async (_, files, expected) => {
  expect(Object.keys((await made(files, {})).texts)).toContain(expected);
});
