/**
 * `throughline review`: what only a person can settle about names, and the answers carried out. Without an answer
 * nothing is written.
 */
import type { AnsweredPlan } from '../edit/answer-proposal';
import type { Answer, AnswerScope } from '../edit/answer';
import { fileDiff } from '../edit/unified-diff';
import { addDays, type CalendarDate } from '../text/calendar-date';
import type { Problem } from '../note/problems';
import type { Review } from '../host/review';
import type { FoundProposal, Proposal } from '../vault-index/proposal';
import { POSTPONED_DAYS, type VaultOptions } from './command-options.mts';
import { ENGLISH_ENGINE, failureRecord, skipRecord } from '../words/english';
import { proposalName, proposalRecord } from '../words/english-proposals';
import { say } from '../words/say';
import { openVault, reportFailures, reportSkips } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { jsonText, printable } from '../text/printable';
import { ABOUT_LINES, changeOf, counted, diffFor, type Paint, painter, pathsOf, problemRow } from './report.mts';
import { readOwnSettings, type SettingsPlace, writeOwnSettings } from './settings-file.mts';
import { refusalText } from './refusal-text.mts';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Output, type Shell, UsageError } from './shell.mts';

interface ReviewOptions extends VaultOptions {
  readonly accept?: readonly string[];
  readonly reject?: readonly string[];
  readonly postpone?: readonly string[];
  readonly until?: CalendarDate;
  readonly as?: string;
  readonly for?: AnswerScope;
  readonly all?: true;
  readonly dryRun?: true;
  readonly diff?: true;
}

const ROLL_UP_NEXT = '`throughline rollup` updates your pages.\n';

/** Asked for at once. */
const LISTED = 10;
export async function review(shell: Shell, options: ReviewOptions): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { json, diff, dryRun, all, as, for: scope } = options;
  const accepted = options.accept ?? [];
  const rejected = options.reject ?? [];
  const postponed = options.postpone ?? [];
  const isAnswer = accepted.length + rejected.length + postponed.length > 0;
  if (json && diff) throw new UsageError('--json and --diff cannot be combined; give one of them');
  if (as !== undefined && accepted.length !== 1) throw new UsageError('--as needs exactly one --accept ID');
  const today = options.today ?? shell.today;
  if (postponed.length === 0 && options.until !== undefined) throw new UsageError('--until needs --postpone ID');
  const until = options.until ?? addDays(today, POSTPONED_DAYS);
  if (postponed.length > 0 && until <= today) throw new UsageError(`--until ${until} is not after ${today}`);
  if (accepted.length + rejected.length === 0 && scope !== undefined)
    throw new UsageError('--for needs --accept ID or --reject ID');
  if (!isAnswer && (diff || dryRun))
    throw new UsageError(`${diff ? '--diff' : '--dry-run'} needs --accept ID or --reject ID`);
  const { root, host, settings } = await openVault(shell, options);
  if (isAnswer && !diff && !dryRun) await recoverFirst(shell, host);
  const progress = progressOn(err);
  const look = (): Promise<Review> =>
    engine.reviewVault(host, { settings, today, onProgress: progress.onProgress }).finally(() => progress.end());
  const found = await look();
  if (!isAnswer) {
    const toAsk = (review: Review): readonly FoundProposal[] => (all ? review.all : review.recent.slice(0, LISTED));
    const listed = toAsk(found);
    if (shell.prompt !== null && !json && listed.length + found.lookLike.length > 0 && found.failures.length === 0) {
      await recoverFirst(shell, host);
      const { groupsByKey, reviewByKey } = await import('./review-by-key.mts');
      const { answers, goesOn } = await groupsByKey(found.lookLike, { prompt: shell.prompt, out });
      if (answers.size > 0) await saveGroups({ root, host }, answers);
      if (!goesOn) return EXIT.done;
      const written: string[] = [];
      const isDone = await reviewByKey(found, {
        look,
        listed: toAsk,
        rows: (one) => proposalRows(one, painter(out.colours)),
        carryOut: async (plan) => {
          const result = await engine.carryOut(host, plan, { what: 'answers', now: shell.now });
          const edits = plan.edits.filter(({ path }) => result.written.includes(path));
          written.push(...edits.map(({ path }) => path));
          out.write(answersText({ ...plan, edits }, { ...out, written: true }));
          reportSkips(shell, result.skipped);
          if (result.failures.length > 0) reportFailures(shell, result.failures);
          return result.failures.length === 0;
        },
        prompt: shell.prompt,
        out,
        until,
      });
      if (written.length > 0) out.write(ROLL_UP_NEXT);
      return isDone ? EXIT.done : EXIT.failure;
    }
    if (json) out.write(`${jsonText(listed.map(({ proposal }) => proposalRecord(proposal)))}\n`);
    else
      out.write(
        reviewText(
          {
            listed,
            more: found.all.length - listed.length,
            problems: found.problems,
            proposed: found.proposed,
            lookLike: found.lookLike,
          },
          out,
        ),
      );
    return found.failures.length > 0 ? reportFailures(shell, found.failures) : EXIT.done;
  }
  // What could not be read may be what an answer rests on.
  if (found.failures.length > 0) return reportFailures(shell, found.failures);
  const answer = (id: string, isAccepted: boolean): Answer => ({
    id: wholeId(id, found.all),
    accepted: isAccepted,
    as: isAccepted ? (as ?? null) : null,
    scope: scope ?? null,
  });
  const plan = found.answer([
    ...accepted.map((id) => answer(id, true)),
    ...rejected.map((id) => answer(id, false)),
    ...postponed.map((id): Answer => ({ ...answer(id, false), scope: null, until })),
  ]);
  if (plan.outcome === 'refused') throw new UsageError(refusalText(plan.refusal));
  const writes = !diff && !dryRun;
  const result = writes
    ? await engine.carryOut(host, plan, { what: 'answers', now: shell.now })
    : { written: [], foundDone: [], skipped: [], failures: [] };
  const edits = writes ? plan.edits.filter(({ path }) => result.written.includes(path)) : plan.edits;
  if (json) {
    out.write(
      `${jsonText({
        answers: plan.answers.map(answerRecord),
        created: pathsOf(edits, 'created'),
        updated: pathsOf(edits, 'updated'),
        skipped: result.skipped.map(skipRecord),
        failures: result.failures.map(failureRecord),
      })}\n`,
    );
  } else if (diff) for (const edit of edits) out.write(diffFor(out, fileDiff(edit)));
  else {
    out.write(answersText({ ...plan, edits }, { ...out, written: writes }));
    if (edits.length > 0 && writes) out.write(ROLL_UP_NEXT);
  }
  reportSkips(shell, result.skipped);
  if (result.failures.length > 0) return reportFailures(shell, result.failures);
  return result.skipped.length > 0 ? EXIT.declined : EXIT.done;
}

