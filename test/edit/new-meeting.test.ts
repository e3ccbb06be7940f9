import fc from 'fast-check';
import { itemsOf } from '../../src/edit/find-item';
import { type NewMeeting, newMeetingNote } from '../../src/edit/new-meeting';
import { followIn } from '../../src/edit/page-plans';
import { pageRules } from '../../src/edit/page-rules';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { noteLinks } from '../../src/page/note-link';
import { readSettings } from '../../src/settings/settings';
import { indexOf, note, type Texts } from '../vault-of';

const VAULT: Texts = {
  'People/Dana Fox/README.md': '',
  'People/Bo Kim.md': '',
  'Projects/Atlas.md': '',
  'Ideas.md': '- Pilot budget [[Dana Fox]] #raise\n',
  'Work/1-1s/2025-10-28 Dana.md':
    '---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Action items\n- [ ] Send draft @me 📅 2025-10-31\n- [ ] Confirm dates @Dana Fox\n- [ ] Find a room\n## Open questions\n- Who signs?\n',
  'Work/2025-10-20 14 30 - Sync.md':
    '---\ntype: meeting\ndate: 2025-10-20\npeople: ["[[Dana Fox]]", "[[Bo Kim]]"]\n---\n',
};

function made(names: readonly string[], more: Partial<NewMeeting> = {}, texts: Texts = VAULT) {
  const index = indexOf(texts);
  const about = names.map((name) => {
    const entity = index.registry.entities.find((one) => one.name === name);
    if (entity === undefined) throw new Error(`no “${name}”`);
    return entity;
  });
  const rules = pageRules(readSettings({ me: ['Mara Voss'] }).settings, DEFAULT_NOTE_RULES, '2025-11-03');
  const how = { index, rules, noteRules: DEFAULT_NOTE_RULES, links: noteLinks(index.paths, followIn(index.registry)) };
  return newMeetingNote({ about, date: '2025-11-04', ...more }, how);
}

test('the next 1:1, with links to what is open', () => {
  expect(made(['Dana Fox'])).toEqual({
    path: 'Work/1-1s/2025-11-04 Dana.md',
    carried: 5,
    text: note(`
      ---
      type: 1-1
      date: 2025-11-04
      people:
        - "[[People/Dana Fox/README|Dana Fox]]"
      ---
      # Dana Fox

      ## Carried forward
      - Raise: Pilot budget — [[Ideas]]
      - Unanswered: Who signs? · 6 days — [[2025-10-28 Dana#Open questions|28 Oct]]
      - You owe: Send draft · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
      - Dana owes: Confirm dates — [[2025-10-28 Dana#Action items|28 Oct]]
      - Needs an owner: Find a room — [[2025-10-28 Dana#Action items|28 Oct]]

      ## Decisions

      ## Action items

      ## Open questions
    `),
  });
});

test('a group, with its project, at a time', () => {
  const { path, text } = made(['Dana Fox', 'Bo Kim', 'Atlas'], { time: '15:00' });
  expect(path).toBe('Work/2025-11-04 15 00 - Sync.md');
  expect(text).toContain(
    'type: meeting\ndate: 2025-11-04\ntime: "15:00"\npeople:\n  - "[[People/Dana Fox/README|Dana Fox]]"\n  - "[[Bo Kim]]"\nprojects:\n  - "[[Atlas]]"\n---\n# Dana Fox, Bo Kim\n',
  );
});

test('once it is there, the index carries nothing twice', () => {
  const { path, text } = made(['Dana Fox']);
  const rows = (texts: Texts) => {
    const { tasks, questions, raises, decisions, facts } = indexOf(texts);
    return [tasks, questions, raises, decisions, facts].map((list) =>
      list.map(({ id, sources }) => [id, sources.map((source) => `${source.path}:${source.line}`)]),
    );
  };
  expect(rows({ ...VAULT, [path]: text })).toEqual(rows(VAULT));
});

describe('where it goes', () => {
  test.each<[string, readonly string[], Partial<NewMeeting>, Texts, string]>([
    ['nobody was met before', ['Bo Kim'], {}, {}, 'Work/1-1s/2025-11-04 Bo Kim.md'],
    ['the name is taken', ['Dana Fox'], {}, { 'work/1-1S/2025-11-04 dana.MD': '' }, 'Work/1-1s/2025-11-04 Dana 2.md'],
    ['a title that is no file name', ['Bo Kim'], { title: 'a/b: [[c]]?\n' }, {}, 'Work/1-1s/2025-11-04 a b c.md'],
    ['no title to speak of', ['Bo Kim'], { title: '???' }, {}, 'Work/1-1s/2025-11-04 Meeting.md'],
    ['the same time is not guessed', ['Dana Fox', 'Bo Kim'], {}, {}, 'Work/2025-11-04 - Sync.md'],
  ])('%s', (_, names, more, texts, path) => {
    expect(made(names, more, { ...VAULT, ...texts }).path).toBe(path);
  });

  test('in an empty vault', () => {
    expect(made(['Bo Kim'], {}, { 'People/Bo Kim.md': '' })).toMatchObject({
      path: 'Meetings/2025-11-04 Bo Kim.md',
      carried: 0,
    });
  });
});

