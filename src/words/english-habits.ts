/** How a vault was understood, in English: the lines below `inspect` and a first rollup. */
import type { CommonDayOrder } from '../note/day-order';
import type { Counted, Habits, OwnerPlace } from '../vault-index/habits';
import { englishReason } from './english-signals';

/**
 *     293 meetings and 12 messages: 250 by tag "meeting", 43 by folder "Minutes"
 *     People: 200 by people under "Attendees"
 *     Owners: 120 by @name, 60 by "Ann:", 31 by "Ann to …"
 */
export function habitLines({ meetings, messages, people, owners, due, forms }: Habits): string[] {
  const ways = <T extends { readonly count: number }>(list: readonly T[], say: (one: T) => string): string => {
    const shown = new Map<string, number>();
    for (const one of list) shown.set(say(one), (shown.get(say(one)) ?? 0) + one.count);
    const [first, second, third, ...others] = [...shown].sort((a, b) => b[1] - a[1]);
    const rest = others.reduce((sum, [, count]) => sum + count, 0);
    return [
      ...[first, second, third].flatMap((one) => (one === undefined ? [] : [`${one[1]} by ${one[0]}`])),
      ...(rest === 0 ? [] : [`${rest} otherwise`]),
    ].join(', ');
  };
  const total = (list: readonly { readonly count: number }[]): number =>
    list.reduce((sum, { count }) => sum + count, 0);
  const tasks = (['checkbox', 'bullet', 'row', 'line'] as const).filter((form) => forms[form] > 0);
  const found = [counted(total(meetings) - messages, 'meeting'), counted(messages, 'message')].filter(
    (one) => one !== '',
  );
  return [
    ...(found.length === 0 ? [] : [`${found.join(' and ')}: ${ways(meetings, englishReason)}`]),
    ...(total(people) === 0 ? [] : [`People: ${ways(people, englishReason)}`]),
    ...(tasks.length === 0
      ? []
      : [
          `Tasks: ${tasks.map((form) => `${forms[form]} ${forms[form] === 1 ? FORMS[form][0] : FORMS[form][1]}`).join(', ')}`,
        ]),
    ...(total(owners) === 0 ? [] : [`Owners: ${ways(owners, ownerWords)}`]),
    ...(due.fields + due.words === 0
      ? []
      : [
          `Due dates: ${[...(due.fields > 0 ? [`${due.fields} in fields`] : []), ...(due.words > 0 ? [`${due.words} in words`] : [])].join(', ')}`,
        ]),
  ];
}

/** The order of day and month that was inferred, with the way to another one. */
export function dayOrderLine({ order, notes }: CommonDayOrder): string {
  const [read, other] = order === 'day-first' ? ['3 April', 'month-first'] : ['4 March', 'day-first'];
  return `03/04/2025 is read as ${read}, as dates in ${notes} notes show. Otherwise: throughline config set dayOrder ${other}`;
}

/** '' for none. */
function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}

const FORMS = {
  checkbox: ['checkbox', 'checkboxes'],
  bullet: ['bullet', 'bullets'],
  row: ['table row', 'table rows'],
  line: ['marked line', 'marked lines'],
} as const;

const OWNER_WAYS: Readonly<Record<OwnerPlace['by'], string>> = {
  field: 'a field',
  label: 'a label',
  handle: '@name',
  to: '"Ann to …"',
  'marked-to': '"Action: Ann to …"',
  verb: '"Ann will …"',
  colon: '"Ann: …"',
  dash: '"Ann — …"',
  please: '"Ann, please …"',
  bracket: '"[Ann] …"',
  present: '"Ann sends …"',
  link: 'a link',
  name: 'a name alone',
};
const OWNER_PLACES: Partial<Record<OwnerPlace['place'], string>> = {
  column: 'a column',
  child: 'a line below',
  above: 'the heading above',
  marker: 'the marker',
  last: 'the name at the end',
  middle: 'a name in the middle',
};

function ownerWords({ place, by }: Counted<OwnerPlace>): string {
  return by === 'handle' ? OWNER_WAYS.handle : (OWNER_PLACES[place] ?? OWNER_WAYS[by]);
}
