/**
 * Some histories of an agent, a person and a sync; `AGENT_HISTORIES=10000 npx jest test/mcp/agent-history` plays more,
 * from `AGENT_SEED` on. A failure says the seed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newTally, play } from './agent-history';

const HISTORIES = Number(process.env['AGENT_HISTORIES'] ?? 40);
const SEED = Number(process.env['AGENT_SEED'] ?? 1);

test('no line lost, nothing written but what was planned, and all of it undone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-agent-'));
  // The vault itself is in memory; a folder without files is refused.
  writeFileSync(path.join(folder, 'Note.md'), '');
  const tally = newTally();
  try {
    for (let seed = SEED; seed < SEED + HISTORIES; seed++)
      await play(seed, folder, tally).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (HISTORIES > 40) process.stdout.write(`${JSON.stringify(tally)}\n`);
  for (const [what, times] of Object.entries(tally)) expect({ what, any: times > 0 }).toEqual({ what, any: true });
}, 3_600_000);
