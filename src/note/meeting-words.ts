/** Words that tell a meeting from another note. Lower case; a row of `WORD_LISTS` each. */
import type { WordList } from './word-list';

export const MEETING_WORDS = {
  'meeting-types': {
    doc: 'Values of a type property, tags and folders that say that a note is a meeting, besides `meetingTypes`.',
    words: {
      en: ['meeting', 'meetings'],
    },
  },
} as const satisfies Record<string, WordList>;
