import fc from 'fast-check';
import { bareName, isPlaceholderOwner, looksLikeName } from '../../src/task/owner-name';
import { parseTask } from '../../src/task/parse';
import { DEFAULT_TASK_RULES } from '../../src/task/tasks-settings';

/** A line per case: body => text => owners, each behind its `=>`; a tail that stays unclear begins with `?`. */
const TABLE: Record<string, string> = {
  'one name': `
    Send deck @Ann => Send deck => Ann
    Send deck @Ann Lee => Send deck => Ann Lee
    Send deck @Ann Mary Lee => Send deck => Ann Mary Lee
    Send deck @Ann Lee ⏫ => Send deck => Ann Lee
    Send deck @Ann Lee ⏫ 📅 2025-10-31 => Send deck => Ann Lee
    Send deck @Ann Lee 📅 2025-10-31 ⏫ #task => Send deck #task => Ann Lee
    Send deck @Ann Lee #task => Send deck #task => Ann Lee
    Send deck @Ann Lee #task #auto 🔼 ✅ 2025-10-02 => Send deck #task #auto => Ann Lee
    Send deck @Ann Lee ✅ 2025-10-02 ^a1 => Send deck => Ann Lee
    Send deck @Ann Lee ^a1 => Send deck => Ann Lee
    @Ann Lee => => Ann Lee
    @Ann ⏫ => => Ann
    Send deck  @Ann Lee   ⏫ => Send deck => Ann Lee
    Send deck @Ann Lee. => Send deck => Ann Lee
    Send deck @Ann Lee, ⏫ => Send deck => Ann Lee
    Send deck @Ann Lee! => Send deck => Ann Lee
    Send deck; @Ann Lee => Send deck; => Ann Lee
    Send deck @Ann L. => Send deck => Ann L.
    Send deck @Ann Lee Jr. => Send deck => Ann Lee Jr.
    Send deck @A. B. Lee => Send deck => A. B. Lee
    Send deck @J.R. Lee ⏫ => Send deck => J.R. Lee
    Send deck @Ann-Marie Lee => Send deck => Ann-Marie Lee
    Send deck @Ann Lee-Fox => Send deck => Ann Lee-Fox
    Send deck @Ann O'Neil => Send deck => Ann O'Neil
    Send deck @Ann O’Neil 🔼 => Send deck => Ann O’Neil
    Send deck @Jean d'Arcy => Send deck => Jean d'Arcy
    Send deck @Omar al-Rashid => Send deck => Omar al-Rashid
    Send deck @Bo "Kit" Kim => Send deck => Bo "Kit" Kim
    Send deck @Ann McLee => Send deck => Ann McLee
    Send deck @Bea_Smith => Send deck => Bea_Smith
    Send deck @Ann Lee III => Send deck => Ann Lee III
    Send deck @Ann Lee 2 => Send deck => Ann Lee 2
    🔥 @Ann => 🔥 => Ann
  `,
  'small words in names': `
    Send deck @Ann de la Cruz => Send deck => Ann de la Cruz
    Send deck @de la Cruz => Send deck => de la Cruz
    Send deck @Bo van der Berg ⏫ => Send deck => Bo van der Berg
    Send deck @van der Berg => Send deck => van der Berg
    Send deck @Ada von Stein => Send deck => Ada von Stein
    Send deck @Luca di Fox => Send deck => Luca di Fox
    Send deck @Rui dos Reis => Send deck => Rui dos Reis
    Send deck @Sami bin Omar => Send deck => Sami bin Omar
    Send deck @Ortega y Fox => Send deck => Ortega y Fox
    Send deck @Head of Sales => Send deck => Head of Sales
  `,
  'parentheses, addresses and signs': `
    Send deck @Bo (PM) => Send deck => Bo (PM)
    Send deck @Bo Kim (PM, Acme) 📅 2025-10-21 => Send deck => Bo Kim (PM, Acme)
    Send deck @Bo (PM, email: bo@example.com) 📅 2025-10-21 => Send deck => Bo (PM, email: bo@example.com)
    Send deck @Leo (Unknown) => Send deck => Leo (Unknown)
    Send deck @Leo (not sure who) ⏫ => Send deck => Leo (not sure who)
    Send deck @Leo (he (she)) => Send deck => Leo (he (she))
    Send deck @Bo (PM, @acme) => Send deck => Bo (PM, @acme)
    Send deck @Bo bo@example.com => Send deck => Bo bo@example.com
    Send deck @Bo Kim <bo@example.com> => Send deck => Bo Kim <bo@example.com>
    Send deck @bo@example.com => Send deck => bo@example.com
    Send deck @Bo Kim/Cy Orr => Send deck => Bo Kim/Cy Orr
    Send deck @Bo/Cy ⏫ => Send deck => Bo/Cy
    Send deck @Bo & Cy => Send deck => Bo & Cy
    Send deck @Bo Kim & Cy Orr ⏫ => Send deck => Bo Kim & Cy Orr
    Send deck @R&D => Send deck => R&D
    Send deck @Bo Kim, Cy Orr => Send deck => Bo Kim, Cy Orr
    Send deck @Bo Kim, Cy Orr, Dana Fox => Send deck => Bo Kim, Cy Orr, Dana Fox
    Send deck @Ann Lee – Acme => Send deck => Ann Lee – Acme
    Send deck @Ann Lee - Acme 🔽 => Send deck => Ann Lee - Acme
    Send deck @Ann–Bo => Send deck => Ann–Bo
    Send deck @Ann + Bo => Send deck => Ann + Bo
    Send deck @Acme Inc. => Send deck => Acme Inc.
    Send deck (@Ann Lee) => Send deck => Ann Lee
    Send deck (@Ann) 📅 2025-10-21 => Send deck => Ann
    Send deck **@Ann Lee** ⏫ => Send deck => Ann Lee
    Send deck _@Ann_ => Send deck => Ann
  `,
  'and, or': `
    Send deck @Ann Lee or Bo Kim 📅 2025-01-02 => Send deck => Ann Lee or Bo Kim
    Send deck @Ann Lee and Bo Kim => Send deck => Ann Lee and Bo Kim
    Send deck @Ann and Bo ⏫ => Send deck => Ann and Bo
    Send deck @Ann, Bo and Cy => Send deck => Ann, Bo and Cy
    Send deck @Ann und Bo => Send deck => Ann und Bo
    Send deck @Ana y Bo => Send deck => Ana y Bo
    Send deck @Ann Lee and @Bo => Send deck => Ann Lee => Bo
    Send deck @Ann Lee and @Bo Kim 📅 2025-01-02 => Send deck => Ann Lee => Bo Kim
    Send deck @Ann, @Bo => Send deck => Ann => Bo
    Send deck @Ann, @Bo and @Cy => Send deck => Ann => Bo => Cy
    Send deck @Ann/@Bo => Send deck => Ann => Bo
    Send deck @Ann & @Bo ⏫ => Send deck => Ann => Bo
    Send deck @Ann + @Bo => Send deck => Ann => Bo
    Send deck @Ann or @Bo => Send deck => Ann => Bo
    Send deck @Ann @Bo @Cy => Send deck => Ann => Bo => Cy
    Send deck @Ann @Bo @Cy #task #rel #5.6 ⏫ ✅ 2025-01-02 => Send deck #task #rel #5.6 => Ann => Bo => Cy
    Send deck @Ann @Bo @Cy #task #rel ⏫ ✅ 2025-01-02 => Send deck #task #rel => Ann => Bo => Cy
    Send deck @Ann ⏫ @Bo => Send deck => Ann => Bo
    Send deck @ann and @bo => Send deck => ann => bo
    Sync with Ann and @Bo => Sync with Ann and => Bo
  `,
  'one word alone, whatever its case': `
    Send deck @me => Send deck => me
    Send deck @Myself ⏫ => Send deck => Myself
    Send deck @ann => Send deck => ann
    Send deck @ann.lee 📅 2025-01-02 => Send deck => ann.lee
    Send deck @qa-team => Send deck => qa-team
    Send deck @team => Send deck => team
    Send deck @TBD => Send deck => TBD
    Send deck @Unknown ⏫ => Send deck => Unknown
    Send deck @QA => Send deck => QA
    Send deck @ann2 => Send deck => ann2
  `,
  'teams and labels': `
    Send deck @Design team => Send deck => Design team
    Send deck @sales team => Send deck => sales team
    Send deck @Acme Legal => Send deck => Acme Legal
    Send deck @Speaker 1 => Send deck => Speaker 1
    Send deck @iOS team => Send deck => iOS team
    Send deck @Data Platform Group => Send deck => Data Platform Group
  `,
  'links and fields': `
    Send deck @[[Ann Lee]] => Send deck => [[Ann Lee]]
    Send deck @[[People/Ann Lee|Ann]] ⏫ => Send deck => [[People/Ann Lee|Ann]]
    Send deck @[[Ann Lee]] @[[Bo Kim]] 📅 2025-01-02 => Send deck => [[Ann Lee]] => [[Bo Kim]]
    Send deck @[[Ann Lee]] and [[Bo Kim]] => Send deck => [[Ann Lee]] and [[Bo Kim]]
    Send deck @[[Ann Lee]] (PM) => Send deck => [[Ann Lee]] (PM)
    Send deck [owner:: Ann Lee] => Send deck => Ann Lee
    Send deck [owner::Ann] ⏫ => Send deck => Ann
    Send deck (owner:: Ann Lee) 📅 2025-01-02 => Send deck => Ann Lee
    Send deck [assignee:: Ann Lee] => Send deck => Ann Lee
    Send deck [Owner:: Ann Lee] => Send deck => Ann Lee
    Send deck [owner:: @Ann Lee] => Send deck => Ann Lee
    Send deck [owner:: [[Ann Lee]]] => Send deck => [[Ann Lee]]
    Send deck [owner:: [[Ann Lee]], [[Bo Kim]]] => Send deck => [[Ann Lee]] => [[Bo Kim]]
    Send deck [owner:: Ann Lee, Bo Kim] #t => Send deck #t => Ann Lee => Bo Kim
    Send deck [owner:: Bo (PM, Acme)] => Send deck => Bo (PM, Acme)
    Send deck [owner:: ann lee who knows] => Send deck => ann lee who knows
    Send deck [owner:: Ann] [assignee:: Bo] => Send deck => Ann => Bo
    Send deck @Ann [owner:: Bo] => Send deck => Ann => Bo
    Send deck [owner:: Ann], 📅 2025-01-02 => Send deck => Ann
    Send deck [owner:: ] => Send deck [owner:: ]
    Send deck [coowner:: Ann] => Send deck [coowner:: Ann]
  `,
  'any script': `
    发送报告 @李明 => 发送报告 => 李明
    发送报告@李明 => 发送报告 => 李明
    发送报告 @李明 ⏫ 📅 2025-01-02 => 发送报告 => 李明
    資料を送る @山田 太郎 => 資料を送る => 山田 太郎
    보고서 보내기 @김철수 => 보고서 보내기 => 김철수
    Отправить отчёт @Анна Ли => Отправить отчёт => Анна Ли
    Отправить отчёт @анна => Отправить отчёт => анна
    Αποστολή @Άννα Λη => Αποστολή => Άννα Λη
    שלח @דנה כהן ⏫ => שלח => דנה כהן
    أرسل @سامي عمر => أرسل => سامي عمر
    भेजें @अनु राव => भेजें => अनु राव
    Ship @Zoë Łuk => Ship => Zoë Łuk
    Ship @Éva Őri ⏫ => Ship => Éva Őri
    Ship @Şule Çelik => Ship => Şule Çelik
  `,
  'addresses, links and code are no mentions': `
    Send to bo@example.com. @Ann => Send to bo@example.com. => Ann
    Send to bo@example.com => Send to bo@example.com
    Send to bo@example.com ⏫ => Send to bo@example.com
    Ping [@Cy Orr](https://example.com) for access. @Ann ⏫ => Ping [@Cy Orr](https://example.com) for access. => Ann
    Ping [@Cy Orr](https://example.com) => Ping [@Cy Orr](https://example.com)
    Re-ping (Dee @ Acme) for a slot @Ann Lee => Re-ping (Dee @ Acme) for a slot => Ann Lee
    Re-ping Dee @ Acme => Re-ping Dee @ Acme
    Ship it [[@Bea]] => Ship it [[@Bea]]
    Read https://example.com/@ann => Read https://example.com/@ann
    Read https://example.com/@Ann @Bo => Read https://example.com/@Ann => Bo
    Run \`deploy @Ann\` => Run \`deploy @Ann\`
    Run \`deploy @Ann\` ⏫ => Run \`deploy @Ann\`
    Run \`a\` @Ann => Run \`a\` => Ann
    Hide <!-- @Ann --> => Hide <!-- @Ann -->
    Meet @ 5pm => Meet @ 5pm
    Meet @5pm => Meet @5pm
    Meet @10:30 => Meet @10:30
    Bo Kim/Cy Orr => Bo Kim/Cy Orr
    No @ at all @ => No @ at all @
    a@b => a@b
  `,
  'prose behind the mention': `
    Send deck @Ann Lee before Friday => Send deck @Ann Lee before Friday => ?Ann Lee before Friday
    ask @Ann about pricing => ask @Ann about pricing => ?Ann about pricing
    ask @Ann about pricing ⏫ => ask @Ann about pricing => ?Ann about pricing
    @Ann: send deck => @Ann: send deck => ?Ann: send deck
    @Ann to send the deck => @Ann to send the deck => ?Ann to send the deck
    Tell @Ann Lee we agree => Tell @Ann Lee we agree => ?Ann Lee we agree
    Use @Ann's notes => Use @Ann's notes => ?Ann's notes
    Is it @Ann? => Is it @Ann? => ?Ann?
    Send deck @Ann Friday => Send deck @Ann Friday => ?Ann Friday
    Send deck @Ann Lee ASAP => Send deck @Ann Lee ASAP => ?Ann Lee ASAP
    Send deck @Ann today => Send deck @Ann today => ?Ann today
    Send deck @ann lee => Send deck @ann lee => ?ann lee
    Send deck @One Two Three Four Five Six => Send deck @One Two Three Four Five Six => ?One Two Three Four Five Six
    Send deck @Ann and => Send deck @Ann and => ?Ann and
    Send deck @Ann de => Send deck @Ann de => ?Ann de
    Send deck (cc @Ann) => Send deck (cc @Ann) => ?Ann)
    Send deck @李明请确认价格表 => Send deck @李明请确认价格表 => ?李明请确认价格表
    Talk to @Ann about X @Bo => Talk to @Ann about X => Bo
  `,
  'signifiers before, between and unfilled': `
    Send deck 📅 2025-10-31 @Ann => Send deck => Ann
    Send deck ⏫ @Ann Lee 📅 2025-10-31 => Send deck => Ann Lee
    Send deck 🔁 every week @Ann Lee => Send deck => Ann Lee
    Send deck @Ann 📅 TBD ⏫ #task => Send deck 📅 TBD #task => Ann
    Send deck @Ann Lee 📅 next week => Send deck 📅 next week => Ann Lee
    Send deck @Ann 📅 => Send deck 📅 => Ann
    Send deck ⏫ @Ann #5.6 #t 🔼 => Send deck #5.6 #t => Ann
    Send deck #a @Ann #5.6 #t => Send deck #a #5.6 #t => Ann
    Send deck @Ann[](app://obsidian.md/index.html# "Edit task") => Send deck [](app://obsidian.md/index.html# "Edit task") => Ann
    Send deck @Ann #a.b and more => Send deck @Ann #a.b and more => ?Ann #a.b and more
    Send deck 📅 TBD ⏫ #task => Send deck 📅 TBD #task
    - [ ] Draft @Ann ⏫ => - [ ] Draft => Ann
    (none) ✅ 2025-01-02 => (none)
  `,
};

