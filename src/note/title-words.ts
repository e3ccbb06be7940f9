/** Words by which a title tells who met, and a standup who reports. Lower case, hyphens as spaces; a row of `WORD_LISTS` each. */
import type { WordList } from './word-list';

export const TITLE_WORDS = {
  'one-to-one': {
    doc: 'Words in a title or folder that say that the note is of two people: “1:1 with Ann”, `1-1s/Ann Hale/`.',
    words: {
      en: [
        ...['1:1', '1 1', '1:1s', '1 1s', '1on1', '1on1s', '1 on 1', '1 on 1s', '1 to 1', '1to1', '1x1', 'one on one'],
        ...['one on ones', 'one to one', 'one to ones', 'oneonone', '121', '1 2 1'],
      ],
      de: ['vier augen gespräch', 'einzelgespräch', 'einzelgespräche', 'zweiergespräch'],
      fr: ['tête à tête', 'en tête à tête'],
      es: ['uno a uno'],
      nl: ['één op één', 'een op een'],
      it: ['uno a uno', 'a tu per tu'],
      pt: ['um a um'],
    },
  },
  'title-ends': {
    doc: 'Words in a title after which no more people are named: “Call with Ann about the lease”.',
    words: {
      en: ['about', 're', 'regarding', 'on', 'for', 'at', 'in', 'to', 'before', 'after', 'from', 'concerning', 'over'],
      de: ['über', 'zu', 'zum', 'zur', 'wegen', 'am', 'im', 'in', 'für', 'bezüglich', 'vor', 'nach', 'bei'],
      fr: ['sur', 'à', 'au', 'pour', 'concernant', 'du', 'propos'],
      es: ['sobre', 'acerca', 'para', 'en', 'del', 'por'],
      nl: ['over', 'voor', 'bij', 'op', 'inzake'],
      it: ['su', 'sul', 'sulla', 'per', 'riguardo', 'al', 'alla'],
      pt: ['sobre', 'para', 'em', 'na', 'no', 'acerca'],
    },
  },
  'title-fillers': {
    doc: 'Words in the title of a 1:1 that are no name: “Weekly 1:1 notes with Ann”.',
    words: {
      en: [
        ...['weekly', 'biweekly', 'bi weekly', 'monthly', 'quarterly', 'daily', 'notes', 'note', 'meeting', 'meetings'],
        ...['quick', 'brief', 'short'],
        ...['sync', 'call', 'catch up', 'catchup', 'check in', 'checkin', 'chat', 'running', 'doc', 'log', 'minutes'],
        ...['agenda', 'followup', 'follow up', 'intro', 'review', 'manager', 'skip level', 'template', 'untitled'],
      ],
      de: ['wöchentlich', 'wöchentliches', 'monatlich', 'notizen', 'protokoll', 'treffen', 'gespräch', 'termin'],
      fr: ['hebdo', 'mensuel', 'réunion', 'point', 'entretien'],
      es: ['semanal', 'mensual', 'reunión', 'notas', 'llamada'],
      nl: ['wekelijks', 'maandelijks', 'gesprek', 'overleg', 'notities'],
      it: ['settimanale', 'mensile', 'riunione', 'appunti'],
      pt: ['semanal', 'mensal', 'reunião', 'notas', 'conversa'],
    },
  },
  'title-with': {
    doc: 'Words in a title before people: “Call with Ann”.',
    words: {
      en: ['with', 'w/'],
      de: ['mit'],
      fr: ['avec'],
      es: ['con'],
      nl: ['met'],
      it: ['con'],
      pt: ['com'],
      he: ['עם'],
    },
  },
  'standup-names': {
    doc: 'Words in a title by which whoever reports was there.',
    words: {
      en: ['standup', 'standups', 'stand up', 'stand ups', 'daily scrum', 'scrum', 'round robin', 'daily sync'],
      fr: ['mêlée quotidienne'],
      zh: ['站会', '晨会'],
      ja: ['朝会', 'デイリースクラム'],
    },
  },
  'standup-reports': {
    doc: 'Words that open a line of a standup’s report.',
    words: {
      en: [
        'done',
        'next',
        'blocked',
        'blockers',
        'blocker',
        'yesterday',
        'today',
        'doing',
        'in progress',
        'wip',
        'did',
      ],
      de: ['gestern', 'heute', 'erledigt', 'blockiert', 'als nächstes', 'hindernisse'],
      fr: ['hier', "aujourd'hui", 'fait', 'bloqué', 'blocages'],
      es: ['ayer', 'hoy', 'hecho', 'bloqueado', 'bloqueos'],
      nl: ['gisteren', 'vandaag', 'gedaan', 'geblokkeerd'],
      it: ['ieri', 'oggi', 'fatto', 'bloccato', 'blocchi'],
      pt: ['ontem', 'hoje', 'feito', 'bloqueado', 'bloqueios', 'impedimentos'],
    },
  },
} as const satisfies Record<string, WordList>;
