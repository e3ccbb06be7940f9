/**
 * A queue within a note: the same live rows, few of them, or a picture of them, with what came of the last act below.
 */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Registry } from '../../entity/registry';
import { ownersCalled } from '../../vault-index/owners-called';
import { ownerId } from '../../page/waited-on';
import type { QuestionAge, TaskAge } from '../../page/open-ages';
import type { QuestionRow, TaskRow } from '../../vault-index/rows';
import { useRowActions } from './use-row-actions';
import { AgesPicture, TimelinePicture, WaitingPicture } from './block-pictures';
import { Problems } from './block-problems';
import { followUpEntries, isWaiting, NO_FILTER } from './follow-up-entries';
import type { ListEntry } from './list-entry';
import { type BlockChoice, type BlockOptions, entityNamed, readBlock } from './queue-block';
import { NO_QUESTION_FILTER, questionEntries } from './question-entries';
import { QuestionRowView } from './question-row';
import { RowList } from './row-list';
import { SaidStrip } from './said-strip';
import { TaskRowView } from './task-row';
import { TodayList } from './today-list';
import { undoKey } from './undo-key';
import type { ViewHost, ViewData, ViewStore } from './view-store';
import { words } from '../words/in-app';
import { useStore } from './use-store';

interface BlockProps {
  readonly source: string;
  /** The note it is in. */
  readonly path: string;
  readonly store: ViewStore;
  readonly around: ViewHost;
}

export function QueueBlock({ source, path, store, around }: BlockProps): ComponentChild {
  useStore(store);
  const acting = useRowActions(store, around);
  const { options, problems } = useMemo(() => readBlock(source), [source]);
  const { known, trouble } = store;
  if (problems.length > 0) return <Problems sentences={problems} />;
  if (trouble !== null) return <Problems sentences={[trouble]} />;
  if (known === null)
    return (
      <p class="throughline-note" role="status">
        {words.views.reading}
      </p>
    );
  return (
    <div class="throughline-block" onKeyDown={undoKey(acting)}>
      <Rows options={options} path={path} known={known} acting={acting} />
      <SaidStrip acting={acting} />
    </div>
  );
}

function Rows({
  options,
  path,
  known,
  acting,
}: {
  readonly options: BlockOptions;
  readonly path: string;
  readonly known: ViewData;
  readonly acting: ReturnType<typeof useRowActions>;
}): ComponentChild {
  return options.queue === 'today' ? (
    <TodayList whole limit={options.limit} known={known} acting={acting} />
  ) : (
    <Chosen options={options} queue={options.queue} path={path} known={known} acting={acting} />
  );
}

type RowsQueue = Exclude<BlockOptions['queue'], 'today'>;

interface ChosenProps {
  readonly options: BlockOptions;
  readonly queue: RowsQueue;
  readonly path: string;
  readonly known: ViewData;
  readonly acting: ReturnType<typeof useRowActions>;
}

function Chosen({ options, queue, path, known, acting }: ChosenProps): ComponentChild {
  const chosen = useMemo((): BlockChoice | { readonly problem: string } => {
    const { registry } = known.index;
    const entity = options.entity === null ? null : entityNamed(options.entity, registry, path, 'entity');
    const owner = ownerWanted(options.owner, registry, path, known);
    if (typeof entity === 'string') return { problem: entity };
    if (typeof owner !== 'string') return owner;
    return { entity, about: entity?.id ?? '', owner };
  }, [known, options, path]);
  if ('problem' in chosen) return <Problems sentences={[chosen.problem]} />;
  const { limit, show } = options;
  if (show === 'timeline')
    return <TimelinePicture entity={chosen.entity} path={path} known={known} around={acting.around} />;
  if (show === 'waiting')
    return <WaitingPicture about={chosen.about} limit={limit} known={known} around={acting.around} />;
  const rows = (age: TaskAge | QuestionAge | ''): ComponentChild => (
    <QueueRows key={age} chosen={chosen} age={age} queue={queue} limit={limit} known={known} acting={acting} />
  );
  return show === 'age' ? <AgesPicture chosen={chosen} queue={queue} known={known} rows={rows} /> : rows('');
}

