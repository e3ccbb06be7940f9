/** An index that was put away and restored says what one made anew says, and goes on from there like it. */
import fc from 'fast-check';
import { namesMemory } from '../../src/entity/names-memory';
import type { Note } from '../../src/note/note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { runSync } from '../../src/text/job';
import { buildIndex, type VaultIndex } from '../../src/vault-index/build-index';
import { updateSteps } from '../../src/vault-index/update-index';
import { ROW_KINDS } from '../../src/note/line-kinds';
import { snapshotSteps } from '../../src/vault-index/take-snapshot';
import type { SnapshotPart } from '../../src/vault-index/snapshot';
import { type SnapshotIndex, restoreSteps } from '../../src/vault-index/restore-index';
import { anyNote, generatedVault, PAGES } from '../generated-vault';
import { frozen, told } from '../index-told';
import type { Texts } from '../vault-of';

const rules = {
  noteRules: DEFAULT_NOTE_RULES,
  settings: { me: ['Mara Voss'] },
  isExcluded: (path: string) => path.startsWith('archive/'),
};
const memory = namesMemory([], 'Throughline/Names.md');

const notesOf = (texts: Texts): Note[] =>
  Object.keys(texts)
    .sort()
    .map((path) => readNote(path, texts[path] ?? '', DEFAULT_NOTE_RULES));
const inputOf = (notes: readonly Note[]) => ({ notes, paths: notes.map(({ path }) => path), memory, ...rules });

/** As it is read back from a disk, in parts of a few rows. */
function kept(index: VaultIndex): SnapshotIndex {
  const parts: SnapshotPart[] = [];
  const frame = runSync(snapshotSteps(index, 3, (part) => void parts.push(part)));
  if (frame === null) throw new Error('it cannot be put away');
  const texts = parts.map((part) => JSON.stringify(part));
  return {
    frame: JSON.parse(JSON.stringify(frame)) as SnapshotIndex['frame'],
    parts: texts.map((text) => () => JSON.parse(text) as SnapshotPart),
    rowKinds: ROW_KINDS,
  };
}

function restored(index: VaultIndex): VaultIndex {
  const back = runSync(restoreSteps(kept(index), inputOf(index.parts.given)));
  if (back === null) throw new Error('it cannot be restored');
  return frozen(back);
}

const PRIVATE =
  '---\ntype: meeting\ndate: 2025-10-28\npeople: [Dana Fox]\n---\n## Action items\n- [ ] Send the draft @me #private\n- [ ] Call the bank @Mara Voss #private\n## Facts\n- Ann Lee knows #private\n- [x] Send the draft [[Dana Fox]] #raise\n';
const anything = fc.oneof(
  { weight: 5, arbitrary: anyNote },
  { weight: 1, arbitrary: anyNote.map(([path]) => [path, PRIVATE] as const) },
);
const written = fc.oneof(
  { weight: 4, arbitrary: anything.map(([path, text]) => ({ [path]: text })) },
  { weight: 1, arbitrary: anyNote.map(([path]) => ({ [path]: null })) },
);
const change = fc.record({
  written: fc
    .array(written, { minLength: 1, maxLength: 2 })
    .map((all) => Object.assign({}, ...all) as Record<string, string | null>),
  asksForLines: fc.boolean(),
  again: fc.boolean(),
});

test('restored, it says what it said, and after any exchange what an index made anew says', () => {
  let exchanges = 0;
  fc.assert(
    fc.property(generatedVault, fc.array(change, { minLength: 1, maxLength: 5 }), (vault, changes) => {
      let texts: Texts = vault;
      let index = restored(buildIndex(inputOf(notesOf(texts))));
      expect(told(index, { withLines: false })).toEqual(
        told(buildIndex(inputOf(notesOf(texts))), { withLines: false }),
      );
      for (const { written: next, asksForLines, again } of changes) {
        texts = Object.fromEntries(
          Object.entries({ ...texts, ...next }).filter((entry): entry is [string, string] => entry[1] !== null),
        );
        const notes = [
          ...index.parts.given.filter(({ path }) => !(path in next)),
          ...notesOf(
            Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null)),
          ),
        ].sort((a, b) => (a.path < b.path ? -1 : 1));
        const after = frozen(runSync(updateSteps(index, inputOf(notes))));
        const anew = buildIndex(inputOf(notesOf(texts)));
        if (after !== null) {
          exchanges += 1;
          expect(told(after, { withLines: false })).toEqual(told(anew, { withLines: false }));
          if (asksForLines) expect(told(after)).toEqual(told(anew));
        }
        index = after === null || again ? restored(after ?? anew) : after;
        expect(told(index, { withLines: false })).toEqual(told(anew, { withLines: false }));
      }
      expect(told(index)).toEqual(told(buildIndex(inputOf(notesOf(texts)))));
    }),
    { numRuns: 60 },
  );
  expect(exchanges).toBeGreaterThan(60);
});

test('what private lines and done ones tell of is known after all when their note goes', () => {
  const other = PRIVATE.replaceAll(' #private', '').replace('[x]', '[ ]').replace('10-28', '10-21');
  const texts = { ...PAGES, 'A.md': PRIVATE, 'B.md': other };
  const index = restored(buildIndex(inputOf(notesOf(texts))));
  for (const gone of ['A.md', 'B.md']) {
    const left = Object.fromEntries(Object.entries(texts).filter(([path]) => path !== gone));
    const from = restored(index);
    const after = runSync(updateSteps(from, inputOf(from.parts.given.filter(({ path }) => path !== gone))));
    expect(after).not.toBeNull();
    if (after !== null) expect(told(after)).toEqual(told(buildIndex(inputOf(notesOf(left)))));
  }
});

test('it is restored for the notes it was made of, and no others', () => {
  const index = buildIndex(inputOf(notesOf(PAGES)));
  const without = index.parts.given.filter(({ path }) => path !== 'People/Dana Fox.md');
  expect(runSync(restoreSteps(kept(index), inputOf(without)))).toBeNull();
});
