/** A task's owners as the index has them, with the place that named them. */
import { namesOfNote } from '../entity/meeting-names';
import type { Note, TaskItem } from '../note/note';
import type { VaultIndex } from './build-index';
import { isRegular } from './regulars';
import { ownerContext } from './resolve-lines';
import { taskOwners, type TaskOwners } from './task-owners';

export function indexedOwners(item: TaskItem, note: Note, index: VaultIndex): TaskOwners {
  const meeting = item.meeting === null ? null : (index.meetingsOf.get(note.path)?.[item.meeting] ?? null);
  return taskOwners(item, note, index.registry, {
    ...ownerContext(note.path, meeting?.date ?? note.date, meeting, index.memory),
    ofNote: namesOfNote(note),
    isRegular: (name) => isRegular(index.parts.regulars(), name),
  });
}
