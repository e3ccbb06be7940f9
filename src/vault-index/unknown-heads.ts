/**
 * Names that nobody knows and that are so often at the head of a note's tasks that they are somebody's: twice before
 * `to`, `will` or `should`, or with a colon where such names head most lines of the section. Or at the end of most of
 * the section's lines, in one form: `… (Lena)`.
 */
import type { Note, OwnerCandidate, TaskItem } from '../note/note';
import { derived } from '../text/memoize';

interface UnknownHeads {
  isRepeated(name: string): boolean;
  headsMost(name: string, item: TaskItem): boolean;
  /** Whether most lines of the item's section end with names in that form. */
  endMost(item: TaskItem, by: OwnerCandidate['by']): boolean;
}

export const unknownHeads = derived((note: Note): UnknownHeads => {
  const before = new Map<string, number>();
  const sections = new Map<string, Section>();
  for (const item of note.tasks) {
    const section = sectionIn(sections, item);
    section.lines += 1;
    section.ended.push(...new Set(item.candidates.flatMap(({ place, by }) => (place === 'last' ? [by] : []))));
    const first = item.candidates.find(({ place }) => place === 'first');
    if (first === undefined) continue;
    if (first.by === 'to' || first.by === 'marked-to') for (const { text } of first.names) count(before, text);
    if (first.by === 'colon') {
      section.headed += 1;
      for (const { text } of first.names) count(section.names, text);
    }
  }
  return {
    isRepeated: (name) => (before.get(name) ?? 0) > 1,
    headsMost: (name, item) => {
      const { lines, headed, names } = sectionIn(sections, item);
      // Most names come back: a list of topics names each once.
      const again = [...names.values()].filter((times) => times > 1).length;
      return headed * 2 > lines && (names.get(name) ?? 0) > 1 && again * 2 >= names.size;
    },
    endMost: (item, by) => {
      const { lines, ended } = sectionIn(sections, item);
      const times = ended.filter((one) => one === by).length;
      return times > 1 && times * 2 > lines;
    },
  };
});

interface Section {
  lines: number;
  /** Those that a name with a colon begins. */
  headed: number;
  /** In what form lines end with names, once for each such line. */
  readonly ended: OwnerCandidate['by'][];
  readonly names: Map<string, number>;
}

function sectionIn(sections: Map<string, Section>, { meeting, heading }: TaskItem): Section {
  const key = `${meeting ?? ''}\n${heading ?? ''}`;
  const known = sections.get(key);
  if (known !== undefined) return known;
  const made = { lines: 0, headed: 0, ended: [], names: new Map<string, number>() };
  sections.set(key, made);
  return made;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
