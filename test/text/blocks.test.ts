import { type ScanOptions, scanBlocks } from '../../src/text/blocks';
import { outline } from './blocks-outline';

function check(lines: readonly string[], expected: readonly string[], options?: ScanOptions): void {
  expect(outline(lines.join('\n'), options)).toEqual(expected);
}

describe('headings', () => {
  test('ATX: one to six signs and white space', () => {
    check(
      ['# One', '###### Six ##', '####### Seven', '#no', '#', '## Decisions #1', '   ## In', '    ## code'],
      [
        '1 h1 "One"',
        '2 h6 "Six"',
        '3-4 paragraph "####### Seven" + "#no"',
        '5 h1 ""',
        '6 h2 "Decisions #1"',
        '7 h2 "In"',
        '8 code "## code"',
      ],
    );
  });

  test('underlined: the paragraph above', () => {
    check(
      ['Decisions', '===', '', 'Open', 'questions', '---', '', '---'],
      ['1-2 h1 "Decisions"', '4-6 h2 "Open" + "questions"', '8 rule "---"'],
    );
  });

  test('a definition alone cannot be underlined', () => {
    check(['[a]: /u', '==='], ['1 definition "[a]: /u"', '2 paragraph "==="']);
    check(['[a]: /u', 'Title', '==='], ['1 definition "[a]: /u"', '2-3 h1 "Title"']);
  });

  test('a shell comment in a fence is none', () => {
    check(['```sh', '# Verify', '```', '# Heading'], ['1-3 code fenced "sh"', '4 h1 "Heading"']);
  });
});

describe('items', () => {
  test('nested, with continuation lines and lazy ones', () => {
    check(
      ['- Send minutes', '  to Ann', 'and Bo', '  - child', '', '    loose', '- next'],
      [
        '1-6 item "Send minutes" + "to Ann" + "and Bo"',
        '  4-6 item "child"',
        '    6 paragraph "loose"',
        '7 item "next"',
      ],
    );
  });

  test('ordered ones interrupt a paragraph only when they begin with 1', () => {
    check(
      ['We met in', '2024. It was cold.', '1. really'],
      ['1-2 paragraph "We met in" + "2024. It was cold."', '3 item ordered "really"'],
    );
    check(['7) seven', '8) eight'], ['1 item ordered "seven"', '2 item ordered "eight"']);
    check(['1234567890. ten digits'], ['1 paragraph "1234567890. ten digits"']);
  });

  test('an empty item does not interrupt a paragraph, and begins with one blank line at most', () => {
    check(['text', '-'], ['1-2 h2 "text"']);
    check(
      ['text', '*', '', '*', '  in', '*', '', '  out'],
      ['1-2 paragraph "text" + "*"', '4-5 item "" + "in"', '6 item ""', '8 paragraph "out"'],
    );
  });

  test('an item that begins with another block', () => {
    check(
      ['- # Heading', '- ```', '  code', '  ```', '- - inner', '- > quoted', '-     code'],
      [
        '1 item ""',
        '  1 h1 "Heading"',
        '2-4 item ""',
        '  2-4 code fenced ""',
        '5 item ""',
        '  5 item "inner"',
        '6 item ""',
        '  6 paragraph > "quoted"',
        '7 item ""',
        '  7 code "code"',
      ],
    );
  });

  test('its first paragraph is the item, the next is its own', () => {
    check(['- first', '', '  second'], ['1-3 item "first"', '  3 paragraph "second"']);
    check(['- [a]: /u', '  text'], ['1-2 item ""', '  1 definition "[a]: /u"', '  2 paragraph "text"']);
  });

  test('tabs count as columns', () => {
    check(
      ['-\tone', '\t- two', '\t\tcode?', '', '\t\t\tcode'],
      ['1-5 item "one"', '  2-5 item "two" + "code?"', '    5 code "code"'],
    );
    check(['>\t\tcode'], ['1 code > "code"']);
  });

  test('a rule is no item', () => {
    check(['- - -', '* * a'], ['1 rule "- - -"', '2 item ""', '  2 item "a"']);
  });
});

