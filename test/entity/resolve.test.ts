import fc from 'fast-check';
import type { Entity, Resolution } from '../../src/entity/entity';
import { findEntity } from '../../src/entity/find-entity';
import { resolveName, resolveOwner, splitNames, type ResolveContext } from '../../src/entity/resolve';
import type { Registry } from '../../src/entity/registry';
import { expectSteady } from '../growth';
import { meeting, nameOf, page, plain, registryOf } from './vault-of';

const VAULT = [
  page('People/Ann Lee/README.md', { aliases: ['Annie'], emails: ['ann.lee@acme.com'] }),
  page('People/Bo Kim.md', { emails: ['bo@example.com'] }),
  page('People/Dana Fox.md'),
  page('People/Sam Ortega.md'),
  page('People/Sam Fisher.md', { status: 'left' }),
  page('People/Sam Fox.md'),
  page('People/Łukasz Żak.md'),
  page('People/Anna Maria Rossi.md'),
  page('People/Dr. Gil.md'),
  page('People/Mr. Moss.md'),
  page('People/Mrs. Moss.md'),
  page('People/Pat Hall (Acme).md'),
  page('People/Pat Hall (Globex).md'),
  page('People/Kit Ray (Acme).md'),
  page('People/Lee Ann.md'),
  page('People/Jo.md'),
  page('People/李明.md', { aliases: ['Li Ming'] }),
  page('People/Сергей Ким.md'),
  page('People/Sean O’Brien.md'),
  page('People/constructor.md'),
  page('People/May Well.md'),
  page('Archive/People/Bo Kim.md'),
  page('Projects/Atlas.md', { aliases: ['Project A'] }),
  page('Projects/Atlas (Phase 2).md'),
  page('Projects/C++ port.md'),
  page('Projects/C port.md'),
  page('Projects/Mercury.md'),
  page('Projects/Jo.md'),
  page('Accounts/Mercury.md'),
  page('Accounts/Acme, Inc..md', { aliases: ['Acme'] }),
  page('Accounts/Remote/index.md'),
  page('People/Zed Ives.md', { aliases: ['Zee'], emails: ['Zed <zed@acme.com>'] }),
  plain('Notes/Atlas spec.md'),
  plain('Notes/Dana notes.md'),
  plain('1-1/Ann Lee.md'),
  meeting('2025-01-10 Sync.md', {
    person: ['[[Sam]]', '[[Noa Berg]]', '[[TBD]]', '[[Zed Ives]]'],
    project: ['[[Borealis]]', '[[Atlas spec]]'],
    account: ['[[Team]]'],
  }),
  meeting('2025-01-11 Sync.md', { person: ['[[noa berg]]'], account: ['[[Mercury]]'] }),
  meeting('2025-01-12 Sync.md', { person: ['[[Noa Berg]]', '[[Hannah Roy|Hannah]]', '[[Sam Fox]]'] }),
];

const rules = { me: ['Zed Ives', 'Z. I.'], excluded: (path: string) => path.startsWith('Archive/') };
const registry = registryOf(VAULT, rules);

