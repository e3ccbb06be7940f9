import { FuzzySuggestModal } from 'obsidian-test-mocks/obsidian';
import { PluginDouble, TODAY, until, VAULT } from './plugin-double';

const DANA = 'Meetings/2025-10-28 Dana.md';
let copied: string[] = [];

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date(`${TODAY}T10:00:00`),
    doNotFake: ['setTimeout', 'setImmediate', 'queueMicrotask', 'performance', 'clearTimeout'],
  });
  copied = [];
  Object.assign(window.navigator, {
    clipboard: {
      writeText: async (text: string) => {
        copied.push(text);
      },
    },
  });
});
afterEach(() => jest.useRealTimers());

async function loaded(files = VAULT, data: unknown = { me: ['Ann Lee', 'Ann'] }): Promise<PluginDouble> {
  const double = await new PluginDouble(files, data).load();
  const { modals } = double.app;
  const push = modals.push.bind(modals);
  modals.push = (...opened) => {
    const asking = opened.filter((modal): modal is FuzzySuggestModal<unknown> => modal instanceof FuzzySuggestModal);
    for (const modal of asking) chooser(modal);
    return push(...opened.filter((modal) => !(modal instanceof FuzzySuggestModal)));
  };
  return double;
}

function active(double: PluginDouble, path: string | null): void {
  Object.assign(double.app.app.workspace, {
    getActiveFile: () => (path === null ? null : double.app.app.vault.getFileByPath(path)),
  });
}

/** What is done in the list that is asked from, in place of a person. */
let chooser: (modal: FuzzySuggestModal<unknown>) => void = () => undefined;

/** Chooses in the list that is asked from. */
function choose(pick: RegExp): () => string[] {
  const shown: string[] = [];
  chooser = (modal) => {
    const items = modal.getItems();
    const texts = items.map((item) => modal.getItemText(item));
    shown.push(...texts);
    modal.onChooseItem(items[texts.findIndex((text) => pick.test(text))], new MouseEvent('click'));
    modal.onClose();
  };
  return () => shown;
}

test('the recap of the open meeting goes to the clipboard', async () => {
  const double = await loaded();
  active(double, DANA);
  expect(await double.saidBy(() => double.mocked.commands__.get('copy-recap')?.checkCallback?.(false))).toBe(
    'Recap copied',
  );
  expect(copied).toEqual([
    [
      'Dana, Tue 28 Oct 2025',
      '',
      'Decisions',
      '- Pilot ships without sign-on',
      '',
      'Actions',
      'Ann Lee',
      '- Send pricing draft (by 31 Oct)',
      '',
      'Open questions',
      '- Who signs for Acme?',
    ].join('\n'),
  ]);
});

test('where no note is open, or none of a meeting, there is no recap', async () => {
  const double = await loaded();
  active(double, null);
  expect(double.mocked.commands__.get('copy-recap')?.checkCallback?.(true)).toBe(false);
  active(double, 'Reading/Notes on maps.md');
  expect(await double.saidBy(() => double.mocked.commands__.get('copy-recap')?.checkCallback?.(false))).toBe(
    'This note is not a meeting.',
  );
  expect(copied).toEqual([]);
});

test('a new meeting note stands beside the last one, with its people and what is open as links', async () => {
  const double = await loaded();
  active(double, null);
  const shown = choose(/^Dana Fox/);
  const opened: string[] = [];
  Object.assign(double.app.app.workspace, {
    getLeaf: () => ({
      openFile: async (file: { path: string }) => {
        opened.push(file.path);
      },
    }),
  });
  expect(
    await double.saidBy(() => {
      double.start('new-meeting');
    }),
  ).toMatch(/rows? (?:is|are) carried forward/);
  expect(shown().slice(0, 2)).toEqual(['Bo Kim', 'Dana Fox']);
  const [path = ''] = await until(() => (opened.length > 0 ? opened : undefined));
  expect(path).toMatch(/^Meetings\/2025-11-03 .*Dana/);
  const text = double.app.text(path);
  expect(text).toContain('  - "[[Dana Fox]]"');
  expect(text).toContain('- Dana owes: Confirm the Lisbon dates');
  expect(text).not.toContain('- [ ]');
});

test('a new note is offered for an entry of the calendar, with its people and time', async () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20251104T100000',
    'SUMMARY:Budget round',
    'ATTENDEE;CN=Dana Fox:mailto:dana@example.com',
    'ATTENDEE;CN=Gwen Ash:mailto:gwen@example.com',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const double = await loaded({ ...VAULT, 'Calendar/Work.ics': ics });
  active(double, null);
  const shown = choose(/^Budget round/);
  const opened: string[] = [];
  Object.assign(double.app.app.workspace, {
    getLeaf: () => ({
      openFile: async (file: { path: string }) => {
        opened.push(file.path);
      },
    }),
  });
  double.start('new-meeting');
  const [path = ''] = await until(() => (opened.length > 0 ? opened : undefined));
  expect(shown()[0]).toContain('Budget round');
  const text = double.app.text(path);
  expect(path).toMatch(/2025-11-04/);
  for (const part of ['date: 2025-11-04', 'time: "10:00"', '- "[[Dana Fox]]"', '- "Gwen Ash"', '# Budget round'])
    expect(text).toContain(part);
});

