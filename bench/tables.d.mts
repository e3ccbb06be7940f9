export function middle(values: readonly number[]): number;
export function spreadOf(values: readonly number[], digits?: number): string;
export function table(rows: readonly (readonly string[])[], right?: readonly number[]): string;
export function figure(
  row: readonly [name: string, relation: '≤' | '≥', target: number | null, values: readonly number[] | string],
  options?: { readonly judged?: boolean },
): string[];
