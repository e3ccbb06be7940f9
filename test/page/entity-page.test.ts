import { rollUpTexts, note, type Texts } from '../vault-of';

/** The managed block of a page after a rollup, without its markers. */
function block(texts: Texts, path: string, options: Parameters<typeof rollUpTexts>[1] = {}): string {
  const text = rollUpTexts(texts, options).texts[path] ?? '';
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('<!-- throughline:begin'));
  const to = lines.findIndex((line) => line.startsWith('<!-- throughline:end'));
  return lines
    .slice(from + 1, to)
    .join('\n')
    .trim();
}

const DANA: Texts = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'Accounts/Acme.md': '# Acme\n',
  'Meetings/2025-09-02 Dana.md': note(`
    ---
    type: 1-1
    date: 2025-09-02
    people: "[[Dana Fox]]"
    ---
    ## Open questions
    - Who signs for Acme?
  `),
  'Meetings/2025-10-14 Dana.md': note(`
    ---
    type: 1-1
    date: 2025-10-14
    people: ["[[Dana Fox]]", Mara Voss]
    ---
    ## Open questions
    - Who signs for Acme?
    ## Action items
    - [ ] Confirm the Lisbon dates @Dana Fox
  `),
  'Meetings/2025-10-21 Dana.md': note(`
    ---
    type: 1-1
    date: 2025-10-21
    people: "[[Dana Fox]]"
    ---
    ## Decisions
    - Pilot ships without SSO
  `),
  'Meetings/2025-10-28 Dana.md': note(`
    ---
    type: 1-1
    date: 2025-10-28
    people: "[[Dana Fox]]"
    ---
    ## Summary
    Scope cut; Lisbon still open.
    ## Action items
    - [ ] Send pricing draft @Mara Voss 📅 2025-10-31
    - [ ] Confirm the Lisbon dates @Dana Fox
    - [ ] Book a table
    ## Open questions
    - Who signs for Acme?
    > Next meeting: 2025-11-04
  `),
  'Notes/Ideas.md': '- Pilot budget [[Dana Fox]] #raise\n',
};

test("a person's page reads as it should", () => {
  expect(block(DANA, 'People/Dana Fox.md')).toBe(
    note(`
    **Last met 28 Oct 2025** · next 4 Nov · 4 meetings
    ### You owe
    - Send pricing draft · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
    ### Dana owes
    - Confirm the Lisbon dates · asked 14 Oct, again 28 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
    ### Needs an owner
    - Book a table — [[2025-10-28 Dana#Action items|28 Oct]]
    ### Raise next
    - Pilot budget — [[Ideas]]
    ### Unanswered
    - Who signs for Acme? · 3× since 2 Sep — [[2025-10-28 Dana#Open questions|28 Oct]]
    ### Decided
    - Pilot ships without SSO — [[2025-10-21 Dana#Decisions|21 Oct]]
    ### Meetings
    - [[2025-10-28 Dana|28 Oct]] Scope cut; Lisbon still open.
    - [[2025-10-21 Dana|21 Oct]]
    - [[2025-10-14 Dana|14 Oct]]
    - [[2025-09-02 Dana|2 Sep]]
  `).trim(),
  );
});

test('a day that passes changes nothing on it', () => {
  const after = (today: string): string => rollUpTexts(DANA, { today }).texts['People/Dana Fox.md'] ?? '';
  expect(after('2025-10-30')).toBe(after('2025-11-03'));
  expect(after('2025-11-05')).toBe(after('2026-03-01'));
  expect(after('2025-11-05')).not.toContain('next 4 Nov');
});

test('properties say the same as the page', () => {
  const text = rollUpTexts(DANA).texts['People/Dana Fox.md'] ?? '';
  expect(text.slice(0, text.indexOf('# Dana'))).toBe(
    '---\nlast_contact: 2025-10-28\nlast_met: 2025-10-28\nmeeting_count: 4\nopen_follow_ups: 3\nopen_questions: 1\n---\n',
  );
});

test('a meeting to come is next, never last met', () => {
  const texts = {
    ...DANA,
    'Meetings/2025-11-06 Dana.md': '---\ntype: 1-1\ndate: 2025-11-06\npeople: "[[Dana Fox]]"\n---\n',
  };
  expect(block(texts, 'People/Dana Fox.md', { today: '2025-11-05' }).split('\n')[0]).toBe(
    '**Last met 28 Oct 2025** · next 6 Nov · 4 meetings',
  );
  expect(block(texts, 'People/Dana Fox.md', { today: '2025-11-06' }).split('\n')[0]).toBe(
    '**Last met 6 Nov 2025** · 5 meetings',
  );
});

test('long sections are capped and lead on', () => {
  const decisions = Array.from({ length: 9 }, (_, at) => `- Decision ${at + 1}`).join('\n');
  const texts = {
    'People/Dana Fox.md': '',
    '2025-10-28 Dana.md': `---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Decisions\n${decisions}\n`,
  };
  expect(
    block(texts, 'People/Dana Fox.md')
      .split('\n')
      .filter((line) => line.includes('earlier')),
  ).toEqual(['- [[2025-10-28 Dana#Decisions|2 earlier]]']);
});

