import fc from 'fast-check';
import { dailyNotes } from '../../src/note/daily-note';
import { codes, MEETING_HEAD, meetingOf, noteOf } from './note-of';

function kindOf(frontmatter: string, path?: string): string {
  return noteOf(`---\n${frontmatter}\n---\nBody`, path === undefined ? {} : { path }).kind;
}

/** `kind: text → target` of each name. */
function names(frontmatter: string): string[] {
  return (
    noteOf(`---\ntype: meeting\ndate: 2025-10-28\n${frontmatter}\n---\n`).meetings[0]?.names.map(
      ({ kind, text, target }) => `${kind ?? '?'}: ${text}${target === null ? '' : ` → ${target}`}`,
    ) ?? []
  );
}

describe('kind', () => {
  test('a meeting by type, in any letter case', () => {
    for (const type of ['meeting', 'Transcript', '1-1', "'1:1'", 'One-on-One', 'call', 'standup'])
      expect([type, kindOf(`type: ${type}`)]).toEqual([type, 'meeting']);
  });

  test('by any of several types, by a linked one, by keys in any letter case', () => {
    for (const type of [
      'type: [note, meeting]',
      'type:\n- Call',
      "type: '[[Meeting]]'",
      'type: [[Meeting]]',
      'Type: meeting',
    ])
      expect([type, kindOf(type)]).toEqual([type, 'meeting']);
    expect(kindOf('date: 2025-10-28\nattendees: [Ann Lee]\ntype: [work, email]')).toBe('other');
    expect(noteOf('---\nType: Call\nDate: 2025-10-28\nPrivate: true\n---\n')).toMatchObject({
      kind: 'meeting',
      type: 'Call',
      date: '2025-10-28',
      private: true,
    });
    expect(noteOf("---\ntype: '[[Kinds/Meeting|m]]'\n---\n").type).toBe('m');
  });

  test('a meeting by a date and a people key', () => {
    expect(kindOf('date: 2025-10-28\nattendees: [Ann Lee]')).toBe('meeting');
    expect(kindOf('date: 2025-10-28\nparticipants:')).toBe('meeting');
    expect(kindOf("date: 2025-10-28\nentities:\n  people:\n  - '[[Ann Lee]]'")).toBe('meeting');
    expect(kindOf('attendees: [Ann Lee]', '2025-10-28 Ann.md')).toBe('meeting');
    expect(kindOf('attendees: [Ann Lee]')).toBe('other');
    expect(kindOf('date: 2025-10-28\nentities: {}')).toBe('other');
    expect(kindOf('date: 2025-10-28\nproject: Atlas')).toBe('other');
    expect(kindOf('date: 2025-10-28\nattendees: [Ann Lee]\ntype: Email')).toBe('other');
  });

  test('`throughline` decides', () => {
    expect(kindOf('throughline: meeting', 'People/Ann Lee.md')).toBe('meeting');
    expect(
      noteOf('---\nthroughline: entity\ntype: project\ndate: 2025-10-28\n---\n', { path: 'Notes/Atlas.md' }).entity,
    ).toMatchObject({ kind: 'project', name: 'Atlas' });
    expect(noteOf(`---\nthroughline: false\ntype: meeting\n---\n## Facts\n- a`)).toMatchObject({
      ignored: true,
      kind: 'other',
      meetings: [],
      facts: [],
      problems: [],
    });
  });
});

