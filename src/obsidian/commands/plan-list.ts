/** A plan to be read: its files in groups, each folded, its diff made when it is unfolded. Text is only ever text. */
import type { FileEdit } from '../../edit/plan';
import { type DiffLine, diffLines } from '../view/plan-diff';
import { words } from '../words/in-app';

/** Files of a group that are listed at first: thousands of elements take a phone seconds. */
const LISTED = 200;
/** Lines of a diff that are shown: a queue of hundreds of rows is not read here. */
const SHOWN = 300;

export function showPlan(parent: HTMLElement, edits: readonly FileEdit[]): void {
  group(
    parent,
    words.plan.created,
    edits.filter(({ before }) => before === null),
  );
  group(
    parent,
    words.plan.changed,
    edits.filter(({ before, after }) => before !== null && after !== null),
  );
  group(
    parent,
    words.plan.trashed,
    edits.filter(({ after }) => after === null),
  );
}

function group(parent: HTMLElement, heading: (pages: number) => string, edits: readonly FileEdit[]): void {
  if (edits.length === 0) return;
  parent.createEl('h3', { text: heading(edits.length) });
  const list = parent.createEl('ul', { cls: 'throughline-plan' });
  for (const edit of edits.slice(0, LISTED)) file(list, edit);
  if (edits.length <= LISTED) return;
  const more = parent.createEl('button', { text: words.plan.showMore(edits.length - LISTED) });
  more.addEventListener('click', () => {
    // Where the keyboard was is gone with the button: it goes on at what has come.
    const had = more.doc.activeElement === more;
    more.detach();
    const summaries = edits.slice(LISTED).map((edit) => file(list, edit));
    if (had) summaries[0]?.focus();
  });
}

/** Its line in the list, which unfolds it. */
function file(list: HTMLElement, edit: FileEdit): HTMLElement {
  const details = list.createEl('li').createEl('details');
  const summary = details.createEl('summary', { text: edit.path });
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    const lines = diffLines(edit);
    const diff = details.createDiv({
      cls: 'throughline-diff',
      attr: { tabindex: '0', role: 'region', 'aria-label': words.plan.whatChanges(edit.path) },
    });
    for (const each of lines.slice(0, SHOWN)) line(diff, each);
    if (lines.length > SHOWN)
      diff.createDiv({ cls: 'throughline-diff-gap', text: words.plan.moreLines(lines.length - SHOWN) });
  });
  return summary;
}

const SIGNS: Record<DiffLine['is'], string> = { same: ' ', added: '+', removed: '−', gap: '⋯' };
const SPOKEN: Record<DiffLine['is'], string> = {
  same: '',
  added: words.plan.added,
  removed: words.plan.removed,
  gap: '',
};

function line(parent: HTMLElement, { is, text }: DiffLine): void {
  const el = parent.createDiv({ cls: ['throughline-diff-line', `throughline-diff-${is}`] });
  el.createSpan({
    cls: 'throughline-diff-sign',
    text: SIGNS[is],
    attr: SPOKEN[is] === '' ? { 'aria-hidden': 'true' } : { 'aria-label': SPOKEN[is] },
  });
  el.createSpan({ cls: 'throughline-diff-text', text });
}
