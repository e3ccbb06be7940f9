/**
 * What a rollup leaves when it has written all it planned: that there is nothing to do, for as long as every file is as
 * it is now. Asked again, a rollup (or `--check`) of that day answers from the list of files alone.
 */
import type { Problem } from '../../note/problems';
import type { Settings } from '../../settings/settings';
import type { CalendarDate } from '../../text/calendar-date';
import type { Proposal } from '../../vault-index/proposal';
import type { Listing, VaultHost } from '../vault-host';
import { ifKept, Sections, type Stamp } from './sections';

const SECTION = 'rollup';

/** A rollup that would change nothing. */
interface NothingToDo {
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  readonly proposals: readonly Proposal[];
  readonly today: CalendarDate;
}

interface Kept extends NothingToDo {
  /** Whether a page says the day, so that `--check` can use it. */
  readonly onPages: boolean;
}

interface AskedFor {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Take the day that the pages on disk were made for, where there is one. */
  readonly asOnPages?: boolean;
}

/**
 * What the rollup would say, where it surely would change nothing; null where that has to be worked out. Never throws.
 */
export async function nothingToDo(
  host: VaultHost,
  { settings, today, asOnPages }: AskedFor,
): Promise<NothingToDo | null> {
  return ifKept(async () => {
    const sections = await Sections.open(host, settings);
    const kept = (await sections?.read(SECTION, await host.list())) as Kept | null | undefined;
    if (kept === null || kept === undefined) return null;
    const { onPages, ...said } = kept;
    return said.today === today || (asOnPages === true && onPages) ? said : null;
  });
}

/** Notes that there is nothing to do now. Throws HostErrors. */
export async function markUpToDate(sections: Sections, stamp: Stamp, kept: Kept): Promise<void> {
  await sections.keep(SECTION, stamp, kept);
}

/** A template outside the notes is no file whose change would be seen. */
export function isReadFromVault({ kinds }: Settings, { files }: Listing): boolean {
  const isThere = new Set(files.map(({ path }) => path));
  return kinds.every(
    ({ enabled, template }) => !enabled || template === undefined || template === null || isThere.has(template),
  );
}
