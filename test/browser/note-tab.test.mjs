// What belongs to the note in front: the steps behind a meeting, what is to be raised, today's meetings. Walked with
// the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { focused, LOOKS, openBrowser, picture, sampleTexts, violations } from './browser.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

const rows = (page) => page.locator('.throughline-row');
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const said = (page, text) => page.locator('.throughline-said').filter({ hasText: text }).waitFor();
const state = (page) => page.evaluate(() => window.harness.texts());
const opened = (page) => page.evaluate(() => window.harness.opened);
const at = (page, text) => page.getByText(text, { exact: true }).waitFor();
const changedLines = (before, after) =>
  Object.keys(after).flatMap((path) => {
    const there = new Set((before[path] ?? '').split('\n'));
    return after[path]
      .split('\n')
      .filter((line) => line !== '' && !there.has(line))
      .map((line) => `${path}: ${line.trim()}`);
  });

const NOTE = 'Meetings/2025-11-03 Dana.md';
const meeting = (date, body) => `---\ntype: 1-1\ndate: ${date}\npeople: ["[[Dana Fox]]", Sam]\n---\n${body}`;
const VAULT = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'People/Sam Lee.md': '# Sam Lee\n',
  'People/Sam Ray.md': '# Sam Ray\n',
  'Projects/Pilot.md': '# Pilot\n',
  'Meetings/2025-10-20 Dana.md': meeting(
    '2025-10-20',
    '## Open questions\n- Who signs for Acme?\n- Is lunch included?\n- Which hall?\n',
  ).replace(', Sam', ''),
  'Meetings/2025-10-28 Other.md':
    '---\ntype: meeting\ndate: 2025-10-28\npeople: "[[Sam Lee]]"\n---\n## Decisions\n- The pilot ships in May [[Dana Fox]]\n',
  [NOTE]: meeting(
    '2025-11-03',
    '## Action items\n- [ ] Send the draft\n- [ ] Book the hall @me\n- [ ] All said @me 📅 2025-11-10\n',
  ).replace(', Sam', ', Nobody Known'),
};
const vault = (more = {}) => ({
  texts: { ...VAULT, ...more },
  data: { me: ['Mara Voss'] },
  panel: { tab: 'note' },
  activePath: NOTE,
});

