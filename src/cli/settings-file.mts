/** The settings of a command: the vault's own, or those of `--config`, with the options that replace them. */
import { mkdir, readFile, realpath, rename } from 'node:fs/promises';
import path from 'node:path';
import type { VaultHost } from '../host/vault-host';
import { settingProblemText } from '../words/english-settings';
import { readSettings, type Settings } from '../settings/settings';
import { nestsTooDeep } from '../text/nesting';
import { jsonErrorLine } from './json-error-line.mts';
import { UsageError } from './shell.mts';
import { hostError, isSystemError } from './system-error.mts';
import type { VaultRoot } from './vault-root.mts';
import { writeBeside } from './write-file.mts';

/** The plugin's own settings file, inside the configuration folder. */
const SETTINGS_FILE = 'plugins/throughline/data.json';

interface SettingsChoice {
  readonly cwd: string;
  /** `--config`. */
  readonly config?: string | undefined;
  /** `--me`: in place of the settings' own. */
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
          wayOut: 'fix that line, or give other settings with --config FILE',
        })
      : await readJsonFile({ cwd, given: config, option: '--config' });
  const { settings, problems } = readSettings(json);
  if (problems.length > 0)
    throw new UsageError(...problems.map((problem) => `${file}: ${settingProblemText(problem)}`));
  return me.length > 0 ? { ...settings, me } : settings;
}

export function settingsPath({ configDir }: Pick<VaultHost, 'configDir'>): string {
  return `${configDir}/${SETTINGS_FILE}`;
}

/** The vault's own settings as they are saved, whatever they are. Throws a UsageError where they are no object. */
export async function readOwnSettings(
  host: Pick<VaultHost, 'configDir' | 'readConfig'>,
): Promise<Record<string, unknown>> {
  const file = settingsPath(host);
  const json = parseJson(await host.readConfig(SETTINGS_FILE), { file, wayOut: 'fix that line' });
  if (json === null) return {};
  if (typeof json !== 'object' || Array.isArray(json))
    throw new UsageError(`${file} holds no settings; it must be an object {…}`);
  return { ...json };
}

export interface SettingsPlace {
  readonly root: VaultRoot;
  readonly host: Pick<VaultHost, 'configDir' | 'readConfig'>;
}

/** Saves them as the app does. Throws a HostError where they cannot be written. */
export async function writeOwnSettings(
  { root, host }: SettingsPlace,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const file = path.join(root.folder, host.configDir, SETTINGS_FILE);
  try {
    // It would be made again where it was: a person may take their time to answer.
    root.check();
    await mkdir(path.dirname(file), { recursive: true });
    const parent = await realpath(path.dirname(file));
    if (!root.holds(parent))
      throw new UsageError(`${settingsPath(host)} is behind a link that leaves the vault, so it was not written`);
    await rename(
      writeBeside(path.join(parent, path.basename(file)), JSON.stringify(settings, null, 2), 0o644),
      path.join(parent, path.basename(file)),
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw hostError(error, settingsPath(host), 'written');
  }
}

interface JsonFile {
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
  return parseJson(text, { file: given, wayOut: `fix that line, or give another file to ${option}` });
}

function parseJson(text: string | null, { file, wayOut }: { readonly file: string; readonly wayOut: string }): unknown {
  if (text === null) return null;
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw new UsageError(`${file}, line ${jsonErrorLine(json) ?? 1}: this is not valid JSON; ${wayOut}`);
  }
  if (nestsTooDeep(parsed)) throw new UsageError(`${file}: this nests too deep; ${wayOut}`);
  return parsed;
}
