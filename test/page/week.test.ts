/** A week: what is in which list, on its page, and in its recap. The day is Monday, 3 November 2025, the week the one before. */
import { pageRules } from '../../src/edit/page-rules';
import { planWeek } from '../../src/edit/plan-week';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import type { Listing } from '../../src/page/listing';
import { listedWords } from '../../src/page/listing';
import { type Week, weekIn } from '../../src/page/week';
import { weekListing, weekRecap } from '../../src/page/week-words';
import { readSettings } from '../../src/settings/settings';
import { weekOfDay } from '../../src/text/iso-week';
import { indexOf, note, type Texts } from '../vault-of';

const TODAY = '2025-11-03';
const meeting = (date: string, body: string, head = 'people: ["[[Dana Fox]]"]'): string =>
  `---\ntype: meeting\ndate: ${date}\n${head}\n---\n${note(body)}`;

const TEXTS: Texts = {
  'People/Dana Fox.md': '',
  'Projects/Atlas.md': '',
  'M/2025-10-14.md': meeting(
    '2025-10-14',
    `
    ## Action items
    - [ ] Confirm the dates @Dana Fox
    - [x] Book the room @me ✅ 2025-10-30
    - [ ] Write the plan @me 📅 2025-10-31
    - [x] Old and done @me ✅ 2025-10-20
    - [-] Rent a tent @Dana Fox ❌ 2025-10-28
    ## Open questions
    - Who signs?
      - A: Dana [answered:: 2025-10-29]
  `,
  ),
  'M/2025-10-28.md': meeting(
    '2025-10-28',
    `
    # Pricing
    ## Decisions
    - Pilot ships without **SSO**
    - Secret choice #private
    ## Action items
    - [ ] Send the draft @me 📅 2025-11-07
    - [ ] Confirm the dates @Dana Fox
    - [ ] Book a table
    - [x] Ticked without a day @Dana Fox
    - [?] Perhaps a poster @me
  `,
  ),
  'M/2025-10-29 Mail.md': '---\ndate: 2025-10-29\nparticipants: ["[[Dana Fox]]"]\nsource: email\n---\n# Hello\n',
  'M/2025-10-30.md': meeting(
    '2025-10-30',
    '# Doctor\n## Action items\n- [ ] Sleep @me\n',
    'private: true\npeople: ["[[Dana Fox]]"]',
  ),
  'M/2025-11-03.md': meeting('2025-11-03', '# Later\n## Decisions\n- After the week\n'),
};

function weekOf(texts: Texts, { me = ['Mara Voss'], day = '2025-10-29' } = {}) {
  const index = indexOf(texts, { me });
  const rules = pageRules(readSettings({ me }).settings, DEFAULT_NOTE_RULES, TODAY);
  return { index, rules, week: weekIn(weekOfDay(day), index, rules) };
}

const told = ({ sections }: Listing) =>
  Object.fromEntries(sections.map(({ title, rows }) => [title, rows.map(listedWords)]));

test('every row is in one list, with what became of it', () => {
  const { week, rules } = weekOf(TEXTS);
  expect(told(weekListing(week, rules))).toEqual({
    Met: ['Pricing → Dana Fox · 28 Oct'],
    Messages: ['Hello → Dana Fox · 29 Oct'],
    'You promised': ['Send the draft · due 7 Nov'],
    'Promised to you': [
      'Confirm the dates → Dana Fox · asked 14 Oct, again 28 Oct',
      'Ticked without a day → Dana Fox · done',
    ],
    'Needs an owner': ['Book a table'],
    Done: ['Rent a tent → Dana Fox · cancelled 28 Oct', 'Book the room → you · done 30 Oct'],
    Answered: ['Who signs? → Dana · answered 29 Oct'],
    Decided: ['Pilot ships without SSO · 28 Oct'],
    Slipped: ['Write the plan · due 31 Oct'],
    'Proposed, not looked at': ['Perhaps a poster'],
  });
});

test('a private meeting gives its day and nothing else, and is in no recap', () => {
  const { week, rules } = weekOf(TEXTS);
  const { summary, foot } = weekListing(week, rules);
  expect([summary, foot]).toEqual([
    ['27 Oct – 2 Nov 2025', '2 meetings, 1 message', '1 person'],
    ['1 private meeting: 30 Oct'],
  ]);
  expect(weekRecap(week, { me: ['Mara Voss'] })).toBe(
    note(`
    Week 44 of 2025, 27 Oct – 2 Nov 2025

    Met
    - Tue 28 Oct 2025: Pricing (Dana Fox)

    Decided
    - Pilot ships without SSO

    Done
    - Book the room

    Answered
    - Who signs? Dana

    Actions
    Mara Voss
    - Send the draft (by 7 Nov)
    Dana Fox
    - Confirm the dates
    - Ticked without a day (done)
    No owner yet
    - Book a table

    Not done yet
    Mara Voss
    - Write the plan (by 31 Oct)
  `).trimEnd(),
  );
});

test('what is due in a week slips on the day after, not before', () => {
  const slipped = (day: string): readonly string[] =>
    weekOf(
      {
        'People/Dana Fox.md': '',
        'a.md': meeting('2025-10-20', '## Action items\n- [ ] Call @me 📅 2025-11-03\n- [ ] Pay @me 📅 2025-11-02\n'),
      },
      { day },
    ).week.slipped.map(({ text }) => text);
  expect([slipped('2025-11-03'), slipped('2025-11-02')]).toEqual([[], ['Pay']]);
});

test('a week to come, or one of which nothing is known, is empty', () => {
  for (const day of ['2025-11-12', '2020-01-01']) {
    const { week, rules, index } = weekOf(TEXTS, { day });
    expect(weekListing(week, rules).sections).toEqual([]);
    expect(planWeek(week, { index, rules, before: null }).edits[0]?.after).toContain('\nNothing in this week.\n');
  }
});

test('until it is known who I am, nobody is told what they promised whom', () => {
  const { week, rules } = weekOf(TEXTS, { me: [] });
  const { first, sections } = weekListing(week, rules);
  expect(first).toContain('--me NAME');
  expect(sections.map(({ title }) => title)).toContain('Promised');
});

test('the page is the same bytes the second time, whatever a person wrote around its block', () => {
  const plan = (week: Week, before: string | null, at: ReturnType<typeof weekOf>) => planWeek(week, { ...at, before });
  const at = weekOf(TEXTS);
  const made = plan(at.week, null, at);
  expect(made.path).toBe('Throughline/Weeks/2025-W44.md');
  const text = made.edits[0]?.after ?? '';
  expect(plan(at.week, text, at)).toMatchObject({ edits: [], unchanged: 1 });
  const mine = `${text}\nMy own words.\n`;
  expect(plan(at.week, mine, at).edits).toEqual([]);
  expect(plan(at.week, text.replace('throughline:end', 'throughline:begin'), at)).toMatchObject({
    edits: [],
    isDamaged: true,
  });
});

test('a weekly note of the same name is told apart, before the page is there as well', () => {
  const texts: Texts = {
    'People/Dana Fox.md': '',
    'Weekly/2025-W44.md': meeting('2025-10-28', '# Weekly\n## Decisions\n- We go\n'),
  };
  const at = weekOf(texts);
  const first = planWeek(at.week, { ...at, before: null }).edits[0]?.after ?? '';
  expect(first).toContain('[[Weekly/2025-W44#Decisions|28 Oct]]');
  const again = weekOf({ ...texts, 'Throughline/Weeks/2025-W44.md': '' });
  expect(planWeek(again.week, { ...again, before: first }).edits).toEqual([]);
});
