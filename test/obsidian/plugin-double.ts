/** The plugin in the app's double, with what a person does to it. */
// First: it gives the window the text coding that every window of the app has.
import { AppDouble, type FileContent } from './app-double';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Plugin } from 'obsidian-test-mocks/obsidian';
import ThroughlinePlugin from '../../src/obsidian/main';

export const TODAY = '2025-11-03';

export const VAULT: Readonly<Record<string, FileContent>> = {
  'Meetings/2025-10-14 Dana.md': [
    '---',
    'type: 1-1',
    'date: 2025-10-14',
    'people:',
    '  - "[[Dana Fox]]"',
    '---',
    '# Dana',
    '',
    '## Action items',
    '- [ ] Confirm the Lisbon dates @Dana Fox',
    '',
    '## Open questions',
    '- Who signs for Acme?',
    '',
  ].join('\n'),
  'Meetings/2025-10-28 Dana.md': [
    '---',
    'type: 1-1',
    'date: 2025-10-28',
    'people:',
    '  - "[[Dana Fox]]"',
    '  - "[[Kim Vale]]"',
    'project: "[[Atlas]]"',
    '---',
    '# Dana',
    '',
    '## Decisions',
    '- Pilot ships without sign-on',
    '',
    '## Action items',
    '- [ ] Send pricing draft @Ann Lee 📅 2025-10-31',
    '',
    '## Open questions',
    '- Who signs for Acme?',
    '',
  ].join('\n'),
  'Meetings/2025-10-30 Standup.md':
    '---\r\ntype: standup\r\ndate: 2025-10-30\r\nattendees: ["[[Bo Kim]]", "[[Dana Fox]]"]\r\n---\r\n\r\n## Risks\r\n- The venue is not booked\r\n',
  'People/Dana Fox.md': '# Dana Fox\n\nMet at the fair.\n',
  'People/Bo Kim.md': '\uFEFF---\r\ntype: person\r\n---\r\n# Bo Kim\r\n\r\nHis own words.\r\n',
  'Projects/Atlas/Atlas.md': '# Atlas\n',
  'Reading/Notes on maps.md': 'Nothing to see.\n',
  'Pictures/map.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
};

export const ME = ['Ann Lee', 'Ann'];

export class PluginDouble {
  readonly app: AppDouble;
  readonly plugin: ThroughlinePlugin;
  private readonly mock: Plugin;

  constructor(files: Readonly<Record<string, FileContent>> = VAULT, data: unknown = { me: ME }) {
    this.app = new AppDouble(files);
    const manifest = JSON.parse(
      readFileSync(path.join(__dirname, '../../manifest.json'), 'utf8'),
    ) as ConstructorParameters<typeof ThroughlinePlugin>[1];
    this.plugin = new ThroughlinePlugin(this.app.original, manifest);
    this.mock = Plugin.fromOriginalType2__(this.plugin);
    this.mock.data__ = data;
  }

  get data(): unknown {
    return this.mock.data__;
  }

  set data(data: unknown) {
    this.mock.data__ = data;
  }

  get commands(): { id: string; name: string }[] {
    return [...this.mock.commands__.values()].map(({ id, name }) => ({ id, name }));
  }

  async load(): Promise<this> {
    await this.plugin.onload();
    return this;
  }

  unload(): void {
    Object.assign(this.mock, { loaded__: true });
    this.plugin.unload();
  }

  /** Agrees beforehand, as this device did at an earlier first run. */
  agreed(): this {
    this.app.original.saveLocalStorage('throughline-agreed-to-write', true);
    return this;
  }

  start(command = 'roll-up'): void {
    void this.mock.commands__.get(command)?.callback?.();
  }

  /** Runs the command to its final notice, and gives that. */
  async rollUp(): Promise<string> {
    return this.saidBy(() => {
      this.start();
    });
  }

  /** What the notice says that `act` ends in. */
  async saidBy(act: () => void): Promise<string> {
    const before = this.app.notices.length;
    act();
    return until(() =>
      this.app.notices
        .slice(before)
        .find(({ hidden, text }) => !hidden && !/^(?:Reading|Working out|Writing|Looking into)/.test(text()))
        ?.text(),
    );
  }

  /** The modal that is open by now. */
  async modal(): Promise<HTMLElement> {
    return until(() => this.app.modals[0]?.contentEl);
  }

  get statusBar(): HTMLElement[] {
    return this.mock.statusBarItems__;
  }

  get mocked(): Plugin {
    return this.mock;
  }

  /** The modal's text. */
  modalText(): string {
    return this.app.modals[0]?.contentEl.textContent ?? '';
  }

  press(label: string): void {
    click(this.app.modals[0]?.contentEl, label);
  }

  typeNames(names: string): void {
    const input = this.app.modals[0]?.contentEl.querySelector('input');
    if (!(input instanceof HTMLInputElement)) throw new Error('No field for the names.');
    input.value = names;
    input.dispatchEvent(new Event('input'));
  }

  /** From the command to the shown plan. */
  async preview(): Promise<void> {
    this.start();
    await until(() => this.app.modals[0]);
    this.press('Show what would change');
    await until(() => this.modalText().includes('Roll up') || undefined);
  }
}

export function click(element: HTMLElement | undefined, label: string): void {
  const button = [...(element?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === label);
  if (button === undefined) throw new Error(`No button “${label}” in: ${element?.textContent ?? 'nothing'}`);
  button.click();
}

export async function until<T>(look: () => T | undefined): Promise<T> {
  for (let turn = 0; turn < 1000; turn++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => {
      window.setTimeout(resolve, 5);
    });
  }
  throw new Error('It never came.');
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++)
    await new Promise((resolve) => {
      window.setTimeout(resolve, 5);
    });
}

/** The clock stands at half past eleven in the evening of TODAY; timers run. */
export function onThatEvening(): void {
  beforeEach(() => {
    jest.useFakeTimers({
      now: new Date(2025, 10, 3, 23, 30),
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'setImmediate',
        'clearImmediate',
        'nextTick',
        'queueMicrotask',
        'performance',
        'hrtime',
        'requestAnimationFrame',
        'cancelAnimationFrame',
        'requestIdleCallback',
        'cancelIdleCallback',
      ],
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });
}
