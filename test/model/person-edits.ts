/**
 * What a person does to her files in an editor: notes and pages made, changed, moved and deleted, and typing around and
 * in the block.
 */
import type { Chance } from './chance';
import type { Texts } from './typed-lines';

/** The files that hold another text; null where there is none any more. */
export type Edits = Readonly<Record<string, string | null>>;

export interface Desk {
  readonly chance: Chance;
  readonly texts: Texts;
  /** A mark that no line has yet. */
  readonly mark: (of: 'n' | 'r' | 'w') => string;
}

const PEOPLE = ['Dana Fox', 'Sam Ortega', 'Sam Fox', 'Ann Lee', 'Zoë Brandt', 'Gus Hale'] as const;
const CALLED = [...PEOPLE, 'Sam', 'Ann', 'Zoe Brandt', 'me', 'DF', 'TBD', 'Nora Quist'] as const;
const THINGS = ['Acme', 'Atlas'] as const;
const DAYS = ['2025-09-30', '2025-10-14', '2025-10-21', '2025-10-28', '2025-11-03', '2025-11-06'] as const;
/** Some are said in several notes, in the same words. */
const SAID = [
  'Send the draft',
  'Send the draft!',
  'Call the bank',
  'Confirm the [[Plan|dates]]',
  'Ask Sam about Atlas',
  'DF agreed',
  'Budget is [[Acme|theirs]]',
  'Who signs?',
] as const;

export const START: Texts = {
  'People/Dana Fox.md': '---\naliases: [DF]\n---\n# Dana Fox\n\nTall.\n',
  'People/Sam Ortega.md': '# Sam Ortega\n\n## Topics\n- Sailing\n',
  'People/Ann Lee/README.md': '---\ntype: person\nemail: ann@acme.example\n---\n# Ann Lee\n',
  'People/Sam Fox.md': '',
  'Accounts/Acme.md': '# Acme\n',
  'Projects/Atlas.md': '# Atlas\r\n\r\nA project.',
  'Meetings/2025-10-14 Start.md':
    '---\ntype: 1-1\ndate: 2025-10-14\npeople: "[[Dana Fox]]"\n---\n## Action items\n- [ ] Send the draft @me 📅 2025-10-31\n- [ ] Call the bank @Dana Fox\n## Open questions\n- Who signs?\n',
  'Meetings/2025-10-28 Weekly.md':
    '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Ann Lee]]", Sam, Zoe, "[[Nora Quist]]", "[[Anne Lee]]"]\nprojects: "[[Atlas]]"\n---\n## Action items\n- [ ] Call the bank about Atlas @Sam\n- [ ] Call the bank @Gwen Ash\n## Decisions\n- Acme signs\n',
};

function somebody(chance: Chance): string {
  const name = chance.of(CALLED) ?? '';
  return chance.once(3) ? `[[${name}]]` : name;
}

/** A line of a section; most have a mark, the others are said elsewhere in the same words. */
function item({ chance, mark }: Desk, section: string): string {
  const words = `${chance.of(SAID) ?? ''}${chance.once(3) ? '' : ` ${mark('n')}`}`;
  if (section === 'Action items' || section === 'Follow-ups') {
    const status = chance.oneOf(' ', ' ', ' ', 'x', '?', '/');
    const owner = chance.once(4) ? '' : ` @${somebody(chance)}`;
    const dates = chance.once(2)
      ? ` 📅 ${chance.of(DAYS) ?? ''}`
      : chance.once(5)
        ? ` 🔁 every week 📅 ${chance.of(DAYS) ?? ''}`
        : '';
    return `- [${status}] ${words}${owner}${dates}`;
  }
  if (section === 'Open questions')
    return `- ${chance.once(3) ? 'Who signs?' : `${words} or not?`}${chance.once(5) ? ' #pin' : chance.once(5) ? `\n  - A: yes ${mark('n')}` : ''}`;
  if (section === 'Notes')
    return `- ${chance.of(SAID) ?? ''} ${mark('r')} [[${chance.of([...PEOPLE, ...THINGS]) ?? ''}]] #raise`;
  return `- ${words}${chance.once(4) ? ` with ${somebody(chance)}` : ''}`;
}

const SECTIONS = [
  'Action items',
  'Action items',
  'Follow-ups',
  'Open questions',
  'Decisions',
  'Key facts',
  'Risks',
  'Notes',
  'Risks #private',
] as const;

