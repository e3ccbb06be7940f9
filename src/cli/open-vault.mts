/** What every command on a vault does first, and how it says what could not be read or written. */
import type { SkippedEdit } from '../edit/skips';
import type { HostError, VaultHost } from '../host/vault-host';
import type { Settings } from '../settings/settings';
import { failureText, skipRecord } from '../words/english';
import type { VaultOptions } from './command-options.mts';
import { printable } from '../text/printable';
import { loadSettings } from './settings-file.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';
import { findVault, isEmpty } from './vault-path.mts';
import { VaultRoot } from './vault-root.mts';

interface OpenVault {
  /** Absolute. */
  readonly folder: string;
  readonly root: VaultRoot;
  readonly host: VaultHost;
  readonly settings: Settings;
}

/**
 * Throws a UsageError where there is no such vault, where nothing is in it, or where its settings cannot be used.
 * `mayBeNew`: settings are enough; there need not be a note yet.
 */
export async function openVault(
  { cwd, engine, usualVault }: Shell,
  options: VaultOptions,
  { mayBeNew = false } = {},
): Promise<OpenVault> {
  const { configDir, folder, vault, config, me } = options;
  const found = await findVault({ folder, vault, usual: usualVault, cwd, configDir });
  const root = VaultRoot.open(found);
  const host = await engine.openVault(found, configDir, { cache: options.cache !== false });
  const settings = await loadSettings(host, { cwd, config, me: me ?? [] });
  if (await isEmpty(found, { mayBeNew }))
    throw new UsageError(`"${found}" holds no files: is it moved, or not mounted? give the folder of the vault`);
  return { folder: found, root, host, settings };
}

export function reportFailures({ err }: Shell, failures: readonly HostError[]): ExitStatus {
  for (const failure of failures) err.write(`throughline: ${printable(failureText(failure))}\n`);
  return EXIT.failure;
}

/** Files that were left alone, each with why. */
export function reportSkips({ err }: Shell, skipped: readonly SkippedEdit[]): void {
  for (const { path, reason } of skipped.map(skipRecord))
    err.write(`throughline: ${printable(`${path}: ${reason}`)}\n`);
}
