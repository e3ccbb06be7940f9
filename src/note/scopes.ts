/**
 * Where in a note a line is: below which heading, in which section. Headings nest by level; a bold line or a label
 * counts as a heading one level below the last; a quote or callout with a title of its own is a section to its end, and
 * so is a list item that is a heading, for what it holds.
 */
import type { Block } from '../text/block';
import { hasTag } from './has-tag';
import type { SectionKind } from './note';
import { type HeadingMeaning, meaningOf, sectionOf, type SectionTable } from './section-table';

export interface Scope {
  readonly level: number;
  readonly section: SectionKind | null;
  /** The sections that its heading joins: only what carries its own mark counts below it. Empty for most. */
  readonly mixed: readonly SectionKind[];
  /** Below a heading about the meeting before, or about what is done. */
  readonly past: boolean;
  /** Whose section it is by its heading, as written: `Ann's actions`, `Actions: Ann`. It may be no name. */
  readonly who: string | null;
  readonly private: boolean;
  /** The heading's text as it is in the file; of a bold line or callout the heading's above. */
  readonly heading: string | null;
  /**
   * The same as a link needs it: where the note has that heading more than once, below the ones it is under, a line
   * each (`Hiring`, `Actions`).
   */
  readonly headingPath: string | null;
  /** The words of the heading, label or bold line that opened it. */
  readonly words: string | null;
  /** The bold line that it is below, whatever it says. */
  readonly label: string | null;
  /** The level of the list items that are directly in it: 1 below a list item that is a heading, else 0. */
  readonly itemLevel: number;
  /** Tells sections of one kind apart: the number of the heading that gave the section. */
  readonly opened: number;
}

const TOP: Scope = {
  level: 0,
  section: null,
  mixed: [],
  past: false,
  who: null,
  private: false,
  heading: null,
  headingPath: null,
  words: null,
  label: null,
  itemLevel: 0,
  opened: 0,
};

export class Scopes {
  private headings: Scope[] = [TOP];
  private bold: Scope | null = null;
  private quote: { readonly depth: number; readonly scope: Scope } | null = null;
  /** List items that are headings, the innermost last. */
  private readonly items: { readonly lastLine: number; readonly scope: Scope }[] = [];
  private count = 0;

  /** `repeated`: headings that the note has more than once. */
  constructor(
    private readonly table: SectionTable,
    private readonly repeated: ReadonlySet<string> = new Set(),
  ) {}

  /** Where a line is that is quoted `quote` deep. */
  at(quote: number): Scope {
    const item = this.items[this.items.length - 1];
    if (item !== undefined) return item.scope;
    if (this.quote !== null && quote >= this.quote.depth) return this.quote.scope;
    return this.bold ?? this.heading;
  }

  get heading(): Scope {
    return this.headings[this.headings.length - 1] ?? TOP;
  }

  /** Goes on to a line: list items that ended before it are headings no more. */
  enter(line: number): void {
    while (this.items.length > 0 && (this.items[this.items.length - 1]?.lastLine ?? 0) < line) this.items.pop();
  }

  /** A heading outside quotes. `words` is the text as read, `source` as it is. */
  openHeading(level: number, words: string, source: string): Scope {
    this.bold = null;
    this.quote = null;
    this.items.length = 0;
    while (this.headings.length > 1 && this.heading.level >= level) this.headings.pop();
    const scope = { ...this.below(this.heading, words, level, source), headingPath: this.pathTo(source) };
    this.headings.push(scope);
    return scope;
  }

  private pathTo(source: string): string {
    let path = source;
    if (!this.repeated.has(source)) return path;
    for (let at = this.headings.length - 1; at > 0; at--) {
      const above = this.headings[at]?.heading ?? '';
      path = `${above}\n${path}`;
      if (!this.repeated.has(above)) break;
    }
    return path;
  }

  /** A line that is nothing but `**Action items:**`. */
  openBold(words: string): void {
    this.bold = {
      ...this.below(this.heading, words, this.heading.level + 1, this.heading.heading),
      label: words,
    };
  }

  /** A callout's title, or a heading within a quote; `type` is a callout's, which counts where it is a section's. */
  openQuote(depth: number, title: string, type: string | null = null): void {
    const around = this.bold ?? this.heading;
    const isTyped = type !== null && meaningOf(title, this.table) === null && sectionOf(type, this.table) !== null;
    const words = isTyped ? type : title;
    this.quote = { depth, scope: this.below(around, words, around.level + 1, around.heading) };
  }

  /** A list item that is a heading or a label: `- ## Actions`, `- **Action items:**`, `- Attendees`. */
  openItem({ lastLine, quote, level }: Pick<Block, 'lastLine' | 'quote' | 'level'>, words: string): Scope {
    const around = this.at(quote);
    const scope = { ...this.below(around, words, around.level + 1, around.heading), itemLevel: level + 1 };
    this.items.push({ lastLine, scope });
    return scope;
  }

  closeQuote(): void {
    this.quote = null;
  }

  get quoteDepth(): number {
    return this.quote?.depth ?? 0;
  }

  private below(around: Scope, words: string, level: number, heading: string | null): Scope {
    const says = words === '' ? null : meaningOf(words, this.table);
    this.count += 1;
    const endsPeople = says === null && around.section === 'people' && words.trim().split(/\s+/).length > MOST_IN_GROUP;
    const inherits =
      says === null ? !endsPeople : isPlain(says) && around.section !== null && GOES_ON.has(around.section);
    const past = around.past || says?.past === true;
    const own = inherits ? around : (says ?? TOP);
    return {
      level,
      section: past && own.section !== null && NOT_OF_PAST.has(own.section) ? null : own.section,
      mixed: past ? [] : own.mixed,
      past,
      who: inherits ? own.who : asWritten(own.who, words),
      private: around.private || hasTag(words, 'private'),
      heading,
      headingPath: around.headingPath,
      words: says === null && !endsPeople ? around.words : words,
      label: around.label,
      itemLevel: around.itemLevel,
      opened: inherits || own.section === null ? around.opened : this.count,
    };
  }
}

/** The meaning has it in small letters. */
function asWritten(who: string | null, words: string): string | null {
  const at = who === null ? -1 : words.toLowerCase().indexOf(who);
  return who === null || at < 0 ? who : words.slice(at, at + who.length);
}

/** A heading of notes, topics and the like, which is none of the sections. */
function isPlain({ section, mixed, past }: HeadingMeaning): boolean {
  return section === null && mixed.length === 0 && !past;
}

/** `### Context` below key facts does not end them; below actions it does. */
const GOES_ON: ReadonlySet<SectionKind> = new Set(['summary', 'facts', 'outcomes', 'risks', 'transcript', 'people']);
/** `### Voting members` parts a list of people; a longer heading below it is about something else. */
const MOST_IN_GROUP = 3;
const NOT_OF_PAST: ReadonlySet<SectionKind> = new Set(['actions', 'follow-ups', 'questions', 'decisions']);
