import fc from 'fast-check';
import { PatchedMap } from '../../src/text/patched-map';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const changes = fc.array(fc.tuple(key, fc.option(fc.nat(9), { nil: undefined })), { maxLength: 4 });

test('it says what a map with the same changes says, and the one before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat(9))), fc.array(changes, { maxLength: 6 }), (first, all) => {
      let known = new Map<string, number>(first);
      let map = PatchedMap.of<string, number>(new Map(first));
      for (const change of all) {
        const before = new Map(known);
        const next = map.patched(new Map(change));
        known = new Map(known);
        for (const [name, value] of new Map(change)) {
          if (value === undefined) known.delete(name);
          else known.set(name, value);
        }
        expect(new Map(next)).toEqual(known);
        expect([next.size, [...next.keys()].sort(), [...next.values()].sort()]).toEqual([
          known.size,
          [...known.keys()].sort(),
          [...known.values()].sort(),
        ]);
        for (const name of 'abcdef')
          expect([next.get(name), next.has(name)]).toEqual([known.get(name), known.has(name)]);
        expect(new Map(map)).toEqual(before);
        map = next;
      }
    }),
  );
});

test('many changes end in a new base that says the same', () => {
  let map = PatchedMap.of<number, number>(new Map([[0, 0]]));
  for (let at = 0; at < 1200; at += 1)
    map = map.patched(
      new Map([
        [at, at],
        [at - 100, undefined],
      ]),
    );
  expect([map.size, map.get(1150), map.get(1000), map.has(1099), map.has(1100)]).toEqual([
    100,
    1150,
    undefined,
    false,
    true,
  ]);
});
