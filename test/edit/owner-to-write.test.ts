import { ownerToWrite } from '../../src/edit/owner-to-write';
import { indexOf, type Texts } from '../vault-of';

const MEETING = '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Gwen Ash]]"]\n---\n';

test.each<[string, Texts, string, string]>([
  ['a page of that name', { 'People/Ann Lee.md': '' }, 'Ann Lee', '[[Ann Lee]]'],
  ['a folder note', { 'People/Ann Lee/README.md': '' }, 'Ann Lee', '[[People/Ann Lee/README|Ann Lee]]'],
  [
    'two notes of one name',
    { 'People/Ann Lee.md': '', 'Notes/Ann Lee.md': '' },
    'Ann Lee',
    '[[People/Ann Lee|Ann Lee]]',
  ],
  ["nobody's page", { 'a.md': MEETING }, 'Gwen Ash', 'Gwen Ash'],
])('%s', (_, texts, name, written) => {
  const index = indexOf(texts);
  const entity = index.registry.entities.find((one) => one.name === name);
  expect(entity === undefined ? null : ownerToWrite(entity, { index, me: [] })).toBe(written);
});

test('me', () => {
  const index = indexOf({});
  expect(ownerToWrite('me', { index, me: ['mara@example.com (work)', 'Mara Voss'] })).toBe('Mara Voss');
  expect(ownerToWrite('me', { index, me: [] })).toBe('me');
});
