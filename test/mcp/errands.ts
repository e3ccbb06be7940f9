/**
 * Twenty errands as a person would write them to an agent, each with the tool calls that do it and what must come of
 * it: the words of the answer here, the lines that change in `approved/errands.md`.
 */
import type { Ask, Said, SaidRow } from './said';

export interface Errand {
  readonly errand: string;
  readonly run: (ask: Ask) => Promise<unknown>;
  /** What the last answer comes to. */
  readonly answer?: unknown;
}

const quotes = ({ rows }: Pick<Said, 'rows'>): string[] => rows.map((row) => row.quote);

/** The one row that a search finds. */
async function only(ask: Ask, given: Record<string, unknown>): Promise<SaidRow> {
  const { rows } = await ask('search', given);
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`${JSON.stringify(given)} finds ${rows.length} rows`);
  return row;
}

async function applied(ask: Ask, plan: string, given: Record<string, unknown>): Promise<Said> {
  const { token } = await ask(plan, given);
  return ask('apply', { token });
}

export const ROLL_UP = 'Bring the pages up to date.';

export const ERRANDS: readonly Errand[] = [
  {
    errand: 'What do I owe Ann by Friday?',
    run: async (ask) => quotes(await ask('queue', { owner: 'me', about: 'Ann Hale', due_before: 'sat' })),
    answer: ["Agree Ines Calder's first week with Ann and Sam Ortega"],
  },
  {
    errand: 'What of Ann’s is overdue?',
    run: async (ask) => quotes(await ask('queue', { owner: 'Ann Hale', due_before: '2025-11-03' })),
    answer: ['Read the go-live log', 'Write the release checklist for Driver Check-in'],
  },
  {
    errand: 'Which tasks has nobody taken that have a date?',
    run: async (ask) =>
      (await ask('queue', { owner: 'nobody' })).rows
        .filter(({ due }) => due !== undefined)
        .map(({ due, quote }) => `${due} ${quote}`),
    answer: ['2025-11-05 Order six scanner holders', '2025-11-10 Decide who answers the night phone in December'],
  },
  {
    errand: 'When did I last meet Gwen, and what does she owe me?',
    run: async (ask) => {
      const { lastMet, theyOwe } = await ask('brief', { name: 'gwen' });
      return [lastMet, ...quotes(theyOwe)];
    },
    answer: ['2025-10-16', 'Send the old slot sheets of September', 'Send the list of night-shift telephones'],
  },
  {
    errand: 'Which question about Norrbäck was asked most often, and where last?',
    run: async (ask) => {
      const [row] = (await ask('questions', { about: 'Norrbäck Timber', limit: 1 })).rows;
      return [row?.quote, row?.asked?.length, row?.sources[0]];
    },
    answer: [
      'Do we charge per dock or per booking?',
      3,
      { path: 'Meetings/2025-10-21 Oakhollow contract.md', line: 26, date: '2025-10-21' },
    ],
  },
  {
    errand: 'What did we decide about prices in October?',
    run: async (ask) =>
      quotes(
        await ask('search', { kinds: ['decision'], about: 'Pricing 2026', since: '2025-10-15', until: '2025-10-31' }),
      ),
    answer: ['A small depot pays a flat price up to three docks, because counting costs more than it brings.'],
  },
  {
    errand: 'What should I raise with Ann?',
    run: async (ask) => quotes((await ask('brief', { name: 'Ann Hale' })).raiseNext),
    answer: ['Budget for the survey @Ann Hale #raise'],
  },
  {
    errand: 'Which meeting is today, and what is late?',
    run: async (ask) => {
      const { meetings, due } = await ask('today');
      return [
        meetings.map(({ time, title }) => `${time} ${title}`),
        due.rows.filter(({ when }) => when === 'late').length,
      ];
    },
    answer: [['10:00 Product weekly'], 4],
  },
  {
    errand: 'Why does Throughline take this note for a meeting?',
    run: async (ask) => (await ask('inspect', { note: 'Meetings/2025-10-28 Ann Hale.md' })).because,
    answer: ['type: 1-1', 'date in the properties'],
  },
  {
    errand: 'Who is meant by Sam in Thursday’s daily note? Tell me what the choice is.',
    run: async (ask) => {
      const [row] = (await ask('review', { limit: 1 })).rows;
      return [row?.quote, row?.candidates?.map(({ name }) => name)];
    },
    answer: ['Sam', ['Sam Ortega', 'Sam Whitfield']],
  },
  {
    errand: 'I sent Ingrid the pricing draft: tick it.',
    run: async (ask) => {
      const { id } = await only(ask, { words: 'send ingrid pricing draft', open: true });
      return applied(ask, 'plan_complete', { row: id });
    },
  },
  {
    errand: 'Tick the revised plan for Norrbäck, in both notes that ask for it.',
    run: async (ask) => {
      const { id } = await only(ask, { words: 'revised pilot plan', open: true });
      return (await applied(ask, 'plan_complete', { row: id })).written;
    },
    answer: ['Meetings/2025-10-23 Norrbäck pilot review.md', 'Meetings/2025-10-23 Norrbäck third date.md'],
  },
  {
    errand: 'Give the scanner holders to Bo.',
    run: async (ask) => {
      const { id } = await only(ask, { words: 'scanner holders', kinds: ['task'] });
      return applied(ask, 'plan_owner', { row: id, owner: 'Bo Tamm' });
    },
  },
  {
    errand: 'Ann has until next Monday for the release checklist.',
    run: async (ask) => {
      const { id } = await only(ask, { words: 'release checklist', kinds: ['task'], open: true });
      return applied(ask, 'plan_due', { row: id, due: '2025-11-10' });
    },
  },
  {
    errand: 'The hauliers list needs no owner and a date: Friday.',
    run: async (ask) => {
      const { id } = await only(ask, { words: 'list of hauliers', kinds: ['task'] });
      return applied(ask, 'plan_due', { row: id, due: 'fri' });
    },
  },
  {
    errand: 'Mark the gate question of the 17th answered with: Karin Holmberg, with Bo.',
    run: async (ask) => {
      const { id } = await only(ask, { words: 'north gate five', kinds: ['question'] });
      return applied(ask, 'plan_answer', { row: id, answer: 'Karin Holmberg, with Bo' });
    },
  },
  {
    errand: 'Sam in the daily note is Sam Whitfield.',
    run: async (ask) => {
      const row = (await ask('review')).rows.find(({ quote }) => quote === 'Sam');
      return applied(ask, 'plan_proposal', { id: row?.id, verdict: 'accept', as: 'Sam Whitfield' });
    },
  },
  {
    errand: 'No press note: dismiss the suggestion. Filming the rehearsal is fine.',
    run: async (ask) => {
      const { rows = [] } = (await ask('review', { limit: 50 })).suggestedTasks ?? {};
      const idOf = (words: string): string => rows.find(({ quote }) => quote.includes(words))?.id ?? '';
      await applied(ask, 'plan_proposal', { id: idOf('press note'), verdict: 'dismiss' });
      return applied(ask, 'plan_proposal', { id: idOf('Film the rehearsal'), verdict: 'accept' });
    },
  },
  {
    errand: 'Link the names in the note of my last talk with Ann.',
    run: async (ask) => applied(ask, 'plan_link', { note: 'Meetings/2025-10-28 Ann Hale.md' }),
  },
  {
    errand: ROLL_UP,
    run: async (ask) => {
      await applied(ask, 'plan_rollup', {});
      return (await ask('plan_rollup')).token;
    },
    answer: null,
  },
];
