/** What the engine can say: of each code one message or more, for the tests of the words. */
import type { EffectParameters } from '../../src/edit/answer-effects';
import type { StayParameters } from '../../src/edit/plan-removal';
import type { OtherLine, RefusalParameters } from '../../src/edit/refusals';
import type { SkipParameters } from '../../src/edit/skips';
import type { PathFaultParameters } from '../../src/host/path-safety';
import type { NothingParameters } from '../../src/host/undo';
import type { FailureParameters } from '../../src/host/vault-host';
import type { ProblemParameters } from '../../src/note/problems';
import type { Allowed, AllowedParameters, SettingProblemParameters } from '../../src/settings/setting-problems';
import type { Coded } from '../../src/text/coded';
import type { Tie, TieParameters, WhyParameters } from '../../src/vault-index/proposal-why';
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
  'date-undecided': [{ value: '03/04/2025' }],
  'date-missing': ONCE,
  'fence-unclosed': ONCE,
  'comment-unclosed': ONCE,
  'math-unclosed': ONCE,
  'transcript-unclosed': ONCE,
  'not-utf8': ONCE,
  'too-large': [{ megabytes: 7.25 }],
  unreadable: [{ detail: 'EIO' }],
  'calendar-unreadable': [
    { cause: 'no-calendar', detail: 'Hello' },
    { cause: 'unclosed', detail: 'VEVENT' },
    { cause: 'bad-line', detail: 'Hello' },
    { cause: 'bad-event', detail: 'DTSTART' },
    { cause: 'too-large', detail: '31.2' },
  ],
  'calendar-zone-unknown': [{ zone: 'Mars Time' }],
  'calendar-recurs-too-often': ONCE,
  'calendar-missing': ONCE,
  'encoding-damaged': ONCE,
  'owner-hides-signifiers': [{ owner: 'Ann Lee' }],
  'owner-unclear': [{ text: 'Ann draft the proposal' }],
  'due-unread': [{ words: 'next Friday' }],
  'line-no-item': [{}],
  'owner-unknown': [{ name: 'Lena' }],
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
  'config-unreadable': [{ cause: 'not-utf8' }, { cause: 'unreadable' }, { cause: 'not-json' }, { cause: 'too-deep' }],
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

const PLACE = { name: 'Sam', path: 'Meetings/a.md', line: 7 };
const NAMED = { name: 'Ann Lee' };
const LINE = { path: 'Meetings/a.md', line: 7, source: `- [ ] ${'Send it '.repeat(20)}` };
const PATH = { path: 'People/Ann Lee.md' };

const REFUSALS: ParametersOf<RefusalParameters> = {
  'not-linkable': [NAMED],
  'not-proposed': [{ id: '1533u7' }],
  'answered-twice': [NAMED],
  'rejection-names-somebody': ONCE,
  'several-candidates': [{ name: 'Sam', candidates: ['Sam Fox', 'Sam Ortega'] }],
  'several-pages': [{ name: 'Sam', count: 2, example: 'People/Sam Fox.md' }],
  'no-such-page': [
    { name: 'Zed', hasCandidates: true },
    { name: 'Zed', hasCandidates: false },
  ],
  'not-a-full-name': [{ name: 'Sam' }],
  'not-a-file-name': [{ name: 'a/b' }],
  'page-excluded': [PATH],
  'page-exists': [PATH],
  'would-not-mean': [
    { ...PLACE, meant: NAMED, memory: 'Throughline/Names.md' },
    { ...PLACE, meant: 'me', memory: null },
  ],
  'would-mean-another': [
    { ...PLACE, meant: NAMED, memory: 'Throughline/Names.md' },
    { ...PLACE, meant: 'nobody', memory: 'Throughline/Names.md' },
  ],
  'would-ask-again': [PLACE],
  'note-not-linkable': [NAMED],
  'no-group': [NAMED],
  'merge-holds-everywhere': ONCE,
  'neither-page': [NAMED],
  'no-alias-possible': [{ page: 'People/Ann Lee.md' }],
  'hand-over-as-listed': ONCE,
  'no-heir': [NAMED],
  'heir-has-left': [NAMED],
  'owner-not-changed': [{ path: 'Meetings/a.md', lines: [3, 7] }],
  'yes-or-no': [NAMED],
  'answer-holds-everywhere': [NAMED],
  'tasks-not-cancelled': [PATH],
  'links-not-fixed': [PATH],
  'answer-gone': [{ question: 'Who signs?' }],
  'answer-not-written': [PLACE],
  'repair-rejected': [PATH],
  'repair-as-shown': ONCE,
  'not-repairable': [PATH],
  'no-such-line': [
    { ...LINE, count: 1 },
    { ...LINE, count: 6 },
  ],
  'note-gone': [PATH],
  'line-changed': [
    { ...LINE, found: 'gone' },
    { ...LINE, found: 'unsure' },
  ],
  'not-a-task': [
    ...[
      'frontmatter',
      'further-line',
      'no-checkbox',
      'template',
      'unknown-checkbox',
      'heading',
      'paragraph',
      'rule',
      'html',
      'definition',
      'comment',
      'math',
      'transcript',
      'managed',
    ].map((is) => ({ ...LINE, is: is as OtherLine, unclosed: null })),
    { ...LINE, is: 'code', unclosed: 3 },
    { ...LINE, source: ' ', is: 'blank', unclosed: null },
  ],
  'line-is-other': [
    { ...LINE, wanted: 'task' },
    { ...LINE, wanted: 'question' },
    { ...LINE, wanted: 'raise' },
  ],
  'lacks-filter': [
    { ...LINE, filter: '#task', isCheckbox: true },
    { ...LINE, filter: '#task', isCheckbox: false },
  ],
  'fields-hidden': [
    { ...LINE, by: 'comment' },
    { ...LINE, by: 'damage' },
  ],
  'struck-through': [LINE],
  'plain-text-task': [LINE],
  'row-cannot-recur': [LINE],
  'no-status-column': [LINE],
  'line-cannot-take': [LINE],
  'note-too-large': [PATH],
  'opted-out': [PATH],
  'note-excluded': [PATH],
  'conflicted-copy': [PATH],
  'own-page': [PATH],
  'not-acceptable': [NAMED],
  'several-meanings': [{ name: 'Sam', candidates: ['Sam Fox', 'Sam Ortega'] }],
  'nothing-to-raise': ONCE,
  'nowhere-to-raise': [NAMED],
};

