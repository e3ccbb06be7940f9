/**
 * The parts of the documentation that are made of the code's own tables: between `<!-- table: NAME -->` and `<!-- end
 * of table -->`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PART = /(<!-- table: ([\w -]+) -->\n)([\s\S]*?)(\n?<!-- end of table -->)/g;

/**
 * Holds each part of the page to what its table gives; `WRITE_DOCS=1` writes it instead. Every table must be on the
 * page.
 */
export function checkTables(page: string, tables: Readonly<Record<string, () => string>>): void {
  const file = path.join(__dirname, '../..', page);
  const text = readFileSync(file, 'utf8');
  const there: string[] = [];
  const made = text.replace(PART, (_whole, begin: string, name: string, _now: string, end: string) => {
    there.push(name);
    const table = tables[name];
    if (table === undefined) throw new Error(`${page}: no table is called "${name}"`);
    return `${begin}${table()}\n${end.trimStart()}`;
  });
  expect(there.sort()).toEqual(Object.keys(tables).sort());
  if (process.env['WRITE_DOCS'] === '1') writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
}

/** A Markdown table; a bar within a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

export function codes(words: Iterable<string>): string {
  return [...words].map((word) => (word === ' ' ? '`[ ]`' : `\`${word}\``)).join(', ');
}
