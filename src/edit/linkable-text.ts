/**
 * Where in a note links may be put: the lines of paragraphs and list items that people wrote, except what is in
 * them that is no running text. Frontmatter, headings, callout titles, code, comments, formulas, HTML, transcripts,
 * managed blocks, the trailing run of tasks (owners, signifiers, tags) and lines of templates are closed.
 */
import { scanBlocks } from '../text/blocks';
import type { Block } from '../text/block';
import { readFrontmatter } from '../text/frontmatter';
import { isTemplateLine } from '../note/line-text';
import type { NoteRules } from '../note/note-rules';
import { NoteText } from '../note/note-text';
import { headingLine } from '../note/heading-lines';
import { Scopes } from '../note/scopes';
import { sectionOf } from '../note/section-table';
import { readTask } from '../task/parse';
import { apart, closedToLinks, type Range } from './closed-to-links';
import { lineAt } from '../text/lines';
import { tableLines } from './table-lines';

/** A paragraph, or an item's first: offsets in the note's text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** 1-based. */
  readonly line: number;
  /** Nothing is linked in these; sorted, apart. */
  readonly closed: readonly Range[];
  /** Of these what is no text: links that are here are none. */
  readonly hidden: readonly Range[];
  /** Rows of a table, where the bar of a link is written `\|`. */
  readonly table: Range | null;
}

export interface LinkableText {
  readonly stretches: readonly Stretch[];
  /** Where each section begins: the note's start, its headings, lines that are nothing but bold. Sorted. */
  readonly sections: readonly number[];
  /** Texts of the headings, as offsets. */
  readonly headings: readonly Range[];
}

export function linkableText(text: string, rules: NoteRules): LinkableText {
  return new LinkableTextReader(text, rules).read();
}

/** The index of the section that an offset is in. */
export function sectionAt({ sections }: LinkableText, offset: number): number {
  return lineAt(sections, offset) - 1;
}

class LinkableTextReader {
  private readonly note: NoteText;
  private readonly scopes: Scopes;
  private readonly stretches: Stretch[] = [];
  private readonly sections: number[] = [0];
  private readonly headings: Range[] = [];
  /** Up to here a comment or template runs that an earlier paragraph opened. */
  private closedUntil = 0;

  constructor(
    private readonly text: string,
    private readonly rules: NoteRules,
  ) {
    this.note = new NoteText(text);
    this.scopes = new Scopes(rules.sections);
  }

  read(): LinkableText {
    const { text, note, rules, scopes } = this;
    const { bodyFrom, bodyLine } = readFrontmatter(text);
    const skipUnder = (heading: string): boolean => sectionOf(note.repair(heading), rules.sections) === 'transcript';
    for (const block of scanBlocks(text, bodyFrom, bodyLine, { skipUnder })) {
      if (block.quote < scopes.quoteDepth) scopes.closeQuote();
      if (block.kind === 'heading') this.readHeading(block);
      else if (block.kind === 'paragraph' && block.callout !== null)
        scopes.openQuote(block.quote, note.piece(block.textFrom, block.textTo), block.callout);
      else if (block.kind === 'paragraph' || block.kind === 'item') this.readText(block);
    }
    return { stretches: this.stretches, sections: this.sections, headings: this.headings };
  }

  private readHeading({ from, textFrom, textTo, rest, quote, parent, level }: Block): void {
    const to = rest[rest.length - 1] ?? textTo;
    this.headings.push([textFrom, to]);
    if (parent >= 0) return;
    const source = this.text.slice(textFrom, to);
    const words = this.note.repair(source);
    if (quote > 0) {
      this.scopes.openQuote(quote, words);
      return;
    }
    this.scopes.openHeading(level, words, source);
    this.sections.push(from);
  }

  private readText(block: Block): void {
    const { text, scopes } = this;
    const { textFrom: from, rest, quote } = block;
    const to = rest[rest.length - 1] ?? block.textTo;
    if (from >= to) return;
    const lines: Range[] = [[from, block.textTo]];
    for (let at = 0; at < rest.length; at += 2) lines.push([rest[at] ?? to, rest[at + 1] ?? to]);
    const readFrom = Math.min(to, Math.max(from, this.closedUntil));
    const inline = closedToLinks(text.slice(readFrom, to));
    const within = ([start, end]: Range): Range => [readFrom + start, readFrom + end];
    const hidden = inline.hidden.map(within);
    const closed = inline.ranges.map(within);
    if (from < readFrom) hidden.push([from, readFrom]);
    if (inline.openedFor !== null) this.runOn(to, inline.openedFor);
    for (const [index, [start, end]] of lines.entries()) {
      const words = this.note.piece(start, end);
      const bold = block.kind === 'paragraph' || index > 0 ? headingLine(words, this.rules.sections) : null;
      if (bold !== null && quote === 0) scopes.openBold(bold);
      if (bold !== null && quote > 0) scopes.openQuote(quote, bold);
      if (bold !== null) {
        this.sections.push(start);
        closed.push([start, end]);
      }
      if (isTemplateLine(words) || scopes.at(quote).section === 'transcript') hidden.push([start, end]);
    }
    const { rows, unclear } = tableLines(lines.map(([start, end]) => text.slice(start, end)));
    const linesFrom = (first: number): Range => [lines[first]?.[0] ?? to, to];
    if (unclear >= 0) hidden.push(linesFrom(unclear));
    const tail = block.status < 0 ? null : this.taskTail(block);
    if (tail !== null) closed.push(tail);
    this.stretches.push({
      from,
      to,
      line: block.line,
      closed: apart([...closed, ...hidden]),
      hidden: apart(hidden),
      table: rows < 0 ? null : linesFrom(rows),
    });
  }

  /** What this paragraph opens and a later one closes is hidden in Obsidian's editor as a whole. */
  private runOn(to: number, by: string): void {
    const end = this.text.indexOf(by, to);
    if (end >= 0) this.closedUntil = Math.max(this.closedUntil, end + by.length);
  }

  /**
   * From where the task's description ends; the whole line where its encoding is damaged and its end cannot be told.
   */
  private taskTail({ from, textFrom, textTo }: Block): Range | null {
    const { text, note, rules } = this;
    let start = from;
    while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start -= 1;
    const line = text.slice(start, textTo);
    if (note.repair(line) !== line) return [textFrom, textTo];
    const read = readTask(line, { ...rules.tasks, globalFilter: '' }, { lenient: true, bothForms: true });
    if (read === null) return null;
    const {
      frame: { source },
      run,
      task: { unclearOwner },
    } = read;
    // An owner that only a person can make out stays as it was written; links after `@[[…]]` would read as more of its
    // owners.
    const owner = unclearOwner === null ? source.indexOf('@[[') : source.lastIndexOf(unclearOwner);
    return [Math.max(textFrom, start + (owner < 0 ? run.textTo : Math.min(owner, run.textTo))), textTo];
  }
}
