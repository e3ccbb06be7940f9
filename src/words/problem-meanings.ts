/** What each problem means in general, and what to do about it: docs/problems.md is this table. */
import type { ProblemCode } from '../note/problems';

interface ProblemMeaning {
  /** In a sentence. */
  readonly means: string;
  /** In a sentence. */
  readonly fix: string;
}

export const PROBLEM_MEANINGS: Readonly<Record<ProblemCode, ProblemMeaning>> = {
  'frontmatter-invalid': {
    means: 'The frontmatter is not valid YAML; only the lines that parse alone were used.',
    fix: 'Fix the named line; Throughline never writes into such frontmatter.',
  },
  'frontmatter-language': {
    means: 'The frontmatter names a language other than YAML (`---js`); it was not read and never run.',
    fix: 'Use plain `---`.',
  },
  'frontmatter-unclosed': {
    means: 'The frontmatter has no closing `---`, so the file was read as having none.',
    fix: 'Add a line `---` after the last property.',
  },
  'date-disagrees': {
    means: 'The frontmatter, the file name and the first heading name different dates; the first of them was used.',
    fix: 'Make them agree.',
  },
  'date-invalid': {
    means:
      "A date that does not exist, or is written neither YYYY-MM-DD nor in the daily notes' date format, was ignored.",
    fix: "Write it as YYYY-MM-DD, or set the daily notes' date format to how you write dates.",
  },
  'date-undecided': {
    means: 'A date such as 03/04/2025, of which nothing tells which number is the day.',
    fix: 'Write the year first, or set `dayOrder`.',
  },
  'date-missing': {
    means: 'A meeting without a date: it belongs to no day and is left out of “last met”.',
    fix: 'Add `date:` to the frontmatter, or the date to the file name.',
  },
  'fence-unclosed': {
    means: 'A code fence is never closed; everything below it is read as code.',
    fix: 'Close the fence.',
  },
  'comment-unclosed': {
    means: 'A comment (`<!--` or `%%`) is never closed; everything below it is ignored.',
    fix: 'Close the comment.',
  },
  'math-unclosed': {
    means: 'A `$$` block is never closed; everything below it is ignored.',
    fix: 'Close it with `$$`.',
  },
  'transcript-unclosed': {
    means: 'A transcript has a start marker and no end marker; everything below it is ignored.',
    fix: 'Add the end marker.',
  },
  'not-utf8': { means: 'The file is not UTF-8 text and was left alone.', fix: 'Save it as UTF-8.' },
  'too-large': { means: 'The file exceeds 5 MB and was left alone.', fix: 'Split it.' },
  unreadable: { means: 'The file could not be read.', fix: 'Check its permissions.' },
  'encoding-damaged': {
    means: 'Text was decoded as Windows-1252 and saved again; it is understood, and shown repaired.',
    fix: 'Nothing is needed for Throughline; `throughline repair-encoding` shows what it would fix in the file, and fixes it.',
  },
  'owner-hides-signifiers': {
    means: 'An owner comes after a date or priority: the Tasks plugin does not see those.',
    fix: 'Put the owner before them.',
  },
  'owner-unclear': {
    means: 'An `@` is followed by more than a name; it was read as a mention, not an owner.',
    fix: 'End the line (or the text before the dates) with the name alone.',
  },
  'task-date-invalid': { means: 'A task carries a date that does not exist.', fix: 'Correct the date.' },
  'due-unread': {
    means:
      'Words in the place of a due date name no certain day (`next Friday`, `3/4`), or text follows `📅` and its date.',
    fix: 'End the line with `📅` and the date, as 2025-03-14.',
  },
  'line-no-item': {
    means: 'A line of an actions section is not a list item and has neither an owner nor a due date.',
    fix: 'Make it a bullet or a checkbox, or name its owner.',
  },
  'owner-unknown': {
    means: 'A name is in the place of an owner, and nobody of that name was there or has a page.',
    fix: 'Write the full name, add it to the people of the meeting, or make the page.',
  },
  'markers-broken': {
    means: 'The markers of the managed block are missing, doubled or crossed; the page was left alone.',
    fix: 'Accept the repair that the review offers, leave one begin and one end marker, or delete both with what is between them.',
  },
  'name-ambiguous': {
    means: 'A name fits several entities and nothing in the meeting decides.',
    fix: 'Write the full name or a link, or answer it in the review.',
  },
  'raise-unknown': {
    means: 'A line tagged `#raise` names nobody who has a page, so it waits nowhere.',
    fix: 'Link a person, project or account in it, or make the page.',
  },
  'page-name-taken': {
    means: 'A page for this name could not be made: a file of that name, in another letter case, is there.',
    fix: 'Rename one of them.',
  },
  'template-unusable': {
    means:
      'The template for new pages could not be read, or would make of a page something else; pages were made without it.',
    fix: 'Name another template in the settings, or leave a date out of its frontmatter.',
  },
  'page-name-unusable': {
    means:
      'A name that would get a page cannot be a file name on every system (a slash, a colon, a device name, too long), so it has none.',
    fix: 'Link it by a name that can be one, or make its page by hand with this name among its aliases.',
  },
  'config-unreadable': {
    means:
      'A settings file of Obsidian or of another plugin could not be read, so the defaults were used in its place.',
    fix: 'Fix or delete the file; the app or the plugin writes it again.',
  },
  'exclude-filter-unusable': {
    means:
      "One of Obsidian's excluded files is a regular expression that is not valid or could take for ever; it was ignored.",
    fix: 'Write it as the beginning of a path in Obsidian, or as a glob in the “exclude” setting.',
  },
  'names-line-unreadable': {
    means: 'A line of Names.md could not be read and has no effect.',
    fix: 'Write it like the lines around it.',
  },
  'names-link-nowhere': {
    means: 'A line of Names.md links a page or note that is not there, or a name that several have, and has no effect.',
    fix: 'Link the page or note again, by its path where several have the name, or delete the line.',
  },
  'calendar-unreadable': {
    means: 'A calendar file, or one event of it, could not be read; the other events are used.',
    fix: 'Export the calendar again, or fix or delete the event at this line.',
  },
  'calendar-zone-unknown': {
    means: 'An event is in a time zone that the file does not define; its time is shown as it is written.',
    fix: 'Export the calendar with its time zones, or give the event a zone such as `Europe/Berlin`.',
  },
  'calendar-recurs-too-often': {
    means: 'An event recurs more often than can be gone through; it is left out from there on.',
    fix: 'Give the event an end (`UNTIL`), or make it recur less often.',
  },
  'calendar-missing': {
    means: 'The “calendars” setting names a file that is not in the vault.',
    fix: 'Name another file, or put the calendar there.',
  },
  'names-conflict': {
    means: 'Sync left a second version of Names.md with an answer that the first lacks.',
    fix: 'Copy the line over to `Names.md`, then delete the second version.',
  },
};
