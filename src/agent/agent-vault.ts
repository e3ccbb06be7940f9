/**
 * A vault that an agent asks, whichever shell keeps it in memory. Writes go one after the other, each by the journal
 * that every command uses.
 */
import { followIn } from '../edit/page-plans';
import { pageRules } from '../edit/page-rules';
import { carryOut, type CarriedOut } from '../host/carry-out';
import { recoverJournal } from '../host/journal';
import type { LiveVault } from '../host/live-vault';
import type { AskedVault } from '../host/load-vault';
import type { HostError, VaultHost } from '../host/vault-host';
import { readIfThere } from '../host/write-if-unchanged';
import { noteLinks } from '../page/note-link';
import type { Settings } from '../settings/settings';
import type { CalendarDate } from '../text/calendar-date';
import type { KeptPlan } from './plan-store';
import { SearchList } from './search-list';
import { ToolError } from './tool-error';

/** What a shell does for it. */
export interface AgentVaultParts {
  readonly host: VaultHost;
  readonly settings: () => Settings;
  /** The vault with all that the shell knows to have changed. */
  readonly live: () => Promise<LiveVault>;
  /** As `live`, with what nothing told of yet. */
  readonly refreshed: () => Promise<LiveVault>;
  /** These files were written. */
  readonly written: (paths: readonly string[]) => Promise<void>;
  readonly today: () => CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class AgentVault {
  readonly searchList = new SearchList();
  private writing: Promise<unknown> = Promise.resolve();
  private known: { readonly live: LiveVault; readonly vault: AskedVault } | null = null;

  constructor(private readonly parts: AgentVaultParts) {}

  get host(): VaultHost {
    return this.parts.host;
  }

  get settings(): Settings {
    return this.parts.settings();
  }

  today(): CalendarDate {
    return this.parts.today();
  }

  now(): number {
    return this.parts.now();
  }

  /** What the notes say now. The same object while nothing changes. */
  async asked(): Promise<AskedVault> {
    const { settings } = this;
    const today = this.today();
    const live = await this.parts.live();
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

  async review(): ReturnType<LiveVault['review']> {
    return (await this.parts.live()).review(this.today());
  }

  async inspected(): ReturnType<LiveVault['inspected']> {
    return (await this.parts.live()).inspected(this.today());
  }

  async planPages(): ReturnType<LiveVault['plan']> {
    return (await this.parts.live()).plan(this.today());
  }

  /** Nothing may be planned by settings that could not be read. */
  async rulesUnread(): Promise<readonly HostError[]> {
    return (await this.parts.live()).rulesUnread;
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  /**
   * Carries a plan out when its turn comes. Throws a ToolError where the text it was made from has changed. `settle` is
   * called once that is known, before anything is written, and may still throw.
   */
  apply(find: () => KeptPlan, settle: () => void): Promise<CarriedOut> {
    const turn = this.writing.then(() => this.carryOut(find(), settle));
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  private async carryOut({ what, edits, restsOn, today }: KeptPlan, settle: () => void): Promise<CarriedOut> {
    const { host } = this;
    const now = this.now();
    await recoverJournal(host, now);
    const changed: string[] = [];
    for (const { path, before } of edits) if ((await readIfThere(host, path)) !== before) changed.push(path);
    const isOld =
      restsOn !== null && (today !== this.today() || (await (await this.parts.refreshed()).index(today)) !== restsOn);
    settle();
    if (changed.length > 0) throw stale(`${listed(changed)} changed since the plan was made`, changed);
    if (isOld) throw stale('Notes changed since the plan was made', []);
    // Without `recompute`: a file that changes at this very moment is left alone.
    const exact = edits.map(({ path, before, after }) => ({ path, before, after }));
    const result = await carryOut(host, { edits: exact }, { what, now, recovered: true });
    await this.parts.written(result.written);
    return result;
  }
}

function stale(why: string, paths: readonly string[]): ToolError {
  return new ToolError('stale', `${why}. Nothing was written. Look at it again, then ask for a new plan.`, {
    paths: paths.slice(0, 50),
  });
}

function listed(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  return others.length === 0 ? first : `${first} and ${others.length} other ${others.length === 1 ? 'file' : 'files'}`;
}
