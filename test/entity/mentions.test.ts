import fc from 'fast-check';
import { buildMentions, findMentions, firstNameMentions, firstNamesOf } from '../../src/entity/mentions';
import { expectLinearIn, expectSteady } from '../growth';
import { page, registryOf } from './vault-of';

const registry = registryOf([
  page('People/Ann Lee/README.md', { aliases: ['Annie', 'A-Lee'] }),
  page('People/Mary-Jane Fox.md'),
  page('People/Dr. Gil Hume.md'),
  page('People/Sean O’Brien.md'),
  page('People/Zoë Brandt.md'),
  page('People/May Will.md'),
  page('People/Sam.md'),
  page('People/J. Moss.md'),
  page('People/Ray, Kit.md'),
  page('People/Roe, Nils.md'),
  page('People/Pat Hume (Acme).md'),
  page('People/Сергей Ким.md'),
  page('People/李明.md'),
  page('People/田中太郎.md'),
  page('People/김민수.md'),
  page('People/さくら.md', { aliases: ['さくら'] }),
  page('Projects/李.md'),
  page('Projects/Atlas.md'),
  page('Projects/Atlas Migration.md'),
  page('Projects/Growth Plan.md'),
  page('Projects/pricing.md'),
  page('Projects/Budget.md'),
  page('Projects/C++ port.md'),
  page('Projects/アトラス.md'),
  page('Projects/constructor.md', { aliases: ['__proto__'] }),
  page('Accounts/Acme, Inc..md', { aliases: ['Acme'] }),
  page('Accounts/Ash & Rowe.md'),
  page('Accounts/Globex.md'),
  page('Projects/Globex.md'),
]);
const mentions = buildMentions(registry);

function found(text: string, using = mentions): string[] {
  return findMentions(using, text).map(
    ({ from, to, entities }) => `${text.slice(from, to)}=${entities.map(({ name }) => name).join('+')}`,
  );
}

