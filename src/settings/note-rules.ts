/** The rules by which notes are read, from the settings and from what the vault's configuration folder says. */
import { type DailyNotes, dailyNotes } from '../note/daily-note';
import type { NoteRules } from '../note/note-rules';
import { sectionTable } from '../note/section-table';
import { wordsWith } from '../note/word-lists';
import { readTasksSettings } from '../task/tasks-settings';
import { entriesOf } from './setting-checks';
import type { Settings } from './settings';

/** Parsed files of the configuration folder, null where there is none: whatever they hold, nothing throws. */
interface VaultConfig {
  /** `daily-notes.json`. */
  readonly dailyNotes: unknown;
  /** `app.json`. */
  readonly app: unknown;
  /** The Tasks plugin's `data.json`. */
  readonly tasks: unknown;
}

export function noteRules(settings: Settings, config: Pick<VaultConfig, 'dailyNotes' | 'tasks'>): NoteRules {
  return {
    typeKeys: settings.typeKeys,
    meetingTypes: settings.meetingTypes,
    notMeetingTypes: settings.notMeetingTypes,
    dateKeys: settings.dateKeys,
    answerWords: settings.answerWords,
    words: wordsWith(settings.words),
    sections: sectionTable(settings.sections),
    kinds: settings.kinds,
    dailyNotes: dailyNotesOf(config.dailyNotes),
    dayOrder: settings.dayOrder,
    looksLike: settings.looksLike,
    tasks: readTasksSettings(config.tasks),
    proposedBy: { symbol: settings.proposedStatus, tag: settings.proposedTag },
    allTasks: settings.allTasks,
  };
}

/** Obsidian leaves out what was never changed: a file without a folder or format has the vault's root, `YYYY-MM-DD`. */
function dailyNotesOf(json: unknown): DailyNotes | null {
  const entries = entriesOf(json);
  if (entries === null) return null;
  const { folder, format } = Object.fromEntries(entries);
  return dailyNotes(typeof folder === 'string' ? folder : '', typeof format === 'string' ? format : '');
}
