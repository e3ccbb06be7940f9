import fc from 'fast-check';
import { parseNames, printNameAnswer, type NameAnswer, type DecisionScope } from '../../src/entity/names-lines';
import { namesMemory } from '../../src/entity/names-memory';
import { resolveName, type ResolveContext } from '../../src/entity/resolve';
import type { Note } from '../../src/note/note';
import { expectLinearIn } from '../growth';
import { nameOf, page, plain, registryOf } from './vault-of';

const PATH = 'Throughline/Names.md';
const always = { in: 'vault' } as const;

describe('reading the memory', () => {
  const read = (line: string) => parseNames(line, PATH).decisions;
  it.each<[string, NameAnswer]>([
    [
      '- "Sam" with [[Acme]] → [[Sam Ortega]] · since 2025-10-01',
      {
        kind: 'means',
        text: 'Sam',
        target: 'Sam Ortega',
        scope: { in: 'group', with: ['Acme'] },
        among: null,
        since: '2025-10-01',
      },
    ],
    [
      '- "Sam" with [[Acme]], [[Dana Fox]] -> [[People/Sam Ortega|Sam]]',
      {
        kind: 'means',
        text: 'Sam',
        target: 'People/Sam Ortega',
        scope: { in: 'group', with: ['Acme', 'Dana Fox'] },
        among: null,
        since: null,
      },
    ],
    [
      '* “Sam” in [[2025-10-28 Sync]] → [[Sam Ortega]].',
      {
        kind: 'means',
        text: 'Sam',
        target: 'Sam Ortega',
        scope: { in: 'note', note: '2025-10-28 Sync' },
        among: null,
        since: null,
      },
    ],
    [
      '  - "Sam" → [[Sam Ortega]] · among [[Sam Ortega]], [[Sam Fox]] · since 2025-10-01',
      {
        kind: 'means',
        text: 'Sam',
        target: 'Sam Ortega',
        scope: always,
        among: ['Sam Ortega', 'Sam Fox'],
        since: '2025-10-01',
      },
    ],
    ['- "AL" => me', { kind: 'means', text: 'AL', target: null, scope: always, among: null, since: null }],
    ['- "May" is not a name', { kind: 'no-name', text: 'May', scope: always, since: null }],
    [
      '- "May" in [[Plan]] is not a name',
      { kind: 'no-name', text: 'May', scope: { in: 'note', note: 'Plan' }, since: null },
    ],
    ['- "Gwen" gets no page', { kind: 'no-page', text: 'Gwen' }],
    ['- "Sam" is not [[Sam Fox]]', { kind: 'is-not', text: 'Sam', target: 'Sam Fox', scope: always }],
    [
      '- "Sam" in [[Plan]] is not [[People/Sam Fox/README|Sam Fox]].',
      { kind: 'is-not', text: 'Sam', target: 'People/Sam Fox/README', scope: { in: 'note', note: 'Plan' } },
    ],
    ['- [[Ann Lee]] hands nothing over', { kind: 'keeps', target: 'Ann Lee' }],
    ['- [[Jon Stefan]] is not [[Jon Stefans]]', { kind: 'different', one: 'Jon Stefan', other: 'Jon Stefans' }],
  ])('%s', (line, decision) => {
    expect(read(line)).toEqual([decision]);
    expect(read(printNameAnswer(decision))).toEqual([decision]);
  });

  it('prints the lines as they are shown', () => {
    const lines = [
      '- "Sam" with [[Acme]] → [[People/Sam Ortega/README|Sam Ortega]] · since 2025-10-01',
      '- "May" is not a name',
      '- "Gwen" gets no page',
      '- [[Jon Stefan]] is not [[Jon Stefans]]',
    ];
    expect(lines.flatMap(read).map(printNameAnswer)).toEqual(lines);
  });

  it('passes over prose and other lists, and names what looks meant and cannot be read', () => {
    const text = [
      '---',
      'tags: names',
      '---',
      '# Names',
      '"Sam" → [[Sam Ortega]]',
      '- Ask Sam',
      '- [[Ann Lee]] is new',
      '- "quoted" words',
      '- "Sam" → Sam Ortega',
      '- "Sam" → [[Sam Ortega]] · since 2025-02-30',
      '- "Sam" with → [[Sam Ortega]]',
      '- [[A]] is not B',
    ].join('\r\n');
    const { decisions, problems } = parseNames(text, PATH);
    expect(decisions).toEqual([]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual(
      [8, 9, 10, 11, 12].map((line) => [line, 'names-line-unreadable']),
    );
  });

  it('reads every decision as it was printed', () => {
    const word = fc.stringMatching(/^[A-Za-zé李][A-Za-z .'é李-]{0,12}[A-Za-zé李]$/);
    const date = fc.constantFrom(null, '2025-10-01', '2024-02-29');
    const scope = fc.oneof(
      fc.constant(always),
      fc.record({ in: fc.constant('note' as const), note: word }),
      fc.record({ in: fc.constant('group' as const), with: fc.array(word, { minLength: 1, maxLength: 3 }) }),
    );
    const decision: fc.Arbitrary<NameAnswer> = fc.oneof(
      fc.record({
        kind: fc.constant('means' as const),
        text: word,
        target: fc.option(word),
        scope,
        among: fc.option(fc.array(word, { minLength: 1, maxLength: 3 })),
        since: date,
      }),
      fc.record({ kind: fc.constant('no-name' as const), text: word, scope, since: date }),
      fc.record({
        kind: fc.constant('is-not' as const),
        text: word,
        target: fc.oneof(
          word,
          word.map((name) => `People/${name}/README`),
        ),
        scope,
      }),
      fc.record({ kind: fc.constant('no-page' as const), text: word }),
      fc.record({ kind: fc.constant('keeps' as const), target: word }),
      fc.record({ kind: fc.constant('different' as const), one: word, other: word }),
    );
    fc.assert(
      fc.property(fc.array(decision), (decisions) => {
        const text = ['# Names', ...decisions.map(printNameAnswer), ''].join('\n');
        expect(parseNames(text, PATH)).toEqual({ decisions, lines: decisions.map((_, at) => at + 2), problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('survives any text, in linear time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseNames(`- "${text}`, PATH).decisions.length).toBeLessThan(2);
      }),
    );
    for (const [before, part] of [
      ['- ', '"'],
      ['- "a" with ', '[[b]], '],
      ['- [[', 'a'],
      ['- "a"', ' '],
      ['', ' '],
      ['', '- "a"\n'],
    ] as const) {
      expectLinearIn([part], (text) => parseNames(before + text, PATH), { from: 25_000, to: 200_000 });
    }
  });
});

describe('what is remembered', () => {
  const vault = [
    page('People/Sam Ortega.md'),
    page('People/Sam Fox.md'),
    page('People/Dana Fox.md'),
    page('People/Ann Lee/README.md'),
    page('People/Zed Ives.md'),
    page('Accounts/Acme.md'),
    page('Accounts/Globex.md'),
    plain('2025-10-28 Sync.md'),
  ];
  function resolved(
    lines: readonly string[],
    text: string,
    given: Partial<ResolveContext> & { readonly with?: readonly string[] } = {},
    notes: readonly Note[] = vault,
  ): string {
    const registry = registryOf(notes, { me: ['Zed Ives'] });
    const { decisions, problems } = parseNames(lines.map((line) => `- ${line}`).join('\n'), PATH);
    expect(problems).toEqual([]);
    const meetingEntities = registry.entities.filter(({ name }) => given.with?.includes(name));
    const found = resolveName(registry, nameOf(text), {
      kind: null,
      path: '2025-10-28 Sync.md',
      date: '2025-10-28',
      ...given,
      meetingEntities,
      memory: namesMemory(decisions, PATH),
    });
    if (found.me) return 'me';
    if (found.nobody) return 'nobody';
    return found.entity === null
      ? `ask ${found.candidates.map(({ name }) => name).join(', ')}`
      : `${found.entity.name} by ${found.via}`;
  }
  const ask = 'ask Sam Fox, Sam Ortega';

  it('holds for its note', () => {
    expect(resolved(['"Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]'], 'sam')).toBe('Sam Ortega by memory');
    expect(resolved(['"Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]'], 'Sam', { path: 'Other.md' })).toBe(ask);
    expect(resolved(['"Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]'], 'Sam', { with: ['Sam Fox'] })).toBe(
      'Sam Ortega by memory',
    );
  });

  it('holds for its group', () => {
    const lines = [
      '"Sam" with [[Acme]] → [[Sam Ortega]] · since 2025-10-01',
      '"Sam" with [[Acme]], [[Dana Fox]] → [[Sam Fox]]',
    ];
    expect(resolved(lines, 'Sam', { with: ['Acme'] })).toBe('Sam Ortega by memory');
    expect(resolved(lines, 'Sam', { with: ['Acme', 'Dana Fox', 'Ann Lee'] })).toBe('Sam Fox by memory');
    expect(resolved(lines, 'Sam', { with: ['Globex'] })).toBe(ask);
  });

  it('holds always, but not against the meeting', () => {
    const lines = ['"Sam" → [[Sam Ortega]]'];
    expect(resolved(lines, 'Sam')).toBe('Sam Ortega by memory');
    expect(resolved(lines, 'Sam', { with: ['Sam Ortega', 'Sam Fox'] })).toBe('Sam Ortega by memory');
    expect(resolved(lines, 'Sam', { with: ['Sam Fox'] })).toBe('Sam Fox by context');
  });

  it('the latest answer that had begun holds; the first for older notes too', () => {
    const lines = ['"Sam" → [[Sam Ortega]] · since 2025-03-01', '"Sam" → [[Sam Fox]] · since 2025-09-01'];
    expect(resolved(lines, 'Sam', { date: '2025-01-01' })).toBe('Sam Ortega by memory');
    expect(resolved(lines, 'Sam', { date: '2025-08-31' })).toBe('Sam Ortega by memory');
    expect(resolved(lines, 'Sam', { date: '2025-09-01' })).toBe('Sam Fox by memory');
    expect(resolved([...lines].reverse(), 'Sam', { date: '2025-08-31' })).toBe('Sam Ortega by memory');
    expect(resolved([...lines, ...lines], 'Sam')).toBe('Sam Fox by memory');
    expect(resolved(['"Sam" → [[Sam Ortega]]', '"Sam" → [[Sam Fox]]'], 'Sam')).toBe(ask);
  });

  it('asks once more when someone new has the name, for later notes only', () => {
    const lines = ['"Sam" → [[Sam Ortega]] · among [[Sam Ortega]], [[Sam Fox]] · since 2025-10-01'];
    const later = [...vault, page('People/Sam Vale.md')];
    expect(resolved(lines, 'Sam')).toBe('Sam Ortega by memory');
    expect(resolved(lines, 'Sam', { date: '2025-09-30' }, later)).toBe('Sam Ortega by memory');
    expect(resolved(lines, 'Sam', {}, later)).toBe('ask Sam Fox, Sam Ortega, Sam Vale');
    const again = [...lines, '"Sam" → [[Sam Vale]] · among [[Sam Ortega]], [[Sam Vale]] · since 2025-12-01'];
    expect(resolved(again, 'Sam', {}, later)).toBe('Sam Ortega by memory');
    expect(resolved(again, 'Sam', { date: '2025-12-02' }, later)).toBe('Sam Vale by memory');
  });

  it('knows what is no name, what is me, and what a linked word means', () => {
    expect(resolved(['"Sam" is not a name'], 'Sam')).toBe('nobody');
    expect(resolved(['"Boss" → me'], 'boss')).toBe('me');
    expect(resolved(['"Boss" → [[Zed Ives]]'], 'boss')).toBe('me');
    expect(resolved(['"Sam" → me'], 'Sam', { with: ['Dana Fox'] })).toBe('me');
    expect(resolved(['"Sam" → me'], 'Sam', { with: ['Sam Fox'] })).toBe('Sam Fox by context');
    expect(resolved(['"Sam" → [[Sam Fox]]'], '[[Sam]]', { kind: 'person' })).toBe('Sam Fox by memory');
    expect(resolved(['"Annabel" → [[People/Ann Lee/README|Ann Lee]]'], 'Annabel')).toBe('Ann Lee by memory');
    expect(resolved(['"Annabel" → [[Ann Lee]]'], 'Annabel')).toBe('Ann Lee by memory');
  });

  it('is not who it was said not to be, wherever that holds', () => {
    expect(resolved(['"Sam" is not [[Sam Fox]]'], 'Sam')).toBe('ask Sam Ortega');
    expect(resolved(['"Sam" is not [[Sam Fox]]', '"Sam" is not [[Sam Ortega]]'], 'Sam')).toBe('ask ');
    expect(resolved(['"Sam" is not [[Sam Fox]]'], 'Sam', { with: ['Sam Fox'] })).toBe('ask Sam Ortega');
    expect(resolved(['"Sam" is not [[Sam Fox]]'], 'Sam', { with: ['Sam Fox', 'Sam Ortega'] })).toBe(
      'Sam Ortega by context',
    );
    expect(resolved(['"Sam" is not [[Sam Fox]]'], 'Sam Fox')).toBe('Sam Fox by name');
    expect(resolved(['"Sam" in [[2025-10-28 Sync]] is not [[Sam Fox]]'], 'Sam')).toBe('ask Sam Ortega');
    expect(resolved(['"Sam" in [[2025-10-28 Sync]] is not [[Sam Fox]]'], 'Sam', { path: 'Other.md' })).toBe(ask);
    expect(resolved(['"Sam" with [[Acme]] is not [[Sam Fox]]'], 'Sam', { with: ['Acme'] })).toBe('ask Sam Ortega');
    expect(resolved(['"Sam" with [[Acme]] is not [[Sam Fox]]'], 'Sam', { with: ['Globex'] })).toBe(ask);
  });

  it('asks again where answers speak against each other', () => {
    expect(resolved(['"Sam" → [[Sam Fox]]', '"Sam" is not [[Sam Fox]]'], 'Sam')).toBe(ask);
    expect(resolved(['"Sam" in [[2025-10-28 Sync]] → [[Sam Fox]]', '"Sam" is not [[Sam Fox]]'], 'Sam')).toBe(
      'Sam Fox by memory',
    );
    expect(resolved(['"Sam" → [[Sam Fox]]', '"Sam" with [[Acme]] is not [[Sam Fox]]'], 'Sam', { with: ['Acme'] })).toBe(
      'ask Sam Ortega',
    );
    const among = ' · among [[Sam Ortega]], [[Sam Fox]]';
    const atOnce = [
      `"Sam" → [[Sam Fox]]${among} · since 2025-10-01`,
      `"Sam" → [[Sam Ortega]]${among} · since 2025-10-02`,
    ];
    for (const date of ['2025-09-01', '2025-10-01', '2025-10-28']) expect(resolved(atOnce, 'Sam', { date })).toBe(ask);
  });

  it('finds a note that was moved, and a page by the name it had', () => {
    expect(resolved(['"Sam" in [[Old/2025-10-28 Sync]] → [[Sam Ortega]]'], 'Sam')).toBe('Sam Ortega by memory');
    const renamed = [...vault, page('People/Samuel Vale.md', { aliases: ['Sam Vale'] })];
    expect(resolved(['"Boss" → [[Sam Vale]]'], 'Boss', {}, renamed)).toBe('Samuel Vale by memory');
    expect(resolved(['"Sam" is not [[Sam Vale]]'], 'Sam', {}, renamed)).toBe(ask);
  });

  it('the order of lines and their number never count', () => {
    const target = fc.constantFrom('Sam Ortega', 'Sam Fox', 'Ann Lee');
    const scope: fc.Arbitrary<DecisionScope> = fc.constantFrom<DecisionScope[]>(
      always,
      { in: 'note', note: '2025-10-28 Sync' },
      { in: 'group', with: ['Acme'] },
      { in: 'group', with: ['Acme', 'Dana Fox'] },
    );
    const since = fc.constantFrom(null, '2025-01-01', '2025-10-01', '2025-12-01');
    const line = fc
      .oneof(
        fc.record({
          kind: fc.constant('means' as const),
          text: fc.constant('Sam'),
          target,
          scope,
          among: fc.option(fc.subarray(['Sam Ortega', 'Sam Fox', 'Ann Lee'], { minLength: 1 })),
          since,
        }),
        fc.record({ kind: fc.constant('no-name' as const), text: fc.constant('Sam'), scope, since }),
        fc.record({ kind: fc.constant('is-not' as const), text: fc.constant('Sam'), target, scope }),
      )
      .map((decision: NameAnswer) => printNameAnswer(decision).slice(2));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
        fc.constantFrom('2024-12-31', '2025-05-05', '2025-10-28', '2026-01-01'),
        fc.subarray(['Acme', 'Dana Fox', 'Sam Fox']),
        (lines, dice, date, there) => {
          const twice = [...lines, ...lines.filter((_, at) => (dice[at] ?? 0) % 2 === 0)];
          const shuffled = twice
            .map((one, at) => ({ one, at: dice[11 - at] ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          expect(resolved(shuffled, 'Sam', { date, with: there })).toBe(resolved(lines, 'Sam', { date, with: there }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does nothing for an entity that is gone, and gives way to an exact name', () => {
    expect(resolved(['"Sam" → [[Gone]]'], 'Sam')).toBe(ask);
    expect(resolved(['"Ann Lee" → [[Sam Fox]]'], 'Ann Lee')).toBe('Ann Lee by name');
    expect(resolved(['"constructor" → [[Sam Fox]]'], 'toString')).toBe('ask ');
  });
});
