import fc from 'fast-check';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { noteFrom, type StoredHead, storedHead, type StoredLines, storedLines } from '../../src/note/stored-note';
import { anyNote, PAGES } from '../generated-vault';

/** Put away as JSON and read back, to the order of fields. */
function check(path: string, text: string): void {
  const note = readNote(path, text, DEFAULT_NOTE_RULES);
  const lines = storedLines(note);
  const back = noteFrom(
    path,
    JSON.parse(JSON.stringify(storedHead(note))) as StoredHead,
    lines === null ? null : () => JSON.parse(JSON.stringify(lines)) as StoredLines,
  );
  expect(JSON.stringify(back)).toBe(JSON.stringify(note));
}

test('a note comes back as it was put away', () => {
  for (const [path, text] of Object.entries(PAGES)) check(path, text);
  fc.assert(
    fc.property(anyNote, ([path, text]) => {
      check(path, text);
    }),
  );
});

test.each([
  'Send [[Ann Lee|Ann]] the draft',
  '- [x] Done ✅ 2025-10-28 ^abc',
  '- [ ] Send it @Ann Lee ⏫ 📅 2025-02-30 #task [due:: 2025-10-31]',
  '- [-] **bold** % @TBD',
  '- [?] Who? 🔁 every week ➕ 2025-10-01',
  '- [/] Half @bo @ann 🆔 a1 ⛔ b2',
  '#raise [[Atlas]] budget',
  '- â€“ damaged – text',
  '- [ ] ',
  '- [ ] x',
  '\t- [ ] tabs and 李明',
])('%s', (line) => {
  check(
    'Meetings/2025-10-28 Dana.md',
    `---\ntype: meeting\npeople: [Ann Lee, Bo]\n---\n# Dana\n\n## Action items\n${line}\n\n## Open questions\n${line}\n- Who signs? [answered:: 2025-10-30]\n  - A: Dana\n\n## Facts\n${line}\n`,
  );
});

test('its lines are read when one is asked for, and once', () => {
  const note = readNote(
    'Meetings/2025-10-28 Dana.md',
    '---\ntype: meeting\n---\n## Action items\n- [ ] Send it\n',
    DEFAULT_NOTE_RULES,
  );
  let read = 0;
  const back = noteFrom(note.path, storedHead(note), () => {
    read += 1;
    return storedLines(note) ?? missing();
  });
  expect([back.path, back.meetings.length, read]).toEqual([note.path, 1, 0]);
  expect([back.tasks, back.facts, { ...back }.tasks, read]).toEqual([note.tasks, [], note.tasks, 1]);
});

function missing(): never {
  throw new Error('it has lines');
}
