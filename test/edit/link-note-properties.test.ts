/**
 * What must hold for any note. Notes are made of pieces of which is known by construction whether links may stand
 * there; a slow walk over the text before and after says what was linked, and a resolver of its own where that leads.
 */
import fc from 'fast-check';
import { linkNote, type LinkRules } from '../../src/edit/link-note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { expectLinearIn } from '../growth';
import { indexOf, type Texts } from '../vault-of';

const PAGES: Texts = {
  'People/Ann Lee/README.md': '---\naliases: [Annie]\n---\n',
  'People/Bo Kim.md': '',
  'People/Cy Orr.md': '',
  'Old/Cy Orr.md': '',
  'People/李明.md': '',
  'Accounts/Acme/Acme.md': '',
  'Projects/Atlas Migration.md': '',
  'Notes/README.md': '',
};
/** Names in text, and the page that each means. */
const NAMES = new Map([
  ['Ann Lee', 'People/Ann Lee/README.md'],
  ['Annie', 'People/Ann Lee/README.md'],
  ['ann lee', 'People/Ann Lee/README.md'],
  ['Bo Kim', 'People/Bo Kim.md'],
  ['Cy Orr', 'People/Cy Orr.md'],
  ['李明', 'People/李明.md'],
  ['Acme', 'Accounts/Acme/Acme.md'],
  ['Atlas Migration', 'Projects/Atlas Migration.md'],
]);
const PATH = 'Notes/today.md';

interface Piece {
  readonly text: string;
  readonly open: boolean;
}

const open = (text: string): Piece => ({ text, open: true });
const closed = (text: string): Piece => ({ text, open: false });

const name = fc.constantFrom(...NAMES.keys());
const filler = fc.constantFrom(
  'asks',
  'about the draft,',
  'annual',
  'then (soon)',
  'é',
  '和',
  '**or**',
  'costs 5 $ more',
  'x = y',
  '…',
  '🎉',
  'a_b',
);

/** Names apart by words that are none. */
const openRun = fc
  .array(fc.tuple(name, filler), { minLength: 1, maxLength: 3 })
  .map((parts) => open(parts.map((part) => part.join(' ')).join(' and ')));
const closedRun = name.chain((one) =>
  fc
    .constantFrom(
      `\`${one}\``,
      `\`\` ${one} \` ${one} \`\``,
      `[[x|${one}]]`,
      `![[${one}.png]]`,
      `[${one}](https://example.com/a)`,
      `[${one}][1]`,
      `https://example.com/${one.replace(/ /g, '')}`,
      `#${one.replace(/ /g, '')}`,
      `%%${one}%%`,
      `x <!-- ${one} -->`,
      `$${one}$`,
      `$$${one}$$`,
      `@${one}`,
      `x <b title="${one}">`,
      `<a href="x">${one}</a>`,
      `[lead:: ${one}]`,
      `ann@${one.replace(/ /g, '')}.com`,
    )
    .map(closed),
);
const OR = closed(' or ');

const line = fc
  .array(fc.oneof({ weight: 2, arbitrary: openRun }, closedRun), { minLength: 1, maxLength: 4 })
  .map((runs) => runs.flatMap((run) => [run, OR]).slice(0, -1));
const lines = (prefix: string, first = prefix) =>
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((all) => all.flatMap((one, index) => [closed(index === 0 ? first : `\n${prefix}`), ...one]));

const block: fc.Arbitrary<Piece[]> = fc.oneof(
  { weight: 3, arbitrary: lines('') },
  { weight: 2, arbitrary: lines('  ', '- ') },
  lines('> '),
  lines('> ', '> [!note] Acme and Bo Kim\n> '),
  fc
    .tuple(line, name)
    .map(([text, one]) => [
      closed('- [ ] '),
      ...text,
      closed(` @${one} ⏫ #${one.replace(/ /g, '')} 📅 2025-11-05 ^${one.replace(/[^A-Za-z]/g, 'a')}`),
    ]),
  openRun.chain((run) =>
    name.map((one) => [closed(`| ${one.length > 3 ? 'who' : 'what'} | b |\n| --- | :-: |\n| `), run, closed(' | x |')]),
  ),
  name.chain((one) =>
    fc
      .constantFrom(
        `# ${one}`,
        `${one}\n===`,
        `> ## ${one}`,
        `\`\`\`\n${one}\n\n${one}\n\`\`\``,
        `~~~~ ${one}\n\`\`\`\n${one}\n~~~~`,
        `text\n\n    ${one}`,
        `%%\n${one}\n\n${one}\n%%`,
        `<!--\n${one}\n\n${one}\n-->`,
        `<div>\n${one}\n</div>`,
        `$$\n${one}\n$$`,
        `<!-- throughline:begin person -->\n- ${one}\n\n## ${one}\n<!-- throughline:end 1 -->`,
        `<!-- ai:transcript:start -->\n${one}\n\n${one}\n<!-- ai:transcript:end -->`,
        `**${one}:**`,
        `{{title}} ${one}`,
        `${one}:: yes`,
        `[1]: /x "${one}"`,
        `## Transcript\n\n${one}\n\n- ${one}\n\n## Notes`,
        `a %% b\n\n${one}\n\nc %%`,
        `***`,
      )
      .map((text) => [closed(text)]),
  ),
);

