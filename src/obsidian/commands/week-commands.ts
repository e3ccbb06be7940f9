/** *Page of a week* and *Copy recap of a week*: for the week that one chooses. */
import { type App, type Command, Notice, TFile } from 'obsidian';
import { pageRules } from '../../edit/page-rules';
import type { VaultHost } from '../../host/vault-host';
import { writeWeek } from '../../host/write-week';
import { type Week, weekIn } from '../../page/week';
import { weekRecap } from '../../page/week-words';
import { addDays, type CalendarDate } from '../../text/calendar-date';
import { type WeekDays, weekOfDay } from '../../text/iso-week';
import { copy } from '../notices/clipboard';
import { showLines } from '../notices/notices';
import { inWords } from '../notices/roll-up-words';
import type { LiveStore } from '../vault/live-store';
import type { PluginSettings } from '../vault/plugin-settings';
import { skipText } from '../words/engine-text';
import { words } from '../words/in-app';
import { askChoice } from './choice-modal';

interface WeekParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly store: LiveStore;
  readonly settings: PluginSettings;
  readonly today: () => CalendarDate;
  readonly now: () => number;
}

export function weekCommands(parts: WeekParts): Command[] {
  const said = (run: () => Promise<void>) => (): void => {
    run().catch((error: unknown) => showLines([inWords(error)], { stays: true }));
  };
  return [
    { id: 'week-page', name: words.commands.weekPage, callback: said(() => writeChosen(parts)) },
    { id: 'week-recap', name: words.commands.weekRecap, callback: said(() => copyChosen(parts)) },
  ];
}

/** Weeks that are offered: this one and those before it. */
const OFFERED = 12;

function askWeek({ app, today }: WeekParts): Promise<WeekDays | null> {
  const weeks = Array.from({ length: OFFERED }, (_, back) => weekOfDay(addDays(today(), -7 * back)));
  return askChoice(app, {
    choices: weeks.map((days, back) => {
      const text = words.week.title(Number(days.week.slice(6)), days.week.slice(0, 4));
      const span = `${words.views.day(days.from, today())} – ${words.views.day(days.to, today())}`;
      const [which] = back === 0 ? [words.week.thisOne] : back === 1 ? [words.week.lastOne] : [];
      const note = which === undefined ? span : `${which} · ${span}`;
      return { item: days, text, note, found: `${text} ${days.week} ${note}` };
    }),
    placeholder: words.week.which,
    none: words.week.none,
  });
}

async function weekOf({ store, settings }: WeekParts, days: WeekDays) {
  const { index, noteRules, today } = await store.current();
  const rules = pageRules(settings.current, noteRules, today);
  const week: Week = weekIn(days, index, rules);
  return { week, vault: { index, rules } };
}

async function writeChosen(parts: WeekParts): Promise<void> {
  const { app, host, now } = parts;
  const days = await askWeek(parts);
  if (days === null) return;
  const { week, vault } = await weekOf(parts, days);
  const { plan, result } = await writeWeek(host, week, { vault, now: now(), write: true });
  const [failure] = result?.failures ?? [];
  const [skipped] = result?.skipped ?? [];
  if (failure !== undefined) throw failure;
  if (plan.isDamaged) showLines([words.week.damaged(plan.path)], { stays: true });
  else if (skipped !== undefined) showLines([skipText(skipped)], { stays: true });
  else new Notice(plan.edits.length === 0 ? words.rollUp.upToDate : words.week.written(plan.path));
  const file = app.vault.getFileByPath(plan.path);
  if (file instanceof TFile) await app.workspace.getLeaf(false).openFile(file);
}

async function copyChosen(parts: WeekParts): Promise<void> {
  const days = await askWeek(parts);
  if (days === null) return;
  await copy(
    weekOf(parts, days).then(({ week }) => ({
      text: weekRecap(week, { me: parts.settings.current.me }),
      done: words.meeting.recapCopied(1),
    })),
  );
}
