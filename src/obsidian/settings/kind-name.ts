/** What a kind of pages is called in the app's language; one of the person's own by its id. */
import { inSentenceCase } from './setting-fields';
import { words } from '../words/in-app';

export function kindName(id: string): string {
  const known: Readonly<Partial<Record<string, string>>> = words.settings.kindNames;
  return known[id] ?? inSentenceCase(id.replace(/-/g, ' '));
}
