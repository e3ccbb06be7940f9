/**
 * One device: its files, the vault that it keeps in memory, its day, its settings, its journal. Everything Throughline
 * does on it is done through here, and what must hold afterwards is held.
 */
import { createTwoFilesPatch } from 'diff';
import { inspect, isDeepStrictEqual } from 'node:util';
import type { RowAction } from '../../src/edit/row-action';
import { carryOut, type CarriedOut } from '../../src/host/carry-out';
import { recoverJournal } from '../../src/host/journal';
import { LiveVault } from '../../src/host/live-vault';
import { removeFromVault } from '../../src/host/remove';
import { reviewVault } from '../../src/host/review';
import { planVaultRollup, rollUp } from '../../src/host/roll-up';
import { actOnRows, noteOf } from '../../src/host/row-action';
import { undoLast } from '../../src/host/undo';
import type { Settings } from '../../src/settings/settings';
import { addDays } from '../../src/text/calendar-date';
import type { VaultIndex } from '../../src/vault-index/build-index';
import type { MemoryHost } from '../doubles/memory-host';
import { withEdits } from '../vault-of';
import type { Chance } from './chance';
import type { Ledger, Texts } from './typed-lines';

const rest = async (): Promise<void> => undefined;

export interface Counts {
  plans: number;
  compared: number;
  undone: number;
  answered: number;
  refused: number;
  acted: number;
  declined: number;
  killed: number;
}

export interface DeviceParts {
  readonly name: string;
  readonly host: MemoryHost;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly counts: Counts;
}

export class Device {
  today = '2025-11-03';
  settings: Settings;
  readonly name: string;
  readonly host: MemoryHost;
  readonly ledger: Ledger;
  private readonly counts: Counts;
  private live: LiveVault | null = null;
  private now = Date.UTC(2025, 10, 3, 8);

  constructor({ name, host, ledger, settings, counts }: DeviceParts) {
    this.name = name;
    this.host = host;
    this.ledger = ledger;
    this.settings = settings;
    this.counts = counts;
  }

  texts(): Texts {
    return this.host.texts();
  }

  give(settings: Settings): void {
    if (settings === this.settings) return;
    this.settings = settings;
    this.live = null;
  }

  nextDay(): void {
    this.today = addDays(this.today, 1);
    this.now += 86_400_000;
  }

  private tick(): number {
    return (this.now += 60_000);
  }

  private async current(): Promise<LiveVault> {
    if (this.live === null) this.live = await LiveVault.open(this.host, { settings: this.settings, rest });
    else await this.live.refresh();
    return this.live;
  }

  /** What is kept in memory plans what a rollup from nothing plans. */
  async compare(): Promise<void> {
    const plan = await (await this.current()).plan(this.today);
    const anew = await planVaultRollup(this.host, { settings: this.settings, today: this.today });
    this.counts.compared += 1;
    same(
      plan.edits.map(({ path, before, after }) => ({ path, before, after })),
      anew.plan.edits.map(({ path, before, after }) => ({ path, before, after })),
      `${this.name}: the plan kept up, and the one from nothing`,
    );
    same(plan.problems, anew.problems, `${this.name}: the problems kept up, and those from nothing`);
  }

  /**
   * A rollup, by the vault kept in memory or from nothing; then another one, which has nothing to do; now and then
   * taken back.
   */
  async roll(chance: Chance, meanwhile: ((paths: readonly string[]) => void) | null = null): Promise<void> {
    await this.compare();
    const before = this.texts();
    const live = await this.current();
    if (meanwhile !== null && chance.once(4)) {
      // She types while it is worked out: what changed is computed anew, or left to the next one.
      const plan = await live.plan(this.today);
      meanwhile(plan.edits.map(({ path }) => path));
      same(
        (await carryOut(this.host, plan, { what: 'live', now: this.tick() })).failures,
        [],
        `${this.name}: failures of a late rollup`,
      );
      this.check('a late rollup');
      return;
    }
    const result = chance.once(2)
      ? await carryOut(this.host, await live.plan(this.today), {
          what: chance.oneOf('rollup', 'live'),
          now: this.tick(),
        })
      : (await rollUp(this.host, { settings: this.settings, today: this.today, now: this.tick() })).result;
    this.done(result, 'a rollup');
    this.check('a rollup');
    await this.checkSettled();
    if (result.written.length > 0 && chance.once(3)) await this.undoAndRedo(before);
  }

  /** Nothing is left to be written. */
  async checkSettled(): Promise<void> {
    const second = await planVaultRollup(this.host, { settings: this.settings, today: this.today });
    same(
      second.plan.edits.map(({ path, before, after }) => ({ path, before, after })),
      [],
      `${this.name}: a second rollup`,
    );
    await this.compare();
  }

