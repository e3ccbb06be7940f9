import fc from 'fast-check';
import { readFrontmatter } from '../../src/text/frontmatter';
import { readPlainFrontmatter } from '../../src/text/plain-frontmatter';

const OPENING = '---\n';

function read(yaml: string, closing = '\n---\nBody'): ReturnType<typeof readPlainFrontmatter> {
  return readPlainFrontmatter(OPENING + yaml + closing, OPENING.length);
}

/**
 * A comment before the closing line makes it the library's to read and says nothing: what stands behind is moved by a line
 * of two characters.
 */
function checkAsByYaml(yaml: string): void {
  const plain = read(yaml);
  if (plain === null) return;
  const text = `${OPENING}${yaml}\n---\nBody`;
  const { data, keys, yamlTo, bodyFrom, bodyLine, error } = readFrontmatter(
    `${text.slice(0, plain.yamlTo)}#\n${text.slice(plain.yamlTo)}`,
  );
  expect(error).toBeNull();
  expect({ ...plain, data: { ...plain.data } }).toStrictEqual({
    data: { ...data },
    keys,
    yamlTo: yamlTo - 2,
    bodyFrom: bodyFrom - 2,
    bodyLine: bodyLine - 1,
  });
  expect(Object.keys(plain.data)).toEqual(Object.keys(data));
}

function checkRead(yaml: string): void {
  expect(read(yaml)).not.toBeNull();
  checkAsByYaml(yaml);
}

