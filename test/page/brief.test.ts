import { findEntity } from '../../src/entity/find-entity';
import { followIn } from '../../src/edit/page-plans';
import { pageRules } from '../../src/edit/page-rules';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { type Brief, entityBrief, groupBrief, noteBrief } from '../../src/page/brief';
import { briefListing, nudge } from '../../src/page/brief-words';
import { listedWords, type Listing, listingMarkdown } from '../../src/page/listing';
import { noteLinks } from '../../src/page/note-link';
import { lifeWords, questionAge, questionState } from '../../src/page/question-life';
import { readSettings } from '../../src/settings/settings';
import type { QuestionRow } from '../../src/vault-index/rows';
import { indexOf, note, type Texts } from '../vault-of';

const TODAY = '2025-11-03';
const meeting = (date: string, people: string, body: string, more = ''): string =>
  `---\ntype: meeting\ndate: ${date}\npeople: [${people}]\n${more}---\n${note(body)}`;

function briefing(
  texts: Texts,
  name: string,
  { today = TODAY, me = ['Mara Voss'], rows }: { today?: string; me?: string[]; rows?: number } = {},
) {
  const index = indexOf(texts, { me });
  const rules = pageRules(readSettings({ me }).settings, DEFAULT_NOTE_RULES, today);
  const found = findEntity(index.registry, name);
  if (found.is !== 'one') throw new Error(`no “${name}”`);
  const brief = entityBrief(found.entity, index, rows === undefined ? { rules } : { rules, rows });
  const links = noteLinks(index.paths, followIn(index.registry));
  return { index, rules, links, brief, text: plain(briefListing(brief, { rules, links })) };
}

/** A listing without places: `You owe: Send it | Call him`. */
function plain({ summary, sections, foot }: Listing): string[] {
  return [
    summary.join(' · '),
    ...sections.map(
      ({ title, rows, more }) =>
        `${title}: ${[...rows.map(listedWords), ...(more > 0 ? [`+${more}`] : [])].join(' | ')}`,
    ),
    ...foot,
  ];
}

const PAGES: Texts = { 'People/Dana Fox.md': '', 'People/Bo Kim.md': '', 'Projects/Atlas.md': '' };

test('who owes what, in a 1:1 and across meetings', () => {
  const { text } = briefing(
    {
      ...PAGES,
      'a.md': meeting(
        '2025-10-20',
        '"[[Dana Fox]]"',
        `
      ## Action items
      - [ ] Send draft @me 📅 2025-10-31
      - [ ] Confirm dates @Dana Fox
      - [ ] Find a room
      - [?] Perhaps a cake @me
    `,
      ),
      'b.md': meeting(
        '2025-10-27',
        '"[[Bo Kim]]", "[[Dana Fox]]"',
        `
      ## Action items
      - [ ] Ask [[Dana Fox]] for the list @me
      - [ ] Ask [[Dana Fox]] for lunch @Bo Kim
      ## Decisions
      - Lisbon it is
    `,
      ),
    },
    'Dana',
  );
  expect(text).toEqual([
    'last met 27 Oct · 2 meetings',
    'You owe: Send draft · due 31 Oct | Ask Dana Fox for the list',
    'Dana owes: Confirm dates',
    'Needs an owner: Find a room',
  ]);
});

test('a project tells who owes', () => {
  const { text } = briefing(
    {
      ...PAGES,
      'a.md': meeting(
        '2025-10-20',
        '"[[Dana Fox]]", "[[Bo Kim]]"',
        '## Action items\n- [ ] Plan it @Bo Kim 📅 2025-11-05\n- [ ] Pay it @me\n',
        'project: "[[Atlas]]"\n',
      ),
    },
    'atlas',
  );
  expect(text).toEqual([
    'last discussed 20 Oct · 1 meeting',
    'You owe: Pay it',
    'Others owe: Plan it → Bo Kim · due 5 Nov',
  ]);
});

