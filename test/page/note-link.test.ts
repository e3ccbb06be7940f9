import { noteLinks } from '../../src/page/note-link';

const PATHS = [
  'People/Ann Lee/README.md',
  'People/Bo Kim/README.md',
  'Meetings/2025-10-28 Dana.md',
  'A/Sync.md',
  'B/sync.md',
  'Odd #1 [x].md',
  'Zoë.md',
];
const links = noteLinks(PATHS, (target) => PATHS.find((path) => path === `${target}.md`) ?? null);

test.each([
  [
    'the file name alone where no other note has it',
    'Meetings/2025-10-28 Dana.md',
    null,
    '28 Oct',
    '[[2025-10-28 Dana|28 Oct]]',
  ],
  ['no alias where it says the same', 'Zoë.md', null, 'Zoë', '[[Zoë]]'],
  ['the path where the name is not unique, in whatever case', 'A/Sync.md', null, 'Sync', '[[A/Sync|Sync]]'],
  ['the path of a folder note', 'People/Ann Lee/README.md', null, 'Ann Lee', '[[People/Ann Lee/README|Ann Lee]]'],
  [
    'a heading by its words',
    'Meetings/2025-10-28 Dana.md',
    '2) Next: [[Bo]] #x | y',
    '28 Oct',
    '[[2025-10-28 Dana#2) Next Bo x y|28 Oct]]',
  ],
  [
    'a heading below another, each by its words',
    'Zoë.md',
    ['09:00 [[Bo]]', 'Action items'],
    '28 Oct',
    '[[Zoë#09 00 Bo#Action items|28 Oct]]',
  ],
  [
    'no mark in a heading that could open something',
    'Zoë.md',
    '<% x %> {{y}} `z` <!-- $1',
    '28 Oct',
    '[[Zoë#x y z !-- 1|28 Oct]]',
  ],
  ['the path of a folder note, be it the only README', 'Atlas/readme.md', null, 'Atlas', '[[Atlas/readme|Atlas]]'],
  [
    'a Markdown link where a wikilink cannot hold the name',
    'Odd #1 [x].md',
    'Why?',
    'odd',
    '[odd](Odd%20%231%20%5Bx%5D.md#Why%3F)',
  ],
  ['words that would end the link', 'Zoë.md', null, 'a]]b|c', '[[Zoë|a b c]]'],
])('%s', (_what, path, heading, words, expected) => {
  expect(links.toNote(path, heading, words)).toBe(expected);
});

test("a text's own links lead where they led in its note, or become words", () => {
  expect(links.relink('Ask [[People/Ann Lee/README|Ann]] about [[Zoë#Why]] and [[Nobody]]', 'x.md')).toBe(
    'Ask [[People/Ann Lee/README|Ann]] about [[Zoë#Why|Zoë]] and Nobody',
  );
  expect(links.relink('See [the plan](../plan.md) and [the page](https://example.com/a)', 'x.md')).toBe(
    'See the plan and [the page](https://example.com/a)',
  );
  expect(links.relink('No link `[[Zoë]]`', 'x.md')).toBe('No link `[[Zoë]]`');
});

test('a link to a heading below a heading stays one', () => {
  expect(links.relink('As in [[Zoë#Plan#Risks|the plan]]', 'x.md')).toBe('As in [[Zoë#Plan#Risks|the plan]]');
});

test('an entity without a page is its name', () => {
  expect(links.toEntity({ page: null, name: 'Quinn [Q] Ashby' })).toBe('Quinn Q Ashby');
  expect(links.toEntity({ page: null, name: '{{x}} **y a::b' })).toBe('x \\*\\*y a :b');
});

test.each(['A %% b.md', 'A <% tp.file.cursor() %>.md', 'A {{title}}.md', 'A {{.md', 'A %>.md'])(
  'a name that opens a comment, or that a template would run or fill in, does not stand whole on our page: %s',
  (path) => {
    const link = noteLinks([path], () => null).toNote(path, null, path);
    expect(link).not.toMatch(/<%|%>|\{\{|\}\}|%%/);
    expect(decodeURIComponent(link)).toContain(`(${path})`);
  },
);
