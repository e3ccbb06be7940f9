/** What is set for this device alone, in the app's local storage, which Sync does not carry. */
import { type App, Platform } from 'obsidian';

/** Kept on this device only: what is agreed on the desktop is not agreed on the phone. */
const AGREED = 'throughline-agreed-to-write';
const BY_ITSELF = 'throughline-writes-by-itself';
const COUNT = 'throughline-status-bar-count';

export interface DeviceSwitch {
  readonly key: 'agreed' | 'by-itself' | 'count';
  readonly name: string;
  readonly desc: string;
  readonly available: () => boolean;
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => void;
}

export class DeviceSettings {
  readonly switches: readonly DeviceSwitch[] = [
    this.toggle('agreed', AGREED, {
      name: 'Roll up without asking', desc: 'This device has agreed to the first rollup. Off, the next rollup shows what it would write and asks again.', available: () => true,
    }),
    this.toggle('by-itself', BY_ITSELF, {
      name: 'Keep pages up to date', desc: 'This device writes a page when you open it, and all of them ten minutes after things settled; never one that is being typed in.',
      available: () => this.agreed,
    }),
    // Phones have no status bar.
    this.toggle('count', COUNT, { name: 'Count in the status bar', desc: 'How many of your follow-ups are late or due today. A click opens their page.', available: () => !Platform.isMobile }),
  ];

  /** `onChange` is called after a switch was turned. */
  constructor(private readonly app: App, private readonly onChange: () => void) {}

  get agreed(): boolean {
    return this.app.loadLocalStorage(AGREED) === true;
  }

  get countsInStatusBar(): boolean {
    return !Platform.isMobile && this.app.loadLocalStorage(COUNT) === true;
  }

  /** Never before the first rollup was agreed to here. */
  get writesByItself(): boolean {
    return this.agreed && this.app.loadLocalStorage(BY_ITSELF) === true;
  }

  writeByItself(on: boolean): void {
    this.app.saveLocalStorage(BY_ITSELF, on ? true : null);
    this.onChange();
  }

  agree(): void {
    this.app.saveLocalStorage(AGREED, true);
  }

  private toggle(key: DeviceSwitch['key'], stored: string, words: Pick<DeviceSwitch, 'name' | 'desc' | 'available'>): DeviceSwitch {
    return {
      key, ...words,
      isOn: () => this.app.loadLocalStorage(stored) === true,
      set: (on) => {
        this.app.saveLocalStorage(stored, on ? true : null);
        this.onChange();
      },
    };
  }
}
