/**
 * What a setting may hold: each check reads one JSON value and names what is wrong with it and what is allowed.
 * Checks know no particular setting; the table in `settings.ts` puts them together.
 */
import { closest } from './closest';
import type { Allowed, KeyOf, NullMeaning, SettingProblem } from './setting-problems';

export interface Check<T> {
  readonly allowed: Allowed;
  /**
   * The value, or undefined with at least one problem added to `problems`. `at` names the place as a person would
   * write it: `kinds.person.folder`.
   */
  read(value: unknown, at: string, problems: SettingProblem[]): T | undefined;
}

/** `"seven"`, `[1,2…]`: never longer than a line can take. */
function shown(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function wrong(at: string, value: unknown, allowed: Allowed, guess: string | null = null): SettingProblem {
  return { code: 'wrong', at, value: shown(value), allowed, guess };
}

function checkOf<T>(allowed: Allowed, accept: (value: unknown) => T | undefined): Check<T> {
  return {
    allowed,
    read(value, at, problems) {
      const accepted = accept(value);
      if (accepted === undefined) problems.push(wrong(at, value, allowed));
      return accepted;
    },
  };
}

/** Text with something in it, trimmed. */
export function text(): Check<string> {
  return checkOf({ code: 'text' }, (value) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined,
  );
}

export function bool(): Check<boolean> {
  return checkOf({ code: 'switch' }, (value) => (typeof value === 'boolean' ? value : undefined));
}

export function wholeNumber({ from, to }: { readonly from: number; readonly to: number }): Check<number> {
  return checkOf({ code: 'whole-number', from, to }, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : undefined,
  );
}

export function oneOf<const T extends string>(words: readonly T[]): Check<T> {
  const allowed: Allowed = { code: 'one-of', words };
  return {
    allowed,
    read(value, at, problems) {
      const found = words.find((word) => word === value);
      if (found === undefined) problems.push(wrong(at, value, allowed, meant(value, words)));
      return found;
    },
  };
}

/** The one of the words that was probably meant. */
export function meant(value: unknown, words: readonly string[]): string | null {
  return typeof value === 'string' ? closest(value, words) : null;
}

/** A text that passes `test`, which may also put it in its proper form; null refuses. */
export function textThat(allowed: Allowed, test: (value: string) => string | null): Check<string> {
  return checkOf(allowed, (value) => (typeof value === 'string' ? (test(value) ?? undefined) : undefined));
}

/** A list; wrong elements are named and left out, the others still hold. */
export function listOf<T>(element: Check<T>, allowed: Allowed): Check<readonly T[]> {
  return {
    allowed,
    read(value, at, problems) {
      if (!Array.isArray(value)) {
        problems.push(wrong(at, value, allowed));
        return undefined;
      }
      return value.flatMap((each: unknown, index) => {
        const read = element.read(each, `${at}[${index}]`, problems);
        return read === undefined ? [] : [read];
      });
    },
  };
}

export function orNull<T>(check: Check<T>, means: NullMeaning): Check<T | null> {
  return {
    allowed: { code: 'or-null', allowed: check.allowed, means },
    read: (value, at, problems) => (value === null ? null : check.read(value, at, problems)),
  };
}

/** The own keys and values of a JSON object; null for anything else. Safe for a key named `__proto__`. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
}

/** An object whose keys are free; wrong values are named and left out. */
export function mapOf<T>(check: Check<T>, allowed: Allowed): Check<ReadonlyMap<string, T>> {
  return {
    allowed,
    read(value, at, problems) {
      const entries = entriesOf(value);
      if (entries === null) {
        problems.push(wrong(at, value, allowed));
        return undefined;
      }
      const map = new Map<string, T>();
      for (const [key, each] of entries) {
        const read = check.read(each, `${at}.${key}`, problems);
        if (read !== undefined) map.set(key, read);
      }
      return map;
    },
  };
}

/** The keys of `value` that `known` does not hold. */
export function unknownKeys(
  value: unknown,
  known: readonly string[],
  { at, of }: { readonly at: string; readonly of: KeyOf },
): SettingProblem[] {
  return (entriesOf(value) ?? [])
    .filter(([key]) => !known.includes(key))
    .map(([key]) => ({ code: 'unknown', at: at + key, of, known, guess: meant(key, known) }));
}