const note = fc
  .record({
    head: fc.constantFrom('', '\ufeff', '---\npeople: Ann Lee\nlead: "[[Bo Kim]]"\n---\n', '\ufeff---\nx: Acme\n---\n'),
    blocks: fc.array(block, { maxLength: 7 }),
    tail: fc.constantFrom('', '\n', '\n\n  \n', '\n## Transcript\nAnn Lee and Bo Kim\n- Acme', '\n\n```\nAnn Lee\n'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ head, blocks, tail, end }) =>
    [closed(head), ...blocks.flatMap((pieces) => [...pieces, closed('\n\n')]), closed(tail)].map((piece) => ({
      ...piece,
      text: piece.text.replace(/\n/g, end),
    })),
  );

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

function linked(text: string, options: Partial<LinkRules> = {}): string {
  return (
    linkNote(text, PATH, indexOf({ ...PAGES, [PATH]: text }), { rules: DEFAULT_NOTE_RULES, me: [], ...options }).edit
      ?.after ?? text
  );
}

/** The one page that Obsidian opens for a link's target: by its path, else by a name that no other note has. */
function opens(target: string): string | null {
  const paths = Object.keys(PAGES);
  const exact = paths.filter((path) => path.toLowerCase() === `${target}.md`.toLowerCase());
  if (exact.length === 1) return exact[0] ?? null;
  const named = paths.filter((path) => path.toLowerCase().endsWith(`/${target}.md`.toLowerCase()));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Walks over both texts; gives the words that became links, and throws where something else changed. */
function linksMade(pieces: readonly Piece[], after: string): string[] {
  const made: string[] = [];
  let at = 0;
  for (const { text, open: mayChange } of pieces) {
    if (!mayChange) {
      if (!after.startsWith(text, at))
        throw new Error(
          `changed: ${JSON.stringify(text)} to ${JSON.stringify(after.slice(at, at + text.length + 20))}`,
        );
      at += text.length;
      continue;
    }
    for (let index = 0; index < text.length;) {
      const link = /^\[\[([^\]|\\]*)(?:\\?\|([^\]]*))?\]\]/.exec(after.slice(at));
      if (link === null) {
        if (after[at] !== text[index]) throw new Error(`changed: ${JSON.stringify(text)} at ${index}`);
        at += 1;
        index += 1;
        continue;
      }
      const words = link[2] ?? link[1] ?? '';
      if (!text.startsWith(words, index)) throw new Error(`${words} does not stand there`);
      if (opens(link[1] ?? '') !== NAMES.get(words))
        throw new Error(`${link[0]} opens ${opens(link[1] ?? '') ?? 'nothing'}`);
      made.push(words);
      at += link[0].length;
      index += words.length;
    }
  }
  if (at !== after.length) throw new Error(`added: ${after.slice(at)}`);
  return made;
}

test('only names in running text become links, each leads to its page, and not one other byte changes', () => {
  fc.assert(
    fc.property(note, (pieces) => {
      const made = linksMade(pieces, linked(textOf(pieces)));
      expect(made.length === 0).toBe(!pieces.some((piece) => piece.open));
    }),
    { numRuns: 150 },
  );
});

