/** What a rollup did, or would do, as text a person likes to read. */
import type { CommonDayOrder } from '../note/day-order';
import type { Problem } from '../note/problems';
import type { Proposal } from '../vault-index/proposal';
import type { FileEdit } from '../edit/plan';
import type { Understood } from '../host/roll-up';
import { dayOrderLine, habitLines } from '../words/english-habits';
import { problemRecord } from '../words/english';
import { ENGLISH_WHY } from '../words/english-proposals';
import { printable } from '../text/printable';
import { say } from '../words/say';
import type { Output } from './shell.mts';

export interface RollupReport {
  readonly done: 'written' | 'planned';
  readonly edits: readonly FileEdit[];
  /** How many there were to write: more than `edits` where some could not be. */
  readonly wanted: number;
  /** Of those: another run wrote them first. */
  readonly foundDone: number;
  readonly unchanged: number;
  /** Something could not be read, or not be written. */
  readonly failed: boolean;
  /** Pages that were left alone because they changed meanwhile. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly problems: readonly Problem[];
  readonly proposals: readonly Proposal[];
  /** Whether the names that are me are known. */
  readonly meKnown: boolean;
  /** While they are not, who seems to be me. */
  readonly likelyMe: string | null;
  readonly understood: Understood | null;
  readonly dayOrder: CommonDayOrder | null;
}

/** More are counted, not listed. */
const LISTED_PROBLEMS = 10;
const LISTED_PROPOSALS = 10;

