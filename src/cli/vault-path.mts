/**
 * Which folder is the vault: the one given, else that of `THROUGHLINE_VAULT`, else the nearest parent with a
 * configuration folder, else one that was rolled up before.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './shell.mts';
import { hostError, isSystemError } from './system-error.mts';

export interface VaultChoice {
  /** The positional. */
  readonly folder?: string | undefined;
  /** `--vault`. */
  readonly vault?: string | undefined;
  /** `THROUGHLINE_VAULT`. */
  readonly usual?: string | undefined;
  readonly cwd: string;
  readonly configDir: string;
}

/** An absolute path to a folder that exists. Throws a UsageError that says what to give instead. */
export async function findVault({
  folder: positional,
  vault: option,
  usual,
  cwd,
  configDir,
}: VaultChoice): Promise<string> {
  if (positional !== undefined && option !== undefined && path.resolve(cwd, positional) !== path.resolve(cwd, option)) {
    throw new UsageError(`two vaults are given, "${positional}" and --vault "${option}"; give one`);
  }
  const named = option ?? positional;
  const given = named ?? (usual === '' ? undefined : usual);
  if (given === undefined) return nearestVault(cwd, configDir);
  const folder = path.resolve(cwd, given);
  const kind = given === '' ? 'missing' : await kindOf(folder);
  const where = named === undefined ? ' (THROUGHLINE_VAULT)' : '';
  if (kind === 'missing')
    throw new UsageError(`there is no folder "${given}"${where}; give the folder of the vault, as in --vault DIR`);
  if (kind === 'file') throw new UsageError(`"${given}"${where} is a file, not a vault; give the folder of the vault`);
  return folder;
}

/**
 * Whether nothing is in the folder but hidden files, which a new vault has: its disk may not be mounted, and what is
 * made there would be of no vault. Throws a HostError where it cannot be listed.
 */
export async function isEmpty(folder: string, { mayBeNew = false } = {}): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw hostError(error, folder, 'listed');
  });
  return names.every((name) => !mayBeNew && name.startsWith('.'));
}

async function nearestVault(cwd: string, configDir: string): Promise<string> {
  // Then by what Throughline itself keeps in a vault that Obsidian never opened.
  for (const sign of [configDir, '.throughline']) {
    for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
      if ((await kindOf(path.join(folder, sign))) === 'folder') return folder;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new UsageError(
    `not inside a vault: no folder "${configDir}" here or above; use --vault DIR, or set THROUGHLINE_VAULT`,
  );
}

export async function kindOf(place: string): Promise<'folder' | 'file' | 'missing'> {
  try {
    return (await stat(place)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE')) return 'missing';
    throw hostError(error, place, 'opened');
  }
}
