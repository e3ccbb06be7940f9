/** The open note: what is left to settle after the meeting, and what to know before the next. */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entity } from '../../entity/entity';
import { PERSON } from '../../entity/person-name';
import { baseName } from '../../text/file-name';
import { newest } from '../../page/row';
import type { MeetingName, QuestionRow, RaiseRow, TaskRow } from '../../vault-index/rows';
import { type MeetingTimeline, timelineOfNote } from '../../page/meeting-timeline';
import type { RowActions } from './use-row-actions';
import type { FollowUpFilter } from './follow-up-entries';
import { groupedEntries, type ListEntry, wordsOf } from './list-entry';
import { EntityGlance, MeetingGlance } from './note-glance';
import { type Change, type EntitySummary, entitySummary, type NoteSummary, noteSummary } from './note-summary';
import { QuestionRowView } from './question-row';
import { RaiseForm } from './raise-form';
import { RaiseRowView } from './raise-row';
import { RowFrame } from './row-frame';
import { isTyping, RowList, type RowPlace } from './row-list';
import { ActionButton, Details, entityLinks, Sources } from './row-parts';
import { StepStrip } from './step-strip';
import { TaskRowView } from './task-row';
import { TodayList } from './today-list';
import type { ViewHost, ViewData, ViewStore } from './view-store';
import { words } from '../words/in-app';

const { day, headings, note: say } = words.views;

interface NoteTabProps {
  readonly known: ViewData;
  readonly store: ViewStore;
  readonly acting: RowActions;
  /** Shows what is proposed about a name. */
  readonly onSettle: (name: string) => void;
  /** Shows some of all follow-ups. */
  readonly onFollowUps: (filter: Partial<FollowUpFilter>) => void;
}

type NoteRow = { readonly id: string; readonly text: string; readonly entities: readonly [] } & (
  | { readonly is: 'name'; readonly name: MeetingName }
  | { readonly is: 'task'; readonly task: TaskRow }
  | { readonly is: 'question'; readonly question: QuestionRow }
  | { readonly is: 'raise'; readonly raise: RaiseRow }
  | { readonly is: 'change'; readonly change: Change }
);

export function NoteTab(props: NoteTabProps): ComponentChild {
  const { known, acting } = props;
  const { around, lingering } = acting;
  const path = useActivePath(around);
  const summary = useMemo(() => (path === null ? null : noteSummary(known, path)), [known, path]);
  const entity = useMemo(
    () => (path === null || summary !== null ? null : entitySummary(known, path, lingering)),
    [known, path, summary, lingering],
  );
  const timeline = useMemo(
    () => (path === null ? null : timelineOfNote(path, known.index, known.rules)),
    [known, path],
  );
  if (path !== null && summary !== null)
    return <MeetingNote key={path} path={path} summary={summary} timeline={timeline} {...props} />;
  if (entity !== null) return <EntityNote key={path} summary={entity} timeline={timeline} {...props} />;
  return (
    <>
      <TodayList known={known} acting={acting} />
      <p class="throughline-foot">
        {path === null ? words.views.note.none : words.views.note.noMeeting(baseName(path))}
      </p>
    </>
  );
}

/** What is between the two of us, or open about a project. */
function EntityNote({
  summary,
  timeline,
  known,
  acting,
  onSettle,
  onFollowUps,
}: NoteTabProps & { readonly timeline: MeetingTimeline | null; readonly summary: EntitySummary }): ComponentChild {
  const { today } = known;
  const { entity, lastMet } = summary;
  const entries = useMemo(() => {
    const { mine, theirs, unowned, raises, questions } = summary;
    return groupedEntries<NoteRow>([
      [headings.youOwe, mine.map(taskRow)],
      [entity.kind === PERSON ? headings.owes(entity.name) : headings.othersOwe, theirs.map(taskRow)],
      [headings.needsOwner, unowned.map(taskRow)],
      [headings.raiseNext, raises.map(raiseRow)],
      [headings.unanswered, questions.map(questionRow)],
    ]);
  }, [summary, entity]);
  return (
    <NoteHead
      title={entity.name}
      raisesWith={[entity]}
      acting={acting}
      details={[lastMet === null ? <span>{say.notMet}</span> : <span>{say.lastMet(day(lastMet, today))}</span>]}
    >
      <EntityGlance
        summary={summary}
        timeline={timeline}
        known={known}
        around={acting.around}
        onAge={(age) => onFollowUps({ about: entity.id, age })}
      />
      <NoteRows
        label={say.openWith(entity.name)}
        empty={say.nothingHere}
        entries={entries}
        known={known}
        acting={acting}
        onSettle={onSettle}
      />
    </NoteHead>
  );
}

