/** Which names get a page, and where. */
import { rollUpTexts, type Texts } from '../vault-of';

const meeting = (date: string, people: readonly string[], more = ''): string =>
  `---\ntype: meeting\ndate: ${date}\npeople: ${JSON.stringify(people)}\n${more}---\nTalk\n`;

/** The pages that a rollup makes outside the rollup folder, and its problems' codes. */
function check(texts: Texts, expected: readonly string[], settings: object = {}, codes: readonly string[] = []): void {
  const { plan } = rollUpTexts(texts, { settings });
  const made = plan.edits
    .filter(({ path, before }) => before === null && !path.startsWith('Throughline/'))
    .map(({ path }) => path);
  expect({ made, codes: plan.problems.map(({ code }) => code) }).toEqual({ made: expected, codes });
}

const THREE: Texts = {
  'M1.md': meeting('2025-10-01', ['Ann Lee', '[[Bo Kim]]']),
  'M2.md': meeting('2025-10-08', ['Ann Lee', '[[Bo Kim]]']),
  'M3.md': meeting('2025-10-15', ['ann lee', '[[Bo Kim]]', '[[Cy Orr]]']),
};

test('by default a name that is linked', () => {
  check(THREE, ['People/Bo Kim.md', 'People/Cy Orr.md']);
});
test('none, when that is set', () => {
  check(THREE, [], { newPages: 'never' });
});
test('or a name that is frequent, linked or not', () => {
  check(THREE, ['People/Ann Lee.md', 'People/Bo Kim.md'], { newPages: 'frequent' });
});

test('frequent: not long ago, not of first names, not where two are alike', () => {
  check({ ...THREE, 'M1.md': meeting('2025-06-01', ['Ann Lee', '[[Bo Kim]]']) }, [], { newPages: 'frequent' });
  check(
    {
      'M1.md': meeting('2025-10-01', ['Ann', 'TBD']),
      'M2.md': meeting('2025-10-08', ['Ann', 'TBD']),
      'M3.md': meeting('2025-10-15', ['Ann', 'TBD']),
    },
    [],
    { newPages: 'frequent' },
  );
  const alike = Object.fromEntries(
    ['2025-10-01', '2025-10-08', '2025-10-15'].map((day) => [
      `${day}.1.md`,
      meeting(day, ['Jon Stefan', 'John Stefan']),
    ]),
  );
  check(alike, [], { newPages: 'frequent' });
});

test('a private meeting makes no page', () => {
  check({ 'M1.md': meeting('2025-10-01', ['[[Bo Kim]]'], 'private: true\n') }, []);
  check(
    {
      'M1.md': meeting('2025-10-01', ['[[Bo Kim]]'], 'private: true\n'),
      'M2.md': meeting('2025-10-02', ['[[Bo Kim]]']),
    },
    ['People/Bo Kim.md'],
  );
});

test('two names that are alike get none, until it is said that they are two', () => {
  const texts = {
    'M1.md': meeting('2025-10-01', ['[[Jon Stefan]]']),
    'M2.md': meeting('2025-10-02', ['[[John Stefan]]']),
  };
  check(texts, []);
  check({ ...texts, 'Throughline/Names.md': '- [[Jon Stefan]] is not [[John Stefan]]\n' }, [
    'People/John Stefan.md',
    'People/Jon Stefan.md',
  ]);
});

test('only of kinds that are written', () => {
  check(THREE, [], { includeKinds: ['account'] });
});

test('a folder is spelled as it is there', () => {
  check({ ...THREE, 'people/2025-01-01 Old.md': 'x' }, ['people/Bo Kim.md', 'people/Cy Orr.md']);
  const { plan } = rollUpTexts(
    { ...THREE, 'throughline/follow-ups.md': 'mine\n' },
    { settings: { rollupFolder: 'throughline' } },
  );
  expect(plan.edits.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['throughline/Open questions.md', 'throughline/follow-ups.md']),
  );
  expect(plan.edits.map(({ path }) => path)).not.toContain('throughline/Follow-ups.md');
});

test('where a file has that name in any form, none is made and a problem says so', () => {
  check({ ...THREE, 'People/bo kim/README.md': '---\nthroughline: false\n---\n' }, ['People/Cy Orr.md'], {}, [
    'page-name-taken',
  ]);
});
