// Before a release: that manifest.json, versions.json, package.json and the changelog all say the version of the tag,
// and that the manifest keeps the directory's rules. With `--notes` it prints what the changelog says of that version;
// with `--unbuilt` it does not ask for what the build makes.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Every reason why these files cannot be released as `tag`; none when they can. */
export function reasonsAgainst(tag, { manifest, versions, packageJson, changelog }) {
  const reasons = [];
  const must = (holds, reason) => {
    if (!holds) reasons.push(reason);
  };
  must(/^\d+\.\d+\.\d+$/.test(tag), `the tag “${tag}” is not x.y.z`);
  must(manifest.version === tag, `manifest.json says ${manifest.version}`);
  must(packageJson.version === tag, `package.json says ${packageJson.version}`);
  must(
    versions[tag] === manifest.minAppVersion,
    `versions.json says ${versions[tag]} for it, manifest.json ${manifest.minAppVersion}`,
  );
  must(notesOf(tag, changelog) !== null, 'CHANGELOG.md says nothing of it');
  must(
    /^[a-z]+(?:-[a-z]+)*$/.test(manifest.id) && !manifest.id.includes('obsidian') && !manifest.id.endsWith('plugin'),
    `the id “${manifest.id}” is not allowed`,
  );
  const { description } = manifest;
  must(
    /^[A-Z]/.test(description) &&
      description.endsWith('.') &&
      description.length <= 250 &&
      !/plugin|obsidian|[()[\]{}<>]/i.test(description),
    'the description breaks the directory’s rules',
  );
  must(typeof manifest.isDesktopOnly === 'boolean', 'isDesktopOnly is missing');
  return reasons;
}

/** What the changelog says under a version's heading, or null. */
export function notesOf(version, changelog) {
  const lines = changelog.split('\n');
  const from = lines.findIndex((line) => line === `## ${version}` || line.startsWith(`## ${version} – `));
  if (from < 0 || /unreleased/i.test(lines[from] ?? '')) return null;
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('## '));
  return lines
    .slice(from + 1, length < 0 ? undefined : from + 1 + length)
    .join('\n')
    .trim();
}

function main() {
  const root = path.join(import.meta.dirname, '..');
  const read = (name) => readFileSync(path.join(root, name), 'utf8');
  const tag = process.argv[2] ?? '';
  const files = {
    manifest: JSON.parse(read('manifest.json')),
    versions: JSON.parse(read('versions.json')),
    packageJson: JSON.parse(read('package.json')),
    changelog: read('CHANGELOG.md'),
  };
  const missing = process.argv.includes('--unbuilt')
    ? []
    : ['main.js', 'styles.css']
        .filter((name) => !existsSync(path.join(root, name)))
        .map((name) => `${name} was not built`);
  const reasons = [...reasonsAgainst(tag, files), ...missing];
  if (reasons.length > 0) {
    process.stderr.write(`${tag} cannot be released: ${reasons.join('; ')}.\n`);
    process.exit(1);
  }
  if (process.argv.includes('--notes')) process.stdout.write(`${notesOf(tag, files.changelog)}\n`);
}

if (import.meta.filename === process.argv[1]) main();
