/** Why something is asked, in English: sentences. */
import type { Phrases } from '../text/coded';
import type { Proposal } from '../vault-index/proposal';
import type { TieParameters, WhyParameters } from '../vault-index/proposal-why';
import { say } from './say';

const TIES: Phrases<TieParameters> = {
  'both-concern': ({ name }) => `Both concern ${name}.`,
  'meeting-about': ({ name }) => `Both are from a meeting about ${name}.`,
  'same-series': ({ title }) => `Both are from “${title}”.`,
  'same-people': () => 'Both are from meetings of the same people.',
  'same-address': ({ address }) => `Both have the address ${address}.`,
  'same-domain': ({ domain }) => `Both have an address at ${domain}.`,
  'met-about': ({ name }) => `You met both about ${name}.`,
  'met-with': ({ names }) => `You met both with ${names.join(' and ')}.`,
};

export const ENGLISH_WHY: Phrases<WhyParameters> = {
  'several-fit': ({ name, count }) => `${count} pages match “${name}”.`,
  'one-fits': ({ name, candidate }) => `Only ${candidate} matches “${name}”, but nothing in the meeting confirms it.`,
  resembles: ({ name, others }) => `“${name}” resembles ${others.join(', ')}.`,
  'named-often': ({ name, notes }) => `“${name}” is in ${notes} notes and has no page.`,
  renamed: ({ name, old }) => `The page of ${name} was called “${old}”.`,
  'spelled-alike': ({ name, other, tie }) => `“${name}” is spelled almost like “${other}”. ${say(TIES, tie)}`,
  'met-each-other': ({ alias, name }) => `“${alias}” is an alias of ${name}, but both were in the same meeting.`,
  'gone-with-tasks': ({ name, status, tasks }) =>
    `${name} ${status === 'left' ? 'has left' : `is ${status}`} but still owns ${openTasks(tasks)}.`,
  'closed-with-tasks': ({ name, status, tasks }) =>
    `${name} is ${status === 'left' ? 'closed' : status} but still has ${openTasks(tasks)}.`,
  'said-twice': ({ text, of, tie, newerClosed }) =>
    `Looks like the same ${of}${of === 'task' ? ', with the same owner' : ''}: “${text}”. ${say(TIES, tie)}${
      newerClosed
        ? of === 'task'
          ? ' The newer one is closed, so accepting closes both.'
          : ' The newer one is answered, so accepting answers both.'
        : ''
    }`,
  'told-twice': ({ medium, events, same, of }) =>
    `Same day and people, and ${same} of ${of} lines say the same: ${events} times the same ${medium}?`,
  'said-later': ({ text, tie }) => `Possible answer: “${text}”. ${say(TIES, tie)}`,
  'links-lost': ({ notes, pages, more }) =>
    `Broken links in ${notes === 1 ? '1 note' : `${notes} notes`} match existing pages, such as ${pages
      .map((page) => `[[${page}]]`)
      .join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
  'block-damaged': () => 'Throughline’s block is damaged. Until it is repaired, the page is left alone.',
};

function openTasks(count: number): string {
  return count === 1 ? '1 open task' : `${count} open tasks`;
}

/** What a proposal is about. */
export function proposalName({ kind, name }: Pick<Proposal, 'kind' | 'name'>): string {
  return kind === 'link' ? 'Broken links' : name;
}

/** A proposal as JSON has it: with why as a sentence. */
export function proposalRecord(proposal: Proposal) {
  return { ...proposal, name: proposalName(proposal), why: say(ENGLISH_WHY, proposal.why) };
}
