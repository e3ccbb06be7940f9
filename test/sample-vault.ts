/** The sample vault's files, for tests that want a whole vault. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSettings, type Settings } from '../src/settings/settings';
import { removeFromVault } from '../src/host/remove';
import { rollUp } from '../src/host/roll-up';
import { MemoryHost } from './doubles/memory-host';

/** The day that its pages are of. */
export const SAMPLE_DAY = '2025-11-03';

export const SEEDS = path.join(__dirname, '../seeds');

/** By vault path; Markdown and settings as text, the rest as bytes. */
export function sampleFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  for (const name of readdirSync(SEEDS, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(SEEDS, name);
    if (!statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    files[name.split(path.sep).join('/')] = Buffer.from(text, 'utf8').equals(bytes) ? text : Uint8Array.from(bytes);
  }
  return files;
}

export function sampleSettings(): Settings {
  const { settings } = readSettings(
    JSON.parse(String(sampleFiles()['.obsidian/plugins/throughline/data.json'] ?? '{}')),
  );
  return settings;
}

/** The sample vault as it was before it was ever rolled up. */
export async function bareSample(): Promise<Record<string, string | Uint8Array>> {
  const files = sampleFiles();
  const host = new MemoryHost(files);
  await rollUp(host, { settings: sampleSettings(), today: SAMPLE_DAY, now: Date.UTC(2025, 0, 1) });
  await removeFromVault(host, { settings: sampleSettings(), now: Date.UTC(2025, 0, 1), write: true });
  const texts = host.texts();
  const kept = Object.entries(files).filter(([file, content]) => file.startsWith('.') || typeof content !== 'string');
  return { ...Object.fromEntries(kept), ...texts };
}
