/** Lines that say who was there: below a heading of people, after a label, in a table. */
import type { Block } from '../text/block';
import type { PassingLine } from './body-lines';
import type { BodyReading } from './body-reading';
import { headingTags, isTagLine } from './clues';
import { headingKey } from './heading-key';
import { isPlaceholder, isTemplateLine } from './line-text';
import { isMeetingValue } from './meeting-word';
import { isNameRun } from './name-run';
import { namesInText } from './names';
import { kindOfLabel, type PeopleLabel, peopleLabel } from './people-label';
import { peopleOfList, type PeopleList } from './people-list';
import { peopleOfTable } from './people-table';
import type { PersonEntry } from './person-entry';
import type { Scope } from './scopes';

/** The lines of a paragraph that name nobody. */
export function readPeopleLines(
  reading: BodyReading,
  lines: readonly PassingLine[],
  scope: Scope,
): readonly PassingLine[] {
  const { people, standup } = reading;
  for (const { words } of lines) standup?.line(words);
  if (people === null || isClosed(scope)) return lines;
  const rest: PassingLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.words.startsWith('|')) {
      const taken = readTable(reading, lines, at, scope);
      if (taken > 0) {
        at += taken - 1;
        continue;
      }
    }
    if (readTagLine(reading, line)) continue;
    const label = labelAt(reading, line.words, line.line, scope);
    if (label !== null) at = readLabelled(reading, label, lines, at, scope);
    else if (!isOfPeople(scope) || !readBareLine(reading, line, scope)) rest.push(line);
  }
  return rest;
}

/** `#meeting [[Ann Hale]] [[Bo Kim]]`: its links were there. */
function readTagLine({ people, input }: BodyReading, { words, line }: PassingLine): boolean {
  if (!words.includes('[[') || !isTagLine(words)) return false;
  if (!headingTags(words).some((tag) => isMeetingValue(tag, input.rules.words))) return false;
  people?.addNames(namesInText(words, line).flatMap((name) => (name.target === null ? [] : [{ ...name, kind: null }])));
  return true;
}

/** Whether a list item says who was there. */
export function readPeopleItem(reading: BodyReading, block: Block, index: number, scope: Scope): boolean {
  const { people, input } = reading;
  if (people === null) return false;
  const words = input.text.piece(block.textFrom, block.textTo);
  readReport(reading, words, block, index);
  if (isClosed(scope)) return false;
  const label = labelAt(reading, words, block.line, scope);
  if (label !== null && label.rest !== '') {
    readLabelled(reading, label, [{ line: block.line, from: block.textFrom, to: block.textTo, words }], 0, scope);
    return true;
  }
  if (!isOfPeople(scope)) return false;
  const section = people.section(scope.opened);
  // `Ann Hale, Bo Kim` in a line, then a list: notes have begun.
  section.ended ||= section.isLine && !isNameRun(words.trim());
  if (section.ended) return false;
  if (isTemplateLine(words) || isPlaceholder(words) || !isEntry(reading, block, index, scope)) return true;
  if (input.rules.words['people-groups'].has(headingKey(words))) return true;
  const list = peopleOfList(words, input.rules.words, { isItem: true });
  if (list.people.length > 0 && !isGroup(reading, list.people, index))
    people.add(list, scope.opened, {
      line: block.line,
      isAbsent: scope.section === 'absent',
      from: fromHeading(scope),
    });
  else if (input.blocks[index + 1]?.parent !== index) section.others += list.others;
  return true;
}

/** `- **Ann Hale**` over what she did, or a line of it. */
function readReport({ standup, input }: BodyReading, words: string, block: Block, index: number): void {
  if (block.level === 0 && block.status < 0 && input.blocks[index + 1]?.parent === index)
    standup?.head(words, block.line);
  else standup?.line(words);
}

/** `#### Lead: @annh`, `## Present: Ann Hale, Bo Kim`. */
export function readPeopleHeading(reading: BodyReading, words: string, line: number, scope: Scope): void {
  if (reading.people === null || !words.includes(':')) return;
  const label = labelAt(reading, words, line, scope);
  if (label !== null && label.rest !== '')
    readLabelled(reading, label, [{ line, from: 0, to: 0, words }], 0, scope, 'heading');
}

function isOfPeople({ section }: Scope): boolean {
  return section === 'people' || section === 'absent';
}

/** Sections whose lines have labels of their own. */
function isClosed({ section, past, mixed }: Scope): boolean {
  if (past) return true;
  if (mixed.length > 0) return !mixed.includes('people') && !mixed.includes('absent');
  return section !== null && !isOfPeople({ section } as Scope) && section !== 'summary' && section !== 'facts';
}

