/**
 * `throughline adopt`: what was appended to the pages of an old vault and the notes say anyway, next to its proof; what
 * is confirmed is removed, and `undo` brings it back.
 */
import type { ProvenItem } from '../edit/adopt-page';
import { pushInto } from '../text/push-into';
import { fileDiff } from '../edit/unified-diff';
import type { Adoption } from '../host/adopt';
import { failureRecord, skipRecord } from '../words/english';
import { jsonText, printable } from '../text/printable';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures, reportSkips } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { recoverFirst } from './recover-first.mts';
import { counted, diffFor, type Paint, painter } from './report.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

interface AdoptOptions extends VaultOptions {
  readonly write?: true;
  readonly near?: true;
  readonly accept?: readonly string[];
  readonly dryRun?: true;
  readonly diff?: true;
}

export async function adopt(shell: Shell, options: AdoptOptions): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { json, diff, dryRun, near, write, accept = [] } = options;
  if (json && diff) throw new UsageError('--json and --diff cannot be combined; give one of them');
  const { host, settings } = await openVault(shell, options);
  const progress = progressOn(err);
  const today = options.today ?? shell.today;
  const found = await engine
    .adoptableInVault(host, { settings, today, onProgress: progress.onProgress })
    .finally(() => progress.end());
  const unknown = accept.find((id) => !found.items.some((item) => item.id === id));
  if (unknown !== undefined)
    throw new UsageError(`nothing to remove has the id ${unknown}; \`throughline adopt --near\` lists them`);
  const isMeant = ({ id, isExact }: ProvenItem): boolean => (write && isExact) || accept.includes(id);
  const isAsking = shell.prompt !== null && !json && !diff && !dryRun && !write && accept.length === 0;
  if (found.failures.length === 0 && isAsking) return askByKey(shell, found, async (items) => carryOutOf(items));

  async function carryOutOf(items: readonly ProvenItem[]): Promise<ExitStatus> {
    await recoverFirst(shell, host);
    const result = await engine.carryOut(host, found.planFor(items), { what: 'adopt', now: shell.now });
    if (json) {
      const removed = items.filter(({ path }) => result.written.includes(path));
      out.write(
        `${jsonText({
          items: found.items.map((item) => ({ ...item, removed: removed.includes(item) })),
          skipped: result.skipped.map(skipRecord),
          failures: [...found.failures, ...result.failures].map(failureRecord),
        })}\n`,
      );
    } else out.write(removedText(items, result.written));
    reportSkips(shell, result.skipped);
    if (result.failures.length > 0) return reportFailures(shell, result.failures);
    return result.skipped.length > 0 ? EXIT.failure : EXIT.done;
  }

  const items = found.items.filter(isMeant);
  if (items.length > 0 && !dryRun && !diff && found.failures.length === 0) return carryOutOf(items);
  if (diff) {
    const shown = items.length > 0 ? items : found.items.filter(({ isExact }) => isExact);
    for (const edit of found.planFor(shown).edits) out.write(diffFor(out, fileDiff(edit)));
  } else if (json) {
    const failures = found.failures.map(failureRecord);
    out.write(
      `${jsonText({ items: found.items.map((item) => ({ ...item, removed: false })), skipped: [], failures })}\n`,
    );
  } else out.write(foundText(found.items, { near: near === true, paint: painter(out.colours) }));
  return found.failures.length > 0 ? reportFailures(shell, found.failures) : EXIT.done;
}

/** What is word for word at once, and what is nearly so one by one. */
async function askByKey(
  { prompt, out }: Shell,
  { items }: Adoption,
  carryOut: (items: readonly ProvenItem[]) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const exact = items.filter(({ isExact }) => isExact);
  const paint = painter(out.colours);
  out.write(foundText(items, { near: false, paint }));
  if (items.length === 0 || prompt === null) return EXIT.done;
  const taken: ProvenItem[] = [];
  const ask = async (question: string): Promise<string> => (await prompt(question)).trim().toLowerCase();
  let key = exact.length === 0 ? 'n' : await ask(`Remove ${counted(exact.length, 'item')} [y,n,q]? `);
  if (key === 'y') taken.push(...exact);
  for (const item of items) {
    if (item.isExact || key === 'q') continue;
    out.write(`\n${itemRows(item, paint).join('\n')}\n`);
    key = await ask('Remove it [y,n,q]? ');
    if (key === 'y') taken.push(item);
  }
  return taken.length === 0 ? EXIT.done : carryOut(taken);
}

/** Of each page; `--json` has them all. */
const LISTED_ITEMS = 3;

/**
 *     1434 items of 57 pages are in your notes word for word; --write removes them. 210 nearly; --near lists them
 *
 *     People/Ann Lee.md
 *         12  Acme moves to Lisbon in May
 *           = Meetings/2025-10-14 Sync.md:8
 */
function foundText(
  items: readonly ProvenItem[],
  { near, paint }: { readonly near: boolean; readonly paint: Paint },
): string {
  const exact = items.filter(({ isExact }) => isExact);
  const pages = new Set(exact.map(({ path }) => path)).size;
  const others = items.length - exact.length;
  const nearly = others === 0 ? '' : `; ${others} more nearly so${near ? '' : ', which --near lists'}`;
  const headline =
    items.length === 0
      ? 'Nothing in the sections of your pages is said by a note too.'
      : `${counted(exact.length, 'item')} of ${counted(pages, 'page')} ${exact.length === 1 ? 'is' : 'are'} in your notes word for word${nearly}`;
  const shown = near ? items.filter(({ isExact }) => !isExact) : exact;
  const byPage = new Map<string, ProvenItem[]>();
  for (const item of shown) pushInto(byPage, item.path, item);
  return [
    paint(headline, 'bold'),
    ...[...byPage].flatMap(([path, own]) => [
      '',
      paint(printable(path), 'bold'),
      ...(near ? own : own.slice(0, LISTED_ITEMS)).flatMap((item) => itemRows(item, paint)),
      ...(near || own.length <= LISTED_ITEMS ? [] : [`      … and ${counted(own.length - LISTED_ITEMS, 'more item')}`]),
    ]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function itemRows({ id, line, text, isExact, proof }: ProvenItem, paint: Paint): string[] {
  return [
    `  ${paint(String(line).padStart(4), 'dim')}  ${isExact ? '' : `${paint(id, 'cyan')}  `}${printable(text)}`,
    `     ${isExact ? '=' : '≈'} ${isExact ? '' : `${printable(proof.text)}  `}${paint(printable(`${proof.path}:${proof.line}`), 'dim')}`,
  ];
}

function removedText(items: readonly ProvenItem[], written: readonly string[]): string {
  const removed = items.filter(({ path }) => written.includes(path));
  const pages = new Set(removed.map(({ path }) => path)).size;
  return `Removed ${counted(removed.length, 'item')} of ${counted(pages, 'page')}; \`throughline undo\` brings them back\n`;
}
