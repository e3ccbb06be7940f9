import fc from 'fast-check';
import { applyBlock, readBlock, removeBlock } from '../../src/page/managed-block';
import { planPage } from '../../src/page/plan-page';
import { repairBlock } from '../../src/page/repair-block';
import { type Grain, mergeThree, mergeWithMarkers } from './merges';

const ROWS = [
  '**Last met 28 Oct 2025** · next 4 Nov · 11 meeting_count',
  '### You owe',
  '- Send "draft" to Ann – see https://example.com/a_b · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]',
  '- Ask [[Dana Fox]] and Zoë about a_b and *more* — [[2025-10-21 Dana#Action items|21 Oct]]',
  '### Meetings',
  '- [[2025-10-28 Dana|28 Oct]] Scope cut',
  '- [[2025-10-21 Dana|21 Oct]]',
  '- [[2025-10-14 Dana|4 earlier]]',
];
/** `MERGE_RUNS=5000` for a long run. */
const RUNS = Number(process.env['MERGE_RUNS'] ?? 150);
const LABEL = '- **Kept from the page**';

function apply(page: string, rows: readonly string[] = ROWS): string {
  const result = applyBlock(page, { kind: 'person', keys: ['meeting_count'], rows });
  if ('problem' in result) throw new Error(result.problem.code);
  return result.text;
}

/** What stands under the label after a page was computed anew. */
function keptOf(page: string, rows: readonly string[] = ROWS): string[] {
  const [, kept = ''] = apply(page, rows).split(`${LABEL}\n`);
  return kept.split('\n').filter((line) => line !== '' && line !== 'Text');
}

const PAGE = '# Ann Lee\n\nText\n';
const STALE = ['- other — [[2025-11-04|4 Nov]]'];

