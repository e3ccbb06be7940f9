/** What the views say, in English: the side view, embedded queues, live rows of pages and the window of one row. */
import type { RowAction } from '../../edit/row-action';
import type { Priority } from '../../task/task';
import { type CalendarDate, dateBeside, weekdayDate } from '../../text/calendar-date';
import { countedIn } from './counting';
import { ENGLISH_GLANCE } from './english-glance';

const counted = countedIn('en');

export const ENGLISH_VIEWS = {
  /** `28 Oct`, with the year where it is not `reference`'s. */
  day: (date: CalendarDate, reference: CalendarDate) => dateBeside(date, reference),
  weekday: (date: CalendarDate) => weekdayDate(date),
  or: (names: readonly string[]) => names.join(' or '),
  /** On its key. */
  space: 'Space',
  openView: 'Open',
  reading: 'Reading your notes…',
  unread: (why: string) => `The vault could not be read: ${why}`,
  notRead: 'The vault is not read yet.',
  pageRows: 'Rows of this page',
  gone: 'The notes do not say this any more: the next rollup takes it off the page.',
  tabs: { note: 'This note', 'follow-ups': 'Follow-ups', questions: 'Questions', review: 'Review' },
  nothingOpen: 'Nothing is open.',
  nothingFits: 'Nothing fits this filter.',
  inSideView: (rows: number) => counted(rows, 'more in the side view', 'more in the side view'),

  filter: {
    label: 'Filter by words', placeholder: 'Filter (/)',
    show: (set: number) => (set === 0 ? 'Show' : `Show (${set})`),
    owner: 'Owner', anybody: 'Anybody', about: 'About', anything: 'Anything', groupBy: 'Group by',
    due: 'When due', anyDay: 'Any day', age: 'Age', anyAge: 'Any age',
    done: 'Done ones too', closed: 'Answered and lapsed too', older: 'Older than 30 days too',
  },
  groupings: { due: 'When due', owner: 'Owner', about: 'About', note: 'Note' },
  headings: {
    late: 'Late', today: 'Today', 'this-week': 'This week', later: 'Later', 'no-date': 'No date',
    needsOwner: 'Needs an owner', waitingOn: 'Waiting on', done: 'Done', nobody: 'Nobody', nothing: 'Nothing in particular',
    answered: 'Answered', lapsed: 'Lapsed', askedAgain: 'Asked again', other: 'Other',
    before: (day: string) => `From before ${day}`,
    youOwe: 'You owe', owes: (name: string) => `${name} owes`, othersOwe: 'Others owe', raiseNext: 'Raise next', unanswered: 'Unanswered',
    names: 'Names that nobody could place', loose: 'Without owner or date', fromBefore: 'Unanswered from before', since: (day: string) => `Since ${day}`,
    toAnswer: 'To answer', proposed: 'Proposed tasks',
  },
  followUps: {
    label: 'Follow-ups',
    unknownMe: 'Throughline does not know yet which names are yours: give them in its settings, and what you wait for is told apart from what you owe.',
    proposed: (tasks: number) => counted(tasks, 'proposed, not counted here', 'proposed, not counted here'),
  },
  questions: {
    label: 'Questions', none: 'No question is open.',
    closed: (questions: number) => counted(questions, 'answered or lapsed', 'answered or lapsed'),
  },

  row: {
    me: 'Me', nobody: 'Nobody', pinned: 'Pinned', answer: 'Answer: ', decided: 'Decided', answered: 'Answered',
    asked: (times: number) => `asked ${times}×`,
    /** `days`: from today; what is late has less than none. */
    due: (days: number, day: string) => {
      if (days === 0) return 'Today';
      if (days === 1) return 'Tomorrow';
      if (days === -1) return `Yesterday, ${day}`;
      return days < 0 ? `${-days} days late, ${day}` : `Due ${day}`;
    },
    answeredOn: (day: string) => `Answered ${day}`,
    undated: 'Open, undated',
    /** `Open 62 days, asked 3×`. */
    age: (days: number, times: number) => {
      const age = days <= 0 ? 'Asked today' : days === 1 ? 'Open 1 day' : `Open ${days} days`;
      return times > 1 ? `${age}, asked ${times}×` : age;
    },
    priority: { highest: 'Highest priority', high: 'High priority', medium: 'Medium priority', none: 'No priority', low: 'Low priority', lowest: 'Lowest priority' } satisfies Record<Priority, string>,
    places: (places: number) => `in ${places} places: `,
    morePlaces: (places: number) => `and ${places} more`,
    openPage: (name: string) => `Open ${name}’s page`,
    noPage: 'No page has this name',
    couldBe: (names: string) => `Could be ${names}`,
    tasksProposed: (tasks: number) => (tasks === 1 ? '1 task proposed' : `${tasks} tasks proposed`),
  },
  deeds: {
    open: 'Open', done: 'Done', reopen: 'Reopen', due: 'Due', snooze: 'Snooze', owner: 'Owner', priority: 'Priority',
    answer: 'Answer', answered: 'Answered', pin: 'Pin', unpin: 'Unpin', drop: 'Drop', raised: 'Raised', settle: 'Settle', brief: 'Brief',
    accept: 'Accept', acceptAll: 'Accept all', dismiss: 'Dismiss', dismissAll: 'Dismiss all',
    yes: 'Yes', no: 'No', later: 'Later', toMe: 'To me', thatIsMe: 'That is me', noName: 'No name', keep: (name: string) => `Keep ${name}`,
    skip: 'Skip', seen: 'Seen', inReview: 'Look in the review', makePage: 'Make a page', withoutPage: 'No page', somebodyElse: 'Somebody else',
    me: 'Me', anotherDay: 'Another day', stillOpen: 'Still open, pin it', raiseNextTime: 'Raise next time', wasRaised: 'Yes, raised', notYet: 'Not yet', undo: 'Undo', dismissSaid: 'Dismiss',
  },
  days: { today: 'Today', tomorrow: 'Tomorrow', friday: 'Friday', nextWeek: 'Next week', none: 'No date' },
  form: {
    due: 'Due', setDue: 'Set due date', snooze: 'Snooze until', takeSnooze: 'Snooze',
    aDay: (date: string) => `A day, such as fri, next week, 3d or ${date}`,
    noDay: (said: string) => `“${said}” is no day that is understood here`,
    calendar: 'From the calendar',
    owner: 'Owner', setOwner: 'Set owner', ownerHint: 'A name, several with commas, me, or nothing for nobody',
    priority: 'Priority', setPriority: 'Set priority', priorityHint: 'Up and down arrow choose',
    priorities: { highest: 'Highest', high: 'High', medium: 'Medium', none: 'None', low: 'Low', lowest: 'Lowest' } satisfies Record<Priority, string>,
    answer: 'Answer', setAnswered: 'Mark answered', answerHint: 'Nothing where it is settled without words',
    raiseWith: (name: string) => `Raise with ${name}`, with: 'With', raise: 'Raise next time',
    raiseWhat: 'Say what is to be raised.', raiseHint: 'It waits on their page and in their brief until you tick it off.',
  },

  note: {
    none: 'No note is open.',
    noMeeting: (name: string) => `${name} is no meeting and nobody’s page: open a meeting’s note to see what it leaves to settle, or a page to see what is open there.`,
    notMet: 'Not met yet', lastMet: (day: string) => `Last met ${day}`, openWith: (name: string) => `What is open with ${name}`, nothingHere: 'Nothing is open here.',
    noDate: 'No date', firstTime: 'First time', lastTime: (day: string) => `Last time ${day}`,
    settle: 'What this note leaves to settle', settled: 'Nothing is left to settle here.',
    steps: 'Step by step', list: 'List all', raiseWith: (name: string) => `Raise with ${name}`, raise: 'Raise next time',
  },
  steps: {
    settled: 'Settled', done: 'Done', of: (at: number, of: number) => `${at} of ${of}`,
    ended: (of: number, skipped: number) => {
      if (skipped === 0) return of === 1 ? 'The one thing to settle is settled.' : `All ${of} are settled.`;
      return `${of - skipped} settled, ${skipped} left as ${skipped === 1 ? 'it is' : 'they are'}.`;
    },
    again: 'Go through what was skipped',
    whoIs: 'Who is this?', looking: 'Looking for who it could be…', whoDoes: 'Who does it?', when: 'By when?', wasRaised: 'Was it raised?', isAnswered: 'Open from before. Is it answered?',
    changed: 'What changed since you last met', moreChanged: (rows: number) => `${rows} more are in the list of all.`,
  },
  today: { label: 'Today’s meetings', none: 'No meeting note is of today.' },

  review: {
    label: 'Review', looking: 'Looking for what needs an answer…', again: 'Look again', none: 'Nothing needs an answer.',
    older: (tasks: number) => counted(tasks, 'older task is proposed', 'older tasks are proposed'),
    evidence: 'Evidence', places: (places: number) => `${places} places in all`,
    whoIs: (name: string) => `Who is “${name}”?`,
    isIt: (name: string, page: string) => `Is “${name}” ${page}?`,
    makePage: (name: string) => `Make a page for ${name}?`,
    nameOfThese: (name: string) => `Is “${name}” another name for one of these?`,
    nameOf: (name: string, page: string) => `Is “${name}” another name for ${page}?`,
    same: (one: string, other: string) => `Are ${one} and ${other} the same?`,
    orElse: (name: string, page: string) => `Is “${name}” ${page} or somebody else?`,
    takesOver: (name: string) => `Who takes over from ${name}?`,
    cancel: (name: string) => `Cancel the open tasks of ${name}?`,
    saidTwice: (said: string) => `Said twice? ${said}`,
    answered: (said: string) => `Answered meanwhile? ${said}`,
    mendLinks: 'Mend links that lead nowhere?',
    mendBlock: (page: string) => `Mend the block of ${page}?`,
    wouldBeWritten: 'This would be written.', write: 'Write', holdsFor: 'Holds for',
    scopes: { note: 'These notes', group: 'Meetings with the same account, project or people', always: 'Every note' },
  },
  diff: {
    moreFiles: (files: number) => `and ${files} more files`, moreLines: (lines: number) => `${lines} more lines`, isNew: ' (new)', toTrash: ' (to the trash)',
  },

  said: {
    writing: 'Writing…',
    notDone: (why: string) => `Not done: ${why}`,
    already: 'It says so already: nothing was written.',
    nothingWritten: 'Nothing was written.',
    rows: (rows: number) => counted(rows, 'row', 'rows'),
    spread: (lines: number, notes: number) => `(${counted(lines, 'line', 'lines')} in ${counted(notes, 'note', 'notes')})`,
    raised: (name: string, note: string, words: string) => `To be raised with ${name}, in ${note}: ${words}`,
    nothingToUndo: 'Nothing was done here that could be taken back.',
    takenBack: (paths: string) => `Taken back in ${paths}.`,
    did: {
      complete: 'Done', reopen: 'Open again', accept: 'Accepted', dismiss: 'Dismissed', owner: 'Owner set', priority: 'Priority set', pin: 'Pinned', unpin: 'Not pinned any more',
      answer: 'Answered', drop: 'Dropped', raised: 'Raised',
    } satisfies Record<Exclude<RowAction['do'], 'due' | 'snooze'>, string>,
    due: (day: string) => `Due ${day}`, noDue: 'No due date', snoozed: (day: string) => `Snoozed until ${day}`, nobodys: 'Nobody’s',
  },

  glance: ENGLISH_GLANCE,

  block: {
    waitingOn: 'Waiting on', questions: 'Open questions', nobodyOwes: 'Nobody owes anything.',
    meant: (word: string) => ` (did you mean “${word}”?)`,
    noOption: (word: string, meant: string, options: string) => `“${word}” is no option here${meant}: write one a line, of ${options}, as in “queue: follow-ups”.`,
    noQueue: (word: string, meant: string, queues: string) => `There is no queue “${word}”${meant}: write one of ${queues}.`,
    noShow: (word: string, meant: string, pictures: string) => `Nothing called “${word}” can be shown${meant}: write one of ${pictures}.`,
    takesNo: (show: string, option: string) => `“show: ${show}” has no use for “${option}”: take that line out.`,
    agesOf: (queues: string) => `Today’s meetings have no age: write one of ${queues} behind “queue”.`,
    whose: 'Write whose meetings are to be shown, as in “entity: [[Dana Fox]]”: this note is nobody’s page and no meeting’s note.',
    twice: (option: string) => `“${option}” stands here twice: leave one out.`,
    saysNothing: (option: string) => `“${option}” says nothing: write a value behind it, or take the line out.`,
    noLimit: (word: string, most: number) => `“limit: ${word}” is no number of rows: write one from 1 to ${most}.`,
    noOwner: 'Questions have no owner: take “owner” out, or write “entity” instead.',
    whole: (option: string) => `Today’s meetings are shown whole: take “${option}” out.`,
    noPage: (name: string, option: string) => `No page of a person, project or account is called “${name}”: write a link to one, as in “${option}: [[Dana Fox]]”.`,
    severalOwners: (name: string, names: string) => `“${name}” could be ${names}: write the whole name.`,
    several: (name: string, pages: number, path: string) => `“${name}” is the name of ${pages} pages: write a link with its path, as in “[[${path}]]”.`,
  },
};

export type ViewWords = typeof ENGLISH_VIEWS;
