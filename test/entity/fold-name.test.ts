import fc from 'fast-check';
import { emailsIn, foldFileName, foldName, foldWhole } from '../../src/entity/fold-name';
import { expectLinearIn } from '../growth';

describe('foldName', () => {
  it.each([
    ['Ann Lee', 'ann lee'],
    ['  ANN   LEE ', 'ann lee'],
    ['Ann\u00a0Lee', 'ann lee'],
    ['Ann Lee (Acme, PM)', 'ann lee'],
    ['Ann Lee (Acme) (PM)', 'ann lee'],
    ['Ann Lee [EXT]', 'ann lee'],
    ['Ann Lee (PM', 'ann lee'],
    ['Ann Lee（営業）', 'ann lee'],
    ['(Ann Lee)', 'ann lee'],
    ['Dr. Ann Lee', 'ann lee'],
    ['Prof. Dr. Ann Lee', 'ann lee'],
    ['Frau Ann Lee', 'ann lee'],
    ['M. Jean Dupont', 'jean dupont'],
    ['M. Dupont', 'm dupont'],
    ['Dr', 'dr'],
    ['Pan Wei', 'pan wei'],
    ['Lee, Ann', 'ann lee'],
    ['Ann Lee, PhD', 'ann lee'],
    ['Ann Lee, Jr.', 'ann lee jr'],
    ['Acme, Inc.', 'acme inc'],
    ['Ann Lee <ann@acme.com>', 'ann lee'],
    ['Ann Lee ann@acme.com', 'ann lee'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Jean-Luc', 'jean luc'],
    ['Jean‑Luc', 'jean luc'],
    ['Zoë', 'zoe'],
    ['Łukasz Żak', 'lukasz zak'],
    ['Søren Østergård', 'soren ostergard'],
    ['Weiß', 'weiss'],
    ['WEIẞ', 'weiss'],
    ['Đặng', 'dang'],
    ['Æsa Þórr Ðóra', 'aesa thorr dora'],
    ['Œuvre', 'oeuvre'],
    ['İpek Yıldız', 'ipek yildiz'],
    ['Ħal', 'hal'],
    ['Ａｎｎ', 'ann'],
    ['Анна Ким', 'анна ким'],
    ['Сергей', 'сергей'],
    ['Алёна', 'алена'],
    ['Νίκος', 'νικοσ'],
    ['李明', '李明'],
    ['ガト', 'ガト'],
    ['김민수', '김민수'],
    ['田中太郎さん', '田中太郎'],
    ['अनीता', 'अनीता'],
    ['🚀 Launch', 'launch'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['R&D', 'r d'],
    ['#tag', 'tag'],
    ['a+b', 'a b'],
    ['', ''],
    ['—', ''],
    ['constructor', 'constructor'],
  ])('%s → %s', (text, key) => {
    expect(foldName(text)).toBe(key);
  });

  it('is the same for every Unicode form of a name', () => {
    for (const name of ['Zoë Ørsted', 'Сергей', 'ガト', '김민수', 'अनीता', 'Đặng']) {
      expect(foldName(name.normalize('NFD'))).toBe(foldName(name.normalize('NFC')));
    }
  });

  it('keeps names apart that differ in a letter', () => {
    expect(new Set(['ガト', 'カト', 'Сергеи', 'Сергей', 'C', 'C++', 'C#'].map(foldName)).size).toBe(7);
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = foldWhole(text);
        expect(foldWhole(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('takes linear time on hostile names', () => {
    for (const sizes of [
      { from: 25, to: 200 },
      { from: 12_500, to: 100_000 },
    ]) {
      expectLinearIn(['(', '+', 'a@', ', ', 'dr ', 'a'], (text) => foldName(text) + foldWhole(text), sizes);
    }
  });
});

it.each([
  ['ann.lee@acme.com', ['ann.lee@acme.com']],
  ['Ann Lee <Ann.Lee@Acme.com>', ['ann.lee@acme.com']],
  ['Bo (PM, email: bo@example.com)', ['bo@example.com']],
  ['mailto:bo@example.com.', ['mailto:bo@example.com']],
  ['@Ann', []],
  ['Dee @ Acme', []],
  ['a@b', []],
])('emailsIn: %s', (text, emails) => {
  expect(emailsIn(text)).toEqual(emails.map((email) => email.replace('mailto:', '')));
});

it('foldFileName: letter case and Unicode form do not count, words do', () => {
  expect(foldFileName('Zoë.md')).toBe(foldFileName('ZOË.md'.normalize('NFD')));
  expect(foldFileName('Zoe.md')).not.toBe(foldFileName('Zoë.md'));
});
