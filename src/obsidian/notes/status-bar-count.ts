/** How many of my follow-ups are late or due today, in the status bar. Phones have none: there this is never made. */
import { dueBucket } from '../../page/follow-ups-page';
import { isCurrentTask } from '../../page/open-ages';
import { pageRules } from '../../edit/page-rules';
import type { Settings } from '../../settings/settings';
import type { KnownIndex } from '../vault/live-store';
import { words } from '../words/in-app';

/** `2 late, 1 today`; null where nothing is. */
export function followUpCount({ index, noteRules, today }: KnownIndex, settings: Settings): string | null {
  const rules = pageRules(settings, noteRules, today);
  const mine = index.tasks.filter((task) => task.mine && isCurrentTask(task, rules));
  const count = (bucket: 'late' | 'today'): number => mine.filter(({ due }) => dueBucket(due, today) === bucket).length;
  const parts = (['late', 'today'] as const).flatMap((bucket) =>
    count(bucket) === 0 ? [] : [words.count[bucket](count(bucket))],
  );
  return parts.length === 0 ? null : parts.join(', ');
}

export class StatusBarCount {
  constructor(
    private readonly el: HTMLElement,
    openPage: () => void,
  ) {
    el.addClass('mod-clickable');
    // English in an app that is set from right to left stays English.
    el.setAttribute('dir', 'auto');
    el.setAttribute('role', 'button');
    el.setAttribute('tabindex', '0');
    el.addEventListener('click', openPage);
    el.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === ' ') openPage();
    });
    this.show(null);
  }

  show(count: string | null): void {
    this.el.toggle(count !== null);
    this.el.setText(count ?? '');
    this.el.setAttribute('aria-label', words.count.label(count));
  }

  detach(): void {
    this.el.detach();
  }
}
