/** The engine's tests run in plain Node; those of the plugin's shell in jsdom on the API doubles. */
const shared = {
  rootDir: __dirname,
  // A mode in which no index can be changed in place: `FROZEN_INDEX=1 npx jest`.
  setupFilesAfterEnv: process.env.FROZEN_INDEX === '1' ? ['<rootDir>/test/frozen-index.ts'] : [],
  // What hangs still ends; five seconds, Jest's own, are over on a machine with much else to do.
  testTimeout: 30_000,
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'js', 'mjs', 'cjs', 'json'],
  // Everything on the path to an ES-module-only package is compiled, so that Jest needs no loader flags.
  transformIgnorePatterns: [],
  transform: {
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
    '^.+\\.(ts|mts|mjs|js)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      },
    ],
  },
};
const replacedEngines = {
  // gray-matter's own engines evaluate `---js` frontmatter: the bundle and the tests replace them alike.
  '^\\./(lib/)?engines$': '<rootDir>/src/text/yaml-engine.ts',
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'engine',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.mts'],
      testPathIgnorePatterns: ['<rootDir>/test/obsidian/', '<rootDir>/test/browser/'],
      moduleNameMapper: { ...replacedEngines },
    },
    {
      ...shared,
      displayName: 'obsidian',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/obsidian/**/*.test.ts'],
      moduleNameMapper: { ...replacedEngines, '^obsidian$': '<rootDir>/test/doubles/obsidian-api.ts' },
      setupFiles: ['obsidian-test-mocks/jest-setup'],
    },
  ],
};
