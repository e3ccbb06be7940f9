/**
 * By what another note can be known to tell of the same event, and whether the event is a meeting or a message.
 *
 *     source_ref: Sources/Email/2025-12-03_172133_4710_Kickoff.md    → from, file: the file it was made of; a message
 *     recording_id: 7f3a91                                          → id
 *     ## Transcript …                                               → heard: a sample of its five-word runs
 */
import type { Block } from '../text/block';
import { baseName } from '../text/file-name';
import { flatten } from '../text/flatten';
import type { Frontmatter } from '../text/frontmatter';
import { bareKey, MESSAGE_IDS, messageHead, saidOf } from './message-head';
import type { EventMarks } from './note';
import type { Reason } from './reasons';
import { transcriptSample } from './transcript-sample';

export const NO_MARKS: EventMarks = { medium: null, ids: [], from: [], heard: [] };

/** Properties, in lower case, without hyphens, underscores and blanks. */
const IDS = new Set([
  ...MESSAGE_IDS,
  ...['recordingid', 'recordinguuid', 'transcriptid', 'eventid', 'calendareventid', 'icaluid', 'icsuid'],
  ...['granolaid', 'granoladocid', 'firefliesid', 'firefliesmeetingid', 'otterid', 'otterspeechid'],
  ...['zoommeetinguuid', 'meetinguuid', 'fathomid', 'tldvid', 'krispid', 'readaiid', 'circlebackid', 'meetgeekid'],
  ...['fellowid', 'fellownoteid'],
]);
const SOURCES = new Set([
  ...['source', 'sourceref', 'sourcefile', 'sourcepath', 'sourcenote', 'transcript', 'transcriptfile'],
  ...['recording', 'recordingfile', 'audio', 'audiofile', 'importedfrom'],
]);

const MAIL_PATH = /(?:^|\/)(?:e-?mails?|mail)\/|\.eml$/i;
/** Rooms in which many meetings are. */
const ROOM = /zoom\.us\/(?:j|my)\/|meet\.google\.com|teams\.microsoft\.com\/l\/meetup|webex\.com\/meet/i;

/** `reasons`: why the note is a meeting. A mark of a meeting counts more than any of a message. */
export function eventMarks(
  frontmatter: Frontmatter,
  {
    text,
    blocks,
    reasons,
    repair,
    transcripts,
  }: {
    readonly text: string;
    readonly blocks: readonly Block[];
    readonly reasons: readonly Reason[];
    readonly repair: (text: string) => string;
    /** The words of headings over transcripts. */
    readonly transcripts: ReadonlySet<string>;
  },
): EventMarks {
  const { data, names } = frontmatter;
  const ids = new Set<string>();
  const from = new Set<string>();
  const { says, isAddressed } = messageHead(frontmatter, repair);
  let written = says !== null || isAddressed;
  for (const name of names) {
    const key = bareKey(name);
    if (!IDS.has(key) && !SOURCES.has(key)) continue;
    const said = saidOf(data[name], repair);
    if (IDS.has(key)) for (const value of said) if (value.length >= SHORTEST_ID) ids.add(`${key}\n${value}`);
    if (!SOURCES.has(key)) continue;
    for (const value of said) {
      if (/:\/\//.test(value) && !value.startsWith('file:')) {
        if (!ROOM.test(value)) ids.add(`url\n${value}`);
        continue;
      }
      const path = sourcePath(value);
      if (path === null) {
        if (key === REFERENCE && !SAYS_NOTHING.test(value)) ids.add(`${key}\n${value}`);
        continue;
      }
      written ||= MAIL_PATH.test(path);
      from.add(path.toLowerCase().replace(/\.\w{1,5}$/, ''));
    }
  }
  const heard = transcriptSample(text, blocks, transcripts);
  const medium = reasons.some(({ signal }) => SURE.has(signal)) ? 'meeting' : written ? 'message' : null;
  if (medium === null && ids.size + from.size + heard.length === 0) return NO_MARKS;
  return { medium, ids: [...ids].map(flatten), from: [...from].map(flatten), heard };
}

/** Of why a note is a meeting, what a mail never has. */
const SURE: ReadonlySet<string> = new Set(['role', 'type', 'importer', 'tag', 'head-tag', 'answer']);
const SHORTEST_ID = 4;
/** What is no path here is the source's own id. */
const REFERENCE = 'sourceref';
const SAYS_NOTHING = /^(?:unknown|none|n\/a|manual|tbd|transcript|e-?mail|mail|phone)$/i;

/** The path of a file or note, as a property names it; null for other words: `source: phone`. */
function sourcePath(value: string): string | null {
  const link = /^!?\[\[([^\]|#]+)/.exec(value);
  const path = (link?.[1] ?? value).trim().replaceAll('\\', '/');
  return link !== null || /\/|\.\w{2,5}$/.test(path) ? path : null;
}

/**
 * The name under which a source file tells of one event alone: it holds at least six digits next to an importer's own
 * number, and more than a day. Null for any other.
 *
 *     2025-12-03_172133_4710_Kickoff   →  2025-12-03_172133_Kickoff
 *     2025-12-03                       →  null: a day may have several
 */
export function eventFileName(path: string): string | null {
  const name = baseName(`${path}.md`).replace(/^(\d{4}-\d{2}-\d{2}_\d{4,6})_\d+_/, '$1_');
  if (/^\d{4}[-._]?\d{2}[-._]?\d{2}$/.test(name)) return null;
  return name.replace(/\D+/g, '').length >= FEWEST_DIGITS ? name : null;
}

const FEWEST_DIGITS = 6;
