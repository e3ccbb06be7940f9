// The start in the app: what reading what was kept in IndexedDB takes beside a full index of the same notes, in a real
// Chromium.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { yamlOnlyPlugins } from '../scripts/yaml-only.mjs';
import { LAST_DAY } from './vault.mjs';

/**
 * Of each run: `{ keeping, full, kept }`: the longest stretch of the window that kept it, and of the others `{ took,
 * longest }` in milliseconds by the clock and `worked` in those of the window's thread.
 */
export async function measureApp({ folder, runs }) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath))
    throw new Error(
      `There is no Chromium at ${executablePath}: install it (on Debian: apt-get install chromium), or say where it is with CHROMIUM=/path/to/it.`,
    );
  const server = await served({
    '/': '<!doctype html><title>Throughline</title>',
    '/vault.js': `window.vault = ${vaultText(folder)};`,
    '/page.js': await bundled(),
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    const { keepingLongest } = await inWindow(context, server, { isKept: false, keeps: true });
    const measured = [];
    for (let run = 0; run < runs; run += 1) {
      const full = await inWindow(context, server, { isKept: false, keeps: false });
      const kept = await inWindow(context, server, { isKept: true, keeps: false });
      if (!kept.isRestored || kept.notes !== full.notes || kept.tasks !== full.tasks)
        throw new Error('what was kept was not used, or is not what the notes say');
      measured.push({ keeping: keepingLongest, full, kept });
    }
    return measured;
  } finally {
    await browser.close();
    server.close();
  }
}

/** A window of its own, so that nothing is warm. */
async function inWindow(context, server, how) {
  const page = await context.newPage();
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.addScriptTag({ url: '/vault.js' });
    await page.addScriptTag({ url: '/page.js', type: 'module' });
    await page.waitForFunction(() => window.bench !== undefined);
    await page.evaluate(() => window.bench.read());
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await worked(session);
    const opened = await page.evaluate((given) => window.bench.open(given), { ...how, today: LAST_DAY });
    return { ...opened, worked: (await worked(session)) - before };
  } finally {
    await page.close();
  }
}

async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

function vaultText(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith('.'))
    .sort()
    .map((file) => [
      file.split(path.sep).join('/'),
      Math.trunc(statSync(path.join(folder, file)).mtimeMs),
      readFileSync(path.join(folder, file), 'utf8'),
    ]);
  return JSON.stringify({
    files,
    settings: JSON.parse(readFileSync(path.join(folder, '.obsidian/plugins/throughline/data.json'), 'utf8')),
  });
}

async function bundled() {
  const {
    outputFiles: [script],
  } = await build({
    entryPoints: [path.join(import.meta.dirname, 'app-page.mjs')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
    plugins: yamlOnlyPlugins,
    define: { 'Buffer.from': 'String' },
  });
  return script.text;
}

function served(texts) {
  const server = createServer(({ url }, answer) => {
    const text = texts[url];
    answer.writeHead(text === undefined ? 404 : 200, {
      'content-type': url.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    });
    answer.end(text);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
