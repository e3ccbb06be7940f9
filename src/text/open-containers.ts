/**
 * The quotes and items that are open, outermost first. `Container` objects are used again for what opens later: most
 * lines of a note open an item.
 */
import type { LineCursor } from './line-cursor';

interface Container {
  quote: boolean;
  /** Columns that an item's further lines are indented by. */
  indent: number;
  /** Index of the block of the innermost item, this one or around it; -1 for none. */
  item: number;
  /** How many quotes and items are open, this one among them. */
  quotes: number;
  items: number;
  /** The line it begins on. */
  line: number;
  /** Nothing is in it so far. */
  empty: boolean;
}

/** What is around the outermost container: the note. Never changed, as it is not `empty`. */
const NOTE: Readonly<Container> = { quote: false, indent: 0, item: -1, quotes: 0, items: 0, line: 0, empty: false };

export class OpenContainers {
  depth = 0;
  private readonly used: Container[] = [];

  constructor(private readonly cursor: LineCursor) {}

  get innermost(): Readonly<Container> {
    return this.depth === 0 ? NOTE : (this.used[this.depth - 1] ?? NOTE);
  }

  /** The innermost container holds something. */
  fill(): void {
    if (this.depth === 0) return;
    const innermost = this.used[this.depth - 1];
    if (innermost !== undefined) innermost.empty = false;
  }

  openQuote(): void {
    const { item, quotes, items } = this.innermost;
    this.open(true, 0, item, quotes + 1, items);
  }

  openItem(item: number, indent: number): void {
    const { quotes, items } = this.innermost;
    this.open(false, indent, item, quotes, items + 1);
  }

  /** Closes the innermost and returns it. */
  close(): Readonly<Container> {
    const closed = this.innermost;
    this.depth -= 1;
    return closed;
  }

  /** Consumes the prefixes of the line and returns how many containers it continues. */
  match(): number {
    let matched = 0;
    while (matched < this.depth) {
      const container = this.used[matched];
      if (container === undefined || !this.continues(container)) break;
      matched += 1;
    }
    return matched;
  }

  private continues(container: Container): boolean {
    const { cursor } = this;
    if (container.quote) {
      if (cursor.indent >= 4 || cursor.blank || cursor.text.charCodeAt(cursor.nonspace) !== GREATER_THAN) return false;
      cursor.skipMarker(1);
      cursor.skipColumns(1);
      return true;
    }
    // An item may begin with one blank line at most.
    if (cursor.blank) return !container.empty;
    if (cursor.indent < container.indent) return false;
    cursor.skipColumns(container.indent);
    return true;
  }

  private open(quote: boolean, indent: number, item: number, quotes: number, items: number): void {
    const { line } = this.cursor;
    const container = this.used[this.depth];
    this.depth += 1;
    if (container === undefined) {
      this.used.push({ quote, indent, item, quotes, items, line, empty: true });
      return;
    }
    container.quote = quote;
    container.indent = indent;
    container.item = item;
    container.quotes = quotes;
    container.items = items;
    container.line = line;
    container.empty = true;
  }
}

const GREATER_THAN = 62;
