/** What the tools answer, as far as the tests look. Each answer has a part of it. */
export interface Said {
  readonly notice: string;
  readonly today: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly total: number;
  readonly rows: readonly SaidRow[];
  readonly next?: number;
  readonly lastMet: string;
  readonly theyOwe: SaidList;
  readonly raiseNext: SaidList;
  readonly due: SaidList;
  readonly suggestedTasks?: SaidList;
  readonly meetings: readonly { readonly time?: string; readonly title: string }[];
  readonly because: readonly string[];
  readonly token?: string | null;
  readonly changes: readonly { readonly before: string; readonly after: readonly string[] }[];
  readonly applied?: boolean;
  readonly written: readonly string[];
}

interface SaidList {
  readonly rows: readonly SaidRow[];
}

export interface SaidRow {
  readonly id: string;
  readonly quote: string;
  readonly due?: string;
  readonly when?: string;
  readonly asked?: readonly string[];
  readonly candidates?: readonly { readonly name: string }[];
  readonly sources: readonly { readonly path: string; readonly line: number }[];
}

export type Ask = (tool: string, given?: Record<string, unknown>) => Promise<Said>;

export const idOfFirst = ({ rows: [row] }: SaidList): string => row?.id ?? '';
