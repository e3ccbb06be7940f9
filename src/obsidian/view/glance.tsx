/** What is seen at a glance, above a list: it folds away into one line, and stays so on this device. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ViewHost } from './view-store';
import { words } from '../words/in-app';

interface GlanceProps {
  /** Where it is: each place is folded by itself. */
  readonly what: 'follow-ups' | 'questions' | 'note';
  /** What is said of it while it is folded. */
  readonly summary: readonly string[];
  /** What its first picture is of, while it is not. */
  readonly caption?: string;
  readonly around: ViewHost;
  readonly children: ComponentChildren;
}

export function Glance({ what, summary, caption = '', around, children }: GlanceProps): ComponentChild {
  const [folded, fold] = useState(() => around.isFolded(what));
  const id = useId();
  const { title } = words.views.glance;
  const said = folded ? summary.filter((part) => part !== '').join(' · ') : caption;
  return (
    <div class="throughline-glance">
      <button
        type="button"
        class="throughline-glance-head"
        aria-expanded={!folded}
        aria-controls={id}
        onClick={() => {
          around.fold(what, !folded);
          fold(!folded);
        }}
      >
        <span class="throughline-glance-title">{title}</span>
        {said === '' ? null : <span class="throughline-note">{said}</span>}
      </button>
      <div class="throughline-glance-body" id={id} hidden={folded}>
        {folded ? null : children}
      </div>
    </div>
  );
}
