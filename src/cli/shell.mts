/**
 * What the commands see of the world: arguments, streams, the day, the engine. `main.mts` fills it from the process;
 * tests fill it with doubles.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Engine } from './engine.mts';
import type { FolderWatch, watchFolder } from './folder-watch.mts';

export interface Output {
  write(text: string): void;
  /** Whether a person is watching. */
  readonly terminal: boolean;
  /** Whether colours are wanted there. */
  readonly colours: boolean;
  /** Columns of the terminal; absent where there is none. */
  readonly width?: number | undefined;
}

export interface Shell {
  /** Without the program's own name. */
  readonly args: readonly string[];
  /** The folder the command was given in. */
  readonly cwd: string;
  /** The vault to go by where none is given: `THROUGHLINE_VAULT`. */
  readonly usualVault: string | undefined;
  /** The folder for what this device keeps for itself. */
  readonly deviceFolder: string;
  /** Puts a question to the person, and gives the answer's line; null where nobody is there to answer. */
  readonly prompt: ((question: string) => Promise<string>) | null;
  readonly today: CalendarDate;
  /** The device's time zone: `Europe/Berlin`. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly version: string;
  readonly out: Output;
  readonly err: Output;
  /** All of standard input. */
  readInput(): Promise<string>;
  readonly engine: Engine;
  /** For work that goes on after the day it began on. */
  readonly clock: Clock;
  watch(folder: string, options: Parameters<typeof watchFolder>[1]): Promise<FolderWatch>;
  /** Resolves when the person, or the system, ends the program. */
  readonly interrupted: Promise<'interrupted'>;
}

interface Clock {
  today(): CalendarDate;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves in a minute, and keeps no program alive. */
  minute(): Promise<void>;
}

export const EXIT = {
  done: 0,
  /** `--check` found that something would change. */
  changes: 1,
  /** Wrong usage, settings that cannot be used, or no such vault. */
  usage: 2,
  /** Some file could not be read or written for an I/O reason. */
  failure: 3,
  /** It was declined for a reason that was said; nothing was written. */
  declined: 4,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What was asked for cannot be done to these notes: the message says why and what to do. Nothing was written. */
export class DeclinedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeclinedError';
  }
}

/** Wrong usage: the message is a sentence that says what to do. Several sentences are several lines. */
export class UsageError extends Error {
  constructor(...sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'UsageError';
  }
}
