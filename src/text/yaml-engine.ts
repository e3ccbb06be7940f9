/**
 * Stands in for gray-matter's own engines, one of which evaluates JavaScript: YAML and nothing else. The bundle and the
 * tests put it in the place of `gray-matter/lib/engines`.
 *
 * YAML 1.2's core schema leaves dates strings. A key given twice takes its last value here (`readFrontmatter` reports
 * it).
 */
import { CORE_SCHEMA, load } from 'js-yaml';

/** Aliases are references, not copies: a note that needs more than these is a bomb for whoever walks the value. */
const MOST_ALIASES = 50;
const DEEPEST = 60;

function parse(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA, json: true, maxAliases: MOST_ALIASES, maxDepth: DEEPEST });
}

// Nothing is ever dumped: properties are changed line by line.
export const yaml = { parse };
