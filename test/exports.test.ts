/** What a file exports somebody uses: another file of src/, or a test. What nobody uses goes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const EXPORTED = /^export (?:async )?(?:function\*?|const|(?:abstract )?class) ([A-Za-z_$][\w$]*)/gm;

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?tsx?$|\.mjs$/.test(file))
    .map((file) => path.join(folder, file));
}

/** `file: name` of every function, constant and class that is exported and that no other file names. */
function unused(texts: ReadonlyMap<string, string>): string[] {
  const users = new Map<string, Set<string>>();
  for (const [file, text] of texts)
    for (const name of new Set(text.match(/[A-Za-z_$][\w$]*/g)))
      users.set(name, (users.get(name) ?? new Set()).add(file));
  return [...texts].flatMap(([file, text]) =>
    file.startsWith('src')
      ? [...text.matchAll(EXPORTED)].flatMap(([, name = '']) =>
          (users.get(name)?.size ?? 0) > 1 ? [] : [`${file}: ${name}`],
        )
      : [],
  );
}

test('every exported function, constant and class is used by another file', () => {
  const files = ['src', 'test', 'bench', 'scripts'].flatMap(filesIn);
  expect(unused(new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')])))).toEqual([]);
});

test('one that is not is told', () => {
  const texts = new Map([
    ['src/a.ts', 'export const used = 1;\nexport function alone() {}\n'],
    ['src/b.ts', "import { used } from './a';\n"],
  ]);
  expect(unused(texts)).toEqual(['src/a.ts: alone']);
});
