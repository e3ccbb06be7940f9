import fc from 'fast-check';
import { movedOutline, readOutline } from '../../src/page/page-outline';
import { setProperties } from '../../src/page/properties';
import { oddPage } from './odd-pages';

const NOTHING = { keys: [], madeFrontmatter: false };

test('with other frontmatter the outline of a page is the one it had, moved', () => {
  let moved = 0;
  fc.assert(
    fc.property(oddPage, (page) => {
      const { text, frontmatter } = setProperties(page, { last_contact: '2025-10-28', meeting_count: 3 }, NOTHING);
      if (text === page || frontmatter === undefined) return;
      moved += 1;
      expect(movedOutline(readOutline(page), page, text, frontmatter)).toEqual(readOutline(text));
    }),
    { numRuns: 1_000 },
  );
  expect(moved).toBeGreaterThan(100);
});

test('a page with another body is not it', () => {
  const [before, after] = ['---\na: b\n---\n# Ann\n', '---\na: c\n---\n# Bo\n'];
  const { frontmatter } = setProperties(after, { meeting_count: 3 }, NOTHING);
  expect(frontmatter).toBeDefined();
  if (frontmatter !== undefined)
    expect(
      movedOutline(readOutline(before), before, '---\na: c\nmeeting_count: 3\n---\n# Bo\n', frontmatter),
    ).toBeNull();
});