function check(body: string, text: string, owners: readonly string[], unclear: string | null): void {
  const task = parseTask(`- [ ] ${body}`, DEFAULT_TASK_RULES);
  expect({ body, text: task?.text, owners: task?.owners, unclear: task?.unclearOwner }).toEqual({
    body,
    text,
    owners,
    unclear,
  });
}

const rows = Object.entries(TABLE).map(([title, table]) => ({
  title,
  lines: table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [body = '', text = '', ...rest] = line.split('=>').map((cell) => cell.trim());
      const unclear = rest.find((cell) => cell.startsWith('?'))?.slice(1) ?? null;
      return { body, text, owners: rest.filter((cell) => !cell.startsWith('?')), unclear };
    }),
}));

describe('owners', () => {
  for (const { title, lines } of rows) {
    describe(title, () => {
      test.each(lines)('$body', ({ body, text, owners, unclear }) => {
        check(body, text, owners, unclear);
      });
    });
  }

  test('the table is long', () => {
    expect(rows.flatMap(({ lines }) => lines).length).toBeGreaterThanOrEqual(150);
  });
});

describe('owners in any order with the rest', () => {
  const name = fc.constantFrom('Ann', 'Ann Lee', 'Bo (PM, Acme)', 'Dana van der Fox', '[[Cy Orr]]', '李明', 'me');
  const rest = fc.shuffledSubarray(['⏫', '📅 2025-10-31', '#t', '🔁 every week', '🆔 a1', '➕ 2025-01-02']);

  test('an owner anywhere in the run is read, with all that stands around it', () => {
    fc.assert(
      fc.property(name, rest, fc.nat(6), (owner, pieces, place) => {
        const run = [...pieces.slice(0, place), `@${owner}`, ...pieces.slice(place)];
        const task = parseTask(`- [ ] Send deck ${run.join(' ')}`, DEFAULT_TASK_RULES);
        expect(task).toMatchObject({
          owners: [owner],
          text: pieces.includes('#t') ? 'Send deck #t' : 'Send deck',
          due: pieces.includes('📅 2025-10-31') ? '2025-10-31' : null,
          priority: pieces.includes('⏫') ? 'high' : 'none',
          id: pieces.includes('🆔 a1') ? 'a1' : null,
          recurrence: pieces.includes('🔁 every week') ? 'every week' : null,
          ownerHidesSignifiers: pieces.slice(0, place).some((piece) => piece !== '#t'),
        });
      }),
    );
  });

  test('a name that does not look like one is an owner when it is known', () => {
    const isName = (tail: string): boolean => tail === 'ann lee';
    expect(parseTask('- [ ] Send deck 📅 2025-10-31 @ann lee', DEFAULT_TASK_RULES, { isName })).toMatchObject({
      owners: ['ann lee'],
      due: '2025-10-31',
    });
    expect(parseTask('- [ ] Send deck @ann lee now', DEFAULT_TASK_RULES, { isName })).toMatchObject({
      owners: [],
      unclearOwner: 'ann lee now',
    });
  });

  test('they are left alone when the rules say so', () => {
    expect(parseTask('- [ ] Send deck @Ann', { ...DEFAULT_TASK_RULES, owners: 'ignore' })).toMatchObject({
      owners: [],
      text: 'Send deck @Ann',
      unclearOwner: null,
    });
  });
});