test('a private meeting gives its date and no link', () => {
  const texts = {
    'People/Dana Fox.md': '',
    '2025-10-28 Pay.md':
      '---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\nprivate: true\n---\n## Summary\nPay.\n## Decisions\n- Raise\n',
  };
  expect(block(texts, 'People/Dana Fox.md')).toBe('**Last met 28 Oct 2025** · 1 meeting\n### Meetings\n- 28 Oct');
});

test('a page of which the vault says nothing is left alone', () => {
  const texts = { 'People/Dana Fox.md': '# Dana Fox\n' };
  expect(rollUpTexts(texts).texts['People/Dana Fox.md']).toBe('# Dana Fox\n');
});

test('a name given as a link in frontmatter that nothing resembles gets a page, beside the others and in their layout', () => {
  const met = (name: string) => `---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[${name}]]"\n---\n`;
  const created = (texts: Texts) =>
    rollUpTexts(texts)
      .plan.edits.filter(({ before, path }) => before === null && !path.startsWith('Throughline/'))
      .map(({ path }) => path);
  expect(created({ 'M.md': met('Quinn Ashby') })).toEqual(['People/Quinn Ashby.md']);
  expect(created({ 'Team/People/Bo Kim/README.md': '', 'M.md': met('Quinn Ashby') })).toEqual([
    'Team/People/Quinn Ashby/README.md',
  ]);
  expect(created({ 'People/Quin Ashby.md': '', 'M.md': met('Quinn Ashby') })).toEqual([]);
  expect(created({ 'M.md': met('Mara Voss') })).toEqual([]);
  expect(created({ 'M.md': met('../../etc/passwd') })).toEqual(['People/passwd.md']);
  expect(created({ 'M.md': met('Quinn: Ashby?') })).toEqual([]);
});

test('of the days before the last meeting, what is due soonest comes first; what is older follows, newest first', () => {
  const met = (date: string, ...tasks: string[]) =>
    `---\ntype: 1-1\ndate: ${date}\npeople: "[[Dana Fox]]"\n---\n## Action items\n${tasks.map((task) => `- [ ] ${task} @Dana Fox`).join('\n')}\n`;
  const texts = {
    'People/Dana Fox.md': '',
    '1.md': met('2025-07-01', 'Ancient 📅 2025-07-02', 'Ancient too'),
    '2.md': met('2025-08-01', 'Old 📅 2025-12-01'),
    '3.md': met('2025-10-02', 'Late 📅 2025-10-05'),
    '4.md': met('2025-10-28', 'Whenever', 'Soon 📅 2025-11-04'),
  };
  const rows = block(texts, 'People/Dana Fox.md')
    .split('\n')
    .filter((line) => line.includes('Action items'));
  expect(rows.map((line) => /^- (\w+(?: too)?)/.exec(line)?.[1])).toEqual([
    'Late',
    'Soon',
    'Whenever',
    'Old',
    'Ancient',
    'Ancient too',
  ]);
});

describe('messages', () => {
  const mail = (date: string, body: string, head = ''): string =>
    note(`
      ---
      type: people
      date: ${date}
      participants: [Dana Fox, Mara Voss]
      source: email
      ${head === '' ? 'channel: mail' : head}
      ---
      ## Decisions
      - ${body}
    `);

  test('are contacts and no meetings; one that several notes tell of counts once', () => {
    const thread = 'source_ref: Mail/2025-10-30_101500_4710_Price.md';
    const texts: Texts = {
      ...DANA,
      'Mail/A.md': mail('2025-10-30', 'Ship in May', thread),
      'Mail/B.md': mail('2025-10-30', 'The price holds', thread.replace('4710', '4711')),
      'Mail/C.md': mail('2025-10-29', 'Pilot in June'),
    };
    const shown = block(texts, 'People/Dana Fox.md');
    expect(shown.split('\n')[0]).toBe(
      '**Last met 28 Oct 2025** · last message 30 Oct · next 4 Nov · 4 meetings, 2 messages',
    );
    expect(shown).toContain('\n- 2 messages, last [[A|30 Oct]]');
    expect(shown).toContain('- Ship in May — [[A#Decisions|30 Oct]]');
    expect(shown).toContain('- The price holds — [[B#Decisions|30 Oct]]');
  });

  test('alone: nobody was met', () => {
    const shown = block(
      { 'People/Dana Fox.md': '# Dana Fox\n', 'Mail/C.md': mail('2025-10-29', 'Pilot in June') },
      'People/Dana Fox.md',
    );
    expect(shown.split('\n')[0]).toBe('**Last message 29 Oct 2025** · 1 message');
  });

  test('beyond the rows of the section earlier meetings are said to be meetings', () => {
    const shown = block({ ...DANA, 'Mail/C.md': mail('2025-10-29', 'Pilot in June') }, 'People/Dana Fox.md', {
      settings: { rowsPerSection: 2 },
    });
    expect(shown.split('\n').slice(-2)).toEqual([
      '- 1 message, last [[C|29 Oct]]',
      expect.stringMatching(/^- \[\[.*\|2 earlier meetings\]\]$/),
    ]);
  });
});
