/**
 * The vault of a folder as it is kept in memory while an agent asks: read once, then only what a watch says has
 * changed.
 */
import { AgentVault } from '../../agent/agent-vault';
import type { LiveVault } from '../../host/live-vault';
import { HostError, type VaultFile, type VaultHost } from '../../host/vault-host';
import type { Settings } from '../../settings/settings';
import type { VaultOptions } from '../command-options.mts';
import type { FolderWatch } from '../folder-watch.mts';
import { openVault } from '../open-vault.mts';
import { printable } from '../../text/printable';
import { type Shell, UsageError } from '../shell.mts';
import { CONFIG_FILES } from '../watch.mts';

/** With more changed notes than this the whole vault is listed instead. */
const MANY = 200;

export class ResidentVault {
  readonly forAgents: AgentVault;

  private constructor(
    private readonly shell: Shell,
    private readonly options: VaultOptions,
    private readonly host: VaultHost,
    private settings: Settings,
    private live: LiveVault,
    private readonly watch: FolderWatch,
  ) {
    const { clock } = shell;
    this.forAgents = new AgentVault({
      host,
      settings: () => this.settings,
      live: () => Promise.resolve(this.live),
      refreshed: async () => {
        await this.live.refresh();
        return this.live;
      },
      written: (paths) => this.read(paths),
      today: () => options.today ?? clock.today(),
      now: () => clock.now(),
    });
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
    await this.forAgents.settled();
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

function complain({ err }: Shell, { message }: Error): void {
  err.write(`throughline: ${printable(message)}\n`);
}
