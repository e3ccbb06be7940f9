/**
 * A case is a note that says how it is read: marks between ⟦ and ⟧, taken out before it is read.
 *
 *     ⟦path Meetings/2025-03-04 Yard.md⟧   the note's path; without it Meetings/2025-03-04 NAME.md
 *     ⟦M 2025-03-04 | Ann Hale | Bo Kim⟧   a line of its own: such a meeting, with these people; `-` for no date
 *     ⟦N⟧                                  a line of its own: no meeting
 *     … ⟦A Ann Hale, Bo Kim; 2025-03-07⟧   this line is a task; owners (`me`, `-` for none), then the due date if any
 *     … ⟦x A …⟧                            the same, settled
 *     … ⟦X⟧ ⟦Q⟧ ⟦q⟧                        a decision, an open question, an answered question
 *
 * A line without a mark gives no task, no question and no decision.
 */
import { inspection } from '../../src/vault-index/inspection';
import { indexOf } from '../vault-of';

/** What is known beside the case's note. Mara Voss is me. */
const AROUND = {
  'People/Ann Hale.md': '# Ann Hale\n',
  'People/Bo Kim.md': '# Bo Kim\n',
  'People/Cy Orr.md': '# Cy Orr\n',
  'People/Mara Voss.md': '# Mara Voss\n',
  'Accounts/Acme.md': '# Acme\n',
  'Projects/Slipway.md': '# Slipway\n',
};

interface Wanted {
  path: string;
  meetings: { readonly date: string | null; readonly people: readonly string[] }[] | null;
  readonly lines: Map<number, string>;
  readonly text: string[];
}

/** What is read otherwise than the case says, a line each. */
export function readCase(name: string, source: string): string[] {
  const wanted = wantedOf(name, source);
  const text = `${wanted.text.join('\n')}\n`;
  const index = indexOf({ ...AROUND, [wanted.path]: text });
  const note = inspection(index, { today: '2025-03-05' }).notes.find(({ path }) => path === wanted.path);
  if (note === undefined) return [`${wanted.path} was not read`];
  const wrong: string[] = [];
  const same = (got: unknown, expected: unknown, what: string): void => {
    if (JSON.stringify(got) !== JSON.stringify(expected))
      wrong.push(`${what}: ${String(got)}, not ${String(expected)}`);
  };
  if (wanted.meetings !== null) {
    same(note.meetings.length, wanted.meetings.length, 'meetings');
    for (const [at, expected] of wanted.meetings.entries()) {
      const got = note.meetings[at];
      if (got === undefined) continue;
      same(got.date, expected.date, `meeting ${at + 1} is on`);
      const people = got.entities.filter(({ kind }) => kind === 'person').map((entity) => entity.name);
      same(people.sort().join(', '), [...expected.people].sort().join(', '), `meeting ${at + 1} has`);
    }
  }
  for (let line = 1; line <= wanted.text.length; line++) {
    const said = `line ${line} “${(wanted.text[line - 1] ?? '').trim().slice(0, 60)}”`;
    const on = <T extends { readonly line: number }>(list: readonly T[]): T | undefined =>
      list.find((item) => item.line === line);
    const mark = wanted.lines.get(line) ?? '';
    const task = on(note.tasks);
    const question = on(note.questions);
    const asked = /^(x )?A\b\s*([^;]*)(?:;\s*(\S+))?$/.exec(mark);
    same(task !== undefined, asked !== null, `${said} is a task`);
    if (task !== undefined && asked !== null) {
      const owners = task.owners.map(({ me, name: owner }) => (me ? 'me' : owner));
      same(owners.sort().join(', ') || '-', namesIn(asked[2] ?? '').join(', ') || '-', `${said} is owned by`);
      same(task.due, asked[3] ?? null, `${said} is due`);
      same(['DONE', 'CANCELLED'].includes(task.statusType), asked[1] !== undefined, `${said} is settled`);
    }
    same(question !== undefined, /^q$/i.test(mark), `${said} is a question`);
    if (question !== undefined && /^q$/i.test(mark))
      same(question.status === 'answered', mark === 'q', `${said} is answered`);
    same(on(note.decisions) !== undefined, mark === 'X', `${said} is a decision`);
  }
  return wrong;
}

function wantedOf(name: string, source: string): Wanted {
  const wanted: Wanted = { path: `Meetings/2025-03-04 ${name}.md`, meetings: null, lines: new Map(), text: [] };
  for (const line of source.replace(/\n$/, '').split('\n')) {
    const [, kind, rest = ''] = /^⟦(path|M|N)\s*(.*)⟧$/.exec(line) ?? [];
    if (kind === 'path') wanted.path = rest;
    else if (kind === 'N') wanted.meetings = [];
    else if (kind === 'M') {
      const [date = '', ...people] = rest.split('|').map((part) => part.trim());
      (wanted.meetings ??= []).push({ date: date === '-' ? null : date, people });
    } else {
      const [, before, mark] = /^(.*?)\s*⟦([^⟧]*)⟧$/.exec(line) ?? [];
      wanted.text.push(before ?? line);
      if (mark !== undefined) wanted.lines.set(wanted.text.length, mark.trim());
    }
  }
  return wanted;
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .sort();
}