interface QueueRowsProps {
  readonly chosen: BlockChoice;
  readonly age: TaskAge | QuestionAge | '';
  readonly queue: RowsQueue;
  readonly limit: number;
  readonly known: ViewData;
  readonly acting: ReturnType<typeof useRowActions>;
}

function QueueRows({ chosen: { about, owner }, age, queue, limit, known, acting }: QueueRowsProps): ComponentChild {
  const { lingering } = acting;
  const entries = useMemo((): readonly ListEntry<TaskRow | QuestionRow>[] => {
    if (queue === 'questions')
      return questionEntries(known, { ...NO_QUESTION_FILTER, about, age: age as QuestionAge | '' }, lingering);
    const all = followUpEntries(known, { ...NO_FILTER, about, owner, age: age as TaskAge | '' }, lingering);
    return withoutEmptyHeadings(
      all.filter(
        (entry) =>
          entry.is === 'heading' || queue === 'open' || (queue === 'waiting-on') === isWaiting(entry.row, known, owner),
      ),
    );
  }, [about, owner, age, known, queue, lingering]);
  const rows = entries.filter(({ is }) => is === 'row').length;
  const shown = firstRows(entries, limit);
  return (
    <>
      <RowList
        whole
        label={LABELS[queue]}
        entries={shown}
        busy={acting.busy}
        follow={(key) => acting.became.get(key)}
        empty={EMPTY[queue]}
        row={(row, place, active) =>
          'state' in row ? (
            <QuestionRowView key={row.id} row={row} place={place} active={active} known={known} acting={acting} />
          ) : (
            <TaskRowView key={row.id} row={row} place={place} active={active} known={known} acting={acting} />
          )
        }
      />
      {rows > limit ? <p class="throughline-foot">{words.views.inSideView(rows - limit)}</p> : null}
    </>
  );
}

const LABELS = {
  open: words.views.followUps.label,
  'follow-ups': words.views.followUps.label,
  'waiting-on': words.views.block.waitingOn,
  questions: words.views.block.questions,
};
const EMPTY = {
  open: words.views.nothingOpen,
  'follow-ups': words.views.nothingOpen,
  'waiting-on': words.views.block.nobodyOwes,
  questions: words.views.questions.none,
};

/** As the filter of follow-ups names an owner; '' for anybody. */
function ownerWanted(
  written: string | null,
  registry: Registry,
  path: string,
  { index }: ViewData,
): string | { readonly problem: string } {
  if (written === null) return '';
  const word = written.toLowerCase();
  if (word === 'me' || word === 'nobody') return word;
  const entity = entityNamed(written, registry, path, 'owner');
  if (typeof entity !== 'string') return entity.id;
  const [owner, ...others] = ownersCalled(index.tasks, written);
  if (owner === undefined) return { problem: entity };
  return others.length > 0
    ? { problem: words.views.block.severalOwners(written, words.views.or([owner, ...others])) }
    : ownerId({ entity: null, me: false, name: owner });
}

function withoutEmptyHeadings<R>(entries: readonly ListEntry<R>[]): ListEntry<R>[] {
  const kept: ListEntry<R>[] = [];
  for (const [at, entry] of entries.entries()) {
    if (entry.is === 'row') kept.push(entry);
    else {
      const end = entries.findIndex((other, index) => index > at && other.is === 'heading');
      const count = (end < 0 ? entries.length : end) - at - 1;
      if (count > 0) kept.push({ ...entry, count });
    }
  }
  return kept;
}

/** The first rows with the headings above them. */
function firstRows<R>(entries: readonly ListEntry<R>[], limit: number): ListEntry<R>[] {
  const shown: ListEntry<R>[] = [];
  let rows = 0;
  for (const entry of entries) {
    if (rows === limit) break;
    shown.push(entry);
    if (entry.is === 'row') rows += 1;
  }
  return shown;
}
