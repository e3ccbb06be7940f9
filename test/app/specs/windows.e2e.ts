/** Pinned tabs and pop-out windows, which a desktop has. */
import assert from 'node:assert/strict';
import { $, browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { PAGE, show, waitFor } from '../in-app';

beforeEach(async () => {
  await obsidianPage.resetVault();
});

it('opens a source beside a pinned page, and leaves the page open', async () => {
  await show(PAGE, 'source');
  await browser.executeObsidian(({ app, obsidian }) => {
    const view = app.workspace.getActiveViewOfType(obsidian.MarkdownView);
    view?.leaf.setPinned(true);
  });
  await $('.workspace-leaf.mod-active .throughline-source').click();
  await waitFor('two notes', () =>
    browser.executeObsidian(({ app }) => app.workspace.getLeavesOfType('markdown').length > 1),
  );
  const pinned = await browser.executeObsidian(
    ({ app }, page) =>
      app.workspace
        .getLeavesOfType('markdown')
        .some(({ view }) => (view.getState() as { file?: string }).file === page),
    PAGE,
  );
  assert.equal(pinned, true);
});

it('shows live rows in a window of their own', async () => {
  await browser.executeObsidian(async ({ app }, note) => {
    const file = app.vault.getFileByPath(note);
    if (file !== null) await app.workspace.openPopoutLeaf().openFile(file, { state: { mode: 'preview' } });
  }, PAGE);
  await waitFor('live rows there', () =>
    browser.executeObsidian(({ app }) =>
      app.workspace
        .getLeavesOfType('markdown')
        .some(
          ({ view }) =>
            view.containerEl.doc !== document && view.containerEl.querySelector('.throughline-live') !== null,
        ),
    ),
  );
});
