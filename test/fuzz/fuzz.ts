/**
 * Broken notes by the thousand: structure and bytes from a seed, mutations of the sample vault's own files. Each case
 * is a small vault that is rolled up twice, reviewed and inspected. What must hold is said in `checkCase`; a failure
 * names its seed.
 */
import { fixEncoding } from '../../src/text/fix-encoding';
import { whyOutside } from '../../src/host/path-safety';
import { HostError } from '../../src/host/vault-host';
import { reviewVault } from '../../src/host/review';
import { inspectVault, rollUp } from '../../src/host/roll-up';
import { readBlock } from '../../src/page/managed-block';
import { unplanPage } from '../../src/page/plan-page';
import { CONFLICT, hasRowForm } from '../../src/page/user-lines';
import { linksAlone, rowHash } from '../../src/page/row-hash';
import { readNote } from '../../src/note/read-note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readSettings, type Settings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

export interface FuzzReport {
  readonly cases: number;
  /** Of all notes together. */
  readonly characters: number;
  /** Notes whose reading time was measured at several sizes. */
  readonly measured: number;
  readonly slowest: { readonly seed: number; readonly milliseconds: number };
  readonly failures: readonly { readonly seed: number; readonly message: string }[];
}

export interface FuzzOptions {
  readonly corpus: readonly string[];
  readonly seed: number;
  readonly cases: number;
  /** Absent: all cases are done, and nothing is measured. */
  readonly clocks?: Clocks;
}

interface Clocks {
  /** It ends after so many milliseconds, if it had not so many cases by then. */
  readonly milliseconds: number;
  readonly clock: () => number;
  /** Milliseconds of processor time: growth is measured in these, for a shared machine's own say little. */
  readonly processor: () => number;
}

/** The clock of a run that measures nothing. */
const STOPPED: Clocks = { milliseconds: 1, clock: () => 0, processor: () => 0 };

