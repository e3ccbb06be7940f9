// Makes the synthetic vault: the same bytes for a size, on every machine. What it resembles, and where not: README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chance, deed, peopleNames, saying, statement, thingNames, TOPICS } from './words.mjs';

/** The day the vault ends with; ten notes a day lead up to it. */
export const LAST_DAY = '2025-11-03';
const NOTES_A_DAY = 10;

/** Writes `count` notes below `folder`, which must be empty; gives the figures to show. */
export function makeVault(folder, count) {
  const dice = chance(20251103 + count);
  const world = {
    dice,
    days: dayNames(Math.ceil(count / NOTES_A_DAY)),
    people: peopleNames(Math.round(count * 0.168), dice),
    accounts: thingNames(Math.round(count * 0.039), dice, ['Ltd', 'Systems', 'Foods', 'Partners', 'Labs', 'Energy']),
    projects: thingNames(Math.round(count * 0.023), dice, ['pilot', 'migration', 'platform', 'portal', 'rollout']),
    utterances: Array.from({ length: 4000 }, () => saying(dice)),
  };
  world.me = world.people[0];
  const made = { notes: 0, bytes: 0, transcripts: 0, folders: new Set() };
  const write = (file, text, transcript = '') => {
    const full = path.join(folder, file);
    const parent = path.dirname(full);
    if (!made.folders.has(parent)) mkdirSync(parent, { recursive: true });
    made.folders.add(parent);
    writeFileSync(full, text);
    made.notes += 1;
    made.bytes += Buffer.byteLength(text);
    made.transcripts += Buffer.byteLength(transcript);
  };
  for (const [kind, home, names] of [
    ['people', 'People', world.people],
    ['customer', 'Customers and Partners', world.accounts],
    ['projects', 'Projects', world.projects],
  ]) {
    for (const name of names) write(`${home}/${name}/README.md`, entityPage(world, kind, name));
  }
  writeMeetings(world, { full: Math.round(count * 0.07), short: Math.round(count * 0.56), write });
  for (let at = 0; at < Math.round(count * 0.09); at += 1) write(...mail(world, at));
  for (let at = 0; made.notes < count; at += 1) write(...otherNote(world, at));
  mkdirSync(path.join(folder, '.obsidian/plugins/throughline'), { recursive: true });
  writeFileSync(
    path.join(folder, '.obsidian/plugins/throughline/data.json'),
    `${JSON.stringify({ me: [world.me] })}\n`,
  );
  return { notes: made.notes, bytes: made.bytes, transcripts: made.transcripts, me: world.me };
}