describe('checkboxes', () => {
  test('any one code point is a status', () => {
    check(
      ['- [ ] open', '* [x] done', '1. [?] unsure', '- [📅] picture', '- []] bracket', '- [xx] two', '- [] none'],
      [
        '1 item [ ] "open"',
        '2 item [x] "done"',
        '3 item ordered [?] "unsure"',
        '4 item [📅] "picture"',
        '5 item []] "bracket"',
        '6 item "[xx] two"',
        '7 item "[] none"',
      ],
    );
  });

  test('white space or the end of the line follows', () => {
    check(
      ['- [ ]', '- [x]\tTab', '- [x]\u00a0No-break', '- [x]y', '- [x](link)'],
      ['1 item [ ] ""', '2 item [x] "Tab"', '3 item [x] "No-break"', '4 item "[x]y"', '5 item "[x](link)"'],
    );
  });

  test('on the marker’s line only', () => {
    check(['-', '  [ ] below'], ['1-2 item "" + "[ ] below"']);
    check(['[ ] no marker'], ['1 paragraph "[ ] no marker"']);
  });

  test('what follows is text, whatever it looks like', () => {
    check(['- [R] ## Proposed (?)', '- [x] - [ ] Draft'], ['1 item [R] "## Proposed (?)"', '2 item [x] "- [ ] Draft"']);
  });

  test('offsets are those of the status and of the text', () => {
    const text = '> - [x]  Send';
    expect(scanBlocks(text, 0, 1)[0]).toMatchObject({
      status: text.indexOf('x'),
      textFrom: text.indexOf('Send'),
      textTo: text.length,
      quote: 1,
    });
  });
});

describe('quotes and callouts', () => {
  test('a quote takes lazy lines, of paragraphs only', () => {
    check(['> one', 'two', '> - item', '# H'], ['1-2 paragraph > "one" + "two"', '3 item > "item"', '4 h1 "H"']);
    check(['> ```', 'text'], ['1 code fenced > ""', '2 paragraph "text"']);
    check(['> > deep', '> less'], ['1-2 paragraph >> "deep" + "less"']);
  });

  test('a callout’s first line is its title, what follows another paragraph', () => {
    check(
      ['> [!summary]- In short', '> All went well.', '> - item', '', '> [!NOTE|wide]', '> text'],
      [
        '1 paragraph callout summary > "In short"',
        '2 paragraph > "All went well."',
        '3 item > "item"',
        '5 paragraph callout note > ""',
        '6 paragraph > "text"',
      ],
    );
  });

  test('only the first line of a quote opens one', () => {
    check(['> text', '> [!note] no'], ['1-2 paragraph > "text" + "[!note] no"']);
    check(['[!note] no'], ['1 paragraph "[!note] no"']);
    check(['> [!] no'], ['1 paragraph > "[!] no"']);
    check(['- > [!tip] in an item'], ['1 item ""', '  1 paragraph callout tip > "in an item"']);
  });
});

