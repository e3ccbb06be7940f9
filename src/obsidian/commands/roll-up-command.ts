/**
 * The commands “Roll up vault” and “Preview rollup”: plan, ask where nobody has agreed on this device yet, write, and
 * say what came of it.
 */
import type { App } from 'obsidian';
import type { CalendarDate } from '../../text/calendar-date';
import { carryOut } from '../../host/carry-out';
import { recoverJournal } from '../../host/journal';
import { type PlannedRollup, planVaultRollup } from '../../host/roll-up';
import type { VaultHost } from '../../host/vault-host';
import type { Settings } from '../../settings/settings';
import type { DeviceSettings } from '../vault/device-settings';
import { askFirstRun } from './first-run-modal';
import { type LongWork, Stopped, type Work } from '../notices/long-work';
import type { Pace } from '../vault/pace';
import type { PluginSettings } from '../vault/plugin-settings';
import { askPreview } from './preview-modal';
import { counted, firstFew, pagesTouched, problemsFound } from '../notices/roll-up-words';
import { failureText, skipText } from '../words/engine-text';
import { words } from '../words/in-app';

interface RollUpParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly settings: PluginSettings;
  readonly device: DeviceSettings;
  readonly work: LongWork;
  readonly pace: Pace;
  readonly today: () => CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called with what was planned, when it has been written. */
  readonly onRolledUp: (planned: PlannedRollup) => void;
}

export class RollUpCommand {
  constructor(private readonly parts: RollUpParts) {}

  /** Never rejects: what goes wrong is said in a notice. */
  async run(): Promise<void> {
    await this.parts.work.run(words.rollUp, async (work) => {
      if (!this.parts.device.agreed) await this.firstRun(work);
      else await this.write(await this.planWithNotice(work), work);
    });
  }

  /** The plan as a diff, from which it can be carried out. On a device that has not agreed that is the first run. */
  async preview(): Promise<void> {
    await this.parts.work.run(words.rollUp, async (work) => {
      if (!this.parts.device.agreed) {
        await this.firstRun(work);
        return;
      }
      const planned = await this.planWithNotice(work);
      work.quiet();
      const { edits, unchanged } = planned.plan;
      const created = edits.filter(({ before }) => before === null).length;
      const touched = pagesTouched(created, edits.length - created);
      const agreed = await askPreview(this.parts.app, {
        title: words.commands.preview,
        lines: [
          touched === null
            ? words.rollUp.nothing
            : `${words.rollUp.wouldBe(touched)} ${words.rollUp.stays(unchanged)}`.trim(),
          ...firstFew(planned.failures.map(failureText)),
          ...problemsFound(planned.problems),
        ],
        edits,
        agree: words.rollUp.agree,
        signal: work.signal,
      });
      if (agreed) await this.write(planned, work);
    });
  }

  /** For the app's own command line: plans, and writes where this device has agreed. The answer in words. */
  async answer({ dryRun }: { readonly dryRun: boolean }): Promise<string> {
    const { device, work } = this.parts;
    if (work.isUnderWay) return 'A rollup is already under way.';
    if (!dryRun && !device.agreed)
      return 'Nothing was written: this device has not agreed to the first rollup yet. Run “Throughline: Roll up vault” in the app, or add dry-run.';
    let said: readonly string[] = [];
    await work.run(words.rollUp, async (under) => {
      const planned = await this.plan(this.parts.settings.current, () => undefined, under.signal);
      if (!dryRun) {
        said = (await this.carryOut(planned, under)).lines;
        return;
      }
      const { edits, unchanged } = planned.plan;
      said = [
        ...edits.map(({ path, before }) => `${before === null ? 'new     ' : 'changed '} ${path}`),
        `${counted(unchanged, 'page', 'pages')} up to date.`,
      ];
    });
    return said.length === 0 ? 'Nothing was written; the app says why.' : said.join('\n');
  }

  private async firstRun(work: Work): Promise<void> {
    const { app, settings, device } = this.parts;
    const agreement = await askFirstRun(app, {
      settings: settings.current,
      plan: (wanted, { onProgress, signal }) => this.plan(wanted, onProgress, signal),
      signal: work.signal,
    });
    if (agreement === null) return;
    for (const [key, value] of agreement.answers) await settings.change(key, value);
    device.agree();
    await this.write(agreement.planned, work);
    device.writeByItself(agreement.byItself);
  }

  private async planWithNotice(work: Work): Promise<PlannedRollup> {
    work.show(words.progress.reading, 0);
    return this.plan(this.parts.settings.current, (text, part) => work.show(text, part), work.signal);
  }

  private async plan(
    settings: Settings,
    onProgress: (text: string, part: number) => void,
    signal: AbortSignal,
  ): Promise<PlannedRollup> {
    const { host, pace, today, now } = this.parts;
    // Only what is settled is planned on. Where nobody has agreed yet nothing of ours can be half done.
    await recoverJournal(host, now());
    const planned = await planVaultRollup(host, {
      settings,
      today: today(),
      onProgress: (done, total) => {
        if (signal.aborted) throw new Stopped();
        if (done % Math.ceil(total / 100) !== 0 && done !== total) return;
        onProgress(done === total ? words.progress.workingOut : words.progress.readingOf(done, total), done / total);
      },
      rest: async () => {
        await pace.yieldIfDue();
        if (signal.aborted) throw new Stopped();
      },
    });
    if (signal.aborted) throw new Stopped();
    return planned;
  }

  private async write(planned: PlannedRollup, work: Work): Promise<void> {
    const { lines, stays } = await this.carryOut(planned, work);
    work.say(lines, { stays });
  }

  /** Writes, and puts into words what came of it. Cancelled half-way, what is written stays, and can be undone. */
  private async carryOut(
    planned: PlannedRollup,
    work: Work,
  ): Promise<{ readonly lines: readonly string[]; readonly stays: boolean }> {
    const { host, now, settings, onRolledUp } = this.parts;
    const { plan, problems, failures, dayOrder } = planned;
    if (dayOrder !== null) await settings.change('dayOrder', dayOrder.order);
    let begun = 0;
    try {
      const told = work.told((done, total) => words.progress.writing(Math.min(done + 1, total), total));
      const result = await carryOut(host, plan, {
        what: 'rollup',
        now: now(),
        onProgress: (done, total) => {
          told(done, total);
          begun = done + 1;
        },
      });
      onRolledUp(planned);
      const wrong = [
        ...firstFew([...failures, ...result.failures].map(failureText)),
        ...firstFew(result.skipped.map(skipText)),
      ];
      const touched = pagesTouched(result.created.length, result.written.length - result.created.length);
      return {
        lines: [
          touched !== null ? `${touched}.` : wrong.length > 0 ? words.rollUp.nothingWritten : words.rollUp.upToDate,
          ...wrong,
          ...problemsFound(problems),
          ...(settings.current.me.length > 0 ? [] : [words.rollUp.nobodyIsMe]),
        ],
        stays: wrong.length > 0,
      };
    } catch (error) {
      if (!(error instanceof Stopped) || begun === 0) throw error;
      return { lines: [words.rollUp.stopped(begun, plan.edits.length)], stays: true };
    }
  }
}
