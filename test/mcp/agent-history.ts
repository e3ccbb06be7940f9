/**
 * An agent at work through the tools while a person types, a sync brings older texts, and the server is killed: one
 * history a seed. What must hold is checked at every step.
 *
 * - Each line of the notes has a word of its own. However it is written, it is in one note as long as nobody deletes it.
 * - `apply` writes what its plan showed, on the very text that the plan was made from, once, or nothing.
 * - What it wrote can be undone to the byte.
 * - Files that no plan names keep their bytes, and no file appears anywhere else.
 */
import { PlanStore, type KeptPlan } from '../../src/agent/plan-store';
import { ToolError } from '../../src/agent/tool-error';
import { callTool } from '../../src/agent/tools';
import { ResidentVault } from '../../src/cli/mcp/resident-vault.mts';
import { engine } from '../../src/cli/whole-engine.mts';
import type { Shell } from '../../src/cli/shell.mts';
import { recoverJournal } from '../../src/host/journal';
import { undoLast } from '../../src/host/undo';
import { MemoryHost } from '../doubles/memory-host';
import { Chance } from '../model/chance';
import type { Said } from './said';

const TODAY = '2025-11-03';
const PEOPLE = ['Ann Lee', 'Bo Kim', 'Cy Fox'] as const;
const NEW = 'Meetings/2025-10-31 New.md';
const STRANGER = 'Notes/Recipe.md';

export interface Tally {
  applied: number;
  stale: number;
  refused: number;
  undone: number;
  killed: number;
  raced: number;
}

export const newTally = (): Tally => ({ applied: 0, stale: 0, refused: 0, undone: 0, killed: 0, raced: 0 });

const BLOCK = /<!-- throughline:begin[\s\S]*?<!-- throughline:end[^>]*-->/g;

type Texts = Record<string, string>;

class Killed extends Error {}

interface Token {
  readonly token: string;
  /** What each file held when it was planned. */
  readonly then: Texts;
  used: boolean;
}

/** Plays the history of a seed. Throws what does not hold. `folder`: any that is there. */
export async function play(seed: number, folder: string, tally: Tally): Promise<void> {
  await new AgentHistory(seed, folder, tally).play();
}

class AgentHistory {
  private readonly chance: Chance;
  private readonly host: MemoryHost;
  private readonly older: Texts[] = [];
  private readonly tokens: Token[] = [];
  private readonly ids: string[] = ['nothing'];
  /** The words of lines that must be somewhere. */
  private readonly words = new Set<string>();
  private made = 0;
  /** How many plans were applied, or tried. */
  private applying = 0;
  private now = Date.UTC(2025, 10, 3, 10);
  private opened: ResidentVault | null = null;
  private tokensMade = 0;
  private plans = this.newPlans();

  constructor(
    seed: number,
    private readonly folder: string,
    private readonly tally: Tally,
  ) {
    this.chance = new Chance(seed);
    const files: Texts = {
      [STRANGER]: '# Bread\n\nFlour and water.\n',
      'People/Ann Lee.md': '# Ann Lee\n',
      'People/Bo Kim.md': '# Bo Kim\n\nOwn words.\n',
    };
    for (const day of ['2025-10-20', '2025-10-27', '2025-10-30']) files[`Meetings/${day} Sync.md`] = this.meeting(day);
    this.host = new MemoryHost(files);
    this.older.push(this.host.texts());
  }

  async play(): Promise<void> {
    await this.start();
    const steps = 6 + this.chance.below(10);
    for (let step = 0; step < steps; step++) {
      await this.step();
      this.check();
    }
  }

  private async start(): Promise<void> {
    const shell = {
      cwd: this.folder,
      engine: { ...engine, openVault: () => Promise.resolve(this.host) },
      clock: { today: () => TODAY, now: () => (this.now += 1000) },
      err: { write: () => undefined },
      watch: async () => ({ next: () => new Promise(() => undefined), close: async () => undefined }),
    } as unknown as Shell;
    this.opened = await ResidentVault.open(shell, { vault: this.folder, configDir: '.obsidian', me: ['Mara Voss'] });
    this.plans = this.newPlans();
  }

  private newPlans(): PlanStore {
    return new PlanStore(
      () => this.now,
      () => `token-${++this.tokensMade}`,
    );
  }

  private get vault(): ResidentVault {
    if (this.opened === null) throw new Error('the server is not started');
    return this.opened;
  }

  private async step(): Promise<void> {
    switch (this.chance.below(8)) {
      case 0:
      case 1:
      case 2:
        await this.look();
        return this.plan();
      case 3:
      case 4:
      case 5:
        return this.apply();
      case 6:
        this.type();
        return this.maybeTell();
      default:
        return this.rare();
    }
  }

  /** The lists that an agent has the ids from. */
  private async look(): Promise<void> {
    const tool = this.chance.oneOf('queue', 'questions', 'search', 'review');
    const said = await this.call(tool, {});
    for (const { id } of [...(said.rows ?? []), ...(said.suggestedTasks?.rows ?? [])]) this.ids.push(id);
  }

