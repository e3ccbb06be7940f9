/** What the pages need of the settings, and the day they are made for. */
import type { CalendarDate } from '../text/calendar-date';
import type { KindId, PageSection } from '../note/kinds';

export interface PageRules {
  readonly today: CalendarDate;
  /** Folder of the rollup pages, without a trailing slash. */
  readonly rollupFolder: string;
  /** Rows a section of an entity page shows at most. */
  readonly rowsPerSection: number;
  /** Rows a section of a rollup page shows at most: a page of megabytes slows every other plugin. */
  readonly rowsPerQueue: number;
  /** Follow-ups and questions last asked before this day are a count, not rows. */
  readonly startDate: CalendarDate;
  /** Sections of each kind's pages, in order. */
  readonly sections: ReadonlyMap<KindId, readonly PageSection[]>;
  /** Whether the names that are me are known. */
  readonly meKnown: boolean;
}

/** A question that nobody asked again for this long has lapsed. */
export const LAPSE_DAYS = 30;

/** How long an answered question stays on the rollup page. */
export const JUST_ANSWERED_DAYS = 14;
