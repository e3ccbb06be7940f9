/** Which notes tell of one event: text in, the notes of each event out. */
import fc from 'fast-check';
import { buildIndex } from '../../src/vault-index/build-index';
import { updateIndex } from '../../src/vault-index/update-index';
import { indexOf, type Texts } from '../vault-of';
import { told } from '../index-told';

interface Told {
  readonly date?: string | null;
  readonly head?: string;
  readonly body?: string;
}

function meeting({ date = '2025-10-28', head = '', body = '' }: Told): string {
  return [
    '---',
    'type: call',
    ...(date === null ? [] : [`date: ${date}`]),
    ...(head === '' ? [] : [head]),
    '---',
    body,
  ].join('\n');
}

function mail(head: string, date = '2025-10-28'): string {
  return `---\ntype: people\ndate: ${date}\nparticipants: [Ann Lee]\n${head}\n---\n## Key facts\n- A fact of ${head}\n`;
}

/** The notes of each event, without `.md`, as `A B | C`. */
function events(texts: Texts): string {
  return indexOf(texts)
    .meetings.map(({ notes }) => notes.map(({ path }) => path.replace('.md', '')).join(' '))
    .sort()
    .join(' | ');
}

const pair = (a: Told, b: Told): string => events({ 'A.md': meeting(a), 'B.md': meeting(b) });

/** So many words, each another. */
const spoken = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) =>
    [...String((from + at) * 7919)].map((digit) => 'abcdefghij'[Number(digit)]).join(''),
  ).join(' ');
const transcript = (words: string): string =>
  `## Summary\nIn its own words ${words.length}.\n\n## Transcript\n${words}\n`;

describe('one event', () => {
  test.each([
    ['a message id', 'message_id: <abc@mail>', 'Message-ID: <abc@mail>'],
    ['a recording', 'recording_id: 7f3a91', 'recording_id: 7f3a91'],
    ['a calendar entry', 'ical_uid: 040000008200E0', 'iCalUID: 040000008200E0'],
    ["a program's id", 'granola_id: 0f9e8d7c', 'granola-id: 0f9e8d7c'],
    ["a program's address", 'source: https://app.fireflies.ai/view/x1', 'source: https://app.fireflies.ai/view/x1'],
    ['a reference', 'source_ref: rec-1', 'source_ref: rec-1'],
    [
      'a source file, in another folder, with another extension',
      'source: Inbox/20251028 0930 Parallels.txt',
      'source_ref: /Users/x/Archive/20251028 0930 Parallels.m4a',
    ],
    [
      'a source file that was exported twice',
      'source: Mail/2025-10-28_172133_4710_Kickoff.md',
      'source: Mail/2025-10-28_172133_4711_Kickoff.md',
    ],
  ])('%s', (_, a, b) => {
    expect(pair({ head: a }, { head: b })).toBe('A B');
    expect(pair({ head: a }, { head: b, date: '2025-10-29' })).toBe('A | B');
    expect(pair({ head: a }, { head: b, date: null })).toBe('A B');
  });

  test('one note names the other', () => {
    const kickoff = meeting({ body: 'One.' });
    expect(events({ 'Raw/Kickoff.md': kickoff, 'A.md': meeting({ head: 'source: "[[Kickoff]]"' }) })).toBe(
      'A Raw/Kickoff',
    );
    expect(events({ 'Raw/Kickoff.md': kickoff, 'A.md': meeting({ head: 'transcript: /home/x/Raw/Kickoff.md' }) })).toBe(
      'A Raw/Kickoff',
    );
    expect(events({ 'Raw/Kickoff.md': kickoff, 'A.md': meeting({ head: 'source: Other/Kickoff.md' }) })).toBe(
      'A | Raw/Kickoff',
    );
    // Two have the name.
    expect(
      events({
        'Raw/Kickoff.md': kickoff,
        'Old/Kickoff.md': meeting({ body: 'Two.' }),
        'A.md': meeting({ head: 'source: "[[Kickoff]]"' }),
      }),
    ).toBe('A | Old/Kickoff | Raw/Kickoff');
  });

  test('the same body, of twenty words or one item', () => {
    const words = Array.from({ length: 20 }, (_, at) => `word${at}`).join(' ');
    expect(pair({ body: words }, { body: words })).toBe('A B');
    expect(pair({ body: '## Decisions\n- Ship\n' }, { body: '## Decisions\n- Ship\n' })).toBe('A B');
    expect(pair({ body: '## Summary\nOne.' }, { body: '## Summary\nOne.' })).toBe('A | B');
    expect(pair({ body: words }, { body: `${words} more` })).toBe('A | B');
  });

  test('the same transcript, though one begins later', () => {
    expect(
      pair({ body: transcript(spoken(0, 600)) }, { body: transcript(`Recorded by Otter ${spoken(40, 600)}`) }),
    ).toBe('A B');
    expect(pair({ body: transcript(spoken(0, 600)) }, { body: transcript(spoken(900, 600)) })).toBe('A | B');
    expect(pair({ body: transcript(spoken(0, 600)) }, { body: transcript(spoken(0, 150)) })).toBe('A | B');
    expect(pair({ body: transcript(spoken(0, 600)) }, { body: transcript(spoken(0, 600)), date: '2025-10-29' })).toBe(
      'A | B',
    );
  });

  test('what tells of no one event', () => {
    for (const head of [
      'source: email',
      'source: transcript',
      'source: phone',
      'source: Mail/email_trace.md',
      'source: "[[2025-10-28]]"',
      'source_ref: unknown',
      'source: https://zoom.us/j/5551234567',
      'source: Inbox/{{file}}.md',
    ])
      expect([head, pair({ head, body: 'One' }, { head, body: 'Two' })]).toEqual([head, 'A | B']);
  });

  test('what joins two joins their notes, never those of two days', () => {
    const [x, y] = ['recording_id: rec-x', 'ical_uid: cal-y'];
    const both = `${x}\n${y}`;
    expect(
      events({ 'A.md': meeting({ head: x }), 'B.md': meeting({ head: y }), 'C.md': meeting({ head: both }) }),
    ).toBe('A B C');
    expect(
      events({
        'A.md': meeting({ head: x }),
        'B.md': meeting({ head: y, date: '2025-10-29' }),
        'C.md': meeting({ head: both, date: null }),
      }),
    ).toBe('A C | B');
  });
});

