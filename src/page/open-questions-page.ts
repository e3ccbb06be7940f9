/** What was asked and never answered: asked again first, then by project, account and person; each question once. */
import { addDays, dateBeside } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { compareText } from '../text/order';
import type { Parting, Parts } from '../vault-index/partition';
import type { QuestionRow } from '../vault-index/rows';
import { beforeDay } from './follow-ups-page';
import type { NoteLinks } from './note-link';
import { JUST_ANSWERED_DAYS, LAPSE_DAYS, type PageRules } from './page-rules';
import {
  aboutWords,
  asOfLine,
  counted,
  type QueueSection,
  queueSection,
  type RollupPage,
  type RowWriting,
  sectionLines,
} from './rollup-page';
import { sourcedRow } from './row';
import { isOld } from './task-life';
import { byAskings } from './row-order';

type QuestionPart = 'open' | 'answered' | 'lapsed' | 'old';

/** What is on the page, and how many are not on it any more. */
export function questionParts(rules: PageRules): Parting<QuestionRow> {
  return {
    partOf: (question): QuestionPart | null => {
      if (question.state === 'answered') return isJustAnswered(question, rules) ? 'answered' : null;
      if (!question.pinned && isOld(question, rules)) return 'old';
      return hasLapsed(question, rules) ? 'lapsed' : 'open';
    },
    orderIn: (part) => (part === 'open' ? byAskings : part === 'answered' ? byAnswered : null),
  };
}

/** `questions` as `questionParts` has them. */
export function openQuestionsPage(
  questions: Parts<QuestionRow>,
  rules: PageRules,
  { links, written }: RowWriting,
): RollupPage {
  const part = (name: QuestionPart): readonly QuestionRow[] => questions.get(name) ?? [];
  const open = part('open');
  const again = open.filter(({ asked }) => asked.length > 1);
  const once = open.filter(({ asked }) => asked.length <= 1);
  const foot = [
    ...counted(part('lapsed').length, 'lapsed'),
    ...counted(part('old').length, `from before ${beforeDay(rules)}`),
  ];
  return {
    path: `${rules.rollupFolder}/Open questions.md`,
    title: 'Open questions',
    kind: 'open-questions',
    rows: [
      asOfLine(rules, [...counted(open.length, 'open'), ...counted(again.length, 'asked again')]),
      ...sectionLines(
        [
          queueSection('## Asked again', again, written, (question) => questionRow(question, rules, links, ABOUT)),
          ...byEntity(once, rules, { links, written }),
          queueSection('## Just answered', part('answered'), written, (question) =>
            answeredRow(question, rules, links),
          ),
        ],
        rules,
      ),
      ...(foot.length === 0 ? [] : [foot.join(' · ')]),
    ],
  };
}

const ABOUT = [['account'], ['project'], ['person']] as const;

/** Lapsed: nobody asked again for 30 days, and nobody pinned it. */
export function hasLapsed({ state, pinned, asked }: QuestionRow, { today }: Pick<PageRules, 'today'>): boolean {
  const last = asked[asked.length - 1];
  return state === 'open' && !pinned && last !== undefined && last < addDays(today, -LAPSE_DAYS);
}

function isJustAnswered({ state, answeredOn, private: isPrivate }: QuestionRow, { today }: PageRules): boolean {
  return (
    state === 'answered' &&
    !isPrivate &&
    answeredOn !== null &&
    answeredOn <= today &&
    answeredOn >= addDays(today, -JUST_ANSWERED_DAYS)
  );
}

/** A section an entity, projects first, then accounts, then people; what belongs to none at the end. */
function byEntity(questions: readonly QuestionRow[], rules: PageRules, { links, written }: RowWriting): QueueSection[] {
  const groups = new Map<string, { entity: Entity | null; rows: QuestionRow[] }>();
  for (const question of questions) {
    const entity =
      KINDS.map((kind) => question.entities.find((found) => found.kind === kind)).find(
        (found) => found !== undefined,
      ) ?? null;
    const group = groups.get(entity?.id ?? '');
    if (group === undefined) groups.set(entity?.id ?? '', { entity, rows: [question] });
    else group.rows.push(question);
  }
  return [...groups.values()]
    .sort(
      (a, b) =>
        rank(a.entity) - rank(b.entity) ||
        compareText(a.entity?.name ?? '', b.entity?.name ?? '') ||
        compareText(a.entity?.id ?? '', b.entity?.id ?? ''),
    )
    .map(({ entity, rows }) =>
      queueSection(entity === null ? '## Other' : `## ${links.toEntity(entity)}`, rows, written, (question) =>
        questionRow(question, rules, links, []),
      ),
    );
}

const KINDS = ['project', 'account', 'person'];

function rank(entity: Entity | null): number {
  if (entity === null) return KINDS.length + 1;
  const at = KINDS.indexOf(entity.kind);
  return at < 0 ? KINDS.length : at;
}

function byAnswered(a: QuestionRow, b: QuestionRow): number {
  return compareText(b.answeredOn ?? '', a.answeredOn ?? '') || byAskings(a, b);
}

function questionRow(
  question: QuestionRow,
  rules: PageRules,
  links: NoteLinks,
  about: readonly (readonly string[])[],
): string {
  const first = question.asked[0];
  const details =
    first !== undefined && question.asked.length > 1
      ? [`${question.asked.length}× since ${dateBeside(first, rules.today)}`]
      : [];
  return sourcedRow(
    question,
    {
      details: [...details, ...(question.pinned ? ['pinned'] : [])],
      about: aboutWords(question.entities, links, about),
    },
    { links, reference: rules.today },
  );
}

function answeredRow(question: QuestionRow, rules: PageRules, links: NoteLinks): string {
  const text = question.answer === null ? question.text : `${question.text} → ${question.answer}`;
  return sourcedRow({ text, sources: question.sources }, {}, { links, reference: rules.today });
}
