import { excludeRules, isConflictedCopy, isRollupPage } from '../../src/settings/exclude';
import { readSettings } from '../../src/settings/settings';

const CONFIG = '.config';

/** The paths of `paths` that are left out. */
function excluded(
  paths: readonly string[],
  { exclude, filters }: { readonly exclude?: readonly string[]; readonly filters?: unknown } = {},
): string[] {
  const { settings } = readSettings(exclude === undefined ? {} : { exclude });
  const rules = excludeRules(settings, {
    configDir: CONFIG,
    app: filters === undefined ? null : { userIgnoreFilters: filters },
  });
  return paths.filter((path) => rules.isExcluded(path));
}

describe('excludeRules', () => {
  test('archives and templates at any depth, in any letter case, and nothing that merely sounds like it', () => {
    const out = [
      'archive/a.md',
      'Archive/2024/a.md',
      'People/_archive/Ann Lee.md',
      'x/y/TEMPLATES/Meeting.md',
      '_Templates/a.md',
    ];
    const kept = ['a.md', 'archive.md', 'Archived/a.md', 'x/archive.md', 'my templates/a.md', 'templates of Bo/a.md'];
    expect(excluded([...out, ...kept])).toEqual(out);
  });

  test('hidden folders and the configuration folder always', () => {
    const out = ['.trash/a.md', 'x/.hidden/a.md', '.config/a.md', '.a.md'];
    expect(excluded([...out, 'a.b.md'], { exclude: [] })).toEqual(out);
    expect(excludeRules({ exclude: [] }, { configDir: 'settings', app: null }).isExcluded('settings/a.md')).toBe(true);
  });

  test('the setting replaces the default; a folder stands for all it holds', () => {
    expect(
      excluded(['archive/a.md', 'Old/a.md', 'old/b/c.md', 'x/Old/a.md', 'Older/a.md'], { exclude: ['Old'] }),
    ).toEqual(['Old/a.md', 'old/b/c.md']);
    expect(
      excluded(['x/drafts/a.md', 'drafts/a.md', 'x/a.draft.md'], { exclude: ['**/drafts', '**/*.draft.md'] }),
    ).toEqual(['x/drafts/a.md', 'drafts/a.md', 'x/a.draft.md']);
    expect(
      excluded(['Old (2019)/a.md', 'C++/a.md', 'Old 2019/a.md', 'C/a.md'], { exclude: ['Old (2019)', 'C++'] }),
    ).toEqual(['Old (2019)/a.md', 'C++/a.md']);
    expect(excluded(['Büro/a.md', 'Bu\u0308ro/b.md'], { exclude: ['B\u00fcro'] })).toEqual([
      'Büro/a.md',
      'Bu\u0308ro/b.md',
    ]);
  });

  test("Obsidian's excluded files: beginnings of paths and regular expressions", () => {
    const paths = ['Private/a.md', 'private b.md', 'x/Private/a.md', 'x/2024-01-02.md', 'x/b.md'];
    expect(excluded(paths, { filters: ['Private/'] })).toEqual(['Private/a.md']);
    expect(excluded(paths, { filters: ['/\\d{4}-\\d\\d/'] })).toEqual(['x/2024-01-02.md']);
    expect(excluded(paths, { filters: 'Private/' })).toEqual([]);
    expect(excluded(paths, { filters: [7, null, ''] })).toEqual([]);
  });

  // Each takes the third power of a path's length or more, twice as long with each letter, or is none.
  test.each([
    '/(a+)+$/',
    '/((a|b)*c)*/',
    '/(a|a)*$/',
    '/(.*a){20}/',
    '/(?:aa?){9}/',
    '/(a)\\1/',
    '/(?<x>a)\\k<x>/',
    '/[/',
    '/a*b*c*d*/',
    '/[^b]*[^b]*[^b]*b/',
    '/^[^b]*[^b]*[^b]*b/',
    '/a{0,}a{1,}a{2,9}b/',
    '/x|[^b]+[^b]+b/',
    '/(?=.*a.*b)c/',
    `/${'a?'.repeat(20)}b/`,
    `/${'(a|a)'.repeat(14)}b/`,
  ])('the expression %s is not applied, and said so', (filter) => {
    const rules = excludeRules({ exclude: [] }, { configDir: CONFIG, app: { userIgnoreFilters: [filter] } });
    expect(rules.isExcluded(`${'a'.repeat(40)}.md`)).toBe(false);
    expect(rules.unusable).toEqual([filter]);
  });

  test.each([
    ['/.*draft.*/', ['x/my draft 2.md']],
    ['/^Old/[^/]*/[^/]*\\.md$/', ['Old/2024/a.md']],
    ['/Work/.*/private.*/', ['Work/a/b/private.md']],
    ['/^(?!Keep).*\\.md$/', ['Old/2024/a.md', 'Work/a/b/private.md', 'x/my draft 2.md']],
    ['/^(Old|Drafts?|Attic|Cellar|Bin)\\/|\\.excalidraw|[(*|+?]/', ['Old/2024/a.md']],
    ['/^\\w+ \\d{4}|draft \\d+/', ['x/my draft 2.md']],
  ])('the expression %s is applied', (filter, out) => {
    const paths = ['Keep/a.md', 'Old/2024/a.md', 'Work/a/b/private.md', 'x/my draft 2.md'];
    const rules = excludeRules({ exclude: [] }, { configDir: CONFIG, app: { userIgnoreFilters: [filter] } });
    expect(rules.unusable).toEqual([]);
    expect(paths.filter((path) => rules.isExcluded(path))).toEqual(out);
  });

  test('the folders that Templates and Templater are set to, whatever they are called', () => {
    const rules = excludeRules(
      { exclude: [] },
      {
        configDir: CONFIG,
        app: null,
        templates: { folder: '/Vorlagen/' },
        templater: { templates_folder: 'x/Muster' },
      },
    );
    expect(
      ['Vorlagen/a.md', 'vorlagen/b/c.md', 'x/Muster/a.md', 'Vorlagen.md', 'y/Vorlagen/a.md', 'Muster/a.md'].filter(
        (path) => rules.isExcluded(path),
      ),
    ).toEqual(['Vorlagen/a.md', 'vorlagen/b/c.md', 'x/Muster/a.md']);
    expect(rules.isTemplate('Vorlagen/People/Ann.md')).toBe(true);
  });

  test.each([{ folder: '' }, { folder: '/' }, { folder: 7 }, null, 'Vorlagen'])(
    '%j is no folder of templates',
    (templates) => {
      expect(excludeRules({ exclude: [] }, { configDir: CONFIG, app: null, templates }).isExcluded('a.md')).toBe(false);
    },
  );

  test("a page in a template folder is nobody's, one in an archive is somebody's", () => {
    const rules = excludeRules({ exclude: [] }, { configDir: CONFIG, app: null });
    expect(
      ['Templates/Person.md', 'x/_templates/People/Ann.md', 'Archive/Ann Lee.md', 'templates.md'].filter((path) =>
        rules.isTemplate(path),
      ),
    ).toEqual(['Templates/Person.md', 'x/_templates/People/Ann.md']);
  });
});

