import type { ReleaseFiles } from './version.mjs';

export function reasonsAgainst(
  tag: string,
  files: ReleaseFiles & { readonly packageJson: Readonly<Record<string, unknown>> },
): string[];
export function notesOf(version: string, changelog: string): string | null;