describe('code and HTML', () => {
  test('a fence is closed by one as long, of its kind', () => {
    check(['````js', '```', '~~~~', '`````', 'after'], ['1-4 code fenced "js"', '5 paragraph "after"']);
    check(['``` a`b', '```'], ['1 paragraph "``` a`b"', '2 code fenced "" unclosed']);
  });

  test('a fence ends with what holds it; one that the note’s end ends is not closed', () => {
    check(['- ```', '  code', 'after'], ['1-2 item ""', '  1-2 code fenced ""', '3 paragraph "after"']);
    check(['- ```', '  code'], ['1-2 item ""', '  1-2 code fenced "" unclosed']);
  });

  test('indented code does not interrupt a paragraph, and ends with its last line that is not blank', () => {
    check(
      ['text', '    more', '', '    code', '', '    code', '', 'text'],
      ['1-2 paragraph "text" + "more"', '4-6 code "code"', '8 paragraph "text"'],
    );
  });

  test('HTML: tags to a blank line, comments to their end', () => {
    check(['<details>', '# no heading', '', '# heading'], ['1-2 html "<details>"', '4 h1 "heading"']);
    check(
      ['text', '<!-- a', '', '- [ ] no task', '--> rest', '- [ ] task'],
      ['1 paragraph "text"', '2-5 comment "<!-- a"', '6 item [ ] "task"'],
    );
    check(['<!-- one line -->', 'text'], ['1 comment "<!-- one line -->"', '2 paragraph "text"']);
    check(['text', '<span>', '', '<span>', 'x'], ['1-2 paragraph "text" + "<span>"', '4-5 html "<span>"']);
    check(['<a b=c d = "e>" f>'], ['1 html "<a b=c d = \\"e>\\" f>"']);
    check(
      ['<a b=c=d>', '<a b="c"d>', '<a b=>', '<a "b">'],
      ['1-4 paragraph "<a b=c=d>" + "<a b=\\"c\\"d>" + "<a b=>" + "<a \\"b\\">"'],
    );
    check(['<pre>', '', '# no', '</pre>', '# yes'], ['1-4 html "<pre>"', '5 h1 "yes"']);
  });

  test('a comment that is never closed takes the rest', () => {
    check(['<!-- a', '- [ ] no task'], ['1-2 comment "<!-- a" unclosed']);
  });
});

describe('%% comments and $$ math', () => {
  test('open at a line’s start when the line does not close them', () => {
    check(
      ['text', '%% hidden', '- [ ] no task', 'end %% rest', '- [ ] task'],
      ['1 paragraph "text"', '2-4 comment "%% hidden"', '5 item [ ] "task"'],
    );
    check(['$$', '- x', '$$', '- y'], ['1-3 math "$$"', '4 item "y"']);
    check(['> %%', '> # no', '> %%', '> # yes'], ['1-3 comment > "%%"', '4 h1 > "yes"']);
  });

  test('not within a line, nor when closed on it', () => {
    check(
      ['%% one line %%', '- a %% b', '- [ ] task', '', '$$x$$', '# yes', '    %%', '# yes'],
      [
        '1 paragraph "%% one line %%"',
        '2 item "a %% b"',
        '3 item [ ] "task"',
        '5 paragraph "$$x$$"',
        '6 h1 "yes"',
        '7 code "%%"',
        '8 h1 "yes"',
      ],
    );
  });

  test('run to the end when never closed, or with what holds them', () => {
    check(['%%', '- [ ] no task'], ['1-2 comment "%%" unclosed']);
    check(['$$', 'x'], ['1-2 math "$$" unclosed']);
    check(['- %%', 'out'], ['1 item ""', '  1 comment "%%"', '2 paragraph "out"']);
  });
});

describe('definitions', () => {
  test('at the start of a paragraph', () => {
    check(
      ['[a]: /u', '[b]:', '  <x y>', '  "title', '  goes on"', 'text', '[c]: /no'],
      [
        '1 definition "[a]: /u"',
        '2-5 definition "[b]:" + "<x y>" + "\\"title" + "goes on\\""',
        '6-7 paragraph "text" + "[c]: /no"',
      ],
    );
  });

  test('not when something follows', () => {
    check(['[a]: /u more'], ['1 paragraph "[a]: /u more"']);
    check(['[a]: /u', '"title" more'], ['1 definition "[a]: /u"', '2 paragraph "\\"title\\" more"']);
    check(['[]: /u'], ['1 paragraph "[]: /u"']);
    check(['[a]: /u', '(t (x)'], ['1 definition "[a]: /u"', '2 paragraph "(t (x)"']);
    check(['[a]: b)'], ['1 paragraph "[a]: b)"']);
    expect(scanBlocks(`[${'a'.repeat(999)}]: /u`, 0, 1)).toMatchObject([{ kind: 'definition' }]);
    expect(scanBlocks(`[${'a'.repeat(1000)}]: /u`, 0, 1)).toMatchObject([{ kind: 'paragraph' }]);
  });
});

