/**
 * Which section a heading opens: by the whole of its text, by its parts, or by what it is about. The words are in
 * `section-words.ts`; settings add headings in any language.
 */
import { memoize } from '../text/memoize';
import { headingKey } from './heading-key';
import type { SectionKind } from './note';
import {
  OF_SOMEBODY_WORDS,
  OTHER_SECTIONS,
  PAST_SECTIONS,
  PAST_WORDS,
  PLAIN_WORDS,
  SECTION_WORDS,
} from './section-words';

/** Heading keys to sections. */
export type SectionTable = ReadonlyMap<string, Known>;

/** `other`: known, and none of the sections; `past`: about the meeting before. */
type Known = SectionKind | 'other' | 'past';

/** What a heading says about the lines below it. */
export interface HeadingMeaning {
  /** Null where it is none of the sections, or joins several. */
  readonly section: SectionKind | null;
  /** The sections that it joins with each other, or with notes: below it only what carries its own mark counts. */
  readonly mixed: readonly SectionKind[];
  /** It is about the meeting before, or about what is done. */
  readonly past: boolean;
  /** Whose section it is, as written: `Ann` of `Ann's actions`; a guess that a known person may confirm. */
  readonly who: string | null;
}

/** The headings of each section by which it is known, in `headingKey`'s form. */
export const SECTION_HEADINGS = Object.fromEntries(
  Object.entries(SECTION_WORDS).map(([section, byLanguage]) => [section, wordsOf(byLanguage)]),
) as Readonly<Record<SectionKind, readonly string[]>>;

function wordsOf(byLanguage: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(Object.values(byLanguage).flatMap((words) => words.split(/,\s*/)))];
}

/** The table with what the settings add; an added heading wins over the table's own. */
export function sectionTable(added: ReadonlyMap<SectionKind, readonly string[]> = new Map()): SectionTable {
  const table = new Map<string, Known>();
  const add = (headings: readonly string[], known: Known): void => {
    for (const heading of headings) {
      for (const key of spellings(heading)) if (!table.has(key)) table.set(key, known);
    }
  };
  for (const [section, headings] of added) add(headings.map(headingKey), section);
  for (const [section, headings] of Object.entries(SECTION_HEADINGS) as [SectionKind, readonly string[]][])
    add(headings, section);
  add(wordsOf(OTHER_SECTIONS), 'other');
  add(wordsOf(PAST_SECTIONS), 'past');
  table.delete('');
  return table;
}

/** `beschlüsse`, `beschlusse`, `beschluesse`. */
function spellings(heading: string): readonly string[] {
  if (/^[ -~]*$/.test(heading)) return [heading];
  const bare = heading.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const german = heading.replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter);
  return [heading, bare.normalize('NFC'), german];
}

const GERMAN: Readonly<Record<string, string | undefined>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

export const DEFAULT_SECTIONS: SectionTable = sectionTable();

/** The one section that a heading's text names, or null. */
export function sectionOf(heading: string, table: SectionTable): SectionKind | null {
  return meaningOf(heading, table)?.section ?? null;
}

/** What a heading's text says, or null for one that says nothing of sections. */
export function meaningOf(heading: string, table: SectionTable): HeadingMeaning | null {
  if (heading.length > 2 * LONGEST) return askTable(heading, table);
  let ask = ASKED.get(table);
  if (ask === undefined) ASKED.set(table, (ask = memoize(1_000, (text) => askTable(text, table))));
  return ask(heading);
}

/**
 * A vault's notes have the same few headings, each asked about twice a note. A table does not change once it is in use.
 */
const ASKED = new WeakMap<SectionTable, (heading: string) => HeadingMeaning | null>();

/** Longer headings are sentences. */
const LONGEST = 80;

function askTable(heading: string, table: SectionTable): HeadingMeaning | null {
  const key = headingKey(heading);
  if (key === '' || key.length > LONGEST) return null;
  const whole = table.get(key);
  if (whole !== undefined) return meaning(whole);
  return byDashes(heading, table) ?? byParts(key, table) ?? byAttendance(heading, key) ?? byApproval(key);
}

/** `Grants approved`, `Individual members approved`: what is listed was decided. */
function byApproval(key: string): HeadingMeaning | null {
  return /^(?:\p{L}+ ){1,3}approved$/u.test(key) && !/\b(?:not|to be|being|if|until|when)\b/.test(key)
    ? PLAIN.decisions
    : null;
}

/** `Board members in attendance were:`, `Die folgenden Personen waren anwesend:`; a list follows. */
function byAttendance(heading: string, key: string): HeadingMeaning | null {
  if (!/[:：][*_]{0,3}\s*$/.test(heading)) return null;
  const words = key.split(' ');
  if (words.length > MOST_IN_LABEL) return null;
  if (words.some((word) => ABSENCE.test(word)) || (words.includes('not') && ATTENDANCE.test(key))) return PLAIN.absent;
  return ATTENDANCE.test(key) ? PLAIN.people : null;
}

