/** It loads, reloads and unloads; the first run leads to a view; what another program writes is read. */
import assert from 'node:assert/strict';
import { $, browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { NOTE, textOf, waitFor, writeOutside } from '../in-app';

const PLUGIN = 'throughline';

beforeEach(async () => {
  await obsidianPage.resetVault();
});

function commands(): Promise<string[]> {
  return browser.executeObsidian(({ app }) =>
    Object.keys((app as unknown as { commands: { commands: object } }).commands.commands).filter((id) =>
      id.startsWith('throughline:'),
    ),
  );
}

it('has its commands, none after it is off, and all of them again', async () => {
  const before = await commands();
  assert.ok(before.includes('throughline:roll-up'));
  await obsidianPage.disablePlugin(PLUGIN);
  assert.deepEqual(await commands(), []);
  assert.equal(await $('.throughline-live').isExisting(), false);
  await obsidianPage.enablePlugin(PLUGIN);
  assert.deepEqual(await commands(), before);
});

it('changes no file by being loaded', async () => {
  const before = await textOf(NOTE);
  await browser.reloadObsidian({});
  assert.equal(await textOf(NOTE), before);
});

it('reaches an open view', async () => {
  await browser.executeObsidian(async ({ app }) => {
    const leaf = await app.workspace.ensureSideLeaf('throughline', 'right', { reveal: true });
    await app.workspace.revealLeaf(leaf);
  });
  await $('.workspace-leaf-content[data-type="throughline"]').waitForExist();
});

it('reads what another program writes', async () => {
  await browser.executeObsidian(({ app }) =>
    app.workspace.ensureSideLeaf('throughline', 'right', { reveal: true }).then(() => undefined),
  );
  await writeOutside(NOTE, `${await textOf(NOTE)}\n## Action items\n- [ ] Water the fern @Mara 📅 2025-11-01\n`);
  await waitFor('the task of another program', () =>
    browser.executeObsidian(() => document.body.textContent.includes('Water the fern')),
  );
});
