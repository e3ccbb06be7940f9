import fc from 'fast-check';
import { readPlainYaml } from '../../src/text/plain-yaml';
import { yaml } from '../../src/text/yaml-engine';

/** What js-yaml makes of it; null where it throws. Nothing at all is no properties. */
function reference(text: string): unknown {
  if (text.trim() === '') return { value: {} };
  try {
    return { value: yaml.parse(`\n${text}`) ?? {} };
  } catch {
    return null;
  }
}

function read(text: string): unknown {
  const data = readPlainYaml(text, 0, text.length);
  return data === null ? null : { value: { ...data } };
}

function checkRead(text: string): void {
  expect(reference(text)).not.toBeNull();
  expect(read(text)).toStrictEqual(reference(text));
}

function checkLeft(text: string): void {
  expect(read(text)).toBeNull();
}

describe('readPlainYaml', () => {
  test.each([
    'title: Pricing with Acme',
    'date: 2025-10-28\ncreated: 2025-10-28T14:30\ntime: 14:30',
    'count: 42\nzero: 007\nyes: yes\ntrue story: x',
    'private: true\ndone: False\nnothing: null\nempty:\nlast: ',
    'a: "quoted: # fine"\nb: \'[[Ann Lee]]\'\nc: ""',
    'participants: [Ann Lee, "Bo Kim", \'Cy Orr\', [x]]\ntags: []',
    'participants:\n- Ann Lee (Acme, PM)\n- Bo Kim\ntype: meeting',
    'participants:\n  - Ann Lee\n  - \'Bo\'\n\ntype: meeting\n',
    'participants:\n  [\n    "Ann",\n    "Bo",\n  ]\ntype: x',
    'entities:\n  people:\n  - \'[[Ann Lee]]\'\n  projects: []\n  accounts:\n    - Acme\nsource: https://example.com/a#b',
    'date: 2025-10-28\r\npeople:\r\n- Ann\r\n- Bo\r\n',
    'größe: schön\nname: 李明\nspaced:   out  ',
    'link: [[Ann Lee]]',
    'a: x\u00a0\nb: R&D [x] {y} "z" it\'s, 50%',
    '',
    '\n\n',
  ])('reads %j as js-yaml does', checkRead);

  test.each([
    'a: |\n  text', 'a: >\n  text', 'a: &x b', 'a: *x', 'a: !!str b', '? a\n: b', 'a: b # comment', '# comment\na: b', 'a: b\n  c', '- a', 'a', 'a:b',
    'a: {b: c}', 'a: "x\\n"', "a: 'it''s'", 'a: "x\n  y"', 'a: 1.5', 'a: 1e3', 'a: 0x1f', 'a: -1', 'a: ~', 'a: b: c', 'a: [b: c]', 'a: [b', 'a: ["b" c]',
    'a: b\na: c', '__proto__: x', 'true: x', 'a:\tb', 'a: b\rc: d', ' a: b', 'a:\n  - b\n c', 'a:\n-\n- b', 'a: [\nb]', 'a: 😀', 'a: x\u0085', 'a: [b #c]',
  ])('leaves %j to js-yaml', checkLeft);

  const piece = fc.constantFrom(
    'a', 'b', 'key', 'null', 'true', '1', '2025-10-28', 'Ann Lee', ' ', '  ', '\n', '\n', '\n- ', '\n  ', '\n    ', '\n  - ', ': ', ':', '- ', '[', ']', ', ', ',', '"', "'", '#', ' #', '{', '}',
    '|', '>', '&a', '*a', '!', '?', '%', '@', '\\', '\t', '\r\n', '\r', 'a: ', '\nb: ', '\nc:\n', '\n  d: ', '(x)', '/', '.', '~', '---', '...', '\u00e9', '\u00a0', '\ufeff', '=', '<<: ',
  );
  test('never reads otherwise than js-yaml', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')), (text) => {
      const data = read(text);
      if (data !== null) expect(data).toStrictEqual(reference(text));
    }), { numRuns: 20_000 });
  });
  test('nor of what is nearly plain', () => {
    const line = fc.constantFrom('title: x', 'people:', '- Ann', '  - Bo', '    - Cy', '  people:', '  projects: []', 'date: 2025-10-28', 'tags: [a, b]', 'tags: [a,', '  b]', ' c]', 'd: "x"', "e: 'y'", '', ' ', '  more', 'f: 1', ' g: 2', '    h: z');
    fc.assert(fc.property(fc.uniqueArray(line, { maxLength: 9 }).map((lines) => lines.join('\n')), (text) => {
      const data = read(text);
      if (data !== null) expect(data).toStrictEqual(reference(text));
    }), { numRuns: 10_000 });
  });
});
