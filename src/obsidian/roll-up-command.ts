/** The command “Roll up vault”: plans, asks where nobody has agreed on this device yet, writes, and says what came of it. */
import { type App, Notice } from 'obsidian';
import type { CalendarDate } from '../text/calendar-date';
import { carryOut } from '../host/carry-out';
import { settleJournal } from '../host/journal';
import { type PlannedRollup, planVaultRollup } from '../host/roll-up';
import type { VaultHost } from '../host/vault-host';
import type { Settings } from '../settings/settings';
import { askFirstRun } from './first-run-modal';
import { ProgressNotice, showLines } from './notices';
import type { Pace } from './pace';
import type { PluginSettings } from './plugin-settings';
import { counted, firstFew, inWords, pagesTouched, problemsFound } from './roll-up-words';

/** Kept on this device only: what is agreed on the desktop is not agreed on the phone. */
const AGREED = 'throughline-agreed-to-write';

export interface RollUpParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly settings: PluginSettings;
  readonly pace: Pace;
  readonly today: () => CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class RollUpCommand {
  /** The rollup under way; aborting it takes its modal and its notice away. */
  private underWay: AbortController | null = null;
  private unloaded = false;

  constructor(private readonly parts: RollUpParts) {}

  /** Never rejects: what goes wrong is said in a notice. */
  async run(): Promise<void> {
    if (this.underWay !== null) {
      new Notice('A rollup is already under way.');
      return;
    }
    const stop = new AbortController();
    this.underWay = stop;
    try {
      if (this.parts.app.loadLocalStorage(AGREED) === true) await this.rollUp(stop);
      else await this.firstRun(stop);
    } catch (error) {
      if (error instanceof Stopped) {
        if (!this.unloaded) new Notice('Rollup cancelled. Nothing was written.');
      } else {
        showLines([`The vault could not be rolled up: ${inWords(error)}`], { stays: true });
      }
    } finally {
      this.underWay = null;
    }
  }

  /** For the plugin's end: stops before the next file and leaves nothing on the screen. */
  unload(): void {
    this.unloaded = true;
    this.underWay?.abort();
  }

  private async rollUp(stop: AbortController): Promise<void> {
    const progress = new ProgressNotice('Reading notes', () => stop.abort());
    try {
      const planned = await this.plan(this.parts.settings.current, (text) => progress.show(text), stop.signal);
      await this.write(planned, progress, stop.signal);
    } finally {
      progress.hide();
    }
  }

  private async firstRun(stop: AbortController): Promise<void> {
    const { app, settings } = this.parts;
    const agreement = await askFirstRun(app, {
      me: settings.current.me,
      plan: (me, { onProgress, signal }) => this.plan({ ...settings.current, me }, onProgress, signal),
      signal: stop.signal,
    });
    if (agreement === null) return;
    if (agreement.me.join('\n') !== settings.current.me.join('\n')) await settings.change('me', [...agreement.me]);
    app.saveLocalStorage(AGREED, true);
    const progress = new ProgressNotice('Writing pages', () => stop.abort());
    try {
      await this.write(agreement.planned, progress, stop.signal);
    } finally {
      progress.hide();
    }
  }

  private async plan(settings: Settings, onProgress: (text: string) => void, signal: AbortSignal): Promise<PlannedRollup> {
    const { host, pace, today, now } = this.parts;
    // Only what is settled is planned on. Where nobody has agreed yet nothing of ours can be half done.
    await settleJournal(host, now());
    const planned = await planVaultRollup(host, {
      settings,
      today: today(),
      onProgress: told((done, total) => {
        onProgress(done === total ? 'Working out the pages' : `Reading ${done.toLocaleString('en')} of ${counted(total, 'note', 'notes')}`);
      }, signal),
      rest: async () => {
        await pace.rest();
        if (signal.aborted) throw new Stopped();
      },
    });
    if (signal.aborted) throw new Stopped();
    return planned;
  }

  private async write({ plan, problems, failures }: PlannedRollup, progress: ProgressNotice, signal: AbortSignal): Promise<void> {
    progress.withoutCancel();
    const result = await carryOut(this.parts.host, plan, {
      what: 'rollup',
      now: this.parts.now(),
      onProgress: told((done, total) => progress.show(`Writing ${(done + 1).toLocaleString('en')} of ${counted(total, 'page', 'pages')}`), signal),
    });
    if (signal.aborted) return;
    const wrong = [
      ...firstFew([...failures, ...result.failures].map(({ message }) => message)),
      ...firstFew(result.skipped.map(({ path, reason }) => `${path} was left alone: ${reason}`)),
    ];
    const touched = pagesTouched(result.created.length, result.written.length - result.created.length);
    showLines([
      touched !== null ? `${touched}.` : wrong.length > 0 ? 'Nothing was written.' : 'Everything was up to date.',
      ...wrong,
      ...problemsFound(problems),
      ...(this.parts.settings.current.me.length > 0 ? [] : ['Nobody is known to be you yet: give your names in the settings, and what you owe is told apart.']),
    ], { stays: wrong.length > 0 });
  }
}

/** Ends a rollup between two files. */
class Stopped extends Error {
  constructor() {
    super('The rollup was stopped.');
  }
}

/** Calls `tell` a hundred times at most, and ends the work once `signal` is aborted. */
function told(tell: (done: number, total: number) => void, signal: AbortSignal): (done: number, total: number) => void {
  return (done, total) => {
    if (signal.aborted) throw new Stopped();
    if (done % Math.ceil(total / 100) === 0 || done === total) tell(done, total);
  };
}
