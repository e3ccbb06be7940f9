import fc from 'fast-check';
import { applyBlock, readBlock } from '../../src/page/managed-block';
import { repairBlock } from '../../src/page/repair-block';
import { oddPage } from './odd-pages';

function block(...rows: string[]): string {
  const result = applyBlock('', { kind: 'person', keys: ['meeting_count'], rows });
  return 'text' in result ? result.text : '';
}

/** Repaired, then computed with the rows given. */
function check(page: string, rows: readonly string[], expected: string): void {
  const repaired = repairBlock(page);
  if (repaired === null) throw new Error('nothing to repair');
  const result = applyBlock(repaired, { kind: 'person', keys: ['meeting_count'], rows });
  expect('text' in result ? result.text : result.problem).toBe(expected);
}

test("two blocks of two devices become one; their stale rows go, a person's lines stay", () => {
  const mine = block('- a', '- b').replace('- b', '- b\n- typed');
  check(
    `# Ann\n\n${mine}\n${block('- c')}\nText\n`,
    ['- d'],
    `# Ann\n\n${block('- d').replace('meeting_count', 'meeting_count kept')}\n- **Kept from the page**\n- typed\n\n\nText\n`,
  );
});

test('a doubled end marker: our rows go from between a person’s lines too', () => {
  const rows = ['- a', '- b', '- c'];
  const [begin = '', , , , end = ''] = block(...rows).split('\n');
  check(
    `# Ann\n${[begin, '- a', end, '- b', '- typed', '- c', end].join('\n')}\n\nText\n`,
    ['- a'],
    `# Ann\n${block('- a')}- typed\n\nText\n`,
  );
});

test('a conflict of git across rows and end marker', () => {
  const [begin = '', a = '', end = ''] = block('- a').trim().split('\n');
  const [, b = '', other = ''] = block('- b').trim().split('\n');
  check(
    `# Ann\n\n${[begin, '<<<<<<< HEAD', a, end, '=======', b, other, '>>>>>>> theirs'].join('\n')}\n\nText\n`,
    ['- a'],
    `# Ann\n\n${block('- a')}\nText\n`,
  );
  expect(
    repairBlock(`${[begin, '<<<<<<< HEAD', a, end, '=======', b, other, '>>>>>>> theirs'].join('\n')}\n`),
  ).not.toContain('- b');
});

test('a marker without partner goes with the rows of ours beside it', () => {
  const page = block('- a', '- b');
  const [begin = '', , , end = ''] = page.split('\n');
  expect(repairBlock(`# Ann\nmine\n- a\n- b\n${end}\nText`)).toBe('# Ann\nmine\nText');
  expect(repairBlock(`# Ann\n${begin}\n- a\nText`)).toBe(
    '# Ann\n<!-- throughline:begin person meeting_count -->\n<!-- throughline:end -->\n- a\nText',
  );
});

test('a whole page needs none', () => {
  expect(repairBlock(`# Ann\n${block('- a')}`)).toBe(null);
});

test('whatever the markers, one block or none comes of it and no line of a person is lost', () => {
  const marker = fc.constantFrom(
    '<!-- throughline:begin person -->',
    '<!-- throughline:end 12345678 -->',
    'typed line',
    '- typed item',
    '',
  );
  fc.assert(
    fc.property(oddPage, fc.array(marker, { maxLength: 8 }), (page, lines) => {
      const text = `${page}\n${lines.join('\n')}\n`;
      const repaired = repairBlock(text);
      fc.pre(repaired !== null);
      expect(readBlock(repaired)).toHaveProperty('block');
      const words = (of: string): string[] =>
        of
          .split(/\r\n|\r|\n/)
          .filter((line) => line.trim() !== '' && !/throughline:|^[<=>|]{7}/.test(line))
          .sort();
      expect(words(repaired)).toEqual(words(text));
    }),
    { numRuns: 1000 },
  );
});
