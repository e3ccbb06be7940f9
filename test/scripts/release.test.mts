import { readFileSync } from 'node:fs';
import path from 'node:path';
import { notesOf, reasonsAgainst } from '../../scripts/check-release.mjs';
import { released } from '../../scripts/version.mjs';

const read = (name: string): string => readFileSync(path.join(__dirname, '../..', name), 'utf8');
const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;
const versions = JSON.parse(read('versions.json')) as Record<string, string>;
const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- More.\n\n## 0.1.0 – 2026-01-02\n\n- First.\n';

test('a new version is written into the manifest, the table of versions and the changelog', () => {
  const next = released({ manifest, versions, changelog: CHANGELOG }, '0.2.0', '2026-03-04');
  expect(next.manifest).toEqual({ ...manifest, version: '0.2.0' });
  expect(next.versions).toEqual({ ...versions, '0.2.0': manifest['minAppVersion'] });
  expect(next.changelog).toBe(CHANGELOG.replace('## Unreleased', '## 0.2.0 – 2026-03-04'));
});

test('the first version takes the heading it has', () => {
  expect(
    released({ manifest, versions, changelog: '## 0.1.0 – unreleased\n\n- First.\n' }, '0.1.0', '2026-03-04').changelog,
  ).toBe('## 0.1.0 – 2026-03-04\n\n- First.\n');
});

test.each([
  ['v0.2.0', CHANGELOG, 'no version'],
  ['0.2.0-beta', CHANGELOG, 'no version'],
  ['0.3.0', '## 0.1.0 – 2026-01-02\n', 'says nothing'],
])('%s is refused', (version, changelog, why) => {
  expect(() => released({ manifest, versions, changelog }, version, '2026-03-04')).toThrow(why);
});

test('what is released says one version everywhere, and keeps the directory’s rules', () => {
  const next = released({ manifest, versions, changelog: CHANGELOG }, '0.2.0', '2026-03-04');
  const files = { ...next, packageJson: { version: '0.2.0' } };
  expect(reasonsAgainst('0.2.0', files)).toEqual([]);
  expect(notesOf('0.2.0', next.changelog)).toBe('- More.');
  expect(reasonsAgainst('0.2.1', files)).toHaveLength(4);
  expect(
    reasonsAgainst('0.2.0', {
      ...files,
      manifest: { ...next.manifest, description: 'an Obsidian plugin (good)', id: 'my-plugin' },
    }),
  ).toHaveLength(2);
});

test('nothing is released under a heading that says unreleased', () => {
  expect(notesOf('0.1.0', '## 0.1.0 – unreleased\n\n- First.\n')).toBeNull();
});
