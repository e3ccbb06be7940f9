/** Names without a page that two notes of a vault know own tasks in all of its notes; each task with its owners. */
import { updateIndex } from '../../src/vault-index/update-index';
import type { VaultIndex } from '../../src/vault-index/build-index';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { indexOf, type Texts } from '../vault-of';

const meeting = (people: string, ...lines: string[]): string =>
  `---\ntype: meeting\nattendees: [${people}]\n---\n## Action items\n${lines.map((line) => `- ${line}\n`).join('')}`;

function owners(index: VaultIndex, path: string): string[] {
  return index.tasks
    .filter(({ sources }) => sources.some((source) => source.path === path))
    .map((task) => `${task.text} | ${task.owners.map(({ name }) => name).join(', ')}`)
    .sort();
}

const HERE = 'Meetings/2025-03-06.md';

function ownersOf(lines: readonly string[], others: readonly string[]): string[] {
  const texts: Record<string, string> = { [HERE]: meeting('Zoe Ray', ...lines) };
  for (const [at, text] of others.entries()) texts[`Meetings/2025-03-0${at + 1}.md`] = text;
  return owners(indexOf(texts), HERE);
}

const LISTED = [meeting('Lena Roth, Bo'), meeting('Lena Roth, Bo')];

test('somebody who was at two other meetings', () => {
  expect(ownersOf(['Lena to draw it', 'Paint it -> Bo', 'Buy it (Lena Roth)', 'Bo: sell it'], LISTED)).toEqual([
    'Buy it | Lena Roth',
    'Paint it | Bo',
    'draw it | Lena',
    'sell it | Bo',
  ]);
});

test('somebody who was at one other meeting, only where the line says that she acts', () => {
  expect(ownersOf(['Draw it -> Lena'], LISTED.slice(1))).toEqual(['Draw it -> Lena | ']);
  expect(ownersOf(['Lena to draw it'], LISTED.slice(1))).toEqual(['draw it | Lena']);
});

test('somebody who heads a task of two notes', () => {
  expect(ownersOf(['Niko will draw it'], [meeting('Zoe Ray', 'Niko to paint it')])).toEqual(['draw it | Niko']);
});

test.each([
  ['a word that is no name', 'Review to follow', [meeting('Zoe Ray', 'Review to follow')], 'Review to follow | '],
  [
    'a common word that is a name too',
    'Will to draw it',
    [meeting('Will Ray'), meeting('Will Ray')],
    'Will to draw it | ',
  ],
  ['a team', 'Platform to draw it', [meeting('Zoe Ray', 'Ask Platform')], 'Platform to draw it | '],
])('%s owns nothing', (_, line, others, is) => {
  expect(ownersOf([line], others)).toEqual([is]);
});

test('a name that came to be known, or is so no longer, owns tasks of notes that did not change', () => {
  const texts: Texts = {
    [HERE]: meeting('Zoe Ray', 'Niko to draw it'),
    'Meetings/2025-03-01.md': meeting('Zoe Ray', 'Order paint'),
  };
  const written = (index: VaultIndex, path: string, text: string): VaultIndex => {
    const notes = index.parts.given.map((one) => (one.path === path ? readNote(path, text, DEFAULT_NOTE_RULES) : one));
    const { paths, memory } = index;
    const next = updateIndex(index, { notes, paths, memory, ...index.parts.rules });
    if (next === null) throw new Error('an index is to be built');
    return next;
  };
  const before = indexOf(texts);
  const known = written(before, 'Meetings/2025-03-01.md', meeting('Zoe Ray', 'Niko to paint it'));
  const unknown = written(known, 'Meetings/2025-03-01.md', meeting('Zoe Ray', 'Order paint'));
  expect([before, known, unknown].map((index) => owners(index, HERE))).toEqual([
    ['Niko to draw it | '],
    ['draw it | Niko'],
    ['Niko to draw it | '],
  ]);
});
