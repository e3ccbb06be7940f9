/**
 * A client of the protocol by hand, one line of JSON a message, with nothing of the SDK in it: what an agent's own
 * program would write. `revision` decides how it begins: with `initialize`, or with an envelope on every request.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import type { Said } from './said';

export const CLI = path.join(__dirname, '../../dist/cli.mjs');
export const REVISIONS = ['2025-11-25', '2026-07-28'] as const;
export type Revision = (typeof REVISIONS)[number];

export interface Reply {
  readonly id: string | number | null;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What a tool answered: its one text, read. */
export interface Told {
  readonly isError: boolean;
  /** Characters of the text. */
  readonly length: number;
  readonly said: Said;
}

export class RawClient {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<string | number, (reply: Reply) => void>();
  private lastId = 0;
  private rest = '';
  /** Answers to no request of ours. */
  readonly stray: Reply[] = [];
  /** Lines of standard output that are no messages. */
  readonly noise: string[] = [];
  /** All of standard output. */
  heard = '';
  errors = '';
  readonly ended: Promise<number | null>;

  private constructor(
    args: readonly string[],
    readonly revision: Revision,
  ) {
    this.child = spawn(process.execPath, [CLI, 'mcp', ...args], { env: { ...process.env, TZ: 'UTC' } });
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.heard += text;
      const lines = (this.rest + text).split('\n');
      this.rest = lines.pop() ?? '';
      for (const line of lines) this.take(line);
    });
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    this.child.stdin.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      this.child.once('close', resolve);
    });
  }

  static async start(args: readonly string[], revision: Revision = '2025-11-25'): Promise<RawClient> {
    const client = new RawClient(args, revision);
    if (revision === '2025-11-25') {
      await client.request('initialize', {
        protocolVersion: revision,
        capabilities: {},
        clientInfo: { name: 'by hand', version: '1' },
      });
      client.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    }
    return client;
  }

  private take(line: string): void {
    let reply: Reply;
    try {
      reply = JSON.parse(line) as Reply;
    } catch {
      this.noise.push(line);
      return;
    }
    const answer = reply.id === null ? undefined : this.waiting.get(reply.id);
    if (answer === undefined) this.stray.push(reply);
    else {
      this.waiting.delete(reply.id ?? 0);
      answer(reply);
    }
  }

  write(text: string): void {
    this.child.stdin.write(text);
  }

  send(message: object): void {
    this.write(`${JSON.stringify(message)}\n`);
  }

  request(method: string, params: Record<string, unknown> = {}): Promise<Reply> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.send({ jsonrpc: '2.0', id, method, params: { ...this.envelope, ...params } });
    });
  }

  /** A request and its cancelling in one write: the server reads both before it does either. */
  requestAndCancel(method: string, params: Record<string, unknown>): void {
    const id = ++this.lastId;
    const messages = [
      { jsonrpc: '2.0', id, method, params: { ...this.envelope, ...params } },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { ...this.envelope, requestId: id } },
    ];
    this.write(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  }

  private get envelope(): object {
    return this.revision === '2026-07-28'
      ? {
          _meta: {
            'io.modelcontextprotocol/protocolVersion': this.revision,
            'io.modelcontextprotocol/clientInfo': { name: 'by hand', version: '1' },
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        }
      : {};
  }

  async call(tool: string, given: Record<string, unknown> = {}): Promise<Told> {
    const { result, error } = await this.request('tools/call', { name: tool, arguments: given });
    if (result === undefined) throw new Error(`${tool}: ${JSON.stringify(error)}`);
    return toldIn(result);
  }

  /** As `call`, of what must not fail. */
  async ask(tool: string, given: Record<string, unknown> = {}): Promise<Said> {
    const { isError, said } = await this.call(tool, given);
    if (isError) throw new Error(`${tool} ${JSON.stringify(given)}: ${JSON.stringify(said)}`);
    return said;
  }

  end(): Promise<number | null> {
    this.child.stdin.end();
    return this.ended;
  }

  /** As a client does that has had enough. */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  kill(): Promise<number | null> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}

export function toldIn(result: Record<string, unknown>): Told {
  const [part, ...others] = result['content'] as { readonly type: string; readonly text: string }[];
  if (part?.type !== 'text' || others.length > 0) throw new Error('an answer is one text');
  return { isError: result['isError'] === true, length: part.text.length, said: JSON.parse(part.text) as Said };
}
