/** A block that a formatter has written its own way is left as it is. */
import * as markdown from 'prettier/plugins/markdown';
import * as yaml from 'prettier/plugins/yaml';
import { applyFixes, type Configuration, sync } from 'markdownlint';
import { format } from 'prettier/standalone';
import { pageRules } from '../../src/edit/page-rules';
import { planWeek } from '../../src/edit/plan-week';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { weekIn } from '../../src/page/week';
import { readSettings } from '../../src/settings/settings';
import { weekOfDay } from '../../src/text/iso-week';
import { indexOf, note, rollUpTexts, type Texts } from '../vault-of';

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

/** What is counted at the foot of the summary pages. */
const OLD = `---\ntype: 1-1\ndate: 2025-05-05\npeople: ["[[Dana Fox]]"]\n---\n${note(`
  ## Action items
  - [ ] Send the old draft @me
  - [ ] Find the old dates @Dana Fox
  ## Open questions
  - Who signed then?
`)}`;

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
  'prettier that wraps far out': (text) =>
    format(text, { parser: 'markdown', plugins: [markdown, yaml], proseWrap: 'always', printWidth: 120 }),
  'prettier that joins': (text) => format(text, { parser: 'markdown', plugins: [markdown, yaml], proseWrap: 'never' }),
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

test.each(Object.keys(FORMATTERS))("%s: a count at the foot of a page is nobody else's line", async (name) => {
  const formatted = async (text = ''): Promise<string> => (await FORMATTERS[name]?.(text)) ?? '';
  const { texts } = rollUpTexts({ ...VAULT, 'Meetings/2025-05-05 Dana.md': OLD });
  const feet = Object.keys(texts).filter((path) => /^\d+ from before /m.test(texts[path] ?? ''));
  expect(feet).toEqual(['Throughline/Follow-ups.md', 'Throughline/Open questions.md', 'Throughline/Waiting on.md']);
  const pages = Object.keys(texts).filter((path) => texts[path]?.includes('throughline:begin') === true);
  const made = await Promise.all(pages.map(async (path) => [path, await formatted(texts[path])]));
  const there: Texts = { ...texts, ...(Object.fromEntries(made) as Texts) };
  expect(rollUpTexts(there).texts).toEqual(there);

  // What was formatted is written again, with other counts: nothing of it is kept for a person's.
  const again = rollUpTexts({ ...there, 'Meetings/2025-05-06 Dana.md': OLD.replace(/old|then/g, 'older') }).texts;
  for (const path of feet) {
    expect(again[path]).toMatch(/^\d+ from before /m);
    expect(again[path]).not.toContain('**Kept');
  }
});

test.each(Object.keys(FORMATTERS))(
  "%s: a week's page stays, and nothing of it is kept for a person's",
  async (name) => {
    const week = (texts: Texts, before: string | null): string => {
      const index = indexOf(texts);
      const rules = pageRules(readSettings({ me: ['Mara Voss'] }).settings, DEFAULT_NOTE_RULES, '2025-11-03');
      const found = weekIn(weekOfDay('2025-10-28'), index, rules);
      return planWeek(found, { index, rules, before }).edits[0]?.after ?? before ?? '';
    };
    for (const texts of [VAULT, {}]) {
      const formatted = (await FORMATTERS[name]?.(week(texts, null))) ?? '';
      expect(week(texts, formatted)).toBe(formatted);
      const more = { ...VAULT, 'Meetings/2025-10-29 Dana.md': OLD.replace('05-05', '10-29') };
      expect(week(more, formatted)).not.toContain('**Kept');
      expect(week({}, formatted)).not.toContain('**Kept');
    }
  },
);
