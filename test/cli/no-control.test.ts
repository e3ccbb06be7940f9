/**
 * No control or direction character of a note, a calendar, the settings or an argument reaches the terminal, in any
 * command and format. The commands and their options are the program's own, so that a new one is tried as well.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import fc from 'fast-check';
import { addCommands } from '../../src/cli/commands.mts';
import type { Shell } from '../../src/cli/shell.mts';
import { SETTING_KEYS } from '../../src/settings/settings';
import { calendar, event } from '../calendar/calendar-of';
import { RawClient } from '../mcp/raw-client';
import { type Answers, Scratch } from './fake-shell';

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
const evils = fc.constantFrom(...EVIL);

/** What each command is given, first, in a sound vault. The server for agents is asked below. */
const GIVEN: Readonly<Record<string, readonly (readonly string[])[]>> = {
  init: [['--me', 'Mara Voss']],
  config: [[], ['list'], ['get', 'me'], ['set', 'me', 'Tom Reed'], ['unset', 'me']],
  rollup: [[]],
  inspect: [[], ['--note', 'Meetings/a.md']],
  complete: [['Meetings/a.md:9'], ['Meetings/a.md:11'], ['1']],
  queue: [[], ['--owner', 'me']],
  questions: [[]],
  decisions: [[]],
  today: [[]],
  week: [[], ['2025-W44']],
  brief: [['Dana Fox']],
  'new-note': [['Dana Fox'], ['Weekly']],
  link: [['Meetings/a.md']],
  review: [[]],
  triage: [[]],
  remove: [[]],
  'repair-encoding': [[]],
  adopt: [[], ['--near']],
  bases: [[]],
  undo: [[]],
  mcp: [],
  'parse-tasks': [[], ['--format', 'dataview']],
  completion: [['bash'], ['zsh'], ['fish']],
};

/** What is run before, so that there is something to say. */
const BEFORE: Readonly<Record<string, readonly string[]>> = { undo: ['rollup'], remove: ['rollup'] };

const program = new Command();
// Nothing is run: the commands are read only.
addCommands(program, {} as Shell, () => undefined);
const commands = program.commands.map((command) => ({
  name: command.name(),
  flags: command.options.filter((option) => option.isBoolean() && !option.negate).map(({ long }) => long ?? ''),
  formats: command.options.flatMap(({ long, argChoices }) => (argChoices ?? []).map((choice) => [long ?? '', choice])),
  values: command.options.filter((option) => option.required).map(({ long }) => long ?? ''),
  places: command.registeredArguments.length,
}));

test('each command of the program is tried', () => {
  expect(Object.keys(GIVEN).sort()).toEqual(commands.map(({ name }) => name).sort());
});

const json = (evil: string): string => JSON.stringify(evil).slice(1, -1);
const named = (evil: string): string => evil.replace(/\//g, '');

/** A note whose every part holds one of them. */
function noteWith(evil: string): string {
  return [
    '---',
    'type: 1-1',
    'date: 2025-10-28',
    `title: "a ${json(evil)} title"`,
    `people: ["[[Dana Fox]]", "Bo ${json(evil)} Kim"]`,
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
    `Saved twice â€” ${evil}`,
    '',
  ].join('\n');
}

/** A calendar that holds one of them in what is read of an entry, and in what cannot be read. */
function calendarWith(evil: string): string {
  return calendar(
    event(
      `UID:1${evil}`,
      'DTSTART:20251103T130000Z',
      `SUMMARY:Weekly ${evil} x`,
      `LOCATION:Room ${evil}`,
      `ATTENDEE;CN="Bo ${evil} Kim":mailto:bo${evil}@example.com`,
      `ATTENDEE;CN="Dana Fox":mailto:dana@example.com`,
    ),
    event(`DTSTART;TZID=Z${evil}:20251104T130000`, `SUMMARY:Zone ${evil}`),
    event(`DTSTART:2025${evil}`, `SUMMARY:Wrong ${evil}`),
    event('DTSTART:20251104T130000Z', `RRULE:FREQ=${evil}`, `SUMMARY:Rule ${evil}`),
    `X${evil}:x`,
  );
}

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
});
afterEach(() => {
  scratch.remove();
});

/** The vault made again, with one of them in each place and another in the names of files. */
function vaultWith(one: string, other: string, settings: object = { me: ['Mara Voss', `M ${one} V`] }): void {
  rmSync(path.join(scratch.root, 'Vault'), { recursive: true, force: true });
  scratch.write('Vault/.obsidian/plugins/throughline/data.json', JSON.stringify(settings));
  scratch.write('Vault/People/Dana Fox.md', '');
  scratch.write('Vault/Meetings/a.md', noteWith(one));
  scratch.write(`Vault/Meetings/b${named(other)}.md`, noteWith(other));
  scratch.write(`Vault/Calendar/c${named(other)}.ics`, calendarWith(one));
}