function entity(name: string, from: Registry = registry): Entity {
  const [found] = from.entities.filter((one) => one.id === name || one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function context(given: Partial<ResolveContext> = {}): ResolveContext {
  return { kind: null, path: '2025-10-28 Sync.md', date: '2025-10-28', meetingEntities: [], ...given };
}

function said({ entity: found, via, candidates, me, nobody }: Resolution): string {
  if (me) return 'me';
  if (nobody) return 'nobody';
  if (found !== null) return `${found.page ?? found.id} by ${via}`;
  return candidates.length === 0 ? 'unknown' : `ask: ${candidates.map(({ id }) => id).join(', ')}`;
}

const resolved = (text: string, given: Partial<ResolveContext> = {}, from = registry): string =>
  said(resolveName(from, nameOf(text), context(given)));

describe('a name by itself', () => {
  it.each([
    ['Ann Lee', 'People/Ann Lee/README.md by name'],
    ['ANN LEE', 'People/Ann Lee/README.md by name'],
    ['ann  lee', 'People/Ann Lee/README.md by name'],
    ['Dr. Ann Lee', 'People/Ann Lee/README.md by name'],
    ['Ann Lee (Acme, PM)', 'People/Ann Lee/README.md by name'],
    ['Ann Lee [EXT]', 'People/Ann Lee/README.md by name'],
    ['Lee, Ann (EXT)', 'People/Ann Lee/README.md by name'],
    ['Ann Lee, MBA', 'People/Ann Lee/README.md by name'],
    ['Ann Lee <ann@other.com>', 'People/Ann Lee/README.md by name'],
    ['Lee Ann', 'People/Lee Ann.md by name'],
    ['Annie', 'People/Ann Lee/README.md by alias'],
    ['ann.lee@acme.com', 'People/Ann Lee/README.md by alias'],
    ['Ann.Lee@ACME.com', 'People/Ann Lee/README.md by alias'],
    ['Annette <ann.lee@acme.com>', 'People/Ann Lee/README.md by alias'],
    ['ann.lee@globex.com', 'ask: People/Ann Lee/README.md'],
    ['Bo (PM, email: bo@example.com)', 'People/Bo Kim.md by alias'],
    ['Bo Kim', 'People/Bo Kim.md by name'],
    ['Lukasz Zak', 'People/Łukasz Żak.md by name'],
    ['Łukasz Żak'.normalize('NFD'), 'People/Łukasz Żak.md by name'],
    ["Sean O'Brien", 'People/Sean O’Brien.md by name'],
    ['Sean OBrien', 'People/Sean O’Brien.md by name'],
    ['李明', 'People/李明.md by name'],
    ['Li Ming', 'People/李明.md by alias'],
    ['Сергей Ким', 'People/Сергей Ким.md by name'],
    ['constructor', 'People/constructor.md by name'],
    ['__proto__', 'unknown'],
    ['toString', 'unknown'],
    ['Dr Gil', 'People/Dr. Gil.md by name'],
    ['Gil', 'unknown'],
    ['Mr Moss', 'People/Mr. Moss.md by name'],
    ['Moss', 'unknown'],
    ['Pat Hall', 'ask: People/Pat Hall (Acme).md, People/Pat Hall (Globex).md'],
    ['Pat Hall (Globex)', 'People/Pat Hall (Globex).md by name'],
    ['Pat Hall (Initech)', 'unknown'],
    ['Kit Ray', 'People/Kit Ray (Acme).md by name'],
    ['Kit Ray (Globex)', 'unknown'],
    ['Ann', 'ask: People/Ann Lee/README.md'],
    ['Ann L.', 'ask: People/Ann Lee/README.md'],
    ['A. Lee', 'ask: People/Ann Lee/README.md'],
    ['Ann K.', 'unknown'],
    ['A', 'unknown'],
    ['Lee', 'ask: People/Lee Ann.md'],
    ['Kim', 'unknown'],
    ['Sam', 'ask: People/Sam Fox.md, People/Sam Ortega.md'],
    ['Sam F.', 'ask: People/Sam Fox.md'],
    ['Anna Rossi', 'ask: People/Anna Maria Rossi.md'],
    ['Annabel', 'unknown'],
    ['Ann Leeson', 'unknown'],
    ['Noa Berg', 'person:noa berg by name'],
    ['Hannah Roy', 'person:hannah roy by name'],
    ['Hannah', 'ask: person:hannah roy'],
    ['Borealis', 'project:borealis by name'],
    ['Atlas', 'Projects/Atlas.md by name'],
    ['Atlas (Phase 2)', 'Projects/Atlas (Phase 2).md by name'],
    ['Atlas (Phase 3)', 'Projects/Atlas.md by name'],
    ['Project A', 'Projects/Atlas.md by alias'],
    ['Atlas spec', 'unknown'],
    ['C++ port', 'Projects/C++ port.md by name'],
    ['C port', 'Projects/C port.md by name'],
    ['C# port', 'unknown'],
    ['Acme Inc', 'Accounts/Acme, Inc..md by name'],
    ['Acme', 'Accounts/Acme, Inc..md by alias'],
    ['Mercury', 'ask: Accounts/Mercury.md, Projects/Mercury.md'],
    ['Jo', 'ask: People/Jo.md, Projects/Jo.md'],
    ['Zed Ives', 'me'],
    ['zed ives (PM)', 'me'],
    ['ZED@acme.com', 'me'],
    ['Zee', 'me'],
    ['Zed', 'me'],
    ['Z. Ives', 'me'],
    ['Ives', 'unknown'],
    ['me', 'me'],
    ['Myself', 'me'],
    ['TBD', 'nobody'],
    ['tbd?', 'nobody'],
    ['Unknown', 'nobody'],
    ['Unknown (Acme)', 'nobody'],
    ['N/A', 'nobody'],
    ['Speaker 1', 'nobody'],
    ['Unknown Speaker', 'nobody'],
    ['Remote?', 'nobody'],
    ['Everyone', 'nobody'],
    ['The team', 'nobody'],
    ['{{participants}}', 'nobody'],
    ['{ { PARTICIPANTS } }', 'nobody'],
    ['—', 'nobody'],
    ['', 'nobody'],
    ['Leo (Unknown)', 'unknown'],
    ['Na Li', 'unknown'],
  ])('%s: %s', (text, expected) => {
    expect(resolved(text)).toBe(expected);
  });
});

describe('a name given for a kind', () => {
  it.each([
    ['Mercury', 'account', 'Accounts/Mercury.md by name'],
    ['Mercury', 'project', 'Projects/Mercury.md by name'],
    ['Mercury', 'person', 'ask: Accounts/Mercury.md, Projects/Mercury.md'],
    ['Jo', 'person', 'People/Jo.md by name'],
    ['Ann Lee', 'project', 'ask: People/Ann Lee/README.md'],
    ['Ann', 'project', 'unknown'],
    ['Remote', 'account', 'Accounts/Remote/index.md by name'],
    ['Remote', 'person', 'nobody'],
    ['Unknown', 'account', 'nobody'],
    ['Team', 'account', 'account:team by name'],
  ])('%s as %s: %s', (text, kind, expected) => {
    expect(resolved(text, { kind })).toBe(expected);
  });
});

describe('a link', () => {
  it.each([
    ['[[People/Ann Lee/README]]', null, 'People/Ann Lee/README.md by link'],
    ['[[People/Ann Lee/README.md|Ann]]', null, 'People/Ann Lee/README.md by link'],
    ['[[Ann Lee/README]]', null, 'People/Ann Lee/README.md by link'],
    ['[[people/ann lee/readme]]', null, 'People/Ann Lee/README.md by link'],
    ['[[People/Ann Lee]]', null, 'People/Ann Lee/README.md by link'],
    // `1-1/Ann Lee.md` is where Obsidian leads; in a people key the person is meant.
    ['[[Ann Lee]]', null, 'unknown'],
    ['[[Ann Lee]]', 'person', 'People/Ann Lee/README.md by name'],
    ['[[Dana Fox]]', null, 'People/Dana Fox.md by link'],
    ['[[Dana Fox|DF]]', null, 'People/Dana Fox.md by link'],
    ['[[./People/Dana Fox]]', null, 'People/Dana Fox.md by link'],
    ['[[../Dana Fox]]', null, 'People/Dana Fox.md by link'],
    ['[[/People/Dana Fox]]', null, 'People/Dana Fox.md by link'],
    ['[[Elsewhere/Dana Fox]]', null, 'People/Dana Fox.md by link'],
    ['[[Bo Kim]]', null, 'People/Bo Kim.md by link'],
    ['[[Archive/People/Bo Kim]]', null, 'People/Bo Kim.md by link'],
    ['[[Remote]]', null, 'Accounts/Remote/index.md by link'],
    ['[[Everyone]]', null, 'nobody'],
    ['[[Accounts/Remote]]', null, 'Accounts/Remote/index.md by link'],
    ['[[Remote]]', 'account', 'Accounts/Remote/index.md by link'],
    ['[[Mercury]]', 'account', 'Accounts/Mercury.md by link'],
    ['[[Mercury]]', null, 'ask: Accounts/Mercury.md, Projects/Mercury.md'],
    ['[[Projects/Mercury]]', 'account', 'Projects/Mercury.md by link'],
    ['[[Dana notes]]', null, 'unknown'],
    ['[[Dana notes|Dana Fox]]', null, 'unknown'],
    ['[[Atlas spec]]', 'project', 'unknown'],
    ['[[Annie]]', 'person', 'People/Ann Lee/README.md by alias'],
    ['[[Noa Berg]]', 'person', 'person:noa berg by link'],
    ['[[Sam]]', 'person', 'person:sam by link'],
    ['[[Nobody Known]]', null, 'unknown'],
    ['[[Zed Ives]]', 'person', 'me'],
    ['[[TBD]]', 'person', 'nobody'],
    ['[[]]', null, 'unknown'],
    ['[[constructor]]', null, 'People/constructor.md by link'],
  ])('%s for %s: %s', (text, kind, expected) => {
    expect(resolved(text, { kind })).toBe(expected);
  });
});

describe('a name among the people of a meeting', () => {
  const here = (...names: string[]) => ({ meetingEntities: names.map((name) => entity(name)) });
  it.each([
    ['Sam', ['Sam Ortega'], 'People/Sam Ortega.md by context'],
    ['sam', ['Sam Ortega', 'Ann Lee'], 'People/Sam Ortega.md by context'],
    ['Sam O.', ['Sam Ortega', 'Sam Fox'], 'People/Sam Ortega.md by context'],
    ['Sam', ['Sam Ortega', 'Sam Fox'], 'ask: People/Sam Fox.md, People/Sam Ortega.md'],
    ['Sam', ['Sam Fisher'], 'People/Sam Fisher.md by context'],
    ['Sam', ['Ann Lee'], 'ask: People/Sam Fox.md, People/Sam Ortega.md'],
    ['Sam', ['person:sam'], 'person:sam by context'],
    ['Sam', ['person:sam', 'Sam Fox'], 'ask: person:sam, People/Sam Fox.md'],
    ['A. Lee', ['Ann Lee'], 'People/Ann Lee/README.md by context'],
    ['A. Lee', ['Dana Fox'], 'ask: People/Ann Lee/README.md'],
    ['Anna', ['Anna Maria Rossi'], 'People/Anna Maria Rossi.md by context'],
    ['Anna Maria', ['Anna Maria Rossi'], 'People/Anna Maria Rossi.md by context'],
    ['Maria', ['Anna Maria Rossi'], 'unknown'],
    ['Rossi', ['Anna Maria Rossi'], 'unknown'],
    ['Ann', ['Anna Maria Rossi'], 'ask: People/Ann Lee/README.md'],
    ['Ann (Acme)', ['Ann Lee'], 'People/Ann Lee/README.md by context'],
    ['Pat Hall', ['Pat Hall (Acme)'], 'People/Pat Hall (Acme).md by context'],
    [
      'Pat Hall',
      ['Pat Hall (Acme)', 'Pat Hall (Globex)'],
      'ask: People/Pat Hall (Acme).md, People/Pat Hall (Globex).md',
    ],
    ['Mercury', ['Accounts/Mercury.md'], 'Accounts/Mercury.md by context'],
    ['Сергей', ['Сергей Ким'], 'People/Сергей Ким.md by context'],
    ['Jo', ['People/Jo.md'], 'People/Jo.md by context'],
    ['Atlas', ['Atlas (Phase 2)'], 'Projects/Atlas.md by name'],
    ['Zed', ['Ann Lee'], 'me'],
  ])('%s with %j: %s', (text, names, expected) => {
    expect(resolved(text, here(...names))).toBe(expected);
  });

  it('takes my first name for me, but where another in the vault has it only if I am named, and never if they are there', () => {
    const two = registryOf([...VAULT, page('People/Zed Moon.md')], rules);
    expect(resolved('Zed', {}, two)).toBe('ask: People/Zed Moon.md');
    expect(resolved('Zed', { meHere: true }, two)).toBe('me');
    expect(resolved('Zed', { meHere: true, meetingEntities: [entity('Zed Moon', two)] }, two)).toBe(
      'ask: People/Zed Moon.md',
    );
    expect(resolved('Zed', { kind: 'project' })).toBe('unknown');
  });
});

it('I am no entity, and have no page', () => {
  expect(registry.entities.map(({ name }) => name)).not.toContain('Zed Ives');
  expect(registry.isMyPage('People/Zed Ives.md')).toBe(true);
});

it('a page of mine makes its address and its other full names mine', () => {
  const mine = registryOf(
    [page('People/Zed Ives.md', { emails: ['zed@acme.com'] }), page('People/Fay Zee.md', { aliases: ['Zed'] })],
    { me: ['zed@acme.com', 'Zed'] },
  );
  expect(mine.entities.map(({ name }) => name)).toEqual(['Fay Zee']);
  expect(resolved('Zed Ives', {}, mine)).toBe('me');
});

it('names linked for a kind are entities without a page, once, spelled as they mostly are', () => {
  expect(registry.entities.filter(({ page: path }) => path === null).map(({ id, name }) => [id, name])).toEqual([
    ['account:team', 'Team'],
    ['person:hannah roy', 'Hannah Roy'],
    ['person:noa berg', 'Noa Berg'],
    ['person:sam', 'Sam'],
    ['project:borealis', 'Borealis'],
  ]);
});

it('an archived page gives way to the one in use, by path, name and first name; alone it resolves and is not written', () => {
  const archived = registryOf(
    [
      page('People/Chris Moor.md'),
      page('Archive/People/Chris Moor/README.md', { aliases: ['Chip'] }),
      page('Archive/People/Zed Orr.md'),
    ],
    { excluded: (path) => path.startsWith('Archive/') },
  );
  expect(archived.entityOfPage('Archive/People/Chris Moor/README.md')?.page).toBe('People/Chris Moor.md');
  expect(archived.named('Chris Moor', null).map((one) => one.page)).toEqual(['People/Chris Moor.md']);
  expect(archived.shortenedBy('Chris').map((one) => one.page)).toEqual(['People/Chris Moor.md']);
  expect(archived.calledOrMailed('Chip', null).map((one) => one.page)).toEqual(['People/Chris Moor.md']);
  expect(archived.entities.map((one) => one.page)).toEqual(['People/Chris Moor.md', 'Archive/People/Zed Orr.md']);
  expect(findEntity(archived, 'Chris Moor')).toMatchObject({ is: 'one', entity: { page: 'People/Chris Moor.md' } });
  expect(findEntity(archived, 'chris')).toMatchObject({ is: 'one', entity: { page: 'People/Chris Moor.md' } });
  expect(archived.entityOfPage('Archive/People/Zed Orr.md')?.writable).toBe(false);
  const linked = resolveName(archived, { text: 'Chris Moor', target: 'Chris Moor', line: 1 }, context({ kind: null }));
  expect(linked.entity?.page).toBe('People/Chris Moor.md');
});

it('knows in whose folder a note lies, innermost first', () => {
  const nested = registryOf([
    page('Accounts/Acme/README.md'),
    page('Accounts/Acme/Projects/Atlas/Atlas.md'),
    page('People/Bo Kim.md'),
  ]);
  const names = (path: string) => nested.entitiesOfPath(path).map(({ name }) => name);
  expect(names('Accounts/Acme/Projects/Atlas/2025-10-28.md')).toEqual(['Atlas', 'Acme']);
  expect(names('accounts/ACME/2025-10-28.md')).toEqual(['Acme']);
  expect(names('Accounts/2025-10-28.md')).toEqual([]);
});

describe('owners', () => {
  const owners = (text: string, given: Partial<ResolveContext> = {}) =>
    resolveOwner(registry, nameOf(text), context({ kind: 'person', ...given })).map(said);
  it.each([
    ['Ann Lee or Bo Kim', ['People/Ann Lee/README.md by name', 'People/Bo Kim.md by name']],
    ['Bo Kim/Dana Fox', ['People/Bo Kim.md by name', 'People/Dana Fox.md by name']],
    [
      'Ann Lee, Bo Kim and Dana Fox',
      ['People/Ann Lee/README.md by name', 'People/Bo Kim.md by name', 'People/Dana Fox.md by name'],
    ],
    ['Ann Lee (PM, Acme) & me', ['People/Ann Lee/README.md by name', 'me']],
    ['Bo Kim & TBD', ['People/Bo Kim.md by name', 'nobody']],
    ['Bo Kim & Cy Orr', ['unknown']],
    ['Lee, Ann', ['People/Ann Lee/README.md by name']],
    ['TBD/Unknown', ['unknown']],
    ['Ann', ['ask: People/Ann Lee/README.md']],
  ])('%s', (text, expected) => {
    expect(owners(text)).toEqual(expected);
  });

  it('parts first names only by the meeting', () => {
    expect(owners('Ann & Sam', { meetingEntities: [entity('Ann Lee'), entity('Sam Fox')] })).toEqual([
      'People/Ann Lee/README.md by context',
      'People/Sam Fox.md by context',
    ]);
    expect(owners('Ann & Sam')).toEqual(['unknown']);
  });

  it.each([
    ['Ann Lee', ['Ann Lee']],
    ['Ann (PM, ops) or Bo', ['Ann (PM, ops)', 'Bo']],
    ['Sandor', ['Sandor']],
    ['', []],
  ])('splitNames %s', (text, parts) => {
    expect(splitNames(text)).toEqual(parts);
  });
});

describe('what always holds', () => {
  const texts = fc.constantFrom(
    'Ann',
    'Sam',
    'Ann Lee',
    'Sam F',
    'A Lee',
    'Pat Hall',
    'Mercury',
    'Jo',
    '[[Mercury]]',
    '[[Ann Lee]]',
    '[[Sam]]',
    'Zed',
    'Noa Berg',
    'Hannah',
    'TBD',
    'bo@example.com',
    'Anna',
  );

  it('the order of the notes does not count', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(VAULT, { minLength: VAULT.length }),
        texts,
        fc.constantFrom(null, 'person', 'project', 'account'),
        (notes, text, kind) => {
          const other = registryOf(notes, rules);
          expect(other.entities).toEqual(registry.entities);
          expect(resolved(text, { kind }, other)).toBe(resolved(text, { kind }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a first name never finds anyone who is not in the meeting', () => {
    const people = registry.entities.filter(({ kind }) => kind === 'person');
    fc.assert(
      fc.property(texts, fc.subarray(people), (text, meetingEntities) => {
        const { entity: found, via, candidates } = resolveName(registry, nameOf(text), context({ meetingEntities }));
        if (via === 'context' && found !== null) expect(meetingEntities).toContain(found);
        if (found !== null) expect(candidates).toEqual([]);
      }),
    );
  });

  it('any text is survived', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { entity: found } = resolveName(registry, { text, target: null, line: 1 }, context());
        expect(found === null || found.name !== '').toBe(true);
        resolveName(registry, { text, target: text, line: 1 }, context({ kind: 'person' }));
      }),
      { numRuns: 500 },
    );
  });
});

