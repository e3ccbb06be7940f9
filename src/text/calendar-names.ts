/** The names of months and weekdays by which people write dates, in the languages of the word lists. */
import { memoize } from './memoize';

/** One row a month, January first. In lower case, composed, without a trailing full stop. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  'january jan januar jänner jän janvier janv enero ene januari gennaio gen janeiro ינואר يناير',
  'february feb februar febr février fevrier févr fév febrero februari febbraio fevereiro fev פברואר فبراير',
  'march mar märz maerz mrz mars marzo maart mrt março marco מרץ מרס مارس',
  'april apr avril avr abril abr aprile אפריל أبريل ابريل',
  'may mai mayo mei maggio mag maio מאי مايو',
  'june jun juni juin junio giugno giu junho יוני يونيو',
  'july jul juli juillet juil julio luglio lug julho יולי يوليو',
  'august aug août aout agosto ago augustus agosto אוגוסט أغسطس اغسطس',
  'september sep sept septembre septiembre setiembre settembre set setembro ספטמבר سبتمبر',
  'october oct oktober okt octobre octubre ottobre ott outubro out אוקטובר أكتوبر اكتوبر',
  'november nov novembre noviembre novembro נובמבר نوفمبر',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro דצמבר ديسمبر',
].map((row) => row.split(' '));

/** One row a weekday, Monday first. */
const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  'monday mon montag mo lundi lun lunes maandag ma lunedì lunedi segunda segunda-feira שני',
  'tuesday tue tues dienstag di mardi mar martes dinsdag martedì martedi terça terça-feira שלישי',
  'wednesday wed mittwoch mi mercredi mer miércoles mié woensdag wo mercoledì mercoledi quarta quarta-feira רביעי',
  'thursday thu thur thurs donnerstag do jeudi jeu jueves jue donderdag giovedì giovedi quinta quinta-feira חמישי',
  'friday fri freitag fr vendredi ven viernes vie vrijdag vr venerdì venerdi sexta sexta-feira שישי',
  'saturday sat samstag sonnabend sa samedi sam sábado sáb zaterdag za sabato שבת',
  'sunday sun sonntag so dimanche dim domingo dom zondag zo domenica ראשון',
].map((row) => row.split(' '));

function numbered(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
}

const MONTHS = numbered(MONTH_NAMES);
const WEEKDAYS = numbered(WEEKDAY_NAMES);

/** 1 to 12 for a month's name in any letter case, a full stop after it allowed; null for any other word. */
export const monthOfName = memoize(500, (word: string): number | null => numberOf(word, MONTHS));

/** 1 (Monday) to 7 for a weekday's name. */
export const weekdayOfName = memoize(500, (word: string): number | null => numberOf(word, WEEKDAYS));

function numberOf(word: string, names: ReadonlyMap<string, number>): number | null {
  const folded = word.normalize('NFC').toLowerCase().replace(/\.$/, '');
  // Hebrew writes “in March” as one word.
  return names.get(folded) ?? (folded.startsWith('ב') ? (names.get(folded.slice(1)) ?? null) : null);
}
