/**
 * The kinds of entities, one row a kind: which frontmatter keys name them, which `type` values their pages carry, which
 * folders hold their pages, what their pages show. Settings may change rows and add others.
 */

import { STATEMENT_ROW_KINDS } from './line-kinds';

export type KindId = string;

/** The kind whose keys say who was there. */
export const PERSON: KindId = 'person';

/** The sections an entity page can show. */
export const PAGE_SECTIONS = [
  'you-owe',
  'they-owe',
  'needs-owner',
  'open-tasks',
  'raise',
  'questions',
  ...STATEMENT_ROW_KINDS,
  'people',
  'meetings',
] as const;

export type PageSection = (typeof PAGE_SECTIONS)[number];

export interface EntityKind {
  readonly id: KindId;
  /** Frontmatter keys; a dot steps into a map (`entities.people`). */
  readonly keys: readonly string[];
  /** Values of `type` on the kind's pages, case-folded. */
  readonly types: readonly string[];
  /** Where new pages go; a folder of this name at any depth is recognised. */
  readonly folder: string;
  /** Other folder names recognised at any depth. */
  readonly otherFolders: readonly string[];
  readonly sections: readonly PageSection[];
  /** Vault path of the note that new pages are made from; null or absent for a title alone. */
  readonly template?: string | null;
  readonly enabled: boolean;
}

export const DEFAULT_KINDS: readonly EntityKind[] = [
  {
    id: 'person',
    keys: [
      ...['entities.people', 'people', 'attendees', 'participants', 'person', 'counterpart'],
      ...['attendee', 'participant', 'attending', 'attended', 'meeting-recipients', 'meeting-attendees', 'invitees'],
      ...['meeting-participants', 'meeting-people', 'meeting-invitees', 'in-attendance', 'who-was-there', 'present'],
      ...['teilnehmer', 'teilnehmerinnen', 'teilnehmende', 'anwesend', 'anwesende', 'beteiligte', 'personen'],
      ...['présents', 'presents', 'participantes', 'personnes', 'asistentes', 'asistente', 'presentes', 'personas'],
      ...['aanwezig', 'aanwezigen', 'deelnemers', 'presenti', 'partecipanti', 'persone', 'pessoas'],
      ...['משתתפים', 'נוכחים', 'المشاركون', 'الحضور', '参会人员', '与会人员', '參與者', '参加者', '出席者'],
    ],
    types: ['person', 'people', 'contact'],
    folder: 'People',
    otherFolders: [],
    sections: ['you-owe', 'they-owe', 'needs-owner', 'raise', 'questions', 'decisions', 'meetings'],
    enabled: true,
  },
  {
    id: 'project',
    keys: ['entities.projects', 'projects', 'project'],
    types: ['project', 'projects'],
    folder: 'Projects',
    otherFolders: [],
    sections: ['open-tasks', 'raise', 'questions', 'decisions', 'people', 'risks', 'facts', 'meetings'],
    enabled: true,
  },
  {
    id: 'account',
    keys: [
      'entities.customers',
      'entities.accounts',
      'entities.companies',
      'accounts',
      'account',
      'customer',
      'company',
      'partner',
    ],
    types: ['account', 'accounts', 'customer', 'customers', 'company', 'partner'],
    folder: 'Accounts',
    otherFolders: ['Customers and Partners'],
    sections: ['open-tasks', 'raise', 'questions', 'decisions', 'people', 'risks', 'facts', 'meetings'],
    enabled: true,
  },
  {
    id: 'topic',
    keys: ['entities.topics', 'topics'],
    types: ['topic'],
    folder: 'Topics',
    otherFolders: [],
    sections: ['open-tasks', 'raise', 'questions', 'decisions', 'people', 'meetings'],
    enabled: false,
  },
];
