/**
 * A vault kept in memory as its files change: each is read when it changed, and what follows from it is computed from
 * there. Updates and plans take turns, in the order they were asked for; the files themselves are written by `carryOut`
 * alone.
 *
 *   events ──► update(files that changed or are gone) ──► plan(today) ──► carryOut ──► events of our own, which change nothing more
 */
import { lostNames } from '../entity/lost-names';
import { namesMemory, type NamesMemory } from '../entity/names-memory';
import { indexAsOf, type PagePlan, pageSteps, type RollupInput, RollupMemory } from '../edit/plan-rollup';
import type { NewPageForms } from '../edit/new-pages';
import type { Problem } from '../note/problems';
import type { Settings } from '../settings/settings';
import type { CalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import { runYielding, sortSteps } from '../text/job';
import type { VaultIndex } from '../vault-index/build-index';
import { sortedProblems } from '../vault-index/inspection';
import { exchanged } from '../text/sorted-list';
import { fileIdentity, recentSince } from './file-identity';
import { LiveNotes } from './live-notes';
import { readNewPageForms } from './new-page-forms';
import {
  type FileReading,
  type FileRules,
  isNamesNote,
  namesPath,
  oddNames,
  onlyInCopies,
  readFile,
} from './read-file';
import { isMarkdown, readRules } from './read-vault';
import { isIndexBehind, keepIndex, storedIndex } from './stored-index';
import { type NoteCache, storedReadings } from './note-cache';
import { type Review, reviewOf, type ReviewOptions } from './review';
import { HostError, type VaultFile, type VaultHost } from './vault-host';

interface LiveOptions {
  readonly settings: Settings;
  /** Awaited between pieces of the work: lets an interface live, and cancels by throwing. */
  readonly rest: () => Promise<void>;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

interface VaultChange {
  /** Files that are new or hold another text. */
  readonly changed: readonly VaultFile[];
  /** Paths where no file is any more. A renamed file is gone under one path and changed under another. */
  readonly gone: readonly string[];
}

interface Held {
  readonly file: VaultFile;
  readonly reading: FileReading;
}

export interface LivePlan extends PagePlan {
  /** Of reading and of planning, by path and line. */
  readonly problems: readonly Problem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
}

interface LiveParts {
  readonly fileRules: FileRules;
  readonly forms: NewPageForms;
  /** What was read earlier, while the vault is opened, and what is to be kept. */
  readonly stored: NoteCache | null;
  /** What went wrong besides notes. */
  readonly outside: {
    readonly problems: readonly Problem[];
    readonly failures: readonly HostError[];
    readonly rulesUnread: readonly HostError[];
  };
}

/** With more paths than this that came or went, sorting all again is cheaper. */
const MOST_MOVED = 200;

/** An index is the same on every day. */
const NO_DAY = '';

export class LiveVault {
  private readonly files = new Map<string, Held>();
  /** Readings that came to more than a note: problems, failures, answers in copies. */
  private readonly notable = new Map<string, FileReading>();
  private readonly notes: LiveNotes;
  private readonly planned = new RollupMemory();
  private readonly isExcluded: (path: string) => boolean;
  private readonly pages = new Map<string, string>();
  private paths: readonly string[] = [];
  /** Whatever else has a note's name: no page can be made there. */
  private others: readonly string[] = [];
  /** Folders that could not be listed last. */
  private unlisted: readonly HostError[] = [];
  private memory: NamesMemory;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly host: VaultHost,
    private readonly options: LiveOptions,
    private readonly parts: LiveParts,
  ) {
    this.notes = new LiveNotes(host, this.breathe);
    this.memory = namesMemory([], namesPath(options.settings));
    this.isExcluded = (path) => parts.fileRules.exclude.isExcluded(path);
  }

  /** Reads the whole vault. Settings that change ask for another live vault. */
  static async open(host: VaultHost, options: LiveOptions): Promise<LiveVault> {
    const { files, others, failures } = await host.list();
    const { settings } = options;
    const { forms, ...formless } = await readNewPageForms(host, settings);
    const { rules, exclude, ground, ...unread } = await readRules(host, settings);
    const outside = {
      problems: [...formless.problems, ...unread.problems],
      failures: [...unread.failures, ...formless.failures],
      rulesUnread: unread.failures,
    };
    const fileRules = { settings, rules, exclude };
    const stored =
      outside.rulesUnread.length > 0
        ? null
        : await storedReadings(host, { ground, rules: fileRules, recent: recentSince(files), rest: options.rest });
    const live = new LiveVault(host, options, { fileRules, forms, stored, outside });
    live.others = live.unread(others);
    live.unlisted = failures;
    await live.update({ changed: [...files, ...oddNames(others, settings)], gone: [] });
    if (stored !== null) live.planned.index = await storedIndex(stored, live.input(NO_DAY), options);
    return live;
  }

  /**
   * Puts away what was read since the last time, where the host keeps that. `now`: milliseconds since the epoch, when
   * all that changed until then was told. Readings next to the turns, for that changes nothing; the index in one, and
   * seldom. What goes wrong costs time at the next start.
   */
  async keepReadings(now: number): Promise<void> {
    const { stored } = this.parts;
    if (stored === null) return;
    await stored.save(now);
    stored.letGo();
    if (!isIndexBehind(stored, this.notes.all)) return;
    await this.inTurn(async () => {
      const { rest } = this.options;
      await keepIndex(stored, await runYielding(indexAsOf(this.input(NO_DAY), this.planned), rest), rest);
    });
  }

  /**
   * Settings that it uses and that could not be read when it was opened, and answers about names that cannot be read:
   * nothing may be written by it.
   */
  get rulesUnread(): readonly HostError[] {
    const names = this.read().failures.filter(({ path }) => isNamesNote(path, this.options.settings));
    return [...this.parts.outside.rulesUnread, ...names];
  }

  get noteRules(): RollupInput['noteRules'] {
    return this.parts.fileRules.rules;
  }

  /** Reads what changed. Files that are as they were read last are skipped. */
  update(change: VaultChange): Promise<void> {
    return this.inTurn(() => this.take(change));
  }

  /**
   * As `update`, with what a listing finds changed: for hosts of which no events can be had. What is in a folder that
   * could not be listed is as it was. Throws where the vault is not there any more, or holds nothing at all.
   */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      const { files: ordinary, others, failures } = await this.host.list();
      const files = [...ordinary, ...oddNames(others, this.options.settings)];
      if (files.length === 0 && this.files.size > 0) throw new HostError('missing', '', '', undefined, 'vault-empty');
      const there = new Set(files.map(({ path }) => path));
      const isUnlisted = (path: string): boolean => failures.some((failure) => path.startsWith(`${failure.path}/`));
      this.others = this.unread(others);
      this.unlisted = failures;
      await this.take({
        changed: files,
        gone: [...this.files.keys()].filter((path) => !there.has(path) && !isUnlisted(path)),
      });
    });
  }

  /** The edits that bring every page up to date. */
  plan(today: CalendarDate): Promise<LivePlan> {
    return this.inTurn(async () => {
      const plan = await runYielding(pageSteps(this.input(today), this.planned), this.options.rest);
      const { edits, unchanged, index } = plan;
      const read = this.read();
      const { memory } = this;
      let problems: readonly Problem[] | null = null;
      return {
        edits: this.rulesUnread.length > 0 ? [] : edits,
        unchanged,
        index,
        failures: read.failures,
        get problems() {
          return (problems ??= sortedProblems([
            ...read.problems(),
            ...lostNames(index.registry, memory),
            ...plan.problems,
          ]));
        },
      };
    });
  }

  /** What the vault says as it was read last. */
  index(today: CalendarDate): Promise<VaultIndex> {
    return this.inTurn(() => runYielding(indexAsOf(this.input(today), this.planned), this.options.rest));
  }

  /** What the vault says, with what is wrong in its notes by path and line, pages aside. */
  inspected(today: CalendarDate): Promise<{ readonly index: VaultIndex; readonly problems: readonly Problem[] }> {
    return this.inTurn(async () => {
      const index = await runYielding(indexAsOf(this.input(today), this.planned), this.options.rest);
      const problems = [...this.read().problems(), ...lostNames(index.registry, this.memory), ...index.problems];
      return { index, problems: sortedProblems(problems) };
    });
  }

  /** What could not be read for an I/O reason. */
  get failures(): readonly HostError[] {
    return this.read().failures;
  }

  /** What is proposed, and what becomes of answers to it. */
  review(today: CalendarDate, options?: ReviewOptions): Promise<Review> {
    return this.inTurn(async () => {
      const input = this.input(today);
      const index = await runYielding(indexAsOf(input, this.planned), this.options.rest);
      const { problems, failures } = this.read();
      return reviewOf(this.host, { input, index, problems: problems(), failures }, options);
    });
  }

  /** What reading came to besides notes. */
  private read(): { readonly problems: () => readonly Problem[]; readonly failures: readonly HostError[] } {
    const readings = [...this.notable.values()];
    const {
      memory,
      parts: { outside },
    } = this;
    return {
      problems: () => [
        ...outside.problems,
        ...readings.flatMap(({ problems }) => problems),
        ...onlyInCopies(
          readings.flatMap(({ copied }) => copied),
          memory,
        ),
      ],
      failures: [...outside.failures, ...this.unlisted, ...readings.flatMap(({ failure }) => failure ?? [])],
    };
  }

  private input(today: CalendarDate): RollupInput {
    const { settings } = this.options;
    const failed =
      this.parts.outside.failures.length + this.unlisted.length > 0 ||
      [...this.notable.values()].some(({ failure }) => failure !== null);
    return {
      notes: this.notes.all,
      paths: this.others.length === 0 ? this.paths : [...this.paths, ...this.others].sort(compareText),
      pages: this.pages,
      memory: this.memory,
      noteRules: this.parts.fileRules.rules,
      isExcluded: this.isExcluded,
      // A page that could not be read would be missed: nobody gets a second one because of that.
      settings: failed ? this.cautious : settings,
      today,
      newPageForms: this.parts.forms,
    };
  }

  private get cautious(): Settings {
    this.withoutNewPages ??= { ...this.options.settings, newPages: 'never' };
    return this.withoutNewPages;
  }

  private withoutNewPages: Settings | null = null;

  private async take({ changed, gone }: VaultChange): Promise<void> {
    const { onProgress, rest } = this.options;
    const { stored, fileRules } = this.parts;
    const files = changed.filter((file) => isMarkdown(file) && !this.isAsRead(file));
    const left = gone.filter((path) => this.files.has(path));
    if (files.length + left.length === 0) return;
    const read: Held[] = [];
    for (const file of files) {
      await rest();
      onProgress?.(read.length + 1, files.length);
      read.push({ file, reading: await (stored === null ? readFile(this.host, file, fileRules) : stored.read(file)) });
    }
    const before = [...left, ...files.map(({ path }) => path)].flatMap((path) => this.files.get(path) ?? []);
    const added = read.map(({ file: { path } }) => path).filter((path) => !this.files.has(path));
    await this.breathe();
    for (const path of left) this.forget(path);
    for (const held of read) this.keep(held);
    if (added.length + left.length > MOST_MOVED)
      this.paths = await runYielding(sortSteps([...this.files.keys()], compareText), this.breathe);
    else if (added.length + left.length > 0) this.paths = exchanged(this.paths, { removed: left, added }, compareText);
    if ([...before, ...read].some(({ reading }) => reading.decisions !== null)) this.memory = this.memoryNow();
    await this.breathe();
    await this.notes.exchange(
      before.flatMap(({ reading }) => reading.note ?? []),
      read.flatMap(({ reading }) => reading.note ?? []),
    );
  }

  /** A rest where it is too late to cancel: what was read is taken in as a whole. */
  private readonly breathe = async (): Promise<void> => {
    await this.options.rest().catch(() => undefined);
  };

  /** Of what is no ordinary file, the Markdown that is not read. */
  private unread(others: readonly string[]): string[] {
    return others.filter((path) => isMarkdown({ path }) && !isNamesNote(path, this.options.settings));
  }

  private isAsRead(file: VaultFile): boolean {
    const known = this.files.get(file.path);
    // The time of what a link leads to is not known.
    return (
      known !== undefined &&
      file.mtime > 0 &&
      fileIdentity(known.file) === fileIdentity(file) &&
      known.reading.failure === null
    );
  }

  private forget(path: string): void {
    this.files.delete(path);
    this.notable.delete(path);
    this.pages.delete(path);
  }

  private keep(held: Held): void {
    const {
      file: { path },
      reading,
    } = held;
    this.files.set(path, held);
    if (reading.page === null) this.pages.delete(path);
    else this.pages.set(path, reading.page);
    if (reading.failure === null && reading.problems.length + reading.copied.length === 0) this.notable.delete(path);
    else this.notable.set(path, reading);
  }

  /** Of several spellings of the one path the last counts, as when the whole vault is read. */
  private memoryNow(): NamesMemory {
    const { settings } = this.options;
    for (const path of [...this.paths].reverse()) {
      const { decisions = null, lines } = this.files.get(path)?.reading ?? {};
      if (decisions !== null) return namesMemory(decisions, path, lines);
    }
    return namesMemory([], namesPath(settings));
  }

  /** A turn that fails does not keep the next from coming. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work, work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }
}
