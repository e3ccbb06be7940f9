/** Task owners and the names of a meeting are held to one list, however each takes a name apart. */
import { isPlaceholder } from '../../src/entity/placeholders';
import { isPlaceholderOwner } from '../../src/task/owner-name';

const NOBODY = [
  'TBD',
  'tbd?',
  'T.B.D.',
  'TBC',
  'Unknown',
  'Unknown (Acme)',
  'Unassigned',
  'N/A',
  'n.a.',
  'NA',
  '?',
  '—',
  '',
  '(none)',
  'None',
  'null',
  'to be decided',
  'To be announced',
  'Pending',
  '…',
];
const NO_PERSON = [
  'Speaker 1',
  'Speaker A',
  'speaker_02',
  'speaker1',
  'Unknown Speaker',
  'unknown owner',
  'Participant 12',
  'Sprecher 3',
  'Someone',
  'No one',
  'Whoever',
  'Everyone',
  'The team',
  'Open',
  'Assignee',
  'Owner TBD',
];
const SOMEBODY = [
  'Ann',
  'Leo (Unknown)',
  'Speakerine',
  'Persona',
  'Persona Lee',
  'Tba Lee',
  'Na',
  'Nonette',
  'Unknown Mortal',
  'Open Source Office',
  'Ownerson',
  'Person Lee',
  'Al Person',
  '李明',
  'Bo <bo@example.com>',
  'bo@example.com',
  'Åse',
];

test.each([...NOBODY, ...NO_PERSON])('%j is nobody', (name) => {
  expect([isPlaceholderOwner(name), isPlaceholder(name, true)]).toEqual([true, true]);
});
test.each(SOMEBODY)('%j is somebody', (name) => {
  expect([isPlaceholderOwner(name), isPlaceholder(name, true)]).toEqual([false, false]);
});
test.each(NOBODY)('%j is no project either', (name) => {
  expect(isPlaceholder(name, false)).toBe(true);
});
test.each(NO_PERSON)('%j may be a project', (name) => {
  expect(isPlaceholder(name, false)).toBe(false);
});
