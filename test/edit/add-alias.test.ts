import fc from 'fast-check';
import { addAlias } from '../../src/edit/add-alias';
import { readFrontmatter } from '../../src/text/frontmatter';

const check = (before: string, after: string | null, alias = 'Zoe') => {
  expect(addAlias(before, alias)).toBe(after);
};

describe('where it goes', () => {
  test.each<[string, string, string | null]>([
    ['no frontmatter', '# Zoë\n', '---\naliases:\n  - Zoe\n---\n# Zoë\n'],
    ['no frontmatter, a BOM, CRLF', '\ufeff# Zoë\r\n', '\ufeff---\r\naliases:\r\n  - Zoe\r\n---\r\n# Zoë\r\n'],
    ['an empty page', '', '---\naliases:\n  - Zoe\n---\n'],
    [
      'no aliases',
      "---\ntype: 'person' # who\n# end\n---\n",
      "---\ntype: 'person' # who\n# end\naliases:\n  - Zoe\n---\n",
    ],
    ['an empty property', '---\naliases:  # none\nx: 1\n---\n', '---\naliases:  # none\n  - Zoe\nx: 1\n---\n'],
    [
      'a flow list',
      '---\naliases: [Zo, "Z, B"] # [old]\nx: 1\n---\n',
      '---\naliases: [Zo, "Z, B", Zoe] # [old]\nx: 1\n---\n',
    ],
    ['a flow list with blanks', '---\naliases: [ Zo ]\n---\n', '---\naliases: [ Zo, Zoe ]\n---\n'],
    ['an empty flow list', '---\naliases: []\n---\n', '---\naliases: [Zoe]\n---\n'],
    ['a flow list over lines', '---\naliases: [\n  Zo\n  ]\n---\n', '---\naliases: [\n  Zo, Zoe\n  ]\n---\n'],
    [
      'a list',
      '---\naliases:\n  - "Zo"   # short\n\n  # more\nx: 1\n---\n',
      '---\naliases:\n  - "Zo"   # short\n  - Zoe\n\n  # more\nx: 1\n---\n',
    ],
    [
      'a list without indentation, CRLF',
      '---\r\naliases:\r\n- Zo\r\nx: 1\r\n---\r\n',
      '---\r\naliases:\r\n- Zo\r\n- Zoe\r\nx: 1\r\n---\r\n',
    ],
    ['a text', '---\naliases: Zo # short\n---\n', '---\naliases: Zo, Zoe # short\n---\n'],
    ['a quoted text', '---\naliases: "Zo"\n---\n', '---\naliases: "Zo, Zoe"\n---\n'],
    ['the singular', '---\nalias: [Zo]\n---\n', '---\nalias: [Zo, Zoe]\n---\n'],
    ['it has it', '---\naliases: [zoé]\n---\n', '---\naliases: [zoé]\n---\n'],
    ['not valid', '---\naliases: [\n---\n', null],
    ['another language', '---js\n1\n---\n', null],
    ['never closed', '---\naliases: Zo\n', null],
    ['a flow map', '---\n{aliases: [Zo]}\n---\n', null],
    ['a map', '---\naliases:\n  a: 1\n  b: 2\n---\n', null],
  ])('%s', (_, before, after) => {
    check(before, after);
  });

  test.each(['O’Neil: "Zoe"', "D'Arcy", '李明', 'yes', '- x', 'a # b', 'Lee, Ann', '[x]', '{y}', '12'])(
    'as any name: %s',
    (alias) => {
      for (const before of ['# x\n', '---\naliases: [Zo]\n---\n', '---\naliases:\n  - Zo\n---\n', '---\nx: 1\n---\n']) {
        const after = addAlias(before, alias);
        const { data, error } = readFrontmatter(after ?? '');
        expect([error, (data['aliases'] as string[]).at(-1)]).toEqual([null, alias]);
      }
    },
  );
});

test('every other byte stays, whatever the frontmatter', () => {
  const line = fc.constantFrom(
    'aliases:',
    'aliases: [A]',
    'aliases: A',
    '  - B',
    '- C',
    'x: 1',
    '# c',
    '',
    '  y: 2',
    'tags: [a, b]',
    'aliases: "A"',
    't: |',
    '  text',
    'l: {a: 1}',
    '"q": 2',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 7 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, ending) => {
      const before = ['---', ...lines, '---', '# Body', ''].join(ending);
      const after = addAlias(before, 'Zoe Brant');
      if (after === null) return;
      const rest = (text: string): string => text.replace(/(?:[\r\n]+[ \t]*- |, )?Zoe Brant/, '');
      const took = lines.some((one) => one.startsWith('aliases'))
        ? before
        : before.replace(`${ending}---${ending}# Body`, `${ending}aliases:${ending}---${ending}# Body`);
      expect(rest(after)).toBe(took);
      expect(addAlias(after, 'Zoe Brant')).toBe(after);
    }),
    { numRuns: 500 },
  );
});
