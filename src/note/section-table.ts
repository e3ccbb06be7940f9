/**
 * Which section a heading opens. One row a section: the headings people give it, in the form `headingKey` makes of
 * them. Settings add headings in any language.
 */
import { plainText } from '../text/plain-text';
import { memoize } from '../text/memoize';
import type { SectionKind } from './note';

/** Heading keys to sections. */
export type SectionTable = ReadonlyMap<string, SectionKind>;

/**
 * In `headingKey`'s form: lower case, hyphens as spaces. Each is found with its own trailing `(…)`, numbers and emoji
 * too.
 */
export const SECTION_HEADINGS: Readonly<Record<SectionKind, readonly string[]>> = {
  summary: [
    'summary',
    'executive summary',
    'exec summary',
    'original summary',
    'meeting summary',
    'ai summary',
    'brief summary',
    'quick summary',
    'short summary',
    'summary of the meeting',
    'summary of discussion',
    'discussion summary',
    'tl;dr',
    'tldr',
    'overview',
    'recap',
    'abstract',
    'synopsis',
    'in short',
    'zusammenfassung',
    'kurzfassung',
    'résumé',
    'synthèse',
    'resumen',
    'resumo',
    'riepilogo',
    'samenvatting',
  ],
  facts: [
    'facts',
    'key facts',
    'key facts learned',
    'facts learned',
    'key information',
    'key info',
    'key details',
    'key points',
    'main points',
    'key takeaways',
    'takeaways',
    'take aways',
    'key learnings',
    'learnings',
    'what we learned',
    'key insights',
    'insights',
    'relationship context',
    'fakten',
    'faits',
    'hechos',
    'fatti',
    'feiten',
  ],
  outcomes: [
    'outcomes',
    'outcome',
    'key outcomes',
    'meeting outcomes',
    'results',
    'what moved forward',
    'accomplishments',
    'ergebnisse',
    'résultats',
    'resultados',
    'risultati',
    'resultaten',
  ],
  decisions: [
    'decisions',
    'decision',
    'key decisions',
    'decisions made',
    'decisions taken',
    'decisions reached',
    'decision log',
    'decided',
    'what we decided',
    'agreed',
    'agreements',
    'key agreements',
    'what we agreed',
    'resolutions',
    'entscheidungen',
    'beschlüsse',
    'décisions',
    'decisiones',
    'decisões',
    'decisioni',
    'besluiten',
    'beslissingen',
  ],
  actions: [
    'actions',
    'action',
    'action items',
    'action item',
    'action points',
    'action list',
    'actions and owners',
    'joint action items',
    'open action items',
    'open actions',
    'open tasks',
    'tasks',
    'task list',
    'next steps',
    'next step',
    'next actions',
    'to do',
    'to dos',
    'todo',
    'todos',
    'to do list',
    'todo list',
    'to do items',
    'open items',
    'commitments',
    'my actions',
    'assignments',
    'aufgaben',
    'nächste schritte',
    'maßnahmen',
    'prochaines étapes',
    'actions à mener',
    'tâches',
    'acciones',
    'tareas',
    'próximos pasos',
    'ações',
    'próximos passos',
    'azioni',
    'prossimi passi',
    'acties',
    'actiepunten',
    'vervolgstappen',
  ],
  'follow-ups': [
    'follow ups',
    'follow up',
    'followups',
    'followup',
    'follow up items',
    'follow up actions',
    'items to follow up',
    'waiting on',
    'waiting for',
    'nachfassen',
    'suivi',
    'suivis',
    'seguimiento',
  ],
  risks: [
    'risks',
    'risk',
    'key risks',
    'blockers',
    'blocker',
    'blocked',
    'impediments',
    'concerns',
    'red flags',
    'risiken',
    'hindernisse',
    'risques',
    'risques et blocages',
    'riesgos',
    'riscos',
    'rischi',
    "risico's",
  ],
  questions: [
    'questions',
    'question',
    'open questions',
    'open question',
    'key questions',
    'outstanding questions',
    'unanswered questions',
    'unresolved questions',
    'remaining questions',
    'pending questions',
    'questions to answer',
    'questions we need to answer',
    'open questions we need to answer',
    'questions to ask',
    'to clarify',
    'fragen',
    'offene fragen',
    'offene punkte',
    'questions ouvertes',
    'preguntas',
    'preguntas abiertas',
    'perguntas',
    'questões em aberto',
    'domande',
    'domande aperte',
    'vragen',
    'open vragen',
  ],
  'next-meeting': [
    'next meeting',
    'next meetings',
    'next 1:1',
    'next 1 1',
    'next one on one',
    'next touchpoint',
    'next touch point',
    'next check in',
    'next call',
    'next sync',
    'next session',
    'next catch up',
    'nächstes treffen',
    'nächster termin',
    'prochaine réunion',
    'próxima reunión',
    'próxima reunião',
    'prossima riunione',
    'volgende vergadering',
  ],
  transcript: [
    'transcript',
    'full transcript',
    'original transcript',
    'raw transcript',
    'meeting transcript',
    'auto transcript',
    'audio transcript',
    'call transcript',
    'transcription',
    'full transcription',
    'verbatim transcript',
    'transkript',
    'mitschrift',
    'transcripción',
    'transcrição',
    'trascrizione',
    'transcriptie',
  ],
};

