/** What pages and lists go by, from the settings. */
import type { NoteRules } from '../note/note-rules';
import type { PageRules } from '../page/page-rules';
import type { Settings } from '../settings/settings';
import { addDays, type CalendarDate } from '../text/calendar-date';

export function pageRules(settings: Settings, { kinds }: Pick<NoteRules, 'kinds'>, today: CalendarDate): PageRules {
  return {
    today,
    rollupFolder: settings.rollupFolder,
    rowsPerSection: settings.rowsPerSection,
    rowsPerQueue: settings.rowsPerQueue,
    startDate: settings.startDate ?? addDays(today, -START_DAYS),
    sections: new Map(kinds.map(({ id, sections }) => [id, sections])),
    meKnown: settings.me.length > 0,
  };
}

/** How far the queues reach back where no start date is set. */
const START_DAYS = 60;
