/**
 * How much is open, by how late or how old it is: a bar each, from what has waited longest to what has time. Each is a
 * button that shows its rows and, pressed again, all.
 *
 *       4    ▇2   1    2    3    ▇6   1
 *     > 30  7–30 < 7  Today This Later No
 *       days late           week       date
 */
import type { ComponentChild } from 'preact';
import type { AgeCount, QuestionAge, TaskAge } from '../../page/open-ages';
import { useRovingTabIndex } from './roving-tab-index';
import { words } from '../words/in-app';

type Age = TaskAge | QuestionAge;

interface AgeBarsProps<A extends Age> {
  readonly label: string;
  readonly counts: readonly AgeCount<A>[];
  /** The one whose rows are shown alone; '' for none. */
  readonly chosen: A | '';
  /** '' takes the choice back. */
  readonly onChoose: (age: A | '') => void;
  /** What pressing one does is shown somewhere else: none stays pressed. */
  readonly leadsAway?: boolean;
}

const say = words.views.glance;

/** Rows of a full bar, at least. */
const LEAST = 4;

export function AgeBars<A extends Age>({
  label,
  counts,
  chosen,
  onChoose,
  leadsAway = false,
}: AgeBarsProps<A>): ComponentChild {
  // One or two are no tower.
  const most = Math.max(LEAST, ...counts.map(({ count }) => count));
  const walk = useRovingTabIndex(
    counts.filter(({ age, count }) => count > 0 || age === chosen).map(({ age }) => age),
    { first: chosen },
  );
  const bar = ({ age, count }: AgeCount<A>): ComponentChild => (
    <button
      type="button"
      key={age}
      {...walk.step(age)}
      class={`throughline-age mod-${age}`}
      disabled={count === 0 && age !== chosen}
      {...(leadsAway ? {} : { 'aria-pressed': age === chosen })}
      style={{ '--throughline-share': String(count / most) }}
      onClick={() => onChoose(age === chosen ? '' : age)}
    >
      <span class="throughline-spoken">{say.bar(say.long[age], count)}</span>
      <span class="throughline-age-count" aria-hidden="true">
        {count === 0 ? '' : count}
      </span>
      <span class={count === 0 ? 'throughline-bar mod-none' : 'throughline-bar'} />
      <span class="throughline-age-name" aria-hidden="true">
        {say.short[age]}
      </span>
    </button>
  );
  const isTimed = ({ age }: AgeCount<A>): boolean => /^(?:late|old)-/.test(age);
  const timed = counts.filter(isTimed);
  return (
    <div class="throughline-ages" role="toolbar" aria-label={label} ref={walk.el} onKeyDown={walk.onKeyDown}>
      <div class="throughline-ages-timed">
        <div class="throughline-ages-bars">{timed.map(bar)}</div>
        <div class="throughline-ages-unit" aria-hidden="true">
          {timed.some(({ age }) => age === 'late-day') ? say.daysLate : say.daysOld}
        </div>
      </div>
      {counts.filter((one) => !isTimed(one)).map(bar)}
    </div>
  );
}