describe('since we last met', () => {
  const vault = (last: string): Texts => ({
    ...PAGES,
    'a.md': meeting(
      last,
      '"[[Dana Fox]]"',
      '## Action items\n- [x] Send draft @me ✅ 2025-10-30\n- [x] Old one @me ✅ 2025-10-01\n## Open questions\n- Who signs? [answered:: 2025-10-29]\n- Why?\n',
    ),
    'b.md': meeting(
      '2025-10-28',
      '"[[Bo Kim]]", "[[Sam]]"',
      '## Decisions\n- [[Dana Fox]] leads\n## Action items\n- [ ] Tell [[Dana Fox]] @me\n',
    ),
  });

  test('what was done, answered, decided and asked for elsewhere; each row once', () => {
    expect(briefing(vault('2025-10-20'), 'Dana').text).toEqual([
      'last met 20 Oct · 1 meeting',
      'You owe: Tell Dana Fox · new',
      'Unanswered: Why? · 14 days',
      'Decided: Dana Fox leads · 28 Oct · new',
      'Since you last met (20 Oct): Send draft → you · done 30 Oct | Who signs? · answered 29 Oct',
    ]);
  });

  test('a meeting of today is the next one', () => {
    const texts = { ...vault('2025-10-20'), 'c.md': meeting(TODAY, '"[[Dana Fox]]"', '') };
    expect(briefing(texts, 'Dana').text[0]).toBe('last met 20 Oct · today · 2 meetings');
    expect(briefing(texts, 'Dana', { today: '2025-11-04' }).text).toEqual([
      'last met 3 Nov · 2 meetings',
      'You owe: Tell Dana Fox',
      'Unanswered: Why? · 15 days',
      'Decided: Dana Fox leads · 28 Oct',
    ]);
  });
});

test('nothing private is told; only what is of the entity', () => {
  const { text, brief, rules } = briefing(
    {
      ...PAGES,
      'a.md': meeting(
        '2025-10-20',
        '"[[Dana Fox]]"',
        '## Action items\n- [ ] Secret @me\n- [ ] Other secret @Dana Fox\n## Open questions\n- Secret?\n> Next meeting: 2025-11-20',
        'private: true\n',
      ),
      'b.md': meeting(
        '2025-10-21',
        '"[[Dana Fox]]"',
        '## Action items\n- [ ] Send draft @Dana Fox #private\n## Decisions #private\n- Fire them\n',
      ),
    },
    'Dana',
  );
  expect(text).toEqual(['last met 21 Oct · 2 meetings']);
  expect(nudge(brief, rules)).toBeNull();
});

test('old tasks and lapsed questions are counts, a pinned question stays', () => {
  const { text } = briefing(
    {
      ...PAGES,
      'a.md': meeting(
        '2025-08-20',
        '"[[Dana Fox]]"',
        '## Action items\n- [ ] Old @me\n## Open questions\n- Lapsed?\n- Pinned? #pin\n',
      ),
    },
    'Dana',
  );
  expect(text).toEqual([
    'last met 20 Aug · 1 meeting',
    'Unanswered: Pinned? · 75 days · pinned',
    '1 question lapsed',
    '1 open from before 4 Sep',
  ]);
});

test('a screen holds it, whatever there is', () => {
  const many = (line: (at: number) => string): string => Array.from({ length: 30 }, (_, at) => line(at)).join('\n');
  const body = `## Action items\n${many((at) => `- [ ] Mine ${at} @me`)}\n${many((at) => `- [ ] Hers ${at} @Dana Fox`)}\n${many((at) => `- [ ] Nobody's ${at}`)}\n${many((at) => `- [x] Done ${at} @me ✅ 2025-10-30`)}\n## Open questions\n${many((at) => `- Why ${at}?`)}\n## Decisions\n${many((at) => `- So ${at}`)}\n`;
  const texts = { ...PAGES, 'a.md': meeting('2025-10-20', '"[[Dana Fox]]"', body) };
  const { brief, rules, links } = briefing(texts, 'Dana');
  const { sections } = briefListing(brief, { rules, links });
  expect(sections.map(({ rows, more }) => [rows.length, more])).toEqual(
    [5, 5, 3, 5, 3, 5].map((shown) => [shown, 30 - shown]),
  );
  expect(briefing(texts, 'Dana', { rows: Infinity }).brief.decisions.rows).toHaveLength(30);
  expect(briefing(texts, 'Dana', { rows: 1 }).brief).toMatchObject({
    youOwe: { rows: { length: 1 } },
    decisions: { rows: { length: 1 } },
  });
});

