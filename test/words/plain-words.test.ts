/**
 * What a person reads is plain English: no word is left that reads translated or of another century. Read are the
 * texts in the sources, the documentation, and the comments in the sources. German and the words that notes are
 * understood by are left out.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** What is not written, and what is written for it. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bwhom\b/i, 'who'],
  [/\banew\b/i, 'again'],
  [/\bshall\b/i, 'will, should, or nothing'],
  [/\bbut for\b/i, 'except'],
  [/\bbeside\b/i, 'next to'],
  [/\bpass(?:ed|es)? over\b/i, 'skipped, ignored'],
  [/\bstands?\b(?!-| for\b)/i, 'is, is in'],
  [/\bwaited for\b/i, 'waiting on'],
  [/\bnames memory\b/i, 'Names.md'],
  [/\bwants? an answer\b/i, 'to review'],
  [/\bpages? lies?\b|\blies (?:in|at|directly|outside)\b/i, 'is in'],
  [/(?:^|\s)(?!\S*there\s)\S+\s(?:is|are) no (?!longer\b|more\b)\w+/i, 'is not a'],
];

/** The same of comments, where fewer words are wrong. */
const INSTEAD_IN_COMMENTS: readonly (readonly [RegExp, string])[] = [
  ...INSTEAD.slice(0, 8),
  [/\bbehind\b(?!`)/i, 'after, below'],
];

/** Where such a word is right: a name that others rely on, or the former name of an option. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/cli/commands.mts': ['--mend'],
  'docs/scripts.md': ['"mends": [{'],
};

/** The texts of a source: all that is quoted and has a space, without what is filled in. */
function textsOf(source: string): readonly string[] {
  const code = source.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const quoted = code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  return quoted.filter((text) => text.includes(' ')).map((text) => text.replace(/\$\{[^}]*\}/g, '…'));
}

/** The lines of a source that are comments of their own. */
function commentsOf(source: string): readonly string[] {
  return source.match(/^\s*(?:\/\*\*?|\*|\/\/) .*$/gm) ?? [];
}

function foreignWords(file: string, text: string): readonly string[] {
  const texts = file.endsWith('.md') ? text.split('\n') : file.endsWith('.json') ? [text] : textsOf(text);
  return wordsIn(file, texts, INSTEAD);
}

function wordsIn(file: string, texts: readonly string[], words: typeof INSTEAD): readonly string[] {
  return texts
    .filter((one) => !(ALLOWED[file] ?? []).some((allowed) => one.includes(allowed)))
    .flatMap((one) =>
      words.flatMap(([word, instead]) => {
        const [found] = word.exec(one) ?? [];
        return found === undefined ? [] : [`${file}: “${found}” in ${one.trim()} (write: ${instead})`];
      }),
    );
}

const filesIn = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && name.test(entry.name) ? [`${folder}/${entry.name}`] : [],
  );

const READ = [
  ...filesIn('src/words', /^(?!german)/),
  ...filesIn('src/obsidian/words', /^english/),
  ...filesIn('src/cli', /\.mts$/),
  ...filesIn('src/edit', /\.ts$/),
  ...filesIn('src/host', /\.ts$/),
  ...filesIn('src/page', /\.ts$/),
  ...filesIn('docs', /\.md$/),
  'src/settings/settings.ts',
  'README.md',
  'manifest.json',
];

test.each(READ)('%s is in plain words', (file) => {
  expect(foreignWords(file, readFileSync(file, 'utf8'))).toEqual([]);
});

test('comments in the sources are in plain words', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?tsx?$/.test(name))
    .map((name) => `src/${name}`);
  expect(sources.flatMap((file) => wordsIn(file, commentsOf(readFileSync(file, 'utf8')), INSTEAD_IN_COMMENTS))).toEqual(
    [],
  );
  expect(wordsIn('a.ts', commentsOf('/** Whom it is for. */\nconst whom = 1;'), INSTEAD_IN_COMMENTS)).toHaveLength(1);
});

test.each(["const a = 'Mend this line.';", 'const a = `${name} is no page of yours`;', 'const a = "Whom or what?";'])(
  'a word that is put back is found: %s',
  (source) => {
    expect(foreignWords('a.ts', source)).toHaveLength(1);
  },
);

test('a comment, a name in the code, and what there is none of are no such words', () => {
  expect(foreignWords('a.ts', "// whom\nconst mends = 'there is no such file';")).toEqual([]);
});
