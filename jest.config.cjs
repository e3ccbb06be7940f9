const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const process = require('node:process');

/** `npm run test:fast` leaves out the files that generate cases (`fast-check`), and these, which take longest. */
const LONGEST = [
  'test/cli/built',
  'test/cli/kills',
  'test/cli/undo-remove',
  'test/docs/command-line',
  'test/fuzz',
  'test/host/faults',
  'test/host/hostile-vault',
  'test/model',
  'test/obsidian/literal-words',
  'test/obsidian/view/action-matrix',
  'test/scripts/release-steps',
  'test/seeds',
];
const leftOut =
  process.env.FAST === undefined
    ? []
    : readdirSync(path.join(__dirname, 'test'), { recursive: true, encoding: 'utf8' })
        .map((file) => `test/${file.split(path.sep).join('/')}`)
        .filter(
          (file) =>
            /\.test\.m?ts$/.test(file) &&
            (LONGEST.some((long) => file.startsWith(long)) ||
              readFileSync(path.join(__dirname, file), 'utf8').includes("from 'fast-check'")),
        )
        .map((file) => `<rootDir>/${file}`);

/** The engine's tests run in plain Node; those of the plugin's shell in jsdom on the API doubles. */
const shared = {
  rootDir: __dirname,
  // A mode in which no index can be changed in place: `FROZEN_INDEX=1 npx jest`.
  setupFilesAfterEnv: process.env.FROZEN_INDEX === '1' ? ['<rootDir>/test/frozen-index.ts'] : [],
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
  // What hangs still ends; five seconds, Jest's own, are over on a machine with much else to do. (A project's own is not
  // read.)
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'engine',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.mts'],
      testPathIgnorePatterns: ['<rootDir>/test/obsidian/', '<rootDir>/test/browser/', ...leftOut],
      moduleNameMapper: { ...replacedEngines },
    },
    {
      ...shared,
      displayName: 'obsidian',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/obsidian/**/*.test.ts'],
      testPathIgnorePatterns: leftOut,
      moduleNameMapper: { ...replacedEngines, '^obsidian$': '<rootDir>/test/doubles/obsidian-api.ts' },
      setupFiles: ['obsidian-test-mocks/jest-setup', '<rootDir>/test/doubles/text-coding.ts'],
    },
  ],
};
