/**
 * The blocks of a note, a line each, for tests to compare:
 *
 *     4-6 item [x] "Send minutes" + "to Ann"       lines, kind, status, text, continuation lines
 *       5 paragraph > "quoted"                     indented below its item; a `>` for each quote around it
 */
import { type ScanOptions, scanBlocks } from '../../src/text/blocks';
import type { Block } from '../../src/text/block';

export function outline(text: string, options?: ScanOptions): string[] {
  const blocks = scanBlocks(text, 0, 1, options);
  return blocks.map((block) => `${'  '.repeat(depthOf(block, blocks))}${describe(block, text)}`);
}

function depthOf(block: Block, blocks: readonly Block[]): number {
  return block.parent < 0 ? 0 : 1 + (blocks[block.parent]?.level ?? 0);
}

function describe(block: Block, text: string): string {
  const parts = [block.lastLine > block.line ? `${block.line}-${block.lastLine}` : `${block.line}`];
  parts.push(block.kind === 'heading' ? `h${block.level}` : block.kind);
  if (block.ordered) parts.push('ordered');
  if (block.fenced) parts.push('fenced');
  if (block.callout !== null) parts.push(`callout ${block.callout}`);
  if (block.quote > 0) parts.push('>'.repeat(block.quote));
  if (block.status >= 0) parts.push(`[${String.fromCodePoint(text.codePointAt(block.status) ?? 0)}]`);
  parts.push(JSON.stringify(text.slice(block.textFrom, block.textTo)));
  for (let i = 0; i < block.rest.length; i += 2)
    parts.push('+', JSON.stringify(text.slice(block.rest[i], block.rest[i + 1])));
  if (!block.closed) parts.push('unclosed');
  return parts.join(' ');
}
