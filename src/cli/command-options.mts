/** The options that commands share; `commands.mts` says how each is given. */
import type { CalendarDate } from '../text/calendar-date';

/** What all commands take. */
export interface CommonOptions {
  readonly today?: CalendarDate;
  readonly me?: readonly string[];
  readonly json?: true;
  readonly config?: string;
  readonly configDir: string;
}

/** What every command on a vault takes. */
export interface VaultOptions extends CommonOptions {
  /** The positional. */
  readonly folder?: string | undefined;
  /** `--vault`. */
  readonly vault?: string;
  /** False: nothing of what was read is used or kept. */
  readonly cache?: boolean;
}

/** How long a proposal waits where nothing is said. */
export const POSTPONED_DAYS = 7;
