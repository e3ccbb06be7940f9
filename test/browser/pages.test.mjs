// Pages that Throughline wrote, in reading view: their rows are alive where they stand, the rest is as the app drew it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { focused, LOOKS, openBrowser, picture, sampleTexts, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const rows = (page) => page.locator('.throughline-row');
const state = (page) => page.evaluate(() => window.harness.texts());
const said = (page, text) => page.locator('.throughline-said').filter({ hasText: text }).first().waitFor();
const changedLines = (before, after) =>
  Object.keys(after).flatMap((path) => {
    const there = new Set((before[path] ?? '').split('\n'));
    return after[path]
      .split('\n')
      .filter((line) => !there.has(line))
      .map((line) => `${path}: ${line.trim()}`);
  });
const PAGE = 'People/Ingrid Falk/README.md';

for (const [name, look] of Object.entries(LOOKS)) {
  describe(name, () => {
    for (const path of [
      PAGE,
      'Throughline/Follow-ups.md',
      'Throughline/Waiting on.md',
      'Throughline/Open questions.md',
    ]) {
      test(`${path}: nothing that axe-core finds, nothing cut off at the side`, async () => {
        const page = await browser.page(path, {}, look);
        await rows(page).first().waitFor();
        await rows(page).first().focus();
        await page.locator('.throughline-actions').first().waitFor();
        // The levels of a page's headings are its own text's.
        assert.deepEqual(
          (await violations(page)).filter((one) => !one.startsWith('heading-order')),
          [],
        );
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
          false,
        );
        assert.deepEqual(page.faults, []);
        await picture(page, `page-${path.split('/').pop().replace('.md', '').replace('README', 'person')}-${name}`);
        await page.context().close();
      });
    }
  });
}

test('a row of a page is done with the keyboard, and taken back; the page itself stays as it is', async () => {
  const page = await browser.page(PAGE);
  await rows(page).first().focus();
  const texts = await state(page);
  const name = (await focused(page)).replace('row: ', '');
  await page.keyboard.press('Space');
  await said(page, `Done: ${name}`);
  const changed = changedLines(texts, await state(page));
  assert.ok(
    changed.length > 0 &&
      changed.every(
        (line) =>
          line.startsWith('Meetings/') ||
          line.startsWith('Customers and Partners/') ||
          line.startsWith('Daily/') ||
          line.startsWith('Projects/'),
      ),
    changed.join('\n'),
  );
  assert.equal(await focused(page), `row: ${name}`);
  await page.locator('.throughline-row.is-closed').first().waitFor();
  await page.keyboard.press('z');
  await said(page, 'Taken back');
  assert.deepEqual(await state(page), texts);
  await page.keyboard.press('d');
  await page.keyboard.type('next fri');
  await page.keyboard.press('Enter');
  await said(page, 'Due Fri 14 Nov 2025');
  await page.keyboard.press('z');
  await said(page, 'Taken back');
  assert.deepEqual(await state(page), texts);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a question is answered on the page of open questions', async () => {
  const page = await browser.page('Throughline/Open questions.md');
  await rows(page).first().focus();
  const texts = await state(page);
  await page.keyboard.press('a');
  await page.keyboard.type('Per booking');
  await page.keyboard.press('Enter');
  await said(page, 'Answered: ');
  const changed = changedLines(texts, await state(page));
  assert.ok(
    changed.length > 0 && changed.every((line) => /Per booking \[answered:: 2025-11-03\]/.test(line)),
    changed.join('\n'),
  );
  await page.context().close();
});

test('decisions, meetings and lines that somebody typed stay as they were drawn', async () => {
  const text = sampleTexts()[PAGE];
  const typed = text.replace(/^(- .* — \[\[.*)$/m, '- Mine, typed in here\n$1');
  const page = await browser.page(PAGE, { texts: { ...sampleTexts(), [PAGE]: typed } });
  await rows(page).first().waitFor();
  await page.locator('li', { hasText: 'Mine, typed in here' }).waitFor();
  assert.ok((await page.locator('li a.internal-link').count()) > 0);
  assert.equal(await page.locator('.throughline-row', { hasText: 'Mine, typed' }).count(), 0);
  await page.context().close();
});

test('a note without our block is left as it is, and so is a page that leaves', async () => {
  const page = await browser.page('Meetings/2025-10-28 Ann Hale.md');
  assert.equal(await page.locator('.throughline-live').count(), 0);
  assert.equal(await page.evaluate(() => window.harness.listeners), 0);
  await page.context().close();
  const other = await browser.page(PAGE);
  await rows(other).first().waitFor();
  await other.evaluate(() => window.harness.unmount());
  assert.equal(await other.locator('.throughline-live').count(), 0);
  assert.ok((await other.locator('ul > li').count()) > 5);
  assert.equal(await other.evaluate(() => window.harness.listeners), 0);
  assert.deepEqual(other.faults, []);
  await other.context().close();
});

for (const [name, look] of Object.entries(LOOKS)) {
  test(`live preview, ${name}: tasks have checkboxes, the row at the cursor its buttons, and a window of its own`, async () => {
    const page = await browser.editor(PAGE, 'Send Ingrid the one-page', {}, look);
    await page.locator('.throughline-tick').first().waitFor();
    // Of a part of the editor only: the editor's own roles are the app's.
    assert.deepEqual(
      (await violations(page)).filter((one) => !/^(?:heading-order|scrollable-region)/.test(one)),
      [],
    );
    await picture(page, `preview-${name}`);
    const texts = await state(page);
    await page.locator('.throughline-tick').first().click();
    await page.locator('.throughline-settled').first().waitFor();
    assert.equal(changedLines(texts, await state(page)).length, 1);
    assert.match((await page.evaluate(() => window.harness.opened)).at(-1), /^Done: Send Ingrid the one-page/);
    await page.locator('.throughline-tick').first().click();
    await page.locator('.throughline-settled').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Change this row' }).click();
    assert.match(await focused(page), /^row: Send Ingrid the one-page/);
    await picture(page, `preview-window-${name}`);
    await page.keyboard.press('d');
    await page.keyboard.type('tomorrow');
    await page.keyboard.press('Enter');
    await said(page, 'Due Tue 4 Nov 2025');
    await page.keyboard.press('z');
    await said(page, 'Taken back');
    await page.keyboard.press('Enter');
    assert.match((await page.evaluate(() => window.harness.opened)).at(-1), /\.md:\d+$/);
    assert.equal(await page.locator('.modal .throughline-row').count(), 0);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}
