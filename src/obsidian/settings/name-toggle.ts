/** Names a toggle for people who do not see the row's name next to it. */
import type { ToggleComponent } from 'obsidian';

/**
 * The app's toggle is a box with a checkbox in it, and the keyboard and a screen reader meet the checkbox: a name on
 * the box is heard by nobody. Where there is no checkbox the box itself is named.
 */
export function nameToggle({ toggleEl }: ToggleComponent, name: string): void {
  (toggleEl.getElementsByTagName('input')[0] ?? toggleEl).setAttribute('aria-label', name);
}
