import fc from 'fast-check';
import { codeSpans, findLinks, noteTarget, wholeWikilink } from '../../src/text/wikilinks';
import { expectLinearIn } from '../growth';

function check(
  text: string,
  ...links: [target: string, words: string, more?: { embed?: true; subpath?: string; wiki?: false }][]
): void {
  expect(
    findLinks(text).map(({ wiki, embed, target, subpath, text: words }) => ({ wiki, embed, target, subpath, words })),
  ).toEqual(
    links.map(([target, words, more]) => ({
      wiki: more?.wiki ?? true,
      embed: more?.embed ?? false,
      target,
      subpath: more?.subpath ?? '',
      words,
    })),
  );
}

test.each([
  ['[[People/Ann Lee#Notes|Ann]]', 'People/Ann Lee'],
  ['[Ann](People/Ann%20Lee.md#Notes)', 'People/Ann Lee.md'],
  ['[Ann](<../People/Ann Lee.md>)', '../People/Ann Lee.md'],
  ['[100%](People/100%.md)', 'People/100%.md'],
  ['[[#Here]]', null],
  ['[Here](#here)', null],
  ['[a](https://example.com/x.md)', null],
  ['[a](//example.com/x.md)', null],
  ['[a](plan.pdf)', null],
])('the note that %s names', (text, target) => {
  const [link] = findLinks(text);
  expect(link === undefined ? undefined : noteTarget(link)).toBe(target);
});

describe('findLinks', () => {
  test('wikilinks: path, subpath, alias, embed', () => {
    check('a [[Ann Lee]] b', ['Ann Lee', 'Ann Lee']);
    check('[[People/Ann Lee|Ann]]', ['People/Ann Lee', 'Ann']);
    check('[[People/Ann Lee/README.md]]', ['People/Ann Lee/README.md', 'README']);
    check('[[A/B project]]', ['A/B project', 'B project']);
    check(
      '[[Note#Open questions|there]] ![[Plan#^x1]]',
      ['Note', 'there', { subpath: '#Open questions' }],
      ['Plan', 'Plan', { embed: true, subpath: '#^x1' }],
    );
    check('| [[Ann Lee\\|Ann]] |', ['Ann Lee', 'Ann']);
    check('[[#Here]]', ['', 'Here', { subpath: '#Here' }]);
    check('[[Ann Lee|]]', ['Ann Lee', 'Ann Lee']);
  });

  test('what is none', () => {
    for (const text of [
      '[[]]',
      '[[ ]]',
      '[[|x]]',
      '[[a\nb]]',
      '[[a',
      '[a]]',
      '[x] y',
      '`[[Ann]]`',
      '``a ` [[Ann]]``',
      '[a]( b',
    ])
      check(text);
  });

  test('an opening within another: the inner one is the link', () => {
    check('[[a [[Ann Lee]]', ['Ann Lee', 'Ann Lee']);
    check('[[[Ann Lee]]]', ['Ann Lee', 'Ann Lee']);
  });

  test('Markdown links', () => {
    check('see [the site](https://example.com/a_(b)) now', ['https://example.com/a_(b)', 'the site', { wiki: false }]);
    check(
      '[@Cy Orr](https://example.com "t") ![x](<a b.png>)',
      ['https://example.com', '@Cy Orr', { wiki: false }],
      ['a b.png', 'x', { wiki: false, embed: true }],
    );
    check('[](app://obsidian.md/index.html# "Edit task") ok', ['app://obsidian.md/index.html#', '', { wiki: false }]);
  });

  test('code without a partner is text', () => {
    check('a ` b [[Ann]]', ['Ann', 'Ann']);
    check('\\`[[Ann]]`', ['Ann', 'Ann']);
    expect(codeSpans('``a`b``')).toEqual([{ from: 0, to: 7 }]);
  });

  test('each link is where it says, in order', () => {
    const unit = fc.constantFrom('[[', ']]', '[', ']', '(', ')', '|', '#', '`', 'Ann', '!', '\\', ' ', '\n', '<', '>');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        let end = 0;
        for (const { from, to, wiki } of findLinks(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(from, to)).toMatch(wiki ? /^!?\[\[[^[\]]+\]\]$/ : /^!?\[[\s\S]*\]\([\s\S]*\)$/);
          end = to;
        }
      }),
    );
  });

  test('linear on hostile lines', () => {
    expectLinearIn(['[', '[[', '[[a', '[a](', '`', '` ``', '[a](b', '![[x|'], (text) => findLinks(`${text}]])`));
  });
});

test('wholeWikilink takes a value that is one link', () => {
  expect(wholeWikilink(' [[People/Ann Lee|Ann]] ')).toMatchObject({ target: 'People/Ann Lee', text: 'Ann' });
  expect(wholeWikilink('[[Ann]] and')).toBeNull();
  expect(wholeWikilink('Ann')).toBeNull();
});