test('conflicted copies are known by their names', () => {
  const copies = [
    'x/Note (Conflicted copy phone 202510281030).md',
    'Note (conflicted copy).md',
    "Note (Ann's conflicted copy 2025-10-28).md",
    'Note (1) (Conflicted copy laptop 202510281030).md',
    'x/Note.sync-conflict-20251028-103000-ABCDEFG.md',
  ];
  const notes = [
    'Conflicted copy.md',
    'Note (conflicted copying).md',
    'On (Conflicted copy) files.md',
    'x (Conflicted copy)/Note.md',
    'sync-conflict.md',
  ];
  expect([...copies, ...notes].filter(isConflictedCopy)).toEqual(copies);
});

test('rollup pages are those of our names in the rollup folder or among its decisions', () => {
  const settings = { rollupFolder: 'Work/Throughline' };
  const pages = [
    'Work/Throughline/Follow-ups.md',
    'work/throughline/Names.md',
    'Work/Throughline/waiting on.md',
    'Work/Throughline/Open questions.MD',
    'Work/Throughline/decisions/2025-q4.md',
    'Work/Throughline/Weeks/2025-W44.md',
  ];
  const others = [
    'Throughline/Follow-ups.md',
    'Work/Throughline/People/Ann Lee.md',
    'Work/Throughline/2025-10-28 Dana.md',
    'Work/Throughline/Follow-ups with Dana.md',
    'Work/Throughline/Decisions/Follow-ups.md',
    'Work/Throughline/Decisions/2025-Q4 review.md',
    'Work/Throughline/2025-Q4.md',
    'Work/Throughline/Weeks/2025-W44 plan.md',
    'Work/Throughline/Weeks/2025-10-28 Dana.md',
    'Work/Throughline.md',
    'Work/Throughline/picture.png',
  ];
  expect([...pages, ...others].filter((path) => isRollupPage(path, settings))).toEqual(pages);
});
