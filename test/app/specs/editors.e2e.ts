/** Notes that are open in an editor: line ends, unsaved text, links made while somebody types, renames. */
import assert from 'node:assert/strict';
import { browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { NOTE, show, textOf, typeAtEnd, waitFor, writeOutside } from '../in-app';

beforeEach(async () => {
  await obsidianPage.resetVault();
});

it('keeps the line ends of a note that is open', async () => {
  await writeOutside(NOTE, (await textOf(NOTE)).replace(/\n/g, '\r\n'));
  await show(NOTE, 'source');
  await browser.executeObsidianCommand('throughline:link-names');
  await waitFor('a link', async () => (await textOf(NOTE)).includes('[['));
  assert.doesNotMatch(await textOf(NOTE), /[^\r]\n/);
});

it('loses nothing that was typed and not saved', async () => {
  await show(NOTE, 'source');
  await typeAtEnd('\n- [ ] Typed just now @Mara');
  await browser.executeObsidianCommand('throughline:link-names');
  await waitFor('what was typed', async () => (await textOf(NOTE)).includes('Typed just now'));
});

it('follows a page that is renamed, links and all', async () => {
  await browser.executeObsidian(async ({ app }) => {
    const file = app.vault.getFileByPath('People/Cy Marlowe.md');
    if (file !== null) await app.fileManager.renameFile(file, 'People/Cyrus Marlowe.md');
  });
  await waitFor('no link to the old name', () =>
    browser.executeObsidian(async ({ app }) => {
      const texts = await Promise.all(
        app.vault
          .getMarkdownFiles()
          .filter(({ path }) => path.startsWith('Meetings/'))
          .map((file) => app.vault.read(file)),
      );
      return !texts.some((text) => text.includes('[[Cy Marlowe]]'));
    }),
  );
});
