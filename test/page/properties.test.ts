import { type PropertyValue, setProperties } from '../../src/page/properties';

const MINE = { keys: ['last_contact', 'meeting_count'], madeFrontmatter: false };

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

const VALUES = { last_contact: '2025-10-28', meeting_count: 11 };

test('new properties come last, in the line ends of the page', () => {
  check('aliases: [Ann]\n', VALUES, 'aliases: [Ann]\nlast_contact: 2025-10-28\nmeeting_count: 11\n');
  check('', VALUES, 'last_contact: 2025-10-28\nmeeting_count: 11\n');
  expect(set('---\r\na: 1\r\n---\r\n', VALUES)).toBe(
    '---\r\na: 1\r\nlast_contact: 2025-10-28\r\nmeeting_count: 11\r\n---\r\n',
  );
  expect(set('\ufeff---\ra: 1\r---', VALUES)).toBe('\ufeff---\ra: 1\rlast_contact: 2025-10-28\rmeeting_count: 11\r---');
});

test('ours are changed where they stand; everything else stays', () => {
  check(
    "# top\nmeeting_count:   9\nlast_contact: '2025-10-21' # computed\naliases: # none\n- Ann\n\n# end\n",
    VALUES,
    '# top\nmeeting_count: 11\nlast_contact: 2025-10-28 # computed\naliases: # none\n- Ann\n\n# end\n',
  );
});

test('ours that a merge of two devices’ versions put in twice are one again, while nothing else is wrong', () => {
  check(
    'last_contact: 2025-10-21\nmeeting_count: 9\na: 1\nlast_contact: 2025-10-14\nmeeting_count: 8\n',
    VALUES,
    'last_contact: 2025-10-28\nmeeting_count: 11\na: 1\n',
  );
  check('meeting_count: 9\r\nmeeting_count: 8\r\n', {}, '');
  for (const yaml of [
    'a: 1\na: 2\n',
    'meeting_count: 9\nmeeting_count: Mondays\n',
    'meeting_count: 9\nmeeting_count: 8\nb: [\n',
    'meeting_count: 9\nmeeting_count: 8\na: 1\na: 2\n',
  ]) {
    const page = `---\n${yaml}---\n`;
    expect(setProperties(page, VALUES, MINE)).toMatchObject({ text: page, problem: { code: 'frontmatter-invalid' } });
  }
  const theirs = '---\nmeeting_count: 9\nmeeting_count: 8\n---\n';
  expect(setProperties(theirs, VALUES, { keys: [], madeFrontmatter: false })).toMatchObject({
    text: theirs,
    problem: { code: 'frontmatter-invalid' },
  });
});

test('one that goes for a while comes back to its place', () => {
  const all = { last_contact: '2025-10-28', meeting_count: 11, open_questions: 2 };
  const owned = { keys: Object.keys(all), madeFrontmatter: false };
  for (const yaml of [
    'a: 1\nlast_contact: 2025-10-28\nmeeting_count: 11\nopen_questions: 2\nb: 2\n',
    'meeting_count: 11\n',
  ]) {
    const page = set(`---\n${yaml}---\n`, all, owned);
    for (const gone of [
      ['last_contact'],
      ['meeting_count'],
      ['open_questions'],
      ['last_contact', 'meeting_count'],
      ['meeting_count', 'open_questions'],
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
    'last_contact: "2025-10-28"\nmeeting_count: \'11\' # said\n',
    VALUES,
    'last_contact: "2025-10-28"\nmeeting_count: \'11\' # said\n',
  );
});

test('of an earlier version they are renamed where they are; a person’s own stay', () => {
  const before = { keys: ['last_contact', 'meetings'], madeFrontmatter: false };
  const { text, owned } = setProperties(
    '---\nmeetings: 9 # computed\na: 1\nlast_contact: 2025-10-21\n---\n',
    VALUES,
    before,
  );
  expect(text).toBe('---\nmeeting_count: 11 # computed\na: 1\nlast_contact: 2025-10-28\n---\n');
  expect(owned.keys).toEqual(['last_contact', 'meeting_count']);
  expect(setProperties(text, {}, owned).text).toBe('---\na: 1\n---\n');
  expect(set('---\nmeetings: Mondays\n---\n', VALUES)).toBe(
    '---\nmeetings: Mondays\nlast_contact: 2025-10-28\nmeeting_count: 11\n---\n',
  );
  expect(set('---\nmeetings: 9\nmeeting_count: mine\n---\n', VALUES, before)).toBe(
    '---\nmeeting_count: mine\nlast_contact: 2025-10-28\n---\n',
  );
});

test('a value that somebody made a list is written as ours again', () => {
  check('meeting_count:\n  - 9\n  - 10\na: 1\n', { meeting_count: 11 }, 'meeting_count: 11\na: 1\n');
});

test('one that is no longer wanted goes', () => {
  check('meeting_count: 9\na: 1\nlast_contact: 2025-10-21\n', { meeting_count: 9 }, 'meeting_count: 9\na: 1\n');
});

test('a key that was there before us is left as it is, in any letter case, and is not ours', () => {
  const result = setProperties('---\nMeeting_Count: Mondays\nlast_contact: a while ago\n---\n', VALUES, {
    keys: [],
    madeFrontmatter: false,
  });
  expect(result).toMatchObject({
    text: '---\nMeeting_Count: Mondays\nlast_contact: a while ago\n---\n',
    owned: { keys: [] },
    problem: null,
  });
});

test('a page without frontmatter gets one, and loses it when it holds nothing else', () => {
  const made = setProperties('# Ann\r\n', VALUES, { keys: [], madeFrontmatter: false });
  expect(made.text).toBe('---\r\nlast_contact: 2025-10-28\r\nmeeting_count: 11\r\n---\r\n# Ann\r\n');
  expect(set(made.text, {}, { ...made.owned, keys: [...made.owned.keys] })).toBe('# Ann\r\n');
  const shared = made.text.replace('---\r\n#', 'mine: 1\r\n---\r\n#');
  expect(set(shared, {}, { ...made.owned, keys: [...made.owned.keys] })).toBe('---\r\nmine: 1\r\n---\r\n# Ann\r\n');
});

test('an empty frontmatter that was there stays', () => {
  expect(set('---\nmeeting_count: 9\n---\n', {}, MINE)).toBe('---\n---\n');
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
  const page = `---\nmeeting_count: 9${' '.repeat(200_000)}x\n---\n`;
  expect(set(page, { meeting_count: 11 }, MINE)).toBe('---\nmeeting_count: 11\n---\n');
});
