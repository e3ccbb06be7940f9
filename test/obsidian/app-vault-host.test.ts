import { HostError } from '../../src/host/vault-host';
import { AppVaultHost } from '../../src/obsidian/vault/app-vault-host';
import { Pace } from '../../src/obsidian/vault/pace';
import { AppDouble, type FileContent } from './app-double';

const LATIN1 = Uint8Array.from([0x63, 0x61, 0x66, 0xe9]);

function vault(files: Readonly<Record<string, FileContent>>): { app: AppDouble; host: AppVaultHost } {
  const app = new AppDouble(files);
  return { app, host: new AppVaultHost(app.original, new Pace(() => 0)) };
}

async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  return error instanceof HostError ? `${error.code} ${error.path}: ${error.message}` : String(error);
}

describe('list', () => {
  test('names every file outside dot-folders in UTF-16 order, with size and time', async () => {
    const { host } = vault({
      'b.md': 'ü',
      'a/ä.md': '',
      'a/B.md': '',
      'pic.png': 'x',
      '.obsidian/app.json': '{}',
      'a/.hidden/x.md': '',
    });
    const { files, failures } = await host.list();
    expect(files.map(({ path }) => path)).toEqual(['a/B.md', 'a/ä.md', 'b.md', 'pic.png']);
    expect(files[2]).toEqual({ path: 'b.md', size: 2, mtime: expect.any(Number) as number });
    expect(failures).toEqual([]);
  });
});

describe('read', () => {
  test('gives the text with its byte order mark and line ends', async () => {
    const { host } = vault({ 'a.md': '\uFEFFone\r\ntwo' });
    expect(await host.read('a.md')).toBe('\uFEFFone\r\ntwo');
  });

  test('tells text that is no UTF-8 from text that holds the replacement character', async () => {
    const { host } = vault({ 'bad.md': LATIN1, 'good.md': 'what \uFFFD was' });
    expect(await failure(host.read('bad.md'))).toBe(
      'not-utf8 bad.md: “bad.md” is not UTF-8 text, so it was left alone.',
    );
    expect(await host.read('good.md')).toBe('what \uFFFD was');
  });

  test('gives what is typed and not saved yet, and the file as it is where only line ends differ', async () => {
    const { app, host } = vault({ 'a.md': '\uFEFFone\r\ntwo\r\n' });
    const { editor } = app.open('a.md', { cursorAt: 'two' });
    expect(await host.read('a.md')).toBe('\uFEFFone\r\ntwo\r\n');
    editor.type('and ');
    expect(await host.read('a.md')).toBe('one\nand two\n');
  });

  test('says what is missing, what may not be read, and what else went wrong', async () => {
    const { app, host } = vault({ 'a.md': '', 'b.md': '' });
    app.fail('read', 'a.md', Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }));
    app.fail('read', 'b.md', new Error('The card was pulled out'));
    expect(await failure(host.read('c.md'))).toBe('missing c.md: “c.md” is gone.');
    expect(await failure(host.read('a.md'))).toBe('denied a.md: “a.md” could not be read: EACCES: permission denied');
    expect(await failure(host.read('b.md'))).toBe('io b.md: “b.md” could not be read: The card was pulled out');
  });
});

test('a file of the configuration folder is read, and null where there is none', async () => {
  const { host } = vault({ '.obsidian/daily-notes.json': '{"folder":"Daily"}' });
  expect(await host.readConfig('daily-notes.json')).toBe('{"folder":"Daily"}');
  expect(await host.readConfig('plugins/x/data.json')).toBeNull();
});