  private async plan(): Promise<void> {
    const row = this.chance.of(this.ids.slice(-12)) ?? '';
    const note = this.chance.of(Object.keys(this.host.texts())) ?? '';
    const [tool, given] = this.chance.oneOf<readonly [string, object]>(
      ['plan_complete', { row }],
      ['plan_due', { row, due: this.chance.oneOf('2025-11-10', 'fri', null) }],
      ['plan_owner', { row, owner: this.chance.oneOf(...PEOPLE, 'me', 'nobody', 'Zed Unknown') }],
      ['plan_answer', { row, answer: this.chance.oneOf('', 'Yes, on Monday', '<!-- %% `x` [[Ann Lee]] - [ ] task') }],
      ['plan_proposal', { id: row, verdict: this.chance.oneOf('accept', 'dismiss'), as: this.chance.oneOf('1', 'me') }],
      ['plan_link', { note: this.chance.oneOf(note, '../outside.md', '/etc/hosts', '.obsidian/app.json') }],
      ['plan_rollup', {}],
    );
    const then = this.host.texts();
    const said = await this.call(tool, given);
    if (JSON.stringify(this.host.texts()) !== JSON.stringify(then)) throw new Error(`${tool} wrote without apply`);
    if (typeof said.token === 'string') this.tokens.push({ token: said.token, then, used: false });
  }

  private async apply(): Promise<void> {
    const token = this.chance.of(this.tokens.slice(-4));
    if (token === undefined || this.chance.once(20)) {
      const said = await this.call('apply', { token: 'made-up' });
      if (said.error?.code !== 'unknown-token') throw new Error(`a made-up token: ${JSON.stringify(said)}`);
      return;
    }
    const before = this.host.texts();
    const plan = this.planOf(token);
    this.applying += 1;
    const race = this.chance.once(6);
    if (race) this.raceIn(plan);
    if (this.chance.once(6)) return this.applyAndKill(token, before);
    const said = await this.call('apply', { token: token.token });
    const after = this.host.texts();
    const isDone = said.applied === true;
    if (isDone && token.used) throw new Error('a token was used twice');
    token.used = true;
    if (!isDone) {
      this.tally[said.error?.code === 'stale' ? 'stale' : 'refused'] += 1;
      if (!race && JSON.stringify(after) !== JSON.stringify(before)) throw new Error('a refused plan was written');
      return;
    }
    this.tally.applied += 1;
    if (plan === null) throw new Error('a plan was applied that nobody kept');
    const { written = [] } = said;
    for (const path of written) {
      if (before[path] !== token.then[path]) throw new Error(`${path} was written on another text than planned`);
      const edit = plan.edits.find((one) => one.path === path);
      if (edit === undefined || (after[path] ?? null) !== edit.after) throw new Error(`${path} is not as planned`);
    }
    if (!race) this.onlyThese(before, after, written);
    if (!race && this.chance.once(2)) await this.undo(before);
  }

  /** What the store has under a token; null once it was taken. */
  private planOf({ token }: Token): KeptPlan | null {
    try {
      return this.plans.find(token);
    } catch {
      return null;
    }
  }

  /** A person saves a note at the moment it is written. */
  private raceIn(plan: KeptPlan | null): void {
    const path = this.chance.of(plan?.edits ?? [])?.path;
    if (path === undefined || this.host.texts()[path] === undefined) return;
    this.tally.raced += 1;
    const applying = this.applying;
    this.host.interrupt(this.chance.oneOf<'process' | 'read'>('process', 'read'), path, () => {
      // Of a plan that came to no writing, the moment is past.
      if (applying === this.applying) this.host.put(path, `${this.host.texts()[path] ?? ''}${this.line()}`);
    });
  }

  /** The server is killed in the middle; the next one takes back what was half done. */
  private async applyAndKill(token: Token, before: Texts): Promise<void> {
    let calls = this.chance.below(6);
    const stop = (operation: string): void => {
      if (!/^(?:process|create|trash|state-create|state-rename)$/.test(operation)) return;
      if (calls-- <= 0) throw new Killed();
    };
    this.host.watcher = this.chance.once(2) ? { before: stop } : { after: stop };
    await this.call('apply', { token: token.token }).catch(() => undefined);
    const planned = new Map((this.planOf(token)?.edits ?? []).map(({ path, after }) => [path, after]));
    this.host.restart();
    this.tally.killed += 1;
    // Tokens die with their server.
    this.tokens.length = 0;
    await recoverJournal(this.host, (this.now += 1000));
    for (const [path, text] of Object.entries(this.host.texts()))
      if (
        text !== before[path] &&
        planned.has(path) &&
        text !== planned.get(path) &&
        !text.startsWith(before[path] ?? '\0')
      )
        throw new Error(`${path} is neither old nor new after a kill`);
    await this.start();
  }

  private async undo(before: Texts): Promise<void> {
    const undone = await undoLast(this.host, { now: (this.now += 1000), write: true });
    if (undone.outcome !== 'done') throw new Error('what was applied cannot be undone');
    if (JSON.stringify(this.host.texts()) !== JSON.stringify(before)) throw new Error('undo left other bytes');
    this.tally.undone += 1;
    await this.tell();
  }

