/**
 * How the lines of one event write things, so that two of them can be compared: its people by any of their names, what
 * is written out and what in short, days in one form.
 *
 *     Lior Genzel will send Google Cloud Storage figures by 2026-01-07
 *     ^^^^^^^^^^^ one word  ^^^^^^^^^^^^^^^^^^^^ GCS        ^^^^^^^^^^ january 7, 2026
 */
import { rowWords } from './row-words';
import type { WordTable } from './word-table';

/** How an event's lines are written: its people, and what is written out and in short. */
export interface Vocabulary {
  readonly table: WordTable;
  /** By a word of a name, the person as one word; null where several have it. */
  readonly people: ReadonlyMap<string, string | null>;
  /** What is written out, in small letters, and its short form. */
  readonly shortForms: ReadonlyMap<string, string>;
  /** Of what is written out. */
  readonly writtenOut: RegExp;
  /** Words that only follow one name, which is there without them too: `Data` of VAST Data. */
  readonly tails: ReadonlySet<string>;
}

/** `names`: of people. `texts`: in which some short forms are explained. */
export function vocabularyOf(table: WordTable, names: Iterable<string>, texts: readonly string[]): Vocabulary {
  const people = new Map<string, string | null>();
  const full = [...new Set(names)]
    .map((name) => wordsOfName(name.replace(/[(,].*$/, ''), table))
    .filter(({ length }) => length > 0 && length <= LONGEST_NAME)
    .sort((a, b) => b.length - a.length);
  for (const words of full) {
    const person = `@${words.join(' ')}`;
    for (const word of words) {
      const known = people.get(word);
      // `Ann` is Ann Lee, where no other Ann is there.
      if (known === undefined) people.set(word, person);
      else if (known !== null && !words.every((one) => wordsOf(known).includes(one))) people.set(word, null);
    }
  }
  const shortForms = shortFormsIn(texts, table);
  return { table, people, tails: tailsIn(texts, table), shortForms, writtenOut: anyOf([...shortForms.keys()]) };
}

/** What is longer is a title. */
const LONGEST_NAME = 3;

/** Of a person as one word. */
export function wordsOf(person: string): readonly string[] {
  return person.slice(1).split(' ');
}

/**
 * By what is written out, in small letters: `proof of concept (PoC)`, and `Internal Load Balancer` where a line has
 * `ILB`.
 */
function shortFormsIn(texts: readonly string[], table: WordTable): ReadonlyMap<string, string> {
  const found = new Map(table.shortForms);
  const capitals = new Set(texts.flatMap((text) => text.match(/\b[A-Z]{3,5}\b/g) ?? []));
  for (const text of texts) {
    for (const match of text.matchAll(/\((\p{Lu}\p{L}{1,5}?)s?\)/gu)) {
      const short = match[1] ?? '';
      const long = (text.slice(0, match.index).match(/[\p{L}\p{N}]+/gu) ?? []).slice(-short.length);
      if (initialsOf(long).toLowerCase() === short.toLowerCase()) found.set(long.join(' ').toLowerCase(), short);
    }
    for (const [name] of text.matchAll(/\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){2,4}/gu)) {
      const long = name.split(/[ -]/);
      if (capitals.has(initialsOf(long))) found.set(long.join(' ').toLowerCase(), initialsOf(long));
    }
  }
  return found;
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join('');
}

function tailsIn(texts: readonly string[], table: WordTable): ReadonlySet<string> {
  const before = new Map<string, string>();
  const alone = new Set<string>();
  for (const text of texts) {
    for (const [run] of text.matchAll(/\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)*/gu)) {
      const names = run.split(' ');
      alone.add(names[names.length - 1] ?? '');
      for (const [at, name] of names.entries()) {
        const head = names[at - 1] ?? '';
        before.set(name, (before.get(name) ?? head) === head ? head : '');
      }
    }
  }
  const tails = [...before].flatMap(([name, head]) => (head !== '' && alone.has(head) ? wordsOfName(name, table) : []));
  return new Set(tails);
}

function anyOf(longs: readonly string[]): RegExp {
  const words = longs.map((long) => long.split(' ').join('[\\s-]+'));
  return new RegExp(`(^|[^\\p{L}\\p{N}])(${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Days and short forms written in one way, and what is said of a name left out. */
export function asUsual(text: string, { table: { aside, months }, shortForms, writtenOut }: Vocabulary): string {
  const plain = aside === undefined ? text : text.replace(aside, '');
  const dated = plain.replace(/\b(20\d\d)-(\d\d)-(\d\d)\b/g, (iso, year: string, month: string, day: string) => {
    const name = months?.[Number(month) - 1];
    return name === undefined ? iso : `${name} ${Number(day)}, ${year}`;
  });
  return dated.replace(
    writtenOut,
    (_, before: string, long: string) => before + (shortForms.get(long.toLowerCase().replace(/[\s-]+/g, ' ')) ?? long),
  );
}

export function wordsOfName(name: string, table: WordTable): readonly string[] {
  return rowWords(`x ${name}`, table).words.filter((word) => word !== 'x');
}
