import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';

// What runs in Node and never inside Obsidian: the command line (.mts), scripts, tests, this configuration. The
// directory's own scanner passes over the very same files.
const outsideTheApp = ['**/*.mts', '**/*.mjs', '**/*.cjs', 'test/**'];

const typescript = ['**/*.ts', '**/*.tsx', '**/*.mts'];

// The directory's recommended set over the whole repository.
export default defineConfig([
  globalIgnores([
    'node_modules',
    'main.js',
    'styles.css',
    'dist',
    'build',
    'seeds',
    'scratch',
    'coverage',
    'package-lock.json',
    'tsconfig.json',
    'versions.json',
  ]),
  ...obsidianmd.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: typescript })),
  {
    files: typescript,
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // A count in a sentence is what templates are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      // A handler of one call is one line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Characters are counted as editors and terminals count them, by code point.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'src/**/*.mts'],
    // It sees circles of values; test/imports.test.ts sees those of types too.
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mts'] } },
      'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx', '.mts'] },
    },
    rules: { 'import/no-cycle': ['error', { ignoreExternal: true }] },
  },
  {
    // Doubles: a function that answers at once where the port waits, an object with the part of a class that is used.
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // Plain JSON has no parser that the plugin's rule understands; the TypeScript one reads it as an expression.
    files: ['manifest.json'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { extraFileExtensions: ['.json'], project: null },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
  {
    files: outsideTheApp,
    languageOptions: { globals: { ...globals.node, ...globals.jest } },
    rules: {
      // Rules about Obsidian's windows and phones, where these files never run: here Node's modules, timers and globals
      // are the platform, and a folder without the app has no `Vault#configDir` to ask.
      'obsidianmd/no-nodejs-modules': 'off',
      'obsidianmd/hardcoded-config-path': 'off',
      'obsidianmd/prefer-window-timers': 'off',
      'obsidianmd/no-global-this': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    // `discard` deletes only what a stopped run of ours made itself: the trash is for what a person may want back.
    files: ['src/obsidian/vault/app-vault-host.ts'],
    rules: { 'obsidianmd/prefer-file-manager-trash-file': 'off' },
  },
  {
    // Some tables give more than text there; as text they are compared alike.
    files: ['test/words/words.test.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-conversion': 'off' },
  },
]);
