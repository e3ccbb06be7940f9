/**
 * The examples of a page of documentation: what it tells the reader to type, and what it says will come of it.
 *
 *     ```sh                              typed
 *     throughline undo ~/Notes
 *     ```
 *
 *     ```text                            and shown, where nothing but blank lines stands between; a last line `…` leaves the rest out
 *     There is nothing to undo.
 *     ```
 *
 *     ```markdown Meetings/Call.md       a note that is in the vault from here on
 *
 *     <!-- not run: it never ends -->    before a fence: it is not run, and why
 */

export interface Fence {
  readonly info: string;
  readonly text: string;
  /** Lines from 0: of the opening fence and of the closing one. */
  readonly from: number;
  readonly to: number;
}

export type Step =
  | { readonly step: 'file'; readonly path: string; readonly text: string }
  | {
      readonly step: 'run';
      readonly line: number;
      readonly commands: string;
      readonly shown: Fence | null;
      readonly notRun: string | null;
    }
  /** A heading: the vault is a fresh one below it. */
  | { readonly step: 'section'; readonly title: string };

export function fencesOf(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, marks, info = ''] = /^(`{3,})(.*)$/.exec(lines[at] ?? '') ?? [];
    if (marks === undefined) continue;
    const close = lines.findIndex((line, index) => index > at && line.trimEnd() === marks);
    if (close < 0) throw new Error(`line ${at + 1}: a fence that is never closed`);
    fences.push({ info: info.trim(), text: lines.slice(at + 1, close).join('\n'), from: at, to: close });
    at = close;
  }
  return fences;
}

export function stepsOf(text: string): Step[] {
  const lines = text.split('\n');
  const fences = fencesOf(lines);
  const steps: { readonly at: number; readonly step: Step }[] = [];
  for (const [order, fence] of fences.entries()) {
    const file = /^markdown (\S.*\.md)$/.exec(fence.info)?.[1];
    if (file !== undefined) steps.push({ at: fence.from, step: { step: 'file', path: file, text: `${fence.text}\n` } });
    if (fence.info !== 'sh') continue;
    const next = fences[order + 1];
    const follows =
      next !== undefined &&
      next.info !== 'sh' &&
      !next.info.includes(' ') &&
      lines.slice(fence.to + 1, next.from).every((line) => line.trim() === '');
    const notRun = /^<!-- not run: (.+) -->$/.exec(lines[fence.from - 1] ?? '')?.[1] ?? null;
    steps.push({
      at: fence.from,
      step: { step: 'run', line: fence.from + 1, commands: fence.text, shown: follows ? next : null, notRun },
    });
  }
  for (const [at, line] of lines.entries()) {
    const title = /^#{1,3} (.+)$/.exec(line)?.[1];
    if (title !== undefined && !fences.some(({ from, to }) => from < at && at < to))
      steps.push({ at, step: { step: 'section', title } });
  }
  return steps.sort((a, b) => a.at - b.at).map(({ step }) => step);
}

/** Whether `shown` is what was printed, as far as it is shown. The time of day at which a command ran is anybody's. */
export function isShown(shown: string, printed: string): boolean {
  const [want, have] = [shown, printed.trimEnd()].map((text) => text.replace(MOMENT, 'THEN')) as [string, string];
  return want.endsWith('\n…') ? have.startsWith(want.slice(0, -1)) : want === have;
}

const MOMENT = /\b\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d/g;

/** What should stand there instead, as long as it is now where a part is left out. */
export function reshown(shown: string, printed: string): string {
  const text = printed.trimEnd().replace(MOMENT, '3 Nov 2025, 17:04');
  return shown.endsWith('\n…')
    ? `${text
        .split('\n')
        .slice(0, shown.split('\n').length - 1)
        .join('\n')}\n…`
    : text;
}
