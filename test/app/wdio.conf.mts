/**
 * The plugin in the real app: the earliest version it is for and the latest, on a desktop and as a phone. Where the app
 * can be downloaded; `README.md` says how.
 */
import path from 'node:path';
import process from 'node:process';
import { parseObsidianVersions } from 'wdio-obsidian-service';

const ROOT = path.join(import.meta.dirname, '../..');
const cacheDir = path.join(import.meta.dirname, '.obsidian-cache');
const versions = await parseObsidianVersions(process.env['OBSIDIAN_VERSIONS'] ?? 'earliest/earliest latest/latest', {
  cacheDir,
});

/** Downloaded by their ids, and enabled. */
const NEIGHBOURS = ['obsidian-tasks-plugin', 'templater-obsidian', 'dataview', 'obsidian-linter'];

const inApp = ([appVersion, installerVersion]: readonly [string, string], more: object) => ({
  appVersion,
  installerVersion,
  plugins: [ROOT],
  // The service opens a copy.
  vault: path.join(ROOT, 'seeds'),
  ...more,
});

export const config: WebdriverIO.Config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./specs/*.e2e.ts'],
  maxInstances: Number(process.env['WDIO_MAX_INSTANCES'] ?? 2),
  capabilities: [
    ...versions.map((version) => ({
      browserName: 'obsidian',
      'wdio:obsidianOptions': inApp(version, { plugins: [ROOT, ...NEIGHBOURS.map((id) => ({ id }))] }),
    })),
    ...versions.map((version) => ({
      browserName: 'obsidian',
      'wdio:obsidianOptions': inApp(version, { emulateMobile: true }),
      'goog:chromeOptions': { mobileEmulation: { deviceMetrics: { width: 390, height: 844 } } },
      // A phone has one window.
      'wdio:exclude': ['./specs/windows.e2e.ts', './specs/neighbours.e2e.ts'],
    })),
  ],
  services: ['obsidian'],
  reporters: ['obsidian'],
  mochaOpts: { ui: 'bdd', timeout: 120_000, retries: 1 },
  logLevel: 'warn',
  cacheDir,
};
