/** What is set for this device alone, in the app's local storage, which Sync does not carry. */
import { type App, Platform } from 'obsidian';
import { words } from '../words/in-app';

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
      ...words.settings.device.agreed,
      available: () => true,
    }),
    this.toggle('by-itself', BY_ITSELF, {
      ...words.settings.device['by-itself'],
      available: () => this.agreed,
    }),
    // Phones have no status bar.
    this.toggle('count', COUNT, { ...words.settings.device.count, available: () => !Platform.isMobile }),
  ];

  /** `onChange` is called after a switch was turned. */
  constructor(
    private readonly app: App,
    private readonly onChange: () => void,
  ) {}

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

  private toggle(
    key: DeviceSwitch['key'],
    stored: string,
    shown: Pick<DeviceSwitch, 'name' | 'desc' | 'available'>,
  ): DeviceSwitch {
    return {
      key,
      ...shown,
      isOn: () => this.app.loadLocalStorage(stored) === true,
      set: (on) => {
        this.app.saveLocalStorage(stored, on ? true : null);
        this.onChange();
      },
    };
  }
}
