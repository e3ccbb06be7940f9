import { linkNote, type LinkRules } from '../../src/edit/link-note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { indexOf, NAMES, type Texts } from '../vault-of';

const PAGES: Texts = {
  'People/Ann Lee/README.md': '---\naliases: [Annie]\n---\n# Ann Lee\n',
  'People/Bo Kim.md': '# Bo Kim\n',
  'People/Sam Fox.md': '# Sam Fox\n',
  'People/Sam Ortega.md': '# Sam Ortega\n',
  'People/May Roth.md': '---\naliases: [May]\n---\n# May Roth\n',
  'People/Kit.md': '# Kit\n',
  'People/Sean O’Brien.md': '# Sean\n',
  'People/李明.md': '# 李明\n',
  'People/Сергей Ким.md': '# x\n',
  'People/김민수.md': '# x\n',
  'People/Mara Voss.md': '# me\n',
  'Accounts/Acme.md': '# Acme\n',
  'Accounts/Globex.md': '# Globex\n',
  'Projects/Globex.md': '# Globex\n',
  'Projects/Atlas.md': '# Atlas\n',
  'Projects/Atlas Migration.md': '# x\n',
  'Projects/Budget.md': '# Budget\n',
  'Projects/C# port.md': '---\naliases: [Seaport]\n---\n',
  'Notes/Atlas plan.md': '# x\n',
};
const PATH = 'Meetings/2025-10-28 Sync.md';

function linkedNote(
  text: string,
  { path = PATH, more = {}, ...options }: Partial<LinkRules> & { path?: string; more?: Texts } = {},
) {
  const index = indexOf({ ...PAGES, ...more, [path]: text });
  return linkNote(text, path, index, { rules: DEFAULT_NOTE_RULES, me: ['Mara Voss'], ...options });
}

/** The text with the links made. */
function linked(text: string, options: Parameters<typeof linkedNote>[1] = {}): string {
  return linkedNote(text, options).edit?.after ?? text;
}

/** Each mention as `words: state candidates`. */
function told(text: string, options: Parameters<typeof linkedNote>[1] = {}): string[] {
  return linkedNote(text, options).mentions.map(
    (mention) =>
      `${mention.text}: ${mention.state}${mention.entity === null ? ` ${mention.candidates.map(({ kind, name }) => `${kind} ${name}`).join(' or ')}` : ''}`,
  );
}

const MEETING =
  '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[People/Ann Lee/README|Ann Lee]]", "[[Sam Fox]]", "[[May Roth]]"]\n---\n';
const ANN = '[[People/Ann Lee/README|Ann Lee]]';

describe('a name becomes a link that resolves, its words kept', () => {
  test.each([
    ['Ask Ann Lee', `Ask ${ANN}`],
    ['Ask Bo Kim', 'Ask [[Bo Kim]]'],
    ['ask bo kim', 'ask [[Bo Kim|bo kim]]'],
    ["Ann Lee's and Bo Kim’s draft", `${ANN}'s and [[Bo Kim]]’s draft`],
    ['Annie knows', '[[People/Ann Lee/README|Annie]] knows'],
    ['**Ann Lee** and _Bo Kim_, (Acme)', `**${ANN}** and _[[Bo Kim]]_, ([[Acme]])`],
    ['Bo Kim/Ann Lee', `[[Bo Kim]]/${ANN}`],
    ['Bo\u00a0Kim', '[[Bo Kim|Bo\u00a0Kim]]'],
    ["Sean O'Brien", "[[Sean O’Brien|Sean O'Brien]]"],
    ['和李明说过', '和[[李明]]说过'],
    ['Сергей Ким пишет', '[[Сергей Ким]] пишет'],
    ['김민수가', '[[김민수]]가'],
    ['Atlas Migration is late, Atlas not', '[[Atlas Migration]] is late, [[Atlas]] not'],
    ['Seaport, whose path no wikilink can hold', '[Seaport](Projects/C%23%20port.md), whose path no wikilink can hold'],
    [
      '- [ ] Send Ann Lee the draft @Bo Kim 📅 2025-11-05 #acme',
      `- [ ] Send ${ANN} the draft @Bo Kim 📅 2025-11-05 #acme`,
    ],
    ['1. Ann Lee\n   and Bo Kim', `1. ${ANN}\n   and [[Bo Kim]]`],
    ['> Ann Lee said\n> Acme', `> ${ANN} said\n> [[Acme]]`],
    [
      '| Who | What |\n| --- | --- |\n| Ann Lee | Acme |',
      '| Who | What |\n| --- | --- |\n| [[People/Ann Lee/README\\|Ann Lee]] | [[Acme]] |',
    ],
    ['We met Acme.[^1]', 'We met [[Acme]].[^1]'],
    ['Ann Lee[^1] and ~~Bo Kim~~', `${ANN}[^1] and ~~[[Bo Kim]]~~`],
    ['it costs $5 for Ann Lee and $6 for Bo Kim', `it costs $5 for ${ANN} and $6 for [[Bo Kim]]`],
    ['\ufeffAnn Lee\r\n\r\nBo Kim\rAcme', `\ufeff${ANN}\r\n\r\n[[Bo Kim]]\r[[Acme]]`],
  ])('%j', (text, after) => {
    expect(linked(text)).toBe(after);
  });
});

