/** The open note: what is left to settle after the meeting, and what to know before the next. */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { dateBeside, weekdayDate } from '../../text/calendar-date';
import { baseName } from '../../text/file-name';
import { newest } from '../../page/row';
import type { MeetingName, QuestionRow, TaskRow } from '../../vault-index/rows';
import type { ActingState } from './acting';
import { groupedEntries, wordsOf } from './list-entry';
import { type Change, noteSummary } from './note-summary';
import { QuestionRowView } from './question-row';
import { RowFrame } from './row-frame';
import { RowList } from './row-list';
import { Details, entityLinks, Sources } from './row-parts';
import { TaskRowView } from './task-row';
import type { Around, Known } from './view-store';

interface NoteTabProps {
  readonly known: Known;
  readonly acting: ActingState;
  /** Shows what is proposed about a name. */
  readonly onSettle: (name: string) => void;
}

type NoteRow = { readonly id: string; readonly text: string; readonly entities: readonly [] } & (
  | { readonly is: 'name'; readonly name: MeetingName }
  | { readonly is: 'task'; readonly task: TaskRow }
  | { readonly is: 'question'; readonly question: QuestionRow }
  | { readonly is: 'change'; readonly change: Change }
);

export function NoteTab({ known, acting, onSettle }: NoteTabProps): ComponentChild {
  const { around, lingering } = acting;
  const { today } = known;
  const path = useActivePath(around);
  const summary = useMemo(() => (path === null ? null : noteSummary(known, path)), [known, path]);
  const entries = useMemo(() => {
    if (summary === null || path === null) return [];
    const { unresolved, loose, lastTime, last, changed } = summary;
    const plain = { text: '', entities: [] } as const;
    const stays = known.index.tasks.filter((task) => lingering.has(task.id) && !loose.includes(task) && task.sources.some((source) => source.path === path));
    const answered = known.index.questions.filter((question) => lingering.has(question.id) && !lastTime.includes(question));
    return groupedEntries<NoteRow>([
      ['Names that nobody could place', unresolved.map((name): NoteRow => ({ ...plain, is: 'name', id: `name ${name.kind} ${name.name}`, name }))],
      ['Without owner or date', [...loose, ...stays].map((task): NoteRow => ({ ...plain, is: 'task', id: `task ${task.id}`, task }))],
      ['Unanswered from before', [...lastTime, ...answered].map((question): NoteRow => ({ ...plain, is: 'question', id: `question ${question.id}`, question }))],
      [last?.date == null ? '' : `Since ${dateBeside(last.date, today)}`, changed.map((change): NoteRow => ({ ...plain, is: 'change', id: `${change.is} ${change.row.id}`, change }))],
    ]);
  }, [summary, path, lingering, known, today]);
  if (path === null) return <p class="throughline-empty">No note is open.</p>;
  if (summary === null) return <p class="throughline-empty">{baseName(path)} is no meeting: open a meeting’s note to see what it leaves to settle.</p>;
  const [first] = summary.meetings;
  return (
    <>
      <div class="throughline-note-head">
        <h2>{first?.title ?? baseName(path)}</h2>
        <Details>
          {first?.date == null ? <span>No date</span> : <span>{weekdayDate(first.date)}</span>}
          {entityLinks(summary.entities, { around, active: true })}
          {summary.last?.date == null ? <span>First time</span> : <span>Last time {dateBeside(summary.last.date, today)}</span>}
        </Details>
      </div>
      <RowList label="What this note leaves to settle" entries={entries} busy={acting.busy} follow={(key) => `task ${acting.became.get(key.replace(/^task /, '')) ?? ''}`} empty="Nothing is left to settle here." row={(row, place, active) => {
        switch (row.is) {
          case 'task': return <TaskRowView key={row.id} row={row.task} place={place} active={active} known={known} acting={acting} />;
          case 'question': return <QuestionRowView key={row.id} row={row.question} place={place} active={active} known={known} acting={acting} />;
          case 'name': {
            const { name, candidates } = row.name;
            return (
              <RowFrame key={row.id} place={place} active={active} deeds={active ? [{ words: 'Settle', key: 'Enter', onPress: () => onSettle(name) }] : []}>
                <div class="throughline-words">{name}</div>
                <Details>{candidates.length === 0 ? <span>No page has this name</span> : <span>Could be {candidates.map((one) => one.name).join(' or ')}</span>}</Details>
              </RowFrame>
            );
          }
          case 'change': {
            const { change } = row;
            const source = newest(change.row);
            return (
              <RowFrame key={row.id} place={place} active={active} deeds={active ? [{ words: 'Open', key: 'Enter', onPress: (newTab) => around.open(source.path, source.line, { newTab }) }] : []}>
                <div class="throughline-words">{wordsOf(change.row)}</div>
                <Details>
                  <span>{change.is === 'decided' ? 'Decided' : 'Answered'}</span>
                  <Sources sources={change.row.sources} today={today} around={around} active={active} />
                </Details>
              </RowFrame>
            );
          }
        }
      }} />
    </>
  );
}

function useActivePath(around: Around): string | null {
  const [path, setPath] = useState(around.activePath);
  useLayoutEffect(() => {
    setPath(around.activePath);
    return around.onActiveNote(() => setPath(around.activePath));
  }, [around]);
  return path;
}
