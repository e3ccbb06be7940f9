/**
 * A plan as text that people read and that `git apply` and `patch -p1` carry out.
 *
 *     diff --git a/People/Zoë Lee.md b/People/Zoë Lee.md
 *     new file mode 100644
 *     --- /dev/null
 *     +++ b/People/Zoë Lee.md⇥            a name with a space is closed by a tab: `patch` would take what follows for a date
 *     @@ -0,0 +1,1 @@
 *     +# Zoë Lee
 *
 * Names are written as git does with `core.quotePath` off: as they are, except those that hold a quote, a backslash or
 * a control character. Lines end at LF only: a CR is a part of its line, so a file with CR line ends is one line,
 * exchanged as a whole.
 */
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import type { FileEdit } from './plan';

/** One edit; a file that is new, or goes, is against `/dev/null`. */
export function fileDiff({ path, before, after }: FileEdit): string {
  const names = `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\n`;
  const mode = before === null ? 'new file mode 100644\n' : after === null ? 'deleted file mode 100644\n' : '';
  // A file without a line has no hunk; that it comes or goes is above.
  if ((before ?? '') === (after ?? '')) return names + mode;
  const hunks = createTwoFilesPatch('', '', before ?? '', after ?? '', undefined, undefined, {
    context: 3,
    headerOptions: OMIT_HEADERS,
  });
  return `${names}${mode}--- ${before === null ? '/dev/null' : header('a', path)}\n+++ ${after === null ? '/dev/null' : header('b', path)}\n${hunks}`;
}

function header(side: 'a' | 'b', path: string): string {
  const name = quoted(`${side}/${path}`);
  return name.includes(' ') && !name.endsWith('"') ? `${name}\t` : name;
}

/** As C writes a string, where the name would not be read back otherwise. */
function quoted(name: string): string {
  if (!/["\\]|\p{Cc}/u.test(name)) return name;
  return `"${name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, escaped)}"`;
}

function escaped(character: string): string {
  const letter = ESCAPES[character];
  if (letter !== undefined) return `\\${letter}`;
  // Control characters from U+0080 on are two bytes, and bytes are what is escaped.
  const bytes = [...new TextEncoder().encode(character)];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
};
