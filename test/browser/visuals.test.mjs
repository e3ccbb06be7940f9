// What is seen at a glance: bars by age, whom one waits for, meetings on a line; in every look, by keyboard, mouse and
// finger, and with 20,000 rows.
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

const PERSON = 'People/Gwen Ashdown.md';
const MEETING = 'Meetings/2025-10-28 Ann Hale.md';
const PLACES = {
  'follow-ups': { panel: { tab: 'follow-ups' } },
  questions: { panel: { tab: 'questions' } },
  person: { panel: { tab: 'note' }, activePath: PERSON },
  meeting: { panel: { tab: 'note' }, activePath: MEETING },
};
const BLOCKS = {
  timeline: 'show: timeline\nentity: [[Ann Hale]]',
  age: 'show: age',
  waiting: 'show: waiting\nlimit: 8',
};

const head = (page) => page.getByRole('button', { name: 'At a glance' });
const rows = (page) => page.locator('.throughline-row');
const opened = (page) => page.evaluate(() => window.harness.opened);
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** What is wider than its place. */
const cutOff = (page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.throughline-glance *, .throughline-block *')]
      .filter(
        (element) =>
          element.clientWidth > 0 &&
          element.scrollWidth > element.clientWidth + 1 &&
          !element.matches('.throughline-spoken, input, select, progress, .throughline-waited-name'),
      )
      .map((element) => `${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`),
  );

/** Marks and bars that stand out from what is behind them by less than 3 : 1, which axe does not look at. */
const faint = (page) =>
  page.evaluate(() => {
    const channels = (color) => (/^rgba?\(/.test(color) ? color.match(/[\d.]+/g).map(Number) : [0, 0, 0, 0]);
    const luminance = ([r, g, b]) =>
      [r, g, b]
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (element) => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const color = channels(getComputedStyle(at).backgroundColor);
        if (color.length === 3 || color[3] === 1) return color;
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll('.throughline-bar, .throughline-mark')].flatMap((mark) => {
      const { borderTopColor, borderBottomColor, borderTopWidth } = getComputedStyle(mark);
      const [one, other] = [
        luminance(channels(borderTopWidth === '0px' ? borderBottomColor : borderTopColor)),
        luminance(behind(mark)),
      ].sort((a, b) => b - a);
      const contrast = (one + 0.05) / (other + 0.05);
      return contrast < 3 ? [`${mark.className}: ${contrast.toFixed(2)}`] : [];
    });
  });

describe('in every look', () => {
  for (const [look, how] of Object.entries({ ...LOOKS, forced: {} })) {
    for (const [place, options] of Object.entries(PLACES)) {
      test(`${place}, ${look}`, async () => {
        const page = await browser.view(options, how);
        if (look === 'forced') await page.emulateMedia({ forcedColors: 'active' });
        await head(page).waitFor();
        const isPhone = how.phone === true;
        assert.equal(await head(page).getAttribute('aria-expanded'), String(!isPhone));
        if (isPhone) {
          assert.ok((await page.locator('.throughline-glance').boundingBox()).height < 60);
          await head(page).click();
        }
        await page.locator('.throughline-glance-body [role=toolbar]').first().waitFor();
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await cutOff(page), []);
        assert.deepEqual(await faint(page), []);
        // The list is still what most of the view is for.
        const { height } = await page.locator('.throughline-glance').boundingBox();
        assert.ok(height < page.viewportSize().height / 3, `${height} px`);
        assert.deepEqual(page.faults, []);
        await picture(page, `glance-${place}-${look}`);
        await page.context().close();
      });
    }
    for (const [name, source] of Object.entries(BLOCKS)) {
      test(`a block's ${name}, ${look}`, async () => {
        const page = await browser.block(source, {}, how);
        if (look === 'forced') await page.emulateMedia({ forcedColors: 'active' });
        await page.locator('.throughline-block [role=toolbar]').waitFor();
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await cutOff(page), []);
        assert.deepEqual(await faint(page), []);
        assert.deepEqual(page.faults, []);
        await picture(page, `block-${name}-${look}`);
        await page.context().close();
      });
    }
  }
});