describe('entity pages', () => {
  function check(path: string, frontmatter: string, page: string | null): void {
    const { entity, kind } = noteOf(`---\n${frontmatter}\n---\n# Heading 2025-01-01\n`, { path });
    expect([
      path,
      entity === null ? null : `${entity.kind} ${entity.name}${entity.folder === null ? '' : ` in ${entity.folder}`}`,
    ]).toEqual([path, page]);
    expect(kind === 'entity').toBe(page !== null);
  }

  test("folder notes, notes in a kind's folder, notes of a kind's type", () => {
    check('People/Ann Lee/README.md', 'type: people', 'person Ann Lee in People/Ann Lee');
    check('CRM/people/Ann Lee/Ann Lee.md', 'x: 1', 'person Ann Lee in CRM/people/Ann Lee');
    check('Projects/Atlas/index.md', 'date: 2025-10-28', 'project Atlas in Projects/Atlas');
    check('Customers and Partners/Acme/README.md', 'x: 1', 'account Acme in Customers and Partners/Acme');
    check('People/Bo Kim.md', 'x: 1', 'person Bo Kim');
    check('Notes/Acme.md', 'type: Customer', 'account Acme');
    check('People/Ann Lee/Notes.md', 'x: 1', null);
    check('People/Ann Lee/Sub/README.md', 'x: 1', null);
    check('README.md', 'x: 1', null);
  });

  test("dated notes and the folder's own note are none", () => {
    check('People/2025-10-28 Ann Lee.md', 'x: 1', null);
    check('People/Ann Lee.md', 'date: 2025-10-28', null);
    check('Notes/Sync.md', 'type: people\ndate: 2025-10-28', null);
    check('People/Ann Lee 2025-10-28.md', 'x: 1', null);
    check('Notes/Call with Ann 2025-10-28.md', 'type: people', null);
    check('People/README.md', 'type: people', null);
    check('People/People.md', 'x: 1', null);
    check('People/Ann Lee.md', 'created: { { DATE } }', 'person Ann Lee');
    check('Topics/Pricing.md', 'x: 1', null);
  });

  test("a kind's type with people and a dated title is a meeting, in a kind's folder a page", () => {
    check('Notes/Sync.md', 'type: customer\nattendees: [Ann Lee]', null);
    check('Accounts/Acme.md', 'type: customer\npeople: [Ann Lee]', 'account Acme');
    expect(kindOf('type: customer\nattendees: [Ann Lee]')).toBe('entity');
  });

  test('other names, addresses, status', () => {
    expect(
      noteOf('---\nAliases: [AL]\nStatus: left\nEmail: a@example.com\n---\n', { path: 'People/Ann Lee.md' }).entity,
    ).toMatchObject({ aliases: ['AL'], status: 'left', emails: ['a@example.com'] });
    const { entity } = noteOf(
      "---\ntitle: Annabel Lee\naliases: [AL, '[[Ann]]', Ann Lee]\nemail: ann@example.com, mailto:al@example.com\nstatus: Left\n---\n",
      { path: 'People/Ann Lee.md' },
    );
    expect(entity).toEqual({
      kind: 'person',
      name: 'Ann Lee',
      aliases: ['AL', 'Ann', 'Annabel Lee'],
      emails: ['ann@example.com', 'al@example.com'],
      folder: null,
      status: 'left',
    });
  });
});

