/** Pages as they must not hurt: every line ending, with and without BOM, frontmatter, title, final newline. */
import fc from 'fast-check';

const LINES = [
  '',
  '',
  '',
  ' ',
  '\t',
  '# Ann Lee',
  '## Topics',
  'Ann Lee\n===',
  'Some words',
  '- a bullet',
  '  - nested',
  '1. one',
  '> quote',
  '---',
  '===',
  '```',
  '```js',
  '~~~',
  '    code',
  '<!-- note -->',
  '<!--',
  '-->',
  '%%',
  '$$',
  '<div>',
  '| a | b |',
  '`<!-- throughline:begin x -->`',
  '     <!-- throughline:begin x -->',
  '- <!-- throughline:end -->',
  'U+2028\u2028inside',
  '📅 2025-10-28',
  '[[Ann Lee]]',
  '#',
  '<script>',
  'key: value',
  '- **Kept from the page**',
  '**Kept from the page**',
];
const FRONTMATTER = [
  '',
  '---\n---\n',
  '---\naliases: [Ann]\n---\n',
  '---\n# a comment\naliases:\n- Ann # first\n\n---\n',
  "---\ntitle: 'A: b'   # quoted\nlast_met: >-\n  folded\n  text\n---\n",
  '---\nmeetings: mine\n---\n',
  '---\n{a: 1}\n---\n',
  '---\na: [\n---\n',
  '---\na: 1\na: 2\n---\n',
  '---js\nx\n---\n',
  '---\nkey: v\n',
  '---\nnotes: |+\n  text\n\n---\n',
  '---\n\n---\n',
];

export const oddPage: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\ufeff'),
    fc.constantFrom(...FRONTMATTER),
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...LINES) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      ),
      { maxLength: 9 },
    ),
    fc.constantFrom('\n', '\n', '\r\n', '\r', 'mixed'),
    fc.boolean(),
  )
  .map(([bom, frontmatter, lines, ending, final]) => {
    const text = frontmatter + lines.join('\n') + (final ? '\n' : '');
    const mixed = ['\n', '\r\n', '\r'];
    let count = 0;
    return (
      bom + text.replace(/\n/g, () => (ending === 'mixed' ? (mixed[(count++ * 7 + lines.length) % 3] ?? '\n') : ending))
    );
  });

export const row: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '**Last met 28 Oct 2025**',
    '### You owe',
    '- Send draft — [[2025-10-28 Dana#Action items|28 Oct]]',
    '- [[2025-10-28|28 Oct]]',
    '',
  ),
  fc.stringMatching(/^- [a-z ]{1,12}$/),
);
