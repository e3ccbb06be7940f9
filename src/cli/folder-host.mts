/**
 * A vault as a folder on disk. Reading and listing are synchronous inside: over 10,000 files that is faster than any
 * number of asynchronous reads at once, and nobody waits on this thread.
 */
import fs from 'node:fs';
import path from 'node:path';
import { nameKey, whyNotCreatable, whyOutside } from '../host/path-safety';
import { ENGLISH_ENGINE } from '../words/english';
import { say } from '../words/say';
import { HostError, type Listing, type VaultFile, type VaultHost } from '../host/vault-host';
import { compareText } from '../text/order';
import { FolderState } from './folder-state.mts';
import { readOrdinary, refuseExtraordinary, textOf } from './read-text.mts';
import { hostError, isSystemError } from './system-error.mts';
import { VaultRoot } from './vault-root.mts';
import { replaceFile, writeBeside, placeNew } from './write-file.mts';

/**
 * Opens a folder as a vault, with what was read kept in it for the next run where a build is given; nothing in it is
 * read yet. Throws `missing` when there is no such folder.
 */
export function openFolder(folder: string, configDir = '.obsidian', keepsReadingsOf?: string): FolderHost {
  return new FolderHost(VaultRoot.open(folder), configDir, keepsReadingsOf);
}

class FolderHost implements VaultHost {
  /** Real folders of vault folders that were looked up, so that each is asked for once a listing. */
  private readonly realFolders = new Map<string, string>();

  readonly state: FolderState;
  readonly root: string;

  constructor(
    private readonly vault: VaultRoot,
    readonly configDir: string,
    keepsReadingsOf?: string,
  ) {
    this.root = vault.folder;
    this.state = new FolderState(vault, configDir, keepsReadingsOf);
  }

