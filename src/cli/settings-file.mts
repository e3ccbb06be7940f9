/** The settings a command goes by: the vault's own, or those of `--config`, with the options that stand above them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { VaultHost } from '../host/vault-host';
import { readSettings, type Settings } from '../settings/settings';
import { jsonErrorLine } from './json-error-line.mts';
import { UsageError } from './shell.mts';
import { hostError, isSystemError } from './system-error.mts';

/** The plugin's own settings file, inside the configuration folder. */
const SETTINGS_FILE = 'plugins/throughline/data.json';

export interface SettingsChoice {
  readonly cwd: string;
  /** `--config`. */
  readonly config?: string | undefined;
  /** `--me`: stand in place of the settings' own. */
  readonly me: readonly string[];
}

/** Throws a UsageError where a setting is unknown or wrong, or the file is not there or no JSON; a HostError where it cannot be read. */
export async function loadSettings(host: VaultHost, { cwd, config, me }: SettingsChoice): Promise<Settings> {
  const file = config ?? `${host.configDir}/${SETTINGS_FILE}`;
  const text = config === undefined ? await host.readConfig(SETTINGS_FILE) : await readConfigFile(path.resolve(cwd, config), config);
  const { settings, problems } = readSettings(text === null ? null : parseJson(text, file));
  if (problems.length > 0) throw new UsageError(...problems.map((problem) => `${file}: ${problem}`));
  return me.length > 0 ? { ...settings, me } : settings;
}

async function readConfigFile(file: string, given: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const failure = hostError(error, given, 'read');
    if (!isSystemError(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw failure;
    throw new UsageError(`${failure.message} Give a JSON file to --config, or leave it out to use the vault's own settings.`);
  }
}

function parseJson(text: string, file: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(`${file}, line ${jsonErrorLine(json) ?? 1}: this is not valid JSON; mend that line, or give other settings with --config FILE`);
  }
}
