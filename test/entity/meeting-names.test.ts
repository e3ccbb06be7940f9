import { meetingNames } from '../../src/entity/meeting-names';
import { parseNames } from '../../src/entity/names-lines';
import { namesMemory } from '../../src/entity/names-memory';
import type { Note } from '../../src/note/note';
import { meeting, page, registryOf } from './vault-of';

const pages = [
  page('People/Ann Lee/README.md'),
  page('People/Bo Kim.md', { emails: ['bo@example.com'] }),
  page('People/Sam Ortega.md'),
  page('People/Sam Fox.md'),
  page('People/Zed Ives.md'),
  page('Projects/Atlas/README.md'),
  page('Accounts/Acme.md'),
  page('Accounts/Globex/Globex.md'),
];

function names(
  given: Parameters<typeof meeting>[1],
  path = '2025-10-28 Sync.md',
  others: readonly Note[] = [],
): string[] {
  const note = meeting(path, given);
  const registry = registryOf([...pages, ...others, note], { me: ['Zed Ives'] });
  return meetingNames(registry, note, 0).names.map(
    ({ entity, kind, name, via, candidates }) =>
      `${kind} ${name}${entity === null ? '?' : entity.page === null ? ' (no page)' : ''} ${via}${candidates.length > 0 ? ` of ${candidates.length}` : ''}`,
  );
}

it.each<[string, Parameters<typeof meeting>[1], string[]]>([
  ['a first name by the link beside it', { person: ['Ann', '[[Ann Lee]]'] }, ['person Ann Lee link']],
  [
    'a first name by a full name',
    { person: ['Sam', 'Sam Ortega', 'Bo'] },
    ['person Sam Ortega name', 'person Bo? none of 1'],
  ],
  [
    'a first name that two there have',
    { person: ['Sam', 'Sam Ortega', 'Sam Fox'] },
    ['person Sam? none of 2', 'person Sam Ortega name', 'person Sam Fox name'],
  ],
  ['a first name alone', { person: ['Ann', 'Sam'] }, ['person Ann? none of 1', 'person Sam? none of 2']],
  [
    'guesses do not support each other',
    { person: ['Ann', 'Ann L'] },
    ['person Ann? none of 1', 'person Ann L? none of 1'],
  ],
  [
    'me and nobody',
    { person: ['Myself', 'Zed Ives', '[[Zed Ives]]', 'TBD', 'Speaker 1', 'Bo Kim'] },
    ['person Bo Kim name'],
  ],
  [
    'an address',
    { person: ['bo@example.com', 'Bo Kim <bo@example.com>', 'Cy Orr <cy@example.com>'] },
    ['person Bo Kim name', 'person Cy Orr <cy@example.com>? none'],
  ],
  [
    'a name without a page',
    { person: ['Cy Orr', 'cy orr', '[[Dee Ray]]'] },
    ['person Cy Orr? none', 'person Dee Ray (no page) link'],
  ],
  [
    'kinds',
    { project: ['[[Atlas]]'], account: ['Acme', 'Unheard'] },
    ['project Atlas link', 'account Acme name', 'account Unheard? none'],
  ],
  [
    'a heading’s links',
    { any: ['[[Ann Lee]]', '[[Reading list]]', '[[Atlas]]'] },
    ['person Ann Lee link', 'project Atlas link'],
  ],
  [
    'two in one',
    { person: ['Ann Lee & Bo Kim', 'Cy/Dee'] },
    ['person Ann Lee name', 'person Bo Kim name', 'person Cy/Dee? none'],
  ],
  ['a link that is nothing', { person: ['[[]]'] }, []],
])('%s', (_, given, expected) => {
  expect(names(given)).toEqual(expected);
});

it('a note in an entity’s folder concerns it', () => {
  expect(names({ person: ['Bo Kim'] }, 'Accounts/Globex/2025-10-28 Sync.md')).toEqual([
    'person Bo Kim name',
    'account Globex context',
  ]);
  expect(names({ account: ['[[Globex]]'] }, 'Accounts/Globex/2025-10-28 Sync.md')).toEqual(['account Globex link']);
  expect(names({ person: ['Ann'] }, 'People/Ann Lee/2025-10-28.md')).toEqual(['person Ann Lee context']);
});