describe('nothing is linked in', () => {
  test.each([
    '---\npeople: Ann Lee\nx: Ann Lee\n---\n',
    '# Ann Lee',
    'Ann Lee\n---',
    '> ## Ann Lee',
    '- # Ann Lee',
    '**Ann Lee:**',
    '> [!note] Ann Lee',
    '```\nAnn Lee\n```',
    '~~~\nAnn Lee',
    '    Ann Lee',
    '`Ann Lee`',
    'a `x\nAnn Lee` b',
    '- a\n\n  ```\n  Ann Lee\n  ```',
    '[[Ann Lee]]',
    '[[x|Ann Lee]]',
    '![[Ann Lee]]',
    '[Ann Lee](x.md)',
    '[a\nAnn Lee](x.md)',
    '[Ann Lee][1]',
    '[Ann Lee]',
    '[x](<Ann Lee.md>)',
    '[1]: Ann%20Lee "Ann Lee"',
    '[[Ann Lee',
    '[^1]: [Ann Lee]',
    '^[Ann Lee]',
    'https://x.org/Ann Lee'.replace(' ', '%20'),
    '<https://acme.com/Acme>',
    'www.Acme.com',
    'mailto:Acme',
    'Acme@example.com',
    'ann@Acme.com',
    'x.Acme',
    'Acme.com',
    '#Acme',
    'x #team/Acme',
    '(#Acme)',
    'done ^Acme',
    '- [ ] a ^Acme',
    '%%Ann Lee%%',
    'a %%Ann Lee',
    '%%\nAnn Lee\n%%',
    '<!-- Ann Lee -->',
    'a <!-- Ann\nAnn Lee -->',
    '<!--\n\nAnn Lee\n-->',
    'a %% b\n\nAnn Lee\n\nc %%',
    '$Ann Lee$',
    '$$Ann Lee$$',
    '$$\nAnn Lee\n$$',
    'a $x_{Ann Lee}$ b',
    '## Transcript\nAnn Lee',
    '<!-- transcript:start -->\nAnn Lee\n<!-- transcript:end -->',
    '**Transcript:**\n\nAnn Lee',
    '> [!quote] Transcript\n> Ann Lee',
    '<!-- throughline:begin person -->\nAnn Lee\n<!-- throughline:end x -->',
    '- [ ] a @Ann Lee',
    '- [ ] a @Ann Lee 📅 2025-11-05',
    '- [ ] a [owner:: Ann Lee]',
    '- [ ] a (assignee:: Ann Lee)',
    '- [ ] a @Dana (Ann Lee, Acme)',
    '- [ ] a @Dana @Ann Lee and Bo Kim',
    'ask @Ann Lee',
    'ask @Ann Lee about it',
    'a @[[Ann Lee]]',
    '- [ ] a 🔁 every May',
    'Ann Lee:: x',
    '- Ann Lee:: x',
    '[lead:: Ann Lee]',
    '{{Ann Lee}}',
    '{{x}} Ann Lee',
    '<% Ann Lee %>',
    '<%*\n\nAnn Lee\n\n%>',
    '<a href="x">Ann Lee</a>',
    '<span title="Ann Lee">',
    '<div>\nAnn Lee\n</div>',
    '<code>Ann Lee</code>',
    'annual',
    'Ann',
    'Joann Lee',
    'Ann Lee-Smith',
    'Mary Ann Lee-Smith',
    'ann_lee',
    'x_Acme_y',
    '\\Ann Lee',
    'wow!Ann Lee',
    'Ann Lee(x)',
    'Ann Lee.md',
    'People/Ann Lee/README.md',
    '李',
    '김민수정',
    'Mara Voss',
    'Sam',
    'May',
    'Kit',
    'Budget',
    'Globex',
    'atlas',
    '| Ann Lee |\n|---|---|',
  ])('%j', (text) => {
    expect(linked(text)).toBe(text);
    expect(linked(text, { all: true })).toBe(text);
  });
});

