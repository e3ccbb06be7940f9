/** The settings as a page of documentation, made of their table. */
import { SETTING_KEYS, SETTINGS } from '../settings/settings';
import { ENGLISH_ALLOWED } from './english-settings';
import { say } from './say';

/** Markdown; one section a setting, in the order of the table. */
export function settingsDoc(): string {
  const rows = SETTING_KEYS.map((key) => {
    const { doc, check, fallback } = SETTINGS[key];
    return `### \`${key}\`\n\n${doc}\n\n- Allowed: ${say(ENGLISH_ALLOWED, check.allowed)}\n- Default: ${defaultOf(key, fallback)}\n`;
  });
  return `${HEAD}\n${rows.join('\n')}`;
}

const HEAD = `# Settings

The plugin keeps its settings in \`data.json\` in its own folder of the vault's configuration folder; the command line reads the same
file, or the one given by \`--config FILE\`. Each key below may be left out. An unknown key or a wrong value is named; the
command line then stops before anything is written.
`;

function defaultOf(key: string, fallback: unknown): string {
  if (key === 'kinds') return 'the table of kinds';
  if (fallback instanceof Map) return '`{}`';
  return `\`${JSON.stringify(fallback).replace(/,/g, ', ')}\``;
}
