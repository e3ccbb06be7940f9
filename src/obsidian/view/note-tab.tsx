/** The open note: what is left to settle after the meeting, and what to know before the next. */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { PERSON } from '../../entity/person-name';
import { dateBeside, weekdayDate } from '../../text/calendar-date';
import { baseName } from '../../text/file-name';
import { newest } from '../../page/row';
import type { MeetingName, QuestionRow, RaiseRow, TaskRow } from '../../vault-index/rows';
import type { ActingState } from './acting';
import { groupedEntries, wordsOf } from './list-entry';
import { type Change, entitySummary, noteSummary } from './note-summary';
import { QuestionRowView } from './question-row';
import { RaiseRowView } from './raise-row';
import { RowFrame } from './row-frame';
import { RowList, type RowPlace } from './row-list';
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
  | { readonly is: 'raise'; readonly raise: RaiseRow }
  | { readonly is: 'change'; readonly change: Change }
);

export function NoteTab({ known, acting, onSettle }: NoteTabProps): ComponentChild {
  const { around, lingering } = acting;
  const { today } = known;
  const path = useActivePath(around);
  const summary = useMemo(() => (path === null ? null : noteSummary(known, path)), [known, path]);
  const entity = useMemo(() => (path === null || summary !== null ? null : entitySummary(known, path, lingering)), [known, path, summary, lingering]);
  const entries = useMemo(() => {
    if (entity !== null) {
      const { mine, theirs, unowned, raises, questions } = entity;
      return groupedEntries<NoteRow>([
        ['You owe', mine.map(taskRow)], [`${entity.entity.kind === PERSON ? entity.entity.name : 'Others'} ${entity.entity.kind === PERSON ? 'owes' : 'owe'}`, theirs.map(taskRow)],
        ['Needs an owner', unowned.map(taskRow)], ['Raise next', raises.map(raiseRow)], ['Unanswered', questions.map(questionRow)],
      ]);
    }
    if (summary === null || path === null) return [];
    const { unresolved, loose, lastTime, last, raises, changed } = summary;
    const stays = known.index.tasks.filter((task) => lingering.has(task.id) && !loose.includes(task) && task.sources.some((source) => source.path === path));
    const answered = known.index.questions.filter((question) => lingering.has(question.id) && !lastTime.includes(question));
    return groupedEntries<NoteRow>([
      ['Names that nobody could place', unresolved.map((name): NoteRow => ({ ...PLAIN, is: 'name', id: `name ${name.kind} ${name.name}`, name }))],
      ['Without owner or date', [...loose, ...stays].map(taskRow)],
      ['Raise next', raises.map(raiseRow)],
      ['Unanswered from before', [...lastTime, ...answered].map(questionRow)],
      [last?.date == null ? '' : `Since ${dateBeside(last.date, today)}`, changed.map((change): NoteRow => ({ ...PLAIN, is: 'change', id: `${change.is} ${change.row.id}`, change }))],
    ]);
  }, [summary, entity, path, lingering, known, today]);
  if (path === null) return <p class="throughline-empty">No note is open.</p>;
  const row = (one: NoteRow, place: RowPlace, active: boolean): ComponentChild => <NoteRowView key={one.id} row={one} place={place} active={active} known={known} acting={acting} onSettle={onSettle} />;
  const follow = (key: string): string => `task ${acting.became.get(key.replace(/^task /, '')) ?? ''}`;
  if (entity !== null) {
    const { lastMet, entity: { name } } = entity;
    return (
      <>
        <div class="throughline-note-head">
          <h2>{name}</h2>
          <Details>{lastMet === null ? <span>Not met yet</span> : <span>Last met {dateBeside(lastMet, today)}</span>}</Details>
        </div>
        <RowList label={`What is open with ${name}`} entries={entries} busy={acting.busy} follow={follow} empty="Nothing is open here." row={row} />
      </>
    );
  }
  if (summary === null) return <p class="throughline-empty">{baseName(path)} is no meeting and nobody’s page: open a meeting’s note to see what it leaves to settle, or a page to see what is open there.</p>;
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
      <RowList label="What this note leaves to settle" entries={entries} busy={acting.busy} follow={follow} empty="Nothing is left to settle here." row={row} />
    </>
  );
}

const PLAIN = { text: '', entities: [] } as const;

function taskRow(task: TaskRow): NoteRow {
  return { ...PLAIN, is: 'task', id: `task ${task.id}`, task };
}

function questionRow(question: QuestionRow): NoteRow {
  return { ...PLAIN, is: 'question', id: `question ${question.id}`, question };
}

function raiseRow(raise: RaiseRow): NoteRow {
  return { ...PLAIN, is: 'raise', id: `raise ${raise.id}`, raise };
}

interface NoteRowProps extends NoteTabProps {
  readonly row: NoteRow;
  readonly place: RowPlace;
  readonly active: boolean;
}

function NoteRowView({ row, place, active, known, acting, onSettle }: NoteRowProps): ComponentChild {
  const { around } = acting;
  switch (row.is) {
    case 'task': return <TaskRowView row={row.task} place={place} active={active} known={known} acting={acting} />;
    case 'question': return <QuestionRowView row={row.question} place={place} active={active} known={known} acting={acting} />;
    case 'raise': return <RaiseRowView row={row.raise} place={place} active={active} known={known} acting={acting} />;
    case 'name': {
      const { name, candidates } = row.name;
      return (
        <RowFrame place={place} active={active} deeds={active ? [{ words: 'Settle', key: 'Enter', onPress: () => onSettle(name) }] : []}>
          <div class="throughline-words">{name}</div>
          <Details>{candidates.length === 0 ? <span>No page has this name</span> : <span>Could be {candidates.map((one) => one.name).join(' or ')}</span>}</Details>
        </RowFrame>
      );
    }
    case 'change': {
      const { change } = row;
      const source = newest(change.row);
      return (
        <RowFrame place={place} active={active} deeds={active ? [{ words: 'Open', key: 'Enter', onPress: (newTab) => around.open(source.path, source.line, { newTab }) }] : []}>
          <div class="throughline-words">{wordsOf(change.row)}</div>
          <Details>
            <span>{change.is === 'decided' ? 'Decided' : 'Answered'}</span>
            <Sources sources={change.row.sources} today={known.today} around={around} active={active} />
          </Details>
        </RowFrame>
      );
    }
  }
}

function useActivePath(around: Around): string | null {
  const [path, setPath] = useState(around.activePath);
  useLayoutEffect(() => {
    setPath(around.activePath);
    return around.onActiveNote(() => setPath(around.activePath));
  }, [around]);
  return path;
}
