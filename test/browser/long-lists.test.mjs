// 20,000 rows: what is there, how long the first paint takes, how even scrolling is. Figures are printed; the bounds
// are generous, for a machine shared by many is slow at times, and catch what grows with the list, not what takes a
// moment longer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, picture } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const PEOPLE = ['Ann Lee', 'Bo Kim', 'Dana Fox', 'Sam Ortega', 'Zoë Brandt', 'Mara Voss'];

function notes(count) {
  const texts = Object.fromEntries(PEOPLE.map((name) => [`People/${name}.md`, `# ${name}\n`]));
  const a_note = 100;
  for (let note = 0; note * a_note < count; note += 1) {
    const day = `2025-10-${String((note % 28) + 1).padStart(2, '0')}`;
    const lines = Array.from({ length: Math.min(a_note, count - note * a_note) }, (_, at) => {
      const number = note * a_note + at;
      const more =
        number % 7 === 0
          ? ', and tell everybody who was there what became of it, in writing and before the end of the week'
          : '';
      return `- [ ] Look into matter ${number}${more} @${PEOPLE[number % PEOPLE.length]}${number % 3 === 0 ? '' : ` 📅 2025-1${number % 2}-${String((number % 28) + 1).padStart(2, '0')}`}`;
    });
    texts[`Meetings/${day} Meeting ${note}.md`] =
      `---\ntype: meeting\ndate: ${day}\npeople: ["[[Dana Fox]]", "[[Bo Kim]]"]\n---\n## Action items\n${lines.join('\n')}\n`;
  }
  return texts;
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds from the click on the tab to the frame that shows rows. */
const paint = (page) =>
  page.evaluate(async () => {
    const tab = [...document.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent === 'Follow-ups');
    const began = performance.now();
    tab.click();
    await new Promise((resolve) => {
      const look = () =>
        document.querySelector('.throughline-row') === null
          ? requestAnimationFrame(look)
          : requestAnimationFrame(() => setTimeout(resolve));
      requestAnimationFrame(look);
    });
    const took = performance.now() - began;
    [...document.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent === 'Questions').click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return took;
  });

/** Milliseconds between frames while the list is scrolled from its beginning: `step` pixels a frame. */
const scroll = (page, step, frames) =>
  page.evaluate(
    async ([by, count]) => {
      const list = document.querySelector('.throughline-list');
      list.scrollTop = 0;
      const took = [];
      let last = await new Promise(requestAnimationFrame);
      let blank = 0;
      for (let frame = 0; frame < count; frame += 1) {
        list.scrollTop += by;
        const now = await new Promise(requestAnimationFrame);
        took.push(now - last);
        last = now;
        const { top, bottom } = list.getBoundingClientRect();
        const seen = [...document.querySelectorAll('.throughline-line')].filter(
          (line) => line.getBoundingClientRect().bottom > top && line.getBoundingClientRect().top < bottom,
        );
        if (seen.length === 0) blank += 1;
      }
      return { took, blank, rows: document.querySelectorAll('.throughline-row').length };
    },
    [step, frames],
  );

test('20,000 rows are painted and scrolled like 200', async (t) => {
  const figures = {};
  for (const count of [200, 20_000]) {
    const page = await browser.view({ texts: notes(count), panel: { tab: 'questions' } });
    await page.getByText('No question is open.').waitFor({ timeout: 60_000 });
    const paints = [];
    for (let run = 0; run < 5; run += 1) paints.push(await paint(page));
    await page.getByRole('tab', { name: 'Follow-ups' }).click();
    await page.locator('.throughline-row').first().waitFor();
    const total = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
    assert.ok(total >= count, `${total} rows`);
    const slow = await scroll(page, 40, 120);
    const fast = await scroll(page, 4000, 120);
    figures[count] = {
      first: paints[0],
      paint: middle(paints),
      slow: middle(slow.took),
      slowWorst: Math.max(...slow.took),
      fast: middle(fast.took),
      fastWorst: Math.max(...fast.took),
      rows: Math.max(slow.rows, fast.rows),
      blank: slow.blank + fast.blank,
    };
    if (count === 20_000) {
      await page.evaluate(() => {
        document.querySelector('.throughline-list').scrollTop = 400_000;
      });
      await page.waitForTimeout(200);
      await picture(page, 'long-list');
      const began = Date.now();
      await page.getByRole('searchbox').fill('matter 19999');
      await page.getByText('Look into matter 19999').waitFor();
      figures[count].filter = Date.now() - began;
      await page.getByRole('searchbox').fill('');
      // The row with the keyboard's place stays, wherever one scrolls to, and goes on from there.
      await page.locator('.throughline-row').first().focus();
      await page.keyboard.press('End');
      await page.waitForFunction(
        () =>
          document.activeElement?.getAttribute('role') === 'row' &&
          Number(document.activeElement.getAttribute('aria-rowindex')) > 19_000,
      );
      const { within, at } = await page.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        const list = document.querySelector('.throughline-list').getBoundingClientRect();
        return {
          within: box.top >= list.top - 1 && box.bottom <= list.bottom + 1,
          at: [box.top, box.bottom, list.top, list.bottom],
        };
      });
      assert.ok(within, `the last row is not in sight: ${at}`);
      await page.evaluate(() => {
        document.querySelector('.throughline-list').scrollTop = 0;
      });
      await page.waitForTimeout(100);
      await page.keyboard.press('ArrowUp');
      assert.ok(await page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex')) > 19_000));
    }
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
  const [few, many] = [figures[200], figures[20_000]];
  const ms = (value) => `${value.toFixed(0)} ms`;
  t.diagnostic(
    `20,000 rows: first paint ${ms(many.paint)} (the very first ${ms(many.first)}; 200 rows: ${ms(few.paint)}); a frame while scrolling ${ms(many.slow)}, at worst ${ms(many.slowWorst)}; while flinging ${ms(many.fast)}, at worst ${ms(many.fastWorst)}; ${many.rows} rows in the page; filtered in ${ms(many.filter)}`,
  );
  assert.ok(many.rows < 80, `${many.rows} rows are there at once`);
  assert.equal(many.blank, 0);
  assert.ok(many.paint < 2000, `first paint took ${ms(many.paint)}`);
  assert.ok(many.slow < 5 * Math.max(few.slow, 17), `a frame took ${ms(many.slow)}, of 200 rows ${ms(few.slow)}`);
  assert.ok(many.filter < 3000, `filtering took ${ms(many.filter)}`);
});
