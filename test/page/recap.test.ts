import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { followIn } from '../../src/edit/page-plans';
import { pageRules } from '../../src/edit/page-rules';
import { noteLinks } from '../../src/page/note-link';
import { recap } from '../../src/page/recap';
import { todaysMeetings } from '../../src/page/today';
import { readSettings } from '../../src/settings/settings';
import { indexOf, note, type Texts } from '../vault-of';

const meeting = (date: string, body: string, more = ''): string =>
  `---\ntype: meeting\ndate: ${date}\npeople: ["[[Dana Fox]]"]\n${more}---\n${note(body)}`;
const PAGES: Texts = { 'People/Dana Fox.md': '', 'People/Bo Kim.md': '' };

function recapOf(texts: Texts, path: string, me = ['Mara Voss']): string | null | undefined {
  const index = indexOf(texts, { me });
  const record = index.meetingsOf.get(path)?.[0];
  return record === undefined ? undefined : recap(record, index, { me });
}

describe('a recap', () => {
  test('decisions, actions by owner, what is open', () => {
    expect(
      recapOf(
        {
          ...PAGES,
          'a.md': meeting(
            '2025-10-28',
            `
        # Pricing with Dana
        ## Summary
        Scope cut.
        ## Decisions
        - Pilot ships without **SSO** #x
        ## Action items
        - [ ] Send [[Pricing|pricing draft]] @me ⏫ 📅 2025-10-31
        - [x] Confirm dates @Dana Fox ✅ 2025-10-29
        - [ ] Both of you @Dana Fox @Bo Kim
        - [ ] Book a table
        - [?] Perhaps a cake @me
        - [ ] Secret @Dana Fox #private
        ## Open questions
        - Who signs?
        - ~~Why?~~
        > Next meeting: 2025-11-04
      `,
          ),
        },
        'a.md',
      ),
    ).toBe(
      note(`
      Pricing with Dana, Tue 28 Oct 2025

      Scope cut.

      Decisions
      - Pilot ships without SSO

      Actions
      Mara Voss
      - Send pricing draft (by 31 Oct)
      Dana Fox
      - Confirm dates (done)
      Dana Fox and Bo Kim
      - Both of you
      No owner yet
      - Book a table

      Open questions
      - Who signs?

      Next meeting: Tue 4 Nov 2025
    `).trim(),
    );
  });

  test('a meeting that two notes tell of is told once', () => {
    const told = recapOf(
      {
        ...PAGES,
        'a.md': meeting('2025-10-28', '# Sync\n## Decisions\n- One\n- Two\n', 'source_ref: x\n'),
        'b.md': meeting('2025-10-28', '# Sync\n## Decisions\n- one.\n- Three\n', 'source_ref: x\n'),
      },
      'a.md',
    );
    expect(told).toBe('Sync, Tue 28 Oct 2025\n\nDecisions\n- One\n- Two\n- Three');
  });

  test('of several meetings of a day only its own lines', () => {
    expect(
      recapOf(
        {
          ...PAGES,
          '2025-10-28.md': '## 09:00 [[Dana Fox]]\n### Decisions\n- One\n## 10:00 [[Bo Kim]]\n### Decisions\n- Two\n',
        },
        '2025-10-28.md',
      ),
    ).toBe('Dana Fox, Tue 28 Oct 2025\n\nDecisions\n- One');
  });

  test('there is none of a private one', () => {
    expect(
      recapOf({ ...PAGES, 'a.md': meeting('2025-10-28', '## Decisions\n- One\n', 'private: true\n') }, 'a.md'),
    ).toBeNull();
  });
});

describe('today', () => {
  const today = (texts: Texts): (readonly string[])[] => {
    const index = indexOf(texts);
    const rules = pageRules(readSettings({ me: ['Mara Voss'] }).settings, DEFAULT_NOTE_RULES, '2025-11-03');
    return todaysMeetings(index, { rules, links: noteLinks(index.paths, followIn(index.registry)) }).map(
      ({ path, lines }) => [path, ...lines],
    );
  };

  test('before a meeting what one needs to know, behind it what came of it', () => {
    expect(
      today({
        ...PAGES,
        'Ideas.md': '- Pilot budget [[Dana Fox]] #raise\n',
        'a.md': meeting(
          '2025-10-28',
          '## Action items\n- [ ] Send draft @me\n- [ ] Call Bo @me\n- [ ] Confirm dates @Dana Fox\n## Open questions\n- Who signs?\n',
        ),
        'b.md': meeting('2025-11-03', '## Action items\n- [ ] \n', 'time: "14:00"\n'),
        'c.md':
          '---\ntype: meeting\ndate: 2025-11-03\npeople: "[[Bo Kim]]"\n---\n## Summary\nScope cut.\n## Decisions\n- No SSO\n- No Lisbon\n## Action items\n- [ ] Tell them @me\n- [ ] Pay @Bo Kim\n',
        'd.md': meeting('2025-11-04', ''),
        'e.md': meeting('2025-11-03', '## Decisions\n- Secret\n', 'private: true\n'),
      }),
    ).toEqual([
      ['c.md', 'Bo Kim · Scope cut.', 'Decided 2: No SSO', 'Yours: Tell them · Others’: Pay'],
      ['e.md', 'Dana Fox · private'],
      [
        'b.md',
        'Dana Fox · last met 28 Oct',
        'You owe 2: Send draft · Dana owes: Confirm dates',
        'Raise: Pilot budget · Asked: Who signs?',
      ],
    ]);
  });

  test('nobody known, nothing said', () => {
    expect(today({ 'a.md': '---\ntype: meeting\ndate: 2025-11-03\n---\n' })).toEqual([['a.md']]);
    expect(today(PAGES)).toEqual([]);
  });
});