const MOST_IN_LABEL = 9;
const ATTENDANCE =
  /(?:^| )(?:in attendance|attending|attended|attendees|present|participants|anwesend|anwesende|teilnehmer|teilnehmende|présente?s|asistentes|asistieron|presentes|aanwezig|presenti|partecipanti)(?: |$)/;
const ABSENCE =
  /^(?:absent|absentees|apologies|regrets|excused|abwesend|entschuldigt|absents|excusés|ausentes|excusados|afwezig|afgemeld|assenti)$/;

function meaning(known: Known, who: string | null = null): HeadingMeaning {
  if (known === 'other' || known === 'past') return { ...NOTHING, past: known === 'past' };
  return who === null ? PLAIN[known] : { ...PLAIN[known], who };
}

const NOTHING: HeadingMeaning = { section: null, mixed: [], past: false, who: null };
const PLAIN = Object.fromEntries(
  Object.keys(SECTION_WORDS).map((section) => [section, { ...NOTHING, section }]),
) as unknown as Readonly<Record<SectionKind, HeadingMeaning>>;

/**
 * Known by a part between dashes or colons, the first or the last; what else there is may be whose it is.
 *
 *     Next steps — by next standup       Yard: action items       Ann — actions
 */
function byDashes(heading: string, table: SectionTable): HeadingMeaning | null {
  if (heading.length > 2 * LONGEST) return null;
  const given = heading.split(/\s[-–—|]+\s|\s?:\s/);
  if (given.length < 2) return null;
  const parts = given.map((text) => ({ text, key: headingKey(text) })).filter(({ key }) => key !== '');
  const [first, ...others] = parts;
  const last = others[others.length - 1];
  if (first === undefined || last === undefined) return null;
  const head = byParts(first.key, table);
  const tail = byParts(last.key, table);
  if (head?.past === true || tail?.past === true) return { ...NOTHING, past: true };
  if (head === null) return tail === null ? null : withOwner(tail, first.text);
  // `Decision: we take the van` says itself what was decided.
  if (tail === null) return heading.includes(':') && MARKERS.has(first.key) ? null : withOwner(head, last.text);
  return joined([...kindsOf(head), ...kindsOf(tail)]);
}

const MARKERS: ReadonlySet<string> = new Set(
  `decision, question, action, todo, to do, agreed, decided, agreement, resolution, resolved, verdict, consensus, risk,
  next step, follow up, outcome, beschluss, entscheidung, aufgabe, frage, vereinbarung, festgelegt, beschlossen, décision,
  question, action, decisión, acuerdo, tarea, pregunta, besluit, actie, vraag, decisione, azione, domanda, decisão, ação,
  pergunta`.split(/,\s*/),
);

function kindsOf({ section, mixed }: HeadingMeaning): readonly Known[] {
  return section !== null ? [section] : mixed.length > 0 ? [...mixed, 'other'] : ['other'];
}

function withOwner(found: HeadingMeaning, text: string): HeadingMeaning {
  const who = text.trim();
  const mayOwn = found.section !== null && OWNED.has(found.section) && who.split(/\s+/).length <= 3;
  return mayOwn && found.who === null ? { ...found, who } : found;
}

/** Several kinds are one where they are of one family, and mixed where they are not. */
function joined(kinds: readonly Known[]): HeadingMeaning {
  const sections = [...new Set(kinds.filter((kind) => kind !== 'other' && kind !== 'past'))];
  const [first] = sections;
  if (first === undefined) return { ...NOTHING, past: kinds.every((kind) => kind === 'past') };
  if (sections.includes('transcript')) return PLAIN.transcript;
  const isMixed = kinds.length > 1 && kinds.some((kind) => kind === 'other' || kind === 'past');
  const families = new Set(sections.map((section) => (section === 'follow-ups' ? 'actions' : section)));
  // Notes and a summary are both words of the meeting; nothing of either is an item.
  if (families.size === 1 && (!isMixed || first === 'summary')) return PLAIN[first];
  return { ...NOTHING, mixed: sections };
}

/** `Follow‑Ups & Check‑ins`, `Key decisions / signals`: a part that nobody knows says nothing. */
function byParts(key: string, table: SectionTable): HeadingMeaning | null {
  const whole = byEdges(key, table);
  if (whole !== null) return whole;
  if (!JOINT.test(key)) return null;
  const kinds: Known[] = [];
  let longest = 0;
  for (const part of key.split(JOINT)) {
    const found = byEdges(part, table);
    if (found !== null) kinds.push(...(found.past ? (['past'] as const) : kindsOf(found)));
    else longest = Math.max(longest, part.split(' ').length);
  }
  // `Participation and code of conduct` is about people, and lists none.
  const most = kinds.includes('people') ? 1 : MOST_IN_PART;
  return kinds.length === 0 || longest > most ? null : joined(kinds);
}

