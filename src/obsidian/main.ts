/** The plugin: puts its parts together, and is the only one of them that reads the clock. */
import { type MarkdownFileInfo, type MarkdownView, Plugin, type TAbstractFile, TFile } from 'obsidian';
import { calendarDay } from '../text/calendar-date';
import { existingSpelling } from '../edit/existing-spelling';
import { targetName } from '../entity/linked-names';
import { type ThroughlineApi, throughlineApi } from './commands/api';
import type { VaultFile } from '../host/vault-host';
import { answerCommand } from './commands/answer-command';
import { AppVaultHost } from './vault/app-vault-host';
import { registerCliHandlers } from './commands/cli-handlers';
import { DeviceSettings } from './vault/device-settings';
import { linkNames } from './commands/link-command';
import { LiveStore } from './vault/live-store';
import { LiveWriting } from './vault/live-writing';
import { LongWork } from './notices/long-work';
import { meetingCommands, showBriefOf } from './commands/meeting-commands';
import { showLines } from './notices/notices';
import { OwnerSuggest, putFirst } from './notes/owner-suggest';
import { Pace } from './vault/pace';
import { PluginSettings } from './vault/plugin-settings';
import { offerToRestPlugin } from './commands/rest-plugin-tools';
import { RollUpCommand } from './commands/roll-up-command';
import { ThroughlineSettingTab } from './settings/settings-tab';
import { followUpCount, StatusBarCount } from './notes/status-bar-count';
import { offerBases } from './commands/make-bases';
import { removeEverything, recoverAtStart, undoLastRollup } from './commands/take-back-commands';
import { weekCommands } from './commands/week-commands';
import { toggledByTasks } from './vault/tasks-plugin';
import { LiveViewStore } from './view/live-view-store';
import { registerViews } from './register-views';
import { words } from './words/in-app';

/** What the plugin was built from; absent where it was not built. */
declare const THROUGHLINE_BUILD: string | undefined;

export default class ThroughlinePlugin extends Plugin {
  /** For other plugins and scripts; see docs/scripts.md. */
  api!: ThroughlineApi;
  private readonly stored = new PluginSettings(this);
  /** What was said last about wrong settings: it is not said again each time Sync brings the same file. */
  private told = '';
  private store!: LiveStore;
  private live!: LiveWriting;
  /** Ends the listening that keeps the store read; null while nobody looks at what it holds. */
  private stopListening: (() => void) | null = null;
  private device!: DeviceSettings;
  private count: StatusBarCount | null = null;

  override async onload(): Promise<void> {
    await this.loadSettings();
    const { app, stored: settings } = this;
    const pace = new Pace(() => window.performance.now());
    const host = new AppVaultHost(app, pace, typeof THROUGHLINE_BUILD === 'undefined' ? undefined : THROUGHLINE_BUILD);
    const work = new LongWork();
    const today = (): string => calendarDay(new Date());
    const now = (): number => Date.now();
    this.device = new DeviceSettings(app, () => this.deviceChanged());
    this.store = new LiveStore({ host, settings, pace, today, now });
    this.register(settings.onChange(() => this.store.reopen()));
    this.api = throughlineApi(this.store, pace);
    const parts = { app, host, settings, device: this.device, work, pace, today, now };
    const onWritten = (): void => this.updateCount();
    this.live = new LiveWriting({ app, host, store: this.store, work, now, isOn: () => this.device.writesByItself });
    const rollUp = new RollUpCommand({ ...parts, onRolledUp: onWritten });
    this.register(() => work.end());
    this.register(() => this.store.end());
    this.register(() => host.state.end());
    this.register(() => this.stopListening?.());
    this.addSettingTab(new ThroughlineSettingTab(app, this, settings, this.device, () => void offerBases(parts)));
    const suggest = new OwnerSuggest(app, { store: this.store, settings });
    this.registerEditorSuggest(suggest);
    registerCliHandlers(this, { rollUp, store: this.store, settings });
    offerToRestPlugin(this, { ...parts, store: this.store });
    const views = new LiveViewStore({
      store: this.store,
      host,
      settings,
      today,
      now,
      toggleLine: (line, path) => toggledByTasks(app, line, path),
    });
    const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const meetings = { app, host, store: this.store, settings, views, zone };
    registerViews(this, views, {
      onBrief: (path) => showBriefOf(meetings, path),
    });

    // Before the layout is ready the app does not know all files yet.
    const ready = (run: () => Promise<void>) => (): void => app.workspace.onLayoutReady(() => void run());
    this.addCommand({ id: 'roll-up', name: words.commands.rollUp, callback: ready(() => rollUp.run()) });
    this.addCommand({ id: 'preview-rollup', name: words.commands.preview, callback: ready(() => rollUp.preview()) });
    this.addCommand({
      id: 'undo-rollup',
      name: words.commands.undo,
      callback: ready(() => undoLastRollup({ ...parts, onWritten })),
    });
    this.addCommand({
      id: 'remove-everything',
      name: words.commands.remove,
      callback: ready(() => removeEverything({ ...parts, onWritten })),
    });
    this.addCommand({
      id: 'link-names',
      name: words.commands.link,
      editorCheckCallback: (checking: boolean, _editor: unknown, { file }: MarkdownView | MarkdownFileInfo) => {
        if (file === null) return false;
        if (!checking) void linkNames(parts, file.path);
        return true;
      },
    });
    this.addCommand(answerCommand({ app, store: this.store, settings, today }));
    for (const command of [...meetingCommands(meetings), ...weekCommands({ ...parts, store: this.store })])
      this.addCommand(command);
    app.workspace.onLayoutReady(() => this.watch());
    app.workspace.onLayoutReady(() => putFirst(app, suggest));
    app.workspace.onLayoutReady(() => void recoverAtStart({ host, now }));
  }

