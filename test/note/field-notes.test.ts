/** Shapes of real vaults (names invented) that must not hurt: each reads sensibly. */
import { codes, meetingOf, noteOf, said } from './note-of';

const HEAD = 'type: meeting\ndate: 2025-10-28\n';

function people(frontmatter: string): (string | undefined)[] | undefined {
  return noteOf(`---\n${HEAD}${frontmatter}\n---\n`).meetings[0]?.names.map(({ text }) => text);
}

function actions(...lines: string[]): string[] {
  return said(meetingOf(['## Action items', ...lines].join('\n')));
}

test('1 a list that a formatter mangled', () => {
  expect(people('participants: [{ { PARTICIPANTS } }]')).toEqual([]);
  expect(noteOf(`---\n${HEAD}participants: [{ { PARTICIPANTS } }]\n---\n`)).toMatchObject({
    kind: 'meeting',
    date: '2025-10-28',
  });
});

test('2 a flow list that starts on the next line', () => {
  expect(people('participants:\n[\n"Ann",\n]')).toEqual(['Ann']);
  expect(people('participants:\n  [\n    "Ann",\n    "Bo",\n  ]')).toEqual(['Ann', 'Bo']);
});

test('3 names between commas', () => {
  expect(people('participants: Ann Lee, Bo Kim')).toEqual(['Ann Lee', 'Bo Kim']);
});

test('4 a value wrapped onto an indented line', () => {
  expect(noteOf(`---\n${HEAD}source_ref: Inbox/x (1)\n  ship\n---\n`).event.from).toEqual(['inbox/x (1) ship']);
});

test('5 line ends, BOM, no final newline, U+2028', () => {
  const lines = ['---', 'type: meeting', 'date: 2025-10-28', '---', '## Key facts', '- One\u2028still one', '- Two'];
  for (const [eol, bom] of [
    ['\n', ''],
    ['\r\n', ''],
    ['\r', ''],
    ['\n', '\uFEFF'],
    ['\r\n', '\uFEFF'],
  ] as const) {
    for (const end of ['', eol]) {
      const note = noteOf(bom + lines.join(eol) + end);
      expect(note.facts.map(({ line, text }) => [line, text])).toEqual([
        [6, 'One\u2028still one'],
        [7, 'Two'],
      ]);
      expect(note.problems).toEqual([]);
    }
  }
});

test('6 a heading with U+2011', () => {
  expect(meetingOf('### Follow‑Ups & Check‑ins\n- [ ] One').tasks).toMatchObject([
    { section: 'follow-ups', followUp: true, heading: 'Follow‑Ups & Check‑ins' },
  ]);
});

test('7 the next meeting and the transcript inside the open questions', () => {
  const note = meetingOf(
    '## Open questions\n\n- Who?\n\n> Next meeting (if any): (none)\n\n---\n\n<!-- ai:transcript:start -->\n\n## Transcript (auto)\n\n```text\n- [ ] spoken?\n```\n\n<!-- ai:transcript:end -->\n',
  );
  expect(said(note)).toEqual(['question 7 Who?']);
  expect(note.meetings[0]?.nextMeeting).toBeNull();
  expect(note.problems).toEqual([]);
});

test('8, 9 placeholders that were ticked', () => {
  expect(actions('- [x] (none) ✅ 2025-01-02', '- [x]  ✅ 2025-01-02', '- [ ] One')).toEqual(['task [ ] 8 One']);
});

test('10 a name and no action', () => {
  expect(actions('- [x] Bo Kim/Cy Orr ✅ 2025-01-02')).toEqual(['task [x] 6 Bo Kim/Cy Orr done 2025-01-02']);
});

test('11 a task within a task', () => {
  expect(actions('- [x] - [ ] Draft @Ann ⏫')).toEqual(['task [x] 6 Draft @Ann']);
});

test("12 no-break spaces and an editor's residue", () => {
  expect(
    actions('- [x] Draft @Ann\u00a0⏫\u00a0📅 2025-10-21[](app://obsidian.md/index.html# "Edit task") ✅ 2025-10-22'),
  ).toEqual(['task [x] 6 Draft @Ann due 2025-10-21 done 2025-10-22']);
});

