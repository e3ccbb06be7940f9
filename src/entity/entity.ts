/** A person, project or account of the vault. */
import type { KindId } from '../note/kinds';

export interface Entity {
  /** The page's path; `kind:folded name` for one that has no page. Unique in a registry. */
  readonly id: string;
  readonly kind: KindId;
  readonly name: string;
  readonly page: string | null;
  /** Its own folder when its page is a folder note. */
  readonly folder: string | null;
  readonly aliases: readonly string[];
  readonly emails: readonly string[];
  readonly status: 'left' | 'done' | 'archived' | null;
  /** False for a page in an excluded folder: it resolves names and is never written. */
  readonly writable: boolean;
}

/** How a name came to its entity, as `inspect --json` prints it. `none`: it did not. */
export type Via = 'link' | 'name' | 'alias' | 'memory' | 'context' | 'none';

export interface Resolution {
  /** Null when unknown, ambiguous, me, or nobody. */
  readonly entity: Entity | null;
  readonly via: Via;
  /**
   * Several: ambiguous. One with no entity: a first name that fits one page but that nothing in the meeting supports (a
   * proposal).
   */
  readonly candidates: readonly Entity[];
  readonly me: boolean;
  /** A placeholder (`TBD`, `Unknown`, `Speaker 1`) or a word remembered as no name. */
  readonly nobody: boolean;
}
