// The views in a real browser: every tab in every look without a fault, and walked with the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { focused, LOOKS, openBrowser, picture, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const NOTE = 'Meetings/2025-10-28 Ann Hale.md';
const TABS = ['note', 'follow-ups', 'questions', 'review'];
const rows = (page) => page.locator('.throughline-row');
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const said = (page, text) => page.locator('.throughline-said').filter({ hasText: text }).waitFor();
const text = (page, path) => page.evaluate((name) => window.harness.texts()[name], path);
const state = (page) => page.evaluate(() => window.harness.texts());
const changedLines = (before, after) =>
  Object.keys(after).flatMap((path) => {
    const there = new Set((before[path] ?? '').split('\n'));
    return after[path]
      .split('\n')
      .filter((line) => !there.has(line))
      .map((line) => `${path}: ${line.trim()}`);
  });

describe('every tab, in every look', () => {
  for (const [name, look] of Object.entries(LOOKS)) {
    for (const tab of TABS) {
      test(`${tab}, ${name}: nothing that axe-core finds, nothing cut off at the side`, async () => {
        const page = await browser.view({ panel: { tab }, activePath: NOTE }, look);
        await rows(page).first().waitFor();
        await rows(page).first().focus();
        await page.locator('.throughline-row .throughline-actions').waitFor();
        assert.deepEqual(await violations(page), []);
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
          false,
        );
        assert.deepEqual(page.faults, []);
        await picture(page, `${tab}-${name}`);
        await page.context().close();
      });
    }
  }
});