describe('how many', () => {
  test('the first in a section; all if asked', () => {
    const text = 'Ann Lee, Ann Lee\n\n- Ann Lee\n## B\nAnnie and Ann Lee\n\n**C**\n\nAnn Lee';
    expect(linked(text)).toBe(
      `${ANN}, Ann Lee\n\n- Ann Lee\n## B\n[[People/Ann Lee/README|Annie]] and Ann Lee\n\n**C**\n\n${ANN}`,
    );
    expect(told(text)).toEqual([
      'Ann Lee: link',
      'Ann Lee: repeated',
      'Ann Lee: repeated',
      'Annie: link',
      'Ann Lee: repeated',
      'Ann Lee: link',
    ]);
    expect(linked(text, { all: true })).toBe(
      `${ANN}, ${ANN}\n\n- ${ANN}\n## B\n[[People/Ann Lee/README|Annie]] and ${ANN}\n\n**C**\n\n${ANN}`,
    );
  });

  test.each([
    '## With [[People/Ann Lee/README|Ann]]\nAnn Lee',
    'Ann Lee\n\nsee [[Ann Lee]]',
    'Ann Lee [Ann](People/Ann%20Lee/README.md)',
    '- [ ] Ann Lee asks @[[Ann Lee]]',
  ])('none where the section has a link already: %j', (text) => {
    expect(linked(text)).toBe(text);
  });

  test('a link in a comment is none', () => {
    expect(linked('Ann Lee %%[[Ann Lee]]%%')).toBe(`${ANN} %%[[Ann Lee]]%%`);
  });

  test('nobody on their own page', () => {
    expect(linked('Ann Lee met Bo Kim', { path: 'People/Ann Lee/README.md' })).toBe('Ann Lee met [[Bo Kim]]');
    expect(linked('Ann Lee met Bo Kim', { path: 'People/Ann Lee/2025.md' })).toBe(`${ANN} met [[Bo Kim]]`);
  });
});

describe('first names', () => {
  test('of the meeting’s people', () => {
    expect(linked(`${MEETING}Ann asks Sam's team, Bo not`)).toBe(
      `${MEETING}[[People/Ann Lee/README|Ann]] asks [[Sam Fox|Sam]]'s team, Bo not`,
    );
    expect(linked('Ann asks Sam')).toBe('Ann asks Sam');
    expect(linked(`${MEETING}Annual review, Ann Smith, Mary Ann`)).toBe(`${MEETING}Annual review, Ann Smith, Mary Ann`);
  });

  test('first in a task, beside a link', () => {
    expect(linked(`${MEETING}- [ ] Ann asks\n- [x] [[Bo Kim]] Sam`)).toBe(
      `${MEETING}- [ ] [[People/Ann Lee/README|Ann]] asks\n- [x] [[Bo Kim]] Sam`,
    );
  });

  test('of a meeting within a daily note, there only', () => {
    const text = '# 2025-10-28\nAnn\n## 10:00 [[Sam Fox]] and [[Bo Kim]]\nSam and Bo\n## Later\nSam';
    expect(linked(text, { path: '2025-10-28.md' })).toBe(text);
    const below = text.replace('Sam and Bo', '### Notes\nSam and Bo');
    expect(linked(below, { path: '2025-10-28.md' })).toBe(
      below.replace('Sam and Bo', '[[Sam Fox|Sam]] and [[Bo Kim|Bo]]'),
    );
  });

  test('shared ones are asked about, unless it was answered', () => {
    const meeting = MEETING.replace(']\n---', ', "[[Sam Ortega]]", "Ann Roth"]\n---');
    expect(told(`${meeting}Ann and Sam`)).toEqual([
      'Ann: ambiguous person Ann Lee',
      'Sam: ambiguous person Sam Fox or person Sam Ortega',
    ]);
    expect(linked(`${meeting}Ann and Sam`)).toBe(`${meeting}Ann and Sam`);
    expect(linked(`${meeting}Sam`, { more: { [NAMES]: '- "Sam" with [[Ann Lee]] → [[Sam Ortega]]\n' } })).toBe(
      `${meeting}[[Sam Ortega|Sam]]`,
    );
  });

  test('one that is mine, too', () => {
    expect(linked(`${MEETING}Ann asks`, { me: ['Ann Voss'] })).toBe(`${MEETING}Ann asks`);
  });

  test('one that is somebody’s whole name, or a project’s', () => {
    const more = { 'People/Ann.md': '# Ann\n', 'Projects/Sam.md': '# Sam\n' };
    expect(told(`${MEETING}Ann and Sam`, { more })).toEqual([
      'Ann: ambiguous person Ann or person Ann Lee',
      'Sam: ambiguous person Sam Fox or project Sam',
    ]);
  });
});

