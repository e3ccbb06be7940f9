/**
 * Some histories, others each time; `npm run model -- --minutes N` plays them for long. A failure says the seed and the
 * smallest history.
 */
import fc from 'fast-check';
import { history, newTally, play } from './history';

test('whatever two people did on two devices: what is kept up is what comes from nothing, and no line is missing', async () => {
  const tally = newTally();
  await fc.assert(
    fc.asyncProperty(history, (one) => play(one, tally)),
    { numRuns: 12 },
  );
  expect(tally.compared).toBeGreaterThan(50);
  expect(tally.lines).toBeGreaterThan(20);
});
