// esbuild plugins that leave out what the libraries bring along and nothing here calls. The engine's tests run on the
// whole libraries and on the built command line, which is made the same way: what is cut too deep fails there.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const inPackage = (file, name) => file.includes(`${path.sep}node_modules${path.sep}${name}${path.sep}`);

/**
 * Of rrule, rules are read from words, worded, and counted on: never read from or written as iCalendar, kept in sets or
 * in a cache.
 */
const UNUSED_OF_RRULE = ['cache', 'parsestring', 'optionstostring', 'rruleset', 'rrulestr'];

const NOTHING = ['Cache', 'parseString', 'parseDtstart', 'optionsToString', 'RRuleSet', 'rrulestr']
  .map((name) => `export const ${name} = undefined;`)
  .join('\n');

const leanRrule = {
  name: 'lean-rrule',
  setup({ onLoad }) {
    onLoad({ filter: new RegExp(`[\\\\/](?:${UNUSED_OF_RRULE.join('|')})\\.js$`) }, ({ path: file }) =>
      inPackage(file, 'rrule') ? { contents: NOTHING, loader: 'js' } : undefined,
    );
  },
};

/** What a component shows is text: the one way to have it read as HTML goes. */
const leanPreact = {
  name: 'lean-preact',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]preact\.mjs$/ }, async ({ path: file }) =>
      inPackage(file, 'preact')
        ? { contents: (await readFile(file, 'utf8')).replaceAll('innerHTML', 'textContent'), loader: 'js' }
        : undefined,
    );
  },
};

/**
 * commander can start programs of their own for its commands, which none of ours are: what it would start them with
 * takes Node 8 ms to load.
 */
const leanCommander = {
  name: 'lean-commander',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      inPackage(importer, 'commander') ? { path: 'nothing', namespace: 'lean-commander' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lean-commander' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

/**
 * yaml tries two expressions with a lookbehind and has others for where there is none. Old phones have none, and the
 * same note must be read alike everywhere: the others are used on every device.
 */
const leanYaml = {
  name: 'lean-yaml',
  setup({ onLoad }) {
    onLoad({ filter: /(?:resolve-flow-scalar|stringifyString)\.js$/ }, async ({ path: file }) =>
      inPackage(file, 'yaml')
        ? { contents: (await readFile(file, 'utf8')).replaceAll(`(?${'<!'}`, '(?none'), loader: 'js' }
        : undefined,
    );
  },
};

/**
 * The protocol's library brings a validator of JSON Schema that makes functions of text. Our tools check what they are
 * given themselves, and ask a client for nothing.
 */
const leanProtocol = {
  name: 'lean-protocol',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({
      path: 'shims',
      namespace: 'lean-protocol',
    }));
    onLoad({ filter: /.*/, namespace: 'lean-protocol' }, () => ({
      contents: `export { default as process } from 'node:process';
        export class DefaultJsonSchemaValidator { getValidator() { throw new Error('no schema is checked here'); } }`,
      loader: 'js',
    }));
  },
};

export const leanPlugins = [leanRrule, leanPreact, leanCommander, leanYaml, leanProtocol];
