import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { escapeRow, shownLength } from '../../src/page/escape-row';
import { rowTokens } from '../../src/page/row-tokens';
import { expectLinearIn } from '../growth';

function check(text: string, expected: string): void {
  expect(escapeRow(text)).toBe(expected);
}

describe('what stays', () => {
  test.each([
    'Send pricing draft to [[Ann Lee]], see [[Notes/2025-10-28 Dana#Action items|28 Oct]]',
    'Is `snake_case.ts` **really** _the_ ==one== ~~or~~ not?',
    'See [the plan](https://example.com/a_b?c=d#e) or https://example.com/x_y#z.',
    'a < b, 3 <4, x > y, 50 % of "it" & more',
    '2025-10-28 · 14:30 – José, 李, 📅 2025-10-31',
    'C# and a#b',
    'a # b <- c',
    'snake_case_name',
    '[[Note#^abc]] stays a link',
    'one (two) three; four/five + six = seven',
  ])('%s', (text) => {
    check(text, text);
  });
});

describe('what other plugins would count twice goes', () => {
  test.each([
    ['[ ] Draft', 'Draft'],
    ['- [x] - [ ] Draft', 'Draft'],
    ['## Proposed', 'Proposed'],
    ['> quoted', 'quoted'],
    ['* starred', 'starred'],
    ['#question Who signs? #task #5a/b ^a1-b', 'Who signs?'],
    ['#task', ''],
    ['Send #task [due:: 2025-10-31] (by:: [[Ann]]) ^a', 'Send'],
    ['Ship #acme pilot', 'Ship acme pilot'],
    ['Fix #123 and (#tag)', 'Fix \\#123 and (\\#tag)'],
    ['Send it [due:: 2025-10-31] (owner:: [[Ann Lee]]) now', 'Send it now'],
    ['owner:: Ann', 'owner:\\: Ann'],
    ['std::vector', 'std:\\:vector'],
    [
      'See ![[Plan.pdf]] and ![logo](https://example.com/a.png)',
      'See [[Plan.pdf]] and [logo](https://example.com/a.png)',
    ],
    ['true[^1] and ^[a note]', 'true and \\^\\[a note\\]'],
    ['Edit [](app://obsidian.md/index.html# "Edit task") it', 'Edit it'],
    ['[ [ ] ] x', '\\[ \\[ \\] \\] x'],
  ])('%s', (text, expected) => {
    check(text, expected);
  });
});

describe('what could break out is words', () => {
  test.each([
    ['a <b>bold</b> <!-- c -->', 'a &lt;b>bold&lt;/b> &lt;!-- c --\\>'],
    ['%%hidden%% {{date}} <% tp %>', '%\\%hidden%\\% {\\{date}\\} &lt;% tp %\\>'],
    ['cost $5 or $x$', 'cost \\$5 or \\$x\\$'],
    ['an open `tick', 'an open \\`tick'],
    ['```js', '\\`\\`\\`js'],
    ['~~~', '\\~\\~\\~'],
    ['an **open bold', 'an \\*\\*open bold'],
    ['see [[Ann', 'see \\[\\[Ann'],
    ['[a]: https://example.com', '\\[a\\]: https://example.com'],
    ['[x](javascript:1) [y](../a.md)', 'x y'],
    ['[[]] [[#Here]] [[a$b|c]]', 'Here c'],
    ['`= this.x` `$= 1` `INPUT[a]` `<%x%>`', '= this.x \\$= 1 INPUT\\[a\\] &lt;%x%\\>'],
    ['a\\', 'a\\\\'],
    ['^up and ^down it', '\\^up and \\^down it'],
    ['\\<b> \\* \\a', '&lt;b> \\* \\\\a'],
    ['1. first', '1\\. first'],
    ['--- x', '\\--- x'],
    ['+ 5', '\\+ 5'],
    ['line\r\nbreak\u2028and\u2029more\tx\u0085y\0z', 'line break and more x y z'],
    ['turn\u202e round\u200b', 'turn round'],
    ['lone \ud83d end \udcc5', 'lone \ufffd end \ufffd'],
    ['<https://example.com/x>', 'https://example.com/x'],
    ['wow![^1][[Ann]]', 'wow! [[Ann]]'],
    ['a ____ b', 'a \\_\\_\\_\\_ b'],
    ['an open _under', 'an open \\_under'],
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['<[^1]b>', '&lt;b>'],
    ['[[Ann]][a](https://example.com)', '[[Ann]] [a](https://example.com)'],
    ['[[Ann]](Acme)', '[[Ann]]\\(Acme)'],
    ['a ^b [^1]', 'a \\^b'],
    ['#', ''],
    ['* * *', ''],
    ['#!', '\\#!'],
  ])('%s', (text, expected) => {
    check(text, expected);
  });
});

