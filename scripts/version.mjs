// Run by `npm version`: writes the new version into manifest.json, what it needs of Obsidian into versions.json, and
// its day into the changelog; npm commits and tags. The tag is the version itself, without a `v`, as Obsidian's
// directory wants it (.npmrc says so).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export function released({ manifest, versions, changelog }, version, day) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`“${version}” is no version of a plugin: it must be x.y.z.`);
  const own = new RegExp(`^## ${version.replaceAll('.', '\\.')}( – .*)?$`, 'm');
  const unreleased = /^## (?:\d+\.\d+\.\d+ – )?[Uu]nreleased$/m;
  const heading = `## ${version} – ${day}`;
  if (!own.test(changelog) && !unreleased.test(changelog))
    throw new Error(`CHANGELOG.md says nothing of ${version}: write what changes under “## Unreleased” first.`);
  return {
    manifest: { ...manifest, version },
    versions: { ...versions, [version]: manifest.minAppVersion },
    changelog: changelog.replace(unreleased.test(changelog) ? unreleased : own, heading),
  };
}

function main() {
  const root = path.join(import.meta.dirname, '..');
  const at = (name) => path.join(root, name);
  const read = (name) => readFileSync(at(name), 'utf8');
  const version = process.env.npm_package_version ?? '';
  const { manifest, versions, changelog } = released(
    {
      manifest: JSON.parse(read('manifest.json')),
      versions: JSON.parse(read('versions.json')),
      changelog: read('CHANGELOG.md'),
    },
    version,
    new Date().toISOString().slice(0, 10),
  );
  writeFileSync(at('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(at('versions.json'), `${JSON.stringify(versions, null, 2)}\n`);
  writeFileSync(at('CHANGELOG.md'), changelog);
}

if (import.meta.filename === process.argv[1]) main();