it('one word linked as a person somewhere claims no one elsewhere', () => {
  expect(
    names({ person: ['Sam'] }, '2025-10-29 Sync.md', [meeting('2025-10-01 Sync.md', { person: ['[[Sam]]'] })]),
  ).toEqual(['person Sam? none of 2']);
});

it('an answer for this group beats one for always', () => {
  const path = 'Throughline/Names.md';
  const memory = namesMemory(
    parseNames('- "Sam" → [[Sam Fox]]\n- "Sam" with [[Acme]] → [[Sam Ortega]]\n', path).decisions,
    path,
  );
  const sam = (account: string[]) =>
    meetingNames(registryOf(pages), meeting('2025-10-28.md', { person: ['Sam'], account }), 0, memory).names[0]?.name;
  expect([sam(['Acme']), sam(['[[Globex]]']), sam([])]).toEqual(['Sam Ortega', 'Sam Fox', 'Sam Fox']);
});

it('says whether I am named', () => {
  const registry = registryOf(pages, { me: ['Zed Ives'] });
  const here = (...person: string[]) => meetingNames(registry, meeting('2025-10-28.md', { person }), 0);
  expect(here('Zed Ives', 'Zed').meHere).toBe(true);
  expect(here('Zed Ives', 'Zed').names).toEqual([]);
  expect(here('Zed', 'Bo Kim').meHere).toBe(true);
  expect(here('Ann Lee', 'Bo Kim').meHere).toBe(false);
});

it('knows when notes that change, added or go leave the registry as it is', () => {
  const before = meeting('2025-10-28.md', { person: ['[[Ann Lee]]', 'Bo Kim', '[[Dee Ray]]'] });
  const other = meeting('2025-10-29.md', { person: ['[[Dee Ray]]', '[[dee ray]]'] });
  const check = (removed: readonly Note[], added: readonly Note[], { asksFirstMet = false } = {}): boolean => {
    const registry = registryOf([...pages, before, other], { me: ['Zed Ives'] });
    if (asksFirstMet) for (const entity of registry.entities) registry.firstMet(entity);
    return registry.exchanged({ removed, added, notes: [], moved: { removed: [], added: [] } }) !== null;
  };
  expect(check([before], [{ ...before, title: 'Sync' }])).toBe(true);
  expect(check([before], [meeting('2025-10-28.md', { person: ['[[Ann Lee]]', 'Cy Orr', '[[Dee Ray]]'] })])).toBe(true);
  expect(check([before], [meeting('2025-10-28.md', { person: ['[[Ann Leigh]]', 'Bo Kim', '[[Dee Ray]]'] })])).toBe(
    false,
  );
  expect(check([page('People/Bo Kim.md')], [page('People/Bo Kim.md', { aliases: ['Bob'] })])).toBe(false);
  expect(check([page('People/Bo Kim.md')], [page('People/Bo Kim Jr.md')])).toBe(false);
  expect(check([], [meeting('New.md', { person: ['[[Bo Kim]]', '[[Zed Ives]]', 'Sam', 'Nobody Known'] })])).toBe(true);
  expect(check([], [meeting('New.md', { person: ['[[Nobody Known]]'] })])).toBe(false);
  // Of a name without a page the spelling may tip.
  expect(check([], [meeting('New.md', { person: ['[[Dee Ray]]'] })])).toBe(true);
  expect(check([], [meeting('New.md', { person: ['[[dee ray]]'] })])).toBe(false);
  expect(check([before], [])).toBe(false);
  // Once somebody asked since when a person is known, an earlier meeting is another answer.
  const day = (date: string): Note => meeting(`${date} Sync.md`, { person: ['[[Ann Lee]]'] });
  expect([day('2025-10-27'), day('2025-10-29')].map((note) => check([], [note], { asksFirstMet: true }))).toEqual([
    false,
    true,
  ]);
  expect(check([], [day('2025-10-27')])).toBe(true);
});
