/** No control or direction character of a note reaches the terminal, in any command and format. */
import fc from 'fast-check';
import { Scratch } from './fake-shell';

/** What could move the cursor, start an escape sequence, or turn the direction of writing. */
const EVIL = [
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\u0007',
  '\b',
  '\u007f',
  '\u0085',
  '\u009b2J',
  '\u202e',
  '\u2066',
  '\u2069',
];
const REACHES = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

const COMMANDS: readonly (readonly string[])[] = [
  ['queue'],
  ['queue', '--all'],
  ['questions'],
  ['decisions'],
  ['today'],
  ['brief', 'Dana Fox'],
  ['inspect'],
  ['review'],
  ['triage'],
  ['rollup', '--dry-run'],
  ['rollup', '--diff'],
  ['link', 'Meetings/a.md'],
  ['link', 'Meetings/a.md', '--diff'],
  ['repair-encoding'],
  ['bases', '--dry-run'],
  ['week'],
  ['week', '--recap'],
  ['week', '--diff'],
  ['complete', 'Meetings/a.md:10', '--dry-run'],
  ['complete', 'Meetings/a.md:12', '--dry-run'],
  ['remove', '--dry-run'],
  ['undo', '--dry-run'],
  ['config'],
];
const FORMATS: readonly (readonly string[])[] = [[], ['--json'], ['--markdown']];

/** A note whose every part holds one of them. */
function noteWith(evil: string): string {
  return [
    '---',
    'type: 1-1',
    'date: 2025-10-28',
    `title: "a ${JSON.stringify(evil).slice(1, -1)} title"`,
    `people: ["[[Dana Fox]]", "Bo ${JSON.stringify(evil).slice(1, -1)} Kim"]`,
    `project: Pilot ${evil.replace(/[\n:]/g, '')} x`,
    '---',
    `# A ${evil} title`,
    `## Action items`,
    `- [ ] Send ${evil} it @me 📅 2025-10-31`,
    `- [ ] Call @Dana ${evil} Fox`,
    `- Bo to ${evil} fetch it`,
    `## Open ${evil} questions`,
    `- Who ${evil} signs?`,
    '## Open questions',
    `- Who ${evil} pays Dana Fox?`,
    '## Decisions',
    `- It ${evil} ships`,
    '',
  ].join('\n');
}

test('by any of them, in any place', async () => {
  const scratch = new Scratch();
  try {
    scratch.write('Vault/.obsidian/plugins/throughline/data.json', '{"me": ["Mara Voss"]}');
    scratch.write('Vault/People/Dana Fox.md', '');
    for (const command of COMMANDS)
      for (const format of FORMATS)
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...EVIL), fc.constantFrom(...EVIL), async (one, other) => {
            scratch.write('Vault/Meetings/a.md', noteWith(one));
            scratch.write(`Vault/Meetings/b${other.replace(/\//g, '')}.md`, noteWith(other));
            const { out, err } = await scratch.run(
              [...command, ...format],
              { realVault: true, terminal: true },
              'Vault',
            );
            expect([command, format, REACHES.exec(out + err)?.[0] ?? null]).toEqual([command, format, null]);
          }),
          { numRuns: 2 },
        );
  } finally {
    scratch.remove();
  }
});