describe('length', () => {
  test('cut at a word, with an ellipsis', () => {
    expect(escapeRow('Send the pricing draft', 18)).toBe('Send the pricing…');
    expect(escapeRow('Send the pricing draft', 22)).toBe('Send the pricing draft');
  });

  test('never within a link, an emphasis or a character', () => {
    expect(escapeRow('Ask about [[Ann Lee|Ann]] now', 17)).toBe('Ask about [[Ann Lee|Ann]] now');
    expect(escapeRow('Ask about [[Ann Lee|Ann]] now', 13)).toBe('Ask about…');
    expect(escapeRow('Ask **Ann about it** now please', 20)).toBe('Ask \\*\\*Ann about…');
    expect(escapeRow('👩‍👩‍👧'.repeat(4), 21)).toBe('👩‍👩‍👧👩‍👩‍👧…');
    expect(escapeRow('e\u0301'.repeat(20), 11)).toBe(`${'e\u0301'.repeat(4)}…`);
    expect(escapeRow('字'.repeat(30), 12)).toBe(`${'字'.repeat(10)}…`);
  });
});

const TAIL = ' · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]';

const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '<!--',
          '-->',
          '%%',
          '<%',
          '%>',
          '{{',
          '}}',
          '```',
          '`',
          '``',
          '~~~',
          '~~',
          '$$',
          '$',
          '**',
          '*',
          '_',
          '__',
          '==',
          '[[',
          ']]',
          '[',
          ']',
          '(',
          ')',
          '![[',
          '!',
          '|',
          '\\',
          '#',
          '#tag',
          '# ',
          '- ',
          '- [ ] ',
          '[x] ',
          '1. ',
          '> ',
          '::',
          'key:: v',
          '[due:: x]',
          '^id',
          ' ^id',
          '[^1]',
          '^[',
          '<b>',
          '</div>',
          '<script>',
          '<',
          '>',
          '&lt;',
          '&#60;',
          'https://example.com/a_b',
          'http://',
          '](',
          '[[Ann Lee]]',
          '[[Ann|A]]',
          '[a](https://example.com)',
          'throughline:begin',
          '=',
          '+',
          '---',
          '===',
          '\n',
          '\r',
          '\u2028',
          '\t',
          '    ',
          '\ud83d',
          '📅',
          '!',
          'javascript:',
          ':',
          '{',
          '%',
        ),
      },
      { weight: 2, arbitrary: fc.constantFrom('word', 'a', ' ', 'é', '字', '5', '.', ',') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly checked?: boolean | null | undefined;
}

function typesIn(node: Node): string[] {
  return [node.type, ...(node.children ?? []).flatMap(typesIn)];
}

function wordsOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}

describe('of any text', () => {
  test('a row is one list item of words, its end never swallowed', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 40, max: 300 }), (text, most) => {
        const row = `- ${escapeRow(text, most)}${TAIL}`;
        // A wikilink stays one, and CommonMark knows none: it reads a reference to the definition within it.
        fc.pre(!row.includes('[[a]]'));
        const root: Node = fromMarkdown(`${row}\n\n[a]: https://example.com/defined\n`, {
          extensions: [gfmTaskListItem()],
          mdastExtensions: [gfmTaskListItemFromMarkdown()],
        });
        expect(root.children?.map(({ type }) => type)).toEqual(['list', 'definition']);
        expect(root.children?.[0]?.children).toHaveLength(1);
        const item = root.children?.[0]?.children?.[0];
        expect(item?.checked ?? null).toBe(null);
        expect(item?.children?.map(({ type }) => type)).toEqual(['paragraph']);
        const paragraph = item?.children?.[0] ?? { type: '' };
        expect(
          typesIn(paragraph).filter(
            (type) => !['paragraph', 'text', 'emphasis', 'strong', 'inlineCode', 'link'].includes(type),
          ),
        ).toEqual([]);
        const last = paragraph.children?.[paragraph.children.length - 1];
        expect(last?.type).toBe('text');
        expect(wordsOf(paragraph).endsWith(TAIL.trim())).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('nothing is left that is looked for in raw text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const row = escapeRow(text);
        expect(row).not.toMatch(
          /<!--|-->|%%|<%|%>|\{\{|\}\}|::|!\[\[|(?:^|[^\\])\[\^|[\r\n\u2028\u2029\u0085\0\u202e]/,
        );
        expect(row).not.toMatch(/(?:^|\s)#[^\s!@#$%^&*(),.?":{}|<>]/);
        expect(row).not.toMatch(/(?:^|[^\\])\$|\^\[|\s\^[\w-]+$/);
        expect(row).not.toMatch(/\p{Surrogate}/u);
        expect(row).toBe(row.trim());
      }),
      { numRuns: 1500 },
    );
  });

  test('it is never longer than it may be, and no longer than it was told', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 10, max: 60 }), (text, most) => {
        const shown = escapeRow(text, most).replace(/&lt;/g, '<');
        expect(shownLength(rowTokens(shown))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a row of ours takes linear time, whatever it is made from, and no longer when there is more than is looked at', () => {
  const parts = [
    '[',
    '(a',
    '`',
    '[[a',
    '*a',
    '![',
    '<',
    '\\',
    '(a::',
    '[[a]](',
    '#',
    ' #a',
    '- ',
    '_',
    'https://',
    '``` `',
    '[a::',
    ' [a:: b]',
    '(a:: [[b]] ',
  ];
  // Each field at an end is looked for from the start: as many as stand in what is looked at, and no more.
  expectLinearIn(
    parts.filter((part) => part !== ' [a:: b]'),
    (text) => escapeRow(text),
    { from: 500, to: 4_000 },
  );
  expectLinearIn(['[', 'Ask Bo '], (text) => escapeRow(text));
});
