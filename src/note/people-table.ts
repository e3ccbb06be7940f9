/** Tables that say who was there: a column of names below a heading of people, or a row with its label first. */
import { headingKey } from './heading-key';
import type { NoteRules } from './note-rules';
import { kindOfLabel } from './people-label';
import { peopleOfList, type PeopleList } from './people-list';

interface FoundInTable {
  /** Index of the row among the table's lines. */
  readonly row: number;
  readonly list: PeopleList;
  readonly absent: boolean;
  /** The column's heading, or the row's label. */
  readonly label: string | null;
  /** The table has a column of people; else only some of its rows name any. */
  readonly isColumn: boolean;
}

/** `isList`: the table is below a heading of people. */
export function peopleOfTable(
  lines: readonly string[],
  { isList, rules }: { readonly isList: boolean; readonly rules: Pick<NoteRules, 'words' | 'sections'> },
): readonly FoundInTable[] {
  const rows = lines.slice(0, MOST_ROWS).map(cellsOf);
  const hasHeader = lines[1] !== undefined && RULER.test(lines[1]);
  const labelled = rows.flatMap((cells, row) => labelledRow(cells, row, rules));
  if (labelled.length > 0 && !isColumnOf(rows, rules)) return labelled;
  const header = hasHeader ? (rows[0] ?? []) : [];
  const column = columnOf(header, { isList, rules });
  if (column < 0) return [];
  const presence = header.findIndex((cell) => PRESENCE.test(headingKey(cell)));
  return rows.flatMap((cells, row) => {
    const name = cells[column] ?? '';
    if ((hasHeader && row < 2) || name === '') return [];
    const handles = cells.filter((cell, at) => at !== column && /^@\w|@.+\.\w/.test(cell)).join(' ');
    const list = peopleOfList(handles === '' ? name : `${name} ${handles}`, rules.words);
    const absent = presence >= 0 && presence !== column && SAYS_NO.test((cells[presence] ?? '').trim());
    return [{ row, list, absent, label: header[column] ?? null, isColumn: true }];
  });
}

const MOST_ROWS = 300;
const RULER = /^\|[\s:|-]{2,}$/;
const PRESENCE = /^(?:present|attended|attending|attendance|there|anwesend|présent|presente|asistió|aanwezig)\??$/;
const SAYS_NO = /^(?:no|n|nein|non|nee|não|absent|regrets|✗|✘|❌|x?)$/i;

/** At pipes that are not escaped. */
function cellsOf(line: string): string[] {
  const text = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && text[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  return [...cells, cell.trim()];
}

/** `| Attendees | Ann Hale, Bo Kim |` */
function labelledRow(
  [first = '', ...others]: readonly string[],
  row: number,
  rules: Pick<NoteRules, 'words' | 'sections'>,
): FoundInTable[] {
  const label = first.replace(/[*_:：]/g, '').trim();
  const kind = label === '' || others.length === 0 ? null : kindOfLabel(label, rules);
  if (kind === null) return [];
  const list = peopleOfList(others.filter((cell) => cell !== '').join(', '), rules.words);
  return list.people.length === 0 ? [] : [{ row, list, absent: kind.absent, label, isColumn: false }];
}

/** Whether the first row heads columns: what is next to a label of people is a heading too. */
function isColumnOf(rows: readonly (readonly string[])[], rules: Pick<NoteRules, 'words' | 'sections'>): boolean {
  const [header = []] = rows;
  return rows.length > 2 && header.length > 1 && header.slice(1).every((cell) => COLUMN.test(headingKey(cell)))
    ? columnOf(header, { isList: false, rules }) >= 0
    : false;
}

const COLUMN =
  /^(?:role|roles|company|organi[sz]ation|email|e mail|affiliation|title|github|handle|team|present|attended|initials|notes|rolle|firma|funktion|rôle|société|fonction|rol|empresa|cargo|functie|bedrijf|ruolo|azienda|papel|função|status|)$/;

function columnOf(
  header: readonly string[],
  { isList, rules }: { readonly isList: boolean; readonly rules: Pick<NoteRules, 'words' | 'sections'> },
): number {
  const keys = header.map(headingKey);
  const strong = header.findIndex((cell) => {
    const kind = cell === '' ? null : kindOfLabel(cell, rules);
    return kind !== null && kind.strength === 'clear' && !kind.absent && !PRESENCE.test(headingKey(cell));
  });
  if (strong >= 0 || !isList) return strong;
  const named = keys.findIndex((key) => rules.words['people-columns'].has(key));
  return named >= 0 ? named : keys.findIndex((key) => !/^(?:|#|no|nr|n|\d+)$/.test(key));
}
