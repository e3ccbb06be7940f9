/** `throughline init`: who I am, since when, which pages. Asked on a terminal, else given; saved in the settings. */
import { type CommonDayOrder, neededDayOrder } from '../note/day-order';
import { likelyMe } from '../vault-index/likely-me';
import type { CalendarDate } from '../text/calendar-date';
import { readDateWords } from '../text/date-words';
import { dayOrderLine } from '../words/english-habits';
import type { VaultOptions } from './command-options.mts';
import { valueFor } from './config.mts';
import { openVault } from './open-vault.mts';
import { jsonText, printable } from '../text/printable';
import { readOwnSettings, settingsPath, writeOwnSettings } from './settings-file.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

interface InitOptions extends VaultOptions {
  readonly since?: CalendarDate;
  readonly pages?: string;
}

export async function init(shell: Shell, options: InitOptions): Promise<ExitStatus> {
  const { engine, out, prompt } = shell;
  if (options.config !== undefined) throw new UsageError("init saves the vault's own settings; leave --config out");
  const { root, host, settings } = await openVault(shell, { ...options, me: [] }, { mayBeNew: true });
  const today = options.today ?? shell.today;
  let { me, since } = options;
  let dayOrder: CommonDayOrder | null = null;
  if (me === undefined && settings.me.length === 0 && prompt === null && since === undefined && !options.pages)
    throw new UsageError('init needs your name as it appears in your notes: throughline init --me "YOUR NAME"');
  if (me === undefined && prompt !== null) {
    const { index } = await engine.loadVault(host, { settings, today, now: shell.now });
    dayOrder = neededDayOrder(index.notes, settings);
    const guess = settings.me.length > 0 ? settings.me.join(', ') : likelyMe(index.meetings);
    const answer = await asked(prompt, 'Your name as it appears in your notes (separate several with commas)', guess);
    me = answer === '' ? undefined : [answer];
    if (since === undefined) {
      const words = await asked(prompt, 'List open items since', settings.startDate ?? '60 days ago');
      since = words === '60 days ago' ? undefined : dayOf(words, today);
    }
  }
  const own = await readOwnSettings(host);
  const saved = {
    ...own,
    ...(me === undefined ? {} : { me: me.flatMap((name) => valueFor('me', [name])) }),
    ...(dayOrder === null ? {} : { dayOrder: dayOrder.order }),
    ...(since === undefined ? {} : { startDate: since }),
    ...(options.pages === undefined ? {} : { newPages: options.pages }),
  };
  await writeOwnSettings({ root, host }, saved);
  out.write(
    options.json
      ? `${jsonText(saved)}\n`
      : `${dayOrder === null ? '' : `${dayOrderLine(dayOrder)}\n`}Saved in ${printable(settingsPath(host))}.\nNext: throughline rollup --dry-run shows what would be written.\n`,
  );
  return EXIT.done;
}

async function asked(
  prompt: (question: string) => Promise<string>,
  what: string,
  usual: string | null,
): Promise<string> {
  const answer = (await prompt(usual === null ? `${what}: ` : `${what} [${printable(usual)}]: `)).trim();
  return answer === '' ? (usual ?? '') : answer;
}

function dayOf(words: string, today: CalendarDate): CalendarDate {
  const date = readDateWords(words, today)?.date ?? null;
  if (date === null) throw new UsageError(`"${words}" is not a date; give one such as 2025-11-07 or "last monday"`);
  return date;
}
