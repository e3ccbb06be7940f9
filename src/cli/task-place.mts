/**
 * Which line of which note `PATH:LINE` means, and in which vault.
 *
 *   Meetings/2025-10-28 Dana.md:12      a vault path, as `inspect` prints it; else a file seen from the current folder
 *   ./2025-10-28 Dana.md:12             a file seen from the current folder, and so is what begins with `../` or `/`
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { LinePlace } from '../edit/row-plan';
import { UsageError } from './shell.mts';
import { findVault, kindOf, type VaultChoice } from './vault-path.mts';

interface LocatedTask {
  /** Absolute. */
  readonly vault: string;
  readonly place: LinePlace;
}

/** Throws a UsageError where what was given is no place in a vault, or could be two. */
export async function locateTask(given: string, choice: VaultChoice): Promise<LocatedTask> {
  const [, name, digits] = PLACE.exec(given) ?? [];
  if (name === undefined || digits === undefined)
    throw new UsageError(`"${given}" has no line number; use PATH:LINE, such as "Meetings/2025-10-28 Dana.md:12"`);
  const { vault, path: found } = await locateNote(name, choice, `:${digits}`);
  return { vault, place: { path: found, line: Number(digits) } };
}

interface LocatedNote {
  /** Absolute. */
  readonly vault: string;
  /** The note's path in it. */
  readonly path: string;
}

/** As `locateTask`, for a note as a whole. `suffix` is what was typed after its path. */
export async function locateNote(name: string, choice: VaultChoice, suffix = ''): Promise<LocatedNote> {
  const note = notePath(name);
  const isFile = path.isAbsolute(note) || /^\.{1,2}\//.test(name.replace(/\\/g, '/'));
  const file = path.resolve(choice.cwd, isFile && !path.isAbsolute(note) ? withSuffix(name) : note);
  const vault = await vaultOf(file, isFile, choice);
  const here = (await kindOf(file)) === 'file' ? inVault(vault, file) : null;
  if (isFile) {
    if (here !== null && !/(?:^|\/)\./.test(here)) return { vault, path: here };
    throw new UsageError(
      here === null && (await kindOf(file)) === 'file'
        ? `"${name}" is outside the vault "${vault}"; give its own vault, as in --vault DIR`
        : noNote(name, suffix),
    );
  }
  const there = (await kindOf(path.join(vault, note))) === 'file';
  if (there && here !== null && here !== note && !isSameFile(path.join(vault, note), file)) {
    throw new UsageError(
      `"${name}" could be "${note}" of the vault or "${here}", seen from this folder; give "./${name}${suffix}" for the one seen from here, or its whole path from "/" for the other`,
    );
  }
  const found = there ? note : here;
  // What is in a dot-folder (the trash, the configuration) is no note.
  if (found === null || /(?:^|\/)\./.test(found)) throw new UsageError(noNote(name, suffix));
  return { vault, path: found };
}

const PLACE = /^(.*[^:]):(\d{1,9})$/s;

/** A vault path, however it was typed: with `./`, with a system's own separators, without `.md`. */
export function notePath(given: string): string {
  return withSuffix(given.replace(/\\/g, '/').replace(/^(?:\.\/)+/, ''));
}

function withSuffix(given: string): string {
  return /\.md$/i.test(given) ? given : `${given}.md`;
}

function noNote(name: string, suffix: string): string {
  return `there is no note "${name}"; give its path in the vault or from this folder, such as "Meetings/2025-10-28 Dana.md${suffix === '' ? '' : ':12'}"`;
}

/** The vault that was named; else the one around the current folder, or around the file where that says more. */
async function vaultOf(
  file: string,
  isFile: boolean,
  { folder, vault, usual, cwd, configDir }: VaultChoice,
): Promise<string> {
  if ((folder ?? vault ?? usual ?? '') !== '') return findVault({ folder, vault, usual, cwd, configDir });
  const [first, second] = isFile ? [path.dirname(file), cwd] : [cwd, path.dirname(file)];
  try {
    return await findVault({ cwd: first, configDir });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return findVault({ cwd: second, configDir }).catch(() => {
      throw error;
    });
  }
}

/** The vault path of a file that is there; null outside the vault. */
function inVault(vault: string, file: string): string | null {
  const relative = path.relative(
    realpathSync.native(vault),
    path.join(realpathSync.native(path.dirname(file)), path.basename(file)),
  );
  return relative.startsWith('..') || path.isAbsolute(relative) ? null : relative.split(path.sep).join('/');
}

function isSameFile(one: string, other: string): boolean {
  return realpathSync.native(one) === realpathSync.native(other);
}