/** Step by step, or as a list of all. */
function MeetingNote({
  path,
  summary,
  timeline,
  known,
  store,
  acting,
  onSettle,
}: NoteTabProps & {
  readonly path: string;
  readonly timeline: MeetingTimeline | null;
  readonly summary: NoteSummary;
}): ComponentChild {
  const { lingering, around } = acting;
  const { today } = known;
  const [showsAll, showAll] = useState(false);
  const {
    meetings: [first],
    entities,
    last,
  } = summary;
  const people = entities.filter(({ kind }) => kind === PERSON);
  const entries = useMemo(() => {
    const { unresolved, loose, lastTime, raises, changed } = summary;
    const stays = known.index.tasks.filter(
      (task) => lingering.has(task.id) && !loose.includes(task) && task.sources.some((source) => source.path === path),
    );
    const answered = known.index.questions.filter(
      (question) => lingering.has(question.id) && !lastTime.includes(question),
    );
    return groupedEntries<NoteRow>([
      [
        headings.names,
        unresolved.map((name): NoteRow => ({ ...PLAIN, is: 'name', id: `name ${name.kind} ${name.name}`, name })),
      ],
      [headings.loose, [...loose, ...stays].map(taskRow)],
      [headings.raiseNext, raises.map(raiseRow)],
      [headings.fromBefore, [...lastTime, ...answered].map(questionRow)],
      [
        last?.date == null ? '' : headings.since(day(last.date, today)),
        changed.map((change): NoteRow => ({ ...PLAIN, is: 'change', id: `${change.is} ${change.row.id}`, change })),
      ],
    ]);
  }, [summary, path, lingering, known, today, last]);
  return (
    <NoteHead
      title={first?.title ?? baseName(path)}
      raisesWith={showsAll ? people : []}
      acting={acting}
      onShowAll={() => showAll(!showsAll)}
      showsAll={showsAll}
      details={[
        first?.date == null ? <span>{say.noDate}</span> : <span>{words.views.weekday(first.date)}</span>,
        ...entityLinks(entities, { around, active: true }),
        last?.date == null ? <span>{say.firstTime}</span> : <span>{say.lastTime(day(last.date, today))}</span>,
      ]}
    >
      {timeline === null ? null : <MeetingGlance path={path} timeline={timeline} known={known} around={around} />}
      {showsAll ? (
        <NoteRows
          label={say.settle}
          empty={say.settled}
          entries={entries}
          known={known}
          acting={acting}
          onSettle={onSettle}
        />
      ) : (
        <StepStrip
          path={path}
          summary={summary}
          people={people}
          known={known}
          store={store}
          acting={acting}
          onSettle={onSettle}
        />
      )}
    </NoteHead>
  );
}

interface NoteHeadProps {
  readonly title: string;
  readonly details: readonly ComponentChild[];
  /** Who something may be raised with; none where that is not offered here. */
  readonly raisesWith: readonly Entity[];
  readonly acting: RowActions;
  readonly showsAll?: boolean;
  /** Goes from the steps to the list, and back. */
  readonly onShowAll?: () => void;
  readonly children: ComponentChild;
}