describe('unsure is asked, never linked', () => {
  test('two of a name', () => {
    expect(told('Globex and Globex')).toEqual([
      'Globex: ambiguous account Globex or project Globex',
      'Globex: repeated account Globex or project Globex',
    ]);
    const meeting = '---\ntype: meeting\ndate: 2025-10-28\naccount: "[[Accounts/Globex]]"\n---\n';
    expect(linked(`${meeting}Globex`)).toBe(`${meeting}[[Accounts/Globex|Globex]]`);
  });

  test('a word that is a name, until it was accepted; never once it was refused', () => {
    expect(told('Budget for Kit in May')).toEqual(['Budget: unaccepted', 'Kit: unaccepted', 'May: unaccepted']);
    expect(told(`${MEETING}May will do it`)).toEqual(['May: unaccepted']);
    const more = {
      [NAMES]: '- "Budget" → [[Budget]]\n- "May" → [[May Roth]]\n- "Kit" is not a name\n- "Annie" is not a name\n',
    };
    expect(linked('Budget for Kit in May, Annie', { more })).toBe('[[Budget]] for Kit in [[May Roth|May]], Annie');
    expect(told('Kit, Annie', { more })).toEqual([]);
  });

  test('who was said not to be meant', () => {
    const more = {
      [NAMES]: '- "Sam" is not [[Sam Fox]]\n- "Annie" is not [[Ann Lee]]\n- "Globex" is not [[Accounts/Globex]]\n',
    };
    expect(told(`${MEETING}Sam and Annie`, { more })).toEqual([]);
    expect(linked(`${MEETING}Sam Fox and Ann`, { more })).toBe(
      `${MEETING}[[Sam Fox]] and [[People/Ann Lee/README|Ann]]`,
    );
    expect(linked('Globex', { more })).toBe('[[Projects/Globex|Globex]]');
    const both = MEETING.replace(']\n---', ', "[[Sam Ortega]]"]\n---');
    expect(linked(`${both}Sam`, { more })).toBe(`${both}[[Sam Ortega|Sam]]`);
  });

  test('refused for this note only', () => {
    const more = { [NAMES]: '- "Annie" in [[2025-10-28 Sync]] is not a name\n' };
    expect(told('Annie', { more })).toEqual([]);
    expect(linked('Annie', { more, path: 'Meetings/other.md' })).toBe('[[People/Ann Lee/README|Annie]]');
  });

  test('what no link can say', () => {
    expect(told('the C# port')).toEqual(['C# port: no-page']);
  });

  test('who has no page', () => {
    const meeting = MEETING.replace(']\n---', ', "[[Dana Fox]]"]\n---');
    expect(told(`${meeting}Dana Fox`)).toEqual(['Dana Fox: no-page']);
  });
});

describe('links that lead nowhere', () => {
  test.each([
    ['[[Ann Lee]]', ANN],
    ['[[ann lee|Ann]]', '[[People/Ann Lee/README|Ann]]'],
    ['[[Ann Lee#Goals]]', '[[People/Ann Lee/README#Goals|Ann Lee > Goals]]'],
    ['[[Ann Lee#^a1|Ann]]', '[[People/Ann Lee/README#^a1|Ann]]'],
    ['[[Annie]]', '[[People/Ann Lee/README|Annie]]'],
    ['[[People/Ann Lee]]', ANN],
    ['- [ ] a @[[Ann Lee]] 📅 2025-11-05', `- [ ] a @${ANN} 📅 2025-11-05`],
    [
      '| a |\n|---|\n| [[Ann Lee\\|Ann]] [[Ann Lee]] |',
      '| a |\n|---|\n| [[People/Ann Lee/README\\|Ann]] [[People/Ann Lee/README\\|Ann Lee]] |',
    ],
  ])('%j', (text, after) => {
    expect(linked(text)).toBe(text);
    expect(linked(text, { fix: true })).toBe(after);
    expect(linkedNote(text).fixes.length).toBeGreaterThan(0);
    expect(linkedNote(after).fixes).toEqual([]);
  });

  test.each([
    '[[Bo Kim]]',
    '[[Atlas plan]]',
    '[[Nobody Known]]',
    '![[Ann Lee]]',
    '`[[Ann Lee]]`',
    '%%[[Ann Lee]]%%',
    '# [[Ann Lee]]',
    '[[#Ann Lee]]',
    '[Ann](Ann%20Lee.md)',
    '## Transcript\n[[Ann Lee]]',
    '[[Sam]]',
  ])('stay: %j', (text) => {
    expect(linked(text, { fix: true })).toBe(text);
  });

  test('an unsure one is told with who it could be', () => {
    const { fixes } = linkedNote('[[Sam]]');
    expect(fixes.map(({ text, link, candidates }) => [text, link, candidates.map(({ name }) => name)])).toEqual([
      ['[[Sam]]', null, ['Sam Fox', 'Sam Ortega']],
    ]);
  });
});