async function saveGroups(vault: SettingsPlace, answers: ReadonlyMap<string, boolean>): Promise<void> {
  const own = await readOwnSettings(vault.host);
  const before = typeof own['looksLike'] === 'object' ? own['looksLike'] : null;
  await writeOwnSettings(vault, { ...own, looksLike: { ...before, ...Object.fromEntries(answers) } });
}

/** An ID may be shortened as long as it is one proposal's. */
function wholeId(given: string, found: readonly FoundProposal[]): string {
  const ids = found.map(({ proposal: { id } }) => id).filter((id) => id.startsWith(given));
  if (ids.includes(given)) return given;
  const [id] = ids;
  if (id === undefined)
    throw new UsageError(`no suggestion "${given}", or it is already answered; see \`throughline review --all\``);
  if (ids.length > 1) throw new UsageError(`"${given}" could be ${ids.join(' or ')}; give more characters`);
  return id;
}

interface ReviewReport {
  readonly listed: readonly FoundProposal[];
  /** How many are not listed. */
  readonly more: number;
  readonly problems: readonly Problem[];
  readonly proposed: Review['proposed'];
  readonly lookLike: Review['lookLike'];
}

/**
 *     2 names to review
 *
 *     1533u7cgn16  Sam: which one? (2 places)
 *       2 pages match “Sam”.
 *       1  Sam Fox       People/Sam Fox.md
 *       2  Sam Ortega    People/Sam Ortega/README.md
 *       Daily/2025-10-30.md:31  - [ ] Check dock 9 @Sam
 */
