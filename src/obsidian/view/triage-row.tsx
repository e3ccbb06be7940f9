/** Proposed tasks in the review: one task, or all that a note proposes. A key settles it, and the next one has its place. */
import type { ComponentChild } from 'preact';
import { dateBeside } from '../../text/calendar-date';
import { baseName } from '../../text/file-name';
import type { TaskRow } from '../../vault-index/rows';
import type { Acting } from './acting';
import { RowFrame, type RowDeed } from './row-frame';
import type { RowPlace } from './row-list';
import { Details } from './row-parts';
import { dueDeed, openDeed, ownerDeed, TaskRowView } from './task-row';
import type { TriageNote } from './triage-entries';
import type { Known } from './view-store';

interface TriageProps {
  readonly place: RowPlace;
  readonly active: boolean;
  readonly known: Known;
  readonly acting: Acting;
}

export function TriageTaskView({ task, ...parts }: TriageProps & { readonly task: TaskRow }): ComponentChild {
  const { known, acting } = parts;
  return <TaskRowView row={task} {...parts} deeds={[...settling([task], acting), ...ownerDeed(task, acting), ...dueDeed(task, known, acting), openDeed(task, acting)]} />;
}

export function TriageNoteView({ note: { path, date, tasks }, place, active, known, acting }: TriageProps & { readonly note: TriageNote }): ComponentChild {
  const [first] = tasks;
  return (
    <RowFrame place={place} active={active} cls="mod-note" deeds={!active ? [] : [...settling(tasks, acting), ...(first === undefined ? [] : [openDeed(first, acting)])]}>
      <div class="throughline-words">{baseName(path).replace(/^\d{4}-\d{2}-\d{2}[\s_-]*/, '') || baseName(path)}</div>
      <Details>
        {date === null ? null : <span>{dateBeside(date, known.today)}</span>}
        <span>{tasks.length === 1 ? '1 task proposed' : `${tasks.length} tasks proposed`}</span>
      </Details>
    </RowFrame>
  );
}

function settling(tasks: readonly TaskRow[], { act, actAll, can }: Acting): readonly RowDeed[] {
  const [only] = tasks;
  const all = tasks.length > 1;
  const deed = (words: string, key: string, what: 'accept' | 'dismiss'): readonly RowDeed[] => (!can(what) || only === undefined ? [] : [{
    words, key, onPress: () => void (all ? actAll(tasks, { do: what }) : act(only, { do: what })),
  }]);
  return [...deed(all ? 'Accept all' : 'Accept', 'a', 'accept'), ...deed(all ? 'Dismiss all' : 'Dismiss', 'x', 'dismiss')];
}