  /** Sync, or another program, wrote data.json. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.loadSettings();
    this.store.reopen();
  }

  /** At start-up every file is reported as created: only from here on does that mean something. */
  private watch(): void {
    const { vault } = this.app;
    const changed = (file: TAbstractFile): void => {
      if (!(file instanceof TFile)) return;
      this.store.touch(fileOf(file));
      this.live.disturbed();
    };
    const left = (path: string): void => {
      this.store.leave(path);
      this.live.disturbed();
    };
    this.registerEvent(vault.on('create', changed));
    this.registerEvent(vault.on('modify', changed));
    this.registerEvent(vault.on('delete', ({ path }) => left(path)));
    this.registerEvent(
      vault.on('rename', (file, before) => {
        if (file instanceof TFile) this.store.move(before, fileOf(file));
        else this.store.leave(before);
        this.live.disturbed();
        const page = this.store.last?.index.registry.entityOfPage(before) ?? null;
        if (page !== null && targetName(before) !== targetName(file.path)) {
          showLines([words.start.renamed(page.name)], { stays: false });
        }
      }),
    );
    this.live.start(this);
    this.deviceChanged();
  }

  /** What this device shows and does by itself. */
  private deviceChanged(): void {
    const { countsInStatusBar, writesByItself } = this.device;
    if (countsInStatusBar || writesByItself) this.stopListening ??= this.store.onChange(() => this.showCount());
    else {
      this.stopListening?.();
      this.stopListening = null;
    }
    this.updateCount();
    // What Sync brings right after the start comes first: a page that is made now may be on its way here.
    if (writesByItself) this.live.disturbed();
  }

  /** Makes the count or takes it away, as it is set on this device, and reads the vault for it. */
  private updateCount(): void {
    if (!this.device.countsInStatusBar) {
      this.count?.detach();
      this.count = null;
      return;
    }
    this.count ??= new StatusBarCount(this.addStatusBarItem(), () => void this.openFollowUps());
    this.store.current().catch(() => undefined);
    this.showCount();
  }

  private showCount(): void {
    const { last } = this.store;
    this.count?.show(last === null ? null : followUpCount(last, this.stored.current));
  }

  private async openFollowUps(): Promise<void> {
    const { vault, workspace } = this.app;
    const path = existingSpelling(vault.getMarkdownFiles().map((file) => file.path))(
      `${this.stored.current.rollupFolder}/Follow-ups.md`,
    );
    const file = vault.getAbstractFileByPath(path);
    if (file instanceof TFile) await workspace.getLeaf(false).openFile(file);
    else showLines([words.start.noFollowUpsPage], { stays: false });
  }

  private async loadSettings(): Promise<void> {
    await this.stored.load();
    const { problems } = this.stored;
    const telling = problems.join('\n');
    if (telling !== '' && telling !== this.told) showLines([words.start.wrongSettings, ...problems], { stays: true });
    this.told = telling;
  }
}

function fileOf({ path, stat: { size, mtime } }: TFile): VaultFile {
  return { path, size, mtime };
}
