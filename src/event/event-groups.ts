/**
 * Which notes certainly tell of one event: what a person said decides, in both directions. Notes of one date, or one of
 * them undated, are one where they have a message's, a recording's, a calendar's or a program's id in common, or the
 * source file that they were made of; where one names the other as its source; where their bodies are the same; or
 * where they have the same transcript.
 *
 * Notes are found by keys, never compared with all others.
 */
import { baseName } from '../text/file-name';
import type { Job } from '../text/job';
import { eventFileName } from '../note/event-marks';
import type { Note } from '../note/note';
import { SAMPLE } from '../note/transcript-sample';
import { compareText } from '../text/order';
import { pushInto } from '../text/push-into';
import type { EventAnswers } from './event-answers';

/** Two notes of one event have one of these in common; having one does not make them one. */
export function eventKeys(
  { kind, path, date, event: { ids, from, heard }, bodyHash }: Note,
  { one }: EventAnswers,
): string[] {
  if (kind !== 'meeting') return [];
  const keys = ids.map((id) => `id\n${id}`);
  for (const other of one.get(path) ?? []) keys.push(`said\n${[path, other].sort(compareText).join('\n')}`);
  for (const name of new Set([ownName(path), ...from.map(nameOf)])) keys.push(`name\n${name}`);
  if (date === null) return keys;
  if (bodyHash !== '') keys.push(`body\n${date}\n${bodyHash}`);
  for (const run of heard) keys.push(`heard\n${date}\n${run}`);
  return keys;
}

/** The notes of each event, in the order given; `notes` sorted by path. Of one note alone, too. */
export function* eventGroupSteps(notes: readonly Note[], answers: EventAnswers): Job<readonly (readonly Note[])[]> {
  const groups = new Groups(notes, answers.two);
  const byKey = new Map<string, Note[]>();
  for (const [at, note] of notes.entries()) {
    if (at % YIELD_EVERY === 0) yield;
    for (const key of eventKeys(note, answers)) {
      pushInto(byKey, key, note);
    }
  }
  for (const [key, [one, other]] of byKey)
    if (key.startsWith('said\n') && one !== undefined && other !== undefined) groups.join(one, other, { isSaid: true });
  let count = 0;
  for (const [key, alike] of byKey) {
    if (++count % YIELD_EVERY === 0) yield;
    if (alike.length < 2 || key.startsWith('said\n')) continue;
    if (key.startsWith('name\n')) joinByName(key.slice('name\n'.length), alike, groups);
    else if (key.startsWith('heard\n')) joinByTranscript(alike, groups);
    else joinAll(alike, groups);
  }
  return groups.all();
}

/** Notes, or keys, in a piece of work. */
const YIELD_EVERY = 500;

/** Those of one date; an undated one too, where there is one date alone. */
function joinAll(notes: readonly Note[], groups: Groups): void {
  const byDate = new Map<string, Note>();
  for (const note of notes) {
    if (note.date === null) continue;
    const known = byDate.get(note.date);
    if (known === undefined) byDate.set(note.date, note);
    else groups.join(known, note);
  }
  if (byDate.size > 1) return;
  const undated = notes.filter(({ date }) => date === null);
  const [first] = [...byDate.values(), ...undated];
  for (const note of undated) if (first !== undefined) groups.join(first, note);
}

function joinByName(name: string, notes: readonly Note[], groups: Groups): void {
  const sourced = notes.filter(({ event: { from } }) => from.some((path) => nameOf(path) === name));
  if (sourced.length === 0) return;
  const own = notes.filter(({ path }) => ownName(path) === name);
  const telling = eventFileName(name) !== null;
  if (telling) joinAll(own.length === 1 ? notes : sourced, groups);
  for (const note of sourced) {
    for (const path of note.event.from) {
      if (nameOf(path) !== name) continue;
      const found = own.filter((one) => one !== note && isAt(one.path, path));
      const [only, ...others] = found;
      if (only !== undefined && others.length === 0) joinAll([only, note], groups);
    }
  }
}

/** Whether a source's path, which may begin outside the vault or be a name alone, is a note's. */
function isAt(path: string, source: string): boolean {
  const own = path.toLowerCase().replace(/\.md$/, '');
  return `/${source}`.endsWith(`/${own}`) || `/${own}`.endsWith(`/${source}`);
}

/** Notes of one day that have a run in common, where half of what was sampled is the same. */
function joinByTranscript(notes: readonly Note[], groups: Groups): void {
  const met: Note[] = [];
  for (const note of notes) {
    const heard = new Set(note.event.heard);
    const same = met.find((one) => one.event.heard.filter((run) => heard.has(run)).length * 2 >= SAMPLE);
    if (same !== undefined) groups.join(same, note);
    if (met.length < MOST_COMPARED) met.push(note);
  }
}

/** Of one day, with the same run among their samples. */
const MOST_COMPARED = 30;

function ownName(path: string): string {
  return nameOf(path.toLowerCase().replace(/\.md$/, ''));
}

/** The number that an importer puts into a name is not part of it. */
function nameOf(path: string): string {
  return eventFileName(path) ?? baseName(`${path}.md`);
}

/** Notes put together one by one; never two of which somebody said that they are two, or two of different dates. */
class Groups {
  private readonly parent = new Map<Note, Note>();
  private readonly dates = new Map<Note, string | null>();

  /** Those that are another event than the first, in both directions. */
  private readonly apart: readonly (readonly [Note, Note])[];

  constructor(
    private readonly notes: readonly Note[],
    two: ReadonlyMap<string, readonly string[]>,
  ) {
    for (const note of notes) this.dates.set(note, note.date);
    const told = new Map(notes.flatMap((note) => (two.has(note.path) ? [[note.path, note] as const] : [])));
    this.apart = [...told.values()].flatMap((note) =>
      (two.get(note.path) ?? []).flatMap((path) => {
        const other = told.get(path);
        return other === undefined ? [] : [[note, other] as const];
      }),
    );
  }

  /** Of different dates only where somebody said it. */
  join(one: Note, other: Note, { isSaid = false } = {}): void {
    const [a, b] = [this.first(one), this.first(other)];
    if (a === b) return;
    const [dateA, dateB] = [this.dates.get(a) ?? null, this.dates.get(b) ?? null];
    if (!isSaid && dateA !== null && dateB !== null && dateA !== dateB) return;
    if (this.areApart(a, b)) return;
    const [root, child] = a.path < b.path ? [a, b] : [b, a];
    this.parent.set(child, root);
    this.dates.set(root, dateA ?? dateB);
  }

  all(): readonly (readonly Note[])[] {
    const groups = new Map<Note, Note[]>();
    for (const note of this.notes) {
      const first = this.first(note);
      pushInto(groups, first, note);
    }
    return [...groups.values()];
  }

  private areApart(a: Note, b: Note): boolean {
    return this.apart.some(([one, other]) => this.first(one) === a && this.first(other) === b);
  }

  private first(note: Note): Note {
    let at = note;
    for (let up = this.parent.get(at); up !== undefined; up = this.parent.get(at)) {
      const above = this.parent.get(up);
      if (above !== undefined) this.parent.set(at, above);
      at = up;
    }
    return at;
  }
}
