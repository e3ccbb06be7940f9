/**
 * What is seen at a glance, in the plugin: bars filter the list, marks open meetings, what is folded away stays so on
 * this device.
 */
import { onThatEvening, PluginDouble, until, VAULT } from '../plugin-double';
import { type MarkdownRenderChild, WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import { Platform } from 'obsidian';
import type { SideView } from '../../../src/obsidian/view/side-view';

onThatEvening();

/** The test environment lays nothing out. */
beforeAll(() => {
  Object.assign(window, {
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  });
  Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined });
});

interface Opened {
  readonly view: SideView;
  readonly el: HTMLElement;
  readonly double: PluginDouble;
}

async function open(
  panel: object = {},
  {
    double = new PluginDouble(),
    active = null,
    ready = '.throughline-glance-head',
  }: { double?: PluginDouble; active?: string | null; ready?: string } = {},
): Promise<Opened> {
  await double.load();
  const { app } = double.app;
  Object.assign(app.workspace, {
    requestSaveLayout: () => undefined,
    ...(active === null ? {} : { getActiveFile: () => app.vault.getFileByPath(active) }),
  });
  const view = double.mocked.views__.get('throughline')?.(WorkspaceLeaf.create2__(app) as never) as unknown as SideView;
  const el = view.contentEl;
  activeDocument.body.append(el);
  await view.onOpen();
  await view.setState({ panel }, { history: false });
  await until(() => el.querySelector(ready) ?? undefined);
  return { view, el, double };
}

const words = (el: HTMLElement, selector: string): string[] =>
  [...el.querySelectorAll(selector)].map(({ textContent }) => textContent);
const rows = (el: HTMLElement): string[] => words(el, '.throughline-row .throughline-words');
const button = (el: HTMLElement, said: string): HTMLElement => {
  const found = [...el.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent).includes(said),
  );
  if (found === undefined) throw new Error(`No button “${said}” in: ${el.textContent}`);
  return found;
};

test('a bar shows its rows alone, and all again', async () => {
  const { el, view } = await open();
  expect(words(el, '.throughline-age .throughline-spoken')).toEqual([
    'More than 30 days late: 0',
    '7 to 30 days late: 0',
    'Less than 7 days late: 1',
    'Due today: 0',
    'Due this week: 0',
    'Due later: 0',
    'No date: 1',
  ]);
  expect(rows(el)).toEqual(['Send pricing draft', 'Confirm the Lisbon dates']);
  button(el, 'No date').click();
  await until(() => (rows(el).length === 1 ? true : undefined));
  expect(rows(el)).toEqual(['Confirm the Lisbon dates']);
  expect(button(el, 'No date').getAttribute('aria-pressed')).toBe('true');
  // The filter says so too, and a workspace keeps it.
  expect(button(el, 'Show').textContent).toBe('Show (1)');
  expect(view.getState()).toMatchObject({ panel: { followUps: { age: 'no-date' } } });
  button(el, 'No date').click();
  await until(() => (rows(el).length === 2 ? true : undefined));
});

test('whom one waits for: pressed, theirs alone', async () => {
  const { el } = await open();
  expect(words(el, '.throughline-waited-line .throughline-spoken')).toEqual([
    'Dana Fox: 1 open, the oldest for 20 days',
  ]);
  button(el, 'Dana Fox: 1 open').click();
  await until(() => (rows(el).length === 1 ? true : undefined));
  expect(rows(el)).toEqual(['Confirm the Lisbon dates']);
  // The bars by age are hers now.
  expect(words(el, '.throughline-age:not(:disabled) .throughline-spoken')).toEqual(['No date: 1']);
});

test('what a workspace keeps of it comes back; nonsense does no harm', async () => {
  const kept = await open({ tab: 'questions', questions: { age: 'old-week' }, followUps: { age: 'yesterday' } });
  expect(kept.view.getState()).toMatchObject({ panel: { questions: { age: 'old-week' }, followUps: { age: '' } } });
  expect(rows(kept.el)).toEqual(['Who signs for Acme?']);
  button(kept.el, '7 to 30 days old').click();
  await until(() => (button(kept.el, 'Show').textContent === 'Show' ? true : undefined));
});

test('folded away it is one line that says the most, on this device and for this place', async () => {
  const { el, double } = await open();
  button(el, 'At a glance').click();
  await until(() => (el.querySelector('.throughline-age') === null ? true : undefined));
  expect(button(el, 'At a glance').textContent).toBe('At a glance1 late in all · waiting on 1 person');
  expect(double.app.original.loadLocalStorage('throughline-folded-follow-ups')).toBe(true);
  const again = await open({}, { double });
  expect(button(again.el, 'At a glance').getAttribute('aria-expanded')).toBe('false');
  const questions = await open({ tab: 'questions' }, { double });
  expect(button(questions.el, 'At a glance').getAttribute('aria-expanded')).toBe('true');
});