async function expectSafe(line: readonly string[], answers: Answers = {}): Promise<void> {
  const { out, err } = await scratch.run(line, { realVault: true, terminal: true, ...answers }, 'Vault');
  expect([line, REACHES.exec(out + err)?.[0] ?? null, out + err]).toEqual([line, null, expect.anything()]);
}

test.each(commands)('of notes and calendars, by $name', async ({ name, flags, formats }) => {
  for (const given of GIVEN[name] ?? [])
    for (const option of [[], ...flags.map((flag) => [flag]), ...formats])
      await fc.assert(
        fc.asyncProperty(evils, evils, async (one, other) => {
          vaultWith(one, other);
          const before = BEFORE[name];
          if (before !== undefined) await expectSafe(before);
          await expectSafe([name, ...given, ...option], {
            input: `- [ ] Send ${one} it 📅 2025-10-31 @Ann ${other}\n`,
          });
        }),
        { numRuns: 2 },
      );
});

test.each(commands)('of arguments and options, by $name', async ({ name, values, places }) => {
  const [usual = []] = GIVEN[name] ?? [];
  await fc.assert(
    fc.asyncProperty(evils, evils, async (one, other) => {
      vaultWith(one, other);
      const wrong = `x${one}y`;
      for (let place = 0; place < places; place++)
        await expectSafe([name, ...(usual.length >= place ? usual.slice(0, place) : []), wrong]);
      for (const option of values) await expectSafe([name, ...usual, option, wrong]);
      await expectSafe([name, ...usual, `--x${one}`]);
      await expectSafe([wrong]);
      scratch.write('Vault/wrong.json', `{"me": ["${one}"`);
      if (values.includes('--config')) await expectSafe([name, ...usual, '--config', 'wrong.json']);
    }),
    { numRuns: 2 },
  );
});

test.each(['init', 'review'])('of what %s asks', async (name) => {
  for (const evil of EVIL) {
    vaultWith(evil, evil, {});
    await expectSafe([name], { typed: ['?', `x${evil}`, '1', 'y', 'n', 'l', 's', ...Array<string>(99).fill('q')] });
  }
});

test('of a mistake of ours', async () => {
  for (const evil of EVIL) await expectSafe(['rollup'], { readFailure: new Error(`x${evil}`) });
});

test.each(SETTING_KEYS)('of the setting %s, right or wrong', async (key) => {
  await fc.assert(
    fc.asyncProperty(evils, async (evil) => {
      const text = `x${named(evil)}y`;
      for (const value of [text, [text], { [text]: text }, { [text]: true }, { person: { folder: text, is: text } }])
        for (const line of [
          ['config'],
          ['rollup'],
          ['rollup', '--diff'],
          ['today'],
          ['new-note', 'Dana Fox'],
          ['bases'],
        ]) {
          vaultWith(evil, evil, { [key]: value });
          await expectSafe(line);
        }
      vaultWith(evil, evil, { [`${key}${evil}`]: evil });
      await expectSafe(['config']);
    }),
    { numRuns: 1 },
  );
});

test('by the server for agents, of any tool', async () => {
  for (const evil of EVIL) {
    vaultWith(evil, evil);
    const client = await RawClient.start(['--vault', path.join(scratch.root, 'Vault'), '--today', '2025-11-03']);
    try {
      const { tools } = (await client.request('tools/list')).result as unknown as Offered;
      const queue = await client.ask('queue', { older: true });
      const questions = await client.ask('questions', { older: true });
      const review = await client.ask('review');
      const rows = [queue, questions, review].flatMap(({ rows }) => rows).map(({ id }) => id);
      expect(rows.length).toBeGreaterThan(3);
      const words = ['Dana Fox', 'Meetings/a.md', `Meetings/b${named(evil)}.md`, `x${evil}`, 'me', ...rows, 'accept'];
      const tokens: string[] = [];
      for (const { name, inputSchema } of tools.filter(({ name }) => name !== 'apply'))
        for (const word of words) {
          const given = Object.fromEntries(
            inputSchema.required.map((key) => [key, GIVEN_TO_TOOLS[key]?.(word) ?? word]),
          );
          const { said } = await client.call(name, given);
          if (typeof said['token'] === 'string') tokens.push(said['token']);
        }
      expect(tokens.length).toBeGreaterThan(0);
      for (const token of [...tokens, `x${evil}`]) await client.call('apply', { token });
      await client.call(`x${evil}`);
    } finally {
      await client.end();
    }
    expect([evil, REACHES.exec(client.heard + client.errors)?.[0] ?? null]).toEqual([evil, null]);
  }
});

interface Offered {
  readonly tools: readonly { readonly name: string; readonly inputSchema: { readonly required: readonly string[] } }[];
}

/** What a tool takes next to the word that is tried. */
const GIVEN_TO_TOOLS: Readonly<Record<string, (word: string) => string | undefined>> = {
  verdict: () => 'accept',
  due: () => 'fri',
  owner: () => 'me',
  answer: () => 'Yes',
};
