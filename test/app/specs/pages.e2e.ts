/** A page's rows in reading view and in live preview: after scrolling, folding, editing. */
import assert from 'node:assert/strict';
import { $, browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { PAGE, show, textOf, typeAtEnd, waitFor } from '../in-app';

beforeEach(async () => {
  await obsidianPage.resetVault();
});

const liveRows = (): Promise<number> =>
  browser.executeObsidian(() => document.querySelectorAll('.workspace-leaf.mod-active .throughline-live').length);

async function scroll(to: 'top' | 'bottom'): Promise<void> {
  await browser.executeObsidian((_, where) => {
    const view = document.querySelector('.workspace-leaf.mod-active .markdown-preview-view');
    if (view !== null) view.scrollTop = where === 'top' ? 0 : view.scrollHeight;
  }, to);
}

it('keeps its rows in reading view when they are scrolled out of sight and back', async () => {
  await show(PAGE, 'preview');
  await waitFor('live rows', async () => (await liveRows()) > 0);
  const before = await liveRows();
  for (const to of ['bottom', 'top', 'bottom', 'top'] as const) await scroll(to);
  await waitFor('the rows again', async () => (await liveRows()) === before);
});

it('keeps them when a heading is folded and unfolded', async () => {
  await show(PAGE, 'preview');
  await waitFor('live rows', async () => (await liveRows()) > 0);
  const before = await liveRows();
  await browser.executeObsidianCommand('editor:fold-all');
  await browser.executeObsidianCommand('editor:unfold-all');
  await waitFor('the rows again', async () => (await liveRows()) === before);
});

it('keeps them when the page is edited', async () => {
  await show(PAGE, 'source');
  await typeAtEnd('\nOwn words.\n');
  await show(PAGE, 'preview');
  await waitFor('live rows', async () => (await liveRows()) > 0);
  assert.match(await textOf(PAGE), /Own words\./);
});

it('ticks a row in the note it comes from, and nowhere else', async () => {
  await show(PAGE, 'preview');
  await waitFor('live rows', async () => (await liveRows()) > 0);
  await $('.workspace-leaf.mod-active .throughline-live input[type="checkbox"]').click();
  await waitFor('a ticked line', () =>
    browser.executeObsidian(async ({ app }) => {
      for (const file of app.vault.getMarkdownFiles())
        if (/^- \[x\] .*✅ /m.test(await app.vault.read(file)) && file.stat.mtime > Date.now() - 60_000) return true;
      return false;
    }),
  );
});

it('shows a label in place of its markers in live preview', async () => {
  await show(PAGE, 'source');
  await $('.workspace-leaf.mod-active .throughline-label').waitForExist();
});