test('in the system’s colours what is filled differs from what is hollow, and what is pressed from what is not', async () => {
  const page = await browser.view(PLACES.meeting);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('.throughline-mark.mod-none').first().waitFor();
  const fills = () =>
    page.evaluate(() =>
      Object.fromEntries(
        ['.throughline-mark:not(.mod-none):not(.mod-ahead)', '.throughline-mark.mod-none'].map((which) => [
          which,
          getComputedStyle(document.querySelector(which)).backgroundColor,
        ]),
      ),
    );
  const [filled, hollow] = Object.values(await fills());
  assert.notEqual(filled, hollow);
  await page.getByRole('tab', { name: 'Follow-ups' }).click();
  const bar = page.getByRole('button', { name: 'No date' });
  const outline = () => bar.evaluate((element) => getComputedStyle(element).outlineStyle);
  assert.equal(await outline(), 'none');
  await bar.click();
  await page.mouse.move(0, 0);
  await page.getByRole('tab', { name: 'Follow-ups' }).focus();
  assert.equal(await outline(), 'solid');
  await page.context().close();
});

test('with the keyboard alone: one stop a picture, its arrows, a bar pressed and taken back', async () => {
  const page = await browser.view(PLACES['follow-ups']);
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Show' }).focus();
  await press(page, 'Tab');
  assert.match(await focused(page), /^button: At a glance/);
  await press(page, 'Tab');
  // The first has nothing in it, and cannot be pressed.
  assert.match(await focused(page), /^button: 7 to 30 days late: 7/);
  await press(page, 'ArrowRight', 'ArrowRight');
  assert.match(await focused(page), /^button: Due today: 6/);
  const all = await page.getByRole('grid').getAttribute('aria-rowcount');
  await press(page, 'Enter');
  await page.locator('[aria-pressed=true]').waitFor();
  assert.equal(await rows(page).count(), 6);
  assert.match(await focused(page), /^button: Due today: 6/);
  await press(page, 'Tab');
  assert.match(await focused(page), /^button: .* open/);
  await press(page, 'Shift+Tab');
  assert.match(await focused(page), /^button: Due today: 6/);
  await press(page, 'Space');
  await page.waitForFunction(
    (count) => document.querySelector('[role=grid]').getAttribute('aria-rowcount') === count,
    all,
  );
  await press(page, 'Tab', 'ArrowDown', 'End', 'Home');
  assert.match(await focused(page), /^button: Ann Hale: 10 open, the oldest for 20 days/);
  await press(page, 'Enter');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[aria-pressed=true]')].some(({ textContent }) => textContent.includes('Ann Hale')),
  );
  await press(page, 'Tab');
  assert.match(await focused(page), /^row: /);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

for (const [look, ahead, back] of [
  ['light', 'ArrowRight', 'ArrowLeft'],
  ['rtl', 'ArrowLeft', 'ArrowRight'],
]) {
  test(`along the meetings with the keyboard, ${look}: later is ${ahead}`, async () => {
    const page = await browser.view(PLACES.person, LOOKS[look]);
    await page.locator('.throughline-strip').waitFor();
    const marks = await page
      .locator('.throughline-meeting > button')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    assert.equal(marks.length, 4);
    await head(page).focus();
    await press(page, 'Tab');
    assert.equal(await focused(page), `button: ${marks[3]}`);
    await press(page, back, back);
    assert.equal(await focused(page), `button: ${marks[1]}`);
    await press(page, ahead);
    assert.equal(await focused(page), `button: ${marks[2]}`);
    // What the mark is can be read below it.
    await page.locator('.throughline-timeline-said').getByText(marks[2], { exact: true }).waitFor();
    // And they stand in the order of time, the way the writing goes.
    const lefts = await page
      .locator('.throughline-meeting')
      .evaluateAll((list) => list.map((mark) => mark.getBoundingClientRect().left));
    assert.deepEqual(
      lefts,
      [...lefts].sort((a, b) => (look === 'rtl' ? b - a : a - b)),
    );
    await press(page, 'Enter');
    await press(page, 'Home', 'Control+Enter');
    assert.deepEqual(
      (await opened(page)).map(
        (place) => /2025-\d\d-\d\d/.exec(place)?.[0] + (place.endsWith('in a new tab') ? ' in a new tab' : ''),
      ),
      ['2025-10-11', '2025-08-12 in a new tab'],
    );
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('with the mouse: pointed at, a mark says what it is, and nothing moves; pressed, it opens', async () => {
  const page = await browser.view(PLACES.meeting);
  const mark = page.locator('.throughline-meeting > button').first();
  const place = await page
    .locator('.throughline-progress-line, .throughline-steps-end, .throughline-list')
    .first()
    .boundingBox();
  await mark.hover();
  await page
    .locator('.throughline-timeline-said')
    .getByText(await mark.getAttribute('aria-label'), { exact: true })
    .waitFor();
  assert.deepEqual(
    await page.locator('.throughline-progress-line, .throughline-steps-end, .throughline-list').first().boundingBox(),
    place,
  );
  await mark.click();
  assert.equal((await opened(page)).length, 1);
  await page.mouse.move(0, 0);
  await page.getByText('Last met', { exact: false }).first().waitFor();
  await page.context().close();
});

test('with a finger: the first tap says which meeting it is, the second opens it; a tap beside one finds the nearest', async () => {
  const page = await browser.view(PLACES.person, { phone: true });
  await head(page).tap();
  const strip = await page.locator('.throughline-strip').boundingBox();
  const second = page.locator('.throughline-meeting > button').nth(1);
  const box = await second.boundingBox();
  await page.touchscreen.tap(box.x + box.width + 12, strip.y + 10);
  const said = page.locator('.throughline-timeline-said button');
  assert.equal(await said.innerText(), await second.getAttribute('aria-label'));
  assert.deepEqual(await opened(page), []);
  const third = page.locator('.throughline-meeting > button').nth(2);
  await third.tap();
  assert.equal(await said.innerText(), await third.getAttribute('aria-label'));
  assert.deepEqual(await opened(page), []);
  await third.tap();
  assert.equal((await opened(page)).length, 1);
  await second.tap();
  await said.tap();
  assert.equal((await opened(page)).length, 2);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('folded away it stays so in the next view of this device; its line says the most', async () => {
  const page = await browser.view(PLACES['follow-ups']);
  await head(page).click();
  assert.match(await head(page).innerText(), /At a glance\s*16 late in all · waiting on \d+ people/);
  await page.getByRole('tab', { name: 'Questions' }).click();
  assert.equal(await head(page).getAttribute('aria-expanded'), 'true');
  await page.getByRole('tab', { name: 'Follow-ups' }).click();
  assert.equal(await head(page).getAttribute('aria-expanded'), 'false');
  await page.context().close();
});

test('what was ticked off leaves its bar', async () => {
  const page = await browser.view(PLACES['follow-ups']);
  await page.getByRole('button', { name: 'Less than 7 days late: 9' }).click();
  await rows(page).first().focus();
  await press(page, 'Space');
  await page.getByRole('button', { name: 'Less than 7 days late: 8' }).waitFor();
  await press(page, 'z');
  await page.getByRole('button', { name: 'Less than 7 days late: 9' }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('in a block: a bar’s rows below it, alive; a person opened; a meeting opened', async () => {
  const ages = await browser.block(`${BLOCKS.age}\nlimit: 3`);
  await ages.getByRole('button', { name: 'Less than 7 days late' }).click();
  await rows(ages).first().waitFor();
  assert.equal(await rows(ages).count(), 3);
  assert.deepEqual(await violations(ages), []);
  await rows(ages).first().focus();
  await press(ages, 'Space');
  await ages.getByRole('button', { name: 'Less than 7 days late: 8' }).waitFor();
  await ages.context().close();
  const waiting = await browser.block(BLOCKS.waiting);
  assert.equal(await waiting.locator('.throughline-waited-line').count(), 8);
  await waiting.getByRole('button', { name: 'Ann Hale: 10 open' }).click();
  assert.deepEqual(await opened(waiting), ['People/Ann Hale/README.md']);
  await waiting.context().close();
  const line = await browser.block(BLOCKS.timeline);
  await line.locator('.throughline-meeting > button').last().click();
  assert.equal((await opened(line)).length, 1);
  await line.context().close();
});

const PEOPLE = ['Ann Lee', 'Bo Kim', 'Dana Fox', 'Sam Ortega', 'Zoë Brandt', 'Mara Voss'];

function notes(count) {
  const texts = Object.fromEntries(PEOPLE.map((name) => [`People/${name}.md`, `# ${name}\n`]));
  const a_note = 100;
  for (let note = 0; note * a_note < count; note += 1) {
    const day = `2025-10-${String((note % 28) + 1).padStart(2, '0')}`;
    const lines = Array.from({ length: a_note }, (_, at) => {
      const number = note * a_note + at;
      return `- [ ] Look into matter ${number} @${PEOPLE[number % PEOPLE.length]}${number % 3 === 0 ? '' : ` 📅 2025-1${number % 2}-${String((number % 28) + 1).padStart(2, '0')}`}`;
    });
    texts[`Meetings/${day} Meeting ${note}.md`] =
      `---\ntype: meeting\ndate: ${day}\npeople: ["[[Dana Fox]]", "[[Bo Kim]]"]\n---\n## Action items\n${lines.join('\n')}\n`;
  }
  return texts;
}

test('20,000 rows: what a glance costs beside the list', async (t) => {
  const page = await browser.view({ texts: notes(20_000), panel: { tab: 'questions' } });
  await page.getByText('No question is open.').waitFor({ timeout: 60_000 });
  /** Milliseconds from the click on the tab to the frame that shows rows. */
  const paint = () =>
    page.evaluate(async () => {
      const tab = (name) =>
        [...document.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent === name);
      const began = performance.now();
      tab('Follow-ups').click();
      await new Promise((resolve) => {
        const look = () =>
          document.querySelector('.throughline-row') === null
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => setTimeout(resolve));
        requestAnimationFrame(look);
      });
      const took = performance.now() - began;
      tab('Questions').click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return took;
    });
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const fold = (folded) => page.evaluate((value) => window.harness.folded.set('follow-ups', value), folded);
  const times = { folded: [], unfolded: [] };
  for (let run = 0; run < 7; run += 1) {
    for (const [name, list] of Object.entries(times)) {
      await fold(name === 'folded');
      list.push(await paint());
    }
  }
  await fold(false);
  await page.getByRole('tab', { name: 'Follow-ups' }).click();
  const bar = page.getByRole('button', { name: 'No date' });
  await bar.waitFor();
  const filter = await page.evaluate(async () => {
    const began = performance.now();
    const before = document.querySelector('[role=grid]').getAttribute('aria-rowcount');
    [...document.querySelectorAll('.throughline-age')]
      .find(({ textContent }) => textContent.includes('No date'))
      .click();
    await new Promise((resolve) => {
      const look = () =>
        document.querySelector('[role=grid]').getAttribute('aria-rowcount') === before
          ? requestAnimationFrame(look)
          : resolve();
      look();
    });
    return performance.now() - began;
  });
  const [folded, unfolded] = [middle(times.folded), middle(times.unfolded)];
  t.diagnostic(
    `20,000 rows: first paint with the pictures ÷ with them folded away ${(unfolded / folded).toFixed(2)} (${unfolded.toFixed(0)} ms); a bar pressed ÷ first paint ${(filter / folded).toFixed(2)}`,
  );
  assert.ok(unfolded < 3 * folded, `${unfolded} ms against ${folded} ms`);
  assert.ok((await rows(page).count()) < 80);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
