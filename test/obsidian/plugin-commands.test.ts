/**
 * The commands besides the rollup itself, the status bar, the app's command line and the API, as their users meet them.
 */
import { click, onThatEvening, PluginDouble, settle, until, VAULT } from './plugin-double';
import { Platform } from 'obsidian-test-mocks/obsidian';
import type { ThroughlineIndex } from '../../src/obsidian/commands/api';

onThatEvening();

const rolledUp = async (files = VAULT, data?: unknown): Promise<PluginDouble> => {
  const double = await (data === undefined ? new PluginDouble(files) : new PluginDouble(files, data)).agreed().load();
  await double.rollUp();
  double.app.writes.length = 0;
  return double;
};

/** The names of the files of a plan that a modal shows, and the lines of the one that is unfolded. */
function shownFiles(modal: HTMLElement): string[] {
  return [...modal.querySelectorAll('summary')].map(({ textContent }) => textContent);
}

function unfold(modal: HTMLElement, path: string): string[] {
  const details = [...modal.querySelectorAll('details')].find(
    (each) => each.querySelector('summary')?.textContent === path,
  );
  if (details === undefined) throw new Error(`No ${path} among ${shownFiles(modal).join(', ')}`);
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  return [...details.querySelectorAll('.throughline-diff-line')].map(({ textContent }) => textContent);
}

