import { plainText, withoutComments } from '../../src/text/plain-text';
import { expectLinearIn } from '../growth';

test.each([
  ['**Ask** [[People/Ann Lee|Ann]] %%later%% about `pricing` ^q1', 'Ask Ann about pricing'],
  ['a <!-- no --> b', 'a b'],
  ['[the site](https://example.com) ![[Plan]]!', 'the site !'],
  ['*one* _two_ __three__ ~~four~~ ==five==', 'one two three four five'],
  ['2 * 3 snake_case ~5 a == b', '2 * 3 snake_case ~5 a b'],
  ['`%%code%%` \\*kept\\*', '%%code%% *kept*'],
  ['<b>bold</b> x < y', 'bold x < y'],
  ['#tag [key:: value]', '#tag [key:: value]'],
  ['not closed %% here', 'not closed %% here'],
])('%s', (text, words) => {
  expect(plainText(text)).toBe(words);
});

test('comments alone', () => {
  expect(withoutComments('a%%b%%c<!--d-->e')).toBe('ace');
  expect(withoutComments('a %% b')).toBe('a %% b');
});

test('linear on hostile text', () => {
  expectLinearIn(['*', '_a', '**', '<b ', '`', '%%', '<!--', '==', '\\', '`%%'], plainText);
});
