/**
 * A bracket at a task's end that holds its owner and its day, in any order:
 *
 *     Order cones (Owner: Ann, Due: 14 March)      Order cones [Ann; by Friday]      Order cones (due 14 March, Ann)
 */
import { type DueContext, dueIn, dueOfField, type Due } from './due-words';
import { cleanText } from './line-text';
import type { Name, OwnerCandidate } from './note';
import { onlyNames, ownersNamed } from './owner-names';
import { foldWord } from './word-list';
import type { Words } from './word-lists';

export interface FieldBracket {
  readonly due: Due | null;
  readonly owner: OwnerCandidate;
}

/** Null for a bracket that lacks one of both, or says anything else. */
export function fieldBracket(
  text: string,
  { line, words, ...context }: DueContext & { readonly line: number; readonly words: Words },
): FieldBracket | null {
  const [, rest = '', inside = ''] = /[)\]]/.test(text.slice(-4)) ? (BRACKET_LAST.exec(text) ?? []) : [];
  if (inside === '' || rest.trim() === '') return null;
  const names: Name[] = [];
  let due: Due | null = null;
  let isLabelled = false;
  let bare = '';
  for (const part of partsOf(inside, context, words)) {
    const [, label = '', value = ''] = LABELLED.exec(part) ?? [];
    const key = foldWord(label);
    if (words['owner-labels'].has(key)) {
      names.push(...ownersNamed(value, line, words));
      isLabelled = true;
      continue;
    }
    // Without a word that says so a day is what the task is about.
    if (isDay(part, context, words)) {
      bare = part;
      continue;
    }
    const day = words['due-labels'].has(key) ? dueOfField(value, context, words) : dueAlone(part, context, words);
    const named = day === null ? onlyNames(cleanText(part), line, words) : null;
    if (day === null && named === null) return null;
    due ??= day;
    names.push(...(named ?? []));
  }
  if ((due === null && bare === '') || names.length === 0) return null;
  const said = bare === '' ? rest.trim() : `${rest.trim()} (${bare})`;
  return {
    due: due === null ? null : { ...due, from: -1, to: -1 },
    owner: { place: 'last', by: isLabelled ? 'label' : 'dash', names, text: said },
  };
}

const BRACKET_LAST = /^(.*?)\s?[*_]{0,2}[([]([^()[\]]{5,80})[)\]][*_]{0,2}\.?$/s;
const LABELLED = /^[*_]{0,2}(\p{L}[\p{L} ]{1,20}?)[*_]{0,2}(?:\s?[:：][*_]{0,2}\s*|\s+(?=@?\p{Lu}))(\S.*)$/u;

/** At commas and the like, and before a due word. */
function partsOf(inside: string, context: DueContext, words: Words): string[] {
  return inside
    .split(/\s*[;,·|]\s*|\s[-–—]\s/)
    .flatMap((part) => {
      const due = dueIn(part, context, words);
      return due === null || due.from === 0 ? [part] : [part.slice(0, due.from), part.slice(due.from)];
    })
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `14 March`, and nothing else. */
function isDay(part: string, context: DueContext, words: Words): boolean {
  const day = /\d/.test(part) ? dueOfField(part, context, words) : null;
  return day !== null && day.words.length >= part.length && dueIn(part, context, words) === null;
}

/** `by Friday`, and nothing else. */
function dueAlone(part: string, context: DueContext, words: Words): Due | null {
  const due = dueIn(part, context, words);
  return due !== null && due.from === 0 && due.to >= part.length ? due : null;
}