describe('preview', () => {
  test('shows each page folded with its diff, writes nothing, and can be cancelled', async () => {
    const double = await new PluginDouble().agreed().load();
    double.start('preview-rollup');
    const modal = await double.modal();
    expect(modal.textContent).toMatch(/This would be written: \d+ pages new, \d+ changed\./);
    expect(shownFiles(modal)).toEqual(expect.arrayContaining(['People/Dana Fox.md', 'Throughline/Follow-ups.md']));
    expect(modal.querySelector('.throughline-diff')).toBeNull();
    expect(unfold(modal, 'People/Dana Fox.md')).toEqual(
      expect.arrayContaining([' # Dana Fox', expect.stringMatching(/^\+<!-- throughline:begin person/)]),
    );
    expect(modal.querySelectorAll('.throughline-diff-added').length).toBeGreaterThan(3);
    expect(double.app.shownNotices()).toEqual([]);
    double.press('Cancel');
    await settle();
    expect([double.app.writes, double.app.modals, double.app.shownNotices()]).toEqual([[], [], []]);
  });

  test('carries out what it showed', async () => {
    const double = await new PluginDouble().agreed().load();
    double.start('preview-rollup');
    const shown = shownFiles(await double.modal());
    expect(
      await double.saidBy(() => {
        double.press('Roll up');
      }),
    ).toMatch(/^\d+ pages new, \d+ changed\./);
    const written = double.app.writes
      .filter((write) => write.endsWith('.md'))
      .map((write) => write.replace(/^(?:create|modify) /, ''));
    expect([...new Set(written)].sort()).toEqual(shown.sort());
  });

  test('says that nothing would change, and offers nothing then', async () => {
    const double = await rolledUp();
    double.start('preview-rollup');
    const modal = await double.modal();
    expect(modal.textContent).toContain('Nothing would change: everything is up to date.');
    expect([...modal.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Close']);
  });

  test('text of notes is text, whatever it holds', async () => {
    const double = await new PluginDouble({
      'Meetings/2025-10-28 <img src=x onerror=1>.md':
        '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\n---\n## Decisions\n- <img src=x onerror="alert(1)"> it\n',
      'People/Dana Fox.md': '# Dana Fox\n<b>bold</b>\n',
    })
      .agreed()
      .load();
    double.start('preview-rollup');
    const modal = await double.modal();
    expect(unfold(modal, 'People/Dana Fox.md').join('\n')).toContain('<b>bold</b>');
    expect(modal.querySelector('img, b')).toBeNull();
  });

  test('asks for what the first rollup asks on a device that has not agreed', async () => {
    const double = await new PluginDouble().load();
    double.start('preview-rollup');
    await double.modal();
    expect(double.app.modals[0]?.contentEl.textContent).toContain('You see every change before anything is written.');
  });
});

describe('the first rollup', () => {
  test('is for the answers given: start date, kinds, properties, new pages', async () => {
    const double = await new PluginDouble(VAULT, null).load();
    double.start();
    const modal = await double.modal();
    const [, date] = [...modal.querySelectorAll('input')];
    if (date === undefined) throw new Error('No field for the start date.');
    const type = (text: string): void => {
      date.value = text;
      date.dispatchEvent(new Event('input'));
    };
    type('2025-02-30');
    double.press('Show what would change');
    expect(double.modalText()).toContain('“Start date” is "2025-02-30"; it must be a day that exists');
    type('2025-10-01');
    const first = Reflect.get(double.app.modals[0] ?? {}, 'written') as Map<string, boolean>;
    expect([...first]).toEqual([
      ['person', true],
      ['project', true],
      ['account', true],
    ]);
    first.set('project', false);
    double.press('Show what would change');
    await until(() => double.modalText().includes('This would be written') || undefined);
    expect(shownFiles(modal)).not.toContain('Projects/Atlas/Atlas.md');
    expect(
      await double.saidBy(() => {
        double.press('Roll up');
      }),
    ).toMatch(/pages new/);
    expect(double.data).toEqual({ startDate: '2025-10-01', includeKinds: ['person', 'account'] });
    expect(double.app.text('Projects/Atlas/Atlas.md')).toBe(VAULT['Projects/Atlas/Atlas.md']);
    await settle();
    expect(double.app.original.loadLocalStorage('throughline-writes-by-itself')).not.toBe(true);
  });

  test('lets this device write by itself only where that is asked for', async () => {
    const double = await new PluginDouble().load();
    await double.preview();
    Object.assign(double.app.modals[0] ?? {}, { byItself: true });
    await double.saidBy(() => {
      double.press('Roll up');
    });
    await until(() =>
      double.app.original.loadLocalStorage('throughline-writes-by-itself') === true ? true : undefined,
    );
    double.unload();
  });
});

describe('cancelling', () => {
  test('while pages are written leaves those that are, says so, and can be undone', async () => {
    const double = await new PluginDouble().agreed().load();
    const { vault } = double.app.app;
    const create = vault.create.bind(vault);
    let made = 0;
    Object.assign(vault, {
      create: async (path: string, text: string) => {
        const file = await create(path, text);
        made += 1;
        if (made === 2)
          click(double.app.notices.find(({ text: said }) => said().startsWith('Writing'))?.element, 'Cancel');
        return file;
      },
    });
    const before = double.app.texts();
    const said = await double.rollUp();
    expect(said).toMatch(/^Rollup stopped: \d+ of \d+ pages were written\./);
    expect(made).toBe(2);
    expect(double.app.texts()).not.toEqual(before);
    double.start('undo-rollup');
    await double.modal();
    await double.saidBy(() => {
      double.press('Undo');
    });
    expect(double.app.texts()).toEqual(before);
  });
});

describe('undo', () => {
  test('shows what it would put back, and does it once that is agreed to', async () => {
    const double = await new PluginDouble().agreed().load();
    const before = double.app.texts();
    await double.rollUp();
    const after = double.app.texts();
    double.start('undo-rollup');
    const modal = await double.modal();
    expect(modal.textContent).toMatch(/This would be put back: \d+ pages as before, \d+ pages to the trash\./);
    expect(unfold(modal, 'People/Dana Fox.md')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^−<!-- throughline:begin person/)]),
    );
    double.press('Cancel');
    await settle();
    expect(double.app.texts()).toEqual(after);
    double.start('undo-rollup');
    await double.modal();
    expect(
      await double.saidBy(() => {
        double.press('Undo');
      }),
    ).toMatch(/^Undone: \d+ pages as before, \d+ pages to the trash\.$/);
    expect(double.app.texts()).toEqual(before);
    expect(
      await double.saidBy(() => {
        double.start('undo-rollup');
      }),
    ).toContain('nothing to undo');
  });

  test('leaves what was changed since, and names it', async () => {
    const double = await rolledUp();
    double.app.put('People/Dana Fox.md', `${double.app.text('People/Dana Fox.md')}More of my own.\n`);
    double.start('undo-rollup');
    expect((await double.modal()).textContent).toContain(
      'People/Dana Fox.md was left alone: The file has changed since.',
    );
    await double.saidBy(() => {
      double.press('Undo');
    });
    expect(double.app.text('People/Dana Fox.md')).toContain('More of my own.');
  });
});

