/** A plan's edits as diffs, to be read before they are written. */
import type { ComponentChild } from 'preact';
import type { FileEdit } from '../../edit/plan';
import { type DiffLine, diffLines } from './plan-diff';
import { words } from '../words/in-app';

const SHOWN_FILES = 20;
const SHOWN_LINES = 60;
const SIGNS: Readonly<Record<DiffLine['is'], string>> = { same: ' ', added: '+', removed: '−', gap: '⋯' };

export function PlanDiff({ edits }: { readonly edits: readonly FileEdit[] }): ComponentChild {
  return (
    <div class="throughline-diffs" role="region" aria-label={words.plan.wouldBeWritten} tabIndex={0}>
      {edits.slice(0, SHOWN_FILES).map((edit) => (
        <FileDiff key={edit.path} edit={edit} />
      ))}
      {edits.length > SHOWN_FILES ? (
        <p class="throughline-note">{words.views.diff.moreFiles(edits.length - SHOWN_FILES)}</p>
      ) : null}
    </div>
  );
}

function FileDiff({ edit }: { readonly edit: FileEdit }): ComponentChild {
  const lines = diffLines(edit);
  return (
    <>
      <p class="throughline-path">
        {edit.path}
        {edit.before === null ? words.views.diff.isNew : edit.after === null ? words.views.diff.toTrash : ''}
      </p>
      <div class="throughline-diff">
        {lines.slice(0, SHOWN_LINES).map(({ is, text }, index) => (
          <div class={`throughline-diff-line throughline-diff-${is}`} key={index}>
            <span class="throughline-diff-sign" aria-hidden="true">
              {SIGNS[is]}
            </span>
            {is === 'added' || is === 'removed' ? <span class="throughline-spoken">{words.plan[is]}</span> : null}
            <span>{text}</span>
          </div>
        ))}
        {lines.length > SHOWN_LINES ? (
          <div class="throughline-diff-gap">{words.views.diff.moreLines(lines.length - SHOWN_LINES)}</div>
        ) : null}
      </div>
    </>
  );
}