/** Calendar days up to the last one, oldest first. */
function dayNames(count) {
  const last = Date.parse(`${LAST_DAY}T00:00:00Z`);
  return Array.from({ length: count }, (_, back) =>
    new Date(last - (count - 1 - back) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Recordings: most were summarised once, some two to seven times, with the same transcript and reworded tasks. */
function writeMeetings({ dice, ...rest }, { full, short, write }) {
  const world = { dice, ...rest };
  for (let at = 0; at < full; at += 1) {
    const recording = newRecording(world, at);
    const { text, transcript } = fullMeeting(world, recording);
    write(`Meetings/${recording.day.slice(0, 4)}/${recording.day} - ${recording.title}.md`, text, transcript);
  }
  for (let made = 0, at = full; made < short; at += 1) {
    const recording = newRecording(world, at);
    const tasks = Array.from({ length: dice.happens(0.08) ? 0 : dice.about(6.1) }, () => ({
      words: deed(dice),
      owner: owner(world, recording),
    }));
    const copies = Math.min(
      short - made,
      dice.weighed([
        [67, 1],
        [23, 2],
        [10, dice.between(3, 7)],
      ]),
    );
    for (let copy = 0; copy < copies; copy += 1, made += 1) {
      const { text, transcript } = shortMeeting(world, recording, tasks);
      write(
        `Meetings/auto/${recording.day.slice(0, 7)}/${recording.day} ${String(9 + (at % 9)).padStart(2, '0')} ${String(10 + copy)} - ${recording.title}.md`,
        text,
        transcript,
      );
    }
  }
}

function newRecording(world, at) {
  const { dice, days, people, accounts, projects, utterances } = world;
  const guests = Array.from(
    {
      length: dice.weighed([
        [50, 1],
        [25, 2],
        [15, 4],
        [9, 7],
        [1, 30],
      ]),
    },
    () => dice.pick(people),
  );
  const speakers = [world.me, ...guests];
  // Half below 29 KB, half up to 86 KB: the median and the most of real transcripts.
  const size = dice.happens(0.5) ? dice.between(8_000, 29_000) : dice.between(29_000, 86_000);
  const lines = [];
  for (let bytes = 0, second = 0; bytes < size; second += 7) {
    const line = `[${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}] ${speakers[lines.length % speakers.length]}: ${dice.pick(utterances)}. ${dice.pick(utterances)}.`;
    lines.push(line);
    bytes += line.length + 3;
  }
  return {
    day: dice.pick(days),
    guests,
    account: dice.pick(accounts),
    project: dice.pick(projects),
    title: `${dice.pick(TOPICS)} ${dice.pick(TOPICS)} ${at}`,
    source: `Inbox/recording ${at}`,
    transcript: lines.join('\n'),
  };
}

function fullMeeting(world, recording) {
  const { dice } = world;
  const task = () => taskLine(world, { words: deed(dice), owner: owner(world, recording) });
  const bullets = (mean, make = () => `- ${statement(dice)}`) =>
    Array.from({ length: dice.about(mean) }, make).join('\n') || '(none)';
  const transcript = transcriptPart(world, recording.transcript);
  const text = `---
title: '${recording.title}'
type: meeting
date: ${recording.day}
${participants(world, recording.guests)}
entities:
  people:
${recording.guests.map((guest) => `  - '[[${guest}]]'`).join('\n')}
  customers:
  - '[[${recording.account}]]'
  projects: []
source_ref: ${recording.source}
tags: [meeting, auto]
---
# ${recording.day} ${recording.title}

## ${dice.pick(['Summary', 'Executive Summary', 'Original Summary'])}
${Array.from({ length: 4 }, () => `${statement(dice)}.`).join(' ')}

## ${dice.pick(['Key facts learned', 'Key Information', 'Key Facts (scope, metrics, links)'])}
${bullets(11.5)}

## Outcomes (What moved forward)
${bullets(4.6)}

## ${dice.pick(['Decisions', 'Decisions (Agreements & rationale)', 'Key Decisions'])}
${dice.happens(0.22) ? '(none)' : bullets(3.3)}

## ${dice.pick(['Action items', 'Action Items (You & Counterpart)', 'Next steps'])}
${bullets(8.1, task)}

### Follow‑Ups & Check‑ins
${bullets(3.9, task)}

## Risks
${bullets(5.9)}

## Open questions
${bullets(6.6, () => `- ${question(world)}`)}
> Next meeting (if any): ${dice.happens(0.3) ? dice.pick(world.days) : '(none)'}

---
${transcript}`;
  return { text, transcript };
}

function shortMeeting(world, recording, tasks) {
  const { dice } = world;
  const transcript = transcriptPart(world, recording.transcript);
  const text = `---
title: ${recording.title}
type: transcript
date: '${recording.day}'
created: ${recording.day}
${participants(world, recording.guests)}
${dice.happens(0.5) ? `person: ${recording.guests[0]}` : 'person:'}
project: ${dice.happens(0.3) ? recording.project : ''}
source_ref: ${recording.source}
tags:
- transcript
---
## Summary
${Array.from({ length: 8 }, () => `${statement(dice)}.`).join(' ')}

## Key Facts
${Array.from({ length: dice.about(8) }, () => `- ${statement(dice)}`).join('\n')}

## Action Items
${tasks.map((task) => taskLine(world, { ...task, words: dice.happens(0.5) ? task.words : task.words.replace(' and ', ' & ') })).join('\n')}
${transcript}`;
  return { text, transcript };
}

/** As real notes delimit it: markers, heading and fence; heading and fence; a heading and raw text to the end. */
function transcriptPart({ dice }, words) {
  return dice.weighed([
    [
      60,
      `\n<!-- ai:transcript:start -->\n## Transcript (auto)\n\`\`\`text\n${words}\n\`\`\`\n<!-- ai:transcript:end -->\n`,
    ],
    [25, `\n## Transcript (auto)\n\n\`\`\`text\n${words}\n\`\`\`\n`],
    [15, `\n## Original Transcript\n\n${words}\n`],
  ]);
}

function participants({ dice }, guests) {
  return dice.weighed([
    [60, `participants:\n- Myself\n${guests.map((guest) => `- ${guest}`).join('\n')}`],
    [20, `participants: [Myself, ${guests.join(', ')}]`],
    [8, `participants:\n  [\n    "${guests.join('",\n    "')}",\n  ]`],
    [8, `participants: ${guests.join(', ')}`],
    [4, 'participants:'],
  ]);
}

function owner(world, { guests }) {
  const { dice, people } = world;
  const guest = guests[0] ?? world.me;
  return dice.weighed([
    [5, ''],
    [46, ' @Myself'],
    [24, ` @${guest}`],
    [11, dice.pick([' @TBD', ' @Unknown'])],
    [6, ` @${guest.split(' ')[0]}`],
    [5, ` @${dice.pick(people)}`],
    [3, ` @${guest} (PM, Sales)`],
  ]);
}

function taskLine({ dice, days }, { words, owner: who }) {
  const status = dice.weighed([
    [49, '?'],
    [43, 'x'],
    [8, ' '],
    [0.1, '/'],
    [0.1, '-'],
  ]);
  const priority = dice.weighed([
    [40, ' ⏫'],
    [22, ' 🔼'],
    [5, ' 🔽'],
    [4, ' 🔺'],
    [29, ''],
  ]);
  const due = dice.happens(0.39) ? ` 📅 ${dice.pick(days)}` : '';
  const done = status === 'x' ? ` ✅ ${dice.pick(days)}` : '';
  return `- [${status}] ${words}${who}${dice.happens(0.5) ? `${priority}${due}` : `${due}${priority}`}${dice.happens(0.3) ? ' #task' : ''}${done}`;
}

/** One in eleven was asked before, in about the same words. */
function question(world) {
  const { dice } = world;
  world.asked ??= [];
  const known = world.asked.length > 0 && dice.happens(0.09) ? dice.pick(world.asked) : null;
  const words = known ?? `Who can ${deed(dice).toLowerCase()}?`;
  if (known === null) world.asked.push(words);
  return words;
}

/** Fed by appending: half of the bullets are there already; one page in twenty has grown long. */
function entityPage(world, type, name) {
  const { dice } = world;
  const facts = Array.from(
    { length: dice.happens(0.05) ? dice.between(100, 400) : dice.between(5, 11) },
    () => `- ${statement(dice)}`,
  );
  const bullets = facts.map((fact, at) => (at > 0 && dice.happens(0.5) ? facts[dice.below(at)] : fact));
  return `---\ntype: ${type}\ntitle: ${name}\nlast_contact: ${dice.pick(world.days)}\naliases: []\n---\n# ${name}\n\n## Relationship Context & Key Facts\n${bullets.join('\n')}\n\n## Topics\n- [[${dice.pick(world.projects)}]]\n\n*Last updated ${dice.pick(world.days)}*\n`;
}

function mail(world, at) {
  const { dice } = world;
  const day = dice.pick(world.days);
  const [from, to] = [dice.pick(world.people), dice.pick(world.people)];
  const messages = Array.from(
    { length: dice.between(6, 14) },
    (_, depth) => `${'> '.repeat(Math.min(depth, 5))}${Array.from({ length: 10 }, () => statement(dice)).join('. ')}.`,
  );
  return [
    `Mail/${day.slice(0, 4)}/${day} mail ${at}.md`,
    `---\ntype: email\ndate: ${day}\nperson: ${from}\nparticipants: ["${from}", "${to}"]\ntitle: Re ${dice.pick(TOPICS)}\n---\n${messages.join('\n\n')}\n`,
  ];
}

function otherNote(world, at) {
  const { dice } = world;
  const paragraphs = Array.from({ length: dice.between(6, 16) }, () =>
    Array.from({ length: 10 }, () => `${statement(dice)}.`).join(' '),
  );
  return [
    `Notes/${dice.pick(TOPICS)} ${at}.md`,
    `# ${dice.pick(TOPICS)} ${at}\n\n${paragraphs.join('\n\n## More\n\n')}\n\n- [ ] ${deed(dice)}\n`,
  ];
}
