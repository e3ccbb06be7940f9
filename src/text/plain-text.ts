/** Markdown as words. */
import { codeSpans, findLinks } from './wikilinks';

/**
 * The words of `text`: links as they read, embeds, comments and HTML tags gone, emphasis, highlights and code unmarked,
 * the block id dropped, white space single. Tags and inline fields stay. For showing only: it is not Markdown any more.
 *
 *     **Ask** [[People/Ann Lee|Ann]] %%later%% about `pricing` ^q1   →   Ask Ann about pricing
 */
export function plainText(text: string): string {
  let words = withoutComments(text);
  if (words.includes('[')) words = withLinksAsWords(words);
  words = withoutMarks(words);
  if (words.includes('^')) words = words.replace(BLOCK_ID, '');
  return (UNEVEN.test(words) ? words.replace(/\s+/g, ' ') : words).trim();
}

const UNEVEN = / {2}|[^\S ]/;
const BLOCK_ID = /(^|\s)\^[a-zA-Z0-9-]+\s?$/;

/** Without `%%…%%` and `<!-- … -->`; what is not closed stays. None within inline code. */
export function withoutComments(text: string): string {
  if (!text.includes('%%') && !text.includes('<!--')) return text;
  const code = codeSpans(text);
  let span = 0;
  let result = '';
  let kept = 0;
  let percent = text.indexOf('%%');
  let html = text.indexOf('<!--');
  while (percent >= 0 || html >= 0) {
    const open = percent < 0 || (html >= 0 && html < percent) ? html : percent;
    while (span < code.length && (code[span]?.to ?? 0) <= open) span += 1;
    const inside = code[span];
    let after: number;
    if (inside !== undefined && inside.from <= open) {
      after = inside.to;
    } else {
      const closing = open === percent ? '%%' : '-->';
      const close = text.indexOf(closing, open + (open === percent ? 2 : 4));
      if (close < 0) break;
      result += text.slice(kept, open);
      kept = after = close + closing.length;
    }
    if (percent >= 0 && percent < after) percent = text.indexOf('%%', after);
    if (html >= 0 && html < after) html = text.indexOf('<!--', after);
  }
  return kept === 0 ? text : result + text.slice(kept);
}

function withLinksAsWords(text: string): string {
  let result = '';
  let kept = 0;
  for (const { from, to, text: words, embed } of findLinks(text)) {
    result += text.slice(kept, from) + (embed ? '' : words);
    kept = to;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** Emphasis marks are dropped where they are at a word's edge; `2 * 3`, `snake_case` and `~5` keep theirs. */
function withoutMarks(text: string): string {
  if (!/[*_~=`<\\]/.test(text)) return text;
  let result = '';
  let kept = 0;
  for (const { from, to } of codeSpans(text)) {
    const ticks = /^`+/.exec(text.slice(from, to))?.[0].length ?? 1;
    result += unmarked(text.slice(kept, from)) + text.slice(from + ticks, to - ticks).trim();
    kept = to;
  }
  return result + unmarked(text.slice(kept));
}

const ESCAPED = /(\\[!-/:-@[-`{-~])/;

function unmarked(text: string): string {
  if (!text.includes('\\')) return withoutEmphasis(text);
  return text
    .split(ESCAPED)
    .map((part, index) => (index % 2 === 1 ? part.slice(1) : withoutEmphasis(part)))
    .join('');
}

function withoutEmphasis(text: string): string {
  return text
    .replace(/<\/?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,200})?\/?>/g, ' ')
    .replace(/\*\*|__(?![\p{L}\p{N}])|(^|[^\p{L}\p{N}_])__|~~|==/gu, '$1')
    .replace(/\*(?=\S)([^*\n]{1,400})(?:\*)/g, '$1')
    .replace(/(^|[^\p{L}\p{N}_])_(?=\S)([^_\n]{1,400})_(?![\p{L}\p{N}_])/gu, '$1$2');
}
