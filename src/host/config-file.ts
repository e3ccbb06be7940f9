/** Settings files of Obsidian and of other plugins, as far as Throughline uses them. */
import type { Problem, ProblemParameters } from '../note/problems';
import { nestsTooDeep } from '../text/nesting';
import { HostError, type VaultHost } from './vault-host';

/** A JSON file of the configuration folder; null where there is none, or none that can be read, which is said. */
export async function configFile(
  host: VaultHost,
  path: string,
  { problems, failures }: { readonly problems: Problem[]; readonly failures: HostError[] },
): Promise<unknown> {
  let text: string | null;
  try {
    text = await host.readConfig(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.code === 'not-utf8') problems.push(unreadable(host, path, 'not-utf8'));
    else if (error.code !== 'missing') {
      failures.push(error);
      problems.push(unreadable(host, path, 'unreadable'));
    }
    return null;
  }
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    problems.push(unreadable(host, path, 'not-json'));
    return null;
  }
  if (!nestsTooDeep(json)) return json;
  problems.push(unreadable(host, path, 'too-deep'));
  return null;
}

function unreadable(
  { configDir }: VaultHost,
  path: string,
  cause: ProblemParameters['config-unreadable']['cause'],
): Problem {
  return { path: `${configDir}/${path}`, line: null, code: 'config-unreadable', cause };
}
