/** How an owner is written into a task, so that the name leads to its page and means nobody else. */
import type { Entity } from '../entity/entity';
import { looksLikeName } from '../task/owner-name';
import { baseName } from '../text/file-name';
import type { VaultIndex } from '../vault-index/build-index';
import { entityLink } from './answer-changes';

/**
 * `[[Ann Lee]]`, `[[People/Ann Lee/README|Ann Lee]]`, or the plain name where there is no page; `me` are the names that
 * are me.
 */
export function ownerToWrite(
  owner: Entity | 'me',
  { index, me }: { readonly index: VaultIndex; readonly me: readonly string[] },
): string {
  // The first of my names reads as me here and says who it is to whoever else reads the note.
  if (owner === 'me') return me.find((name) => looksLikeName(name)) ?? 'me';
  const target = owner.page === null ? null : entityLink(owner, { index });
  if (target === null) return owner.name;
  return baseName(target) === owner.name && !target.includes('/') ? `[[${target}]]` : `[[${target}|${owner.name}]]`;
}
