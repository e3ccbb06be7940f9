/**
 * Whatever the views show or speak stands in the tables of words: no sentence of one language is left in their code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const PLUGIN = path.join(__dirname, '../../src/obsidian');

/** What is shown or spoken, as attributes of components and elements and as parts of what is handed to them. */
const SPOKEN = [
  'label',
  'empty',
  'words',
  'take',
  'hint',
  'saying',
  'placeholder',
  'aria-label',
  'title',
  'any',
  'said',
  'text',
  'name',
];

/** By place and text: what is the same in every language. */
const KEPT = new Set([
  // The plugin's own name.
  'view/panel.tsx: Throughline',
  // What may be typed for a day: days in words are read in English.
  'view/row-editor.tsx: fri',
]);

/** Two letters, the second a small one: a word, not the letter of a key. */
const isWord = (text: string): boolean => /\p{L}\p{Ll}/u.test(text);

/** Every literal text that a person would see, of one file. */
function literals(name: string, code: string): string[] {
  const found: string[] = [];
  /** The texts that an expression can come to. */
  const textsOf = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node))
      found.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(textsOf);
    else if (ts.isBinaryExpression(node))
      [node.left, node.right]
        .filter(() =>
          [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken].includes(
            node.operatorToken.kind,
          ),
        )
        .forEach(textsOf);
    else if (ts.isParenthesizedExpression(node) || (ts.isJsxExpression(node) && node.expression !== undefined))
      textsOf(node.expression as ts.Node);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text.trim());
    else if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) textsOf(node);
    else if (ts.isJsxAttribute(node) && SPOKEN.includes(node.name.getText()) && node.initializer !== undefined)
      textsOf(node.initializer);
    else if (ts.isPropertyAssignment(node) && SPOKEN.includes(node.name.getText().replace(/'/g, '')))
      textsOf(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      name,
      code,
      ts.ScriptTarget.ES2022,
      true,
      name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return [...new Set(found.filter(isWord).map((text) => `${name}: ${text}`))];
}

const FILES = readdirSync(PLUGIN, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.tsx') || /^view\/.*\.ts$/.test(file));

test('no file of the views holds a literal text', () => {
  expect(FILES.length).toBeGreaterThan(30);
  expect(
    FILES.flatMap((file) => literals(file, readFileSync(path.join(PLUGIN, file), 'utf8'))).filter(
      (text) => !KEPT.has(text),
    ),
  ).toEqual([]);
});

test.each([
  ['const a = <p class="throughline-note">Nothing is open.</p>;', ['Nothing is open.']],
  ['const a = <p>{count} more</p>;', ['more']],
  ['const a = <p>{busy ? "Writing…" : said?.said ?? ""}</p>;', ['Writing…']],
  ['const a = <b aria-label={`Done: ${said}`} role="row" />;', ['Done:']],
  ['const a = { words: "Open", key: "Enter" };', ['Open']],
  ['const a = { done: false, said: why ? `Not done: ${why}` : NONE };', ['Not done:']],
  ['const a = <kbd hint="Z" label={words.views.row.me}>{words.cancel}</kbd>;', []],
])('the test itself sees what is literal in %s', (code, texts) => {
  expect(literals('a.tsx', code).map((text) => text.replace('a.tsx: ', '').trim())).toEqual(texts);
});