  async list(): Promise<Listing> {
    await Promise.resolve();
    this.vault.check();
    this.realFolders.clear();
    const files: VaultFile[] = [];
    const others: string[] = [];
    const failures: HostError[] = [];
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
      this.listFolder(folder, { files, others, folders, failures });
    files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    failures.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files, others: others.sort(compareText), failures };
  }

  /**
   * Links are not followed: one that leaves the vault must not be, and what one within the vault leads to is listed
   * already, so that following it would count a note twice and might never end. Their names are taken all the same.
   */
  private listFolder(
    folder: string,
    {
      files,
      others,
      folders,
      failures,
    }: { files: VaultFile[]; others: string[]; folders: string[]; failures: HostError[] },
  ): void {
    const prefix = folder === '' ? '' : `${folder}/`;
    // Put together by hand: `path.join` takes as long as asking the disk.
    const place = path.join(this.root, folder) + path.sep;
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(path.join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      // A folder that went while its parent was read is no failure; one whose name is not UTF-8 cannot be asked for.
      if (folder === '') throw hostError(error, this.root, 'listed');
      if (folder.includes(UNREADABLE) || !isSystemError(error, 'ENOENT', 'ENOTDIR'))
        failures.push(hostError(error, folder, 'listed'));
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const vaultPath = prefix + entry.name;
      if (entry.isDirectory()) folders.push(vaultPath);
      else if (entry.isFile()) {
        try {
          files.push(fileOf(vaultPath, fs.lstatSync(place + entry.name)));
        } catch (error) {
          if (!isSystemError(error, 'ENOENT') || (isNote(vaultPath) && vaultPath.includes(UNREADABLE)))
            failures.push(hostError(error, vaultPath, 'read'));
        }
      } else others.push(vaultPath);
    }
  }

  async stat(vaultPath: string): Promise<VaultFile> {
    await Promise.resolve();
    try {
      return fileOf(vaultPath, fs.statSync(this.realFile(vaultPath)));
    } catch (error) {
      throw hostError(error, vaultPath, 'read');
    }
  }

  async read(vaultPath: string): Promise<string> {
    await Promise.resolve();
    return decoded(this.readFile(vaultPath), vaultPath);
  }

  /** Null for what is not UTF-8. */
  private readFile(vaultPath: string): string | null {
    const file = this.realFolder(vaultPath) + path.sep + vaultPath.slice(vaultPath.lastIndexOf('/') + 1);
    try {
      return readOrdinary(file, vaultPath, READ_NO_LINK);
    } catch (error) {
      // The file is a link itself: where it leads is looked at before it is followed.
      if (!isSystemError(error, 'ELOOP', 'EMLINK')) throw hostError(error, vaultPath, 'read');
    }
    try {
      return readOrdinary(this.realFile(vaultPath), vaultPath);
    } catch (error) {
      throw hostError(error, vaultPath, 'read');
    }
  }

  /** The configuration folder may be a link out of the vault: many keep one configuration for all their vaults. */
  async readConfig(configPath: string): Promise<string | null> {
    await Promise.resolve();
    const vaultPath = `${this.configDir}/${configPath}`;
    refuseOutside(vaultPath);
    try {
      return decoded(readOrdinary(path.join(this.root, vaultPath), vaultPath), vaultPath);
    } catch (error) {
      if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null;
      throw hostError(error, vaultPath, 'read');
    }
  }

  async process(vaultPath: string, change: (now: string) => string | null): Promise<string> {
    refuseOutside(vaultPath);
    for (let attempt = 1; ; attempt++) {
      let file: string;
      let before: fs.BigIntStats;
      let now: string;
      try {
        file = this.realFile(vaultPath);
        before = fs.statSync(file, { bigint: true });
        refuseExtraordinary(before, vaultPath);
        now = decoded(textOf(fs.readFileSync(file)), vaultPath);
      } catch (error) {
        throw hostError(error, vaultPath, 'read');
      }
      const next = change(now);
      if (next === null || next === now) return now;
      if (await replaceFile(file, { vaultPath, text: next, before })) return next;
      if (attempt === ATTEMPTS)
        throw new HostError(
          'io',
          vaultPath,
          `“${vaultPath}” is being changed by something else again and again; try again later.`,
        );
    }
  }

  async create(vaultPath: string, text: string): Promise<void> {
    await Promise.resolve();
    const why = whyNotCreatable(vaultPath);
    if (why !== null)
      throw new HostError(
        'denied',
        vaultPath,
        `“${vaultPath}” cannot be created: the path ${say(ENGLISH_ENGINE.pathFaults, why)}.`,
      );
    const folders = vaultPath.split('/');
    const name = folders.pop() ?? '';
    const made: string[] = [];
    try {
      this.vault.check();
      let folder = this.root;
      for (const [index, part] of folders.entries()) {
        if (this.nameThere(folder, part, vaultPath) === null) {
          fs.mkdirSync(path.join(folder, part));
          made.push(path.join(folder, part));
        }
        folder = this.noLink(path.join(this.root, ...folders.slice(0, index + 1)), vaultPath);
      }
      if (this.nameThere(folder, name, vaultPath) !== null) {
        refuseExtraordinary(fs.statSync(this.noLink(path.join(folder, name), vaultPath)), vaultPath);
        throw existing(vaultPath, vaultPath);
      }
      const temporary = writeBeside(path.join(folder, name), text, NEW_FILE);
      placeNew(temporary, path.join(folder, name));
    } catch (error) {
      for (const folder of made.reverse()) removeEmpty(folder);
      throw isSystemError(error, 'EEXIST') ? existing(vaultPath, vaultPath) : hostError(error, vaultPath, 'created');
    }
  }

  /**
   * The entry of a folder with this very name, null for none; throws `exists` for one that differs in letter case or
   * Unicode form.
   */
  private nameThere(folder: string, name: string, vaultPath: string): string | null {
    const key = nameKey(name);
    const there = fs.readdirSync(folder).filter((entry) => nameKey(entry) === key);
    if (there.length === 0 || there.includes(name)) return there.length === 0 ? null : name;
    throw existing(
      vaultPath,
      path
        .relative(this.root, path.join(folder, there[0] ?? ''))
        .split(path.sep)
        .join('/'),
    );
  }

  /** Into `.trash` of the vault, where Obsidian keeps what it deletes; a number is added where the name is taken. */
  async trash(vaultPath: string): Promise<void> {
    await Promise.resolve();
    refuseOutside(vaultPath);
    try {
      const file = path.join(this.realFolder(vaultPath), path.basename(vaultPath));
      fs.lstatSync(file);
      const trash = path.join(this.root, '.trash');
      const there = fs.lstatSync(trash, { throwIfNoEntry: false });
      if (there === undefined) fs.mkdirSync(trash);
      else if (!there.isDirectory())
        throw new HostError(
          'denied',
          vaultPath,
          `“${vaultPath}” was left alone: “.trash” is a symbolic link or a file; put a folder in its place.`,
        );
      this.noLink(trash, vaultPath);
      const { name, ext } = path.parse(vaultPath);
      for (let count = 1; ; count++) {
        const target = path.join(trash, count === 1 ? name + ext : `${name} ${count}${ext}`);
        // A run that was stopped, and taken back, may have put it there before.
        const isThere = fs.existsSync(target);
        if (isThere && !isSameText(file, target)) continue;
        if (isThere) fs.unlinkSync(file);
        else fs.renameSync(file, target);
        this.removeEmptyFolders(vaultPath);
        return;
      }
    } catch (error) {
      throw hostError(error, vaultPath, 'moved to the trash');
    }
  }

  async discard(vaultPath: string): Promise<void> {
    await Promise.resolve();
    refuseOutside(vaultPath);
    try {
      fs.unlinkSync(path.join(this.realFolder(vaultPath), path.basename(vaultPath)));
      this.removeEmptyFolders(vaultPath);
    } catch (error) {
      throw hostError(error, vaultPath, 'deleted');
    }
  }

  /** Folders that were made for a page go with it; whichever holds anything stays. */
  private removeEmptyFolders(vaultPath: string): void {
    this.realFolders.clear();
    for (let slash = vaultPath.lastIndexOf('/'); slash > 0; slash = vaultPath.lastIndexOf('/', slash - 1)) {
      if (!removeEmpty(path.join(this.root, vaultPath.slice(0, slash)))) return;
    }
  }

  /** The folder on disk that holds a vault path's last part; throws `denied` where a link leads out of the vault. */
  private realFolder(vaultPath: string): string {
    refuseOutside(vaultPath);
    const slash = vaultPath.lastIndexOf('/');
    if (slash < 0) return this.root;
    const folder = vaultPath.slice(0, slash);
    const known = this.realFolders.get(folder);
    if (known !== undefined) return known;
    const real = this.insideOnly(path.join(this.root, folder), vaultPath);
    this.realFolders.set(folder, real);
    return real;
  }

  private realFile(vaultPath: string): string {
    refuseOutside(vaultPath);
    return this.insideOnly(path.join(this.root, vaultPath), vaultPath);
  }

  /** Nothing is made, or put away, through a link: what one within the vault leads to has a path of its own. */
  private noLink(place: string, vaultPath: string): string {
    const real = this.insideOnly(place, vaultPath);
    if (nameKey(real) === nameKey(place)) return real;
    throw new HostError(
      'denied',
      vaultPath,
      `“${vaultPath}” is reached through a symbolic link and was left alone; put a file or folder in its place.`,
    );
  }

  private insideOnly(place: string, vaultPath: string): string {
    let real: string;
    try {
      real = fs.realpathSync.native(place);
    } catch (error) {
      throw hostError(error, vaultPath, 'read');
    }
    if (vaultPath.startsWith(`${this.configDir}/`) || this.vault.holds(real)) return real;
    throw new HostError(
      'denied',
      vaultPath,
      `“${vaultPath}” leads out of the vault through a symbolic link and was left alone.`,
    );
  }
}

