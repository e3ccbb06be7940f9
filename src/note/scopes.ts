/**
 * Where in a note a line stands: below which heading, in which section. Headings nest by level; a bold line counts as a
 * heading one level below the last; a quote or callout with a title of its own is a section to its end.
 */
import { type SectionTable, sectionOf } from './section-table';
import type { SectionKind } from './note';
import type { NoteTag } from './note-tags';

export interface Scope {
  readonly level: number;
  readonly section: SectionKind | null;
  readonly private: boolean;
  /** The heading's text as it stands in the file; of a bold line or callout the heading's above. */
  readonly heading: string | null;
  /** Tells sections of one kind apart: the number of the heading that gave the section. */
  readonly opened: number;
}

const TOP: Scope = { level: 0, section: null, private: false, heading: null, opened: 0 };

export class Scopes {
  private headings: Scope[] = [TOP];
  private bold: Scope | null = null;
  private quote: { readonly depth: number; readonly scope: Scope } | null = null;
  private count = 0;

  constructor(private readonly table: SectionTable) {}

  /** Where a line stands that is quoted `quote` deep. */
  at(quote: number): Scope {
    if (this.quote !== null && quote >= this.quote.depth) return this.quote.scope;
    return this.bold ?? this.heading;
  }

  get heading(): Scope {
    return this.headings[this.headings.length - 1] ?? TOP;
  }

  /** A heading outside quotes. `words` is the text as read, `source` as it stands. */
  openHeading(level: number, words: string, source: string): Scope {
    this.bold = null;
    this.quote = null;
    while (this.headings.length > 1 && this.heading.level >= level) this.headings.pop();
    const scope = this.below(this.heading, words, level, source);
    this.headings.push(scope);
    return scope;
  }

  /** A line that is nothing but `**Action items:**`. */
  openBold(words: string): void {
    this.bold = this.below(this.heading, words, this.heading.level + 1, this.heading.heading);
  }

  /** A callout's title, or a heading within a quote. Several texts: the first that names a section counts. */
  openQuote(depth: number, texts: readonly string[]): void {
    const around = this.bold ?? this.heading;
    const words = texts.find((text) => sectionOf(text, this.table) !== null) ?? '';
    this.quote = { depth, scope: this.below(around, words, around.level + 1, around.heading) };
  }

  closeQuote(): void {
    this.quote = null;
  }

  get quoteDepth(): number {
    return this.quote?.depth ?? 0;
  }

  private below(around: Scope, words: string, level: number, heading: string | null): Scope {
    const section = words === '' ? null : sectionOf(words, this.table);
    this.count += 1;
    return {
      level,
      section: section ?? around.section,
      private: around.private || hasTag(words, 'private'),
      heading,
      opened: section === null ? around.opened : this.count,
    };
  }
}

/**
 * Whether the text carries `#tag` itself (not `#tags`, not `#tag/sub`). Letter case does not count; `tag` begins with
 * one of a to z.
 */
export function hasTag(text: string, tag: NoteTag): boolean {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    // Most `#` are other tags: the first letter tells.
    if ((text.charCodeAt(at + 1) | 32) !== tag.charCodeAt(0)) continue;
    const end = at + 1 + tag.length;
    if (
      text.slice(at + 1, end).toLowerCase() === tag &&
      (at === 0 || BEFORE_TAG.test(text.charAt(at - 1))) &&
      !IN_TAG.test(text.charAt(end))
    )
      return true;
  }
  return false;
}

const BEFORE_TAG = /[\s([>]/;
const IN_TAG = /[\p{L}\p{N}_/-]/u;

/**
 * The words of a line that is nothing but bold, a colon within or behind; null for any other line. One that asks is a
 * question.
 */
export function boldHeading(line: string): string | null {
  const first = line[0];
  if (first !== '*' && first !== '_') return null;
  const match = /^(\*\*|__)([^*_\n]{1,100})\1\s*:?\s*$/.exec(line);
  const words = match?.[2]?.trim() ?? '';
  return words === '' || words.endsWith('?') ? null : words;
}