describe('process', () => {
  test('writes what the change makes of the text as it is now', async () => {
    const { app, host } = vault({ 'a.md': 'one\r\n' });
    expect(await host.process('a.md', (now) => `${now}two`)).toBe('one\r\ntwo');
    expect(app.text('a.md')).toBe('one\r\ntwo');
    expect(app.writes).toEqual(['modify a.md']);
  });

  test.each([
    ['null', () => null],
    ['the same text', (now: string) => now],
  ])('writes nothing for %s', async (_, change) => {
    const { app, host } = vault({ 'a.md': 'one' });
    expect(await host.process('a.md', change)).toBe('one');
    expect(app.writes).toEqual([]);
  });

  test.each([false, true])('keeps a byte order mark (app drops it: %s)', async (drops) => {
    const { app, host } = vault({ 'a.md': '\uFEFFone', 'b.md': 'one' });
    app.dropsByteOrderMarks = drops;
    expect(await host.process('a.md', (now) => `${now}!`)).toBe('\uFEFFone!');
    expect(await host.process('b.md', (now) => `${now}!`)).toBe('one!');
    expect([app.text('a.md'), app.text('b.md')]).toEqual(['\uFEFFone!', 'one!']);
  });

  test('never writes into text that is no UTF-8', async () => {
    const { app, host } = vault({ 'a.md': LATIN1 });
    expect(await failure(host.process('a.md', () => 'new'))).toMatch(/^not-utf8 a\.md/);
    expect(app.writes).toEqual([]);
  });

  test('says why a file could not be written', async () => {
    const { app, host } = vault({ 'a.md': '' });
    app.fail('process', 'a.md', new Error('ENOSPC: no space left on device'));
    expect(await failure(host.process('a.md', () => 'new'))).toBe(
      'io a.md: “a.md” could not be written: ENOSPC: no space left on device',
    );
    expect(await failure(host.process('b.md', () => 'new'))).toMatch(/^missing b\.md/);
  });

  test('changes an open note in its editor, in one transaction that leaves the cursor where it was', async () => {
    const { app, host } = vault({ 'a.md': '# Ann\nold\n\nMy words.\n' });
    const { editor } = app.open('a.md', { cursorAt: 'words' });
    editor.type('very own ');
    const text = await host.process('a.md', (now) => now.replace('old\n', 'new\nnewer\n'));
    expect(text).toBe('# Ann\nnew\nnewer\n\nMy very own words.\n');
    expect(editor.transactions).toEqual([['6-10:new\nnewer\n']]);
    expect(editor.behindCursor()).toBe('words.');
    expect(app.text('a.md')).toBe(text);
    expect(app.writes).toEqual(['modify a.md']);
  });

  test.each([
    ['above the words', 'Mine: ', 'new\nnewer\n'],
    ['by lines that go', 'Mine: ', ''],
    ['beside two typings', 'Mine: ', 'ä😀\n'],
  ])(
    'Ctrl+Z after what was written by itself takes back what was typed, and that alone: %s',
    async (_, typed, fresh) => {
      const { app, host } = vault({ 'a.md': 'old\n\nwords old\n' });
      const { editor } = app.open('a.md', { cursorAt: 'words' });
      editor.type(typed);
      await host.process('a.md', (now) => now.replaceAll('old\n', fresh), { byItself: true });
      expect(app.text('a.md')).toBe(`${fresh}\n${typed}words ${fresh}`);
      expect(editor.behindCursor()).toMatch(/^words/);
      editor.undo();
      expect(editor.getValue()).toBe(`${fresh}\nwords ${fresh}`);
      editor.undo();
      expect(editor.getValue()).toBe(`${fresh}\nwords ${fresh}`);
    },
  );

  test('what the person asked for is taken back by one Ctrl+Z; so is all where the app shows no inner editor', async () => {
    const { app, host } = vault({ 'a.md': 'old\n', 'b.md': 'old\n' });
    const { editor } = app.open('a.md');
    await host.process('a.md', () => 'new\n');
    editor.undo();
    expect(editor.getValue()).toBe('old\n');
    const other = app.open('b.md').editor;
    Object.assign(other, { cm: undefined });
    expect(await host.process('b.md', () => 'new\n', { byItself: true })).toBe('new\n');
    other.undo();
    expect(other.getValue()).toBe('old\n');
  });

  test('leaves an open note alone when nothing changes, and one in reading mode to the vault', async () => {
    const { app, host } = vault({ 'a.md': 'one', 'b.md': 'one' });
    const { editor } = app.open('a.md');
    expect(await host.process('a.md', () => null)).toBe('one');
    expect([editor.transactions, app.writes]).toEqual([[], []]);
    const reading = app.open('b.md', { mode: 'preview' });
    expect(await host.process('b.md', () => 'two')).toBe('two');
    expect([reading.editor.transactions, app.text('b.md')]).toEqual([[], 'two']);
  });
});

