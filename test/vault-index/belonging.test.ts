import { indexOf, note, type Texts } from '../vault-of';

const PEOPLE: Texts = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'People/Bo Kim.md': '# Bo Kim\n',
  'People/Sam Ortega.md': '# Sam Ortega\n',
  'People/Sam Whitfield.md': '# Sam Whitfield\n',
  'Projects/Falcon.md': '# Falcon\n',
  'Accounts/Acme.md': '# Acme\n',
};

/** The names that each fact, decision, question and task of one note belongs to. */
function belongs(text: string): Record<string, string[]> {
  const index = indexOf({ ...PEOPLE, 'Meetings/2025-10-28 Sync.md': note(text) });
  const rows = [...index.facts, ...index.decisions, ...index.questions, ...index.tasks, ...index.risks];
  return Object.fromEntries(rows.map(({ text: words, entities }) => [words, entities.map(({ name }) => name)]));
}

test('in a 1:1 everything concerns the other person, me not counted', () => {
  expect(
    belongs(`
    ---
    type: 1-1
    date: 2025-10-28
    people: ["[[Dana Fox]]", Mara Voss]
    ---
    ## Decisions
    - Ship without SSO
    ## Open questions
    - Who signs?
    ## Action items
    - [ ] Send the draft @me
    - [ ] Confirm the dates @Dana Fox
    - [ ] Book a room
  `),
  ).toEqual({
    'Ship without SSO': ['Dana Fox'],
    'Who signs?': ['Dana Fox'],
    'Send the draft': ['Dana Fox'],
    'Confirm the dates': ['Dana Fox'],
    'Book a room': ['Dana Fox'],
  });
});

test('in a group only who is named is concerned', () => {
  expect(
    belongs(`
    ---
    type: meeting
    date: 2025-10-28
    people: ["[[Dana Fox]]", "[[Bo Kim]]"]
    project: "[[Falcon]]"
    ---
    ## Decisions
    - Ship without SSO
    - [[Bo Kim]] runs the pilot
    - Dana Fox signs
    - Bo will tell Acme
  `),
  ).toEqual({
    'Ship without SSO': ['Falcon'],
    '[[Bo Kim]] runs the pilot': ['Bo Kim', 'Falcon'],
    'Dana Fox signs': ['Dana Fox', 'Falcon'],
    'Bo will tell Acme': ['Acme', 'Bo Kim', 'Falcon'],
  });
});

test("what a third party owes is on the third party's page only, and on the project's", () => {
  expect(
    belongs(`
    ---
    type: 1-1
    date: 2025-10-28
    people: ["[[Dana Fox]]"]
    project: "[[Falcon]]"
    ---
    ## Action items
    - [ ] Send [[Dana Fox]] the plan @Bo Kim
    - [ ] Ask somebody @Quinn Ashby
  `),
  ).toEqual({
    'Send [[Dana Fox]] the plan': ['Bo Kim', 'Falcon'],
    'Ask somebody': ['Falcon'],
  });
});

test('somebody whom no page knows was there too: nobody is the only person', () => {
  expect(
    belongs(`
    ---
    type: meeting
    date: 2025-10-28
    people: [Dana Fox, Quinn Ashby]
    ---
    ## Decisions
    - Ship without SSO
  `),
  ).toEqual({ 'Ship without SSO': [] });
});

test("the words of one Sam are never on the other Sam's page", () => {
  const given = (people: string, line: string) =>
    belongs(`
    ---
    type: meeting
    date: 2025-10-28
    people: ${people}
    ---
    ## Key facts
    - ${line}
  `)[line];
  expect(given('["[[Sam Ortega]]", "[[Bo Kim]]"]', 'Sam moves to Lisbon')).toEqual(['Sam Ortega']);
  expect(given('["[[Sam Ortega]]", "[[Sam Whitfield]]"]', 'Sam moves to Lisbon')).toEqual([]);
  expect(given('["[[Bo Kim]]", "[[Dana Fox]]"]', 'Sam moves to Lisbon')).toEqual([]);
  expect(given('["[[Bo Kim]]", "[[Dana Fox]]"]', 'Sam Whitfield moves to Lisbon')).toEqual(['Sam Whitfield']);
  expect(given('["[[Sam Ortega]]", Sam, "[[Bo Kim]]"]', 'The samples came')).toEqual([]);
});
