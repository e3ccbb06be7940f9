// The start of the plugin: the built main.js loaded again and again, each time in a process that did nothing before.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { middle, spreadOf, table } from './tables.mjs';

/** Notes in the vault that the plugin is loaded beside. */
const NOTES = 200;

/** What `load-once.mjs` prints, of each run; `reference` first in every second. */
export function measureLoad({ main, runs }) {
  return Array.from({ length: runs }, (_, run) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [path.join(import.meta.dirname, 'load-once.mjs'), main, String(NOTES), run % 2 === 0 ? 'plugin' : 'reference'],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
      ),
    ),
  );
}

/** The figures as text. */
export function loadReport(loads) {
  const whole = ({ read, compile, evaluate }) => read + compile + evaluate;
  const row = (name, of) => [
    name,
    spreadOf(loads.map(of), 1),
    spreadOf(loads.map((load) => of(load) / whole(load.reference))),
  ];
  const [
    {
      bytes,
      reference: { bytes: ofReference },
      before,
      after,
    },
  ] = loads;
  return [
    `Loading the plugin: main.js, ${kilobytes(bytes)}; medians of ${loads.length} new processes, in brackets lowest and highest\n`,
    table([
      ['what', 'ms of the processor', '÷ loading @codemirror/view'],
      row('reading the file', ({ read }) => read),
      row('compiling it, no code kept from before', ({ compile }) => compile),
      row('evaluating it', ({ evaluate }) => evaluate),
      row('these three', whole),
      row('onload', ({ onload }) => onload),
      [
        '(@codemirror/view itself, ' + `${kilobytes(ofReference)})`,
        spreadOf(
          loads.map(({ reference }) => whole(reference)),
          1,
        ),
        '1',
      ],
    ]),
    `\nA kilobyte of it takes ${middle(loads.map((load) => whole(load) / load.bytes / (whole(load.reference) / load.reference.bytes))).toFixed(1)} times what one of @codemirror/view takes, which is not minified.`,
    `\nAsked of the app before its layout is ready: ${counted(before)}.`,
    `Asked after that, with the count in the status bar on, in a vault of ${NOTES} notes: ${counted(after)}.`,
    `Files listed or read before: ${touching(before).length}.`,
  ].join('\n');
}

/** The calls that list, read or write files of the vault. `data.json` is the app's to read. */
export function touching(calls) {
  return calls.filter((call) => /^vault\.(?!on$|getName$|offref$)|^fileManager\./.test(call));
}

/** `vault.on 4 times, vault.getFiles`. */
function counted(calls) {
  const times = new Map();
  for (const call of calls) times.set(call, (times.get(call) ?? 0) + 1);
  return [...times].map(([call, count]) => (count === 1 ? call : `${call} ${count} times`)).join(', ');
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
