/**
 * Names that nobody knows and that stand so often at the head of a note's tasks that they are somebody's: twice before
 * `to`, `will` or `should`, or with a colon where such names head most lines of the section.
 */
import type { Note, TaskItem } from '../note/note';
import { derived } from '../text/memoize';

export interface UnknownHeads {
  isRepeated(name: string): boolean;
  headsMost(name: string, item: TaskItem): boolean;
}

export const unknownHeads = derived((note: Note): UnknownHeads => {
  const before = new Map<string, number>();
  const sections = new Map<string, { lines: number; headed: number; readonly names: Map<string, number> }>();
  for (const item of note.tasks) {
    const section = sectionIn(sections, item);
    section.lines += 1;
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
  };
});

function sectionIn<S>(sections: Map<string, S>, { meeting, heading }: TaskItem): S {
  const key = `${meeting ?? ''}\n${heading ?? ''}`;
  const known = sections.get(key);
  if (known !== undefined) return known;
  const made = { lines: 0, headed: 0, names: new Map<string, number>() } as S;
  sections.set(key, made);
  return made;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