describe('remove everything', () => {
  test('shows what goes, gives back every byte once agreed to, and can be undone itself', async () => {
    const double = await new PluginDouble().agreed().load();
    const before = double.app.texts();
    await double.rollUp();
    const after = double.app.texts();
    double.start('remove-everything');
    expect(shownFiles(await double.modal())).toContain('People/Dana Fox.md');
    expect(
      await double.saidBy(() => {
        double.press('Remove');
      }),
    ).toMatch(
      /^Removed from \d+ pages, \d+ of them to the trash\.\nThroughline is now paused until your next rollup\.$/,
    );
    expect(double.app.texts()).toEqual(before);
    double.start('undo-rollup');
    await double.modal();
    await double.saidBy(() => {
      double.press('Undo');
    });
    expect(double.app.texts()).toEqual(after);
  });

  test('says that there is nothing', async () => {
    const double = await new PluginDouble().agreed().load();
    double.start('remove-everything');
    expect((await double.modal()).textContent).toContain('There is nothing from Throughline in this vault.');
  });
});

describe('link names in this note', () => {
  const FILES = {
    ...VAULT,
    'Notes/Call.md':
      '---\ntype: call\ndate: 2025-10-29\npeople: ["[[Dana Fox]]"]\n---\nSpoke to Dana Fox about it.\n\n## Later\nAsk Bo Kim too.\n',
  };
  const start = (double: PluginDouble): unknown =>
    double.mocked.commands__
      .get('link-names')
      ?.editorCheckCallback?.(
        false,
        {} as never,
        { file: double.app.app.vault.getFileByPath('Notes/Call.md') } as never,
      );

  test('makes what was chosen in one step of the editor, which keeps the cursor and what is typed', async () => {
    const double = await new PluginDouble(FILES).agreed().load();
    const { editor } = double.app.open('Notes/Call.md', { cursorAt: 'about it' });
    editor.type('again ');
    start(double);
    const modal = await double.modal();
    expect([...modal.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Dana Fox', 'Bo Kim']);
    const chosen = Reflect.get(double.app.modals[0] ?? {}, 'chosen') as Set<{ text: string }>;
    for (const choice of chosen) if (choice.text === 'Bo Kim') chosen.delete(choice);
    expect(
      await double.saidBy(() => {
        double.press('Link');
      }),
    ).toBe('1 link made.');
    expect(editor.getValue()).toContain('Spoke to [[Dana Fox]] again about it.\n\n## Later\nAsk Bo Kim too.');
    expect([editor.transactions.length, editor.behindCursor()]).toEqual([1, 'about it.']);
    expect(double.app.text('Notes/Call.md')).toBe(editor.getValue());
  });

  test.each([
    ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['both', (text: string) => `\uFEFF${text.replace(/\n/g, '\r\n')}`],
  ])('links in a note with %s that is open in an editor, and keeps it', async (_, form) => {
    const double = await new PluginDouble({ ...VAULT, 'Notes/Call.md': form(FILES['Notes/Call.md']) }).agreed().load();
    double.app.open('Notes/Call.md');
    start(double);
    await double.modal();
    expect(
      await double.saidBy(() => {
        double.press('Link');
      }),
    ).toBe('2 links made.');
    const linked = FILES['Notes/Call.md'].replace('to Dana Fox', 'to [[Dana Fox]]').replace('Bo Kim', '[[Bo Kim]]');
    expect(double.app.text('Notes/Call.md')).toBe(form(linked));
  });

  test('writes nothing when it is cancelled, or the note changes meanwhile', async () => {
    const double = await new PluginDouble(FILES).agreed().load();
    start(double);
    await double.modal();
    double.press('Cancel');
    await settle();
    expect(double.app.text('Notes/Call.md')).toBe(FILES['Notes/Call.md']);
    start(double);
    await double.modal();
    double.app.put('Notes/Call.md', `${FILES['Notes/Call.md']}More.\n`);
    expect(
      await double.saidBy(() => {
        double.press('Link');
      }),
    ).toContain('Nothing was linked: The file has changed since.');
    expect(double.app.text('Notes/Call.md')).toBe(`${FILES['Notes/Call.md']}More.\n`);
  });

  test('is there for a note alone, and says where it links nothing', async () => {
    const double = await rolledUp();
    const command = double.mocked.commands__.get('link-names');
    expect(command?.editorCheckCallback?.(true, {} as never, { file: null } as never)).toBe(false);
    const said = await double.saidBy(() => {
      command?.editorCheckCallback?.(
        false,
        {} as never,
        { file: double.app.app.vault.getFileByPath('Throughline/Follow-ups.md') } as never,
      );
    });
    expect(said).toContain('Throughline/Follow-ups.md is a page that Throughline writes');
  });
});

describe('the status bar', () => {
  const turnOn = (double: PluginDouble): void => {
    double.app.original.saveLocalStorage('throughline-status-bar-count', true);
  };
  const items = (double: PluginDouble): HTMLElement[] => double.statusBar;

  test('holds nothing unless it is asked for, and nothing is read for it', async () => {
    const double = await new PluginDouble().agreed().load();
    await settle();
    expect([items(double), double.app.reads]).toEqual([[], 0]);
  });

  test('counts what is late and due today, and follows a rollup', async () => {
    const double = new PluginDouble().agreed();
    turnOn(double);
    await double.load();
    expect(await until(() => items(double)[0]?.textContent || undefined)).toBe('1 late');
    double.app.put(
      'Meetings/2025-11-03 Dana.md',
      '---\ntype: 1-1\ndate: 2025-11-03\npeople: ["[[Dana Fox]]"]\n---\n## Action items\n- [ ] Call back @Ann Lee 📅 2025-11-03\n',
    );
    await double.rollUp();
    expect(await until(() => (items(double)[0]?.textContent === '1 late, 1 today' ? true : undefined))).toBe(true);
    expect(items(double)[0]?.getAttribute('aria-label')).toBe('Follow-ups: 1 late, 1 today. Opens their page.');
  });

  test('is not there on a phone', async () => {
    const mobile = jest.replaceProperty(Platform, 'isMobile', true);
    const double = new PluginDouble().agreed();
    turnOn(double);
    await double.load();
    await settle();
    expect(items(double)).toEqual([]);
    mobile.restore();
  });
});

describe('Obsidian’s own command line', () => {
  const ask = async (double: PluginDouble, command: string, params: Record<string, string> = {}): Promise<string> => {
    const handler = double.mocked.cliHandlers__.get(command);
    if (handler === undefined) throw new Error(`No ${command}.`);
    return handler(params);
  };

  test('rolls up, or says what it would do', async () => {
    const double = await new PluginDouble().agreed().load();
    const would = await ask(double, 'throughline:rollup', { 'dry-run': 'true' });
    expect(would).toContain('changed  People/Dana Fox.md');
    expect(double.app.writes).toEqual([]);
    expect(await ask(double, 'throughline:rollup')).toMatch(/^\d+ pages new, \d+ changed\./);
    expect(await ask(double, 'throughline:rollup')).toBe('Everything was up to date.');
  });

  test('does not agree in the person’s place', async () => {
    const double = await new PluginDouble().load();
    expect(await ask(double, 'throughline:rollup')).toMatch(/^Nothing was written: this device has not agreed/);
    expect(double.app.writes).toEqual([]);
  });

  test('prints a queue, and names those there are', async () => {
    const double = await new PluginDouble().agreed().load();
    expect(await ask(double, 'throughline:queue')).toMatch(
      /^As of Mon 3 Nov 2025 · 1 late[^]*## Late\n- Send pricing draft/,
    );
    expect(await ask(double, 'throughline:queue', { name: 'waiting-on' })).toContain('Confirm the Lisbon dates');
    expect(await ask(double, 'throughline:queue', { name: 'questions' })).toContain('Who signs for Acme?');
    expect(await ask(double, 'throughline:queue', { name: 'other' })).toBe(
      'There is no queue “other”; there are: follow-ups, waiting-on, questions.',
    );
  });

  test('is passed over where the app has none', async () => {
    const double = new PluginDouble();
    Object.assign(double.plugin, { registerCliHandler: undefined });
    await double.load();
    expect(double.commands.length).toBeGreaterThan(3);
  });

  test('that still has our commands of an earlier load refuses them again: all else loads and works', async () => {
    const double = new PluginDouble().agreed();
    const taken = new Set(['throughline:rollup']);
    Object.assign(double.plugin, {
      registerCliHandler: (name: string) => {
        if (taken.has(name)) throw new Error(`Command “${name}” is already registered`);
        taken.add(name);
      },
    });
    const told = jest.spyOn(console, 'debug').mockImplementation(() => undefined);
    await double.load();
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
    expect(await double.rollUp()).toMatch(/pages? new/);
  });
});

describe('the API', () => {
  test('gives the vault as inspect prints it, frozen through and through', async () => {
    const double = await new PluginDouble().agreed().load();
    const index = await double.plugin.api.index();
    expect(index.today).toBe('2025-11-03');
    expect(index.tasks.map(({ path, text, due }) => [path, text, due])).toEqual([
      ['Meetings/2025-10-14 Dana.md', 'Confirm the Lisbon dates', null],
      ['Meetings/2025-10-28 Dana.md', 'Send pricing draft', '2025-10-31'],
    ]);
    expect(index.questions.map(({ text }) => text)).toEqual(['Who signs for Acme?', 'Who signs for Acme?']);
    expect(index.decisions.map(({ text }) => text)).toEqual(['Pilot ships without sign-on']);
    expect(index.entities.map(({ name }) => name)).toEqual(expect.arrayContaining(['Bo Kim', 'Dana Fox', 'Atlas']));
    const thawed: string[] = [];
    const look = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(at);
      for (const [key, part] of Object.entries(value)) look(part, `${at}.${key}`);
    };
    look(index, 'index');
    look(double.plugin.api, 'api');
    expect(thawed).toEqual([]);
  });

  test('reads again only when something changed, and tells then', async () => {
    const double = await new PluginDouble().agreed().load();
    const told: string[] = [];
    const { api } = double.plugin;
    const off = api.onChange(() => told.push('changed'));
    api.onChange(() => {
      throw new Error('somebody else’s mistake');
    });
    const mistakes = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const first = await api.index();
    const again = await api.index();
    expect([again === first, told]).toEqual([true, ['changed']]);
    await double.app.app.vault.process(
      double.app.app.vault.getFileByPath('Meetings/2025-10-28 Dana.md') as never,
      (text) => text.replace('without', 'with'),
    );
    const changed: ThroughlineIndex = await api.index();
    expect([changed.decisions.map(({ text }) => text), told]).toEqual([
      ['Pilot ships with sign-on'],
      ['changed', 'changed'],
    ]);
    expect(mistakes).toHaveBeenCalledTimes(2);
    off();
    await double.plugin.onExternalSettingsChange();
    await api.index();
    expect(told).toHaveLength(2);
    mistakes.mockRestore();
  });
});
