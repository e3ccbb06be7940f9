/** The commands around a meeting: *Brief* before it, *New meeting note* for it, *Copy recap* after it. */
import { type App, type Command, Notice, TFile } from 'obsidian';
import { newMeetingNote } from '../../edit/new-meeting';
import { followIn } from '../../edit/page-plans';
import { pageRules } from '../../edit/page-rules';
import { HostError, type VaultHost } from '../../host/vault-host';
import { type Brief, entityBrief, noteBrief } from '../../page/brief';
import { briefListing, nudge } from '../../page/brief-words';
import { listingMarkdown } from '../../page/listing';
import { type NoteLinks, noteLinks } from '../../page/note-link';
import type { PageRules } from '../../page/page-rules';
import { recap } from '../../page/recap';
import { type Copied, copy } from '../notices/clipboard';
import { BriefModal } from './brief-modal';
import { askEntity, type EntityChoice } from './entity-modal';
import { kindName } from '../settings/kind-name';
import { lastMet } from '../vault/last-met';
import type { KnownIndex, LiveStore } from '../vault/live-store';
import { readCalendars } from '../../host/read-calendars';
import { readRules } from '../../host/read-vault';
import { plannedMeetings, type PlannedMeeting } from '../../page/calendar';
import { addDays } from '../../text/calendar-date';
import { problemText } from '../words/engine-text';
import { showLines } from '../notices/notices';
import type { PluginSettings } from '../vault/plugin-settings';
import { inWords } from '../notices/roll-up-words';
import { partOf } from '../vault/part-of';
import type { ViewStore } from '../view/view-store';
import { failureText } from '../words/engine-text';
import { words } from '../words/in-app';

interface MeetingParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly store: LiveStore;
  readonly settings: PluginSettings;
  readonly views: Pick<ViewStore, 'raise'>;
  /** The device's time zone. */
  readonly zone: () => string;
}

export function meetingCommands(parts: MeetingParts): Command[] {
  const said = (run: () => Promise<void>) => (): void => {
    run().catch((error: unknown) => showLines([inWords(error)], { stays: true }));
  };
  return [
    { id: 'brief', name: words.commands.brief, callback: said(() => showBrief(parts)) },
    { id: 'new-meeting', name: words.commands.newMeeting, callback: said(() => newMeeting(parts)) },
    {
      id: 'copy-recap',
      name: words.commands.copyRecap,
      checkCallback: (checking) => {
        const file = parts.app.workspace.getActiveFile();
        if (file === null || file.extension !== 'md') return false;
        if (!checking) said(() => copyRecap(parts, file.path))();
        return true;
      },
    },
  ];
}

interface Asked extends KnownIndex {
  readonly rules: PageRules;
  readonly links: NoteLinks;
  readonly planned: readonly PlannedMeeting[];
}

/** Days of the calendar from which a meeting is offered. */
const DAYS_AHEAD = 7;

async function asked({ host, store, settings, zone }: MeetingParts): Promise<Asked> {
  const known = await store.current();
  const { index, noteRules, today } = known;
  const { exclude } = await readRules(host, settings.current);
  const days = { from: today, to: addDays(today, DAYS_AHEAD), zone: zone() };
  const { entries, problems } = await readCalendars(host, { settings: settings.current, days, ...exclude });
  const [wrong] = problems;
  if (wrong !== undefined)
    showLines([`${words.files.placeOf(wrong.path, wrong.line ?? 1)}: ${problemText(wrong)}`], { stays: false });
  return {
    ...known,
    rules: pageRules(settings.current, noteRules, today),
    links: noteLinks(index.paths, followIn(index.registry)),
    planned: plannedMeetings(entries, index),
  };
}

/** Of the note that is open, where that is somebody's page or a meeting; else of the person one chooses. */
async function showBrief(parts: MeetingParts): Promise<void> {
  const vault = await asked(parts);
  const open = parts.app.workspace.getActiveFile()?.path ?? null;
  const brief = (open === null ? null : noteBrief(open, vault.index, vault)) ?? (await chosenBrief(parts.app, vault));
  if (brief !== null) openBrief(parts, vault, brief);
}

/** Of the people of a note, or of whose page it is. */
export function showBriefOf(parts: MeetingParts, path: string): void {
  asked(parts)
    .then((vault) => {
      const brief = noteBrief(path, vault.index, vault);
      if (brief === null) new Notice(words.meeting.none);
      else openBrief(parts, vault, brief);
    })
    .catch((error: unknown) => showLines([inWords(error)], { stays: true }));
}

function openBrief({ app, views }: MeetingParts, vault: Asked, brief: Brief): void {
  const listing = briefListing(brief, vault);
  new BriefModal(app, {
    listing,
    markdown: listingMarkdown(listing, { links: vault.links, today: vault.today }),
    nudge: nudge(brief, vault.rules),
    about: brief.about,
    raise: async (entity, said) => (await views.raise(entity, said, app.workspace.getActiveFile()?.path ?? null)).said,
  }).open();
}

