import fc from 'fast-check';
import { readFrontmatter } from '../../src/text/frontmatter';
import { expectLinear } from '../growth';

function data(text: string): Record<string, unknown> {
  return { ...readFrontmatter(text).data };
}

describe('readFrontmatter', () => {
  test('reads properties, keeping dates strings', () => {
    expect(data("---\ndate: 2025-10-28\ncreated: '2025-10-28T09:00'\ncount: 3\nempty:\n---\nbody")).toEqual({
      date: '2025-10-28',
      created: '2025-10-28T09:00',
      count: 3,
      empty: null,
    });
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s line ends', (_name, eol) => {
    const text = ['---', 'title: Sync', 'people:', '- Ann Lee', '---', 'Body'].join(eol);
    const read = readFrontmatter(text);
    expect(read).toMatchObject({ present: true, bodyLine: 6, error: null });
    expect({ ...read.data }).toEqual({ title: 'Sync', people: ['Ann Lee'] });
    expect(text.slice(read.bodyFrom)).toBe('Body');
    expect(read.keys.map(({ key, line, from, to }) => [key, line, text.slice(from, to)])).toEqual([
      ['title', 2, 'title: Sync'],
      ['people', 3, `people:${eol}- Ann Lee`],
    ]);
  });

  test('a BOM before it is allowed', () => {
    expect(data('\uFEFF---\na: 1\n---\n')).toEqual({ a: 1 });
    expect(readFrontmatter('\uFEFFtext')).toMatchObject({ present: false, bodyFrom: 1, bodyLine: 1 });
  });

  test('only the first line opens it, only `---` closes it', () => {
    expect(readFrontmatter('\n---\na: 1\n---\n').present).toBe(false);
    expect(readFrontmatter('----\na: 1\n----\n').present).toBe(false);
    expect(readFrontmatter('--- title\na: 1\n---\n').present).toBe(false);
    expect(data('---   \na: 1\n---x: 2\nb: 3\n---  \nc: 4')).toMatchObject({ a: 1, b: 3 });
    expect(readFrontmatter('---\n---\nbody')).toMatchObject({ present: true, error: null, bodyLine: 3, keys: [] });
    expect(data('---\na: 1\n---')).toEqual({ a: 1 });
    expect(readFrontmatter('---\n# only a comment\n\n---\n')).toMatchObject({ present: true, error: null });
  });

  test('never closed: there is none, and that is said when keys follow', () => {
    expect(readFrontmatter('---\na: 1\n\n# Note')).toMatchObject({ present: false, unclosed: true, bodyFrom: 0 });
    expect(readFrontmatter('---\n\nA rule, then text.')).toMatchObject({ present: false, unclosed: false });
    expect(readFrontmatter('---')).toMatchObject({ present: false, unclosed: false });
  });

  test('another language is neither read nor run', () => {
    const key = 'throughlineRan';
    const read = readFrontmatter(`---js\n{ a: (globalThis.${key} = true) }\n---\nbody`);
    expect(read).toMatchObject({ present: true, language: 'js', bodyLine: 4 });
    expect(Object.keys(read.data)).toEqual([]);
    expect(Reflect.get(globalThis, key)).toBeUndefined();
    expect(readFrontmatter('---json\n{"a": 1}\n---\n').language).toBe('json');
    expect(data('---yaml\na: 1\n---\n')).toEqual({ a: 1 });
  });

  test('of malformed YAML the keys that parse alone', () => {
    const read = readFrontmatter(
      '---\ntitle: a: b\ndate: 2025-10-28\npeople:\n- Ann Lee\n- Bo Kim\nowner: @ann\n---\n',
    );
    expect({ ...read.data }).toEqual({ date: '2025-10-28', people: ['Ann Lee', 'Bo Kim'] });
    expect(read.error?.line).toBe(2);
    expect(readFrontmatter('---\nx: 0\na: 1\n  b: 2\n---\n').error?.line).toBe(3);
  });

  test('a mangled template token is an error, not a value', () => {
    const read = readFrontmatter(
      '---\ncreated: { { DATE } }\nparticipants: [{ { PARTICIPANTS } }]\ndate: {{date}}\ntype: meeting\n---\n',
    );
    expect({ ...read.data }).toEqual({ type: 'meeting' });
    expect(read.error).not.toBeNull();
  });

  test('a flow list on the next lines, indented or not', () => {
    expect(data('---\nparticipants:\n  [\n    "Ann Lee",\n    "Bo Kim",\n  ]\n---\n')).toEqual({
      participants: ['Ann Lee', 'Bo Kim'],
    });
    expect(data('---\nparticipants:\n[\n"Ann Lee",\n]\ntype: call\n---\n')).toEqual({
      participants: ['Ann Lee'],
      type: 'call',
    });
  });

  test('a value wrapped onto an indented line', () => {
    expect(data('---\nsource_ref: Inbox/x (1)\n  ship\n---\n')).toEqual({ source_ref: 'Inbox/x (1) ship' });
  });

  test('a key given twice takes the last value and is an error', () => {
    expect(readFrontmatter('---\na: 1\nb: 2\na: 3\n---\n')).toMatchObject({ data: { a: 3, b: 2 }, error: { line: 4 } });
  });

  test('not a mapping', () => {
    expect(readFrontmatter('---\nSome words.\n---\n')).toMatchObject({ present: true, error: { line: 2 } });
    expect(readFrontmatter('---\n- a\n---\n').error).not.toBeNull();
  });

  test('key lines: quotes, colons, comments and blank lines between', () => {
    const text = '---\n"a b": 1\n\n# about c\nc:d: 2\ne: |\n  x: y\n\n  z\n\nf: [1,\n 2]\n---\n';
    expect(readFrontmatter(text).keys.map(({ key, line, from, to }) => [key, line, text.slice(from, to)])).toEqual([
      ['a b', 2, '"a b": 1'],
      ['c:d', 5, 'c:d: 2'],
      ['e', 6, 'e: |\n  x: y\n\n  z'],
      ['f', 11, 'f: [1,\n 2]'],
    ]);
  });

  test('keys of the prototype are keys like others', () => {
    const { data: read } = readFrontmatter(
      '---\n__proto__: {polluted: 1}\nconstructor: x\ntoString: y\nexcerpt_separator: {toString: 1}\n---\n',
    );
    expect(Object.keys(read)).toEqual(['__proto__', 'constructor', 'toString', 'excerpt_separator']);
    expect(Object.getPrototypeOf(read)).toBeNull();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const { inner } = data('---\n# not plain\ninner: {__proto__: {polluted: 1}}\n---\n') as { inner: object };
    expect([Object.keys(inner), Object.getPrototypeOf(inner)]).toEqual([['__proto__'], Object.prototype]);
  });

  test.each([
    ['a: 1\nb: {{date}}\nc: 1', 3],
    ['a: 1\nb: "x\nc: 1', 5],
    ['a: 1\r\nb: @x\r\n', 3],
    ['a: 1\nb: [x, y\nc: 1', 4],
    ['a: 1\nb: *x', 3],
    ['a: 1\nb: !foo x', 3],
    ['a: 1\nb: &x [*x]', 3],
  ])('says the line where %j is broken', (yaml, line) => {
    const { error, data: read } = readFrontmatter(`---\n${yaml}\n---\n`);
    expect([error?.line, read['a']]).toEqual([line, 1]);
  });

  test('aliases share what they stand for, and may not stand for much', () => {
    expect(data('---\na: &x [1, {b: c}]\nd: *x\n---\n')).toEqual({ a: [1, { b: 'c' }], d: [1, { b: 'c' }] });
    const doubled = (rounds: number): string =>
      `---\na0: &a0 [x]\n${Array.from({ length: rounds }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}---\n`;
    expect(readFrontmatter(doubled(5)).error).toBeNull();
    expect(readFrontmatter(doubled(24)).error).not.toBeNull();
  });

  test.each<[what: string, text: (size: number) => string, read: object, to: number]>([
    [
      'alias bombs',
      (size) =>
        `${Array.from({ length: size }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}type: call\n`,
      { type: 'call' },
      240,
    ],
    ['deep nesting', (size) => `a: ${'['.repeat(size)}\ntype: call\n`, { type: 'call' }, 48_000],
    [
      'closed deep nesting',
      (size) => `a: ${'['.repeat(size)}${']'.repeat(size)}\ntype: call\n`,
      { type: 'call' },
      200_000,
    ],
    ['maps within maps', (size) => `a: ${'{a: '.repeat(size)}\ntype: call\n`, { type: 'call' }, 200_000],
    ['lists within lists', (size) => `a:\n  ${'- '.repeat(size)}\ntype: call\n`, { type: 'call' }, 200_000],
    ['keys within keys', (size) => `a:\n  ${'? '.repeat(size)}\ntype: call\n`, { type: 'call' }, 200_000],
    ['endless blank lines', (size) => `type: call\n${'\n'.repeat(size)}\n`, { type: 'call' }, 320_000],
    ['a key given again and again', (size) => 'a: 1\n'.repeat(size), { a: 1 }, 20_000],
  ])('%s are survived in linear time', (what, yaml, read, to) => {
    expectLinear(
      (size) => {
        const text = `---\n${what === 'alias bombs' ? 'a0: &a0 [x]\n' : ''}${yaml(size)}---\n`;
        expect(readFrontmatter(text).data).toMatchObject(read);
        return () => readFrontmatter(text);
      },
      { from: to / 8, to },
    );
  });

  test('what one reader changes another does not see', () => {
    const text = '---\nlist: [a]\n---\n';
    (readFrontmatter(text).data['list'] as string[]).push('b');
    expect(data(text)).toEqual({ list: ['a'] });
  });

  test('whatever is written: no exception, and the parts are where they say', () => {
    const piece = fc.constantFrom(
      '---',
      'a: 1',
      'b:',
      '- x',
      '  y',
      '"q',
      ': ',
      '{',
      '[',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '*a',
      '&a',
      '\uFEFF',
      '# c',
      '|',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `---\n${pieces.join('')}`;
        const read = readFrontmatter(text);
        expect(read.bodyFrom).toBeLessThanOrEqual(text.length);
        if (!read.present) return;
        expect(text.slice(read.yamlTo, read.bodyFrom)).toMatch(/^---\s*$/);
        expect(text.slice(0, read.bodyFrom).split(/\r\n|\r|\n/).length).toBeGreaterThanOrEqual(read.bodyLine - 1);
        for (const { from, to } of read.keys)
          expect(from >= read.yamlFrom && from < to && to <= read.yamlTo).toBe(true);
      }),
    );
  });
});