test('13 an owner with a parenthesis and an address', () => {
  expect(actions('- [ ] Draft @Bo (PM, email: bo@example.com) 📅 2025-10-21')).toEqual([
    'task [ ] 6 Draft @Bo (PM, email: bo@example.com) due 2025-10-21',
  ]);
});

test('14, 15, 16 other at signs before the owner', () => {
  expect(
    actions(
      '- [ ] Send to bo@example.com. @Ann',
      '- [ ] Ping [@Cy Orr](https://example.com) for access. @Ann ⏫',
      '- [ ] Re-ping (Dee @ Acme) for a slot @Ann Lee',
    ),
  ).toEqual([
    'task [ ] 6 Send to bo@example.com. @Ann',
    'task [ ] 7 Ping [@Cy Orr](https://example.com) for access. @Ann',
    'task [ ] 8 Re-ping (Dee @ Acme) for a slot @Ann Lee',
  ]);
});

test('17, 18 several owners', () => {
  const { tasks } = meetingOf(
    '## Action items\n- [x] Go @Ann @Bo @Cy #task #rel #5.6 ⏫ ✅ 2025-01-02\n- [ ] Go @Ann Lee or Bo Kim 📅 2025-01-02',
  );
  expect(tasks[0]?.owners.map(({ text }) => text)).toEqual(['Ann', 'Bo', 'Cy']);
  expect(tasks[0]?.task).toMatchObject({ priority: 'high', done: '2025-01-02', tags: ['#task', '#rel', '#5'] });
  expect(tasks[1]?.owners.map(({ text }) => text).join(' | ')).toMatch(/^Ann Lee( or | \| )Bo Kim$/);
  expect(tasks[1]?.task.due).toBe('2025-01-02');
});

test('19 a date still to be found', () => {
  expect(meetingOf('## Action items\n- [ ] Draft 📅 TBD ⏫ #task').tasks).toMatchObject([
    { task: { due: null, priority: 'high' } },
  ]);
});

test('20, 21 the same text twice, an owner with a remark: each is a task', () => {
  expect(actions('- [ ] Draft @Ann', '- [ ] Draft @Bo', '- [ ] Check @Leo', '- [ ] Recheck @Leo (Unknown)')).toEqual([
    'task [ ] 6 Draft @Ann',
    'task [ ] 7 Draft @Bo',
    'task [ ] 8 Check @Leo',
    'task [ ] 9 Recheck @Leo (Unknown)',
  ]);
});

test('22 a heading clicked into a task; a status without a bullet', () => {
  const note = meetingOf('## Action items\n- [R] ## Proposed (?)\n [?] text\n\n- [ ] One');
  expect(said(note).filter((line) => line.endsWith('One'))).toEqual(['task [ ] 9 One']);
  expect(note.tasks.length).toBeLessThanOrEqual(2);
  expect(note.questions).toEqual([]);
});

test('23 a pasted read-out inside the summary', () => {
  const note = meetingOf(
    '## Summary\nScope cut.\n\n## Summary\nPasted.\n\n```\n## Decisions\n- no\n```\n\n## Next steps\n- [[Ann Lee]]\n- [Plan](https://example.com)\n\n## Decisions\n- One',
  );
  expect(note.meetings[0]?.summary).toBe('Scope cut.');
  expect(said(note)).toEqual(['decision 21 One']);
});

test('24 a fence that is never closed', () => {
  const note = meetingOf('## Decisions\n- One\n\n```tasks\nnot done\n\n## Risks\n- no');
  expect(said(note)).toEqual(['decision 6 One']);
  expect(codes(note)).toEqual(['8 fence-unclosed']);
});

test('25 a heading right below a bullet, bullets below a footer', () => {
  expect(said(meetingOf('## Key facts\n- One\n## Topics\n- no\n\n*Last updated*\n- nor this'))).toEqual(['fact 6 One']);
});

test("headings that are a shell's comments", () => {
  expect(said(meetingOf('## Key facts\n- One\n```sh\n# Verify\n## Risks\n```\n- Two'))).toEqual([
    'fact 6 One',
    'fact 11 Two',
  ]);
});
