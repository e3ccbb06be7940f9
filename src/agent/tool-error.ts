/**
 * Why a tool did not do what was asked: a code that a program can go by, and sentences that say how to go on. Every
 * answer of a failed call is `{"error": {code, message, …}}`.
 */

/** Each code and when it is given; `docs/agents.md` has the same table. */
export const ERROR_CODES = {
  'wrong-arguments': 'The arguments do not fit the tool.',
  'unknown-name': 'Nobody and nothing is called that, or several are.',
  'no-such-row': 'No row has that id now, or a row of another kind has it.',
  'no-such-note': 'No note that Throughline reads has that path.',
  'no-such-proposal': 'Nothing is proposed under that id, or it was answered already.',
  refused: 'It cannot be done surely; nothing was planned.',
  'unknown-token': 'No plan has that token.',
  'used-token': 'That plan was applied, or refused, already.',
  'expired-token': 'That plan is too old.',
  stale: 'What the plan was made from has changed; nothing was written.',
  'not-written': 'Some file could not be written.',
  cancelled: 'The call was cancelled; nothing was written.',
  'not-readable': 'The vault, or a note, could not be read.',
  internal: 'A mistake in Throughline.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export class ToolError extends Error {
  /** `message`: whole sentences. `more`: fields that go next to the code. */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ToolError';
  }
}

/** `no person is called "X"; give another name` → `No person is called "X". Give another name.` */
export function asSentences(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split(/; /))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}${/[.?!]$/.test(part) ? '' : '.'}`)
    .join(' ');
}
