export interface Load {
  readonly bytes: number;
  /** Milliseconds of the processor. */
  readonly read: number;
  readonly compile: number;
  readonly evaluate: number;
  readonly onload: number;
  readonly reference: Pick<Load, 'bytes' | 'read' | 'compile' | 'evaluate'>;
  /** What the app was asked, such as `vault.getFiles`. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export function measureLoad(of: { readonly main: string; readonly runs: number }): Load[];
export function loadReport(loads: readonly Load[]): string;
export function touching(calls: readonly string[]): string[];
