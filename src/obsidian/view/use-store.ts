import { useLayoutEffect, useState } from 'preact/hooks';
import type { ViewStore } from './view-store';

/** Draws the component again when the store changes. */
export function useStore(store: ViewStore): void {
  const [, redraw] = useState(0);
  // Cleaned up at once when the view is closed: what follows the next frame may find the plugin gone.
  useLayoutEffect(() => store.subscribe(() => redraw((times) => times + 1)), [store]);
}
