/** English, as `word-table.ts` has it. */
import { alikeIn, formsOf, type WordTable, wordSet } from './word-table';

function withoutEnding(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const stem = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ings?|ed|es|s)$/, '')
    .replace(/(.)\1$/, '$1')
    .replace(/e$/, '');
  return stem.length < 3 ? word : stem;
}

export function englishWords(): WordTable {
  const ALIKE = alikeIn(
    [
      ...['send share forward mail email', 'schedule arrange', 'fix repair mend', 'finish complete', 'phone telephone'],
      ...[
        'need require want',
        'begin start initiate',
        'use utilize leverage',
        'help assist support',
        'assess evaluate',
      ],
      ...['get obtain receive', 'buy purchase', 'customer client', 'fast quick rapid', 'choose select pick'],
      ...['let allow enable', 'show demonstrate', 'stay remain', 'issue problem', 'suggest propose recommend'],
      ...['prioritize prioritise', 'say state note report', 'approx approximately roughly about', 'repo repository'],
    ],
    withoutEnding,
  );

  const AMOUNTS = `one two three four five six seven eight nine ten eleven twelve half double
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    q1 q2 q3 q4 tomorrow week month quarter year`;

  return {
    language: 'en',
    little:
      wordSet(`a an the of to for in on at by with or and is are was were be been being do does did has have had will would shall should
      can could may might must this that these those it its we us our you your they them their he his him she her i me my so as if then than there
      here up down into about also just please now go goes going gone went get gets got make makes made mean means any some again still all both
      let lets too very really yet each every what's s t`),
    asks: new Map([
      ['who', 'who'],
      ['whom', 'who'],
      ['whose', 'who'],
      ['what', 'what'],
      ['when', 'when'],
      ['where', 'where'],
      ['why', 'why'],
      ['which', 'which'],
      ['how', 'how'],
    ]),
    turns: new Map(
      formsOf(`before after from against off out until till since between instead except internal external old new less more first second third last next
      accept|accepts|accepted|approve|approves|approved reject|rejects|rejected|decline|declines|declined increase|increases|increased|raise|raises|raised
      decrease|decreases|decreased|reduce|reduces|reduced add|adds|added|adding remove|removes|removed|removing enable|enables|enabled disable|disables|disabled
      include|includes|included|including exclude|excludes|excluded|excluding read|reads|reading write|writes|writing win|wins|won lose|loses|lost pass|passes|passed fail|fails|failed
      start|starts|started|begin|begins|began|begun|initiate|initiates|initiated stop|stops|stopped import|imports|imported export|exports|exported upload|uploads|uploaded download|downloads|downloaded
      public private inbound outbound minimum maximum primary secondary source target buyer seller hire|hires|hired
      ${AMOUNTS} today yesterday morning afternoon evening weekly monthly
      north south east west left right front back inside outside inner outer upper lower high low big small early late day night open close opened closed`),
    ),
    amounts: wordSet(AMOUNTS),
    undecided: wordSet('open unclear undecided unknown tbd pending whether maybe perhaps unsure discuss ask clarify'),
    howMuch: /\bhow (?:many|much|long|often|big|far)\b/i,
    letters: null,
    particles: new Set(),
    stemOf: ({ folded }) => {
      const stem = withoutEnding(folded);
      return { stem: ALIKE.get(stem) ?? stem, turn: null };
    },
    isName: ({ isCapital, isFirst }) => isCapital && !isFirst,
  };
}