/** The table with what the settings add; an added heading wins over the table's own. */
export function sectionTable(added: ReadonlyMap<SectionKind, readonly string[]> = new Map()): SectionTable {
  const table = new Map<string, SectionKind>();
  for (const [section, headings] of Object.entries(SECTION_HEADINGS) as [SectionKind, readonly string[]][]) {
    for (const heading of headings) table.set(heading, section);
  }
  for (const [section, headings] of added) {
    for (const heading of headings) {
      const key = headingKey(heading);
      if (key !== '') table.set(key, section);
    }
  }
  return table;
}

export const DEFAULT_SECTIONS: SectionTable = sectionTable();

/**
 * The section that a heading's text names, or null: by the whole of it, by its first part that does, or by what it is
 * about.
 */
export function sectionOf(heading: string, table: SectionTable): SectionKind | null {
  if (heading.length > LONGEST) return askTable(heading, table);
  let ask = ASKED.get(table);
  if (ask === undefined) ASKED.set(table, (ask = memoize(1_000, (text) => askTable(text, table))));
  return ask(heading);
}

/**
 * A vault's notes have the same few headings, each asked about twice a note. A table does not change once it is in use.
 */
const ASKED = new WeakMap<SectionTable, (heading: string) => SectionKind | null>();

function askTable(heading: string, table: SectionTable): SectionKind | null {
  const key = headingKey(heading);
  if (key === '' || key.length > LONGEST) return null;
  return table.get(key) ?? byParts(key, table) ?? byWhom(key, table);
}

/** Longer headings are sentences. */
const LONGEST = 80;

/** `Follow‑Ups & Check‑ins`, `Follow‑Ups / Reviews`, `Relationship Context & Key Facts`. */
function byParts(key: string, table: SectionTable): SectionKind | null {
  if (!/ and | ?[/+,] ?/.test(key)) return null;
  for (const part of key.split(/ and | ?[/+,] ?/)) {
    const section = table.get(part);
    if (section !== undefined) return section;
  }
  return null;
}

/** `Questions for Ann`, `Ann's action items`; not `Last week's action items`. */
function byWhom(key: string, table: SectionTable): SectionKind | null {
  const [, what, whom] = /^(.+?) (?:for|from|by|with) (.+)$/.exec(key) ?? [];
  if (what !== undefined && whom !== undefined && whom.split(' ').length <= 4) {
    const section = table.get(what);
    if (section !== undefined && OF_SOMEBODY.has(section)) return section;
  }
  const [, owner, rest] = /^(\S+(?: \S+)??) (.+)$/.exec(key) ?? [];
  if (
    owner === undefined ||
    rest === undefined ||
    !/^(my|your|our|their|team|\S+(?: \S+)?'s?)$/.test(owner) ||
    PAST.test(owner)
  )
    return null;
  const section = table.get(rest);
  return section !== undefined && OF_SOMEBODY.has(section) ? section : null;
}

const OF_SOMEBODY: ReadonlySet<SectionKind> = new Set(['actions', 'follow-ups', 'questions']);
const PAST = /^(last|previous|prior|past|old)\b|^(week|month|yesterday|meeting)'s$/;

/**
 * A heading's text in the form it is looked up by: compatibility forms and letter case folded, hyphens of any kind as
 * spaces, a leading number or emoji, a trailing `(…)`, colon and tags dropped.
 *
 *     2) **Open questions** we need to answer:   →   open questions we need to answer
 *     📌 Follow‑Ups (this week) #private         →   follow ups
 */
export function headingKey(heading: string): string {
  if (SIMPLE.test(heading)) return heading.toLowerCase();
  let key = heading.length > 400 ? heading.slice(0, 400) : heading;
  if (!ASCII.test(key))
    key = key
      .normalize('NFKC')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u2018\u2019]/g, "'");
  if (/[[*_`~=<%^]/.test(key)) key = plainText(key);
  key = key
    .toLowerCase()
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .replace(/-/g, ' ')
    .replace(/&/g, ' and ');
  key = key.replace(LEADING, '').trim();
  for (let before = ''; before !== key;) {
    before = key;
    key = key.replace(TRAILING, '').trim();
    if (key.endsWith(')')) {
      const open = key.lastIndexOf('(');
      if (open > 0) key = key.slice(0, open).trim();
    }
  }
  return key.replace(/\s+/g, ' ');
}

const SIMPLE = /^[A-Za-z]+(?: [A-Za-z]+){0,3}$/;
const ASCII = /^[ -~]*$/;
/** `2)`, `2.1.`, `2 `, emoji and other marks. */
const LEADING = /^(?:\d{1,3}(?:\.\d{1,3})*[.):]?\s+|\d{1,3}[.):]|[^\p{L}\p{N}(]+)+/u;
/** Colons, emoji and other marks; a closing parenthesis is looked at by itself. */
const TRAILING = /[^\p{L}\p{N})]+$/u;