function NoteHead({
  title,
  details,
  raisesWith,
  acting,
  showsAll = false,
  onShowAll,
  children,
}: NoteHeadProps): ComponentChild {
  const [raises, raise] = useState(false);
  const tabEl = useRef<HTMLDivElement>(null);
  const [only, ...others] = raisesWith;
  /** After a form or another list the keyboard is on the rows. */
  const focusRows = (): void =>
    (
      tabEl.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]') ??
      tabEl.current?.querySelector<HTMLElement>('.throughline-empty')
    )?.focus();
  const switched = useRef(showsAll);
  useLayoutEffect(() => {
    if (switched.current !== showsAll) focusRows();
    switched.current = showsAll;
  }, [showsAll]);
  return (
    <div
      class="throughline-note-tab"
      ref={tabEl}
      onKeyDown={(event) => {
        if (
          event.defaultPrevented ||
          event.isComposing ||
          isTyping(event.target) ||
          event.altKey ||
          event.ctrlKey ||
          event.metaKey
        )
          return;
        const key = event.key.toLowerCase();
        if (key === 'r' && only !== undefined) raise(true);
        else if (key === 'l' && onShowAll !== undefined) onShowAll();
        else return;
        event.preventDefault();
      }}
    >
      <div class="throughline-note-head">
        <h2>{title}</h2>
        <Details>{details}</Details>
        <div class="throughline-actions">
          {onShowAll === undefined ? null : (
            <ActionButton words={showsAll ? say.steps : say.list} hint="L" keys="l" onPress={onShowAll} />
          )}
          {only === undefined ? null : (
            <ActionButton
              words={others.length === 0 ? say.raiseWith(only.name) : say.raise}
              hint="R"
              keys="r"
              pressed={raises}
              onPress={() => raise(!raises)}
            />
          )}
        </div>
        {raises ? (
          <RaiseForm
            among={raisesWith}
            onRaise={(entity, said) => void acting.raise(entity, said)}
            onLeave={() => {
              raise(false);
              focusRows();
            }}
          />
        ) : null}
      </div>
      {children}
    </div>
  );
}

interface NoteRowsProps extends Pick<NoteTabProps, 'known' | 'acting' | 'onSettle'> {
  readonly label: string;
  readonly empty: string;
  readonly entries: readonly ListEntry<NoteRow>[];
}

function NoteRows({ label, empty, entries, known, acting, onSettle }: NoteRowsProps): ComponentChild {
  return (
    <RowList
      label={label}
      entries={entries}
      busy={acting.busy}
      empty={empty}
      follow={(key) => `task ${acting.became.get(key.replace(/^task /, '')) ?? ''}`}
      row={(one, place, active) => (
        <NoteRowView
          key={one.id}
          row={one}
          place={place}
          active={active}
          known={known}
          acting={acting}
          onSettle={onSettle}
        />
      )}
    />
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

interface NoteRowProps extends Pick<NoteTabProps, 'known' | 'acting' | 'onSettle'> {
  readonly row: NoteRow;
  readonly place: RowPlace;
  readonly active: boolean;
}

function NoteRowView({ row, place, active, known, acting, onSettle }: NoteRowProps): ComponentChild {
  const { around } = acting;
  switch (row.is) {
    case 'task':
      return <TaskRowView row={row.task} place={place} active={active} known={known} acting={acting} />;
    case 'question':
      return <QuestionRowView row={row.question} place={place} active={active} known={known} acting={acting} />;
    case 'raise':
      return <RaiseRowView row={row.raise} place={place} active={active} known={known} acting={acting} />;
    case 'name': {
      const { name, candidates } = row.name;
      return (
        <RowFrame
          place={place}
          active={active}
          deeds={
            active
              ? [
                  {
                    words: words.views.deeds.settle,
                    key: 'Enter',
                    onPress: () => onSettle(name),
                  },
                ]
              : []
          }
        >
          <div class="throughline-words">{name}</div>
          <Details>
            {candidates.length === 0 ? (
              <span>{words.views.row.noPage}</span>
            ) : (
              <span>{words.views.row.couldBe(words.views.or(candidates.map((one) => one.name)))}</span>
            )}
          </Details>
        </RowFrame>
      );
    }
    case 'change': {
      const { change } = row;
      const source = newest(change.row);
      return (
        <RowFrame
          place={place}
          active={active}
          deeds={
            active
              ? [
                  {
                    words: words.views.deeds.open,
                    key: 'Enter',
                    onPress: (newTab) => around.open(source.path, source.line, { newTab }),
                  },
                ]
              : []
          }
        >
          <div class="throughline-words">{wordsOf(change.row)}</div>
          <Details>
            <span>{words.views.row[change.is]}</span>
            <Sources sources={change.row.sources} today={known.today} around={around} active={active} />
          </Details>
        </RowFrame>
      );
    }
  }
}

function useActivePath(around: ViewHost): string | null {
  const [path, setPath] = useState(around.activePath);
  useLayoutEffect(() => {
    setPath(around.activePath);
    return around.onActiveNote(() => setPath(around.activePath));
  }, [around]);
  return path;
}