describe('owners in notes', () => {
  const lenient = (body: string): unknown => {
    const task = parseTask(`- [ ] ${body}`, DEFAULT_TASK_RULES, { lenient: true });
    return task === null ? null : [task.text, task.owners.join('; '), task.priority, task.due, task.done];
  };

  test('no-break spaces and what the editor left behind are read through', () => {
    expect(
      lenient('Send deck @Ann\u00a0⏫\u00a0📅 2025-10-21[](app://obsidian.md/index.html# "Edit task") ✅ 2025-10-22'),
    ).toEqual(['Send deck', 'Ann', 'high', '2025-10-21', '2025-10-22']);
    expect(lenient('Send deck @Ann\u00a0Lee 📅\u00a02025-10-21')).toEqual([
      'Send deck',
      'Ann Lee',
      'none',
      '2025-10-21',
      null,
    ]);
    expect(lenient('Send[](app://obsidian.md/index.html# "Edit task") deck @Ann')).toEqual([
      'Send deck',
      'Ann',
      'none',
      null,
      null,
    ]);
    expect(lenient('#t 📅 2025-10-21')).toEqual(['#t', '', 'none', '2025-10-21', null]);
  });

  test('strictly they are not, as Tasks does not', () => {
    const task = parseTask('- [ ] Send deck 📅\u00a02025-10-21', DEFAULT_TASK_RULES);
    expect(task).toMatchObject({ text: 'Send deck 📅\u00a02025-10-21', due: null });
  });
});

