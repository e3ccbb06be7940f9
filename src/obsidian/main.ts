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

  override async onload(): Promise<void> {
    await this.loadSettings();
    const rollUp = new RollUpCommand({
      app: this.app,
      host: new AppVaultHost(this.app, new Pace(() => window.performance.now())),
      settings: this.stored,
      today: () => calendarDay(new Date()),
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
    if (problems.length > 0) showLines(['Some settings cannot be used as they are written; their defaults hold:', ...problems], { stays: true });
  }
}

/** The day on the person's own calendar, `YYYY-MM-DD`. */
function calendarDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
