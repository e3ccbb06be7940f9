/** What came of the last act, with the way back. */
import type { ComponentChild } from 'preact';
import type { ActingState } from './acting';
import { ActionButton } from './row-parts';

export function SaidStrip({ acting }: { readonly acting: ActingState }): ComponentChild {
  const { said, busy } = acting;
  return (
    <div class={said?.done === false ? 'throughline-said mod-wrong' : 'throughline-said'} hidden={said === null && !busy}>
      <span role="status">{busy ? 'Writing…' : said?.said ?? ''}</span>
      {said?.done === true && !busy ? <ActionButton words="Undo" hint="Z" keys="z" onPress={() => void acting.undo()} /> : null}
      {said !== null && !busy ? <button type="button" class="throughline-action" onClick={() => acting.say(null)}>Dismiss</button> : null}
    </div>
  );
}
