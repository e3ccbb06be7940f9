/** What a message says, by a language's table. */
import type { Coded, Phrases } from '../text/coded';

export function say<Parameters, Words = string>(
  phrases: Phrases<Parameters, Words>,
  message: Coded<Parameters>,
): Words {
  // Each phrase takes the message of its own code, which is the one it is looked up by.
  const phrase = phrases[message.code];
  return phrase(message);
}
