/** One queue as the lines of its page: for whoever asks for it without a page. */
import type { CalendarDate } from '../text/calendar-date';
import type { NoteRules } from '../note/note-rules';
import { followUpsPage } from '../page/follow-ups-page';
import { noteLinks } from '../page/note-link';
import { openQuestionsPage } from '../page/open-questions-page';
import { waitingOnPage } from '../page/waiting-on-page';
import type { Settings } from '../settings/settings';
import type { VaultIndex } from '../vault-index/build-index';
import { followIn, pageRules } from './wanted-pages';

export const QUEUES = ['follow-ups', 'waiting-on', 'questions'] as const;
export type Queue = (typeof QUEUES)[number];

export interface QueueRules {
  readonly settings: Settings;
  readonly noteRules: NoteRules;
  readonly today: CalendarDate;
}

/** Markdown lines. */
export function queueRows(queue: Queue, index: VaultIndex, { settings, noteRules, today }: QueueRules): readonly string[] {
  const rules = pageRules(settings, noteRules, today);
  const links = noteLinks(index.paths, followIn(index.registry));
  switch (queue) {
    case 'follow-ups': return followUpsPage(index.tasks, rules, links).rows;
    case 'waiting-on': return waitingOnPage(index.tasks, rules, links).rows;
    case 'questions': return openQuestionsPage(index.questions, rules, links).rows;
  }
}