describe('transcripts', () => {
  test('from marker to marker, whatever stands between', () => {
    check(
      [
        '- a',
        '<!-- ai:transcript:start -->',
        '# Transcript',
        '```',
        '- [ ] no task',
        '<!-- ai:transcript:end -->',
        '- b',
      ],
      ['1 item "a"', '2-6 transcript "<!-- ai:transcript:start -->"', '7 item "b"'],
    );
    check(
      ['<!--Transcript : START-->', 'x', '  <!-- my raw TRANSCRIPT v2:End -->  ', 'y'],
      [
        '1 comment "<!--Transcript : START-->"',
        '2 paragraph "x"',
        '3 comment "<!-- my raw TRANSCRIPT v2:End -->"',
        '4 paragraph "y"',
      ],
    );
    check(
      ['<!--Transcript:START-->', 'x', '  <!-- my raw TRANSCRIPT v2:End -->  ', 'y'],
      ['1-3 transcript "<!--Transcript:START-->"', '4 paragraph "y"'],
    );
  });

  test('one that is never closed takes the rest', () => {
    check(
      ['<!-- transcript:start -->', '# x', 'text <!-- transcript:end -->', '    <!-- transcript:end -->', ''],
      ['1-4 transcript "<!-- transcript:start -->" unclosed'],
    );
  });

  test('a marker in a fence, in an item or on two lines is none', () => {
    check(
      ['<!-- transcript', ':start -->', 'x', '<!-- transcript:end -->'],
      ['1-2 comment "<!-- transcript"', '3 paragraph "x"', '4 comment "<!-- transcript:end -->"'],
    );
    check(['```', '<!-- transcript:start -->', '```', '# yes'], ['1-3 code fenced ""', '4 h1 "yes"']);
    check(
      ['- <!-- transcript:start -->', '- b'],
      ['1 item ""', '  1 comment "<!-- transcript:start -->"', '2 item "b"'],
    );
  });

  test('lines below are numbered right, with every kind of line end', () => {
    const text = '<!-- transcript:start -->\r\na\rb\nc\r\n\r\n<!-- transcript:end -->\r# below';
    expect(outline(text)).toEqual(['1-6 transcript "<!-- transcript:start -->"', '7 h1 "below"']);
  });
});

describe('managed blocks', () => {
  test('from begin to end', () => {
    check(
      ['# Ann Lee', '<!-- throughline:begin person -->', '- [ ] a row', '<!-- throughline:end 9c02e1aa -->', '- mine'],
      ['1 h1 "Ann Lee"', '2-4 managed "<!-- throughline:begin person -->"', '5 item "mine"'],
    );
  });

  test('one that is never closed takes the rest', () => {
    check(['<!-- throughline:begin -->', '- row'], ['1-2 managed "<!-- throughline:begin -->" unclosed']);
  });
});

