/** Help is said from a text made when the program was built; at any width it is what commander says. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { laidOut } from '../../src/cli/help-layout.mts';
import { helpText } from '../../src/cli/help-text.mts';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const told = (...args: string[]): string => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' }).stdout;

test('it is broken into lines as commander breaks it, on terminals from 1 to 250 columns', () => {
  const text = helpText();
  const texts = new Set<string>();
  for (let width = 1; width <= 250; width += 1) {
    expect([width, laidOut(text, width)]).toEqual([width, helpText(width)]);
    texts.add(helpText(width));
  }
  expect(texts.size).toBeGreaterThan(20);
});

test('the program says so, in however it is asked', () => {
  const expected = helpText(80);
  for (const args of [['--help'], ['-h'], ['help']]) expect(told(...args)).toBe(expected);
  // Commander's own, where more was given than that.
  expect(told('help', 'rollup')).toMatch(/^Usage: throughline rollup /);
  expect(told('--help', 'rollup')).toBe(expected);
});
