import { type PropertyValue, setProperties } from '../../src/page/properties';

const MINE = { keys: ['last_contact', 'meetings'], madeFrontmatter: false };

function set(
  page: string,
  values: Record<string, PropertyValue>,
  owned = { keys: [] as string[], madeFrontmatter: false },
): string {
  return setProperties(page, values, owned).text;
}

function check(yaml: string, values: Record<string, PropertyValue>, expected: string): void {
  expect(set(`---\n${yaml}---\n# Ann\n`, values, MINE)).toBe(`---\n${expected}---\n# Ann\n`);
}

const VALUES = { last_contact: '2025-10-28', meetings: 11 };

test('new properties come last, in the line ends of the page', () => {
  check('aliases: [Ann]\n', VALUES, 'aliases: [Ann]\nlast_contact: 2025-10-28\nmeetings: 11\n');
  check('', VALUES, 'last_contact: 2025-10-28\nmeetings: 11\n');
  expect(set('---\r\na: 1\r\n---\r\n', VALUES)).toBe(
    '---\r\na: 1\r\nlast_contact: 2025-10-28\r\nmeetings: 11\r\n---\r\n',
  );
  expect(set('\ufeff---\ra: 1\r---', VALUES)).toBe('\ufeff---\ra: 1\rlast_contact: 2025-10-28\rmeetings: 11\r---');
});

test('ours are changed where they stand; everything else stays', () => {
  check(
    "# top\nmeetings:   9\nlast_contact: '2025-10-21' # computed\naliases: # none\n- Ann\n\n# end\n",
    VALUES,
    '# top\nmeetings: 11\nlast_contact: 2025-10-28 # computed\naliases: # none\n- Ann\n\n# end\n',
  );
});

test('ours that a merge of two devices’ versions put in twice are one again, while nothing else is wrong', () => {
  check(
    'last_contact: 2025-10-21\nmeetings: 9\na: 1\nlast_contact: 2025-10-14\nmeetings: 8\n',
    VALUES,
    'last_contact: 2025-10-28\nmeetings: 11\na: 1\n',
  );
  check('meetings: 9\r\nmeetings: 8\r\n', {}, '');
  for (const yaml of [
    'a: 1\na: 2\n',
    'meetings: 9\nmeetings: Mondays\n',
    'meetings: 9\nmeetings: 8\nb: [\n',
    'meetings: 9\nmeetings: 8\na: 1\na: 2\n',
  ]) {
    const page = `---\n${yaml}---\n`;
    expect(setProperties(page, VALUES, MINE)).toMatchObject({ text: page, problem: { code: 'frontmatter-invalid' } });
  }
  const theirs = '---\nmeetings: 9\nmeetings: 8\n---\n';
  expect(setProperties(theirs, VALUES, { keys: [], madeFrontmatter: false })).toMatchObject({
    text: theirs,
    problem: { code: 'frontmatter-invalid' },
  });
});

test('one that goes for a while comes back to its place', () => {
  const all = { last_contact: '2025-10-28', meetings: 11, open_questions: 2 };
  const owned = { keys: Object.keys(all), madeFrontmatter: false };
  for (const yaml of ['a: 1\nlast_contact: 2025-10-28\nmeetings: 11\nopen_questions: 2\nb: 2\n', 'meetings: 11\n']) {
    const page = set(`---\n${yaml}---\n`, all, owned);
    for (const gone of [
      ['last_contact'],
      ['meetings'],
      ['open_questions'],
      ['last_contact', 'meetings'],
      ['meetings', 'open_questions'],
    ]) {
      const fewer = Object.fromEntries(Object.entries(all).filter(([key]) => !gone.includes(key)));
      const without = setProperties(page, fewer, owned);
      expect(without.text).not.toContain(gone[0]);
      expect(setProperties(without.text, all, without.owned).text).toBe(page);
    }
  }
});

test('a value in other quotes is the same value', () => {
  check(
    'last_contact: "2025-10-28"\nmeetings: \'11\' # said\n',
    VALUES,
    'last_contact: "2025-10-28"\nmeetings: \'11\' # said\n',
  );
});

test('a value that somebody made a list is written as ours again', () => {
  check('meetings:\n  - 9\n  - 10\na: 1\n', { meetings: 11 }, 'meetings: 11\na: 1\n');
});

test('one that is no longer wanted goes', () => {
  check('meetings: 9\na: 1\nlast_contact: 2025-10-21\n', { meetings: 9 }, 'meetings: 9\na: 1\n');
});

test('a key that was there before us is left as it is, in any letter case, and is not ours', () => {
  const result = setProperties('---\nMeetings: Mondays\nlast_contact: a while ago\n---\n', VALUES, {
    keys: [],
    madeFrontmatter: false,
  });
  expect(result).toMatchObject({
    text: '---\nMeetings: Mondays\nlast_contact: a while ago\n---\n',
    owned: { keys: [] },
    problem: null,
  });
});

test('a page without frontmatter gets one, and loses it when it holds nothing else', () => {
  const made = setProperties('# Ann\r\n', VALUES, { keys: [], madeFrontmatter: false });
  expect(made.text).toBe('---\r\nlast_contact: 2025-10-28\r\nmeetings: 11\r\n---\r\n# Ann\r\n');
  expect(set(made.text, {}, { ...made.owned, keys: [...made.owned.keys] })).toBe('# Ann\r\n');
  const shared = made.text.replace('---\r\n#', 'mine: 1\r\n---\r\n#');
  expect(set(shared, {}, { ...made.owned, keys: [...made.owned.keys] })).toBe('---\r\nmine: 1\r\n---\r\n# Ann\r\n');
});

test('an empty frontmatter that was there stays', () => {
  expect(set('---\nmeetings: 9\n---\n', {}, MINE)).toBe('---\n---\n');
});

test.each([
  ['broken', '---\na: [\n---\n', 'frontmatter-invalid'],
  ['twice the same key', '---\na: 1\na: 2\n---\n', 'frontmatter-invalid'],
  ['another language', '---js\nmodule\n---\n', 'frontmatter-language'],
  ['never closed', '---\na: 1\n', 'frontmatter-unclosed'],
  ['a flow map', '---\n{a: 1}\n---\n', 'frontmatter-invalid'],
])('%s: never written', (_, page, code) => {
  expect(setProperties(page, VALUES, { keys: [], madeFrontmatter: false })).toMatchObject({
    text: page,
    problem: { code },
  });
});

test.each([
  ['Ann Lee', 'Ann Lee'],
  ['yes', '"yes"'],
  ['a: b', '"a: b"'],
  ['[[Ann]]', '"[[Ann]]"'],
  ['', '""'],
  ['# x', '"# x"'],
  ['2025-10-28', '2025-10-28'],
  ['12', '"12"'],
])('text %s is written so that it is read as itself', (value, written) => {
  expect(set('---\na: 1\n---\n', { v: value })).toBe(`---\na: 1\nv: ${written}\n---\n`);
});

test('a long run of spaces in a value of ours takes no time', () => {
  const page = `---\nmeetings: 9${' '.repeat(200_000)}x\n---\n`;
  expect(set(page, { meetings: 11 }, MINE)).toBe('---\nmeetings: 11\n---\n');
});
