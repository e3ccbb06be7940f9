import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds of this thread's own work where the system tells them, else of the clock. */
export const threadTime = existsSync('/proc/thread-self/schedstat')
  ? () => Number.parseInt(readFileSync('/proc/thread-self/schedstat', 'latin1'), 10) / 1e6
  : () => performance.now();
