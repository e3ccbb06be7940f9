export function packageFolders(inputs: Readonly<Record<string, unknown>>): string[];
export function licenceNotice(root: string, folders: readonly string[]): string;
