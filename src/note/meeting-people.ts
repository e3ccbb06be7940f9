/** Who was there, gathered while a meeting's lines are read: names found, names of those who were not there. */
import type { MeetingDraft } from './body';
import type { KindName, NameSource } from './note';
import type { PeopleList } from './people-list';

/** One list or section of people: it counts once it is seen that most of it names somebody. */
interface Gathered {
  readonly names: KindName[];
  others: number;
  ended: boolean;
  /** A line of it names several: no list is to be expected. */
  isLine: boolean;
}

export class MeetingPeople {
  private readonly sections = new Map<number, Gathered>();
  private readonly lines: Gathered = { names: [], others: 0, ended: false, isLine: false };
  private readonly absent: KindName[] = [];

  /** `from`: the line where the meeting begins. */
  constructor(readonly from: number) {}

  /** What a section of people holds; `opened` tells sections apart. */
  section(opened: number): Gathered {
    let found = this.sections.get(opened);
    if (found === undefined) this.sections.set(opened, (found = { names: [], others: 0, ended: false, isLine: false }));
    return found;
  }

  /** `section`: null for a line that says by its own label that it names people. */
  add({ people, others }: PeopleList, section: number | null, { line, isAbsent, from }: Placed): void {
    const into = section === null ? this.lines : this.section(section);
    into.others += others;
    for (const { text, target, also, absent } of people) {
      const name: KindName = { text, target, line, kind: 'person', ...(also.length === 0 ? {} : { also }), from };
      (absent || isAbsent ? this.absent : into.names).push(name);
    }
  }

  addNames(names: readonly KindName[]): void {
    this.lines.names.push(...names);
  }

  /** Hands the names to the meeting: each once, and none of those who were not there. */
  giveTo(meeting: MeetingDraft): void {
    const gone = new Set(this.absent.flatMap(keysOf));
    const isHere = (name: KindName): boolean => gone.size === 0 || !keysOf(name).some((key) => gone.has(key));
    const found = [...this.sections.values()].filter(({ names, others }) => names.length >= others);
    const all = [...meeting.names, ...[...found, this.lines].flatMap(({ names }) => names)];
    const names: KindName[] = [];
    const seen = new Map<string, number>();
    for (const name of all) {
      if (!isHere(name)) continue;
      const key = `${name.kind === null ? '?' : ''}${name.target ?? ''}\n${name.text.toLowerCase()}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, names.push(name) - 1);
      // Said twice: what was next to the name the second time is not lost.
      else if (name.also !== undefined && names[before] !== undefined && names[before].also === undefined)
        names[before] = { ...names[before], also: name.also };
    }
    meeting.names = names;
  }
}

interface Placed {
  readonly line: number;
  readonly isAbsent: boolean;
  readonly from: NameSource;
}

function keysOf({ text, also = [] }: KindName): string[] {
  return [text.toLowerCase(), ...also.map((other) => other.toLowerCase())];
}
