/**
 * A task with what its words, its children and its place say of it: owners to choose from, a due date in words, whether
 * it is struck through.
 *
 *     - Ann to send the sheet by Friday
 *       - Owner: Bo                       a child that is a field
 */
import type { CalendarDate } from '../text/calendar-date';
import { parseTask } from '../task/parse';
import type { Task } from '../task/task';
import type { TaskRules } from '../task/tasks-settings';
import { isCalendarDate } from '../text/calendar-date';
import type { DayOrder } from '../text/written-dates';
import { dueIn, dueOfField, type Due } from './due-words';
import { fieldBracket } from './field-bracket';
import { cleanText, isPlaceholder, struckText } from './line-text';
import { namesOfOwner } from './names';
import type { Name, OwnerCandidate } from './note';
import { onlyNames, ownersNamed } from './owner-names';
import { ownerCandidates, type TaskWords } from './owner-places';
import { foldWord } from './word-list';
import type { Words } from './word-lists';

export interface TaskContext {
  readonly line: number;
  readonly base: CalendarDate | null;
  readonly order: DayOrder | null;
  readonly words: Words;
  readonly tasks: TaskRules;
  /** First lines of its children, and its continuation lines. */
  readonly below: readonly string[];
  /** The cells of a table's row. */
  readonly column?: { readonly owner: string; readonly due: string } | undefined;
  /** Who a marker names: `TODO (Ann):`. */
  readonly marker?: string | null | undefined;
  /** What is alone above it: a heading, a parent bullet. */
  readonly above?: string | null | undefined;
  readonly stands: TaskWords['stands'];
}

interface ReadWords {
  readonly task: Task;
  readonly dueText: string | null;
  readonly owners: readonly Name[];
  readonly candidates: readonly OwnerCandidate[];
  /** Words in a due date's place that could not be read. */
  readonly unreadDue: string | null;
}

/** The task that words say which are no checkbox. */
export function taskOfWords(words: string, { tasks }: Pick<TaskContext, 'tasks'>, status = ' '): Task | null {
  const rules = tasks.globalFilter === '' ? tasks : { ...tasks, globalFilter: '' };
  return parseTask(`- [${status}] ${words}`, rules, AS_IN_NOTES);
}

export const AS_IN_NOTES = { lenient: true, bothForms: true };

/** `task` is as its line was parsed. */
export function readTaskWords(task: Task, context: TaskContext): ReadWords {
  const struck = struckText(cleanText(task.text));
  const said = struck === null ? task : { ...task, text: struck, status: '-', statusType: 'CANCELLED' as const };
  const bracket = said.owners.length > 0 ? null : fieldBracket(said.text, context);
  const due =
    said.due !== null || said.invalidDates.includes('due') ? null : (bracket?.due ?? dueOf(said.text, context));
  const free = due === null ? said : ownerBeforeDue(said, due, context);
  const dated = due === null || due.date === null ? free : { ...free, due: due.date };
  const owners = runOwners(free.owners, context);
  return {
    task: dated,
    dueText: due?.date === null ? null : (due?.words ?? null),
    unreadDue: due?.date === null ? due.words : dated.due === null ? hiddenDue(said) : null,
    owners,
    candidates: candidatesOf(free, due, owners, { ...context, bracket: bracket?.owner }),
  };
}

/** A child or column says it plainly; then the words. */
function dueOf(text: string, { column, below, ...context }: TaskContext): Due | null {
  let unread: Due | null = null;
  const found = (due: Due | null): boolean => {
    if (due?.date === null) unread ??= due;
    return due !== null && due.date !== null;
  };
  const inColumn = column === undefined || column.due === '' ? null : dueOfField(column.due, context, context.words);
  if (found(inColumn)) return { ...inColumn, from: -1, to: -1 } as Due;
  for (const line of below) {
    const due = dueBelow(line, context);
    if (found(due)) return { ...due, from: -1, to: -1 } as Due;
  }
  const inText = dueIn(text, context, context.words);
  return found(inText) ? inText : unread;
}

function dueBelow(line: string, context: Omit<TaskContext, 'column' | 'below'>): Due | null {
  const field = labelled(line);
  if (field !== null)
    return context.words['due-labels'].has(field.label) ? dueOfField(field.value, context, context.words) : null;
  const clean = cleanText(line);
  if (clean.length > 60) return null;
  const due = dueIn(clean, context, context.words);
  return due !== null && due.from <= 1 && due.to >= clean.length - 1 ? due : null;
}

/** `Owner: Ann`, `**Due:** 14 March`, `[Owner:: Ann]`. */
function labelled(line: string): { label: string; value: string } | null {
  const field = line.includes('::') ? INLINE_FIELD.exec(line.trim()) : null;
  const match = LABELLED.exec(field?.[1] ?? field?.[2] ?? line);
  return match?.[1] === undefined ? null : { label: foldWord(match[1]), value: (match[2] ?? '').trim() };
}

