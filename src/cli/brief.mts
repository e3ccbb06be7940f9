/** `throughline brief NAME`: where things stand with a person, project or account, on one screen. */
import type { Command } from 'commander';
import { type Brief, BRIEF_ROWS, type BriefList, entityBrief } from '../page/brief';
import { briefListing, nudge } from '../page/brief-words';
import type { AskedVault } from '../host/ask-vault';
import { ask, type AskOptions, entityNamed, entityRecord, nameOption, sourceRecord, withFormats } from './ask.mts';
import { decisionRecord } from './decisions.mts';
import type { ProgramTools } from './link.mts';
import { taskRecord } from './queue.mts';
import { questionRecord } from './questions.mts';


export function addBrief(command: Command, tools: ProgramTools): void {
  withFormats(command)
    .description('say where things stand with a person, project or account')
    .argument('<name>', 'the name, or the path of the page', nameOption)
    .option('--all', 'every row, not the first of each section')
    .action(tools.answers(() => {
      const options = command.opts<AskOptions>();
      return ask(tools, options, (vault) => {
        const { index, rules } = vault;
        const entity = entityNamed(command.args[0] ?? '', vault, 'give another\'s name, or see `throughline queue` for your own');
        const brief = entityBrief(entity, index, { rules, rows: options.all === true ? Infinity : BRIEF_ROWS });
        return { listing: briefListing(brief, vault), record: briefRecord(brief, vault) };
      });
    }));
}

/** Lists hold their first rows; `total` counts them all. */
export function briefRecord(brief: Brief, vault: AskedVault) {
  const { title, kind, about, lastMet, next, meetings, youOwe, theyOwe, needsOwner, raise, questions, lapsed, decisions, since, older, most } = brief;
  const list = <R, T>({ rows, total }: BriefList<R>, record: (row: R) => T) => ({ total, rows: rows.map(record) });
  return {
    today: vault.rules.today, meKnown: vault.rules.meKnown, name: title, kind, page: about[0]?.page ?? null, lastMet, next, meetings,
    youOwe: list(youOwe, (row) => taskRecord(row, vault)), theyOwe: list(theyOwe, (row) => taskRecord(row, vault)), needsOwner: list(needsOwner, (row) => taskRecord(row, vault)),
    raise: list(raise, ({ id, text, date, entities, sources }) => ({ id, text, date, entities: entities.map(entityRecord), sources: sources.map(sourceRecord) })),
    questions: list(questions, (row) => questionRecord(row, vault)), lapsed, decisions: list(decisions, decisionRecord),
    since: list({ rows: since.rows.slice(0, most), total: since.total }, ({ is, date, row }) => ({ is, date, id: row.id, text: row.text, sources: row.sources.map(sourceRecord) })),
    older, nudge: nudge(brief, vault.rules),
  };
}
