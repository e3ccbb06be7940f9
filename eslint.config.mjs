import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';

// The directory's recommended set over the whole repository, with no rule turned off.
export default defineConfig([
  globalIgnores(['node_modules', 'main.js', 'dist', 'build', 'seeds', 'scratch', 'coverage', 'package-lock.json', 'tsconfig.json', 'versions.json']),
  ...obsidianmd.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
      globals: { ...globals.browser },
    },
  },
  {
    files: ['manifest.json'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { extraFileExtensions: ['.json'], project: null },
    },
  },
  { files: ['test/**', 'bench/**', 'scripts/**', '*.cjs', '*.mjs', '**/*.mts'], languageOptions: { globals: { ...globals.node, ...globals.jest } } },
]);
