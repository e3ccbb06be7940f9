/**
 * The one port to a vault: everything that reads or writes goes through it. Implemented by the app, the folder and the
 * tests.
 */

export interface VaultFile {
  /** Vault path: `/` between folders, no leading `/`, as the file system spells it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
  /** Its number on the disk and when that was last changed, which no program can set; absent where nobody says so. */
  readonly inode?: string;
}

export type HostErrorCode = 'missing' | 'exists' | 'not-utf8' | 'denied' | 'io';

/** What a failure led to, where that is more than its `message` says. The words are in `words/`. */
export interface FailureParameters {
  /** Nothing was written. */
  'journal-unwritten': Failed;
  /** All was written, and the next run takes it back. */
  'journal-open': Failed;
  /** The file changed meanwhile and was left alone, because the journal could not say what it held. */
  'change-unnoted': Failed;
  /** By what no host throws. */
  'not-written': Failed;
  /** Of a vault that held files. */
  'vault-empty': Failed;
}

interface Failed {
  readonly path: string;
  /** The `message` below: what the host said. */
  readonly why: string;
}

/**
 * What a host's calls throw, and nothing else. `message` is a sentence a person can act on and names the path, in the
 * language of the shell whose host it is.
 */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly path: string,
    message: string,
    override readonly cause?: unknown,
    readonly ledTo?: keyof FailureParameters,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

export interface Listing {
  /**
   * Every file of the vault outside dot-folders, links that leave the vault not followed, sorted by path (UTF-16
   * order).
   */
  readonly files: readonly VaultFile[];
  /** Paths under which something else is: a link, a pipe, a device. No file can be made there. */
  readonly others: readonly string[];
  /** Folders that could not be read. */
  readonly failures: readonly HostError[];
}

export interface StateFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Our own few files next to the notes, in `<configDir>/plugins/throughline/`, or in `.throughline/` where there is no
 * configuration folder. Paths are relative to that folder. Every call throws HostErrors only.
 */
export interface VaultState {
  /** The vault's name: several may share one configuration folder. */
  readonly vaultName: string;
  /**
   * This program, on this device, as long as it runs: `cli-desk-4711-1762164723`. Of `a-z0-9-`; never that of another.
   */
  readonly writer: string;
  /** Where what was read from notes is kept; absent where nothing is to be. */
  readonly readings?: ReadingsPlace | undefined;
  /**
   * Whether a writer was one of this program on this device and surely runs no more: what it left half done is ours to
   * settle.
   */
  hasEnded(writer: string): boolean;
  /** The files of one of its folders, sorted by name; none where there is no such folder. */
  list(folder: string): Promise<readonly StateFile[]>;
  /** Null where there is none. */
  read(path: string): Promise<string | null>;
  /** The whole file or none, after a crash as well; throws `exists`. */
  create(path: string, text: string): Promise<void>;
  /** Throws `missing` where there is no `from`: of two that try, one does it. */
  rename(from: string, to: string): Promise<void>;
  /** No error where there is none. */
  remove(path: string): Promise<void>;
  /** Takes away temporary files that a killed run of ours left in the vault. `now` in milliseconds since the epoch. */
  sweep(now: number): Promise<void>;
}

/** A place for a few large texts, by name in a folder. */
export type TextStore = Pick<VaultState, 'list' | 'read' | 'create' | 'remove'>;

export interface ReadingsPlace {
  readonly store: TextStore;
  /** The program that reads, down to its build. */
  readonly of: string;
  /** Readings in a text; less where checking one must not take long. */
  readonly inAChunk?: number | undefined;
  /**
   * Takes the whole place away, and keeps nothing from then on until `resume`; absent where it is a folder of the
   * state's own.
   */
  forget?(): Promise<void>;
  resume?(): void;
}

export interface ProcessOptions {
  /** Nobody asked for it: an editor's own undo is for what the person did. */
  readonly byItself?: boolean | undefined;
}

export interface VaultHost {
  readonly state: VaultState;
  /** The configuration folder's name, `.obsidian` by default. */
  readonly configDir: string;
  /** Throws where the vault itself is not there, or cannot be listed. */
  list(): Promise<Listing>;
  /** One file as a listing gives it. Throws `missing` where there is none. */
  stat(path: string): Promise<VaultFile>;
  /** The whole text, BOM and line ends included. Throws `missing`, `not-utf8`, `denied`, `io`. */
  read(path: string): Promise<string>;
  /**
   * Whether what was read last of a file is typed and not saved: what the file's time and size say is of another text
   * then.
   */
  isUnsaved?(path: string): boolean;
  /** A file of the configuration folder, or null where there is none: `plugins/throughline/data.json`. */
  readConfig(path: string): Promise<string | null>;
  /**
   * Reads, computes and writes as one step: `change` gets the text as it is now and returns what it should be, or null
   * to leave it alone. Writes only when the text differs. Old or new after a crash, never half.
   */
  process(path: string, change: (now: string) => string | null, options?: ProcessOptions): Promise<string>;
  /**
   * Creates the file and its missing parents; throws `exists` when a file of that name is there in any letter case or
   * Unicode form.
   */
  create(path: string, text: string): Promise<void>;
  /** To the system's or the vault's trash, never deleted for good. */
  trash(path: string): Promise<void>;
  /** Deletes for good, and only what a run of ours made and left half done. */
  discard(path: string): Promise<void>;
}
