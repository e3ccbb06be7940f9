import fc from 'fast-check';
import { namesMemory } from '../../src/entity/names-memory';
import { RollupMemory, planRollup, type RollupInput } from '../../src/edit/plan-rollup';
import type { Note } from '../../src/note/note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { readSettings } from '../../src/settings/settings';
import { anyNote, generatedVault, meetingNote } from '../generated-vault';
import type { Texts } from '../vault-of';

const { settings } = readSettings({ me: ['Mara Voss'], properties: ['last_contact', 'meeting_count'] });
const memory = namesMemory([], 'Throughline/Names.md');
const isExcluded = (path: string): boolean => path.startsWith('archive/');

/** What is held of a vault between plans: notes that did not change stay the objects they were, and so do the paths. */
class Held {
  private notes = new Map<string, { readonly text: string; readonly note: Note }>();
  private paths: readonly string[] = [];

  input(texts: Texts, today: string): RollupInput {
    const paths = Object.keys(texts).sort();
    if (paths.join('\n') !== this.paths.join('\n')) this.paths = paths;
    const ours = (path: string): boolean => path.startsWith('Throughline/');
    const notes = this.paths
      .filter((path) => !ours(path))
      .map((path) => {
        const text = texts[path] ?? '';
        const known = this.notes.get(path);
        if (known?.text === text) return known.note;
        const note = readNote(path, text, DEFAULT_NOTE_RULES);
        this.notes.set(path, { text, note });
        return note;
      });
    const pages = new Map(
      this.paths
        .filter(
          (path) => ours(path) || notes.some((note) => note.path === path && note.entity !== null && !isExcluded(path)),
        )
        .map((path) => [path, texts[path] ?? '']),
    );
    return { notes, paths: this.paths, pages, memory, noteRules: DEFAULT_NOTE_RULES, isExcluded, settings, today };
  }
}

type Step = {
  readonly write: readonly (readonly [string, string])[];
  readonly remove: boolean;
  readonly carryOut: boolean;
  readonly nextDay: boolean;
};

const step: fc.Arbitrary<Step> = fc.record({
  write: fc.array(
    fc.oneof(
      { weight: 2, arbitrary: anyNote },
      { weight: 1, arbitrary: fc.tuple(fc.constant('Meetings/A.md'), meetingNote) },
    ),
    { minLength: 0, maxLength: 2 },
  ),
  remove: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  carryOut: fc.boolean(),
  nextDay: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

const DAYS = ['2025-11-03', '2025-11-04', '2025-12-01'];

test('a plan that goes on from the last one is the plan made from nothing', () => {
  fc.assert(
    fc.property(generatedVault, fc.array(step, { minLength: 1, maxLength: 6 }), (vault, steps) => {
      const held = new Held();
      const last = new RollupMemory();
      let texts: Texts = vault;
      let day = 0;
      for (const { write, remove, carryOut, nextDay } of steps) {
        texts = { ...texts, ...Object.fromEntries(write) };
        const gone = remove ? Object.keys(texts).find((path) => path.startsWith('Meetings/')) : undefined;
        if (gone !== undefined) texts = Object.fromEntries(Object.entries(texts).filter(([path]) => path !== gone));
        if (nextDay) day = Math.min(day + 1, DAYS.length - 1);
        const today = DAYS[day] ?? '';
        const plan = planRollup(held.input(texts, today), last);
        const anew = planRollup(new Held().input(texts, today));
        const told = ({ edits, unchanged, problems, proposals }: typeof plan): unknown => ({
          edits: edits.map(({ path, before, after }) => ({ path, before, after })),
          unchanged,
          problems,
          proposals,
        });
        expect(told(plan)).toEqual(told(anew));
        if (carryOut)
          texts = { ...texts, ...Object.fromEntries(plan.edits.map(({ path, after }) => [path, after ?? ''])) };
      }
    }),
    { numRuns: 30 },
  );
});

test('an edit of one note computes the pages it concerns, and no other', () => {
  const meeting = (who: string, line: string): string =>
    `---\ntype: meeting\ndate: 2025-10-28\npeople: "[[${who}]]"\n---\n## Decisions\n- Ship it with ${who}\n${line}\n`;
  const held = new Held();
  const last = new RollupMemory();
  let texts: Texts = {
    'People/Dana Fox.md': '# Dana Fox\n',
    'People/Ann Lee.md': '# Ann Lee\n',
    'A.md': meeting('Dana Fox', ''),
    'B.md': meeting('Ann Lee', ''),
  };
  const first = planRollup(held.input(texts, '2025-11-03'), last);
  texts = { ...texts, ...Object.fromEntries(first.edits.map(({ path, after }) => [path, after ?? ''])) };
  planRollup(held.input(texts, '2025-11-03'), last);
  const views = new Map(last.index?.views);
  texts = { ...texts, 'A.md': meeting('Dana Fox', '- And soon') };
  const plan = planRollup(held.input(texts, '2025-11-03'), last);
  expect(plan.edits.map(({ path }) => path)).toEqual(['People/Dana Fox.md', 'Throughline/Decisions/2025-Q4.md']);
  expect(last.index?.views.get('People/Ann Lee.md')).toBe(views.get('People/Ann Lee.md'));
});
