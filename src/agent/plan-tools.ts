/**
 * The tools that write: each plans and gives a token, and only `apply` changes a file. A plan is made by the functions
 * that the commands use, and carried out through the same journal, so that `throughline undo` takes it back.
 *
 *     plan_complete {row}  →  {token, changes: [{path, line, before, after}]}  →  apply {token}  →  {written: […]}
 */
import { linkInVault } from '../host/link-note';
import { noteOf, planNameOf, planOnRow } from '../host/row-action';
import type { Refusal } from '../edit/refusals';
import type { RowAction } from '../edit/row-action';
import type { FileEdit } from '../edit/plan';
import { ownerToWrite } from '../edit/owner-to-write';
import type { AskedVault } from '../host/load-vault';
import type { AnyRow } from '../vault-index/rows';
import { findEntity } from '../entity/find-entity';
import { ENGLISH_ENGINE, failureText, skipRecord } from '../words/english';
import { say } from '../words/say';
import { looksLikeName } from '../task/owner-name';
import { dayOf, nameField, ownerOf, rowId, rowNamed } from './arguments';
import { oneOf, optional, orNull, text } from './input';
import { type KeptPlan, TOKEN_MINUTES } from './plan-store';
import { NOTICE, quote } from './quote';
import { tool, type ToolCall } from './tool';
import { asSentences, ToolError } from './tool-error';

/** Files and lines that a plan shows at most; it tells how many there are. */
const SHOWN = 10;
const LONGEST_LINE = 500;
/** Files that `apply` names at most. */
const MOST_PATHS = 50;

export const planComplete = tool(
  {
    name: 'plan_complete',
    title: 'Plan: complete a task',
    description: 'Plans to check a task off in the notes it comes from. Writes nothing; apply takes the token.',
    input: { row: rowId },
  },
  async ({ row }, call) => planOnTask(row, { do: 'complete' }, call),
);

export const planDue = tool(
  {
    name: 'plan_due',
    title: 'Plan: set a due date',
    description: 'Plans to set, change or remove the due date of a task. Writes nothing; apply takes the token.',
    input: {
      row: rowId,
      due: orNull(text({ most: 40 }), 'YYYY-MM-DD, fri, "next week"; null removes it.'),
    },
  },
  async ({ row, due }, call) =>
    planOnTask(row, { do: 'due', date: due === null ? null : dayOf(due, call.vault.today()) }, call),
);

export const planOwner = tool(
  {
    name: 'plan_owner',
    title: 'Plan: set an owner',
    description: 'Plans to give a task to somebody, to me, or to nobody. Writes nothing; apply takes the token.',
    input: { row: rowId, owner: nameField('A name, "me", or "nobody".') },
  },
  async ({ row, owner }, call) =>
    planOnTask(row, { do: 'owner', owners: ownersToWrite(owner, await call.vault.asked(), call) }, call),
);

/** Two words or more, and nothing that is a mark in a note. */
const WHOLE_NAME = /^[\p{L}\p{M}\p{N}.'’-]+(?: [\p{L}\p{M}\p{N}.'’-]+)+$/u;

/** As it is written into a task: a link where there is a page. */
function ownersToWrite(given: string, asked: AskedVault, { vault }: ToolCall): readonly string[] {
  const { registry } = asked.index;
  const found = findEntity(registry, given);
  // Somebody without a page, and not named yet: only a whole name says who is meant.
  if (found.is === 'none' && found.nearly.length === 0 && looksLikeName(given) && WHOLE_NAME.test(given))
    return [given];
  const owner = ownerOf(given, asked);
  switch (owner.is) {
    case 'nobody':
      return [];
    case 'me':
      return [ownerToWrite('me', { index: asked.index, me: vault.settings.me })];
    case 'name':
      return [owner.name];
    case 'entity':
      return registry.entities
        .filter(({ id }) => id === owner.id)
        .map((entity) => ownerToWrite(entity, { index: asked.index, me: vault.settings.me }));
  }
}

