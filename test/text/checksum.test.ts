import { checksum } from '../../src/text/checksum';

const long = 'abcdefghij {"x":1} '.repeat(10_000);

test('one character more, less or other anywhere, and it is another', () => {
  const sums = new Set([checksum(long)]);
  let texts = 1;
  for (const at of [0, 1, 2, 3, 4, 15, 16, 17, 65_535, 65_536, 65_537, long.length - 1]) {
    const character = long.charCodeAt(at);
    for (const other of [String.fromCharCode(character ^ 1), String.fromCharCode(character ^ 64), 'é', '李', '']) {
      sums.add(checksum(long.slice(0, at) + other + long.slice(at + 1)));
      texts += 1;
    }
  }
  sums.add(checksum(`${long}\0`));
  expect(sums.size).toBe(texts + 1);
});

test("two characters in each other's place", () => {
  const sums = new Set<string>();
  for (let at = 0; at < 40; at += 1) sums.add(checksum(`${'x'.repeat(at)}y${'x'.repeat(40 - at)}`));
  expect(sums.size).toBe(40);
});

test('of a part of a text it is that of the part', () => {
  for (const [from, to] of [
    [0, 7],
    [5, 70_000],
    [65_530, 65_550],
    [100, 100],
  ] as const)
    expect(checksum(long, from, to)).toBe(checksum(long.slice(from, to)));
  expect(checksum('')).toMatch(/^[0-9a-f]{32}$/);
});
