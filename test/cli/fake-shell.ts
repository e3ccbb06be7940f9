/** A shell whose streams are texts and whose engine answers what a test says; the vault is a real, empty folder. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine, PlannedRollup, RolledUp, RunOptions } from '../../src/cli/engine.mts';
import { openFolder } from '../../src/cli/folder-host.mts';
import { runProgram } from '../../src/cli/program.mts';
import { loadVault } from '../../src/host/load-vault';
import { carryOut } from '../../src/host/carry-out';
import { isLiveWritingPaused, recoverJournal } from '../../src/host/journal';
import { linkInVault } from '../../src/host/link-note';
import { LiveVault } from '../../src/host/live-vault';
import { adoptableInVault } from '../../src/host/adopt';
import { repairEncodingInVault } from '../../src/host/repair-encoding';
import { makeBases } from '../../src/host/make-bases';
import { writeWeek } from '../../src/host/write-week';
import { removeFromVault } from '../../src/host/remove';
import { reviewVault } from '../../src/host/review';
import { inspectVault, planVaultRollup, rollUp } from '../../src/host/roll-up';
import { actOnRows, completeAt } from '../../src/host/row-action';
import { undoLast } from '../../src/host/undo';
import { HostError, type VaultHost } from '../../src/host/vault-host';
import type { Inspection } from '../../src/vault-index/inspection';

export const NOTHING: PlannedRollup = {
  plan: { edits: [], unchanged: 3, proposals: [] },
  problems: [],
  failures: [],
  today: '2025-11-03',
  likelyMe: null,
  understood: null,
  dayOrder: null,
};
const NO_HABITS: Inspection['habits'] = {
  meetings: [],
  messages: 0,
  people: [],
  owners: [],
  due: { fields: 0, words: 0 },
  forms: { checkbox: 0, bullet: 0, row: 0, line: 0 },
};
export const EMPTY: Inspection = {
  notes: [],
  events: [],
  lookLikeMeetings: [],
  habits: NO_HABITS,
  entities: [],
  problems: [],
};

export interface Answers {
  readonly planned?: Partial<PlannedRollup>;
  /** What carrying out gives; by default every edit is written. */
  readonly result?: RolledUp['result'];
  readonly inspection?: Inspection;
  /**
   * The vault's notes can be read and written, not its configuration only. They are rolled up and inspected as well,
   * where no other answer is given.
   */
  readonly realVault?: boolean;
  /** What somebody else does between reading a note of a real vault and writing it. */
  readonly meanwhile?: () => void;
  /** `THROUGHLINE_VAULT`. */
  readonly usualVault?: string;
  /** A person at a terminal, and the lines they type. */
  readonly typed?: readonly string[];
  /** What somebody else does while the person thinks. */
  readonly whileAsked?: () => void;
  /** Standard input. */
  readonly input?: string;
  /** Thrown by whatever reads the vault. */
  readonly readFailure?: Error;
  /** On a terminal that shows colours. */
  readonly terminal?: boolean;
  readonly colours?: boolean;
  readonly width?: number;
  /**
   * What happens while a vault is watched, each giving the paths that changed; the program is ended behind the last.
   */
  readonly meanwhileWatching?: readonly (() => readonly string[] | Promise<readonly string[]>)[];
  /** Calls of `onProgress`, as done and total. */
  readonly progress?: readonly (readonly [number, number])[];
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** What the engine was asked to do: `rollUp`, `planVaultRollup`, `inspectVault`, with its options. */
  readonly asked: readonly {
    readonly call: string;
    readonly folder: string;
    readonly options: RunOptions & { readonly path?: string };
  }[];
}

/** A scratch folder with an empty vault `Vault` (with `.obsidian`) and a folder `plain` in it. */
export class Scratch {
  readonly root = realpathSync(mkdtempSync(path.join(tmpdir(), 'throughline-cli-')));