test('on a phone it is folded until it is opened there', async () => {
  Object.assign(Platform, { isPhone: true });
  try {
    const { el, double } = await open();
    expect(button(el, 'At a glance').getAttribute('aria-expanded')).toBe('false');
    button(el, 'At a glance').click();
    await until(() => el.querySelector('.throughline-age') ?? undefined);
    expect((await open({}, { double })).el.querySelector('.throughline-age')).not.toBeNull();
  } finally {
    Object.assign(Platform, { isPhone: false });
  }
});

test('where nothing is open, nothing is drawn', async () => {
  const { el } = await open(
    {},
    { double: new PluginDouble({ 'People/Dana Fox.md': '' }), ready: '.throughline-empty' },
  );
  expect(el.querySelector('.throughline-glance')).toBeNull();
});

describe('meetings on a line', () => {
  const marks = (el: HTMLElement): string[] =>
    [...el.querySelectorAll('.throughline-meeting > *')].map((mark) => mark.getAttribute('aria-label') ?? '');

  test('on somebody’s page: each with its day and what it left open; pressed it is opened', async () => {
    const { el, double } = await open({ tab: 'note' }, { active: 'People/Dana Fox.md' });
    expect(marks(el)).toEqual([
      '14 Oct · Dana · 2 still open',
      '28 Oct · Dana · 1 still open',
      '30 Oct · Standup · nothing left open',
    ]);
    expect(words(el, '.throughline-gap')).toEqual(['Last met 4 days ago']);
    const opened: string[] = [];
    Object.assign(double.app.app.workspace, {
      getLeaf: () => ({
        openFile: (file: { path: string }) => Promise.resolve().finally(() => opened.push(file.path)),
      }),
      setActiveLeaf: () => undefined,
    });
    button(el, '14 Oct').click();
    await until(() => (opened.length > 0 ? true : undefined));
    expect(opened).toEqual(['Meetings/2025-10-14 Dana.md']);
  });

  test('one stop of the keyboard, which the arrows walk', async () => {
    const { el } = await open({ tab: 'note' }, { active: 'People/Dana Fox.md' });
    const stops = (): string[] =>
      [...el.querySelectorAll('.throughline-meeting > button[tabindex="0"]')].map(
        (mark) => mark.getAttribute('aria-label')?.slice(0, 6) ?? '',
      );
    expect(stops()).toEqual(['30 Oct']);
    const press = async (key: string, day: string): Promise<void> => {
      activeDocument.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
      await until(() =>
        stops()[0] === day && activeDocument.activeElement?.getAttribute('aria-label')?.startsWith(day) === true
          ? true
          : undefined,
      );
    };
    button(el, '30 Oct').focus();
    await press('ArrowLeft', '28 Oct');
    await press('Home', '14 Oct');
    await press('ArrowLeft', '14 Oct');
    await press('End', '30 Oct');
    expect(stops()).toEqual(['30 Oct']);
  });

  test('of a meeting’s note, with its own mark; private ones by their day alone', async () => {
    const secret =
      '---\ntype: 1-1\ndate: 2025-10-20\nprivate: true\npeople: ["[[Dana Fox]]"]\n---\n# The secret\n## Action items\n- [ ] Hide it @Dana Fox\n';
    const { el } = await open(
      { tab: 'note' },
      {
        double: new PluginDouble({ ...VAULT, 'Meetings/2025-10-20 The secret.md': secret }),
        active: 'Meetings/2025-10-14 Dana.md',
      },
    );
    expect(marks(el)).toEqual([
      '14 Oct · Dana · 2 still open',
      '20 Oct · private',
      '28 Oct · Dana · 1 still open',
      '30 Oct · Standup · nothing left open',
    ]);
    expect(el.querySelector('[aria-current="true"]')?.getAttribute('aria-label')).toContain('14 Oct');
    expect(words(el, '.throughline-glance-label')).toEqual(['Meetings with Dana Fox']);
    expect(el.textContent).not.toContain('secret');
  });

  test('a bar on somebody’s page leads to those rows among all follow-ups', async () => {
    const { el, view } = await open({ tab: 'note' }, { active: 'People/Dana Fox.md' });
    button(el, 'No date: 1').click();
    await until(() =>
      el.querySelector('[role="tab"][aria-selected="true"]')?.textContent === 'Follow-ups' ? true : undefined,
    );
    expect(view.getState()).toMatchObject({
      panel: { tab: 'follow-ups', followUps: { about: 'People/Dana Fox.md', age: 'no-date' } },
    });
    expect(rows(el)).toEqual(['Confirm the Lisbon dates']);
  });
});

