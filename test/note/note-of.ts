/** Notes for tests: read under the default rules, shown in few words. */
import type { Note } from '../../src/note/note';
import { DEFAULT_NOTE_RULES, type NoteRules } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';

export const MEETING_HEAD = '---\ntype: meeting\ndate: 2025-10-28\n---\n';

export function noteOf(
  text: string,
  { path = 'Notes/Sync.md', rules = {} }: { path?: string; rules?: Partial<NoteRules> } = {},
): Note {
  return readNote(path, text, { ...DEFAULT_NOTE_RULES, ...rules });
}

/** A meeting note with this body. */
export function meetingOf(body: string, rules: Partial<NoteRules> = {}): Note {
  return noteOf(MEETING_HEAD + body, { rules });
}

/** What the note says, a line each: `fact 5 The words`. */
export function said(note: Note): string[] {
  const lines: [number, string][] = [];
  const add = (what: string, { line, text }: { line: number; text: string }, more = ''): void => {
    lines.push([line, `${what} ${line} ${text}${more}`]);
  };
  for (const item of note.facts) add('fact', item);
  for (const item of note.outcomes) add('outcome', item);
  for (const item of note.decisions) add('decision', item);
  for (const item of note.risks) add('risk', item);
  for (const item of note.raises) add('raise', item, item.done ? ' (done)' : '');
  for (const item of note.questions) {
    add(
      'question',
      item,
      !item.answered
        ? ''
        : ` (answered${item.answer === null ? '' : `: ${item.answer}`} ${item.answeredOn ?? 'undated'})`,
    );
  }
  for (const item of note.tasks) {
    const { status, due, done } = item.task;
    const owners = item.owners.map(({ text }) => `@${text}`).join(' ');
    add(
      `${item.proposed ? 'proposed' : 'task'}${item.followUp ? '' : '~'} [${status}]`,
      item,
      [owners, due === null ? '' : `due ${due}`, done === null ? '' : `done ${done}`]
        .filter(Boolean)
        .map((part) => ` ${part}`)
        .join(''),
    );
  }
  return lines.sort(([a], [b]) => a - b).map(([, text]) => text);
}

export function codes(note: Note): string[] {
  return note.problems.map(({ line, code }) => `${line ?? '-'} ${code}`);
}