/** What stands for bytes of a name that are not UTF-8. */
const UNREADABLE = '\ufffd';

function fileOf(path: string, { size, mtimeMs, ctimeMs, ino }: fs.Stats): VaultFile {
  return { path, size, mtime: Math.trunc(mtimeMs), inode: `${ino} ${ctimeMs}` };
}

function isNote(vaultPath: string): boolean {
  return /\.md$/i.test(vaultPath);
}

/** Fails on a link instead of following it; Windows has no such flag and asks for rights to make links at all. */
const flags: Readonly<Partial<Record<string, number>>> = { ...fs.constants };
const READ_NO_LINK = fs.constants.O_RDONLY | (flags['O_NOFOLLOW'] ?? 0);

/** Times a file that changes between reading and renaming is read again. */
const ATTEMPTS = 5;
const NEW_FILE = 0o666;

function decoded(text: string | null, vaultPath: string): string {
  if (text === null) throw new HostError('not-utf8', vaultPath, `“${vaultPath}” is not UTF-8 text; save it as UTF-8.`);
  return text;
}

function refuseOutside(vaultPath: string): void {
  const why = whyOutside(vaultPath);
  if (why !== null)
    throw new HostError(
      'denied',
      vaultPath,
      `“${vaultPath}” was left alone: the path ${say(ENGLISH_ENGINE.pathFaults, why)}.`,
    );
}

function existing(vaultPath: string, there: string): HostError {
  return new HostError('exists', vaultPath, `“${vaultPath}” was not created: “${there}” already exists.`);
}

function isSameText(one: string, other: string): boolean {
  return fs.lstatSync(other).isFile() && fs.readFileSync(one).equals(fs.readFileSync(other));
}

function removeEmpty(folder: string): boolean {
  try {
    fs.rmdirSync(folder);
    return true;
  } catch {
    // Somebody put something there: then it stays.
    return false;
  }
}
