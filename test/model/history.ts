/**
 * A history: what two devices and their people did, one after the other, as numbers that it can be played from again.
 */
import fc from 'fast-check';
import { readSettings, type Settings } from '../../src/settings/settings';
import type { VaultIndex } from '../../src/vault-index/build-index';
import { MemoryHost } from '../doubles/memory-host';
import { Chance } from './chance';
import { type Counts, Device, same } from './device';
import { type Edits, PERSON_EDITS, START } from './person-edits';
import { type Settling, Sync } from './sync';
import { Ledger } from './typed-lines';

export interface Step {
  readonly on: 0 | 1;
  readonly what: string;
  readonly seed: number;
}

export interface History {
  readonly settling: Settling;
  readonly steps: readonly Step[];
  /** The device that rolls up first in the end. */
  readonly first: 0 | 1;
}

const SETTINGS: readonly Settings[] = [
  { me: ['Mara Voss'], properties: ['last_contact', 'meeting_count'] },
  { me: ['Mara Voss'], properties: ['last_contact', 'meeting_count'], newPages: 'frequent', rowsPerSection: 2 },
  { me: ['Mara Voss', 'Ann Lee'], blockPosition: 'end' },
].map((given) => readSettings(given).settings);

const OURS = [
  'rolls up',
  'rolls up',
  'rolls up',
  'rolls up',
  'gets files',
  'gets files',
  'gets files',
  'answers',
  'answers',
  'acts on a row',
  'acts on a row',
  'looks',
  'undoes',
  'redoes',
  'removes',
  'is killed',
  'fails',
  'a day passes',
  'gets other settings',
];
const WORDS = [
  'looks',
  ...Object.keys(PERSON_EDITS),
  ...Object.keys(PERSON_EDITS),
  'makes a note',
  'makes a note',
  'types in the block',
  'types in the block',
  ...OURS,
  ...OURS,
];

export const history: fc.Arbitrary<History> = fc.record({
  settling: fc.constantFrom<Settling[]>('merge', 'copy'),
  steps: fc.array(
    fc.record({ on: fc.constantFrom<(0 | 1)[]>(0, 1), what: fc.constantFrom(...WORDS), seed: fc.nat(99_999) }),
    { minLength: 4, maxLength: 40, size: 'max' },
  ),
  first: fc.constantFrom<(0 | 1)[]>(0, 1),
});

export interface Tally extends Counts {
  histories: number;
  operations: number;
  lines: number;
  merges: number;
  readonly kinds: Map<string, number>;
}

export function newTally(): Tally {
  return {
    histories: 0,
    operations: 0,
    lines: 0,
    merges: 0,
    plans: 0,
    compared: 0,
    undone: 0,
    answered: 0,
    refused: 0,
    acted: 0,
    declined: 0,
    killed: 0,
    kinds: new Map(),
  };
}

/** The history with every step left out that the same failure does without. `fails` says the failure, or null. */
export async function smallest(found: History, fails: (history: History) => Promise<string | null>): Promise<History> {
  const wanted = await fails(found);
  let { steps } = found;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < steps.length;) {
      const without = [...steps.slice(0, at), ...steps.slice(at + size)];
      if ((await fails({ ...found, steps: without })) === wanted) steps = without;
      else at += size;
    }
  }
  return { ...found, steps };
}

/** What kind of failure it is: its first words, without numbers and step. */
export function kindOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '')
    .replace(/^step \d+, [^:]*: (?:Error: )?/, '')
    .replace(/^(?:desk|phone)/, '')
    .replace(/\d+/g, '0')
    .replace(/“[^”]*”/g, '“”')
    .slice(0, 60);
}

/** Throws where anything does not hold. */
export async function play({ settling, steps, first }: History, tally: Tally): Promise<void> {
  const world = new World(settling, tally);
  tally.histories += 1;
  for (const [at, step] of steps.entries()) {
    tally.operations += 1;
    tally.kinds.set(step.what, (tally.kinds.get(step.what) ?? 0) + 1);
    try {
      await world.step(step);
    } catch (error) {
      throw new Error(`step ${at}, ${step.what}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`, {
        cause: error,
      });
    }
  }
  await world.meet(first);
}