describe('skipping what stands under a heading', () => {
  const options: ScanOptions = { skipUnder: (text) => text.startsWith('Transcript') };

  test('down to the next heading of its level or a higher one', () => {
    check(
      ['## Transcript (auto)', 'Ann: hi', '- [ ] no task', '### Part two', 'Bo: hi', '', '## Actions', '- [ ] task'],
      ['1 h2 "Transcript (auto)"', '7 h2 "Actions"', '8 item [ ] "task"'],
      options,
    );
    check(['### Transcript', 'x', '# Next'], ['1 h3 "Transcript"', '3 h1 "Next"'], options);
  });

  test('the heading’s whole text and level are asked about', () => {
    const asked: string[] = [];
    const ask = (text: string, level: number): boolean => asked.push(`${level} ${text}`) < 0;
    scanBlocks('# A #\nB\nC\n---\n> # D\n\n- # E\n', 0, 1, { skipUnder: ask });
    expect(asked).toEqual(['1 A', '2 B C']);
  });

  test('fences, comments and math hide headings', () => {
    check(
      ['# Transcript', '```', '# no', '```', '<!--', '# no', '-->', '%%', '# no', '%%', '$$', '# no', '$$', '# yes'],
      ['1 h1 "Transcript"', '14 h1 "yes"'],
      options,
    );
  });

  test('what is never closed runs to the end and is told', () => {
    check(['# Transcript', '```text', '# no'], ['1 h1 "Transcript"', '2-3 code fenced "text" unclosed'], options);
  });

  test('transcripts are respected and told', () => {
    check(
      ['# Transcript', '<!-- transcript:start -->', '# no', '<!-- transcript:end -->', 'x', '# yes'],
      ['1 h1 "Transcript"', '2-4 transcript "<!-- transcript:start -->"', '6 h1 "yes"'],
      options,
    );
  });

  test('a managed block too', () => {
    check(
      ['# Transcript', '<!-- throughline:begin -->', '# no', '<!-- throughline:end -->', '# yes'],
      ['1 h1 "Transcript"', '2-4 managed "<!-- throughline:begin -->"', '5 h1 "yes"'],
      options,
    );
  });

  test('an underlined heading ends it when its text stands alone', () => {
    check(
      ['Transcript', '---', 'Ann: hi', 'Bo: hi', '---', 'Cy: hi', '', 'Actions', '---', '- a'],
      ['1-2 h2 "Transcript"', '8-9 h2 "Actions"', '10 item "a"'],
      options,
    );
    check(['## Transcript', '', 'Deeper', '- - -', '- x', '---', '', '1. x', '==='], ['1 h2 "Transcript"'], options);
  });

  test('with every kind of line end', () => {
    expect(outline('# Transcript\r\na\rb\r\n\r\n# yes', options)).toEqual(['1 h1 "Transcript"', '5 h1 "yes"']);
  });
});

test('the body may begin anywhere', () => {
  const text = '---\ntype: meeting\n---\n# Heading\n';
  expect(scanBlocks(text, text.indexOf('#'), 4)).toMatchObject([
    { kind: 'heading', line: 4, lastLine: 4, from: text.indexOf('#'), textFrom: text.indexOf('H') },
  ]);
});

test('a BOM before the first line is not text', () => {
  expect(outline('\ufeff# Heading')).toEqual(['1 h1 "Heading"']);
});

test('U+2028 does not end a line', () => {
  expect(outline('- a\u2028# b\n- c')).toEqual(['1 item "a\u2028# b"', '2 item "c"']);
});

test('nesting has a limit, beyond which markers are text', () => {
  expect(scanBlocks(`${'>'.repeat(200_000)} x`, 0, 1)).toMatchObject([{ kind: 'paragraph', quote: 100 }]);
  expect(scanBlocks(`${'- '.repeat(100_000)}x`, 0, 1)).toHaveLength(100);
});

test.each([
  ['```\na ``` b\n   ```\n- c', '1-3', '4 item "c"'],
  ['```\n    ```\n\t```\n``` x\n```\n- c', '1-5', '6 item "c"'],
  ['````\n```\n`````\n- c', '1-3', '4 item "c"'],
  ['~~~\r- a\r~~~\r- c', '1-3', '4 item "c"'],
  ['```\r\n- a\r\n\r\n```\r\n- c', '1-4', '5 item "c"'],
  ['```\n```\n- c', '1-2', '3 item "c"'],
])('a fence is passed over to the line that closes it, and no further: %j', (text, lines, next) => {
  const [code] = scanBlocks(text, 0, 1);
  expect(`${code?.line ?? 0}-${code?.lastLine ?? 0}`).toBe(lines);
  expect(code?.closed).toBe(true);
  expect(outline(text)[1]).toBe(next);
});

test.each([
  ['```\n- a\n b', 3],
  ['```\n- a\n b\n', 3],
  ['```\n- a\r\n', 2],
  ['```\n- a\n\n', 3],
  ['```', 1],
  ['```\n', 1],
  ['x\n\n```\n    ```', 4],
])('a fence that is never closed ends with the text: %j', (text, lastLine) => {
  const code = scanBlocks(text, 0, 1).find(({ kind }) => kind === 'code');
  expect(code).toMatchObject({ closed: false, lastLine, to: text.replace(/\r?\n$/, '').length });
});
