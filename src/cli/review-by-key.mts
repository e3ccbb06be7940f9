/** `throughline review` on a terminal: one question at a time, answered with a key, as `git add -p` asks. */
import type { Answer } from '../edit/answer';
import type { AnsweredPlan } from '../edit/answer-proposal';
import type { Review } from '../host/review';
import type { FoundProposal } from '../vault-index/proposal';
import { refusalText } from './refusal-text.mts';
import { englishReason } from '../words/english-signals';
import type { LooksLike } from '../vault-index/inspection';
import { printable } from '../text/printable';
import { counted } from './report.mts';
import type { Output } from './shell.mts';

interface KeyReview {
  /** As the vault is now. */
  readonly look: () => Promise<Review>;
  /** Those to ask, of all that were found. */
  readonly listed: (review: Review) => readonly FoundProposal[];
  readonly rows: (found: FoundProposal) => readonly string[];
  /** Writes an answer, and says what it did. False where the disk refused. */
  readonly carryOut: (plan: AnsweredPlan) => Promise<boolean>;
  readonly prompt: (question: string) => Promise<string>;
  readonly out: Output;
  /** The day from which a question put off is asked again. */
  readonly until: string;
}

/** Asks until nothing is left, or until `q`. False where something could not be written. */
export async function reviewByKey(
  first: Review,
  { look, listed, rows, carryOut, prompt, out, until }: KeyReview,
): Promise<boolean> {
  const seen = new Set<string>();
  let review = first;
  for (;;) {
    const open = listed(review).filter(({ proposal: { id } }) => !seen.has(id));
    const [found] = open;
    if (found === undefined) return true;
    seen.add(found.proposal.id);
    out.write(`\n${rows(found).join('\n')}\n`);
    for (;;) {
      const key = (await prompt(`(${open.length} left) ${keysOf(found)}? `)).trim().toLowerCase();
      if (key === 'q') return true;
      if (key === 's') break;
      const answer = answerOf(key, found, until);
      if (answer === null) {
        out.write(helpFor(found));
        continue;
      }
      const plan = review.answer([answer]);
      if (plan.outcome === 'refused') {
        out.write(`${printable(refusalText(plan.refusal))}\n`);
        continue;
      }
      if (!(await carryOut(plan))) return false;
      review = await look();
      break;
    }
  }
}

function keysOf({ candidates }: FoundProposal): string {
  const numbers = candidates.map((_, at) => String(at + 1));
  return `[${[...(candidates.length > 1 ? numbers : ['y']), 'n', 'l', 's', 'q', '?'].join(',')}]`;
}

function answerOf(key: string, { proposal: { id }, candidates }: FoundProposal, until: string): Answer | null {
  const answer = { id, accepted: true, as: null, scope: null };
  if (key === 'n') return { ...answer, accepted: false };
  if (key === 'l') return { ...answer, accepted: false, until };
  if (key === 'y' && candidates.length < 2) return answer;
  const number = /^\d+$/.test(key) ? Number(key) : 0;
  return number >= 1 && number <= candidates.length ? { ...answer, as: key } : null;
}

function helpFor({ candidates }: FoundProposal): string {
  return [
    candidates.length > 1 ? `1–${candidates.length}  it is this one` : 'y  yes',
    'n  no, and do not ask again',
    'l  later: ask again in a week',
    's  skip it for now',
    'q  stop here; what was answered stays',
  ]
    .map((line) => `  ${line}\n`)
    .join('');
}

/**
 * Asks of each group of notes that look like meetings whether they are. Gives the answers by the group's key, and
 * whether to go on.
 */
export async function groupsByKey(
  groups: readonly LooksLike[],
  { prompt, out }: Pick<KeyReview, 'prompt' | 'out'>,
): Promise<{ readonly answers: ReadonlyMap<string, boolean>; readonly goesOn: boolean }> {
  const answers = new Map<string, boolean>();
  for (const { group, why, paths } of groups) {
    out.write(
      `\n${counted(paths.length, 'note looks', 'notes look')} like a meeting: ${printable(why.map(englishReason).join(', '))}\n`,
    );
    for (const path of paths.slice(0, SHOWN_PATHS)) out.write(`  ${printable(path)}\n`);
    if (paths.length > SHOWN_PATHS) out.write(`  … and ${counted(paths.length - SHOWN_PATHS, 'more note')}\n`);
    for (;;) {
      const key = (await prompt(`${paths.length === 1 ? 'Is it one' : 'Are they meetings'} [y,n,s,q]? `))
        .trim()
        .toLowerCase();
      if (key === 'q') return { answers, goesOn: false };
      if (key === 'y' || key === 'n') answers.set(group, key === 'y');
      if (['y', 'n', 's'].includes(key)) break;
    }
  }
  return { answers, goesOn: true };
}

const SHOWN_PATHS = 5;