describe('readPlainFrontmatter', () => {
  test.each([
    'title: Pricing with Acme',
    'date: 2025-10-28\ncreated: 2025-10-28T14:30\ntime: 14:30',
    'count: 42\nzero: 007\nyes: yes\ntrue story: x',
    'private: true\ndone: False\nnothing: null\nempty:\nlast: ',
    'a: "quoted: # fine"\nb: \'[[Ann Lee]]\'\nc: ""',
    'participants: [Ann Lee, "Bo Kim", \'Cy Orr\', [x]]\ntags: []',
    'participants:\n- Ann Lee (Acme, PM)\n- Bo Kim\ntype: meeting',
    "participants:\n  - Ann Lee\n  - 'Bo'\n\ntype: meeting\n",
    'participants:\n  [\n    "Ann",\n    "Bo",\n  ]\ntype: x  ',
    "entities:\n  people:\n  - '[[Ann Lee]]'\n  projects: []\n  accounts:\n    - Acme\nsource: https://example.com/a#b",
    'date: 2025-10-28\r\npeople:\r\n- Ann\r\n- Bo\r\n',
    'größe: schön\nname: 李明\nspaced:   out  ',
    'link: [[Ann Lee]]',
    'a: x\u00a0\nb: R&D [x] {y} "z" it\'s, 50%',
    'constructor: x\ntoString:\n  valueOf: y',
    'type: 1-1\nentities: {}\nlist: [{}, 2-a]\nitems:\n- {}\n- 10-',
    '',
    '\n\n',
  ])('reads %j as the YAML library does', checkRead);

  test.each([
    'a: |\n  text',
    'a: >\n  text',
    'a: &x b',
    'a: *x',
    'a: !!str b',
    '? a\n: b',
    'a: b # comment',
    '# comment\na: b',
    'a: b\n  c',
    '- a',
    'a',
    'a:b',
    'a: {b: c}',
    'a: {} b',
    'a: { }',
    'a:\n  {}',
    '{}: a',
    '{}',
    'a: [{}: b]',
    'a: 1-1: b',
    'a: "x\\n"',
    "a: 'it''s'",
    'a: "x\n  y"',
    'a: 1.5',
    'a: 1e3',
    'a: 0x1f',
    'a: -1',
    'a: ~',
    'a: b: c',
    'a: [b: c]',
    'a: [b',
    'a: ["b" c]',
    'a: b\na: c',
    'a:\n  b: c\n  b: d',
    '__proto__: x',
    'a:\n  __proto__: x',
    'true: x',
    'a:\tb',
    'a: b\rc: d',
    ' a: b',
    'a:\n  - b\n c',
    'a:\n-\n- b',
    'a: [\nb]',
    'a: 😀',
    'a: x\u0085',
    'a: [b #c]',
    'a: b\n--- c',
    'a: b\n----',
    'a: [b,\n---',
  ])('leaves %j to the YAML library', (yaml) => {
    expect(read(yaml)).toBeNull();
  });

  test.each(['\n---', '\n---  \nBody', '\n---\r\nBody'])('closed by %j', (closing) => {
    expect(read('a: b', closing)?.yamlTo).toBe(OPENING.length + 5);
    expect((OPENING + 'a: b' + closing).slice(read('a: b', closing)?.bodyFrom)).toBe(
      closing.endsWith('Body') ? 'Body' : '',
    );
  });

  test.each(['', '\n', '\n--', '\n ---\n', '\n---x\n', '\n---\t\n', '\n---\rBody'])(
    'not closed by %j, as far as is plain',
    (closing) => {
      expect(read('a: b', closing)).toBeNull();
    },
  );

  const piece = fc.constantFrom(
    'a',
    'b',
    'key',
    'null',
    'true',
    '1',
    '2025-10-28',
    'Ann Lee',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n- ',
    '\n  ',
    '\n    ',
    '\n  - ',
    ': ',
    ':',
    '- ',
    '[',
    ']',
    ', ',
    ',',
    '"',
    "'",
    '#',
    ' #',
    '{',
    '{}',
    '}',
    '|',
    '>',
    '&a',
    '*a',
    '!',
    '?',
    '%',
    '@',
    '\\',
    '\t',
    '\r\n',
    '\r',
    'a: ',
    '\nb: ',
    '\nc:\n',
    '\n  d: ',
    '(x)',
    '/',
    '.',
    '~',
    '---',
    '...',
    '\u00e9',
    '\u00a0',
    '\ufeff',
    '=',
    '<<: ',
  );
  test('never reads otherwise than the YAML library', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
        checkAsByYaml,
      ),
      { numRuns: 10_000 },
    );
  });

  const line = fc.constantFrom(
    'title: x',
    'people:',
    '- Ann',
    '- [a,',
    '  - Bo',
    '    - Cy',
    '  people:',
    '  projects: []',
    'date: 2025-10-28',
    'tags: [a, b]',
    'tags: [a,',
    '  b]',
    ' c]',
    'd: "x"',
    "e: 'y'",
    '',
    ' ',
    '  more',
    'f: 1',
    ' g: 2',
    '    h: z',
    '---',
  );
  test('nor of what is nearly plain', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { maxLength: 9 }).map((lines) => lines.join('\n')),
        checkAsByYaml,
      ),
      { numRuns: 10_000 },
    );
  });

  const word = fc.oneof(
    fc.constantFrom(
      'Ann Lee',
      'Bo',
      'meeting',
      '2025-10-28',
      '14:30',
      '12',
      'null',
      'True',
      '[[Atlas]]',
      'a, b',
      'x: y',
      'Acme (PM)',
      '/a/b.md',
      '',
      '7th',
      '1-1',
      '{}',
      '1.5',
      "it's",
    ),
    fc.string({ maxLength: 8 }),
  );
  const scalar = fc.oneof(
    word,
    word.map((text) => `"${text}"`),
    word.map((text) => `'${text}'`),
  );
  const flow = fc.array(scalar, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`);
  const value = fc.oneof(
    scalar.map((text) => ` ${text}`),
    flow.map((list) => ` ${list}`),
    flow.map((list) => `\n  ${list}`),
    fc.array(fc.oneof(scalar, flow), { maxLength: 4 }).map((items) => items.map((item) => `\n- ${item}`).join('')),
    fc
      .array(fc.tuple(fc.constantFrom('people', 'projects', 'x y'), fc.oneof(scalar, flow)), { maxLength: 3 })
      .map((pairs) => pairs.map(([key, text]) => `\n  ${key}: ${text}`).join('')),
  );
  const property = fc
    .tuple(
      fc.constantFrom('title', 'date', 'participants', 'source_ref', 'last-met', 'größe', 'x y', '12', 'a.b'),
      value,
    )
    .map(([key, text]) => `${key}:${text}`);
  test('nor of properties of any usual shape', () => {
    fc.assert(
      fc.property(fc.array(property, { maxLength: 6 }), fc.constantFrom('\n', '\n', '\r\n'), (lines, end) => {
        checkAsByYaml(lines.join('\n').replace(/\r?\n/g, end));
      }),
      { numRuns: 10_000 },
    );
  });
});
