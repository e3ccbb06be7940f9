/** A plan's edits as diffs, to be read before they are written. */
import type { ComponentChild } from 'preact';
import type { FileEdit } from '../../edit/plan';
import { type DiffLine, diffLines } from '../plan-diff';

const SHOWN_FILES = 20;
const SHOWN_LINES = 60;
const SIGNS: Readonly<Record<DiffLine['is'], string>> = { same: ' ', added: '+', removed: '−', gap: '⋯' };

export function PlanDiff({ edits }: { readonly edits: readonly FileEdit[] }): ComponentChild {
  return (
    <div class="throughline-diffs" role="region" aria-label="What would be written" tabIndex={0}>
      {edits.slice(0, SHOWN_FILES).map((edit) => <FileDiff key={edit.path} edit={edit} />)}
      {edits.length > SHOWN_FILES ? <p class="throughline-note">and {edits.length - SHOWN_FILES} more files</p> : null}
    </div>
  );
}

function FileDiff({ edit }: { readonly edit: FileEdit }): ComponentChild {
  const lines = diffLines(edit);
  return (
    <>
      <p class="throughline-path">{edit.path}{edit.before === null ? ' (new)' : edit.after === null ? ' (to the trash)' : ''}</p>
      <div class="throughline-diff">
        {lines.slice(0, SHOWN_LINES).map(({ is, text }, index) => (
          <div class={`throughline-diff-line throughline-diff-${is}`} key={index}>
            <span class="throughline-diff-sign" aria-hidden="true">{SIGNS[is]}</span>
            {is === 'added' || is === 'removed' ? <span class="throughline-spoken">{is === 'added' ? 'Added: ' : 'Removed: '}</span> : null}
            <span>{text}</span>
          </div>
        ))}
        {lines.length > SHOWN_LINES ? <div class="throughline-diff-gap">{lines.length - SHOWN_LINES} more lines</div> : null}
      </div>
    </>
  );
}
