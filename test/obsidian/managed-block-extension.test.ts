// First: it gives the window the text coding that every window of the app has.
import './app-double';
import { EditorSelection, EditorState, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorInfoField, editorLivePreviewField } from 'obsidian';
import { followIn } from '../../src/edit/page-plans';
import { type BlockParts, managedBlockExtension } from '../../src/obsidian/notes/managed-block-extension';
import type { ActionResult, ViewData } from '../../src/obsidian/view/view-store';
import { RowFinder } from '../../src/page/row-finder';
import { indexOf, type Texts } from '../vault-of';

const BEGIN = '<!-- throughline:begin person last_contact -->';
const END = '<!-- throughline:end 9c02e1aa a1b7d430 -->';
const PAGE = `# Dana Fox\n\n${BEGIN}\n**Last met 28 Oct 2025**\n- Send pricing draft — [[2025-10-28 Dana#Action items|28 Oct]]\n- Mine\n${END}\n\nMet at the fair.\n`;

/** The vault as a store holds it: not read yet, until `read` gives its notes. */
class Vault {
  known: ViewData | null = null;
  readonly listeners = new Set<() => void>();
  readonly acts: string[] = [];

  read(texts: Texts): void {
    const index = indexOf(texts, { me: ['Ann Lee'] });
    this.known = {
      index,
      today: '2025-11-03',
      rules: null as never,
      rows: new RowFinder(index, followIn(index.registry)),
    };
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  act(row: { readonly text: string }, action: { readonly do: string }): Promise<ActionResult> {
    this.acts.push(`${action.do} ${row.text}`);
    return Promise.resolve({ outcome: 'done', said: 'Done' });
  }
}

interface Shown {
  readonly view: EditorView;
  readonly vault: Vault;
  readonly said: string[];
  readonly opened: string[];
  /** Each line of the block as it is shown, with its marks: `|` computed, `~` dimmed. */
  readonly lines: () => string[];
}

function show(
  text: string,
  { livePreview = true, cursorAt = 'Met at' }: { readonly livePreview?: boolean; readonly cursorAt?: string } = {},
): Shown {
  const opened: string[] = [];
  const said: string[] = [];
  const vault = new Vault();
  const app = {
    workspace: {
      openLinkText: (link: string, from: string) => {
        opened.push(`${link} from ${from}`);
        return Promise.resolve();
      },
    },
  } as unknown as BlockParts['app'];
  const around = {
    open: (path: string, line: number | null, { newTab }: { readonly newTab: boolean }) => {
      opened.push(`${path}:${line ?? ''}${newTab ? ' in a new tab' : ''}`);
    },
  };
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      selection: EditorSelection.cursor(Math.max(0, text.indexOf(cursorAt))),
      extensions: [
        editorLivePreviewField.init(() => livePreview),
        editorInfoField.init(() => ({ file: { path: 'People/Dana Fox.md' } }) as never),
        managedBlockExtension({
          app,
          store: vault,
          around,
          onChange: ({ is, row }, line) => said.push(`change ${is} ${row.text} of ${line.slice(0, 12)}`),
          onActed: (acted) => said.push(acted.said),
        }),
      ],
    }),
    parent: activeDocument.body,
  });
  return {
    view,
    vault,
    said,
    opened,
    lines: () =>
      [...view.contentDOM.querySelectorAll('.cm-line')].map(
        (line) =>
          `${line.classList.contains('throughline-computed') ? '|' : ''}${line.querySelector('.throughline-marker') === null ? '' : '~'}${line.textContent}`,
      ),
  };
}

function type({ view }: Shown, at: string, text: string): void {
  const from = view.state.doc.toString().indexOf(at);
  view.dispatch({ changes: { from, insert: text } });
}

const ROW = '- Send pricing draft — [[2025-10-28 Dana#Action items|28 Oct]]';

test('in live preview the block is marked and its markers are out of sight', () => {
  expect(show(PAGE).lines()).toEqual([
    '# Dana Fox',
    '',
    '|Computed from your notes',
    '|**Last met 28 Oct 2025**',
    `|${ROW}`,
    '|- Mine',
    '|',
    '',
    'Met at the fair.',
    '',
  ]);
});

test('a marker shows, dimmed, while the cursor is in it', () => {
  expect(show(PAGE, { cursorAt: BEGIN }).lines().slice(2, 4)).toEqual([`|~${BEGIN}`, '|**Last met 28 Oct 2025**']);
  expect(show(PAGE, { cursorAt: END }).lines()[6]).toBe(`|~${END}`);
});

test('in source mode the text stays as it is, its markers dimmed', () => {
  expect(show(PAGE, { livePreview: false }).lines().slice(2, 7)).toEqual([
    `|~${BEGIN}`,
    '|**Last met 28 Oct 2025**',
    `|${ROW}`,
    '|- Mine',
    `|~${END}`,
  ]);
});

test('the row that the cursor is in leads to its source', () => {
  const shown = show(PAGE, { cursorAt: 'pricing' });
  expect(shown.lines()[4]).toBe(`|${ROW}Edit at source`);
  shown.view.contentDOM.querySelector<HTMLButtonElement>('button.throughline-source')?.click();
  expect(shown.opened).toEqual(['2025-10-28 Dana#Action items from People/Dana Fox.md']);
  shown.view.dispatch({ selection: { anchor: PAGE.indexOf('- Mine') } });
  expect(shown.lines()[5]).toBe('|- Mine');
});

