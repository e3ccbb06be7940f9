/** What the commands, windows and notices say, in English. The other languages are held to this table by its type. */
import { countedIn } from './counting';

const counted = countedIn('en');

/** What was tried with a file. */
const DOING = {
  list: 'listed',
  read: 'read',
  write: 'written',
  create: 'created',
  rename: 'renamed',
  trash: 'moved to the trash',
  delete: 'deleted',
} as const;

export const ENGLISH = {
  /** How numbers are written. */
  locale: 'en',
  cancel: 'Cancel',
  close: 'Close',
  more: (count: number) => `And ${counted(count, 'more', 'more')}.`,
  files: {
    leftAlone: (path: string, why: string) => `${path} was left alone: ${why}`,
    stays: (path: string, why: string) => `${path} stays: ${why}`,
    changedSince: (path: string) => `${path} has changed since, so it was left alone.`,
    placeOf: (path: string, line: number) => `${path}, line ${line}`,
    failed: (path: string, doing: keyof typeof DOING, why: string) => `“${path}” could not be ${DOING[doing]}: ${why}`,
    gone: (path: string) => `“${path}” is gone.`,
    notUtf8: (path: string) => `“${path}” is not UTF-8 text, so it was left alone.`,
    exists: (path: string, there: string) => `“${path}” was not created: “${there}” already exists.`,
    notAFolder: (path: string, there: string) => `“${path}” was not created: “${there}” is a file, not a folder.`,
    badPath: (path: string, fault: string) => `“${path}” cannot be created: the path ${fault}.`,
    cacheFailed: (place: string, why: string | null) =>
      `The cache could not be used (${place})${why === null ? '' : `: ${why}`}.`,
  },
  progress: {
    reading: 'Reading notes',
    readingOf: (done: number, total: number) =>
      `Reading ${done.toLocaleString('en')} of ${counted(total, 'note', 'notes')}`,
    lookingInto: (done: number, total: number) =>
      `Looking into ${done.toLocaleString('en')} of ${counted(total, 'note', 'notes')}`,
    workingOut: 'Working out the pages',
    writing: (done: number, total: number) =>
      `Writing ${done.toLocaleString('en')} of ${counted(total, 'page', 'pages')}`,
    underWay: 'Throughline is already running.',
    stopped: 'Cancelled.',
  },
  commands: {
    rollUp: 'Roll up vault',
    preview: 'Preview rollup',
    undo: 'Undo last rollup',
    remove: 'Remove everything',
    link: 'Link names in this note',
    brief: 'Brief',
    newMeeting: 'New meeting note',
    copyRecap: 'Copy recap',
    weekPage: 'Page of a week',
    weekRecap: 'Copy recap of a week',
    changeRow: 'Change the row at the cursor',
    answer: 'Mark question answered',
  },
  start: {
    renamed: (name: string) => `“${name}” has a new name. Open Review to keep the old one as an alias.`,
    noFollowUpsPage: 'No follow-ups page yet. Run “Roll up vault” first.',
    wrongSettings: 'These settings are not valid, so the defaults are used:',
    unreadSettings: (why: string) => `data.json could not be read: ${why}`,
    settingsNotSaved: 'data.json cannot be read, so nothing was saved. Fix or delete it, then load the plugin again.',
    takenBack: (files: number) =>
      `Throughline was stopped in the middle of its work: ${counted(files, 'file is', 'files are')} as before.`,
  },
  rollUp: {
    failed: 'The vault could not be rolled up',
    cancelled: 'Rollup cancelled. Nothing was written.',
    agree: 'Roll up',
    nothing: 'Nothing would change: everything is up to date.',
    wouldBe: (touched: string) => `This would be written: ${touched}.`,
    stays: (pages: number) =>
      pages === 0 ? '' : `${counted(pages, 'page stays as it is', 'pages stay as they are')}.`,
    touched: (created: number, changed: number) =>
      created === 0
        ? `${counted(changed, 'page', 'pages')} changed`
        : `${counted(created, 'page', 'pages')} new${changed === 0 ? '' : `, ${changed.toLocaleString('en')} changed`}`,
    nothingWritten: 'Nothing was written.',
    upToDate: 'Everything was up to date.',
    nobodyIsMe:
      'Throughline doesn’t know who you are yet. Add your names in the settings to see which tasks are yours.',
    stopped: (written: number, total: number) =>
      `Rollup stopped: ${written.toLocaleString('en')} of ${counted(total, 'page', 'pages')} were written. “Undo last rollup” takes them back.`,
    problems: (count: number, place: string, message: string) =>
      `${counted(count, 'problem', 'problems')} in the notes. ${count === 1 ? 'It is' : 'The first is'} in ${place}: ${message}`,
  },
  firstRun: {
    title: 'Set up Throughline',
    intro:
      'Throughline adds a block to your people, project and account pages, and keeps a few summary pages. You see every change before anything is written.',
    pages: 'Pages that would be written',
    show: 'Show what would change',
    me: 'How your notes refer to you: full name and short forms, separated by commas. This is how Throughline knows which tasks are yours.',
    meLabel: 'Your names, separated by commas',
    mePlaceholder: 'Ann Lee, Ann',
    startDate: 'Older follow-ups and questions are shown only as a count. Leave empty for the last 60 days.',
    startDateLabel: 'Start date, as year, month and day',
    newPages: 'Who gets a page automatically.',
    kind: (kind: string) => `Pages of the kind ${kind.toLowerCase()}`,
    kindOff: 'If off, Throughline will not change or create them.',
    properties: 'Properties',
    propertiesKept: (keys: string) => `Add ${keys} to those pages. Properties you already have are never changed.`,
    byItself:
      'Update a page on this device when you open it, and all of them ten minutes after you stop editing. If off, pages change only when you roll up.',
  },
  plan: {
    created: (pages: number) => counted(pages, 'new page', 'new pages'),
    changed: (pages: number) => counted(pages, 'changed page', 'changed pages'),
    trashed: (pages: number) => counted(pages, 'page to the trash', 'pages to the trash'),
    showMore: (files: number) => `Show ${counted(files, 'more', 'more')}`,
    moreLines: (lines: number) => counted(lines, 'more line', 'more lines'),
    whatChanges: (path: string) => `What changes in ${path}`,
    wouldBeWritten: 'What would be written',
    added: 'Added: ',
    removed: 'Removed: ',
  },
  undo: {
    failed: 'The last rollup could not be undone',
    cancelled: 'Nothing was undone.',
    ofRemoval: 'Undo “Remove everything”',
    agree: 'Undo',
    wouldBe: (back: string | null) => `This would be put back: ${back ?? 'nothing'}.`,
    done: (back: string | null) => `Undone: ${back ?? 'nothing was left to put back'}.`,
    asBefore: (pages: number) => `${counted(pages, 'page', 'pages')} as before`,
    fromTrash: (pages: number) => `${counted(pages, 'page', 'pages')} from the trash`,
    toTrash: (pages: number) => `${counted(pages, 'page', 'pages')} to the trash`,
  },
  remove: {
    failed: 'Throughline’s parts could not be removed',
    cancelled: 'Nothing was removed.',
    nothing: 'There is nothing from Throughline in this vault.',
    what: 'This removes everything Throughline added. Pages it created and you never edited go to the trash. “Undo last rollup” brings them back.',
    agree: 'Remove',
    done: (pages: number, trashed: number) =>
      `Removed from ${counted(pages, 'page', 'pages')}, ${trashed.toLocaleString('en')} of them to the trash.`,
    rests: 'Throughline is now paused until your next rollup.',
  },
  bases: {
    failed: 'The tables could not be made',
    cancelled: 'No table was made.',
    title: 'Tables of pages',
    what: 'Bases (a core plugin of Obsidian) shows these files as tables of your pages, sorted by when you last met and by what is open. “Undo last rollup” takes them back.',
    agree: 'Make tables',
    nothing: 'There is no table to make: those that are there are as they should be, or your own.',
    done: (tables: number) => `${counted(tables, 'table', 'tables')} made.`,
  },
  link: {
    failed: 'The names in this note could not be linked',
    cancelled: 'Nothing was linked.',
    nothing: 'There is nothing to link.',
    agree: 'Link',
    wouldBecome: (line: number, link: string) => `Line ${line}: would become ${link}`,
    leadsNowhere: (line: number, link: string) => `Line ${line}: leads nowhere, would become ${link}`,
    label: (words: string, line: number) => `Link ${words} in line ${line}`,
    couldBe: (line: number, words: string, names: readonly string[]) =>
      `Line ${line}: “${words}” could be ${names.join(' or ')}.`,
    made: (links: number) => `${counted(links, 'link', 'links')} made.`,
    notMade: (why: string) => `Nothing was linked: ${why}`,
  },
  meeting: {
    aboutWhom: 'Who or what is this about?',
    whom: 'Who are you meeting?',
    nobody: 'No one by that name.',
    busy: 'Busy',
    asOpen: 'as in the note that is open',
    openPage: 'the page that is open',
    lastMet: (day: string) => `last met ${day}`,
    inThis: 'in this meeting',
    you: 'you',
    carried: (rows: number) =>
      `${counted(rows, 'row is', 'rows are')} carried forward, as links to where they were said.`,
    noTemplate: (why: string) =>
      `The template for meeting notes could not be read, so the note is made without it. ${why}`,
    none: 'This note is not a meeting.',
    isPrivate: 'This meeting is private: it has no recap.',
    recapCopied: (meetings: number) => (meetings === 1 ? 'Recap copied' : `Recap of ${meetings} meetings copied`),
    briefMore: (rows: number) => `${rows} more`,
    raise: 'Raise next time',
    raiseWith: (name: string) => `Raise with ${name}`,
    raiseWhom: 'Who with',
    raisePlaceholder: 'What is to be raised',
    raiseTake: 'Note it',
    copyBrief: 'Copy as Markdown',
    briefCopied: 'Brief copied',
    copyNudge: 'Copy a reminder',
    nudgeCopied: 'Reminder copied',
    noClipboard: 'The clipboard could not be written to.',
  },
  week: {
    which: 'Which week?',
    none: 'No such week among the last twelve.',
    title: (number: number, year: string) => `Week ${number} of ${year}`,
    thisOne: 'this week',
    lastOne: 'last week',
    written: (path: string) => `${path} is written. “Undo last rollup” takes it back.`,
    damaged: (path: string) => `${path} was left alone: its Throughline block is damaged. Fix or delete the page.`,
  },
  block: {
    label: 'Computed from your notes',
    title: 'What you type in here is kept: the next rollup moves it below.',
    source: 'Edit at source',
    change: 'Change this row',
    tick: (row: string) => `Done: ${row}`,
  },
  answer: {
    label: 'Answer',
    hint: 'Leave empty if no answer is needed.',
    take: 'Mark answered',
    notWritten: 'Not saved:',
  },
  count: {
    late: (many: number) => `${many} late`,
    today: (many: number) => `${many} today`,
    label: (count: string | null) => `Follow-ups: ${count ?? 'none due'}. Opens their page.`,
  },
};

export type Words = typeof ENGLISH;
