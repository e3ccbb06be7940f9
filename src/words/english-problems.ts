/** Problems in notes in English: what it is, and the way out. */
import type { DatePlace, FoundMarker, ProblemParameters } from '../note/problems';
import type { Phrases } from '../text/coded';
import type { FrontmatterFault } from '../text/frontmatter';

export const ENGLISH_PROBLEMS: Phrases<ProblemParameters> = {
  'frontmatter-invalid': ({ fault }) => frontmatterInvalid(fault),
  'frontmatter-language': ({ language }) => `“---${language}” is not YAML and was not read. Use plain “---”.`,
  'frontmatter-unclosed': () =>
    'The frontmatter has no closing “---”, so it was not read. Add that line below the last property.',
  'date-disagrees': ({ place, date, others }) =>
    `Conflicting dates: ${PLACES[place]} says ${date} (used), ${others.map((other) => `${PLACES[other.place]} says ${other.date}`).join(', ')}.`,
  'date-invalid': ({ key, value }) =>
    `“${key}: ${value}” is not a valid date. Use YYYY-MM-DD or the format of your daily notes.`,
  'date-undecided': ({ value }) =>
    `“${value}” can be read day first or month first. Write the year first, or set “dayOrder”.`,
  'date-missing': () =>
    'This meeting has no date; add “date: YYYY-MM-DD” to the frontmatter, or the date to the file name.',
  'fence-unclosed': () => 'This code block is never closed, so everything below it is read as code. Close it.',
  'comment-unclosed': () => 'This comment is never closed, so everything below it is ignored. Close it.',
  'math-unclosed': () => 'This `$$` block is never closed, so everything below it is ignored. Close it with `$$`.',
  'transcript-unclosed': () =>
    'This transcript has no end marker, so everything below it is ignored. Add the end marker.',
  'not-utf8': () => 'This file is not UTF-8 text, so it was skipped. Save it as UTF-8.',
  'too-large': ({ megabytes }) => `This file has ${megabytes.toFixed(1)} MB; files over 5 MB are skipped. Split it.`,
  unreadable: ({ detail }) => detail,
  'calendar-unreadable': calendarUnreadable,
  'calendar-zone-unknown': ({ zone }) =>
    `The time zone “${zone}” is not defined in this file, so times in it are shown as written. Export the calendar with its time zones.`,
  'calendar-recurs-too-often': () =>
    'This event recurs too often to be followed, so the rest of it was left out. Give it an end.',
  'calendar-missing': () => 'The “calendars” setting names this file, but it is not in the vault. Name another one.',
  'encoding-damaged': () =>
    'The text of this note is garbled. Throughline reads it correctly; `throughline repair-encoding` fixes the file.',
  'owner-hides-signifiers': ({ owner }) =>
    `“@${owner}” comes after a date or priority, so the Tasks plugin cannot read those. Move the name before them.`,
  'owner-unclear': ({ text }) =>
    `Not sure who owns this: “@${text}” is more than a name. End the text with the name alone.`,
  'task-date-invalid': ({ field }) => `The ${field} date does not exist. Correct it.`,
  'due-unread': ({ words }) =>
    `“${words}” looks like a due date and was not read. End the line with 📅 and the date, as 2025-03-14.`,
  'line-no-item': () =>
    'This line of an actions section has neither an owner nor a due date, so it is not a task. Make it a bullet.',
  'owner-unknown': ({ name }) =>
    `“${name}” is where an owner would be, and nobody of that name was there or has a page. Write the full name.`,
  'markers-broken': ({ cause }) => markersBroken(cause),
  'name-ambiguous': ({ name, candidates }) =>
    `“${name}” could be ${candidates.join(' or ')}; write the full name or a link.`,
  'raise-unknown': ({ names }) =>
    `${names.map((name) => `“${name}”`).join(', ')} ${names.length > 1 ? 'have' : 'has'} no page, so this does not show up anywhere. Link a person, project or account.`,
  'page-name-taken': ({ name, page, kind }) =>
    `The page for “${name}” would be ${page}, but this file has that name and is not a ${kind} page.`,
  'template-unusable': (problem) =>
    problem.name === null
      ? `The template for ${problem.kind} pages could not be read, so it was not used. ${problem.detail}`
      : `This template does not make “${problem.name}” a ${problem.kind} page, so it was not used for it.`,
  'page-name-unusable': ({ name }) =>
    `“${name}” gets no page: it is not allowed as a file name on every system. Link it by another name, or make its page by hand with this name as an alias.`,
  'config-unreadable': ({ cause }) => `This file ${CONFIG_CAUSES[cause]}, so the defaults are used. Fix or delete it.`,
  'exclude-filter-unusable': ({ filter }) =>
    `Obsidian's excluded files hold ${filter}, which is not a regular expression that is safe to use. It was ignored.`,
  'names-line-unreadable': ({ words }) =>
    `This answer cannot be read, so it is ignored: ${words}. Write it like the lines around it.`,
  'names-link-nowhere': ({ link, to, count }) =>
    count > 1
      ? `[[${link}]] matches ${count} ${to}s, so this answer is ignored. Use the full path, or delete the line.`
      : `[[${link}]] leads to no ${to}, so this answer is ignored. Update the link, or delete the line.`,
  'names-conflict': ({ memory, answer }) =>
    `This answer is only in a second version of the note, so it is ignored. Copy it to ${memory}, then delete this file. ${answer}`,
};

