/**
 * While a task is typed, `@` suggests who it is for: the people of its meeting first, then those met last.
 *
 *     - [ ] Send the draft @da|          →          - [ ] Send the draft @[[Dana Fox]]
 *                           ^ what is looked for, up to the cursor
 */
import {
  type App,
  type Editor,
  type EditorPosition,
  EditorSuggest,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from 'obsidian';
import type { Entity } from '../../entity/entity';
import { foldName } from '../../entity/fold-name';
import { ownerToWrite } from '../../edit/owner-to-write';
import type { CalendarDate } from '../../text/calendar-date';
import type { VaultIndex } from '../../vault-index/build-index';
import { lastMet } from '../vault/last-met';
import { partOf } from '../vault/part-of';
import type { LiveStore } from '../vault/live-store';
import type { PluginSettings } from '../vault/plugin-settings';
import { words } from '../words/in-app';

interface OwnerChoice {
  readonly owner: Entity | 'me';
  readonly name: string;
  /** Why it is where it is. */
  readonly note: string;
}

/** Plugins that suggest people after `@` themselves: two lists at once are none. */
const OWNERS_OF_THE_SIGN = ['at-symbol-linking', 'obsidian-at-people', 'at-people'];
const TASK = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[.\]\s/u;
/** A name as it is typed: five words at most, none of them long. */
const QUERY = /(?:^|\s)@([^@[\]\n]{0,40})$/u;
const SHOWN = 12;

export class OwnerSuggest extends EditorSuggest<OwnerChoice> {
  constructor(
    private readonly owningApp: App,
    private readonly parts: { readonly store: LiveStore; readonly settings: PluginSettings },
  ) {
    super(owningApp);
  }

  override onTrigger(
    { line, ch }: EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): EditorSuggestTriggerInfo | null {
    if (file === null || !this.parts.settings.current.suggestOwners || isOwned(this.owningApp)) return null;
    const before = editor.getLine(line).slice(0, ch);
    const query = TASK.test(before) ? QUERY.exec(before)?.[1] : undefined;
    if (query === undefined || query.split(' ').length > 5) return null;
    // After the same sign natural-language-dates suggests days: ours come where what is typed fits a person.
    if (suggestsDays(this.owningApp) && (query === '' || !this.fitsSomebody(query))) return null;
    return { start: { line, ch: ch - query.length - 1 }, end: { line, ch }, query };
  }

  private fitsSomebody(query: string): boolean {
    const { last } = this.parts.store;
    const { me } = this.parts.settings.current;
    return last === null || ownerChoices(last.index, { today: last.today, query, path: '', line: 1, me }).length > 0;
  }

  override async getSuggestions({ query, file, start }: EditorSuggestContext): Promise<OwnerChoice[]> {
    // What was known last is good enough to choose from; only where nothing is known yet is the vault read.
    const { index, today } = this.parts.store.last ?? (await this.parts.store.current());
    return ownerChoices(index, {
      today,
      query,
      path: file.path,
      line: start.line + 1,
      me: this.parts.settings.current.me,
    });
  }

  override renderSuggestion({ name, note }: OwnerChoice, el: HTMLElement): void {
    el.createDiv({ text: name });
    el.createEl('small', { text: note });
  }

  override selectSuggestion({ owner }: OwnerChoice): void {
    const { context } = this;
    const index = this.parts.store.last?.index;
    if (context === null || index === undefined) return;
    const text = `@${ownerToWrite(owner, { index, me: this.parts.settings.current.me })}`;
    context.editor.replaceRange(text, context.start, context.end);
    context.editor.setCursor({ line: context.start.line, ch: context.start.ch + text.length });
  }
}

/** Those whose name, other name or a word of either begins as the query does. */
export function ownerChoices(
  index: VaultIndex,
  {
    today,
    query,
    path,
    line,
    me,
  }: {
    readonly today: CalendarDate;
    readonly query: string;
    readonly path: string;
    readonly line: number;
    readonly me: readonly string[];
  },
): OwnerChoice[] {
  const wanted = foldName(query);
  const fits = (names: readonly string[]): boolean =>
    wanted === '' || names.some((name) => ` ${foldName(name)}`.includes(` ${wanted}`));
  const here = new Set(meetingAt(index, path, line)?.entities.map(({ id }) => id) ?? []);
  const people = index.registry.entities
    .filter(({ kind, status, name, aliases }) => kind === 'person' && status === null && fits([name, ...aliases]))
    .map((entity) => ({ entity, isHere: here.has(entity.id), last: lastMet(entity, index, today) }))
    .sort(
      (a, b) =>
        Number(b.isHere) - Number(a.isHere) ||
        ((a.last ?? '') === (b.last ?? '') ? 0 : (a.last ?? '') < (b.last ?? '') ? 1 : -1),
    );
  const mine: OwnerChoice[] =
    me.length > 0 && fits(['me', ...me]) ? [{ owner: 'me', name: me[0] ?? 'me', note: words.meeting.you }] : [];
  const others = people.map(({ entity, isHere, last }): OwnerChoice => ({
    owner: entity,
    name: entity.name,
    note: isHere ? words.meeting.inThis : last === null ? '' : words.meeting.lastMet(words.views.day(last, today)),
  }));
  return [...others.slice(0, SHOWN - mine.length), ...mine];
}

/** The meeting of the note, or of the part of a daily note, that a line is in. */
function meetingAt(index: VaultIndex, path: string, line: number) {
  const note = index.notes.find((one) => one.path === path);
  const at =
    note?.meetings.findIndex((meeting) => meeting.line <= line && line <= (meeting.lastLine ?? Infinity)) ?? -1;
  // Lines that were typed since the note was read are still those of its last meeting.
  return index.meetingsOf.get(path)?.[at >= 0 ? at : (note?.meetings.length ?? 0) - 1] ?? null;
}

/**
 * The app asks its suggesters in turn until one answers, and Tasks answers on every line of a task: ours goes before
 * it. The list is not part of the API; where it is another thing, the order stays as it is. Unloading takes ours out.
 */
export function putFirst(app: App, suggest: OwnerSuggest): void {
  const suggests = partOf(partOf(app.workspace, 'editorSuggest'), 'suggests');
  if (!Array.isArray(suggests)) return;
  const at = suggests.indexOf(suggest);
  if (at > 0) suggests.unshift(...(suggests.splice(at, 1) as unknown[]));
}

function isOwned(app: App): boolean {
  const enabled = partOf(partOf(app, 'plugins'), 'enabledPlugins');
  return enabled instanceof Set && OWNERS_OF_THE_SIGN.some((id) => enabled.has(id));
}

/** Whether natural-language-dates runs, suggests, and is triggered by `@`. */
function suggestsDays(app: App): boolean {
  const plugins = partOf(app, 'plugins');
  const enabled = partOf(plugins, 'enabledPlugins');
  if (!(enabled instanceof Set) || !enabled.has('nldates-obsidian')) return false;
  const settings = partOf(partOf(partOf(plugins, 'plugins'), 'nldates-obsidian'), 'settings');
  return (
    partOf(settings, 'isAutosuggestEnabled') !== false && (partOf(settings, 'autocompleteTriggerPhrase') ?? '@') === '@'
  );
}
