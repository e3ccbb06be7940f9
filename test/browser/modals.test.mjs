// The windows that ask before something is done: named for who does not see them, nothing cut off.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LOOKS, openBrowser, picture, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const MODALS = {
  brief: (look) => browser.brief('Meetings/2025-11-04 Ann Hale.md', {}, look),
  'first-run': (look) => browser.firstRun({}, look),
};

for (const [name, open] of Object.entries(MODALS)) {
  for (const [looks, look] of Object.entries(LOOKS)) {
    test(`${name}, ${looks}: nothing that axe-core finds, nothing cut off at the side`, async () => {
      const page = await open(look);
      await page.locator('.modal button').first().waitFor();
      assert.deepEqual(await violations(page), []);
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
        false,
      );
      assert.deepEqual(page.faults, []);
      await picture(page, `${name}-${looks}`);
      await page.context().close();
    });
  }
}
