import fc from 'fast-check';
import { fixEncoding } from '../../src/text/fix-encoding';
import { expectLinearIn } from '../growth';
import { damage } from './damage';

const fix = (text: string): string => fixEncoding(text).text;

/** Ordinary sentences, as people write them: with their quotes, dashes and names. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  Portuguese: [
    'São Paulo não é a capital; «MAÇÃ» e «IRMÃ» são palavras.',
    'AÇÃO: revisão às 9h – ÂNGELA e Conceição, “amanhã”.',
    'A irmã, o pão, a avó, o avô, à Índia, ÍNDICE, ÁGUA…',
  ],
  French: [
    '« Voilà », dit-elle : l’été à Genève, où ça coûte 5 €…',
    'ÉTÉ, NOËL, CŒUR, À BIENTÔT ! «\u00a0Déjà\u00a0»',
    'Zoë a mûri ; l’âne, l’île, la fête, le naïf, ÇA, «VOILÀ»',
  ],
  Spanish: ['¿Qué tal? ¡Mañana! «ESPAÑA», pingüino, ÁNGEL, corazón…', 'La DIRECCIÓN está en la calle Núñez: «¿SÍ?»'],
  Icelandic: [
    'Það er gott að vera í Reykjavík; Þór á Ísafirði, ÆÐI, ÖXI, Ýmir.',
    '„Ágætt“ sagði Sigurður – já, það er ÞAÐ.',
  ],
  Polish: ['Zażółć gęślą jaźń; ŁÓDŹ, Świętokrzyskie, „Źle” – nie.'],
  Czech: ['Příliš žluťoučký kůň úpěl ďábelské ódy; „ŘÍJEN“, Čeněk Šťastný.'],
  German: ['Größe, Übermut, Äpfel, „Öl“, »Straße« – 20 °C, §4, 5 €, ½.'],
  Danish: ['Ærø, Ålborg, Øresund: »Årets ø« – smørrebrød på Østerbro.'],
  Swedish: ['Ångström, Örebro, Åsa Ärlig: ”blåbär” – öl.'],
  Norwegian: ['Ærlig talt, Åse: «blåbærsyltetøy» på Øya…'],
  Finnish: ['Äiti söi ”hyvää” jäätelöä – Åbo, Öljy.'],
  Hungarian: ['Árvíztűrő tükörfúrógép; „Őrült” – ŰRHAJÓ, Ödön.'],
  Romanian: ['Ștefan și Țara: „în pădure”, ÎNCĂ, Âncu, șapte.'],
  Turkish: ['İstanbul’da ığdır, ŞİŞLİ, çağ; “hâlâ…” dedi, kâğıt, rüzgâr.'],
  Vietnamese: ['Việt Nam: “Hà Nội”, Đà Nẵng, ĐƯỜNG, người, phở.'],
  Italian: ['Perché no? È così: «CITTÀ», più, virtù, PERÒ…'],
  Dutch: ['Zoë’s coördinatie: ‘één’, België – reünie.'],
  Catalan: ['L·lustració, «AÇÒ», Núria, raó, col·legi, ÀNIMA.'],
  Greek: ['Καλημέρα «κόσμε» – Αθήνα, Ελλάδα…'],
  Russian: ['Привет, «МОСКВА» – Ёлка, объём…'],
  Ukrainian: ['Їжак і ґанок: «Київ» – ЄДНІСТЬ.'],
  Hebrew: ['שלום „עולם” – ירושלים'],
  Arabic: ['مرحبا «بالعالم» – القاهرة'],
  Hindi: ['नमस्ते “दुनिया” – दिल्ली'],
  Thai: ['สวัสดี “ชาวโลก” กรุงเทพ'],
  Georgian: ['გამარჯობა – თბილისი'],
  Chinese: ['你好，“世界”——北京。'],
  Japanese: ['こんにちは「世界」―東京。カタカナ'],
  Korean: ['안녕하세요 “세계” – 서울'],
  Signs: [
    '- [ ] Send it @Ann Lee 🔼 📅 2025-10-31 ✅ 2025-11-01 ➕ 2025-10-01',
    '→ • ½ x²×³ ± 5 µm © ® ™ ° §',
    '🆔 abc ⛔ def 🛫 2025-01-02 👩🏽‍💻 🇵🇹',
  ],
};
const ALL = Object.entries(SENTENCES).flatMap(([language, own]) => own.map((text) => [language, text] as const));

test.each(ALL)('%s as it is stays: %s', (_, text) => {
  for (const form of [text, text.normalize('NFD'), text.toUpperCase(), text.toLowerCase(), `- ${text}\r\n- ${text}`])
    expect(fix(form)).toBe(form);
});

test.each(ALL)('%s damaged is fixed: %s', (_, text) => {
  expect(fix(damage(text, 'kept'))).toBe(text);
  expect(fix(damage(damage(text, 'kept'), 'kept'))).toBe(text);
});

test.each([
  'Send it @Ann Lee ⏫ 📅 2025-10-31',
  '🔁 every week',
  '🏁 delete ⏬',
  '“yes” — no – it’s … • x',
  '❌ 2025-01-01',
  'ok ✔️ 🔽 ⏳ 2025-01-01',
])('with its bytes lost: %s', (text) => {
  expect(fix(damage(text, 'dropped'))).toBe(text);
});

describe('mixed text', () => {
  test.each([
    [
      'a damaged line among whole ones',
      '- São Paulo — «MAÇÃ»\n- it â€” is\n- Ângela',
      '- São Paulo — «MAÇÃ»\n- it — is\n- Ângela',
    ],
    ['damaged and whole words in one line', '- São Paulo â€” JosÃ© and José', '- São Paulo — José and José'],
    ['what could be ordinary writing beside a sure sign and a letter of its own', '«MAÇÃ» âœ…', '«MAÇÃ» ✅'],
    ['a Cyrillic letter by chance', 'ESPAÑ… âœ…\nESPAÑ…', 'ESPAÑ… ✅\nESPAÑ…'],
    ['a Hebrew sign by chance', '5×³\nâœ…', '5×³\n✅'],
    ['a signifier set since', '- [x] Zoë âœ… 2025-10-01 ✅ 2025-11-01', '- [x] Zoë ✅ 2025-10-01 ✅ 2025-11-01'],
    [
      'front matter, BOM and line ends',
      '\ufeff---\r\ntitle: JosÃ©\r\n---\r\nâ€¦\r',
      '\ufeff---\r\ntitle: José\r\n---\r\n…\r',
    ],
    ['a transcript', '```text\nAnn: itâ€™s fine\n```\n', '```text\nAnn: it’s fine\n```\n'],
    ['a line damaged twice, another once', 'itÃ¢â‚¬â„¢s\nitâ€™s', 'it’s\nit’s'],
  ])('%s', (_, text, expected) => {
    expect(fix(text)).toBe(expected);
  });

  test('says where bytes were lost', () => {
    expect([...fixEncoding('âœ…\n\na â« b\nÃ©').unsure]).toEqual([3]);
  });
});

test('fixed text is whole: mending again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.constantFrom(...ALL.map(([, text]) => text)), fc.string({ unit: 'grapheme', maxLength: 20 })),
        { maxLength: 5 },
      ),
      fc.constantFrom<('kept' | 'dropped')[]>('kept', 'dropped'),
      (texts, lost) => {
        const once = fix(texts.map((text) => damage(text, lost)).join('\n'));
        expect(fix(once)).toBe(once);
      },
    ),
    { numRuns: 300 },
  );
});

test('any mix of whole and damaged sentences, one a line', () => {
  const sentence = fc.constantFrom(...ALL.map(([, text]) => text));
  fc.assert(
    fc.property(
      fc.array(fc.record({ text: sentence, times: fc.nat(2) }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      (lines, end) => {
        const damaged = lines.map(({ text, times }) =>
          times === 0 ? text : times === 1 ? damage(text, 'kept') : damage(damage(text, 'kept'), 'kept'),
        );
        expect(fix(damaged.join(end))).toBe(lines.map(({ text }) => text).join(end));
      },
    ),
    { numRuns: 500 },
  );
});

test('random text of one alphabet, damaged and fixed', () => {
  // A single Greek letter glued to Latin ones is not told from a letter and a quote: it stays.
  const letters = [
    'éèêàçùôîïüœ',
    'ãõáíóúâêçà',
    'łśźżćąęóń',
    'привет',
    'ßäöüÄÖÜ',
    'şğıİçö',
    '你好世界',
    'καλημέρα',
    '⏫📅✅🔼🔽🔺⏳🛫➕🔁',
  ];
  const line = fc
    .constantFrom(...letters)
    .chain((own) =>
      fc
        .array(
          fc.constantFrom(
            ...Array.from(own),
            ...Array.from(/[\p{Script=Latin}⏫]/u.test(own) ? 'abcdefgh      ,.:' : '      ,.:'),
          ),
          { maxLength: 40 },
        )
        .map((units) => `x ${units.join('')} — y`),
    );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const text = lines.join('\n');
      expect(fix(text)).toBe(text);
      expect(fix(damage(text, 'kept'))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('linear', () => {
  expectLinearIn(['â€” Ã©', 'Ã', 'â€', 'Ã¢â‚¬â„¢', 'â«\n', 'é â€”', '\r'], (text) => fixEncoding(`${text} âœ…`));
});