export class World {
  readonly devices: readonly [Device, Device];
  private readonly sync: Sync;
  private readonly looked: [VaultIndex | null, VaultIndex | null] = [null, null];
  private marks = 0;

  constructor(
    settling: Settling,
    private readonly tally: Tally,
  ) {
    const words = new Map<string, Set<string>>();
    const make = (name: string): Device =>
      new Device({
        name,
        host: new MemoryHost(START),
        ledger: new Ledger(words),
        settings: SETTINGS[0] ?? readSettings({}).settings,
        counts: tally,
      });
    this.devices = [make('desk'), make('phone')];
    this.sync = new Sync(
      this.devices.map(({ host }) => host),
      START,
      settling,
    );
  }

  async step({ on, what, seed }: Step): Promise<void> {
    const device = this.devices[on];
    const chance = new Chance(seed);
    if (what in PERSON_EDITS) this.edit(device, what, chance);
    else if (what === 'rolls up') {
      await device.roll(chance, (paths) => {
        this.edit(
          device,
          chance.oneOf('types at the end of a page', 'types in the block', 'deletes a file', 'runs a linter'),
          chance,
          paths,
        );
      });
      this.looked[on] = await device.seen();
    } else if (what === 'gets files') this.deliver(on, () => !chance.once(3));
    else if (what === 'answers')
      await device.answer(chance, () => {
        this.edit(device, chance.of(Object.keys(PERSON_EDITS)) ?? '', chance);
      });
    else if (what === 'looks') this.looked[on] = await device.seen();
    else if (what === 'acts on a row') {
      const seen = chance.once(2) ? await device.seen() : (this.looked[on] ?? (await device.seen()));
      if (chance.once(2))
        for (const edit of ['deletes a line of a note', 'changes a line of a note', 'moves a file'])
          this.edit(device, edit, chance);
      await device.act(chance, seen);
    } else if (what === 'undoes') await device.undo('undo');
    else if (what === 'redoes') await device.undo('redo');
    else if (what === 'removes') await device.remove(chance);
    else if (what === 'is killed') await device.killed(chance);
    else if (what === 'fails') await device.failing(chance);
    else if (what === 'a day passes') device.nextDay();
    else if (what === 'gets other settings') device.give(chance.of(SETTINGS) ?? device.settings);
    else throw new Error(`nobody does that: ${what}`);
    if (chance.once(2)) await device.compare();
  }

  private edit(device: Device, what: string, chance: Chance, among: readonly string[] | null = null): void {
    const before = device.texts();
    const mark = (of: 'n' | 'r' | 'w'): string => `${of}${++this.marks}`;
    const edits: Edits =
      PERSON_EDITS[what]?.({
        chance,
        texts:
          among === null ? before : Object.fromEntries(Object.entries(before).filter(([path]) => among.includes(path))),
        mark,
      }) ?? {};
    for (const [path, text] of Object.entries(edits)) {
      if (text === null) device.host.remove(path);
      else if (text !== before[path]) device.host.put(path, text);
    }
    device.ledger.left(before, device.texts());
  }

  private deliver(on: 0 | 1, which: (path: string) => boolean): void {
    const device = this.devices[on];
    const before = device.texts();
    for (const path of this.sync.paths().filter(which)) this.sync.deliver(device.host, path);
    device.ledger.synced(before, device.texts(), this.devices[on === 0 ? 1 : 0].ledger);
  }

  private deliverAll(): void {
    for (const on of [0, 1, 0, 1] as const) this.deliver(on, () => true);
  }

  /**
   * Everything arrives, repairs are accepted, both roll up with the same day and settings: they hold the same bytes.
   */
  async meet(first: 0 | 1): Promise<void> {
    const [one, other] = this.devices;
    one.today = other.today = one.today > other.today ? one.today : other.today;
    other.give(one.settings);
    for (let round = 0; round < 3; round++) {
      this.deliverAll();
      await one.mend();
      this.deliverAll();
      const chance = new Chance(round);
      await this.devices[first].roll(chance);
      this.deliverAll();
      await this.devices[first === 0 ? 1 : 0].roll(chance);
    }
    this.deliverAll();
    same(one.texts(), other.texts(), 'in the end the devices');
    await one.checkSettled();
    await other.checkSettled();
    this.tally.lines += one.ledger.size;
    this.tally.merges += this.sync.merged;
  }
}
