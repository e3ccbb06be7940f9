/**
 * The events and time zones of a calendar file (`.ics`, RFC 5545), each as its own lines: one that cannot be read takes
 * no other along, and most of a file of years is never looked at.
 *
 *     BEGIN:VCALENDAR
 *     BEGIN:VEVENT        a block, from here
 *     SUMMARY:Pricing
 *      with Dana          goes on with the line before it
 *     END:VEVENT          to here
 */
import type { ProblemInFile } from '../note/problems';

export interface CalendarBlock {
  /** Of its BEGIN, 1-based. */
  readonly line: number;
  /** Its lines, BEGIN and END among them, with `\r\n`; continued lines as they are. */
  readonly text: string;
}

interface CalendarBlocks {
  readonly events: readonly CalendarBlock[];
  readonly zones: readonly CalendarBlock[];
  /** The file takes back what it lists. */
  readonly isCancelled: boolean;
  readonly problems: readonly ProblemInFile<'calendar-unreadable'>[];
}

/** Problems that are told of one file. */
const MOST_PROBLEMS = 20;
const KEPT: ReadonlySet<string> = new Set(['VEVENT', 'VTIMEZONE']);

export function calendarBlocks(text: string): CalendarBlocks {
  const events: CalendarBlock[] = [];
  const zones: CalendarBlock[] = [];
  const problems: ProblemInFile<'calendar-unreadable'>[] = [];
  const wrong = (line: number, cause: 'no-calendar' | 'unclosed' | 'bad-line', detail: string): void => {
    if (problems.length < MOST_PROBLEMS)
      problems.push({ line, code: 'calendar-unreadable', cause, detail: detail.slice(0, 60) });
  };
  let open: { readonly name: string; readonly line: number; readonly lines: string[] } | null = null;
  let depth = 0;
  let isCalendar = false;
  let isCancelled = false;
  // A line that is none takes the lines that go on with it along.
  let isSkipped = false;
  let line = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const raw = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    at = end < 0 ? text.length : end + 1;
    line += 1;
    if (/^[ \t]/.test(raw)) {
      if (!isSkipped) open?.lines.push(raw);
      continue;
    }
    isSkipped = raw.trim() === '';
    if (isSkipped) continue;
    const [, mark, name = ''] = /^(BEGIN|END):([A-Z-]+)[ \t]*$/i.exec(raw) ?? [];
    const kind = name.toUpperCase();
    if (mark !== undefined && kind === 'VCALENDAR') isCalendar = true;
    if (open === null) {
      if (/^METHOD:CANCEL[ \t]*$/i.test(raw)) isCancelled = true;
      if (mark?.toUpperCase() === 'BEGIN' && KEPT.has(kind)) {
        open = { name: kind, line, lines: [raw] };
        depth = 0;
      }
      continue;
    }
    const isNext = mark?.toUpperCase() === 'BEGIN' && KEPT.has(kind);
    if (isNext || (mark?.toUpperCase() === 'END' && kind === 'VCALENDAR')) {
      wrong(open.line, 'unclosed', open.name);
      open = isNext ? { name: kind, line, lines: [raw] } : null;
      depth = 0;
      continue;
    }
    if (!/^[\w.-]+[;:]/.test(raw)) {
      wrong(line, 'bad-line', raw);
      isSkipped = true;
      continue;
    }
    open.lines.push(raw);
    if (mark?.toUpperCase() === 'BEGIN') depth += 1;
    else if (mark !== undefined && depth > 0) depth -= 1;
    else if (mark !== undefined && kind === open.name) {
      const block = { line: open.line, text: open.lines.join('\r\n') };
      (kind === 'VEVENT' ? events : zones).push(block);
      open = null;
    }
  }
  if (open !== null) wrong(open.line, 'unclosed', open.name);
  if (!isCalendar)
    wrong(
      1,
      'no-calendar',
      text
        .trimStart()
        .slice(0, 60)
        .split(/[\r\n]/)[0] ?? '',
    );
  return { events: isCalendar ? events : [], zones, isCancelled, problems };
}