it('an owner before a dash is who is known; an address beside no name tells who it is', () => {
  const owner = (text: string) =>
    resolveOwner(registryOf(VAULT), nameOf(text), context({ kind: 'person' })).map(
      ({ entity, via }) => `${entity?.name ?? '?'} ${via}`,
    );
  expect(owner('Ann Lee – Acme')).toEqual(['Ann Lee name']);
  expect(owner('Cy Orr – Acme')).toEqual(['? none']);
  expect(owner('Unknown <bo@example.com>')).toEqual(['Bo Kim alias']);
});

it('costs the same a name in a vault of 8,000 entities', () => {
  const notes = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      page(`People/${at % 2 === 0 ? 'Ann' : `Given${at % 97}`} Family${at}/README.md`),
    );
  // A name is remembered once it was asked for: each is asked for once.
  let turn = 0;
  expectSteady(
    (size) => {
      const vault = registryOf(notes(size));
      return () => {
        turn += 1;
        for (let at = 0; at < 200; at += 1) {
          resolveName(vault, nameOf(`Given${at % 97} Family${at} (${turn})`), context());
          resolveName(vault, nameOf(`Ann (${turn})`), context());
          resolveName(vault, nameOf(`[[Family${at}/README|${turn}]]`), context());
        }
      };
    },
    { from: 1_000, to: 8_000 },
  );
});
