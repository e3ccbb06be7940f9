/**
 * An entity's page got another name: is the old one an alias? Only who sees the rename can ask (an app, a watched
 * folder): a page that was renamed by something else is one that is gone and one that is new, and nothing sure ties the
 * two.
 *
 *     People/Ann Lee.md → People/Ann Fox.md                   aliases: [Ann Lee]?
 *     People/Ann Lee/README.md → People/Ann Fox/README.md     likewise
 */
import { foldWhole } from '../entity/fold-name';
import { targetName } from '../entity/linked-names';
import type { VaultIndex } from './build-index';
import { contextOf } from './proposals';
import { asProposal, type FoundProposal, type ProposalPlace } from './proposal';

export interface Rename {
  /** Paths of the page. */
  readonly from: string;
  readonly to: string;
}

/**
 * To be answered as any other proposal of kind `alias`. `index` is of the vault after the rename. Null where there is
 * nothing to ask: it is no entity's page, it was moved and not renamed, the old name is one of its names already or
 * another page's, or it was answered.
 */
export function renameProposal(index: VaultIndex, { from, to }: Rename): FoundProposal | null {
  const { registry, memory, meetings } = index;
  const entity = registry.entityOfPage(to);
  const old = targetName(from);
  const folded = foldWhole(old);
  if (
    entity === null ||
    entity.page !== to ||
    !entity.writable ||
    folded === '' ||
    [entity.name, ...entity.aliases].some((name) => foldWhole(name) === folded)
  )
    return null;
  if (registry.isMe(old) || registry.named(old, null).some((other) => other !== entity && other.page !== null))
    return null;
  const places = meetings.flatMap((meeting): ProposalPlace[] => {
    const {
      names,
      notes: [note],
      date,
    } = meeting;
    const stands = names.some(
      ({ name, entity: known }) => foldWhole(name) === folded && (known === null || known.page === null),
    );
    return meeting.private || note === undefined || !stands
      ? []
      : [{ path: note.path, line: note.line, text: old, date, meeting }];
  });
  const here = contextOf({ path: to, line: 1, text: old, date: null, meeting: null }, index);
  if (memory.refuses(registry, old, entity, here) || memory.names.has(folded)) return null;
  return asProposal({
    kind: 'alias',
    name: old,
    entityKind: entity.kind,
    candidates: [entity],
    places,
    why: { code: 'renamed', name: entity.name, old },
  });
}
