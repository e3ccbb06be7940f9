export interface ReleaseFiles {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly changelog: string;
}

export function released(files: ReleaseFiles, version: string, day: string): ReleaseFiles;
