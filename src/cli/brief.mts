/** `throughline brief NAME`: where things are with a person, project or account, on one screen. */
import path from 'node:path';
import { type Brief, BRIEF_ROWS, type BriefList, entityBrief } from '../page/brief';
import { briefListing, nudge } from '../page/brief-words';
import type { AskedVault } from '../host/load-vault';
import { ask, type AskOptions, entityNamed, entityRecord, sourceRecord } from './ask.mts';
import { decisionRecord } from './decisions.mts';
import { type ExitStatus, type Shell, UsageError } from './shell.mts';
import { taskRecord } from './queue.mts';
import { questionRecord } from './questions.mts';
import { kindOf } from './vault-path.mts';

export async function brief(shell: Shell, options: AskOptions, name: string): Promise<ExitStatus> {
  const { folder } = options;
  if (folder !== undefined && (await kindOf(path.resolve(shell.cwd, folder))) === 'missing')
    throw new UsageError(
      `there is no folder "${folder}"; put a name of several words in quotes, as in throughline brief "${name} ${folder}"`,
    );
  return ask(shell, { ...options, ahead: DAYS_AHEAD }, (vault) => {
    const { index, rules, planned } = vault;
    const entity = entityNamed(name, vault, 'give another name, or see `throughline queue` for your own tasks');
    const found = entityBrief(entity, index, { rules, planned, rows: options.all === true ? Infinity : BRIEF_ROWS });
    return { listing: () => briefListing(found, vault), record: () => briefRecord(found, vault) };
  });
}

/** Days in which the next meeting is looked for in the calendar. */
const DAYS_AHEAD = 60;

/** Lists hold their first rows; `total` counts them all. */
function briefRecord(brief: Brief, vault: AskedVault) {
  const {
    title,
    kind,
    about,
    lastMet,
    lastMessage,
    next,
    meetings,
    messages,
    youOwe,
    theyOwe,
    needsOwner,
    raise,
    questions,
    lapsed,
    decisions,
    since,
    older,
    most,
  } = brief;
  const list = <R, T>({ rows, total }: BriefList<R>, record: (row: R) => T) => ({ total, rows: rows.map(record) });
  return {
    today: vault.rules.today,
    meKnown: vault.rules.meKnown,
    name: title,
    kind,
    page: about[0]?.page ?? null,
    lastMet,
    lastMessage,
    next,
    meetings,
    messages,
    youOwe: list(youOwe, (row) => taskRecord(row, vault.rules)),
    theyOwe: list(theyOwe, (row) => taskRecord(row, vault.rules)),
    needsOwner: list(needsOwner, (row) => taskRecord(row, vault.rules)),
    raise: list(raise, ({ id, text, date, entities, sources }) => ({
      id,
      text,
      date,
      entities: entities.map(entityRecord),
      sources: sources.map(sourceRecord),
    })),
    questions: list(questions, (row) => questionRecord(row, vault.rules)),
    lapsed,
    decisions: list(decisions, decisionRecord),
    since: list({ rows: since.rows.slice(0, most), total: since.total }, ({ is, date, row }) => ({
      is,
      date,
      id: row.id,
      text: row.text,
      sources: row.sources.map(sourceRecord),
    })),
    older,
    nudge: nudge(brief, vault.rules),
  };
}
