// The tests' side of the harness: one Chromium, the plugin's views bundled once, a page for each test.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { yamlOnlyPlugins } from '../../scripts/yaml-only.mjs';

const root = path.join(import.meta.dirname, '..', '..');

/** Where pictures go, when somebody wants them: `PICTURES=/some/folder npm run test:browser`. */
const pictures = process.env.PICTURES ?? null;

export const LOOKS = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  phone: { theme: 'light', phone: true },
  'phone-dark': { theme: 'dark', phone: true },
  rtl: { theme: 'light', rtl: true },
};

/** The shell without a window starts a page in half the time. */
const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export async function openBrowser() {
  const given = process.env.CHROMIUM;
  const executablePath = (given === undefined ? CHROMIUMS : [given]).find((file) => existsSync(file));
  if (executablePath === undefined)
    throw new Error(
      'There is no Chromium: install it (on Debian: apt-get install chromium-headless-shell), or say where it is with CHROMIUM=/path/to/it.',
    );
  const [script, style, browser] = await Promise.all([
    bundled(),
    styles(),
    // There is no graphics card: what would be done on one is far slower.
    chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb', '--disable-gpu'] }),
  ]);

  // Files that the browser loads itself: what goes through the wire of the tests costs half a second a page.
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-browser-'));
  writeFileSync(path.join(folder, 'harness.js'), script);
  writeFileSync(path.join(folder, 'axe.js'), axe.source);

  const openPage = async ({ theme = 'light', phone = false, rtl = false, width = 360, lang = 'en' } = {}) => {
    const context = await browser.newContext({
      viewport: phone ? { width: 390, height: 844 } : { width, height: 760 },
      hasTouch: phone,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') page.faults.push(message.text());
    });
    const classes = [`theme-${theme}`, ...(phone ? ['is-mobile', 'is-phone'] : [])].join(' ');
    const file = path.join(folder, `${[theme, phone, rtl, lang].join('-')}.html`);
    if (!existsSync(file))
      writeFileSync(
        file,
        `<!doctype html><html lang="${lang}" dir="${rtl ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>Throughline</title><style>${style}</style></head><body class="${classes}"><main><h1 class="throughline-spoken">Throughline</h1><div class="workspace-leaf-content"></div></main><script src="harness.js"></script></body></html>`,
      );
    await page.goto(pathToFileURL(file).href);
    return page;
  };

  return {
    openPage,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
    /** The side view over the sample vault, or another. */
    async view(options = {}, look = {}) {
      const page = await openPage(look);
      await page.evaluate((given) => window.harness.mountView(given), withSample(options));
      await page.getByRole('tabpanel').waitFor();
      return page;
    },
    /** A note with a code block in it. */
    async block(source, options = {}, look = {}) {
      const page = await openPage({ width: 800, ...look });
      await page.evaluate(([text, given]) => window.harness.mountBlock(text, given), [source, withSample(options)]);
      return page;
    },
    /** A note in live preview. */
    async editor(path, cursorAt, options = {}, look = {}) {
      const page = await openPage({ width: 800, ...look });
      await page.evaluate(
        ([name, at, given]) => window.harness.mountEditor(name, at, given),
        [path, cursorAt, withSample(options)],
      );
      return page;
    },
    /** The brief for a page or meeting. */
    async brief(path, options = {}, look = {}) {
      const page = await openPage({ width: 620, ...look });
      await page.evaluate(([name, given]) => window.harness.mountBrief(name, given), [path, withSample(options)]);
      return page;
    },
    /**
     * The plugin as the app loads it, on the morning of the sample's day; this device has agreed to the first rollup,
     * unless `device` says otherwise.
     */
    async plugin(options = {}, look = {}) {
      const page = await openPage({ width: 900, ...look });
      await startPlugin(page, options);
      return page;
    },
    /** What is asked before the first rollup. */
    async firstRun(options = {}, look = {}) {
      const page = await openPage({ width: 720, ...look });
      await startPlugin(page, { device: {}, ...options });
      await page.evaluate(() => window.harness.plugin.run('roll-up'));
      return page;
    },
    /** The settings window. */
    async settings(options = {}, look = {}) {
      const page = await openPage({ width: 900, ...look });
      await startPlugin(page, options);
      await page.evaluate(() => window.harness.plugin.openSettings());
      return page;
    },
    /** A note in reading view. */
    async page(path, options = {}, look = {}) {
      const page = await openPage({ width: 800, ...look });
      await page.evaluate(([name, given]) => window.harness.mountPage(name, given), [path, withSample(options)]);
      return page;
    },
  };
}

async function startPlugin(page, options) {
  const { today, ...given } = withSample({ device: { 'throughline-agreed-to-write': true }, ...options });
  await page.clock.setFixedTime(new Date(`${today}T10:00:00`));
  await page.evaluate((all) => window.harness.startPlugin(all), given);
}

function withSample(options) {
  return { texts: sampleTexts(), data: { me: ['Mara Voss', 'Mara'] }, today: '2025-11-03', ...options };
}

/** A picture of the page, where they are wanted. */
export async function picture(page, name) {
  if (pictures === null) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** What axe-core finds wrong, as `rule: element`. */
export async function violations(page) {
  await page.addScriptTag({ url: 'axe.js' });
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
    );
  });
}

/** The focused element as it is called, with its role. */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const name =
      element?.getAttribute('aria-label') ??
      element?.querySelector('.throughline-words')?.textContent ??
      element?.textContent ??
      '';
    return `${element?.getAttribute('role') ?? element?.tagName.toLowerCase() ?? ''}: ${name.trim()}`;
  });
}

let sample = null;

/** The notes of the sample vault. */
export function sampleTexts() {
  sample ??= Object.fromEntries(
    readdirSync(path.join(root, 'seeds'), { recursive: true })
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(root, 'seeds', file), 'utf8')]),
  );
  return sample;
}

/** The sample vault as it was before its first rollup. */
export function neverRolledUp() {
  return Object.fromEntries(
    Object.entries(sampleTexts())
      .filter(([name]) => !/^Throughline\/(?!Names\.md)/.test(name))
      .map(([name, text]) => {
        const begin = /^<!-- throughline:begin \w+((?: [a-z_]+)*) -->$/m.exec(text);
        if (begin === null) return [name, text];
        const ours = begin[1]
          .trim()
          .split(' ')
          .filter((key) => key !== '');
        const rest = text.replace(/\n?<!-- throughline:begin [^]*?<!-- throughline:end [^\n]*-->\n?/, '');
        return [name, ours.reduce((left, key) => left.replace(new RegExp(`^${key}:.*\n`, 'm'), ''), rest)];
      }),
  );
}

async function bundled() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['test/browser/harness.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    alias: { obsidian: path.join(root, 'test/browser/app/api.ts') },
    plugins: yamlOnlyPlugins,
    define: { 'Buffer.from': 'String', 'process.env.NODE_ENV': '"test"', THROUGHLINE_VERSION: '"test"' },
  });
  return outputFiles[0].text;
}

async function styles() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['styles/index.css'],
    bundle: true,
    write: false,
  });
  return `${readFileSync(path.join(import.meta.dirname, 'stand-in.css'), 'utf8')}\n${outputFiles[0].text}`;
}
