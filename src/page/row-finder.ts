/**
 * Rows found again: by what a line of a page says, by the line of a note that they come from, by their id. A page on
 * disk may be older than the index: a line is known by its own words and the note that its link leads to, whatever else
 * it said of the row then.
 *
 *     - Send pricing draft · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
 *       ^ the row's words                 ^ one of its sources
 *
 * What fits several rows is none.
 */
import { STATEMENT_ROW_KINDS } from '../note/line-kinds';
import { dateBeside } from '../text/calendar-date';
import { findLinks, type Link } from '../text/wikilinks';
import type { VaultIndex } from '../vault-index/build-index';
import type { DecisionRow, QuestionRow, RaiseRow, RowLists, Source, TaskRow } from '../vault-index/rows';
import { escapeRow } from './escape-row';
import { type FollowLink, noteLinks, type NoteLinks } from './note-link';
import { withoutAddressee } from './raise-row';
import { headingPath, newest } from './row';
import { rowWords } from './row-hash';
import { pushInto } from '../text/push-into';

export type FoundRow =
  | { readonly is: 'task'; readonly row: TaskRow }
  | { readonly is: 'question'; readonly row: QuestionRow }
  | { readonly is: 'raise'; readonly row: RaiseRow }
  /** Decided, a fact, a risk: nothing is done with it. */
  | { readonly is: 'statement'; readonly row: DecisionRow };

/** A row that a page's line is of, with where it was said: in the note that the line's link leads to. */
export interface LineRow {
  readonly found: FoundRow;
  readonly source: Source;
}

type FoundIndex = RowLists & Pick<VaultIndex, 'registry' | 'paths'>;

export class RowFinder {
  private madeLinks: NoteLinks | null = null;
  private byPath: Map<string, FoundRow[]> | null = null;
  private readonly ids = new Map<FoundRow['is'], Map<string, FoundRow>>();
  private readonly lines = new Map<string, LineRow | null>();

  constructor(
    private readonly index: FoundIndex,
    private readonly follow: FollowLink,
  ) {}

  /** As pages write them. */
  get links(): NoteLinks {
    return (this.madeLinks ??= noteLinks(this.index.paths, this.follow));
  }

  byId(is: FoundRow['is'], id: string): FoundRow | null {
    let known = this.ids.get(is);
    if (known === undefined) {
      known = new Map(
        this.all()
          .filter((found) => found.is === is)
          .map((found) => [found.row.id, found]),
      );
      this.ids.set(is, known);
    }
    return known.get(id) ?? null;
  }

  /**
   * The row that a line (1-based) of a note is one of; where lines moved since the note was read, the only row with
   * that line's text.
   */
  ofNote(path: string, line: number, text: string): FoundRow | null {
    const fits = this.at(path).filter(
      ({ is, row }) => is !== 'statement' && row.sources.some((source) => source.path === path && source.text === text),
    );
    const there = fits.filter(({ row }) =>
      row.sources.some((source) => source.path === path && source.line === line && source.text === text),
    );
    const [only] = there.length > 0 ? there : fits;
    return only !== undefined && (there.length > 0 || fits.length === 1) ? only : null;
  }

  /** The row that a line of the page at `page` is of. */
  ofPage(line: string, page: string): LineRow | null {
    const key = `${page}\n${line}`;
    let known = this.lines.get(key);
    if (known === undefined) {
      if (this.lines.size > MOST_LINES) this.lines.clear();
      known = this.find(line, page);
      this.lines.set(key, known);
    }
    return known;
  }

