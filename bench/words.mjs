// Seeded chance, and the words that the synthetic vault is made of. Every name is invented.

/** A stream of numbers in [0, 1) that is the same for a seed on every machine (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    pick: (list) => list[below(list.length)],
    happens: (share) => next() < share,
    /** A whole number near `mean`, from 0 to twice as much. */
    about: (mean) => Math.round(mean * (next() + next())),
    /** One of `[weight, value]` rows. */
    weighed(rows) {
      let rest = next() * rows.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of rows) if ((rest -= weight) < 0) return value;
      return rows[rows.length - 1][1];
    },
  };
}

const FIRST = (
  'Ann Bo Dana Sam Mia Leo Ines Omar Priya Tom Lena Hugo Zoë Jon Kai Ruth Emil Nora Ivan Maya Otto Lucía Piet Aiko Dev Elif Finn Greta Hana Igor Jana Kofi ' +
  'Lars Mona Nils Olga Paul Quinn Rosa Sven Tara Uma Vera Wim Xena Yara Zane Abel Bea Cleo Dirk Edda Fay Gus Hedy Ike Joy Kit Lou Max Ned Ola Pam Ray Sue Ted Una Val Wes Yan'
).split(' ');
const SYLLABLES =
  'Bar Cor Del Fen Gar Hol Kes Lan Mor Nor Ost Pel Quil Ros Sten Tor Ul Ven Wex Yar Zim Al Bren Dor Ek Fal'.split(' ');
const ENDINGS = 'ton man berg low ski sen ard ley wood ez ova ini dal ford mark stein is wick ham field'.split(' ');
export const TOPICS =
  'pricing rollout contract migration onboarding budget roadmap security review pilot invoice staffing launch support renewal training integration audit forecast hiring report dashboard template backlog deadline scope workshop survey handover release'.split(
    ' ',
  );
const VERBS =
  'send draft confirm review share check update prepare schedule finish clarify book collect compare test document approve move'.split(
    ' ',
  );
const THINGS =
  'the summary|the draft|the numbers|the open points|the new dates|a short note|the slides|the list of accounts|the test results|the agenda|a proposal|the access rights|the plan|two options|the minutes|a cost estimate'.split(
    '|',
  );
const ENDS =
  'before the end of the week|with the whole team|for the next steering round|so that legal can have a look|once the numbers are in|in the shared folder|after the workshop|and tell everybody concerned|for both regions|without changing the scope'.split(
    '|',
  );
const SAYINGS = (
  'I think we should look at the {topic} again before we decide anything|Right, and then there is the question of the {topic} for next quarter|Could you say a little more about how the {topic} went last time|' +
  'We talked to them about the {topic} and they were mostly fine with it|It’s not that the {topic} is wrong, it’s that nobody owns it|So the {topic} moves to the following week, and the {other} stays where it is|' +
  'Yes, exactly, that’s what I meant when I brought up the {topic}|Let me write that down, the {topic} first and the {other} after that|I don’t have the figures for the {topic} here but I can look them up|' +
  'And if the {topic} slips we still have some room in the {other}, don’t we|Okay|Mhm, yes|That makes sense to me'
).split('|');

/** `count` people's names; first names are shared by many, whole names by none. */
export function peopleNames(count, dice) {
  const names = new Set();
  while (names.size < count)
    names.add(
      `${dice.pick(FIRST)} ${dice.pick(SYLLABLES)}${dice.happens(0.4) ? dice.pick(SYLLABLES).toLowerCase() : ''}${dice.pick(ENDINGS)}`,
    );
  return [...names];
}

export function thingNames(count, dice, suffixes) {
  const names = new Set();
  while (names.size < count)
    names.add(
      `${dice.pick(SYLLABLES)}${dice.pick(SYLLABLES).toLowerCase()}${dice.pick(ENDINGS)} ${dice.pick(suffixes)}`,
    );
  return [...names];
}

/** Something to do, 40 to 150 characters. */
export function deed(dice) {
  const verb = dice.pick(VERBS);
  const more = dice.happens(0.6) ? `, then ${dice.pick(VERBS)} ${dice.pick(THINGS)} ${dice.pick(ENDS)}` : '';
  return `${verb[0].toUpperCase()}${verb.slice(1)} ${dice.pick(THINGS)} on ${dice.pick(TOPICS)} and ${dice.pick(TOPICS)} ${dice.pick(ENDS)}${more}`;
}

/** Something that is so, about 100 characters. */
export function statement(dice) {
  return `The ${dice.pick(TOPICS)} depends on ${dice.pick(TOPICS)} and ${dice.pick(TOPICS)}; ${dice.pick(VERBS)}ing ${dice.pick(THINGS)} comes ${dice.pick(ENDS)}`;
}

export function saying(dice) {
  return dice.pick(SAYINGS).replace('{topic}', dice.pick(TOPICS)).replace('{other}', dice.pick(TOPICS));
}
