import fc from 'fast-check';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { noteFrom, type StoredNote, storedNote } from '../../src/note/stored-note';
import { anyNote, PAGES } from '../generated-vault';

/** Put away as JSON and read back, to the order of fields. */
function check(path: string, text: string): void {
  const note = readNote(path, text, DEFAULT_NOTE_RULES);
  const back = noteFrom(JSON.parse(JSON.stringify(storedNote(note))) as StoredNote);
  expect(JSON.stringify(back)).toBe(JSON.stringify(note));
}

test('a note comes back as it was put away', () => {
  for (const [path, text] of Object.entries(PAGES)) check(path, text);
  fc.assert(fc.property(anyNote, ([path, text]) => check(path, text)));
});

test.each([
  'Send [[Ann Lee|Ann]] the draft', '- [x] Done ✅ 2025-10-28 ^abc', '- [ ] Send it @Ann Lee ⏫ 📅 2025-02-30 #task [due:: 2025-10-31]', '- [-] **bold** % @TBD', '- [?] Who? 🔁 every week ➕ 2025-10-01',
  '- [/] Half @bo @ann 🆔 a1 ⛔ b2', '#raise [[Atlas]] budget', '- â€“ damaged – text', '- [ ] ', '- [ ] x', '\t- [ ] tabs and 李明',
])('%s', (line) => {
  check('Meetings/2025-10-28 Dana.md', `---\ntype: meeting\npeople: [Ann Lee, Bo]\n---\n# Dana\n\n## Action items\n${line}\n\n## Open questions\n${line}\n- Who signs? [answered:: 2025-10-30]\n  - A: Dana\n\n## Facts\n${line}\n`);
});