  /** Right after a plan: undoing it gives the bytes that were there, redoing those that it wrote. */
  private async undoAndRedo(before: Texts): Promise<void> {
    const after = this.texts();
    await this.undo('undo');
    same(this.texts(), before, `${this.name}: undone right away`);
    await this.compare();
    await this.undo('redo');
    same(this.texts(), after, `${this.name}: redone right away`);
  }

  /** Whatever the plan was, what was typed on pages stays; notes' lines are as they were before that plan. */
  async undo(which: 'undo' | 'redo'): Promise<void> {
    const before = this.texts();
    const undone = await undoLast(this.host, { now: this.tick(), write: true, redo: which === 'redo' });
    const after = this.texts();
    const changed = pathsChanged(before, after);
    const said = undone.outcome === 'nothing' ? [] : [...undone.restored, ...undone.trashed, ...undone.back].sort();
    if (undone.outcome === 'done') same(undone.failures, [], `${this.name}: failures of ${which}`);
    same(changed, said, `${this.name}: the files of ${which}`);
    this.counts.undone += undone.outcome === 'done' ? 1 : 0;
    this.ledger.check(after, `${this.name}: ${which}`, { which: (mark) => !mark.startsWith('n') });
    this.ledger.left(before, after);
  }

  /** Some question is answered, put off, or the answer refused. */
  async answer(chance: Chance, meanwhile: () => void): Promise<void> {
    const review = await reviewVault(this.host, { settings: this.settings, today: this.today });
    const found = chance.of(review.all);
    if (found === undefined) return;
    const until = chance.once(6) ? addDays(this.today, 1 + chance.below(9)) : null;
    const as = chance.oneOf(null, null, '1', '2', 'me', 'nobody', 'new', 'Ann Lee');
    const plan = review.answer([
      {
        id: found.proposal.id,
        accepted: chance.once(2),
        as,
        scope: chance.oneOf(null, null, 'note', 'group', 'always'),
        until,
      },
    ]);
    if (plan.outcome === 'refused') {
      this.counts.refused += 1;
      return;
    }
    this.counts.answered += 1;
    if (chance.once(4)) meanwhile();
    const before = this.texts();
    this.done(
      await carryOut(this.host, plan, {
        what: found.proposal.kind === 'repair' ? 'repair-block' : 'answers',
        now: this.tick(),
      }),
      `an answer about ${found.proposal.name}`,
    );
    const after = this.texts();
    same(
      pathsChanged(before, after).filter((path) => !plan.edits.some((edit) => edit.path === path)),
      [],
      `${this.name}: files beside those of the answer`,
    );
    this.ledger.check(after, `${this.name}: an answer (${found.proposal.kind})`, { wordsMayChange: true });
    this.ledger.left(before, after);
  }

  /** Rows as they were seen; the files may have changed since. */
  async seen(): Promise<VaultIndex> {
    return (await this.current()).index(this.today);
  }

  async act(chance: Chance, seen: VaultIndex): Promise<void> {
    const rows = [...seen.tasks, ...seen.questions, ...seen.raises];
    const row = chance.of(rows);
    if (row === undefined) return;
    const task: readonly RowAction[] = [
      { do: 'complete' },
      { do: 'reopen' },
      { do: 'due', date: chance.oneOf(null, '2025-11-07') },
      { do: 'snooze', until: '2025-11-10' },
      { do: 'priority', priority: chance.oneOf('high', 'none') },
      { do: 'owner', owners: chance.oneOf<readonly string[]>([], ['Ann Lee'], ['[[Dana Fox]]', 'me']) },
    ];
    const question: readonly RowAction[] = [
      { do: 'pin' },
      { do: 'unpin' },
      { do: 'answer', answer: chance.oneOf('', 'Acme does') },
    ];
    const action = chance.of<RowAction>('mine' in row ? task : 'state' in row ? question : [{ do: 'raised' }]) ?? {
      do: 'complete',
    };
    const before = this.texts();
    const { noteRules: rules } = await this.current();
    const acted = await actOnRows(this.host, [row.sources], action, {
      rules,
      today: this.today,
      now: this.tick(),
      write: true,
      noteThen: (path) => noteOf(seen.notes, path),
    });
    const after = this.texts();
    const where = `${this.name}: ${action.do} of “${row.text}”`;
    if (acted.outcome === 'refused') {
      this.counts.declined += 1;
      same(after, before, where);
      return;
    }
    this.counts.acted += 1;
    same(acted.failures, [], where);
    const wanted: Record<string, string> = Object.fromEntries(
      Object.entries(before).map(([path, text]) => [path, lf(text)]),
    );
    for (const { path, line, before: was, after: is } of [...acted.changes].reverse()) {
      const lines = (wanted[path] ?? '').split('\n');
      same(lines[line - 1], was, `${where}: ${path}:${line}`);
      lines.splice(line - 1, 1, ...is);
      wanted[path] = lines.join('\n');
    }
    same(
      Object.fromEntries(Object.entries(after).map(([path, text]) => [path, lf(text)])),
      wanted,
      `${where}: what it says it changed`,
    );
    this.ledger.left(before, after);
    if (acted.written.length > 0 && chance.once(4)) await this.undoAndRedo(before);
  }

