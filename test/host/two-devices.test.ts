/**
 * Two devices on one vault, with a sync that delivers late, merges or leaves conflicted copies: both roll up whenever
 * they like, and once everything has arrived they hold the same bytes, those that one device alone would hold.
 */
import fc from 'fast-check';
import { rollUp } from '../../src/host/roll-up';
import { reviewVault } from '../../src/host/review';
import { carryOut } from '../../src/host/carry-out';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';
import { mergeThree } from '../page/merges';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';

const PEOPLE = ['Ann Lee', 'Bo Kim'];
const SAID = [
  '- [ ] Send the draft @me 📅 2025-11-05',
  '- [ ] Check the dates @Ann Lee',
  '- [x] Book the room @Bo Kim',
  '- [ ] Ask legal',
];

interface Edit {
  readonly on: 0 | 1;
  readonly what: 'note' | 'page' | 'inside' | 'roll' | 'deliver';
  readonly pick: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  on: fc.constantFrom<(0 | 1)[]>(0, 1),
  what: fc.constantFrom<Edit['what'][]>('note', 'note', 'page', 'inside', 'roll', 'roll', 'deliver'),
  pick: fc.nat(1000),
});

/**
 * Sync between two hosts: who changed a file alone since they last agreed gives it to the other; what both changed is
 * settled by `settle`.
 */
class Devices {
  readonly hosts = [new MemoryHost(START), new MemoryHost(START)] as const;
  private agreed: Readonly<Record<string, string>> = START;
  private copies = 0;

  constructor(private readonly settle: 'merge' | 'copy') {}

  /** Everything that changed on either side arrives on the other; in between, only what `only` admits. */
  deliver(only: (path: string) => boolean = () => true): void {
    const [one, other] = this.hosts.map((host) => host.texts());
    const agreed: Record<string, string> = { ...this.agreed };
    for (const path of new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])) {
      if (!only(path)) continue;
      const [a, b, base] = [one?.[path], other?.[path], this.agreed[path] ?? ''];
      let text = a === b ? a : a === undefined || a === base ? b : b === undefined || b === base ? a : undefined;
      if (text === undefined && a !== undefined && b !== undefined) {
        if (this.settle === 'merge') text = mergeThree(base, a, b, 'lines');
        else {
          text = a;
          this.give(
            path.replace(/\.md$/, ` (Conflicted copy phone 20251103${String(this.copies++).padStart(4, '0')}).md`),
            b,
            agreed,
          );
        }
      }
      if (text !== undefined) this.give(path, text, agreed);
    }
    this.agreed = agreed;
  }

  private give(path: string, text: string, agreed: Record<string, string>): void {
    for (const host of this.hosts) if (host.texts()[path] !== text) host.put(path, text);
    agreed[path] = text;
  }

  async roll(on: 0 | 1): Promise<void> {
    await rollUp(this.hosts[on], { settings, today, now: 0 });
  }

  /** What a person does when she is told: accepts the repairs on one device. */
  async mend(): Promise<void> {
    const [host] = this.hosts;
    const review = await reviewVault(host, { settings, today });
    const ids = review.all.filter(({ proposal: { kind } }) => kind === 'repair').map(({ proposal: { id } }) => id);
    if (ids.length === 0) return;
    const plan = review.answer(ids.map((id) => ({ id, accepted: true, as: null, scope: null })));
    if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
    await carryOut(host, plan, { what: 'answers', now: 0 });
  }
}

const START: Readonly<Record<string, string>> = {
  'People/Ann Lee.md': '# Ann Lee\n\n## Topics\n- Text\n',
  'People/Bo Kim.md': '---\naliases: [Bo]\n---\n# Bo Kim\n',
  'Meetings/2025-10-01 Start.md': note('2025-10-01', 0, 0),
};

function note(date: string, who: number, what: number): string {
  return `---\ntype: 1-1\ndate: ${date}\npeople: ["[[${PEOPLE[who % 2] ?? ''}]]"]\n---\n## Action items\n${SAID[what % 4] ?? ''}\n${SAID[(what + 1) % 4] ?? ''}\n## Decisions\n- Decision ${what}\n`;
}