const TIES: ParametersOf<TieParameters> = {
  'both-concern': [NAMED],
  'meeting-about': [NAMED],
  'same-series': [{ title: 'Product weekly' }],
  'same-people': ONCE,
  'same-address': [{ address: 'ann@acme.test' }],
  'same-domain': [{ domain: 'acme.test' }],
  'met-about': [NAMED],
  'met-with': [{ names: ['Bo Kim', 'Dana Fox'] }],
};
const TIED = Object.entries(TIES).flatMap(([code, list]) => list.map((one) => ({ tie: { code, ...one } as Tie })));
const [TIE = { tie: { code: 'same-people' } }] = TIED;

const WHY: ParametersOf<WhyParameters> = {
  'several-fit': [{ name: 'Sam', count: 2 }],
  'one-fits': [{ name: 'Sam', candidate: 'Sam Fox' }],
  resembles: [{ name: 'Anne Lee', others: ['Ann Lee', 'Anna Lee'] }],
  'named-often': [{ name: 'Zed', notes: 3 }],
  renamed: [{ ...NAMED, old: 'Ann Fox' }],
  'spelled-alike': TIED.map((tie) => ({ ...NAMED, other: 'Anne Lee', ...tie })),
  'met-each-other': [{ ...NAMED, alias: 'Ann Fox' }],
  'gone-with-tasks': [
    { ...NAMED, status: 'left', tasks: 1 },
    { ...NAMED, status: 'archived', tasks: 3 },
    { ...NAMED, status: 'done', tasks: 3 },
  ],
  'closed-with-tasks': [
    { ...NAMED, status: 'left', tasks: 1 },
    { ...NAMED, status: 'archived', tasks: 3 },
    { ...NAMED, status: 'done', tasks: 3 },
  ],
  'said-twice': [
    { text: 'Send it', of: 'task', ...TIE, newerClosed: false },
    { text: 'Send it', of: 'task', ...TIE, newerClosed: true },
    { text: 'Who pays?', of: 'question', ...TIE, newerClosed: true },
  ],
  'told-twice': [
    { medium: 'meeting', events: 2, same: 7, of: 9 },
    { medium: 'message', events: 4, same: 3, of: 3 },
  ],
  'said-later': [{ text: 'Acme pays', ...TIE }],
  'links-lost': [
    { notes: 1, pages: ['Ann Lee'], more: 0 },
    { notes: 4, pages: ['Ann Lee', 'Bo Kim'], more: 7 },
  ],
  'block-damaged': ONCE,
};

const SKIPS: ParametersOf<SkipParameters> = {
  changed: ONCE,
  gone: ONCE,
  'not-utf8': ONCE,
  'name-taken': ONCE,
  moved: ONCE,
  'own-base': ONCE,
  refused: [{ refusal: { code: 'opted-out', ...PATH } }],
};