describe('in a code block', () => {
  async function block(
    source: string,
    path = 'Reading/Notes on maps.md',
    files = VAULT,
    data?: unknown,
  ): Promise<HTMLElement> {
    const double = await (data === undefined ? new PluginDouble(files) : new PluginDouble(files, data)).load();
    const el = createDiv();
    activeDocument.body.append(el);
    await double.mocked.markdownCodeBlockProcessors__.get('throughline')?.(source, el, {
      sourcePath: path,
      addChild: (child: MarkdownRenderChild) => {
        child.load();
      },
    } as never);
    await until(() =>
      el.querySelector('[role=toolbar], .throughline-wrong, .throughline-empty, .throughline-hint') !== null
        ? true
        : undefined,
    );
    return el;
  }

  test.each([
    ['show: timeline\nentity: [[Dana Fox]]', undefined],
    ['show: timeline', 'People/Dana Fox.md'],
    ['Show: Timeline', 'Meetings/2025-10-14 Dana.md'],
  ])('%j in %s: Dana’s meetings', async (source, path) => {
    const el = await block(source, path);
    expect(words(el, '.throughline-glance-label')).toEqual(['Meetings with Dana Fox']);
    expect(el.querySelectorAll('.throughline-meeting')).toHaveLength(3);
  });

  test('a project’s are about it', async () => {
    expect(words(await block('show: timeline\nentity: Atlas'), '.throughline-glance-label, .throughline-gap')).toEqual([
      'Meetings about Atlas',
      'Last discussed 6 days ago',
    ]);
  });

  test('ages: pressed, a bar shows its rows below, few of them', async () => {
    const el = await block('show: age\nentity: [[Dana Fox]]');
    expect(rows(el)).toEqual([]);
    button(el, 'No date: 1').click();
    await until(() => el.querySelector('.throughline-row') ?? undefined);
    expect(rows(el)).toEqual(['Confirm the Lisbon dates']);
    button(el, 'No date: 1').click();
    await until(() => (el.querySelector('.throughline-row') === null ? true : undefined));
  });

  test.each([
    ['queue: questions', ['7 to 30 days old: 1']],
    ['queue: waiting-on', ['No date: 1']],
    ['owner: me', ['Less than 7 days late: 1']],
    ['', ['Less than 7 days late: 1', 'No date: 1']],
  ])('ages of %j', async (more, bars) => {
    expect(words(await block(`show: age\n${more}`), '.throughline-age:not(:disabled) .throughline-spoken')).toEqual(
      bars,
    );
  });

  test('who is waited on: a link to their page, where they have one', async () => {
    const files = {
      ...VAULT,
      'Meetings/2025-10-29 Call.md':
        '---\ntype: call\ndate: 2025-10-29\npeople: ["[[Dana Fox]]"]\n---\n## Action items\n- [ ] Ring @Nobody Known\n',
    };
    const el = await block('show: waiting', undefined, files);
    expect(words(el, '.throughline-waited-line .throughline-spoken')).toEqual([
      'Dana Fox: 1 open, the oldest for 20 days',
      'Nobody Known: 1 open, the oldest for 5 days',
    ]);
    expect(words(el, 'button .throughline-spoken')).toEqual(['Dana Fox: 1 open, the oldest for 20 days']);
  });

  test.each([
    ['show: pie', 'Nothing called “pie” can be shown: write one of timeline, age, waiting.'],
    [
      'show: timelin',
      'Nothing called “timelin” can be shown (did you mean “timeline”?): write one of timeline, age, waiting.',
    ],
    ['show:', '“show” says nothing: write a value after it, or take the line out.'],
    ['show: age\nshow: age', '“show” is here twice: leave one out.'],
    ['show: timeline\nqueue: questions\nentity: Atlas', '“show: timeline” has no use for “queue”: take that line out.'],
    ['show: timeline\nlimit: 3\nentity: Atlas', '“show: timeline” has no use for “limit”: take that line out.'],
    ['show: waiting\nowner: me', '“show: waiting” has no use for “owner”: take that line out.'],
    [
      'show: age\nqueue: today',
      'Today’s meetings have no age: write one of follow-ups, waiting-on, questions after “queue”.',
    ],
    ['show: age\nqueue: questions\nowner: me', 'Questions have no owner: take “owner” out, or write “entity” instead.'],
    [
      'show: timeline',
      'Write whose meetings are to be shown, as in “entity: [[Dana Fox]]”: this note is nobody’s page and no meeting’s note.',
    ],
    [
      'show: timeline\nentity: [[Nobody]]',
      'No page of a person, project or account is called “Nobody”: write a link to one, as in “entity: [[Dana Fox]]”.',
    ],
  ])('%j is named with the way out', async (source, said) => {
    expect(words(await block(source), '.throughline-wrong')).toEqual([said]);
  });

  test('nothing to draw is said in words', async () => {
    const bare = { 'People/Dana Fox.md': '', 'Ideas.md': '', 'a.md': '---\ntype: meeting\ndate: 2025-10-29\n---\n' };
    expect((await block('show: age', 'Ideas.md', bare)).textContent).toBe('Nothing is open.');
    expect((await block('show: age\nqueue: questions', 'Ideas.md', bare)).textContent).toBe('No question is open.');
    expect((await block('show: waiting', 'Ideas.md', bare)).textContent).toBe('Nobody owes anything.');
    expect((await block('show: timeline', 'People/Dana Fox.md', bare)).textContent).toBe(
      'No meeting of Dana Fox has a date.',
    );
    expect((await block('show: timeline', 'a.md', bare)).textContent).toContain('is with nobody that is known');
    expect((await block('show: waiting', 'Ideas.md', VAULT, {})).textContent).toContain(
      'Add your names in the settings',
    );
  });
});
