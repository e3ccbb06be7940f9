import fc from 'fast-check';
import { readNote } from '../../src/note/read-note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { buildIndex, type VaultIndex } from '../../src/vault-index/build-index';
import { updateSteps } from '../../src/vault-index/update-index';
import { runSync } from '../../src/text/job';
import type { Note } from '../../src/note/note';
import { namesMemory } from '../../src/entity/names-memory';
import { generatedVault, anyNote, PAGES } from '../generated-vault';
import { frozen, told } from '../index-told';
import type { Texts } from '../vault-of';

const rules = {
  noteRules: DEFAULT_NOTE_RULES,
  settings: { me: ['Mara Voss'] },
  isExcluded: (path: string) => path.startsWith('archive/'),
};
const memory = namesMemory([], 'Throughline/Names.md');

const read = (path: string, text: string): Note => readNote(path, text, DEFAULT_NOTE_RULES);

function indexOf(texts: Texts): VaultIndex {
  const paths = Object.keys(texts).sort();
  return frozen(buildIndex({ notes: paths.map((path) => read(path, texts[path] ?? '')), paths, memory, ...rules }));
}

/** The index after `written`, null for gone; null where it must be made anew. Notes that stay are the same objects. */
function updated(index: VaultIndex, written: Readonly<Record<string, string | null>>): VaultIndex | null {
  const notes = [
    ...index.parts.given.filter(({ path }) => !(path in written)),
    ...Object.entries(written).flatMap(([path, text]) => (text === null ? [] : [read(path, text)])),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const paths = notes.map(({ path }) => path);
  return frozen(
    runSync(
      updateSteps(index, {
        notes,
        paths: paths.join('\n') === index.paths.join('\n') ? index.paths : paths,
        memory,
        ...rules,
      }),
    ),
  );
}

/** A sequence of notes written, made and deleted, over a vault; where entities change it starts from a new index. */
function checkSequence(vault: Texts, changes: readonly Readonly<Record<string, string | null>>[]): number {
  let texts = vault;
  let index = indexOf(texts);
  let exchanges = 0;
  for (const written of changes) {
    texts = Object.fromEntries(
      Object.entries({ ...texts, ...written }).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
    );
    const next = updated(index, written);
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

const paths = fc.constantFrom(
  'Meetings/2025-10-28 Sync.md',
  'Meetings/A.md',
  'Accounts/Acme/D.md',
  'Daily/2025-10-28.md',
  'Reading list.md',
  'Other/Atlas.md',
  'archive/Old.md',
);
const change = fc.oneof(
  { weight: 3, arbitrary: anyNote.map(([path, text]) => ({ [path]: text })) },
  { weight: 1, arbitrary: fc.tuple(paths, anyNote).map(([path, [, text]]) => ({ [path]: text })) },
  { weight: 1, arbitrary: paths.map((path) => ({ [path]: null })) },
);

test('exchanging notes gives the index that all notes give', () => {
  let exchanges = 0;
  let moved = 0;
  fc.assert(
    fc.property(
      generatedVault,
      fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
      (vault, changes) => {
        moved += checkSequence(
          vault,
          changes.map((batch) => Object.assign({}, ...batch) as Record<string, string | null>),
        );
        // The same frontmatter with another body is what an edit mostly is.
        const bodies = Object.entries(vault)
          .filter(([path]) => !(path in PAGES))
          .map(([path, text]) => ({ [path]: `${text}\n## Action items\n- [ ] Say it @Dana Fox\n` }));
        exchanges += checkSequence(vault, [
          ...bodies,
          ...bodies.map((batch) =>
            Object.fromEntries(Object.entries(batch).map(([path, text]) => [path, text.replace('- [ ]', '- [x]')])),
          ),
        ]);
      },
    ),
    { numRuns: 30 },
  );
  expect(exchanges).toBeGreaterThan(100);
  expect(moved).toBeGreaterThan(10);
});

test('a note is exchanged, made and taken away unless that makes or moves an entity', () => {
  const meeting = '---\ntype: meeting\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n- [ ] A [[Later]]\n';
  const vault = { ...PAGES, 'A.md': meeting };
  const check = (written: Record<string, string | null>): boolean => {
    const next = updated(indexOf(vault), written);
    const after: Record<string, string | null> = { ...vault, ...written };
    if (next !== null)
      expect(told(next)).toEqual(
        told(
          indexOf(
            Object.fromEntries(Object.entries(after).flatMap(([path, text]) => (text === null ? [] : [[path, text]]))),
          ),
        ),
      );
    return next !== null;
  };
  expect(check({ 'A.md': `${meeting}- [ ] B\n` })).toBe(true);
  expect(check({ 'A.md': meeting.replace('Dana Fox', 'Gus Hale') })).toBe(false);
  expect(check({ 'A.md': meeting.replace('10-28', '10-29') })).toBe(true);
  expect(check({ 'B.md': meeting })).toBe(true);
  expect(check({ 'Later.md': meeting })).toBe(true);
  expect(check({ 'A.md': null })).toBe(true);
  expect(check({ 'A.md': null, 'B.md': meeting })).toBe(true);
  expect(check({ 'Old/Dana Fox.md': 'Somebody of that name' })).toBe(false);
  expect(check({ 'People/Dana Fox.md': '---\naliases: [Dana]\n---\n' })).toBe(false);
  expect(check({ 'People/Dana Fox.md': null })).toBe(false);
  // A note that is read anew while the path that its meeting links comes.
  expect(check({ 'A.md': `${meeting}- [ ] B\n`, 'Old/Dana Fox.md': 'Somebody of that name' })).toBe(false);
});

test('what an edit does not concern stays the object it was', () => {
  const meeting = (who: string, line: string): string =>
    `---\ntype: meeting\ndate: 2025-10-28\npeople: "[[${who}]]"\n---\n## Action items\n- [ ] Common @[[${who}]]\n${line}\n`;
  const index = indexOf({ ...PAGES, 'A.md': meeting('Dana Fox', ''), 'B.md': meeting('Sam Ortega', '') });
  const before = new Map(index.views);
  const rows = index.tasks;
  const next = updated(index, { 'A.md': meeting('Dana Fox', '- [ ] New @[[Dana Fox]]') });
  expect(next?.tasks).toHaveLength(3);
  expect(next?.tasks.filter((row) => rows.includes(row))).toHaveLength(2);
  expect([...(next?.views ?? [])].filter(([id, view]) => before.get(id) !== view).map(([id]) => id)).toEqual([
    'People/Dana Fox.md',
  ]);
});