describe('with the keyboard alone', () => {
  test('from tab to tab, into the list, up and down and to its ends', async () => {
    const page = await browser.view();
    await rows(page).first().waitFor();
    await press(page, 'Tab');
    assert.equal(await focused(page), 'tab: Follow-ups');
    await press(page, 'ArrowRight');
    assert.equal(await focused(page), 'tab: Questions');
    await press(page, 'Home', 'ArrowRight');
    assert.equal(await focused(page), 'tab: Follow-ups');
    await press(page, 'Tab');
    assert.equal(await focused(page), 'input: Filter by words');
    // What can be shown, what is seen at a glance: its line, its bars, whom one waits for.
    await press(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    assert.equal(await focused(page), "row: Chase the signed addendum with Dee's head office");
    await press(page, 'ArrowDown');
    assert.equal(await focused(page), 'row: Send Norrbäck the revised pilot plan');
    await press(page, 'ArrowUp', 'ArrowUp');
    assert.equal(await focused(page), "row: Chase the signed addendum with Dee's head office");
    await press(page, 'End');
    const last = await focused(page);
    assert.match(last, /^row: /);
    await press(page, 'ArrowDown');
    assert.equal(await focused(page), last);
    await press(page, 'Home');
    assert.equal(await focused(page), "row: Chase the signed addendum with Dee's head office");
    await press(page, '/');
    assert.equal(await focused(page), 'input: Filter by words');
    await page.keyboard.type('loading plan');
    await press(page, 'ArrowDown');
    assert.match(await focused(page), /^row: .*loading plan/i);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('follow-ups: done, taken back, a day in words, snoozed, an owner, a priority, opened', async () => {
    const page = await browser.view();
    await rows(page).first().focus();
    const texts = await state(page);
    await press(page, 'Space');
    await said(page, 'Done: Chase the signed addendum');
    assert.deepEqual(changedLines(texts, await state(page)), [
      "Meetings/2025-10-17 Cartulary addendum, again.md: - [x] Chase the signed addendum with Dee's head office @Mara 📅 2025-10-27 ✅ 2025-11-03",
    ]);
    // What was done stays in sight, and holds the place.
    assert.match(await focused(page), /^row: Chase the signed addendum/);
    await press(page, 'z');
    await said(page, 'Taken back');
    assert.deepEqual(await state(page), texts);

    await press(page, 'd');
    assert.match(await focused(page), /^input/);
    await page.keyboard.type('next fri');
    await page.getByText('Fri 14 Nov 2025').waitFor();
    await press(page, 'Enter');
    await said(page, 'Due Fri 14 Nov 2025');
    assert.match(await focused(page), /^row: Chase the signed addendum/);
    assert.deepEqual(changedLines(texts, await state(page)), [
      "Meetings/2025-10-17 Cartulary addendum, again.md: - [ ] Chase the signed addendum with Dee's head office @Mara 📅 2025-11-14",
    ]);
    await press(page, 's');
    await page.keyboard.type('3d');
    await press(page, 'Enter');
    await said(page, 'Snoozed until Thu 6 Nov 2025');
    await press(page, 'o');
    await press(page, 'Control+a');
    await page.keyboard.type('Ann Hale');
    await press(page, 'Enter');
    await said(page, 'Owner set');
    await press(page, 'p');
    await press(page, 'ArrowUp', 'Enter');
    await said(page, 'Priority set');
    assert.deepEqual(changedLines(texts, await state(page)), [
      "Meetings/2025-10-17 Cartulary addendum, again.md: - [ ] Chase the signed addendum with Dee's head office @[[People/Ann Hale/README|Ann Hale]] 📅 2025-11-06 🔼",
    ]);
    for (let times = 0; times < 4; times += 1) await press(page, 'z');
    await page.waitForFunction((before) => JSON.stringify(window.harness.texts()) === before, JSON.stringify(texts));
    await press(page, 'Enter');
    assert.deepEqual(await page.evaluate(() => window.harness.opened), [
      'Meetings/2025-10-17 Cartulary addendum, again.md:21',
    ]);
    await press(page, 'd', 'Escape');
    assert.match(await focused(page), /^row: Chase the signed addendum/);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('a day that is none is said, and nothing is written', async () => {
    const page = await browser.view();
    await rows(page).first().focus();
    const texts = await state(page);
    await press(page, 'd');
    await page.keyboard.type('soonish');
    await press(page, 'Enter');
    await page.getByText('“soonish” cannot be read as a date').waitFor();
    assert.deepEqual(violationsButContrast(await violations(page)), []);
    await press(page, 'Escape');
    assert.deepEqual(await state(page), texts);
    await page.context().close();
  });

  test('a row of several notes names them, changes them all, and all are taken back', async () => {
    const page = await browser.view();
    await rows(page).nth(1).focus();
    const row = rows(page).nth(1);
    await row.getByText('in 2 places').waitFor();
    const texts = await state(page);
    await press(page, 'd');
    await page.keyboard.type('2025-12-01');
    await press(page, 'Enter');
    await said(page, '2 lines in 2 notes');
    const changed = changedLines(texts, await state(page));
    assert.equal(changed.length, 2);
    for (const line of changed) assert.match(line, /📅 2025-12-01/);
    await press(page, 'z');
    await said(page, 'Taken back');
    assert.deepEqual(await state(page), texts);
    await page.context().close();
  });

  test('a line that changed meanwhile is left alone, with the reason', async () => {
    const page = await browser.view();
    await rows(page).first().focus();
    const path = 'Meetings/2025-10-17 Cartulary addendum, again.md';
    const there = (await text(page, path)).replace('Chase the signed addendum', 'Chase the unsigned addendum');
    // Nobody told the view: it still shows the line as it was.
    await page.evaluate(([name, now]) => window.harness.host.put(name, now), [path, there]);
    await press(page, 'Space');
    await said(page, 'no longer has this line');
    assert.equal(await text(page, path), there);
    await page.context().close();
  });

  test('questions: answered with words, below the question, and pinned', async () => {
    const page = await browser.view({ panel: { tab: 'questions' } });
    await rows(page).first().focus();
    assert.equal(await focused(page), 'row: Do we charge per dock or per booking?');
    const texts = await state(page);
    await press(page, 'p');
    await said(page, 'Pinned');
    await press(page, 'z');
    await said(page, 'Taken back');
    await press(page, 'a');
    await page.keyboard.type('Per booking');
    await press(page, 'Enter');
    await said(page, 'Answered: Do we charge');
    const changed = changedLines(texts, await state(page));
    assert.equal(changed.length, 3);
    for (const line of changed) assert.match(line, /Per booking \[answered:: 2025-11-03\]/);
    await page.getByText('Answer: Per booking').first().waitFor();
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('review: what an answer would write is read before it is written', async () => {
    const page = await browser.view({ panel: { tab: 'review' } });
    await rows(page).first().focus();
    assert.equal(await focused(page), 'row: Who is “Sam”?');
    const texts = await state(page);
    await press(page, '1');
    await page.getByRole('region', { name: 'What would be written' }).waitFor();
    await page.getByText('This would be written.').waitFor();
    await picture(page, 'review-answer');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await state(page), texts);
    await press(page, 'Enter');
    await said(page, 'Sam Ortega');
    const changed = changedLines(texts, await state(page));
    assert.equal(changed.length, 1);
    assert.match(changed[0], /^Throughline\/Names\.md: - "Sam" .*→ \[\[People\/Sam Ortega\/README\|Sam Ortega\]\]/);
    await page.getByText('Who is “Sam”?').waitFor({ state: 'detached' });
    await press(page, 'z');
    await said(page, 'Taken back');
    assert.deepEqual(await state(page), texts);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('review: proposed tasks are accepted and dismissed one by one, or all of a note at once', async () => {
    const page = await browser.view({ panel: { tab: 'follow-ups' } });
    await page.getByRole('button', { name: /\d+ proposed, not counted here/ }).click();
    await page.locator('.throughline-heading', { hasText: 'Proposed tasks' }).waitFor();
    const texts = await state(page);
    await page.getByRole('searchbox').fill('gloves');
    await press(page, 'ArrowDown');
    await page.waitForFunction(() => document.querySelectorAll('.throughline-row').length === 2);
    assert.equal(await focused(page), 'row: Check-in standup');
    await press(page, 'ArrowDown');
    assert.match(await focused(page), /^row: Ask for gloves in size 11/);
    await press(page, 'a');
    await said(page, 'Accepted: Ask for gloves');
    assert.deepEqual(changedLines(texts, await state(page)), [
      'Meetings/2025-10-28 Check-in standup.md: - [ ] Ask for gloves in size 11 @Zoë Brandt',
    ]);
    await page.getByText('Nothing fits this filter.').waitFor();
    await press(page, 'z');
    await said(page, 'Taken back');
    assert.deepEqual(await state(page), texts);

    await page.getByRole('searchbox').fill('');
    await page.getByRole('grid').evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });
    const note = rows(page).filter({ hasText: 'Norrbäck third date' });
    await note.first().focus();
    await picture(page, 'review-triage');
    assert.deepEqual(await violations(page), []);
    await press(page, 'x');
    await said(page, 'Dismissed: 3 rows');
    // “Put a sign” was said again elsewhere in other words: that is another row.
    const dismissed = changedLines(texts, await state(page));
    assert.ok(
      dismissed.length >= 3 && dismissed.every((line) => /- \[-\] .* ❌ 2025-11-03$/.test(line)),
      dismissed.join('\n'),
    );
    // The next row has the place, so that the next key settles the next.
    assert.match(await focused(page), /^row: /);
    await press(page, 'z');
    await said(page, 'Taken back');
    assert.deepEqual(await state(page), texts);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('this note: its loose ends, and what was left open before', async () => {
    const page = await browser.view({ panel: { tab: 'note' }, activePath: NOTE });
    await page.getByRole('heading', { name: 'Ann' }).waitFor();
    await rows(page).first().focus();
    await press(page, 'l');
    await page.getByRole('button', { name: 'Step by step' }).waitFor();
    await press(page, 'ArrowDown', 'Enter');
    assert.equal((await page.evaluate(() => window.harness.opened)).length, 1);
    await page.evaluate(() => window.harness.showNote('Reading/Why queues grow before lunch.md'));
    await page.getByText('is not a meeting').waitFor();
    await page.evaluate(() => window.harness.showNote('People/Ingrid Falk/README.md'));
    await page.getByRole('heading', { name: 'Ingrid Falk' }).waitFor();
    await rows(page).first().focus();
    assert.deepEqual(await violations(page), []);
    await picture(page, 'note-page');
    await page.evaluate(() => window.harness.showNote(null));
    await page.getByText('No note is open.').waitFor();
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
});

function violationsButContrast(found) {
  return found.filter((one) => !one.startsWith('color-contrast'));
}

test('on a phone a tap shows what can be done, and a tap does it', async () => {
  const page = await browser.view({}, { phone: true });
  const row = rows(page).nth(2);
  await row.locator('.throughline-words').tap();
  const texts = await state(page);
  await row.getByRole('button', { name: 'Due' }).tap();
  await page.getByRole('button', { name: 'Tomorrow' }).tap();
  await said(page, 'Due Tue 4 Nov 2025');
  assert.equal(changedLines(texts, await state(page)).length, 1);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await said(page, 'Taken back');
  await rows(page).first().getByRole('checkbox').tap();
  await said(page, 'Done: Chase the signed addendum');
  // What a finger has to hit is large enough for one.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.throughline-actions button, .throughline-tabs button, .throughline-said button')]
      .filter((button) => button.getBoundingClientRect().height < 40)
      .map(({ textContent }) => textContent),
  );
  assert.deepEqual(small, []);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('at midnight everything is a day later', async () => {
  const page = await browser.view();
  await page.getByText('7 days late, 27 Oct').waitFor();
  await page.evaluate(() => {
    window.harness.today = '2025-11-04';
    window.harness.noticeDay();
  });
  await page.getByText('8 days late, 27 Oct').waitFor();
  await page.context().close();
});

test('what somebody else writes is there when it was read; the place is kept', async () => {
  const page = await browser.view();
  await rows(page).nth(1).focus();
  const name = await focused(page);
  await page.evaluate(() =>
    window.harness.put(
      'Meetings/2025-11-03 Late call.md',
      '---\ntype: meeting\ndate: 2025-11-03\n---\n## Action items\n- [ ] Ring the harbour <b>now</b> @Mara Voss 📅 2025-10-01\n',
    ),
  );
  await page.getByText('Ring the harbour').waitFor();
  assert.equal(await page.locator('.throughline-words b').count(), 0);
  assert.equal(await focused(page), name);
  await page.context().close();
});

test('closed, the view leaves nothing behind', async () => {
  const page = await browser.view();
  await rows(page).first().waitFor();
  assert.equal(await page.evaluate(() => window.harness.listeners), 1);
  await page.evaluate(() => window.harness.unmount());
  assert.equal(await page.evaluate(() => window.harness.listeners), 0);
  assert.equal(await page.locator('.throughline-panel').count(), 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
