/**
 * A label by which a line names people.
 *
 *     **Attendees:** Ann Hale, Bo Kim     Chair: Ann Hale     Anwesende FSR-Mitglieder: Ann, Bo
 *     ^^^^^^^^^^^^^^ label                 ^^^^^ a role's: at the head of a meeting only
 */
import { headingKey } from './heading-key';
import type { NoteRules } from './note-rules';
import { meaningOf } from './section-table';

export interface PeopleLabel {
  readonly label: string;
  readonly absent: boolean;
  /** `clear` anywhere in a meeting; `loose` at its head, or within a list of people. */
  readonly strength: 'clear' | 'loose';
  /** What is after it. */
  readonly rest: string;
}

type LabelRules = Pick<NoteRules, 'words' | 'sections'>;

/** The label a line begins with, or null. Cheap for lines that have none. */
export function peopleLabel(line: string, rules: LabelRules): PeopleLabel | null {
  const colon = colonIn(line);
  if (colon < 0 && !line.startsWith('**')) return null;
  const match = colon < 0 ? BOLD_FIRST.exec(line) : null;
  if (colon < 0 && match === null) return null;
  const label = (match?.[1] ?? line.slice(0, colon)).replace(/[*_]/g, '').trim();
  if (label === '' || label.length > LONGEST) return null;
  const kind = kindOfLabel(label, rules);
  if (kind === null) return null;
  const rest = (match?.[2] ?? line.slice(colon + 1)).replace(/^[:：]?[*_]{0,3}\s*[:：]?\s*/, '').trim();
  return { label, rest, ...kind };
}

/** What a label says, without what is after it. */
export function kindOfLabel(
  label: string,
  { words, sections }: LabelRules,
): Pick<PeopleLabel, 'absent' | 'strength'> | null {
  const key = headingKey(label);
  if (key === '') return null;
  if (words['people-roles'].has(key)) return { absent: false, strength: 'loose' };
  const section = meaningOf(label, sections)?.section ?? null;
  if (section === 'people') return { absent: false, strength: LOOSE.has(key) ? 'loose' : 'clear' };
  if (section === 'absent') return { absent: true, strength: 'clear' };
  const parts = key.split(' ');
  if (parts.length < 2 || parts.length > MOST_WORDS) return null;
  if (parts.some((part) => ABSENT_WORD.test(part))) return { absent: true, strength: 'clear' };
  return parts.some((part) => PEOPLE_WORD.test(part)) ? { absent: false, strength: 'clear' } : null;
}

const LONGEST = 60;
const MOST_WORDS = 5;
const BOLD_FIRST = /^\*\*([^*]{2,60})\*\*\s*(?:[-–—]\s*)?(\S.*)$/;

function colonIn(line: string): number {
  for (let at = 1; at < line.length && at <= LONGEST + 6; at++) {
    const char = line.charCodeAt(at);
    if (char === 58 || char === 0xff1a) return at;
    // A link or an address before it: no label.
    if (char === 91 || char === 64) return -1;
  }
  return -1;
}

/** Labels that other lines begin with too. */
const LOOSE: ReadonlySet<string> = new Set(
  `who,with,people,members,guests,invited,present,presents,mit,wer,dabei,gäste,mitglieder,qui,avec,membres,quién,quiénes,con,
  invitados,wie,met,leden,gasten,chi,membri,quem,com,teilnahme,asistencia,attendance,出席,参加`.split(/,\s*/),
);

/** Words that tell people in a longer label: `Attendees from Acme`, `Anwesende FSR-Mitglieder`. */
const PEOPLE_WORD =
  /^(?:attend(?:ee|ees|ing)|participants?|anwesende?[rn]?|teilnehm(?:er|ende|ern|erinnen)|présente?s|asistentes|presentes|aanwezige?n?|deelnemers|presenti|partecipanti|participantes)$/;
const ABSENT_WORD =
  /^(?:absent(?:ees?|s)?|regrets|apologies|abwesende?[rn]?|entschuldigte?[rn]?|excusés|ausentes|afwezige?n?|assenti)$/;
