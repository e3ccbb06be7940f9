/** Notes that look like meetings, grouped by what they share: one answer settles a group. */
import { folderOf } from '../text/file-name';
import type { Reason } from './reasons';

/**
 * The group's key, as the setting `looksLike` has it: the folder without years and months below it, and the signals.
 *
 *     Work/2025/03/Lamps.md, people and a date     Work: people
 */
export function groupOf(path: string, reasons: readonly Reason[]): string {
  const folder = folderOf(path).replace(/(?:\/|^)\d{2,4}(?:[-_ ][^/]*)?(?=\/|$)/g, '');
  const signals = [...new Set(reasons.map(({ signal }) => signal).filter((signal) => signal !== 'date'))].sort();
  return `${folder === '' ? '/' : folder}: ${signals.join(', ')}`;
}
