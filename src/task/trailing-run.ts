/**
 * What is at the end of a task's body, read from the end as Tasks reads it (TASKS-FORMAT 4–8), and owners with it.
 *
 *     Send minutes #team @Ann Lee ⏫ #q4 📅 2025-03-14
 *                                          ^ read first
 *                                    ^ a tag: it goes back to the description
 *                  ^ read last, for `Send minutes` is nothing known
 *
 * Tasks tries its fields in one order, each at most once a pass, and makes 21 passes. Each value is followed to the
 * left by its symbol, and no value can hold a symbol, so one look at the end tells which field is there, if any.
 */
import {
  BY_CODE_POINT,
  BY_KEY,
  ROWS_BEFORE_TAG,
  SIGNIFIERS,
  priorityLevel,
  type TaskField,
  type TaskFormat,
  type ValueShape,
} from './signifiers';
import { ownerBeforeLeftover, ownersAtEnd, type OwnerRun } from './owner';
import { isWhiteSpace, trimmedEnd, type TaskLine } from './task-line';

/** A field as it is in the line. */
export interface WrittenField {
  readonly field: TaskField;
  /** From its symbol or bracket to its end (a Dataview field's comma included). */
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly value: string;
}

interface WrittenTag {
  readonly from: number;
  readonly to: number;
}

export interface TrailingRun {
  /** From the last to the first, so that of doubles the later in this list counts: the leftmost wins. */
  readonly fields: readonly WrittenField[];
  /** From the first to the last. */
  readonly tags: readonly WrittenTag[];
  readonly owners: readonly OwnerRun[];
  /** Where the description ends that is before all of it. */
  readonly textTo: number;
  /** Text kept after an owner although no owner's (`@Ann 📅 TBD`); both are -1 mostly. */
  readonly keptFrom: number;
  readonly keptTo: number;
  readonly ownerHidesSignifiers: boolean;
}

const PASSES = 21;
const MOST_OWNERS = 21;

interface RunOptions {
  /** `either`: fields of both forms, mixed. */
  readonly format: TaskFormat | 'either';
  readonly owners: boolean;
  /** Says whether a tail after `@` that does not look like a name is one all the same. */
  readonly isName?: ((tail: string) => boolean) | undefined;
}

export function readTrailingRun(
  { source, bodyFrom, bodyTo, symbolsFrom }: TaskLine,
  { format, owners: withOwners, isName }: RunOptions,
): TrailingRun {
  const fields: WrittenField[] = [];
  const tags: WrittenTag[] = [];
  const owners: OwnerRun[] = [];
  let end = bodyTo;
  let ownerHidesSignifiers = false;
  // What is at `end`, looked at once for each place.
  let seenAt = -1;
  let seen: FieldAtEnd | null = null;
  const takeRows = (after: number, before: number): boolean => {
    let last = after;
    for (;;) {
      if (seenAt !== end) {
        seen = fieldAtEnd(source, bodyFrom, end, { format, symbolsFrom });
        seenAt = end;
      }
      if (seen === null || seen.row <= last || seen.row >= before) return last !== after;
      fields.push(seen.written);
      if (owners.length > 0) ownerHidesSignifiers = true;
      last = seen.row;
      end = trimmedEnd(source, bodyFrom, seen.written.from);
    }
  };
  let kept = { from: -1, to: -1 };
  for (let pass = 0, matched = true; matched && pass < PASSES; pass++) {
    matched = takeRows(-1, ROWS_BEFORE_TAG);
    const tag = tagAtEnd(source, bodyFrom, end);
    if (tag >= 0) {
      tags.push({ from: tag, to: end });
      end = trimmedEnd(source, bodyFrom, tag);
      matched = true;
    }
    if (takeRows(ROWS_BEFORE_TAG - 1, SIGNIFIERS.length)) matched = true;
    if (matched || !withOwners || owners.length === MOST_OWNERS) continue;
    let owner = ownersAtEnd(source, bodyFrom, end, { chained: owners.length > 0, isName });
    if (owner === null && owners.length === 0) {
      owner = ownerBeforeLeftover(source, bodyFrom, end);
      if (owner !== null) kept = { from: owner.to, to: end };
    }
    if (owner !== null) {
      owners.push(owner);
      end = trimmedEnd(source, bodyFrom, owner.from);
      matched = true;
      // An owner takes none of the passes that Tasks would make.
      pass--;
    }
  }
  return {
    fields,
    tags: tags.reverse(),
    owners: owners.reverse(),
    textTo: end,
    keptFrom: kept.from,
    keptTo: kept.to,
    ownerHidesSignifiers,
  };
}

