/** What the app's vault and its adapter throw, as errors of the port. */
import { HostError, type HostErrorCode } from '../../host/vault-host';
import { messageOf } from '../../text/message-of';
import { words } from '../words/in-app';

/** Runs `work`; whatever it throws becomes a sentence about `path`. */
export async function attempt<T>(
  path: string,
  doing: Parameters<typeof words.files.failed>[1],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HostError) throw error;
    const why = messageOf(error);
    throw new HostError(codeOf(error, why), path, words.files.failed(path, doing, why), error);
  }
}

/** The app passes the file system's errors on as they are on the desktop, and as plain sentences on phones. */
function codeOf(error: unknown, why: string): HostErrorCode {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'missing';
  if (code === 'EEXIST' || /already exists/i.test(why)) return 'exists';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'denied';
  return 'io';
}
