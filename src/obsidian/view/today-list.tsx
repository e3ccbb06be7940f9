/** Today's meetings, each in three lines: what to know before it, what came of it after it. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { type TodaysMeeting, todaysMeetings } from '../../page/today';
import type { Acting } from './use-row-actions';
import type { ListEntry } from './list-entry';
import { RowFrame } from './row-frame';
import { RowList, type RowPlace } from './row-list';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';

interface TodayListProps {
  readonly known: ViewData;
  readonly acting: Acting;
  /** Rows at most; all where it is absent. */
  readonly limit?: number;
  /** Within a note there is no list to scroll. */
  readonly whole?: boolean;
}

export function TodayList({ known, acting, limit = Infinity, whole = false }: TodayListProps): ComponentChild {
  const meetings = useMemo(() => todaysMeetings(known.index, { rules: known.rules, links: known.rows.links }), [known]);
  const entries = useMemo(
    (): readonly ListEntry<TodaysMeeting>[] =>
      meetings.length === 0
        ? []
        : [
            { is: 'heading', key: '# today', text: words.views.weekday(known.today), count: meetings.length },
            ...meetings
              .slice(0, limit)
              .map((row): ListEntry<TodaysMeeting> => ({ is: 'row', key: row.meeting.id, row })),
          ],
    [meetings, limit, known.today],
  );
  return (
    <>
      <RowList
        whole={whole}
        label={words.views.today.label}
        entries={entries}
        empty={words.views.today.none}
        row={(one, place, active) => (
          <TodayRow key={one.meeting.id} one={one} place={place} active={active} acting={acting} />
        )}
      />
      {meetings.length > limit ? (
        <p class="throughline-foot">{words.views.inSideView(meetings.length - limit)}</p>
      ) : null}
    </>
  );
}

function TodayRow({
  one: { meeting, path, line, lines },
  place,
  active,
  acting: { around },
}: {
  readonly one: TodaysMeeting;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly acting: Acting;
}): ComponentChild {
  return (
    <RowFrame
      place={place}
      active={active}
      cls="mod-today"
      deeds={
        !active
          ? []
          : [
              {
                words: words.views.deeds.open,
                key: 'Enter',
                onPress: (newTab) => around.open(path, line > 1 ? line : null, { newTab }),
              },
              {
                words: words.views.deeds.brief,
                key: 'b',
                onPress: () => around.brief(path),
              },
            ]
      }
    >
      <div class="throughline-words">
        {meeting.time === null ? null : <span class="throughline-time">{meeting.time}</span>}
        {meeting.title}
      </div>
      {lines.map((said) => (
        <p class="throughline-why" key={said}>
          {said}
        </p>
      ))}
    </RowFrame>
  );
}
