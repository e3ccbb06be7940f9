/**
 * The one table of words that are where a name should and name nobody: `TBD`, `Unknown`, `Speaker 1`, `Everyone`.
 * Task owners and the names of a meeting go by it. `placeholder-names` does not know how a name was written.
 */
import { listed } from '../text/listed';

/**
 * `words`: the name in lower case, without parenthesis and address, everything but letters and digits as one space.
 * `forPeople` is false where a project's or an account's name is asked for, which `Remote` or `Team` may well be.
 */
export function namesNobody(words: string, { forPeople }: { readonly forPeople: boolean }): boolean {
  if (words === '' || NOBODY.has(words)) return true;
  return forPeople && (NO_PERSON.has(words) || NUMBERED.test(words));
}

/** `NA` says “not applicable”; `Na` is a name. */
export function isNotApplicable(text: string): boolean {
  return text.trim() === 'NA';
}

/** Of projects and accounts too. */
export const NOBODY: ReadonlySet<string> = new Set(
  listed(`
  tbd, tba, tbc, t b d, t b a, t b c, n a, none, nil, null, undefined, unknown, unassigned, unnamed, unclear,
  not assigned, not set, not specified, not stated, not known, not applicable, to be determined, to be decided,
  to be defined, to be confirmed, to be assigned, to be announced, pending`),
);

/** Of people alone; so are numbered ones, `Speaker 1`, `Participant B`. */
export const NO_PERSON: ReadonlySet<string> = new Set(
  listed(`
  nobody, no one, noone, someone, somebody, anyone, anybody, everyone, everybody, whoever, who, all, both,
  others, other, various, multiple, several, team, the team, whole team, entire team, group, the group, us, we,
  they, them, you, all attendees, all participants, attendees, participants, remote, open, owner, unknown owner,
  assignee, name, counterpart, tbd owner, owner tbd`),
);

const NUMBERED =
  /^(?:(?:unknown|unidentified|remote) )?(?:speaker|participant|attendee|person|guest|user|caller|voice|sprecher|sprecherin|teilnehmer|locuteur|orador|hablante)(?: ?\d{1,4}| [a-z]| unknown)?$/;
