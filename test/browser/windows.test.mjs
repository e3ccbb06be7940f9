// The windows of the whole plugin, opened by its commands: each in light and dark, at a desk and on a phone, and the
// long ones walked by keyboard.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { focused, neverRolledUp, openBrowser, picture, sampleTexts, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

/** A window stays open while the light changes and the screen shrinks: to open it anew would take most of the time. */
const LOOKS = {
  light: {},
  dark: { theme: 'dark' },
  'phone-dark': { theme: 'dark', phone: true },
  phone: { phone: true },
  rtl: { rtl: true },
};
const look = async (page, { theme = 'light', phone = false, rtl = false }) => {
  await page.setViewportSize(phone ? { width: 390, height: 844 } : { width: 900, height: 760 });
  await page.evaluate(
    ([classes, dir]) => {
      document.body.className = classes;
      document.documentElement.dir = dir;
    },
    [`theme-${theme}${phone ? ' is-mobile is-phone' : ''}`, rtl ? 'rtl' : 'ltr'],
  );
};
const MEETING = 'Meetings/2025-10-28 Ann Hale.md';
const run = (page, command, line) => page.evaluate(([id, at]) => window.harness.plugin.run(id, at), [command, line]);
const open = (page, path) => page.evaluate((name) => window.harness.plugin.open(name), path);
const texts = (page) => page.evaluate(() => window.harness.plugin.texts());
const writes = (page) => page.evaluate(() => window.harness.plugin.writes);
const preview = (page) => page.locator('.throughline-preview');
/** What came of it, once the notice that shows how far it is has gone. */
const outcome = (page) => page.locator('.notice:not(:has(.setting-progress-bar))');
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const tabTo = async (page, name) => {
  for (let times = 0; times < 60; times += 1) {
    await press(page, 'Tab');
    if ((await focused(page)).endsWith(`: ${name}`)) return;
  }
  assert.fail(`The keyboard does not get to ${name}.`);
};
/** What is wider than its place, but for what scrolls by itself. */
const cutOff = (page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.modal, .modal *, .prompt *, .notice, .notice *')]
      .filter(
        (element) =>
          element.clientWidth > 0 &&
          element.scrollWidth > element.clientWidth + 1 &&
          !element.matches('input, select, textarea, .throughline-spoken'),
      )
      .map((element) => `${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`),
  );

const MEETING_LINES = sampleTexts()[MEETING].split('\n');
/** The line of a question that is open, in the sample vault. */
const QUESTION = {
  path: MEETING,
  line: MEETING_LINES.findIndex((line) => line.includes('?') && line.startsWith('- ')) + 1,
};

const WINDOWS = {
  preview: async (page) => {
    await run(page, 'preview-rollup');
    await preview(page).locator('details').first().waitFor();
    await preview(page).locator('summary').first().click();
    await page.locator('.throughline-diff').waitFor();
  },
  undo: async (page) => {
    await run(page, 'roll-up');
    await outcome(page).waitFor();
    await run(page, 'undo-rollup');
    await preview(page).locator('details').first().waitFor();
  },
  remove: async (page) => {
    await run(page, 'roll-up');
    await outcome(page).waitFor();
    await run(page, 'remove-everything');
    await preview(page).locator('details').first().waitFor();
  },
  link: async (page) => {
    await open(page, MEETING);
    await run(page, 'link-names');
    await page.locator('.modal .setting-item').first().waitFor();
  },
  'whose-brief': async (page) => {
    await run(page, 'brief');
    await page.locator('.prompt .suggestion-item').first().waitFor();
  },
  'new-meeting': async (page) => {
    await open(page, MEETING);
    await run(page, 'new-meeting');
    await page.locator('.prompt .suggestion-item').first().waitFor();
  },
  answer: async (page) => {
    await open(page, QUESTION.path);
    await run(page, 'answer-question', QUESTION.line);
    await page.locator('.modal input').waitFor();
  },
  reading: async (page) => {
    await page.evaluate(() => {
      window.harness.plugin.slow = true;
    });
    await run(page, 'roll-up');
    await page.locator('.notice .setting-progress-bar').waitFor();
    await page
      .locator('.notice')
      .filter({ hasText: /\d+ (?:of|von) \d+/ })
      .waitFor();
  },
  'status-bar': async (page) => {
    await page.locator('.status-bar-item', { hasText: /\d/ }).waitFor();
  },
};

