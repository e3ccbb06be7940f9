/** Pictures within a note: meetings on a line, what is open by age, who is waited on most. */
import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { meetingTimeline, timelineOfNote } from '../../page/meeting-timeline';
import { type AgeCount, isCurrentTask, type QuestionAge, type TaskAge, taskAges } from '../../page/open-ages';
import { waitedOn } from '../../page/waited-on';
import type { Entity } from '../../entity/entity';
import type { TaskRow } from '../../vault-index/rows';
import { AgeBars } from './age-bars';
import { Problems } from './block-problems';
import { aboutWords, MeetingStrip } from './meeting-strip';
import { isOwnedBy, isWaiting } from './follow-up-entries';
import { NO_QUESTION_FILTER, questionGlance } from './question-entries';
import type { BlockChoice, BlockOptions } from './queue-block';
import type { ViewHost, ViewData } from './view-store';
import { WaitingBars } from './waiting-bars';
import { words } from '../words/in-app';

const say = words.views.glance;

interface PictureProps {
  readonly known: ViewData;
  readonly around: ViewHost;
}

/** Of the person the block names, else of the one whose page or meeting it is in. */
export function TimelinePicture({
  entity,
  path,
  known,
  around,
}: PictureProps & { readonly entity: Entity | null; readonly path: string }): ComponentChild {
  const { index, rules, today } = known;
  const timeline = useMemo(
    () => (entity === null ? timelineOfNote(path, index, rules) : meetingTimeline([entity], index, rules)),
    [entity, path, index, rules],
  );
  if (timeline !== null) {
    return (
      <>
        <div class="throughline-glance-label">{aboutWords(timeline)}</div>
        <MeetingStrip timeline={timeline} today={today} here={path} around={around} />
      </>
    );
  }
  const whose = entity ?? index.registry.entityOfPage(path);
  if (whose !== null) return <p class="throughline-empty">{say.noMeetings(whose.name)}</p>;
  return index.meetingsOf.has(path) ? (
    <p class="throughline-empty">{say.noneHere}</p>
  ) : (
    <Problems sentences={[words.views.block.whose]} />
  );
}

export function WaitingPicture({
  about,
  limit,
  known,
  around,
}: PictureProps & { readonly about: string; readonly limit: number }): ComponentChild {
  const { index, rules, today } = known;
  const waited = useMemo(
    () =>
      waitedOn(
        about === '' ? index.tasks : index.tasks.filter(({ entities }) => entities.some(({ id }) => id === about)),
        rules,
      ),
    [about, index, rules],
  );
  if (!rules.meKnown) return <p class="throughline-hint">{words.views.followUps.unknownMe}</p>;
  if (waited.length === 0) return <p class="throughline-empty">{words.views.block.nobodyOwes}</p>;
  return (
    <WaitingBars
      waited={waited}
      most={limit}
      today={today}
      filters={false}
      press={({ owner: { entity } }) => {
        const page = entity?.page ?? null;
        return page === null ? null : (newTab) => around.open(page, null, { newTab });
      }}
    />
  );
}

interface AgesPictureProps {
  readonly chosen: BlockChoice;
  readonly queue: Exclude<BlockOptions['queue'], 'today'>;
  readonly known: ViewData;
  /** The rows of an age: they are shown below its bar while it is pressed. */
  readonly rows: (age: TaskAge | QuestionAge | '') => ComponentChild;
}

export function AgesPicture({ chosen: { about, owner }, queue, known, rows }: AgesPictureProps): ComponentChild {
  const { index, rules } = known;
  const [age, choose] = useState<TaskAge | QuestionAge | ''>('');
  const counts = useMemo((): readonly AgeCount<TaskAge | QuestionAge>[] => {
    if (queue === 'questions') return questionGlance(known, { ...NO_QUESTION_FILTER, about });
    const isWanted = (task: TaskRow): boolean =>
      isCurrentTask(task, rules) &&
      isOwnedBy(task, owner) &&
      (about === '' || task.entities.some(({ id }) => id === about));
    return taskAges(
      index.tasks.filter(
        (task) => isWanted(task) && (queue === 'open' || (queue === 'waiting-on') === isWaiting(task, known, owner)),
      ),
      rules,
    );
  }, [about, owner, queue, known]);
  if (age === '' && counts.every(({ count }) => count === 0))
    return (
      <p class="throughline-empty">{queue === 'questions' ? words.views.questions.none : words.views.nothingOpen}</p>
    );
  const label = queue === 'questions' ? say.asked : say.due;
  return (
    <>
      <div class="throughline-glance-label">{label}</div>
      <AgeBars label={label} counts={counts} chosen={age} onChoose={choose} />
      {age === '' ? null : rows(age)}
    </>
  );
}
