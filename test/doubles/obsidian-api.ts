/** The doubles of Obsidian's API, with what they lack: the app's language, which is the page's here. */
export * from 'obsidian-test-mocks/obsidian';

export function getLanguage(): string {
  return document.documentElement.lang === '' ? 'en' : document.documentElement.lang;
}