  /** Everything taken out; what a person wrote stays. */
  async remove(chance: Chance): Promise<void> {
    const before = this.texts();
    const { result, stays, failures } = await removeFromVault(this.host, {
      settings: this.settings,
      now: this.tick(),
      write: true,
    });
    same(failures, [], `${this.name}: remove`);
    this.check('remove');
    const left = Object.entries(this.texts())
      .filter(([path, text]) => text.includes('\n<!-- throughline:begin') && !stays.some((one) => one.path === path))
      .map(([path]) => path);
    same(left, [], `${this.name}: blocks that remove left without a word`);
    if ((result?.written.length ?? 0) > 0 && chance.once(2)) await this.undoAndRedo(before);
  }

  /** Killed at some call of a rollup: what it had done is taken back at the next start, as if it had not been. */
  async killed(chance: Chance): Promise<void> {
    const { host } = this;
    const before = this.texts();
    const plan = await planVaultRollup(host, { settings: this.settings, today: this.today });
    let calls = chance.below(3 + 2 * plan.plan.edits.length);
    const die = (): void => {
      calls -= 1;
      if (calls < 0) throw new Error('killed');
    };
    host.watcher = chance.once(2)
      ? { before: die }
      : {
          before: () => {
            if (calls < 0) die();
          },
          after: die,
        };
    const after = withEdits(before, plan.plan.edits);
    await carryOut(host, plan.plan, { what: 'rollup', now: this.tick() }).catch(() => undefined);
    host.restart();
    this.live = null;
    this.counts.killed += 1;
    await recoverJournal(host, this.tick());
    const now = this.texts();
    if (pathsChanged(now, before).length > 0)
      same(now, after, `${this.name}: after a kill, neither what was there nor what was to be`);
    this.check('a kill');
  }

  /** One file cannot be written: the others are, it is named, and the next rollup writes it. */
  async failing(chance: Chance): Promise<void> {
    const path = chance.of(Object.keys(this.texts())) ?? '';
    this.host.fail(chance.oneOf('process', 'read'), path, chance.oneOf('io', 'denied'));
    await rollUp(this.host, { settings: this.settings, today: this.today, now: this.tick() });
    this.host.restart();
    this.live = null;
    this.check(`a rollup while ${path} fails`);
  }

  /** The repairs that are offered are accepted. */
  async mend(): Promise<void> {
    const review = await reviewVault(this.host, { settings: this.settings, today: this.today });
    const ids = review.all.filter(({ proposal: { kind } }) => kind === 'repair').map(({ proposal: { id } }) => id);
    if (ids.length === 0) return;
    const plan = review.answer(ids.map((id) => ({ id, accepted: true, as: null, scope: null })));
    if (plan.outcome === 'refused') throw new Error(`${this.name}: a repair is refused: ${plan.refusal.code}`);
    this.done(await carryOut(this.host, plan, { what: 'repair-block', now: this.tick() }), 'a repair');
    this.check('a repair');
  }

  private done({ failures, skipped }: CarriedOut, what: string): void {
    this.counts.plans += 1;
    same(failures, [], `${this.name}: failures of ${what}`);
    if (what === 'a rollup') same(skipped, [], `${this.name}: skipped by ${what}`);
  }

  private check(what: string): void {
    this.ledger.check(this.texts(), `${this.name}: ${what}`);
  }
}

function lf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function pathsChanged(before: Texts, after: Texts): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .sort();
}

/** Throws where the two are not the same, with what differs. */
export function same(one: unknown, other: unknown, what: string): void {
  if (isDeepStrictEqual(one, other)) return;
  const print = (value: unknown): string =>
    inspect(value, { depth: 6, sorted: true, maxStringLength: 4000, maxArrayLength: 50, breakLength: 200 }).replaceAll(
      '\\n',
      '\n',
    );
  throw new Error(
    `${what} differ:\n${createTwoFilesPatch('one', 'other', print(one), print(other), '', '', { context: 8 })}`,
  );
}
