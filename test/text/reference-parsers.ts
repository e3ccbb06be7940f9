/**
 * What a document is made of, as lines like `3 heading 2 in quote 1 item 0`: from our scanner and from two reference
 * parsers, so that they can be compared.
 */
import { Parser, type Node as CommonMarkNode } from 'commonmark';
import { type Extension, fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { scanBlocks } from '../../src/text/blocks';
import type { Block } from '../../src/text/block';
import { lineAt, lineStarts } from '../../src/text/lines';

type Tree = ReturnType<typeof fromMarkdown>;
type TreeNode = Tree | Tree['children'][number];

/**
 * By the scanner. With `definitionsOfText` what an underline stands below, or is, begins with the definitions above: so
 * says commonmark.js.
 */
export function factsOfScanner(text: string, options: { definitionsOfText?: boolean } = {}): string[] {
  const starts = lineStarts(text);
  const facts: string[] = [];
  const blocks = scanBlocks(text, 0, 1);
  let firstDefinition = 0;
  let before: Block | undefined;
  for (const found of blocks) {
    if (found.kind === 'definition' && before?.kind !== 'definition') firstDefinition = found.line;
    const underlined = found.kind === 'heading' || /^(?:=+|-+)$/.test(text.slice(found.textFrom, found.textTo));
    const moved =
      options.definitionsOfText === true &&
      underlined &&
      before?.kind === 'definition' &&
      before.lastLine === found.line - 1;
    const block: Block = moved ? { ...found, line: firstDefinition } : found;
    before = found;
    const items = block.kind === 'item' ? block.level : block.parent < 0 ? 0 : (blocks[block.parent]?.level ?? 0) + 1;
    const place = (inner: number): string => `in quote ${block.quote} item ${items + inner}`;
    switch (block.kind) {
      case 'item': {
        facts.push(`${block.line} item ${place(0)}`);
        if (isGfmCheckbox(text, block))
          facts.push(`${block.line} [${/[xX]/.test(text.charAt(block.status)) ? 'x' : ' '}]`);
        if (block.status >= 0 || block.textTo > block.textFrom) facts.push(`${block.line} paragraph ${place(1)}`);
        else if (block.rest[0] !== undefined) facts.push(`${lineAt(starts, block.rest[0])} paragraph ${place(1)}`);
        break;
      }
      case 'heading':
        facts.push(`${block.line} heading ${block.level} ${place(0)}`);
        break;
      case 'code':
        facts.push(`${block.line} ${block.fenced ? 'fence' : 'indented'} ${place(0)}`);
        break;
      case 'comment':
        facts.push(`${block.line} html ${place(0)}`);
        break;
      default:
        facts.push(`${block.line} ${block.kind} ${place(0)}`);
    }
  }
  return facts.sort();
}

function isGfmCheckbox(text: string, block: Block): boolean {
  if (
    block.status < 0 ||
    !/[ \txX]/.test(text.charAt(block.status)) ||
    !/[ \t\r\n]/.test(text.charAt(block.status + 2))
  )
    return false;
  return block.textTo > block.textFrom || block.rest.length > 0;
}

/** By micromark, with GFM's task list items. */
export function factsOfMicromark(text: string): string[] {
  const facts: string[] = [];
  // The tree does not say which code is fenced; the tokens do.
  const fences = new Set<number>();
  const noteFences: Extension = {
    enter: {
      codeFencedFence(token) {
        fences.add(token.start.line);
      },
    },
  };
  visit(
    fromMarkdown(text, {
      extensions: [gfmTaskListItem()],
      mdastExtensions: [gfmTaskListItemFromMarkdown(), noteFences],
    }),
    0,
    0,
  );
  return facts.sort();

  function visit(node: TreeNode, quotes: number, items: number): void {
    const line = node.position?.start.line ?? 0;
    const place = `in quote ${quotes} item ${items}`;
    switch (node.type) {
      case 'root':
      case 'list':
        for (const child of node.children) visit(child, quotes, items);
        break;
      case 'blockquote':
        for (const child of node.children) visit(child, quotes + 1, items);
        break;
      case 'listItem':
        facts.push(`${line} item ${place}`);
        if (
          typeof node.checked === 'boolean' &&
          node.children[0]?.position?.start.line === line &&
          node.children[0].type === 'paragraph'
        )
          facts.push(`${line} [${node.checked ? 'x' : ' '}]`);
        for (const child of node.children) visit(child, quotes, items + 1);
        break;
      case 'heading':
        // An underlined heading below definitions is given their first line; its text knows better.
        facts.push(`${node.children[0]?.position?.start.line ?? line} heading ${node.depth} ${place}`);
        break;
      case 'code':
        facts.push(`${line} ${fences.has(line) ? 'fence' : 'indented'} ${place}`);
        break;
      case 'thematicBreak':
        facts.push(`${line} rule ${place}`);
        break;
      default:
        facts.push(`${line} ${node.type} ${place}`);
    }
  }
}

/** By the reference implementation; it knows no checkboxes and its tree has no definitions. */
export function factsOfCommonMark(text: string): string[] {
  const facts: string[] = [];
  visit(new Parser().parse(text), 0, 0);
  return facts.sort();

  function visit(parent: CommonMarkNode, quotes: number, items: number): void {
    for (let node = parent.firstChild; node !== null; node = node.next) {
      const line = node.sourcepos[0][0];
      const place = `in quote ${quotes} item ${items}`;
      switch (node.type) {
        case 'list':
          visit(node, quotes, items);
          break;
        case 'block_quote':
          visit(node, quotes + 1, items);
          break;
        case 'item':
          facts.push(`${line} item ${place}`);
          visit(node, quotes, items + 1);
          break;
        case 'heading':
          facts.push(`${line} heading ${node.level} ${place}`);
          break;
        case 'code_block':
          facts.push(
            `${line} ${(node as unknown as { _isFenced: boolean })._isFenced ? 'fence' : 'indented'} ${place}`,
          );
          break;
        case 'thematic_break':
          facts.push(`${line} rule ${place}`);
          break;
        case 'html_block':
          facts.push(`${line} html ${place}`);
          break;
        case 'paragraph':
          // One that held nothing but definitions is left behind where an underline followed.
          if (node.firstChild !== null) facts.push(`${line} paragraph ${place}`);
          break;
        default:
          facts.push(`${line} ${node.type} ${place}`);
      }
    }
  }
}