function body(desk: Desk, level = '##'): string {
  const { chance } = desk;
  let text = '';
  for (let count = chance.below(4); count >= 0; count--) {
    const section = chance.of(SECTIONS) ?? '';
    text += `${level} ${section}\n`;
    for (let lines = chance.below(3); lines >= 0; lines--) text += `${item(desk, section)}\n`;
  }
  return chance.once(6) ? text.replaceAll('\n', '\r\n') : text;
}

function meeting(desk: Desk): string {
  const { chance } = desk;
  const people = Array.from(
    { length: 1 + chance.below(3) },
    () => `"${somebody(chance).replace(/^(?:me|TBD)$/, 'Dana Fox')}"`,
  );
  const about = chance.once(2) ? `projects: "[[${chance.of(THINGS) ?? ''}]]"\n` : '';
  const rest = `${chance.once(8) ? 'private: true\n' : ''}${chance.once(8) ? 'source_ref: rec-1\n' : ''}`;
  return `---\ntype: ${chance.oneOf('meeting', '1-1', 'standup')}\ndate: ${chance.of(DAYS) ?? ''}\npeople: [${people.join(', ')}]\n${about}${rest}---\n${body(desk)}`;
}

/**
 * Throughline's own and conflicted copies are pages as well: a person types there too. What has a date is a note,
 * wherever it lies.
 */
function pages({ texts }: Desk): string[] {
  return Object.keys(texts).filter(
    (path) => /^(?:People|Accounts|Projects|Throughline)\//.test(path) && !/^date:/m.test(texts[path] ?? ''),
  );
}

