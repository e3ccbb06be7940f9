/** Words that stand where a name should and name nobody: `TBD`, `Unknown`, `Speaker 1`, what a template left behind. */
import { foldWhole, nameParts } from './fold-name';

/** `forPeople`: false where a project's or an account's name is asked for, which `Remote` or `Team` may well be. */
export function isPlaceholder(text: string, forPeople: boolean): boolean {
  if (LEFT_BY_TEMPLATE.test(text)) return true;
  const { titled, emails } = nameParts(text);
  if ((titled === '' && emails.length === 0) || NOBODY.has(titled) || text.trim() === 'NA') return true;
  return forPeople && (NO_PERSON.has(titled) || NUMBERED.test(titled));
}

/** The words for oneself, beside the names set as mine. */
export function isMyself(text: string): boolean {
  return MYSELF.has(foldWhole(text));
}

const LEFT_BY_TEMPLATE = /\{ ?\{|<%|\$\{|^<[^@>]*>$/;

const MYSELF: ReadonlySet<string> = new Set(['me', 'myself']);

const NOBODY: ReadonlySet<string> = new Set([
  'tbd', 'tba', 'tbc', 'n a', 'none', 'nil', 'null', 'undefined', 'unknown', 'unassigned', 'unnamed', 'unclear', 'not assigned',
  'not set', 'not specified', 'not stated', 'not known', 'not applicable', 'to be determined', 'to be decided', 'to be defined',
  'to be confirmed', 'to be assigned', 'pending',
]);

const NO_PERSON: ReadonlySet<string> = new Set([
  'nobody', 'no one', 'noone', 'someone', 'somebody', 'anyone', 'anybody', 'everyone', 'everybody', 'all', 'both', 'others', 'other',
  'various', 'multiple', 'several', 'team', 'the team', 'whole team', 'entire team', 'group', 'the group', 'us', 'we', 'they', 'them',
  'you', 'all attendees', 'all participants', 'attendees', 'participants', 'remote', 'owner', 'assignee', 'name', 'counterpart',
  'tbd owner', 'owner tbd',
]);

const NUMBERED = /^(?:(?:unknown|unidentified|remote) )?(?:speaker|participant|attendee|person|guest|user|caller|voice|sprecher|sprecherin|teilnehmer|locuteur|orador|hablante)(?: (?:\d{1,4}|[a-z]|unknown))?$/;
