/** What must hold of every rollup, over generated vaults of odd notes; and the smallest vaults that once broke it. */
import fc from 'fast-check';
import { unplanPage } from '../../src/page/plan-page';
import { note, rollUpTexts, type Texts } from '../vault-of';

const NAMES = [
  'Ann Lee',
  'Sam Ortega',
  'Sam Whitfield',
  'Mara Voss',
  '李明',
  'Zoë Brandt',
  'constructor',
  'May',
  'TBD',
  'A/B project',
  'Quinn Ashby',
  'Falcon',
  'Acme',
];
const name = fc.constantFrom(...NAMES);
const date = fc.constantFrom('2025-08-01', '2025-10-14', '2025-10-28', '2025-11-03', '2025-11-06');
const text = fc.oneof(
  fc.constantFrom(
    'Send the draft',
    'Who signs for Acme?',
    'Ship without SSO',
    'Sam moves to Lisbon',
    '',
    '(none)',
    'None',
    '`code',
    '[[',
    '**bold',
    '<b>',
    '%%',
    '-->',
    'x ^id',
  ),
  name.map((each) => `Ask ${each} about [[${each}]]`),
  fc.string({ maxLength: 30 }).map((each) => each.replace(/[\n\r]/g, ' ')),
);
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('- ', '- [ ] ', '- [x] ', '- [?] ', '* ', '1. ', '> - ', '  - '),
        text,
        fc.constantFrom(
          '',
          ' @Ann Lee',
          ' @Sam',
          ' @me',
          ' @TBD',
          ' 📅 2025-10-31',
          ' #raise',
          ' #question',
          ' #private',
          ' ✅ 2025-10-28',
        ),
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '## Action items',
      '## Open questions',
      '## Decisions',
      '## Risks',
      '# Title',
      '## Summary',
      '**Action items:**',
      '### Next Meeting',
      '## [[Ann Lee]]',
      '## Talk #meeting',
      '## Transcript',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '```',
      '~~~',
      '<!--',
      '-->',
      '%%',
      '$$',
      '---',
      '<!-- throughline:begin person -->',
      '<!-- throughline:end 00000000 -->',
      '> Next meeting: 2025-11-04',
      '<!-- ai:transcript:start -->',
      '**Kept from the page**',
    ),
  },
  { weight: 1, arbitrary: text },
);
const frontmatter = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('1-1', 'meeting', 'person', 'email'),
        date,
        fc.array(name, { maxLength: 3 }),
        fc.constantFrom('', 'source_ref: rec', 'private: true', 'last_contact: 2020-01-01 # mine'),
      )
      .map(
        ([type, day, people, more]) =>
          `---\ntype: ${type}\ndate: ${day}\npeople: ${JSON.stringify(people.map((each) => `[[${each}]]`))}\n${more}${more === '' ? '' : '\n'}---\n`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '---\ntype: person\n---\n',
      '---\n- broken: [\n---\n',
      '---\nopen\n',
      '---js\n{}\n---\n',
      '---\n{{x}}\n---\n',
      '\uFEFF---\ntype: 1-1\n---\n',
    ),
  },
);
const noteText = fc
  .tuple(
    frontmatter,
    fc.array(line, { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '\n', '\n\n  \n'),
  )
  .map(([head, lines, eol, end]) => (head + lines.join('\n') + end).replace(/\n/g, eol));
const path = fc.oneof(
  name.map((each) => `People/${each.replace('/', ' ')}.md`),
  name.map((each) => `People/${each.replace('/', ' ')}/README.md`),
  fc.constantFrom(
    'Projects/Falcon.md',
    'Accounts/Acme/Acme.md',
    '2025-10-28 Sync.md',
    '2025-10-30.md',
    'Meetings/2025-10-14 Ann.md',
    'Meetings/Ann.md',
    'Ideas.md',
    'Archive/People/Ann Lee.md',
    'Throughline/Follow-ups.md',
  ),
);
const vault: fc.Arbitrary<Texts> = fc
  .dictionary(path, noteText, { minKeys: 1, maxKeys: 7 })
  .map((texts) => Object.fromEntries(Object.entries(texts)));

const RUNS = 150;

test('rolling up twice is rolling up once', () => {
  fc.assert(
    fc.property(vault, (texts) => {
      const once = rollUpTexts(texts);
      expect(
        rollUpTexts(once.texts).plan.edits.map(({ path: changed, before, after }) => ({ changed, before, after })),
      ).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('the order in which notes are read does not matter', () => {
  fc.assert(
    fc.property(vault, fc.integer(), (texts, seed) => {
      const paths = Object.keys(texts);
      const turned = [
        ...paths.slice(Math.abs(seed) % paths.length),
        ...paths.slice(0, Math.abs(seed) % paths.length),
      ].reverse();
      const after = rollUpTexts(Object.fromEntries(turned.map((each) => [each, texts[each] ?? '']))).texts;
      expect(after).toEqual(rollUpTexts(texts).texts);
    }),
    { numRuns: RUNS },
  );
});

test('taking our parts out again restores every page that was there, byte for byte', () => {
  fc.assert(
    fc.property(vault, (texts) => {
      for (const { path: changed, before, after } of rollUpTexts(texts).plan.edits) {
        if (before === null || after === null || before.includes('throughline:')) continue;
        expect({ changed, text: unplanPage(after).text }).toEqual({ changed, text: before });
      }
    }),
    { numRuns: RUNS },
  );
});

test('only entity pages and rollup pages are ever written, and nothing outside the vault', () => {
  fc.assert(
    fc.property(vault, (texts) => {
      for (const { path: changed } of rollUpTexts(texts).plan.edits)
        expect(changed).toMatch(/^(People|Projects|Accounts|Throughline)\/(?!\.)[^\\]*\.md$/);
    }),
    { numRuns: RUNS },
  );
});

test('a line that leaves a block is read in the same rollup', () => {
  const rolled = rollUpTexts({
    'People/Ann Lee.md': '# Ann Lee\n',
    'Meetings/2025-10-28 Ann.md': '---\ntype: 1-1\npeople: "[[Ann Lee]]"\n---\n## Decisions\n- Ship it\n',
  }).texts;
  const page = rolled['People/Ann Lee.md'] ?? '';
  const typed = page.replace('### Decided', '- Ask about Lisbon #raise [[Ann Lee]]\n### Decided');
  expect(typed).not.toBe(page);
  const once = rollUpTexts({ ...rolled, 'People/Ann Lee.md': typed }).texts;
  expect(once['People/Ann Lee.md']).toContain('### Raise next\n- Ask about Lisbon');
  expect(once['People/Ann Lee.md']?.match(/#raise/g)).toHaveLength(1);
  expect(rollUpTexts(once).plan.edits).toEqual([]);
});

test('an edit within the block is kept below it, once; stale and merged rows of ours are not', () => {
  const vaultWith = (decision: string): Texts => ({
    'People/Ann Lee.md': '# Ann Lee\n\nMine.\n',
    'Meetings/2025-10-28 Ann.md': note(`
      ---
      type: 1-1
      people: "[[Ann Lee]]"
      ---
      ## Decisions
      - ${decision}
    `),
  });
  const first = rollUpTexts(vaultWith('Ship it')).texts['People/Ann Lee.md'] ?? '';
  const typed = first.replace('- Ship it', '- Ann said: not on a Friday\n* Ship it');
  const after = rollUpTexts({ ...vaultWith('Ship it later'), 'People/Ann Lee.md': typed }).texts;
  const second = after['People/Ann Lee.md'] ?? '';
  const below = second.slice(second.indexOf('<!-- throughline:end'));
  expect(below).toContain('- Ann said: not on a Friday');
  expect(second).not.toMatch(/^[-*] Ship it —/m);
  expect(second.endsWith('\nMine.\n')).toBe(true);
  expect(rollUpTexts(after).plan.edits).toEqual([]);
});
