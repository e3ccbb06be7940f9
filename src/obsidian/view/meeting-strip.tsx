/**
 * Meetings on a line: a mark each, the taller the more it left open, hollow where that is nothing, and today between
 * what was and what is to come. A mark opens its meeting's note; read out, they are the list of dates.
 */
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type CalendarDate, daysBetween } from '../../text/calendar-date';
import type { MeetingTimeline, TimelineMeeting } from '../../page/meeting-timeline';
import { stripPlaces } from './strip-places';
import type { ViewHost } from './view-store';
import { useRovingTabIndex } from './roving-tab-index';
import { words } from '../words/in-app';

interface MeetingStripProps {
  readonly timeline: MeetingTimeline;
  readonly today: CalendarDate;
  /** The note it is shown for, whose own mark says so. */
  readonly here: string | null;
  readonly around: ViewHost;
}

const say = words.views.glance;

/** Taller it says no more. */
const MOST_OPEN = 8;

export function MeetingStrip({ timeline, today, here, around }: MeetingStripProps): ComponentChild {
  const { marks, today: now, months } = stripPlaces(timeline, today);
  const [shown, show] = useState<string | null>(null);
  const finger = useRef<{ readonly touches: boolean; readonly shown: string | null }>({ touches: false, shown: null });
  const links = marks.filter(({ meeting }) => meeting.place !== null);
  const lastPast = links.filter(({ meeting }) => meeting.date <= today).pop();
  const walk = useRovingTabIndex(
    links.map(({ meeting }) => meeting.id),
    { first: lastPast?.meeting.id },
  );
  const one = marks.find(({ meeting }) => meeting.id === shown)?.meeting;
  const open = ({ place }: TimelineMeeting, newTab: boolean): void => {
    // A meeting of its own note begins with it; in a daily note it is a place further down.
    if (place !== null) around.open(place.path, place.line > 1 ? place.line : null, { newTab });
  };
  /** A finger cannot point without pressing: the first tap says which meeting it is, the second opens it. */
  const onTap = (event: MouseEvent, meeting: TimelineMeeting): void => {
    const { touches, shown: before } = finger.current;
    if (touches && event.detail > 0 && before !== meeting.id) show(meeting.id);
    else open(meeting, event.ctrlKey || event.metaKey);
  };
  const nearest = (event: MouseEvent): void => {
    const strip = event.currentTarget as HTMLElement;
    if (!finger.current.touches || event.target !== strip) return;
    const { left, right, width } = strip.getBoundingClientRect();
    const isRtl = strip.win.getComputedStyle(strip).direction === 'rtl';
    const at = (isRtl ? right - event.clientX : event.clientX - left) / width;
    const [closest] = [...marks].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
    if (closest !== undefined) show(closest.meeting.id);
  };
  return (
    <div class="throughline-timeline">
      <div
        role="toolbar"
        aria-label={aboutWords(timeline)}
        ref={walk.el}
        onKeyDown={(event) => {
          finger.current = { touches: false, shown };
          walk.onKeyDown(event);
        }}
      >
        <ul
          class="throughline-strip"
          role="list"
          onClick={nearest}
          onPointerDown={(event) => {
            finger.current = { touches: event.pointerType === 'touch', shown };
          }}
          onPointerLeave={(event) => {
            if (event.pointerType === 'mouse') show(null);
          }}
          onFocusOut={() => {
            // Of a finger it stays: what it says is pressed next.
            if (!finger.current.touches) show(null);
          }}
        >
          {marks.map(({ meeting, at }) => {
            const isHere = here !== null && meeting.place?.path === here;
            const inside = (
              <span
                class={`throughline-mark${meeting.open === 0 ? ' mod-none' : ''}${meeting.date > today ? ' mod-ahead' : ''}`}
                style={{ '--throughline-share': String(Math.min(meeting.open, MOST_OPEN) / MOST_OPEN) }}
              />
            );
            const point = (event: PointerEvent): void => {
              if (event.pointerType === 'mouse') show(meeting.id);
            };
            return (
              <li
                key={meeting.id}
                class={isHere ? 'throughline-meeting is-here' : 'throughline-meeting'}
                style={{ '--throughline-at': percent(at) }}
                onPointerEnter={point}
              >
                {meeting.place === null ? (
                  <span role="img" aria-label={meetingWords(meeting, today)}>
                    {inside}
                  </span>
                ) : (
                  <button
                    type="button"
                    {...walk.step(meeting.id)}
                    aria-label={meetingWords(meeting, today)}
                    aria-current={isHere ? 'true' : undefined}
                    onFocus={() => show(meeting.id)}
                    onClick={(event) => onTap(event, meeting)}
                    onKeyDown={(event) => {
                      // A button is not pressed by this.
                      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                      event.preventDefault();
                      open(meeting, true);
                    }}
                    onMouseOver={(event) => {
                      if (meeting.place !== null && !meeting.private)
                        around.preview(event, meeting.place.path, meeting.place.line);
                    }}
                  >
                    {inside}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <div class="throughline-axis" aria-hidden="true">
        <span class="throughline-now" style={{ '--throughline-at': percent(now) }} />
        <span class="throughline-now-name" style={{ '--throughline-at': percent(now) }}>
          {say.today}
        </span>
        {months.map(({ date, at }) => (
          <span key={date} class="throughline-month" style={{ '--throughline-at': percent(at) }}>
            {date.slice(5, 7) === '01' ? date.slice(0, 4) : say.month(date)}
          </span>
        ))}
      </div>
      {/* Both stand in one place, so that nothing moves while one points along the line. */}
      <div class="throughline-timeline-said">
        <p class={one === undefined ? 'throughline-gap' : 'throughline-gap is-covered'}>
          {gapWords(timeline, today)}
          {timeline.earlier === 0 ? null : <span class="throughline-spoken"> {say.earlier(timeline.earlier)}</span>}
        </p>
        {one === undefined ? null : one.place === null ? (
          <p aria-hidden="true">{meetingWords(one, today)}</p>
        ) : (
          <button
            type="button"
            class="throughline-link"
            tabIndex={-1}
            aria-hidden="true"
            onClick={(event) => open(one, event.ctrlKey || event.metaKey)}
          >
            {meetingWords(one, today)}
          </button>
        )}
      </div>
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function isOfPeople({ about }: MeetingTimeline): boolean {
  return about.every(({ kind }) => kind === 'person');
}

/** `Meetings with Dana Fox`. */
export function aboutWords(timeline: MeetingTimeline): string {
  const names = timeline.about.map(({ name }) => name).join(', ');
  return isOfPeople(timeline) ? say.meetingsWith(names) : say.meetingsAbout(names);
}

/** `Last met 3 weeks ago, usually every 2 weeks · next 4 Nov`. */
export function gapWords(timeline: MeetingTimeline, today: CalendarDate): string {
  const { last, next, usual } = timeline;
  const met = isOfPeople(timeline) ? say.met : say.discussed;
  const gap =
    last === null
      ? words.views.note.notMet
      : [met(say.ago(daysBetween(last, today))), ...(usual === null ? [] : [say.usually(say.every(usual))])].join(', ');
  return next === null ? gap : `${gap} · ${say.next(words.views.day(next, today))}`;
}

/** `28 Oct · Dana weekly · 2 still open`. */
function meetingWords({ date, title, place, private: isPrivate, open }: TimelineMeeting, today: CalendarDate): string {
  const day = words.views.day(date, today);
  if (place === null) return `${day} · ${say.named}`;
  if (isPrivate) return `${day} · ${say.private}`;
  const name = (title ?? '').replace(/^\d{4}-\d{2}-\d{2}[\s_-]*/, '');
  return [day, name, ...(date > today ? [] : [say.stillOpen(open)])].filter((part) => part !== '').join(' · ');
}
