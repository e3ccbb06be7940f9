import process from 'node:process';

/**
 * A watch for this thread's own time: `const spent = startWatch(); …; spent()` are milliseconds. Where Node tells no
 * thread's time, what the clock says and what all of the process's threads took are both no less than it: the lesser of
 * the two.
 */
export function startWatch() {
  const own = process.threadCpuUsage?.();
  if (own !== undefined) return () => total(process.threadCpuUsage(own));
  const began = performance.now();
  const before = process.cpuUsage();
  return () => Math.min(performance.now() - began, total(process.cpuUsage(before)));
}

const total = ({ user, system }) => (user + system) / 1000;
