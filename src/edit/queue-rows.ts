/** One queue as the lines of its page: for whoever asks for it without a page. */
import type { CalendarDate } from '../text/calendar-date';
import type { NoteRules } from '../note/note-rules';
import { followUpParts, followUpsPage } from '../page/follow-ups-page';
import { noteLinks } from '../page/note-link';
import { openQuestionsPage, questionParts } from '../page/open-questions-page';
import { waitingOnPage, waitingParts } from '../page/waiting-on-page';
import { WrittenRows } from '../page/rollup-page';
import type { Settings } from '../settings/settings';
import { runSync } from '../text/job';
import type { VaultIndex } from '../vault-index/build-index';
import { Partition } from '../vault-index/partition';
import { followIn } from './page-plans';
import { pageRules } from './page-rules';

export const QUEUES = ['follow-ups', 'waiting-on', 'questions'] as const;
type Queue = (typeof QUEUES)[number];

interface QueueRules {
  readonly settings: Settings;
  readonly noteRules: NoteRules;
  readonly today: CalendarDate;
}

/** Markdown lines. */
export function queueRows(
  queue: Queue,
  index: VaultIndex,
  { settings, noteRules, today }: QueueRules,
): readonly string[] {
  const rules = pageRules(settings, noteRules, today);
  const writing = { links: noteLinks(index.paths, followIn(index.registry)), written: new WrittenRows() };
  switch (queue) {
    case 'follow-ups':
      return followUpsPage(runSync(new Partition(followUpParts(rules)).of(index.tasks)), rules, writing).rows;
    case 'waiting-on':
      return waitingOnPage(runSync(new Partition(waitingParts(rules)).of(index.tasks)), rules, writing).rows;
    case 'questions':
      return openQuestionsPage(runSync(new Partition(questionParts(rules)).of(index.questions)), rules, writing).rows;
  }
}
