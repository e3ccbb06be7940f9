/** Words for days that follow from the meeting's own: `tomorrow`, `end of month`, `next Monday`. */
import { endOfMonth, lightFormat, parseISO } from 'date-fns';
import { addDays, type CalendarDate } from '../text/calendar-date';

/** 1 (Monday) to 7. */
export function weekdayOf(date: CalendarDate): number {
  const day = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))));
  return ((day.getUTCDay() + 6) % 7) + 1;
}

/** The first such weekday after the day. */
export function weekdayAfter(base: CalendarDate, weekday: number): CalendarDate {
  return addDays(base, ((weekday - weekdayOf(base) + 6) % 7) + 1);
}

export function lastOfMonth(date: CalendarDate): CalendarDate {
  return lightFormat(endOfMonth(parseISO(date)), 'yyyy-MM-dd');
}

const FRIDAY = 5;
/** Said at a weekend, the week is the next one. */
const friday = (base: CalendarDate): CalendarDate =>
  weekdayOf(base) > FRIDAY ? weekdayAfter(base, FRIDAY) : addDays(base, FRIDAY - weekdayOf(base));
const monthAfter = (base: CalendarDate): CalendarDate => lastOfMonth(addDays(lastOfMonth(base), 1));

const BY_PHRASE: readonly (readonly [phrases: string, day: (base: CalendarDate) => CalendarDate | null])[] = [
  [
    "today,tonight,eod,e.o.d.,end of day,end of the day,end of today,cob,close of business,heute,heute abend,aujourd'hui," +
      'ce soir,hoy,vandaag,oggi,hoje,היום,اليوم,今天,今日',
    (base) => base,
  ],
  ['tomorrow,tmrw,morgen,demain,mañana,domani,amanhã,מחר,غدا,明天,明日', (base) => addDays(base, 1)],
  [
    'end of week,end of the week,end of this week,eow,this week,week end,ende der woche,ende dieser woche,diese woche,' +
      'la fin de la semaine,fin de la semaine,cette semaine,final de la semana,esta semana,eind van de week,' +
      'einde van de week,eind deze week,deze week,fine della settimana,questa settimana,fim da semana,final da semana',
    friday,
  ],
  [
    'end of next week,ende nächster woche,ende der nächsten woche,fin de la semaine prochaine,' +
      'final de la próxima semana,eind volgende week,fine della prossima settimana,fim da próxima semana',
    (base) => addDays(friday(base), 7),
  ],
  [
    'end of month,end of the month,end of this month,month end,eom,this month,ende des monats,monatsende,ende diesen monats,' +
      'diesen monat,fin du mois,la fin du mois,fin de mois,ce mois,fin de mes,fin del mes,final de mes,finales de mes,' +
      'este mes,eind van de maand,einde van de maand,einde maand,eind deze maand,fine mese,fine del mese,' +
      'fim do mês,final do mês,este mês',
    lastOfMonth,
  ],
  ['end of next month,ende nächsten monats,fin du mois prochain,fine del prossimo mese,fim do próximo mês', monthAfter],
  [
    'end of year,end of the year,end of this year,eoy,year end,jahresende,ende des jahres,fin de l’année,' +
      "fin de l'année,fin d'année,fin de año,final de año,finales de año,eind van het jaar,einde van het jaar," +
      'eind dit jaar,fine anno,fine dell’anno,fim do ano,final do ano',
    (base) => `${base.slice(0, 4)}-12-31`,
  ],
  // One reads them as a day, another as a span: they are asked.
  [
    'next week,next month,next quarter,next year,nächste woche,nächsten monat,nächster woche,semaine prochaine,' +
      'la semaine prochaine,mois prochain,le mois prochain,próxima semana,la próxima semana,próximo mes,volgende week,' +
      'volgende maand,prossima settimana,la prossima settimana,prossimo mese,próximo mês,this quarter,end of quarter,' +
      'end of the quarter,eoq',
    () => null,
  ],
];

const DAYS = new Map(BY_PHRASE.flatMap(([phrases, day]) => phrases.split(',').map((phrase) => [phrase, day] as const)));
const PHRASE = new RegExp(
  `^(?:${[...DAYS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/\./g, '\\.'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);

/** The day of a phrase at the start of lower-case text; `date` is null where it may be read in two ways. */
export function phrasedDay(
  text: string,
  base: CalendarDate | null,
): { readonly date: CalendarDate | null; readonly to: number } | null {
  const phrase = PHRASE.exec(text)?.[0];
  const day = phrase === undefined ? undefined : DAYS.get(phrase);
  if (phrase === undefined || day === undefined) return null;
  return { date: base === null ? null : day(base), to: phrase.length };
}
