// The code block in a note: live rows, wrong options with the way out, nothing left when it goes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { focused, openBrowser, picture, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const rows = (page) => page.locator('.throughline-row');
const headings = (page) => page.locator('.throughline-heading').allInnerTexts();

for (const theme of ['light', 'dark']) {
  test(`follow-ups in a note, ${theme}`, async () => {
    const page = await browser.block('queue: follow-ups\nlimit: 5', {}, { theme });
    await rows(page).first().focus();
    assert.equal(await rows(page).count(), 5);
    assert.deepEqual(await headings(page), ['Late 4', 'Today 2']);
    await page.getByText(/\d+ more in the side view/).waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, `block-${theme}`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('a block for a phone', async () => {
  const page = await browser.block('queue: questions\nlimit: 3', {}, { phone: true });
  await rows(page).first().focus();
  assert.deepEqual(await violations(page), []);
  await picture(page, 'block-phone');
  await page.context().close();
});

test('rows are alive: done by the keyboard, taken back', async () => {
  const page = await browser.block('queue: follow-ups\nentity: [[Ingrid Falk]]');
  await rows(page).first().focus();
  const texts = await page.evaluate(() => window.harness.texts());
  const name = await focused(page);
  await page.keyboard.press('Space');
  await page.getByText(/^Done: /).waitFor();
  assert.notDeepEqual(await page.evaluate(() => window.harness.texts()), texts);
  await page.keyboard.press('z');
  await page.getByText(/^Taken back/).waitFor();
  assert.deepEqual(await page.evaluate(() => window.harness.texts()), texts);
  // What is typed into a form is no key.
  await page.keyboard.press('d');
  await page.keyboard.type('z');
  assert.equal(await page.locator('.throughline-row input:focus').inputValue(), 'z');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await page.getByText(/^Done: /).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/^Taken back/).waitFor();
  assert.deepEqual(await page.evaluate(() => window.harness.texts()), texts);
  assert.match(name, /^row: /);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('by the first name of an owner who has no page', async () => {
  const texts = {
    'Meetings/2025-10-28 Sync.md':
      '---\ntype: meeting\npeople: [Petra Klein, Petra Sommer, Uwe Lang]\n---\n## Action items\n- [ ] Send the list @Uwe\n- [ ] Call back @Uwe Lang\n- [ ] Count @Petra Klein\n- [ ] Pay @Petra Sommer\n',
  };
  const page = await browser.block('queue: follow-ups\nowner: uwe', { texts });
  await rows(page).first().waitFor();
  assert.equal(await rows(page).count(), 2);
  await page.context().close();
  const several = await browser.block('queue: follow-ups\nowner: Petra', { texts });
  await several.getByText('“Petra” could be Petra Klein or Petra Sommer: write the whole name.').waitFor();
  await several.context().close();
});

test('by entity and by owner, of every queue', async () => {
  for (const source of [
    'queue: waiting-on',
    'queue: waiting-on\nentity: Slipway',
    'queue: follow-ups\nowner: me',
    'queue: follow-ups\nowner: [[Ann Hale]]',
    'queue: questions\nentity: [[Oakhollow Grocers]]',
    '',
  ]) {
    const page = await browser.block(source);
    await rows(page).first().waitFor();
    assert.equal(await page.locator('.throughline-wrong').count(), 0, source);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

for (const [source, said] of [
  [
    'queue: followups',
    'There is no queue “followups” (did you mean “follow-ups”?): write one of follow-ups, waiting-on, questions, today.',
  ],
  ['quue: questions', '“quue” is not an option (did you mean “queue”?)'],
  ['limit: many', 'must be a number from 1 to 200'],
  ['entity: [[Nobody Known]]', 'No page of a person, project or account is called “Nobody Known”'],
  ['entity: Sam', 'Sam'],
  ['queue: questions\nowner: me', 'Questions have no owner'],
  ['limit: 2\nlimit: 3', 'is here twice'],
  ['queue:', 'says nothing'],
  ['just words', 'is not an option'],
]) {
  test(`what is wrong is named with the way out: ${JSON.stringify(source)}`, async () => {
    const page = await browser.block(source);
    await page.locator('.throughline-wrong').filter({ hasText: said }).first().waitFor();
    assert.equal(await rows(page).count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test('taken out of the note, it leaves nothing behind', async () => {
  const page = await browser.block('');
  await rows(page).first().waitFor();
  await page.evaluate(() => window.harness.unmount());
  assert.equal(await page.evaluate(() => window.harness.listeners), 0);
  assert.equal(await rows(page).count(), 0);
  await page.context().close();
});