describe('names', () => {
  test.each([
    ['Ann Lee', 'Ann Lee'],
    ['Ann Lee (Acme, PM)', 'Ann Lee'],
    ['[[People/Ann Lee|Ann]]', 'Ann Lee'],
    ['[[Ann Lee]] (PM)', 'Ann Lee'],
    ['[[People/Ann Lee.md]]', 'Ann Lee'],
    ['Bo <bo@example.com>', 'Bo'],
    ['bo@example.com', 'bo@example.com'],
    ['Bo (PM, email: bo@example.com)', 'Bo'],
  ])('%s is %s', (owner, name) => {
    expect(bareName(owner)).toBe(name);
  });

  test.each([
    'TBD',
    'tbd',
    'T.B.D.',
    'TBC',
    'Unknown',
    'unknown speaker',
    'Unassigned',
    'N/A',
    '?',
    '—',
    'Speaker 1',
    'Speaker A',
    'speaker_02',
    'Someone',
    'No one',
    'TBD (Acme)',
    '[[TBD]]',
    '(none)',
    'to be decided',
  ])('%s is nobody', (owner) => {
    expect(isPlaceholderOwner(owner)).toBe(true);
  });

  test.each([
    'Ann',
    'Leo (Unknown)',
    'Speakerine',
    'Tba Lee',
    'Nonette',
    'me',
    'Unknown Mortal',
    'Open Source Office',
    'Ownerson',
    'Person Lee',
  ])('%s is somebody', (owner) => {
    expect(isPlaceholderOwner(owner)).toBe(false);
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof looksLikeName(text)).toBe('boolean');
        expect(typeof isPlaceholderOwner(text)).toBe('boolean');
      }),
    );
  });
});
