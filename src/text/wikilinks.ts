/**
 * Links within a piece of text, and the words without them.
 *
 *     Ask [[People/Ann Lee#Notes|Ann]] about ![[Plan]] or [the site](https://example.com)
 *           ^target       ^subpath ^alias  ^embed       ^text     ^target
 */

export interface Link {
  readonly wiki: boolean;
  /** `![[…]]`, `![…](…)`. */
  readonly embed: boolean;
  /** Offsets of the whole link in the text. */
  readonly from: number;
  readonly to: number;
  /** A wikilink's path as written, without subpath; '' for `[[#Heading]]`. A Markdown link's destination. */
  readonly target: string;
  /** `#Heading`, `#^block`, or ''. */
  readonly subpath: string;
  /** The words it shows: the alias, else the target's last part without `.md`, else the subpath's words. */
  readonly text: string;
}

/**
 * The links of `text` in order; none in inline code. `[[]]` and `[[ ]]` are no links. Linear except its backticks'
 * lengths.
 */
export function findLinks(text: string): Link[] {
  const links: Link[] = [];
  if (!text.includes('[')) return links;
  const code = codeSpans(text);
  const lastParen = text.lastIndexOf(')');
  const lastClose = text.lastIndexOf(']]');
  let span = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at)) {
    while (span < code.length && (code[span]?.to ?? 0) <= at) span += 1;
    const inside = code[span];
    if (inside !== undefined && inside.from <= at) {
      at = inside.to;
      continue;
    }
    const link =
      text[at + 1] === '['
        ? at < lastClose
          ? wikilinkAt(text, at)
          : null
        : at < lastParen
          ? markdownLinkAt(text, at)
          : null;
    if (link !== null) links.push(link);
    at = link === null ? at + 1 : link.to;
  }
  return links;
}

/** A wikilink holds no line end and no further `[[`; Obsidian links to none of `[`, `]`, `^` within a path. */
function wikilinkAt(text: string, at: number): Link | null {
  let end = at + 2;
  for (; end < text.length; end++) {
    const char = text[end];
    if (char === ']' || char === '[' || char === '\n' || char === '\r') break;
  }
  if (text[end] !== ']' || text[end + 1] !== ']') return null;
  return linkOf(text.slice(at + 2, end), at, end + 2, text[at - 1] === '!');
}

function linkOf(inner: string, at: number, to: number, embed: boolean): Link | null {
  const bar = inner.indexOf('|');
  // In a table the bar is escaped: `[[Ann Lee\|Ann]]`.
  const path = bar < 0 ? inner : inner.slice(0, bar > 0 && inner[bar - 1] === '\\' ? bar - 1 : bar);
  const alias = bar < 0 ? '' : inner.slice(bar + 1).trim();
  const hash = path.indexOf('#');
  const target = (hash < 0 ? path : path.slice(0, hash)).trim();
  const subpath = hash < 0 ? '' : path.slice(hash).trim();
  if (target === '' && subpath === '') return null;
  const words = alias !== '' ? alias : target !== '' ? lastPart(target) : subpath.replace(/[#^]+/g, ' ').trim();
  return { wiki: true, embed, from: embed ? at - 1 : at, to, target, subpath, text: words };
}

/** `[[Text]]` as a property holds it, or null where the value is not one link and nothing else. */
export function wholeWikilink(value: string): Link | null {
  const text = value.trim();
  if (!text.startsWith('[[')) return null;
  const link = wikilinkAt(text, 0);
  return link !== null && link.to === text.length ? link : null;
}

/**
 * The note a link names, as a wikilink would: `People/Ann Lee` of `[[People/Ann Lee]]`, `People/Ann Lee.md` of
 * `[Ann](People/Ann%20Lee.md#Notes)`. Null for a link within its own note, to the web, or to another file.
 */
export function noteTarget({ wiki, target }: Link): string | null {
  if (wiki) return target === '' ? null : target;
  const path = target.replace(/#.*$/s, '');
  if (!/\.md$/i.test(path) || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `[[A/B project]]` is the note `B project` in folder `A`. */
function lastPart(target: string): string {
  return (
    target
      .slice(target.lastIndexOf('/') + 1)
      .replace(/\.md$/i, '')
      .trim() || target
  );
}

const LONGEST_LABEL = 1_000;

function markdownLinkAt(text: string, at: number): Link | null {
  // A label as long as that is no label: the limit keeps lines of nothing but `[` linear.
  const limit = Math.min(text.length, at + LONGEST_LABEL);
  let end = at + 1;
  for (; end < limit; end++) {
    const char = text[end];
    if (char === '\\') end += 1;
    else if (char === ']' || char === '[') break;
  }
  if (text[end] !== ']' || text[end + 1] !== '(') return null;
  const angle = text[end + 2] === '<';
  let close = end + 2;
  let depth = 1;
  for (; close < text.length && close < end + 2 * LONGEST_LABEL; close++) {
    const char = text[close];
    if (char === '\\') close += 1;
    else if (char === '(' && !angle) depth += 1;
    else if (char === ')') {
      if (!angle) depth -= 1;
      if (angle ? text[close - 1] === '>' || /["')]$/.test(text.slice(close - 1, close)) : depth === 0) break;
    }
  }
  if (text[close] !== ')') return null;
  const destination = text.slice(end + 2, close).trim();
  const titled = /^(<[^<>]*>|\S*)/.exec(destination)?.[0] ?? '';
  const target = titled.startsWith('<') ? titled.slice(1, -1) : titled;
  const embed = text[at - 1] === '!';
  const words = text
    .slice(at + 1, end)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
  return { wiki: false, embed, from: embed ? at - 1 : at, to: close + 1, target, subpath: '', text: words };
}

/** Where inline code is: from its opening backticks to after its closing ones. A run without a partner is text. */
export function codeSpans(text: string): { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let at = text.indexOf('`');
  // Lengths that no later run has, so that a line of unpartnered runs is not searched over and over.
  const without = new Set<number>();
  while (at >= 0) {
    const length = runLength(text, at);
    const close = without.has(length) || text[at - 1] === '\\' ? -1 : closingRun(text, at + length, length);
    if (close < 0) {
      if (text[at - 1] !== '\\') without.add(length);
      at = text.indexOf('`', at + length);
      continue;
    }
    spans.push({ from: at, to: close + length });
    at = text.indexOf('`', close + length);
  }
  return spans;
}

function closingRun(text: string, from: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0;) {
    const found = runLength(text, at);
    if (found === length) return at;
    at = text.indexOf('`', at + found);
  }
  return -1;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 96) end += 1;
  return end - at;
}