function fromHeading(scope: Scope): { place: 'heading'; label: string | null } {
  return { place: 'heading', label: scope.words };
}

/** The label of a line; a loose one only at the head of the meeting, or within a list of people. */
function labelAt(reading: BodyReading, words: string, line: number, scope: Scope): PeopleLabel | null {
  const { people, input } = reading;
  const label = peopleLabel(words, input.rules) ?? labelWithin(reading, words, line);
  if (label === null || people === null) {
    // `Others: Cy Orr` within a list of people.
    return isOfPeople(scope) && people !== null ? groupLabel(words, input.rules.words['people-groups'], scope) : null;
  }
  const isNear = isOfPeople(scope) || line <= people.from + HEAD_LINES;
  return label.strength === 'clear' || isNear ? label : null;
}

const HEAD_LINES = 30;

/** `Board meeting of 6 July, held at Info.nl. Present: Ann Hale and Bo Kim. Regrets: Cy Orr.` */
function labelWithin({ people, input }: BodyReading, words: string, line: number): PeopleLabel | null {
  if (people === null || line > people.from + HEAD_LINES || !words.includes(':')) return null;
  for (const { index } of words.slice(0, LONGEST_HEAD).matchAll(NEXT_LABEL)) {
    const label = peopleLabel(words.slice(index + 1).trim(), input.rules);
    if (label === null || label.absent) continue;
    const end = label.rest.search(NEXT_LABEL);
    const rest = end < 0 ? label.rest : label.rest.slice(0, end);
    const { people: named, others } = peopleOfList(rest, input.rules.words);
    if (named.length > 0 && others === 0) return { ...label, rest, strength: 'clear' };
  }
  return null;
}

const LONGEST_HEAD = 400;
/** A sentence ends and a label follows. */
const NEXT_LABEL = /[.;!]\s+\p{L}[\p{L} ]{3,30}:\s/gu;

function groupLabel(words: string, groups: ReadonlySet<string>, scope: Scope): PeopleLabel | null {
  const [, label = '', rest = ''] = /^[*_]{0,3}([^:*_]{2,40})[*_]{0,3}:[*_]{0,3}\s*(.*)$/.exec(words) ?? [];
  const key = label.toLowerCase().replace(/-/g, ' ').trim();
  // `Elected members: Ann` too.
  const last = key.split(' ').slice(-3).pop() ?? '';
  if (label === '' || !(groups.has(key) || (key.split(' ').length < 4 && groups.has(last)))) return null;
  return { label, rest, absent: scope.section === 'absent', strength: 'loose' };
}

/** Reads what is after a label, and the lines that it goes on in; gives the last of them. */
function readLabelled(
  reading: BodyReading,
  label: PeopleLabel,
  lines: readonly PassingLine[],
  first: number,
  scope: Scope,
  place: 'line' | 'heading' = 'line',
): number {
  const { people, input } = reading;
  let at = first;
  let text = label.rest;
  for (let next = lines[at + 1]; next !== undefined; next = lines[at + 1]) {
    if (!goesOn(text) || peopleLabel(next.words, input.rules) !== null) break;
    text = `${text} ${next.words}`;
    at += 1;
  }
  const line = lines[first]?.line ?? 1;
  for (const piece of piecesOf(text, label, reading)) {
    const list = peopleOfList(piece.rest, input.rules.words);
    if (!namesMost(list)) continue;
    const isAbsent = piece.absent || (scope.section === 'absent' && piece.strength === 'loose');
    people?.add(list, null, { line, isAbsent, from: { place, label: piece.label } });
  }
  return at;
}

/** The line goes on in the next: it ends at a comma, or within brackets. */
function goesOn(text: string): boolean {
  return GOES_ON.test(text) || text.lastIndexOf('(') > text.lastIndexOf(')');
}

const GOES_ON = /(?:[,;&/]|\b(?:and|und|et|y|e|en))\s*$/i;

/** `Present: Ann Hale. Absent: Bo Kim`: several labels in one line. */
function piecesOf(text: string, label: PeopleLabel, { input }: BodyReading): PeopleLabel[] {
  if (!/[:：]/.test(text)) return [{ ...label, rest: text }];
  const pieces: PeopleLabel[] = [];
  let open = label;
  let from = 0;
  for (const match of text.matchAll(INNER_LABEL)) {
    const name = match[2]?.trim() ?? '';
    const kind = kindOfLabel(name, input.rules);
    if (kind === null) continue;
    pieces.push({ ...open, rest: text.slice(from, match.index) });
    open = { ...kind, label: name, rest: '' };
    from = match.index + match[0].length;
  }
  return [...pieces, { ...open, rest: text.slice(from) }];
}

