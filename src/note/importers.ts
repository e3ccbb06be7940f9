/**
 * What programs that write meeting notes leave in them, a row a program: properties of theirs, addresses that a
 * property holds, a name as the value of a property like `source`, a line at the note's start or end.
 */
import type { Frontmatter } from '../text/frontmatter';

interface Importer {
  readonly name: string;
  /** In lower case, without hyphens and underscores. */
  readonly keys?: readonly string[];
  /** Hosts of the links it leaves in a property or in the note's first lines. */
  readonly hosts?: readonly string[];
  /** What it ends or begins a note with. */
  readonly lines?: readonly string[];
}

const IMPORTERS: readonly Importer[] = [
  { name: 'Granola', keys: ['granolaid', 'granolaurl', 'granoladocid'], hosts: ['notes.granola.ai', 'app.granola.ai'] },
  { name: 'Fireflies', keys: ['firefliesid', 'firefliesurl', 'firefliesmeetingid'], hosts: ['app.fireflies.ai'] },
  {
    name: 'Otter',
    keys: ['otterid', 'otterurl', 'otterspeechid'],
    hosts: ['otter.ai/u/', 'otter.ai/note/'],
    lines: ['Transcribed by https://otter.ai'],
  },
  { name: 'Outlook', keys: ['meetingrecipients', 'meetinginvite', 'meetingorganizer', 'meetinglocation'] },
  {
    name: 'Zoom',
    keys: ['zoomid', 'zoommeetingid', 'zoommeetinguuid', 'zoomurl', 'zoomlink', 'meetinguuid'],
    lines: ['Meeting summary with AI Companion', 'AI Companion can make mistakes'],
  },
  {
    name: 'Teams',
    keys: ['teamsmeetingid', 'teamsmeeting', 'teamsurl', 'teamslink', 'onlinemeetingid'],
    hosts: ['teams.microsoft.com/l/meetup-join'],
  },
  { name: 'Google Meet', keys: ['meetlink', 'hangoutlink', 'googlemeet'], lines: ['Notes by Gemini'] },
  { name: 'Fathom', keys: ['fathomid', 'fathomurl'], hosts: ['fathom.video/'] },
  { name: 'tl;dv', keys: ['tldvid', 'tldvurl'], hosts: ['tldv.io/app/meetings'] },
  { name: 'Krisp', keys: ['krispid', 'krispurl'], hosts: ['app.krisp.ai'] },
  { name: 'Read AI', keys: ['readaiid', 'readaiurl'], hosts: ['app.read.ai'] },
  { name: 'Circleback', keys: ['circlebackid', 'circlebackurl'], hosts: ['app.circleback.ai'] },
  { name: 'MeetGeek', keys: ['meetgeekid', 'meetgeekurl'], hosts: ['app.meetgeek.ai'] },
  { name: 'Fellow', keys: ['fellowid', 'fellownoteid'], hosts: ['fellow.app/'] },
];

const BY_KEY = new Map(IMPORTERS.flatMap(({ name, keys = [] }) => keys.map((key) => [key, name] as const)));
const HOSTS = IMPORTERS.flatMap(({ name, hosts = [] }) => hosts.map((host) => [host, name] as const));
const LINES = IMPORTERS.flatMap(({ name, lines = [] }) => lines.map((line) => [line, name] as const));
const BY_NAME = new Map(IMPORTERS.map(({ name }) => [name.toLowerCase(), name]));
const SOURCE_KEYS = new Set([
  'source',
  'app',
  'platform',
  'recorder',
  'importedfrom',
  'importer',
  'generatedby',
  'via',
]);

/** The program whose marks the note bears, or null. */
export function importerOf({ data, names }: Frontmatter, text: string): string | null {
  for (const name of names) {
    const key = name.toLowerCase().replace(/[-_ ]/g, '');
    const value = data[name];
    const byKey = BY_KEY.get(key);
    if (byKey !== undefined && saysSomething(value)) return byKey;
    if (key === 'meeting' && (value === true || value === 'true')) return 'Outlook';
    if (typeof value !== 'string') continue;
    const bySource = SOURCE_KEYS.has(key)
      ? BY_NAME.get(value.toLowerCase().replace(/\.(?:ai|us|video|app)$/, ''))
      : undefined;
    if (bySource !== undefined) return bySource;
    const byHost = value.includes('.') ? HOSTS.find(([host]) => value.includes(host)) : undefined;
    if (byHost !== undefined) return byHost[1];
  }
  const edges = text.length <= 2 * EDGE ? text : `${text.slice(0, EDGE)}\n${text.slice(-EDGE)}`;
  return LINES.find(([line]) => edges.includes(line))?.[1] ?? null;
}

const EDGE = 600;

/** The program that a tag names: alone it may be what the note is about. */
export function importerTag(tags: readonly string[]): string | null {
  const tag = tags.find((one) => BY_NAME.has(one.toLowerCase()) && !ALSO_TOPICS.has(one.toLowerCase()));
  return tag === undefined ? null : (BY_NAME.get(tag.toLowerCase()) ?? null);
}

const ALSO_TOPICS: ReadonlySet<string> = new Set(['outlook', 'zoom', 'teams', 'google meet']);

function saysSomething(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && value !== false && value !== 'false';
}
