/** The commands “Undo last rollup” and “Remove everything”: what they would do is shown and agreed to first. */
import type { FileEdit } from '../edit/plan';
import { keptPlans, settleJournal } from '../host/journal';
import { removeFromVault } from '../host/remove';
import { undoLast, type Undone } from '../host/undo';
import type { VaultHost } from '../host/vault-host';
import type { App } from 'obsidian';
import type { LongWork } from './long-work';
import { showLines } from './notices';
import type { PluginSettings } from './plugin-settings';
import { askPreview } from './preview-modal';
import { counted, firstFew } from './roll-up-words';

export interface TakeBackParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly settings: PluginSettings;
  readonly work: LongWork;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called when pages were written. */
  readonly onWritten: () => void;
}

/** What the app was closed, or crashed, in the middle of is taken back when it starts, and told. */
export async function settleAtStart({ host, now }: Pick<TakeBackParts, 'host' | 'now'>): Promise<void> {
  const { plans, failures } = await settleJournal(host, now());
  const restored = plans.reduce((sum, plan) => sum + plan.restored.length, 0);
  const left = plans.flatMap((plan) => plan.left.map((path) => `${path} was changed since and stays as it is.`));
  if (plans.length + failures.length === 0) return;
  const told = plans.length === 0 ? [] : [`Throughline was stopped in the middle of its work: ${counted(restored, 'file is', 'files are')} as before.`];
  showLines([...told, ...firstFew(left), ...firstFew(failures.map(({ message }) => message))], { stays: failures.length + left.length > 0 });
}

/** Removing everything is taken back by the same command: it is what a person reaches for then. */
const UNDOABLE = ['rollup', 'live', 'remove'];

export async function undoLastRollup({ app, host, work, now, onWritten }: TakeBackParts): Promise<void> {
  await work.run({ failed: 'The last rollup could not be undone', cancelled: 'Nothing was undone.' }, async (under) => {
    const planned = await undoLast(host, { now: now(), write: false, what: UNDOABLE });
    if (planned.outcome === 'nothing') {
      under.say([planned.why], { stays: false });
      return;
    }
    const agreed = await askPreview(app, {
      title: planned.plan.what === 'remove' ? 'Undo “Remove everything”' : 'Undo last rollup',
      lines: [`This would be put back: ${broughtBack(planned) ?? 'nothing'}.`, ...leftAlone(planned)],
      edits: await editsOf(host, planned, now()),
      agree: 'Undo', signal: under.signal,
    });
    if (!agreed) return;
    const undone = await undoLast(host, { now: now(), write: true, what: UNDOABLE });
    onWritten();
    if (undone.outcome === 'nothing') under.say([undone.why], { stays: false });
    else under.say([`Undone: ${broughtBack(undone) ?? 'nothing was left to put back'}.`, ...leftAlone(undone)], { stays: undone.left.length + undone.failures.length > 0 });
  });
}

/** `12 pages as they were, 4 to the trash`. */
function broughtBack({ restored, trashed, back }: Undone): string | null {
  const parts = [
    ...(restored.length > 0 ? [`${counted(restored.length, 'page', 'pages')} as before`] : []),
    ...(back.length > 0 ? [`${counted(back.length, 'page', 'pages')} from the trash`] : []),
    ...(trashed.length > 0 ? [`${counted(trashed.length, 'page', 'pages')} to the trash`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function leftAlone({ left, failures }: Undone): string[] {
  return [...firstFew(failures.map(({ message }) => message)), ...firstFew(left.map(({ path, reason }) => `${path} is left alone: ${reason}`))];
}

/** The changes to be shown: of that plan, turned round. */
async function editsOf({ state }: VaultHost, { plan: { what, at }, restored, trashed, back }: Undone, now: number): Promise<FileEdit[]> {
  const wanted = new Set([...restored, ...trashed, ...back]);
  for await (const plan of keptPlans(state, now)) {
    if (plan.what === what && plan.at === at) return plan.changes.filter(({ path }) => wanted.has(path)).map(({ path, before, after }) => ({ path, before: after, after: before }));
  }
  return [];
}

export async function removeEverything({ app, host, settings, work, now, onWritten }: TakeBackParts): Promise<void> {
  await work.run({ failed: 'Throughline’s parts could not be removed', cancelled: 'Nothing was removed.' }, async (under) => {
    const onProgress = under.told((done, total) => `Looking into ${done.toLocaleString('en')} of ${counted(total, 'note', 'notes')}`);
    const planned = await removeFromVault(host, { settings: settings.current, now: now(), write: false, onProgress });
    under.quiet();
    const stays = [...firstFew(planned.stays.map(({ path, why }) => `${path} stays: ${why}`)), ...firstFew(planned.failures.map(({ message }) => message))];
    const agreed = await askPreview(app, {
      title: 'Remove everything',
      lines: [
        planned.edits.length === 0 ? 'Nothing of Throughline’s is in this vault.' : 'What Throughline wrote is taken out of your pages, and pages it made that nobody changed go to the trash. “Undo last rollup” brings them back.',
        ...stays,
      ],
      edits: planned.edits, agree: 'Remove', signal: under.signal,
    });
    if (!agreed) return;
    const { result, failures } = await removeFromVault(host, { settings: settings.current, now: now(), write: true, onProgress });
    onWritten();
    const wrong = [...firstFew(failures.map(({ message }) => message)), ...firstFew((result?.skipped ?? []).map(({ path, reason }) => `${path} was left alone: ${reason}`))];
    under.say([`Removed from ${counted(result?.written.length ?? 0, 'page', 'pages')}, ${(result?.trashed.length ?? 0).toLocaleString('en')} of them to the trash.`, ...wrong, ...stays], { stays: wrong.length > 0 });
  });
}
