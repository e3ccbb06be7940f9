/**
 * The series a meeting is one of, by its title without what tells one of a series from the next: numbers, months,
 * weekdays. A title of nothing but such words and words for any meeting names none.
 *
 *     Weekly sync 2025-10-28   →   weekly sync
 *     Meeting, 28 October      →   none
 */
import { foldWhole } from '../entity/fold-name';
import { memoize } from '../text/memoize';

/** '' for none. */
export function seriesOf({ title }: { readonly title: string }): string {
  return ofTitle(title);
}

const ofTitle = memoize(5_000, (title) => {
  const words = foldWhole(title.replace(/\p{N}+/gu, ' '))
    .split(' ')
    .filter((word) => word !== '' && !DAYS.has(word));
  return words.every((word) => OF_ANY.has(word)) ? '' : words.join(' ');
});

const words = (text: string): readonly string[] => text.split(' ').map((word) => foldWhole(word));

/** Months and weekdays, whole and short, in the languages that notes are read in. */
const DAYS: ReadonlySet<string> = new Set(
  words(
    'january february march april may june july august september october november december ' +
      'jan feb mar apr jun jul aug sep sept oct nov dec ' +
      'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
      'januar februar märz mai juni juli oktober dezember okt dez ' +
      'montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
      'janvier février mars avril juin juillet août septembre octobre novembre décembre ' +
      'lundi mardi mercredi jeudi vendredi samedi dimanche ' +
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ' +
      'lunes martes miércoles jueves viernes sábado domingo ' +
      'januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
      'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre ' +
      'lunedì martedì mercoledì giovedì venerdì sabato domenica ' +
      'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro',
  ),
);

/** Words that name no series by themselves. */
const OF_ANY: ReadonlySet<string> = new Set(
  words(
    'meeting meetings notes note minutes call sync chat discussion catchup catch up one on untitled new ' +
      'a an the of with and for from in at am pm th st nd rd vs x o ' +
      'besprechung termin treffen notizen protokoll gespräch mit und vom am der die das ' +
      'réunion appel notes de du la le avec et ' +
      'reunión llamada notas con y del ' +
      'vergadering gesprek overleg notities met en van ' +
      'riunione chiamata note con e di ' +
      'reunião chamada notas com e do',
  ),
);
