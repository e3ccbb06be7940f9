/**
 * One file made to hold a text, only if it holds the text that was expected: nothing that came since is ever written
 * over.
 */
import type { FileChange } from '../edit/journal';
import { HostError, type VaultHost } from './vault-host';

export type Written =
  | { readonly is: 'written' }
  /** It holds what it should already. */
  | { readonly is: 'same' }
  /** It holds something else than expected: `now`, or null where there is no file, or another's under that name. */
  | { readonly is: 'changed'; readonly now: string | null };

/** Throws a HostError where the file cannot be read or written. */
export async function writeIfUnchanged(host: VaultHost, { path, before, after }: FileChange): Promise<Written> {
  if (before === after) return { is: 'same' };
  if (before === null) return create(host, path, after ?? '');
  if (after === null) return trash(host, path, before);
  let now: string = before;
  try {
    await host.process(path, (text) => {
      now = text;
      return text === before ? after : null;
    });
  } catch (error) {
    if (error instanceof HostError && error.code === 'missing') return { is: 'changed', now: null };
    throw error;
  }
  return now === before ? { is: 'written' } : now === after ? { is: 'same' } : { is: 'changed', now };
}

async function create(host: VaultHost, path: string, text: string): Promise<Written> {
  try {
    await host.create(path, text);
    return { is: 'written' };
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'exists') throw error;
    const now = await readIfThere(host, path);
    return now === text ? { is: 'same' } : { is: 'changed', now };
  }
}

async function trash(host: VaultHost, path: string, before: string): Promise<Written> {
  const now = await readIfThere(host, path);
  if (now === null) return { is: 'same' };
  if (now !== before) return { is: 'changed', now };
  await host.trash(path);
  return { is: 'written' };
}

async function readIfThere(host: VaultHost, path: string): Promise<string | null> {
  try {
    return await host.read(path);
  } catch (error) {
    if (error instanceof HostError && error.code === 'missing') return null;
    throw error;
  }
}
