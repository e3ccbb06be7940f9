/** The long run's own process: `run.mjs` bundles it. */
import fc from 'fast-check';
import process from 'node:process';
import { history, kindOf, newTally, play, smallest } from './history';

const [minutes = '', seed = '', batch = ''] = process.argv.slice(2);
const end = performance.now() + Number(minutes) * 60_000;
const tally = newTally();
const said = new Set<string>();
let failures = 0;
for (let own = Number(seed); performance.now() < end && failures < 12; own++) {
  const histories = fc.sample(history, { numRuns: Number(batch), seed: own });
  for (const one of histories) {
    if (performance.now() > end) break;
    try {
      await play(one, tally);
    } catch (error) {
      const kind = kindOf(error);
      // The same again, by its first words, tells nothing new.
      if (said.has(kind)) continue;
      said.add(kind);
      failures += 1;
      let last = error;
      const least = await smallest(one, async (other) =>
        play(other, newTally()).then(
          () => null,
          (next: unknown) => {
            if (kindOf(next) === kind) last = next;
            return kindOf(next);
          },
        ),
      );
      process.stdout.write(
        `seed ${own}: ${JSON.stringify(least)}\n${(last instanceof Error ? last.message : String(last)).slice(0, 5000)}\n\n`,
      );
    }
  }
}
const { kinds, ...counts } = tally;
process.stdout.write(`${JSON.stringify(counts)}\n${JSON.stringify(Object.fromEntries(kinds))}\n${failures} failures\n`);
process.exitCode = failures > 0 ? 1 : 0;
