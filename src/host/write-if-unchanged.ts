/**
 * One file made to hold a text, only if it holds the text that was expected: nothing that came since is ever written
 * over.
 */
import type { FileChange } from '../edit/journal';
import type { Ended } from '../edit/refusals';
import { HostError, type ProcessOptions, type VaultHost } from './vault-host';

type Written =
  | Ended<'done'>
  /** It holds what it should already. */
  | Ended<'nothing'>
  /** It holds something else than expected: `now`, or null where there is no file, or another's under that name. */
  | (Ended<'changed'> & { readonly now: string | null });

interface WriteOptions extends ProcessOptions {
  /** A file that is to go was made by a run that was stopped: nobody has seen it, and the trash need not hold it. */
  readonly discards?: boolean;
}

/** Throws a HostError where the file cannot be read or written. */
export async function writeIfUnchanged(
  host: VaultHost,
  { path, before, after }: FileChange,
  { discards = false, byItself }: WriteOptions = {},
): Promise<Written> {
  if (before === after) return { outcome: 'nothing' };
  if (before === null) return create(host, path, after ?? '');
  if (after === null) return takeAway(host, path, before, discards);
  let now: string = before;
  try {
    await host.process(
      path,
      (text) => {
        now = text;
        return text === before ? after : null;
      },
      { byItself },
    );
  } catch (error) {
    if (error instanceof HostError && error.code === 'missing') return { outcome: 'changed', now: null };
    throw error;
  }
  return now === before ? { outcome: 'done' } : now === after ? { outcome: 'nothing' } : { outcome: 'changed', now };
}

async function create(host: VaultHost, path: string, text: string): Promise<Written> {
  try {
    await host.create(path, text);
    return { outcome: 'done' };
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'exists') throw error;
    const now = await readIfThere(host, path);
    return now === text ? { outcome: 'nothing' } : { outcome: 'changed', now };
  }
}

async function takeAway(host: VaultHost, path: string, before: string, discards: boolean): Promise<Written> {
  const now = await readIfThere(host, path);
  if (now === null) return { outcome: 'nothing' };
  if (now !== before) return { outcome: 'changed', now };
  await (discards ? host.discard(path) : host.trash(path));
  return { outcome: 'done' };
}

/** Null where no file is there. */
export async function readIfThere(host: VaultHost, path: string): Promise<string | null> {
  try {
    return await host.read(path);
  } catch (error) {
    if (error instanceof HostError && error.code === 'missing') return null;
    throw error;
  }
}
