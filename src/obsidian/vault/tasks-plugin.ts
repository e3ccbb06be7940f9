/**
 * The Tasks plugin, where it is there: what it makes of a task line when it is toggled. It knows statuses, recurrence
 * and done dates as the person set them up, so its word goes before ours.
 */
import type { App } from 'obsidian';
import { partOf } from './part-of';

const ID = 'obsidian-tasks-plugin';

/**
 * The lines that take this one's place: two where it recurs, none where it is deleted. Null without that plugin, or
 * when it does not do its part.
 */
export function toggledByTasks(app: App, line: string, path: string): readonly string[] | null {
  const toggle = toggleOf(app);
  if (toggle === null) return null;
  try {
    const toggled: unknown = toggle(line, path);
    if (typeof toggled !== 'string') return null;
    return toggled === '' ? [] : toggled.split('\n');
  } catch {
    return null;
  }
}

type Toggle = (line: string, path: string) => unknown;

/** None of this is in the app's own types: whatever is not as expected is not there. */
function toggleOf(app: App): Toggle | null {
  const plugin = partOf(partOf(partOf(app, 'plugins'), 'plugins'), ID);
  const api = partOf(plugin, 'apiV1');
  const toggle = partOf(api, 'executeToggleTaskDoneCommand');
  return typeof toggle === 'function' ? (line, path) => (toggle as Toggle).call(api, line, path) : null;
}
