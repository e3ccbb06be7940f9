/**
 * Words that tell a meeting from another note. Lower case, hyphens as spaces; a row of `WORD_LISTS` each.
 */
import type { WordList } from './word-list';

export const MEETING_WORDS = {
  'meeting-nouns': {
    doc: 'Words that say “meeting” as a value of a type property, as a tag, and in a file name or heading.',
    words: {
      en: [
        ...['meeting', 'meetings', 'meeting note', 'meeting notes', 'minutes', 'meeting minutes', 'sync', 'syncs'],
        ...['standup', 'standups', 'stand up', 'stand ups', 'daily scrum', 'retro', 'retros', 'retrospective'],
        ...['retrospectives', 'kickoff', 'kickoffs', 'kick off', '1:1', '1:1s', '1 1', '1 1s', '1on1', '1on1s'],
        ...['1 on 1', '1 on 1s', '1 to 1', '1to1', 'one on one', 'one on ones', 'one to one', 'catch up', 'catchup'],
        ...['check in', 'checkin', 'debrief', 'huddle', 'town hall', 'townhall', 'all hands', 'steering committee'],
      ],
      de: [
        ...['besprechung', 'besprechungen', 'sitzung', 'sitzungen', 'protokoll', 'protokolle', 'treffen', 'jour fixe'],
        ...['jourfixe', 'besprechungsnotiz', 'besprechungsnotizen', 'gesprächsnotiz', 'gesprächsnotizen'],
      ],
      fr: [
        ...['réunion', 'réunions', 'reunion', 'reunions', 'compte rendu', 'comptes rendus', 'procès verbal', 'point hebdo'],
        ...['tête à tête', 'note de réunion', 'notes de réunion'],
      ],
      es: ['reunión', 'reuniones', 'acta', 'actas', 'minuta', 'minutas', 'uno a uno', 'notas de reunión'],
      nl: ['vergadering', 'vergaderingen', 'overleg', 'notulen', 'bespreking', 'besprekingen', 'gespreksverslag'],
      it: ['riunione', 'riunioni', 'verbale', 'verbali', 'note di riunione'],
      pt: ['reunião', 'reuniao', 'reuniões', 'ata de reunião', 'atas', 'um a um', 'notas de reunião'],
      he: ['פגישה', 'פגישות', 'ישיבה', 'ישיבות', 'סיכום פגישה'],
      ar: ['اجتماع', 'اجتماعات', 'محضر اجتماع'],
      zh: ['会议', '會議', '会议纪要', '會議記錄', '例会', '周会', '晨会'],
      ja: ['会議', 'ミーティング', '打ち合わせ', '打合せ', '議事録', '定例会'],
    },
  },
  'meeting-openers': {
    doc: 'Words that say “meeting” only before one of its words or before a name: “weekly sync”, “call with Bo”.',
    words: {
      en: ['weekly', 'biweekly', 'monthly', 'quarterly', 'review', 'board', 'call', 'team', 'planning', 'project'],
      de: ['gespräch', 'telefonat', 'termin', 'anruf', 'telko', 'team'],
      fr: ['appel', 'point', 'entretien', 'hebdo', 'revue'],
      es: ['llamada', 'semanal', 'charla', 'junta'],
      nl: ['gesprek', 'telefoontje', 'belletje', 'wekelijks'],
      it: ['chiamata', 'colloquio', 'incontro', 'settimanale'],
      pt: ['chamada', 'ligação', 'conversa', 'semanal'],
    },
  },
  'meeting-folders': {
    doc: 'Names of folders of meetings: a folder that begins or ends with one of them, `Meeting notes`, `Board minutes`.',
    words: {
      en: [
        ...['meeting', 'meetings', 'meeting note', 'meeting notes', 'minutes', 'meeting minutes', '1:1', '1:1s', '1 1'],
        ...['1 1s', '1on1', '1on1s', '1 on 1', '1 on 1s', 'one on one', 'one on ones', 'one to ones', 'standups'],
        ...['stand ups', 'syncs', 'retros', 'retrospectives', 'calls', 'check ins', 'catch ups', 'debriefs'],
      ],
      de: [
        ...['besprechung', 'besprechungen', 'sitzung', 'sitzungen', 'protokolle', 'sitzungsprotokolle', 'treffen'],
        ...['besprechungsnotizen', 'gesprächsnotizen', 'meeting notizen', 'gespräche'],
      ],
      fr: ['réunion', 'réunions', 'reunion', 'reunions', 'comptes rendus', 'compte rendus', 'compte rendu'],
      es: ['reunión', 'reuniones', 'actas', 'minutas'],
      nl: ['vergadering', 'vergaderingen', 'overleg', 'overleggen', 'notulen', 'besprekingen'],
      it: ['riunione', 'riunioni', 'verbali'],
      pt: ['reunião', 'reuniões', 'reunioes', 'atas'],
      he: ['פגישות', 'ישיבות'],
      ar: ['اجتماعات'],
      zh: ['会议', '會議', '会议纪要', '會議記錄'],
      ja: ['会議', 'ミーティング', '議事録', '打ち合わせ'],
    },
  },
  'folder-fillers': {
    doc: 'Words that may stand beside such a name in a folder: `Meetings archive`, `Meetings 2025`.',
    words: {
      en: ['notes', 'note', 'log', 'logs', 'record', 'records', 'history', 'summaries', 'transcripts', 'agendas'],
      de: ['notizen', 'notiz', 'archiv'],
      fr: ['notes', 'de'],
    },
  },
  'other-types': {
    doc: 'Values of a type property and tags that say that a note is something else than a meeting.',
    words: {
      en: [
        ...['article', 'articles', 'book', 'books', 'recipe', 'recipes', 'journal', 'plan', 'decision record', 'adr'],
        ...['podcast', 'video', 'movie', 'film', 'paper', 'template', 'templates', 'index', 'moc', 'map of content'],
        ...['agenda', 'changelog', 'readme', 'how to', 'howto', 'guide', 'course', 'quote', 'dashboard', 'literature'],
        ...['periodic', 'weekly note', 'monthly note', 'daily note', 'incident', 'postmortem', 'rfc', 'spec', 'glossary'],
      ],
      de: ['artikel', 'buch', 'bücher', 'rezept', 'rezepte', 'tagebuch', 'vorlage', 'tagesordnung', 'entscheidungsvorlage'],
      fr: ['livre', 'livres', 'recette', 'recettes', 'modèle', 'ordre du jour'],
      es: ['artículo', 'artículos', 'libro', 'libros', 'receta', 'recetas', 'diario', 'plantilla', 'orden del día'],
      nl: ['artikel', 'boek', 'boeken', 'recept', 'recepten', 'dagboek', 'sjabloon'],
      it: ['articolo', 'libro', 'libri', 'ricetta', 'ricette', 'diario', 'modello', 'ordine del giorno'],
      pt: ['artigo', 'livro', 'livros', 'receita', 'receitas', 'diário', 'modelo', 'ordem do dia', 'pauta'],
    },
  },
  'other-names': {
    doc: 'Words in a file name or first heading by which a note is an agenda, a template or an index, not a meeting.',
    words: {
      en: ['agenda', 'agendas', 'template', 'templates', 'index', 'readme', 'changelog', 'change log', 'release notes'],
      de: ['tagesordnung', 'vorlage', 'vorlagen', 'übersicht', 'verzeichnis'],
      fr: ['ordre du jour', 'modèle', 'sommaire'],
      es: ['orden del día', 'plantilla', 'índice'],
      nl: ['sjabloon', 'overzicht'],
      it: ['ordine del giorno', 'modello', 'indice'],
      pt: ['ordem do dia', 'pauta', 'modelo', 'índice'],
      he: ['סדר יום', 'תבנית'],
      zh: ['议程', '議程', '模板'],
      ja: ['アジェンダ', 'テンプレート'],
    },
  },
  'series-words': {
    doc: 'Words in a title or folder by which a note runs on from meeting to meeting, besides the words for meetings.',
    words: {
      en: ['series', 'running notes', 'running agenda'],
      de: ['serie', 'reihe', 'laufende notizen'],
      fr: ['série'],
      es: ['serie'],
      nl: ['reeks'],
      it: ['serie'],
      pt: ['série'],
    },
  },
  'with-words': {
    doc: 'Words between a meeting and who was there: “sync with Ann”.',
    words: {
      en: ['with', 'w/'],
      de: ['mit'],
      fr: ['avec'],
      es: ['con'],
      nl: ['met'],
      it: ['con'],
      pt: ['com'],
      he: ['עם'],
      ar: ['مع'],
    },
  },
  'preparing-words': {
    doc: 'Words at the start of a heading of a daily note by which it is not the meeting itself: “Prepare board meeting”.',
    words: {
      en: [
        ...['prep', 'prepare', 'preparation', 'prepping', 'plan', 'planning', 'book', 'schedule', 'cancel', 'cancelled'],
        ...['canceled', 'move', 'moved', 'before', 'after', 'next', 'no', 'notes', 'note', 'thoughts', 'ideas', 'todo'],
        ...['to', 'for', 'from', 'follow', 'read', 'write', 'send', 'set', 'arrange', 'organize', 'organise', 'missed'],
        ...['skip', 'skipped', 'agenda', 'questions', 'topics', 'lunch', 'dinner', 'breakfast', 'how', 'why', 'about'],
      ],
      de: ['vorbereitung', 'vorbereiten', 'nach', 'vor', 'keine', 'kein', 'abgesagt', 'nächste', 'mittagessen', 'für'],
      fr: ['préparer', 'préparation', 'après', 'avant', 'prochaine', 'annulé', 'déjeuner', 'pour'],
      es: ['preparar', 'después', 'antes', 'próxima', 'cancelada', 'almuerzo', 'para'],
      nl: ['voorbereiding', 'voorbereiden', 'na', 'voor', 'geen', 'volgende', 'lunch'],
      it: ['preparare', 'dopo', 'prima', 'prossima', 'annullata', 'pranzo', 'per'],
      pt: ['preparar', 'depois', 'antes', 'próxima', 'cancelada', 'almoço', 'para'],
    },
  },
  'type-keys': {
    doc: 'Further properties that may say that a note is a meeting, besides `typeKeys`.',
    words: {
      en: [
        ...['type', 'kind', 'category', 'categories', 'contenttype', 'content-type', 'content type', 'note-type'],
        ...['notetype', 'note type', 'note_type', 'meeting-type', 'meeting_type', 'meetingtype', 'doctype', 'doc-type'],
        ...['class', 'fileclass'],
      ],
      de: ['typ', 'art', 'kategorie', 'kategorien'],
      fr: ['catégorie', 'catégories'],
      es: ['tipo', 'categoría'],
      nl: ['soort', 'categorie'],
      it: ['categoria'],
    },
  },
  'date-keys': {
    doc: "Further properties that hold a note's date, besides `dateKeys`.",
    words: {
      en: ['meeting_date', 'meeting-date', 'meetingdate', 'meeting date', 'date of meeting', 'event_date', 'day', 'on'],
      de: ['datum', 'tag', 'sitzungsdatum', 'termin'],
      fr: ['jour', 'date de réunion', 'date_reunion'],
      es: ['fecha', 'día'],
      nl: ['dag', 'vergaderdatum'],
      it: ['data', 'giorno'],
      pt: ['dia'],
      he: ['תאריך'],
      ar: ['التاريخ'],
      zh: ['日期'],
      ja: ['日付', '開催日'],
    },
  },
  'time-keys': {
    doc: 'Properties that give a meeting its date where they hold a day and a time. A page may have them too.',
    words: {
      en: ['time', 'start', 'start_time', 'starttime', 'start-time', 'when', 'meeting_time', 'scheduled', 'date_time'],
      de: ['beginn', 'zeit'],
      fr: ['heure', 'début'],
      es: ['hora', 'inicio'],
    },
  },
  'created-keys': {
    doc: 'Properties that say when a note was made: its date only where nothing else has one.',
    words: {
      en: [
        ...['created', 'created_at', 'created-at', 'createdat', 'created_time', 'date_created', 'date-created'],
        ...['date created', 'creation date', 'creation_date', 'creation-date', 'created on'],
      ],
      de: ['erstellt', 'erstellt am', 'angelegt'],
      fr: ['créé', 'créé le', 'date de création'],
      es: ['creado', 'fecha de creación'],
      nl: ['aangemaakt', 'gemaakt'],
      it: ['creato'],
      pt: ['criado', 'criado em'],
    },
  },
  'date-labels': {
    doc: 'Words before a date on a line of its own: `Date: 4 March 2025`.',
    words: {
      en: ['date', 'meeting date', 'date of meeting', 'date and time', 'date/time', 'date & time', 'when', 'day', 'held on'],
      de: ['datum', 'sitzungsdatum', 'termin', 'wann', 'datum und uhrzeit', 'am', 'tag'],
      fr: ['date de la réunion', 'date de réunion', 'quand', 'date et heure', 'le'],
      es: ['fecha', 'fecha y hora', 'cuándo', 'día'],
      nl: ['vergaderdatum', 'wanneer', 'datum en tijd'],
      it: ['data', 'quando', 'data e ora'],
      pt: ['dia', 'quando', 'data e hora', 'data da reunião'],
      he: ['תאריך'],
      ar: ['التاريخ'],
      zh: ['日期', '时间', '會議時間', '会议时间'],
      ja: ['日時', '日付', '開催日'],
    },
  },
} as const satisfies Record<string, WordList>;
