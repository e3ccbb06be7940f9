/** A block that a formatter has written its own way is left as it is. */
import * as markdown from 'prettier/plugins/markdown';
import * as yaml from 'prettier/plugins/yaml';
import { applyFixes, type Configuration, sync } from 'markdownlint';
import { format } from 'prettier/standalone';
import { note, rollUpTexts, type Texts } from '../vault-of';

const VAULT: Texts = {
  'People/Dana Fox.md': '---\naliases: [Foxy]\n---\n# Dana Fox\n\nMine.\n',
  'Accounts/Acme_Co.md': '# Acme_Co\n',
  'Meetings/2025-10-28 Dana.md': `---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\naccount: "[[Acme_Co]]"\n---\n${note(`
    ## Decisions
    - Pilot ships without **SSO** and *soon*, snake_case too
    - "Quoted" – and 2 * 3 * 4
    ## Action items
    - [ ] Send [[Acme_Co]] the draft_one @me 📅 2025-10-31
    - [ ] Confirm the Lisbon dates @Dana Fox
    ## Open questions
    - Who signs?
  `)}`,
};

/** All that markdownlint fixes, again and again until nothing is left to fix. */
function linted(text: string, config: Configuration): string {
  let fixed = text;
  for (let round = 0; round < 10; round++) {
    const errors = sync({ strings: { page: fixed }, config })['page'] ?? [];
    const next = applyFixes(fixed, errors);
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}

/** As a linter writes lists, emphasis and blank lines. */
function handLinted(text: string): string {
  return text
    .replace(/^- /gm, '* ')
    .replace(/\*\*([^*\n]+)\*\*/g, '__$1__')
    .replace(/^(#{1,6} .*)$/gm, '\n$1\n')
    .replace(/^(<!-- throughline:.*)$/gm, '\n$1\n')
    .replace(/\n{3,}/g, '\n\n');
}

const FORMATTERS: Readonly<Record<string, (text: string) => Promise<string>>> = {
  prettier: (text) => format(text, { parser: 'markdown', plugins: [markdown, yaml] }),
  'prettier that wraps': (text) =>
    format(text, { parser: 'markdown', plugins: [markdown, yaml], proseWrap: 'always', printWidth: 30 }),
  'prettier on Windows, with tabs': (text) =>
    format(text, { parser: 'markdown', plugins: [markdown, yaml], endOfLine: 'crlf', useTabs: true, tabWidth: 4 }),
  'a linter': (text) => Promise.resolve(handLinted(text)),
  'markdownlint as it comes': (text) => Promise.resolve(linted(text, { default: true })),
  'markdownlint with other marks': (text) =>
    Promise.resolve(
      linted(text, {
        default: true,
        MD004: { style: 'plus' },
        MD007: { indent: 4 },
        MD030: { ul_single: 3, ul_multi: 3 },
        MD049: { style: 'underscore' },
        MD050: { style: 'underscore' },
      }),
    ),
};

test.each(Object.keys(FORMATTERS))('%s: rolling up again writes nothing, and what is new is written', async (name) => {
  const { texts } = rollUpTexts(VAULT);
  const pages = Object.keys(texts).filter((path) => texts[path]?.includes('throughline:begin') === true);
  expect(pages.length).toBeGreaterThan(3);
  const formatted: Record<string, string> = { ...texts };
  for (const path of pages) formatted[path] = (await FORMATTERS[name]?.(texts[path] ?? '')) ?? '';
  expect(formatted['People/Dana Fox.md']).not.toBe(texts['People/Dana Fox.md']);
  expect(rollUpTexts(formatted).texts).toEqual(formatted);

  const meeting = 'Meetings/2025-10-28 Dana.md';
  const more = { ...formatted, [meeting]: `${formatted[meeting] ?? ''}- Who pays?\n` };
  const page = rollUpTexts(more).texts['People/Dana Fox.md'] ?? '';
  expect(page).toContain('Who pays?');
  // And a link that leads elsewhere by now.
  const renamed: Record<string, string> = { ...formatted };
  renamed['Meetings/2025-10-28 D.md'] = renamed[meeting] ?? '';
  Reflect.deleteProperty(renamed, meeting);
  expect(rollUpTexts(renamed).texts['People/Dana Fox.md']).toContain('[[2025-10-28 D#');
});
