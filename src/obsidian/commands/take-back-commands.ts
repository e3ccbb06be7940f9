/** The commands “Undo last rollup” and “Remove everything”: what they would do is shown and agreed to first. */
import type { FileEdit } from '../../edit/plan';
import { journalPlans, recoverJournal } from '../../host/journal';
import { removeFromVault } from '../../host/remove';
import { undoLast, type Undone } from '../../host/undo';
import type { VaultHost } from '../../host/vault-host';
import { say } from '../../words/say';
import { failureText, skipText, stayingText } from '../words/engine-text';
import type { App } from 'obsidian';
import type { LongWork } from '../notices/long-work';
import { showLines } from '../notices/notices';
import type { PluginSettings } from '../vault/plugin-settings';
import { askPreview } from './preview-modal';
import { firstFew } from '../notices/roll-up-words';
import { words } from '../words/in-app';

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
export async function recoverAtStart({ host, now }: Pick<TakeBackParts, 'host' | 'now'>): Promise<void> {
  const { plans, failures } = await recoverJournal(host, now());
  const restored = plans.reduce((sum, plan) => sum + plan.restored.length, 0);
  const left = plans.flatMap((plan) => plan.left.map((path) => words.files.changedSince(path)));
  if (plans.length + failures.length === 0) return;
  const told = plans.length === 0 ? [] : [words.start.takenBack(restored)];
  showLines([...told, ...firstFew(left), ...firstFew(failures.map(failureText))], {
    stays: failures.length + left.length > 0,
  });
}

/** Removing everything is taken back by the same command: it is what a person reaches for then. */
const UNDOABLE = ['rollup', 'live', 'remove', 'bases', 'week', 'new-note'];

export async function undoLastRollup({ app, host, work, now, onWritten }: TakeBackParts): Promise<void> {
  await work.run(words.undo, async (under) => {
    const planned = await undoLast(host, { now: now(), write: false, what: UNDOABLE });
    if (planned.outcome === 'nothing') {
      under.say([say(words.engine.undoing, planned.why)], { stays: false });
      return;
    }
    const agreed = await askPreview(app, {
      title: planned.plan.what === 'remove' ? words.undo.ofRemoval : words.commands.undo,
      lines: [words.undo.wouldBe(broughtBack(planned)), ...leftAlone(planned)],
      edits: await editsOf(host, planned, now()),
      agree: words.undo.agree,
      signal: under.signal,
    });
    if (!agreed) return;
    const undone = await undoLast(host, { now: now(), write: true, what: UNDOABLE });
    onWritten();
    if (undone.outcome === 'nothing') under.say([say(words.engine.undoing, undone.why)], { stays: false });
    else
      under.say([words.undo.done(broughtBack(undone)), ...leftAlone(undone)], {
        stays: undone.left.length + undone.failures.length > 0,
      });
  });
}

/** `12 pages as they were, 4 to the trash`. */
function broughtBack({ restored, trashed, back }: Undone): string | null {
  const parts = [
    ...(restored.length > 0 ? [words.undo.asBefore(restored.length)] : []),
    ...(back.length > 0 ? [words.undo.fromTrash(back.length)] : []),
    ...(trashed.length > 0 ? [words.undo.toTrash(trashed.length)] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function leftAlone({ left, failures }: Undone): string[] {
  return [...firstFew(failures.map(failureText)), ...firstFew(left.map(skipText))];
}

/** The changes to be shown: of that plan, turned round. */
async function editsOf(
  host: VaultHost,
  { plan: { what, at }, restored, trashed, back }: Undone,
  now: number,
): Promise<FileEdit[]> {
  const wanted = new Set([...restored, ...trashed, ...back]);
  for await (const plan of journalPlans(host, now)) {
    if (plan.what === what && plan.at === at)
      return plan.changes
        .filter(({ path }) => wanted.has(path))
        .map(({ path, before, after }) => ({ path, before: after, after: before }));
  }
  return [];
}

export async function removeEverything({ app, host, settings, work, now, onWritten }: TakeBackParts): Promise<void> {
  await work.run(words.remove, async (under) => {
    const onProgress = under.told(words.progress.lookingInto);
    const planned = await removeFromVault(host, { settings: settings.current, now: now(), write: false, onProgress });
    under.quiet();
    const stays = [
      ...firstFew(planned.stays.map((staying) => words.files.stays(staying.path, stayingText(staying)))),
      ...firstFew(planned.failures.map(failureText)),
    ];
    const agreed = await askPreview(app, {
      title: words.commands.remove,
      lines: [planned.edits.length === 0 ? words.remove.nothing : words.remove.what, ...stays],
      edits: planned.edits,
      agree: words.remove.agree,
      signal: under.signal,
    });
    if (!agreed) return;
    const { result, failures } = await removeFromVault(host, {
      settings: settings.current,
      now: now(),
      write: true,
      onProgress,
    });
    onWritten();
    const wrong = [...firstFew(failures.map(failureText)), ...firstFew((result?.skipped ?? []).map(skipText))];
    under.say(
      [
        words.remove.done(result?.written.length ?? 0, result?.trashed.length ?? 0),
        words.remove.rests,
        ...wrong,
        ...stays,
      ],
      { stays: wrong.length > 0 },
    );
  });
}