describe('mentions', () => {
  it.each([
    ['Ask Ann Lee about it', ['Ann Lee=Ann Lee']],
    ['ann lee and ANN LEE', ['ann lee=Ann Lee', 'ANN LEE=Ann Lee']],
    ['Ann Lee', ['Ann Lee=Ann Lee']],
    ["Ann Lee's draft, Ann Lee’s plan", ['Ann Lee=Ann Lee', 'Ann Lee=Ann Lee']],
    ['**Ann Lee** and _Ann Lee_, (Ann Lee)', ['Ann Lee=Ann Lee', 'Ann Lee=Ann Lee', 'Ann Lee=Ann Lee']],
    ['@Ann Lee: sent', ['Ann Lee=Ann Lee']],
    ['Ann\u00a0Lee', ['Ann\u00a0Lee=Ann Lee']],
    ['Annie will', ['Annie=Ann Lee']],
    ['Ann Lee Monday, Ann Lee Acme', ['Ann Lee=Ann Lee', 'Ann Lee=Ann Lee', 'Acme=Acme, Inc.']],
    ['Mary-Jane Fox or Mary Jane Fox', ['Mary-Jane Fox=Mary-Jane Fox', 'Mary Jane Fox=Mary-Jane Fox']],
    ['Dr. Gil Hume, Gil Hume', ['Dr. Gil Hume=Dr. Gil Hume', 'Gil Hume=Dr. Gil Hume']],
    ["Sean O'Brien, Sean O’Brien’s", ["Sean O'Brien=Sean O’Brien", 'Sean O’Brien=Sean O’Brien']],
    [
      'Zoe Brandt, Zoë Brandt, ' + 'Zoë Brandt'.normalize('NFD'),
      ['Zoe Brandt=Zoë Brandt', 'Zoë Brandt=Zoë Brandt', `${'Zoë Brandt'.normalize('NFD')}=Zoë Brandt`],
    ],
    ['May Will', ['May Will=May Will']],
    ['J. Moss and J Moss', ['J. Moss=J. Moss', 'J Moss=J. Moss']],
    ['Kit Ray', ['Kit Ray=Ray, Kit']],
    ['Pat Hume', ['Pat Hume=Pat Hume (Acme)']],
    ['Сергей Ким пишет', ['Сергей Ким=Сергей Ким']],
    ['СЕРГЕЙ КИМ', ['СЕРГЕЙ КИМ=Сергей Ким']],
    ['和李明说过，李明。', ['李明=李明', '李明=李明']],
    ['田中太郎さんは', ['田中太郎=田中太郎']],
    ['김민수가 김민수님께 김민수', ['김민수=김민수', '김민수=김민수', '김민수=김민수']],
    ['アトラスの件', ['アトラス=アトラス']],
    ['Atlas is late', ['Atlas=Atlas']],
    ['Atlas Migration is late', ['Atlas Migration=Atlas Migration']],
    ['Atlas migration', ['Atlas migration=Atlas Migration']],
    ['Growth Plan', ['Growth Plan=Growth Plan']],
    ['the C++ port', ['C++ port=C++ port']],
    ['Acme and Acme Inc.', ['Acme=Acme, Inc.', 'Acme Inc=Acme, Inc.']],
    ['Ash & Rowe signed', ['Ash & Rowe=Ash & Rowe']],
    ['Globex', ['Globex=Globex+Globex']],
    ['Acme-wide', ['Acme=Acme, Inc.']],
  ])('should find: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'annual leeway',
    'Annual Lee',
    'Ann',
    'Lee',
    'Joann Lee',
    'Ann Leeson',
    'Ann. Lee',
    'Ann, Lee',
    'Ann/Lee',
    'Ann\nLee',
    'Ann - Lee',
    'Mary-Ann Lee',
    'Ann Lee-Smith',
    'Ann Lee Smith',
    'Ann-Lee',
    'ann_lee',
    'annlee',
    'ANNIE',
    'annie',
    'this may will itself',
    'Sam',
    'sam',
    'Will',
    'atlas',
    'ATLAS',
    'Atlases',
    'pricing',
    'Pricing',
    'Budget',
    'growth plan',
    'the C port',
    'acme',
    'acme.com',
    'Acme.com',
    'src/Atlas',
    'Atlas.md',
    'Atlas-2',
    'さくら',
    'constructor',
    '__proto__',
    'toString',
    'アト',
    'アトラスト',
    '李',
    'さくらんぼ',
    '민수',
    '박김민수',
    '김민수정',
  ])('should not find: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    '`Ann Lee`',
    '[[Ann Lee]]',
    '[[People/Ann Lee/README|Ann Lee]]',
    '[Ann Lee](https://example.com)',
    '![[Ann Lee]]',
    'https://example.com/Ann Lee'.replace(' ', '%20'),
    'https://Acme/x',
    'www.Acme',
    'Acme@example.com',
    'x@Acme.com',
    '#Acme',
    '#team/Acme',
    '%%Ann Lee%%',
    '<!-- Ann Lee -->',
    '<a title="Acme">',
    '$$Acme$$',
  ])('should not look into: %s', (text) => {
    expect(found(text)).toEqual([]);
    expect(found(`${text} Ann Lee`)).toEqual(['Ann Lee=Ann Lee']);
  });

  it('finds a common word or a single name once it is accepted, and none that is refused', () => {
    const accepted = buildMentions(registry, {
      accepted: new Set(['sam', 'budget', 'さくら']),
      refused: new Set(['annie']),
    });
    expect(found('Sam and Annie on Budget', accepted)).toEqual(['Sam=Sam', 'Budget=Budget']);
    expect(found('さくらは さくらんぼ', accepted)).toEqual(['さくら=さくら']);
  });

  it('mentions lie in order, apart, and at the edges of words', () => {
    const parts = fc.array(
      fc.constantFrom(
        'Ann',
        'Lee',
        'Atlas',
        ' ',
        '-',
        '.',
        '李',
        '明',
        'さん',
        'Migration',
        '`',
        '[[',
        ']]',
        '@',
        'é',
        '\u0301',
        '\n',
        '#',
        '%%',
        "'s",
        'Acme',
        '👍',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(parts, (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { from, to, entities } of findMentions(mentions, text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(entities.length).toBeGreaterThan(0);
          if (/[A-Za-z]/.test(text.charAt(from))) expect(/[A-Za-zé]/.test(text.charAt(from - 1))).toBe(false);
          if (/[A-Za-z]/.test(text.charAt(to - 1))) expect(/[A-Za-zé]|\u0301/.test(text.charAt(to))).toBe(false);
          end = to;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('first names among the people of a meeting', () => {
  const people = (...names: string[]) =>
    names.map((name) => registry.entities.find((one) => one.name === name)).filter((one) => one !== undefined);
  const there = people(
    'Ann Lee',
    'Dr. Gil Hume',
    'Zoë Brandt',
    'Atlas',
    'Сергей Ким',
    'May Will',
    'Ray, Kit',
    'Roe, Nils',
  );
  it.each([
    ['Ann will send it', ['Ann Lee']],
    ["Draft is Ann's, says Gil", ['Ann Lee', 'Dr. Gil Hume']],
    ['Zoë, Nils and Сергей', ['Zoë Brandt', 'Сергей Ким', 'Roe, Nils']],
    ['Kit is ready', []],
    ['Ask Ann', ['Ann Lee']],
    ['Ann Monday', ['Ann Lee']],
    ['ann will send it', []],
    ['Annual review', []],
    ['Joann', []],
    ['Ann Smith sends it', []],
    ['we met Mary Ann today', []],
    ['Mary-Ann', []],
    ['[[Ann]] and `Ann`', []],
    ['May send it', []],
    ['Atlas', []],
    ['Lee', []],
  ])('%s', (text, expected) => {
    expect(firstNameMentions(text, firstNamesOf(there)).map(({ name }) => name)).toEqual(expected);
  });

  it('a first name of two is nobody’s', () => {
    expect(firstNameMentions('Ann sends it', firstNamesOf(there, ['Ann Roth']))).toEqual([]);
    expect(firstNameMentions('Ann sends it', firstNamesOf(there, ['Bo Kim']))).toHaveLength(1);
  });
});

describe('speed', () => {
  const matcher = (count: number) =>
    buildMentions(
      registryOf(
        Array.from({ length: count }, (_, at) =>
          page(`${at % 3 === 0 ? 'Projects/Proj' : 'People/Given'}${at % 400} Family${at}.md`, {
            aliases: [`Al${at}x`],
          }),
        ),
      ),
    );
  const words =
    'Then we said that Given7 Family22 would look at the plan for next week and send notes on pricing, scope and the pilot. ';
  const line = words.repeat(200);

  it('does not grow with the names', () => {
    expectSteady(
      (size) => {
        const among = matcher(size);
        return () => findMentions(among, line);
      },
      { from: 1_000, to: 8_000 },
    );
  });

  it('is linear in the text', () => {
    const among = matcher(8_000);
    for (const [part, end] of [
      [words, ''],
      ['Given7 ', ''],
      ['`', ' Given7 Family7'],
      ['[[', ''],
      ['+', ''],
      ["a'", ''],
      ['李', ''],
      ['A', ''],
      ['<a', ' Al7x'],
      ['Al7x ', '#a '.repeat(20_000)],
      ['Al7x #a ', ''],
    ] as const) {
      expectLinearIn([part], (text) => findMentions(among, text + end));
    }
  });
});
