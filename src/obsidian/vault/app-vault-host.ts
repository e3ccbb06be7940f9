/** The vault as the running app holds it. Notes go through the app's own vault and editors, never around them. */
import { Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type App, type Editor, MarkdownView, type TAbstractFile, TFile, TFolder } from 'obsidian';
import { nameKey, whyNotCreatable } from '../../host/path-safety';
import { HostError, type Listing, type ProcessOptions, type VaultFile, type VaultHost } from '../../host/vault-host';
import { compareText } from '../../text/order';
import { runYielding, sortSteps } from '../../text/job';
import { AppState } from './app-state';
import { editorChanges } from '../editor/editor-changes';
import type { Pace } from './pace';
import { partOf } from './part-of';
import { words } from '../words/in-app';
import { say } from '../../words/say';
import { attempt } from './attempt';

/** Files looked at between two rests. */
const YIELD_EVERY = 1000;
const BYTE_ORDER_MARK = '\uFEFF';
/** What a decoder puts in place of bytes that are no UTF-8. */
const REPLACEMENT = '\uFFFD';

export class AppVaultHost implements VaultHost {
  readonly state: AppState;

  /** Files whose text was read last as it is typed. */
  private readonly unsaved = new Set<string>();

  /** `build`: see `AppState`. */
  constructor(
    private readonly app: App,
    private readonly pace: Pace,
    build?: string,
  ) {
    this.state = new AppState(app, build);
  }

  get configDir(): string {
    return this.app.vault.configDir;
  }

  /**
   * The app lists what it could read itself: folders that it could not are not told, and links are followed as it
   * follows them. Not before its layout is ready: until then it does not know all files, and what it tells of them is
   * not listened to. A side view from the day before, another plugin and a note that embeds a queue all ask earlier.
   */
  async list(): Promise<Listing> {
    const { workspace } = this.app;
    if (!workspace.layoutReady) await new Promise<void>((resolve) => workspace.onLayoutReady(resolve));
    await this.pace.yieldIfDue();
    const hidden = `${this.configDir}/`;
    const files: VaultFile[] = [];
    for (const [at, { path, stat }] of this.app.vault.getFiles().entries()) {
      if (at % YIELD_EVERY === 0) await this.pace.yieldIfDue();
      if (!path.startsWith('.') && !path.includes('/.') && !path.startsWith(hidden))
        files.push({ path, size: stat.size, mtime: stat.mtime });
    }
    return {
      files: await runYielding(
        sortSteps(files, (a, b) => compareText(a.path, b.path)),
        () => this.pace.yieldIfDue(),
      ),
      others: [],
      failures: [],
    };
  }

  async stat(path: string): Promise<VaultFile> {
    await this.pace.yieldIfDue();
    const { stat } = this.fileAt(path);
    return { path, size: stat.size, mtime: stat.mtime };
  }

  /**
   * What the file says now, with what is typed into it and not saved yet (the app saves two seconds after the last
   * key). Whether the app hands on a byte order mark is not documented; where it drops it, `process` keeps it in the
   * file all the same.
   */
  async read(path: string): Promise<string> {
    await this.pace.yieldIfDue();
    const file = this.fileAt(path);
    const text = await attempt(path, 'read', () => this.app.vault.cachedRead(file));
    if (text.includes(REPLACEMENT) && !isUtf8(await this.bytes(file))) throw notUtf8(path);
    const typed = this.editorOf(path)?.editor.getValue();
    // An editor may hold a file's lines with other ends than the file does: that alone is no change.
    if (typed === undefined || typed === withEditorLineEnds(text)) {
      this.unsaved.delete(path);
      return text;
    }
    this.unsaved.add(path);
    return typed;
  }

  isUnsaved(path: string): boolean {
    return this.unsaved.has(path);
  }

  async readConfig(path: string): Promise<string | null> {
    // The configuration folder is hidden: the vault does not know its files, the adapter does.
    const { adapter } = this.app.vault;
    const full = `${this.configDir}/${path}`;
    return attempt(full, 'read', async () => ((await adapter.exists(full)) ? adapter.read(full) : null));
  }

  async process(
    path: string,
    change: (now: string) => string | null,
    { byItself = false }: ProcessOptions = {},
  ): Promise<string> {
    await this.pace.yieldIfDue();
    const file = this.fileAt(path);
    return attempt(path, 'write', async () => {
      await this.saveReadingViews(file);
      const view = this.editorOf(path);
      return view === null || (await this.isSavedOtherwise(file, view))
        ? this.processFile(file, change)
        : processEditor(view, change, { isUndoable: !byItself });
    });
  }

  async create(path: string, text: string): Promise<void> {
    await this.pace.yieldIfDue();
    await attempt(path, 'create', async () => {
      const why = whyNotCreatable(path);
      if (why !== null)
        throw new HostError('denied', path, words.files.badPath(path, say(words.engine.pathFaults, why)));
      const names = path.split('/');
      const name = names.pop() ?? '';
      let folder = this.app.vault.getRoot();
      for (const each of names) folder = await this.folderIn(folder, each, path);
      const other = childOf(folder, name);
      if (other !== null) throw new HostError('exists', path, words.files.exists(path, other.path));
      await this.app.vault.create(pathIn(folder, name), text);
    });
  }

  async trash(path: string): Promise<void> {
    await this.pace.yieldIfDue();
    const file = this.fileAt(path);
    await attempt(path, 'trash', () => this.app.fileManager.trashFile(file));
  }

  /** A pane that was switched to reading view less than two seconds after the last key may not be saved yet. */
  private async saveReadingViews({ path }: TFile): Promise<void> {
    for (const view of this.viewsOf(path))
      if (view.getMode() === 'preview' && this.unsavedText(view)) await view.save();
  }