export const planAnswer = tool(
  {
    name: 'plan_answer',
    title: 'Plan: answer a question',
    description:
      'Plans to mark an open question answered, with the answer below it. Writes nothing; apply takes the token.',
    input: {
      row: rowId,
      answer: text({
        least: 0,
        most: 500,
        about: 'One line, in the person’s own words; empty where it is settled without words.',
        check: (answer) =>
          isPlainLine(answer) ? null : 'an answer is one line, without comments and characters that do not show',
      }),
    },
  },
  async ({ row, answer }, call) => {
    const asked = await call.vault.asked();
    const question = rowNamed(row, asked, 'questions');
    return planOnRowOf(question, { do: 'answer', answer }, asked, call);
  },
);

/** Nothing in it is hidden, and a comment's mark would hide what is below it. */
function isPlainLine(text: string): boolean {
  return !/%%|<!--/.test(text) && quote(text, text.length) === text.trim();
}

async function planOnTask(id: string, action: RowAction, call: ToolCall): Promise<object> {
  const asked = await call.vault.asked();
  return planOnRowOf(rowNamed(id, asked, 'tasks'), action, asked, call);
}

async function planOnRowOf(row: AnyRow, action: RowAction, asked: AskedVault, call: ToolCall): Promise<object> {
  const { vault } = call;
  const { index, noteRules, rules } = asked;
  await mayWrite(call);
  const plan = await planOnRow(vault.host, row.sources, action, {
    rules: noteRules,
    today: rules.today,
    noteThen: (path) => noteOf(index.notes, path),
  });
  if (plan.outcome === 'refused') throw refused(plan.refusal);
  return kept({ what: planNameOf(action), edits: plan.edits, restsOn: null }, call, {
    changes: plan.changes.slice(0, SHOWN).map(({ path, line, before, after }) => ({
      path,
      line,
      before: quote(before, LONGEST_LINE),
      after: after.map((one) => quote(one, LONGEST_LINE)),
    })),
    ...(plan.changes.length > SHOWN ? { moreChanges: plan.changes.length - SHOWN } : {}),
  });
}

export const planProposal = tool(
  {
    name: 'plan_proposal',
    title: 'Plan: accept or dismiss a proposal',
    description:
      'Plans to accept or dismiss what review listed: a proposal, or a suggested task. Only on the person’s word. Writes nothing; apply takes the token.',
    input: {
      id: rowId,
      verdict: oneOf(['accept', 'dismiss']),
      as: optional(nameField('Who is meant: a candidate’s number from 1, a name, a page’s path, me, nobody, or new.')),
      for: optional(oneOf(['note', 'group', 'always'], 'Where the answer holds.')),
    },
  },
  async ({ id, verdict, as, for: scope }, call) => {
    const { vault } = call;
    const asked = await vault.asked();
    const task = asked.index.tasks.find((one) => one.id === id && one.open && one.proposed);
    if (task !== undefined) return planOnTask(id, { do: verdict }, call);
    await mayWrite(call);
    const review = await vault.review();
    if (review.failures.length > 0)
      throw new ToolError('not-readable', 'Notes that the answer may rest on could not be read. Try again later.');
    if (!review.all.some(({ proposal }) => proposal.id === id))
      throw new ToolError('no-such-proposal', `Nothing is proposed under "${id}" now. Ask review again.`);
    const plan = review.answer([{ id, accepted: verdict === 'accept', as: as ?? null, scope: scope ?? null }]);
    if (plan.outcome === 'refused') throw refused(plan.refusal);
    const effects = plan.answers.flatMap((one) => one.effects);
    return kept({ what: 'answers', edits: plan.edits, restsOn: asked.index }, call, {
      effects: effects.slice(0, SHOWN).map((one) => quote(say(ENGLISH_ENGINE.effects, one))),
      ...(effects.length > SHOWN ? { moreEffects: effects.length - SHOWN } : {}),
      ...filesOf(plan.edits),
    });
  },
);

