/**
 * A row of any kind: its words, its details, and while it holds the place what can be done with it, each with its key.
 */
import type { ComponentChild, ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isTyping, type RowPlace } from './row-list';
import { ActionButton } from './row-parts';
import { words } from '../words/in-app';

/** One thing that can be done with a row. */
export interface RowCommand {
  readonly words: string;
  /** The letter that does it, or ` ` or `Enter`. */
  readonly key: string;
  /** Done at once; of a deed that wants to know more, absent. */
  readonly onPress?: (newTab: boolean) => void;
  /** What is asked first. */
  readonly form?: (leave: () => void) => ComponentChild;
}

interface RowFrameProps {
  readonly place: RowPlace;
  readonly active: boolean;
  /** Before the words: a checkbox, mostly. */
  readonly lead?: ComponentChild;
  readonly children: ComponentChildren;
  readonly deeds: readonly RowCommand[];
  readonly closed?: boolean;
  readonly cls?: string;
}

const PRINTED: Readonly<Record<string, string>> = { ' ': words.views.space, Enter: '↵' };
const SPOKEN: Readonly<Record<string, string>> = { ' ': 'Space' };

export function RowFrame({
  place,
  active,
  lead,
  children,
  deeds,
  closed = false,
  cls = '',
}: RowFrameProps): ComponentChild {
  const rowEl = useRef<HTMLDivElement>(null);
  const [doing, ask] = useState<string | null>(null);
  useEffect(() => {
    if (!active) ask(null);
  }, [active]);
  const asked = active ? deeds.find(({ key }) => key === doing) : undefined;
  const leave = (): void => {
    ask(null);
    rowEl.current?.focus();
  };
  const press = (deed: RowCommand, newTab: boolean): void => {
    if (deed.form !== undefined) ask(doing === deed.key ? null : deed.key);
    else {
      deed.onPress?.(newTab);
      ask(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing || isTyping(event.target)) return;
    const isRow = event.target === event.currentTarget;
    // A button's own Enter and Space press that button.
    if (!isRow && (event.key === 'Enter' || event.key === ' ')) return;
    if ((event.ctrlKey || event.metaKey) && event.key !== 'Enter') return;
    if (event.key === 'Escape' && doing !== null) {
      event.preventDefault();
      leave();
      return;
    }
    const deed = deeds.find(({ key }) => key === (event.key.length === 1 ? event.key.toLowerCase() : event.key));
    if (deed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    press(deed, event.ctrlKey || event.metaKey);
  };
  return (
    <div
      {...place}
      class={`throughline-row${active ? ' is-active' : ''}${closed ? ' is-closed' : ''} ${cls}`}
      ref={rowEl}
      onKeyDown={onKeyDown}
    >
      {lead === undefined ? null : (
        <div class="throughline-lead" role="gridcell">
          {lead}
        </div>
      )}
      <div class="throughline-body" role="gridcell">
        {children}
        {!active ? null : (
          <div class="throughline-actions">
            {deeds.map((deed) => (
              <ActionButton
                key={deed.key}
                words={deed.words}
                hint={PRINTED[deed.key] ?? deed.key.toUpperCase()}
                keys={SPOKEN[deed.key] ?? deed.key}
                onPress={() => press(deed, false)}
                {...(deed.form === undefined ? {} : { pressed: deed.key === doing })}
              />
            ))}
          </div>
        )}
        {asked?.form === undefined ? null : asked.form(leave)}
      </div>
    </div>
  );
}
