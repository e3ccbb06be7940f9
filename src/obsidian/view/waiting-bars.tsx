/**
 * Who is waited on most: a name, a bar, how much and since when.
 *
 *     Dana Fox  ▇▇▇▇▇▇▇▇  3 · 20 days
 *     Bo Kim    ▇▇▇       1 · 14 days
 */
import type { ComponentChild } from 'preact';
import { type CalendarDate, daysBetween } from '../../text/calendar-date';
import type { WaitedOn } from '../../page/waited-on';
import { useRovingTabIndex } from './roving-tab-index';
import { words } from '../words/in-app';

interface WaitingBarsProps {
  readonly waited: readonly WaitedOn[];
  /** So many of them at most, and the chosen one. */
  readonly most: number;
  readonly today: CalendarDate;
  /** An owner's id; '' for none. */
  readonly chosen?: string;
  /** What pressing one does; where nothing can be done with one, its line is no button. */
  readonly press: (one: WaitedOn) => ((newTab: boolean) => void) | null;
  /** Pressing shows rows alone, and shows all again: not so where it opens a page. */
  readonly filters: boolean;
}

const say = words.views.glance;

export function WaitingBars({ waited, most, today, chosen = '', press, filters }: WaitingBarsProps): ComponentChild {
  const shown = waited.filter(({ id }, at) => at < most || id === chosen);
  const walk = useRovingTabIndex(
    shown.filter((one) => press(one) !== null).map(({ id }) => id),
    { first: chosen, down: true },
  );
  const top = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <div class="throughline-waited">
      <div class="throughline-glance-label">
        <span>{say.waitingOn}</span>
        {shown.length < waited.length ? (
          <span class="throughline-note">{say.some(shown.length, waited.length)}</span>
        ) : null}
      </div>
      <div
        class="throughline-waited-bars"
        role="toolbar"
        aria-orientation="vertical"
        aria-label={say.waitingOn}
        ref={walk.el}
        onKeyDown={walk.onKeyDown}
      >
        {shown.map((one) => {
          const { id, owner, count, late, since } = one;
          const days = since === null ? null : Math.max(0, daysBetween(since, today));
          const line = [
            <span key="spoken" class="throughline-spoken">
              {say.owes(owner.name, count, days, late)}
            </span>,
            <span key="name" class="throughline-waited-name" aria-hidden="true">
              {owner.name}
            </span>,
            <span key="bar" class="throughline-waited-track">
              <span class="throughline-bar mod-waited" style={{ '--throughline-share': String(count / top) }} />
            </span>,
            <span key="count" class="throughline-note" aria-hidden="true">
              {say.owed(count, days)}
            </span>,
          ];
          const onPress = press(one);
          return onPress === null ? (
            <div key={id} class="throughline-waited-line">
              {line}
            </div>
          ) : (
            <button
              type="button"
              key={id}
              {...walk.step(id)}
              class="throughline-waited-line"
              {...(filters ? { 'aria-pressed': id === chosen } : {})}
              onClick={(event) => onPress(event.ctrlKey || event.metaKey)}
            >
              {line}
            </button>
          );
        })}
      </div>
    </div>
  );
}
