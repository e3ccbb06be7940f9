// `throughline mcp` on a large vault: how long an answer takes through the protocol, as a client waits for it, and how
// many characters an agent reads instead of the notes.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { LAST_DAY } from './vault.mjs';

const CALLS = 600;
const TO_WARM_UP = 60;
const BRIEFS = 20;

/** `{ p50, p99 }` by the client's clock and `{ worked50, worked99 }` of the server's thread, in milliseconds; `{ answers, notes }` in characters, of one server. */
export async function measureMcp({ cli, folder }) {
  const server = await startServer(cli, folder);
  const people = readdirSync(path.join(folder, 'People')).map((name) => name.replace(/\.md$/, ''));
  const of = (list, at) => list[(at * 7919) % list.length];
  const kinds = [
    (at) => ['brief', { name: of(people, at) }],
    (at) => ['queue', { owner: 'me', from: at % 40 }],
    (at) => ['queue', { owner: of(people, at) }],
    (at) => ['questions', { from: at % 40 }],
    () => ['decisions', { limit: 10 }],
    () => ['today', {}],
    (at) => ['search', { words: ['pricing', 'the draft', 'plan'][at % 3], from: at % 20 }],
  ];
  const [took, worked] = [[], []];
  for (let at = 0; at < CALLS + TO_WARM_UP; at += 1) {
    const [began, before] = [performance.now(), server.worked()];
    await server.call(...kinds[at % kinds.length](at));
    if (at < TO_WARM_UP) continue;
    took.push(performance.now() - began);
    worked.push(server.worked() - before);
  }
  const notes = notesOf(folder);
  let [answers, read] = [0, 0];
  for (let at = 0; at < BRIEFS; at += 1) {
    const name = of(people, at);
    answers += (await server.call('brief', { name })).length;
    for (const text of notes) if (text.includes(name)) read += text.length;
  }
  await server.end();
  const within = (list, share) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];
  return {
    p50: within(took, 0.5),
    p99: within(took, 0.99),
    worked50: within(worked, 0.5),
    worked99: within(worked, 0.99),
    answers,
    notes: read,
  };
}

/** Texts of all notes that are no pages. */
function notesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !/^(?:People|Throughline)\//.test(file) && !/README\.md$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

async function startServer(cli, folder) {
  const child = spawn(process.execPath, [cli, 'mcp', folder, '--today', LAST_DAY], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let rest = '';
  let lastId = 0;
  const waiting = new Map();
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const { id, result } = JSON.parse(line);
      waiting.get(id)?.(result);
      waiting.delete(id);
    }
  });
  const request = (method, params) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params })}\n`);
    });
  await request('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1' },
  });
  return {
    call: async (name, given) => {
      const { content, isError } = await request('tools/call', { name, arguments: given });
      if (isError === true && !content[0].text.includes('unknown-name')) throw new Error(content[0].text);
      return content[0].text;
    },
    /** Milliseconds of the server's own thread, as Linux counts them; elsewhere the clock's. */
    worked: () => {
      try {
        return Number(readFileSync(`/proc/${child.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return performance.now();
      }
    },
    end: () =>
      new Promise((resolve) => {
        child.once('close', resolve);
        child.stdin.end();
      }),
  };
}
