/**
 * Vaults as people keep them, in small: a few people who meet, say things again, misspell and link. For property tests.
 */
import fc from 'fast-check';
import type { Texts } from './vault-of';

const PEOPLE = ['Dana Fox', 'Sam Ortega', 'Sam Fox', 'Ann Lee', 'Zoë Brandt'];
const OTHERS = ['Acme', 'Atlas'];
const DATES = ['2025-09-30', '2025-10-14', '2025-10-21', '2025-10-28', '2025-11-04'];

/** The pages that a generated vault has from the first; notes never take their paths. */
export const PAGES: Texts = {
  'People/Dana Fox.md': '---\naliases: [DF]\n---\n# Dana Fox\n',
  'People/Sam Ortega.md': '# Sam Ortega\n\nMy own words.\n',
  'People/Ann Lee/README.md': '---\ntype: person\nemail: ann@acme.example\n---\n# Ann Lee\n\n- [ ] Not a meeting\n',
  'Accounts/Acme.md': '# Acme\n',
  'Projects/Atlas.md': '---\nstatus: done\n---\n# Atlas\n',
};

const said = fc.constantFrom(
  'Send the draft',
  'Send the draft!',
  'Call the bank',
  'Who signs?',
  'Who signs for Acme?',
  'Ship without SSO',
  'Ask Sam about Atlas',
  'Budget is [[Acme|theirs]]',
  'Ann Lee knows',
  'Confirm the [[2025-10-28 Sync]] notes',
  'DF agreed',
  'The price moved',
);
const person = fc.constantFrom(...PEOPLE, 'Sam', 'Ann', 'Mara Voss', 'me', 'Gus Hale', 'TBD');
const owner = fc.oneof(
  person.map((name) => ` @${name}`),
  person.map((name) => ` @[[${name}]]`),
  fc.constant(''),
  fc.constant(' @ann lee'),
);
const date = fc.constantFrom(...DATES);
const task = fc
  .tuple(fc.constantFrom(' ', 'x', '-', '/', '?'), said, owner, fc.option(date))
  .map(
    ([status, text, who, due]) =>
      `- [${status}] ${text}${due === null ? '' : ''}${who}${due === null ? '' : ` 📅 ${due}`}`,
  );
const question = fc
  .tuple(said, fc.constantFrom('', '\n  - A: yes', ' #pin', ' [answered:: 2025-10-28]'))
  .map(([text, answer]) => `- ${text}${answer}`);
const bullet = said.map((text) => `- ${text}`);
const raise = fc
  .tuple(said, fc.constantFrom(...PEOPLE, ...OTHERS))
  .map(([text, name]) => `- ${text} [[${name}]] #raise`);
const section = fc.oneof(
  fc.array(task, { maxLength: 4 }).map((lines) => ['## Action items', ...lines].join('\n')),
  fc.array(question, { maxLength: 3 }).map((lines) => ['## Open questions', ...lines].join('\n')),
  fc.array(bullet, { maxLength: 3 }).map((lines) => ['## Decisions', ...lines].join('\n')),
  fc.array(bullet, { maxLength: 3 }).map((lines) => ['## Key facts', ...lines].join('\n')),
  fc.array(bullet, { maxLength: 2 }).map((lines) => ['## Risks #private', ...lines].join('\n')),
  fc.array(raise, { maxLength: 2 }).map((lines) => ['## Notes', ...lines].join('\n')),
  fc.constant('## Summary\n\nScope cut; Lisbon still open. And more.'),
);
const body = fc.array(section, { maxLength: 4 }).map((sections) => sections.join('\n\n'));
const attendee = fc.oneof(
  fc.constantFrom(...PEOPLE).map((name) => `"[[${name}]]"`),
  fc.constantFrom('Sam', 'Ann', 'Dana Fox', 'Gus Hale', 'Mara Voss', 'ann@acme.example'),
);

/** One meeting note. */
export const meetingNote = fc
  .record({
    date,
    people: fc.array(attendee, { maxLength: 3 }),
    about: fc.option(fc.constantFrom(...OTHERS)),
    isPrivate: fc.boolean().map((yes) => yes),
    source: fc.option(fc.constantFrom('rec-1', 'rec-2'), { freq: 2 }),
    body,
  })
  .map(({ date: day, people, about, isPrivate, source, body: text }) =>
    [
      '---',
      'type: meeting',
      `date: ${day}`,
      `people: [${people.join(', ')}]`,
      ...(about === null ? [] : [`projects: "[[${about}]]"`]),
      ...(isPrivate && people.length === 1 ? ['private: true'] : []),
      ...(source === null ? [] : [`source_ref: ${source}`]),
      '---',
      text,
      '',
    ].join('\n'),
  );

const dailyNote = fc
  .array(fc.tuple(fc.constantFrom('[[Dana Fox]]', '[[Sam Fox]]', '[[Reading list]]', 'Lunch', 'Ann #meeting'), body), {
    maxLength: 3,
  })
  .map((meetings) => meetings.map(([title, text]) => `# ${title}\n${text.replaceAll('## ', '### ')}`).join('\n\n'));

/** A note of any kind, by a path that suits it. */
export const anyNote: fc.Arbitrary<readonly [path: string, text: string]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(
      fc.constantFrom(
        'Meetings/2025-10-28 Sync.md',
        'Meetings/A.md',
        'Meetings/B.md',
        'Meetings/C.md',
        'Accounts/Acme/D.md',
      ),
      meetingNote,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom(...DATES).map((day) => `Daily/${day}.md`),
      dailyNote,
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('Reading list.md', 'archive/Old.md'), body) },
);

/** Notes over the pages that are always there. */
export const generatedVault: fc.Arbitrary<Texts> = fc
  .array(anyNote, { minLength: 1, maxLength: 7 })
  .map((notes) => ({ ...PAGES, ...Object.fromEntries(notes) }));