describe('a minute behind a meeting', () => {
  test('step by step, each with a key, skipped, taken back, to the end', async () => {
    const page = await browser.view(vault());
    await at(page, '1 of 8');
    await rows(page).first().focus();
    const texts = await state(page);
    assert.equal(await focused(page), 'row: Nobody Known');
    await press(page, 's');
    await at(page, '2 of 8');
    assert.equal(await focused(page), 'row: Send the draft');
    await at(page, 'Who does it?');
    await press(page, '1');
    await said(page, 'Owner set: Send the draft');
    await at(page, '3 of 8');
    await at(page, 'By when?');
    assert.equal(await focused(page), 'row: Send the draft');
    await press(page, '2');
    await said(page, 'Due Fri 7 Nov 2025: Send the draft');
    await at(page, '4 of 8');
    assert.equal(await focused(page), 'row: Book the hall');
    await press(page, 'z');
    await at(page, '3 of 8');
    await press(page, 't');
    await said(page, 'Due Mon 3 Nov 2025');
    await press(page, 'd');
    await page.keyboard.type('10 nov');
    await press(page, 'Enter');
    await said(page, 'Due Mon 10 Nov 2025: Book the hall');
    await at(page, '5 of 8');
    assert.deepEqual(changedLines(texts, await state(page)), [
      `${NOTE}: - [ ] Send the draft @[[Dana Fox]] 📅 2025-11-03`,
      `${NOTE}: - [ ] Book the hall @me 📅 2025-11-10`,
    ]);

    const question = (await focused(page)).replace('row: ', '');
    await press(page, 'a');
    await page.keyboard.type('Dana does');
    await press(page, 'Enter');
    await said(page, `Answered: ${question}`);
    await at(page, '6 of 8');
    const second = (await focused(page)).replace('row: ', '');
    await press(page, 'r');
    await press(page, 'Enter');
    await said(page, `To be raised with Dana Fox, in 2025-11-03 Dana: ${second}`);
    await at(page, '7 of 8');
    const third = (await focused(page)).replace('row: ', '');
    await press(page, 'x');
    await said(page, `Dropped: ${third}`);
    await at(page, '8 of 8');
    await at(page, 'What changed since you last met');
    await press(page, 'Enter');
    await page.getByText('7 settled, 1 left as it is.').waitFor();
    await page.getByText('Done', { exact: true }).waitFor();
    await picture(page, 'steps-done');
    assert.deepEqual(await violations(page), []);
    const settled = changedLines(texts, await state(page));
    assert.ok(settled.includes(`${NOTE}: - ${second} [[Dana Fox]] #raise`), settled.join('\n'));
    assert.ok(settled.includes(`Meetings/2025-10-20 Dana.md: - ~~${third}~~`), settled.join('\n'));

    // Back the way one came: the step that was seen, then what was written, each once.
    await press(page, 'z');
    await at(page, '8 of 8');
    await press(page, 'z');
    await at(page, '7 of 8');
    assert.equal(await focused(page), `row: ${third}`);
    await press(page, 'z');
    await at(page, '6 of 8');
    assert.equal(await focused(page), `row: ${second}`);
    await press(page, 'z');
    await at(page, '5 of 8');
    for (let times = 0; times < 3; times += 1) {
      await press(page, 'z');
      await page.waitForFunction(
        (step) => document.querySelector('.throughline-progress-line')?.textContent === step,
        `${4 - times} of 8`,
      );
    }
    assert.deepEqual(await state(page), texts);
    await press(page, 'z');
    await at(page, '1 of 8');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('a name is settled in its place, by the number of whom it means', async () => {
    const page = await browser.view(vault({ [NOTE]: meeting('2025-11-03', '## Decisions\n- Yes\n') }));
    await rows(page).first().focus();
    await page.getByRole('button', { name: 'Sam Ray' }).waitFor();
    assert.equal(await focused(page), 'row: Sam');
    const texts = await state(page);
    await picture(page, 'steps-name');
    const key = await page.getByRole('button', { name: 'Sam Ray' }).getAttribute('aria-keyshortcuts');
    await press(page, key);
    await page.waitForFunction(() => window.harness.texts()['Throughline/Names.md'] !== undefined);
    assert.match((await state(page))['Throughline/Names.md'], /"Sam" .*→ \[\[Sam Ray\]\]/);
    await page.locator('.throughline-why', { hasText: 'Who is this?' }).waitFor({ state: 'detached' });
    await press(page, 'z');
    await said(page, 'Taken back');
    assert.deepEqual(await state(page), texts);
    assert.equal(await focused(page), 'row: Sam');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('all as a list, and back; what is raised there goes into the note', async () => {
    const page = await browser.view(vault());
    await rows(page).first().focus();
    await press(page, 'l');
    await page.getByRole('button', { name: 'Step by step' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.throughline-row').length > 4);
    assert.match(await focused(page), /^row: /);
    const texts = await state(page);
    await press(page, 'r');
    await page.keyboard.type('Pilot budget');
    await press(page, 'Enter');
    await said(page, 'To be raised with Dana Fox, in 2025-11-03 Dana: Pilot budget');
    assert.deepEqual(changedLines(texts, await state(page)), [
      `${NOTE}: ## Raise next`,
      `${NOTE}: - Pilot budget [[Dana Fox]] #raise`,
    ]);
    await press(page, 'z');
    await said(page, 'Taken back');
    assert.deepEqual(await state(page), texts);
    await press(page, 'l');
    await at(page, '1 of 8');
    assert.match(await focused(page), /^row: /);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  describe('what was to be raised', () => {
    const RAISES = {
      [NOTE]: meeting('2025-11-03', '').replace(', Sam', ''),
      'Meetings/2025-10-20 Dana.md': meeting('2025-10-20', '').replace(', Sam', ''),
      'Meetings/2025-10-28 Other.md': '',
      'Daily/2025-10-30.md': '# Thursday\n- Pilot budget with [[Dana Fox]] #raise\n- Lunch\n',
      'People/Dana Fox.md': '# Dana Fox\n\n- [ ] Her new title [[Dana Fox]] #raise\n',
      'Projects/Pilot.md': '# Pilot\n- Desk for the pilot @Dana Fox #raise\n',
    };

    test('is asked: raised it is struck or ticked where it stands, not yet it waits on; each taken back', async () => {
      const page = await browser.view(vault(RAISES));
      await at(page, '1 of 3');
      await at(page, 'Was it raised?');
      await rows(page).first().focus();
      const texts = await state(page);
      const seen = [];
      for (let step = 1; step <= 3; step += 1) {
        await at(page, `${step} of 3`);
        const words = (await focused(page)).replace('row: ', '');
        seen.push(words);
        if (words.startsWith('Desk')) {
          await press(page, 'n');
          continue;
        }
        await press(page, ' ');
        await said(page, `Raised: ${words}`);
      }
      await page.getByText('All 3 are settled.').waitFor();
      assert.deepEqual([...seen].sort(), [
        'Desk for the pilot @Dana Fox',
        'Her new title Dana Fox',
        'Pilot budget with Dana Fox',
      ]);
      assert.deepEqual(changedLines(texts, await state(page)).sort(), [
        'Daily/2025-10-30.md: - ~~Pilot budget with [[Dana Fox]] #raise~~',
        'People/Dana Fox.md: - [x] Her new title [[Dana Fox]] #raise ✅ 2025-11-03',
      ]);
      for (let step = 3; step >= 1; step -= 1) {
        await press(page, 'z');
        await at(page, `${step} of 3`);
        assert.equal(await focused(page), `row: ${seen[step - 1]}`);
      }
      await page.waitForFunction((before) => JSON.stringify(window.harness.texts()) === before, JSON.stringify(texts));
      // Left as it is, it is asked again in the same minute; not yet is an answer.
      await press(page, 's', 'n', 's');
      await page.getByText('1 settled, 2 left as they are.').waitFor();
      await press(page, 'b');
      await page.waitForFunction(
        (words) => document.querySelector('.throughline-row')?.textContent.includes(words),
        seen[0].slice(0, 5),
      );
      assert.deepEqual(await state(page), texts);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });

    for (const [name, look] of Object.entries({ ...LOOKS, german: { lang: 'de' } })) {
      test(`${name}: nothing that axe-core finds, nothing cut off`, async () => {
        const page = await browser.view(vault(RAISES), look);
        await rows(page).first().focus();
        await page.getByRole('button', { name: name === 'german' ? 'Ja, angesprochen' : 'Yes, raised' }).waitFor();
        assert.deepEqual(await violations(page), []);
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
          false,
        );
        await picture(page, `steps-raised-${name}`);
        assert.deepEqual(page.faults, []);
        await page.context().close();
      });
    }
  });

  test('nothing left to settle is said', async () => {
    const page = await browser.view(
      vault({
        [NOTE]: '---\ntype: 1-1\ndate: 2025-11-03\npeople: "[[Sam Lee]]"\n---\n',
        'Meetings/2025-10-28 Other.md': '',
      }),
    );
    await at(page, 'Nothing is left to settle here.');
    await page.context().close();
  });

  for (const [name, look] of Object.entries(LOOKS)) {
    test(`every step, ${name}: nothing that axe-core finds, nothing cut off at the side`, async () => {
      const page = await browser.view(vault(), look);
      await rows(page).first().focus();
      for (let step = 1; step <= 8; step += 1) {
        await at(page, `${step} of 8`);
        await page.locator('.throughline-actions').last().waitFor();
        assert.deepEqual(await violations(page), []);
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
          false,
        );
        if ([1, 2, 3, 5, 8].includes(step)) await picture(page, `steps-${step}-${name}`);
        await press(page, step === 8 ? 'Enter' : 's');
      }
      await page.getByText('1 settled, 7 left as they are.', { exact: false }).waitFor();
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  }
});

test('on somebody’s page: a point to be raised goes where one would look for it', async () => {
  const page = await browser.view({
    ...vault({ [NOTE]: '---\nthroughline: false\n---\n' }),
    activePath: 'People/Dana Fox.md',
  });
  await page.getByRole('heading', { name: 'Dana Fox' }).waitFor();
  await rows(page).first().focus();
  const texts = await state(page);
  await press(page, 'r');
  await page.keyboard.type('Pilot budget');
  await picture(page, 'raise');
  assert.deepEqual(await violations(page), []);
  await press(page, 'Enter');
  await said(page, 'To be raised with Dana Fox, in 2025-10-20 Dana: Pilot budget');
  assert.match(await focused(page), /^row: /);
  await page.locator('.throughline-heading', { hasText: 'Raise next' }).waitFor();
  await press(page, 'z');
  await said(page, 'Taken back');
  assert.deepEqual(await state(page), texts);
  await press(page, 'r', 'Enter');
  await page.getByText('Say what is to be raised.').waitFor();
  await press(page, 'Escape');
  assert.match(await focused(page), /^row: /);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

describe('today', () => {
  const TODAY = {
    'Meetings/2025-11-03 09 30 - Dana.md':
      '---\ntype: 1-1\ndate: 2025-11-03 09:30\npeople: "[[Dana Fox]]"\n---\n# Dana\n',
    'Meetings/2025-11-03 Pilot.md':
      '---\ntype: meeting\ndate: 2025-11-03\nproject: "[[Pilot]]"\n---\n# Pilot\n## Summary\nShips in May.\n## Decisions\n- No sign-on\n',
  };
  for (const [name, look] of Object.entries(LOOKS)) {
    test(`where no note concerns, ${name}: each of today's meetings in three lines`, async () => {
      const page = await browser.view(
        { ...vault({ ...TODAY, [NOTE]: '---\nthroughline: false\n---\n' }), activePath: null },
        look,
      );
      await rows(page).first().focus();
      await page.locator('.throughline-actions').waitFor();
      assert.deepEqual(
        await page.locator('.throughline-row .throughline-words').allInnerTexts(),
        ['Pilot', '09:30 Dana'].map((words) => (words.startsWith('09') ? '09:30Dana' : words)),
      );
      await page.getByText('Asked 3: ', { exact: false }).waitFor();
      assert.deepEqual(await violations(page), []);
      await picture(page, `today-${name}`);
      await press(page, 'ArrowDown', 'Enter', 'b');
      assert.deepEqual(await opened(page), [
        'Meetings/2025-11-03 09 30 - Dana.md',
        'brief of Meetings/2025-11-03 09 30 - Dana.md',
      ]);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  }

  test('in a note, by a code block', async () => {
    const page = await browser.block('queue: today\nlimit: 1', {
      texts: { ...VAULT, ...TODAY, [NOTE]: '---\nthroughline: false\n---\n' },
    });
    await rows(page).first().focus();
    await page.getByText('1 more in the side view').waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, 'today-block');
    await press(page, 'b');
    assert.deepEqual(await opened(page), ['brief of Meetings/2025-11-03 Pilot.md']);
    await page.context().close();
    const wrong = await browser.block('queue: today\nowner: me');
    await wrong.getByText('Today’s meetings are shown whole: take “owner” out.').waitFor();
    await wrong.context().close();
    const none = await browser.block('queue: today', { texts: sampleTexts(), today: '2030-01-01' });
    await none.getByText('No meeting note is of today.').waitFor();
    await none.context().close();
  });
});