  constructor() {
    for (const folder of ['Vault/.obsidian', 'Vault/Meetings', 'plain'])
      mkdirSync(path.join(this.root, folder), { recursive: true });
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), text);
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  /** Runs a command line in the folder `cwd`. */
  async run(line: readonly string[], answers: Answers = {}, cwd = ''): Promise<Ran> {
    let [out, err] = ['', ''];
    const asked: Ran['asked'][number][] = [];
    const planned = { ...NOTHING, ...answers.planned };
    const ask = (call: string, host: VaultHost, options: RunOptions): void => {
      asked.push({ call, folder: folders.get(host) ?? '', options });
      if (answers.readFailure !== undefined) throw answers.readFailure;
      for (const [done, total] of answers.progress ?? []) options.onProgress?.(done, total);
    };
    const folders = new Map<VaultHost, string>();
    const reads =
      answers.realVault === true &&
      [answers.planned, answers.result, answers.inspection].every((given) => given === undefined);
    const engine: Engine = {
      async openVault(folder, configDir) {
        const host = answers.realVault === true ? openFolder(folder, configDir) : configHost(folder, configDir);
        const write = host.process.bind(host);
        host.process = async (file: string, change: (now: string) => string | null) => {
          answers.meanwhile?.();
          return write(file, change);
        };
        folders.set(host, path.relative(this_.root, folder));
        return host;
      },
      async planVaultRollup(host, options) {
        ask('planVaultRollup', host, options);
        if (reads) return planVaultRollup(host, options);
        return planned;
      },
      async rollUp(host, options) {
        ask('rollUp', host, options);
        if (reads) return rollUp(host, options);
        return {
          ...planned,
          result: answers.result ?? {
            written: planned.plan.edits.map((edit) => edit.path),
            foundDone: [],
            skipped: [],
            failures: [],
          },
        };
      },
      async inspectVault(host, options) {
        ask('inspectVault', host, options);
        if (reads) return inspectVault(host, options);
        return { inspection: answers.inspection ?? EMPTY, failures: planned.failures, dayOrder: null };
      },
      loadVault,
      completeAt,
      actOnRows,
      linkInVault,
      makeBases,
      writeWeek,
      adoptableInVault,
      repairEncodingInVault,
      reviewVault,
      carryOut,
      recoverJournal: async (host, now) =>
        answers.realVault === true ? recoverJournal(host, now) : { plans: [], failures: [] },
      undoLast,
      removeFromVault,
      isLiveWritingPaused,
      openLive: (host, settings) => LiveVault.open(host, { settings, rest: async () => undefined }),
    };
    const typed = [...(answers.typed ?? [])];
    const events = [...(answers.meanwhileWatching ?? [])];
    let end: (value: 'interrupted') => void = () => undefined;
    const interrupted = new Promise<'interrupted'>((resolve) => {
      end = resolve;
    });
    const this_ = { root: this.root };
    const stream = { terminal: answers.terminal ?? false, colours: answers.colours ?? false, width: answers.width };
    const status = await runProgram({
      args: line,
      cwd: path.join(this.root, cwd),
      usualVault: answers.usualVault,
      deviceFolder: path.join(this.root, 'device'),
      prompt:
        answers.typed === undefined
          ? null
          : async (question) => {
              out += question;
              answers.whileAsked?.();
              return typed.shift() ?? '';
            },
      today: '2025-11-03',
      zone: 'Europe/Berlin',
      now: Date.UTC(2025, 10, 3, 10),
      version: '1.2.3',
      out: { ...stream, write: (text) => void (out += text) },
      err: { ...stream, write: (text) => void (err += text) },
      readInput: async () => answers.input ?? '',
      engine,
      clock: {
        today: () => '2025-11-03',
        now: () => Date.UTC(2025, 10, 3, 10),
        minute: () => new Promise(() => undefined),
      },
      watch: async () => ({
        next: async () => {
          const event = events.shift();
          if (event === undefined) {
            end('interrupted');
            return new Promise(() => undefined);
          }
          return new Set(await event());
        },
        close: async () => undefined,
      }),
      interrupted,
    });
    return { status, out, err, asked };
  }
}

/** A host of which only the configuration folder can be read. */
function configHost(folder: string, configDir: string): VaultHost {
  const refuse = (): never => {
    throw new HostError('io', folder, 'the shell itself reads and writes no note');
  };
  return {
    configDir,
    state: openFolder(folder, configDir).state,
    async readConfig(file) {
      const full = path.join(folder, configDir, file);
      return existsSync(full) ? readFileSync(full, 'utf8') : null;
    },
    list: refuse,
    stat: refuse,
    read: refuse,
    process: refuse,
    create: refuse,
    trash: refuse,
    discard: refuse,
  };
}