describe('what programs do to our rows leaves nothing behind', () => {
  test.each<[string, (page: string) => string]>([
    ['bullets', (page) => page.replace(/^- /gm, '* ')],
    ['plus signs', (page) => page.replace(/^- /gm, '+   ')],
    ['numbered lists', (page) => page.replace(/^- /gm, '1. ')],
    ['trailing spaces', (page) => page.replace(/^(?!<!--)(.+)$/gm, '$1  ')],
    ['indentation', (page) => page.replace(/^- /gm, '\t- ')],
    ['blank lines between everything', (page) => page.replace(/\n/g, '\n\n')],
    ['Windows line ends', (page) => page.replace(/\n/g, '\r\n')],
    [
      'escapes',
      (page) =>
        page
          .replace(/a_b/g, 'a\\_b')
          .replace(/\*more\*/g, '_more_')
          .replace('· due', '\\· due')
          .replace('\\·', '·'),
    ],
    ['emphasis', (page) => page.replace('**Last met 28 Oct 2025**', '__Last met 28 Oct 2025__')],
    [
      'heading capitals and closing signs',
      (page) => page.replace('### You owe', '## You Owe ##').replace('### Meetings', '###   MEETINGS'),
    ],
    [
      'curly quotes and long dashes',
      (page) => page.replace('"draft"', '“draft”').replace(' – ', ' — ').replace(' — [[2025-10-21', ' -- [[2025-10-21'),
    ],
    ['angle brackets around addresses', (page) => page.replace('https://example.com/a_b', '<https://example.com/a_b>')],
    ['decomposed letters', (page) => page.normalize('NFD')],
    ['links with paths', (page) => page.replace(/\[\[(2025[^|\]]*)/g, '[[Meetings/2025/$1')],
    [
      'Markdown links',
      (page) =>
        page.replace(
          /\[\[([^|\]#]*)(#[^|\]]*)?(?:\|([^\]]*))?\]\]/g,
          (_all, path: string, _sub, words?: string) => `[${words ?? path}](Meetings/${path.replace(/ /g, '%20')}.md)`,
        ),
    ],
    [
      'Markdown links in angle brackets',
      (page) =>
        page.replace(
          /\[\[([^|\]#]*)(#[^|\]]*)?(?:\|([^\]]*))?\]\]/g,
          (_all, path: string, _sub, words?: string) => `[${words ?? path}](<Meetings/${path}.md>)`,
        ),
    ],
    ['links that lost their heading', (page) => page.replace(/#Action items/g, '')],
    [
      'git, whole block on both sides',
      (page) =>
        page.replace(
          /(- Send[^\n]*\n)/,
          '<<<<<<< HEAD\n$1||||||| 1a2b3c4\n- Ask [[Dana Fox]] and Zoë about a_b and *more* — [[2025-10-21 Dana#Action items|21 Oct]]\n=======\n$1>>>>>>> theirs\n',
        ),
    ],
  ])('%s', (_, damage) => {
    const damaged = damage(apply(PAGE));
    expect(damaged).not.toBe(apply(PAGE));
    expect(keptOf(damaged)).toEqual([]);
    expect(keptOf(damaged, STALE)).toEqual([]);
    expect(readBlock(apply(damaged))).toMatchObject({ block: { labelled: false } });
  });

  test.each([20, 40, 60, 80, 100])('rewrapped at %s columns', (width) => {
    const damaged = apply(PAGE)
      .split('\n')
      .map((line) => (line.startsWith('<!--') ? line : wrap(line, width)))
      .join('\n');
    expect(keptOf(damaged)).toEqual([]);
    expect(keptOf(damaged, STALE)).toEqual([]);
  });

  test('a person’s lines stay when the block is rewrapped', () => {
    const page = apply(PAGE).replace(
      '### You owe',
      '### You owe\n- typed by hand, and quite long, so that it is wrapped as well',
    );
    const damaged = page
      .split('\n')
      .map((line) => (line.startsWith('<!--') ? line : wrap(line, 40)))
      .join('\n');
    expect(keptOf(damaged)).toEqual(['- typed by hand, and quite long, so', '  that it is wrapped as well']);
  });

  test('a renamed note whose row is nothing but its link, and whose day changed with it', () => {
    const renamed = apply(PAGE).replace('[[2025-10-21 Dana|21 Oct]]', '[[Meetings/2025-10-22 Dana Fox|21 Oct]]');
    expect(keptOf(renamed, [...ROWS.slice(0, 6), '- [[2025-10-22 Dana Fox|22 Oct]]'])).toEqual([]);
    expect(keptOf(renamed, ROWS.slice(0, 6))).toEqual(['- [[Meetings/2025-10-22 Dana Fox|21 Oct]]']);
  });
});

function wrap(line: string, width: number): string {
  const indent = line.startsWith('- ') ? '  ' : '';
  let wrapped = '';
  let column = 0;
  for (const word of line.split(' ')) {
    if (column > 0 && column + 1 + word.length > width && !line.startsWith('#')) {
      wrapped += `\n${indent}${word}`;
      column = indent.length + word.length;
    } else {
      wrapped += (wrapped === '' ? '' : ' ') + word;
      column += word.length + 1;
    }
  }
  return wrapped;
}

describe('a person’s edits are kept once', () => {
  // A fence ends as it begins.
  const onceEach = (lines: readonly string[]): string[] =>
    lines.filter((line, at) => line === '```' || lines.indexOf(line) === at);
  const typed = (page: string, ...lines: string[]): string =>
    page.replace('### You owe', ['### You owe', ...lines].join('\n'));

  test.each<[string, string[]]>([
    ['a line', ['- call her back']],
    ['the same line twice', ['- call her back', '- call her back']],
    ['a tick', ['- [x] Send "draft"']],
    ['a Templater token', ['<% tp.date.now() %>']],
    ['another tool’s region', ['%% waypoint %%', '- [[A]]', '%% end waypoint %%']],
    ['another tool’s comment markers', ['<!-- toc:begin -->', '- [a](#a)', '<!-- toc:end -->']],
    ['a callout', ['> [!note] Ann', '> said so']],
    ['a table', ['| a | b |', '|---|---|', '| 1 | 2 |']],
    ['a fence', ['```', 'x', '```']],
    ['an unclosed comment', ['%%', '<!--']],
    ['a property', ['due:: 2025-10-31 ^a1']],
    ['markers as words', ['see `<!-- throughline:begin -->`']],
    ['a date by hand', ['28 Oct 2025']],
    ['a heading', ['## Mine']],
    ['a link', ['- [[My note]]']],
    ['a row’s link with words of hers', ['- [[2025-10-21 Dana|21 Oct, the long one]]']],
    ['a row with words of hers', ['- Send "draft" to Ann, she said yes — [[2025-10-28 Dana#Action items|28 Oct]]']],
  ])('%s', (_, lines) => {
    const once = apply(typed(apply(PAGE), ...lines));
    expect(keptOf(once)).toEqual(onceEach(lines));
    expect(apply(once)).toBe(once);
    expect(apply(typed(once, ...lines))).toBe(once);
    // Another device that still has it in its block, and something new beside it.
    expect(keptOf(typed(once, ...lines, '- and new')).sort()).toEqual([...onceEach(lines), '- and new'].sort());
    expect(
      apply(once, STALE)
        .split('\n')
        .filter((line) => lines.includes(line)),
    ).toEqual(onceEach(lines));
  });

  test('both devices’ labels, put in twice by a merge, become one', () => {
    const once = apply(typed(apply(PAGE), '- call her back', '- more'));
    const doubled = once.replace(
      `${LABEL}\n- call her back\n`,
      `${LABEL}\n- call her back\n- more\n${LABEL}\n- call her back\n`,
    );
    expect(apply(doubled)).toBe(once);
    const removed = removeBlock(doubled);
    expect('text' in removed ? removed.text : '').toBe('# Ann Lee\n\n- call her back\n- more\n\nText\n');
  });

  test('an item that has others below it is not dropped with a doubled label', () => {
    const once = apply(typed(apply(PAGE), '- call her'));
    expect(apply(once.replace('- call her\n', `- call her\n${LABEL}\n- call her\n  - at nine\n`))).toContain(
      '- call her\n- call her\n  - at nine\n',
    );
  });
});

describe('a block where none can be', () => {
  test('swallowed by a fence that somebody opened above it: the page is left alone until the fence is closed', () => {
    const page = apply('# Ann Lee\n\nText\n\n```js\nlet a;\n```\n', ['- a']);
    for (const swallowed of [
      page.replace('# Ann Lee\n', '# Ann Lee\n```\n'),
      apply(PAGE).replace('# Ann Lee\n', '~~~\n# Ann Lee\n'),
    ]) {
      expect(planPage(swallowed, { kind: 'person', rows: ['- b'], properties: { meeting_count: 1 } })).toMatchObject({
        text: swallowed,
        problem: { code: 'markers-broken', cause: 'in-fence' },
      });
      expect(repairBlock(swallowed)).toBe(null);
    }
  });

  test('shown in a closed fence it is an example, and the page gets its own', () => {
    const page = `# Ann Lee\n\n\`\`\`\n${apply('', ['- a'])}\`\`\`\n`;
    const planned = planPage(page, { kind: 'person', rows: ['- b'] });
    expect(planned.problem).toBe(null);
    expect(planned.text.startsWith('# Ann Lee\n\n<!-- throughline:begin person -->\n- b\n')).toBe(true);
  });

  test.each([
    ['quote', '> '],
    ['callout', '> > '],
  ])('put into a %s it is the person’s', (_, prefix) => {
    const quoted = `# Ann Lee\n\n> [!info]\n${apply('', ['- a'])
      .trim()
      .split('\n')
      .map((line) => prefix + line)
      .join('\n')}\n`;
    const planned = planPage(quoted, { kind: 'person', rows: ['- b'] });
    expect(planned.text.endsWith(quoted.slice('# Ann Lee\n'.length))).toBe(true);
    expect(planPage(planned.text, { kind: 'person', rows: ['- b'] }).text).toBe(planned.text);
  });

  test('in a %% comment, where some hide it, it is kept up to date', () => {
    expect(
      apply('# Ann Lee\n\n%%\n<!-- throughline:begin person meeting_count -->\n<!-- throughline:end -->\n%%\n', [
        '- a',
      ]),
    ).toMatch(/\n%%\n<!-- .*\n- a\n<!-- .*\n%%\n$/);
  });

  test.each([
    ['a waypoint', '%% Begin Waypoint %%\n- [[Ann]]\n%% End Waypoint %%\n'],
    [
      'a dataview serializer',
      '<!-- QueryToSerialize: LIST -->\n<!-- SerializedQuery: LIST -->\n- x\n<!-- SerializedQuery END -->\n',
    ],
    ['an automatic table of contents', '<!-- toc -->\n- [a](#a)\n<!-- tocstop -->\n'],
    ['breadcrumbs', '```breadcrumbs\ntype: tree\n```\n'],
  ])('beside %s nothing of that moves', (_, theirs) => {
    const page = `# Ann Lee\n${theirs}\nText\n`;
    const once = apply(apply(page), STALE);
    expect(once.endsWith(`${theirs}\nText\n`)).toBe(true);
    expect(removeBlock(once)).toEqual({ text: page });
  });
});

test('an end marker that went: the rows become the block again, and a person’s lines stay', () => {
  const page = apply('# Ann Lee\n\n## Mine\n- my own\n')
    .replace(/<!-- throughline:end.*\n/, '')
    .replace('### Meetings', '- typed\n### Meetings');
  const repaired = repairBlock(page) ?? '';
  expect(apply(repaired)).toContain('- typed\n');
  expect(apply(repaired)).toContain('## Mine\n- my own\n');
  expect(
    apply(repaired)
      .split('\n')
      .filter((line) => line === ROWS[2]),
  ).toHaveLength(1);
});

/** Rows as a device has them: some of all there are, in the order of the day. */
const DAYS = Array.from({ length: 12 }, (_, day) => `2025-10-${String(day + 10)}`);
const SAID = [
  'Send the pricing draft',
  'Confirm the Lisbon dates',
  'Ask legal about the contract',
  'Who signs for Acme?',
  'Pilot ships without SSO',
  'Book the big room',
];

function rowsOf(days: readonly number[]): string[] {
  const dates = [...new Set(days)]
    .map((day) => DAYS[day] ?? '')
    .sort()
    .reverse();
  return [
    `**Last met ${Number((dates[0] ?? '').slice(-2))} Oct 2025** · ${dates.length} meetings`,
    '### You owe',
    ...dates
      .slice(0, 4)
      .map(
        (date) =>
          `- ${SAID[Number(date.slice(-1)) % SAID.length] ?? ''} · asked ${dates.length}× — [[${date} Ann#Action items|${Number(date.slice(-2))} Oct]]`,
      ),
    '### Meetings',
    ...dates.map((date) => `- [[${date} Ann|${Number(date.slice(-2))} Oct]] Talk ${date.slice(-2)}`),
  ];
}

const days = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 6 });
const TYPED = ['- typed on the phone', 'A paragraph typed at the desk', '- [ ] call her', '- ask [[Bo Kim]] too'];

interface TwoDevices {
  readonly before: readonly number[];
  readonly mine: readonly number[];
  readonly theirs: readonly number[];
  readonly typed: readonly { readonly line: string; readonly at: number; readonly mine: boolean }[];
}

const devices: fc.Arbitrary<TwoDevices> = fc.record({
  before: days,
  mine: days,
  theirs: days,
  typed: fc.uniqueArray(fc.record({ line: fc.constantFrom(...TYPED), at: fc.nat(8), mine: fc.boolean() }), {
    selector: ({ line }) => line,
    maxLength: 3,
  }),
});

/** The page of each of two devices that each computed it, and in whose blocks somebody typed since. */
function versions({ before, mine, theirs, typed }: TwoDevices): {
  readonly base: string;
  readonly own: string;
  readonly other: string;
} {
  const base = apply('# Ann Lee\n\n## Topics\n- Text\n', rowsOf(before));
  const type = (page: string, isMine: boolean): string => {
    const lines = page.split('\n');
    const begin = lines.findIndex((line) => line.includes('throughline:begin'));
    const end = lines.findIndex((line) => line.includes('throughline:end'));
    for (const { line, at, mine: on } of typed)
      if (on === isMine) lines.splice(begin + 1 + (at % (end - begin)), 0, line);
    return lines.join('\n');
  };
  return {
    base,
    own: type(apply(base, rowsOf([...before, ...mine])), true),
    other: type(apply(base, rowsOf([...before, ...theirs])), false),
  };
}

const whole = (merged: string): string => repairBlock(merged) ?? merged;
const lineCount = (page: string, line: string): number => page.split('\n').filter((one) => one === line).length;

describe('two devices’ versions of a block, merged', () => {
  test('by lines, as Sync or git’s union does: every typed line is there once, and nothing of ours is left behind', () => {
    fc.assert(
      fc.property(devices, (given) => {
        const { base, own, other } = versions(given);
        const rows = rowsOf([...given.before, ...given.mine, ...given.theirs]);
        for (const [at, merged] of [
          mergeThree(base, own, other, 'lines'),
          mergeWithMarkers(base, own, other, 'diff3'),
          mergeWithMarkers(base, own, other),
        ].entries()) {
          const page = apply(whole(merged), rows);
          for (const { line } of given.typed) expect(lineCount(page, line)).toBe(1);
          // Without the origin in it, a conflict does not tell a row that one side changed from one that a person did:
          // it is kept.
          if (at === 2 && given.typed.length > 0) continue;
          expect(
            keptOf(page, rows).filter((line) => !TYPED.includes(line) && line !== '## Topics' && line !== '- Text'),
          ).toEqual([]);
          expect(apply(page, rows)).toBe(page);
          expect(page.endsWith('## Topics\n- Text\n')).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('letter by letter: no typed line is lost, and computing the page again changes nothing', () => {
    fc.assert(
      fc.property(devices, fc.constantFrom<Grain[]>('characters', 'words'), (given, grain) => {
        const { base, own, other } = versions(given);
        // Torn words of two typed lines are nobody's to put together: one device types here.
        fc.pre(given.typed.every(({ mine }) => mine));
        const merged = whole(mergeThree(base, own, other, grain));
        const rows = rowsOf([...given.before, ...given.mine, ...given.theirs]);
        const result = applyBlock(merged, { kind: 'person', keys: ['meeting_count'], rows });
        if ('problem' in result) throw new Error(result.problem.code);
        for (const { line } of given.typed)
          if (lineCount(merged, line) > 0) expect(lineCount(result.text, line)).toBe(1);
        expect(apply(result.text, rows)).toBe(result.text);
      }),
      { numRuns: RUNS },
    );
  });
});
