/**
 * Standard input as the protocol's messages, one a line. What is no message is answered here, so that nobody waits for
 * an answer that never comes; the rest goes on as it is.
 */
import { Transform, type TransformCallback } from 'node:stream';

/** Bytes of a message at most: no tool takes a hundredth of it. */
const LONGEST_MESSAGE = 1_000_000;

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const NEWLINE = 10;

export class InputLines extends Transform {
  private parts: Buffer[] = [];
  private length = 0;
  /** Requests that wait for their answer, by id. */
  private readonly open = new Set<string | number>();
  private whenAnswered: (() => void) | null = null;

  /** `answer` writes one line of the protocol. */
  constructor(private readonly answer: (line: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.keep(chunk.subarray(from, at));
      this.endLine();
      from = at + 1;
    }
    this.keep(chunk.subarray(from));
    done();
  }

  /** The end of the input is the end of its last line, and of all: what was asked before it is answered first. */
  override _flush(done: TransformCallback): void {
    this.endLine();
    this.whenAnswered = () => {
      done();
    };
    this.answered(null);
  }

  /** A request was answered, or cancelled. */
  answered(id: unknown): void {
    if (typeof id === 'string' || typeof id === 'number') this.open.delete(id);
    if (this.open.size > 0 || this.whenAnswered === null) return;
    const { whenAnswered } = this;
    this.whenAnswered = null;
    whenAnswered();
  }

  /** What is too long is counted and not kept. */
  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length <= LONGEST_MESSAGE) this.parts.push(part);
    else this.parts = [];
  }

  private endLine(): void {
    const { length, parts } = this;
    this.parts = [];
    this.length = 0;
    if (length > LONGEST_MESSAGE) {
      this.refuse(null, INVALID_REQUEST, `A message is ${LONGEST_MESSAGE} bytes at most.`);
      return;
    }
    const text = Buffer.concat(parts).toString('utf8').trim();
    if (text === '') return;
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      this.refuse(null, PARSE_ERROR, 'A message is one line of JSON.');
      return;
    }
    const wrong = whatIsWrong(message);
    if (wrong !== null) {
      this.refuse(idOf(message), INVALID_REQUEST, wrong);
      return;
    }
    this.note(message as Message);
    this.push(`${text}\n`);
  }

  private note({ id, method, params }: Message): void {
    if (id !== undefined && method !== undefined) this.open.add(id);
    // What is cancelled is never answered.
    if (method === 'notifications/cancelled') this.answered(params?.['requestId']);
  }

  private refuse(id: string | number | null, code: number, message: string): void {
    this.answer(`${JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })}\n`);
  }
}

interface Message {
  readonly id?: string | number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

function whatIsWrong(message: unknown): string | null {
  if (Array.isArray(message)) return 'Messages come one by one, not in a list.';
  if (typeof message !== 'object' || message === null) return 'A message is a JSON object.';
  if (!('jsonrpc' in message) || message.jsonrpc !== '2.0') return 'A message says "jsonrpc": "2.0".';
  if ('method' in message) {
    if (typeof message.method !== 'string') return 'A method is a text.';
    if ('id' in message && idOf(message) === null) return 'An id is a text or a whole number.';
    if (
      'params' in message &&
      (typeof message.params !== 'object' || message.params === null || Array.isArray(message.params))
    )
      return 'Parameters are a JSON object.';
    return null;
  }
  return 'result' in message || 'error' in message ? null : 'A message has a method, a result or an error.';
}

function idOf(message: unknown): string | number | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null;
  const { id } = message;
  return typeof id === 'string' || (typeof id === 'number' && Number.isInteger(id)) ? id : null;
}
