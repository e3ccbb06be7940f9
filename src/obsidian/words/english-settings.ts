/**
 * The settings window in English. What a setting is for is in the one table of settings; here are the names of its
 * rows.
 */
import type { PageSection } from '../../note/kinds';
import type { SectionKind } from '../../note/note';
import type { PropertyKey, Settings } from '../../settings/settings';

export interface SettingWords {
  /** `desc`: what it is for; null where the table of settings says it. */
  readonly rows: {
    readonly [
      K in Exclude<keyof Settings, 'looksLike' | 'words' | 'sections' | 'kinds' | 'includeKinds' | 'properties'>
    ]: {
      readonly name: string;
      readonly desc: string | null;
    };
  };
  readonly newPages: Readonly<Record<Settings['newPages'], string>>;
  readonly dayOrder: Readonly<Record<'unset' | NonNullable<Settings['dayOrder']>, string>>;
  readonly groups: Readonly<Record<'pages' | 'rollupPages' | 'takingNotes' | 'readingNotes' | 'device', string>>;
  readonly bases: { readonly name: string; readonly desc: string };
  readonly subpages: Readonly<
    Record<'kinds' | 'properties' | 'words' | 'sections', { readonly name: string; readonly desc: string }>
  >;
  readonly properties: Readonly<Record<PropertyKey, string>>;
  readonly propertyDesc: (key: string) => string;
  readonly sectionDesc: (known: string, more: number) => string;
  readonly kindParts: Readonly<
    Record<
      'enabled' | 'folder' | 'otherFolders' | 'keys' | 'types' | 'template' | 'written',
      { readonly name: string; readonly desc: string }
    >
  >;
  readonly pageSections: Readonly<Record<PageSection, string>>;
  /** Of the kinds that are there from the start. */
  readonly kindNames: Readonly<Record<'person' | 'project' | 'account' | 'topic', string>>;
  readonly sectionNames: Readonly<Record<SectionKind, string>>;
  readonly kinds: {
    readonly add: string;
    readonly addTitle: string;
    readonly addButton: string;
    readonly name: string;
    readonly nameDesc: string;
    readonly nameLabel: string;
    readonly folder: string;
    readonly folderDesc: string;
    readonly folderLabel: string;
    readonly needsFolder: string;
    readonly there: (id: string) => string;
    readonly inFolder: (folder: string) => string;
    readonly notUsed: string;
    readonly sections: string;
    readonly noSections: string;
    readonly addSection: string;
    readonly reset: string;
    readonly remove: string;
    readonly resetDesc: string;
    readonly removeDesc: string;
    readonly askReset: string;
    readonly askRemove: string;
    readonly forgotten: (id: string) => string;
    readonly forgottenPages: (id: string) => string;
    readonly resetButton: string;
    readonly removeButton: string;
  };
  readonly device: Readonly<Record<'agreed' | 'by-itself' | 'count', { readonly name: string; readonly desc: string }>>;
  readonly notSaved: (why: string) => string;
  readonly problem: (name: string, what: string) => string;
}

const row = (name: string): { readonly name: string; readonly desc: null } => ({ name, desc: null });