const LABELLED = /^[*_]{0,3}(\p{L}[\p{L} '’-]{1,28}?)[*_]{0,3}\s?[:：]:?[*_]{0,3}\s*(\S.{0,200})$/u;
const INLINE_FIELD = /^(?:\[([^[\]]+::[^[\]]+)\]|\(([^()]+::[^()]+)\))$/;

/** `… @Ann Hale by Friday`: with the due words away, the owner is at the end. */
function ownerBeforeDue(task: Task, due: Due, context: TaskContext): Task {
  const { text } = task;
  if (task.owners.length > 0 || due.from < 0 || !text.includes('@') || !ONLY_MARKS.test(text.slice(due.to)))
    return task;
  const cut = beforeDue(text, due);
  const before = taskOfWords(cut, context);
  return before === null || before.owners.length === 0
    ? task
    : { ...task, owners: before.owners, unclearOwner: null, text: `${before.text} ${text.slice(cut.length).trim()}` };
}

/** `📅 2025-10-30 [link](…)`: the Tasks plugin reads a field only where nothing but fields is after it. */
function hiddenDue({ text, invalidDates }: Task): string | null {
  if (invalidDates.includes('due')) return null;
  const words = HIDDEN_DUE.exec(text)?.[1]?.trim() ?? '';
  return isPlaceholder(words) ? null : words;
}

const HIDDEN_DUE = /[📅📆🗓]\uFE0F?\s*([^\s[\]()#][^[\]()#]{0,30})/u;
const ONLY_MARKS = /^[\s.)\]*_,;!]*$/;

function beforeDue(text: string, due: Due): string {
  return text.slice(0, due.from).replace(/[\s([*_,;·|–—-]+$/, '');
}

/** Without places, tools and times: `@home`, `@Friday`, `@[[2025-03-05]]`. */
function runOwners(owners: readonly string[], { line, words }: TaskContext): Name[] {
  if (owners.length === 0) return NO_NAMES;
  return owners
    .flatMap((owner) => namesOfOwner(owner, line))
    .filter(({ text }) => !words['owner-contexts'].has(foldWord(text)) && !isCalendarDate(text.slice(0, 10)));
}

const NO_NAMES: Name[] = [];
const NO_CANDIDATES: readonly OwnerCandidate[] = [];

function candidatesOf(
  task: Task,
  due: Due | null,
  owners: readonly Name[],
  context: TaskContext & { readonly bracket: OwnerCandidate | undefined },
): readonly OwnerCandidate[] {
  const { line, words, below, column, marker, above, stands, bracket } = context;
  const text = task.text;
  const found: OwnerCandidate[] = [];
  if (column !== undefined && column.owner !== '')
    found.push({ place: 'column', by: 'field', names: ownersNamed(column.owner, line, words), text: null });
  const bare: OwnerCandidate[] = [];
  for (const one of below) {
    const field = labelled(one);
    if (field !== null && words['owner-labels'].has(field.label))
      found.push({ place: 'child', by: 'field', names: ownersNamed(cleanText(field.value), line, words), text: null });
    else if (field === null) {
      const names = onlyNames(cleanText(one), line, words);
      if (names !== null) bare.push({ place: 'child', by: 'name', names, text: null });
    }
  }
  const run: OwnerCandidate[] = owners.length === 0 ? [] : [{ place: 'run', by: 'handle', names: owners, text: null }];
  // Most have an owner at the end, and need no closer look; `… to @Bo` may be somebody else's.
  const isPlain = owners.length > 0 && !endsBeforeName(text, words);
  if (!isPlain) {
    if (marker !== undefined && marker !== null)
      found.push({
        place: 'marker',
        by: marker.startsWith('@') ? 'handle' : 'label',
        names: ownersNamed(marker, line, words),
        text: null,
      });
    const cut = due !== null && due.from >= 0 && ONLY_MARKS.test(text.slice(due.to)) ? beforeDue(text, due) : null;
    const inWords = ownerCandidates({ text: cut ?? text, line, stands }, words);
    // What was cut off comes back.
    const whole = cut === null ? inWords : inWords.map((one) => withDue(one, text.slice(cut.length).trim()));
    const first = whole.filter(({ place }) => place === 'first');
    found.push(...(owners.length > 0 ? [...first, ...run] : first));
    found.push(...(bracket === undefined ? [] : [bracket]), ...whole.filter(({ place }) => place !== 'first'));
  }
  if (owners.length === 0 || found.length > 0) {
    if (isPlain) found.push(...run);
    found.push(...bare);
    const over = above === undefined || above === null ? null : onlyNames(above, line, words);
    if (over !== null) found.push({ place: 'above', by: 'name', names: over, text: null });
  }
  const named = found.filter(({ names }) => names.length > 0);
  return named.length === 0 ? NO_CANDIDATES : named;
}

function withDue(candidate: OwnerCandidate, due: string): OwnerCandidate {
  return candidate.text === null ? candidate : { ...candidate, text: `${candidate.text} ${due}` };
}

function endsBeforeName(text: string, words: Words): boolean {
  const last = LAST_WORD.exec(text.slice(-LONGEST_PREPOSITION))?.[1];
  return last !== undefined && PREPOSITIONS.has(last.toLowerCase()) && words['before-a-task'].has(foldWord(last));
}

const LAST_WORD = /(?:^|\P{L})(\p{L}+)$/u;
const LONGEST_PREPOSITION = 6;
/** An owner first goes before a name after one of these. */
const PREPOSITIONS = new Set(
  'to with from for about an mit von für über à avec de pour chez a con para sobre aan met van voor over di da per com do da'.split(
    ' ',
  ),
);
