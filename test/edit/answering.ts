/** A vault of texts whose proposals are answered, for tests that read like a person's review. */
import type { AnswerInput } from '../../src/edit/answer-changes';
import { answerProposals, type AnsweredPlan } from '../../src/edit/answer-proposal';
import type { Answer } from '../../src/edit/answer';
import type { Refused } from '../../src/edit/refusals';
import { DEFAULT_KINDS } from '../../src/note/kinds';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { findProposals } from '../../src/vault-index/proposals';
import type { FoundProposal } from '../../src/vault-index/proposal';
import type { VaultIndex } from '../../src/vault-index/build-index';
import { indexOf, NAMES, type Texts } from '../vault-of';

export const TODAY = '2025-11-03';

export function asked(texts: Texts): FoundProposal[] {
  return findProposals(indexOf(texts), null);
}

/** `resolve Sam: Sam Fox, Sam Ortega ×2` each, in order. */
export function questions(texts: Texts): string[] {
  return asked(texts).map(
    ({ proposal: { kind, name, candidates, count } }) =>
      `${kind} ${name}${candidates.length > 0 ? `: ${candidates.map((one) => one.name).join(', ')}` : ''}${count > 1 ? ` ×${count}` : ''}`,
  );
}

export type Said = Partial<Omit<Answer, 'id'>>;

/** Answers to the first proposal about each name. */
export function planAnswers(
  texts: Texts,
  answers: Readonly<Record<string, Said>>,
  today = TODAY,
  more: Partial<AnswerInput> = {},
): AnsweredPlan | Refused {
  const index = indexOf(texts);
  const found = findProposals(index, null);
  const given = Object.entries(answers).map(([name, said]): Answer => {
    const one = found.find(({ proposal }) => proposal.name === name);
    if (one === undefined)
      throw new Error(`nothing is asked about ${name}, but ${found.map(({ proposal }) => proposal.name).join(', ')}`);
    return { id: one.proposal.id, accepted: true, as: null, scope: null, ...said };
  });
  return answerProposals(found, given, { ...inputOf(texts, index, today), ...more });
}

export function inputOf(texts: Texts, index: VaultIndex, today = TODAY): AnswerInput {
  const pages = new Map(Object.entries(texts).filter(([path]) => path !== NAMES));
  return {
    index,
    names: { path: NAMES, text: texts[NAMES] ?? null },
    pages,
    kinds: DEFAULT_KINDS,
    tasks: DEFAULT_NOTE_RULES.tasks,
    rules: DEFAULT_NOTE_RULES,
    isExcluded: () => false,
    today,
    indexWith: (changed) => indexOf({ ...texts, ...Object.fromEntries(changed) }),
  };
}

/** The vault as the answers leave it. */
export function answerTexts(texts: Texts, answers: Readonly<Record<string, Said>>, today = TODAY): Texts {
  const plan = planAnswers(texts, answers, today);
  if (plan.outcome === 'refused') throw new Error(JSON.stringify(plan.refusal));
  const after: Record<string, string> = { ...texts };
  for (const { path, before, after: text } of plan.edits) {
    expect(before).toBe(texts[path] ?? null);
    after[path] = text ?? '';
  }
  return after;
}

/** The answers in `Names.md`. */
export function lines(texts: Texts): string[] {
  return (texts[NAMES] ?? '').split('\n').filter((line) => line.startsWith('- '));
}
