import fc from 'fast-check';
import { findRepairs, isDamaged, mayBeDamaged, repairDamaged, repairEncoding } from '../../src/text/encoding';
import { expectLinearIn } from '../growth';
import { damage } from './damage';

describe('repairEncoding', () => {
  test.each([
    'Send it @Ann Lee ⏫ 📅 2025-10-31 ✅ 2025-11-01',
    '🔁 every week',
    '🏁 delete',
    '🆔 abc ⛔ def',
    '❌ 2025-01-01',
    '🔼 🔽 🔺 ⏬',
    '⏳ 2025-01-01 🛫 2025-01-02 ➕ 2025-01-03',
    '⌛ ⏳ 📆 🗓',
    '“quoted” — dash – it’s … • bullet',
    'José Müller, façade, naïve, ÉTÉ',
    'café ½ 20°C §4 £5',
    'l’été…',
    '€ 5 · ten',
    '→ done ✔️',
    'Привет',
    '你好世界',
    '한국어',
    'Łukasz'.slice(1),
    'Follow‑ups',
  ])('mends %s, with and without the lost bytes', (text) => {
    expect(repairEncoding(damage(text, 'dropped'))).toBe(text);
    expect(repairEncoding(damage(text, 'kept'))).toBe(text);
  });

  test('the spellings of the field notes', () => {
    expect(repairEncoding('a â« b ðŸ” c â€œdâ€ ðŸ“… âœ… ðŸ”¼ ðŸ”½ â€” â€™')).toBe('a ⏫ b 🔁 c “d” 📅 ✅ 🔼 🔽 — ’');
  });

  test('where bytes were kept even letters that lose theirs are fixed', () => {
    expect(repairEncoding(damage('Łódź, Ágnes, Íñigo – ok', 'kept'))).toBe('Łódź, Ágnes, Íñigo – ok');
  });

  test('damage on damage', () => {
    expect(repairEncoding(damage(damage('it’s — José', 'kept'), 'kept'))).toBe('it’s — José');
  });

  test.each([
    'Ângela',
    'São Paulo',
    'naïve â la carte',
    'â — x',
    '« Voilà »',
    '«\u00a0Voilà\u00a0»',
    '«MAÇÃ»',
    'VOILÀ »',
    'café…»',
    '“été…” dit-elle',
    'hâlâ…” dedi',
    'l’é’…',
    'ESPAÑ…',
    'x²×³',
    '50 °C',
    'Ã',
    'Å',
    'Łódź',
    'Привет — 你好 ⏫',
    'Ø² Ù',
    'Spaß–Faktor',
    'voilâ«',
  ])('leaves %s', (text) => {
    expect(isDamaged(text)).toBe(false);
    expect(repairEncoding(text)).toBe(text);
  });

  test('what could be ordinary writing is fixed only beside a sure sign', () => {
    expect(repairEncoding('DÃ»')).toBe('DÃ»');
    expect(repairEncoding('DÃ» â€” wall')).toBe('Dû — wall');
    expect(repairDamaged('DÃ»')).toBe('Dû');
    expect(repairEncoding('mÃ»r, ZoÃ« et voilÃ ')).toBe('mûr, Zoë et voilà');
  });

  test('tells what is exact from what is the most usual reading', () => {
    expect(findRepairs('âœ… â«').map(({ text, complete, sure }) => [text, complete, sure])).toEqual([
      ['✅', true, true],
      ['⏫', false, true],
    ]);
  });

  test('lines stay lines, other text stays, and a second pass finds nothing new', () => {
    const unit = fc.constantFrom(
      'â',
      '€',
      '\u0080',
      '¨',
      '©',
      '«',
      '”',
      'ð',
      'Ÿ',
      'Ã',
      'Â',
      '\u0085',
      'é',
      'ï',
      '»',
      '¿',
      'Ð',
      '\n',
      '\r',
      'a',
      ' ',
      '✅',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 25 }), (units) => {
        const text = units.join('');
        const repaired = repairEncoding(text);
        expect(repaired.split(/[\n\r\u2028\u2029]/).length).toBe(text.split(/[\n\r\u2028\u2029]/).length);
        expect(repaired.length).toBeLessThanOrEqual(text.length);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '\n', '⏫', '📅', '中文', 'да', '—'), maxLength: 40 }),
        (text) => {
          expect(repairEncoding(text)).toBe(text);
          expect(repairEncoding(`${damage(text, 'kept')} âœ…`)).toBe(`${text} ✅`);
        },
      ),
    );
  });

  test('what may be damaged is told without looking closely: nothing else is ever fixed', () => {
    const unit = fc.constantFrom(
      'â',
      '€',
      '\u0080',
      '«',
      '”',
      'ð',
      'Ÿ',
      'Ã',
      '\u00bf',
      'é',
      'ï',
      ' ',
      'a',
      '\ud83d',
      '✅',
      '\u2028',
      'ô',
      '˜',
      'ž',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join('');
        if (findRepairs(text).length > 0) expect(mayBeDamaged(text)).toBe(true);
      }),
    );
    expect(['Zoë', 'São Paulo', 'naïve à la carte', 'Ângela'].map(mayBeDamaged)).toEqual([false, false, false, false]);
    expect(mayBeDamaged('â€œyes')).toBe(true);
  });

  test('another alphabet right behind capitals', () => {
    expect(repairEncoding(damage('ZZда', 'kept'))).toBe('ZZда');
  });

  test('linear on hostile text', () => {
    expectLinearIn(['â', 'â€', 'Ã', 'ð', 'Ðº', 'ã€'], (text) => repairEncoding(`${text} âœ…`));
  });
});
