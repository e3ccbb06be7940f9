// How fast task lines are read, as notes are read: in either form, leniently. Needs no vault. `run.mjs` bundles it with
// the engine and calls it as: node task-lines.mjs ROUNDS
// Prints one JSON object: for each mix how many lines it has and, of each round, the milliseconds of both ways to look
// at them.
import process from 'node:process';
import { DEFAULT_TASK_RULES } from '../src/task/tasks-settings';
import { parseTask } from '../src/task/parse';
import { chance, deed, peopleNames } from './words.mjs';

const rounds = Number(process.argv[2]);
const LINES = 20_000;
const AS_IN_NOTES = { lenient: true, bothForms: true };

/**
 * What any reader of tasks has to do at least: tell that the line is a task, and take it apart into status and body.
 */
const TASK_LINE = /^([\s>]*)([-*+]|[0-9]+[.)]) +\[(.)\] *(.*)$/u;

const RULES = [
  'every day',
  'every week',
  'every 2 weeks on Monday',
  'every month on the 1st',
  'every weekday',
  'every 3 months',
  'every year',
  'every week on Tuesday, Thursday',
  'every month on the last Friday',
  'every 10 days when done',
  'every week when done',
  'every January on the 15th',
];

/**
 * Statuses, owners, priorities, dates and tags in the shares of a real vault; `recurring` is the share of lines with a
 * rule.
 */
function taskLines(recurring) {
  const dice = chance(20251103);
  const people = peopleNames(300, dice);
  const day = () =>
    `2025-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`;
  return Array.from({ length: LINES }, () => {
    const status = dice.weighed([
      [49, '?'],
      [43, 'x'],
      [8, ' '],
    ]);
    const who = dice.weighed([
      [5, ''],
      [46, ' @Myself'],
      [35, ` @${dice.pick(people)}`],
      [11, ' @TBD'],
      [3, ` @${dice.pick(people)} (PM, Sales)`],
    ]);
    const priority = dice.weighed([
      [40, ' ⏫'],
      [22, ' 🔼'],
      [9, ' 🔽'],
      [29, ''],
    ]);
    const rule = dice.happens(recurring) ? ` 🔁 ${dice.pick(RULES)}` : '';
    const due = rule !== '' || dice.happens(0.39) ? ` 📅 ${day()}` : '';
    return `- [${status}] ${deed(dice)}${who}${priority}${rule}${due}${dice.happens(0.3) ? ' #task' : ''}${status === 'x' ? ` ✅ ${day()}` : ''}`;
  });
}

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function measure(lines) {
  let tasks = 0;
  const match = () => {
    for (const line of lines) if (TASK_LINE.exec(line) !== null) tasks += 1;
  };
  const read = () => {
    for (const line of lines) if (parseTask(line, DEFAULT_TASK_RULES, AS_IN_NOTES) !== null) tasks += 1;
  };
  const [matching, reading] = [[], []];
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const ms = [timed(match), timed(read)];
    if (round === 0) continue;
    matching.push(ms[0]);
    reading.push(ms[1]);
  }
  if (tasks !== 2 * lines.length * (rounds + 1)) throw new Error('a line was not read as a task');
  return { lines: lines.length, recurring: lines.filter((line) => line.includes('🔁')).length, matching, reading };
}

process.stdout.write(`${JSON.stringify({ usual: measure(taskLines(0)), recurring: measure(taskLines(0.5)) })}\n`);