function notes({ texts }: Desk): string[] {
  return Object.keys(texts).filter((path) => /^(?:Meetings|Daily|archive)\//.test(path));
}

function endingOf(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}

export const PERSON_EDITS: Readonly<Record<string, (desk: Desk) => Edits>> = {
  'makes a note': (desk) => ({
    [desk.chance.oneOf(
      'Meetings/A.md',
      'Meetings/B.md',
      'Meetings/C.md',
      'Meetings/2025-10-28 Sync.md',
      'Accounts/Acme/D.md',
      'archive/Old.md',
    )]: meeting(desk),
  }),
  'makes a daily note': (desk) => ({
    [`Daily/${desk.chance.of(DAYS) ?? ''}.md`]: `# ${desk.chance.oneOf('[[Dana Fox]]', '[[Sam Fox]]', 'Ann #meeting', 'Lunch')}\n${body(desk, '###')}`,
  }),
  'writes a line into a note': (desk) =>
    onOne(notes(desk), desk, (text) => {
      const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
      const at = lines.findIndex((line, index) => index > 3 && line.startsWith('#'));
      const heading = /^#+ ([^\r\n]*)/.exec(lines[at] ?? '')?.[1] ?? '';
      if (at < 0) return `${text}${item(desk, 'Decisions')}\n`;
      lines.splice(at + 1, 0, `${item(desk, heading)}${endingOf(text)}`);
      return lines.join('');
    }),
  'changes a line of a note': (desk) =>
    onOne(notes(desk), desk, (text) =>
      changeLine(desk.chance, text, /^\s*- /, (line) =>
        desk.chance.oneOf(
          line.replace('[ ]', '[x]'),
          line.replace('[x]', '[ ]'),
          line.replace(/^(\s*- (?:\[.\] )?)/, '$1Please '),
          line.replace(/ @.*/, ' @Ann Lee'),
        ),
      ),
    ),
  'deletes a line of a note': (desk) =>
    onOne(notes(desk), desk, (text) => changeLine(desk.chance, text, /^\s*- |^#/, () => null)),
  'changes the date of a note': (desk) =>
    onOne(notes(desk), desk, (text) => text.replace(/^date: .*$/m, `date: ${desk.chance.of(DAYS) ?? ''}`)),
  'moves a file': (desk) => {
    const from = desk.chance.of(Object.keys(desk.texts).filter((path) => !path.startsWith('Throughline/'))) ?? '';
    const name = from.slice(from.lastIndexOf('/') + 1);
    const to = desk.chance.oneOf(
      `Meetings/${name}`,
      `archive/${name}`,
      `Meetings/Moved ${desk.chance.below(3)}.md`,
      `People/${desk.chance.of(PEOPLE) ?? ''}.md`,
      `Accounts/Acme/${name}`,
    );
    return to in desk.texts || from === '' ? {} : { [from]: null, [to]: desk.texts[from] ?? '' };
  },
  'deletes a file': ({ texts, chance }) => {
    const path = chance.of(Object.keys(texts));
    return path === undefined ? {} : { [path]: null };
  },
  'makes a page': ({ chance, texts, mark }) => {
    const name = chance.of(PEOPLE) ?? '';
    const path = `People/${name}.md`;
    return path in texts
      ? {}
      : {
          [path]: chance.oneOf(
            '',
            `# ${name}\n\nKnows all of it ${mark('w')}\n`,
            `---\naliases: [${name.slice(0, 3)}]\nstatus: ${chance.oneOf('active', 'left')}\n---\n`,
          ),
        };
  },
  'types at the end of a page': (desk) =>
    onOne(
      pages(desk),
      desk,
      (text) =>
        `${text}${text === '' || text.endsWith('\n') ? '' : endingOf(text)}- at the end ${desk.mark('w')}${desk.chance.once(3) ? '' : endingOf(text)}`,
    ),
  'types at the top of a page': (desk) =>
    onOne(pages(desk), desk, (text) =>
      text.replace(
        /^(# .*)(\r?\n|$)/m,
        (_, title: string) => `${title}${endingOf(text)}At the top ${desk.mark('w')}${endingOf(text)}`,
      ),
    ),
  'adds a property': (desk) =>
    onOne(pages(desk), desk, (text) =>
      text.startsWith('---\n')
        ? text.replace('---\n', `---\nremark${desk.chance.below(1000)}: ${desk.mark('w')}\n`)
        : `---\nremark: ${desk.mark('w')}\n---\n${text}`,
    ),
  'types in the block': (desk) =>
    onOne(pages(desk), desk, (text) =>
      inBlock(text, (lines, ending) => {
        const typed = desk.chance.oneOf(
          `- typed ${desk.mark('w')}`,
          `typed ${desk.mark('w')}`,
          `\t- nested ${desk.mark('w')}`,
          `- [ ] a task ${desk.mark('w')}`,
          `> said ${desk.mark('w')}`,
          `- Ask about it ${desk.mark('r')} [[${desk.chance.of([...PEOPLE, ...THINGS]) ?? ''}]] #raise`,
        );
        lines.splice(
          desk.chance.below(lines.length + 1),
          0,
          ...(desk.chance.once(4)
            ? ['', typed, '']
            : desk.chance.once(4)
              ? [typed, `- and more ${desk.mark('w')}`]
              : [typed]),
        );
        return lines.join(ending);
      }),
    ),
  'types right above or below the block': (desk) =>
    onOne(pages(desk), desk, (text) =>
      desk.chance.once(2)
        ? text.replace(/^(<!-- throughline:begin)/m, (marker) => `above ${desk.mark('w')}${endingOf(text)}${marker}`)
        : text.replace(
            /^(<!-- throughline:end.*)(\r?\n|$)/m,
            (_, marker: string) => `${marker}${endingOf(text)}- below ${desk.mark('w')}${endingOf(text)}`,
          ),
    ),
  'waits for somebody': (desk) =>
    onOne(
      pages(desk),
      desk,
      (text) =>
        `${text}${text === '' || text.endsWith('\n') ? '' : endingOf(text)}- Pilot budget ${desk.mark('r')} [[${desk.chance.of([...PEOPLE, ...THINGS]) ?? ''}]] #raise\n`,
    ),
  // Not where a link leads: that is how a note is renamed, and nobody's words.
  'writes into a row': (desk) =>
    onOne(pages(desk), desk, (text) =>
      inBlock(text, (lines, ending) =>
        changeOne(desk.chance, lines, /^- /, (line) =>
          desk.chance.oneOf<(row: string) => string>(
            (row) => `${row} ${desk.mark('w')}`,
            (row) => row.replace(/^- /, `- ${desk.mark('w')} `),
            (row) => row.replace('|', `|${desk.mark('w')} `),
          )(line),
        ).join(ending),
      ),
    ),
  'deletes a row': (desk) =>
    onOne(pages(desk), desk, (text) =>
      inBlock(text, (lines, ending) => changeOne(desk.chance, lines, /^- |^#/, () => null).join(ending)),
    ),
  'moves a row': (desk) =>
    onOne(pages(desk), desk, (text) =>
      inBlock(text, (lines, ending) => {
        const [line] = lines.splice(desk.chance.below(Math.max(lines.length, 1)), 1);
        lines.splice(desk.chance.below(lines.length + 1), 0, ...(line === undefined ? [] : [line]));
        return lines.join(ending);
      }),
    ),
  'copies a row': (desk) =>
    onOne(pages(desk), desk, (text) =>
      inBlock(text, (lines, ending) => {
        const line = desk.chance.of(lines.filter((one) => one.startsWith('- ') && !/\b[rw]\d/.test(one)));
        lines.splice(desk.chance.below(lines.length + 1), 0, ...(line === undefined ? [] : [line]));
        return lines.join(ending);
      }),
    ),
  'deletes a typed line': (desk) =>
    onOne(pages(desk), desk, (text) => changeLine(desk.chance, text, /\b[rw]\d+\b/, () => null)),
  'runs a linter': (desk) =>
    onOne([...pages(desk), ...notes(desk)], desk, (text) =>
      desk.chance.oneOf<(now: string) => string>(
        (now) => now.replace(/^- /gm, '* '),
        (now) => now.replace(/^(#{1,6} .*)\n(?=\S)/gm, '$1\n\n'),
        (now) => now.replace(/\n{2,}/g, '\n\n').replace(/\n+$/, '\n'),
        (now) => now.replace(/[ \t]+(?=\r?$)/gm, ''),
        (now) => now.replace(/\r?\n/g, '\r\n'),
        (now) => now.replace(/\r\n/g, '\n'),
        (now) => now.replace(/ — \[\[/g, ' - [['),
      )(text),
    ),
  'breaks the markers': (desk) =>
    onOne(pages(desk), desk, (text) =>
      desk.chance.oneOf<(now: string) => string>(
        (now) => now.replace(/^<!-- throughline:end.*(?:\r?\n|$)/m, ''),
        (now) => now.replace(/^<!-- throughline:begin.*(?:\r?\n|$)/m, ''),
        (now) => now.replace(/^(<!-- throughline:end.*)(\r?\n|$)/m, '$1\n$1\n'),
      )(text),
    ),
  'deletes the block': (desk) =>
    onOne(pages(desk), desk, (text) =>
      /^(?:[^]*?\b[rw]\d+\b)/.test(/<!-- throughline:begin[^]*<!-- throughline:end.*/.exec(text)?.[0] ?? '')
        ? text
        : text.replace(/<!-- throughline:begin[^]*<!-- throughline:end.*(?:\r?\n|$)/, ''),
    ),
  'writes an answer by hand': ({ chance, texts, mark }) => ({
    'Throughline/Names.md': `${texts['Throughline/Names.md'] ?? '# Names\n\n'}${chance.oneOf('- "Sam" → [[Sam Ortega]]\n', '- "Ann" is not a name\n', '- "Zoe Brandt" → [[Zoë Brandt]]\n', '- [[Sam Fox]] is not [[Sam Ortega]]\n', `A remark ${mark('w')}\n`)}`,
  }),
};

function onOne(paths: readonly string[], { chance, texts }: Desk, change: (text: string) => string): Edits {
  const path = chance.of(paths);
  return path === undefined ? {} : { [path]: change(texts[path] ?? '') };
}

function changeLine(chance: Chance, text: string, which: RegExp, change: (line: string) => string | null): string {
  const ending = endingOf(text);
  return changeOne(chance, text.split(ending), which, change).join(ending);
}

function changeOne(
  chance: Chance,
  lines: readonly string[],
  which: RegExp,
  change: (line: string) => string | null,
): string[] {
  const at = chance.of(lines.flatMap((line, index) => (which.test(line) ? [index] : [])));
  return lines.flatMap((line, index) => (index === at ? (change(line) ?? []) : [line]));
}

function inBlock(text: string, change: (lines: string[], ending: string) => string): string {
  const ending = endingOf(text);
  const lines = text.split(ending);
  const begin = lines.findIndex((line) => line.startsWith('<!-- throughline:begin'));
  const end = lines.findIndex((line, at) => at > begin && line.startsWith('<!-- throughline:end'));
  if (begin < 0 || end < 0) return text;
  return [...lines.slice(0, begin + 1), change(lines.slice(begin + 1, end), ending), ...lines.slice(end)].join(ending);
}