interface FieldAtEnd {
  readonly row: number;
  readonly written: WrittenField;
}

function fieldAtEnd(
  source: string,
  from: number,
  end: number,
  { format, symbolsFrom }: { format: TaskFormat | 'either'; symbolsFrom: number },
): FieldAtEnd | null {
  if (end <= from) return null;
  const symbol =
    format === 'dataview' || end <= symbolsFrom ? null : symbolAtEnd(source, Math.max(from, symbolsFrom), end);
  return symbol !== null || format === 'tasks' ? symbol : inlineFieldAtEnd(source, from, end);
}

/**
 *     ⏫ 📅️  2025-03-14
 *        ^ symbol, perhaps with U+FE0F, then U+0020s only, then the value
 */
function symbolAtEnd(source: string, from: number, end: number): FieldAtEnd | null {
  const level = symbolBefore(source, from, end);
  if (level !== null && level.level !== null) return found(0, level.at, end, level.at, end, level.level);
  let valueFrom = end;
  while (valueFrom > from && isKind(source.charCodeAt(valueFrom - 1), ID | RULE)) valueFrom--;
  if (valueFrom === end) return null;
  const symbol = symbolBefore(source, from, valueFrom);
  if (symbol === null || symbol.level !== null) return null;
  while (source.charCodeAt(valueFrom) === SPACE) valueFrom++;
  return isValue(source, valueFrom, end, shapeOf(symbol.row))
    ? found(symbol.row, symbol.at, end, valueFrom, end, source.slice(valueFrom, end))
    : null;
}

/**
 *     [ due:: 2025-03-14 ] ,
 *     ^ `[` with `]` or `(` with `)`; nothing but U+0020 inside and before the one comma
 */
function inlineFieldAtEnd(source: string, from: number, end: number): FieldAtEnd | null {
  let close = end - 1;
  if (source.charCodeAt(close) === COMMA) close = afterSpaces(source, from, close) - 1;
  const opening = close < from ? 0 : source.charCodeAt(close) === 93 ? 91 : source.charCodeAt(close) === 41 ? 40 : 0;
  if (opening === 0) return null;
  let inner = close;
  while (inner > from && isKind(source.charCodeAt(inner - 1), ID | RULE | COLON)) inner--;
  if (inner === from || source.charCodeAt(inner - 1) !== opening) return null;
  const open = inner - 1;
  while (source.charCodeAt(inner) === SPACE) inner++;
  let keyTo = inner;
  while (isKind(source.charCodeAt(keyTo), WORD)) keyTo++;
  if (!source.startsWith('::', keyTo) || keyTo - inner > LONGEST_KEY) return null;
  const row = BY_KEY.get(source.slice(inner, keyTo));
  if (row === undefined) return null;
  let valueFrom = keyTo + 2;
  const blankFrom = valueFrom;
  while (valueFrom < close && source.charCodeAt(valueFrom) === SPACE) valueFrom++;
  const valueTo = afterSpaces(source, valueFrom, close);
  // `[repeat:: ]` is a rule of nothing: Tasks takes it off the line.
  if (valueTo === valueFrom)
    return shapeOf(row) === 'rule' && close > blankFrom ? found(row, open, end, valueFrom, valueFrom, '') : null;
  return isValue(source, valueFrom, valueTo, shapeOf(row))
    ? found(row, open, end, valueFrom, valueTo, source.slice(valueFrom, valueTo))
    : null;
}

const LONGEST_KEY = 12;

function found(row: number, from: number, to: number, valueFrom: number, valueTo: number, value: string): FieldAtEnd {
  const field = SIGNIFIERS[row]?.field ?? 'priority';
  return { row, written: { field, from, to, valueFrom, valueTo, value } };
}

