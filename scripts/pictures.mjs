// The documentation's pictures: `npm run pictures`. The plugin's own views are driven in Chromium over the sample
// vault, in a plain style sheet made of Obsidian's documented variables in place of the app: they are simulated, and
// their captions say so. Needs what `npm run test:browser` needs; on Debian, fonts-noto-color-emoji and fonts-noto-cjk
// give all signs.
import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { neverRolledUp, openBrowser, sampleTexts, violations } from '../test/browser/browser.mjs';

const folder = path.join(import.meta.dirname, '..', 'docs', 'pictures');
const LARGEST = 100_000;
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();

/** Of the page, or of a part of it; nothing that axe-core finds may be in it. */
async function take(page, name, { of = null, but = [] } = {}) {
  const file = path.join(folder, `${name}.png`);
  assert.deepEqual(
    (await violations(page)).filter((found) => !but.some((rule) => found.startsWith(`${rule}:`))),
    [],
    name,
  );
  assert.deepEqual(page.faults, [], name);
  await (of === null ? page : page.locator(of)).screenshot({ path: file });
  const { size } = statSync(file);
  assert.ok(size < LARGEST, `${name}.png has ${size} bytes`);
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB\n`);
}

/** What is taken down in the 1:1 of the sample vault's next day. */
const MEETING = 'Meetings/2025-11-04 Ann Hale.md';
const TAKEN = `---
date: 2025-11-04
type: 1-1
participants: ["[[People/Ann Hale/README|Ann Hale]]"]
---
# Ann

## Decisions
- Ines shadows the release test before she runs one.

## Action items
- [ ] Ask Karin Holmberg for two drivers @me 📅 2025-11-07
- [ ] Write down what the survey shall answer

## Open questions
- Who stands in for Ines in her first week?
`;
const story = {
  texts: { ...sampleTexts(), 'Throughline/Follow-ups.md': '' },
  today: '2025-11-04',
  activePath: MEETING,
};
const VIEW = '.workspace-leaf-content';
const row = (page, words) => page.locator('.throughline-row').filter({ hasText: words });

try {
  // The first run: what is asked, and what would be written.
  const first = await browser.firstRun({ texts: neverRolledUp(), data: {} }, { width: 620 });
  await first.keyboard.type('Mara Voss, Mara');
  await first.keyboard.press('Enter');
  await first.locator('.throughline-plan summary', { hasText: 'Follow-ups.md' }).click();
  await first.locator('.throughline-diff-line').first().waitFor();
  await first.setViewportSize({ width: 620, height: 760 });
  // Of the questions only the last: they are told in words beside it.
  await first.locator('.modal').evaluate((window) => {
    window.scrollTop = window.scrollHeight;
  });
  await first.locator('.throughline-paths').evaluate((list) => {
    list.scrollTop = 60;
  });
  await take(first, 'first-run', { of: '.modal' });

  // Before the meeting: where things stand.
  const before = await browser.brief(MEETING, story);
  await before.getByRole('heading', { name: 'Ann owes' }).waitFor();
  await before.setViewportSize({ width: 620, height: 860 });
  await before.evaluate(() => document.activeElement.blur());
  await take(before, 'before-the-meeting', { of: '.modal' });

  // Behind it: the note is there, and what it leaves is settled step by step.
  const after = await browser.view({ ...story, panel: { tab: 'note' }, texts: { ...story.texts, [MEETING]: TAKEN } });
  await row(after, 'Write down what the survey shall answer').first().waitFor();
  // What is seen at a glance has pictures of its own.
  await after.getByRole('button', { name: 'At a glance' }).click();
  await row(after, 'Write down what the survey shall answer').first().focus();
  await after.locator('.throughline-row .throughline-actions').waitFor();
  await after.setViewportSize({ width: 360, height: 350 });
  await take(after, 'behind-the-meeting', { of: VIEW });
  await after.setViewportSize({ width: 360, height: 680 });
  await after.keyboard.press('1');
  await after.locator('.throughline-said').filter({ hasText: 'Owner set' }).waitFor();
  await after.getByText('By when?', { exact: true }).waitFor();
  await after.keyboard.press('2');
  await after.locator('.throughline-said').filter({ hasText: 'Due' }).waitFor();
  const note = await after.evaluate((name) => window.harness.texts()[name], MEETING);
  assert.match(
    note,
    /- \[ \] Write down what the survey shall answer @\[\[People\/Ann Hale\/README\|Ann Hale\]\] 📅 2025-11-\d\d\n/,
  );

  // And the queue is right.
  await after.getByRole('tab', { name: 'Follow-ups' }).click();
  await after.getByRole('button', { name: 'At a glance' }).click();
  await row(after, 'Ask Karin Holmberg for two drivers').waitFor();
  await row(after, 'Ask Karin Holmberg for two drivers').focus();
  await after.locator('.throughline-row .throughline-actions').waitFor();
  await take(after, 'follow-ups', { of: VIEW });

  for (const [name, look] of [
    ['follow-ups-dark', { theme: 'dark' }],
    ['follow-ups-phone', { theme: 'light', phone: true }],
  ]) {
    const page = await browser.view({ panel: { tab: 'follow-ups' } }, look);
    await row(page, 'Send Norrbäck the revised pilot plan').waitFor();
    await take(page, name, { of: VIEW });
  }
  // What is seen at a glance: above the follow-ups, and on somebody's page. In the dark it is in the picture above.
  for (const [name, look] of [
    ['at-a-glance', {}],
    ['at-a-glance-phone', { phone: true }],
  ]) {
    const page = await browser.view({ panel: { tab: 'follow-ups' } }, look);
    if (look.phone === true) await page.getByRole('button', { name: 'At a glance' }).click();
    await page.locator('.throughline-waited').waitFor();
    await page.setViewportSize({ width: look.phone === true ? 390 : 360, height: look.phone === true ? 640 : 420 });
    await take(page, name, { of: VIEW });
  }
  const timeline = await browser.view({ panel: { tab: 'note' }, activePath: 'People/Ann Hale/README.md' });
  await timeline.locator('.throughline-meeting > button').nth(-3).hover();
  await timeline.setViewportSize({ width: 360, height: 420 });
  await take(timeline, 'timeline', { of: VIEW });
  const person = await browser.page('People/Gwen Ashdown.md');
  await person.locator('.throughline-row').first().waitFor();
  // A page's sections are headings of the third level, wherever its block stands.
  await take(person, 'page', { but: ['heading-order'] });
  const block = await browser.block('queue: follow-ups\nentity: [[Slipway]]\nlimit: 5');
  await block.locator('.throughline-row').first().waitFor();
  await take(block, 'code-block', { of: '.workspace-leaf-content, .markdown-rendered' });
} finally {
  await browser.close();
}