  private unsavedText(view: MarkdownView): boolean {
    return partOf(view, 'dirty') === true;
  }

  /**
   * Whether the file holds line ends or a byte order mark that an editor cannot, and the editor nothing new: saved from
   * the editor the file would lose them.
   */
  private async isSavedOtherwise(file: TFile, { editor }: MarkdownView): Promise<boolean> {
    const text = await this.app.vault.read(file);
    const typed = withEditorLineEnds(text);
    return typed !== text && typed === editor.getValue();
  }

  /** Not by way of the trash, which the person would find full of pages that the next rollup makes again. */
  async discard(path: string): Promise<void> {
    await this.pace.yieldIfDue();
    const file = this.fileAt(path);
    await attempt(path, 'delete', () => this.app.vault.delete(file));
  }

  private fileAt(path: string): TFile {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) throw new HostError('missing', path, words.files.gone(path));
    return file;
  }

  private async bytes(file: TFile): Promise<Uint8Array> {
    return attempt(file.path, 'read', async () => new Uint8Array(await this.app.vault.readBinary(file)));
  }

  /**
   * The app's one step of reading and writing. `change` is called with what that step read, never with what was read
   * before. When the app took a byte order mark off, `change` sees it and it goes back into the file: writing without
   * it would change a byte that is not ours.
   */
  private async processFile(file: TFile, change: (now: string) => string | null): Promise<string> {
    const bytes = await this.bytes(file);
    // Text that lost bytes in decoding would be written back without them.
    if (!isUtf8(bytes)) throw notUtf8(file.path);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    try {
      return await this.app.vault.process(file, (data) => {
        const now = marked && !data.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + data : data;
        const wanted = change(now);
        // To return the same text would still be a write: a new modification time, and a change for Sync to carry.
        if (wanted === null || wanted === now) throw new NothingToWrite(now);
        return wanted;
      });
    } catch (error) {
      if (error instanceof NothingToWrite) return error.now;
      throw error;
    }
  }

  /**
   * The view whose editor holds the file, in whatever window; of several the one that the person is in. Not one in
   * reading mode: what it shows is what is saved. Not a tab that was never shown since the app started: it holds no
   * view yet.
   */
  private editorOf(path: string): MarkdownView | null {
    const held = this.viewsOf(path).filter((view) => view.getMode() === 'source');
    // Panes of one file take each other's changes over, the one that is typed in first of all.
    const active = this.app.workspace.getActiveViewOfType(MarkdownView);
    return held.find((view) => view === active) ?? held[0] ?? null;
  }

  private viewsOf(path: string): readonly MarkdownView[] {
    return this.app.workspace
      .getLeavesOfType('markdown')
      .flatMap(({ view }) => (view instanceof MarkdownView && view.file?.path === path ? [view] : []));
  }

  /**
   * The folder of that name, made where there is none. One in another letter case is taken: half of all disks know no
   * other.
   */
  private async folderIn(parent: TFolder, name: string, forPath: string): Promise<TFolder> {
    const there = childOf(parent, name);
    if (there instanceof TFolder) return there;
    if (there !== null) throw new HostError('exists', forPath, words.files.notAFolder(forPath, there.path));
    const path = pathIn(parent, name);
    try {
      return await this.app.vault.createFolder(path);
    } catch (error) {
      // Sync may have made it in the meantime.
      const made = this.app.vault.getFolderByPath(path);
      if (made === null) throw error;
      return made;
    }
  }
}

/**
 * Writes through the editor and saves as the editor would by itself a moment later. One undo of the editor takes it
 * back, or none: then the undo after it takes back what the person typed before.
 */
async function processEditor(
  view: MarkdownView,
  change: (now: string) => string | null,
  { isUndoable }: { readonly isUndoable: boolean },
): Promise<string> {
  const { editor } = view;
  const now = editor.getValue();
  const wanted = change(now);
  if (wanted === null || wanted === now) return now;
  const changes = editorChanges(now, withEditorLineEnds(wanted));
  const inner = isUndoable ? null : innerEditor(editor);
  if (inner !== null)
    inner.dispatch({
      changes: changes.map(({ from, to, text }) => ({ from, to, insert: text })),
      annotations: Transaction.addToHistory.of(false),
    });
  else
    editor.transaction({
      changes: changes.map(({ from, to, text }) => ({
        from: editor.offsetToPos(from),
        to: editor.offsetToPos(to),
        text,
      })),
    });
  await view.save();
  return editor.getValue();
}

/** The editor that the app's is made of, which the API does not show; null where it is not there. */
function innerEditor(editor: Editor): Pick<EditorView, 'dispatch'> | null {
  const inner = partOf(editor, 'cm');
  return typeof partOf(inner, 'dispatch') === 'function' ? (inner as EditorView) : null;
}

/** Carries a text out of the app's one step without writing anything. */
class NothingToWrite extends Error {
  constructor(readonly now: string) {
    super('Nothing to write.');
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function notUtf8(path: string): HostError {
  return new HostError('not-utf8', path, words.files.notUtf8(path));
}

function withEditorLineEnds(text: string): string {
  return (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).replace(/\r\n?/g, '\n');
}

/** The file or folder of that name; failing that, one whose name differs in letter case or Unicode form only. */
function childOf(folder: TFolder, name: string): TAbstractFile | null {
  const exact = folder.children.find((child) => child.name === name);
  const key = nameKey(name);
  return exact ?? folder.children.find((child) => nameKey(child.name) === key) ?? null;
}

function pathIn(folder: TFolder, name: string): string {
  return folder.isRoot() ? name : `${folder.path}/${name}`;
}