test.each([
  ['source: email', 'message'],
  ['message_id: <abc@mail>', 'message'],
  ['source_ref: /x/Sources/Email/2025/a.md', 'message'],
  ['source_ref: Inbox/a.eml', 'message'],
  ['from: ann@acme.com\nsubject: Offer', 'message'],
  ['from: Ann\nsubject: Offer', 'meeting'],
  ['source: email\ntags: [meeting]', 'meeting'],
  ['source: transcript', 'meeting'],
  ['project: x', 'meeting'],
])('%j makes a %s', (head, medium) => {
  expect(indexOf({ 'A.md': mail(head) }).meetings.map((one) => one.medium)).toEqual([medium]);
});

/** Notes of events whose truth is known: an event has a day and marks, a note some of its event's marks. */
const vault = fc
  .array(
    fc.record({
      event: fc.integer({ min: 0, max: 3 }),
      mark: fc.constantFrom('recording_id: rec-', 'source: Mail/2025-10-28_172133_4710_Subject', 'message_id: msg-'),
      undated: fc.boolean(),
      folder: fc.constantFrom('', 'Old/', 'Mail/'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((notes) =>
    Object.fromEntries(
      notes.map(({ event, mark, undated, folder }, at) => [
        `${folder}${at}.md`,
        meeting({
          date: undated ? null : `2025-10-2${event}`,
          head: `${mark}${event}`,
          body: `## Decisions\n- Said in ${event}, told ${at}\n`,
        }),
      ]),
    ),
  );

test('an index that grew note by note has the events of one made at once, in whatever order', () => {
  fc.assert(
    fc.property(vault, fc.boolean(), (texts, reverse) => {
      const paths = Object.keys(texts);
      let grown = indexOf({});
      for (const path of reverse ? [...paths].reverse() : paths) {
        const added = indexOf({ [path]: texts[path] ?? '' }).parts.given;
        const input = {
          notes: [...grown.parts.given, ...added].sort((a, b) => (a.path < b.path ? -1 : 1)),
          paths: [...grown.paths, path].sort(),
          memory: grown.memory,
          ...grown.parts.rules,
        };
        grown = updateIndex(grown, input) ?? buildIndex(input);
      }
      const whole = indexOf(texts);
      expect(told(grown)).toEqual(told(whole));
      for (const { notes } of whole.meetings)
        expect(new Set(notes.map(({ path }) => /Said in (\d)/.exec(texts[path] ?? '')?.[1])).size).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test('the note that somebody wrote gives the title, not the transcript that it was made of', () => {
  const texts = {
    'Raw/Call 1.md': meeting({ head: 'recording_id: r100', body: transcript(spoken(0, 400)) }),
    'Talk with Ann.md': meeting({ head: 'recording_id: r100', body: '## Key facts\n- A fact.\n' }),
  };
  expect(indexOf(texts).meetings.map(({ title, notes }) => [title, ...notes.map(({ path }) => path)])).toEqual([
    ['Talk with Ann', 'Talk with Ann.md', 'Raw/Call 1.md'],
  ]);
});
