/**
 * The words of a code block that embeds a queue:
 *
 *     ```throughline
 *     queue: follow-ups
 *     entity: [[Dana Fox]]
 *     limit: 10
 *     ```
 */
import type { Registry } from '../../entity/registry';
import type { Entity } from '../../entity/entity';
import { plainText } from '../../text/plain-text';
import { findLinks } from '../../text/wikilinks';
import { closest } from '../../settings/closest';

export const BLOCK_QUEUES = ['follow-ups', 'waiting-on', 'questions', 'today'] as const;
export type BlockQueue = (typeof BLOCK_QUEUES)[number];

export interface BlockOptions {
  readonly queue: BlockQueue;
  /** As written: a wikilink or a name. */
  readonly entity: string | null;
  /** As written: a wikilink, a name, `me` or `nobody`. */
  readonly owner: string | null;
  readonly limit: number;
}

const KEYS = ['queue', 'entity', 'owner', 'limit'];
const DEFAULT_LIMIT = 20;
export const MOST_ROWS = 200;

/** `problems` are sentences, each with the way out; where there is one, nothing else is shown. */
export function readBlock(source: string): { readonly options: BlockOptions; readonly problems: readonly string[] } {
  const problems: string[] = [];
  let queue: BlockQueue = 'follow-ups';
  let limit = DEFAULT_LIMIT;
  const named: { entity: string | null; owner: string | null } = { entity: null, owner: null };
  const seen = new Set<string>();
  for (const line of source.split('\n')) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    const at = words.indexOf(':');
    const key = words.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const value = words.slice(at + 1).trim();
    if (at < 0 || !KEYS.includes(key)) problems.push(`“${at < 0 ? words : key}” is no option here${didYouMean(key === '' ? words : key, KEYS)}: write one a line, of ${KEYS.join(', ')}, as in “queue: follow-ups”.`);
    else if (seen.has(key)) problems.push(`“${key}” stands here twice: leave one out.`);
    else if (value === '') problems.push(`“${key}” says nothing: write a value behind it, or take the line out.`);
    else if (key === 'queue') {
      const found = BLOCK_QUEUES.find((one) => one === value.toLowerCase().replace(/\s+/g, '-'));
      if (found === undefined) problems.push(`There is no queue “${value}”${didYouMean(value, BLOCK_QUEUES)}: write one of ${BLOCK_QUEUES.join(', ')}.`);
      else queue = found;
    } else if (key === 'limit') {
      limit = /^\d{1,6}$/.test(value) ? Number(value) : 0;
      if (limit < 1 || limit > MOST_ROWS) problems.push(`“limit: ${value}” is no number of rows: write one from 1 to ${MOST_ROWS}.`);
    } else named[key === 'entity' ? 'entity' : 'owner'] = value;
    seen.add(key);
  }
  if (queue === 'questions' && named.owner !== null) problems.push('Questions have no owner: take “owner” out, or write “entity” instead.');
  for (const key of ['entity', 'owner'] as const) {
    if (queue === 'today' && named[key] !== null) problems.push(`Today’s meetings are shown whole: take “${key}” out.`);
  }
  return { options: { queue, ...named, limit }, problems };
}

function didYouMean(word: string, words: readonly string[]): string {
  const close = closest(word.toLowerCase(), words);
  return close === null ? '' : ` (did you mean “${close}”?)`;
}

/** What a wikilink or a name means; a sentence where it means nothing or several things. `from` is the note it stands in. */
export function entityNamed(written: string, registry: Registry, from: string): Entity | string {
  const [link] = findLinks(written);
  const name = plainText(written);
  const pages = link === undefined ? [] : registry.paths.follow(link.target, from).flatMap((path) => registry.entityOfPage(path) ?? []);
  const fits = [...new Set(pages.length > 0 ? pages : registry.named(name, null).length > 0 ? registry.named(name, null) : registry.calledOrMailed(name, null))];
  const [only] = fits;
  if (only === undefined) return `No page of a person, project or account is called “${name}”: write a link to one, as in “entity: [[Dana Fox]]”.`;
  return fits.length === 1 ? only : `“${name}” is the name of ${fits.length} pages: write a link with its path, as in “[[${(only.page ?? only.name).replace(/\.md$/, '')}]]”.`;
}