async function chosenBrief(app: App, vault: Asked): Promise<Brief | null> {
  const choice = await askEntity(app, choicesIn(vault), words.meeting.aboutWhom);
  const [only] = choice?.about ?? [];
  return only === undefined ? null : entityBrief(only, vault.index, vault);
}

/** For a meeting of one's choice by the brief's own reckoning: those met last come first. */
function choicesIn({ index, today }: Pick<KnownIndex, 'index' | 'today'>): EntityChoice[] {
  return index.registry.entities
    .filter(({ status }) => status === null)
    .map((entity) => ({ entity, last: lastMet(entity, index, today) }))
    .sort((a, b) => ((a.last ?? '') === (b.last ?? '') ? 0 : (a.last ?? '') < (b.last ?? '') ? 1 : -1))
    .map(({ entity, last }) => ({
      about: [entity],
      note: [
        kindName(entity.kind),
        ...(last === null ? [] : [words.meeting.lastMet(words.views.day(last, today))]),
      ].join(' · '),
    }));
}

/** With the people of the meeting that is open, or with the person one chooses. */
async function newMeeting(parts: MeetingParts): Promise<void> {
  const { app, host, settings } = parts;
  const vault = await asked(parts);
  const { index, noteRules, rules, links, today } = vault;
  const open = app.workspace.getActiveFile()?.path ?? '';
  const page = index.registry.entityOfPage(open);
  const groups = (index.meetingsOf.get(open) ?? [])
    .filter(({ entities }) => entities.length > 1)
    .map(({ entities }): EntityChoice => ({ about: entities, note: words.meeting.asOpen }));
  const choice = await askEntity(
    app,
    [
      ...plannedChoices(vault),
      ...(page === null ? [] : [{ about: [page], note: words.meeting.openPage }]),
      ...groups,
      ...choicesIn(vault).filter(({ about: [only] }) => only !== page),
    ],
    words.meeting.whom,
  );
  if (choice === null) return;
  const path = settings.current.meetingTemplate;
  const template = path === null ? null : await templateAt(host, path);
  const templater = templaterOf(app);
  const note = newMeetingNote(
    { date: today, ...choice.planned, about: choice.about, template, templater: templater === null ? 'drop' : 'keep' },
    { index, rules, noteRules, links },
  );
  await host.create(note.path, note.text);
  const file = app.vault.getFileByPath(note.path);
  if (file instanceof TFile) {
    if (note.text.includes('<%')) await templater?.(file);
    await app.workspace.getLeaf(false).openFile(file);
  }
  if (note.carried > 0) new Notice(words.meeting.carried(note.carried));
}

/** What the calendar has today and in the next days, and no note yet. */
function plannedChoices({ planned, today }: Asked): EntityChoice[] {
  return planned
    .filter(({ meeting }) => meeting === null)
    .map(({ entry: { title, date, time }, entities, others }) => ({
      about: entities,
      planned: { title, date, time, others },
      text: title === '' ? words.meeting.busy : title,
      note: [
        words.views.day(date, today),
        ...(time === null ? [] : [time]),
        ...entities.map(({ name }) => name),
        ...others,
      ].join(' · '),
    }));
}

async function templateAt(host: VaultHost, path: string): Promise<string | null> {
  try {
    return await host.read(/\.md$/i.test(path) ? path : `${path}.md`);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    showLines([words.meeting.noTemplate(failureText(error))], { stays: true });
    return null;
  }
}

/** Runs Templater's commands in a file, where that plugin is on and does as its sources say. */
function templaterOf(app: App): ((file: TFile) => Promise<void>) | null {
  const plugins = partOf(partOf(app, 'plugins'), 'plugins');
  const templater = partOf(partOf(plugins, 'templater-obsidian'), 'templater');
  const run = partOf(templater, 'overwrite_file_commands');
  return typeof run === 'function'
    ? async (file) => {
        await (run as (file: TFile) => Promise<unknown>).call(templater, file);
      }
    : null;
}

/** Nothing is waited for where the vault is read already: see `copy`. */
function copyRecap({ store, settings }: MeetingParts, path: string): Promise<void> {
  const textIn = ({ index }: KnownIndex): Copied | string => {
    const meetings = index.meetingsOf.get(path) ?? [];
    if (meetings.length === 0) return words.meeting.none;
    const texts = meetings.flatMap((meeting) => recap(meeting, index, { me: settings.current.me }) ?? []);
    return texts.length === 0
      ? words.meeting.isPrivate
      : { text: texts.join('\n\n\n'), done: words.meeting.recapCopied(texts.length) };
  };
  return copy(store.fresh === null ? store.current().then(textIn) : textIn(store.fresh));
}
