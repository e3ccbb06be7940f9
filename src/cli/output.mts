/** The process's streams as the commands see them, and what happens where one of them cannot be written. */
import process from 'node:process';
import type { WriteStream } from 'node:tty';
import { EXIT, type Output } from './shell.mts';
import { hostError, isSystemError } from './system-error.mts';

const USUAL_WIDTH = 80;

export function output(stream: WriteStream, name: string): Output {
  stream.on('error', (error) => endFor(error, stream, name));
  const terminal = stream.isTTY;
  return {
    terminal,
    colours: terminal && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
    // Some terminals do not say, or say 0.
    width: terminal ? stream.columns || USUAL_WIDTH : undefined,
    write: (text) => void stream.write(text),
  };
}

/** Ends the program because of what a stream's last write came to. */
function endFor(error: unknown, stream: WriteStream, name: string): never {
  // A reader that has seen enough (`| head`) is no failure.
  if (isSystemError(error, 'EPIPE')) process.exit();
  if (stream !== process.stderr) process.stderr.write(`throughline: ${hostError(error, name, 'written').message}\n`);
  process.exit(EXIT.failure);
}
