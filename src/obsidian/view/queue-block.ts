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
import { words } from '../words/in-app';

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

const { block: say } = words.views;
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
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const at = written.indexOf(':');
    const key = written.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const value = written.slice(at + 1).trim();
    if (at < 0 || !KEYS.includes(key)) problems.push(say.noOption(at < 0 ? written : key, didYouMean(key === '' ? written : key, KEYS), KEYS.join(', ')));
    else if (seen.has(key)) problems.push(`“${key}” stands here twice: leave one out.`);
    else if (value === '') problems.push(`“${key}” says nothing: write a value behind it, or take the line out.`);
    else if (key === 'queue') {
      const found = BLOCK_QUEUES.find((one) => one === value.toLowerCase().replace(/\s+/g, '-'));
      if (found === undefined) problems.push(say.noQueue(value, didYouMean(value, BLOCK_QUEUES), BLOCK_QUEUES.join(', ')));
      else queue = found;
    } else if (key === 'limit') {
      limit = /^\d{1,6}$/.test(value) ? Number(value) : 0;
      if (limit < 1 || limit > MOST_ROWS) problems.push(say.noLimit(value, MOST_ROWS));
    } else named[key === 'entity' ? 'entity' : 'owner'] = value;
    seen.add(key);
  }
  if (queue === 'questions' && named.owner !== null) problems.push(say.noOwner);
  for (const key of ['entity', 'owner'] as const) {
    if (queue === 'today' && named[key] !== null) problems.push(say.whole(key));
  }
  return { options: { queue, ...named, limit }, problems };
}

function didYouMean(word: string, known: readonly string[]): string {
  const close = closest(word.toLowerCase(), known);
  return close === null ? '' : say.meant(close);
}

/** What a wikilink or a name means; a sentence where it means nothing or several things. `from` is the note it stands in, `option` what it was written behind. */
export function entityNamed(written: string, registry: Registry, from: string, option: 'entity' | 'owner'): Entity | string {
  const [link] = findLinks(written);
  const name = plainText(written);
  const pages = link === undefined ? [] : registry.paths.follow(link.target, from).flatMap((path) => registry.entityOfPage(path) ?? []);
  const fits = [...new Set(pages.length > 0 ? pages : registry.named(name, null).length > 0 ? registry.named(name, null) : registry.calledOrMailed(name, null))];
  const [only] = fits;
  if (only === undefined) return say.noPage(name, option);
  return fits.length === 1 ? only : say.several(name, fits.length, (only.page ?? only.name).replace(/\.md$/, ''));
}