export const planLink = tool(
  {
    name: 'plan_link',
    title: 'Plan: link names in a note',
    description: 'Plans to turn names in one note into links to their pages. Writes nothing; apply takes the token.',
    input: { note: nameField('The path of a note, as the sources of rows have it.') },
  },
  async ({ note: path }, call) => {
    const { vault } = call;
    const { index, rules } = await vault.asked();
    await mayWrite(call);
    if (noteOf(index.notes, path) === null)
      throw new ToolError('no-such-note', `No note "${quote(path)}" is read. Take a path from the sources of rows.`);
    const linking = await linkInVault(vault.host, path, {
      settings: vault.settings,
      today: rules.today,
      now: vault.now(),
      write: false,
    });
    if (linking.outcome === 'refused') throw refused(linking.refusal);
    const made = linking.mentions.filter(({ state }) => state === 'link');
    return kept({ what: 'link', edits: linking.edit === null ? [] : [linking.edit], restsOn: index }, call, {
      links: made.slice(0, SHOWN).map(({ line, text, link }) => ({ path, line, quote: quote(text), becomes: link })),
      ...(made.length > SHOWN ? { moreLinks: made.length - SHOWN } : {}),
    });
  },
);

export const planRollup = tool(
  {
    name: 'plan_rollup',
    title: 'Plan: update the pages',
    description:
      'Plans to bring the pages of people, projects and accounts, and the summary pages, up to date. Writes nothing; apply takes the token.',
    input: {},
  },
  async (_, call) => {
    const { vault } = call;
    await mayWrite(call);
    const { edits, unchanged } = await vault.planPages();
    const { index } = await vault.asked();
    return kept({ what: 'rollup', edits, restsOn: index }, call, { ...filesOf(edits), unchanged });
  },
);

export const apply = tool(
  {
    name: 'apply',
    title: 'Apply a plan',
    description:
      'Carries out one plan, by its token: once, and only while the text it was made from is unchanged. `throughline undo` takes it back.',
    input: { token: text({ most: 100 }) },
    writes: true,
  },
  async ({ token }, { vault, plans, signal }) => {
    const { written, skipped, failures } = await vault.apply(
      () => plans.find(token),
      () => {
        if (signal.aborted) throw new ToolError('cancelled', 'The call was cancelled. Nothing was written.');
        plans.spend(token);
      },
    );
    const record = {
      written: written.slice(0, MOST_PATHS),
      ...(written.length > MOST_PATHS ? { moreWritten: written.length - MOST_PATHS } : {}),
      ...(skipped.length === 0 ? {} : { skipped: skipped.slice(0, MOST_PATHS).map(skipRecord) }),
      ...(skipped.length > MOST_PATHS ? { moreSkipped: skipped.length - MOST_PATHS } : {}),
      undo: '`throughline undo` takes this back.',
    };
    const [failure] = failures;
    if (failure !== undefined) throw new ToolError('not-written', asSentences(failureText(failure)), record);
    if (written.length === 0)
      throw new ToolError('stale', 'The text changed at that moment. Nothing was written. Ask for a new plan.', {
        paths: skipped.slice(0, MOST_PATHS).map(({ path }) => path),
      });
    return { notice: NOTICE, applied: true, ...record };
  },
);

/** Why it is not planned, in words and as data. */
function refused(refusal: Refusal): ToolError {
  const { code, ...more } = refusal;
  return new ToolError('refused', asSentences(...say(ENGLISH_ENGINE.refusals, refusal)), { why: code, ...more });
}

async function mayWrite({ vault }: ToolCall): Promise<void> {
  const [unread] = await vault.rulesUnread();
  if (unread !== undefined)
    throw new ToolError('not-readable', asSentences(unread.message, 'nothing is planned until it can be read'));
}

function filesOf(edits: readonly FileEdit[]): object {
  const of = (which: (edit: FileEdit) => boolean): object => {
    const paths = edits.filter(which).map(({ path }) => path);
    return { count: paths.length, paths: paths.slice(0, SHOWN) };
  };
  return {
    created: of(({ before }) => before === null),
    updated: of(({ before, after }) => before !== null && after !== null),
    ...(edits.some(({ after }) => after === null) ? { trashed: of(({ after }) => after === null) } : {}),
  };
}

/** The plan's answer, with a token where there is something to do. */
function kept(plan: Omit<KeptPlan, 'today'>, { vault, plans }: ToolCall, record: object): object {
  if (plan.edits.length === 0)
    return { notice: NOTICE, token: null, ...record, nothing: 'The notes say so already. There is nothing to apply.' };
  return {
    notice: NOTICE,
    token: plans.keep({ ...plan, today: vault.today() }),
    minutes: TOKEN_MINUTES,
    ...record,
  };
}