function reviewText(
  { listed, more, problems, proposed, lookLike }: ReviewReport,
  { colours }: Pick<Output, 'colours'>,
): string {
  const paint = painter(colours);
  const [first] = listed;
  const rest = more > 0 ? [`${more} more: \`throughline review --all\` lists ${more === 1 ? 'it' : 'them'}.`] : [];
  return [
    paint(
      first === undefined
        ? 'Nothing to review.'
        : `${listed.every(({ proposal: { kind } }) => !ABOUT_LINES.has(kind)) ? counted(listed.length, 'name') : counted(listed.length, 'item')} to review`,
      'bold',
    ),
    ...listed.flatMap((found) => ['', ...proposalRows(found, paint)]),
    ...(first === undefined
      ? rest
      : [
          '',
          ...rest,
          `To answer: --accept ID, --reject ID or --postpone ID; say who is meant with --as, as in --accept ${first.proposal.id}${first.candidates.length > 1 ? ' --as 1' : ''}`,
        ]),
    ...(proposed.tasks === 0
      ? []
      : [
          '',
          `${counted(proposed.tasks, 'task is', 'tasks are')} only suggested, in ${counted(proposed.notes, 'note')}. Accept them in the app's review, or change their checkbox in the note.`,
        ]),
    ...(lookLike.length === 0
      ? []
      : [
          '',
          `${counted(
            lookLike.reduce((sum, { paths }) => sum + paths.length, 0),
            'note looks like a meeting',
            'notes look like meetings',
          )}: answer on a terminal, or in the setting looksLike; \`throughline inspect\` lists them.`,
        ]),
    ...(problems.length > 0
      ? [
          '',
          paint(counted(problems.length, 'problem'), 'bold'),
          ...problems.map((problem) => problemRow(problem, paint)),
        ]
      : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function proposalRows({ proposal }: FoundProposal, paint: Paint): string[] {
  const { id, kind, name, candidates, why, count, evidence } = proposalRecord(proposal);
  const width = Math.max(0, ...candidates.map((one) => [...printable(one.name)].length));
  const unlisted = count - evidence.length;
  return [
    `${paint(id, 'cyan')}  ${paint(printable(name), 'bold')}: ${kind === 'resolve' && candidates.length > 1 ? 'which one?' : QUESTIONS[kind]}${count > 1 ? ` (${counted(count, 'place')})` : ''}`,
    `  ${printable(why)}`,
    ...candidates.map(
      (one, at) =>
        `  ${at + 1}  ${printable(one.name)}${' '.repeat(width - [...printable(one.name)].length)}  ${paint(one.page === null ? `${one.kind}, no page yet` : printable(one.page), 'dim')}`,
    ),
    ...evidence.map(
      ({ path, line, text }) => `  ${paint(printable(`${path}:${line}`), 'dim')}  ${printable(text.trim())}`,
    ),
    ...(unlisted > 0 ? [`  … and ${counted(unlisted, 'other place')}`] : []),
  ];
}

/** What accepting says yes to. */
const QUESTIONS: Readonly<Record<Proposal['kind'], string>> = {
  resolve: 'is it this one?',
  alias: 'another spelling?',
  create: 'create a page?',
  merge: 'the same?',
  'hand-over': 'who takes it over? (--as NAME)',
  split: 'someone else?',
  close: 'cancel its open tasks?',
  duplicate: 'a duplicate?',
  event: 'one event?',
  answered: 'answered?',
  link: 'fix them?',
  repair: 'fix its Throughline block?',
};

function answersText(
  { answers, edits }: AnsweredPlan,
  { colours, written }: Pick<Output, 'colours'> & { readonly written: boolean },
): string {
  const paint = painter(colours);
  const change = {
    created: written ? 'new' : 'would be new',
    updated: written ? 'changed' : 'would change',
    trashed: 'to trash',
  } as const;
  return [
    ...answers.flatMap(({ found: { proposal }, accepted, until, effects }) => [
      paint(
        `${until !== null ? 'Postponed' : accepted ? 'Accepted' : 'Rejected'}: ${printable(proposalName(proposal))}`,
        'bold',
      ),
      ...effects.map((effect) => `  ${printable(say(ENGLISH_ENGINE.effects, effect))}`),
    ]),
    ...edits.map((edit) => `${change[changeOf(edit)]}  ${printable(edit.path)}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function answerRecord({ found: { proposal }, accepted, until, effects }: AnsweredPlan['answers'][number]) {
  const said = effects.map((effect) => say(ENGLISH_ENGINE.effects, effect));
  const { id, kind } = proposal;
  return { id, kind, name: proposalName(proposal), accepted, until, said };
}
