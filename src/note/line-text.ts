/** What a line says, next to its marks. */
import { plainText, withoutComments } from '../text/plain-text';
import { isTemplate } from './names';

/** Without comments, block id, residue of editors and a list marker clicked into the text. */
export function cleanText(text: string): string {
  let clean = withoutComments(text);
  if (clean.includes('[](')) clean = clean.replace(/\[\]\([^()]*\)/g, '');
  if (clean.includes('^')) clean = clean.replace(/(^|\s)\^[a-zA-Z0-9-]+\s*$/, '');
  if (clean.includes('] ') && CLICKED_INTO.test(clean)) clean = clean.replace(CLICKED_INTO, '');
  return clean.trim();
}

/** `- [x] - [ ] Draft` */
const CLICKED_INTO = /^(?:\s*[-*+] +\[.\] +)+/u;

/** Whether a whole item says nothing: `(none)`, `N/A`, nothing at all. “No IPv6 support yet” says something. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 60) return false;
  const words = /[*_`~=<[]/.test(text) ? plainText(text) : text.trim();
  return words === '' || PLACEHOLDER.test(words) || NOTHING_ELSEWHERE.test(words);
}

const PLACEHOLDER =
  /^\(?(?:(?:none|nil|nothing|n\s?\/\s?a|n\.\s?a\.|tb[adc]|(?:no|none) (?:action items?|actions?|decisions?|risks?|open questions?|questions?|follow[ -]?ups?|facts|outcomes|items?|blockers?))(?: (?:identified|noted|recorded|mentioned|discussed|captured|raised|made|so far|yet|at this time|for now|reported|today)){0,2}|[-–—.…]+)\)?[.!]?\)?$/i;

/**
 * The same in other languages: `Keine offenen Punkte`, `Aucun point en suspens pour le moment`, `No procede`. Not
 * `Rien` and `Nada`, which are names too.
 */
const NOTHING_ELSEWHERE =
  /^(?:keine?|nichts|entfällt|aucune?|rien à (?:signaler|ajouter)|néant|ningun[oa]|ningún|nada que añadir|no procede|no presenta|no aplica|no hay|geen|niets|n\.?v\.?t\.?|nessun[oa]?|niente|nenhuma?|não há)(?: (?:offenen?|weiteren?|neuen?|points?|questions?|actions?|décisions?|tâches?|fragen?|punkte?|aufgaben?|beschlüsse|todos?|preguntas?|acciones|acuerdos|tareas|decisiones|pendientes?|puntos?|vragen|acties|besluiten|punten|domande|azioni|decisioni|punti|perguntas?|ações|decisões|tarefas?|en suspens|ouverte?s?|abiert[oa]s?|pour le moment|pour l['’]instant|derzeit|aktuell|por ahora|de momento|voorlopig|al momento|por enquanto)){0,6}[.!]?$/iu;

/** Lines with a template's tokens are a template's. */
export function isTemplateLine(text: string): boolean {
  return (
    (text.includes('{{') && text.includes('}}')) ||
    (text.includes('<%') && text.includes('%>')) ||
    (text.includes('{ {') && isTemplate(text))
  );
}

/** Whether the text is struck through as a whole; its words then. */
export function struckText(text: string): string | null {
  const match = /^~~(.+)~~[.?!]?$/s.exec(text.trim());
  return match?.[1] !== undefined && !match[1].includes('~~') ? match[1].trim() : null;
}

/** `~~Who signs?~~ Dana`: a question struck through, and what is after it. */
export function struckQuestion(text: string): { question: string; answer: string } | null {
  if (!text.startsWith('~~')) return null;
  const close = text.indexOf('~~', 2);
  const question = text.slice(2, close).trim();
  const answer = text
    .slice(close + 2)
    .replace(/^[\s:–—→-]+/, '')
    .trim();
  return close < 0 || answer === '' || !asks(question) ? null : { question, answer };
}

/** Whether a paragraph asks: its last mark is a question mark, closing quotes and emphasis aside. */
export function asks(text: string): boolean {
  return /[?？]["'”’»)*_~\]]{0,6}$/.test(text.trimEnd());
}

/**
 * What a child or continuation line answers (`A: Dana`, `Answer: …`, `→ Dana`, or after one of `further` words, in
 * lower case), or null.
 */
export function answerOf(line: string, further: readonly string[]): string | null {
  const match =
    /^(?:\*\*|__|\*)?(?:a(?:nswer(?:ed)?)?|ans)\s*(?:(?:\*\*|__|\*)\s*:|:(?:\*\*|__|\*)?)\s*(.*)$|^(?:→|⇒|->|=>|-->)\s*(.*)$/is.exec(
      line,
    );
  if (match !== null) return (match[1] ?? match[2] ?? '').trim();
  return further.length === 0 ? null : answerBehind(line, further);
}

/** `Antwort: Dana`, `**Antwort:** Dana`; the colon may be a full-width one, and may follow a space. */
function answerBehind(line: string, further: readonly string[]): string | null {
  const colon = line.search(/[:：]/);
  if (colon < 0) return null;
  const word = line
    .slice(0, colon)
    .replace(/^[*_]+|[*_]+$/g, '')
    .trim()
    .toLowerCase();
  return further.includes(word)
    ? line
        .slice(colon + 1)
        .replace(/^[*_]+/, '')
        .trim()
    : null;
}

/** The first inline field of one of these keys, `[key:: value]` or `(key:: value)`, and the text without it. */
export function takeField(text: string, keys: readonly string[]): { key: string; value: string; rest: string } | null {
  if (!text.includes('::')) return null;
  for (const { index, 0: whole, 1: key, 2: inSquare, 3: roundKey, 4: inRound } of text.matchAll(FIELD)) {
    const name = (key ?? roundKey ?? '').trim().toLowerCase();
    if (!keys.includes(name)) continue;
    return {
      key: name,
      value: (inSquare ?? inRound ?? '').trim(),
      rest: `${text.slice(0, index)}${text.slice(index + whole.length)}`.replace(/ {2,}/g, ' ').trim(),
    };
  }
  return null;
}

const FIELD =
  /\[([A-Za-z][A-Za-z -]{0,30})::((?:[^[\]]|\[\[[^[\]]*\]\]){0,500})\]|\(([A-Za-z][A-Za-z -]{0,30})::([^()]{0,500})\)/g;
