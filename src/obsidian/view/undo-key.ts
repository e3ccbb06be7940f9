/** `Z` within what is drawn into a note takes back what was done there; the note's own keys are not asked. */
import type { RowActions } from './use-row-actions';
import { isTyping } from './row-list';

export function undoKey({ undo }: Pick<RowActions, 'undo'>): (event: KeyboardEvent) => void {
  return (event) => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      event.key.toLowerCase() !== 'z' ||
      event.shiftKey ||
      event.altKey ||
      isTyping(event.target)
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    void undo();
  };
}
