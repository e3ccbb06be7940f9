// The side view in German, whose words are longer: nothing is cut off, and no English is left on what can be pressed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, picture, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const NOTE = 'Meetings/2025-10-28 Ann Hale.md';
const LOOKS = { narrow: {}, phone: { phone: true } };
const NAMES = { note: 'Notiz', 'follow-ups': 'Offene Punkte', questions: 'Fragen', review: 'Durchsicht' };
const ENGLISH =
  /\b(?:open|done|due|late|today|owner|priority|answer(?:ed)?|skip|later|yes|show|days|asked|review|questions)\b/i;

/** What is wider than its place, of all that the view draws. */
const cutOff = (page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.throughline-panel *')]
      .filter(
        (element) =>
          element.clientWidth > 0 &&
          element.scrollWidth > element.clientWidth + 1 &&
          !element.matches('.throughline-spoken, input, select, progress, .throughline-diffs, .throughline-diffs *'),
      )
      .map((element) => `${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`),
  );

describe('every tab in German', () => {
  for (const [look, how] of Object.entries(LOOKS)) {
    for (const [tab, name] of Object.entries(NAMES)) {
      test(`${name}, ${look}`, async () => {
        const page = await browser.view({ panel: { tab }, activePath: NOTE }, { ...how, lang: 'de' });
        const first = page.locator('.throughline-row').first();
        await first.waitFor();
        await page.getByRole('tab', { name, selected: true }).waitFor();
        await first.focus();
        await page.locator('.throughline-row .throughline-actions').waitFor();
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await cutOff(page), []);
        const said = await page.evaluate(() =>
          [
            ...document.querySelectorAll(
              'button:not(.throughline-link), label, [role="status"], .throughline-heading, .throughline-foot',
            ),
          ].map(({ textContent }) => textContent),
        );
        assert.deepEqual(
          said.filter((text) => ENGLISH.test(text)),
          [],
        );
        assert.deepEqual(page.faults, []);
        await picture(page, `german-${tab}-${look}`);
        await page.context().close();
      });
    }
  }
});

test('a row is acted on, and what came of it is said in German', async () => {
  const page = await browser.view({}, { lang: 'de' });
  await page.getByText('7 Tage überfällig, 27. Okt.').waitFor();
  await page.locator('.throughline-row').first().focus();
  await page.keyboard.press('d');
  await page.getByRole('textbox', { name: 'Fällig' }).fill('fri');
  await page.getByText('Fr., 7. Nov. 2025').waitFor();
  assert.deepEqual(await cutOff(page), []);
  assert.deepEqual(await violations(page), []);
  await picture(page, 'german-form');
  await page.keyboard.press('Enter');
  await page
    .locator('.throughline-said')
    .filter({ hasText: 'Fällig am Fr., 7. Nov. 2025: Chase the signed addendum' })
    .waitFor();
  await page.keyboard.press('z');
  await page.locator('.throughline-said').filter({ hasText: 'Zurückgenommen in ' }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
