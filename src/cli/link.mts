/** `throughline link PATH`: the names in one note that could be links, and the links made. */
import { fileDiff } from '../edit/unified-diff';
import type { LinkFix, LinkMention, MentionState } from '../edit/link-note';
import type { Entity } from '../entity/entity';
import type { Linking } from '../host/link-note';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures, reportSkips } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { refusalText } from './refusal-text.mts';
import { jsonText, printable } from '../text/printable';
import { counted, diffFor, type Paint, painter } from './report.mts';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Output, type Shell, UsageError } from './shell.mts';
import { locateNote } from './task-place.mts';

interface LinkOptions extends VaultOptions {
  readonly write?: true;
  readonly diff?: true;
  readonly all?: true;
  readonly fix?: true;
  /** What `--fix` was called before. */
  readonly mend?: true;
  readonly acceptName?: readonly string[];
}

export async function linkNames(shell: Shell, options: LinkOptions, given: string): Promise<ExitStatus> {
  const { cwd, engine, out, err, usualVault } = shell;
  const { json, diff } = options;
  const fix = options.fix === true || options.mend === true;
  if (json && diff) throw new UsageError('--json and --diff cannot be combined; give one of them');
  const { vault, path } = await locateNote(given, { ...options, cwd, usual: usualVault });
  const { host, settings } = await openVault(shell, { ...options, folder: undefined, vault });
  if (options.write) await recoverFirst(shell, host);
  const progress = progressOn(err);
  const linking = await engine
    .linkInVault(host, path, {
      settings,
      today: options.today ?? shell.today,
      now: shell.now,
      write: options.write === true,
      all: options.all === true,
      fix,
      acceptNames: options.acceptName,
      onProgress: progress.onProgress,
    })
    .finally(() => progress.end());
  if (linking.outcome === 'refused') throw new UsageError(refusalText(linking.refusal));
  const report = {
    path,
    linking,
    rollupFolder: settings.rollupFolder,
    fix,
    wrote: options.write === true,
  };
  if (json) out.write(`${jsonText(linkRecord(report))}\n`);
  else if (diff) out.write(linking.edit === null ? '' : diffFor(out, fileDiff(linking.edit)));
  else out.write(linkText(report, out));
  reportSkips(shell, linking.skipped);
  if (linking.failures.length > 0) return reportFailures(shell, linking.failures);
  return linking.skipped.length > 0 ? EXIT.declined : EXIT.done;
}

interface LinkReport {
  readonly path: string;
  readonly linking: Linking;
  /** Links that lead nowhere are made with the others. */
  readonly fix: boolean;
  /** It was asked to write. */
  readonly wrote: boolean;
  readonly rollupFolder: string;
}

/**
 *     Would link 2 names in Meetings/2025-10-28 Dana.md (make it so with --write)
 *         12  Ann → [[People/Ann Lee/README|Ann]]
 *         14  Acme → [[Acme]]
 *     Could be several
 *         15  Sam: Sam Fox or Sam Ortega
 */
function linkText(
  { path, linking, fix, wrote, rollupFolder }: LinkReport,
  { colours }: Pick<Output, 'colours'>,
): string {
  const paint = painter(colours);
  const { mentions, fixes, written, accepted } = linking;
  const of = (state: MentionState): LinkMention[] => mentions.filter((mention) => mention.state === state);
  const made = [...of('link'), ...(fix ? fixes.filter(({ link }) => link !== null) : [])].sort(
    (a, b) => a.from - b.from,
  );
  const open = fixes.filter(({ link }) => !fix || link === null);
  const repeated = of('repeated').filter(({ entity, link }) => entity !== null && link !== null).length;
  return [
    paint(headline(made.length, { path, written, wrote }), 'bold'),
    ...made.map((one) => leadingRow(one, paint)),
    ...(accepted.length === 0
      ? []
      : [
          paint(`${wrote ? 'Accepted' : 'Would accept'} in ${printable(rollupFolder)}/Names.md`, 'bold'),
          ...accepted.map((line) => `  ${printable(line)}`),
        ]),
    ...(repeated === 0
      ? []
      : [`  ${counted(repeated, 'more mention')} of names already linked here; --all links them too`]),
    ...rows('Could be several: write the full name, or a link', of('ambiguous'), (one) => couldBe(one), paint),
    ...rows(
      `Common words that are also names: --accept-name WORD always treats one as a name`,
      of('unaccepted'),
      (one) => leadsTo(one),
      paint,
    ),
    ...rows('No page yet', of('no-page'), ({ text }) => printable(text), paint),
    ...rows(
      'Broken links: --fix repairs those that match a page',
      open,
      (one) => (one.link === null ? couldBe(one) : leadsTo(one)),
      paint,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function headline(
  count: number,
  { path, written, wrote }: { readonly path: string; readonly written: boolean; readonly wrote: boolean },
): string {
  if (count === 0) return `Nothing to link in ${printable(path)}.`;
  if (wrote) return `${written ? 'Linked' : 'Could not link'} ${counted(count, 'name')} in ${printable(path)}`;
  return `Would link ${counted(count, 'name')} in ${printable(path)}; --write links them`;
}

function rows<T extends LinkMention | LinkFix>(
  title: string,
  places: readonly T[],
  show: (place: T) => string,
  paint: Paint,
): string[] {
  return places.length === 0
    ? []
    : [paint(title, 'bold'), ...places.map((place) => `${lineNumber(place, paint)}${show(place)}`)];
}

function leadingRow(place: LinkMention | LinkFix, paint: Paint): string {
  return `${lineNumber(place, paint)}${leadsTo(place)}`;
}

function lineNumber({ line }: LinkMention | LinkFix, paint: Paint): string {
  return `  ${paint(String(line).padStart(4), 'dim')}  `;
}

function leadsTo({ text, link }: LinkMention | LinkFix): string {
  return `${printable(text)} → ${printable(link ?? '')}`;
}

function couldBe({ text, candidates }: LinkMention | LinkFix): string {
  const pages = candidates.map(({ name, kind, page }) => {
    const alike = candidates.filter((other) => other.name === name).length > 1;
    return printable(alike ? `${name} (${page ?? kind})` : name);
  });
  const [only] = pages;
  return `${printable(text)}: ${pages.length === 1 && only !== undefined ? `${only}, or someone else of that name who was there` : pages.join(' or ')}`;
}

/** The record of `--json`; `from` and `to` are offsets in the note as it was, in UTF-16 code units. */
function linkRecord({ path, linking, fix }: LinkReport) {
  const { mentions, fixes, written, edit } = linking;
  return {
    path,
    written,
    changes: edit !== null,
    accepted: linking.accepted,
    mentions: mentions.map(({ line, from, to, text, state, entity, link, candidates }) => ({
      line,
      from,
      to,
      text,
      state,
      entity: entity === null ? null : entityRecord(entity),
      link,
      candidates: candidates.map(entityRecord),
    })),
    mends: fixes.map(({ line, from, to, text, entity, link, candidates }) => ({
      line,
      from,
      to,
      text,
      state: link === null ? 'ambiguous' : fix ? 'link' : 'proposed',
      entity: entity === null ? null : entityRecord(entity),
      link,
      candidates: candidates.map(entityRecord),
    })),
  };
}

function entityRecord({ kind, name, page }: Entity) {
  return { kind, name, page };
}
