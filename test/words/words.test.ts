import type { Phrases } from '../../src/text/coded';
import type { EngineWords } from '../../src/words/engine-words';
import { ENGLISH_ENGINE } from '../../src/words/english';
import { GERMAN_ENGINE } from '../../src/words/german';
import { say } from '../../src/words/say';
import { sampleMessages } from './samples';

const OTHERS: Readonly<Record<string, EngineWords>> = { de: GERMAN_ENGINE };

const messages = [...sampleMessages()].map(
  ([table, message]) => [`${table}.${JSON.stringify(message)}`, table, message] as const,
);

/** Where all is what a system or a library said, in its own words. */
const UNTOLD = /^(?:problems\.\{"code":"unreadable"|effects\.\{"code":"remembered")/;

test.each(messages)('%s is told in every language', (name, table, message) => {
  const told = (words: EngineWords): string =>
    String(say(words[table] as unknown as Phrases<Record<string, object>>, message));
  const english = told(ENGLISH_ENGINE);
  for (const text of [english, ...Object.values(OTHERS).map(told)]) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|\[object|function/);
  }
  if (!UNTOLD.test(name)) for (const words of Object.values(OTHERS)) expect(told(words)).not.toBe(english);
});
