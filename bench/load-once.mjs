// Loads the built plugin once, in a process that did nothing before: node load-once.mjs MAIN NOTES
// Prints one JSON object: milliseconds of the processor for each step, and what the app was asked before its layout was
// ready and after.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import vm from 'node:vm';
import { stubApp } from './app-stub.mjs';

const [main, notes] = [process.argv[2], Number(process.argv[3])];
const require = createRequire(import.meta.url);
// What runs in every app before any plugin does: the window, the editor's library, chance.
globalThis.window = globalThis;
globalThis.activeDocument = {};
globalThis.crypto.getRandomValues(new Uint8Array(1));
const editor = require.resolve('@codemirror/view');
const shared = { '@codemirror/state': require('@codemirror/state'), '@codemirror/view': require('@codemirror/view') };
const stub = stubApp(
  Array.from({ length: notes }, (_, at) => ({
    path: `Meetings/${at}.md`,
    text: `---\ntype: call\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\n---\n## Decisions\n- Pilot ${at} ships\n`,
  })),
);
stub.app.saveLocalStorage('throughline-status-bar-count', true);

/** Milliseconds of the processor that this process took so far: by the clock a busy machine would be in the figure. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Reads, compiles and evaluates a file as the app does it: as the body of a function, of which the code is kept
 * nowhere.
 */
function loaded(file, required) {
  const from = spent();
  const code = readFileSync(file, 'utf8');
  const read = spent();
  const run = vm.compileFunction(code, ['require', 'module', 'exports'], { filename: file });
  const compiled = spent();
  const module = { exports: {} };
  run((name) => required[name], module, module.exports);
  const evaluated = spent();
  return {
    exports: module.exports,
    took: {
      bytes: Buffer.byteLength(code),
      read: read - from,
      compile: compiled - read,
      evaluate: evaluated - compiled,
    },
  };
}

// Beside it, in this very process, what every app with an editor loads: the library that draws it.
const asReference = () =>
  loaded(
    editor,
    new Proxy(
      {},
      { get: (_, name) => shared[name] ?? require(require.resolve(name, { paths: [path.dirname(editor)] })) },
    ),
  ).took;
const asPlugin = () => loaded(main, { ...shared, obsidian: stub.obsidian });
// By turns the one and the other first: what comes first warms the disk, and the compiler, for what follows.
const [reference, plugin] =
  process.argv[4] === 'reference' ? [asReference(), asPlugin()] : [asPlugin(), asReference()].reverse();

const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '../manifest.json'), 'utf8'));
const from = spent();
const instance = new plugin.exports.default(stub.app, manifest);
await instance.onload();
const onload = spent() - from;
// Whatever was begun and not waited for shows by now.
await new Promise((resolve) => {
  setTimeout(resolve, 50);
});
const before = stub.calls.splice(0);
stub.becomeReady();
await instance.store.current();
process.stdout.write(JSON.stringify({ ...plugin.took, onload, reference, before, after: stub.calls }));
process.exit(0);
