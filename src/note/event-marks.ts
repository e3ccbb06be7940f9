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
import { isTemplate } from './names';
import type { EventMarks } from './note';
import type { Reason } from './reasons';
import { textsOf } from './property-texts';
import { transcriptSample } from './transcript-sample';

export const NO_MARKS: EventMarks = { medium: null, ids: [], from: [], heard: [] };

/** Properties, in lower case, without hyphens, underscores and blanks. */
const MESSAGE_IDS = new Set(['messageid', 'emailid', 'mailid', 'internetmessageid']);
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
const TYPES = new Set(['type', 'kind', 'category', 'source', 'sourcetype', 'medium', 'channel']);
const HEADERS = new Set(['from', 'to', 'cc', 'subject']);

const MESSAGE = /^(?:e-?mail|mail|chat|message|slack|imessage|whatsapp|sms)$/i;
const MAIL_PATH = /(?:^|\/)(?:e-?mails?|mail)\/|\.eml$/i;
/** Rooms in which many meetings are. */
const ROOM = /zoom\.us\/(?:j|my)\/|meet\.google\.com|teams\.microsoft\.com\/l\/meetup|webex\.com\/meet/i;

/** `reasons`: why the note is a meeting. A mark of a meeting counts more than any of a message. */
export function eventMarks(
  { data, names }: Frontmatter,
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
  const ids = new Set<string>();
  const from = new Set<string>();
  let [written, headers, hasAddress] = [false, 0, false];
  for (const name of names) {
    const key = name.toLowerCase().replace(/[-_ ]/g, '');
    if (!IDS.has(key) && !SOURCES.has(key) && !TYPES.has(key) && !HEADERS.has(key)) continue;
    const values = textsOf(data[name]).map((value) => repair(value).trim());
    const said = values.filter((value) => value !== '' && !isTemplate(value));
    if (said.length === 0) continue;
    if (IDS.has(key)) for (const value of said) if (value.length >= SHORTEST_ID) ids.add(`${key}\n${value}`);
    if (MESSAGE_IDS.has(key)) written = true;
    if (TYPES.has(key)) written ||= said.some((value) => MESSAGE.test(value));
    if (HEADERS.has(key)) {
      headers += 1;
      hasAddress ||= said.some((value) => /\S@\S/.test(value));
    }
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
  const medium = reasons.some(({ signal }) => SURE.has(signal))
    ? 'meeting'
    : written || (headers > 1 && hasAddress)
      ? 'message'
      : null;
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
 * The name under which a source file tells of one event alone: it holds at least six digits beside an importer's own
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