describe('panes', () => {
  test('of two editors on one file the one that the person is in is written to, once', async () => {
    const { app, host } = vault({ 'a.md': 'one\n' });
    const first = app.open('a.md');
    const second = app.open('a.md');
    const views = app.app.workspace.getLeavesOfType('markdown').map(({ view }) => view);
    Object.assign(app.app.workspace, { getActiveViewOfType: () => views[1] });
    expect(await host.process('a.md', (now) => now.replace('one', 'two'))).toBe('two\n');
    expect([first.editor.transactions, second.editor.transactions]).toEqual([[], [['0-3:two']]]);
    expect(app.writes).toEqual(['modify a.md']);
    // The person is in another note's pane: any editor of the file will do, once.
    Object.assign(app.app.workspace, { getActiveViewOfType: () => null });
    await host.process('a.md', () => 'three\n');
    expect([first.editor.transactions.length, second.editor.transactions.length]).toEqual([1, 1]);
    expect(app.writes).toEqual(['modify a.md', 'modify a.md']);
  });

  test('a pane that shows another note is left alone, and so is one in reading mode beside an editor', async () => {
    const { app, host } = vault({ 'a.md': 'one\n', 'b.md': 'other\n' });
    const editing = app.open('a.md');
    const reading = app.open('a.md', { mode: 'preview' });
    const other = app.open('b.md');
    await host.process('a.md', (now) => now.replace('one', 'two'));
    expect([editing, reading, other].map(({ editor }) => editor.transactions.length)).toEqual([1, 0, 0]);
  });

  test('a tab that was not shown since the app started holds no view: it is neither woken nor asked, the file is written', async () => {
    const { app, host } = vault({ 'a.md': 'one\n' });
    const { close } = app.open('a.md');
    const asked: string[] = [];
    const [leaf] = app.app.workspace.getLeavesOfType('markdown');
    const deferred = new Proxy(
      {},
      {
        get: (_, name) => {
          asked.push(String(name));
          return undefined;
        },
      },
    );
    Object.assign(leaf ?? {}, {
      view: deferred,
      loadIfDeferred: () => {
        asked.push('loaded');
      },
    });
    expect(await host.process('a.md', (now) => now.replace('one', 'two'))).toBe('two\n');
    expect(app.text('a.md')).toBe('two\n');
    // `instanceof` looks at what it is made of, and at nothing else.
    expect(asked.filter((name) => !/^(?:Symbol|constructor|getPrototypeOf)/.test(name))).toEqual([]);
    close();
  });
});

describe('create', () => {
  test('makes the folders that are missing, one by one', async () => {
    const { app, host } = vault({ 'People/Bo.md': '' });
    await host.create('People/Ann Lee/Notes/Ann Lee.md', '# Ann Lee\n');
    expect(app.text('People/Ann Lee/Notes/Ann Lee.md')).toBe('# Ann Lee\n');
    expect(app.writes).toEqual([
      'create People/Ann Lee',
      'create People/Ann Lee/Notes',
      'create People/Ann Lee/Notes/Ann Lee.md',
    ]);
  });

  test.each([
    ['People/ann lee.md', 'People/Ann Lee.md'],
    ['Zo\u00eb.md', 'Zoe\u0308.md'],
  ])('does not create %s where %s is', async (path, there) => {
    const { app, host } = vault({ [there]: 'mine' });
    expect(await failure(host.create(path, 'x'))).toBe(
      `exists ${path}: “${path}” was not created: “${there}” already exists.`,
    );
    expect(app.writes).toEqual([]);
  });

  test('takes a folder in another letter case, and no file for a folder', async () => {
    const { app, host } = vault({ 'people/Bo.md': '', Projects: '' });
    await host.create('People/Ann.md', '');
    expect(app.writes).toEqual(['create people/Ann.md']);
    expect(await failure(host.create('Projects/Atlas.md', ''))).toMatch(
      /^exists .* “Projects” is a file, not a folder\.$/,
    );
  });

  test('goes on when somebody else made the folder in the meantime', async () => {
    const { app, host } = vault({});
    const { vault: inner } = app.app;
    const make = inner.createFolder.bind(inner);
    Object.assign(inner, {
      createFolder: async (path: string) => {
        await make(path);
        return make(path);
      },
    });
    await host.create('People/Ann.md', 'x');
    expect(app.text('People/Ann.md')).toBe('x');
  });

  test('says why it could not', async () => {
    const { app, host } = vault({});
    app.fail('createFolder', 'People', Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' }));
    expect(await failure(host.create('People/Ann.md', ''))).toBe(
      'denied People/Ann.md: “People/Ann.md” could not be created: EROFS: read-only file system',
    );
    expect(await failure(host.create('../Ann.md', ''))).toMatch(/^denied .* the path leaves the vault\.$/);
  });
});

test('trash goes through the app, and says why it could not', async () => {
  const { app, host } = vault({ 'a.md': '', 'b.md': '' });
  await host.trash('a.md');
  expect(Object.keys(app.texts())).toEqual(['b.md']);
  app.fail('trash', 'b.md', new Error('busy'));
  expect(await failure(host.trash('b.md'))).toBe('io b.md: “b.md” could not be moved to the trash: busy');
});

test('what a run left half done is deleted, not put into the trash', async () => {
  const { app, host } = vault({ 'a.md': '', 'b.md': '' });
  await host.discard('a.md');
  expect(Object.keys(app.texts())).toEqual(['b.md']);
  expect(await failure(host.discard('a.md'))).toMatch(/^missing a\.md: /);
});

test('long work gives the window its turn', async () => {
  let clock = 0;
  const pace = new Pace(() => clock);
  let turns = 0;
  const timer = window.setInterval(() => {
    turns += 1;
  }, 0);
  for (let at = 0; at < 100; at++) {
    clock += 10;
    await pace.yieldIfDue();
  }
  window.clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});
