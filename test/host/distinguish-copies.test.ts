import { planVaultRollup } from '../../src/host/roll-up';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const head = '---\ntype: call\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Summary\nWe met.\n\n';
const long = (word: string): string =>
  `${head}${'Some said this and others that. '.repeat(150)}${word}${' And so on.'.repeat(100)}\n`;

async function meetings(texts: Record<string, string>): Promise<number> {
  const host = new MemoryHost({ 'People/Dana Fox.md': '', ...texts });
  const { plan } = await planVaultRollup(host, { settings: DEFAULT_SETTINGS, today: '2025-11-03' });
  return plan.index.meetings.length;
}

test('long bodies that differ in one word far down are two meetings; identical ones, line ends aside, are one', async () => {
  expect(await meetings({ 'A.md': long('yes'), 'B.md': long('yes') })).toBe(1);
  expect(await meetings({ 'A.md': long('yes'), 'B.md': long('yes').replace(/\n/g, '\r\n') })).toBe(1);
  let apart = 0;
  for (let at = 0; at < 130; at++) {
    // Wherever the samples fall, one word that differs tells them apart.
    const pad = 'x'.repeat(at);
    apart += await meetings({ 'A.md': long(`${pad} yes`), 'B.md': long(`${pad} yea`) });
  }
  expect(apart).toBe(260);
});
