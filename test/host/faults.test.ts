/**
 * Whatever fails, wherever: a fault is put into every single call of a rollup over the whole sample vault in turn.
 * Afterwards each file is old or new, outside our parts no byte has changed, and a second, undisturbed run leaves what
 * an undisturbed first run would have. `FAULTS=all npx jest test/host/faults` goes through every call; by default every
 * few are tried, others each time.
 */
import type { HostErrorCode } from '../../src/host/vault-host';
import { HostError } from '../../src/host/vault-host';
import { rollUp, type RolledUp } from '../../src/host/roll-up';
import { removeFromVault } from '../../src/host/remove';
import { undoLast } from '../../src/host/undo';
import { unplanPage } from '../../src/page/plan-page';
import { MemoryHost, type Operation } from '../doubles/memory-host';
import { bareSample, sampleSettings } from '../sample-vault';

const NOW = Date.UTC(2025, 10, 3, 10);
const TODAY = '2025-11-03';
const ALL = process.env['FAULTS'] === 'all';
const TRIED = 4;
const settings = sampleSettings();

type Files = Record<string, string | Uint8Array>;
interface Call {
  readonly operation: Operation;
  readonly path: string;
}

let bare: Files = {};
let texts: Record<string, string> = {};
let after: Record<string, string> = {};
const calls: Call[] = [];

async function run(host: MemoryHost, now = NOW): Promise<RolledUp> {
  return rollUp(host, { settings, today: TODAY, now });
}

beforeAll(async () => {
  bare = {
    ...(await bareSample()),
    // Pages to be made, one of them where a folder is to be made first.
    'Meetings/2025-11-01 New people.md':
      '---\ntype: meeting\ndate: 2025-11-01\npeople: ["[[Nora Quist]]", "[[Odd Hagen]]"]\nprojects: ["[[Lantern Hill]]"]\n---\n## Actions\n- [ ] Send plan @Nora Quist\n',
  };
  texts = new MemoryHost(bare).texts();
  const host = new MemoryHost(bare);
  host.watcher = {
    before: (operation, path) => {
      calls.push({ operation, path });
    },
  };
  const { result, failures } = await run(host);
  expect([...result.failures, ...result.skipped, ...failures]).toEqual([]);
  expect(result.created.length).toBeGreaterThan(5);
  after = host.texts();
});

/** The calls to disturb: all, or some that differ from kind to kind of fault. */
function chosen(from: number, which: (call: Call) => boolean = () => true): number[] {
  const numbers = calls.flatMap((call, at) => (which(call) ? [at] : []));
  if (ALL) return numbers;
  // Reading is most of the calls: writing is what matters more.
  const writes = numbers.filter((at) => !['read', 'state-read', 'state-list'].includes(calls[at]?.operation ?? ''));
  const step = (list: readonly number[]): number[] =>
    list.filter(
      (_, at) =>
        at % Math.max(1, Math.ceil(list.length / (TRIED / 2))) ===
        from % Math.max(1, Math.ceil(list.length / (TRIED / 2))),
    );
  return [...new Set([...step(writes), ...step(numbers)])];
}

/** What must hold right after any fault. */
function checkOldOrNew(host: MemoryHost, where: string): void {
  const now = host.texts();
  for (const [path, text] of Object.entries(now)) {
    const old = texts[path];
    if (text === old || text === after[path]) continue;
    // Computed without a note that could not be read: still whole, and still nothing but our parts.
    const { text: without, problem } = unplanPage(text);
    if (problem !== null || (old !== undefined && without !== old) || (old === undefined && !(path in after)))
      throw new Error(`${where}: ${path} is neither old nor new:\n${text}`);
  }
  for (const path of Object.keys(texts)) if (!(path in now)) throw new Error(`${where}: ${path} is gone`);
}

async function checkSecondRun(host: MemoryHost, where: string): Promise<void> {
  host.restart();
  const { failures, result } = await run(host, NOW + 60_000);
  expect({ where, failures, failed: result.failures, skipped: result.skipped }).toEqual({
    where,
    failures: [],
    failed: [],
    skipped: [],
  });
  expect({ where, texts: host.texts(), trash: [...host.trashed.keys()] }).toEqual({ where, texts: after, trash: [] });
  expect(Object.keys(host.stateTexts()).filter((name) => name.includes('.open.'))).toEqual([]);
}

/** Puts a fault before or behind the call of that number. */
function disturb(host: MemoryHost, at: number, when: 'before' | 'after', what: (call: Call) => void): void {
  let [started, ended] = [-1, -1];
  host.watcher = {
    before(operation, path) {
      started += 1;
      if (when === 'before' && started === at) what({ operation, path });
    },
    after(operation, path) {
      ended = started;
      if (when === 'after' && ended === at) what({ operation, path });
    },
  };
}