describe('a template', () => {
  const fill = (template: string, more: Partial<NewMeeting> = {}, names = ['Dana Fox']): string =>
    made(names, { template: note(template), ...more }).text;

  test('is filled in', () => {
    expect(
      fill(
        `
      ---
      type: call
      date: {{date}}
      participants: [{{participants}}]
      ---
      # {{title}} at {{time}}
      With {{people}} on {{date:D MMM}}.
      ## To talk about
      {{carried}}
      ## Action items
      - [ ] {{action}} @{{owner}}
    `,
        { time: '09:30', title: 'Check-in' },
      ),
    ).toBe(
      note(`
      ---
      type: call
      date: 2025-11-04
      participants: ["[[People/Dana Fox/README|Dana Fox]]"]
      ---
      # Check-in at 09:30
      With [[People/Dana Fox/README|Dana Fox]] on 4 Nov.
      ## To talk about
      - Raise: Pilot budget — [[Ideas]]
      - Unanswered: Who signs? · 6 days — [[2025-10-28 Dana#Open questions|28 Oct]]
      - You owe: Send draft · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
      - Dana owes: Confirm dates — [[2025-10-28 Dana#Action items|28 Oct]]
      - Needs an owner: Find a room — [[2025-10-28 Dana#Action items|28 Oct]]
      ## Action items
      - [ ] {{action}} @{{owner}}
    `),
    );
  });

  test('gets its people and day where it has no place for them', () => {
    expect(fill('---\ntags: [x] # mine\ndate:\npeople:\n  - Somebody\n---\n# Notes\n')).toMatch(
      /^---\ntags: \[x\] # mine\ndate: 2025-11-04\npeople:\n {2}- "\[\[People\/Dana Fox\/README\|Dana Fox\]\]"\ntype: 1-1\n---\n# Notes\n\n## Carried forward\n- Raise/,
    );
    expect(fill('# Notes\n')).toMatch(
      /^---\ntype: 1-1\ndate: 2025-11-04\npeople:\n[^]*\n---\n# Notes\n\n## Carried forward\n/,
    );
  });

  test('nothing carried is said anew: where it would be, it stands at the end', () => {
    const text = fill('# Notes\n## Open questions\n{{carried}}\n## Decisions\n- \n');
    expect(text).toMatch(/# Notes\n## Decisions\n-\s*\n\n## Carried forward\n- Raise/);
    expect(itemsOf(readNote('a.md', text, DEFAULT_NOTE_RULES))).toEqual([]);
  });

  test("Templater's commands are never run: left out, or left to Templater", () => {
    const template = '# <% tp.file.title %> {{title}}\n<%* danger() %>\n';
    expect(fill(template)).toMatch(/\n# {2}Dana Fox\n\n/);
    expect(fill(template)).not.toContain('<%');
    expect(fill(template, { templater: 'keep' })).toMatch(/\n# <% tp\.file\.title %> Dana Fox\n<%\* danger\(\) %>\n/);
  });

  test('what is carried brings no command along', () => {
    const texts = {
      ...VAULT,
      'Ideas.md': '- Pilot <% danger() %> {{title}} [[Dana Fox]] #raise\n- %% b [[Dana Fox]] #raise\n',
    };
    const { text } = made(['Dana Fox'], { template: '{{carried}}', templater: 'keep' }, texts);
    expect(text).not.toMatch(/<%|%%/);
  });

  test('whatever it holds, the note is a meeting of these people on that day', () => {
    const parts = [
      '---\n',
      'date: {{date}}\n',
      'date: 2020-01-01\n',
      'type: mail\n',
      'throughline: false\n',
      'people: {{people}}\n',
      'people: [{ { PEOPLE } }]\n',
      '# {{title}}\n',
      '{{carried}}\n',
      '## Open questions\n',
      '```\n',
      '%%\n',
      '<% a %>',
      '<%',
      '\u2028',
      '- [ ] {{x}}\n',
      '\r\n',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts), { maxLength: 10 }),
        fc.constantFrom('keep' as const, 'drop' as const),
        (some, templater) => {
          const { text, path } = made(['Dana Fox', 'Bo Kim'], { template: some.join(''), templater });
          const read = readNote(path, text, DEFAULT_NOTE_RULES);
          expect(read).toMatchObject({ kind: 'meeting', date: '2025-11-04', ignored: false });
          expect(read.meetings[0]?.names.map((name) => name.text)).toEqual(
            expect.arrayContaining(['Dana Fox', 'Bo Kim']),
          );
        },
      ),
      { numRuns: 200, examples: [[['---\n', 'people: {{people}}\n', '{{carried}}\n', '---\n'], 'drop']] },
    );
  });
});