describe('date', () => {
  function check(
    path: string,
    frontmatter: string,
    heading: string,
    date: string | null,
    time: string | null,
    ...found: string[]
  ): void {
    const note = noteOf(`---\ntype: meeting\n${frontmatter}\n---\n${heading === '' ? '' : `# ${heading}\n`}`, { path });
    expect([path, frontmatter, note.date, note.time, ...codes(note)]).toEqual([
      path,
      frontmatter,
      date,
      time,
      ...found,
    ]);
    expect(note.meetings[0]).toMatchObject({ date, time });
  }

  test('frontmatter, else the file name, else the heading', () => {
    check('a.md', 'date: 2025-10-28', '', '2025-10-28', null);
    check('a.md', "date: '2025-10-28T14:30:00Z'", '', '2025-10-28', '14:30');
    check('a.md', 'date: 2025-10-28 9:05', '', '2025-10-28', '09:05');
    check('a.md', "date: '[[2025-10-28]]'", '', '2025-10-28', null);
    check('a.md', 'date: [[2025-10-28]]', '', '2025-10-28', null);
    check('a.md', "date: '[[Daily/2025/2025-10-28|Tuesday]]'", '', '2025-10-28', null);
    check('M/2025-10-28 - Title.md', 'x: 1', '', '2025-10-28', null);
    check('M/2025-10-28 14 30 - Title.md', 'x: 1', '', '2025-10-28', '14:30');
    check('M/2025-10-28 1430 Title.md', 'x: 1', '', '2025-10-28', '14:30');
    check('M/2025-10-28.md', 'x: 1', '', '2025-10-28', null);
    check('a.md', 'x: 1', '1:1 — Ann — 2025-10-28', '2025-10-28', null);
    check('2025-10-28 14 30 x.md', 'date: 2025-10-28', '', '2025-10-28', '14:30');
    check('a.md', 'date: 2025-10-28\ntime: 9:30', '', '2025-10-28', '09:30');
  });

  test('what disagrees, is no date or is missing is said', () => {
    check('2025-10-27 x.md', 'date: 2025-10-28', 'Sync 2025-10-26', '2025-10-28', null, '1 date-disagrees');
    check('2025-10-28 x.md', 'date: 28/10/2025', '', '2025-10-28', null);
    check('a.md', 'date: 03/04/2025', '', null, null, '1 date-undecided');
    check('a.md', 'date: 2025-02-30', '', null, null, '1 date-invalid', '1 date-missing');
    check('a.md', 'date:', '', null, null, '1 date-missing');
    check('a.md', "date: '{{date}}'", '', null, null, '1 date-missing');
    check('a 2025-10-28.md', 'x: 1', '', '2025-10-28', null);
    check('2025-10-281.md', 'x: 1', '', null, null, '1 date-missing');
  });

  test('the date keys are a setting', () => {
    const text = '---\ntype: call\nheld: 2025-10-28\ncreated: 2025-10-27\n---\n';
    expect(noteOf(text).date).toBe('2025-10-27');
    expect(noteOf(text, { rules: { dateKeys: ['held'] } }).date).toBe('2025-10-28');
  });

  test("a daily note's folder and format", () => {
    expect(
      noteOf('# x', { path: 'Daily/28.10.2025.md', rules: { dailyNotes: dailyNotes('Daily', 'DD.MM.YYYY') } }).date,
    ).toBe('2025-10-28');
  });
});

test('a date property may be written as daily notes are named', () => {
  const dated = (value: string, format: string): string | null =>
    noteOf(`---\ntype: call\ndate: ${value}\n---\n`, { rules: { dailyNotes: dailyNotes('Daily', format) } }).date;
  expect(dated('28.10.2025', 'DD.MM.YYYY')).toBe('2025-10-28');
  expect(dated('28.10.2025', 'YYYY/MM/DD.MM.YYYY')).toBe('2025-10-28');
  expect(dated('2025-10-28', 'DD.MM.YYYY')).toBe('2025-10-28');
  expect(dated('31.02.2025', 'DD.MM.YYYY')).toBeNull();
  expect(dated('03/04/2025', 'YYYY-MM-DD')).toBeNull();
  expect(dated('03/04/2025', 'DD/MM/YYYY')).toBe('2025-04-03');
  expect(dated('28/10/2025', 'DD/MM/YYYY')).toBe('2025-10-28');
  expect(dated('2025/10/28', 'YYYY/MM/DD')).toBe('2025-10-28');
});

test('the type stands in the first of its keys that is there', () => {
  const typed = (frontmatter: string): string =>
    noteOf(`---\n${frontmatter}\n---\n`, { rules: { typeKeys: ['type', 'art'], meetingTypes: ['besprechung'] } }).kind;
  expect(typed('art: Besprechung')).toBe('meeting');
  expect(typed('type: Besprechung\nart: Brief')).toBe('meeting');
  expect(typed('type:\nart: Besprechung')).toBe('meeting');
  expect(typed('type: Brief\nart: Besprechung')).toBe('meeting');
  expect(noteOf('---\nart: person\n---\n', { rules: { typeKeys: ['art'] } }).entity?.kind).toBe('person');
});

describe('names', () => {
  test('every shape of a list', () => {
    expect(names('participants: Ann Lee, Bo Kim (Acme, PM); cy@example.com')).toEqual([
      'person: Ann Lee',
      'person: Bo Kim (Acme, PM)',
      'person: cy@example.com',
    ]);
    expect(names('participants:\n- Ann\n- Myself\n- Bo Kim (Acme, PM)\n- Cy Orr <cy@example.com>')).toEqual([
      'person: Ann',
      'person: Myself',
      'person: Bo Kim (Acme, PM)',
      'person: Cy Orr <cy@example.com>',
    ]);
    expect(names('participants: [Ann Lee, "Bo Kim"]')).toEqual(['person: Ann Lee', 'person: Bo Kim']);
    expect(names('attendees: [[Ann Lee]]')).toEqual(['person: Ann Lee → Ann Lee']);
    expect(names('attendees:\n- [[People/Ann Lee|Ann]]\n- [[Bo Kim]]')).toEqual([
      'person: Ann → People/Ann Lee',
      'person: Bo Kim → Bo Kim',
    ]);
    expect(names('attendees: [[[Ann Lee]], [[Bo Kim]]]')).toEqual([
      'person: Ann Lee → Ann Lee',
      'person: Bo Kim → Bo Kim',
    ]);
    expect(names("attendees: '[[Ann Lee]], [[Bo Kim]]'")).toEqual([
      'person: Ann Lee → Ann Lee',
      'person: Bo Kim → Bo Kim',
    ]);
    expect(names("attendees: ['[Ann](People/Ann%20Lee.md)', '[site](https://example.com/a.md)']")).toEqual([
      'person: Ann → People/Ann Lee.md',
      'person: [site](https://example.com/a.md)',
    ]);
    expect(names('participants: [Ann Lee (Acme, PM, EU), Bo Kim]')).toEqual([
      'person: Ann Lee (Acme, PM, EU)',
      'person: Bo Kim',
    ]);
    expect(names('participants: [Ann Lee (Acme, Bo Kim]')).toEqual(['person: Ann Lee (Acme', 'person: Bo Kim']);
    expect(names('participants: |\n  - Ann Lee\n  Bo Kim')).toEqual(['person: Ann Lee', 'person: Bo Kim']);
    expect(names('participants: Lee, Ann <ann@example.com>; Bo Kim, Cy')).toEqual([
      'person: Lee, Ann <ann@example.com>',
      'person: Bo Kim',
      'person: Cy',
    ]);
    expect(names('people: {name: Ann Lee, role: PM}')).toEqual(['person: Ann Lee']);
    expect(names('account: Acme, Inc.')).toEqual(['account: Acme, Inc.']);
    for (const nothing of ['', ' ""', ' []', ' {}', ' null', " '{{names}}'", ' [{ { PARTICIPANTS } }]', ' [null, ""]'])
      expect(names(`participants:${nothing}`)).toEqual([]);
  });

  test("each kind's keys, in any letter case; a name twice is one", () => {
    expect(
      names(
        "entities:\n  people: ['[[Ann Lee]]']\n  projects:\n  - Atlas\n  customers: Acme\nPerson: '[[Ann Lee]]'\ncounterpart: Bo",
      ),
    ).toEqual(['person: Ann Lee → Ann Lee', 'person: Bo', 'project: Atlas', 'account: Acme']);
  });

  test('lines', () => {
    expect(
      noteOf('---\ntype: call\nattendees:\n- Ann\nproject: Atlas\n---\n').meetings[0]?.names.map(({ line }) => line),
    ).toEqual([3, 5]);
  });

  test('an alias bomb names few', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdef'.split('').map((key, at) => `${key}: &${key} [${`*${'abcde'[at] ?? ''}, `.repeat(8)}y]`),
      'people: *f',
    ].join('\n');
    expect(names(bomb).length).toBeLessThanOrEqual(500);
  });
});

