/** The plugin's `data.json`: what the person set, kept as they wrote it, and the settings that follow from it. */
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../settings/settings';
import { settingProblemText } from '../words/engine-text';
import { words } from '../words/in-app';
import { messageOf } from '../../text/message-of';

/** The two calls of a plugin that reach its `data.json`. */
interface DataFile {
  loadData(): Promise<unknown>;
  saveData(data: unknown): Promise<void>;
}

export class PluginSettings {
  /** What `data.json` holds: keys and values that are wrong or unknown stay as they are. */
  private data: Readonly<Record<string, unknown>> = {};
  /** Why `data.json` could not be read. */
  private unread: string | null = null;
  private read: ReturnType<typeof readSettings> = { settings: DEFAULT_SETTINGS, problems: [] };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly file: DataFile) {}

  get current(): Settings {
    return this.read.settings;
  }

  /** What is wrong in `data.json`, as sentences. */
  get problems(): readonly string[] {
    return this.unread === null ? this.read.problems.map((problem) => settingProblemText(problem)) : [this.unread];
  }

  /** Reads `data.json`; never throws and never writes. */
  async load(): Promise<void> {
    let json: unknown;
    try {
      json = await this.file.loadData();
      this.unread = null;
    } catch (error) {
      this.read = {
        settings: DEFAULT_SETTINGS,
        problems: [],
      };
      this.unread = words.start.unreadSettings(messageOf(error));
      return;
    }
    this.data = typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
    this.read = readSettings(json);
  }

  /** `listener` is called after every change that `change` saved; the result takes it away again. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What `data.json` says for a setting, as it is written there; undefined where it says nothing. */
  written(key: keyof Settings): unknown {
    return this.data[key];
  }

  /**
   * Saves one setting as its JSON value; undefined takes it out, so that its default holds. Throws a sentence when that
   * fails.
   */
  async change(key: keyof Settings, value: unknown): Promise<void> {
    if (this.unread !== null) throw new Error(words.start.settingsNotSaved);
    const { [key]: _, ...others } = this.data;
    const data = value === undefined ? others : { ...others, [key]: value };
    await this.file.saveData(data);
    this.data = data;
    this.read = readSettings(data);
    for (const listener of [...this.listeners]) listener();
  }
}
