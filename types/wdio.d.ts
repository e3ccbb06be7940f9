/**
 * What `test/app` uses of packages that are installed only where it runs. There its own `tsconfig.json` takes theirs in
 * place of this.
 */
declare module '@wdio/globals' {
  import type * as obsidian from 'obsidian';

  interface Found {
    click(): Promise<void>;
    getText(): Promise<string>;
    isExisting(): Promise<boolean>;
    waitForExist(options?: { readonly timeout?: number; readonly timeoutMsg?: string }): Promise<unknown>;
  }

  interface InApp {
    readonly app: obsidian.App;
    readonly obsidian: typeof obsidian;
  }

  export const browser: {
    reloadObsidian(options: { readonly vault?: string; readonly plugins?: readonly string[] }): Promise<void>;
    /** Runs in the app: only its arguments go with it. */
    executeObsidian<A extends readonly unknown[], R>(
      run: (inApp: InApp, ...given: A) => R | Promise<R>,
      ...given: A
    ): Promise<R>;
    executeObsidianCommand(id: string): Promise<void>;
    keys(keys: string | readonly string[]): Promise<void>;
    waitUntil(holds: () => Promise<boolean>, options?: { readonly timeoutMsg?: string }): Promise<unknown>;
  };
  export function $(selector: string): Found;
}

declare module 'wdio-obsidian-service' {
  export const obsidianPage: {
    openFile(path: string): Promise<void>;
    resetVault(): Promise<void>;
    disablePlugin(id: string): Promise<void>;
    enablePlugin(id: string): Promise<void>;
  };
  export function parseObsidianVersions(
    versions: string,
    options: { readonly cacheDir: string },
  ): Promise<readonly (readonly [string, string])[]>;
}

declare namespace WebdriverIO {
  /** Read by the runner. */
  type Config = Readonly<Record<string, unknown>>;
}
