/**
 * An owner by first name, in a meeting whose attendee of that name has no page: the two are one. A line: who was there
 * | owners, as the queue says them.
 */
import { recap } from '../../src/page/recap';
import { findProposals } from '../../src/vault-index/proposals';
import { ownersCalled } from '../../src/vault-index/owners-called';
import { indexOf, NAMES, rollUpTexts, type Texts } from '../vault-of';

const PAGES: Texts = { 'People/Dana Fox.md': '# Dana Fox\n', 'People/Bo Kim.md': '# Bo Kim\n' };

function meeting(people: string, ...owners: string[]): string {
  return `---\ntype: meeting\npeople: ${JSON.stringify(people.split('; '))}\n---\n## Action items\n${owners.map((owner, at) => `- [ ] Do ${at + 1} @${owner}\n`).join('')}`;
}

/** Who is waited for in one meeting; a page's entity in brackets. */
function owners(people: string, owner: string, more: Texts = {}): string {
  const { tasks } = indexOf({ ...PAGES, ...more, 'Meetings/2025-10-28 Sync.md': meeting(people, owner) });
  return tasks
    .flatMap((task) => task.owners.map(({ entity, name, me }) => (me ? 'me' : entity === null ? name : `[${name}]`)))
    .join(' + ');
}

test.each<[title: string, people: string, owner: string, is: string, more?: Texts]>([
  ['the first name', 'Petra Klein; [[Bo Kim]]', 'Petra', 'Petra Klein'],
  ['first name and initial', 'Petra Klein; [[Bo Kim]]', 'Petra K.', 'Petra Klein'],
  ['the full name', 'Petra Klein; [[Bo Kim]]', 'Petra Klein', 'Petra Klein'],
  ['her company beside her', 'Petra Klein (Nordlicht); [[Bo Kim]]', 'Petra', 'Petra Klein (Nordlicht)'],
  [
    'the same company beside both',
    'Petra Klein (Nordlicht); [[Bo Kim]]',
    'Petra (Nordlicht)',
    'Petra Klein (Nordlicht)',
  ],
  ['another company', 'Petra Klein (Nordlicht); [[Bo Kim]]', 'Petra (Acme)', 'Petra (Acme)'],
  ['two in one attendee', 'Petra Klein & Ömer Yılmaz', 'Ömer', 'Ömer Yılmaz'],
  ['two in one owner', 'Petra Klein; Ömer Yılmaz', 'Petra und Ömer', 'Petra Klein + Ömer Yılmaz'],
  ['two in one owner, one not there', 'Petra Klein; Ömer Yılmaz', 'Petra und Ida', 'Petra und Ida'],
  ['nobody of that name', 'Petra Klein; [[Bo Kim]]', 'Ida', 'Ida'],
  ['the surname', 'Petra Klein; [[Bo Kim]]', 'Klein', 'Klein'],
  ['the beginning of a first name', 'Petra Klein; [[Bo Kim]]', 'Pet', 'Pet'],
  ['two of that name', 'Petra Klein; Petra Sommer; [[Bo Kim]]', 'Petra', 'Petra'],
  ['two of that name, told apart', 'Petra Klein; Petra Sommer; [[Bo Kim]]', 'Petra S', 'Petra Sommer'],
  ['a bare one there too', 'Petra Klein; Petra; [[Bo Kim]]', 'Petra', 'Petra'],
  [
    'one of that name with a page there too',
    'Petra Klein; [[Petra Sommer]]',
    'Petra',
    'Petra',
    { 'People/Petra Sommer.md': '# Petra Sommer\n' },
  ],
  [
    'a page of that name, of somebody who was not there',
    'Petra Klein; [[Bo Kim]]',
    'Petra',
    'Petra',
    { 'People/Petra Sommer.md': '# Petra Sommer\n' },
  ],
  [
    'a page of that name that was said not to be meant',
    'Petra Klein; [[Bo Kim]]',
    'Petra',
    'Petra Klein',
    { 'People/Petra Sommer.md': '# Petra Sommer\n', [NAMES]: '- "Petra" is not [[Petra Sommer]]\n' },
  ],
  ['an alias', 'Petra Klein; [[Bo Kim]]', 'Petra', '[Bo Kim]', { 'People/Bo Kim.md': '---\naliases: [Petra]\n---\n' }],
  ['her page', 'Petra Klein; [[Bo Kim]]', 'Petra', '[Petra Klein]', { 'People/Petra Klein.md': '# Petra Klein\n' }],
  ['a link to no page', '[[Petra Klein]]; [[Bo Kim]]', 'Petra', '[Petra Klein]'],
  ['a project of her meeting', 'Petra Klein; [[Bo Kim]]', 'Umzug', 'Umzug'],
  ['no name at all', 'Petra Klein; [[Bo Kim]]', 'TBD', ''],
  ['said to be no name', 'Petra Klein; [[Bo Kim]]', 'Petra', '', { [NAMES]: '- "Petra" is not a name\n' }],
  ['my first name, and somebody unknown of it there', 'Mara Pell; [[Bo Kim]]', 'Mara', 'Mara'],
  ['my first name, and nobody else of it there', 'Petra Klein; [[Bo Kim]]', 'Mara', 'me'],
])('%s', (_, people, owner, is, more = {}) => {
  expect(owners(people, owner, more)).toBe(is);
});

