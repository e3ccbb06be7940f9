/** English, as `word-table.ts` has it. */
import { alikeIn, formsOf, type WordTable, words, wordSet } from './word-table';
import { pushInto } from '../text/push-into';

function withoutEnding(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const stem = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ings?|ed|es|s)$/, '')
    .replace(/(.)\1$/, '$1')
    .replace(/e$/, '');
  return stem.length < 3 ? word : stem;
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.–-]*(?: \\p{Lu}[\\p{L}\\p{M}'’.–-]*){0,3}";

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
    monday tuesday wednesday thursday friday saturday sunday january february|feb march april|apr june july august|aug september|sep|sept october|oct november|nov december|dec
    q1 q2 q3 q4 tomorrow week|weeks month|months quarter|quarters year|years`;

  const MONTHS = words(`january february march april may june july august september october november december`);

  // A line of words that speak against each other.
  const CONTRASTS = `before after until since
    internal external
    old new
    less more
    first second third last next
    accept reject decline
    approve reject decline
    increase decrease reduce
    raise reduce lower
    add remove
    enable disable
    include exclude except
    read write
    win lose
    pass fail
    begin stop end finish
    import export
    upload download
    public private
    inbound outbound
    ingress egress
    minimum maximum
    primary secondary
    source target destination
    buyer seller
    buy sell
    north south east west
    left right
    front back
    frontend backend
    inside outside
    inner outer
    upper lower
    high low
    big small
    early late
    day night
    open closed close
    today yesterday
    morning afternoon evening
    daily weekly monthly
    hourly monthly annual
    hire fire
    training inference
    client server
    input output
    manual automatic
    online offline
    long short
    hot cold
    hardware software
    paid free
    push pull
    send receive
    revenue cost
    supplier customer
    synchronous asynchronous`;

  const stemsOf = (text: string): ReadonlySet<string> => new Set(words(text).map(stemmed));

  function groupsOf(lines: string): ReadonlyMap<string, readonly number[]> {
    const groups = new Map<string, number[]>();
    for (const [at, line] of lines.split('\n').entries())
      for (const word of words(line)) pushInto(groups, stemmed(word), at);
    return groups;
  }

  function stemmed(word: string): string {
    const stem = withoutEnding(word);
    return ALIKE.get(stem) ?? stem;
  }

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
    amounts: new Set(formsOf(AMOUNTS).map(([, stands]) => stands)),
    undecided: wordSet('open unclear undecided unknown tbd pending whether maybe perhaps unsure discuss ask clarify'),
    filler: stemsOf(
      `state say note report describe discuss mention indicate identify highlight include e g eg etc example approach
        current currently exist relevant specific specifically potential potentially process via base regard relate related
        use plan propose proposed like such well able order ensure provide various additional team`,
    ),
    open: /\b(?:unclear|undecided|unknown|tbd|pending|whether|maybe|perhaps|unsure|possibly|decide|determine|evaluate|assess|explore|verify|check|confirm (?:if|that))\b/i,
    contrasts: groupsOf(CONTRASTS),
    months: MONTHS,
    shortForms: new Map([['proof of concept', 'PoC']]),
    aside: /\((?:[^()]*, )?(?:(?:last|first|full) name unknown|unknown (?:last|first|full) name)\)/g,
    report: new RegExp(
      `^(${NAME})(?: \\([^()]{1,60}\\))? (?:also |has |had )?(?:stat|not|report|mention|indicat|explain|add|emphasi[sz]|highlight|observ|describ|sa)(?:ed|id)(?: that)? `,
      'u',
    ),
    agreement: new RegExp(
      `^(?:[Tt]he (?:team|group|participants|attendees|parties)|[Bb]oth (?:sides|teams)|[Ee]veryone|[Pp]articipants|${NAME}(?:(?:, (?:and )?| and | & )${NAME})+) (?:agreed|decided|aligned)(?: (?:to|that|on))? `,
      'u',
    ),
    howMuch: /\bhow (?:many|much|long|often|big|far)\b/i,
    letters: null,
    particles: new Set(),
    stemOf: ({ folded }) => ({ stem: stemmed(folded), turn: null }),
    isName: ({ isCapital, isFirst }) => isCapital && !isFirst,
  };
}