describe('the note', () => {
  test('title: property, heading, file name', () => {
    expect(noteOf('---\ntitle: Weekly\n---\n# Other').title).toBe('Weekly');
    expect(noteOf('---\ntitle:\n---\n# **Other** [[x|one]]').title).toBe('Other one');
    expect(noteOf('text', { path: 'a/b.md' }).title).toBe('b');
    expect(noteOf('text', { path: 'People/Ann Lee/README.md' }).title).toBe('Ann Lee');
  });

  test('the body as a key for copies', () => {
    const body = '# A\n\n## Key facts\n- One\n';
    expect(meetingOf(body).bodyHash).toBe(noteOf(`---\ntype: call\n---\n${body}`).bodyHash);
    expect(meetingOf(body).bodyHash).toBe(noteOf((MEETING_HEAD + body).replace(/\n/g, '\r\n')).bodyHash);
    expect(meetingOf(body).bodyHash).not.toBe(meetingOf(body.replace('One', 'Two')).bodyHash);
    expect(meetingOf('# A\n\n## Key facts\n- \n').bodyHash).toBe('');
    expect(meetingOf('## Talk\n- {{topic}}\n- [ ] \n').bodyHash).toBe('');
    expect(meetingOf('## Talk\n- Prices\n').bodyHash).not.toBe('');
  });

  test('private', () => {
    expect(noteOf('---\nprivate: true\ntype: call\n---\n## Facts\n- a')).toMatchObject({
      private: true,
      meetings: [{ private: true }],
      facts: [{ private: true }],
    });
    expect(noteOf('---\nprivate: false\n---\n').private).toBe(false);
  });

  test('frontmatter problems name their line', () => {
    expect(codes(noteOf('---\ntitle: a: b\ntype: call\ndate: 2025-10-28\n---\n'))).toEqual(['2 frontmatter-invalid']);
    expect(codes(noteOf('---js\n{}\n---\n'))).toEqual(['1 frontmatter-language']);
    expect(codes(noteOf('---\ntitle: a\n'))).toEqual(['1 frontmatter-unclosed']);
  });

  test('whatever is written: a note, with lines that exist and sources that stand there', () => {
    const piece = fc.constantFrom(
      '# ',
      '## Open questions',
      '## Action items',
      '## Summary',
      '## Key facts',
      '- ',
      '- [ ] ',
      '- [x] ',
      '  - ',
      '> ',
      '> [!summary] ',
      '1. ',
      'Who?',
      'Ann',
      '@Ann Lee',
      '[[Ann Lee]]',
      '#raise',
      '#question',
      '#private',
      '~~',
      '**Risks:**',
      '```',
      '%%',
      '<!--',
      '-->',
      '⏫',
      ' 📅 2025-10-31',
      '[answered:: 2025-10-30]',
      'â€™',
      'â«',
      '\u2028',
      '\t',
      '    ',
      '\n',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '---\n',
      'type: call\n',
      '{{x}}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, meeting) => {
        const text = (meeting ? MEETING_HEAD : '') + pieces.join('');
        const note = noteOf(text, { path: '2025-10-28.md' });
        const lines = text.split(/\r\n|\n|\r/);
        for (const item of [...note.tasks, ...note.questions, ...note.facts, ...note.raises, ...note.decisions]) {
          expect(lines[item.line - 1]).toBe(item.source);
          expect(item.text).toBe(item.text.trim());
          if (item.meeting !== null) expect(note.meetings[item.meeting]).toBeDefined();
        }
        for (const { line } of note.problems) expect(line === null || (line >= 1 && line <= lines.length)).toBe(true);
      }),
    );
  });
});
