/** Words that are where a name should and name nobody: `TBD`, `Unknown`, `Speaker 1`, what a template left. */
import { isNotApplicable, namesNobody } from '../task/placeholder-names';
import { foldWhole, nameParts, type NameParts } from './fold-name';

/** `forPeople`: false where a project's or an account's name is asked for, which `Remote` or `Team` may well be. */
export function isPlaceholder(
  text: string,
  forPeople: boolean,
  partsOf: (text: string) => NameParts = nameParts,
): boolean {
  if (LEFT_BY_TEMPLATE.test(text) || isNotApplicable(text)) return true;
  const { titled, emails } = partsOf(text);
  if (titled === '' && emails.length > 0) return false;
  return namesNobody(titled, { forPeople });
}

/** The words for oneself, next to the names set as mine. */
export function isMyself(text: string): boolean {
  return MYSELF.has(foldWhole(text));
}

const LEFT_BY_TEMPLATE = /\{ ?\{|<%|\$\{|^<[^@>]*>$/;

const MYSELF: ReadonlySet<string> = new Set(['me', 'myself']);
