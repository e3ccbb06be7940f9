/**
 * What is proposed in a vault, and a person's answers to it as a plan. The same for the app and for the command line.
 */
import { addDays } from '../text/calendar-date';
import { runSync } from '../text/job';
import { lostNames } from '../entity/lost-names';
import { parseNames } from '../entity/names-lines';
import { namesMemory } from '../entity/names-memory';
import type { Problem } from '../note/problems';
import { readNote } from '../note/read-note';
import type { VaultIndex } from '../vault-index/build-index';
import { type LooksLike, lookLikeMeetings } from '../vault-index/inspection';
import { answerProposals, type AnsweredPlan } from '../edit/answer-proposal';
import type { Answer } from '../edit/answer';
import type { Refused } from '../edit/refusals';
import { indexFor, type RollupInput } from '../edit/plan-rollup';
import { repairProposals } from '../edit/repair-page';
import { existingSpelling } from '../edit/existing-spelling';
import { type Rename, renameProposal } from '../vault-index/rename-proposals';
import { findProposals, PROPOSAL_DAYS } from '../vault-index/proposals';
import type { FoundProposal } from '../vault-index/proposal';
import { indexOfReading } from './index-of-reading';
import { readVault } from './read-vault';
import type { RollupOptions } from './roll-up';
import type { HostError, VaultHost } from './vault-host';

export interface Review {
  /** Of the last 30 days and not put off, what settles the most first. */
  readonly recent: readonly FoundProposal[];
  /** Of any day. */
  readonly all: readonly FoundProposal[];
  /** How many tasks wait to be accepted or dismissed, of any day, in how many notes. */
  readonly proposed: { readonly tasks: number; readonly notes: number };
  /** Notes that look like meetings and are none, in groups that one answer settles. */
  readonly lookLike: readonly LooksLike[];
  /** Lines of the names memory that could not be read, or have no effect. */
  readonly problems: readonly Problem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
  /** Nothing is written by it. */
  answer(answers: readonly Answer[]): AnsweredPlan | Refused;
}

export interface ReviewOptions {
  /** Renames of files that somebody saw. */
  readonly renamed?: readonly Rename[];
}

/** What was read of a vault, and the index of it. */
interface ReviewedVault {
  readonly input: RollupInput;
  readonly index: VaultIndex;
  readonly problems: readonly Problem[];
  readonly failures: readonly HostError[];
}

/** Throws a HostError where the names memory is there and cannot be read. */
export async function reviewVault(
  host: VaultHost,
  { settings, today, onProgress, ...options }: Pick<RollupOptions, 'settings' | 'today' | 'onProgress'> & ReviewOptions,
): Promise<Review> {
  const reading = await readVault(host, settings, { onProgress });
  const input = { ...reading, settings, today };
  return reviewOf(
    host,
    {
      input,
      index: await indexOfReading({ input, stored: reading.stored }),
      problems: reading.problems,
      failures: reading.failures,
    },
    options,
  );
}

/** As `reviewVault`, of what is in memory. */
export async function reviewOf(
  host: VaultHost,
  { input, index, problems, failures }: ReviewedVault,
  { renamed = [] }: ReviewOptions = {},
): Promise<Review> {
  const { settings, today } = input;
  const path = existingSpelling(input.paths)(`${settings.rollupFolder}/Names.md`);
  const names = { path, text: input.paths.includes(path) ? await host.read(path) : null };
  const pages = new Map(input.pages);
  const repairs = repairProposals(input.pages);
  const renames = renamed.flatMap((rename) => renameProposal(index, rename) ?? []);
  const recent = [...repairs, ...renames, ...findProposals(index, addDays(today, -PROPOSAL_DAYS))].filter(
    ({ proposal: { id } }) => !index.memory.rows.waits(id, today),
  );
  const all = [...repairs, ...renames, ...findProposals(index, null)];
  // What was shown is what is answered: older places of the same name are not.
  const shown = new Set(recent.map(({ proposal: { id } }) => id));
  const answerable = [...recent, ...all.filter(({ proposal: { id } }) => !shown.has(id))];
  for (const path of new Set(
    all
      .filter(({ about, proposal: { kind } }) => about !== undefined || kind === 'answered' || kind === 'link')
      .flatMap(({ places, rows: [row] = [] }) => [...places, ...(row?.sources ?? [])].map((place) => place.path)),
  )) {
    if (!pages.has(path)) pages.set(path, await host.read(path));
  }
  const indexWith = (texts: ReadonlyMap<string, string>): VaultIndex => {
    const lines = texts.get(names.path);
    const read = [...texts]
      .filter(([path]) => path !== names.path)
      .map(([path, text]) => readNote(path, text, input.noteRules));
    return runSync(
      indexFor({
        ...input,
        notes: [...input.notes.filter((note) => !texts.has(note.path)), ...read],
        paths: [...new Set([...input.paths, ...texts.keys()])],
        memory: lines === undefined ? input.memory : namesMemory(parseNames(lines, names.path).decisions, names.path),
      }),
    );
  };
  const waiting = index.tasks.filter(({ open, proposed }) => open && proposed);
  return {
    recent,
    all,
    proposed: {
      tasks: waiting.length,
      notes: new Set(waiting.map(({ sources }) => sources[sources.length - 1]?.path)).size,
    },
    lookLike: lookLikeMeetings(index.notes),
    problems: [
      ...problems.filter(({ code }) => code === 'names-line-unreadable' || code === 'names-conflict'),
      ...lostNames(index.registry, input.memory),
    ],
    failures,
    answer: (answers) =>
      answerProposals(answerable, answers, {
        index,
        names,
        pages,
        tasks: input.noteRules.tasks,
        rules: input.noteRules,
        kinds: input.noteRules.kinds,
        isExcluded: input.isExcluded,
        today,
        indexWith,
      }),
  };
}