describe(
  'each window, in each look: nothing that axe-core finds, nothing cut off at the side',
  { concurrency: 3 },
  () => {
    for (const [name, show] of Object.entries(WINDOWS)) {
      for (const lang of ['en', 'de']) {
        test(`${name}, ${lang}`, async () => {
          const page = await browser.plugin(
            {
              texts: neverRolledUp(),
              device: { 'throughline-agreed-to-write': true, 'throughline-status-bar-count': name === 'status-bar' },
            },
            { lang },
          );
          await show(page);
          for (const [looks, how] of Object.entries(
            lang === 'en' ? LOOKS : { german: {}, 'german-phone': { phone: true } },
          )) {
            await look(page, how);
            assert.deepEqual(await violations(page), [], looks);
            assert.deepEqual(await cutOff(page), [], looks);
            await picture(page, `window-${name}-${looks}`);
          }
          assert.deepEqual(page.faults, []);
          await page.context().close();
        });
      }
    }
  },
);

test('the count in the status bar reads from left to right where its words do, whichever way the app is set', async () => {
  const page = await browser.plugin(
    { texts: neverRolledUp(), device: { 'throughline-agreed-to-write': true, 'throughline-status-bar-count': true } },
    { rtl: true },
  );
  const item = page.locator('.status-bar-item', { hasText: /^\d+ late, \d+ today$/ });
  await item.waitFor();
  assert.equal(await item.evaluate((el) => getComputedStyle(el).direction), 'ltr');
  await page.context().close();
});

