/** When another program of this device began, as the system tells it. */
import process from 'node:process';

/**
 * Milliseconds since the epoch; null where the system does not tell. Asked only of a program that may have taken the
 * number of one that was killed.
 */
export function processStart(pid: number): number | null {
  if (process.platform === 'win32') return null;
  // Loaded only here: it takes Node 8 ms, and nearly no command asks.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    timeout: 2000,
  });
  const start = Date.parse(stdout.trim());
  return Number.isNaN(start) ? null : start;
}
