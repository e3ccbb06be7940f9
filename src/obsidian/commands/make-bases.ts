/**
 * “Tables of pages” in the settings: what would be made is shown and agreed to first; *Undo last rollup* takes it back.
 */
import { makeBases } from '../../host/make-bases';
import { showLines } from '../notices/notices';
import { askPreview } from './preview-modal';
import { firstFew } from '../notices/roll-up-words';
import type { TakeBackParts } from './take-back-commands';
import { failureText, skipText } from '../words/engine-text';
import { words } from '../words/in-app';

export async function offerBases({
  app,
  host,
  settings,
  work,
  now,
}: Pick<TakeBackParts, 'app' | 'host' | 'settings' | 'work' | 'now'>): Promise<void> {
  await work.run(words.bases, async (under) => {
    const { plan, failures } = await makeBases(host, { settings: settings.current, now: now(), write: false });
    const wrong = firstFew([...failures.map(failureText), ...plan.left.map(skipText)]);
    if (plan.edits.length === 0) {
      showLines([words.bases.nothing, ...wrong], { stays: wrong.length > 0 });
      return;
    }
    if (
      !(await askPreview(app, {
        title: words.bases.title,
        lines: [words.bases.what, ...wrong],
        edits: plan.edits,
        agree: words.bases.agree,
        signal: under.signal,
      }))
    )
      return;
    const { result, failures: unwritten } = await makeBases(host, {
      settings: settings.current,
      now: now(),
      write: true,
    });
    const left = firstFew([...unwritten.map(failureText), ...(result?.skipped ?? []).map(skipText)]);
    under.say([words.bases.done(result?.written.length ?? 0), ...left], { stays: left.length > 0 });
  });
}
