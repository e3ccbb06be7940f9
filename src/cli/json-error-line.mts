/**
 * Where a text stops being JSON. `JSON.parse` says it in a wording of its own in every release, often without a place.
 *
 *   {"me": ["Ann Lee",]}
 *                     ^ the first character that no JSON could go on with
 */

/** One token; strings hold no raw control characters, numbers no leading zeros. */
const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const KEY = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;

/**
 * The 1-based line of the first character that is wrong, the last line where the text just ends; null for good JSON.
 */
export function jsonErrorLine(text: string): number | null {
  const at = errorOffset(text);
  return at === null ? null : text.slice(0, at).split('\n').length;
}

function errorOffset(text: string): number | null {
  const open: string[] = [];
  let at = 0;
  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found !== null) at += found[0].length;
    return found !== null;
  };
  let expects: 'value' | 'value or ]' | 'key' | 'key or }' | 'more' = 'value';
  for (;;) {
    take(SPACE);
    const character = text[at] ?? '';
    if (expects === 'more') {
      const inside = open[open.length - 1];
      if (inside === undefined) return at === text.length ? null : at;
      if (character === ',') expects = inside === '{' ? 'key' : 'value';
      else if (character === (inside === '{' ? '}' : ']')) open.pop();
      else return at;
      at += 1;
    } else if ((expects === 'key or }' && character === '}') || (expects === 'value or ]' && character === ']')) {
      open.pop();
      at += 1;
      expects = 'more';
    } else if (expects === 'key' || expects === 'key or }') {
      if (!take(KEY)) return at;
      take(SPACE);
      if (text[at] !== ':') return at;
      at += 1;
      expects = 'value';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at += 1;
      expects = character === '{' ? 'key or }' : 'value or ]';
    } else {
      if (!take(SCALAR)) return at;
      expects = 'more';
    }
  }
}
