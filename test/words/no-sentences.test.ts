/**
 * The engine says nothing itself: what it tells is a code with parameters, and `words/` has the sentences. So no text of
 * its own reads like one, except what it writes into pages, and lists of words that notes are read by.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FOLDERS = ['text', 'task', 'note', 'entity', 'event', 'vault-index', 'page', 'edit', 'host'];

/** Files whose texts are not told to anybody, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'text/calendar-names.ts': 'names of months and days in many languages',
  'text/date-words.ts': 'days in words, as they are typed',
  'text/html-blocks.ts': 'names of HTML elements',
  'text/yaml-engine.ts': 'what a YAML library said, in its own words',
  'task/owner-name.ts': 'words in names',
  'task/signifiers.ts': 'a table of the documentation',
  'note/due-phrases.ts': 'words that notes are read by',
  'note/importers.ts': 'what other programs write into notes',
  'note/item-words.ts': 'words that notes are read by',
  'note/owner-words.ts': 'words that notes are read by',
  'note/title-words.ts': 'words that notes are read by',
  'note/marked-lines.ts': 'words that notes are read by',
  'note/meeting-words.ts': 'words that notes are read by',
  'note/note-tags.ts': 'a table of the documentation',
  'note/owner-places.ts': 'words that notes are read by',
  'note/people-label.ts': 'words that notes are read by',
  'note/people-words.ts': 'words that notes are read by',
  'note/person-entry.ts': 'words that are also first names',
  'note/section-table.ts': 'words that notes are read by',
  'note/section-words.ts': 'words that notes are read by',
  'note/task-words.ts': 'words that notes are read by',
  'entity/common-words.ts': 'words that are also names',
  'entity/names-lines.ts': 'lines of Names.md',
  'entity/row-decisions.ts': 'lines of Names.md',
  'vault-index/row-words.ts': 'words that rows are compared by',
  'vault-index/series.ts': 'words that titles are compared by',
  'vault-index/task-owners.ts': 'words that notes are read by',
  'vault-index/words-english.ts': 'words that rows are compared by',
  'vault-index/words-german.ts': 'words that rows are compared by',
  'vault-index/words-romance.ts': 'words that rows are compared by',
  'page/base-file.ts': 'formulas of a table of pages',
  'page/brief-words.ts': 'text of a brief and of pages',
  'page/displaced-lines.ts': 'text of pages',
  'page/follow-ups-page.ts': 'text of pages',
  'page/queue-listing.ts': 'text of pages',
  'page/rollup-page.ts': 'text of pages',
  'page/today.ts': 'text of pages',
  'page/week-page.ts': 'text of pages',
  'page/week-words.ts': 'text of pages',
  'edit/names-page.ts': 'text of Names.md',
  'edit/new-meeting.ts': 'text of a new note',
  'edit/unified-diff.ts': 'the format of Git',
};

/** All that is quoted, without what is filled in, and with a space and three words in small letters or more. */
function sentencesIn(file: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // Mistakes of ours stop the program and are told to nobody.
    if (ts.isThrowStatement(node) && /^throw new Error\(/.test(node.getText())) return;
    // A list of words, parted by commas.
    if (ts.isCallExpression(node) && node.expression.getText() === 'listed') return;
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
        : '';
    if (text.includes(' ') && text.split(/[^\p{L}\d_-]+/u).filter((word) => /^[a-z]{2,}$/.test(word)).length >= 3)
      found.push(`${file}: ${text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true));
  return found;
}

const SOURCES = path.join(__dirname, '../../src');
const FOUND = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`),
).map((file) => [file, sentencesIn(file, readFileSync(path.join(SOURCES, file), 'utf8'))] as const);

test('no sentence is left in the engine', () => {
  expect(FOUND.length).toBeGreaterThan(200);
  expect(FOUND.flatMap(([file, sentences]) => (file in ALLOWED ? [] : sentences))).toEqual([]);
});

test('every file that may hold such texts holds one', () => {
  expect(Object.keys(ALLOWED).filter((file) => !FOUND.some(([name, has]) => name === file && has.length > 0))).toEqual(
    [],
  );
});

test.each([
  ["const why = 'It was changed since.';", 1],
  ['const why = `the page of ${name} was moved`;', 1],
  ["problems.push('this is not a date');", 1],
  ["const code = 'not-a-date';", 0],
  ["const heading = 'Open questions';", 0],
  ["throw new Error('a row without a source');", 0],
])('%s', (code, count) => {
  expect(sentencesIn('a.ts', code)).toHaveLength(count);
});