const INNER_LABEL = /(^|[\s.;,|(]|\*\*)([\p{L}][\p{L} ]{2,30})(?:\*\*)?\s?[:：](?:\*\*)?\s/gu;

/** Most of what a label is followed by names somebody, and not merely in lower case. */
function namesMost({ people, others }: PeopleList): boolean {
  return people.length > others && (people.length > 1 || people.some(isCertain));
}

function isCertain({ text, target, also }: PersonEntry): boolean {
  return target !== null || also.length > 0 || /\p{Lu}|\p{Lo}/u.test(text) || /^\w+$/.test(text);
}

/** A line below a heading of people; prose ends the list. */
function readBareLine({ people, input }: BodyReading, { words, line }: PassingLine, scope: Scope): boolean {
  const section = people?.section(scope.opened);
  if (people === null || section === undefined || section.ended) return false;
  if (words.trim() === '' || isPlaceholder(words) || isTemplateLine(words) || ASKS_TO_SIGN.test(words)) return true;
  const list = peopleOfList(words, input.rules.words, { isItem: true });
  if (list.people.length === 0 || list.people.length < list.others) {
    section.ended = section.names.length > 0 || words.length > LONGEST_REMARK;
    section.others += 1;
    return false;
  }
  people.add(list, scope.opened, { line, isAbsent: scope.section === 'absent', from: fromHeading(scope) });
  section.isLine ||= list.people.length > 1;
  return true;
}

/** `Name / pronouns / institution`: what is to be written below. */
const ASKS_TO_SIGN = /\b(?:your? names?\b|names? ?[/,(]|pronouns?\b)/i;
const LONGEST_REMARK = 80;

/** An item that is in the list itself, or below a label or a group; what is below a name is said of it. */
function isEntry({ input }: BodyReading, block: Block, index: number, scope: Scope): boolean {
  if (block.level <= scope.itemLevel) return true;
  const { blocks, rules, text } = input;
  const parent = blocks[block.parent];
  if (parent === undefined || block.level > scope.itemLevel + 1) return false;
  const above = text.piece(parent.textFrom, parent.textTo);
  if (/[:：][*_]{0,3}\s*$/.test(above)) return true;
  const list = peopleOfList(above, rules.words);
  return list.people.length === 0 || isGroupOver(input, block.parent, list.people, index);
}

/** `Acme` over `Ann Hale` and `Bo Kim`: one word, and full names, links or handles below. */
function isGroup({ input }: BodyReading, people: readonly PersonEntry[], index: number): boolean {
  return isGroupOver(input, index, people, index + 1);
}

function isGroupOver(
  { blocks, text, rules }: BodyReading['input'],
  parent: number,
  people: readonly PersonEntry[],
  child: number,
): boolean {
  const [only] = people;
  const below = blocks[child];
  if (only === undefined || people.length > 1 || only.target !== null || only.also.length > 0) return false;
  if (below?.parent !== parent || below.kind !== 'item' || only.text.includes(' ')) return false;
  const names = peopleOfList(text.piece(below.textFrom, below.textTo), rules.words).people;
  const isHandle = text.text.charAt(below.textFrom) === '@';
  return (
    names.length > 0 &&
    names.every((name) => isHandle || name.target !== null || /^\p{Lu}\S* .*\p{Lu}/u.test(name.text))
  );
}

/** The table that begins at a line, read if it names people: how many lines it takes, 0 for none. */
function readTable(reading: BodyReading, lines: readonly PassingLine[], at: number, scope: Scope): number {
  let end = at;
  while (lines[end]?.words.startsWith('|') === true) end += 1;
  const rows = lines.slice(at, end);
  const isList = isOfPeople(scope);
  const found = peopleOfTable(
    rows.map(({ words }) => words),
    { isList, rules: reading.input.rules },
  );
  for (const { row, list, absent, label } of found) {
    if (list.people.length === 0 || (!isList && !namesMost(list))) continue;
    reading.people?.add(list, isList ? scope.opened : null, {
      line: rows[row]?.line ?? 1,
      isAbsent: absent || scope.section === 'absent',
      from: { place: 'table', label },
    });
  }
  return isList || found.some(({ isColumn }) => isColumn) ? end - at : 0;
}
