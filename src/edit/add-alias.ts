/**
 * Another name in a page's `aliases`: what is written is that name, and every other byte of the page stays.
 *
 *     aliases: [Ann, "A. Lee"]  # of old          a flow list: before its bracket
 *     aliases:
 *       - Ann                                     a list: a line below its last, indented alike
 *     aliases: Ann, Annie                         a text: after a comma
 */
import { type Frontmatter, readFrontmatter } from '../text/frontmatter';
import type { FrontmatterKey } from '../text/frontmatter-lines';
import { lineEnding } from '../text/lines';
import { applyEdit, type TextEdit } from './text-edit';
import { namesOfValue } from '../note/names';
import { foldWhole } from '../entity/fold-name';

/**
 * The page with the alias; the page itself when it has it; null where the frontmatter cannot take it, which is then
 * left alone.
 */
export function addAlias(text: string, alias: string): string | null {
  const before = readFrontmatter(text);
  if (before.error !== null || before.language !== null || before.unclosed) return null;
  const own = aliasesIn(before);
  if (own.some((one) => foldWhole(one) === foldWhole(alias))) return text;
  for (const edit of editsFor(text, before, alias)) {
    const edited = applyEdit(text, edit);
    if (readsAs(edited, before, [...own, alias])) return edited;
  }
  return null;
}

/** The property that names are read from: `aliases`, else `alias`. */
function propertyOf({ data }: Frontmatter): string {
  return data['aliases'] === undefined && data['alias'] !== undefined ? 'alias' : 'aliases';
}

function aliasesIn(frontmatter: Frontmatter): string[] {
  return namesOfValue(frontmatter.data[propertyOf(frontmatter)], 1, (text) => text).map(({ text }) => text);
}

/** Where it may go, in order; each is read back before it is taken. */
function* editsFor(text: string, frontmatter: Frontmatter, alias: string): Generator<TextEdit> {
  const ending = lineEnding(text);
  const { present, bodyFrom, yamlTo } = frontmatter;
  const item = `  - ${yamlText(alias)}`;
  if (!present) {
    yield { from: bodyFrom, to: bodyFrom, insert: ['---', 'aliases:', item, '---', ''].join(ending) };
    return;
  }
  const key = propertyOf(frontmatter);
  const entry = frontmatter.keys.find((one) => one.key === key);
  if (entry === undefined) {
    yield { from: yamlTo, to: yamlTo, insert: `aliases:${ending}${item}${ending}` };
    return;
  }
  const lines = itemLines(text, entry);
  const last = lines[lines.length - 1];
  if (last !== undefined) {
    yield { from: last.to, to: last.to, insert: `${ending}${last.indent}- ${yamlText(alias)}` };
    return;
  }
  const value = text.slice(entry.from, entry.to);
  for (let bracket = value.lastIndexOf(']'); bracket >= 0; bracket = value.lastIndexOf(']', bracket - 1)) {
    const inside = value.slice(0, bracket).trimEnd();
    const from = entry.from + inside.length;
    const comma = inside.endsWith('[') ? '' : inside.endsWith(',') ? ' ' : ', ';
    yield { from, to: from, insert: `${comma}${yamlText(alias, 'flow')}` };
    if (bracket === 0) break;
  }
  const comment = value.search(/[ \t]#/);
  const end = entry.from + (comment < 0 ? value : value.slice(0, comment)).trimEnd().length;
  const quote = text.charAt(end - 1);
  // A property without a value becomes a list; a text gets one name more.
  yield { from: entry.to, to: entry.to, insert: `${ending}${item}` };
  if (!/[,;\r\n]/.test(alias)) {
    yield { from: end, to: end, insert: `, ${alias}` };
    if (/["']/.test(quote) && !alias.includes(quote) && !alias.includes('\\'))
      yield { from: end - 1, to: end - 1, insert: `, ${alias}` };
  }
}

/** The lines of a block list: where each ends, and what is before its dash. */
function itemLines(text: string, { from, to }: FrontmatterKey): { indent: string; to: number }[] {
  const lines: { indent: string; to: number }[] = [];
  let at = from;
  for (const line of text.slice(from, to).split(/\r\n|\r|\n/)) {
    const indent = /^([ \t]*)-(?:[ \t]|$)/.exec(line)?.[1];
    if (indent !== undefined && at > from) lines.push({ indent, to: at + line.length });
    at += line.length + (text.startsWith('\r\n', at + line.length) ? 2 : 1);
  }
  return lines;
}

/** Whether the names are those, and every other property is as it was. */
function readsAs(edited: string, before: Frontmatter, names: readonly string[]): boolean {
  const after = readFrontmatter(edited);
  if (after.error !== null || !after.present || after.unclosed) return false;
  const key = propertyOf(before);
  const others = ({ data }: Frontmatter): string => JSON.stringify(Object.entries(data).filter(([one]) => one !== key));
  return others(after) === others(before) && JSON.stringify(aliasesIn(after)) === JSON.stringify(names);
}

/** Plain where YAML reads it back as that text, else in double quotes. */
function yamlText(text: string, where: 'block' | 'flow' = 'block'): string {
  const plain =
    /^\p{L}[\p{L}\p{M}\p{N} _.'’-]*$/u.test(text) &&
    !text.endsWith(' ') &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return plain && (where === 'block' || !/['’]/.test(text)) ? text : JSON.stringify(text);
}
