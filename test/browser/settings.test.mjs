// The settings window of the whole plugin: every page of it in every look, and each kind of row changed by keyboard,
// down to what is stored.
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

const ENGLISH_PAGES = {
  kinds: ['Kinds of pages'],
  person: ['Kinds of pages', 'Person'],
  properties: ['Properties kept on pages'],
  headings: ['Headings of sections'],
};
const GERMAN_PAGES = {
  kinds: ['Arten von Seiten'],
  person: ['Arten von Seiten', 'Person'],
  properties: ['Auf Seiten geführte Eigenschaften'],
  headings: ['Überschriften von Abschnitten'],
};

/** Elsewhere the two with each kind of row are enough. */
const IN_ALL_PAGES = ['light', 'phone', 'german'];

const data = (page) => page.evaluate(() => window.harness.plugin.data);
const stored = async (page, key, wanted) => {
  await page
    .waitForFunction(
      ([name, json]) => JSON.stringify(window.harness.plugin.data[name]) === json,
      [key, JSON.stringify(wanted)],
    )
    .catch(() => undefined);
  assert.deepEqual((await data(page))[key], wanted);
};
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** With the Tab key alone, from where the keyboard is. */
const tabTo = async (page, name) => {
  for (let times = 0; times < 80; times += 1) {
    await press(page, 'Tab');
    if ((await focused(page)).endsWith(`: ${name}`)) return;
  }
  assert.fail(`The keyboard does not get to ${name}.`);
};
const enter = async (page, name) => {
  await tabTo(page, name);
  await press(page, 'Enter');
  await page.locator('.setting-page-title', { hasText: name }).waitFor();
};
const backToAll = async (page) => {
  while ((await page.locator('.setting-page-titlebar').count()) > 0)
    await page.locator('.setting-page-titlebar button').click();
};
/** What is wider than its place. */
const cutOff = (page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.modal, .modal *')]
      .filter(
        (element) =>
          element.clientWidth > 0 &&
          element.scrollWidth > element.clientWidth + 1 &&
          !element.matches('input, select, textarea'),
      )
      .map((element) => `${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`),
  );