const UNDOING: ParametersOf<NothingParameters> = {
  'nothing-to-undo': ONCE,
  'nothing-to-redo': ONCE,
  'still-writing': [{ what: 'rollup' }],
};

const FAILED = [{ path: 'journal', why: 'the disk is full.' }];

const FAILURES: ParametersOf<FailureParameters> = {
  'journal-unwritten': FAILED,
  'journal-open': FAILED,
  'change-unnoted': FAILED,
  'not-written': FAILED,
  'vault-empty': FAILED,
};

const PATH_FAULTS: ParametersOf<PathFaultParameters> = {
  empty: ONCE,
  'not-relative': ONCE,
  'leaves-vault': ONCE,
  'empty-part': ONCE,
  character: [{ character: null }, { character: '?' }],
  'ends-badly': ONCE,
  'starts-with-space': ONCE,
  'reserved-name': [{ part: 'con' }],
  'too-long': ONCE,
};

const ALLOWED: ParametersOf<AllowedParameters> = {
  text: ONCE,
  texts: ONCE,
  switch: ONCE,
  'switch-or-object': ONCE,
  'whole-number': [{ from: 1, to: 9 }],
  'one-of': [{ words: ['linked', 'never'] }],
  'or-null': (['days-before', 'as-dates-tell', 'all-enabled', 'no-template', 'every-calendar', 'none'] as const).map(
    (means) => ({
      allowed: { code: 'text' },
      means,
    }),
  ),
  object: ONCE,
  glob: ONCE,
  globs: ONCE,
  day: ONCE,
  character: ONCE,
  tag: ONCE,
  folder: ONCE,
  folders: ONCE,
  note: ONCE,
  sections: ONCE,
  kinds: ONCE,
  'kind-row': ONCE,
  'headings-by-section': ONCE,
  'words-by-list': ONCE,
  'switches-by-group': ONCE,
  properties: ONCE,
  'switches-by-property': ONCE,
  'properties-in-any-form': ONCE,
};

const SETTINGS: ParametersOf<SettingProblemParameters> = {
  wrong: Object.entries(ALLOWED).flatMap(([code, list]) =>
    list.map((one) => ({ at: 'me', value: '7', allowed: { code, ...one } as Allowed, guess: null })),
  ),
  unknown: (['setting', 'section', 'word-list', 'property', 'kind', 'kind-part'] as const).map((of) => ({
    at: 'mee',
    of,
    known: ['me'],
    guess: of === 'setting' ? 'me' : null,
  })),
  'kind-without-folder': [{ at: 'kinds.vendor', guess: null }],
  'bad-kind-id': [{ at: 'kinds.A b' }],
  'too-deep': [{ at: 'settings' }],
};

const EFFECTS: ParametersOf<EffectParameters> = {
  remembered: [{ line: '- "Sam" → [[Sam Fox]]' }],
  'new-page': [
    { page: 'People/Ann Lee.md', alias: null },
    { page: 'People/Ann Lee.md', alias: 'Annie' },
  ],
  alias: [{ page: 'People/Ann Lee.md', alias: 'Annie' }],
  'other-page-stays': [{ page: 'People/Jon.md', other: 'Jon', kept: 'Jon Stefan' }],
  'asked-again': [{ places: 1 }, { places: 3 }],
  'handed-over': [
    { path: 'Meetings/a.md', line: 7, owner: 'Ann Lee' },
    { path: 'Meetings/a.md', line: 7, owner: null },
  ],
  cancelled: [PLACE],
  answered: [PLACE],
  'links-fixed': [PATH],
  'task-left': [{ path: 'Meetings/a.md', line: 7 }],
  'links-left': [PATH],
  repaired: [PATH],
};

const SAMPLES = {
  refusals: REFUSALS,
  why: WHY,
  skips: SKIPS,
  settings: SETTINGS,
  undoing: UNDOING,
  failures: FAILURES,
  pathFaults: PATH_FAULTS,
  effects: EFFECTS,
  problems: PROBLEMS,
  stays: STAYS,
} satisfies Record<keyof EngineWords, unknown>;

/** Every message, by the table that says it. */
export function* sampleMessages(): Generator<[keyof EngineWords, Coded<Record<string, object>>]> {
  for (const [table, codes] of Object.entries(SAMPLES) as [keyof EngineWords, Record<string, readonly object[]>][])
    for (const [code, list] of Object.entries(codes))
      for (const parameters of list) yield [table, { code, ...parameters }];
}
