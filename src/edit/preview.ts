/** A planned write as a unified diff, which `patch` and a person can read. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FileEdit } from './plan';

const NO_FILE = '/dev/null';

/** Ends in a line end. Line ends and bytes of the texts are kept as they are. */
export function unifiedDiff({ path, before, after }: Pick<FileEdit, 'path' | 'before' | 'after'>): string {
  const [from, to] = [before === null ? NO_FILE : `a/${path}`, after === null ? NO_FILE : `b/${path}`];
  return createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
