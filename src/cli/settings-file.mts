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

/**
 * Throws a UsageError where a setting is unknown or wrong, or the file is not there or no JSON; a HostError where it
 * cannot be read.
 */
export async function loadSettings(
  host: Pick<VaultHost, 'configDir' | 'readConfig'>,
  { cwd, config, me }: SettingsChoice,
): Promise<Settings> {
  const file = config ?? `${host.configDir}/${SETTINGS_FILE}`;
  const json =
    config === undefined
      ? parseJson(await host.readConfig(SETTINGS_FILE), {
          file,
          wayOut: 'mend that line, or give other settings with --config FILE',
        })
      : await readJsonFile({ cwd, given: config, option: '--config' });
  const { settings, problems } = readSettings(json);
  if (problems.length > 0) throw new UsageError(...problems.map((problem) => `${file}: ${problem}`));
  return me.length > 0 ? { ...settings, me } : settings;
}

export interface JsonFile {
  readonly cwd: string;
  /** As the person wrote it. */
  readonly given: string;
  /** The option it was given to. */
  readonly option: string;
}

/** The JSON of a file that an option names. Throws as `loadSettings` does. */
export async function readJsonFile({ cwd, given, option }: JsonFile): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path.resolve(cwd, given), 'utf8');
  } catch (error) {
    const failure = hostError(error, given, 'read');
    if (!isSystemError(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw failure;
    throw new UsageError(`${failure.message} Give a JSON file to ${option}, or leave it out.`);
  }
  return parseJson(text, { file: given, wayOut: `mend that line, or give another file to ${option}` });
}

function parseJson(text: string | null, { file, wayOut }: { readonly file: string; readonly wayOut: string }): unknown {
  if (text === null) return null;
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(`${file}, line ${jsonErrorLine(json) ?? 1}: this is not valid JSON; ${wayOut}`);
  }
}