describe('the first run, with the keyboard alone', () => {
  test('nothing is written before it is agreed, and after it what was shown', async () => {
    const page = await browser.firstRun({ texts: neverRolledUp(), data: {} });
    const before = await texts(page);
    const paths = await page.evaluate(() => window.harness.plugin.paths());
    assert.equal(await focused(page), 'input: Your names, separated by commas');
    await page.keyboard.type('Mara Voss, Mara');
    await tabTo(page, 'Start date, as year, month and day');
    await page.keyboard.type('yesterday');
    await press(page, 'Enter');
    await page.getByRole('status').filter({ hasText: 'Start date' }).waitFor();
    await press(page, 'Control+a');
    await page.keyboard.type('2025-09-01');
    await tabTo(page, 'New pages');
    await press(page, 'End');
    await tabTo(page, 'Pages of the kind account');
    await press(page, 'Space');
    assert.equal(await page.getByRole('checkbox', { name: 'Pages of the kind account' }).isChecked(), false);
    await tabTo(page, 'Properties');
    await press(page, 'Space');
    await tabTo(page, 'Keep pages up to date');
    await press(page, 'Space');
    await tabTo(page, 'Show what would change');
    await press(page, 'Enter');
    const status = page.getByRole('status').filter({ hasText: /\d+ pages/ });
    await status.waitFor();
    assert.deepEqual(await violations(page), []);
    // What would be written is read line by line.
    await page.locator('summary', { hasText: 'Throughline/Follow-ups.md' }).focus();
    await press(page, 'Enter');
    await page.locator('.throughline-diff-line').first().waitFor();
    await picture(page, 'first-run-plan');
    // Another answer, another plan: the one that is shown is no longer offered.
    await page.getByRole('combobox', { name: 'New pages' }).focus();
    await press(page, 'Home');
    await page.getByRole('button', { name: 'Show what would change' }).waitFor();
    assert.equal(await page.locator('summary').count(), 0);
    await tabTo(page, 'Show what would change');
    await press(page, 'Enter');
    await status.waitFor();
    const shown = await page.locator('.throughline-plan summary').allTextContents();
    assert.deepEqual(await texts(page), before);
    assert.deepEqual(await writes(page), []);
    assert.deepEqual(await page.evaluate(() => window.harness.plugin.paths()), paths);
    assert.deepEqual(await page.evaluate(() => window.harness.plugin.data), {});
    assert.equal(await page.evaluate(() => window.harness.plugin.kept('throughline-agreed-to-write')), null);

    assert.equal(await focused(page), 'button: Roll up');
    await press(page, 'Enter');
    await outcome(page)
      .filter({ hasText: /\d+ pages/ })
      .waitFor();
    assert.equal(await page.locator('.modal').count(), 0);
    const after = await texts(page);
    assert.deepEqual(
      Object.keys(after)
        .filter((path) => after[path] !== before[path])
        .sort(),
      shown.sort(),
    );
    assert.ok(shown.length > 10 && !shown.some((path) => path.startsWith('Accounts/')), shown.join('\n'));
    assert.match(after['Throughline/Follow-ups.md'], /Chase the signed addendum/);
    assert.doesNotMatch(after['People/Ann Hale/README.md'], /last_contact/);
    assert.deepEqual(await page.evaluate(() => window.harness.plugin.data), {
      me: ['Mara Voss', 'Mara'],
      startDate: '2025-09-01',
      includeKinds: ['person', 'project'],
      properties: false,
    });
    assert.equal(await page.evaluate(() => window.harness.plugin.kept('throughline-agreed-to-write')), true);
    assert.equal(await page.evaluate(() => window.harness.plugin.kept('throughline-writes-by-itself')), true);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('closed by Escape it leaves everything as it was, and asks again', async () => {
    const page = await browser.firstRun({ texts: neverRolledUp(), data: {} });
    await page.keyboard.type('Mara Voss');
    await press(page, 'Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /\d+ pages/ })
      .waitFor();
    await press(page, 'Escape');
    await page.locator('.modal').waitFor({ state: 'detached' });
    assert.deepEqual(await writes(page), []);
    assert.deepEqual(await page.evaluate(() => window.harness.plugin.data), {});
    await run(page, 'preview-rollup');
    await page.getByRole('dialog', { name: 'Set up Throughline' }).waitFor();
    await page.context().close();
  });
});

describe('the preview', () => {
  test('by keyboard: a page is unfolded, its changes are scrolled, it is agreed to and taken back', async () => {
    const page = await browser.plugin({ texts: neverRolledUp() });
    const before = await texts(page);
    await run(page, 'preview-rollup');
    await preview(page).locator('details').first().waitFor();
    const box = page.getByRole('dialog', { name: 'Preview rollup' });
    await box.locator('summary', { hasText: 'Throughline/Follow-ups.md' }).focus();
    await press(page, 'Enter');
    await page.getByRole('region', { name: /Follow-ups\.md/ }).waitFor();
    await press(page, 'Tab');
    assert.match(await focused(page), /^region: .*Follow-ups\.md/);
    assert.deepEqual(await writes(page), []);
    await tabTo(page, 'Roll up');
    await press(page, 'Enter');
    await outcome(page)
      .filter({ hasText: /\d+ pages/ })
      .waitFor();
    assert.notDeepEqual(await texts(page), before);
    await run(page, 'preview-rollup');
    await preview(page).waitFor();
    assert.deepEqual(await preview(page).getByRole('button').allTextContents(), ['Close']);
    await press(page, 'Escape');
    await run(page, 'undo-rollup');
    await preview(page).locator('details').first().waitFor();
    await preview(page).locator('.mod-cta').focus();
    await press(page, 'Enter');
    await page.waitForFunction(
      (there) => JSON.stringify(window.harness.plugin.texts()) === there,
      JSON.stringify(before),
    );
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('of hundreds of pages and a long page: there soon, 200 at first, the rest on demand, nothing that freezes', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `Person ${at}`);
    const vault = {
      ...Object.fromEntries(names.map((name) => [`People/${name}.md`, `# ${name}\n`])),
      'Meetings/2025-11-01 All.md': [
        '---',
        'type: meeting',
        'date: 2025-11-01',
        'attendees:',
        ...names.map((name) => `  - "[[${name}]]"`),
        '---',
        '# All',
        '',
        '## Action items',
        ...Array.from(
          { length: 450 },
          (_, at) => `- [ ] Thing number ${at} that is to be done @me 📅 2025-11-0${1 + (at % 9)}`,
        ),
        '',
      ].join('\n'),
    };
    const page = await browser.plugin({ texts: vault });
    await run(page, 'preview-rollup');
    await preview(page).locator('details').first().waitFor();
    assert.equal(await preview(page).locator('details').count(), 203);
    assert.deepEqual(await violations(page), []);
    const within = await page.evaluate(() => {
      const { height } = document.querySelector('.throughline-preview').getBoundingClientRect();
      return height <= window.innerHeight;
    });
    assert.ok(within);
    await page.locator('.throughline-preview .mod-cta').scrollIntoViewIfNeeded();
    const more = page.getByRole('button', { name: /300 more/ });
    await more.focus();
    const took = await page.evaluate(() => {
      const start = performance.now();
      document.activeElement.click();
      document.querySelector('.throughline-preview').getBoundingClientRect();
      return performance.now() - start;
    });
    assert.ok(took < 1000, String(took));
    assert.equal(await preview(page).locator('details').count(), 503);
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY');
    await preview(page).locator('summary', { hasText: 'Throughline/Follow-ups.md' }).click();
    await page.locator('.throughline-diff-line').first().waitFor();
    assert.equal(await page.locator('.throughline-diff-line').count(), 300);
    await page.locator('.throughline-diff-gap', { hasText: /\d+ more lines/ }).waitFor();
    await picture(page, 'preview-huge');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
});

test('a rollup that is under way is cancelled by its notice', async () => {
  const page = await browser.plugin();
  const before = await texts(page);
  await page.evaluate(() => {
    window.harness.plugin.slow = true;
  });
  await run(page, 'roll-up');
  const cancel = page.locator('.notice button');
  await cancel.focus();
  await press(page, 'Enter');
  await outcome(page).waitFor();
  assert.deepEqual(await texts(page), before);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('links are chosen by keyboard, and only those are made', async () => {
  const page = await browser.plugin();
  await open(page, MEETING);
  await run(page, 'link-names');
  const boxes = page.locator('.modal').getByRole('checkbox');
  await boxes.first().waitFor();
  const count = await boxes.count();
  assert.ok(count >= 2, String(count));
  const before = (await texts(page))[MEETING];
  for (let at = 0; at < count; at += 1) {
    await boxes.nth(at).focus();
    if ((await boxes.nth(at).isChecked()) !== (at === 0)) await press(page, 'Space');
  }
  await tabTo(page, 'Link');
  await press(page, 'Enter');
  await outcome(page).filter({ hasText: '1' }).waitFor();
  const after = (await texts(page))[MEETING];
  assert.equal((after.match(/\[\[/g) ?? []).length, (before.match(/\[\[/g) ?? []).length + 1);
  await page.context().close();
});

test('whose brief: typing narrows the list, Enter shows it; an answer is written below its question', async () => {
  const page = await browser.plugin();
  await run(page, 'brief');
  await page.locator('.prompt .suggestion-item').first().waitFor();
  await page.keyboard.type('ingrid');
  await press(page, 'ArrowDown', 'ArrowUp', 'Enter');
  await page.getByRole('dialog', { name: 'Ingrid Falk' }).waitFor();
  await press(page, 'Escape');
  await open(page, QUESTION.path);
  await run(page, 'answer-question', QUESTION.line);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').waitFor();
  await page.waitForFunction(() => document.activeElement.tagName === 'INPUT');
  await page.keyboard.type('By Friday');
  await press(page, 'Enter');
  await dialog.waitFor({ state: 'detached' });
  assert.match((await texts(page))[QUESTION.path].split('\n')[QUESTION.line], /By Friday \[answered:: 2025-11-03\]/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
