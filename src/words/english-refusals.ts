/** Why something is not done, in English: what is in the way, and the way out, as parts of one sentence. */
import type { Meant } from '../edit/refusals';
import type { RefusalWords } from './engine-words';

export const ENGLISH_REFUSALS: RefusalWords = {
  'not-linkable': ({ name }) => [`the name of ${name} cannot be written in a link`, 'rename it first'],
  'not-proposed': ({ id }) => [
    `nothing is proposed under “${id}”, or it was answered already`,
    'look at the list again',
  ],
  'answered-twice': ({ name }) => [`“${name}” is answered twice`, 'give one answer only'],
  'rejection-names-somebody': () => ['a rejection cannot say who is meant', 'name nobody, or accept'],
  'several-candidates': ({ name, candidates }) => [`“${name}” could be ${candidates.join(' or ')}`, 'say which'],
  'several-pages': ({ name, count, example }) => [
    `${count} pages are called “${name}”`,
    `give the path, as in ${example}`,
  ],
  'no-such-page': ({ name, hasCandidates }) => [
    `no page is called “${name}”`,
    hasCandidates ? 'choose one of the candidates' : 'give the name of a page, or make that page first',
  ],
  'not-a-full-name': ({ name }) => [`“${name}” is not a full name`, 'make the page, then choose it'],
  'not-a-file-name': ({ name }) => [
    `not every system allows “${name}” as a file name`,
    'make the page by hand, then choose it',
  ],
  'page-excluded': ({ path }) => [`${path} would be in an excluded folder`, 'make the page elsewhere, then choose it'],
  'page-exists': ({ path }) => [`${path} already exists`, 'rename it, or make the page elsewhere'],
  'would-not-mean': ({ name, path, line, meant, memory }) => [
    `“${name}” in ${path}:${line} would not be ${whoever(meant)} by that`,
    memory === null ? 'answer for those notes alone' : `write the full name or a link there, or look at ${memory}`,
  ],
  'would-mean-another': ({ name, path, line, meant, memory }) => [
    `“${name}” in ${path}:${line} is ${whoever(meant)} already, and would not be by that`,
    `write the full name or a link there first, or look at ${memory}`,
  ],
  'would-ask-again': ({ name, path, line }) => [
    `“${name}” in ${path}:${line} would still be asked about`,
    'answer for those notes alone, or write the full name there',
  ],
  'note-not-linkable': ({ name }) => [
    `“${name}” is in a note whose name cannot be linked`,
    'answer for every note, or for the group',
  ],
  'no-group': ({ name }) => [
    `“${name}” is not in a meeting with a known account, project or person`,
    'answer for those notes alone, or for every note',
  ],
  'merge-holds-everywhere': () => ['this answer always holds for every note', 'answer for every note'],
  'neither-page': ({ name }) => [`“${name}” is neither of the two pages`, 'say which of the two to keep'],
  'no-alias-possible': ({ page }) => [`no alias can be added to the frontmatter of ${page}`, 'fix it first'],
  'hand-over-as-listed': () => ['tasks are handed over as they are listed', 'answer for every note'],
  'no-heir': ({ name }) => [`it does not say who takes over from ${name}`, 'say who'],
  'heir-has-left': ({ name }) => [`${name} has left`, 'name somebody else'],
  'owner-not-changed': ({ path, lines }) => [
    `the owner of ${path}:${lines.join(', ')} could not be changed`,
    'change it in the note',
  ],
  'yes-or-no': ({ name }) => [`“${name}” takes yes or no`, 'name nobody'],
  'answer-holds-everywhere': ({ name }) => [`the answer about “${name}” holds for every note`, 'answer for every note'],
  'tasks-not-cancelled': ({ path }) => [`the tasks of ${path} could not be cancelled`, 'change them in the note'],
  'links-not-fixed': ({ path }) => [`the links of ${path} could not be fixed`, 'fix them in the note'],
  'answer-gone': ({ question }) => [`nothing answers “${question}” any more`, 'look at the list again'],
  'answer-not-written': ({ path, line }) => [
    `the answer could not be written at ${path}:${line}`,
    'write it below the question in the note, as in “- Answer: …”',
  ],
  'repair-rejected': ({ path }) => [
    `${path} is left alone until its block is repaired`,
    'accept the repair, fix its markers by hand, or delete them with what is between them',
  ],
  'repair-as-shown': () => ['a page is repaired as it is shown', 'accept it as it is'],
  'not-repairable': ({ path }) => [`${path} cannot be repaired as it is now`, 'look at its markers'],
};

function whoever(meant: Meant): string {
  return typeof meant === 'string' ? meant : meant.name;
}
