/**
 * The words of a code block that embeds a queue, or a picture of one:
 *
 *     ```throughline                ```throughline
 *     queue: follow-ups             show: timeline
 *     entity: [[Dana Fox]]          entity: [[Dana Fox]]
 *     limit: 10                     ```
 *     ```
 */
import type { Registry } from '../../entity/registry';
import type { Entity } from '../../entity/entity';
import { plainText } from '../../text/plain-text';
import { findLinks } from '../../text/wikilinks';
import { closest } from '../../settings/closest';
import { words } from '../words/in-app';

const BLOCK_QUEUES = ['follow-ups', 'waiting-on', 'questions', 'today'] as const;
type BlockQueue = (typeof BLOCK_QUEUES)[number];

/** Meetings on a line, what is open by how late or old it is, and who is waited on most. */
const BLOCK_PICTURES = ['timeline', 'age', 'waiting'] as const;
type BlockPicture = (typeof BLOCK_PICTURES)[number];

export interface BlockOptions {
  /** `open`: nobody wrote one, and the picture is of all that is open. */
  readonly queue: BlockQueue | 'open';
  /** What is drawn in place of the queue's rows; null for the rows. */
  readonly show: BlockPicture | null;
  /** As written: a wikilink or a name. */
  readonly entity: string | null;
  /** As written: a wikilink, a name, `me` or `nobody`. */
  readonly owner: string | null;
  readonly limit: number;
}

/** What a block is about, as the filters name it. */
export interface BlockChoice {
  readonly entity: Entity | null;
  /** Its id; '' where none is named. */
  readonly about: string;
  readonly owner: string;
}

const { block: say } = words.views;
const KEYS = ['queue', 'show', 'entity', 'owner', 'limit'];
/** What would say nothing to a picture. */
const USELESS: Readonly<Record<BlockPicture, readonly string[]>> = {
  timeline: ['queue', 'owner', 'limit'],
  age: [],
  waiting: ['queue', 'owner'],
};
const DEFAULT_LIMIT = 20;
const MOST_ROWS = 200;

/** `problems` are sentences, each with the way out; where there is one, nothing else is shown. */
export function readBlock(source: string): { readonly options: BlockOptions; readonly problems: readonly string[] } {
  const problems: string[] = [];
  let queue: BlockQueue = 'follow-ups';
  let show: BlockPicture | null = null;
  let limit = DEFAULT_LIMIT;
  const named: { entity: string | null; owner: string | null } = { entity: null, owner: null };
  const seen = new Set<string>();
  for (const line of source.split('\n')) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const at = written.indexOf(':');
    const key = written.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const value = written.slice(at + 1).trim();
    if (at < 0 || !KEYS.includes(key))
      problems.push(
        say.noOption(at < 0 ? written : key, didYouMean(key === '' ? written : key, KEYS), KEYS.join(', ')),
      );
    else if (seen.has(key)) problems.push(say.twice(key));
    else if (value === '') problems.push(say.saysNothing(key));
    else if (key === 'queue') {
      const found = BLOCK_QUEUES.find((one) => one === value.toLowerCase().replace(/\s+/g, '-'));
      if (found === undefined)
        problems.push(say.noQueue(value, didYouMean(value, BLOCK_QUEUES), BLOCK_QUEUES.join(', ')));
      else queue = found;
    } else if (key === 'show') {
      const found = BLOCK_PICTURES.find((one) => one === value.toLowerCase());
      if (found === undefined)
        problems.push(say.noShow(value, didYouMean(value, BLOCK_PICTURES), BLOCK_PICTURES.join(', ')));
      else show = found;
    } else if (key === 'limit') {
      limit = /^\d{1,6}$/.test(value) ? Number(value) : 0;
      if (limit < 1 || limit > MOST_ROWS) problems.push(say.noLimit(value, MOST_ROWS));
    } else named[key === 'entity' ? 'entity' : 'owner'] = value;
    seen.add(key);
  }
  if (queue === 'questions' && named.owner !== null) problems.push(say.noOwner);
  for (const key of ['entity', 'owner'] as const) {
    if (queue === 'today' && named[key] !== null && show === null) problems.push(say.whole(key));
  }
  if (show !== null) for (const key of USELESS[show]) if (seen.has(key)) problems.push(say.takesNo(show, key));
  if (show === 'age' && queue === 'today')
    problems.push(say.agesOf(BLOCK_QUEUES.filter((one) => one !== 'today').join(', ')));
  return { options: { queue: show === 'age' && !seen.has('queue') ? 'open' : queue, show, ...named, limit }, problems };
}

function didYouMean(word: string, known: readonly string[]): string {
  const close = closest(word.toLowerCase(), known);
  return close === null ? '' : say.meant(close);
}

/**
 * What a wikilink or a name means; a sentence where it means nothing or several things. `from` is the note it is
 * in, `option` what it was written after.
 */
export function entityNamed(
  written: string,
  registry: Registry,
  from: string,
  option: 'entity' | 'owner',
): Entity | string {
  const [link] = findLinks(written);
  const name = plainText(written);
  const pages =
    link === undefined
      ? []
      : registry.paths.follow(link.target, from).flatMap((path) => registry.entityOfPage(path) ?? []);
  const fits = [
    ...new Set(
      pages.length > 0
        ? pages
        : registry.named(name, null).length > 0
          ? registry.named(name, null)
          : registry.calledOrMailed(name, null),
    ),
  ];
  const [only] = fits;
  if (only === undefined) return say.noPage(name, option);
  return fits.length === 1 ? only : say.several(name, fits.length, (only.page ?? only.name).replace(/\.md$/, ''));
}
