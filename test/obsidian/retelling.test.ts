import './app-double';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { LANGUAGES } from '../../src/obsidian/words/words';
import { retelling } from '../../src/obsidian/words/retelling';

test('by pattern, with what stands in the gaps', () => {
  const tell = retelling([
    ['“{a}” was said later, and {T}.', '„{a}“ kam später; {T}.'],
    ['both concern {n}', 'beides zu {n}'],
    ['{n} or {m}', '{m} oder {n}'],
  ]);
  expect(tell('“Pilot ships” was said later, and both concern Acme.')).toBe(
    '„Pilot ships“ kam später; beides zu Acme.',
  );
  expect(tell('“{T} $& and” was said later, and unheard of.')).toBe('„{T} $& and“ kam später; unheard of.');
  expect(tell('a or b')).toBe('b oder a');
  expect(tell('Nothing of the kind')).toBe('Nothing of the kind');
  expect(tell(`${'x'.repeat(3_000)} or y`)).toBe(`${'x'.repeat(3_000)} or y`);
});

/** Files whose sentences the app shows. */
const SPEAKING = [
  'edit/answer-changes',
  'edit/answer-proposal',
  'edit/answer-rows',
  'edit/keep-settled',
  'edit/plan-bases',
  'edit/plan-removal',
  'edit/repair-page',
  'edit/row-actions',
  'host/carry-out',
  'host/link-note',
  'host/path-safety',
  'host/raise-next',
  'host/remove',
  'host/row-action',
  'host/undo',
  'vault-index/answered-proposals',
  'vault-index/close-proposals',
  'vault-index/duplicate-proposals',
  'vault-index/hand-over-proposals',
  'vault-index/link-proposals',
  'vault-index/merge-proposals',
  'vault-index/proposals',
  'vault-index/rename-proposals',
  'vault-index/row-ties',
  'vault-index/split-proposals',
  'settings/exclude',
  'settings/kinds-setting',
  'settings/setting-checks',
  'obsidian/vault/app-vault-host',
  'obsidian/vault/app-state',
];

/** Beginnings and ends that are told within a longer sentence, in either order of the words. */
const WITHIN = /^(?:; |X and X more$|moved to the trash$| \(there are)/;

/**
 * Every sentence of a file, as it may come out: each way of what depends on something, `X` for the rest. Ids and
 * options of the command line are none.
 */
function sentencesOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(__dirname, '../../src', `${file}.ts`), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const ways = (node: ts.Expression): string[] => {
    if (ts.isParenthesizedExpression(node)) return ways(node.expression);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
    if (ts.isConditionalExpression(node)) return [...ways(node.whenTrue), ...ways(node.whenFalse)];
    if (!ts.isTemplateExpression(node)) return ['X'];
    return node.templateSpans.reduce<string[]>(
      (all, { expression, literal }) =>
        all.flatMap((before) => ways(expression).map((way) => before + way + literal.text)),
      [node.head.text],
    );
  };
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (
      (ts.isStringLiteral(node) || ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) &&
      !ts.isImportDeclaration(node.parent) &&
      !ts.isLiteralTypeNode(node.parent)
    ) {
      found.push(
        ...ways(node).filter(
          (text) => /[a-z]{2,} [a-z]|[a-z] [a-z]{2,}|X [a-z]{2,} X/.test(text) && !/--[a-z]|`|\n/.test(text),
        ),
      );
    } else ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

test('the files are read for their sentences', () => {
  expect(sentencesOf('vault-index/row-ties')).toEqual(
    expect.arrayContaining(['both concern X', 'both were said among the same people']),
  );
  expect(sentencesOf('edit/answer-proposal')).toEqual(
    expect.arrayContaining([
      'One place is in a meeting with nobody and nothing known; it is asked about again.',
      'X has left',
    ]),
  );
});

test.each(SPEAKING)('%s says nothing in the app that another language cannot', (file) => {
  for (const [language, { retell }] of Object.entries(LANGUAGES)) {
    if (language === 'en') continue;
    const english = sentencesOf(file).filter((sentence) => !WITHIN.test(sentence) && retell(sentence) === sentence);
    expect([language, english]).toEqual([language, []]);
  }
});

test.each([
  [
    'A line typed into the block stays in its place. What was kept from the block stays.',
    'Eine in den Block getippte Zeile bleibt an seiner Stelle. Was aus dem Block aufgehoben wurde, bleibt.',
  ],
  [
    '“Old” says almost the same, has the same owner, and both concern Acme; the newer is closed, and would close the older.',
    '„Old“ sagt fast dasselbe, hat dieselben Zuständigen, und beide betreffen Acme; die neuere ist erledigt und würde die ältere erledigen.',
  ],
  ['“Sam” could be Sam Fox or Sam Ortega', '„Sam“ könnte Sam Fox oder Sam Ortega sein'],
  [
    '“x/con.md” cannot be created: the path has the part “con”, a name Windows keeps for itself.',
    '„x/con.md“ kann nicht angelegt werden: Der Pfad hat den Teil „con“, den Windows für sich behält.',
  ],
  [
    '"rowsPerSection" is "x"; it must be a whole number from 1 to 1000',
    '"rowsPerSection" ist "x"; es muss eine ganze Zahl von 1 bis 1000 sein',
  ],
  [
    '"sekshuns" is not a setting; did you mean "sections"?',
    '"sekshuns" ist als Einstellung nicht bekannt; war "sections" gemeint?',
  ],
  ['Whatever is said. Nobody knows it.', 'Whatever is said. Nobody knows it.'],
])('%s', (english, german) => {
  expect(LANGUAGES['de']?.retell(english)).toBe(german);
});
