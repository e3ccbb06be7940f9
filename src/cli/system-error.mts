/** What the system says, in words a person can act on. */
import { HostError, type HostErrorCode } from '../host/vault-host';
import { messageOf } from '../text/message-of';

export function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error));
}

/** A host's error for whatever a call of the file system threw: `“Notes/a.md” could not be read: …`. */
export function hostError(error: unknown, vaultPath: string, verb: string): HostError {
  if (error instanceof HostError) return error;
  const [kind, reason] = REASONS[codeOf(error)] ?? (['io', messageOf(error)] as const);
  return new HostError(kind, vaultPath, `“${vaultPath}” could not be ${verb}: ${reason}.`, error);
}

/** By its shape: a test runner's `Error` is not the one the system's errors are made of. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const REASONS: Readonly<Record<string, readonly [HostErrorCode, string]>> = {
  ENOENT: ['missing', 'there is no such file or folder'],
  ENOTDIR: ['missing', 'a part of its path is a file, not a folder'],
  EEXIST: ['exists', 'a file of that name already exists'],
  EISDIR: ['io', 'it is a folder, not a file'],
  EACCES: ['denied', 'permission denied; check who may read and write it'],
  EPERM: ['denied', 'the system does not permit it; check its permissions and whether it is locked'],
  EROFS: ['denied', 'the disk is mounted read-only'],
  ENOSPC: ['io', 'the disk is full; free some space and run again'],
  EDQUOT: ['io', 'the disk quota is used up; free some space and run again'],
  EMFILE: ['io', 'too many files are open; close some programs and run again'],
  ENFILE: ['io', 'too many files are open; close some programs and run again'],
  EBUSY: ['io', 'another program holds it open; close it there and run again'],
  ELOOP: ['denied', 'its symbolic links lead in a circle'],
  ENAMETOOLONG: ['io', 'its path is too long for this disk'],
  EIO: ['io', 'the disk reports an error'],
};