const PLACES: Readonly<Record<DatePlace, string>> = {
  frontmatter: 'the frontmatter',
  'file-name': 'the file name',
  line: 'the line with the date',
  heading: 'the first heading',
  created: 'the day it was made',
};

const CONFIG_CAUSES: Readonly<Record<ProblemParameters['config-unreadable']['cause'], string>> = {
  'not-utf8': 'is not UTF-8 text',
  unreadable: 'could not be read',
  'not-json': 'is not valid JSON',
  'too-deep': 'nests too deep',
};

function calendarUnreadable({ cause, detail }: ProblemParameters['calendar-unreadable']): string {
  switch (cause) {
    case 'no-calendar':
      return 'This file is not a calendar: it has no BEGIN:VCALENDAR. Export it again as iCalendar (.ics).';
    case 'unclosed':
      return `This ${detail} has no END:${detail}, so it was skipped. Export the calendar again, or add the line.`;
    case 'bad-line':
      return `“${detail}” is not a line of a calendar, so it was skipped. Fix or delete it.`;
    case 'bad-event':
      return `This event could not be read (${detail}), so it was skipped. Fix or delete it, or export again.`;
    case 'too-large':
      return `This calendar has ${detail} MB, which is too large to read. Export fewer years of it.`;
  }
}

function frontmatterInvalid(fault: FrontmatterFault): string {
  if (fault.code === 'no-room') return 'No line can be added to this frontmatter. Put each property on its own line.';
  return `The frontmatter is not valid YAML (${frontmatterFault(fault)}). Only the properties that could be read were used, and none will be changed. Fix this line.`;
}

function frontmatterFault(fault: Exclude<FrontmatterFault, { code: 'no-room' }>): string {
  if (fault.code === 'given-twice') return `“${fault.key}” is given twice`;
  if (fault.code === 'no-properties') return 'it is not a list of properties';
  return fault.detail ?? 'it could not be read';
}

function markersBroken(cause: 'no-end' | 'in-fence' | readonly FoundMarker[]): string {
  if (cause === 'no-end')
    return 'This Throughline block has no end marker, so everything below it is ignored. Add the end marker, or delete this line.';
  if (cause === 'in-fence')
    return 'Throughline’s block is inside a code block that is never closed. Close the code block.';
  const found = cause.map(({ type, line }) => `${type} in line ${line}`).join(', ');
  return `Throughline’s block needs one begin and one end marker; found: ${found}. The review offers to repair it.`;
}