describe('in every look', { concurrency: 3 }, () => {
  for (const [name, look] of Object.entries({
    ...LOOKS,
    german: { lang: 'de' },
    'german-phone': { lang: 'de', phone: true },
  })) {
    test(`${name}: nothing that axe-core finds, nothing cut off at the side`, async () => {
      const page = await browser.settings({ data: { kinds: { vendor: { folder: 'Vendors' } } } }, look);
      const pages = look.lang === 'de' ? GERMAN_PAGES : ENGLISH_PAGES;
      for (const [at, titles] of Object.entries({
        all: [],
        ...(IN_ALL_PAGES.includes(name) ? pages : { person: pages.person }),
      })) {
        for (const title of titles) await page.getByRole('button', { name: title, exact: true }).click();
        assert.deepEqual(await violations(page), [], at);
        assert.deepEqual(await cutOff(page), [], at);
        await picture(page, `settings-${at}-${name}`);
        await backToAll(page);
      }
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  }
});

test('no mark of the documentation, and none of the settings file, is left in what the rows say', async () => {
  const page = await browser.settings();
  const said = [];
  for (const titles of [[], ...Object.values(ENGLISH_PAGES)]) {
    for (const title of titles) await page.getByRole('button', { name: title, exact: true }).click();
    said.push(
      ...(await page.evaluate(() =>
        [...document.querySelectorAll('.setting-item-description')].map(({ textContent }) => textContent),
      )),
    );
    await backToAll(page);
  }
  assert.ok(said.length > 40, String(said.length));
  assert.deepEqual(
    said.filter((text) => /[*`[\]]|undefined|\bnull\b/.test(text)),
    [],
  );
  await page.context().close();
});

describe('with the keyboard alone', { concurrency: 3 }, () => {
  test('fields of text, a choice, numbers and switches are stored; what is wrong is said and is not', async () => {
    const page = await browser.settings({ data: {} });
    assert.equal(await focused(page), 'input: Your names');
    await page.keyboard.type('Mara Voss, Mara');
    await stored(page, 'me', ['Mara Voss', 'Mara']);
    await tabTo(page, 'Start date');
    await page.keyboard.type('soon');
    await page.getByRole('alert').filter({ hasText: '“Start date”' }).waitFor();
    assert.equal((await data(page)).startDate, undefined);
    assert.deepEqual(await violations(page), []);
    await press(page, 'Control+a');
    await page.keyboard.type('2025-09-01');
    await stored(page, 'startDate', '2025-09-01');
    assert.equal(await page.locator('.is-invalid').count(), 0);
    await tabTo(page, 'New pages');
    await press(page, 'End');
    await stored(page, 'newPages', 'never');
    await tabTo(page, 'Rows per section');
    await press(page, 'ArrowUp', 'ArrowUp');
    await stored(page, 'rowsPerSection', 9);
    await press(page, 'Control+a');
    await page.keyboard.type('0');
    await page.getByRole('alert').filter({ hasText: '“Rows per section”' }).waitFor();
    assert.equal((await data(page)).rowsPerSection, 9);
    await tabTo(page, 'Tasks of all notes');
    await press(page, 'Space');
    await stored(page, 'allTasks', true);
    await press(page, 'Space');
    await stored(page, 'allTasks', false);
    await tabTo(page, 'Types of meetings');
    await press(page, 'Control+End', 'Enter');
    await page.keyboard.type('vorstand');
    assert.equal((await data(page)).meetingTypes.at(-1), 'vorstand');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('a folder and a note are chosen from what the vault has', async () => {
    const page = await browser.settings({ data: {} });
    await tabTo(page, 'Folder of the rollup pages');
    await press(page, 'Control+a');
    await page.keyboard.type('peo');
    await page.getByRole('option', { name: 'People', exact: true }).waitFor();
    assert.deepEqual(await violations(page), []);
    await press(page, 'Enter');
    await stored(page, 'rollupFolder', 'People');
    await tabTo(page, 'Template for meeting notes');
    await page.keyboard.type('check-in standup');
    await press(page, 'ArrowDown', 'ArrowUp', 'Enter');
    const chosen = (await data(page)).meetingTemplate;
    assert.match(chosen, /Check-in standup\.md$/);
    assert.ok(chosen in (await page.evaluate(() => window.harness.plugin.texts())));
    await page.context().close();
  });

  test('the switches of this device: one is offered only where another is on', async () => {
    const page = await browser.settings({ device: {} });
    const kept = (key) => page.evaluate((name) => window.harness.plugin.kept(name), key);
    const byItself = page.getByRole('checkbox', { name: 'Keep pages up to date' });
    assert.equal(await byItself.count(), 0);
    await tabTo(page, 'Roll up without asking');
    await press(page, 'Space');
    assert.equal(await kept('throughline-agreed-to-write'), true);
    await byItself.waitFor();
    await tabTo(page, 'Keep pages up to date');
    await press(page, 'Space');
    assert.equal(await kept('throughline-writes-by-itself'), true);
    await tabTo(page, 'Count in the status bar');
    await press(page, 'Space');
    await page.locator('.status-bar-item').filter({ hasText: /late/ }).waitFor();
    assert.equal(await kept('throughline-status-bar-count'), true);
    await press(page, 'Space');
    assert.equal(await page.locator('.status-bar-item').count(), 0);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('a kind of pages: switched off, its sections taken away and added, put back as it was', async () => {
    const page = await browser.settings({ data: {} });
    await enter(page, 'Kinds of pages');
    await enter(page, 'Person');
    await tabTo(page, 'Use this kind');
    await press(page, 'Space');
    await stored(page, 'kinds', { person: { enabled: false } });
    await press(page, 'Space');
    await tabTo(page, 'Folder');
    await press(page, 'Control+a');
    await page.keyboard.type('Contacts');
    assert.equal((await data(page)).kinds.person.folder, 'Contacts');
    await tabTo(page, 'Delete: Raise next');
    const before = await page.evaluate(() =>
      [...document.querySelectorAll('.mod-list .setting-items .setting-item-name')].map(
        ({ textContent }) => textContent,
      ),
    );
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Delete: Raise next' }).waitFor({ state: 'detached' });
    assert.equal((await data(page)).kinds.person.sections.includes('raise'), false);
    await page.getByRole('button', { name: 'Add a section' }).focus();
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'Raise next' }).waitFor();
    assert.deepEqual(await violations(page), []);
    while ((await page.evaluate(() => document.activeElement.textContent)) !== 'Raise next')
      await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Delete: Raise next' }).waitFor();
    assert.equal((await data(page)).kinds.person.sections.at(-1), 'raise');
    // By the handle in front, which is the pointer's.
    const rows = page.locator('.mod-list .setting-items .setting-item');
    await rows.last().dragTo(rows.first());
    await page.waitForFunction(() => window.harness.plugin.data.kinds.person.sections[0] === 'raise');
    assert.notDeepEqual(before, await rows.locator('.setting-item-name').allTextContents());
    await tabTo(page, 'Reset this kind');
    await press(page, 'Enter');
    await page.getByRole('dialog', { name: 'Reset this kind?' }).waitFor();
    assert.deepEqual(await violations(page), []);
    await tabTo(page, 'Cancel');
    await press(page, 'Enter');
    assert.equal((await data(page)).kinds.person.folder, 'Contacts');
    await press(page, 'Enter');
    await tabTo(page, 'Reset');
    await press(page, 'Enter');
    await page.waitForFunction(() => window.harness.plugin.data.kinds?.person === undefined);
    // The page is still open, and shows what was before.
    await page.locator('.setting-page-title', { hasText: 'Person' }).waitFor();
    assert.deepEqual(await rows.locator('.setting-item-name').allTextContents(), before);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test("a kind of one's own is added and taken away; a folder is asked for", async () => {
    const page = await browser.settings({ data: {} });
    await enter(page, 'Kinds of pages');
    await page.getByRole('button', { name: 'Add a kind' }).focus();
    await press(page, 'Enter');
    await page.getByRole('dialog', { name: 'Add a kind of pages' }).waitFor();
    assert.equal(await focused(page), 'input: Name of the kind');
    await page.keyboard.type('person');
    await tabTo(page, 'Add');
    await press(page, 'Enter');
    await page.getByRole('alert').filter({ hasText: 'There is a kind “person” already.' }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('textbox', { name: 'Name of the kind' }).fill('Vendor');
    await page.getByRole('textbox', { name: 'Folder of the kind' }).fill('Vendors');
    await tabTo(page, 'Add');
    await press(page, 'Enter');
    await stored(page, 'kinds', { vendor: { folder: 'Vendors' } });
    await enter(page, 'Vendor');
    await tabTo(page, 'Remove this kind');
    await press(page, 'Enter');
    await tabTo(page, 'Remove');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Vendor', exact: true }).waitFor({ state: 'detached' });
    assert.equal((await data(page)).kinds?.vendor, undefined);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test("properties and headings of one's own", async () => {
    const page = await browser.settings({ data: {} });
    await enter(page, 'Properties kept on pages');
    await tabTo(page, 'Number of meetings');
    await press(page, 'Space');
    await stored(page, 'properties', ['last_contact', 'last_met', 'open_follow_ups', 'open_questions']);
    await page.getByRole('button', { name: 'Back' }).focus();
    await press(page, 'Enter');
    // Back at the row that was pressed.
    assert.equal(await focused(page), 'button: Properties kept on pages');
    await enter(page, 'Headings of sections');
    await tabTo(page, 'Questions');
    await page.keyboard.type('Noch zu klären');
    await stored(page, 'sections', { questions: ['Noch zu klären'] });
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('the tables of pages are shown before they are written', async () => {
    const page = await browser.settings();
    await tabTo(page, 'Tables of pages');
    await press(page, 'Enter');
    const preview = page.locator('.throughline-preview');
    await preview.waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await page.evaluate(() => window.harness.plugin.writes), []);
    await preview.locator('.mod-cta').focus();
    await press(page, 'Enter');
    await page.locator('.notice').first().waitFor();
    await page.waitForFunction(() => window.harness.plugin.writes.some((write) => write.endsWith('.base')));
    assert.deepEqual(
      await page.evaluate(() => window.harness.plugin.writes.filter((write) => !/\.base$|^create [^.]+$/.test(write))),
      [],
    );
    await page.context().close();
  });
});
