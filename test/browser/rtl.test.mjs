// A vault in Hebrew in an app that is set from right to left: every line runs as its own letters do, and what is Latin
// or a number stands in its place.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openBrowser, picture, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const folder = path.join(import.meta.dirname, 'rtl-vault');
const texts = Object.fromEntries(
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(folder, file), 'utf8')]),
);
const data = { me: ['מאיה'], sections: { actions: ['משימות'], decisions: ['החלטות'], questions: ['שאלות פתוחות'] } };
const MEETING = 'Meetings/2025-10-28 דנה.md';
const PERSON = 'People/דנה לוי.md';
const LOOK = { rtl: true, lang: 'he' };

/** The vault as a rollup leaves it. */
async function rolledUp() {
  const page = await browser.plugin({ texts, data }, LOOK);
  await page.evaluate(() => window.harness.plugin.run('roll-up'));
  await page.locator('.notice:not(:has(.setting-progress-bar))').waitFor();
  const after = await page.evaluate(() => window.harness.plugin.texts());
  await page.context().close();
  return after;
}

const cutOff = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const PLACES = {
  note: () => browser.view({ texts, data, panel: { tab: 'note' }, activePath: MEETING }, LOOK),
  'note-of-person': () => browser.view({ texts, data, panel: { tab: 'note' }, activePath: PERSON }, LOOK),
  'follow-ups': () => browser.view({ texts, data, panel: { tab: 'follow-ups' } }, LOOK),
  questions: () => browser.view({ texts, data, panel: { tab: 'questions' } }, LOOK),
  review: () => browser.view({ texts, data, panel: { tab: 'review' } }, LOOK),
  brief: () => browser.brief(MEETING, { texts, data }, LOOK),
  page: async () => browser.page(PERSON, { texts: await rolledUp(), data }, LOOK),
  queue: async () => browser.page('Throughline/Follow-ups.md', { texts: await rolledUp(), data }, LOOK),
};

describe('a vault in Hebrew', { concurrency: 3 }, () => {
  for (const [name, open] of Object.entries(PLACES)) {
    test(`${name}: nothing that axe-core finds, nothing cut off at the side`, async () => {
      const page = await open();
      await page
        .locator('.throughline-row, .throughline-brief li, .throughline-foot, .throughline-empty')
        .first()
        .waitFor();
      // A page's sections are headings of the third level, wherever its block stands.
      assert.deepEqual(
        (await violations(page)).filter((found) => !found.startsWith('heading-order:')),
        [],
      );
      assert.equal(await cutOff(page), false);
      assert.deepEqual(page.faults, []);
      await picture(page, `hebrew-${name}`);
      await page.context().close();
    });
  }
});

describe('what stands where', { concurrency: 3 }, () => {
  /** The pieces from the right to the left, which is how the list is read. */
  const check = async (open, lines) => {
    const page = await open();
    await page.locator('.throughline-row, .throughline-brief li').first().waitFor();
    for (const pieces of lines) {
      const found = await page.evaluate(
        ([parts, first]) => {
          const centre = (part, within) => {
            const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const from = walker.currentNode.data.indexOf(part);
              if (from < 0) continue;
              const range = document.createRange();
              range.setStart(walker.currentNode, from);
              range.setEnd(walker.currentNode, from + part.length);
              const { left, width } = range.getBoundingClientRect();
              return left + width / 2;
            }
            throw new Error(`Not shown: ${part} in ${within.textContent}`);
          };
          const line = [
            ...document.querySelectorAll('.throughline-words, .throughline-heading, .throughline-empty, li'),
          ].find((one) => one.textContent.includes(first));
          return [...parts].sort((a, b) => centre(b, line) - centre(a, line));
        },
        [pieces, pieces[0]],
      );
      assert.deepEqual(found, pieces);
    }
    assert.deepEqual(page.faults, []);
    await page.context().close();
  };

  test('rows: a question keeps its mark at its end, a parenthesis closes, a number of ours stands behind the words', () =>
    check(PLACES['follow-ups'], [
      ['לשלוח', 'Acme', 'המחיר', 'גרסה', '2.1'],
      ['Waiting on', '3'],
      ['לאשר', 'התאריכים', 'Lisbon'],
    ]));
  test('rows of Latin letters run as Latin letters do', () => check(PLACES['follow-ups'], [['Kim', 'API', 'Send']]));
  test('questions', () =>
    check(PLACES.questions, [
      ['מי חותם', 'Acme', '?'],
      ['האם', 'Atlas', 'נשאר', '?'],
      ['Asked again', '1'],
    ]));
  test('the brief: what we say of a row stands behind it, the question mark with its question', () =>
    check(PLACES.brief, [
      ['מי חותם', 'Acme', '?', 'asked 2×', '20 days'],
      ['לאשר', 'Lisbon', '→', 'דנה לוי', 'due 20 Oct'],
      ['לעדכן', '→', 'דנה לוי'],
    ]));
  test('a row of Latin letters stands beside its tick box', async () => {
    const page = await PLACES['follow-ups']();
    const row = page.locator('.throughline-row').filter({ hasText: 'Send the API key' });
    const [box, words] = await row.evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one.querySelector('.throughline-words'));
      return [one.querySelector('input').getBoundingClientRect().left, range.getBoundingClientRect().right];
    });
    assert.ok(box - words < 24 && box > words, `${box} ${words}`);
    await page.context().close();
  });
});
