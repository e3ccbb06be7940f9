/**
 * The whole plugin in the browser, over a vault of the app's double: its commands and its settings open the windows
 * that a person sees.
 */
import { Plugin } from 'obsidian-test-mocks/obsidian';
import type { EditorPosition, EditorTransaction } from 'obsidian';
import manifest from '../../manifest.json';
import ThroughlinePlugin from '../../src/obsidian/main';
import { AppFiles } from '../doubles/app-files';
import { SettingsWindow, type SettingTab } from './app/setting-tab';

export interface PluginOptions {
  readonly texts: Readonly<Record<string, string>>;
  /** `data.json`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What is kept on this device, by its key. */
  readonly device?: Readonly<Record<string, unknown>>;
}

export class PluginBench {
  private readonly app: AppFiles;
  private readonly mock: Plugin;
  private readonly plugin: ThroughlinePlugin;

  constructor({ texts, data, device = {} }: PluginOptions) {
    this.app = new AppFiles(texts);
    for (const [key, value] of Object.entries(device)) this.app.original.saveLocalStorage(key, value);
    this.plugin = new ThroughlinePlugin(this.app.original, manifest);
    this.mock = Plugin.fromOriginalType2__(this.plugin);
    this.mock.data__ = data;
    // The double's item is in no page.
    Object.assign(this.mock, {
      addStatusBarItem: () =>
        (
          document.querySelector('.status-bar') ??
          document.body.createDiv({ cls: 'status-bar', attr: { role: 'region', 'aria-label': 'Status bar' } })
        ).createDiv({ cls: ['status-bar-item', 'plugin-throughline'] }),
    });
  }

  async load(): Promise<void> {
    await this.plugin.onload();
  }

  /** `data.json` as it was stored last. */
  get data(): unknown {
    return this.mock.data__;
  }

  /** What is kept on this device under the key. */
  kept(key: string): unknown {
    return this.app.original.loadLocalStorage(key) as unknown;
  }

  texts(): Record<string, string> {
    return this.app.texts();
  }

  /** Every change of a file since the start, as `modify People/Ann.md`. */
  get writes(): readonly string[] {
    return this.app.writes;
  }

  /** Of every file, those of the configuration folder too. */
  paths(): string[] {
    return this.app.paths();
  }

  /** Whether reading takes long enough to be seen. */
  set slow(slow: boolean) {
    this.app.slow = slow;
  }

  async open(path: string): Promise<void> {
    const file = this.app.app.vault.getFileByPath(path);
    if (file !== null) await this.app.app.workspace.getLeaf(false).openFile(file);
  }

  get openFile(): string | null {
    return this.app.app.workspace.getActiveFile()?.path ?? null;
  }

  /** As from the command palette; `line`, from 1, is where the cursor is in the open note. */
  run(command: string, line = 1): void {
    const found = this.mock.commands__.get(command);
    const file = this.app.app.workspace.getActiveFile();
    if (found?.editorCheckCallback !== undefined)
      found.editorCheckCallback(false, this.editor(file?.path ?? '', line) as never, { file } as never);
    else if (found?.checkCallback !== undefined) found.checkCallback(false);
    else found?.callback?.();
  }

  openSettings(): void {
    const [tab] = this.mock.settingTabs__;
    new SettingsWindow(this.app.original, tab as unknown as SettingTab).open();
  }

  /** As much of an editor as commands ask for; it saves at once. */
  private editor(path: string, line: number) {
    const text = path === '' ? '' : this.app.text(path);
    const offsetOf = ({ line: at, ch }: EditorPosition): number =>
      text.split('\n').slice(0, at).join('\n').length + (at === 0 ? 0 : 1) + ch;
    return {
      getValue: () => text,
      getLine: (at: number) => text.split('\n')[at] ?? '',
      getCursor: () => ({ line: line - 1, ch: 0 }),
      offsetToPos: (offset: number): EditorPosition => ({
        line: text.slice(0, offset).split('\n').length - 1,
        ch: offset - text.lastIndexOf('\n', offset - 1) - 1,
      }),
      transaction: ({ changes = [] }: EditorTransaction) => {
        this.app.put(
          path,
          [...changes]
            .reverse()
            .reduce(
              (now, { from, to, text: put }) => now.slice(0, offsetOf(from)) + put + now.slice(offsetOf(to ?? from)),
              text,
            ),
        );
      },
      focus: () => undefined,
    };
  }
}
