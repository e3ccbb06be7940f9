/** docs/note-conventions.md lists what the code's own tables hold, and what it says of lines and answers is so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseNames } from '../../src/entity/names-lines';
import { DEFAULT_KINDS } from '../../src/note/kinds';
import { isPlaceholder } from '../../src/note/line-text';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { NOTE_TAGS } from '../../src/note/note-tags';
import { SECTION_HEADINGS } from '../../src/note/section-table';
import { NO_PERSON, NOBODY } from '../../src/task/placeholder-names';
import { PRIORITY_SYMBOLS, SIGNIFIERS } from '../../src/task/signifiers';
import { DEFAULT_STATUSES } from '../../src/task/status';
import { checkTables, codes, table } from './generated';

const PAGE = 'docs/note-conventions.md';
const { meetingTypes, notMeetingTypes, typeKeys, dateKeys } = DEFAULT_NOTE_RULES;
const text = readFileSync(path.join(__dirname, '../..', PAGE), 'utf8');

test("the tables are the code's own (WRITE_DOCS=1 writes them)", () => {
  checkTables(PAGE, {
    types: () =>
      table(
        ['', 'values', 'setting'],
        [
          ['the property that holds the type', codes(typeKeys), '`typeKeys`'],
          ['a meeting', codes(meetingTypes), '`meetingTypes`'],
          ['no meeting, though it has a date and people', codes(notMeetingTypes), '`notMeetingTypes`'],
        ],
      ),
    dates: () => table(['', 'properties', 'setting'], [['the date', codes(dateKeys), '`dateKeys`']]),
    kinds: () =>
      table(
        ['kind', 'named by these properties', 'its pages are in', 'or have the type'],
        DEFAULT_KINDS.map(({ id, keys, types, folder, otherFolders, enabled }) => [
          `**${id}**${enabled ? '' : ' (off until the settings turn it on)'}`,
          codes(keys),
          codes([folder, ...otherFolders].map((name) => `${name}/`)),
          codes(types),
        ]),
      ),
    sections: () =>
      table(
        ['section', 'headings'],
        Object.entries(SECTION_HEADINGS).map(([section, headings]) => [`**${section}**`, headings.join(', ')]),
      ),
    signifiers: () =>
      table(
        ['says', 'emoji', 'field'],
        SIGNIFIERS.map(({ field, symbols, key, meaning }) => [
          meaning,
          field === 'priority'
            ? Object.entries(PRIORITY_SYMBOLS)
                .map(([level, symbol]) => `${symbol} ${level}`)
                .join(', ')
            : symbols.join(' '),
          `\`[${key}:: …]\``,
        ]),
      ),
    statuses: () =>
      table(
        ['checkbox', 'means', 'a tick makes it'],
        DEFAULT_STATUSES.map(({ symbol, name, next }) => [`\`[${symbol}]\``, name, `\`[${next}]\``]),
      ),
    nobody: () =>
      table(
        ['', 'words'],
        [
          ['of anything', [...NOBODY].join(', ')],
          ['of people', `${[...NO_PERSON].join(', ')}; and numbered ones such as “Speaker 1” and “Participant B”`],
        ],
      ),
    tags: () =>
      table(
        ['tag', 'on', 'what it does'],
        Object.entries(NOTE_TAGS).map(([tag, { where, means }]) => [`\`#${tag}\``, where, means]),
      ),
  });
});

test('what is said to say nothing does', () => {
  const [, list = ''] = /<!-- checked: says nothing -->\n([\s\S]*?)\n<!-- end -->/.exec(text) ?? [];
  const lines = [...list.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !isPlaceholder(line))).toEqual([]);
});

test('the lines about names are understood', () => {
  const [, lines = ''] = /write them yourself:\n\n```markdown\n([\s\S]*?)```/.exec(text) ?? [];
  const { decisions, problems } = parseNames(lines, 'Names.md');
  expect(problems).toEqual([]);
  expect(decisions).toHaveLength(lines.trim().split('\n').length);
});
