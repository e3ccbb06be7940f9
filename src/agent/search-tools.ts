/** The tools that look things up: search, inspect, review. They write nothing. */
import { foldWhole } from '../entity/fold-name';
import type { Note } from '../note/note';
import { noteOf } from '../host/row-action';
import { isCalendarDate } from '../text/calendar-date';
import { lookLikeMeetings } from '../vault-index/inspection';
import type { FoundProposal } from '../vault-index/proposal';
import type { AnyRow } from '../vault-index/rows';
import { problemRecord } from '../words/english';
import { proposalRecord } from '../words/english-proposals';
import { englishReason } from '../words/english-signals';
import { about, entityOf, isShown, KINDS, nameField, PAGING } from './arguments';
import { quote, rowRecord } from './quote';
import { answer } from './read-tools';
import { type Field, listOf, oneOf, optional, text, yesOrNo } from './input';
import { pageOf, tool } from './tool';
import { ToolError } from './tool-error';

const day = (about: string): Field<string | undefined> =>
  optional(
    text({
      most: 10,
      about,
      check: (given) => (isCalendarDate(given) ? null : 'give a day that exists, as YYYY-MM-DD'),
    }),
  );

export const search = tool(
  {
    name: 'search',
    title: 'Search',
    description:
      'Rows of any kind (tasks, questions, decisions, facts, risks, things to raise) that hold all the given words, the newest first.',
    input: {
      words: optional(nameField('All of them must be in the row.')),
      kinds: optional(listOf(oneOf(KINDS), KINDS.length, 'Only these kinds.')),
      about,
      open: optional(yesOrNo('True: only open tasks and unanswered questions. False: only closed ones.')),
      since: day('Said on this day or later.'),
      until: day('Said on this day or before.'),
      ...PAGING,
    },
  },
  async (given, { vault }) => {
    const asked = await vault.asked();
    const entity = given.about === undefined ? undefined : entityOf(given.about, asked).id;
    const words = foldWhole(given.words ?? '')
      .split(/\s+/)
      .filter((word) => word !== '');
    const kinds = given.kinds && new Set(given.kinds);
    const found = vault.searchList
      .holding(asked, words)
      .filter(
        ({ kind, row, day: said }) =>
          (kinds?.has(kind) ?? true) &&
          (given.open === undefined || isOpen(row) === given.open) &&
          (entity === undefined || row.entities.some(({ id }) => id === entity)) &&
          (given.since === undefined || said >= given.since) &&
          (given.until === undefined || (said !== '' && said <= given.until)),
      );
    const { rows, ...page } = pageOf(found, given);
    return answer(asked, { ...page, rows: rows.map(({ kind, row }) => rowRecord(kind, row, asked.rules)) });
  },
);

/** Null for what is neither open nor closed. */
function isOpen(row: AnyRow): boolean | null {
  return 'open' in row ? row.open : 'state' in row ? row.state === 'open' : null;
}

export const inspect = tool(
  {
    name: 'inspect',
    title: 'What was read',
    description:
      'How a note was read and why, with its problems; without a note: how much was read in the whole vault, its problems, and which notes look like meetings and are not read as such.',
    input: {
      note: optional(nameField('The path of a note, as the sources of rows have it.')),
      ...PAGING,
    },
  },
  async ({ note: path, ...paging }, { vault }) => {
    const [asked, { index, problems }] = await Promise.all([vault.asked(), vault.inspected()]);
    const ofPath = path === undefined ? problems : problems.filter((problem) => problem.path === path);
    const { rows, ...page } = pageOf(ofPath, paging);
    const told = rows.map(problemRecord).map(({ message, ...problem }) => ({ ...problem, message: quote(message) }));
    const list = { ...page, rows: told };
    if (path === undefined) {
      const ofKind = (kind: Note['kind']): number => index.notes.filter((one) => one.kind === kind).length;
      return answer(asked, {
        notes: index.notes.length,
        meetings: ofKind('meeting'),
        entityPages: ofKind('entity'),
        openTasks: index.tasks.filter(({ open }) => open).length,
        openQuestions: index.questions.filter(({ state }) => state === 'open').length,
        decisions: index.decisions.length,
        lookLikeMeetings: lookLikeMeetings(index.notes)
          .slice(0, 5)
          .map(({ why, paths }) => ({ notes: paths.length, why: why.map(englishReason), example: paths[0] })),
        problems: list,
      });
    }
    const note = noteOf(index.notes, path);
    if (note === null && ofPath.length === 0)
      throw new ToolError(
        'no-such-note',
        `No note "${quote(path)}" is read. Give a path as the sources of rows have it; excluded notes and rollup pages are not read.`,
      );
    return answer(asked, { path, ...(note === null ? {} : noteRecord(note)), problems: list });
  },
);

/** Of a private note only that it is one. */
function noteRecord(note: Note): object {
  const { kind, type, date, title } = note;
  if (note.private) return { kind, date, private: true };
  const { tasks, questions, decisions } = note;
  return {
    kind,
    type: type ?? undefined,
    date,
    title: quote(title),
    because: note.meetings[0]?.because.map(englishReason),
    meetings: note.meetings.length,
    tasks: tasks.length,
    questions: questions.length,
    decisions: decisions.length,
    ...(note.looksLike === null ? {} : { looksLike: note.looksLike.map(englishReason) }),
  };
}

export const review = tool(
  {
    name: 'review',
    title: 'What only a person can settle',
    description:
      'Proposals about names, duplicates and links, and suggested tasks that nobody accepted yet. Ask the person before you answer one; plan_proposal takes the "id".',
    input: PAGING,
  },
  async (given, { vault }) => {
    const [asked, { recent, failures }] = await Promise.all([vault.asked(), vault.review()]);
    const suggested = asked.index.tasks.filter((task) => task.open && task.proposed && isShown(task));
    const { rows, ...page } = pageOf(recent, given);
    return answer(
      { ...asked, failures },
      {
        ...page,
        rows: rows.map(quotedProposal),
        suggestedTasks: {
          total: suggested.length,
          rows: suggested.slice(0, given.limit).map((row) => rowRecord('task', row, asked.rules)),
        },
      },
    );
  },
);

/** Of a proposal at most; `plan_proposal` takes their numbers. */
const MOST_CANDIDATES = 20;

function quotedProposal({ proposal }: FoundProposal): object {
  const { id, kind, name: of, candidates, why, count, evidence } = proposalRecord(proposal);
  return {
    id,
    kind,
    quote: quote(of),
    why: quote(why),
    candidates:
      candidates.length === 0
        ? undefined
        : candidates.slice(0, MOST_CANDIDATES).map((one) => ({ name: quote(one.name, 80), page: one.page })),
    ...(candidates.length > MOST_CANDIDATES ? { moreCandidates: candidates.length - MOST_CANDIDATES } : {}),
    places: count,
    sources: evidence.slice(0, 3).map(({ path, line, text, date }) => ({ path, line, date, quote: quote(text) })),
  };
}
