/** No control or direction character of a name gets into a file's name, a heading or the frontmatter of a page. */
import fc from 'fast-check';
import { meetingPath } from '../../src/edit/new-meeting-path';
import { indexOf, rollUpTexts } from '../vault-of';

/** C0, C1, what ends a line to some programs, and what turns or marks the direction of writing. */
const HIDDEN = [
  ...['\u0000', '\u0001', '\u0007', '\b', '\t', '\u000b', '\f', '\u001b', '\u001f', '\u007f'],
  ...['\u0085', '\u009b', '\u2028', '\u2029'],
  ...['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
  ...['\u2066', '\u2067', '\u2068', '\u2069'],
];
const SHOWS = /[^\P{Cc}\r\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const name = fc
  .array(
    fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...HIDDEN) }, fc.constantFrom('Ann', 'Bo', 'דנה', 'ليلى', ' ')),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

/** JSON is YAML, so that a name may hold anything. */
function meeting(keys: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries({ type: 'meeting', date: '2025-10-28', ...keys });
  return `---\n${lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n${body}`;
}

/** What a page says above its block: its properties, and its headings anywhere. */
function ownParts(text: string): string[] {
  const [, front = ''] = /^---\n([^]*?)\n---\n/.exec(text) ?? [];
  return [front, ...(text.match(/^#+ .*$/gm) ?? [])];
}

test.each(['linked', 'frequent'])('of pages that are made: %s', (newPages) => {
  fc.assert(
    fc.property(name, name, name, (one, two, three) => {
      const keys = { people: [`[[${one}]]`, `[[Dana Fox]]`, two], project: `[[${two}]]`, account: three, title: three };
      const body = `# ${three}\n## Actions\n- [ ] Send @[[${one}]]\n- [ ] Call @${three}\n## Decisions\n- [[${two}]] ships\n`;
      const texts = {
        'People/Dana Fox.md': '# Dana Fox\n',
        'Meetings/2025-10-28 a.md': meeting(keys, body),
        'Meetings/2025-10-29 b.md': meeting({ ...keys, date: '2025-10-29' }, body),
        'Meetings/2025-10-30 c.md': meeting({ ...keys, date: '2025-10-30' }, body),
      };
      const after = rollUpTexts(texts, { settings: { newPages } }).texts;
      for (const [path, text] of Object.entries(after)) {
        if (path.startsWith('Meetings')) continue;
        expect(SHOWS.exec(path)?.[0]).toBeUndefined();
        for (const part of ownParts(text)) expect([path, SHOWS.exec(part)?.[0]]).toEqual([path, undefined]);
      }
    }),
    { numRuns: 60 },
  );
});

test('of the next meeting’s note', () => {
  fc.assert(
    fc.property(name, (title) => {
      const index = indexOf({});
      expect(SHOWS.exec(meetingPath({ about: [], date: '2025-11-04', title }, index))?.[0]).toBeUndefined();
    }),
  );
});