function shapeOf(row: number): ValueShape {
  return SIGNIFIERS[row]?.value ?? 'level';
}

/** The offset after the last character before `to` that is not U+0020. */
function afterSpaces(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && source.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

/** The symbol that ends at `end`, U+FE0F included, with its offset. */
function symbolBefore(
  source: string,
  from: number,
  end: number,
): { readonly at: number; readonly row: number; readonly level: string | null } | null {
  let to = end;
  if (source.charCodeAt(to - 1) === 0xfe0f) to--;
  if (to <= from) return null;
  const last = source.charCodeAt(to - 1);
  if (last < 0x2000) return null;
  const isLow = last >= 0xdc00 && last <= 0xdfff;
  if (isLow && to - 2 < from) return null;
  const at = isLow ? to - 2 : to - 1;
  const meaning = BY_CODE_POINT.get(source.codePointAt(at) ?? 0);
  return meaning === undefined ? null : { at, row: meaning.row, level: meaning.level };
}

/** A tag's offset where one ends at `end`, or -1: `#` and what may follow it, after white space or at the start. */
function tagAtEnd(source: string, from: number, end: number): number {
  let at = end;
  while (at > from && !endsTag(source.charCodeAt(at - 1))) at--;
  if (at === end || at === from || source.charCodeAt(at - 1) !== 35) return -1;
  return at - 1 === from || isWhiteSpace(source.charCodeAt(at - 2)) ? at - 1 : -1;
}

function endsTag(code: number): boolean {
  return isKind(code, TAG_END);
}

const SPACE = 32;
const COMMA = 44;

/** Classes of ASCII characters, as bits. */
const DIGIT = 1;
const WORD = 2;
const ID = 4;
const RULE = 8;
const COLON = 16;
/** Of which only U+0020 is white space: a tab or a no-break space goes on the tag. */
const TAG_END = 32;

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const digit = /[0-9]/.test(character) ? DIGIT : 0;
  const word = /[a-zA-Z]/.test(character) ? WORD : 0;
  const id = /[a-zA-Z0-9_-]/.test(character) ? ID : 0;
  const rule = /[a-zA-Z0-9, !]/.test(character) ? RULE : 0;
  const tagEnd = ' !@#$%^&*(),.?":{}|<>'.includes(character) ? TAG_END : 0;
  return digit | word | id | rule | tagEnd | (character === ':' ? COLON : 0);
});

function isKind(code: number, kinds: number): boolean {
  return code < 128 && ((KINDS[code] ?? 0) & kinds) !== 0;
}

function isAll(source: string, from: number, to: number, kinds: number): boolean {
  for (let at = from; at < to; at++) {
    if (!isKind(source.charCodeAt(at), kinds)) return false;
  }
  return to > from;
}

function isValue(source: string, from: number, to: number, shape: ValueShape): boolean {
  switch (shape) {
    case 'date':
      return (
        to - from === 10 &&
        source.charCodeAt(from + 4) === 45 &&
        source.charCodeAt(from + 7) === 45 &&
        isAll(source, from, from + 4, DIGIT) &&
        isAll(source, from + 5, from + 7, DIGIT) &&
        isAll(source, from + 8, to, DIGIT)
      );
    case 'rule':
      return isAll(source, from, to, RULE);
    case 'word':
      return isAll(source, from, to, WORD);
    case 'id':
      return isAll(source, from, to, ID);
    case 'ids':
      return areIds(source, from, to);
    case 'level':
      return priorityLevel(source.slice(from, to)) !== null;
  }
}

/** `ID( *, *ID *)*` */
function areIds(source: string, from: number, to: number): boolean {
  let at = from;
  for (;;) {
    const start = at;
    while (at < to && isKind(source.charCodeAt(at), ID)) at++;
    if (at === start) return false;
    while (at < to && source.charCodeAt(at) === SPACE) at++;
    if (at === to) return true;
    if (source.charCodeAt(at) !== COMMA) return false;
    at++;
    while (at < to && source.charCodeAt(at) === SPACE) at++;
  }
}
