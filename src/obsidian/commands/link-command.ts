/**
 * The command “Link names in this note”: what could be a link is proposed, and what the person chooses is made, in one
 * step of the editor.
 */
import type { App } from 'obsidian';
import type { CalendarDate } from '../../text/calendar-date';
import { carryOut } from '../../host/carry-out';
import { type Linking, linkInVault } from '../../host/link-note';
import type { VaultHost } from '../../host/vault-host';
import { askWhichLinks, type LinkChoice } from './link-modal';
import { type LongWork, Stopped } from '../notices/long-work';
import type { Pace } from '../vault/pace';
import type { PluginSettings } from '../vault/plugin-settings';
import { firstFew } from '../notices/roll-up-words';
import { excerpt } from './excerpt';
import { say } from '../../words/say';
import { failureText, refusalText } from '../words/engine-text';
import { words } from '../words/in-app';

interface LinkParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly settings: PluginSettings;
  readonly work: LongWork;
  readonly pace: Pace;
  readonly today: () => CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export async function linkNames({ app, host, settings, work, today, now }: LinkParts, path: string): Promise<void> {
  await work.run(words.link, async (under) => {
    under.show(words.progress.reading, 0);
    const linking = await linkInVault(host, path, {
      settings: settings.current,
      today: today(),
      now: now(),
      write: false,
      onProgress: under.told(words.progress.readingOf),
    });
    if (under.signal.aborted) throw new Stopped();
    under.quiet();
    if (linking.outcome === 'refused') {
      under.say([refusalText(linking.refusal)], { stays: false });
      return;
    }
    // What the names were looked for in: with what is typed and not saved.
    const text = linking.edit?.before ?? (await host.read(path));
    const unsure = linking.mentions
      .filter(({ state }) => state === 'ambiguous')
      .map(({ line, text: said, candidates }) =>
        words.link.couldBe(
          line,
          said,
          candidates.map(({ name }) => name),
        ),
      );
    const chosen = await askWhichLinks(app, {
      choices: choicesIn(text, linking),
      unsure: firstFew(unsure),
      signal: under.signal,
    });
    if (chosen === null || chosen.length === 0) return;
    const after = [...chosen]
      .sort((a, b) => b.from - a.from)
      .reduce((so, { from, to, link }) => so.slice(0, from) + link + so.slice(to), text);
    const { written, skipped, failures } = await carryOut(
      host,
      { edits: [{ path, before: text, after }] },
      { what: 'link', now: now() },
    );
    const wrong = [
      ...failures.map(failureText),
      ...skipped.map(({ why }) => words.link.notMade(say(words.engine.skips, why))),
    ];
    under.say(written.length > 0 ? [words.link.made(chosen.length), ...wrong] : wrong, { stays: wrong.length > 0 });
  });
}

function choicesIn(text: string, { mentions, fixes }: Linking): LinkChoice[] {
  return [
    ...mentions.flatMap((mention) =>
      mention.state === 'link' && mention.link !== null
        ? [{ ...mention, link: mention.link, fixes: false, ...excerpt(text, mention) }]
        : [],
    ),
    ...fixes.flatMap((fix) =>
      fix.link === null ? [] : [{ ...fix, link: fix.link, fixes: true, ...excerpt(text, fix) }],
    ),
  ]
    .sort((a, b) => a.from - b.from)
    .map(({ line, from, to, text: said, link, before, after, fixes: isFix }) => ({
      line,
      from,
      to,
      text: said,
      link,
      before,
      after,
      fixes: isFix,
    }));
}
