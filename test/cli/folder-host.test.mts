import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openFolder } from '../../src/cli/folder-host.mts';
import { describeHost, expectError } from '../host/host-contract';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  fs.mkdirSync(at(''));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The vault is a folder within the scratch folder, so that links can lead out of it. */
function at(file: string): string {
  return path.join(folder, 'vault', file);
}

function put(file: string, content: string | Uint8Array): void {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), content);
}

function read(file: string): string {
  return fs.readFileSync(at(file), 'utf8');
}

describeHost('a folder', (files) => {
  for (const [file, content] of Object.entries(files)) put(file, content);
  return { host: openFolder(at('')), put, mtime: (file) => fs.statSync(at(file)).mtimeMs };
});

test('a folder that is not there is no vault', () => {
  expect(() => openFolder(at('nowhere'))).toThrow(/nowhere.*no such/);
  put('a.md', '');
  expect(() => openFolder(at('a.md'))).toThrow(/not a folder/);
});

test('a note whose name is not UTF-8 is named, not passed over', async () => {
  put('a.md', 'text');
  const name = Buffer.concat([Buffer.from(at('b')), Buffer.from([0xff]), Buffer.from('.md')]);
  try {
    fs.writeFileSync(name, 'text');
  } catch {
    // This system has no such names.
    return;
  }
  const { files, failures } = await openFolder(at('')).list();
  expect([files.map((file) => file.path), failures.map((failure) => failure.path)]).toEqual([['a.md'], ['b\ufffd.md']]);
});