test('outside a meeting nobody was there', () => {
  expect(
    indexOf({
      ...PAGES,
      'Meetings/2025-10-28 Sync.md': meeting('Petra Klein', 'Bo Kim'),
      'Meetings/2025-10-29 Next.md': meeting('[[Dana Fox]]', 'Petra'),
    })
      .tasks.flatMap(({ owners: [owner] }) => owner?.name)
      .sort(),
  ).toEqual(['Bo Kim', 'Petra']);
});

describe('what others owe', () => {
  const VAULT: Texts = {
    ...PAGES,
    'Meetings/2025-10-20 Sync.md': meeting('Petra Klein; Mara Voss; [[Bo Kim]]', 'Petra Klein'),
    'Meetings/2025-10-27 Sync.md': meeting('Petra Klein; Mara Voss; [[Bo Kim]]', 'Petra', 'Petra K'),
  };
  const waiting = (texts: Texts): readonly string[] =>
    (texts['Throughline/Waiting on.md'] ?? '').split('\n').filter((line) => /^(?:## |- |As of)/.test(line));

  test('is one list, and what she was asked for twice is one row', () => {
    const { texts } = rollUpTexts(VAULT);
    expect(waiting(texts)).toEqual([
      'As of Mon 3 Nov 2025 · 2 from 1 person',
      '## Petra Klein',
      '- Do 1 · asked 20 Oct, again 27 Oct — [[2025-10-27 Sync#Action items|27 Oct]]',
      '- Do 2 — [[2025-10-27 Sync#Action items|27 Oct]]',
    ]);
    expect(rollUpTexts(texts).plan.edits).toEqual([]);
    const turned = Object.fromEntries(Object.entries(VAULT).reverse());
    expect(waiting(rollUpTexts(turned).texts)).toEqual(waiting(texts));
  });

  test('is in a recap under her whole name', () => {
    const index = indexOf(VAULT);
    const [record] = index.meetingsOf.get('Meetings/2025-10-27 Sync.md') ?? [];
    expect(record === undefined ? null : recap(record, index, { me: [] })).toContain('Petra Klein\n- Do 1\n- Do 2');
  });

  test('moves to her page when she gets one', () => {
    const { texts } = rollUpTexts({ ...rollUpTexts(VAULT).texts, 'People/Petra Klein.md': '# Petra Klein\n' });
    expect(waiting(texts)[1]).toBe('## [[Petra Klein]]');
    expect((texts['People/Petra Klein.md'] ?? '').match(/^- Do .*/gm)).toHaveLength(2);
  });

  test('counts for the page that is proposed for her, and no page is for a bare first name', () => {
    const third = { 'Meetings/2025-10-30 Sync.md': meeting('Petra Klein; Mara Voss; [[Bo Kim]]', 'Petra') };
    const found = findProposals(indexOf({ ...VAULT, ...third }), null).map(({ proposal: { kind, name, count } }) => [
      kind,
      name,
      count,
    ]);
    expect(found).toEqual([['create', 'Petra Klein', 7]]);
  });
});

test('is found by the first name that a task gives, by one’s whole name only where it is several’s', () => {
  const { tasks } = indexOf({
    ...PAGES,
    'Meetings/2025-10-28 Sync.md': meeting(
      'Petra Klein; Ömer Yılmaz; Ömer Kaya',
      'Petra',
      'Ömer Yılmaz',
      'Ömer Kaya',
      'Bo Kim',
      'me',
    ),
  });
  expect(
    ['Petra', 'petra k', 'PETRA KLEIN', 'Ömer', 'Omer Kaya', 'Bo', 'Mara', ''].map((given) =>
      ownersCalled(tasks, given),
    ),
  ).toEqual([
    ['Petra Klein'],
    ['Petra Klein'],
    ['Petra Klein'],
    ['Ömer Kaya', 'Ömer Yılmaz'],
    ['Ömer Kaya'],
    [],
    [],
    [],
  ]);
});
