// esbuild plugins by which gray-matter reads YAML and nothing else: no engine that evaluates a note, no file system.
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** gray-matter evaluates `---js` frontmatter through its own engines; ours has a YAML engine and nothing else. */
const yamlOnly = {
  name: 'yaml-only',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(lib\/)?engines$/ }, ({ importer }) =>
      importer.includes(`${path.sep}gray-matter${path.sep}`)
        ? { path: path.join(root, 'src/text/yaml-engine.ts') }
        : undefined,
    );
    // Imported for matter.read only, which nothing calls: the engine opens no file by itself.
    onResolve({ filter: /^fs$/ }, ({ importer }) =>
      importer.includes(`${path.sep}gray-matter${path.sep}`)
        ? { path: 'no-file-system', namespace: 'empty' }
        : undefined,
    );
  },
};

const empty = {
  name: 'empty',
  setup({ onLoad }) {
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

export const yamlOnlyPlugins = [yamlOnly, empty];
