/**
 * What a person wrote, told from marks in her words: each line she types has one that no other line has. A line is
 * followed through whatever Sync and Throughline do, and what is computed from it is told from it:
 *
 *     - typed between two rows w17           typed on a page: counts wherever it stands
 *     - Pilot budget r8 [[Ann Lee]] #raise   waits on a page: the row that comes of it has no `#raise`
 *     - [ ] Send the draft n4 @me            typed in a note: counts outside the blocks, where it does not end as a row does
 */
const MARK = /\b([nrw])\d+\b/g;
const ROW_END = / — (?:\[\[[^\]]*\]\](?:, )?)+\s*$/;

export type Texts = Readonly<Record<string, string>>;

/** By mark, the lines as they read without bullet and spaces: one for each time that it stands in the vault. */
export function typedLines(texts: Texts): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of Object.keys(texts).sort()) {
    let inBlock = false;
    for (const line of (texts[path] ?? '').split(/\r\n|\r|\n/)) {
      if (line.startsWith('<!-- throughline:begin')) inBlock = true;
      else if (line.startsWith('<!-- throughline:end')) inBlock = false;
      for (const mark of marksOf(line, inBlock)) {
        const core = line.trim().replace(/^(?:[-*+]\s+)+/, '');
        const known = found.get(mark);
        if (known === undefined) found.set(mark, [core]);
        else known.push(core);
      }
    }
  }
  return found;
}

function marksOf(line: string, inBlock: boolean): readonly string[] {
  const marks = line.match(MARK) ?? [];
  const typed = marks.filter((mark) => mark.startsWith('w'));
  if (typed.length > 0) return typed;
  const raised = marks.filter((mark) => mark.startsWith('r'));
  if (raised.length > 0) return line.includes('#raise') ? raised : [];
  return inBlock || ROW_END.test(line) ? [] : marks;
}

interface Held {
  /** How often it must and may stand in this device's files: both the same unless a merge doubled it. */
  readonly least: number;
  readonly most: number;
}

/** What must be in one device's files. */
export class Ledger {
  private held = new Map<string, Held>();

  /** `words`: every wording that a line ever had, on any device. */
  constructor(private readonly words: Map<string, Set<string>>) {}

  least(mark: string): number {
    return this.held.get(mark)?.least ?? 0;
  }

  /** The person changed her files: as they are now they are as she left them. */
  left(before: Texts, after: Texts): void {
    const was = typedLines(before);
    const is = typedLines(after);
    for (const mark of new Set([...was.keys(), ...is.keys()])) {
      const [from, to] = [was.get(mark)?.length ?? 0, is.get(mark)?.length ?? 0];
      if (from !== to) this.held.set(mark, { least: to, most: to });
    }
    this.learn(is);
  }

  /**
   * Sync put another device's files in, or merged: what it dropped is gone, what it doubled may be put together again.
   */
  synced(before: Texts, after: Texts, other: Ledger): void {
    const was = typedLines(before);
    const is = typedLines(after);
    for (const mark of new Set([...was.keys(), ...is.keys()])) {
      const [from, to] = [was.get(mark)?.length ?? 0, is.get(mark)?.length ?? 0];
      if (from === to) continue;
      const least = from === 0 ? Math.max(1, other.least(mark)) : this.least(mark);
      this.held.set(mark, { least: Math.min(to, least), most: to });
    }
    this.learn(is);
  }

  /**
   * What Throughline did: every line is there as often as the person left it, in words that it had unless she asked for
   * others.
   */
  check(
    after: Texts,
    where: string,
    {
      which = () => true,
      wordsMayChange = false,
    }: { readonly which?: (mark: string) => boolean; readonly wordsMayChange?: boolean } = {},
  ): void {
    const is = typedLines(after);
    for (const [mark, { least, most }] of this.held) {
      if (!which(mark)) continue;
      const lines = is.get(mark) ?? [];
      if (lines.length < least)
        throw new Error(`${where}: the line of ${mark} stands ${lines.length} times, and was left ${least} times`);
      if (lines.length > most)
        throw new Error(
          `${where}: the line of ${mark} stands ${lines.length} times, and was left ${most} times: ${lines.join(' | ')}`,
        );
      if (wordsMayChange) continue;
      for (const line of lines)
        if (this.words.get(mark)?.has(line) !== true)
          throw new Error(
            `${where}: nobody wrote “${line}”, but ${[...(this.words.get(mark) ?? [])].map((one) => `“${one}”`).join(', ')}`,
          );
    }
    for (const mark of is.keys())
      if (which(mark) && !this.held.has(mark)) throw new Error(`${where}: ${mark} came from nowhere`);
  }

  get size(): number {
    return this.held.size;
  }

  private learn(is: ReadonlyMap<string, readonly string[]>): void {
    for (const [mark, lines] of is) {
      const known = this.words.get(mark) ?? new Set();
      for (const line of lines) known.add(line);
      this.words.set(mark, known);
    }
  }
}
