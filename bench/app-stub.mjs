// An app that holds a vault and does nothing: it answers what the plugin asks for while it is loaded, and notes each
// question.

/**
 * `notes`: what `getFiles` lists, `{ path, text }`. `calls`: everything that was asked, in order; `becomeReady` calls
 * what waits for the layout.
 */
export function stubApp(notes) {
  const calls = [];
  const waiting = [];
  const noting = (name, answers) =>
    new Proxy(answers, {
      get: (own, key) => {
        if (typeof key !== 'string' || (key in own && typeof own[key] !== 'function')) return own[key];
        return (...args) => {
          calls.push(`${name}.${key}`);
          return own[key]?.(...args);
        };
      },
    });
  const texts = new Map(notes.map(({ path, text }) => [path, text]));
  const files = notes.map(({ path, text }) => ({ path, stat: { ctime: 0, mtime: 1, size: text.length } }));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const kept = new Map();
  const app = {
    vault: noting('vault', {
      configDir: '.obsidian',
      adapter: noting('vault.adapter', { exists: async () => false, list: async () => ({ files: [], folders: [] }) }),
      getName: () => 'Vault',
      getFiles: () => files,
      getMarkdownFiles: () => files,
      getFileByPath: (path) => byPath.get(path) ?? null,
      cachedRead: async ({ path }) => texts.get(path),
      on: () => ({}),
    }),
    metadataCache: noting('metadataCache', { on: () => ({}) }),
    fileManager: noting('fileManager', {}),
    workspace: noting('workspace', {
      layoutReady: false,
      getLeavesOfType: () => [],
      on: () => ({}),
      onLayoutReady: (run) => waiting.push(run),
    }),
    loadLocalStorage: (key) => kept.get(key) ?? null,
    saveLocalStorage: (key, value) => kept.set(key, value),
  };
  const becomeReady = () => {
    app.workspace.layoutReady = true;
    for (const run of waiting.splice(0)) run();
  };
  return { app, obsidian: stubApi(calls), calls, becomeReady };
}

/** Whatever is asked of it or called on it is such a thing again: an element, a field, a component. */
const anything = new Proxy(() => anything, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
});

/**
 * The API's classes, each a new one whose elements take whatever is done with them; what a plugin registers is noted.
 */
function stubApi(calls) {
  class Base {
    containerEl = anything;
    contentEl = anything;
    modalEl = anything;

    constructor(app) {
      this.app = app;
    }
  }
  class Plugin extends Base {
    async loadData() {
      calls.push('plugin.loadData');
      return { me: ['Mara Voss'] };
    }

    addStatusBarItem() {
      calls.push('plugin.addStatusBarItem');
      return anything;
    }
  }
  for (const name of [
    'addCommand',
    'addSettingTab',
    'register',
    'registerCliHandler',
    'registerDomEvent',
    'registerEditorExtension',
    'registerEditorSuggest',
    'registerEvent',
    'registerHoverLinkSource',
    'registerInterval',
    'registerMarkdownCodeBlockProcessor',
    'registerMarkdownPostProcessor',
    'registerView',
  ]) {
    Plugin.prototype[name] = () => void calls.push(`plugin.${name}`);
  }
  const made = { Plugin, Platform: { isMobile: false }, getLanguage: () => 'en', normalizePath: (path) => path };
  return new Proxy(made, { get: (own, name) => (own[name] ??= class extends Base {}) });
}