test('with all mentions, every name in running text is linked', () => {
  const names = /Ann Lee|Annie|ann lee|Bo Kim|Cy Orr|李明|Acme|Atlas Migration/g;
  fc.assert(
    fc.property(note, (pieces) => {
      const wanted = pieces.flatMap((piece) => (piece.open ? (piece.text.match(names) ?? []) : []));
      expect(linksMade(pieces, linked(textOf(pieces), { all: true }))).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test('linking twice is linking once', () => {
  fc.assert(
    fc.property(note, fc.boolean(), fc.boolean(), (pieces, all, fix) => {
      const once = linked(textOf(pieces), { all, fix });
      expect(linked(once, { all, fix })).toBe(once);
    }),
    { numRuns: 300 },
  );
});

test('a link more in a section takes none of another section away', () => {
  fc.assert(
    fc.property(note, note, (one, other) => {
      const joined = [...one.slice(0, -1), closed('\n\n# B\n\n'), ...other.slice(1)];
      const apart = (pieces: readonly Piece[]): number => linksMade(pieces, linked(textOf(pieces))).length;
      expect(apart(joined)).toBeGreaterThanOrEqual(
        Math.max(apart(one.slice(0, -1)), apart([closed('# B\n\n'), ...other.slice(1)])),
      );
    }),
    { numRuns: 100 },
  );
});

const ODD = fc.array(
  fc.constantFrom(
    'Ann Lee',
    'Acme',
    'Bo Kim',
    'Ann',
    'Bo',
    'Cy',
    'Mary',
    ' ',
    ' ',
    '-',
    '\n',
    '\n\n',
    '\r\n',
    '[[',
    ']]',
    '[',
    ']',
    '|',
    '`',
    '```',
    '%%',
    '$',
    '$$',
    '<!--',
    '-->',
    '<',
    '>',
    '- ',
    '- [ ] ',
    '# ',
    '> ',
    '@',
    '\\',
    '!',
    '(',
    ')',
    '{{',
    '}}',
    '<%',
    '%>',
    '::',
    '---',
    '| --- |',
    '#',
    '^',
    '_',
    '**',
    'https://',
    '.',
    '/',
    '李明',
    '\u2028',
    '\ud83d',
  ),
  { maxLength: 40 },
);
const bare = (text: string): string => {
  let words = text;
  // Every link as its words, as often as there is one left.
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(/\[\[[^[\]|]*?\\?\|([^[\]|]*)\]\]/g, '$1').replace(/\[\[([^[\]|]*)\]\]/g, '$1');
  }
  return words;
};

const MEETING = '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Ann Lee]]", "[[Bo Kim]]", "[[Cy Orr]]"]\n---\n';

test('the oddest text: never throws, twice is once, nothing but links is added', () => {
  fc.assert(
    fc.property(ODD, fc.boolean(), fc.constantFrom('', MEETING), (parts, all, head) => {
      const text = head + parts.join('');
      const once = linked(text, { all });
      expect(linked(once, { all })).toBe(once);
      expect(bare(once)).toBe(bare(text));
    }),
    { numRuns: 500, examples: [[['李明', ' ', 'Bo', '# '], false, MEETING]] },
  );
});

/** What the note's tasks say but for their words. */
function tasksOf(text: string): unknown {
  return readNote(PATH, text, DEFAULT_NOTE_RULES).tasks.map(({ line: at, task: { text: words, ...task } }) => [
    at,
    bare(words),
    task,
  ]);
}

test('a task stays whose it is, and keeps its dates', () => {
  const part = fc.constantFrom(
    'Ann Lee',
    'Ann',
    'Acme',
    'asks',
    'about',
    ',',
    'and',
    '@Ann Lee',
    '@bo',
    '@Bo Kim',
    '@[[Cy Orr]]',
    '(Acme)',
    '📅 2025-11-05',
    '⏫',
    '#acme',
    '[owner:: Ann Lee]',
    '[due:: 2025-11-05]',
    '/',
    '.',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), fc.boolean(), (parts, all) => {
      const text = `${MEETING}## Action items\n- [ ] ${parts.join(' ')}\n`;
      expect(tasksOf(linked(text, { all }))).toEqual(tasksOf(text));
    }),
    { numRuns: 300 },
  );
});

test('linear', () => {
  const index = indexOf(PAGES);
  expectLinearIn(
    [
      'Ann Lee ',
      '[',
      '[[',
      '`',
      '$a ',
      '%%',
      '<a ',
      '<!--',
      '{{',
      '@A ',
      '# a\n',
      'a:',
      '^a',
      '- [ ] @Ann Lee\n',
      '| a ',
      '|  ',
      'Ann Lee\n\n',
      '_',
      '</',
      'a-',
      '#',
      '@Ann ',
      '[[Ann Lee]] ',
      '**a**\n',
      '> a %%\n\n',
      '\\',
    ],
    (text) => linkNote(text, PATH, index, { rules: DEFAULT_NOTE_RULES, me: [] }),
  );
});
