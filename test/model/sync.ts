/**
 * Sync between devices as file services do it: each device holds of every file the version it was in step with last.
 * What only one side changed since is taken over; what both changed is merged line by line, or leaves a conflicted
 * copy. A file that was deleted here and changed there comes back. Nothing says when a file is delivered, nor in which
 * order.
 */
import type { MemoryHost } from '../doubles/memory-host';
import { mergeThree } from '../page/merges';
import type { Texts } from './typed-lines';

export type Settling = 'merge' | 'copy';

export class Sync {
  private readonly server = new Map<string, string | null>();
  private readonly inStep: ReadonlyMap<MemoryHost, Map<string, string | null>>;
  private copies = 0;
  merged = 0;

  constructor(
    hosts: readonly MemoryHost[],
    start: Texts,
    private readonly settling: Settling,
  ) {
    for (const [path, text] of Object.entries(start)) this.server.set(path, text);
    this.inStep = new Map(hosts.map((host) => [host, new Map(Object.entries(start))]));
  }

  /** Every path that somebody has or had. */
  paths(): string[] {
    const here = [...this.inStep.keys()].flatMap((host) => Object.keys(host.texts()));
    return [...new Set([...this.server.keys(), ...here])].sort();
  }

  /** One file, both ways: as it is on the server down, as it is here up. */
  deliver(host: MemoryHost, path: string): void {
    const inStep = this.inStep.get(host) ?? new Map<string, string | null>();
    const [base, here, there] = [inStep.get(path) ?? null, host.texts()[path] ?? null, this.server.get(path) ?? null];
    if (there !== base) {
      inStep.set(path, there);
      if (here === base) this.put(host, path, there);
      else if (here !== there) this.put(host, path, this.settle(host, path, { base, here, there }));
    }
    const now = host.texts()[path] ?? null;
    this.server.set(path, now);
    inStep.set(path, now);
  }

  /** Until every device has everything. */
  deliverAll(): void {
    for (let round = 0; round < 3; round++)
      for (const path of this.paths()) for (const host of this.inStep.keys()) this.deliver(host, path);
  }

  private settle(
    host: MemoryHost,
    path: string,
    {
      base,
      here,
      there,
    }: { readonly base: string | null; readonly here: string | null; readonly there: string | null },
  ): string | null {
    if (here === null) return there;
    if (there === null) return here;
    this.merged += 1;
    // Two last lines without an end would become one, and a sentence of its own.
    if (this.settling === 'merge') return mergeThree(ended(base ?? ''), ended(here), ended(there), 'lines');
    this.copies += 1;
    host.put(
      path.replace(/(?=\.md$)/, ` (Conflicted copy phone 20251103${String(this.copies).padStart(4, '0')})`),
      here,
    );
    return there;
  }

  private put(host: MemoryHost, path: string, text: string | null): void {
    if (text === null) host.remove(path);
    else host.put(path, text);
  }
}

function ended(text: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : `${text}\n`;
}