export async function fuzz({ corpus, seed, cases, clocks = STOPPED }: FuzzOptions): Promise<FuzzReport> {
  const { milliseconds, clock, processor } = clocks;
  const end = clock() + milliseconds;
  const failures: { seed: number; message: string }[] = [];
  let [done, characters, measured] = [0, 0, 0];
  let slowest = { seed, milliseconds: 0 };
  for (; done < cases && clock() < end && failures.length < 20; done++) {
    const own = seed + done;
    const files = fuzzedVault(own, corpus);
    const size = Object.values(files).reduce((sum, { length }) => sum + length, 0);
    characters += size;
    const start = clock();
    try {
      await checkCase(files, own % 2 === 0 ? ALL_PROPERTIES : NO_PROPERTIES);
      const took = clock() - start;
      if (took > slowest.milliseconds) slowest = { seed: own, milliseconds: took };
      // Six passes over the vault and its index: generous, and far below anything that grows faster than its text.
      if (took > 3000 + size / 20) throw new Error(`${Math.round(took)} ms for ${size} characters`);
      if (clocks !== STOPPED && done % 16 === 0) {
        measured += 1;
        const text =
          Object.values(files).find((one): one is string => typeof one === 'string' && one.length > 50) ?? '';
        const growth = growthOf(text, processor);
        if (growth !== null) throw new Error(growth);
      }
    } catch (error) {
      failures.push({ seed: own, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  return { cases: done, characters, measured, slowest, failures };
}

const ALL_PROPERTIES = readSettings({ me: ['Mara Voss'] }).settings;
/** Without properties a page without frontmatter begins with its block. */
const NO_PROPERTIES = readSettings({
  me: ['Mara Voss'],
  properties: {
    last_contact: false,
    last_met: false,
    meeting_count: false,
    open_follow_ups: false,
    open_questions: false,
  },
}).settings;
const today = '2025-11-03';

/** Throws where anything that must hold does not. */
export async function checkCase(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Settings = ALL_PROPERTIES,
): Promise<void> {
  const host = new WatchedHost(files);
  const first = await rollUp(host, { settings, today, now: 0 });
  if (first.result.failures.length > 0)
    throw new Error(`not written: ${first.result.failures.map(({ message }) => message).join('; ')}`);
  const once = host.texts();
  for (const [path, text] of Object.entries(files)) {
    if (typeof text !== 'string' || path.startsWith('.')) continue;
    const now = once[path];
    if (now === undefined) throw new Error(`${path} went`);
    if (now !== text) checkPage(path, text, now);
  }
  const again = await rollUp(host, { settings, today, now: 0 });
  if (again.result.written.length > 0) throw new Error(`written again: ${again.result.written.join(', ')}`);
  await checkTyped(host, settings);
  JSON.stringify((await inspectVault(host, { settings, today })).inspection);
  const review = await reviewVault(host, { settings, today }).catch((error: unknown) => {
    // Without the names memory nothing can be answered: the review says so instead of guessing.
    if (error instanceof HostError && error.code === 'not-utf8') return null;
    throw error;
  });
  for (const {
    proposal: { id },
  } of review?.all.slice(0, 8) ?? []) {
    review?.answer([{ id, accepted: true, as: null, scope: null }]);
    review?.answer([{ id, accepted: false, as: null, scope: null }]);
  }
  for (const text of Object.values(files)) {
    if (typeof text !== 'string') continue;
    const { text: fixed } = fixEncoding(text);
    if (fixEncoding(fixed).text !== fixed) throw new Error('fixing again changes more');
  }
  if (host.strayed.length > 0) throw new Error(`asked for ${host.strayed.join(', ')}`);
}

/** What somebody types into each block is on the page once after the next rollup. */
async function checkTyped(host: WatchedHost, settings: Settings): Promise<void> {
  const pages = Object.entries(host.texts()).filter(([, page]) => {
    const reading = readBlock(page);
    return 'block' in reading && reading.block !== null;
  });
  for (const [path, page] of pages)
    host.put(
      path,
      page.replace(
        /(<!-- throughline:begin[^\r\n]*)(\r\n|\n|\r)/,
        (_all, begin: string, end: string) => [begin, ...TYPED].join(end) + end,
      ),
    );
  await rollUp(host, { settings, today, now: 0 });
  for (const [path] of pages) {
    const now = (host.texts()[path] ?? '').split(LINE_END);
    const missing = TYPED.find((line) => now.filter((one) => one === line).length !== 1);
    // A page of nobody and nothing is not written: what was typed stays where it is.
    if (missing !== undefined) throw new Error(`${path}: “${missing}” was typed and is not there once`);
  }
}

const TYPED = [
  '- typed in the block',
  '> quoted in the block',
  'words in the block',
  '  - nested in the block',
  '| a table |',
];

/**
 * Every line that was on a page is there, but for our own; taking our parts out again gives the page where it had none.
 */
function checkPage(path: string, before: string, now: string): void {
  const there = new Map<string, number>();
  for (const line of now.split(LINE_END)) there.set(bare(line), (there.get(bare(line)) ?? 0) + 1);
  const isOurs = before.includes('throughline:');
  const listed = isOurs ? listedLines(before) : new Set<string>();
  for (const line of before.split(LINE_END)) {
    const count = there.get(bare(line)) ?? 0;
    if (count === 0 && (!isOurs || !(listed.has(line) || mayGo(line, now))))
      throw new Error(`${path} lost ${JSON.stringify(line)}`);
    there.set(bare(line), count - 1);
  }
  if (isOurs) return;
  const { text, problem } = unplanPage(now);
  if (problem === null && text !== before)
    throw new Error(`${path} taken out again is not what it was: ${JSON.stringify(text.slice(0, 200))}`);
}

/** The lines of a page that are rows of ours by an end marker of it, those that were wrapped among them. */
function listedLines(page: string): Set<string> {
  const hashes = new Set(page.match(/\b[0-9a-f]{8}\b/g));
  const found = new Set<string>();
  const all = page.split(LINE_END);
  for (const [at] of all.entries()) {
    for (let count = 1; count <= 16; count++) {
      const wrapped = all.slice(at, at + count);
      if (hashes.has(rowHash(wrapped.map((line, index) => (index === 0 ? line : line.trim())).join(' '))))
        for (const line of wrapped) found.add(line);
    }
  }
  return found;
}

/**
 * What a page with a block may lose besides: markers, blank and conflict lines, what is like a row of ours, and what
 * stands there once already.
 */
function mayGo(line: string, now: string): boolean {
  return (
    line.trim() === '' ||
    line.includes('throughline:') ||
    CONFLICT.test(line) ||
    hasRowForm(line) ||
    linksAlone(line) !== null ||
    line.includes('Kept from the page') ||
    /^(?:---|last_contact|last_met|meetings|meeting_count|open_)/.test(bare(line)) ||
    now.split(LINE_END).includes(line) ||
    /^\|{7}/m.test(now)
  );
}

const LINE_END = /\r\n|\n|\r/;

function bare(line: string): string {
  return line.replace(/^\ufeff/, '');
}

/**
 * What reading takes at one, two and four times a size; a sentence where it grows faster than the text, measured again
 * to be sure.
 */
function growthOf(text: string, processor: () => number): string | null {
  if (text === '') return null;
  const unit = text.repeat(Math.ceil(48_000 / text.length));
  for (let attempt = 0; attempt < 4; attempt++) {
    const small = best(unit, processor);
    const large = best(unit.repeat(4), processor);
    // Linear is 4; what the collector and a shared machine add is seldom more than as much again.
    if (large < 60 || large / Math.max(small, 1) < 9) return null;
    if (attempt === 3)
      return `reading ${unit.length} characters takes ${small.toFixed(1)} ms, four times as many ${large.toFixed(1)} ms`;
  }
  return null;
}

function best(text: string, processor: () => number): number {
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = processor();
    readNote('Meetings/2025-10-28 x.md', text, DEFAULT_NOTE_RULES);
    fixEncoding(text);
    least = Math.min(least, processor() - start);
  }
  return least;
}

/** A host that notes every path outside the vault that it is asked for. */
class WatchedHost extends MemoryHost {
  readonly strayed: string[] = [];

  override async read(path: string): Promise<string> {
    return super.read(this.watched(path));
  }

  override async process(path: string, change: (now: string) => string | null): Promise<string> {
    return super.process(this.watched(path), change);
  }

  override async create(path: string, text: string): Promise<void> {
    return super.create(this.watched(path), text);
  }

  override async trash(path: string): Promise<void> {
    return super.trash(this.watched(path));
  }

  private watched(path: string): string {
    if (whyOutside(path) !== null || path.startsWith('.')) this.strayed.push(path);
    return path;
  }
}

type Random = () => number;

/** Mulberry32: from a seed, numbers from 0 up to 1. */
function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function fuzzedVault(seed: number, corpus: readonly string[]): Record<string, string | Uint8Array> {
  const next = random(seed);
  const files: Record<string, string | Uint8Array> = {};
  const note = (): string | Uint8Array => mutated(next() < 0.5 ? structured(next) : pick(corpus, next), next);
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--)
    files[`${pick(FOLDERS, next)}${pick(NAMES, next)}.md`] = note();
  for (let count = Math.floor(next() * 3); count > 0; count--)
    files[`People/${pick(PEOPLE, next)}.md`] =
      next() < 0.5 ? `${pick(['# Ann Lee\n\n', '# Ann Lee\n', '\n', ''], next)}${lines(next, 6)}` : note();
  files['Meetings/2025-10-20 Sound.md'] =
    '---\ntype: 1-1\ndate: 2025-10-20\npeople: ["[[Ann Lee]]"]\n---\n## Decisions\n- Sound row\n';
  if (next() < 0.2) files['Throughline/Names.md'] = note();
  if (next() < 0.1) files['.obsidian/app.json'] = text(mutated('{"userIgnoreFilters":["Old/","/a+b/"]}', next));
  return files;
}

const FOLDERS = [
  'Meetings/',
  'Meetings/',
  'Projects/',
  'Accounts/',
  '',
  'Daily/',
  'Throughline/',
  'Throughline/Decisions/',
  'templates/',
];
const NAMES = [
  '2025-10-28 Ann',
  '2025-10-27',
  '2025-13-45 x',
  'Lisbon',
  'Acme',
  'README',
  'Follow-ups',
  '2025-Q4',
  'a (Conflicted copy b 202510281030)',
  'Ängie',
  'x.y',
  '2025-10-28 14 30 - T',
];
const PEOPLE = ['Ann Lee', 'Bo Kim', 'ann lee', 'Zoë', 'Ann Lee/README'];

/** What notes are made of, and what breaks them. */
const PIECES = [
  '---',
  '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Ann Lee]]", Bo Kim]\n---',
  'people: [[Ann Lee]]',
  '---js',
  '# Ann Lee',
  '## Action items',
  '## Open questions',
  '### Decisions',
  '## Transcript',
  '**Risks:**',
  '- [ ] Send it @Ann Lee ⏫ 📅 2025-10-31',
  '- [x] Done @Bo ✅ 2025-10-01 🔁 every week',
  '- [?] what',
  '- plain',
  '* star',
  '1. one',
  '  - child',
  '\t- tab',
  '> quote',
  '> [!note] callout',
  '> - [ ] in quote @me',
  '```',
  '~~~',
  '```tasks',
  '    code',
  '<!--',
  '-->',
  '<!-- x:begin -->',
  '%%',
  '$$',
  '<div>',
  '</div>',
  '<script>',
  '<!-- ai:transcript:start -->',
  '<!-- ai:transcript:end -->',
  '| a | b |',
  '|---|---|',
  '<!-- throughline:begin person -->',
  '<!-- throughline:end 9c02e1aa -->',
  '<!-- throughline:begin person last_contact meetings frontmatter kept -->',
  '- **Kept from the page**',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> other',
  '||||||| base',
  '[[Ann Lee|Ann]]',
  '[[../../etc/passwd]]',
  '[[a#^b|c]]',
  '[x](y.md)',
  '![[Plan]]',
  '[[',
  ']]',
  '{{date}}',
  '<% tp.x %>',
  '#meeting',
  '#raise [[Ann Lee]]',
  '#private',
  '[due:: 2025-10-31]',
  'attendees:: [[Ann Lee]], Bo',
  '> Next meeting: 2025-11-04',
  '^id',
  'A: yes',
  '- → yes',
  'â€” Ã©',
  'itÃ¢â‚¬â„¢s Ã©',
  '⏫',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\ud800',
  '\u202e',
  '\u0000',
  '\ufeff',
  'é',
  'e\u0301',
  '中文',
  '* * *',
  '***',
  '__',
  '\\',
  '`',
  '``',
  '~~gone~~',
  '==x==',
  '\t',
  ' ',
  '',
  '',
  '__proto__: 1',
  '&a [*a]',
  '"',
  "'",
  '|',
  '>-',
  '- "Sam" → [[Ann Lee]]',
  '- "Sam" is not a name',
];

function structured(next: Random): string {
  const start = next() < 0.6 ? '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Ann Lee]]"]\n---\n' : '';
  return start + lines(next, 30);
}

function lines(next: Random, most: number): string {
  let result = '';
  for (let count = Math.floor(next() * most); count > 0; count--) {
    let line = pick(PIECES, next);
    while (next() < 0.25) line += (next() < 0.5 ? ' ' : '') + pick(PIECES, next);
    result +=
      (next() < 0.1 ? ' '.repeat(Math.floor(next() * 9)) : '') +
      line +
      pick(['\n', '\n', '\n', '\n', '\r\n', '\r', '\n\n'], next);
  }
  return result;
}

function mutated(source: string, next: Random): string | Uint8Array {
  let result = source.length > 20_000 ? source.slice(0, 20_000) : source;
  for (let count = Math.floor(next() * 5); count > 0; count--) {
    const at = Math.floor(next() * (result.length + 1));
    const to = Math.min(result.length, at + Math.floor(next() * next() * 200));
    const kind = next();
    if (kind < 0.25) result = result.slice(0, at) + result.slice(to);
    else if (kind < 0.45) result = result.slice(0, to) + result.slice(at, to) + result.slice(to);
    else if (kind < 0.75)
      result = `${result.slice(0, at)}${pick(PIECES, next)}${pick(['', '\n', ' '], next)}${result.slice(at)}`;
    else if (kind < 0.85)
      result = result.slice(0, at) + pick(PIECES, next).repeat(1 + Math.floor(next() * 300)) + result.slice(at);
    else if (kind < 0.92) result = result.slice(at) + result.slice(0, at);
    else result = result.replace(/\n/g, pick(['\r\n', '\r', '\n\n', ' \n'], next));
  }
  if (next() > 0.15) return result;
  const bytes = new TextEncoder().encode(result);
  for (let count = 1 + Math.floor(next() * 6); count > 0 && bytes.length > 0; count--)
    bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

function text(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : '{';
}

function pick<T>(from: readonly T[], next: Random): T {
  const one = from[Math.floor(next() * from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
