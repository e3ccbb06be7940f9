/** What every command on a vault does first, and how it says what could not be read or written. */
import type { SkippedEdit } from '../edit/skips';
import type { HostError, VaultHost } from '../host/vault-host';
import type { Settings } from '../settings/settings';
import { failureText, skipRecord } from '../words/english';
import type { VaultOptions } from './command-options.mts';
import { printable } from './report.mts';
import { loadSettings } from './settings-file.mts';
import { EXIT, type ExitStatus, type Shell } from './shell.mts';
import { findVault } from './vault-path.mts';

interface OpenVault {
  /** Absolute. */
  readonly folder: string;
  readonly host: VaultHost;
  readonly settings: Settings;
}

/** Throws a UsageError where there is no such vault, or where its settings cannot be used. */
export async function openVault({ cwd, engine, usualVault }: Shell, options: VaultOptions): Promise<OpenVault> {
  const { configDir, folder, vault, config, me } = options;
  const found = await findVault({ folder, vault, usual: usualVault, cwd, configDir });
  const host = await engine.openVault(found, configDir, { cache: options.cache !== false });
  return { folder: found, host, settings: await loadSettings(host, { cwd, config, me: me ?? [] }) };
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
