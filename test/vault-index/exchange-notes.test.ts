import fc from 'fast-check';
import { readNote } from '../../src/note/read-note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { buildIndex, type VaultIndex } from '../../src/vault-index/build-index';
import { exchangeNotes } from '../../src/vault-index/exchange-notes';
import { namesMemory } from '../../src/entity/names-memory';
import { generatedVault, anyNote, PAGES } from '../generated-vault';
import type { Texts } from '../vault-of';

const rules = { kinds: DEFAULT_NOTE_RULES.kinds, me: ['Mara Voss'], excluded: (path: string) => path.startsWith('archive/') };
const memory = namesMemory([], 'Throughline/Names.md');

function indexOf(texts: Texts): VaultIndex {
  const paths = Object.keys(texts);
  return buildIndex({ notes: paths.map((path) => readNote(path, texts[path] ?? '', DEFAULT_NOTE_RULES)), paths, memory, rules });
}

/** All that an index says, without how it keeps it. */
function told({ notes, meetings, meetingsOf, namesOf, linesOf, tasks, questions, decisions, facts, risks, raises, views, problems }: VaultIndex): unknown {
  return { notes, meetings, meetingsOf, namesOf, linesOf, tasks, questions, decisions, facts, risks, raises, views: [...views].sort(([a], [b]) => (a < b ? -1 : 1)), problems };
}

/** A sequence of notes written again, over a vault; those that bring a new path or name start from a new index. */
function checkSequence(vault: Texts, changes: readonly (readonly [string, string])[][]): number {
  let texts = vault;
  let index = indexOf(texts);
  let exchanges = 0;
  for (const batch of changes) {
    const written = Object.fromEntries(batch);
    texts = { ...texts, ...written };
    const next = exchangeNotes(index, Object.entries(written).map(([path, text]) => readNote(path, text, DEFAULT_NOTE_RULES)));
    const anew = indexOf(texts);
    if (next === null) {
      index = anew;
      continue;
    }
    exchanges += 1;
    expect(told(next)).toEqual(told(anew));
    index = next;
  }
  return exchanges;
}

test('exchanging notes gives the index that all notes give', () => {
  let exchanges = 0;
  fc.assert(fc.property(generatedVault, fc.array(fc.array(anyNote, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (vault, changes) => {
    exchanges += checkSequence(vault, changes);
    // The same frontmatter with another body is what an edit mostly is.
    const bodies = Object.entries(vault).filter(([path]) => !(path in PAGES)).map(([path, text]) => [[path, `${text}\n## Action items\n- [ ] Say it @Dana Fox\n`] as const]);
    exchanges += checkSequence(vault, [...bodies, ...bodies.map((batch) => batch.map(([path, text]) => [path, text.replace('- [ ]', '- [x]')] as const))]);
  }), { numRuns: 60 });
  expect(exchanges).toBeGreaterThan(200);
});

test('a note that brings a name, a path or another date is not exchanged', () => {
  const meeting = '---\ntype: meeting\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n- [ ] A\n';
  const vault = { ...PAGES, 'A.md': meeting };
  const check = (path: string, text: string): boolean => exchangeNotes(indexOf(vault), [readNote(path, text, DEFAULT_NOTE_RULES)]) !== null;
  expect(check('A.md', `${meeting}- [ ] B\n`)).toBe(true);
  expect(check('A.md', meeting.replace('Dana Fox', 'Gus Hale'))).toBe(false);
  expect(check('A.md', meeting.replace('10-28', '10-29'))).toBe(false);
  expect(check('B.md', meeting)).toBe(false);
  expect(check('People/Dana Fox.md', '---\naliases: [Dana]\n---\n')).toBe(false);
});

test('what an edit does not concern stays the object it was', () => {
  const meeting = (who: string, line: string): string => `---\ntype: meeting\ndate: 2025-10-28\npeople: "[[${who}]]"\n---\n## Action items\n- [ ] Common @[[${who}]]\n${line}\n`;
  const index = indexOf({ ...PAGES, 'A.md': meeting('Dana Fox', ''), 'B.md': meeting('Sam Ortega', '') });
  const before = new Map(index.views);
  const rows = index.tasks;
  const next = exchangeNotes(index, [readNote('A.md', meeting('Dana Fox', '- [ ] New @[[Dana Fox]]'), DEFAULT_NOTE_RULES)]);
  expect(next?.tasks).toHaveLength(3);
  expect(next?.tasks.filter((row) => rows.includes(row))).toHaveLength(2);
  expect([...(next?.views ?? [])].filter(([id, view]) => before.get(id) !== view).map(([id]) => id)).toEqual(['People/Dana Fox.md']);
});
