/**
 * The vault as it is kept in memory while an agent asks: read once, then only what a watch says has changed. Writes go
 * one after the other, each by the journal that every command uses.
 */
import { followIn } from '../../edit/page-plans';
import { pageRules } from '../../edit/page-rules';
import type { AskedVault } from '../../host/load-vault';
import type { LiveVault } from '../../host/live-vault';
import { HostError, type VaultFile, type VaultHost } from '../../host/vault-host';
import { readIfThere } from '../../host/write-if-unchanged';
import { noteLinks } from '../../page/note-link';
import type { Settings } from '../../settings/settings';
import type { CalendarDate } from '../../text/calendar-date';
import type { VaultOptions } from '../command-options.mts';
import type { RolledUp } from '../engine.mts';
import type { FolderWatch } from '../folder-watch.mts';
import { openVault } from '../open-vault.mts';
import { printable } from '../report.mts';
import { type Shell, UsageError } from '../shell.mts';
import { CONFIG_FILES } from '../watch.mts';
import type { KeptPlan } from './plan-store.mts';
import { SearchList } from './search-list.mts';
import { ToolError } from './tool-error.mts';

/** With more changed notes than this the whole vault is listed instead. */
const MANY = 200;

export class ResidentVault {
  readonly searchList = new SearchList();
  private live: LiveVault;
  private writing: Promise<unknown> = Promise.resolve();
  private known: { readonly live: LiveVault; readonly vault: AskedVault } | null = null;

  private constructor(
    private readonly shell: Shell,
    private readonly options: VaultOptions,
    readonly host: VaultHost,
    public settings: Settings,
    live: LiveVault,
    private readonly watch: FolderWatch,
  ) {
    this.live = live;
  }

  /** Throws a UsageError where there is no such vault, or where its settings cannot be used. */
  static async open(shell: Shell, options: VaultOptions): Promise<ResidentVault> {
    const { folder, host, settings } = await openVault(shell, options);
    const live = await shell.engine.openLive(host, settings);
    const watch = await shell.watch(folder, {
      configDir: host.configDir,
      configFiles: CONFIG_FILES,
      onError: (error) => {
        complain(shell, error);
      },
    });
    const vault = new ResidentVault(shell, options, host, settings, live, watch);
    // What changed while the watch was set up.
    await live.refresh();
    return vault;
  }

  get engine(): Shell['engine'] {
    return this.shell.engine;
  }

  today(): CalendarDate {
    return this.options.today ?? this.shell.clock.today();
  }

  now(): number {
    return this.shell.clock.now();
  }

  /** Takes in what changes until `ended`. Throws where the vault is not there any more. */
  async follow(ended: Promise<unknown>): Promise<void> {
    const end = ended.then(() => null);
    for (;;) {
      const changed = await Promise.race([this.watch.next(), end]);
      if (changed === null) return;
      await this.take(changed);
    }
  }

  async close(): Promise<void> {
    await this.watch.close();
    await this.writing;
  }

  /** What the notes say now. The same object while nothing changes. */
  async asked(): Promise<AskedVault> {
    const { live, settings } = this;
    const today = this.today();
    const index = await live.index(today);
    const { known } = this;
    if (known?.live === live && known.vault.index === index && known.vault.rules.today === today)
      return { ...known.vault, failures: live.failures };
    const { noteRules, failures } = live;
    const vault: AskedVault = {
      index,
      noteRules,
      rules: pageRules(settings, noteRules, today),
      links: noteLinks(index.paths, followIn(index.registry)),
      planned: [],
      calendarProblems: [],
      failures,
    };
    this.known = { live, vault };
    return vault;
  }

  review(): ReturnType<LiveVault['review']> {
    return this.live.review(this.today());
  }

  inspected(): ReturnType<LiveVault['inspected']> {
    return this.live.inspected(this.today());
  }

  planPages(): ReturnType<LiveVault['plan']> {
    return this.live.plan(this.today());
  }

  /** Nothing may be planned by settings that could not be read. */
  get rulesUnread(): readonly HostError[] {
    return this.live.rulesUnread;
  }

  /**
   * Carries a plan out when its turn comes. Throws a ToolError where the text it was made from has changed. `settle` is
   * called once that is known, before anything is written, and may still throw.
   */
  apply(find: () => KeptPlan, settle: () => void): Promise<RolledUp['result']> {
    const turn = this.writing.then(() => this.carryOut(find(), settle));
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  private async carryOut({ what, edits, restsOn, today }: KeptPlan, settle: () => void): Promise<RolledUp['result']> {
    const { engine } = this.shell;
    const now = this.now();
    await engine.recoverJournal(this.host, now);
    const changed: string[] = [];
    for (const { path, before } of edits) if ((await readIfThere(this.host, path)) !== before) changed.push(path);
    if (restsOn !== null) await this.live.refresh();
    const isOld = restsOn !== null && (today !== this.today() || (await this.live.index(today)) !== restsOn);
    settle();
    if (changed.length > 0) throw stale(`${listed(changed)} changed since the plan was made`, changed);
    if (isOld) throw stale('Notes changed since the plan was made', []);
    // Without `recompute`: a file that changes at this very moment is left alone.
    const exact = edits.map(({ path, before, after }) => ({ path, before, after }));
    const result = await engine.carryOut(this.host, { edits: exact }, { what, now, recovered: true });
    await this.read(result.written);
    return result;
  }

  private async take(changed: ReadonlySet<string>): Promise<void> {
    const paths = [...changed];
    if (paths.some((path) => path.startsWith(`${this.host.configDir}/`))) await this.reload();
    const isNotes = paths.length > 0 && paths.length <= MANY && paths.every((path) => /\.md$/i.test(path));
    await (isNotes ? this.read(paths) : this.live.refresh());
  }

  /** Reads these notes again, or forgets those that are gone. */
  private async read(paths: readonly string[]): Promise<void> {
    const changed: VaultFile[] = [];
    const gone: string[] = [];
    for (const path of paths) {
      try {
        changed.push(await this.host.stat(path));
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        gone.push(path);
      }
    }
    await this.live.update({ changed, gone });
  }

  /** Settings that cannot be used are reported; the ones before hold until they are fixed. */
  private async reload(): Promise<void> {
    try {
      const { settings } = await openVault(this.shell, this.options);
      this.live = await this.shell.engine.openLive(this.host, settings);
      this.settings = settings;
    } catch (error) {
      if (!(error instanceof UsageError) && !(error instanceof HostError)) throw error;
      complain(this.shell, error);
    }
  }
}

function stale(why: string, paths: readonly string[]): ToolError {
  return new ToolError('stale', `${why}. Nothing was written. Look at it again, then ask for a new plan.`, { paths });
}

function listed(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  return others.length === 0 ? first : `${first} and ${others.length} other ${others.length === 1 ? 'file' : 'files'}`;
}

function complain({ err }: Shell, { message }: Error): void {
  err.write(`throughline: ${printable(message)}\n`);
}
