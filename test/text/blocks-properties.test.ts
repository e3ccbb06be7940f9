/** What holds for any text: no exception, blocks in order, offsets and lines that fit each other. */
import fc from 'fast-check';
import { scanBlocks } from '../../src/text/blocks';
import type { Block } from '../../src/text/block';
import { lineAt, lineEnd, lineStarts } from '../../src/text/lines';

const FRAGMENTS = [
  'a',
  'Ann Lee',
  ' ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '> ',
  '>',
  '- ',
  '1. ',
  '10) ',
  '# ',
  '## ',
  '#',
  '---',
  '===',
  '[ ] ',
  '[x] ',
  '[a]: /u',
  '"',
  '```',
  '~~~',
  '`',
  '%%',
  '$$',
  '<!--',
  '-->',
  '<div>',
  '<pre>',
  '[!note]- ',
  '📅',
  '\ufeff',
  '\ud83d',
  '\n<!-- transcript:start -->\n',
  '\n<!-- transcript:end -->\n',
  '\n<!-- throughline:begin x -->\n',
  '\n<!-- throughline:end -->\n',
  '\n# Transcript\n',
];
const anyNote = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));
const skipUnder = (text: string): boolean => text.startsWith('Transcript');

function checkBlock(
  block: Block,
  index: number,
  blocks: readonly Block[],
  text: string,
  starts: readonly number[],
): void {
  expect(block.from).toBeGreaterThanOrEqual(blocks[index - 1]?.from ?? 0);
  expect(block.line).toBe(lineAt(starts, block.from));
  expect(block.from).toBe(starts[block.line - 1]);
  expect(block.lastLine).toBe(lineAt(starts, block.to));
  expect(block.to).toBe(lineEnd(text, starts, block.lastLine));
  expect(block.lastLine).toBeGreaterThanOrEqual(block.line);
  expect(block.textFrom).toBeGreaterThanOrEqual(block.from);
  expect(block.textTo).toBeGreaterThanOrEqual(block.textFrom);
  expect(block.textTo).toBeLessThanOrEqual(lineEnd(text, starts, block.line));
  let before = block.textTo;
  expect(block.rest.length % 2).toBe(0);
  for (const offset of block.rest) {
    expect(offset).toBeGreaterThanOrEqual(before);
    before = offset;
  }
  expect(before).toBeLessThanOrEqual(block.to);
  if (block.status >= 0) expect(text.slice(block.status - 1, block.textFrom)).toMatch(/^\[.\][ \t\u00a0]*$/u);
  expect(block.parent).toBeLessThan(index);
  const parent = blocks[block.parent];
  if (parent === undefined) expect(block.parent).toBe(-1);
  else {
    expect(parent.kind).toBe('item');
    expect(parent.lastLine).toBeGreaterThanOrEqual(block.lastLine);
    expect(block.quote).toBeGreaterThanOrEqual(parent.quote);
  }
  if (block.kind === 'item') expect(block.level).toBe(parent === undefined ? 0 : parent.level + 1);
}

test.each([
  ['all of a note', undefined],
  ['with sections skipped', { skipUnder }],
])('blocks are in order, within the text, on their lines: %s', (_, options) => {
  fc.assert(
    fc.property(anyNote, (text) => {
      const starts = lineStarts(text);
      const blocks = scanBlocks(text, 0, 1, options);
      for (const [index, block] of blocks.entries()) checkBlock(block, index, blocks, text, starts);
    }),
    { numRuns: 500 },
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      scanBlocks(text, 0, 1, { skipUnder });
    }),
  );
});

test('the same blocks wherever the body begins', () => {
  fc.assert(
    fc.property(anyNote, (text) => {
      const before = '---\ntype: meeting\n---\n';
      const moved = scanBlocks(before + text, before.length, 4);
      // A BOM is one at the very start only.
      fc.pre(!text.startsWith('\ufeff'));
      expect(
        moved.map((block) => [
          block.kind,
          block.line - 3,
          block.lastLine - 3,
          block.from - before.length,
          block.textFrom - before.length,
        ]),
      ).toEqual(
        scanBlocks(text, 0, 1).map((block) => [block.kind, block.line, block.lastLine, block.from, block.textFrom]),
      );
    }),
  );
});

const SECTION_LINES = [
  'Ann: hi',
  'Bo: yes',
  '',
  '',
  '# Transcript',
  '## Transcript',
  '### Transcript',
  '# One',
  '## Two',
  '### Three',
  '- a',
  '  b',
  '> q',
  '    # code',
  '#no',
  '# ',
  '```',
  '~~~',
  '````',
  '<!-- o',
  '-->',
  '<!-- c -->',
  '%%',
  '$$',
  '<div>',
  '<!-- transcript:start -->',
  '<!-- transcript:end -->',
];
const sections = fc.array(fc.constantFrom(...SECTION_LINES), { maxLength: 25 }).map((lines) => lines.join('\n'));

test('what is skipped is what stands below those headings, and nothing else', () => {
  fc.assert(
    fc.property(sections, (text) => {
      let under = 0;
      const outside = scanBlocks(text, 0, 1).filter((block) => {
        if (block.kind === 'heading' && block.parent < 0 && block.quote === 0) {
          if (under > 0 && block.level > under) return false;
          under = skipUnder(text.slice(block.textFrom, block.textTo)) ? block.level : 0;
          return true;
        }
        return under === 0 || block.kind === 'transcript' || !block.closed;
      });
      const place = ({ kind, line, lastLine, closed }: Block): unknown => ({ kind, line, lastLine, closed });
      expect(scanBlocks(text, 0, 1, { skipUnder }).map(place)).toEqual(outside.map(place));
    }),
    { numRuns: 1000 },
  );
});