  private find(line: string, page: string): LineRow | null {
    const link = lastLink(line);
    if (link === null || !/^[-*+] /.test(line)) return null;
    const path = link.wiki ? this.follow(link.target, page) : decoded(link.target);
    if (path === null) return null;
    const said = rowWords(line);
    let best: LineRow[] = [];
    let longest = 1;
    for (const found of this.at(path)) {
      const length = Math.max(...this.wordsOf(found, page).map((words) => agreeing(said, words)));
      const source = [...found.row.sources].reverse().find((one) => one.path === path);
      if (length < longest || source === undefined) continue;
      if (length > longest) best = [];
      longest = length;
      best.push({ found, source });
    }
    if (best.length > 1) best = this.under(link, best);
    if (best.length > 1) best = this.owed(best, page);
    if (best.length > 1) best = dueThen(best, line);
    const [only] = best;
    return only !== undefined && best.length === 1 ? only : null;
  }

  /** Of several those that are under the heading which the link leads to. */
  private under(link: Link, rows: readonly LineRow[]): LineRow[] {
    return rows.filter(
      ({ source }) => findLinks(this.links.toNote(source.path, headingPath(source), 'x'))[0]?.subpath === link.subpath,
    );
  }

  /**
   * Several people's tasks in the same words: on one's page is one's own. Where one of them is mine, both are
   * there.
   */
  private owed(rows: readonly LineRow[], page: string): LineRow[] {
    const entity = this.index.registry.entityOfPage(page);
    if (entity === null || rows.some(({ found }) => found.is !== 'task' || found.row.mine)) return [...rows];
    return rows.filter(
      ({ found }) => found.is === 'task' && found.row.owners.some((owner) => owner.entity?.id === entity.id),
    );
  }

  /** As a page writes them. */
  private wordsOf({ is, row }: FoundRow, page: string): readonly string[] {
    const { links } = this;
    const entity = is === 'raise' ? this.index.registry.entityOfPage(page) : null;
    const texts = is === 'raise' && entity !== null ? [row.text, withoutAddressee(row, { entity, links })] : [row.text];
    return texts.map((text) => rowWords(`- ${escapeRow(links.relink(text, newest(row).path), LONGEST)}`));
  }

  private at(path: string): readonly FoundRow[] {
    if (this.byPath === null) {
      this.byPath = new Map();
      for (const found of this.all()) {
        for (const at of new Set(found.row.sources.map((source) => source.path))) {
          pushInto(this.byPath, at, found);
        }
      }
    }
    return this.byPath.get(path) ?? [];
  }

  private all(): FoundRow[] {
    const { tasks, questions, raises } = this.index;
    return [
      ...tasks.map((row): FoundRow => ({ is: 'task', row })),
      ...questions.map((row): FoundRow => ({ is: 'question', row })),
      ...raises.map((row): FoundRow => ({ is: 'raise', row })),
      ...STATEMENT_ROW_KINDS.flatMap((kind) => this.index[kind].map((row): FoundRow => ({ is: 'statement', row }))),
    ];
  }
}

/** Of several tasks in the same words those that are due on the day that the line says. */
function dueThen(rows: readonly LineRow[], line: string): LineRow[] {
  const fits = rows.filter(
    ({ found }) =>
      found.is === 'task' && found.row.due !== null && line.includes(dateBeside(found.row.due, found.row.due)),
  );
  return fits.length > 0 ? fits : [...rows];
}

const MOST_LINES = 5_000;
/** Longer than any row, so that only the page's own cut counts. */
const LONGEST = 2_000;

/** A row ends in the link to its source. */
export function lastLink(line: string): Link | null {
  const links = findLinks(line);
  const last = links[links.length - 1];
  return last === undefined || line.slice(last.to).trim() !== '' ? null : last;
}

function decoded(target: string): string | null {
  try {
    return decodeURI(target);
  } catch {
    return null;
  }
}

/**
 * How much of a line is the row's words; 0 where they are not its. After them are an arrow, details, or the link; a
 * long text is cut.
 */
function agreeing(line: string, words: string): number {
  if (words !== '' && line.startsWith(words) && /^(?:$|→|·|-\[)/.test(line.slice(words.length))) return words.length;
  const cut = line.lastIndexOf('...');
  return cut > SHORTEST_CUT && words.startsWith(line.slice(0, cut)) && words.length > cut ? cut : 0;
}

const SHORTEST_CUT = 20;
