/**
 * Proposed tasks in the review: one task, or all that a note proposes. A key settles it, and the next one has its
 * place.
 */
import type { ComponentChild } from 'preact';
import { baseName } from '../../text/file-name';
import type { TaskRow } from '../../vault-index/rows';
import type { Acting } from './use-row-actions';
import { RowFrame, type RowCommand } from './row-frame';
import type { RowPlace } from './row-list';
import { Details } from './row-parts';
import { dueDeed, openDeed, ownerDeed, TaskRowView } from './task-row';
import type { TriageNote } from './triage-entries';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';

interface TriageProps {
  readonly place: RowPlace;
  readonly active: boolean;
  readonly known: ViewData;
  readonly acting: Acting;
}

export function TriageTaskView({ task, ...parts }: TriageProps & { readonly task: TaskRow }): ComponentChild {
  const { known, acting } = parts;
  return (
    <TaskRowView
      row={task}
      {...parts}
      deeds={[
        ...settling([task], acting),
        ...ownerDeed(task, acting),
        ...dueDeed(task, known, acting),
        openDeed(task, acting),
      ]}
    />
  );
}

export function TriageNoteView({
  note: { path, date, tasks },
  place,
  active,
  known,
  acting,
}: TriageProps & { readonly note: TriageNote }): ComponentChild {
  const [first] = tasks;
  return (
    <RowFrame
      place={place}
      active={active}
      cls="mod-note"
      deeds={!active ? [] : [...settling(tasks, acting), ...(first === undefined ? [] : [openDeed(first, acting)])]}
    >
      <div class="throughline-words">{baseName(path).replace(/^\d{4}-\d{2}-\d{2}[\s_-]*/, '') || baseName(path)}</div>
      <Details>
        {date === null ? null : <span>{words.views.day(date, known.today)}</span>}
        <span>{words.views.row.tasksProposed(tasks.length)}</span>
      </Details>
    </RowFrame>
  );
}

function settling(tasks: readonly TaskRow[], { act, actAll, can }: Acting): readonly RowCommand[] {
  const { accept, acceptAll, dismiss, dismissAll } = words.views.deeds;
  const [only] = tasks;
  const all = tasks.length > 1;
  const deed = (label: string, key: string, what: 'accept' | 'dismiss'): readonly RowCommand[] =>
    !can(what) || only === undefined
      ? []
      : [
          {
            words: label,
            key,
            onPress: () => void (all ? actAll(tasks, { do: what }) : act(only, { do: what })),
          },
        ];
  return [...deed(all ? acceptAll : accept, 'a', 'accept'), ...deed(all ? dismissAll : dismiss, 'x', 'dismiss')];
}
