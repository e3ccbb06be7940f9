/** A plan to be read: its files in groups, each folded, its diff made when it is unfolded. Text is only ever text. */
import type { FileEdit } from '../edit/plan';
import { type DiffLine, diffLines } from './plan-diff';
import { counted } from './roll-up-words';

/** Files of a group that are listed at first: thousands of elements take a phone seconds. */
const LISTED = 200;
/** Lines of a diff that are shown: a queue of hundreds of rows is not read here. */
const SHOWN = 300;

export function showPlan(parent: HTMLElement, edits: readonly FileEdit[]): void {
  group(parent, ['new page', 'new pages'], edits.filter(({ before }) => before === null));
  group(parent, ['changed page', 'changed pages'], edits.filter(({ before, after }) => before !== null && after !== null));
  group(parent, ['page to the trash', 'pages to the trash'], edits.filter(({ after }) => after === null));
}

function group(parent: HTMLElement, [one, many]: readonly [string, string], edits: readonly FileEdit[]): void {
  if (edits.length === 0) return;
  parent.createEl('h3', { text: counted(edits.length, one, many) });
  const list = parent.createEl('ul', { cls: 'throughline-plan' });
  for (const edit of edits.slice(0, LISTED)) file(list, edit);
  if (edits.length <= LISTED) return;
  const more = parent.createEl('button', { text: `Show ${counted(edits.length - LISTED, 'more', 'more')}` });
  more.addEventListener('click', () => {
    more.detach();
    for (const edit of edits.slice(LISTED)) file(list, edit);
  });
}

function file(list: HTMLElement, edit: FileEdit): void {
  const details = list.createEl('li').createEl('details');
  details.createEl('summary', { text: edit.path });
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    const lines = diffLines(edit);
    const diff = details.createDiv({ cls: 'throughline-diff', attr: { tabindex: '0', role: 'region', 'aria-label': `What changes in ${edit.path}` } });
    for (const each of lines.slice(0, SHOWN)) line(diff, each);
    if (lines.length > SHOWN) diff.createDiv({ cls: 'throughline-diff-gap', text: `${counted(lines.length - SHOWN, 'more line', 'more lines')}` });
  });
}

const SIGNS: Record<DiffLine['is'], string> = { same: ' ', added: '+', removed: '−', gap: '⋯' };
const SPOKEN: Record<DiffLine['is'], string> = { same: '', added: 'Added: ', removed: 'Removed: ', gap: '' };

function line(parent: HTMLElement, { is, text }: DiffLine): void {
  const el = parent.createDiv({ cls: ['throughline-diff-line', `throughline-diff-${is}`] });
  el.createSpan({ cls: 'throughline-diff-sign', text: SIGNS[is], attr: SPOKEN[is] === '' ? { 'aria-hidden': 'true' } : { 'aria-label': SPOKEN[is] } });
  el.createSpan({ text });
}