test('the page of the week that one chooses is written and opened, and its recap copied', async () => {
  const double = await loaded();
  const shown = choose(/2025-W44/);
  const opened: string[] = [];
  Object.assign(double.app.app.workspace, {
    getLeaf: () => ({
      openFile: async (file: { path: string }) => {
        opened.push(file.path);
      },
    }),
  });
  const path = 'Throughline/Weeks/2025-W44.md';
  expect(
    await double.saidBy(() => {
      double.start('week-page');
    }),
  ).toBe(`${path} is written. “Undo last rollup” takes it back.`);
  expect(shown()).toHaveLength(12);
  await until(() => opened[0]);
  expect(opened).toEqual([path]);
  expect(double.app.text(path)).toContain('- Pilot ships without sign-on');
  double.start('week-recap');
  await until(() => copied[0]);
  expect(copied[0]).toMatch(/^Week 44 of 2025, 27 Oct – 2 Nov 2025\n/);
});

test('the template of the settings is filled in, and one that is gone is told', async () => {
  const template = '---\ntype: 1-1\ndate: {{date}}\npeople: {{people}}\n---\n# {{title}}\n\nMine.\n\n{{carried}}\n';
  for (const [meetingTemplate, wanted] of [
    ['Templates/Meeting.md', 'Mine.'],
    ['Templates/Gone.md', '## Decisions'],
  ] as const) {
    const double = await loaded({ ...VAULT, 'Templates/Meeting.md': template }, { me: ['Ann Lee'], meetingTemplate });
    active(double, null);
    choose(/^Bo Kim/);
    const opened: string[] = [];
    Object.assign(double.app.app.workspace, {
      getLeaf: () => ({
        openFile: async (file: { path: string }) => {
          opened.push(file.path);
        },
      }),
    });
    double.start('new-meeting');
    const [path = ''] = await until(() => (opened.length > 0 ? opened : undefined));
    expect(double.app.text(path)).toContain(wanted);
    expect(
      double.app.shownNotices().some((text) => text.includes('template for meeting notes could not be read')),
    ).toBe(meetingTemplate.includes('Gone'));
  }
});

test('the brief of the page that is open is shown, and taken along as Markdown', async () => {
  const double = await loaded();
  active(double, 'People/Dana Fox.md');
  double.start('brief');
  const el = await double.modal();
  expect(el.textContent).toContain('Confirm the Lisbon dates');
  double.press('Copy as Markdown');
  await until(() => copied[0]);
  expect(copied[0]).toMatch(/^# Dana Fox\n/);
  double.press('Copy a reminder');
  await until(() => copied[1]);
  expect(copied[1]).toMatch(/^Hi Dana, a quick reminder/);
});

test('what comes to mind while reading a brief is noted, where one would look for it', async () => {
  const double = await loaded();
  active(double, 'People/Dana Fox.md');
  double.start('brief');
  const el = await double.modal();
  expect(el.textContent).toContain('Raise with Dana Fox');
  const input = el.querySelector('input');
  if (input === null) throw new Error('No field.');
  const texts = double.app.texts();
  double.press('Note it');
  input.value = 'Pilot budget';
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
  await until(() => (el.querySelector('[role=status]')?.textContent ? true : undefined));
  expect(el.querySelector('[role=status]')?.textContent).toBe(
    'To be raised with Dana Fox, in 2025-10-30 Standup: Pilot budget',
  );
  const path = 'Meetings/2025-10-30 Standup.md';
  expect(double.app.texts()).toEqual({
    ...texts,
    [path]: `${texts[path] ?? ''}\r\n## Raise next\r\n- Pilot budget [[Dana Fox]] #raise\r\n`,
  });
  expect(input.value).toBe('');
});

test('elsewhere the brief asks for whom', async () => {
  const double = await loaded();
  active(double, 'Reading/Notes on maps.md');
  choose(/^Atlas/);
  double.start('brief');
  expect((await double.modal()).textContent).toContain('Pilot ships without sign-on');
});

test("on the app's own command line", async () => {
  const double = await loaded();
  const brief = async (name: string): Promise<unknown> =>
    double.mocked.cliHandlers__.get('throughline:brief')?.({ name });
  expect(await brief('Dana Fox')).toMatch(/^# Dana Fox\n[^]*## Dana owes\n- Confirm the Lisbon dates/);
  expect(await brief('Dana Foxx')).toBe('Nobody is called “Dana Foxx”; there is Dana Fox.');
  expect(await brief('Zed')).toBe('Nobody is called “Zed”.');
  expect(await brief('Ann Lee')).toBe('That is you; see throughline:queue for what you owe.');
});
