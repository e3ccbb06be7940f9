/**
 * Two notes of one day are one meeting when their bodies are byte-identical, line ends aside. Reading compares samples
 * of long bodies, which rules out nearly all others; the few that agree are compared in full here.
 */
import { readFrontmatter } from '../text/frontmatter';
import type { Note } from '../note/note';
import { HostError, type VaultHost } from './vault-host';
import { pushInto } from '../text/push-into';

/**
 * The notes with different body hashes where the whole bodies differ. A note that cannot be read again stays as it is;
 * for an I/O reason, `onFailure` is called.
 */
export async function distinguishCopies(
  host: Pick<VaultHost, 'read'>,
  notes: readonly Note[],
  onFailure: (failure: HostError) => void = () => undefined,
): Promise<readonly Note[]> {
  const alike = new Map<string, Note[]>();
  for (const note of notes) {
    const key = bodyKey(note);
    if (key === null) continue;
    pushInto(alike, key, note);
  }
  const apart = new Map<Note, Note>();
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const bodies: string[] = [];
    for (const note of group) {
      const body = await bodyOf(host, note.path, onFailure);
      if (body === null) continue;
      const known = bodies.indexOf(body);
      if (known < 0) bodies.push(body);
      const which = known < 0 ? bodies.length - 1 : known;
      if (which > 0) apart.set(note, { ...note, bodyHash: `${note.bodyHash}-${which}` });
    }
  }
  return apart.size === 0 ? notes : notes.map((note) => apart.get(note) ?? note);
}

/** What notes have in common whose bodies may be one; null where a body says nothing. */
export function bodyKey({ date, bodyHash }: Note): string | null {
  return bodyHash === '' || date === null ? null : `${date}\n${bodyHash}`;
}

async function bodyOf(
  host: Pick<VaultHost, 'read'>,
  path: string,
  onFailure: (failure: HostError) => void,
): Promise<string | null> {
  try {
    const text = await host.read(path);
    return text.slice(readFrontmatter(text).bodyFrom).replace(/\r\n?/g, '\n').trimEnd();
  } catch (error) {
    if (error instanceof HostError && (error.code === 'io' || error.code === 'denied')) onFailure(error);
    return null;
  }
}