describe('symbolic links', () => {
  test('out of the vault are neither listed nor followed', async () => {
    fs.mkdirSync(path.join(folder, 'outside'));
    fs.writeFileSync(path.join(folder, 'outside', 'secret.md'), 'secret');
    fs.symlinkSync(path.join(folder, 'outside'), at('out'));
    fs.symlinkSync(path.join(folder, 'outside', 'secret.md'), at('secret.md'));
    const host = openFolder(at(''));
    expect(await host.list()).toEqual({ files: [], others: ['out', 'secret.md'], failures: [] });
    for (const file of ['out/secret.md', 'secret.md']) {
      await expectError('denied', file, () => host.read(file));
      await expectError('denied', file, () => host.process(file, () => 'x'));
    }
    await expectError('denied', 'out/new.md', () => host.create('out/new.md', 'x'));
    await expectError('denied', 'secret.md', () => host.create('secret.md', 'x'));
    expect(fs.readdirSync(path.join(folder, 'outside'))).toEqual(['secret.md']);
    expect(fs.readFileSync(path.join(folder, 'outside', 'secret.md'), 'utf8')).toBe('secret');
  });

  test('into a folder beside the vault whose name begins as its own does lead out of it', async () => {
    fs.mkdirSync(path.join(folder, 'vault-old'));
    fs.writeFileSync(path.join(folder, 'vault-old', 'secret.md'), 'secret');
    fs.symlinkSync(path.join(folder, 'vault-old'), at('old'));
    const host = openFolder(at(''));
    expect(await host.list()).toMatchObject({ files: [], others: ['old'] });
    await expectError('denied', 'old/secret.md', () => host.read('old/secret.md'));
    await expectError('denied', 'old/new.md', () => host.create('old/new.md', 'x'));
  });

  test('within the vault list nothing twice, and a loop ends', async () => {
    put('a/note.md', 'text');
    fs.symlinkSync('..', at('a/loop'));
    fs.symlinkSync(at('a'), at('b'));
    fs.symlinkSync('note.md', at('a/link.md'));
    fs.symlinkSync('nowhere', at('broken.md'));
    fs.symlinkSync('self.md', at('self.md'));
    const host = openFolder(at(''));
    expect((await host.list()).files.map((file) => file.path)).toEqual(['a/note.md']);
    await expectError('missing', 'broken.md', () => host.read('broken.md'));
    await expectError('denied', 'self.md', () => host.read('self.md'));
  });

  test('within the vault are read and written through, and stay links', async () => {
    put('a/note.md', 'text');
    fs.symlinkSync('a/note.md', at('link.md'));
    const host = openFolder(at(''));
    expect(await host.read('link.md')).toBe('text');
    await host.process('link.md', () => 'new');
    expect(read('a/note.md')).toBe('new');
    expect(fs.lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
  });

  test('the vault may be reached by one, and so may the configuration', async () => {
    put('a.md', 'text');
    fs.mkdirSync(path.join(folder, 'config'));
    fs.writeFileSync(path.join(folder, 'config', 'app.json'), '{}');
    fs.symlinkSync(path.join(folder, 'config'), at('.obsidian'));
    fs.symlinkSync(at(''), path.join(folder, 'alias'));
    const host = openFolder(path.join(folder, 'alias'));
    expect(await host.read('a.md')).toBe('text');
    expect(await host.readConfig('app.json')).toBe('{}');
  });
});

describe('writing', () => {
  test('another name of the file (a hard link, as in a snapshot) keeps the old text', async () => {
    put('a.md', 'one');
    fs.linkSync(at('a.md'), at('snapshot.md'));
    await openFolder(at('')).process('a.md', () => 'two');
    expect([read('a.md'), read('snapshot.md')]).toEqual(['two', 'one']);
  });

  test.each(['', 'x', 'longer than what was there before, by far'])('the new text alone is there: %j', async (text) => {
    put('a.md', 'one, two, three');
    await openFolder(at('')).process('a.md', () => text);
    expect(read('a.md')).toBe(text);
    expect(fs.readdirSync(at(''))).toEqual(['a.md']);
  });

  test('keeps the mode, and leaves no other file behind', async () => {
    put('a.md', 'one');
    fs.chmodSync(at('a.md'), 0o640);
    await openFolder(at('')).process('a.md', () => 'two');
    expect(fs.statSync(at('a.md')).mode & 0o7777).toBe(0o640);
    expect(fs.readdirSync(at(''))).toEqual(['a.md']);
  });

  test('leaves a read-only file alone', async () => {
    put('a.md', 'one');
    fs.chmodSync(at('a.md'), 0o444);
    const host = openFolder(at(''));
    await expectError('denied', 'a.md', () => host.process('a.md', () => 'two'));
    expect(read('a.md')).toBe('one');
    expect(fs.readdirSync(at(''))).toEqual(['a.md']);
  });

  test('takes in what another program wrote meanwhile', async () => {
    put('a.md', 'one');
    let first = true;
    const result = await openFolder(at('')).process('a.md', (now) => {
      if (first) put('a.md', 'typed in between');
      first = false;
      return `${now}!`;
    });
    expect(result).toBe('typed in between!');
    expect(read('a.md')).toBe('typed in between!');
  });

  test('gives up on a file that never holds still, with the last text in place', async () => {
    put('a.md', 'one');
    let count = 0;
    await expectError('io', 'a.md', () =>
      openFolder(at('')).process('a.md', (now) => {
        put('a.md', `typed ${'x'.repeat(++count)}`);
        return `${now}!`;
      }),
    );
    expect(read('a.md')).toBe('typed xxxxx');
    expect(fs.readdirSync(at(''))).toEqual(['a.md']);
  });

  test('a mistake in what computes the text leaves the file', async () => {
    put('a.md', 'one');
    await expect(
      openFolder(at('')).process('a.md', () => {
        throw new Error('mistake');
      }),
    ).rejects.toThrow('mistake');
    expect(read('a.md')).toBe('one');
  });

  test('an open file that is replaced is seen whole, old or new', async () => {
    put('a.md', 'old '.repeat(1000));
    const handle = fs.openSync(at('a.md'), 'r');
    await openFolder(at('')).process('a.md', () => 'new');
    expect(fs.readFileSync(handle, 'utf8')).toBe('old '.repeat(1000));
    fs.closeSync(handle);
  });
});

describe('creating', () => {
  test('a folder in another letter case is not doubled', async () => {
    put('people/x.md', '');
    const host = openFolder(at(''));
    await expectError('exists', 'People/Ann.md', () => host.create('People/Ann.md', ''));
    expect(fs.readdirSync(at(''))).toEqual(['people']);
  });

  test('folders made for a file that then fails go again', async () => {
    put('People/ann', 'a file');
    const host = openFolder(at(''));
    await expectError('missing', 'People/ann/x/y.md', () => host.create('People/ann/x/y.md', ''));
    await expectError('denied', 'New/Folder/a?.md', () => host.create('New/Folder/a?.md', ''));
    expect(fs.readdirSync(at(''))).toEqual(['People']);
  });

  test('twice at once makes one file and no rest', async () => {
    const host = openFolder(at(''));
    const results = await Promise.allSettled(['one', 'two'].map((text) => host.create('a.md', text)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(read('a.md')).toBe('one');
    expect(fs.readdirSync(at(''))).toEqual(['a.md']);
  });
});

test('what is trashed twice under one name is kept twice', async () => {
  put('a/x.md', 'one');
  put('b/x.md', 'two');
  const host = openFolder(at(''));
  await host.trash('a/x.md');
  await host.trash('b/x.md');
  expect([read('.trash/x.md'), read('.trash/x 2.md')]).toEqual(['one', 'two']);
});

test('an unreadable folder is named and the rest is listed', async () => {
  put('a.md', '');
  put('closed/b.md', '');
  put('closed.md', 'x');
  const host = openFolder(at(''));
  // Whoever runs as root may read everything: then the folder is made to fail by being too deep for the system.
  if (process.getuid?.() === 0) {
    const listed = fs.readdirSync;
    const spy = jest.spyOn(fs, 'readdirSync').mockImplementation(((place: string, options: never) => {
      if (place.endsWith('closed')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return listed(place, options);
    }) as never);
    const { files, failures } = await host.list();
    spy.mockRestore();
    expect(files.map((file) => file.path)).toEqual(['a.md', 'closed.md']);
    expect(failures).toMatchObject([{ code: 'denied', path: 'closed' }]);
    return;
  }
  fs.chmodSync(at('closed'), 0);
  const { files, failures } = await host.list();
  fs.chmodSync(at('closed'), 0o755);
  expect(files.map((file) => file.path)).toEqual(['a.md', 'closed.md']);
  expect(failures).toMatchObject([{ code: 'denied', path: 'closed' }]);
});

test('special files are not notes', async () => {
  put('a.md', '');
  execFileSync('mkfifo', [at('pipe.md')]);
  expect((await openFolder(at('')).list()).files.map((file) => file.path)).toEqual(['a.md']);
});

test('a disk that is full leaves the old text and no rest', async () => {
  put('a.md', 'one');
  const spy = jest.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  try {
    const host = openFolder(at(''));
    await expect(host.process('a.md', () => 'two')).rejects.toThrow(/a\.md.*disk is full/);
    await expect(host.create('b/c.md', 'two')).rejects.toThrow(/disk is full/);
  } finally {
    spy.mockRestore();
  }
  expect(read('a.md')).toBe('one');
  expect(fs.readdirSync(at(''))).toEqual(['a.md']);
});

test('a disk without hard links still never overwrites', async () => {
  const spy = jest.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
  });
  try {
    const host = openFolder(at(''));
    await host.create('a.md', 'one');
    await expectError('exists', 'a.md', () => host.create('a.md', 'two'));
  } finally {
    spy.mockRestore();
  }
  expect(read('a.md')).toBe('one');
  expect(fs.readdirSync(at(''))).toEqual(['a.md']);
});