export const ENGLISH_SETTINGS: SettingWords = {
  rows: {
    me: row('Your names'),
    startDate: row('Start date'),
    newPages: {
      name: 'New pages',
      desc: "Which names without a page get one: those given as links in a meeting's frontmatter, those in three meetings of 90 days, or none.",
    },
    rowsPerSection: row('Rows per section'),
    blockPosition: row('Place of the block'),
    rollupFolder: row('Folder of the rollup pages'),
    suggestOwners: row('Suggest people after @'),
    meetingTemplate: row('Template for meeting notes'),
    calendars: row('Calendar files'),
    rowsPerQueue: row('Rows per list'),
    allTasks: row('Tasks of all notes'),
    proposedStatus: row('Status of proposed tasks'),
    proposedTag: row('Tag of proposed tasks'),
    exclude: row('Excluded folders'),
    typeKeys: row('Type properties'),
    meetingTypes: row('Types of meetings'),
    notMeetingTypes: row('Types of other notes'),
    dateKeys: row('Date properties'),
    dayOrder: row('Order of day and month'),
    answerWords: {
      name: 'Words before an answer',
      desc: 'Further words that start the answer below a question, one a line, in any language. A:, Answer: and → are known already.',
    },
  },
  newPages: { linked: 'For names given as links', frequent: 'For names met often', never: 'Never' },
  dayOrder: {
    unset: 'As your dates tell',
    'day-first': 'Day first: 03/04 is 3 April',
    'month-first': 'Month first: 03/04 is 4 March',
  },
  groups: {
    pages: 'Pages of people, projects and accounts',
    rollupPages: 'Rollup pages',
    takingNotes: 'Taking notes',
    readingNotes: 'Reading notes',
    device: 'This device',
  },
  bases: {
    name: 'Tables of pages',
    desc: 'Makes files for the core plugin Bases that list people, projects and accounts by last contact and by what is open. You see them before they are written.',
  },
  subpages: {
    kinds: {
      name: 'Kinds of pages',
      desc: 'Who and what gets pages: their folders, types, properties, templates and sections.',
    },
    properties: { name: 'Properties kept on pages', desc: 'For Bases and other views of your vault.' },
    words: {
      name: 'Your own words',
      desc: 'Further words for meetings, people, tasks and dates, in any language.',
    },
    sections: {
      name: 'Headings of sections',
      desc: 'Your own words for action items, decisions, open questions and the rest, in any language.',
    },
  },
  properties: {
    last_contact: 'Last contact',
    last_met: 'Last met',
    meeting_count: 'Number of meetings',
    open_follow_ups: 'Open follow-ups',
    open_questions: 'Open questions',
  },
  propertyDesc: (key) => `Saved as ${key}. If you already use this property, it is not touched.`,
  sectionDesc: (known, more) => `Further headings, one a line. Known already: ${known} and ${more} more.`,
  kindParts: {
    enabled: { name: 'Use this kind', desc: 'Its names are looked for in meetings, and its pages are kept.' },
    folder: { name: 'Folder', desc: 'Where new pages go. A folder of this name is recognised at any depth.' },
    otherFolders: { name: 'Other folders', desc: 'Further names of folders that hold such pages, one a line.' },
    keys: {
      name: 'Properties that name them',
      desc: 'Properties of a meeting that hold their names, one a line. A dot steps into a group: entities.people.',
    },
    types: { name: 'Types of their pages', desc: 'Values of type that make a note such a page, one a line.' },
    template: {
      name: 'Template',
      desc: 'A note that new pages are made from. {{title}} and {{date}} are filled in; nothing in it is run.',
    },
    written: {
      name: 'Write into its pages',
      desc: 'If off, pages are used to recognise names but never changed or created.',
    },
  },
  pageSections: {
    'you-owe': 'You owe',
    'they-owe': 'They owe',
    'needs-owner': 'Needs an owner',
    'open-tasks': 'Open tasks',
    raise: 'Raise next',
    questions: 'Unanswered',
    decisions: 'Decided',
    people: 'People',
    risks: 'Risks',
    facts: 'Key facts',
    meetings: 'Meetings',
  },
  kindNames: { person: 'Person', project: 'Project', account: 'Account', topic: 'Topic' },
  sectionNames: {
    people: 'People who were there',
    absent: 'People who were not there',
    summary: 'Summary',
    facts: 'Facts',
    outcomes: 'Outcomes',
    decisions: 'Decisions',
    actions: 'Actions',
    'follow-ups': 'Follow ups',
    risks: 'Risks',
    questions: 'Questions',
    'next-meeting': 'Next meeting',
    transcript: 'Transcript',
  },
  kinds: {
    add: 'Add a kind',
    addTitle: 'Add a kind of pages',
    addButton: 'Add',
    name: 'Name',
    nameDesc: 'In the singular: vendor, candidate, board.',
    nameLabel: 'Name of the kind',
    folder: 'Folder',
    folderDesc: 'Where its pages are: Vendors.',
    folderLabel: 'Folder of the kind',
    needsFolder: 'A kind of your own needs a folder.',
    there: (id) => `There is a kind “${id}” already.`,
    inFolder: (folder) => `Pages in folders named ${folder}.`,
    notUsed: 'Not used.',
    sections: 'Sections of its pages, in this order',
    noSections: 'Its pages show the head line alone.',
    addSection: 'Add a section',
    reset: 'Reset this kind',
    remove: 'Remove this kind',
    resetDesc: 'Folders, types, properties and sections as they were at first.',
    removeDesc: 'Its pages stay as they are.',
    askReset: 'Reset this kind?',
    askRemove: 'Remove this kind?',
    forgotten: (id) => `What was set for the kind “${id}” is forgotten.`,
    forgottenPages: (id) => `What was set for the kind “${id}” is forgotten. Its pages stay as they are.`,
    resetButton: 'Reset',
    removeButton: 'Remove',
  },
  device: {
    agreed: {
      name: 'Roll up without asking',
      desc: 'This device has agreed to the first rollup. Off, the next rollup shows what it would write and asks again.',
    },
    'by-itself': {
      name: 'Keep pages up to date',
      desc: 'This device writes a page when you open it, and all of them ten minutes after things settled; never one that is being typed in.',
    },
    count: {
      name: 'Count in the status bar',
      desc: 'How many of your follow-ups are late or due today. A click opens their page.',
    },
  },
  notSaved: (why) => `The setting was not saved: ${why}`,
  problem: (name, what) => `“${name}” ${what}`,
};