  private onlyThese(before: Texts, after: Texts, written: readonly string[]): void {
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (before[path] !== after[path] && !written.includes(path)) throw new Error(`${path} was written and not told`);
  }

  /** A person's edit: a line typed, deleted, ticked or moved, a note made. */
  private type(): void {
    const paths = Object.keys(this.host.texts()).filter((path) => path.startsWith('Meetings/'));
    const path = this.chance.of(paths) ?? NEW;
    const lines = (this.host.texts()[path] ?? this.meeting('2025-10-31')).split('\n');
    const at = this.chance.below(lines.length);
    switch (this.chance.below(5)) {
      case 0:
        lines.splice(Math.max(at, 6), 0, this.line().trimEnd());
        break;
      case 1: {
        const [gone = ''] = at > 5 ? lines.splice(at, 1) : [];
        for (const word of wordsOf(gone)) this.words.delete(word);
        break;
      }
      case 2:
        lines[at] = (lines[at] ?? '').replace('- [ ]', '- [x]');
        break;
      case 3:
        lines.splice(6, 0, ...lines.splice(Math.max(at, 6), 1));
        break;
      default:
        for (const word of wordsOf(this.host.texts()[NEW] ?? '')) this.words.delete(word);
        this.host.put(NEW, this.meeting('2025-10-31'));
        return;
    }
    this.host.put(path, lines.join('\n'));
  }

  private async rare(): Promise<void> {
    if (this.chance.once(2)) {
      // A sync brings a note as it was.
      const texts = this.chance.of(this.older) ?? {};
      const path = this.chance.of(Object.keys(texts).filter((one) => one.startsWith('Meetings/'))) ?? '';
      this.host.put(path, texts[path] ?? '');
    } else {
      // Out, and in again, an hour later: tokens run out.
      this.now += this.chance.oneOf(1, 20) * 60_000;
    }
    this.older.push(this.host.texts());
    this.forgetWords();
    await this.maybeTell();
  }

  /** What a sync replaced is not ours to find. */
  private forgetWords(): void {
    const there = this.there();
    for (const word of this.words) if (!there.has(word)) this.words.delete(word);
    for (const word of there) this.words.add(word);
  }

  /** The watch tells of a change at once, or later. */
  private async maybeTell(): Promise<void> {
    if (!this.chance.once(3)) await this.tell();
  }

  private async tell(): Promise<void> {
    await (this.vault as unknown as { take(paths: ReadonlySet<string>): Promise<void> }).take(new Set());
  }

  private async call(name: string, given: object): Promise<Partial<Said>> {
    try {
      const said = await callTool(name, given, {
        vault: this.vault.forAgents,
        plans: this.plans,
        signal: new AbortController().signal,
      });
      return JSON.parse(JSON.stringify(said)) as Said;
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      return { error: { code: error.code, message: error.message, ...error.more }, rows: [] };
    }
  }

  private check(): void {
    const texts = this.host.texts();
    if (texts[STRANGER] !== '# Bread\n\nFlour and water.\n') throw new Error('a stranger’s file was written');
    for (const path of Object.keys(texts))
      if (!/^(?:Meetings|People|Notes|Throughline)\/[^/]+\.md$|^Throughline\/Decisions\/[^/]+\.md$/.test(path))
        throw new Error(`a file appeared at ${path}`);
    const there = this.there();
    for (const word of this.words) if (!there.has(word)) throw new Error(`the line of ${word} is lost`);
  }

  /** The words of lines that somebody wrote: those of a block are computed. */
  private there(): Set<string> {
    return new Set(Object.values(this.host.texts()).flatMap((text) => wordsOf(text.replace(BLOCK, ''))));
  }

  private word(): string {
    const word = `word${++this.made}x`;
    this.words.add(word);
    return word;
  }

  private line(): string {
    const who = this.chance.oneOf(...PEOPLE, 'me', 'Ann');
    const word = this.word();
    return this.chance.oneOf(
      `- [ ] Send ${word} @${who} 📅 2025-11-0${1 + this.chance.below(9)}\n`,
      `- [ ] Ask ${who} about ${word} 🔁 every week 📅 2025-11-05\n`,
      `- [?] Maybe ${word} @${who}\n`,
      `- ${who} to check ${word}\n`,
      `Words with ${word}\n`,
    );
  }

  private meeting(day: string): string {
    const people = PEOPLE.slice(0, 1 + this.chance.below(3)).map((name) => `"[[${name}]]"`);
    const lines = Array.from({ length: 1 + this.chance.below(3) }, () => this.line()).join('');
    return `---\ntype: meeting\ndate: ${day}\npeople: [${people.join(', ')}]\n---\n# Sync\n## Actions\n${lines}## Questions\n- Who takes ${this.word()}?\n`;
  }
}

function wordsOf(text: string): string[] {
  return text.match(/\bword\d+x\b/g) ?? [];
}
