/** The plugin: puts its parts together, and is the only one of them that reads the clock. */
import { Plugin } from 'obsidian';
import { AppVaultHost } from './app-vault-host';
import { showLines } from './notices';
import { Pace } from './pace';
import { PluginSettings } from './plugin-settings';
import { RollUpCommand } from './roll-up-command';
import { ThroughlineSettingTab } from './settings-tab';

export default class ThroughlinePlugin extends Plugin {
  private readonly stored = new PluginSettings(this);
  /** What was said last about wrong settings: it is not said again each time Sync brings the same file. */
  private told = '';

  override async onload(): Promise<void> {
    await this.loadSettings();
    const pace = new Pace(() => window.performance.now());
    const rollUp = new RollUpCommand({
      app: this.app,
      host: new AppVaultHost(this.app, pace),
      settings: this.stored,
      pace,
      today: () => calendarDay(new Date()),
      now: () => Date.now(),
    });
    this.register(() => rollUp.unload());
    this.addSettingTab(new ThroughlineSettingTab(this.app, this, this.stored));
    this.addCommand({
      id: 'roll-up',
      name: 'Roll up vault',
      // Before the layout is ready the app does not know all files yet.
      callback: () => this.app.workspace.onLayoutReady(() => void rollUp.run()),
    });
  }

  /** Sync, or another program, wrote data.json. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.loadSettings();
  }

  private async loadSettings(): Promise<void> {
    await this.stored.load();
    const { problems } = this.stored;
    const telling = problems.join('\n');
    if (telling !== '' && telling !== this.told) showLines(['Some settings cannot be used as they are written; their defaults hold:', ...problems], { stays: true });
    this.told = telling;
  }
}

/** The day on the person's own calendar, `YYYY-MM-DD`. */
function calendarDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
