/** `throughline config`: the settings shown, and one of them changed, in the file that the app reads too. */
import { closest } from '../settings/closest';
import { ENGLISH_ALLOWED, settingProblemText } from '../words/english-settings';
import { say } from '../words/say';
import { readSettings, SETTING_KEYS, SETTINGS, type Settings } from '../settings/settings';
import type { VaultOptions } from './command-options.mts';
import { openVault } from './open-vault.mts';
import { jsonText, printable } from '../text/printable';
import { painter } from './report.mts';
import { readOwnSettings, settingsPath, writeOwnSettings } from './settings-file.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

type Key = keyof Settings;

export async function config(
  shell: Shell,
  options: VaultOptions,
  [action = 'list', given, ...values]: readonly string[],
): Promise<ExitStatus> {
  const { out } = shell;
  if (action !== 'list' && given === undefined)
    throw new UsageError(`config ${action} needs the name of a setting, such as: throughline config ${action} me`);
  const { root, host, settings } = await openVault(shell, options, { mayBeNew: true });
  if (action === 'list') {
    out.write(options.json ? `${asJson(settings)}\n` : listText(settings, shell));
    return EXIT.done;
  }
  const key = keyCalled(given ?? '');
  if (action === 'get') {
    out.write(options.json ? `${asJson(settings[key])}\n` : `${valueText(settings[key])}\n`);
    return EXIT.done;
  }
  if (options.config !== undefined)
    throw new UsageError(`config ${action} changes the vault's own settings; leave --config out`);
  if (action === 'set' && values.length === 0)
    throw new UsageError(`config set ${key} needs a value: ${say(ENGLISH_ALLOWED, SETTINGS[key].check.allowed)}`);
  const { [key]: _, ...others } = await readOwnSettings(host);
  await writeOwnSettings({ root, host }, action === 'unset' ? others : { ...others, [key]: valueFor(key, values) });
  const after = readSettings(await readOwnSettings(host)).settings[key];
  out.write(options.json ? `${asJson(after)}\n` : `${key}: ${valueText(after)}  (${printable(settingsPath(host))})\n`);
  return EXIT.done;
}

function keyCalled(given: string): Key {
  const key = SETTING_KEYS.find((one) => one.toLowerCase() === given.toLowerCase());
  if (key !== undefined) return key;
  const nearly = closest(given, SETTING_KEYS);
  throw new UsageError(
    `there is no setting "${given}"; ${nearly === null ? '`throughline config` lists them' : `did you mean ${nearly}?`}`,
  );
}

/** What the words mean for a setting: JSON, a text, or a list of texts. Throws a UsageError where it allows none. */
export function valueFor(key: Key, words: readonly string[]): unknown {
  const [only = ''] = words;
  const readings: unknown[] =
    words.length > 1
      ? [words]
      : [...json(only), only, only.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))];
  const found = readings.find((value) => readSettings({ [key]: value }).problems.length === 0);
  if (found === undefined)
    throw new UsageError(...readSettings({ [key]: readings[0] }).problems.map(settingProblemText));
  return found;
}

function json(text: string): unknown[] {
  try {
    return [JSON.parse(text) as unknown];
  } catch {
    return [];
  }
}

function asJson(value: unknown): string {
  return jsonText(value, (_, one) => (one instanceof Map ? (Object.fromEntries(one) as unknown) : one));
}

function valueText(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.length === 0 ? '(none)' : value.map(printable).join(', ');
  if (value === null) return '(none)';
  return printable(typeof value === 'string' ? value : asJson(value));
}

/** A line a setting; those at their default dim. */
function listText(settings: Settings, { out }: Shell): string {
  const paint = painter(out.colours);
  const widest = Math.max(...SETTING_KEYS.map((key) => key.length));
  return SETTING_KEYS.map((key) => {
    const isDefault = asJson(settings[key]) === asJson(SETTINGS[key].fallback);
    const line = `${key.padEnd(widest)}  ${key === 'kinds' && isDefault ? '(the table of kinds)' : valueText(settings[key])}`;
    return `${isDefault ? paint(line, 'dim') : line}\n`;
  }).join('');
}
