/**
 * People named in a meeting that nobody could place. A first name that may be theirs is nobody else's; where it can be
 * one of theirs only, and no page is in question, it is that one's, who is known by her whole name and has no page.
 *
 *   attendees: Petra Klein      - [ ] Send the list @Petra      waits on Petra Klein
 */
import type { NameParts } from './fold-name';
import { shortens } from './person-name';

type PartsOf = (text: string) => NameParts;

/** Whether the text may shorten, or be, the name of one of them. */
export function mayBeUnknownAttendee(text: string, unknownAttendees: readonly string[], partsOf: PartsOf): boolean {
  return unknownAttendees.length > 0 && meant(text, unknownAttendees, partsOf).length > 0;
}

/**
 * The one whose name the text shortens, as the meeting has it; null where none or several may be meant, or one is
 * called just that.
 */
export function unknownAttendeeMeant(
  text: string,
  unknownAttendees: readonly string[],
  partsOf: PartsOf,
): string | null {
  if (unknownAttendees.length === 0) return null;
  const fits = meant(text, unknownAttendees, partsOf);
  const [only] = fits;
  if (only === undefined || fits.length > 1) return null;
  const asked = partsOf(text);
  const { name, qualifier } = partsOf(only);
  const otherCompany = asked.qualifier !== null && qualifier !== null && asked.qualifier !== qualifier;
  return name === asked.name || otherCompany ? null : only;
}

function meant(text: string, unknownAttendees: readonly string[], partsOf: PartsOf): readonly string[] {
  const { name } = partsOf(text);
  const words = name.split(' ');
  return unknownAttendees.filter((stranger) => {
    const other = partsOf(stranger).name;
    return other === name || shortens(words, other.split(' '));
  });
}
