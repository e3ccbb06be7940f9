/** What the engine can say: of each code one message or more, for the tests of the words. */
import type { StayParameters } from '../../src/edit/plan-removal';
import type { ProblemParameters } from '../../src/note/problems';
import type { Coded } from '../../src/text/coded';
import type { EngineWords } from '../../src/words/engine-words';

type ParametersOf<Table> = {
  readonly [C in keyof Table]: readonly (unknown extends Table[C] ? object : Table[C])[];
};
const ONCE = [{}];

const PROBLEMS: ParametersOf<ProblemParameters> = {
  'frontmatter-invalid': [
    { fault: { code: 'not-yaml', detail: 'bad indentation of a mapping entry' } },
    { fault: { code: 'not-yaml', detail: null } },
    { fault: { code: 'no-properties' } },
    { fault: { code: 'given-twice', key: 'date' } },
    { fault: { code: 'no-room' } },
  ],
  'frontmatter-language': [{ language: 'js' }],
  'frontmatter-unclosed': ONCE,
  'date-disagrees': [
    {
      place: 'frontmatter',
      date: '2025-10-16',
      others: [
        { place: 'file-name', date: '2025-10-17' },
        { place: 'heading', date: '2025-10-18' },
      ],
    },
  ],
  'date-invalid': [{ key: 'date', value: '2025-02-30' }],
  'date-missing': ONCE,
  'fence-unclosed': ONCE,
  'comment-unclosed': ONCE,
  'math-unclosed': ONCE,
  'transcript-unclosed': ONCE,
  'not-utf8': ONCE,
  'too-large': [{ megabytes: 7.25 }],
  unreadable: [{ detail: 'EIO' }],
  'encoding-damaged': ONCE,
  'owner-hides-signifiers': [{ owner: 'Ann Lee' }],
  'owner-unclear': [{ text: 'Ann draft the proposal' }],
  'task-date-invalid': [{ field: 'due' }, { field: 'scheduled' }, { field: 'done' }],
  'markers-broken': [
    { cause: 'no-end' },
    { cause: 'in-fence' },
    {
      cause: [
        { type: 'begin', line: 3 },
        { type: 'begin', line: 9 },
      ],
    },
  ],
  'name-ambiguous': [{ name: 'Sam', candidates: ['Sam Fox', 'Sam Ortega'] }],
  'raise-unknown': [{ names: ['Zed'] }, { names: ['Zed', 'Yan'] }],
  'page-name-taken': [{ name: 'Ann Lee', page: 'People/Ann Lee.md', kind: 'person' }],
  'template-unusable': [
    { kind: 'person', name: 'Ann Lee' },
    { kind: 'person', name: null, detail: 'EIO' },
  ],
  'page-name-unusable': [{ name: 'C:\\x' }],
  'config-unreadable': [{ cause: 'not-utf8' }, { cause: 'unreadable' }, { cause: 'not-json' }],
  'exclude-filter-unusable': [{ filter: '/(a+)+$/' }],
  'names-line-unreadable': [{ words: '"Sam" is someone' }],
  'names-link-nowhere': [
    { link: 'Sam Ortega', to: 'page', count: 0 },
    { link: '2025-10-28 Sync', to: 'note', count: 2 },
  ],
  'names-conflict': [{ memory: 'Throughline/Names.md', answer: '- "Sam" → [[Sam Fox]]' }],
};

const STAYS: ParametersOf<StayParameters> = {
  'block-damaged': [{ problem: { code: 'markers-broken', line: 3, cause: 'in-fence' } }],
  'properties-damaged': [{ problem: { code: 'frontmatter-unclosed', line: 1 } }],
  'holds-your-words': ONCE,
  'typed-into-block': [{ lines: 1 }, { lines: 3 }],
  'kept-from-block': ONCE,
  'holds-answers': [{ answers: 1 }, { answers: 3 }],
};

const SAMPLES = { problems: PROBLEMS, stays: STAYS } satisfies Record<keyof EngineWords, unknown>;

/** Every message, by the table that says it. */
export function* sampleMessages(): Generator<[keyof EngineWords, Coded<Record<string, object>>]> {
  for (const [table, codes] of Object.entries(SAMPLES) as [keyof EngineWords, Record<string, readonly object[]>][])
    for (const [code, list] of Object.entries(codes))
      for (const parameters of list) yield [table, { code, ...parameters }];
}
