/** What came of the last act, with the way back. */
import type { ComponentChild } from 'preact';
import type { RowActions } from './use-row-actions';
import { ActionButton } from './row-parts';
import { words } from '../words/in-app';

export function SaidStrip({ acting }: { readonly acting: RowActions }): ComponentChild {
  const { said, busy } = acting;
  return (
    <div
      class={said?.outcome === 'refused' ? 'throughline-said mod-wrong' : 'throughline-said'}
      hidden={said === null && !busy}
    >
      <span role="status">{busy ? words.views.said.writing : (said?.said ?? '')}</span>
      {said?.outcome === 'done' && !busy ? (
        <ActionButton words={words.views.deeds.undo} hint="Z" keys="z" onPress={() => void acting.undo()} />
      ) : null}
      {said !== null && !busy ? (
        <button type="button" class="throughline-action" onClick={() => acting.say(null)}>
          {words.views.deeds.dismissSaid}
        </button>
      ) : null}
    </div>
  );
}
