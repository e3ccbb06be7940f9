import fc from 'fast-check';
import { rowHash, rowWords } from '../../src/page/row-hash';

/** The hash as it is defined: over the row's words, character by character. */
function hashOfWords(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '-',
        '--',
        '---',
        '–',
        '—',
        '…',
        '‘',
        '’',
        '“',
        '„',
        ' ',
        '\t',
        '\u00a0',
        '\u2003',
        '\u2028',
        '\ufeff',
        'e\u0301',
        'é',
        'Å',
        '\u212b',
        '字',
        '📅',
        '\ud83d',
        '[[Ann Lee|Ann]]',
        '[[Ann Lee]]',
        '[a](https://example.com)',
        '<https://example.com>',
        '\\*',
        '_',
        '*',
        '# ',
        '## ',
        ' ##',
        '- ',
        '1. ',
        '·',
        'due 31 Oct',
        'word',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('rowHash', () => {
  test('hashes the very words that count', () => {
    fc.assert(
      fc.property(pieces, (row) => {
        expect(rowHash(row)).toBe(hashOfWords(rowWords(row)));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    [
      '- Send *draft* · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]',
      '* Send _draft_  · due 31 Oct – [[Meetings/2025-10-28 Dana|28 Oct]]',
    ],
    ['- a --- b', '- a — b'],
    ['- a -- b', '- a - b'],
    ['- “So” it is…', '- "So" it is...'],
    ['- Jose\u0301', '- José'],
  ])('%s is %s', (row, other) => {
    expect(rowHash(other)).toBe(rowHash(row));
  });

  test.each([
    ['- a ---- b', '- a - b'],
    ['- a', '- b'],
    ['- due 31 Oct', '- due 30 Oct'],
  ])('%s is not %s', (row, other) => {
    expect(rowHash(other)).not.toBe(rowHash(row));
  });
});