const NOTES: Texts = {
  'People/Dana Fox.md': PAGE,
  'Meetings/2025-10-28 Dana.md':
    '---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Action items\n- [ ] Ring them\n- [ ] Send pricing draft @me 📅 2025-10-31\n',
};

test('once the vault is read, a row leads to the very line, and to all that can be done with it', () => {
  const shown = show(PAGE, { cursorAt: 'pricing' });
  shown.vault.read(NOTES);
  expect(shown.lines()[4]).toBe(`|${ROW}Change this rowEdit at source`);
  const [change, source] = shown.view.contentDOM.querySelectorAll<HTMLButtonElement>('button.throughline-source');
  source?.click();
  source?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, cancelable: true }));
  expect(shown.opened).toEqual(['Meetings/2025-10-28 Dana.md:8', 'Meetings/2025-10-28 Dana.md:8 in a new tab']);
  change?.click();
  expect(shown.said).toEqual(['change task Send pricing draft of - Send prici']);
  shown.vault.read({
    ...NOTES,
    'Meetings/2025-10-28 Dana.md': (NOTES['Meetings/2025-10-28 Dana.md'] ?? '').replace('- [ ] Ring them\n', ''),
  });
  shown.view.contentDOM.querySelectorAll<HTMLButtonElement>('button.throughline-source')[1]?.click();
  expect(shown.opened[2]).toBe('Meetings/2025-10-28 Dana.md:7');
});

test('a task on the page has a checkbox; what is done by now is struck out', async () => {
  const shown = show(PAGE);
  expect(shown.view.contentDOM.querySelectorAll('input')).toHaveLength(0);
  shown.vault.read(NOTES);
  const box = shown.view.contentDOM.querySelector<HTMLInputElement>('input.throughline-tick');
  expect([box?.checked, box?.getAttribute('aria-label')]).toEqual([false, 'Done: Send pricing draft']);
  box?.click();
  await Promise.resolve();
  expect([shown.vault.acts, shown.said]).toEqual([['complete Send pricing draft'], ['Done']]);
  shown.vault.read({
    ...NOTES,
    'Meetings/2025-10-28 Dana.md': (NOTES['Meetings/2025-10-28 Dana.md'] ?? '').replace('- [ ] Send', '- [x] Send'),
  });
  expect(shown.view.contentDOM.querySelector<HTMLInputElement>('input.throughline-tick')?.checked).toBe(true);
  expect(shown.view.contentDOM.querySelector('.throughline-settled')?.textContent).toContain('Send pricing draft');
  expect(shown.view.state.doc.toString()).toBe(PAGE);
});

test('the vault is listened to only while live preview shows a block', () => {
  const without = show('# Dana Fox\n');
  expect(without.vault.listeners.size).toBe(0);
  without.view.dispatch({ changes: { from: 0, to: 11, insert: PAGE } });
  expect(without.vault.listeners.size).toBe(1);
  without.view.dispatch({ changes: { from: 0, to: PAGE.length, insert: '# Dana Fox\n' } });
  expect(without.vault.listeners.size).toBe(0);
  expect(show(PAGE, { livePreview: false }).vault.listeners.size).toBe(0);
  const shown = show(PAGE);
  shown.view.destroy();
  expect(shown.vault.listeners.size).toBe(0);
});

test('marks follow what is typed above, within and below', () => {
  const shown = show(PAGE);
  type(shown, '# Dana', 'New first line\n');
  type(shown, '- Mine', 'a line\n');
  type(shown, 'Met at', 'word ');
  expect(shown.lines()).toEqual([
    'New first line',
    '# Dana Fox',
    '',
    '|Computed from your notes',
    '|**Last met 28 Oct 2025**',
    `|${ROW}`,
    '|a line',
    '|- Mine',
    '|',
    '',
    'word Met at the fair.',
    '',
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
  expect(
    show(`\`\`\`\n${PAGE}\`\`\`\n`)
      .lines()
      .filter((line) => line.startsWith('|')),
  ).toEqual([]);
  const shown = show(`a\n\n${PAGE}`);
  shown.view.dispatch({ changes: { from: 0, to: 1, insert: '```' } });
  expect(shown.lines().filter((line) => line.startsWith('|'))).toEqual([]);
});

test('a keystroke in a long note without a block looks at its own line only', () => {
  const [few, many] = [2_500, 20_000].map((size) => {
    const shown = show('A line of a transcript that goes on and on.\n'.repeat(size), { cursorAt: 'A line' });
    const document = Object.getPrototypeOf(shown.view.state.doc) as Text;
    const asked = (['line', 'lineAt', 'iter', 'iterRange', 'iterLines', 'sliceString', 'toString'] as const).map(
      (read) => jest.spyOn(document, read),
    );
    shown.view.dispatch({ changes: { from: 10, insert: 'x' } });
    const calls = asked.map((read) => read.mock.calls.length);
    for (const read of asked) read.mockRestore();
    return calls;
  });
  expect(many).toEqual(few);
  expect(few?.at(-1)).toBe(0);
});