test('of a note it is about its people; of a page about its entity', () => {
  const texts = {
    ...PAGES,
    'a.md': meeting(
      '2025-10-20',
      '"[[Dana Fox]]", "[[Bo Kim]]"',
      '# Sync\n## Action items\n- [ ] Plan it @Bo Kim\n- [ ] Draw it @Dana Fox\n',
      'project: "[[Atlas]]"\n',
    ),
    'b.md': meeting('2025-10-21', '"[[Dana Fox]]"', ''),
    'c.md': 'nothing',
  };
  const { index, rules, links } = briefing(texts, 'Dana');
  const of = (path: string): Brief | null => noteBrief(path, index, { rules });
  const group = of('a.md');
  expect(group === null ? null : plain(briefListing(group, { rules, links }))).toEqual([
    'Bo Kim, Dana Fox · last met 21 Oct · 2 meetings',
    'They owe: Plan it → Bo Kim | Draw it → Dana Fox',
  ]);
  expect(group?.title).toBe('Sync');
  expect(of('b.md')).toMatchObject({ title: 'Dana Fox', kind: 'person' });
  expect(of('Projects/Atlas.md')).toMatchObject({ title: 'Atlas', kind: 'project' });
  expect(of('c.md')).toBeNull();
  expect(of('none.md')).toBeNull();
  expect(groupBrief([], 'Nobody', index, { rules })).toMatchObject({
    title: 'Nobody',
    lastMet: null,
    youOwe: { total: 0 },
  });
});

test('a nudge is what they owe, in words to send', () => {
  const texts = {
    ...PAGES,
    'a.md': meeting(
      '2025-10-14',
      '"[[Dana Fox]]"',
      '## Action items\n- [ ] Confirm **the** [[Atlas|Lisbon]] dates #x @Dana Fox\n- [ ] Call @Dana Fox 📅 2025-11-03\n- [ ] Write @Dana Fox 📅 2025-10-20\n- [ ] Mine @me\n',
    ),
    'b.md': meeting('2025-10-28', '"[[Dana Fox]]"', '## Action items\n- [ ] Confirm the Lisbon dates @Dana Fox\n'),
  };
  const { brief, rules } = briefing(texts, 'Dana');
  expect(nudge(brief, rules)).toBe(
    'Hi Dana, a quick reminder of what is open between us:\n- Write (was due 20 Oct)\n- Call (due today)\n- Confirm the Lisbon dates (asked 14 Oct, again 28 Oct)',
  );
  expect(nudge(briefing(texts, 'Atlas').brief, rules)).toBeNull();
});

test('source text cannot break out of the Markdown', () => {
  const { brief, rules, links } = briefing(
    {
      ...PAGES,
      'a.md': meeting('2025-10-20', '"[[Dana Fox]]"', '## Decisions\n- a --> <!-- throughline:end --> %% <% b %> `c\n'),
    },
    'Dana',
  );
  const markdown = listingMarkdown(briefListing(brief, { rules, links }), { links, today: TODAY });
  expect(markdown).not.toMatch(/<!--|%%|<%/);
});

test.each<[string, Partial<QuestionRow>, string, string]>([
  ['open', { asked: ['2025-10-20'] }, 'open', '14 days'],
  ['asked today', { asked: [TODAY] }, 'open', 'today'],
  ['asked yesterday', { asked: ['2025-11-02'] }, 'open', '1 day'],
  ['undated', { asked: [] }, 'open', ''],
  ['asked again', { asked: ['2025-09-02', '2025-10-20'] }, 'asked-again', 'asked 2× since 2 Sep · 62 days'],
  ['pinned', { asked: ['2025-01-02'], pinned: true }, 'open', '305 days · pinned'],
  ['lapsed', { asked: ['2025-10-03'] }, 'lapsed', 'lapsed · last asked 3 Oct'],
  ['of thirty days', { asked: ['2025-10-04'] }, 'open', '30 days'],
  ['answered', { asked: ['2025-09-02'], state: 'answered', answeredOn: '2025-10-01' }, 'answered', 'answered 1 Oct'],
  ['answered, nobody knows when', { asked: [], state: 'answered' }, 'answered', 'answered'],
  ['of last year', { asked: ['2024-12-31', '2025-11-01'] }, 'asked-again', 'asked 2× since 31 Dec 2024 · 307 days'],
])('a question: %s', (_, given, state, words) => {
  const question: QuestionRow = {
    id: '',
    text: '',
    sources: [],
    entities: [],
    private: false,
    state: 'open',
    answer: null,
    answeredOn: null,
    pinned: false,
    asked: [],
    ...given,
  };
  expect(questionState(question, { today: TODAY })).toBe(state);
  expect(lifeWords(question, { today: TODAY }).join(' · ')).toBe(words);
  expect(questionAge(question, '2000-01-01')).toBe(question.asked.length === 0 ? null : 0);
});
