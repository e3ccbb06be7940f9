/**
 * The steps of a release as far as they can be taken here: `npm version` in a checkout of its own, the build from
 * another folder, the workflow's text.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.join(import.meta.dirname, '../..');
/** What Obsidian's directory takes from a release. */
const ASSETS = ['main.js', 'manifest.json', 'styles.css'];

/** A checkout without its history, that npm and the build run in. */
class Checkout {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'throughline-release-'));

  constructor(from = ROOT) {
    for (const name of [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'manifest.json',
      'versions.json',
      'CHANGELOG.md',
      'esbuild.config.mjs',
      'tsconfig.json',
      'scripts',
      'src',
      'styles',
    ]) {
      cpSync(path.join(from, name), path.join(this.folder, name), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(this.folder, 'node_modules'));
  }

  run(command: string, ...args: string[]): string {
    // Neither npm's own settings of the run that this test is part of, nor the person's of git.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
    return execFileSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** What keeps `tag` from being released; nothing where it may be. */
  refused(tag: string, ...options: string[]): string {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check-release.mjs', tag, ...options], {
      cwd: this.folder,
      encoding: 'utf8',
    });
    return status === 0 ? '' : stderr;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

test('npm version writes, commits and tags one version, which alone may be released; two builds of it, in two folders, are the same to the byte', () => {
  const checkout = new Checkout();
  let elsewhere: Checkout | null = null;
  try {
    checkout.run('git', 'init', '-q');
    checkout.run('git', 'config', 'user.email', 'mara@example.com');
    checkout.run('git', 'config', 'user.name', 'Mara Voss');
    checkout.run(
      'git',
      'add',
      'package.json',
      'package-lock.json',
      '.npmrc',
      'manifest.json',
      'versions.json',
      'CHANGELOG.md',
    );
    checkout.run('git', 'commit', '-q', '-m', 'Everything');
    const before = (JSON.parse(checkout.read('manifest.json')) as { version: string }).version;
    const [major = '', minor = '', patch = ''] = before.split('.');
    const next = `${major}.${minor}.${Number(patch) + 1}`;
    if (!/^## (?:\d+\.\d+\.\d+ – )?unreleased$/im.test(checkout.read('CHANGELOG.md'))) {
      // Right after a release nothing is to be released.
      expect(() => checkout.run('npm', 'version', 'patch')).toThrow('says nothing');
      writeFileSync(
        path.join(checkout.folder, 'CHANGELOG.md'),
        checkout.read('CHANGELOG.md').replace(/^## /m, '## Unreleased\n\n- More.\n\n## '),
      );
      checkout.run('git', 'checkout', '--', 'package.json', 'package-lock.json');
      checkout.run('git', 'commit', '-q', '-a', '-m', 'More');
    }
    checkout.run('npm', 'version', 'patch');
    expect(checkout.run('git', 'describe', '--exact-match')).toBe(`${next}\n`);
    expect(checkout.run('git', 'show', '--format=', '--name-only').trim().split('\n')).toEqual([
      'CHANGELOG.md',
      'manifest.json',
      'package-lock.json',
      'package.json',
      'versions.json',
    ]);
    expect(JSON.parse(checkout.read('manifest.json'))).toMatchObject({ version: next });
    expect(JSON.parse(checkout.read('versions.json'))).toHaveProperty([next]);

    expect(checkout.refused(next)).toContain('main.js was not built');
    expect(checkout.refused(next, '--unbuilt')).toBe('');
    expect(checkout.refused(before, '--unbuilt')).toContain('cannot be released');
    elsewhere = new Checkout(checkout.folder);
    const [built, again] = [checkout, elsewhere].map((one) => {
      one.run(process.execPath, 'esbuild.config.mjs', '--quiet');
      return ASSETS.map((name) => one.read(name));
    });
    expect(checkout.refused(next)).toBe('');
    for (const other of [before, `v${next}`, `${next}-beta`])
      expect(checkout.refused(other)).toContain('cannot be released');
    expect(built?.map((text, at) => text === again?.[at])).toEqual([true, true, true]);
  } finally {
    checkout.remove();
    elsewhere?.remove();
  }
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: { readonly push: { readonly tags: readonly string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const WORKFLOWS = path.join(ROOT, '.github/workflows');
const workflow = (name: string): Workflow => parse(readFileSync(path.join(WORKFLOWS, name), 'utf8')) as Workflow;

/** What a step does: an action without its commit, or a command. */
const deed = ({ uses, run }: Step): string => uses?.replace(/@.*/, '') ?? run ?? '';
const lines = (value: unknown): string[] => String(value).trim().split('\n');

describe('the release workflow', () => {
  const { on, permissions, jobs } = workflow('release.yml');
  const { build, publish, ...others } = jobs;

  test('runs for a tag that is a version, and for no other', () => {
    // GitHub's patterns: `+` is one or more of what precedes, a dot is a dot.
    const patterns = on.push.tags.map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.')}$`));
    const runs = (tag: string): boolean => patterns.some((pattern) => pattern.test(tag));
    expect(['0.1.0', '10.20.30'].map(runs)).toEqual([true, true]);
    expect(['v0.1.0', '0.1', '0.1.0-beta', '0.1.0.1', 'main'].map(runs)).toEqual([false, false, false, false, false]);
  });

  test('the job that installs and builds may write nothing', () => {
    expect(others).toEqual({});
    expect(permissions).toEqual({ contents: 'read' });
    expect(build?.permissions ?? permissions).toEqual({ contents: 'read' });
    expect(build?.steps.map(deed)).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'node scripts/check-release.mjs "$GITHUB_REF_NAME" --unbuilt',
      '.ci/run',
      'node scripts/check-release.mjs "$GITHUB_REF_NAME" --notes > notes.md',
      'actions/upload-artifact',
    ]);
    expect(build?.steps[0]?.with).toEqual({ 'persist-credentials': false });
    expect(lines(build?.steps.at(-1)?.with?.['path'])).toEqual([...ASSETS, 'notes.md']);
  });

  test('the job that may write runs no code of the repository or of a package, and attests exactly what it publishes', () => {
    expect(publish?.needs).toBe('build');
    expect(publish?.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
    expect(publish?.steps.slice(0, -1).map(deed)).toEqual([
      'actions/download-artifact',
      'actions/attest-build-provenance',
    ]);
    expect(publish?.steps[0]?.with?.['name']).toBe(build?.steps.at(-1)?.with?.['name']);
    expect(lines(publish?.steps[1]?.with?.['subject-path'])).toEqual(ASSETS);
    const published =
      /^gh release create "\$GITHUB_REF_NAME" --repo "\$GITHUB_REPOSITORY" --verify-tag ((?:[\w.]+ )+)--title "\$GITHUB_REF_NAME" --notes-file notes\.md$/.exec(
        publish?.steps.at(-1)?.run ?? '',
      )?.[1];
    expect(published?.trim().split(' ')).toEqual(ASSETS);
  });
});

test.each(readdirSync(WORKFLOWS))('each action of %s is pinned to a commit, with its version beside it', (name) => {
  const text = readFileSync(path.join(WORKFLOWS, name), 'utf8');
  const used = Object.values(workflow(name).jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(text).toMatch(new RegExp(`uses: ${action} # v\\d+\\.\\d+\\.\\d+$`, 'm'));
  expect(used.filter((action) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  expect(text).not.toContain('secrets.');
});

test('packages are installed without running their scripts', () => {
  const commands = readFileSync(path.join(ROOT, '.ci/run'), 'utf8').split('\n');
  const installs = commands.filter((line) => /\bnpm (?:ci|i|install)\b/.test(line));
  expect(installs).toEqual(['npm ci --ignore-scripts']);
});
