/** What was appended to a page and the notes say anyway: which items are shown with a proof, and what is left. */
import fc from 'fast-check';
import { provenItems, withoutItems } from '../../src/edit/adopt-page';
import { runSync } from '../../src/text/job';
import { indexOf, type Texts } from '../vault-of';

const PAGE = 'People/Ann Lee.md';

function sync(lines: readonly string[], { people = 'Ann Lee, Bo Kim', heading = 'Key facts' } = {}): string {
  return `---\ntype: meeting\ndate: 2025-10-14\npeople: [${people}]\n---\n# Sync with Acme\n## ${heading}\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

function found(page: string, note: string, more: Texts = {}): { readonly rows: string[]; readonly after: string } {
  const texts: Texts = { 'People/Bo Kim.md': '', 'Sync.md': note, ...more, [PAGE]: page };
  const items = runSync(provenItems(indexOf(texts), new Map([[PAGE, page]])));
  return {
    rows: items.map(({ line, isExact, proof }) => `${line} ${isExact ? '=' : '≈'} ${proof.path}:${proof.line}`),
    after: withoutItems(page, items),
  };
}

const FACTS = ['Ann moves the yard to Lisbon in May with all her boats and the old crane', 'Ann likes long lunches'];

test('word for word, and nearly; what is nowhere else stays', () => {
  const page =
    '# Ann Lee\n\n## Key facts\n\n- Ann moves the yard to Lisbon in May with all her boats and the old crane\n\n- Ann Lee moves the yard to Lisbon in May with her boats and the old crane\n\n- Plays the harp\n';
  expect(found(page, sync(FACTS))).toEqual({
    rows: ['5 = Sync.md:8', '7 ≈ Sync.md:8'],
    after: '# Ann Lee\n\n## Key facts\n\n- Plays the harp\n',
  });
});

test.each<[string, string]>([
  ['above every heading', '- Ann likes long lunches\n'],
  ['in a quote', '## Key facts\n> - Ann likes long lunches\n'],
  ['in code', '## Key facts\n```\n- Ann likes long lunches\n```\n'],
  ['with something below it', '## Key facts\n- Ann likes long lunches\n  - in Lisbon\n'],
  ['below something', '## Key facts\n- At home\n  - Ann likes long lunches\n'],
  ['in our block', '## x\n<!-- throughline:begin person -->\n- Ann likes long lunches\n<!-- throughline:end 1 -->\n'],
  ['on another day', '## Recent context\n- 2025-10-15: Ann likes long lunches\n'],
  ['with a box that no note has', '## Tasks\n- [ ] Ann likes long lunches\n'],
  ['with another number', '## Key facts\n- Ann likes 3 long lunches\n'],
])('never: %s', (_, page) => {
  expect(found(`# Ann Lee\n${page}`, sync(FACTS))).toEqual({ rows: [], after: `# Ann Lee\n${page}` });
});

test('nor nearly where an address is missing', () => {
  const note = sync(['Ann can be reached in the yard in Lisbon on weekdays before noon at ann@lee.org']);
  const page = (at: string): string =>
    `## Key facts\n- Ann can be reached in the yard in Lisbon on weekdays before noon ${at}\n`;
  expect(found(page('by ann@lee.org'), note).rows).toEqual(['2 ≈ Sync.md:8']);
  expect(found(page('by lee@ann.org'), note).rows).toEqual([]);
});

test('a meeting that the page holds itself is told nowhere else', () => {
  const page = '---\ntype: person\n---\n# Ann Lee\n## 2025-10-14\n### Key facts\n- Ann likes long lunches\n';
  expect(found(page, sync(['Ann likes long lunches'])).rows).toEqual([]);
});

test('of a note that has nothing to do with her, nothing', () => {
  const page = '## Key facts\n- Likes long lunches\n';
  expect(found(page, sync(['Likes long lunches'], { people: 'Bo Kim' })).rows).toEqual([]);
  expect(found(page, sync(['Likes long lunches'])).rows).toEqual(['2 = Sync.md:8']);
});

test('that she was mentioned in a meeting, the meeting says', () => {
  const page =
    '## Recent context\n- 2025-10-14: Mentioned in: Sync with Acme\n- 2025-10-15: Mentioned in: Sync with Acme\n';
  expect(found(page, sync(FACTS)).rows).toEqual(['2 = Sync.md:1']);
});

test('a task is removed only where the note has it in the same state', () => {
  const note = sync(['[x] Send the list to Acme', '[ ] Call the harbour'], { heading: 'Action items' });
  const page = '## Open tasks\n- [ ] Send the list to Acme\n- [ ] Call the harbour\n';
  expect(found(page, note).rows).toEqual(['3 = Sync.md:9']);
});

test('whatever else is on the page, not a byte of it goes', () => {
  const line = fc.constantFrom(
    '',
    'Some words',
    '- Plays the harp',
    '  - below',
    '## More',
    '> quoted',
    '- Ann likes long lunches',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const page = ['# Ann Lee', '## Key facts', ...lines].join(end);
      const { rows, after } = found(page, sync(FACTS));
      const gone = new Set(rows.map((row) => Number(row.split(' ')[0])));
      const left = page.split(end).filter((one, at) => !gone.has(at + 1) && one.trim() !== '');
      expect(after.split(end).filter((one) => one.trim() !== '')).toEqual(left);
    }),
    { numRuns: 60 },
  );
});