/** Ends in a line end. */
export function rollupReport(
  {
    done,
    edits,
    wanted,
    foundDone,
    unchanged,
    failed,
    skipped,
    problems,
    proposals,
    meKnown,
    likelyMe,
    understood,
    dayOrder,
  }: RollupReport,
  { colours }: Pick<Output, 'colours'>,
): string {
  const paint = painter(colours);
  const rows = edits.map((edit) => {
    const [word, colour] = WORDS[changeOf(edit)];
    return `  ${paint(word.padEnd(8), colour)}${printable(edit.path)}`;
  });
  const { first, later } = understoodRows(understood);
  return [
    ...first,
    paint(headline({ edits, wanted, foundDone, unchanged, failed, done, skipped }), 'bold'),
    ...later,
    ...(dayOrder === null ? [] : [`  ${dayOrderLine(dayOrder)}`]),
    ...rows,
    ...skipped.map(({ path, reason }) => `  ${'left'.padEnd(8)}${printable(path)}  ${paint(printable(reason), 'dim')}`),
    ...(proposals.length > 0
      ? [
          '',
          paint(
            `${proposals.every(({ kind }) => !ABOUT_LINES.has(kind)) ? counted(proposals.length, 'name') : counted(proposals.length, 'item')} to review`,
            'bold',
          ),
        ]
      : []),
    ...proposals.slice(0, LISTED_PROPOSALS).map((proposal) => proposalRow(proposal, paint)),
    ...(problems.length > 0 ? ['', paint(counted(problems.length, 'problem'), 'bold')] : []),
    ...problems.slice(0, LISTED_PROBLEMS).map((problem) => problemRow(problem, paint)),
    ...(problems.length > LISTED_PROBLEMS
      ? [`  … and ${problems.length - LISTED_PROBLEMS} more; see all with \`throughline inspect\``]
      : []),
    ...(meKnown
      ? []
      : [
          '',
          likelyMe === null
            ? 'Which follow-ups are yours? Set your name once: throughline init --me "YOUR NAME"'
            : `Is ${printable(likelyMe)} you? Then set it once, to see which follow-ups are yours: throughline config set me "${printable(likelyMe)}"`,
        ]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Where little was understood that is said first; else what was found is below the headline. */
function understoodRows(understood: Understood | null): { readonly first: string[]; readonly later: string[] } {
  if (understood === null) return { first: [], later: [] };
  const { meetings, lookLike, habits } = understood;
  const found = habits === null ? [] : habitLines(habits).map((line) => `  ${printable(line)}`);
  const looks = counted(lookLike, meetings === 0 ? 'note' : 'more note', meetings === 0 ? 'notes' : 'more notes');
  const hint = lookLike === 0 ? [] : [`  ${looks} ${lookLike === 1 ? 'looks' : 'look'} like a meeting: ${WHICH}`];
  if (meetings > 0 && lookLike <= meetings) return { first: [], later: [...found, ...hint] };
  if (meetings === 0 && lookLike === 0 && habits === null) return { first: [], later: [] };
  return {
    first: [
      `Little was understood: ${meetings === 0 ? 'no note was recognised as a meeting' : `only ${counted(meetings, 'meeting')}`}.`,
      ...(lookLike === 0
        ? [`  \`throughline inspect --note PATH\` says how a note was read; docs/note-conventions.md says what is.`]
        : hint),
    ],
    later: found,
  };
}

const WHICH = '`throughline inspect` says which, and one answer settles a group.';

/** Proposals about tasks and questions, not about names. */
export const ABOUT_LINES: ReadonlySet<string> = new Set<Proposal['kind']>([
  'duplicate',
  'event',
  'answered',
  'close',
  'hand-over',
  'link',
]);

type Change = 'created' | 'updated' | 'trashed';
const WORDS: Readonly<Record<Change, readonly [string, Colour]>> = {
  created: ['new', 'green'],
  updated: ['changed', 'yellow'],
  trashed: ['to trash', 'red'],
};

export function changeOf({ before, after }: FileEdit): Change {
  if (after === null) return 'trashed';
  return before === null ? 'created' : 'updated';
}

export function pathsOf(edits: readonly FileEdit[], change: Change): string[] {
  return edits.filter((edit) => changeOf(edit) === change).map(({ path }) => path);
}

function headline({
  edits,
  wanted,
  foundDone,
  unchanged,
  failed,
  done,
  skipped,
}: Pick<RollupReport, 'edits' | 'wanted' | 'foundDone' | 'unchanged' | 'failed' | 'done' | 'skipped'>): string {
  if (edits.length === 0 && foundDone > 0 && foundDone === wanted)
    return `Nothing was left to write: another run wrote ${wanted === 1 ? 'the page' : `all ${counted(wanted, 'page')}`} first.`;
  if (edits.length === 0 && skipped.length > 0)
    return `Nothing was written; ${counted(skipped.length, 'page')} ${skipped.length === 1 ? 'was' : 'were'} left alone.`;
  if (edits.length === 0 && wanted > 0) return `Nothing was written; ${counted(wanted, 'page')} would have changed.`;
  if (edits.length === 0 && failed) return 'Nothing was written: not everything could be read.';
  if (edits.length === 0) return `Everything is up to date: ${counted(unchanged, 'page')}.`;
  const parts = (['created', 'updated', 'trashed'] as const).flatMap((change) => {
    const count = pathsOf(edits, change).length;
    return count === 0
      ? []
      : [`${count} ${change === 'created' ? 'new' : change === 'updated' ? 'changed' : 'to the trash'}`];
  });
  if (done === 'written' && edits.length + foundDone + skipped.length < wanted)
    return `Only ${edits.length} of ${counted(wanted, 'page')} were written: ${parts.join(', ')}.`;
  const first = foundDone === 0 ? '' : `; another run wrote ${counted(foundDone, 'page')} first`;
  return `${done === 'written' ? 'Rolled up' : 'Would change'}: ${[...parts, `${unchanged} unchanged`].join(', ')}${first}.`;
}

export function problemRow(problem: Problem, paint: Paint): string {
  const { path, line, message } = problemRecord(problem);
  return `  ${paint(printable(line === null ? path : `${path}:${line}`), 'dim')}  ${printable(message)}`;
}

function proposalRow({ why, evidence: [first], count }: Proposal, paint: Paint): string {
  const place = first === undefined ? '' : `  ${paint(printable(`${first.path}:${first.line}`), 'dim')}`;
  return `  ${printable(say(ENGLISH_WHY, why))}${place}${count > 1 ? ` and ${counted(count - 1, 'other place')}` : ''}`;
}

/** `1 page`, `12 pages`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : several}`;
}

/** `1,234`. The first call of `toLocaleString` takes 10 ms of every command. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const COLOURS = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
type Colour = keyof typeof COLOURS;
export type Paint = (text: string, colour: Colour) => string;

export function painter(colours: boolean): Paint {
  return (text, colour) => (colours ? `\x1b[${COLOURS[colour]}m${text}\x1b[0m` : text);
}

/** A unified diff for `out`: coloured and made safe for a person, byte for byte for a pipe. */
export function diffFor({ terminal, colours }: Pick<Output, 'terminal' | 'colours'>, diff: string): string {
  if (!terminal) return diff;
  const paint = painter(colours);
  return diff
    .split('\n')
    .map((line) => {
      const shown = printable(line);
      if (/^(?:---|\+\+\+) /.test(line)) return paint(shown, 'bold');
      if (line.startsWith('+')) return paint(shown, 'green');
      if (line.startsWith('-')) return paint(shown, 'red');
      return line.startsWith('@@') ? paint(shown, 'cyan') : shown;
    })
    .join('\n');
}
