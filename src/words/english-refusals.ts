/** Why something is not done, in English: what is in the way, and the way out, as parts of one sentence. */
import type { Meant, OtherLine } from '../edit/refusals';
import { cutLine } from './cut-line';
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

  'no-such-line': ({ path, line, count }) => [
    `${path} has ${count === 1 ? 'one line' : `${count} lines`}, so line ${line} is not in it`,
    'count lines from 1, and count the frontmatter too',
  ],
  'note-gone': ({ path }) => [`${path} is gone`, LOOK_AGAIN],
  'line-changed': ({ path, source, found }) => [
    found === 'gone'
      ? `${path} has changed and no longer has this line: “${cutLine(source)}”`
      : `${path} has changed, and it is not certain which line is meant: “${cutLine(source)}”`,
    LOOK_AGAIN,
  ],
  'not-a-task': ({ path, line, source, is, unclosed }) => [
    `${path}:${line} is not a task (it is ${OTHER_LINES[is]}${unclosed === null ? '' : ` that opens in line ${unclosed} and is never closed`}${cutLine(source) === '' ? '' : `: “${cutLine(source)}”`})`,
    is === 'managed'
      ? 'choose the line its link leads to'
      : 'choose the line of a checkbox, such as “- [ ] Send minutes”',
  ],
  'line-is-other': ({ path, line, source, wanted }) => [
    `${path}:${line} is not ${WANTED[wanted]}: “${cutLine(source)}”`,
    LOOK_AGAIN,
  ],
  'lacks-filter': ({ path, line, source, filter, isCheckbox }) => [
    `${path}:${line} ${isCheckbox ? 'is' : 'would be'} a checkbox without “${filter}”: “${cutLine(source)}”`,
    'add that to the line: it is the global filter in the vault’s Tasks settings',
  ],
  'fields-hidden': ({ path, line, source, by }) =>
    by === 'comment'
      ? [
          `${path}:${line} has a comment after its dates, which hides them from the Tasks plugin: “${cutLine(source)}”`,
          'move the comment to the front first',
        ]
      : [`${path}:${line} has garbled characters in its dates: “${cutLine(source)}”`, 'fix that line first'],
  'struck-through': ({ path, line, source }) => [
    `the task in ${path}:${line} is struck through: “${cutLine(source)}”`,
    'remove the “~~” first',
  ],
  'plain-text-task': ({ path, line, source }) => [
    `the task in ${path}:${line} is plain text and has no status: “${cutLine(source)}”`,
    MAKE_A_CHECKBOX,
  ],
  'row-cannot-recur': ({ path, line, source }) => [
    `the task in ${path}:${line} recurs, and a table row cannot: “${cutLine(source)}”`,
    MAKE_A_CHECKBOX,
  ],
  'no-status-column': ({ path, line, source }) => [
    `the table in ${path}:${line} has no Status column: “${cutLine(source)}”`,
    'add one, or change the note yourself',
  ],
  'line-cannot-take': ({ path, line, source }) => [
    `${path}:${line} cannot be changed with certainty: “${cutLine(source)}”`,
    'change it in the note',
  ],

  'note-too-large': ({ path }) => [`${path} is over 5 MB, so it was not read`, 'split it'],
  'opted-out': ({ path }) => [
    `${path} says “throughline: false”, so it is left alone`,
    'remove that line from its properties first',
  ],
  'note-excluded': ({ path }) => [
    `${path} is excluded by the settings or in Obsidian`,
    'move it, or change the excluded paths',
  ],
  'conflicted-copy': ({ path }) => [`${path} is one of two versions that sync left`, 'decide which one to keep first'],
  'own-page': ({ path }) => [`${path} is a page that Throughline writes`, 'choose a note of your own'],
  'not-acceptable': ({ name }) => [
    `“${name}” is not a word of this note that could be a name`,
    'choose one of the words listed as names',
  ],
  'several-meanings': ({ name, candidates }) => [
    `“${name}” could be ${candidates.join(' or ')}`,
    'write the full name or a link there',
  ],
  'nothing-to-raise': () => ['there is nothing to raise yet', 'enter something'],
  'nowhere-to-raise': ({ name }) => [
    'no open meeting or daily note can hold this',
    `add “#raise [[${name}]]” to any note`,
  ],
};

const LOOK_AGAIN = 'nothing was written, look at the note and choose the line again';
const MAKE_A_CHECKBOX = 'make it a checkbox, such as “- [ ] Send minutes”';
const WANTED = { task: 'a task', question: 'a question', raise: 'a line to raise' } as const;

const OTHER_LINES: Readonly<Record<OtherLine, string>> = {
  frontmatter: 'frontmatter',
  blank: 'blank',
  'further-line': 'a further line of a list item',
  'no-checkbox': 'a list item without a checkbox',
  template: 'a line of a template',
  'unknown-checkbox': 'a checkbox that the Tasks format does not know',
  heading: 'a heading',
  paragraph: 'plain text',
  rule: 'a rule',
  code: 'a line of a code block',
  html: 'a line of HTML',
  definition: 'a link definition',
  comment: 'a line of a comment',
  math: 'a line of a formula',
  transcript: 'a line of the transcript',
  managed: 'a row that Throughline wrote',
};

function whoever(meant: Meant): string {
  return typeof meant === 'string' ? meant : meant.name;
}
