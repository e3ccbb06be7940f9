/** What a tool is: its name, what it takes, and what it does. `protocol.mts` offers them to an agent. */
import type * as z from 'zod';
import { ToolError } from './tool-error.mts';
import type { ResidentVault } from './resident-vault.mts';
import type { PlanStore } from './plan-store.mts';

export interface ToolCall {
  readonly vault: ResidentVault;
  readonly plans: PlanStore;
  /** Aborted when the call is cancelled. */
  readonly signal: AbortSignal;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodType;
  /** Whether a vault may hold other bytes afterwards. */
  readonly writes: boolean;
  run(given: unknown, call: ToolCall): Promise<object>;
}

/** A tool whose arguments were checked before it runs. */
export function tool<Input extends z.ZodType>(
  about: Omit<Tool, 'input' | 'writes' | 'run'> & { readonly input: Input; readonly writes?: boolean },
  run: (given: z.output<Input>, call: ToolCall) => Promise<object>,
): Tool {
  return {
    writes: false,
    ...about,
    run: (given, call) => {
      const read = about.input.safeParse(given);
      if (read.success) return run(read.data, call);
      const [issue] = read.error.issues;
      const at = issue?.path.join('.') ?? '';
      throw new ToolError(
        'wrong-arguments',
        `${about.name}${at === '' ? '' : `, ${at}`}: ${issue?.message ?? 'the arguments do not fit'}. See the tool's input schema.`,
      );
    },
  };
}

/** A part of a list: the rows from `from`, and where the next part begins. */
export function pageOf<R>(
  rows: readonly R[],
  { from, limit }: { readonly from: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly R[]; readonly next?: number } {
  const shown = rows.slice(from, from + limit);
  const end = from + shown.length;
  return { total: rows.length, rows: shown, ...(end < rows.length ? { next: end } : {}) };
}