async function everywhere(
  numbers: readonly number[],
  one: (host: MemoryHost, at: number, where: string) => Promise<void>,
): Promise<void> {
  for (const at of numbers) {
    const { operation = 'list', path = '' } = calls[at] ?? {};
    await one(new MemoryHost(bare), at, `call ${at}, ${operation} ${path}`);
  }
  expect(numbers.length).toBeGreaterThan(0);
  if (ALL) process.stdout.write(`${expect.getState().currentTestName ?? ''}: ${numbers.length} faults\n`);
}

const LIMIT = ALL ? 3_600_000 : 120_000;

test.each<[string, HostErrorCode, number]>([
  ['fails', 'io', 0],
  ['is not permitted', 'denied', 3],
])(
  'a call that %s',
  async (_, code, from) => {
    await everywhere(chosen(from), async (host, at, where) => {
      let disturbed = false;
      disturb(host, at, 'before', ({ path }) => {
        disturbed = true;
        throw new HostError(code, path, `“${path}”: ${code}.`);
      });
      const told = await run(host).then(
        ({ failures, result }) => [...failures, ...result.failures],
        (error: unknown) => [error as HostError],
      );
      expect({ where, disturbed }).toEqual({ where, disturbed: true });
      // What failed of the vault's own files is named.
      const { operation = 'list', path = '' } = calls[at] ?? {};
      if (
        ['process', 'create', 'trash', 'state-create'].includes(operation) ||
        (operation === 'read' && path.endsWith('.md'))
      ) {
        expect({ where, told: told.map((failure) => failure.path) }).toEqual({ where, told: [path] });
      }
      checkOldOrNew(host, where);
      await checkSecondRun(host, where);
    });
  },
  LIMIT,
);

test(
  'a disk that is full from some call on',
  async () => {
    await everywhere(
      chosen(5, ({ operation }) => operation !== 'read'),
      async (host, at, where) => {
        disturb(host, at, 'before', () => {
          host.fillAfter(0);
        });
        await run(host);
        checkOldOrNew(host, where);
        await checkSecondRun(host, where);
      },
    );
  },
  LIMIT,
);

test.each(['before', 'after'] as const)(
  'a process that is killed %s a call',
  async (when) => {
    await everywhere(chosen(when === 'before' ? 1 : 2), async (host, at, where) => {
      const deaths: string[] = [];
      const kill = (): void => {
        deaths.push(where);
        throw new Error('killed');
      };
      disturb(host, at, when, kill);
      const { before = () => undefined, after: behind = () => undefined } = host.watcher;
      host.watcher = {
        before: (...call) => {
          if (deaths.length > 0) kill();
          before(...call);
        },
        after: (...call) => {
          behind(...call);
        },
      };
      await run(host).catch(() => undefined);
      if (deaths.length === 0 && when === 'before') throw new Error(`${where} was not reached`);
      checkOldOrNew(host, where);
      await checkSecondRun(host, where);
    });
  },
  LIMIT,
);

test(
  'after a kill undoing, or removing, gives back the vault as it was',
  async () => {
    await everywhere(
      chosen(4, ({ operation }) => ['process', 'create', 'state-rename', 'state-create'].includes(operation)),
      async (host, at, where) => {
        let dead = false;
        disturb(host, at, 'before', () => {
          dead = true;
        });
        const { before = () => undefined } = host.watcher;
        host.watcher = {
          before(...call) {
            before(...call);
            if (dead) throw new Error('killed');
          },
        };
        await run(host).catch(() => undefined);
        host.restart();
        const taken =
          at % 2 === 0
            ? await undoLast(host, { now: NOW + 1, write: true })
            : await removeFromVault(host, { settings, now: NOW + 1, write: true });
        expect({ where, taken: 'failures' in taken ? taken.failures : [] }).toEqual({ where, taken: [] });
        expect({ where, texts: host.texts() }).toEqual({ where, texts });
      },
    );
  },
  LIMIT,
);

test(
  'a note that goes, or is changed, right before it is read or written',
  async () => {
    await everywhere(
      chosen(
        0,
        ({ operation, path }) =>
          (operation === 'read' || operation === 'process') && path.endsWith('.md') && path in texts,
      ),
      async (host, at, where) => {
        const goes = at % 3 === 0;
        let path = '';
        disturb(host, at, 'before', (call) => {
          ({ path } = call);
          if (goes) host.remove(path);
          else host.put(path, `${host.texts()[path] ?? ''}\nA line from elsewhere.\n`);
        });
        await run(host);
        if (goes) {
          expect({ where, there: path in host.texts() }).toEqual({ where, there: false });
        } else expect(host.texts()[path]).toContain('A line from elsewhere.');
        host.restart();
        await run(host, NOW + 1);
        // The same as a rollup of the vault as it is now, from nothing.
        const fresh = new MemoryHost({ ...bare, ...texts });
        if (goes) fresh.remove(path);
        else fresh.put(path, `${texts[path] ?? ''}\nA line from elsewhere.\n`);
        await run(fresh);
        expect({ where, texts: host.texts() }).toEqual({ where, texts: fresh.texts() });
      },
    );
  },
  LIMIT,
);
