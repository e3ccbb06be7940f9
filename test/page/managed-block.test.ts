import fc from 'fast-check';
import {
  applyBlock,
  type BlockContent,
  type BlockPosition,
  readBlock,
  removeBlock,
} from '../../src/page/managed-block';
import { oddPage, row } from './odd-pages';

const ROWS = [
  '**Last met 28 Oct 2025**',
  '### You owe',
  '- Send draft · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]',
];

function apply(
  page: string,
  rows: readonly string[] = ROWS,
  position?: BlockPosition,
  more: Partial<BlockContent> = {},
): string {
  const result = applyBlock(page, { kind: 'person', keys: [], rows, ...more }, position);
  if ('problem' in result) throw new Error(result.problem.code);
  return result.text;
}

function remove(page: string): string {
  const result = removeBlock(page);
  if ('problem' in result) throw new Error(result.problem.code);
  return result.text;
}

/** `⟦⟧` is where the block stands; the markers and rows are left out of what is compared. */
function check(page: string, expected: string, position?: BlockPosition): void {
  const applied = apply(page, ROWS, position);
  expect(applied.replace(/<!-- throughline:begin[^]*throughline:end.*-->/, '⟦⟧')).toBe(expected);
  expect(remove(applied)).toBe(page);
}

describe('where a new block goes', () => {
  test.each([
    ['below the title', '# Ann\n\nText\n', '# Ann\n\n⟦⟧\n\nText\n'],
    ['text directly below the title', '# Ann\nText\n', '# Ann\n\n⟦⟧\nText\n'],
    ['title alone', '# Ann\n', '# Ann\n\n⟦⟧\n'],
    ['title without final newline', '# Ann', '# Ann\n\n⟦⟧'],
    ['an underlined title', 'Ann\n===\nText', 'Ann\n===\n\n⟦⟧\nText'],
    ['below the frontmatter without a title', '---\na: 1\n---\nText\n', '---\na: 1\n---\n\n⟦⟧\nText\n'],
    ['frontmatter without final newline', '---\na: 1\n---', '---\na: 1\n---\n\n⟦⟧'],
    ['no title at all', 'Text', '⟦⟧\nText'],
    ['a title in a fence is none', '```\n# Ann\n```\n', '⟦⟧\n```\n# Ann\n```\n'],
    ['a title in a comment is none', '%%\n# Ann\n%%\n# Bo', '%%\n# Ann\n%%\n# Bo\n\n⟦⟧'],
    ['a title further down', 'Intro\n\n# Ann\nText', 'Intro\n\n# Ann\n\n⟦⟧\nText'],
    ['empty', '', '⟦⟧\n'],
    ['a BOM', '\ufeff# Ann\n', '\ufeff# Ann\n\n⟦⟧\n'],
    ['a BOM alone', '\ufeff', '\ufeff⟦⟧\n'],
    ['blank lines alone', '\n\n\n', '⟦⟧\n\n\n\n'],
  ])('%s', (_, page, expected) => {
    check(page, expected);
  });

  test('uses the line ends of the page', () => {
    expect(apply('# Ann\r\nText\r\n', ['- a'])).toMatch(
      /^# Ann\r\n\r\n<!-- [^\r\n]*\r\n- a\r\n<!-- [^\r\n]*\r\nText\r\n$/,
    );
    expect(apply('# Ann\rText', ['- a'])).toMatch(/^# Ann\r\r<!-- [^\r\n]*\r- a\r<!-- [^\r\n]*\rText$/);
  });

  test('at the end, above trailing blank lines', () => {
    check('# Ann\nText\n\n\n', '# Ann\nText\n\n⟦⟧\n\n\n', 'end');
    check('# Ann\nText', '# Ann\nText\n\n⟦⟧', 'end');
  });

  test('at the end of a page whose last fence is open it would be code: it goes below the title', () => {
    check('# Ann\n```\ncode', '# Ann\n\n⟦⟧\n```\ncode', 'end');
  });

  test('under a named heading, or below the title when there is none', () => {
    check('# Ann\n## Notes\nText\n', '# Ann\n## Notes\n\n⟦⟧\nText\n', { heading: 'notes' });
    check('# Ann\n```\n## Notes\n```\n', '# Ann\n\n⟦⟧\n```\n## Notes\n```\n', { heading: 'Notes' });
  });

  test('a block that somebody moved stays where it is', () => {
    const moved = '# Ann\n\nText\n\n<!-- throughline:begin person -->\n<!-- throughline:end -->\n\nMore\n';
    expect(apply(moved, ['- a'], 'below-title')).toMatch(/^# Ann\n\nText\n\n<!-- .*\n- a\n<!-- .*\n\nMore\n$/);
  });
});

test('writes a hash for each row that has words', () => {
  expect(apply('', ['- a', '', '- b'], undefined, { keys: ['last_contact', 'meetings'] })).toMatch(
    /^<!-- throughline:begin person last_contact meetings -->\n- a\n\n- b\n<!-- throughline:end [0-9a-f]{8} [0-9a-f]{8} -->\n$/,
  );
});

test('a row that is no single line, or a marker, cannot break the block', () => {
  const page = apply('# Ann\n', ['- a\n<!-- throughline:end -->', '<!-- throughline:begin x -->', '\r- c']);
  expect(readBlock(page)).toMatchObject({
    block: { lines: ['- a <!-- throughline:end -->', '', '&lt;!-- throughline:begin x -->', ' - c'] },
  });
});

describe('a line of a person', () => {
  const block = (...lines: string[]): string =>
    apply('# Ann\n\nText\n').replace(ROWS[1] ?? '', [ROWS[1], ...lines].join('\n'));

  test('is moved below, unchanged and once', () => {
    const once = apply(block('\t- asked again  '));
    expect(once).toBe(
      apply('# Ann\n\nText\n')
        .replace('person', 'person kept')
        .replace('\n\nText', '\n\n- **Kept from the page**\n\t- asked again  \n\nText'),
    );
    expect(apply(once)).toBe(once);
    expect(apply(once, ['- other'])).toContain('\n\n- **Kept from the page**\n\t- asked again  \n\nText');
  });

  test('goes under the label that is there, above what was kept before', () => {
    const first = apply(block('- one'));
    const second = apply(first.replace(ROWS[0] ?? '', '- two'));
    expect(second).toContain('- **Kept from the page**\n- two\n- one\n\nText');
    expect(second.match(/Kept/g)).toHaveLength(1);
  });

  test('that is kept already is not kept twice', () => {
    const first = apply(block('- one'));
    expect(apply(first.replace(ROWS[0] ?? '', `${ROWS[0]}\n- one`))).toBe(first);
  });

  test('keeps its order, indentation and the blank lines within', () => {
    expect(apply(block('```', '  code', '', '  more', '```', '- [ ] to do', '  - nested'))).toContain(
      '\n- **Kept from the page**\n\n```\n  code\n\n  more\n```\n- [ ] to do\n  - nested\n\nText',
    );
  });

  test('typed as an open fence does not hide the block', () => {
    const page = apply(block('```'));
    expect(apply(page)).toBe(page);
    expect(remove(page)).toContain('```');
  });

  test('stays when the block is taken out, without its label', () => {
    expect(remove(block('- one'))).toBe('# Ann\n\n- one\n\nText\n');
    expect(remove(apply(block('- one')))).toBe('# Ann\n\n- one\n\nText\n');
  });

  test('a label that was on the page before the block is not ours', () => {
    const page = '# Ann\n\n- **Kept from the page**\n- theirs\n';
    expect(remove(apply(page))).toBe(page);
    expect(remove(apply(apply(page).replace(ROWS[0] ?? '', '- typed')))).toBe(
      '# Ann\n\n- **Kept from the page**\n- typed\n- theirs\n',
    );
  });

  test('an edited row of ours counts as one; so does one that was ticked', () => {
    const page = apply('# Ann\n').replace('- Send draft', '- [x] Send draft');
    expect(apply(page)).toContain('- **Kept from the page**\n- [x] Send draft · due');
  });
});

describe('a line of ours', () => {
  test.each([
    ['another bullet', /^- /m, '* '],
    ['spaces', 'Send draft', '  Send  draft '],
    ['escapes', 'draft', 'draft\\'.replace('draft\\', 'dr\\aft').replace('\\a', 'a')],
    [
      'a renamed link',
      '[[2025-10-28 Dana#Action items|28 Oct]]',
      '[[Meetings/2025-10-28 Dana Fox#Action items|28 Oct]]',
    ],
    ['a Markdown link', '[[2025-10-28 Dana#Action items|28 Oct]]', '[28 Oct](Meetings/2025-10-28%20Dana.md#Action)'],
    ['another emphasis', '**Last met 28 Oct 2025**', '__Last met 28 Oct 2025__'],
    ['another heading level', '### You', '## You'],
  ])('is known again after a linter: %s', (_, from, to) => {
    const page = apply('# Ann\n');
    expect(apply(page.replace(from, to), ['- other'])).toBe(apply('# Ann\n', ['- other']));
  });

  test('is dropped when stale, doubled, or written by another device', () => {
    const page = apply('# Ann\n');
    expect(apply(page.replace(ROWS[2] ?? '', `${ROWS[2]}\n\n${ROWS[2]}\n${ROWS[1]}`))).toBe(page);
    expect(apply(page.replace('<!-- throughline:end', '- new\n<!-- throughline:end'), ['- new'])).toBe(
      apply('# Ann\n', ['- new']),
    );
  });

  test('conflict markers of git around it are dropped', () => {
    const page = apply('# Ann\n');
    expect(apply(page.replace(ROWS[2] ?? '', `<<<<<<< HEAD\n${ROWS[2]}\n=======\n${ROWS[1]}\n>>>>>>> theirs`))).toBe(
      page,
    );
  });

  test('a link that a person adds is not taken for a row that is a link', () => {
    const page = apply('# Ann\n', ['- [[2025-10-28]]', '- [[2025-10-21|21 Oct]]']);
    expect(
      apply(page.replace('<!-- throughline:end', '- [[My note]]\n- [[Other|21 Oct]]\n<!-- throughline:end'), ['- x']),
    ).toContain('- **Kept from the page**\n- [[My note]]\n- [[Other|21 Oct]]');
  });
});

describe('markers', () => {
  const BEGIN = '<!-- throughline:begin person -->';
  const END = '<!-- throughline:end -->';

  test.each([
    ['end missing', `# A\n${BEGIN}\n- a\n`],
    ['begin missing', `- a\n${END}\n`],
    ['crossed', `${END}\n${BEGIN}\n`],
    ['doubled', `${BEGIN}\n${END}\n\n${BEGIN}\n${END}\n`],
    ['end doubled', `${BEGIN}\n- a\n${END}\n- b\n${END}`],
    ['begin doubled', `${BEGIN}\n${BEGIN}\n${END}`],
    ['one in a comment', `%%\n${BEGIN}\n%%\n${BEGIN}\n${END}\n`],
  ])('%s: the page is left alone', (_, page) => {
    for (const result of [
      applyBlock(page, { kind: 'person', keys: [], rows: [] }),
      readBlock(page),
      removeBlock(page),
    ]) {
      expect(result).toMatchObject({ problem: { code: 'markers-broken' } });
    }
  });

  test.each([
    ['in a fence', `\`\`\`\n${BEGIN}\n${END}\n\`\`\`\n`],
    ['in a fence that is never closed', `~~~~\n${BEGIN}\n~~~\n`],
    ['in inline code', `\`${BEGIN}\``],
    ['behind words', `see ${BEGIN}`],
    ['indented as code', `    ${BEGIN}`],
    ['in a quote', `> ${BEGIN}`],
    ['in a list item', `- a\n  ${BEGIN}\n`],
    ['in frontmatter', `---\na: |\n  x\n#\n${BEGIN.replace('<', '# <')}\n---\n`],
  ])('%s: no block', (_, page) => {
    expect(readBlock(page)).toEqual({ block: null });
  });

  test('indented by a linter, and with other spaces, they are the same', () => {
    expect(apply(`# A\n\n  <!--throughline:begin person-->\n- a\n ${END} \nText`, ['- b'])).toBe(
      apply('# A\nText', ['- b'])
        .replace('person', 'person kept')
        .replace('\nText', '\n\n- **Kept from the page**\n- a\n\nText'),
    );
  });

  test('a page whose frontmatter never closes gets none', () => {
    expect(applyBlock('---\nkey: value\n', { kind: 'person', keys: [], rows: [] })).toMatchObject({
      problem: { code: 'frontmatter-unclosed' },
    });
  });
});

describe('taking the block out', () => {
  test('loses nothing when somebody added or took blank lines around it', () => {
    expect(remove(apply('# Ann\n\nText\n').replace('# Ann\n\n', '# Ann\n'))).toBe('# Ann\n\nText\n');
    expect(remove(apply('# Ann\n\nText\n').replace('# Ann\n', '# Ann\n\n\n'))).toBe('# Ann\n\n\n\nText\n');
    expect(remove(apply('# Ann').concat('\n'))).toBe('# Ann\n');
  });

  test('keeps paragraphs apart that somebody wrote on either side', () => {
    expect(remove(apply('# Ann\nText').replace('# Ann\n', '# Ann\n\nAbove\n'))).toBe('# Ann\n\nAbove\n\nText');
  });
});

const position = fc.constantFrom<BlockPosition[]>('below-title', 'end', { heading: 'Topics' }, { heading: 'Ann Lee' });
const applied = (page: string, rows: readonly string[], at: BlockPosition): string | null => {
  const result = applyBlock(page, { kind: 'person', keys: ['last_contact'], rows }, at);
  return 'problem' in result ? null : result.text;
};

describe('of any page', () => {
  test('taking out what was put in gives back every byte', () => {
    fc.assert(
      fc.property(oddPage, fc.array(row, { maxLength: 6 }), position, (page, rows, at) => {
        const once = applied(page, rows, at);
        fc.pre(once !== null);
        expect(remove(once)).toBe(page);
      }),
      { numRuns: 1500 },
    );
  });

  test('putting in again changes nothing, and other rows leave no trace of the first', () => {
    fc.assert(
      fc.property(
        oddPage,
        fc.array(row, { maxLength: 6 }),
        fc.array(row, { maxLength: 6 }),
        position,
        (page, rows, others, at) => {
          const once = applied(page, rows, at);
          fc.pre(once !== null);
          expect(applied(once, rows, at)).toBe(once);
          // What differs in its form alone stays: see `formatted-block`.
          const said = (all: readonly string[]): string =>
            all
              .filter((one) => one.trim() !== '')
              .map((one) => one.replace(/\s/g, ''))
              .join('\n');
          fc.pre(said(rows) !== said(others) || JSON.stringify(rows) === JSON.stringify(others));
          expect(applied(once, others, at)).toBe(applied(page, others, at));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('the bytes outside the block are those of the page', () => {
    fc.assert(
      fc.property(oddPage, fc.array(row, { maxLength: 6 }), position, (page, rows, at) => {
        const once = applied(page, rows, at);
        fc.pre(once !== null);
        const reading = readBlock(once);
        if (!('block' in reading) || reading.block === null) throw new Error('no block was written');
        const before = once.slice(0, reading.block.from).replace(/[\r\n]*$/, '');
        const after = once.slice(reading.block.to).replace(/^[\r\n]*/, '');
        expect(page.startsWith(before) && page.endsWith(after)).toBe(true);
        expect(page.slice(before.length, page.length - after.length)).toMatch(/^[\r\n]*$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('every line a person types inside is on the page once, whatever is computed next', () => {
    const typed = fc.constantFrom(
      'typed one',
      '- typed two',
      '  - typed three',
      '\t- typed four',
      '> typed five',
      '1. typed six',
    );
    fc.assert(
      fc.property(
        oddPage,
        fc.array(row, { maxLength: 4 }),
        fc.uniqueArray(typed, { maxLength: 4 }),
        fc.nat(3),
        (page, rows, lines, where) => {
          const once = applied(page, rows, 'below-title');
          fc.pre(once !== null);
          const reading = readBlock(once);
          if (!('block' in reading) || reading.block === null) throw new Error('no block was written');
          const ending = /[\r\n]+/.exec(once.slice(reading.block.from))?.[0].slice(0, 2) ?? '\n';
          const one = ending.startsWith('\r\n') ? '\r\n' : ending.charAt(0);
          const inside = [...reading.block.lines];
          inside.splice(where, 0, ...lines);
          const begin = once.slice(reading.block.from, once.indexOf('-->', reading.block.from) + 3);
          const end = once.slice(once.lastIndexOf('<!--', reading.block.to), reading.block.to);
          const edited =
            once.slice(0, reading.block.from) + [begin, ...inside, end].join(one) + once.slice(reading.block.to);
          const again = applied(edited, ['- computed'], 'below-title') ?? '';
          for (const line of lines) expect(again.split(/\r\n|\n|\r/).filter((found) => found === line)).toHaveLength(1);
          expect(applied(again, ['- computed'], 'below-title')).toBe(again);
        },
      ),
      {
        numRuns: 600,
        examples: [
          ['- <!-- throughline:end -->\n- **Kept from the page**', [], ['1. typed six'], 0],
          [
            '     <!-- throughline:begin x -->\n- **Kept from the page**\n     <!-- throughline:begin x -->',
            [],
            ['\t- typed four'],
            0,
          ],
        ],
      },
    );
  });
});
