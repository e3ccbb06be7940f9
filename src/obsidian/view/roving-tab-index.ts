/**
 * Buttons next to or below one another that are one stop of the keyboard: the arrow keys walk them, `Home` and `End` go
 * to their ends.
 */
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface Walk {
  readonly el: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What a button needs of it; to be spread over the button. */
  readonly step: (key: string) => {
    readonly 'data-step': string;
    readonly tabIndex: number;
    readonly onFocusIn: () => void;
  };
}

/**
 * `keys`: of the buttons that can be pressed, in their order. `first`: where the keyboard comes in; the first of them
 * where that is none.
 */
export function useRovingTabIndex(
  keys: readonly string[],
  { first, down = false }: { readonly first?: string | undefined; readonly down?: boolean } = {},
): Walk {
  const [at, stand] = useState<string | null>(null);
  const el = useRef<HTMLDivElement>(null);
  const stop = [at, first, keys[0]].find((key) => key !== null && key !== undefined && keys.includes(key));
  const onKeyDown = (event: KeyboardEvent): void => {
    const box = el.current;
    if (box === null || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const isRtl = !down && box.win.getComputedStyle(box).direction === 'rtl';
    const [ahead, back] = down
      ? ['ArrowDown', 'ArrowUp']
      : isRtl
        ? ['ArrowLeft', 'ArrowRight']
        : ['ArrowRight', 'ArrowLeft'];
    const from = keys.indexOf(stop ?? '');
    const to =
      event.key === ahead
        ? from + 1
        : event.key === back
          ? from - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? keys.length - 1
              : null;
    if (to === null) return;
    event.preventDefault();
    const key = keys[Math.max(0, Math.min(to, keys.length - 1))];
    box
      .findAll('[data-step]')
      .find((button) => button.getAttribute('data-step') === key)
      ?.focus();
  };
  return {
    el,
    onKeyDown,
    step: (key) => ({
      'data-step': key,
      tabIndex: key === stop ? 0 : -1,
      onFocusIn: () => stand(key),
    }),
  };
}