async function play(
  edits: readonly Edit[],
  settle: 'merge' | 'copy',
): Promise<{ readonly devices: Devices; readonly typed: ReadonlySet<string> }> {
  const devices = new Devices(settle);
  const typed = new Set<string>();
  for (const [at, { on, what, pick }] of edits.entries()) {
    const host = devices.hosts[on];
    const texts = host.texts();
    const page = `People/${PEOPLE[pick % 2] ?? ''}.md`;
    const text = texts[page] ?? '';
    // Each device has its own notes and pages to type on: what two people type on one line is no sync's to settle.
    if (what === 'note')
      host.put(
        `Meetings/2025-10-${String(2 + (pick % 25)).padStart(2, '0')} ${on}.md`,
        note(`2025-10-${String(2 + (pick % 25)).padStart(2, '0')}`, pick, at),
      );
    else if (what === 'page' && on === pick % 2) {
      typed.add(`- typed ${at}`);
      host.put(page, `${text}- typed ${at}\n`);
    } else if (what === 'inside' && on === pick % 2 && text.includes('\n<!-- throughline:end')) {
      typed.add(`- inside ${at}`);
      host.put(page, text.replace('\n<!-- throughline:end', `\n- inside ${at}\n<!-- throughline:end`));
    } else if (what === 'roll') await devices.roll(on);
    else if (what === 'deliver') devices.deliver((path) => (path.length + pick) % 3 > 0);
  }
  return { devices, typed };
}

/** Until nothing moves any more, in the order given. */
async function meet(devices: Devices, first: 0 | 1): Promise<void> {
  for (let round = 0; round < 4; round++) {
    devices.deliver();
    await devices.mend();
    devices.deliver();
    await devices.roll(first);
    devices.deliver();
    await devices.roll(first === 0 ? 1 : 0);
    devices.deliver();
  }
}

/** What a rollup from nothing would write into a vault with these notes: the pages without their kept lines. */
function computed(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([path, text]) => {
      const block = /<!-- throughline:begin ([\w-]+)[^]*?\n([^]*?)<!-- throughline:end/.exec(text);
      // A page that has a block keeps it, though the note it was for is gone.
      const isEmpty = block?.[2] === 'No meetings yet.\n';
      return block === null || isEmpty || path.includes('Conflicted copy')
        ? []
        : [[path, `${block[1] ?? ''}\n${block[2] ?? ''}`]];
    }),
  );
}

test.each(['merge', 'copy'] as const)(
  'whatever was typed, written and delivered when (%s), both end with the same bytes and every typed line',
  async (settle) => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 16 }), fc.constantFrom<(0 | 1)[]>(0, 1), async (edits, first) => {
        const { devices, typed } = await play(edits, settle);
        await meet(devices, first);
        const [one, other] = devices.hosts.map((host) => host.texts());
        expect(other).toEqual(one);
        const all = Object.values(one ?? {})
          .join('\n')
          .split('\n');
        for (const line of typed) expect(all).toContain(line);
        // Rolled up by a device that was never there, over the same notes.
        const fresh = new MemoryHost(
          Object.fromEntries(
            Object.entries(one ?? {})
              .filter(([path]) => path.startsWith('Meetings/'))
              .concat(Object.entries(START).filter(([path]) => path.startsWith('People/'))),
          ),
        );
        await rollUp(fresh, { settings, today, now: 0 });
        expect(computed(one ?? {})).toEqual(computed(fresh.texts()));
        await devices.roll(0);
        expect(devices.hosts[0].texts()).toEqual(one);
      }),
      { numRuns: RUNS },
    );
  },
);

test('notes alone, in any order, with any rollups between: no conflict is left to settle', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        edit.filter(({ what }) => what !== 'page' && what !== 'inside'),
        { maxLength: 14 },
      ),
      async (edits) => {
        const ends = [];
        for (const first of [0, 1] as const) {
          const { devices } = await play(
            edits.filter(({ what }) => what !== 'roll'),
            'merge',
          );
          await meet(devices, first);
          ends.push(devices.hosts[first].texts());
        }
        expect(ends[1]).toEqual(ends[0]);
      },
    ),
    { numRuns: RUNS },
  );
});

/** `DEVICE_RUNS=2000` for a long run. */
const RUNS = Number(process.env['DEVICE_RUNS'] ?? 8);
