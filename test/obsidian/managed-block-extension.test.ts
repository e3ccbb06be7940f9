import { EditorSelection, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorInfoField, editorLivePreviewField } from 'obsidian';
import { managedBlockExtension } from '../../src/obsidian/managed-block-extension';
import { expectSteady } from '../growth';

const BEGIN = '<!-- throughline:begin person last_contact -->';
const END = '<!-- throughline:end 9c02e1aa a1b7d430 -->';
const PAGE = `# Dana Fox\n\n${BEGIN}\n**Last met 28 Oct 2025**\n- Send pricing draft — [[2025-10-28 Dana#Action items|28 Oct]]\n- Mine\n${END}\n\nMet at the fair.\n`;

interface Shown {
  readonly view: EditorView;
  readonly opened: string[];
  /** Each line of the block as it is shown, with its marks: `|` computed, `~` dimmed. */
  readonly lines: () => string[];
}

function show(text: string, { livePreview = true, cursorAt = 'Met at' }: { readonly livePreview?: boolean; readonly cursorAt?: string } = {}): Shown {
  const opened: string[] = [];
  const app = { workspace: { openLinkText: (link: string, from: string) => {
    opened.push(`${link} from ${from}`);
    return Promise.resolve();
  } } } as unknown as Parameters<typeof managedBlockExtension>[0];
  const view = new EditorView({
    state: EditorState.create({
      doc: text, selection: EditorSelection.cursor(Math.max(0, text.indexOf(cursorAt))),
      extensions: [
        editorLivePreviewField.init(() => livePreview),
        editorInfoField.init(() => ({ file: { path: 'People/Dana Fox.md' } }) as never),
        managedBlockExtension(app),
      ],
    }),
    parent: activeDocument.body,
  });
  return {
    view, opened,
    lines: () => [...view.contentDOM.querySelectorAll('.cm-line')].map((line) =>
      `${line.classList.contains('throughline-computed') ? '|' : ''}${line.querySelector('.throughline-marker') === null ? '' : '~'}${line.textContent}`),
  };
}

function type({ view }: Shown, at: string, text: string): void {
  const from = view.state.doc.toString().indexOf(at);
  view.dispatch({ changes: { from, insert: text } });
}

const ROW = '- Send pricing draft — [[2025-10-28 Dana#Action items|28 Oct]]';

test('in live preview the block is marked and its markers are out of sight', () => {
  expect(show(PAGE).lines()).toEqual(['# Dana Fox', '', '|Computed from your notes', '|**Last met 28 Oct 2025**', `|${ROW}`, '|- Mine', '|', '', 'Met at the fair.', '']);
});

test('a marker shows, dimmed, while the cursor is in it', () => {
  expect(show(PAGE, { cursorAt: BEGIN }).lines().slice(2, 4)).toEqual([`|~${BEGIN}`, '|**Last met 28 Oct 2025**']);
  expect(show(PAGE, { cursorAt: END }).lines()[6]).toBe(`|~${END}`);
});

test('in source mode the text stays as it is, its markers dimmed', () => {
  expect(show(PAGE, { livePreview: false }).lines().slice(2, 7)).toEqual([`|~${BEGIN}`, '|**Last met 28 Oct 2025**', `|${ROW}`, '|- Mine', `|~${END}`]);
});

test('the row that the cursor is in leads to its source', () => {
  const shown = show(PAGE, { cursorAt: 'pricing' });
  expect(shown.lines()[4]).toBe(`|${ROW}Edit at source`);
  shown.view.contentDOM.querySelector<HTMLButtonElement>('button.throughline-source')?.click();
  expect(shown.opened).toEqual(['2025-10-28 Dana#Action items from People/Dana Fox.md']);
  shown.view.dispatch({ selection: { anchor: PAGE.indexOf('- Mine') } });
  expect(shown.lines()[5]).toBe('|- Mine');
});

test('marks follow what is typed above, within and below', () => {
  const shown = show(PAGE);
  type(shown, '# Dana', 'New first line\n');
  type(shown, '- Mine', 'a line\n');
  type(shown, 'Met at', 'word ');
  expect(shown.lines()).toEqual([
    'New first line', '# Dana Fox', '', '|Computed from your notes', '|**Last met 28 Oct 2025**', `|${ROW}`, '|a line', '|- Mine', '|', '', 'word Met at the fair.', '',
  ]);
});

test('a marker that breaks takes the marks away, and one that is whole again brings them back', () => {
  const shown = show(PAGE);
  const at = shown.view.state.doc.toString().indexOf('throughline:end');
  shown.view.dispatch({ changes: { from: at, to: at + 11, insert: 'elsewhere' } });
  expect(shown.lines().filter((line) => line.startsWith('|'))).toEqual([]);
  shown.view.dispatch({ changes: { from: at, to: at + 9, insert: 'throughline' } });
  expect(shown.lines().filter((line) => line.startsWith('|'))).toHaveLength(5);
});

test('a block that is written while the note is open is marked, one that is taken out is not', () => {
  const shown = show('# Dana Fox\n');
  shown.view.dispatch({ changes: { from: 0, to: 11, insert: PAGE } });
  expect(shown.lines().filter((line) => line.startsWith('|'))).toHaveLength(5);
  shown.view.dispatch({ changes: { from: 0, to: PAGE.length, insert: '# Dana Fox\n' } });
  expect(shown.lines()).toEqual(['# Dana Fox', '']);
});

test('markers within a fence are text', () => {
  expect(show(`\`\`\`\n${PAGE}\`\`\`\n`).lines().filter((line) => line.startsWith('|'))).toEqual([]);
  const shown = show(`a\n\n${PAGE}`);
  shown.view.dispatch({ changes: { from: 0, to: 1, insert: '```' } });
  expect(shown.lines().filter((line) => line.startsWith('|'))).toEqual([]);
});

test('a keystroke in a long note without a block looks at its own line only', () => {
  expectSteady((size) => {
    const shown = show('A line of a transcript that goes on and on.\n'.repeat(size), { cursorAt: 'A line' });
    const whole = jest.spyOn(Object.getPrototypeOf(shown.view.state.doc) as { toString(): string }, 'toString');
    for (let key = 0; key < 200; key++) shown.view.dispatch({ changes: { from: 10, insert: 'x' } });
    expect(whole).not.toHaveBeenCalled();
    whole.mockRestore();
    return () => {
      shown.view.dispatch({ changes: { from: 10, insert: 'x' } });
      shown.view.dispatch({ changes: { from: 10, to: 11 } });
    };
  }, { from: 2_500, to: 20_000 });
});
