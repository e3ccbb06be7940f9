/**
 * What a tool is: its name, what it takes, and what it does. `tools.ts` lists them; a shell offers them to an agent.
 */
import { printable } from '../text/printable';
import type { AgentVault } from './agent-vault';
import { type Fields, type Given, Misfit, readInput } from './input';
import type { PlanStore } from './plan-store';
import { ToolError } from './tool-error';

export interface ToolCall {
  readonly vault: AgentVault;
  readonly plans: PlanStore;
  /** Aborted when the call is cancelled. */
  readonly signal: AbortSignal;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Fields;
  /** Whether a vault may hold other bytes afterwards. */
  readonly writes: boolean;
  run(given: unknown, call: ToolCall): Promise<object>;
}

/** A tool whose arguments were checked before it runs. */
export function tool<F extends Fields>(
  about: Omit<Tool, 'input' | 'writes' | 'run'> & { readonly input: F; readonly writes?: boolean },
  run: (given: Given<F>, call: ToolCall) => Promise<object>,
): Tool {
  return {
    writes: false,
    ...about,
    run: (given, call) => run(checked(about, given), call),
  };
}

function checked<F extends Fields>({ name, input }: { readonly name: string; readonly input: F }, given: unknown) {
  try {
    return readInput(input, given);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    throw new ToolError('wrong-arguments', `${name}: ${printable(error.message)}. See the tool's input schema.`);
  }
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
