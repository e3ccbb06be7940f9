/** What failed in part is not called done. */
import { removeText } from '../../src/cli/remove.mts';
import { undoText } from '../../src/cli/undo.mts';
import { HostError } from '../../src/host/vault-host';

const FULL = new HostError('io', 'b.md', 'b.md could not be written: the disk is full');
const plan = { what: 'rollup', at: Date.UTC(2025, 10, 3, 10) } as const;
const NONE = { restored: [], trashed: [], back: [], left: [] };

test.each([
  [{ ...NONE, restored: ['a.md'], failures: [] }, /^Undid the rollup of .*: 1 restored\./],
  [{ ...NONE, restored: ['a.md'], failures: [FULL] }, /^Only a part of the rollup of .* was undone: 1 restored\./],
  [{ ...NONE, failures: [FULL] }, /^Nothing of the rollup of .* was undone\.\n$/],
])('undo %#', (undone, said) => {
  const text = undoText(
    { outcome: 'done', plan, ...undone },
    {
      colours: false,
      written: true,
      redo: false,
    },
  );
  expect(text).toMatch(said);
});

test.each([
  [['a.md'], false, /^Removed: 1 page without/],
  [['a.md'], true, /^Only a part was removed: 1 page without/],
  [[], true, /^Nothing was removed\./],
  [[], false, /^There is nothing to remove\./],
])('remove %#', (paths, failed, said) => {
  const edits = paths.map((path) => ({ path, before: 'a', after: 'b' }));
  const text = removeText({ edits, skipped: [], stays: [], written: true, failed }, { colours: false });
  expect(text).toMatch(said);
});
