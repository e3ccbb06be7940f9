/** What the open note shows at a glance: the meetings of those it is about, and how late is what is open with them. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MeetingTimeline } from '../../page/meeting-timeline';
import { type TaskAge, taskAges } from '../../page/open-ages';
import { AgeBars } from './age-bars';
import { Glance } from './glance';
import { aboutWords, gapWords, MeetingStrip } from './meeting-strip';
import type { EntitySummary } from './note-summary';
import type { ViewHost, ViewData } from './view-store';
import { words } from '../words/in-app';

interface NoteGlanceProps {
  readonly known: ViewData;
  readonly around: ViewHost;
}

interface EntityGlanceProps extends NoteGlanceProps {
  readonly summary: EntitySummary;
  readonly timeline: MeetingTimeline | null;
  /** Shows the rows of that age, among all follow-ups. */
  readonly onAge: (age: TaskAge | '') => void;
}

export function EntityGlance({ summary, timeline, known, around, onAge }: EntityGlanceProps): ComponentChild {
  const { mine, theirs, unowned } = summary;
  const ages = useMemo(() => taskAges([...mine, ...theirs, ...unowned], known.rules), [summary, known]);
  const isOpen = ages.some(({ count }) => count > 0);
  if (timeline === null && !isOpen) return null;
  return (
    <Glance what="note" around={around} summary={timeline === null ? [] : [gapWords(timeline, known.today)]}>
      {timeline === null ? null : <MeetingStrip timeline={timeline} today={known.today} here={null} around={around} />}
      {isOpen ? <AgeBars leadsAway label={words.views.glance.due} counts={ages} chosen="" onChoose={onAge} /> : null}
    </Glance>
  );
}

/** A meeting's note may be about some of those who were there: whose meetings these are is above them. */
export function MeetingGlance({
  path,
  timeline,
  known,
  around,
}: NoteGlanceProps & { readonly path: string; readonly timeline: MeetingTimeline }): ComponentChild {
  return (
    <Glance what="note" around={around} summary={[gapWords(timeline, known.today)]}>
      <div class="throughline-glance-label">{aboutWords(timeline)}</div>
      <MeetingStrip timeline={timeline} today={known.today} here={path} around={around} />
    </Glance>
  );
}
