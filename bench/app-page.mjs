// In a window: a vault whose notes' texts are all in memory, as the app has them, opened as the plugin opens it.
// `app.mjs` calls `window.bench`.
import { LiveVault } from '../src/host/live-vault';
import { Pace } from '../src/obsidian/vault/pace';
import { ReadingDatabase } from '../src/obsidian/vault/reading-database';
import { readSettings } from '../src/settings/settings';

/** As the app does it. */
const IN_A_CHUNK = 100;
/** As if the notes had been written long ago. */
const LATER = 1e15;

const files = new Map();
let settings = null;

window.bench = {
  read() {
    const { vault } = window;
    for (const [path, mtime, text] of vault.files) files.set(path, { file: { path, mtime, size: text.length }, text });
    settings = readSettings(vault.settings).settings;
  },

  /**
   * Milliseconds by the clock, and the longest time for which the window could do nothing else. `isKept`: with what an
   * earlier window kept; `keeps`: and keep it.
   */
  async open({ isKept, keeps, today }) {
    const database = isKept || keeps ? new ReadingDatabase(window.indexedDB, 'throughline-bench') : null;
    const pace = new Pace(() => performance.now());
    const options = { settings, rest: () => pace.rest() };
    const beat = heartbeat();
    const began = performance.now();
    const live = await LiveVault.open(hostWith(database), options);
    const index = await live.index(today);
    const took = performance.now() - began;
    const longest = beat.end();
    const keeping = heartbeat();
    if (keeps) await live.keepReadings(LATER);
    return {
      took,
      longest,
      keepingLongest: keeping.end(),
      notes: index.notes.length,
      tasks: index.tasks.length,
      isRestored: index.parts.isRestored,
    };
  },
};

function hostWith(database) {
  const listed = { files: [...files.values()].map(({ file }) => file), failures: [] };
  return {
    configDir: '.obsidian',
    list: async () => listed,
    read: async (path) => files.get(path).text,
    readConfig: async () => null,
    state: { readings: database === null ? undefined : { store: database, of: 'bench', inAChunk: IN_A_CHUNK } },
  };
}

/**
 * Messages that follow each other: whenever the thread is free one comes, so that the longest time between two is the
 * longest for which it was not.
 */
function heartbeat() {
  const { port1, port2 } = new MessageChannel();
  let [last, longest, isOver] = [performance.now(), 0, false];
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(null);
    else port1.close();
  };
  port2.postMessage(null);
  return {
    end: () => {
      isOver = true;
      return Math.max(longest, performance.now() - last);
    },
  };
}