const JOINT = / (?:and|und|oder|or|et|ou|y|e|en|o) | ?[/+,;|] ?/;
const MOST_IN_PART = 4;

const PLAIN_EDGES: ReadonlySet<string> = new Set(wordsOf(PLAIN_WORDS));
const PAST_EDGES: ReadonlySet<string> = new Set(wordsOf(PAST_WORDS));
const OF_SOMEBODY = new RegExp(`^(.+?) (?:d'|(?:${wordsOf(OF_SOMEBODY_WORDS).join('|')}) )(.+)$`, 'u');
/** Sections that are somebody's. */
const OWNED: ReadonlySet<SectionKind> = new Set(['actions', 'follow-ups', 'questions']);

/** Known without words at its edges that say nothing; or by what it is about, before the person it is for. */
function byEdges(key: string, table: SectionTable): HeadingMeaning | null {
  const known = table.get(key) ?? stripped(key, PLAIN_EDGES, table);
  if (known !== null) return meaning(known);
  if (isOfPast(key, table)) return { ...NOTHING, past: true };
  const [, what = '', whom = ''] = OF_SOMEBODY.exec(key) ?? [];
  if (what !== '' && whom.split(' ').length <= MOST_IN_PART) {
    const section = table.get(what) ?? stripped(what, PLAIN_EDGES, table);
    if (section !== null && section !== 'other' && section !== 'past' && OWNED.has(section)) {
      if (whom.split(' ').some((word) => PAST_EDGES.has(word))) return { ...NOTHING, past: true };
      return meaning(section, whom);
    }
  }
  return byOwner(key, table);
}

/** `Ann's action items`, `Anns Aufgaben`, `Yard action items`; not `Last week's action items`. */
function byOwner(key: string, table: SectionTable): HeadingMeaning | null {
  const [, owner, rest = ''] = /^(\S+(?: \S+)??)'s? (.+)$/.exec(key) ?? [];
  if (owner !== undefined) return ownedSection(rest, table) === null ? null : meaningOfOwned(rest, owner, table);
  const [, first = '', others = ''] = /^(\S+) (.+)$/.exec(key) ?? [];
  if (ownedSection(others, table) === null) return null;
  if (first.endsWith('s') && GENITIVE.has(others)) return meaningOfOwned(others, first.slice(0, -1), table);
  // `Yard tasks` may be any tasks, `Yard action items` and `Yard todos` are those of this meeting.
  return (others.includes(' ') || TODOS.test(others)) && ownedSection(others, table) !== 'questions'
    ? meaningOfOwned(others, null, table)
    : null;
}

const TODOS = /^(?:todos?|todo's|actiepunten|arbeitsaufträge)$/;

function ownedSection(key: string, table: SectionTable): SectionKind | null {
  const known = table.get(key) ?? stripped(key, PLAIN_EDGES, table);
  return known !== null && known !== 'other' && known !== 'past' && OWNED.has(known) ? known : null;
}

function meaningOfOwned(key: string, owner: string | null, table: SectionTable): HeadingMeaning | null {
  const section = ownedSection(key, table);
  return section === null ? null : meaning(section, owner);
}

const GENITIVE: ReadonlySet<string> = new Set(wordsOf({ de: SECTION_WORDS.actions['de'] ?? '' }));

/** `Last meeting's action items`, `Review of actions`: a known section once the words of the past are taken out. */
function isOfPast(key: string, table: SectionTable): boolean {
  const words = key.split(' ');
  if (!words.some((word) => PAST_EDGES.has(word))) return false;
  const rest = words.filter((word) => !PAST_EDGES.has(word) && !PLAIN_EDGES.has(word) && !LINKING.has(word));
  return rest.length < words.length && table.has(rest.join(' '));
}

const LINKING: ReadonlySet<string> = new Set(
  'of from on to the for in de des der du von aus la el las los les van uit di del della delle do da dos das'.split(
    ' ',
  ),
);

/**
 * What the table has for `key` without words of `edges` at its start and end; null where there are none, or nothing.
 */
function stripped(key: string, edges: ReadonlySet<string>, table: SectionTable): Known | null {
  let words = key.split(' ');
  for (let cut = 0; cut < MOST_CUT; cut++) {
    const next = withoutEdge(words, edges);
    if (next === null) return null;
    words = next;
    const known = table.get(words.join(' '));
    if (known !== undefined) return known;
  }
  return null;
}

const MOST_CUT = 4;

function withoutEdge(words: readonly string[], edges: ReadonlySet<string>): string[] | null {
  for (const length of [2, 1]) {
    if (words.length <= length) continue;
    if (edges.has(words.slice(0, length).join(' '))) return words.slice(length);
    if (edges.has(words.slice(-length).join(' '))) return words.slice(0, -length);
  }
  return null;
}
